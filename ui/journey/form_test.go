package journey

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
	"talkgiver/ui/uitest"
	"talkgiver/ui/widgets"
)

// givings are two times that a talk was given, the latest of which is listed
// first.
func givings() (events []talk.Event, first, last string) {
	earlier := run(talk.RunGiven, daysAgo(9), 5*time.Minute, 5*time.Minute)
	later := run(talk.RunGiven, daysAgo(1), 5*time.Minute, 4*time.Minute)
	return append(earlier, later...), earlier[0].ID, later[0].ID
}

// texts are what the fields of the open form hold.
func (d *desk) texts() []string {
	var all []string
	for _, f := range d.fields() {
		all = append(all, f.Text)
	}
	return all
}

func (d *desk) holds(want ...string) {
	d.t.Helper()
	if got := d.texts(); !slices.Equal(got, want) {
		d.t.Errorf("the form holds %q, want %q", got, want)
	}
}

// Whatever way a form is left, what was typed in it is there when it opens again.
func TestForm_KeepsWhatWasTyped(t *testing.T) {
	events, _, _ := givings()
	forms := map[string]struct {
		button, save string
		want         []string // what the form holds after the writing
		new          []string // and what a new one does
	}{
		"hours":   {"Add hours…", "Add", []string{"1h went well", ""}, []string{"", ""}},
		"debrief": {"Debrief…", "Keep it", []string{"1h went well", ""}, nil},
		"card":    {"Type one in…", "Add the card", []string{"1h went well", "", ""}, []string{"", "", ""}},
		"giving": {"I gave it without the clock…", "Add", []string{"", "2027-03-20", "1h went well", "40"},
			[]string{"", "2027-03-20", "", "40"}},
	}
	ways := map[string]func(d *desk){
		"Escape":       func(d *desk) { uitest.Press(d.t, d.win, fyne.KeyEscape) },
		"Cancel":       func(d *desk) { d.tap("Cancel") },
		"another form": func(d *desk) { d.OpenDebrief("another"); d.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) },
		"another talk": func(d *desk) {
			open := d.talk
			d.Leave("talk.md")
			d.Begin(markdown.Parse([]byte("## Another\n")).Talk(), "another.md")
			d.Leave("another.md")
			d.Begin(open, "talk.md")
			d.log()
		},
	}
	for name, form := range forms {
		for way, leave := range ways {
			t.Run(name+", "+way, func(t *testing.T) {
				d := newDesk(t, deal, events...)
				d.tap(form.button)
				uitest.Write(t, d.win, "1h went well")
				d.holds(form.want...)
				leave(d)
				if d.form.Visible() {
					t.Fatal("the form is still open")
				}
				d.tap(form.button)
				d.holds(form.want...)
				if !d.open.away.Visible() {
					t.Error("it cannot be thrown away")
				}
				uitest.Write(t, d.win, "!")
				if got := strings.Join(d.texts(), " "); !strings.Contains(got, "!") {
					t.Errorf("one cannot write on: %q", got)
				}
				d.tap("Throw it away")
				d.tap(form.button)
				if form.new != nil {
					d.holds(form.new...)
				}
				if d.open.away.Visible() {
					t.Error("a new form has something to throw away")
				}
			})
		}
	}
}

// What is saved is no longer kept apart: the form opens as the journal has it.
func TestForm_SavedIsForgotten(t *testing.T) {
	events, _, _ := givings()
	d := newDesk(t, deal, events...)
	d.tap("Debrief…")
	uitest.Write(t, d.win, "Gas?")
	d.tap("kept in part")
	d.win.Canvas().Focus(d.fields()[0])
	uitest.Press(t, d.win, fyne.KeyEscape)
	d.tap("Debrief…")
	d.holds("Gas?", "")
	d.tap("Keep it")
	got, ok := d.events[len(d.events)-1].Body.(talk.Debrief)
	if !ok || !slices.Equal(got.Asked, []string{"Gas?"}) || got.Promises[0].Kept != talk.KeptPartly {
		t.Fatalf("the journal has %+v", got)
	}
	d.tap("Change the debrief…")
	d.holds("Gas?", "")
	if d.open.away.Visible() || len(d.kept) != 0 {
		t.Errorf("%d forms are kept", len(d.kept))
	}
	uitest.Press(t, d.win, fyne.KeyEscape)

	d.tap("Type one in…")
	uitest.Write(t, d.win, "Lids tonight.")
	d.tap("Add the card")
	d.tap("Type one in…")
	d.holds("", "", "")
}

// Each giving has a debrief of its own.
func TestForm_OfAnotherGiving(t *testing.T) {
	events, first, last := givings()
	d := newDesk(t, deal, events...)
	d.OpenDebrief(last)
	uitest.Write(t, d.win, "Gas?")
	d.OpenDebrief(first)
	d.holds("", "")
	uitest.Write(t, d.win, "Glass?")
	d.OpenDebrief(last)
	d.holds("Gas?", "")
	d.OpenDebrief(first)
	d.holds("Glass?", "")
	d.tap("Keep it")
	if got := d.events[len(d.events)-1].Body.(talk.Debrief); got.Run != first || !slices.Equal(got.Asked, []string{"Glass?"}) {
		t.Errorf("the journal has %+v", got)
	}
	d.OpenDebrief(last)
	d.holds("Gas?", "")
}

// A card that was begun stays that of its giving, which it names; one that was
// begun before the giving was told of becomes that of the first.
func TestForm_CardOfItsGiving(t *testing.T) {
	d := newDesk(t, deal)
	for _, c := range []struct {
		given int // days ago
		card  string
	}{{9, "before it"}, {1, "after it"}} {
		d.tap("Type one in…")
		uitest.Write(t, d.win, c.card)
		uitest.Press(t, d.win, fyne.KeyEscape)
		d.log(run(talk.RunGiven, daysAgo(c.given), 5*time.Minute, 5*time.Minute)...)
		d.tap("Type one in…")
		d.holds(c.card, "", "")
		if c.given == 1 {
			d.says("Kitchen Days 11 Mar")
		}
		d.tap("Add the card")
		got, ok := d.events[len(d.events)-1].Body.(talk.Feedback)
		if !ok || got.Took != c.card || got.Run != d.runs[0].ID {
			t.Errorf("the journal has %+v, and the first giving is %s", d.events[len(d.events)-1].Body, d.runs[0].ID)
		}
	}
	d.tap("Type one in…")
	d.says("Kitchen Days 19 Mar")
}

// Choices alone are kept as well, and those that were taken back are none.
func TestForm_KeepsChoices(t *testing.T) {
	events, _, _ := givings()
	d := newDesk(t, deal, events...)
	d.tap("Debrief…")
	d.tap("kept in part")
	d.tap("Cancel")
	d.tap("Debrief…")
	d.tap("kept in part") // takes it back
	d.tap("Cancel")
	if len(d.kept) != 0 {
		t.Errorf("%d forms are kept that hold nothing", len(d.kept))
	}
	d.tap("Type one in…")
	rate := func() *widgets.Rating {
		for _, o := range test.LaidOutObjects(d.form) {
			if r, ok := o.(*widgets.Rating); ok {
				return r
			}
		}
		t.Fatal("there is no rating")
		return nil
	}
	d.win.Canvas().Focus(rate())
	d.win.Canvas().Focused().TypedRune('4')
	d.tap("Cancel")
	d.tap("Type one in…")
	if got := rate().Value; got != 4 {
		t.Errorf("the rating comes back as %d", got)
	}
	d.tap("Add the card")
	if got, ok := d.events[len(d.events)-1].Body.(talk.Feedback); !ok || got.Worth != 4 {
		t.Errorf("the journal has %+v", d.events[len(d.events)-1].Body)
	}
}

// A form that is left gets no more keys, and takes the focus from nothing else.
func TestForm_LeftIsDeaf(t *testing.T) {
	d := newDesk(t, deal)
	search := newField(d.Place) // stands for what is beside the place
	d.win.SetContent(container.NewBorder(nil, nil, nil, search, d.Content()))
	for way, leave := range map[string]func(){
		"Escape":       func() { d.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) },
		"another talk": func() { d.Leave("talk.md"); d.Begin(&talk.Talk{}, "another.md") },
	} {
		d.tap("Add hours…")
		uitest.Write(t, d.win, "1h")
		leave()
		if f := d.win.Canvas().Focused(); f != nil {
			t.Errorf("%s: %T still has the focus", way, f)
		}
		d.tap("Add hours…")
		d.win.Canvas().Focus(search)
		leave()
		if f := d.win.Canvas().Focused(); f != fyne.Focusable(search) {
			t.Errorf("%s: %T has the focus", way, f)
		}
	}
}

// A talk without a file is gone when it is left, and so are its forms.
func TestForm_WithoutAFile(t *testing.T) {
	d := newDesk(t, deal)
	d.Leave("talk.md")
	d.Begin(&talk.Talk{}, "")
	d.tap("Add hours…")
	uitest.Write(t, d.win, "1h")
	d.Leave("")
	d.Begin(&talk.Talk{}, "")
	if d.form.Visible() {
		t.Error("the form of the other talk is open")
	}
	d.tap("Add hours…")
	d.holds("", "")
}

// A pile of cards is typed in one after the other: Enter in the last field adds one
// and begins the next.
func TestForm_CardAfterCard(t *testing.T) {
	events, _, last := givings()
	d := newDesk(t, deal, events...)
	d.tap("Type one in…")
	d.says("card 1", "1: knew it all · 5: opened my eyes", "1: lost the thread · 5: in one sentence")
	d.fields()[2].OnSubmitted("")
	d.says("Type in what stands on the card first.", "card 1")
	uitest.Write(t, d.win, "Lids tonight.")
	d.fields()[2].OnSubmitted("")
	d.says("card 2")
	d.holds("", "", "")
	if strings.Contains(d.words(), "Type in what stands") {
		t.Errorf("the next card begins with %q", d.words())
	}
	d.log(talk.Event{ID: "elsewhere", At: now, Body: talk.Feedback{Run: last, Took: "From elsewhere."}}) // the journal comes when it comes
	d.says("card 3")
	uitest.Write(t, d.win, "Less salt.")
	d.tap("Add, and the next one")
	d.holds("", "", "")
	uitest.Write(t, d.win, "Divide.")
	d.tap("Add the card")
	if d.form.Visible() {
		t.Error("the form is still open")
	}
	var took []string
	for _, c := range d.feedback() {
		if took = append(took, c.Took); c.Run != last {
			t.Errorf("a card is of run %q, want %q", c.Run, last)
		}
	}
	if want := []string{"Lids tonight.", "From elsewhere.", "Less salt.", "Divide."}; !slices.Equal(took, want) {
		t.Errorf("the cards say %q, want %q", took, want)
	}
	d.noFile = true // of which nothing is lost
	d.tap("Type one in…")
	uitest.Write(t, d.win, "Stays")
	d.fields()[2].OnSubmitted("")
	d.says("Save the talk first")
	d.holds("Stays", "", "")
}

// The debrief says which time it is about: a talk is given more than once.
func TestForm_DebriefNamesTheGiving(t *testing.T) {
	events, first, _ := givings()
	for i := range events {
		if start, ok := events[i].Body.(talk.RunStart); ok && events[i].ID == first {
			start.Event, start.Date = "A night in spring", "2027-03-12"
			events[i].Body = start
		}
	}
	d := newDesk(t, deal, events...)
	d.OpenDebrief(first)
	d.says("Now that it is given", "A night in spring 12 Mar", "One question a line", "One thing is enough")
}

// Without the speaker's own answers there is no difference to show, and the card
// says what is missing for it.
func TestListeners_SelfRatingIsMissing(t *testing.T) {
	events, _, last := givings()
	hint := "then your own rating stands beside theirs"
	card := talk.Event{ID: "card", At: now, Body: talk.Feedback{Run: last, Worth: 4, Rubric: talk.Rubric{New: 5, Relevant: 3}}}
	d := newDesk(t, "---\ntitle: Pots\n---\n\n## A\n\n- a\n", append(events, card)...)
	d.says(hint)
	for text, want := range map[string]bool{
		"## A\nnew: 3\nrelevant: 2\n\n- a\n": false,
		"## A\nnew: 3\n\n- a\n":              true,
	} {
		d.Update(markdown.Parse([]byte(text)).Talk())
		if got := strings.Contains(strings.Join(strings.Fields(d.words()), " "), hint); got != want {
			t.Errorf("with %q the hint is there: %v", text, got)
		}
	}
	worth := card
	worth.Body = talk.Feedback{Run: last, Worth: 4} // of which the speaker is asked nothing
	d = newDesk(t, "## A\n", append(events[:len(events):len(events)], worth)...)
	if strings.Contains(d.words(), hint) {
		t.Error("nothing is missing, and it says so")
	}
}

package journey

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"talkgiver/talk"
	"talkgiver/talk/journal"
	"talkgiver/talk/markdown"
	"talkgiver/talk/say"
	"talkgiver/talk/score"
	"talkgiver/ui/theme"
	"talkgiver/ui/uitest"
	"talkgiver/ui/widgets"
)

func TestMain(m *testing.M) { os.Exit(uitest.Main(m)) }

// now is the day on which all tests happen.
var now = time.Date(2027, 3, 20, 12, 0, 0, 0, time.UTC)

func daysAgo(n int) time.Time { return now.AddDate(0, 0, -n) }

// desk is the place in a window of its own, with a journal behind it.
type desk struct {
	*Place
	t        testing.TB
	win      fyne.Window
	events   []talk.Event // all of the journal
	noFile   bool
	went     []int
	opened   []string
	printed  []*talk.Run
	counting bool
}

func newDesk(t testing.TB, source string, events ...talk.Event) *desk {
	t.Helper()
	uitest.App(t, theme.Light)
	d := &desk{t: t}
	d.Place = New(Config{
		Now:     func() time.Time { return now },
		Words:   say.For("en"),
		Numbers: func() bool { return true },
		Append: func(events ...talk.Event) bool {
			if d.noFile {
				return false
			}
			d.log(events...)
			return true
		},
		NewEvent:    func(body talk.EventBody) talk.Event { return journal.NewEvent(now, body) },
		GoTo:        func(_ talk.Span, section int) { d.went = append(d.went, section) },
		Rehearse:    func() { d.opened = append(d.opened, "next") },
		OpenRun:     func(id string) { d.opened = append(d.opened, id) },
		PrintCards:  func(run *talk.Run) { d.printed = append(d.printed, run) },
		Counting:    func() bool { return d.counting },
		SetCounting: func(on bool) { d.counting = on },
		Focus:       func(f fyne.Focusable) { d.win.Canvas().Focus(f) },
	})
	d.win = uitest.Window(t, fyne.NewSize(1280, 1000), d.Content())
	d.Begin(markdown.Parse([]byte(source)).Talk(), "talk.md")
	d.log(events...)
	return d
}

// log writes into the journal and shows what it has then.
func (d *desk) log(events ...talk.Event) {
	d.events = append(d.events, events...)
	live := journal.Live(d.events)
	d.SetLog(live, journal.Runs(d.events))
}

// words returns all words that are seen, in their order.
func (d *desk) words() string {
	var words []string
	for _, o := range test.LaidOutObjects(d.Content()) {
		if t, ok := o.(*canvas.Text); ok && t.Text != "" {
			words = append(words, t.Text)
		}
	}
	return strings.Join(words, " ")
}

func (d *desk) says(parts ...string) {
	d.t.Helper()
	words := strings.Join(strings.Fields(d.words()), " ")
	for _, p := range parts {
		if !strings.Contains(words, p) {
			d.t.Errorf("%q is not to be seen in: %s", p, words)
		}
	}
}

// tap taps the visible button or chip with these words.
func (d *desk) tap(text string) {
	d.t.Helper()
	for _, o := range test.LaidOutObjects(d.Content()) {
		switch o := o.(type) {
		case *widgets.Button:
			if o.Text == text {
				test.Tap(o)
				return
			}
		case *widgets.Chip:
			if o.Text == text {
				test.Tap(o)
				return
			}
		}
	}
	d.t.Fatalf("there is no button %q in: %s", text, d.words())
}

// fields returns the fields of the open form.
func (d *desk) fields() []*field {
	var all []*field
	for _, o := range test.LaidOutObjects(d.form) {
		if f, ok := o.(*field); ok {
			all = append(all, f)
		}
	}
	return all
}

const deal = "---\ntitle: Put the lid on\ndate: 2027-03-22\nslot: 12m\nquestions: 2m\nlisteners: 40\npromises:\n  - You save five minutes tonight.\n---\n\n## One (5m)\nnew: 3\n\n- a\n\n## Two (5m)\nnew: 4\n\n- b\n"

// run makes the events of a run.
func run(kind talk.RunKind, at time.Time, spoken ...time.Duration) []talk.Event {
	plan := talk.RunPlan{Slot: 12 * time.Minute, Questions: 2 * time.Minute, Sections: []string{"One", "Two"}}
	var measure talk.RunMeasure
	for i, d := range spoken {
		plan.Slides = append(plan.Slides, talk.PlannedSlide{Section: i, Planned: 5 * time.Minute})
		measure.Spoken = append(measure.Spoken, talk.SpokenTime{Slide: i, Spoken: d})
	}
	start := journal.NewEvent(at, talk.RunStart{Kind: kind, Event: "Kitchen Days", Listeners: 38, Plan: plan})
	return []talk.Event{start, journal.NewEvent(at.Add(10*time.Minute), talk.RunEnd{Run: start.ID, RunMeasure: measure})}
}

func balance(at time.Time, points int) talk.Event {
	p := func(n int) *talk.ScorePoints {
		return &talk.ScorePoints{Points: 1000 * n, Low: 1000 * (n - 10), High: 1000 * (n + 10)}
	}
	return journal.NewEvent(at, talk.ScoreTaken{Balance: p(points)})
}

func TestAnEmptyJourneyTeaches(t *testing.T) {
	d := newDesk(t, "")
	d.says("Each day that you work on the talk adds a point here.", "None yet. The first run shows", "Nothing yet. Print the cards", "Not yet. Give it with the clock", "no date")
	if len(d.growth.curve.Points) != 0 {
		t.Errorf("the curve has %v", d.growth.curve.Points)
	}
}

func TestHowItGrew(t *testing.T) {
	events := []talk.Event{balance(daysAgo(10), -20), balance(daysAgo(5), 10), balance(daysAgo(5).Add(time.Hour), 30),
		journal.NewEvent(daysAgo(4), talk.MessageChange{From: "a", To: "b", Reason: "they told me"}),
		journal.NewEvent(daysAgo(9), talk.MessageChange{To: "a"})}
	events = append(events, run(talk.RunPractice, daysAgo(3), 5*time.Minute, 6*time.Minute)...)
	events = append(events, balance(daysAgo(0), 50))
	d := newDesk(t, deal, events...)
	c := d.growth.curve
	var values []float32
	for _, p := range c.Points {
		values = append(values, p.Value)
		if p.Low != p.Value-10 || p.High != p.Value+10 || p.At < 0 || p.At > 1 {
			t.Errorf("a point is %+v", p)
		}
	}
	if !slices.Equal(values, []float32{-20, 30, 50}) {
		t.Errorf("the curve has %v: of a day the last one counts", values)
	}
	if c.Points[1].At != 0.5 && (c.Points[1].At < 0.49 || c.Points[1].At > 0.52) {
		t.Errorf("the middle of ten days is at %v", c.Points[1].At)
	}
	if len(c.Marks) != 2 || c.Marks[0].Line || !c.Marks[1].Line {
		t.Errorf("the marks are %+v: a run and a change, and the first message is none", c.Marks)
	}
	d.says("message changed: “they told me”", "run 1")
	d.ShowReport(score.Report{Rated: true, Balance: score.Balance{Points: 60 * score.Point, Range: score.Range{Low: 55 * score.Point, High: 65 * score.Point}}})
	if last := c.Points[len(c.Points)-1]; last.Value != 60 || len(c.Points) != 3 {
		t.Errorf("the score of now is %+v among %d", last, len(c.Points))
	}
}

func TestYourPart(t *testing.T) {
	d := newDesk(t, deal,
		journal.NewEvent(daysAgo(5), talk.Prep{Spent: 90 * time.Minute, What: "research"}),
		journal.NewEvent(daysAgo(5).Add(time.Hour), talk.Prep{Spent: 30 * time.Minute, Counted: true}),
		journal.NewEvent(daysAgo(2), talk.Prep{Spent: time.Hour}))
	d.says("3 h ", "prepared, for 12m × 40 people = 8 h of theirs", "1 h 30 research · 15 Mar", "30 min writing · 15 Mar")
	if got := d.effort.days.Items; len(got) != 2 || got[0].Value != 120 || got[1].Value != 60 {
		t.Errorf("the bars are %+v", got)
	}
	d.tap("×") // the latest
	d.says("2 h ")

	d.tap("Add hours…")
	fields := d.fields()
	if d.win.Canvas().Focused() != fields[0] {
		t.Error("the cursor is not in the first field")
	}
	test.Type(fields[0], "soon")
	test.Type(fields[1], "the demo")
	d.tap("Add")
	d.says("Say it as 45m, 1h 30m or 2h.")
	fields[0].SetText("45m")
	d.noFile = true
	d.tap("Add")
	d.says("Save the talk first")
	d.noFile = false
	d.tap("Add")
	d.says("2 h 45", "45 min the demo")
	if d.form.Visible() {
		t.Error("the form stays")
	}
	last := d.events[len(d.events)-1]
	if p, ok := last.Body.(talk.Prep); !ok || p.Spent != 45*time.Minute || p.What != "the demo" || p.Counted {
		t.Errorf("the journal has %+v", last.Body)
	}
	test.Tap(d.effort.count)
	if !d.counting {
		t.Error("counting is not on")
	}
}

func TestEscapeClosesAForm(t *testing.T) {
	d := newDesk(t, deal)
	d.tap("Add hours…")
	if !d.form.Visible() {
		t.Fatal("there is no form")
	}
	d.fields()[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if d.form.Visible() || !d.page.Visible() {
		t.Error("Escape leaves the form open")
	}
}

// A field hands F1 on to the window, which shows the keys.
func TestFieldsPassF1On(t *testing.T) {
	d := newDesk(t, deal)
	d.tap("Add hours…")
	win := d.win
	var passed []fyne.KeyName
	win.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { passed = append(passed, e.Name) })
	field := d.fields()[0]
	win.Canvas().Focus(field)
	for _, key := range []fyne.KeyName{fyne.KeyLeft, fyne.KeyF1, fyne.KeyRight} {
		win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
	}
	if !slices.Equal(passed, []fyne.KeyName{fyne.KeyF1}) || !d.form.Visible() {
		t.Errorf("the window hears %v, the form is shown: %v", passed, d.form.Visible())
	}
}

func TestRunsAndGivings(t *testing.T) {
	events := run(talk.RunPractice, daysAgo(6), 5*time.Minute, 6*time.Minute)
	given := run(talk.RunGiven, daysAgo(1), 5*time.Minute, 4*time.Minute)
	d := newDesk(t, deal, append(events, given...)...)
	d.says("Run 1 6 days ago · 1:00 behind", "11:00", "Kitchen Days yesterday · 1:00 ahead", "Kitchen Days 19 Mar · 38 listeners · 9:00 of 10:00",
		"Rehearse again; the last whole run was 6 days ago.", "in 2 days")
	d.tap("Debrief…")
	d.says("Now that it is given", "You save five minutes tonight.")
	d.tap("kept in part")
	fields := d.fields()
	test.Type(fields[0], "Does it work on gas?\n\nWhat about glass lids?")
	test.Type(fields[1], "Bring a pot.")
	d.tap("Keep it")
	d.says("kept in part: You save five minutes tonight.", "asked: Does it work on gas? · What about glass lids?", "next time: Bring a pot.")
	got, ok := d.events[len(d.events)-1].Body.(talk.Debrief)
	if !ok || got.Run != given[0].ID || len(got.Asked) != 2 || got.Promises[0].Kept != talk.KeptPartly {
		t.Errorf("the journal has %+v", got)
	}
	d.tap("Change the debrief…")
	if f := d.fields(); f[1].Text != "Bring a pot." {
		t.Errorf("the debrief comes back as %q", f[1].Text)
	}
	d.tap("kept in part") // takes it back
	d.tap("Keep it")
	if got := d.events[len(d.events)-1].Body.(talk.Debrief); got.Promises[0].Kept != "" {
		t.Errorf("taken back, it is %q", got.Promises[0].Kept)
	}
}

func TestListeners(t *testing.T) {
	given := run(talk.RunGiven, daysAgo(1), 5*time.Minute, 4*time.Minute)
	d := newDesk(t, deal, given...)
	d.tap("Print cards…")
	if len(d.printed) != 1 || d.printed[0] == nil || d.printed[0].ID != given[0].ID {
		t.Fatalf("the cards are for %v", d.printed)
	}
	d.tap("Type one in…")
	d.tap("Add the card")
	d.says("Type in what stands on the card first.")
	fields := d.fields()
	test.Type(fields[0], "Lids tonight.")
	var ratings []*widgets.Rating
	for _, o := range test.LaidOutObjects(d.form) {
		if r, ok := o.(*widgets.Rating); ok {
			ratings = append(ratings, r)
		}
	}
	if len(ratings) != len(questions()) {
		t.Fatalf("there are %d ratings", len(ratings))
	}
	for i, r := range ratings {
		r.TypedRune(rune('1' + i%5))
	}
	d.tap("Add the card")
	got, ok := d.events[len(d.events)-1].Body.(talk.Feedback)
	want := talk.Feedback{Run: given[0].ID, Took: "Lids tonight.", Worth: 1, Rubric: talk.Rubric{New: 2, Relevant: 3, Concrete: 4, Usable: 5, Clear: 1}}
	if !ok || got != want {
		t.Errorf("the journal has %+v, want %+v", got, want)
	}
	d.log(journal.NewEvent(now, talk.Feedback{Run: given[0].ID, Worth: 4, Rubric: talk.Rubric{New: 5}}))
	d.says("2 cards", "It was worth my time. 2.5", "I heard something new. 3.5 you: 4.5 (−1.0)", "“Lids tonight.”")
	d.log(journal.NewEvent(now, talk.Feedback{Run: given[0].ID, Took: "Divide", Said: "Too fast", Name: "Ann"}))
	d.says("“Divide” “Too fast” Ann")
	d.log(journal.NewEvent(now, talk.Feedback{Run: given[0].ID, Said: "Too slow"}))
	d.says("“Too slow”")
}

func TestBeforeTheDay(t *testing.T) {
	d := newDesk(t, deal)
	d.ShowReport(score.Of(markdown.Parse([]byte(deal+"\n- c\n")).Talk(), score.Inputs{Today: now}))
	rows := 0
	for _, o := range d.before.rows.Objects {
		if row, ok := o.(*widgets.FindingRow); ok {
			rows++
			if row.Title == "" || rows == 1 && row.Points == "" {
				t.Errorf("a row says %q, %q", row.Points, row.Title)
			}
		}
	}
	if rows != mostBefore {
		t.Fatalf("%d findings are listed", rows)
	}
	test.Tap(d.before.rows.Objects[0].(*widgets.FindingRow))
	if len(d.went) != 1 {
		t.Errorf("it goes to %v", d.went)
	}
	d.tap("Rehearse")
	if !slices.Equal(d.opened, []string{"next"}) {
		t.Errorf("opened is %v", d.opened)
	}
}

// After the talk was given the journey no longer speaks as before it.
func TestBeforeTheDay_AfterIt(t *testing.T) {
	given := run(talk.RunGiven, daysAgo(1), 5*time.Minute, 4*time.Minute)
	d := newDesk(t, "---\ntitle: Pots\n---\n\n## A\n", given...)
	d.says("Before you give it again", "You gave it yesterday. Rehearse it whole, aloud, before the next time.")
	if words := d.words(); strings.Contains(words, "Before the day") || strings.Contains(words, "for the first time") {
		t.Errorf("it speaks as before: %s", words)
	}
	d = newDesk(t, deal, given...) // another day is to come
	d.says("Before the day", "You gave it yesterday.")
	d = newDesk(t, deal)
	d.says("Before the day", "Rehearse it whole, aloud, for the first time.")
}

// A run that was too quick, or not whole, is no rehearsal, and yet no longer the
// first time.
func TestBeforeTheDay_AfterARunThatDoesNotCount(t *testing.T) {
	whole := run(talk.RunPractice, daysAgo(1), 5*time.Minute, 4*time.Minute)
	for want, spoken := range map[string][]time.Duration{
		"The run yesterday took less than half of the plan. Rehearse it whole, aloud, at your pace.": {5 * time.Second, 4 * time.Second},
		"The run yesterday did not come to the end. Rehearse it whole, aloud.":                       {5 * time.Minute, 0},
	} {
		tried := run(talk.RunPractice, daysAgo(1), spoken...)
		d := newDesk(t, deal, tried...)
		d.says(want)
		if words := d.words(); strings.Contains(words, "for the first time") {
			t.Errorf("it is the first time still: %s", words)
		}
		d = newDesk(t, deal, append(whole, tried...)...)
		d.says("Rehearse again; the last whole run was yesterday.")
	}
	tried := run(talk.RunPractice, daysAgo(1), 5*time.Minute, 4*time.Minute)
	part := journal.NewEvent(daysAgo(1), talk.RunPart{Run: tried[0].ID, RunMeasure: tried[1].Body.(talk.RunEnd).RunMeasure})
	newDesk(t, deal, tried[0], part).says("The run yesterday did not come to the end.") // cut off on the last slide
}

// What the listeners' hours cannot be told without is named, and nothing else.
func TestTheirHours_NamesWhatIsMissing(t *testing.T) {
	for head, want := range map[string]string{
		"title: Pots":   "prepared. Say how long the slot is and how many will listen, and you see their hours beside yours.",
		"slot: 20m":     "prepared. Say how many will listen, and you see their hours beside yours.",
		"listeners: 40": "prepared. Say how long the slot is, and you see their hours beside yours.",
	} {
		d := newDesk(t, "---\n"+head+"\n---\n\n## A\n")
		d.says(want)
	}
}

// What the form for giving asked is known here, where the talk does not say it.
func TestTheirHours_OfTheTalkAsGiven(t *testing.T) {
	given := append(run(talk.RunGiven, daysAgo(9), 5*time.Minute, 4*time.Minute), run(talk.RunGiven, daysAgo(1), 5*time.Minute, 4*time.Minute)...)
	last := given[2].Body.(talk.RunStart)
	last.Listeners = 0 // not asked for
	given[2].Body = last
	for head, want := range map[string]string{
		"title: Pots":              "12m × 38 people = 7 h 36",
		"slot: 20m":                "20m × 38 people = 12 h 40",
		"slot: 30m\nlisteners: 40": "30m × 40 people = 20 h",
	} {
		d := newDesk(t, "---\n"+head+"\n---\n\n## A\n", given...)
		d.says(want)
	}
}

func TestDays(t *testing.T) {
	d := newDesk(t, "")
	berlin := time.FixedZone("", 3600)
	for _, c := range []struct {
		day  time.Time
		want string
	}{
		{now, "today"}, {now.AddDate(0, 0, 1), "tomorrow"}, {now.AddDate(0, 0, 9), "in 9 days"}, {daysAgo(1), "yesterday"}, {daysAgo(2), "2 days ago"},
		{time.Date(2027, 3, 20, 0, 30, 0, 0, berlin), "today"}, {time.Date(2027, 4, 20, 0, 0, 0, 0, time.UTC), "in 31 days"},
	} {
		if got := d.away(c.day); got != c.want {
			t.Errorf("%v is %q, want %q", c.day, got, c.want)
		}
	}
}

// TestInEveryWidth looks that no card leaves the window.
func TestInEveryWidth(t *testing.T) {
	d := newDesk(t, deal, run(talk.RunGiven, daysAgo(1), 5*time.Minute, 4*time.Minute)...)
	for _, width := range []float32{640, 900, 1280, 2000} {
		d.win.Resize(fyne.NewSize(width, 600))
		for i, card := range d.cards.Objects {
			if right := card.Position().X + card.Size().Width; right > width-2*gap+1 || card.Size().Height < card.MinSize().Height {
				t.Errorf("at %v card %d ends at %v and is %v high of %v", width, i, right, card.Size().Height, card.MinSize().Height)
			}
			for _, other := range d.cards.Objects[:i] {
				if overlap(card, other) {
					t.Errorf("at %v card %d lies on another", width, i)
				}
			}
		}
	}
}

func overlap(a, b fyne.CanvasObject) bool {
	p, q := a.Position(), b.Position()
	return p.X < q.X+b.Size().Width && q.X < p.X+a.Size().Width && p.Y < q.Y+b.Size().Height && q.Y < p.Y+a.Size().Height
}

func TestRunsAreDrawnAgainstTheirPlan(t *testing.T) {
	d := newDesk(t, deal, append(run(talk.RunPractice, daysAgo(3), 5*time.Minute, 6*time.Minute), run(talk.RunPractice, daysAgo(1), 5*time.Minute, 5*time.Minute)...)...)
	d.says("the line is the plan")
	var bars []*widgets.SpreadBar
	for _, row := range d.runList.rows.Objects {
		bars = append(bars, row.(*widgets.CardButton).Content.(*fyne.Container).Objects[1].(*widgets.SpreadBar))
	}
	if len(bars) != 2 {
		t.Fatalf("%d runs are drawn", len(bars))
	}
	for i, want := range []struct {
		took int
		tone theme.Tone
	}{{600, theme.Give}, {660, theme.Take}} {
		if b := bars[i]; b.Longest != want.took || b.Tone != want.tone || b.Planned != 600 || b.Most != 660 {
			t.Errorf("run %d is drawn as %d of %d in tone %v, planned %d", i, b.Longest, b.Most, b.Tone, b.Planned)
		}
	}
}

func TestSigned(t *testing.T) {
	for points, want := range map[float32]string{31.4: "+31", 0.2: "0", -0.4: "0", -8.6: "−9"} {
		if got := signed(points); got != want {
			t.Errorf("%v is %q, want %q", points, got, want)
		}
	}
}

// A talk that was given without the clock is told afterwards, and has its debrief.
func TestGivenWithoutTheClock(t *testing.T) {
	d := newDesk(t, "---\ntitle: A talk\nslot: 20m\nevent: A night\ndate: 2027-03-18\nlisteners: 40\n---\n\n## One\n\n- a point\n")
	fields := func() []*field {
		var all []*field
		for _, o := range test.LaidOutObjects(d.Content()) {
			if f, ok := o.(*field); ok {
				all = append(all, f)
			}
		}
		if len(all) != 4 {
			t.Fatalf("the form has %d fields", len(all))
		}
		return all
	}
	d.openRecord()
	for _, c := range []struct{ date, took, listeners, want string }{
		{"soon", "21", "40", "The date is written like"},
		{"2027-03-21", "21", "40", "still to come"},
		{"2027-03-18", "", "40", "Say how long"},
		{"2027-03-18", "21", "many", "Listeners are a number"},
	} {
		all := fields()
		all[1].SetText(c.date)
		all[2].SetText(c.took)
		all[3].SetText(c.listeners)
		all[2].OnSubmitted("")
		if got := test.RenderObjectToMarkup(d.Content()); !strings.Contains(got, c.want) || len(d.runs) != 0 {
			t.Errorf("%+v: %d runs, and this is to be seen:\n%s", c, len(d.runs), got)
		}
	}
	d.openRecord() // with what was typed in
	d.tap("Throw it away")
	d.openRecord() // as the deal says it
	all := fields()
	all[2].SetText("21")
	all[2].OnSubmitted("")
	if len(d.runs) != 1 {
		t.Fatalf("there are %d runs", len(d.runs))
	}
	run := d.runs[0]
	if run.Kind != talk.RunGiven || run.Total() != 21*time.Minute || run.Event != "A night" || run.Date != "2027-03-18" || run.Listeners != 40 ||
		run.Ended.Sub(run.Started) != 21*time.Minute || run.Started.Format(time.DateOnly) != run.Date {
		t.Errorf("the run is %+v", run)
	}
	got := test.RenderObjectToMarkup(d.Content())
	for _, want := range []string{"A night", "40 listeners", "21:00 of 20:00", "Debrief…"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not to be seen in\n%s", want, got)
		}
	}
}

// A balance that is known, or at the end of the scale, has no range to tell.
func TestKnownBalanceHasNoRange(t *testing.T) {
	for _, test := range []struct {
		points, low, high int
		want              string
	}{
		{-100_000, -100_000, -100_000, "balance −100"},
		{12_300, 12_000, 12_400, "balance +12"},
		{12_300, 2_000, 22_000, "balance +12, between +2 and +22"},
	} {
		b := talk.ScorePoints{Points: test.points, Low: test.low, High: test.high}
		d := newDesk(t, deal, journal.NewEvent(daysAgo(0), talk.ScoreTaken{Balance: &b}))
		if got := d.growth.now.Text; got != test.want {
			t.Errorf("%+v: %q, want %q", b, got, test.want)
		}
	}
}

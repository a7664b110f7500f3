package draft

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
	"talkgiver/ui/uitest"
	"talkgiver/ui/widgets"
)

// What people type is what the file has, in the file's own form; what cannot be
// read stays as it was typed.
func TestForFile(t *testing.T) {
	today := time.Date(2027, 4, 20, 0, 0, 0, 0, time.UTC)
	tests := []struct {
		field       markdown.Field
		typed, file string
	}{
		{markdown.FieldDate, "4 May 2027", "2027-05-04"}, {markdown.FieldDate, "4.5.2027", "2027-05-04"}, {markdown.FieldDate, "2027-05-04", "2027-05-04"},
		{markdown.FieldDate, "4. Mai", "2027-05-04"}, {markdown.FieldDate, "in spring", "in spring"}, {markdown.FieldDate, "", ""},
		{markdown.FieldSlot, "20", "20"}, {markdown.FieldSlot, "20 min", "20 min"}, {markdown.FieldSlot, "1h", "1h"}, {markdown.FieldSlot, "1.5 h", "1h 30m"},
		{markdown.FieldSlot, "20 Minuten", "20m"}, {markdown.FieldSlot, "long", "long"}, {markdown.FieldQuestions, "0", "0"}, {markdown.FieldQuestions, "5'", "5m"},
		{markdown.FieldListeners, "about 1,500", "1500"}, {markdown.FieldListeners, "many", "many"}, {markdown.FieldMessage, "20 Minuten", "20 Minuten"},
	}
	for _, test := range tests {
		if got := forFile(test.field, test.typed, today); got != test.file {
			t.Errorf("%q in %s becomes %q, want %q", test.typed, test.field, got, test.file)
		}
	}
}

// A day is typed as people do; when the field is left it shows what the file has.
func TestTypingADay(t *testing.T) {
	d := newDesk(t, "---\nslot: 20m\n---\n\n## One\n")
	d.openDeal()
	height := d.deal.whole.MinSize().Height
	date := fieldsOf(d)["date"]
	d.in(date, "").write("4. Mai 2027")
	if date.Text != "4. Mai 2027" || !strings.Contains(d.source(), "date: 2027-05-04\n") {
		t.Errorf("the field has %q, the file\n%s", date.Text, d.source())
	}
	d.win.Canvas().Focus(fieldsOf(d)["listeners"])
	if date.Text != "2027-05-04" {
		t.Errorf("left, the field has %q", date.Text)
	}
	d.write("150")
	if want := "Tuesday, in 14 days · 20m × 150 people = 50 hours of theirs"; d.deal.about.Text != want {
		t.Errorf("it says %q, want %q", d.deal.about.Text, want)
	}
	if got := d.deal.whole.MinSize().Height; got != height {
		t.Errorf("the deal is %v high, and was %v: what is below has moved", got, height)
	}
	for range 3 {
		d.write("\b")
	}
	d.in(date, "2027-05-04").write(strings.Repeat("\b", 10))
	if d.deal.about.Text != "" || strings.Contains(d.source(), "date") {
		t.Errorf("emptied, it says %q of\n%s", d.deal.about.Text, d.source())
	}
}

// The field shows the title that the talk has, and changes it where it stands.
func TestTitleOfTheHeading(t *testing.T) {
	d := newDesk(t, "# Brot\n\n## Hefe\n\n- lebt\n")
	d.openDeal()
	title := fieldsOf(d)["title"]
	if title.Text != "Brot" {
		t.Fatalf("the field has %q", title.Text)
	}
	d.in(title, "Brot").write("\b\b\b\b")
	d.write("Roggen")
	if want := "# Roggen\n\n## Hefe\n\n- lebt\n"; d.source() != want || title.Text != "Roggen" {
		t.Errorf("the field has %q, the file\n%s", title.Text, d.source())
	}
	d.win.Canvas().Focus(fieldsOf(d)["event"])
	d.undoAll()
	if title.Text != "Brot" {
		t.Errorf("undone, the field has %q", title.Text)
	}
}

func TestKnows(t *testing.T) {
	d := newDesk(t, "---\nknows:\n  - API\n  - stand-up\nslot: 20m\n---\n\n## One\n")
	d.openDeal()
	knows := fieldsOf(d)["knows"]
	if knows.Text != "API, stand-up" {
		t.Fatalf("the field has %q", knows.Text)
	}
	d.in(knows, "stand-up").write(", CI")
	d.win.Canvas().Unfocus()
	if knows.Text != "API, stand-up, CI" || d.source() != "---\nknows: API, stand-up, CI\nslot: 20m\n---\n\n## One\n" {
		t.Errorf("the field has %q, the file\n%s", knows.Text, d.source())
	}
	d.cfg.Undo()
	for d.history.CanUndo() {
		d.cfg.Undo()
	}
	if knows.Text != "API, stand-up" {
		t.Errorf("undone, the field has %q", knows.Text)
	}
}

func TestWords(t *testing.T) {
	d := newDesk(t, "") // on 2027-04-20
	for day, want := range map[string]string{"2027-04-20": "Tuesday, today", "2027-04-21": "Wednesday, tomorrow", "2027-05-04": "Tuesday, in 14 days", "2027-04-19": "Monday, yesterday", "2027-04-01": "Thursday, 19 days ago"} {
		at, err := time.Parse(time.DateOnly, day)
		if err != nil {
			t.Fatal(err)
		}
		if got := d.deal.dayWords(at); got != want {
			t.Errorf("%s is %q, want %q", day, got, want)
		}
	}
	for front, want := range map[string]string{
		"slot: 20m\nlisteners: 150": "50 hours of theirs", "slot: 20m": "", "listeners: 3": "", "slot: 5m\nlisteners: 12": "60 minutes of theirs",
		"slot: 20m\nlisteners: 1": "20 minutes of theirs", "slot: 90m\nlisteners: 3": "4 h 30 of theirs", "slot: 5m\nlisteners: 40": "3 h 20 of theirs", "slot: 1m\nlisteners: 1": "1 minute of theirs",
	} {
		tk := markdown.Parse([]byte("---\n" + front + "\n---\n")).Talk()
		if got := theirHours(&tk.Deal); got != want {
			t.Errorf("%q takes %q, want %q", front, got, want)
		}
	}
}

const linked = `---
message: Say less, and mean it.
needs:
  - first need
  - second need
  - third need
promises:
  - one promise
truths:
  - one truth
---

## One
meets: need 1, need 3
makes: promise 1

- a #keep1

## Two #skip
meets: truth 1, need 2

## Three
meets: need 1

- b
`

// Each entry says where it is kept, or that it is not yet.
func TestKept(t *testing.T) {
	d := newDesk(t, linked)
	d.openDeal()
	words := func() string {
		var list []string
		for _, l := range d.deal.lists {
			for _, chip := range l.kept {
				list = append(list, chip.Text)
			}
		}
		return strings.Join(list, "|")
	}
	if got, want := words(), "met in 1, 3|not met yet|met in 1|kept in 1|not told yet"; got != want {
		t.Fatalf("it says %s, want %s", got, want)
	}
	needs := d.deal.lists[0]
	test.Tap(needs.kept[1])
	d.choose("3 · Three")
	if got := d.document.Talk().Sections[2].Meets; len(got) != 2 || got[1].Number != 2 {
		t.Errorf("section 3 meets %v", got)
	}
	if got := needs.kept[1].Text; got != "met in 3" {
		t.Errorf("linked, it says %q", got)
	}
	test.Tap(needs.kept[0])
	d.choose("Go to 3")
	if d.Current() != 3 || !d.cards[2].body.entry.hasFocus {
		t.Errorf("the cursor is in section %d", d.Current())
	}
	test.Tap(needs.kept[0])
	d.choose("1 · One") // checked: it is taken away
	if got := needs.kept[0].Text; got != "met in 3" {
		t.Errorf("taken away, it says %q", got)
	}
	// Where the entry goes, its links go along, and so do the words.
	tapRow(d, needs, 0, "↓")
	if got, want := words(), "met in 3|met in 3|met in 1|kept in 1|not told yet"; got != want {
		t.Errorf("moved, it says %s, want %s", got, want)
	}
	tapRow(d, needs, 2, "×")
	if len(needs.kept) != 2 || len(d.document.Talk().Sections[0].Meets) != 0 {
		t.Errorf("removed, there are %d chips, and section 1 meets %v", len(needs.kept), d.document.Talk().Sections[0].Meets)
	}
	d.agrees()
}

func (d *desk) needs() string {
	var list []string
	for _, v := range d.document.Talk().Deal.Needs {
		list = append(list, v.Text)
	}
	return strings.Join(list, "|")
}

// An entry is moved with Alt and an arrow, and the cursor goes with it.
func TestMoveEntryByKey(t *testing.T) {
	d := newDesk(t, linked)
	d.openDeal()
	needs := d.deal.lists[0]
	d.in(needs.entries[0], "first")
	d.MoveCurrent(-1) // already on top
	d.MoveCurrent(+1)
	if got := d.needs(); got != "second need|first need|third need" {
		t.Fatalf("the needs are %s", got)
	}
	if before, _ := d.cursorAt(); before != "first" || d.focused() != needs.entries[1] {
		t.Errorf("the cursor is behind %q in %q", before, d.focused().Text)
	}
	d.MoveCurrent(+1)
	d.MoveCurrent(+1)
	if got := d.needs(); got != "second need|third need|first need" {
		t.Errorf("the needs are %s", got)
	}
	if got := fmt.Sprint(len(d.document.Talk().Sections)); got != "3" || d.document.Talk().Sections[0].Title != "One" {
		t.Error("a section was moved instead")
	}
}

// An entry is dragged to its place, over several rows and back.
func TestDragEntry(t *testing.T) {
	d := newDesk(t, linked)
	d.openDeal()
	needs := d.deal.lists[0]
	rowTop := func(n int) float32 {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(needs.object.Objects[n]).Y
	}
	drag := func(handle *grip, y float32) {
		handle.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: fyne.NewPos(0, y)}})
	}
	gripOf := func(n int) *grip {
		for _, o := range uitest.Visible(needs.object.Objects[n]) {
			if g, ok := o.(*grip); ok {
				return g
			}
		}
		t.Fatalf("row %d has no handle", n)
		return nil
	}
	first := gripOf(1)
	for _, step := range []struct {
		y    float32
		want string
	}{
		{rowTop(1) + 5, "first need|second need|third need"},
		{rowTop(2) + 5, "second need|first need|third need"},
		{rowTop(3) + 5, "second need|third need|first need"},
		{rowTop(3) + 500, "second need|third need|first need"},
		{rowTop(1) - 500, "first need|second need|third need"},
		{rowTop(2) + 1, "second need|first need|third need"},
	} {
		if drag(first, step.y); d.needs() != step.want {
			t.Fatalf("dragged to %v, the needs are %s, want %s", step.y, d.needs(), step.want)
		}
	}
	first.DragEnd()
	drag(gripOf(3), rowTop(1)+1)
	if d.needs() != "third need|second need|first need" {
		t.Errorf("the last one dragged to the top, the needs are %s", d.needs())
	}
	if s := d.document.Talk().Sections[0]; len(s.Meets) != 2 || s.Meets[0].Number != 3 || s.Meets[1].Number != 1 {
		t.Errorf("the links of section 1 are %v", s.Meets)
	}
	d.agrees()
	for _, o := range uitest.Visible(d.deal.lists[1].object) {
		if _, ok := o.(*grip); ok {
			t.Error("a list of one can be dragged")
		}
	}
}

// A changed message is noted when its field is left, and asks why in a line
// that stands in nobody's way.
func TestMessageChange(t *testing.T) {
	tests := map[string]struct {
		do     func(*desk)
		noted  string
		asking bool
	}{
		"changed": {func(d *desk) { d.message("Do more.") }, "Say less. > Do more.", true},
		"with a reason": {func(d *desk) {
			d.message("Do more.")
			d.in(d.deal.change.reason, "").write("new data\n")
		}, "Say less. > Do more. (new data)", false},
		"with a reason, left": {func(d *desk) {
			d.message("Do more.")
			d.in(d.deal.change.reason, "").write("new data")
			d.win.Canvas().Unfocus()
		}, "Say less. > Do more. (new data)", false},
		"a reason that is not begun waits": {func(d *desk) {
			d.message("Do more.")
			d.in(d.deal.change.reason, "")
			d.win.Canvas().Unfocus()
		}, "Say less. > Do more.", true},
		"passed by": {func(d *desk) {
			d.message("Do more.")
			for _, o := range uitest.Visible(d.deal.change.row) {
				if chip, ok := o.(*widgets.Chip); ok {
					test.Tap(chip)
				}
			}
		}, "Say less. > Do more.", false},
		"folded away":       {func(d *desk) { d.message("Do more."); tapChip(d, "⌃") }, "Say less. > Do more.", false},
		"changed twice":     {func(d *desk) { d.message("Do more."); d.message("Do it.") }, "Say less. > Do it.", true},
		"only signs":        {func(d *desk) { d.message("say less!") }, "", false},
		"gone on with":      {func(d *desk) { d.message("Say less. Mean it.") }, "Say less. > Say less. Mean it.", false},
		"typed back":        {func(d *desk) { d.message("Do more."); d.message("Say less.") }, "", false},
		"taken away":        {func(d *desk) { d.message("") }, "Say less. > ", false},
		"undone":            {func(d *desk) { d.message("Do more."); d.undoAll() }, "", false},
		"undone and redone": {func(d *desk) { d.message("Do more."); d.undoAll(); d.redoAll(); d.win.Canvas().Unfocus() }, "", false},
		"looked at":         {func(d *desk) { d.in(d.deal.message, ""); d.win.Canvas().Unfocus() }, "", false},
		"without a file":    {func(d *desk) { d.noFile = true; d.message("Do more.") }, "", false},
		"another talk": {func(d *desk) {
			d.message("Do more.")
			d.deal.change.reason.SetText("half a rea")
			d.Open(markdown.Parse([]byte(small)))
		}, "Say less. > Do more. (half a rea)", false},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, small)
			d.openDeal()
			test.do(d)
			if got := d.noted(); got != test.noted {
				t.Errorf("noted is %q, want %q", got, test.noted)
			}
			if got := d.deal.change.row.Visible(); got != test.asking {
				t.Errorf("it asks: %v, want %v", got, test.asking)
			}
		})
	}
	t.Run("the first message", func(t *testing.T) {
		d := newDesk(t, "## One\n")
		d.openDeal()
		d.message("Say less.")
		if d.noted() != " > Say less." || d.deal.change.row.Visible() {
			t.Errorf("noted is %q, and it asks: %v", d.noted(), d.deal.change.row.Visible())
		}
	})
	t.Run("Enter leads to the question", func(t *testing.T) {
		d := newDesk(t, small)
		d.openDeal()
		d.in(d.deal.message, "Say less.").write("\b or more.\n")
		if d.focused() != d.deal.change.reason {
			t.Error("Enter in a changed message does not lead to the question")
		}
		d.write("a reason\n")
		if d.focused() != d.deal.message || d.noted() != "Say less. > Say less or more. (a reason)" {
			t.Errorf("noted is %q", d.noted())
		}
		d.write("\n")
		if d.focused() != fieldsOf(d)["audience"] {
			t.Error("Enter in a message that did not change does not lead on")
		}
	})
}

// message writes another message and leaves the field.
func (d *desk) message(text string) {
	e := d.deal.message
	d.in(e, e.Text).write(strings.Repeat("\b", len([]rune(e.Text))) + text)
	d.win.Canvas().Unfocus()
}

func (d *desk) undoAll() {
	for d.history.CanUndo() {
		d.cfg.Undo()
	}
	d.win.Canvas().Unfocus()
}

func (d *desk) redoAll() {
	for d.history.CanRedo() {
		d.cfg.Redo()
	}
}

func tapChip(d *desk, text string) {
	d.t.Helper()
	for _, o := range uitest.Visible(d.deal.object) {
		if chip, ok := o.(*widgets.Chip); ok && chip.Text == text {
			test.Tap(chip)
			return
		}
	}
	d.t.Fatalf("no chip says %s", text)
}

// Whose hours the talk takes is seen in the folded deal too.
func TestFoldedDeal(t *testing.T) {
	d := newDesk(t, everything)
	if d.deal.unfolded() {
		t.Fatal("a deal that says the most important is not folded")
	}
	if got, want := d.deal.who.Text, "For people who listen · 5 hours of theirs"; got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
	if talk.CountWords(d.deal.summary.Text) != 5 || d.deal.count.Text != "5 words" {
		t.Errorf("the message is %q with %q", d.deal.summary.Text, d.deal.count.Text)
	}
}

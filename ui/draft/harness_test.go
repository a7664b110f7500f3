package draft

import (
	"os"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
	"talkgiver/talk/say"
	"talkgiver/talk/score"
	"talkgiver/ui/theme"
	"talkgiver/ui/uitest"
	"talkgiver/ui/work"
	"talkgiver/ui/work/worktest"
)

func TestMain(m *testing.M) { os.Exit(uitest.Main(m)) }

// desk is a draft in a window of its own, with the talk's history behind it.
type desk struct {
	*Place
	t       testing.TB
	win     fyne.Window
	history *markdown.History
	queue   *worktest.Queue
	runner  *work.Runner
	menu    *fyne.Menu // the last one that was opened
	menuAt  fyne.Position
	reason  func(string) // answers the last question for a reason
	refused error        // of the last edit
	notes   []string     // of changed messages, as the journal would have them
	noFile  bool         // there is no journal
	origin  string       // of the last edit that was done
	edits   int
	breaks  int // how often the next edit was to be a step of its own
}

func newDesk(t testing.TB, source string) *desk {
	t.Helper()
	return newDeskOf(t, source, fyne.NewSize(1050, 760))
}

func newDeskOf(t testing.TB, source string, size fyne.Size) *desk {
	t.Helper()
	uitest.App(t, theme.Light)
	d := &desk{t: t, queue: &worktest.Queue{}, history: markdown.NewHistory(markdown.Parse([]byte(source)))}
	d.runner = work.New(d.queue.Do)
	d.Place = New(Config{
		Do:          d.do,
		Break:       func() { d.breaks++ },
		Undo:        func() { d.step(d.history.Undo, d.history.Marked()) },
		Redo:        func() { d.step(d.history.Redo, nil) },
		Help:        func() {},
		Focus:       func(f fyne.Focusable) { d.win.Canvas().Focus(f) },
		ShowMenu:    func(menu *fyne.Menu, at fyne.Position) { d.menu, d.menuAt = menu, at },
		AskReason:   func(then func(string)) { d.reason = then },
		NoteMessage: d.noteMessage,
		Now:         func() time.Time { return time.Date(2027, 4, 20, 10, 0, 0, 0, time.UTC) },
		Words:       say.For("en"),
		Pace:        func() int { return talk.DefaultPace },
		Settle:      d.runner.Settle,
	})
	d.win = uitest.Window(t, size, d.Content())
	d.Open(d.history.Document())
	d.weigh()
	t.Cleanup(d.runner.Close)
	return d
}

func (d *desk) do(edit markdown.Edit, origin string) bool {
	before := d.history.Document()
	if d.refused = d.history.Do(edit); d.refused != nil {
		d.Show(before, "")
		return false
	}
	if d.history.Document() != before {
		d.history.Mark(d.Cursor())
		d.edits++
		d.origin = origin
		d.Show(d.history.Document(), origin)
	}
	return true
}

// noteMessage keeps the notes as the journal would.
func (d *desk) noteMessage(from, to string) *MessageNote {
	if d.noFile {
		return nil
	}
	n := len(d.notes)
	d.notes = append(d.notes, from+" > "+to)
	return &MessageNote{
		Reason:   func(reason string) { d.notes[n] += " (" + reason + ")" },
		Withdraw: func() { d.notes[n] = "" },
	}
}

// noted are the notes that still stand.
func (d *desk) noted() string {
	var list []string
	for _, note := range d.notes {
		if note != "" {
			list = append(list, note)
		}
	}
	return strings.Join(list, "|")
}

func (d *desk) step(move func() error, cursor any) {
	before := d.history.Document()
	if err := move(); err != nil {
		d.t.Fatal(err)
	}
	if d.history.Document() != before {
		d.Show(d.history.Document(), "")
		if !d.GoToCursor(cursor) {
			d.GoToChange(before)
		}
	}
}

// weigh shows the score of the talk as it is now.
func (d *desk) weigh() {
	doc := d.history.Document()
	d.ShowReport(doc, report(doc))
}

func report(doc *markdown.Document) score.Report {
	return score.Of(doc.Talk(), score.Inputs{Pace: talk.DefaultPace, Today: time.Date(2027, 4, 20, 0, 0, 0, 0, time.UTC)})
}

// source returns the talk's file as it is now.
func (d *desk) source() string { return string(d.history.Document().Bytes()) }

// focus returns the field that has the cursor.
func (d *desk) focused() *entry {
	d.t.Helper()
	e, ok := d.win.Canvas().Focused().(*entry)
	if !ok {
		d.t.Fatalf("the cursor is in no field but in %T", d.win.Canvas().Focused())
	}
	return e
}

// in puts the cursor into a field behind the first such text.
func (d *desk) in(e *entry, behind string) *desk {
	d.t.Helper()
	i := strings.Index(e.Text, behind)
	if i < 0 {
		d.t.Fatalf("the field %q does not hold %q", e.Text, behind)
	}
	d.win.Canvas().Focus(e)
	if d.win.Canvas().Focused() != fyne.Focusable(e) {
		d.t.Fatalf("the field %q does not take the cursor", e.Text)
	}
	e.goTo(len([]rune(e.Text[:i+len(behind)])))
	return d
}

// write types a text into the field that has the cursor; "\n" is Enter and "\b"
// the key that goes back.
func (d *desk) write(text string) *desk {
	d.t.Helper()
	uitest.Write(d.t, d.win, text)
	return d
}

func (d *desk) press(keys ...fyne.KeyName) *desk {
	d.t.Helper()
	uitest.Press(d.t, d.win, keys...)
	return d
}

// choose chooses an item of the menu that was opened last.
func (d *desk) choose(label string) {
	d.t.Helper()
	uitest.Choose(d.t, d.menu, label)
}

// cursorAt returns the text before and behind the cursor.
func (d *desk) cursorAt() (before, behind string) {
	e := d.focused()
	at := e.offset()
	return e.Text[:at], e.Text[at:]
}

// agrees checks that every field that does not have the cursor shows what
// stands in the file, that the cards are those of the talk, and that reading
// the file anew gives the same fields.
func (d *desk) agrees() {
	d.t.Helper()
	doc := d.history.Document()
	t := doc.Talk()
	if len(d.cards) != len(t.Sections) {
		d.t.Fatalf("%d cards for %d sections", len(d.cards), len(t.Sections))
	}
	for i, c := range d.cards {
		s := t.Sections[i]
		if c.number != s.Number {
			d.t.Errorf("card %d thinks it is section %d", i+1, c.number)
		}
		if got, want := strings.TrimSpace(c.title.Text), strings.TrimSpace(oneLine(t.Text(s.TitleSpan))); got != want && !c.title.hasFocus {
			d.t.Errorf("card %d has the title %q, the file %q", i+1, got, want)
		}
		if got, want := core(c.body.entry.Text), doc.BodyText(s); got != want && !c.waiting && !(c.body.entry.hasFocus && strings.HasPrefix(want, got)) {
			d.t.Errorf("card %d has the text\n%q, the file\n%q", i+1, got, want)
		}
		if got, want := strings.TrimSpace(c.gives.Text), s.Gives.Text; got != want && !c.gives.hasFocus {
			d.t.Errorf("card %d gives %q, the file %q", i+1, got, want)
		}
	}
	for _, l := range d.deal.lists {
		values := t.Deal.Entries(l.kind)
		if len(values) != len(l.entries) {
			d.t.Fatalf("%d fields for %d entries", len(l.entries), len(values))
		}
		for i, e := range l.entries {
			if strings.TrimSpace(e.Text) != oneLine(values[i].Text) && !e.hasFocus {
				d.t.Errorf("entry %d is %q, the file has %q", i+1, e.Text, values[i].Text)
			}
		}
	}
}

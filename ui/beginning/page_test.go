package beginning

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkgiver/assets"
	"talkgiver/talk"
	"talkgiver/talk/markdown"
	"talkgiver/ui/theme"
	"talkgiver/ui/uitest"
	"talkgiver/ui/widgets"
)

func TestMain(m *testing.M) { os.Exit(uitest.Main(m)) }

// desk is the page in a window of its own.
type desk struct {
	*Page
	t      testing.TB
	win    fyne.Window
	source string // of the talk as it would be
	begun  int
	chosen string
	helped bool
}

func newDesk(t testing.TB, size fyne.Size) *desk {
	t.Helper()
	uitest.App(t, theme.Light)
	d := &desk{t: t}
	var templates []Template
	for _, t := range assets.Templates("en") {
		templates = append(templates, Template{Title: t.Name, Purpose: "for a test", Data: t.Data})
	}
	d.Page = New(Config{
		Templates: templates,
		Changed:   func(doc *markdown.Document) { d.source = string(doc.Bytes()) },
		Begin:     func() { d.begun++ },
		Choose:    func(doc *markdown.Document) { d.chosen = string(doc.Bytes()) },
		Help:      func() { d.helped = true },
		Focus:     func(f fyne.Focusable) { d.win.Canvas().Focus(f) },
		Pace:      func() int { return talk.DefaultPace },
		BeginKey:  "Ctrl+Enter",
	})
	d.win = uitest.Window(t, size, d.Content())
	d.FocusFirst()
	return d
}

// write types; "\t" is Tab and "\n" Enter.
func (d *desk) write(text string) {
	d.t.Helper()
	uitest.Write(d.t, d.win, text)
}

// From nothing to a talk with the keyboard alone: the text, three answers, go.
func TestByKeyboard(t *testing.T) {
	d := newDesk(t, fyne.NewSize(1050, 760))
	if d.begin.Text != "Begin with an empty page" || d.made.Text != "It becomes sections, and nothing of it is lost." {
		t.Errorf("empty, it says %q and %q", d.begin.Text, d.made.Text)
	}
	d.write("the roof\n\tmakers\nSay it early.\n20")
	want := "---\nslot: 20m\naudience: makers\nmessage: Say it early.\n---\n\nthe roof\n"
	if d.source != want {
		t.Errorf("the talk is\n%s\nwant\n%s", d.source, want)
	}
	if d.words.Text != "3 words" || d.time.Text != "20:00" || d.begin.Text != "Begin" {
		t.Errorf("it says %q, %q and %q", d.words.Text, d.time.Text, d.begin.Text)
	}
	if d.begun != 0 {
		t.Fatal("it began too early")
	}
	d.write("\n")
	if d.begun != 1 {
		t.Errorf("Enter in the last field has begun %d talks", d.begun)
	}
	d.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
	if !d.helped {
		t.Error("F1 shows no keys")
	}
}

func TestPaste(t *testing.T) {
	d := newDesk(t, fyne.NewSize(1050, 760))
	d.Paste("a\n\tb\nc\n\td\n")
	if d.source != "## a\n\n- b\n\n## c\n\n- d\n" || d.made.Text != "2 sections · about 1:00" {
		t.Errorf("it says %q of\n%s", d.made.Text, d.source)
	}
	if d.win.Canvas().Focused() != fyne.Focusable(d.audience) {
		t.Error("the first question does not have the cursor")
	}
	d.Paste("e\n\tf\n")
	if !strings.HasSuffix(d.source, "## e\n\n- f\n") || !strings.HasPrefix(d.source, "## a") {
		t.Errorf("pasted behind it, the talk is\n%s", d.source)
	}
	d.Clear()
	if !d.Empty() || d.begin.Text != "Begin with an empty page" || !strings.HasPrefix(d.source, "## a") {
		t.Errorf("cleared, it says %q, and the talk is\n%s", d.begin.Text, d.source)
	}
}

// What is said of the text is what the bar shows: the opening is a part too.
func TestCountAndBarAgree(t *testing.T) {
	for text, want := range map[string]int{
		"Good morning, all of you.\n\n## One\n\nsaid\n\n## Two\n\nsaid too\n": 3,
		"## One\n\nsaid\n\n## Two\n\nsaid too\n":                              2,
	} {
		d := newDesk(t, fyne.NewSize(1050, 760))
		d.Paste(text)
		if got := len(d.bar.Segments); got != want || !strings.HasPrefix(d.made.Text, strconv.Itoa(want)+" sections · ") {
			t.Errorf("it says %q above a bar of %d parts, want %d", d.made.Text, got, want)
		}
	}
}

// A text whose chapters have a # each becomes as many sections, its first line
// the title.
func TestPasteChapters(t *testing.T) {
	d := newDesk(t, fyne.NewSize(1050, 760))
	d.Paste("Why roofs leak\n\nHello, I am Ada.\n\n# The night\n\nIt rained.\n\n# The beam\n\nIt was old.\n")
	if want := "# Why roofs leak\n\nHello, I am Ada.\n\n## The night\n\nIt rained.\n\n## The beam\n\nIt was old.\n"; d.source != want {
		t.Errorf("the talk is\n%s\nwant\n%s", d.source, want)
	}
	if len(d.bar.Segments) != 3 || !strings.HasPrefix(d.made.Text, "3 sections · ") {
		t.Errorf("it says %q above a bar of %d parts", d.made.Text, len(d.bar.Segments))
	}
}

// The button has room for its words, whichever they are.
func TestBeginButtonIsNotCut(t *testing.T) {
	d := newDesk(t, fyne.NewSize(900, 600))
	larger := theme.New(theme.Light)
	larger.TextScale = 1.6
	test.ApplyTheme(t, larger)
	for _, text := range []string{"", "said", ""} {
		d.text.SetText(text)
		if d.begin.Size().Width < d.begin.MinSize().Width {
			t.Errorf("%q has %v and needs %v", d.begin.Text, d.begin.Size().Width, d.begin.MinSize().Width)
		}
	}
	if d.begin.Size().Width <= beginLeast {
		t.Error("the words fit into the least width: nothing is tried")
	}
}

func TestSlot(t *testing.T) {
	d := newDesk(t, fyne.NewSize(1050, 760))
	test.Tap(d.slots[3])
	if d.slot.Text != "30 min" || d.source != "---\nslot: 30m\n---\n" || d.slots[3].Tone != theme.Give || d.slots[0].Tone != theme.Neutral {
		t.Errorf("the field has %q, the talk is\n%s", d.slot.Text, d.source)
	}
	d.slot.SetText("a while")
	if d.source != "" || d.time.Text != "a time is 20, 20 min or 1 h" {
		t.Errorf("it says %q, and the talk is\n%s", d.time.Text, d.source)
	}
}

func TestUndoOfAField(t *testing.T) {
	d := newDesk(t, fyne.NewSize(1050, 760))
	d.write("ab\tx")
	d.Undo()
	if d.audience.Text != "" || d.text.Text != "ab" || d.source != "ab\n" {
		t.Errorf("undone, the fields have %q and %q, the talk is %q", d.text.Text, d.audience.Text, d.source)
	}
	d.Redo()
	if d.audience.Text != "x" || !strings.Contains(d.source, "audience: x") {
		t.Errorf("done again, the field has %q", d.audience.Text)
	}
}

// cardsOf are the templates' cards.
func cardsOf(d *desk) []*widgets.CardButton {
	var list []*widgets.CardButton
	for _, o := range uitest.Visible(d.Content()) {
		if card, ok := o.(*widgets.CardButton); ok {
			list = append(list, card)
		}
	}
	return list
}

func TestTemplate(t *testing.T) {
	d := newDesk(t, fyne.NewSize(1050, 760))
	d.write("\tmakers\tm\t10")
	cards := cardsOf(d)
	if len(cards) != 4 {
		t.Fatalf("%d templates, want 4", len(cards))
	}
	cards[1].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	tk := markdown.Parse([]byte(d.chosen)).Talk()
	if len(tk.Sections) != 5 || tk.Deal.Audience.Text != "makers" || tk.Timing(0).Total != tk.Deal.Speaking() || talk.FormatDuration(tk.Deal.Slot.Duration) != "10m" {
		t.Errorf("the talk is\n%s", d.chosen)
	}
}

// Everything has its place at every width, and can be reached by Tab.
func TestPageAtAnyWidth(t *testing.T) {
	for _, width := range []float32{420, 670, 1050, 1600} {
		d := newDesk(t, fyne.NewSize(width, 500))
		d.Paste(strings.Repeat("A heading that is long and says something about it\n\tand a point of it that is even longer than the heading above\n", 9))
		driver := fyne.CurrentApp().Driver()
		type box struct {
			o                        fyne.CanvasObject
			left, top, right, bottom float32
		}
		var boxes []box
		for _, o := range uitest.Visible(d.Content()) {
			switch o.(type) {
			case *field, *widgets.Chip, *widgets.Button, *widgets.CardButton:
				at := driver.AbsolutePositionForObject(o)
				boxes = append(boxes, box{o, at.X, at.Y, at.X + o.Size().Width, at.Y + o.Size().Height})
			}
		}
		if len(boxes) != 4+5+1+4 {
			t.Fatalf("%d parts", len(boxes))
		}
		for i, a := range boxes {
			if a.left < 0 || a.right > width || a.right-a.left < 20 {
				t.Errorf("at %v: %T goes from %v to %v", width, a.o, a.left, a.right)
			}
			for _, b := range boxes[i+1:] {
				if a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom {
					t.Errorf("at %v: %T lies over %T", width, a.o, b.o)
				}
			}
		}
		var reached []fyne.Focusable
		d.win.Canvas().Unfocus()
		for range 20 {
			d.win.Canvas().FocusNext()
			if f := d.win.Canvas().Focused(); !slices.Contains(reached, f) {
				reached = append(reached, f)
			}
		}
		if len(reached) != 14 {
			t.Errorf("Tab reaches %d parts, want 14", len(reached))
		}
	}
}

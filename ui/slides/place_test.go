package slides

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkgiver/talk/markdown"
	"talkgiver/talk/slides"
	"talkgiver/ui/theme"
	"talkgiver/ui/uitest"
	"talkgiver/ui/widgets"
	"talkgiver/ui/work"
	"talkgiver/ui/work/worktest"
)

func TestMain(m *testing.M) { os.Exit(uitest.Main(m)) }

// desk is the place in a window of its own.
type desk struct {
	*Place
	win      fyne.Window
	queue    *worktest.Queue
	runner   *work.Runner
	exported []string // flavour and target of each export
	options  slides.Options
	edited   []int
	chosen   Choice
	folder   string
	counted  int // how often the summary has changed
}

func newDesk(t testing.TB, source string) *desk {
	t.Helper()
	uitest.App(t, theme.Light)
	d := &desk{queue: &worktest.Queue{}, folder: t.TempDir(), chosen: Choice{Title: true}}
	d.runner = work.New(d.queue.Do)
	t.Cleanup(d.runner.Close)
	d.Place = New(Config{
		Runner: d.runner,
		Folder: func() string { return d.folder },
		Pace:   func() int { return 120 },
		Export: func(f slides.Flavour, opt slides.Options, to Target) {
			d.exported = append(d.exported, f.Name+" "+itoa(int(to)))
			d.options = opt
		},
		Edit:    func(section int) { d.edited = append(d.edited, section) },
		Counted: func() { d.counted++ },
		Choice:  func() Choice { return d.chosen },
		Chosen:  func(c Choice) { d.chosen = c },
	})
	d.win = uitest.Window(t, fyne.NewSize(1280, 756), d.Content())
	d.Begin(markdown.Parse([]byte(source)).Talk())
	return d
}

const threeSections = "---\ntitle: Put the lid on\nmessage: Water boils sooner under a lid.\n---\n\n## First (1m)\n\n- one\n\nI say one. [pause]\n\n### Further\n\n- two\n\n## Second (2m)\ngives: a lid\n\n- three\n\n## For questions #backup\n\n- four\n"

func TestTheStageFollows(t *testing.T) {
	d := newDesk(t, threeSections)
	for _, step := range []struct {
		key  fyne.KeyName
		want string
	}{
		{"", "Putthelidon"},
		{fyne.KeyRight, "First•one2/5"},
		{fyne.KeySpace, "Further•two3/5"},
		{fyne.KeyLeft, "First•one2/5"},
		{fyne.KeyEnd, "Forquestions•four5/5"},
		{fyne.KeyPageDown, "Forquestions•four5/5"},
		{fyne.KeyHome, "Putthelidon"},
		{fyne.KeyUp, "Putthelidon"},
	} {
		d.TypedKey(&fyne.KeyEvent{Name: step.key})
		if got := visible(d.stage); got != step.want {
			t.Errorf("after %q the slide shows %q, want %q", step.key, got, step.want)
		}
	}
	test.Tap(d.stage)
	if d.current != 1 {
		t.Errorf("a tap on the slide leads to %d", d.current)
	}
	d.GoToSection(2)
	if got := visible(d.stage); !strings.HasPrefix(got, "Second") {
		t.Errorf("section 2 shows %q", got)
	}
	d.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(d.edited) != 1 || d.edited[0] != 2 {
		t.Errorf("Enter leads to the draft of %v", d.edited)
	}
}

func TestNotesBelowTheSlide(t *testing.T) {
	d := newDesk(t, threeSections)
	d.goTo(1)
	if got := text(d.notes.head) + "|" + text(d.notes.text); got != "notes · 0:03|I say one. [pause]" {
		t.Errorf("below the slide stands %q", got)
	}
	d.goTo(2)
	if got := text(d.notes.text); got != "Nothing is said here." {
		t.Errorf("below a slide without a word stands %q", got)
	}
	d.goTo(4)
	if got := text(d.notes.head); !strings.Contains(got, "only for questions") {
		t.Errorf("above the notes of a backup stands %q", got)
	}
}

// text is what a text shows.
func text(t *widgets.Text) string {
	if len(t.Spans) == 0 {
		return t.Text
	}
	var b strings.Builder
	for _, s := range t.Spans {
		b.WriteString(s.Text)
	}
	return b.String()
}

// What is said to a slide that was too full is said while the rest of it is seen.
func TestNotesOfASlideThatGoesOn(t *testing.T) {
	full := strings.Repeat("- a point\n", 30)
	d := newDesk(t, "## A\n\n"+full+"\nSaid to all of them.\n\n## B\n\n"+full)
	d.choose(func(c *Choice) { c.Split = true })
	for i, want := range []string{"Said to all of them.", "What you say to the slide before goes on.", "What you say to the slide before goes on.", "Nothing is said here.", "Nothing is said here."} {
		d.goTo(i)
		if got := text(d.notes.text); got != want {
			t.Errorf("below slide %d stands %q, want %q", i+1, got, want)
		}
	}
}

func TestAnEmptyTalkTeaches(t *testing.T) {
	d := newDesk(t, "")
	if got := visible(d.stage); got != squeeze("What you show in your talk will stand here.") {
		t.Errorf("an empty talk shows %q", got)
	}
	d.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	d.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(d.edited) > 0 {
		t.Errorf("Enter on nothing leads to %v", d.edited)
	}
}

func TestChoicesAreKept(t *testing.T) {
	d := newDesk(t, threeSections)
	d.goTo(3) // Second
	for _, c := range d.exports.checks {
		if c.Text == "closing slide" || c.Text == "with notes" {
			test.Tap(c.Check)
		}
	}
	if !d.chosen.Closing || !d.chosen.NoNotes || d.chosen.Times {
		t.Fatalf("kept is %+v", d.chosen)
	}
	if got := visible(d.stage); !strings.HasPrefix(got, "Second") {
		t.Errorf("a choice leads away from the slide, to %q", got)
	}
	if got := len(d.deck.Slides); got != 6 {
		t.Errorf("with a closing slide there are %d", got)
	}
	if got := text(d.notes.text); got != "Nothing is said here." {
		t.Errorf("without notes there is %q", got)
	}
	test.Tap(d.exports.save)
	if len(d.exported) != 1 || d.exported[0] != slides.Flavours()[0].Name+" 0" || !d.options.Closing || !d.options.NoNotes || d.options.NoTitle || d.options.Pace != 120 {
		t.Errorf("exported is %v with %+v", d.exported, d.options)
	}
	last := slides.Flavours()[len(slides.Flavours())-1]
	test.Tap(d.exports.cards[last.Name])
	if d.chosen.Flavour != last.Name || !d.exports.cards[last.Name].Selected {
		t.Errorf("chosen is %q", d.chosen.Flavour)
	}
}

func TestABlankSlideWarns(t *testing.T) {
	d := newDesk(t, "## Some\n\n- a\n\n---\n\nOnly said.\n")
	if d.warning.object.Visible() {
		t.Errorf("a slide with a point says %q", text(d.warning.text))
	}
	d.goTo(1)
	if !d.warning.object.Visible() || !strings.Contains(text(d.warning.text), "Slide 2 shows nothing.") || d.warning.split.Visible() {
		t.Errorf("a blank slide says %q", text(d.warning.text))
	}
	d.goTo(0)
	if d.warning.object.Visible() {
		t.Errorf("a slide with a point says %q then", text(d.warning.text))
	}
}

func TestAFullSlideWarns(t *testing.T) {
	d := newDesk(t, "## Few\n\n- a\n\n## Many\n\n"+strings.Repeat("- a point of some words\n", 20))
	if d.warning.object.Visible() {
		t.Error("a slide with one point is too full")
	}
	if got := d.Summary(); got != "2 slides · 1 too full" {
		t.Errorf("the summary is %q", got)
	}
	d.goTo(1)
	if !d.warning.object.Visible() || !strings.Contains(text(d.warning.text), "20 lines") {
		t.Errorf("a slide with 20 points says %q", text(d.warning.text))
	}
	test.Tap(d.warning.split)
	if !d.chosen.Split || len(d.deck.Slides) < 3 || d.warning.object.Visible() {
		t.Errorf("split, there are %d slides and the warning stands: %v, at %.2f", len(d.deck.Slides), d.warning.object.Visible(), d.stage.Scale())
	}
}

// What is chosen may change the numbers of the slides, and not which one is looked at.
func TestAChoiceStaysOnTheSlide(t *testing.T) {
	full := strings.Repeat("- a point of some words\n", 20)
	d := newDesk(t, "# T\n\n## A\n\n"+full+"\n### B\n\n- b\n\n## C\n\n"+full+"\n---\n\n- c\n\n## D #backup\n\n- d\n\n## E\n\n- e\n- only for questions #backup\n")
	d.exports.cards["html"].OnTapped()
	check := func(text string) {
		for _, c := range d.exports.checks {
			if c.Text == text {
				test.Tap(c.Check)
			}
		}
	}
	for from, c := range []struct {
		starts string // what the slide shows
		split  int    // its index when full ones are split
	}{{"T", 0}, {"A", 1}, {"B", 3}, {"C", 4}, {"•c", 6}, {"E", 7}, {"D", 8}, {"E", 9}} {
		d.goTo(from)
		check("split full slides")
		if got := visible(d.stage); d.current != c.split || !strings.HasPrefix(got, c.starts) {
			t.Errorf("split, slide %d is slide %d, %q, want %d, %q", from, d.current, got, c.split, c.starts)
		}
		check("split full slides")
		if d.current != from {
			t.Errorf("put together, it is slide %d, want %d", d.current, from)
		}
	}
	check("split full slides")
	d.goTo(5) // the rest of C
	check("title slide")
	if d.current != 4 || d.slide().Part != -1 {
		t.Errorf("without a title the rest of C is slide %d", d.current)
	}
	check("split full slides")
	if d.current != 2 {
		t.Errorf("put together, the rest of C is slide %d", d.current)
	}
	check("closing slide")
	d.goTo(0)
	check("title slide")
	if d.current != 1 {
		t.Errorf("with a title, A is slide %d", d.current)
	}
	d.goTo(0)
	check("title slide")
	if d.current != 0 {
		t.Errorf("without the title that was looked at, it is slide %d", d.current)
	}
}

// TestAFullSlideSaysOfWhat reads what the warning says of lines and pictures.
func TestAFullSlideSaysOfWhat(t *testing.T) {
	for source, want := range map[string]string{
		"## A\n\n" + strings.Repeat("- a\n", 20):                         "Slide 1 is too full. 20 lines; some 14 can be read from the last row.",
		"## A\n\n![a](a.png) ![b](b.png) ![c](c.png)\n\n- one\n- two\n":  "Slide 1 is too full. 3 pictures and 2 lines; a slide has room for some 14 lines, and a picture takes eight.",
		"## A\n\n![a](a.png) ![b](b.png)\n":                              "Slide 1 is too full. 2 pictures; a slide has room",
		"## A\n\n![a](a.png)\n\n" + strings.Repeat("> a\n>\n", 7) + "\n": "Slide 1 is too full. 1 picture and 7 lines; a slide has room",
	} {
		d := newDesk(t, source)
		if got := text(d.warning.text); !d.warning.object.Visible() || !strings.HasPrefix(got, want) || !d.warning.split.Visible() {
			t.Errorf("it says %q, want %q", got, want)
		}
	}
	// Split it is already where it can be, or there are not too many lines.
	for source, want := range map[string]string{
		"## A\n\n" + strings.Repeat("words ", 400) + "#show\n": "Slide 1 is too full. 48 lines;",
		"## A\n\n" + strings.Repeat("> quoted\n\n- a\n\n", 7):  "Slide 1 is too full. It has room only in letters that are too small",
	} {
		d := newDesk(t, source)
		d.choose(func(c *Choice) { c.Split = true })
		if got := text(d.warning.text); !d.warning.object.Visible() || !strings.HasPrefix(got, want) || d.warning.split.Visible() {
			t.Errorf("it says %q, want %q", got, want)
		}
	}
}

// TestTheWarningIsAsHighAsItsWords goes from a long warning to a short one and to none.
func TestTheWarningIsAsHighAsItsWords(t *testing.T) {
	d := newDesk(t, "## A\n\n![a](a.svg) ![b](b.svg) ![c](c.svg)\n\n- one line\n\n## B\n\n---\n\nOnly said.\n\n## C\n\n- c\n")
	for _, name := range []string{"a", "b", "c"} {
		if err := os.WriteFile(filepath.Join(d.folder, name+".svg"), []byte("<svg/>"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	d.queue.Finish(d.runner)
	d.Update(d.talk)
	d.queue.Finish(d.runner)
	d.win.Resize(fyne.NewSize(900, 500))
	long := d.warning.object.Size().Height
	d.goTo(2)
	short, notes := d.warning.object.Size().Height, d.notes.object.Position().Y
	if !d.warning.object.Visible() || short >= long || notes != short+gap/2 {
		t.Errorf("the long warning is %v high, the short one %v, and the notes stand at %v", long, short, notes)
	}
	d.goTo(3)
	if y := d.notes.object.Position().Y; d.warning.object.Visible() || y != 0 {
		t.Errorf("without a warning the notes stand at %v", y)
	}
}

// TestManySlides looks that only what is seen is drawn.
func TestManySlides(t *testing.T) {
	d := newDesk(t, strings.Repeat("## Section\n\n- a point\n\nSaid.\n\n", 300))
	if got := len(d.deck.Slides); got != 300 {
		t.Fatalf("there are %d slides", got)
	}
	drawn := 0
	for _, o := range test.LaidOutObjects(d.strip.list) {
		if _, ok := o.(*thumb); ok {
			drawn++
		}
	}
	if drawn == 0 || drawn > 30 {
		t.Errorf("%d of 300 slides are drawn in the strip", drawn)
	}
}

// TestTheWarningHoldsItsWords goes from a warning with one chip to one with two, which
// leave the words less room, and back.
func TestTheWarningHoldsItsWords(t *testing.T) {
	d := newDesk(t, "## A\n\n- one\n- ![a map](nowhere.png)\n\n## B\n\n"+strings.Repeat("- one more\n", 16))
	d.queue.Finish(d.runner)
	d.Update(d.talk)
	d.queue.Finish(d.runner)
	for width := float32(700); width <= 1200; width += 25 {
		d.win.Resize(fyne.NewSize(width, 600))
		for _, slide := range []int{0, 1} {
			d.goTo(slide)
			card, words := d.warning.object.Size().Height, d.warning.text.MinSize().Height
			if !d.warning.object.Visible() || card < words+24 {
				t.Errorf("slide %d: words of %v stand on a card of %v in a window of %v", slide+1, words, card, width)
			}
		}
	}
}

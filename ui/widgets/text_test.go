package widgets

import (
	"math"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"golang.org/x/text/unicode/bidi"

	"talkgiver/ui/theme"
	"talkgiver/ui/uitest"
)

// setLines are the texts of the lines that t has in a width.
func setLines(t *Text, width float32) []string {
	lines, _ := t.set(width)
	var out []string
	for _, line := range lines {
		var words strings.Builder
		for _, piece := range line.pieces {
			words.WriteString(piece.text)
		}
		out = append(out, words.String())
	}
	return out
}

func TestText_Lines(t *testing.T) {
	uitest.App(t, theme.Light)
	bold := fyne.TextStyle{Bold: true}
	for name, test := range map[string]struct {
		text  *Text
		width float32
		want  []string
	}{
		"empty":        {&Text{Flow: FlowWrap}, 100, []string{""}},
		"one":          {&Text{Flow: FlowWrap, Text: "short"}, 100, []string{"short"}},
		"wraps":        {&Text{Flow: FlowWrap, Text: "a line that needs a second one"}, 120, []string{"a line that needs a", "second one"}},
		"new lines":    {&Text{Flow: FlowWrap, Text: "one\n\ntwo\r\nthree"}, 100, []string{"one", "", "two", "three"}},
		"long word":    {&Text{Flow: FlowWrap, Text: "Donaudampfschifffahrt it is"}, 70, []string{"Donaudam", "pfschifffah", "rt it is"}},
		"no room":      {&Text{Flow: FlowWrap, Text: "äö"}, 1, []string{"ä", "ö"}},
		"tab":          {&Text{Flow: FlowWrap, Text: "one\ttwo"}, 100, []string{"one two"}},
		"limit":        {&Text{Flow: FlowWrap, Lines: 2, Text: "a line that needs a second one and a third"}, 120, []string{"a line that needs a", "second one and a…"}},
		"limit of one": {&Text{Flow: FlowWrap, Lines: 1, Text: "a line that needs a second one"}, 120, []string{"a line that needs…"}},
		"ellipsis":     {&Text{Flow: FlowEllipsis, Text: "a line that needs a second one"}, 120, []string{"a line that needs…"}},
		"fits":         {&Text{Flow: FlowEllipsis, Text: "a line"}, 120, []string{"a line"}},
		"line":         {&Text{Text: "a line that needs a second one"}, 20, []string{"a line that needs a second one"}},
		"spans":        {&Text{Flow: FlowWrap, Spans: []Span{{Text: "Skip "}, {Text: "the film", Style: bold}, {Text: " and be on time"}}}, 100, []string{"Skip the film", "and be on time"}},
		"glued spans":  {&Text{Flow: FlowWrap, Spans: []Span{{Text: "one two three fo"}, {Text: "ur!", Style: bold}}}, 100, []string{"one two three", "four!"}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := setLines(test.text, test.width); !slices.Equal(got, test.want) {
				t.Errorf("lines %q, want %q", got, test.want)
			}
		})
	}
}

// FuzzText_Lines: wrapping loses nothing but spaces at the ends of lines, and keeps to the width.
func FuzzText_Lines(f *testing.F) {
	f.Add("a line that needs a second one", "and more", float32(80))
	f.Add("Donaudampfschifffahrt", "", float32(30))
	f.Add("  two  spaces  ", " x ", float32(20))
	f.Add("one\n\ntwo\r\n", "\n", float32(50))
	f.Add("日本語の長い文章", "é\u0301", float32(40))
	f.Add("שלום (עולם) and 100%", "then עברית again", float32(60))
	uitest.App(f, theme.Light)
	f.Fuzz(func(t *testing.T, first, second string, width float32) {
		if math.IsNaN(float64(width)) || width < 1 || width > 4000 || len(first)+len(second) > 2000 {
			return
		}
		text := &Text{Flow: FlowWrap, Spans: []Span{{Text: first}, {Text: second, Style: fyne.TextStyle{Bold: true}}}}
		lines, _ := text.set(width)
		var words strings.Builder
		for _, line := range lines {
			for _, piece := range line.pieces {
				words.WriteString(piece.text)
			}
			if line.width > width+1 && len([]rune(lineText(line))) > 2 && strings.TrimSpace(lineText(line)) == lineText(line) {
				t.Errorf("%q is %v wide, the room is %v", lineText(line), line.width, width)
			}
		}
		got, want := bare(words.String()), bare(first+second)
		if strings.ContainsFunc(want, isRightToLeft) { // some of it stands in another order
			got, want = signsOf(got), signsOf(want)
		}
		if got != want {
			t.Errorf("lines say %q, the text %q", got, want)
		}
	})
}

func lineText(l textLine) string {
	var words strings.Builder
	for _, piece := range l.pieces {
		words.WriteString(piece.text)
	}
	return words.String()
}

// signsOf are the signs of a text in an order of their own, each bracket as either of
// its pair, without the marks that a line is set with.
func signsOf(s string) string {
	signs := []rune(strings.ReplaceAll(s, leftToRightMark, ""))
	for i, r := range signs {
		if turned := []rune(bidi.ReverseString(string(r))); len(turned) == 1 {
			signs[i] = min(r, turned[0])
		}
	}
	slices.Sort(signs)
	return string(signs)
}

// bare is text without what wrapping may take out.
func bare(s string) string {
	return strings.NewReplacer(" ", "", "\t", "", "\r\n", "", "\n", "").Replace(s)
}

// A word without end is set in bounded time, in one line or in many.
func TestText_HugeWord(t *testing.T) {
	uitest.App(t, theme.Light)
	huge := strings.Repeat("é", 100_000)
	if word, rest := cutWord(huge); len(word) > longWord || word+rest != huge {
		t.Errorf("%d bytes are measured as one word, %d follow", len(word), len(rest))
	}
	wrapped := setLines(&Text{Flow: FlowWrap, Text: huge}, 200)
	if got := strings.Join(wrapped, ""); got != huge {
		t.Errorf("%d bytes of %d are left", len(got), len(huge))
	}
	short := setLines(&Text{Flow: FlowEllipsis, Text: huge}, 200)
	if len(short) != 1 || !strings.HasSuffix(short[0], "é…") || len(short[0]) > 200 {
		t.Errorf("in one line it is %q", short)
	}
}

func TestText_CommonBaseline(t *testing.T) {
	text := &Text{Spans: []Span{{Text: "+31", SizeName: theme.SizeNameFigure}, {Text: " between"}}}
	inWindow(t, theme.Light, fyne.NewSize(300, 100), text)
	var baselines []float32
	for _, o := range test.WidgetRenderer(text).Objects() {
		part := o.(*canvas.Text)
		_, baseline := fyne.CurrentApp().Driver().RenderedTextSize(part.Text, part.TextSize, part.TextStyle, nil)
		baselines = append(baselines, part.Position().Y+baseline)
	}
	if len(baselines) != 2 || math.Abs(float64(baselines[0]-baselines[1])) > 0.01 {
		t.Errorf("baselines at %v", baselines)
	}
}

func TestText_SetTextAndSpans(t *testing.T) {
	text := Soft("before")
	inWindow(t, theme.Light, fyne.NewSize(300, 100), text)
	text.SetText("after and\nmore")
	if got := shown(text); !slices.Equal(got, []string{"after and", "more"}) {
		t.Errorf("shows %q", got)
	}
	text.SetSpans(Span{Text: "in "}, Span{Text: "parts", ColorName: theme.ColorNameTakeInk})
	if got := shown(text); !slices.Equal(got, []string{"in ", "parts"}) {
		t.Errorf("shows %q", got)
	}
	text.SetText("after and\nmore")
	if got := shown(text); !slices.Equal(got, []string{"after and", "more"}) {
		t.Errorf("shows %q", got)
	}
}

// A column stands right at once, also around text that only then learns its width.
func TestColumn_WrappedTextAtOnce(t *testing.T) {
	first := Soft("A text that needs quite a few lines where it has as little room as it has in here.")
	second, hidden := Strong("below"), Strong("hidden")
	hidden.Hide()
	uitest.App(t, theme.Light)
	Column(theme.SizeNameSpace2, first, hidden, second).Resize(fyne.NewSize(120, 400))
	if lines := first.Size().Height / 18; lines < 3 {
		t.Fatalf("the text is %v high", first.Size().Height)
	}
	if got, want := second.Position().Y, first.Size().Height+8; got != want {
		t.Errorf("what follows stands at %v, want %v", got, want)
	}
}

func TestDashes_AroundTheOutline(t *testing.T) {
	outline := roundRect{width: 60, height: 20, radius: 10}
	for _, test := range []struct{ x, y, away, along float64 }{
		{10, 0, 0, 0},
		{30, 0, 0, 20},
		{60, 10, 0, 40 + 5*math.Pi},
		{30, 20, 0, 60 + 10*math.Pi - 0},
		{0, 10, 0, 80 + 15*math.Pi},
		{30, 3, 3, 20},
	} {
		away, along := outline.nearest(test.x, test.y)
		if math.Abs(away-test.away) > 1e-6 || math.Abs(along-test.along) > 1e-6 {
			t.Errorf("%v, %v lies %v away at %v, want %v at %v", test.x, test.y, away, along, test.away, test.along)
		}
	}
	if want := 80 + 20*math.Pi; math.Abs(outline.length()-want) > 1e-9 {
		t.Errorf("the outline is %v long, want %v", outline.length(), want)
	}
}

package widgets

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"talkgiver/ui/theme"
)

// The parts of a line in the order in which they are seen from left to right, as the
// Unicode Bidirectional Algorithm has them.
func TestBidiRuns(t *testing.T) {
	for _, test := range []struct {
		line string
		rtl  bool
		want []string // nil when the line stays as it is
	}{
		{"", false, nil},
		{"abc, 123 déf – 日本", false, nil},
		{"שלום", true, []string{"שלום"}},
		{"abc", true, []string{"abc"}},
		{"say שלום עולם now", false, []string{"say ", "שלום עולם", " now"}},
		{"אמר hello עולם", true, []string{" עולם", "hello", "אמר "}},
		{"אבג 123 דהו", true, []string{" דהו", "123", "אבג "}},
		{"see אבג 123 abc", false, []string{"see ", "123", "אבג ", " abc"}},
		{"see אבג 1,000.5% abc", false, []string{"see ", "1,000.5%", "אבג ", " abc"}},
		{"see אבג 10, abc", false, []string{"see ", "10", "אבג ", ", abc"}},
		{"see אבג - abc 12", false, []string{"see ", "אבג", " - abc 12"}},
		{"שלום, abc.", true, []string{".", "abc", "שלום, "}},
		{"שלום abc", false, []string{"שלום", " abc"}}, // in the middle of an English paragraph
		{"abc שלום", true, []string{" שלום", "abc"}},  // and of a Hebrew one
		{"a (שלום) b", false, []string{"a (", "שלום", ") b"}},
		{"קוד C++ ועוד (x=1) סוף", true, []string{") סוף", "x=1", "++ ועוד (", "C", "קוד "}},
		{"مرحبا ABC ١٢٣ سلام", true, []string{" سلام", "١٢٣", " ", "ABC", "مرحبا "}},
		{"אב\xffg", true, []string{"g", "אב\xff"}},
		{"אב\u2029g", false, []string{"אב\u2029g"}}, // nothing behind the end of a paragraph is lost
	} {
		runs := bidiRuns(test.line, test.rtl)
		whole := ""
		for _, run := range runs {
			whole += test.line[run.start:run.end]
		}
		if runs != nil && whole != test.line {
			t.Errorf("%q is cut into %q", test.line, whole)
		}
		inOrderSeen(runs, func(r bidiRun) int { return r.level })
		var got []string
		for _, run := range runs {
			got = append(got, test.line[run.start:run.end])
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%q (from right to left: %v) is seen as %q, want %q", test.line, test.rtl, got, test.want)
		}
	}
}

// seenFromLeft returns the texts that a slide draws, from left to right in lines from
// the top.
func seenFromLeft(t *testing.T, slide *Slide) []*canvas.Text {
	t.Helper()
	inWindow(t, theme.Light, fyne.NewSize(1280, 720), slide)
	var texts []*canvas.Text
	for _, o := range test.WidgetRenderer(slide).Objects() {
		if text, ok := o.(*canvas.Text); ok {
			texts = append(texts, text)
		}
	}
	base := func(text *canvas.Text) float32 { return text.Position().Y + text.Size().Height/2 }
	slices.SortStableFunc(texts, func(a, b *canvas.Text) int {
		if d := base(a) - base(b); d > 12 || d < -12 {
			return cmp.Compare(base(a), base(b))
		}
		return cmp.Compare(a.Position().X, b.Position().X)
	})
	return texts
}

// Words of both directions stand in the order in which they are seen, in one look and
// in several, with the signs between them where they belong.
func TestSlide_MixedDirections(t *testing.T) {
	slide := &Slide{
		Title: []Span{{Text: "אמר hello עולם (2027)!"}},
		Parts: []SlidePart{
			{Spans: []Span{{Text: "say "}, {Text: "שלום", Style: fyne.TextStyle{Bold: true}}, {Text: " עולם, now"}}},
			{Spans: []Span{{Text: "plain English"}}},
		},
	}
	var got []string
	texts := seenFromLeft(t, slide)
	for i, text := range texts {
		if i > 0 {
			if before := texts[i-1]; before.Position().X < text.Position().X && before.Position().X+before.Size().Width > text.Position().X+0.5 {
				t.Errorf("%q stands in %q", text.Text, before.Text)
			}
		}
		got = append(got, strings.TrimPrefix(text.Text, leftToRightMark))
	}
	want := []string{"!(", "2027", ") ", "עולם", " ", "hello", " ", "אמר", "say ", "עולם", " ", "שלום", ", now", "plain English"}
	if !slices.Equal(got, want) {
		t.Errorf("it is seen as %q, want %q", got, want)
	}
}

// A list has its points on one side, whichever way they run.
func TestSlide_OneSideOfAList(t *testing.T) {
	entry := func(indent int, text string) SlidePart {
		return SlidePart{Marker: "•", Indent: indent, Spans: []Span{{Text: text}}}
	}
	for name, test := range map[string]struct {
		parts []SlidePart
		right bool
	}{
		"Hebrew first":   {[]SlidePart{entry(0, "שלום"), entry(0, "English"), entry(1, "nested"), entry(0, "עולם")}, true},
		"English first":  {[]SlidePart{entry(0, "English"), entry(0, "שלום"), entry(1, "עולם"), entry(0, "more")}, false},
		"a number first": {[]SlidePart{entry(0, "2027"), entry(0, "שלום")}, true},
	} {
		for i, text := range seenFromLeft(t, &Slide{Parts: test.parts}) {
			if right := text.Position().X > 640; right != test.right {
				t.Errorf("%s: text %d, %q, stands at %v", name, i, text.Text, text.Position().X)
			}
		}
	}
	// What stands between two lists parts them.
	parts := []SlidePart{entry(0, "שלום"), {Spans: []Span{{Text: "text"}}}, entry(0, "English")}
	if got := sidesOf(parts); !slices.Equal(got, []bool{true, false, false}) {
		t.Errorf("the sides are %v", got)
	}
}

// Words in the window stand as those on a slide do.
func TestText_MixedDirections(t *testing.T) {
	for text, want := range map[string][]string{
		"say שלום עולם, now": {"say ", "עולם", " ", "שלום", ", now"},
		"אמר hello, עולם":    {"עולם", " ,", "hello", " ", "אמר"},
		"plain English":      {"plain English"},
	} {
		words := &Text{Text: text, Flow: FlowWrap}
		inWindow(t, theme.Light, fyne.NewSize(600, 100), words)
		var got []string
		for _, o := range test.WidgetRenderer(words).Objects() {
			got = append(got, strings.TrimPrefix(o.(*canvas.Text).Text, leftToRightMark))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q is seen as %q, want %q", text, got, want)
		}
	}
}

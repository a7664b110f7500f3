package slides

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"talkgiver/talk/markdown"
)

// hostileDecks are decks of a size each that a reader may not end with.
func hostileDecks(size int) map[string]string {
	fill := func(s string) string { return strings.Repeat(s, size/len(s)) }
	return map[string]string{
		"quotes":            fill("> "),
		"quotes on lines":   fill("> > > a\n"),
		"lists":             fill("- "),
		"brackets":          fill("["),
		"images":            fill("!["),
		"links":             fill("[a]("),
		"links in angles":   fill("[a](<"),
		"brackets on lines": fill("[.a]\n"),
		"definitions":       fill("[a]: b\n"),
		"stars":             fill("*a_"),
		"tildes":            fill("~~a"),
		"backticks":         fill("`a``"),
		"fences":            fill("```\n~~~\n"),
		"open fences":       fill("```a\n"),
		"open comments":     fill("<!-- "),
		"comments":          fill("<!-- a -->\n\n"),
		"tags":              fill("<b><i>"),
		"blocks of HTML":    fill("<div>\n\n"),
		"tables of HTML":    fill("<table><tr><td>"),
		"rules":             fill("---\n\n"),
		"rules and text":    fill("\n---\n\na\n"),
		"settings":          "---\n" + fill("a: b\n"),
		"nested settings":   "---\n" + fill("[") + "\n---\n",
		"settings of slide": fill("---\na: b\n"),
		"divs":              fill("::: notes\n"),
		"notes":             fill("Note:\n"),
		"carets":            fill("^ a\n\n"),
		"classes":           fill(".a["),
		"strokes":           fill("|"),
		"entities":          fill("&amp;"),
		"headings":          fill("## a\n"),
		"one line":          fill("a"),
		"angles":            fill("<"),
		"longer backticks":  growing(size, func(n int) string { return strings.Repeat("`", n) + " " }),
		"lists in lists":    growing(size, func(n int) string { return strings.Repeat("  ", n%1000) + "- a\n" }),
		"short rows":        strings.Repeat("|a", 90) + "|\n" + strings.Repeat("|-", 90) + "|\n" + fill("|b\n"),
		"lines of a title":  "---\ntitle: |\n" + fill("  a\n") + "---\n",
		"tables":            fill("|a|b|\n|-|-|\n"),
		"tables and tables": fill("|a|b|\n|-|-|\n|c|d|\n\n"),
		"lists of lists":    fill("- a\n  - b\n"),
		"lists on a line":   fill(strings.Repeat("- ", 99) + "a\n"),
		"dots":              fill(". "),
		"dots and letters":  fill(".a") + "[",
		"dashes":            fill("a--"),
		"apostrophes":       fill("a'"),
		"slots":             fill("::a::\n"),
		"code":              fill("`a`\n\n"),
		"ampersands":        fill("&"),
		"backslashes":       fill("\\"),
		"dollars":           fill("$"),
		"mustaches":         fill("{{"),
		"attributes":        "<a " + fill("b=c "),
		"attributed":        fill("## a {.b}\n"),
		"deep entries":      growing(size, func(n int) string { return strings.Repeat("  ", n%2000) + "- a\n" }),
	}
}

// growing joins pieces, of which each is told its number.
func growing(size int, piece func(n int) string) string {
	var b strings.Builder
	for n := 1; b.Len() < size; n++ {
		b.WriteString(piece(n))
	}
	return b.String()
}

// TestReadIsBounded reads the beginnings of hostile decks in each flavour: what
// they take grows with their size alone.
func TestReadIsBounded(t *testing.T) {
	for name, deck := range hostileDecks(1 << 14) {
		for _, flavour := range append(Readable(), "") {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			read, err := Read(flavour, []byte(deck))
			runtime.ReadMemStats(&after)
			if err != nil {
				t.Fatal(err)
			}
			if got, most := (after.TotalAlloc-before.TotalAlloc)/uint64(len(deck)), uint64(6000); got > most {
				t.Errorf("%s as %s: %d bytes are taken for each, want %d at most", name, flavour, got, most)
			}
			if len(read.Talk) > 40*len(deck) {
				t.Errorf("%s as %s: the talk is %d times as long", name, flavour, len(read.Talk)/len(deck))
			}
		}
	}
}

// TestReadKeepsWhatIsBeyondMeasure reads decks that go on where nobody's do: what is
// behind that is a comment of the last slide, and in the list of what is kept.
func TestReadKeepsWhatIsBeyondMeasure(t *testing.T) {
	const begin, end = "---\ntitle: T\n---\n\n## A\n\n", "# The end\n\n-->\n\n---\n\nLast words.\n"
	// Each of the lines is in the lists that stand before.
	deep := strings.Repeat("- ", deepest) + "a\n" + strings.Repeat("\n", maxSigns/deepest)
	for _, name := range append(Readable(), "") {
		read, err := Read(name, []byte(begin+deep+end))
		if err != nil {
			t.Fatal(err)
		}
		if len(read.Kept) == 0 || !strings.HasSuffix(read.Kept[len(read.Kept)-1].Text, strings.TrimSpace(end)) {
			t.Errorf("%s: kept is %q", name, read.Kept)
		}
		if shown := deckOf(string(read.Talk), Options{}); read.Flavour != Outline && len(shown.Slides) != read.Slides {
			t.Errorf("%s: of %d slides %d are shown", name, read.Slides, len(shown.Slides))
		}
	}
	read, err := Read("marp", []byte(begin+deep[:len(deep)/2]+end))
	if err != nil || !strings.Contains(string(read.Talk), "\nLast words. #show\n") {
		t.Errorf("half of it (%v) is\n%s", err, read.Talk)
	}
}

// Of a hostile deck no more is read than maxSigns allows, and of one that somebody
// may have all of a megabyte.
func TestReadHasAMeasure(t *testing.T) {
	for name, deck := range hostileDecks(1 << 20) {
		rest, beyond := cutBeyond(deck)
		if rest+beyond != deck {
			t.Errorf("%s: %d and %d bytes are not the %d of the deck", name, len(rest), len(beyond), len(deck))
		}
		if lines := strings.Count(rest, "\n"); lines > maxSigns {
			t.Errorf("%s: %d lines are read", name, lines)
		}
		if headings := strings.Count(rest, "# "); headings > maxSigns/5 {
			t.Errorf("%s: %d headings are read, each of which may be a slide", name, headings)
		}
		if attributes := strings.Count(rest, "="); attributes > maxSigns {
			t.Errorf("%s: %d attributes are read", name, attributes)
		}
	}
	if _, beyond := cutBeyond(string(megabyte(marp()))); beyond != "" {
		t.Errorf("of a megabyte %d bytes are beyond measure", len(beyond))
	}
}

// megabyte is a deck of a megabyte in a flavour.
func megabyte(f Flavour) []byte {
	var source strings.Builder
	source.WriteString("# A long talk\n")
	for source.Len() < 950<<10 {
		source.WriteString("\n## A heading that says something (2m)\n\n- First *point* with `code`\n- Second point, see https://example.com/a_b\n  - below\n\n" +
			"| a | b |\n|---|---|\n| c | d |\n\n" + strings.Repeat("These are ten words that somebody says to an audience. ", 12) + "\n")
	}
	return f.Bytes(New(markdown.Parse([]byte(source.String())).Talk(), Options{}))
}

// ofEach runs a benchmark with a deck of a megabyte in each flavour that is read.
func ofEach(b *testing.B, run func(b *testing.B, name string, deck []byte)) {
	for _, name := range Readable() {
		f, ok := ByName(name)
		if !ok {
			continue
		}
		deck := megabyte(f)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(deck)))
			run(b, name, deck)
		})
	}
}

// BenchmarkRead reads a deck of a megabyte in each flavour: in under 200 ms.
func BenchmarkRead(b *testing.B) {
	ofEach(b, func(b *testing.B, name string, deck []byte) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := Read(name, deck); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkReadHostile reads hostile decks of half a megabyte and of two, as slides
// and as an outline: the time for a byte stays the same, and so does that for ten
// megabytes.
func BenchmarkReadHostile(b *testing.B) {
	for _, kilobytes := range []int{512, 2048} {
		for name, deck := range hostileDecks(kilobytes << 10) {
			for _, flavour := range []string{"marp", "reveal", "quarto", Outline} {
				b.Run(fmt.Sprintf("%s/%s/%dkB", name, flavour, kilobytes), func(b *testing.B) {
					b.SetBytes(int64(len(deck)))
					b.ReportAllocs()
					for b.Loop() {
						if _, err := Read(flavour, []byte(deck)); err != nil {
							b.Fatal(err)
						}
					}
				})
			}
		}
	}
}

// BenchmarkDetect finds out what tool a deck of a megabyte in each flavour is for.
func BenchmarkDetect(b *testing.B) {
	ofEach(b, func(b *testing.B, _ string, deck []byte) {
		for b.Loop() {
			if found, _ := Detect(deck); found == Outline {
				b.Fatal(found)
			}
		}
	})
}

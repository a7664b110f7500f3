package markdown

import (
	"fmt"
	"strings"
	"testing"

	"talkgiver/talk"
)

// TestHostile shows that no file takes a talk out of bounds: twice the bytes
// make at most about twice the work, which is counted in allocations, since a
// clock would tell of the machine.
func TestHostile(t *testing.T) {
	small, large := hostile(20_000), hostile(80_000)
	if !countsWork {
		for _, source := range small {
			lossless(t, []byte(source))
		}
		return
	}
	for name, source := range large {
		lossless(t, []byte(source))
		a := testing.AllocsPerRun(1, func() { Parse([]byte(small[name])) })
		b := testing.AllocsPerRun(1, func() { Parse([]byte(source)) })
		if b > 6*a+1000 {
			t.Errorf("%s: four times the bytes make %.0f allocations of %.0f", name, b, a)
		}
	}
}

func TestLongLines(t *testing.T) {
	for _, source := range []string{
		strings.Repeat("x", 10_000_000),
		"## a\n\n- " + strings.Repeat("word ", 14_000) + "#story\n\nsaid\n",
		"---\ntitle: " + strings.Repeat("word ", 14_000) + "\n---\n",
	} {
		lossless(t, []byte(source))
	}
	words := Parse([]byte(strings.Repeat("word ", 14_000))).Talk().Words()
	if words != 14_000 {
		t.Errorf("a line of 70 kB has %d words", words)
	}
}

func BenchmarkHostile(b *testing.B) {
	for _, n := range []int{40_000, 80_000} {
		for name, source := range hostile(n) {
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				for b.Loop() {
					Parse([]byte(source))
				}
			})
		}
	}
}

// hostile are files that are hard to read fast, each of about n bytes.
func hostile(n int) map[string]string {
	fill := func(s string) string { return strings.Repeat(s, 1+n/len(s)) }
	return map[string]string{
		"brackets":             fill("["),
		"closing brackets":     fill("]"),
		"brackets both":        strings.Repeat("[", n/2) + strings.Repeat("]", n/2),
		"link openings":        fill("[a]("),
		"link openings angle":  fill("[a](<"),
		"link titles":          fill("[a](b \""),
		"brackets on lines":    fill("[.a]\n"),
		"images":               fill("![a]("),
		"links in links":       strings.Repeat("[", n/8) + strings.Repeat("](x)", n/8),
		"reference links":      fill("[a][b]"),
		"links":                fill("[a](b)"),
		"definitions":          fill("[a]: b\n"),
		"emphasis":             fill("*a_ "),
		"emphasis odd":         fill("*a **a "),
		"emphasis open":        fill("a**b"),
		"emphasis close":       fill("a* "),
		"stars":                fill("*"),
		"strikes":              fill("~~a "),
		"code":                 fill("`"),
		"code runs":            backticks(n),
		"angle":                fill("<"),
		"angle tags":           fill("<a "),
		"angle comments":       fill("<!-- "),
		"angle commands":       fill("<? a "),
		"angle cdata":          fill("<![CDATA["),
		"angle declarations":   fill("<!A "),
		"attributes":           "<a " + fill("b=c "),
		"entities":             fill("&amp;"),
		"ampersands":           fill("&"),
		"backslashes":          fill("\\"),
		"quotes":               fill(">"),
		"quotes spaced":        fill("> "),
		"quote lines":          fill("> a\n>> b\n"),
		"lists in a line":      fill("- "),
		"numbers in a line":    fill("1. "),
		"lists deep":           deep(n, "- "),
		"quotes deep":          deepQuotes(n),
		"lists and quotes":     fill("> - "),
		"list entries":         fill("- a\n"),
		"empty entries":        fill("-\n"),
		"fences":               fill("```\n"),
		"fence open":           "```\n" + fill("## a\n"),
		"comment open":         "<!--\n" + fill("## a\n"),
		"comments":             fill("<!-- a -->\n\n"),
		"comment lines":        fill("<!-- a\n"),
		"html":                 fill("<div>\n\n"),
		"breaks":               fill("---\n\n"),
		"headings":             fill("## a\n"),
		"titles":               fill("# a\n"),
		"empty headings":       fill("#\n"),
		"setext":               fill("a\n-\n"),
		"table rows":           "| a |\n|---|\n" + fill("| b |\n"),
		"table columns":        "|" + strings.Repeat("a|", n/4) + "\n|" + strings.Repeat("-|", n/4) + "\n",
		"table wide and long":  wideTable(n),
		"table after lines":    strings.Repeat("a\n", n/8) + "b\n|-|\n" + strings.Repeat("-\n", n/8),
		"table of short rows":  strings.Repeat("|a", 90) + "|\n" + strings.Repeat("|-", 90) + "|\n" + fill("|b\n"),
		"delimiter rows":       "a\n" + fill("|-|-|\n"),
		"escaped bars":         "|a|\n|-|\n" + fill("|`\\|`|\n"),
		"tags":                 "a " + fill("#story "),
		"tag lines":            "> a\n" + fill("#story\n"),
		"tags in lines":        fill("a #story\n"),
		"tags in entries":      fill("- a #need1 #story\n"),
		"words":                fill("word "),
		"one word":             fill("x"),
		"lines":                fill("a\n"),
		"blank lines":          fill("\n"),
		"lone CR":              fill("\r"),
		"spaces":               fill(" "),
		"tabs":                 fill("\t"),
		"tabs in a list":       "-" + fill("\t"),
		"NUL":                  fill("\x00"),
		"invalid":              fill("\xff"),
		"cues":                 fill("[click]"),
		"cue openings":         fill("[pause "),
		"parentheses":          "## " + fill("("),
		"times":                "## " + fill("(4m)"),
		"keys":                 "## a\n" + fill("gives: x\n"),
		"key links":            "## a\nmeets: " + fill("need 1,"),
		"key sections":         "## a\nafter: " + fill("1,"),
		"silences":             fill("a <!-- silence a: b -->\n"),
		"silences in a line":   "a" + fill("<!-- silence a: b --> "),
		"comments then text":   "a" + fill("<!-- a --> ") + "b",
		"say marks":            fill("<!-- say -->\n\n"),
		"say ends":             fill("<!-- /say -->\n\n"),
		"front keys":           "---\n" + numbered(n, "k%d: x\n") + "---\n",
		"front same key":       "---\n" + fill("title: x\n") + "---\n",
		"front entries":        "---\nneeds:\n" + fill("  - x\n") + "---\n",
		"front entries block":  "---\nneeds:\n" + fill("  - >-\n    x\n") + "---\n",
		"front flow":           "---\nneeds: [" + fill("a, ") + "]\n---\n",
		"front flow deep":      "---\nneeds: " + fill("[") + "\n---\n",
		"front flow deep shut": "---\nneeds: " + strings.Repeat("[", n/2) + strings.Repeat("]", n/2) + "\n---\n",
		"front maps deep":      "---\nneeds: " + fill("{a: ") + "\n---\n",
		"front dashes":         "---\nneeds:\n  " + fill("- ") + "\n---\n",
		"front quotes":         "---\nneeds: [" + fill("'a', ") + "]\n---\n",
		"front aliases":        "---\nneeds:\n  - &a [x, x]\n  - &b [*a, *a]\n  - &c [*b, *b]\n" + fill("  - [*c, *c]\n") + "---\n",
		"front stray":          "---\n" + fill("x\n") + "---\n",
		"front comment":        "---\n" + fill("# x\n") + "---\n",
		"front knows":          "---\nknows: " + fill("a, ") + "\n---\n",
		"front lines":          "---\ntitle: a\n" + fill("  b\n") + "---\n",
		"front broken":         "---\ntitle: [\n" + fill("  b\n") + "---\n",
		"front deep":           "---\nx:\n" + deep(n, "a: ") + "---\n",
	}
}

// shortRows is a table of 90 columns, of which the rows have one.
func shortRows(n int) string {
	return strings.Repeat("|a", 90) + "|\n" + strings.Repeat("|-", 90) + "|\n" + strings.Repeat("|b\n", n)
}

// deepList is an entry in an entry, a line each.
func deepList(depth int) string {
	var b strings.Builder
	for i := range depth {
		b.WriteString(strings.Repeat("  ", i) + "- a\n")
	}
	return b.String()
}

func deepListSize(depth int) int { return len(deepList(depth)) }

func numbered(n int, format string) string {
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// deep nests a block in a block, a line each, until n bytes are full.
func deep(n int, mark string) string {
	var b strings.Builder
	for i := 1; b.Len() < n; i++ {
		b.WriteString(strings.Repeat(" ", i*len(mark)%4000) + mark + "a\n")
	}
	return b.String()
}

func deepQuotes(n int) string {
	var b strings.Builder
	for i := 1; b.Len() < n; i++ {
		b.WriteString(strings.Repeat(">", i) + " a\n")
	}
	return b.String()
}

// backticks are runs of all lengths, none of which another one closes.
func backticks(n int) string {
	var b strings.Builder
	for i := 1; b.Len() < n; i++ {
		b.WriteString(strings.Repeat("`", i) + " ")
	}
	return b.String()
}

// wideTable has as many columns as rows, which are all short.
func wideTable(n int) string {
	side := n / 8
	return "|" + strings.Repeat("a|", side) + "\n|" + strings.Repeat("-|", side) + "\n" + strings.Repeat("|b\n", side)
}

// TestLimits shows where nesting, marks and columns end, and that the first
// mark beyond is a problem at its place.
func TestLimits(t *testing.T) {
	columns := func(n int) string {
		return strings.Repeat("|a", n) + "|\n" + strings.Repeat("|-", n) + "|\n"
	}
	for _, c := range []struct {
		name, source string
		at           int // offset of the problem; -1 without one
	}{
		{"quotes", strings.Repeat(">", maxNesting) + " a", -1},
		{"quotes beyond", strings.Repeat(">", maxNesting+1) + " a", maxNesting},
		{"marks", strings.Repeat("a* ", maxMarks), -1},
		{"marks beyond", strings.Repeat("a* ", maxMarks+1), 3*maxMarks + 1},
		{"marks of two paragraphs", strings.Repeat("a* ", maxMarks) + "\n\n" + strings.Repeat("a* ", maxMarks), -1},
		{"links without an end", strings.Repeat("[a](", 1000), 4*53 + 2},
		{"links without an end, and others", strings.Repeat("[a](", 50) + "\n\n[b](c)", -1},
		{"links with an end", strings.Repeat("[a](b) ", maxMarks), -1},
		{"entries far in", strings.Repeat(deepList(2*maxNesting), 2), -1},
		{"entries further in", deepList(2*maxNesting + 2), deepListSize(2*maxNesting+1) + 2*(2*maxNesting+1)},
		{"definitions", strings.Repeat("[a]: b\n", maxLabels), -1},
		{"definitions beyond", strings.Repeat("[a]: b\n", maxLabels+1), 7 * maxLabels},
		{"cells that no row has", shortRows(maxMissing / 89), -1},
		{"cells beyond that no row has", shortRows(maxMissing/89 + 1), 182},
		{"columns", columns(maxColumns - 1), -1},
		{"columns beyond", columns(maxColumns), 2*maxColumns + 2},
	} {
		problems := Parse([]byte(c.source)).Talk().Problems
		switch {
		case c.at < 0 && len(problems) > 0:
			t.Errorf("%s: %v", c.name, problems)
		case c.at >= 0 && (len(problems) != 1 || problems[0].Key != talk.TooDeep || problems[0].Span.Start != c.at):
			t.Errorf("%s: %v, not at %d", c.name, problems, c.at)
		}
	}
}

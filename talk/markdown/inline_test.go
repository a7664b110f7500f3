package markdown

import (
	"strings"
	"testing"

	"talkgiver/talk"
)

// White space at the ends of a link or of emphasis stands between words, and one
// at the ends of a text does not.
func TestSpaceInsideMarksIsKept(t *testing.T) {
	for source, want := range map[string]string{
		"see [ ![two](b) ](c)there": "see  two there",
		"see [![two](b)\n](c)there": "see two there",
		"see[\ntwo](c) there":       "see two there",
		"see [*two*&#32;](c)there":  "see two there",
		"see two\\\n#show":          "see two",
		"see [two](c) <!-- x -->":   "see two",
	} {
		made := Parse([]byte("## A\n\n" + source + "\n")).Talk()
		p, ok := made.Sections[0].Slides[0].Blocks[0].(*talk.Paragraph)
		if !ok {
			t.Fatalf("%q is no paragraph", source)
		}
		if got := talk.PlainText(p.Inlines); got != want {
			t.Errorf("%q reads as %q, want %q", source, got, want)
		}
	}
}

// A line's end in code is a space, and one at both ends of code with words is none,
// whichever line's end the file has.
func TestLineEndsInCode(t *testing.T) {
	for source, want := range map[string]string{
		"x`\n`y":      "x y",
		"x`\na`y":     "x ay",
		"x`a\n`y":     "xa y",
		"x`\na\n`y":   "xay",
		"x` a\n`y":    "xay",
		"x`\na `y":    "xay",
		"x`a\nb`y":    "xa by",
		"x`` \n` ``y": "x `y",
	} {
		for _, end := range []string{"\n", "\r\n"} {
			made := Parse([]byte(strings.ReplaceAll("## A\n\n- "+source+"\n", "\n", end))).Talk()
			list, ok := made.Sections[0].Slides[0].Blocks[0].(*talk.List)
			if !ok {
				t.Fatalf("%q is no list", source)
			}
			if got := talk.BlockText(list.Items[0].Blocks[0]); got != want {
				t.Errorf("%q with %q reads as %q, want %q", source, end, got, want)
			}
		}
	}
}

// goldmark leaves a text that ends before it begins.
func TestStrokeInCodeInATable(t *testing.T) {
	for _, source := range []string{"`\\|`\n-|\n-\n", "| *`a\\|b`* |\n|--|\n-|\n-\n"} {
		made := Parse([]byte("## A\n\n" + source)).Talk()
		table, ok := made.Sections[0].Slides[0].Blocks[0].(*talk.Table)
		if !ok {
			t.Fatalf("%q is %T", source, made.Sections[0].Slides[0].Blocks[0])
		}
		if got := strings.Trim(talk.PlainText(table.Header[0]), "ab"); got != "|" {
			t.Errorf("%q has %q in its first cell", source, got)
		}
	}
}

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

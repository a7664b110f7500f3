package markdown

import (
	"testing"

	"talkgiver/talk"
)

// An empty entry ends no list but its own.
func TestEmptyEntryInAList(t *testing.T) {
	for _, source := range []string{
		"- a\n\n  1. b\n  2.\n\n  c\n",
		"- a\n\n  1. b\n  2.\n\n  3. c\n",
		"- a\n\n  -\n\n  c\n",
	} {
		made := Parse([]byte(source)).Talk()
		if n := len(made.Sections[0].Slides[0].Blocks); n != 1 {
			t.Fatalf("%q has %d blocks", source, n)
		}
		item := made.Sections[0].Slides[0].Blocks[0].(*talk.List).Items[0]
		var last func([]talk.Block) string
		last = func(blocks []talk.Block) string {
			switch b := blocks[len(blocks)-1].(type) {
			case *talk.List:
				return last(b.Items[len(b.Items)-1].Blocks)
			case *talk.Paragraph:
				return talk.PlainText(b.Inlines)
			}
			return ""
		}
		if got := last(item.Blocks); got != "c" {
			t.Errorf("%q: the entry ends with %q", source, got)
		}
	}
	after := Parse([]byte("- a\n-\n\nb\n")).Talk().Sections[0].Slides[0].Blocks
	if len(after) != 2 {
		t.Errorf("there are %d blocks, a list and a paragraph are", len(after))
	}
}

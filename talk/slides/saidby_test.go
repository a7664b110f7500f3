package slides

import (
	"testing"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
)

func TestSaidBy(t *testing.T) {
	for source, want := range map[string]struct {
		said int
		by   string
	}{
		"> a\n> — b\n":                {1, "— b"},
		"> a\\\n> – *b*, c\n":         {1, "– b, c"},
		"> a\n>\n> c\n> — b\n":        {2, "— b"},
		"> a\n>\n> -- b\n":            {1, "-- b"},
		"> — a\n":                     {1, ""},
		"> a\n> — b —\n> c\n":         {1, ""},
		"> a — b\n":                   {1, ""},
		"> a\n>\n> - — b\n":           {2, ""},
		"> a\n>\n> — b\n>\n> c\n":     {3, ""},
		"> — a\n> — b\n":              {1, "— b"},
		"> ![](a.png)\n> — b\n":       {1, "— b"},
		"> `a`\n> `— b`\n":            {1, ""},
		"> a\n>\n> ```\n> — b\n> ```": {2, ""},
	} {
		quote := markdown.Parse([]byte(source)).Talk().Sections[0].Slides[0].Blocks[0].(*talk.Quote)
		before := talk.PlainText(quote.Blocks[0].(*talk.Paragraph).Inlines)
		said, by := SaidBy(quote)
		got := ""
		if by != nil {
			got = talk.PlainText(by.Inlines)
		}
		if len(said) != want.said || got != want.by {
			t.Errorf("%q is %d blocks by %q, want %d by %q", source, len(said), got, want.said, want.by)
		}
		if after := talk.PlainText(quote.Blocks[0].(*talk.Paragraph).Inlines); after != before {
			t.Errorf("%q was %q and is %q", source, before, after)
		}
	}
}

package slides

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A talk in another folder than its deck names the pictures as seen from there.
func TestReadInto(t *testing.T) {
	from, to := filepath.FromSlash("/home/decks"), filepath.FromSlash("/home/talks/2027")
	const far = "../../decks/"
	tests := []struct{ name, from, deck, want string }{
		{"a picture", "marp", "## A\n\n![x](x.png)\n", "## A\n\n![x](" + far + "x.png)\n"},
		{"a background, in a list, a quote and a table", "marp",
			"## A\n\n![bg](./x.png)\n\n- b ![y](sub/y.png)\n\n> ![z](../z.png)\n\n| a |\n|---|\n| ![t](t.png) |\n",
			"## A\n\n<!-- marp: ![bg](./x.png) -->\n\n![](" + far + "x.png)\n\n- b ![y](" + far + "sub/y.png)\n\n> ![z](" + far + "../z.png)\n\n| a |\n|---|\n| ![t](" + far + "t.png) |\n"},
		{"in notes", "remark", "## A\n\n???\n\n- ![x](x.png)\n", "## A\n\n<!-- say -->\n\n- ![x](" + far + "x.png)\n\n<!-- /say -->\n"},
		{"what is no relative path", "marp", "## A\n\n![x](https://example.com/x.png)\n\n![y](/y.png)\n", "## A\n\n![x](https://example.com/x.png)\n\n![y](/y.png)\n"},
		{"an outline", Outline, "# T\n\n## A\n\n![x](x.png \"t\") and ![y](<a b.png>), `![c](c.png)`, \\![d](d.png)\n\n```\n![e](e.png)\n```\n",
			"# T\n\n## A\n\n![x](" + far + "x.png \"t\") and ![y](<../../decks/a b.png>), `![c](c.png)`, \\![d](d.png)\n\n```\n![e](e.png)\n```\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			deck := test.deck
			if test.from != Outline { // whose title the first slide is not
				deck += "\n---\n\n## B\n"
				test.want += "\n## B\n"
			}
			read, err := ReadInto(t.Context(), test.from, []byte(deck), from, to)
			if err != nil {
				t.Fatal(err)
			}
			if got := string(read.Talk); got != test.want {
				t.Errorf("the talk is\n%s\nwant\n%s", got, test.want)
			}
			stays, err := ReadInto(t.Context(), test.from, []byte(deck), from, from)
			plain, errPlain := Read(test.from, []byte(deck))
			if err != nil || errPlain != nil || string(stays.Talk) != string(plain.Talk) || strings.Contains(string(stays.Talk), far) {
				t.Errorf("beside the deck (%v, %v) the talk is\n%s\nwant\n%s", err, errPlain, stays.Talk, plain.Talk)
			}
		})
	}
}

// A blank in a folder's name ends no destination.
func TestReadInto_Blank(t *testing.T) {
	for _, from := range []string{"marp", Outline} {
		read, err := ReadInto(t.Context(), from, []byte("# T\n\n## A\n\n![x](x.png)\n"), filepath.FromSlash("/my decks"), filepath.FromSlash("/talks"))
		if err != nil {
			t.Fatal(err)
		}
		var found []string
		deckOf(string(read.Talk), Options{}).Relocated(func(destination string) string {
			file, _ := LocalFile(filepath.FromSlash("/talks"), destination)
			found = append(found, file)
			return destination
		})
		if want := []string{filepath.FromSlash("/my decks/x.png")}; !slices.Equal(found, want) {
			t.Errorf("%s: the pictures are %q, want %q, in\n%s", from, found, want, read.Talk)
		}
	}
}

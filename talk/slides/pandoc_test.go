package slides

import (
	"strings"
	"testing"
)

// TestPandocFindsTheLevelOfSlides writes decks in which headings on the slides are all
// that other blocks follow: pandoc would begin a slide at each.
func TestPandocFindsTheLevelOfSlides(t *testing.T) {
	f, _ := ByName("pandoc")
	const mark = "\n<!-- -->\n"
	for source, want := range map[string]string{
		"## One\n\n#### Two\n\n- a\n":                    "\n## One\n" + mark + "\n#### Two\n\n- a\n",
		"## One\n\n## Two\n\n#### Three\n\n- a\n":        "\n## One\n" + mark + "\n## Two\n\n#### Three\n\n- a\n",
		"## One\n\n- a\n\n#### Two\n\n- b\n":             "\n## One\n\n- a\n\n#### Two\n\n- b\n",
		"## One\n\n#### Two\n\n- a\n\n## Three\n\n- b\n": "\n## One\n\n#### Two\n\n- a\n\n## Three\n\n- b\n",
		"## One\n\n#### Two\n\nSaid.\n":                  "\n## One\n\n::: notes\nSaid.\n:::\n\n#### Two\n",
		"## One\n\n#### Two\n":                           "\n## One\n" + mark + "\n#### Two\n",
		"## One\n\n- a\n\n---\n\n#### Two\n\n- b\n":      "\n## One\n\n- a\n\n---\n\n#### Two\n\n- b\n",
		"## &#32;\n\n- a\n\n#### Two\n\n- b\n":           "\n##\n" + mark + "\n- a\n\n#### Two\n\n- b\n",
		"## &#32;\n\n- a\n\n---\n\n#### Two\n\n- b\n":    "\n##\n" + mark + "\n- a\n\n---\n\n#### Two\n\n- b\n",
	} {
		deck := deckOf(source, Options{})
		written := string(f.Bytes(deck))
		if _, got, _ := strings.Cut(written, "slide-level: 2\n---\n"); got != want {
			t.Errorf("%q is written\n%s\nwant\n%s", source, got, want)
		}
		read, err := Read("pandoc", []byte(written))
		if err != nil {
			t.Fatal(err)
		}
		if was, is := len(deck.Slides), len(deckOf(string(read.Talk), Options{}).Slides); was != is {
			t.Errorf("%d slides come back as %d:\n%s", was, is, read.Talk)
		}
	}
}

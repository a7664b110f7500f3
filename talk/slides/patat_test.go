package slides

import (
	"regexp"
	"strings"
	"testing"
)

// TestPatatShowsNoNotes looks for what ends a comment too early: patat would show
// all of it to the audience.
func TestPatatShowsNoNotes(t *testing.T) {
	f, _ := ByName("patat")
	early := regexp.MustCompile(`--!?\s*>`)
	for _, note := range []string{"a --> b", "a --!> b", "a -- > b", "a ---- >b", "--\\\n> b", "-- -- \\\n \\> b", "a `--\n>`", "a `-- \t > b`", "-\\- \\>", "<!-- -- >"} {
		written := string(f.Bytes(deckOf("## One\n\n- a\n\nSaid: "+note+"\n", Options{NoTitle: true})))
		_, comment, _ := strings.Cut(written, "<!--\n")
		comment, rest, ended := strings.Cut(comment, "\n-->\n")
		if !ended || rest != "" || early.MatchString(comment) {
			t.Errorf("%q is written\n%s", note, written)
		}
		read, err := Read("patat", []byte(written))
		if err != nil {
			t.Fatal(err)
		}
		words := func(s string) string { return strings.Join(strings.Fields(strings.ReplaceAll(s, zeroWidth, "")), " ") }
		if again := plainNotes(deckOf(string(read.Talk), Options{NoTitle: true}).Slides[0].Notes); words(again) != words(comment) {
			t.Errorf("%q comes back as %q, it was %q", note, again, comment)
		}
	}
}

// TestPatatPartsNoSlide writes a deck of one slide, which has no rule that patat
// could part slides at, so that it would do it at headings.
func TestPatatPartsNoSlide(t *testing.T) {
	f, _ := ByName("patat")
	for source, want := range map[string]string{
		"## One\n\n- a\n\n#### Two\n\n- b\n": "---\npatat:\n  slideLevel: 1\n---\n\n",
		"## One\n\n- a\n\n## Two\n\n- b\n":   "## One\n",
	} {
		written := f.Bytes(deckOf(source, Options{NoTitle: true}))
		if !strings.HasPrefix(string(written), want) {
			t.Errorf("%q is written\n%s", source, written)
		}
		read, err := Read("patat", written)
		if err != nil {
			t.Fatal(err)
		}
		if was, is := len(deckOf(source, Options{NoTitle: true}).Slides), len(deckOf(string(read.Talk), Options{NoTitle: true}).Slides); was != is {
			t.Errorf("%d slides come back as %d:\n%s", was, is, read.Talk)
		}
	}
}

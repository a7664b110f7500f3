package markdown

import (
	"strings"
	"testing"

	"talkgiver/talk"
)

// TestEscapedStrokeInCode reads code with a stroke in what goldmark takes for a
// table twice: a piece of it then ends before it starts.
func TestEscapedStrokeInCode(t *testing.T) {
	for _, source := range []string{"`a\\|b`\n-|\r-", "`a\\|b` `c`\n-|\r-", "| `a\\|b` |\n|---|", "| x |\n|---|\n| `a\\|b` |"} {
		var words []string
		for _, s := range Parse([]byte("## One\n\n" + source + "\n")).Talk().Sections {
			for _, b := range s.Slides[0].Blocks {
				words = append(words, talk.BlockText(b))
			}
		}
		if got := strings.Join(words, " "); !strings.Contains(got, "a|b") && !strings.Contains(got, `a\|b`) {
			t.Errorf("%q reads %q", source, got)
		}
	}
}

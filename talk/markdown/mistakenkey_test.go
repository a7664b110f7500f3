package markdown

import (
	"fmt"
	"slices"
	"testing"

	"talkgiver/talk"
)

// A line that looks like a key line where key lines stand is told of; it and what
// follows stay speech.
func TestMistakenKeys(t *testing.T) {
	for _, tt := range []struct {
		name, source string
		want         []string // line, word and the key that may be meant
	}{
		{"a word of the deal", "## A\nkeeps: promise 1\nmeets: need 1\n", []string{"2 keeps meets"}},
		{"below a key line", "## A\ngives: x\nkeeps: promise 1\n\n- a\n", []string{"3 keeps meets"}},
		{"alone", "## A\nneeds: 1\n", []string{"2 needs meets"}},
		{"a promise", "## A\npromise: 1\n", []string{"2 promise makes"}},
		{"what they get", "## A\ngets: the question\n", []string{"2 gets gives"}},
		{"a slip", "## A\ngive: the question\n", []string{"2 give gives"}},
		{"two letters swapped", "## A\nmeest: need 1\n", []string{"2 meest meets"}},
		{"an answer", "## A\nnwe: 3\nrelevnat: 4\n", []string{"2 nwe new", "3 relevnat relevant"}},
		{"another word above a key line", "## A\nspeaker: Ann\ngives: x\n", []string{"2 speaker "}},
		{"several", "## A\nkeeps: promise 1\nspeaker: Ann\nafter: 1\n", []string{"2 keeps meets", "3 speaker "}},
		{"behind the title", "# T\n\n# A\nkeeps: promise 1\n", []string{"4 keeps meets"}},
		{"CRLF", "## A\r\nkeeps: promise 1\r\nmeets: need 1\r\n", []string{"2 keeps meets"}},

		{"another word", "## A\nspeaker: Ann\n", nil},
		{"no answer", "## A\nnow: the hard part\n", nil},
		{"behind a blank line", "## A\n\nkeeps: promise 1\nmeets: need 1\n", nil},
		{"below a slide's heading", "## A\n### B\nkeeps: promise 1\n", nil},
		{"below the title", "# T\nkeeps: promise 1\n", nil},
		{"a capital", "## A\nKeeps: promise 1\n", nil},
		{"behind other speech", "## A\nI say this.\nkeeps: promise 1\n", nil},
		{"two words", "## A\nwho keeps: promise 1\n", nil},
		{"an address", "## A\nmakers://example.org\n", nil},
		{"in a list", "## A\n- keeps: promise 1\n", nil},
	} {
		tk := Parse([]byte(tt.source)).Talk()
		var got []string
		for _, p := range tk.Problems {
			if p.Key == talk.NearKeyLine || p.Key == talk.NoKeyLine {
				got = append(got, fmt.Sprintf("%d %s %s", tk.Position(p.Span.Start).Line, p.Arg, p.Meant))
			}
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
		if tt.want != nil && tk.Words() == 0 {
			t.Errorf("%s: it is no longer speech", tt.name)
		}
	}
}

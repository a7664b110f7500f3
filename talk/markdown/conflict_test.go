package markdown

import (
	"slices"
	"testing"

	"talkgiver/talk"
)

// The marks of a merge are told of, once for each place, whatever Markdown makes
// of them; what is code or looks like them is not.
func TestMergeMarks(t *testing.T) {
	const both = "<<<<<<< ours\nI was there.\n=======\nI was not.\n>>>>>>> theirs\n"
	for _, tt := range []struct {
		name, source string
		lines        []int // of the problems
	}{
		{"speech", "## A\n\n" + both + "\n## B\n", []int{3}},
		{"two places", "## A\n\n" + both + "\n## B\n\n" + both, []int{3, 11}},
		{"in a list", "## A\n\n- one\n<<<<<<< ours\n- two\n=======\n- three\n>>>>>>> theirs\n", []int{4}},
		{"in a table", "| a |\n|---|\n| b |\n<<<<<<< ours\n| c |\n=======\n| d |\n>>>>>>> theirs\n", []int{4}},
		{"in the front matter", "---\ntitle: A\n<<<<<<< ours\nslot: 20m\n=======\nslot: 30m\n>>>>>>> theirs\n---\n\n## A\n", []int{3}},
		{"around the front matter", "<<<<<<< HEAD\n---\nslot: 20m\n---\n=======\n---\nslot: 30m\n---\n>>>>>>> b\n", []int{1}},
		{"behind the mark of UTF-8", "\xef\xbb\xbf" + both, []int{1}},
		{"in a comment", "<!--\n" + both + "-->\n", []int{2}},
		{"around a fence", "## A\n\n<<<<<<< ours\n```\na\n```\n=======\n```\nb\n```\n>>>>>>> theirs\n", []int{3}},
		{"with the base", "<<<<<<< ours\na\n||||||| base\nb\n=======\nc\n>>>>>>> theirs\n", []int{1}},
		{"CRLF", "## A\r\n\r\n<<<<<<< ours\r\na\r\n=======\r\nb\r\n>>>>>>> theirs\r\n", []int{3}},
		{"no names", "<<<<<<<\na\n=======\nb\n>>>>>>>\n", []int{1}},
		{"the first line is gone", "a\n=======\nb\n>>>>>>> theirs\n", []int{4}},
		{"the last line is gone", "<<<<<<< ours\na\n=======\nb\n", []int{1}},
		{"inside a fence", "## A\n\n```\n" + both + "```\n", nil},
		{"inside two fences", "```\n" + both + "```\n\n" + "```\n" + both + "```\n\n" + both, []int{17}},
		{"indented", "## A\n\n    <<<<<<< ours\n", nil},
		{"an underlined heading", "The talk\n=======\n\nPart\n-------\n", nil},
		{"longer and shorter", "<<<<<<<< a\n\n>>>>>>>> b\n\n<<<<<< c\n\n>>>>>> d\n", nil},
		{"in a line", "a <<<<<<< ours\n\n<<<<<<<ours\n", nil},
	} {
		tk := Parse([]byte(tt.source)).Talk()
		var lines []int
		for _, p := range tk.Problems {
			if p.Key == talk.MergeMarks {
				lines = append(lines, tk.Position(p.Span.Start).Line)
			}
		}
		if !slices.Equal(lines, tt.lines) {
			t.Errorf("%s: lines %v, want %v", tt.name, lines, tt.lines)
		}
	}
}

package markdown

import (
	"bytes"
	"regexp"

	"github.com/yuin/goldmark/ast"

	"talkgiver/talk"
)

// wordColon is the start of a line that has the form of a key line.
var wordColon = regexp.MustCompile(`^ {0,3}([a-z]+):(?:[ \t]|$)`)

// mistakenKeys notes the lines of a paragraph that stand where key lines stand
// and look as if they were meant to be some: their word is almost a key or one
// that the deal suggests, or key lines follow. It is speech all the same.
func (r *reader) mistakenKeys(above ast.Node, span talk.Span) {
	switch above := above.(type) {
	case *keyLine:
	case *ast.Heading:
		if !beginsSection(above) {
			return
		}
	default:
		return
	}
	if blankBefore(r.source, span.Start) {
		return
	}
	for start := span.Start; start < span.End; start = nextLine(r.source, start) {
		line := r.source[start:lineEnd(r.source, start)]
		m := wordColon.FindSubmatchIndex(line)
		if m == nil {
			return
		}
		word, at := string(line[m[2]:m[3]]), talk.Span{Start: start + m[2], End: start + m[3]}
		key := meantKey(word, bytes.TrimSpace(line[m[1]:]))
		switch {
		case keyLineStart.Match(line):
			// A key line that the line above has made speech of; that one is told.
		case key != "":
			r.talk.Problems = append(r.talk.Problems, talk.Problem{Key: talk.NearKeyLine, Arg: word, Meant: key, Span: at})
		case r.keyLineIn(talk.Span{Start: nextLine(r.source, start), End: span.End}):
			r.problem(talk.NoKeyLine, word, at)
		}
	}
}

// keyLineIn reports whether a line of a paragraph would be a key line further up.
func (r *reader) keyLineIn(s talk.Span) bool {
	for start := s.Start; start < s.End; start = nextLine(r.source, start) {
		if keyLineStart.Match(r.source[start:lineEnd(r.source, start)]) {
			return true
		}
	}
	return false
}

// meantKey returns the key that a word is almost or stands for, or "". The two
// keys of an answer are short or common words, so that theirs needs one.
func meantKey(word string, value []byte) string {
	switch word {
	case "keeps", "kept", "keep", "need", "needs", "tells":
		return "meets"
	case "promise", "promises":
		return "makes"
	case "gets", "get":
		return "gives"
	}
	answer := len(value) == 1 && '0' <= value[0] && value[0] <= '4'
	best, least := "", 3
	for _, key := range []string{"gives", "meets", "makes", "new", "relevant", "after"} {
		if (key == "new" || key == "relevant") && !answer {
			continue
		}
		if d := slips(word, key); d < least {
			best, least = key, d
		}
	}
	return best
}

// slips is how many letters must be put in, taken out or replaced to make one
// word of another.
func slips(from, to string) int {
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(from) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(to) {
			replaced := diagonal
			if from[i] != to[j] {
				replaced++
			}
			diagonal = row[j+1]
			row[j+1] = min(replaced, row[j]+1, diagonal+1)
		}
	}
	return row[len(to)]
}

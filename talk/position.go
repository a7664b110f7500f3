package talk

import (
	"sort"
	"unicode/utf8"
)

// Span is a half-open range of byte offsets into a talk's Source: the bytes
// from Start up to, but without, End. The zero Span means "nowhere": the thing
// it belongs to does not stand in the file.
type Span struct{ Start, End int }

// Empty reports whether s covers no bytes, as for a thing that is not in the file.
func (s Span) Empty() bool { return s.End <= s.Start }

// Overlaps reports whether s and o share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Position is a place in a file as a person counts: lines from 1 and columns
// from 1 in Unicode code points. A byte that is not valid UTF-8 counts as one.
type Position struct{ Line, Column int }

// Lines finds the line and column of a byte offset. A line ends with LF, CRLF
// or a lone CR, as CommonMark defines it.
type Lines struct {
	source []byte
	starts []int // byte offset of each line's first byte
}

// NewLines reads the line ends of source, which must not change afterwards.
func NewLines(source []byte) Lines {
	starts := make([]int, 1, 1+len(source)/32)
	for i := 0; i < len(source); i++ {
		switch source[i] {
		case '\n':
			starts = append(starts, i+1)
		case '\r':
			if i+1 < len(source) && source[i+1] == '\n' {
				i++
			}
			starts = append(starts, i+1)
		}
	}
	return Lines{source: source, starts: starts}
}

// Count returns the number of lines. A file that ends with a line ending has
// an empty last line.
func (l Lines) Count() int { return len(l.starts) }

// Line returns the number, from 1, of the line that holds the byte at offset.
// Offsets outside the source belong to its first or last line.
func (l Lines) Line(offset int) int {
	n := sort.SearchInts(l.starts, offset+1)
	return max(n, 1)
}

// Span returns the bytes of a line, from 1, with its line ending. A line that
// does not exist has the zero Span.
func (l Lines) Span(line int) Span {
	if line < 1 || line > len(l.starts) {
		return Span{}
	}
	end := len(l.source)
	if line < len(l.starts) {
		end = l.starts[line]
	}
	return Span{l.starts[line-1], end}
}

// Position returns the line and column of the byte at offset.
func (l Lines) Position(offset int) Position {
	offset = min(max(offset, 0), len(l.source))
	line := l.Line(offset)
	start := l.starts[line-1]
	// The column counts from the line's start, without the mark that says
	// "this file is UTF-8" and that no editor shows.
	if line == 1 && hasBOM(l.source) {
		start = min(len(bom), offset)
	}
	return Position{Line: line, Column: 1 + utf8.RuneCount(l.source[start:offset])}
}

const bom = "\xef\xbb\xbf"

func hasBOM(source []byte) bool { return len(source) >= len(bom) && string(source[:len(bom)]) == bom }

package markdown

import "bytes"

// Limits beyond which nesting and inline marks are read as plain text, since
// goldmark's time grows with their square. Real talks stay far below: the
// CommonMark examples nest 5 deep, and a paragraph of 5,000 marks is no speech.
const (
	maxNesting = 100
	maxMarks   = 5000
	maxColumns = 100 // of a table: its cells are as many as columns times rows
)

// forGoldmark returns a copy of source, byte for byte as long, in which the
// first bodyStart bytes (mark and front matter) are blank, every line ends with
// LF, and what is nested beyond all measure has lost its marks. Since no byte
// moves, goldmark's positions are positions in source, where the text is then
// read. The second result is the offset of the first mark that was taken away,
// or -1.
func forGoldmark(source []byte, bodyStart int) ([]byte, int) {
	plain := bytes.Clone(source)
	for i := range plain[:bodyStart] {
		if plain[i] != '\n' && plain[i] != '\r' {
			plain[i] = ' '
		}
	}
	if bodyStart > 0 {
		plain[bodyStart-1] = '\n' // what comes first stands at a line's start
	}
	if bytes.IndexByte(plain, '\r') >= 0 {
		endWithLF(plain)
	}
	return plain, flatten(plain[bodyStart:], bodyStart)
}

// endWithLF makes LF of every line ending. goldmark knows no lone CR and reads
// some lines that end with CRLF otherwise (an empty list item is text). The CR
// of a CRLF becomes a space, which means nothing at a line's end, but behind a
// backslash; where it adds to one space, hardBreak reads the source.
func endWithLF(plain []byte) {
	for i, b := range plain {
		switch {
		case b != '\r':
		case i+1 == len(plain) || plain[i+1] != '\n':
			plain[i] = '\n'
		case i == 0 || plain[i-1] != '\\':
			plain[i] = ' '
		}
	}
}

// flatten takes away the marks that nest too deep: containers beyond maxNesting
// on one line, and inline marks beyond maxMarks in one run of lines without a
// blank one between. It returns the place of the first, offset by base, or -1.
func flatten(text []byte, base int) int {
	first := -1
	marks := 0
	for start := 0; start < len(text); {
		end := start + bytes.IndexByte(text[start:], '\n') + 1
		if end == start {
			end = len(text)
		}
		line := text[start:end]
		if isBlank(line) {
			marks = 0
		}
		first = takeMarks(line, base+start, &marks, first)
		start = end
	}
	return first
}

// takeMarks does one line's part of flatten. Fences, comments and breaks at the
// line's start stay, since they say where a block ends.
func takeMarks(line []byte, base int, marks *int, first int) int {
	take := func(i int) {
		line[i] = 'x'
		if first < 0 {
			first = base + i
		}
	}
	if bytes.Count(line, []byte("|")) > maxColumns && len(bytes.Trim(line, "|:- \t\r\n")) == 0 {
		take(bytes.IndexByte(line, '|'))
	}
	containers, leading := 0, true
	for i, b := range line {
		switch b {
		case ' ', '\t', '\r', '\n':
			continue
		case '>', '-', '+', '*', '.', ')':
			if leading {
				if containers++; containers > maxNesting {
					take(i)
				}
				continue
			}
		case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '`', '~', '_', '<':
			if leading {
				continue
			}
		}
		leading = false
		if b == '[' || b == '*' || b == '_' || b == '~' || b == '\\' && i+1 < len(line) && line[i+1] == '|' {
			if *marks++; *marks > maxMarks {
				take(i)
			}
		}
	}
	return first
}

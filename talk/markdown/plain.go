package markdown

import "bytes"

// Limits beyond which nesting and inline marks are read as plain text, since
// goldmark's time grows with their square. Real talks stay far below: the
// CommonMark examples nest 5 deep, and a paragraph of 5,000 marks is no speech.
const (
	maxNesting = 100
	maxMarks   = 5000
	maxLabels  = 2000           // of definitions, in lines without a blank one between
	maxIndent  = 4 * maxNesting // of an entry: each level of a list takes as much at most
	maxColumns = 100            // of a table: its cells are as many as columns times rows
	maxMissing = 100_000        // cells of all tables that no row holds, and that are there all the same
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

// flattener takes away what takes goldmark too long.
type flattener struct {
	first   int // the place of the first mark that was taken away; -1 without one
	marks   int // in this run of lines without a blank one between
	labels  int // at the beginning of its lines
	missing int // cells of tables that no row holds
	columns int // that the rows of this run have when it is a table
	tables  []delimiter
}

// delimiter is a line below the header of a table: where its first stroke is.
type delimiter struct {
	stroke *byte
	at     int
}

// flatten takes away the marks that nest too deep: containers beyond maxNesting
// on one line, and inline marks beyond maxMarks in one run of lines without a
// blank one between. It returns the place of the first, offset by base, or -1.
func flatten(text []byte, base int) int {
	f := flattener{first: -1}
	for start := 0; start < len(text); {
		end := start + bytes.IndexByte(text[start:], '\n') + 1
		if end == start {
			end = len(text)
		}
		line := text[start:end]
		if isBlank(line) {
			f.marks, f.labels, f.columns, f.tables = 0, 0, 0, f.tables[:0]
		} else {
			f.cells(line, base+start)
			f.takeMarks(line, base+start)
		}
		start = end
	}
	return f.first
}

func (f *flattener) take(sign *byte, at int) {
	*sign = 'x'
	if f.first < 0 || at < f.first {
		f.first = at
	}
}

// cells counts the cells that a line lacks when it is one of a table. Beyond
// maxColumns and maxMissing there is no table.
func (f *flattener) cells(line []byte, base int) {
	strokes := bytes.Count(line, []byte("|"))
	if strokes > 0 && len(bytes.Trim(line, ">|:- \t\r\n")) == 0 {
		i := bytes.IndexByte(line, '|')
		if strokes > maxColumns {
			f.take(&line[i], base+i)
			return
		}
		f.columns = max(f.columns, strokes)
		f.tables = append(f.tables, delimiter{&line[i], base + i})
	}
	if f.missing += max(0, f.columns-strokes-1); f.missing > maxMissing {
		for _, t := range f.tables {
			f.take(t.stroke, t.at)
		}
		f.tables = f.tables[:0]
	}
}

// takeMarks does one line's part of flatten. Fences, comments and breaks at the
// line's start stay, since they say where a block ends.
func (f *flattener) takeMarks(line []byte, base int) {
	containers, leading := 0, true
	for i, b := range line {
		switch b {
		case ' ', '\t', '\r', '\n':
			continue
		case '>', '-', '+', '*', '.', ')':
			if leading {
				if containers++; containers > maxNesting || i > maxIndent {
					f.take(&line[i], base+i)
				}
				continue
			}
		case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '`', '~', '_', '<':
			if leading {
				continue
			}
		}
		if leading && b == '[' {
			if f.labels++; f.labels > maxLabels {
				f.take(&line[i], base+i)
			}
		}
		leading = false
		if b == '[' || b == '*' || b == '_' || b == '~' || b == '\\' && i+1 < len(line) && line[i+1] == '|' {
			if f.marks++; f.marks > maxMarks {
				f.take(&line[i], base+i)
			}
		}
	}
}

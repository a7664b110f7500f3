package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// emphasize wraps what is selected, or the word at the cursor, into a mark: "**"
// for strong words, "*" for stressed ones. Where all of it has the mark already
// it is taken off. Each line is wrapped by itself, behind what makes it an item
// or a heading, since no mark reaches from one item into the next.
func emphasize(text string, from, to int, mark string) textEdit {
	if from == to {
		from, to = wordAt(text, from)
	}
	if from == to { // no word: the next one will be wrapped
		return textEdit{start: from, end: to, text: mark + mark, from: from + len(mark), to: from + len(mark)}
	}
	parts := partsOf(text, from, to)
	on := false
	for _, p := range parts {
		on = on || !p.has(mark)
	}
	if len(parts) == 0 {
		return textEdit{start: from, end: from, from: from, to: to}
	}
	start, end := parts[0].outer, parts[len(parts)-1].outerEnd
	e := textEdit{start: start, end: end}
	var b strings.Builder
	at := start
	for i, p := range parts {
		b.WriteString(text[at:p.outer])
		marks := p.marks
		switch {
		case on && !p.has(mark):
			marks += mark
		case !on:
			marks = marks[len(mark):]
		}
		b.WriteString(marks)
		if i == 0 {
			e.from = start + b.Len()
		}
		b.WriteString(text[p.start:p.end])
		if i == len(parts)-1 {
			e.to = start + b.Len()
		}
		b.WriteString(marks)
		at = p.outerEnd
	}
	e.text = b.String()
	return e
}

// part is a stretch of one line with the stars around it.
type part struct {
	start, end      int // the words
	outer, outerEnd int // with the marks
	marks           string
}

// has reports whether the part is strong or stressed: one star stresses, two
// are strong, three are both.
func (p part) has(mark string) bool {
	n := len(p.marks)
	if len(mark) == 2 {
		return n >= 2
	}
	return n == 1 || n >= 3
}

// partsOf cuts a selection into its lines, without white space and stars at
// their ends and without what stands before their words.
func partsOf(text string, from, to int) []part {
	var parts []part
	for at := from; at <= to; {
		start, end := lineBounds(text, at)
		words := start + len(lineHead(text[start:end]))
		p := part{start: max(at, min(words, end)), end: min(end, to)}
		at = end + 1
		for p.start < p.end && isOuter(text[p.start]) {
			p.start++
		}
		for p.start < p.end && isOuter(text[p.end-1]) {
			p.end--
		}
		if p.start >= p.end {
			continue
		}
		n := 0
		for n < 3 && p.start-n > words && p.end+n < end && text[p.start-n-1] == '*' && text[p.end+n] == '*' {
			n++
		}
		p.outer, p.outerEnd, p.marks = p.start-n, p.end+n, strings.Repeat("*", n)
		parts = append(parts, p)
	}
	return parts
}

// isOuter reports whether a byte at the end of a selection does not belong to
// its words.
func isOuter(b byte) bool { return b == ' ' || b == '\t' || b == '*' }

// lineHead is what makes a line an item, a heading or a quote.
func lineHead(line string) string {
	if l, ok := parseListLine(line); ok {
		return l.head()
	}
	return line[:len(line)-len(strings.TrimLeft(line, " \t#>"))]
}

// wordAt returns the word around an offset, or the offset twice.
func wordAt(text string, at int) (from, to int) {
	from, to = at, at
	for from > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:from])
		if !inWord(r) {
			break
		}
		from -= size
	}
	for to < len(text) {
		r, size := utf8.DecodeRuneInString(text[to:])
		if !inWord(r) {
			break
		}
		to += size
	}
	return from, to
}

// inWord reports whether a letter belongs to a word: marks that combine with
// one do, and what joins two.
func inWord(r rune) bool {
	return unicode.In(r, unicode.L, unicode.M, unicode.N) || r == '\'' || r == '’' || r == '-' || r == '\u200d'
}

package draft

import (
	"regexp"
	"strconv"
	"strings"
)

// textEdit is what a key does to a field's text beyond writing a letter: the
// bytes from start to end become text, and then from to to is selected. The
// cursor is at to. What of it changes the file is for markdown.SetBody to find.
type textEdit struct {
	start, end int
	text       string
	from, to   int
}

// apply returns the text behind the edit.
func (e textEdit) apply(text string) string { return text[:e.start] + e.text + text[e.end:] }

// lineBounds returns where the line that an offset is in begins and ends,
// without its line ending.
func lineBounds(text string, at int) (start, end int) {
	start = strings.LastIndexByte(text[:at], '\n') + 1
	end = len(text)
	if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
		end = at + i
	}
	return start, end
}

// listLine is a line that begins an item of a list.
type listLine struct {
	indent string // white space before the marker
	bullet string // "-", "*", "+", or the delimiter "." or ")" of a number
	number int    // -1 for a bullet
	gap    string // between the marker and what follows
	box    string // "[ ] " of a task, or ""
	rest   string // the item's words
}

var listStart = regexp.MustCompile(`^([ \t]*)(?:([-+*])|(\d{1,9})([.)]))([ \t]+|$)(\[[ xX]\](?:[ \t]+|$))?`)

// parseListLine reads a line as one that begins an item.
func parseListLine(line string) (listLine, bool) {
	m := listStart.FindStringSubmatch(line)
	if m == nil || isBreak(line) {
		return listLine{}, false
	}
	l := listLine{indent: m[1], bullet: m[2], number: -1, gap: m[5], box: m[6], rest: line[len(m[0]):]}
	if m[3] != "" {
		l.bullet = m[4]
		l.number, _ = strconv.Atoi(m[3]) // nine digits always fit
	}
	return l, true
}

// isBreak reports whether a line is a break between slides, such as "* * *".
func isBreak(line string) bool {
	marks := strings.NewReplacer(" ", "", "\t", "").Replace(line)
	return len(marks) >= 3 && strings.Trim(marks, marks[:1]) == "" && strings.Contains("-*_", marks[:1])
}

// marker is the item's bullet or number.
func (l listLine) marker() string {
	if l.number < 0 {
		return l.bullet
	}
	return strconv.Itoa(l.number) + l.bullet
}

// head is all of the line that stands before its words.
func (l listLine) head() string { return l.indent + l.marker() + l.gap + l.box }

// content is the column where the item's words begin, and its children.
func (l listLine) content() int {
	return width(l.indent) + len(l.marker()) + max(1, min(len(l.gap), 4))
}

// next is the head of an item that follows this one.
func (l listLine) next() listLine {
	if l.number >= 0 {
		l.number++
	}
	if l.gap == "" || len(l.gap) > 4 {
		l.gap = " "
	}
	if l.box != "" {
		l.box = "[ ] "
	}
	l.rest = ""
	return l
}

// sameList reports whether another item is of the same list as this one.
func (l listLine) sameList(o listLine) bool {
	return width(l.indent) == width(o.indent) && l.bullet == o.bullet && (l.number < 0) == (o.number < 0)
}

// width is how many columns white space takes; a tab goes to the next multiple
// of four.
func width(space string) int {
	n := 0
	for _, r := range space {
		if r == '\t' {
			n += 4 - n%4
		} else {
			n++
		}
	}
	return n
}

// indentOf returns the white space at the beginning of a line.
func indentOf(line string) string { return line[:len(line)-len(strings.TrimLeft(line, " \t"))] }

// inFence reports whether the line that begins at an offset is code between
// fences.
func inFence(text string, at int) bool {
	fence := ""
	for line := range strings.Lines(text[:at]) {
		trimmed := strings.TrimLeft(line, " \t")
		marks := trimmed[:len(trimmed)-len(strings.TrimLeft(trimmed, "`~"))]
		switch {
		case len(marks) < 3 || strings.Trim(marks, marks[:1]) != "":
		case fence == "":
			fence = marks
		case marks[0] == fence[0] && len(marks) >= len(fence) && strings.TrimSpace(trimmed[len(marks):]) == "":
			fence = ""
		}
	}
	return fence != ""
}

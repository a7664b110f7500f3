// Package markdown reads a talk from its Markdown file and changes the file.
//
// The file is the truth: a Document keeps the bytes that it was parsed from, so
// writing it without an edit gives back the same bytes, whatever they are. An
// Edit is a value; applying it makes a new Document and the edit's inverse, and
// changes only the lines that the edit is about. goldmark decides what is
// Markdown; this package adds the key lines and the tags of a talk to it.
package markdown

import (
	"bytes"

	"talkgiver/talk"
)

// Document is a talk file: its bytes and what they mean. It never changes, so
// it can be read from any goroutine.
type Document struct {
	source []byte
	talk   *talk.Talk
	front  front
}

// Parse reads a talk file. Every sequence of bytes is a talk; what cannot be
// read as it was meant becomes a Problem of the talk. Parse keeps source, which
// must not be changed afterwards.
func Parse(source []byte) *Document {
	d := &Document{source: source, talk: &talk.Talk{Source: source, Lines: talk.NewLines(source)}}
	d.front = readFront(source)
	d.front.fill(d.talk)
	readBody(d.talk, d.front.span.End)
	checkLinks(d.talk)
	sortProblems(d.talk)
	return d
}

// Bytes returns the file's bytes. They must not be changed.
func (d *Document) Bytes() []byte { return d.source }

// Talk returns what the file means. It must not be changed.
func (d *Document) Talk() *talk.Talk { return d.talk }

// newline returns the line ending of the line that holds the byte at offset,
// or of the nearest line before it that has one, so that an edit keeps to the
// line endings around it. A file without any gets LF.
func (d *Document) newline(offset int) string {
	lines := d.talk.Lines
	for line := lines.Line(offset); line >= 1; line-- {
		if nl := lineEnding(d.source, lines.Span(line)); nl != "" {
			return nl
		}
	}
	return "\n"
}

// lineEnding returns the line ending inside a line's span, or "" when the file
// ends without one.
func lineEnding(source []byte, line talk.Span) string {
	text := source[line.Start:line.End]
	switch {
	case bytes.HasSuffix(text, []byte("\r\n")):
		return "\r\n"
	case bytes.HasSuffix(text, []byte("\n")):
		return "\n"
	case bytes.HasSuffix(text, []byte("\r")):
		return "\r"
	}
	return ""
}

// lineStart returns the offset of the first byte of the line that holds offset.
func lineStart(source []byte, offset int) int {
	for offset > 0 && source[offset-1] != '\n' && source[offset-1] != '\r' {
		offset--
	}
	return offset
}

// lineEnd returns the offset behind the last byte of the line that holds
// offset, without its line ending.
func lineEnd(source []byte, offset int) int {
	for offset < len(source) && source[offset] != '\n' && source[offset] != '\r' {
		offset++
	}
	return offset
}

// nextLine returns the offset of the line after the one that holds offset.
func nextLine(source []byte, offset int) int {
	offset = lineEnd(source, offset)
	switch {
	case offset == len(source):
		return offset
	case source[offset] == '\r' && offset+1 < len(source) && source[offset+1] == '\n':
		return offset + 2
	}
	return offset + 1
}

// isBlank reports whether text holds nothing but white space.
func isBlank(text []byte) bool { return len(bytes.TrimSpace(text)) == 0 }

package markdown

import (
	"regexp"
	"strconv"
	"strings"

	"talkgiver/talk"
)

// write writes the outline as a talk file.
func (o *outline) write() []byte {
	var b strings.Builder
	if o.title != "" {
		b.WriteString("# " + titleText(o.title) + "\n")
	}
	if o.comment != "" {
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(o.comment)
	}
	var above []level // the entries that the next one may stand below
	before := heading
	for i := range o.chunks {
		c := &o.chunks[i]
		if b.Len() > 0 && (c.kind != listEntry || before != listEntry) {
			b.WriteByte('\n')
		}
		switch c.kind {
		case heading:
			title := c.text()
			b.WriteString("## " + titleText(title))
			if c.leftOut {
				b.WriteString(" #" + talk.TagSkip)
			}
			b.WriteByte('\n')
		case code:
			for _, line := range c.lines {
				b.WriteString(line + "\n")
			}
		case listEntry:
			if before != listEntry {
				above = nil
			}
			above = writeEntry(&b, c, above)
		case paragraph:
			for _, line := range c.lines {
				b.WriteString(escapeLine(line) + "\n")
			}
		}
		before = c.kind
	}
	return []byte(b.String())
}

// level is an entry that others may stand below.
type level struct {
	indent int // in the text
	below  int // where its children stand in the file
}

// deepest is how many levels a list keeps: nobody reads more from a slide.
const deepest = 6

// writeEntry writes an entry at its level and returns the levels that are open
// behind it.
func writeEntry(b *strings.Builder, c *chunk, above []level) []level {
	for len(above) > 0 && (above[len(above)-1].indent >= c.indent[0] || len(above) >= deepest) {
		above = above[:len(above)-1]
	}
	margin := 0
	if n := len(above); n > 0 {
		margin = above[n-1].below
	}
	marker := "- "
	if c.number > 0 {
		marker = strconv.Itoa(c.number) + ". "
	}
	b.WriteString(strings.Repeat(" ", margin) + marker + escapeLine(c.text()) + "\n")
	return append(above, level{indent: c.indent[0], below: margin + len(marker)})
}

// titleText is a text as a heading has it: marks of bold around it say no more
// than the heading does.
func titleText(text string) string {
	if boldLine.MatchString(text) {
		text = strings.Trim(text, "*_")
	}
	return plainMarks(strings.TrimSuffix(text, ":"))
}

// linkTag is a tag that leads to something in the deal, which a text that is no
// talk yet does not have.
var linkTag = regexp.MustCompile(`(^|[ \t])#((?:need|keep|make|truth)[0-9]+)`)

// plainMarks keeps what stands within a line from being more than text.
func plainMarks(line string) string {
	if !strings.ContainsAny(line, "#<") { // as most do not; to look for tags takes longer
		return line
	}
	return linkTag.ReplaceAllString(strings.ReplaceAll(line, "<!--", `<\!--`), `$1\#$2`)
}

var (
	numberStart = regexp.MustCompile(`^([0-9]{1,9})([.)](?:[ \t]|$))`)
	// structureStart are beginnings of lines that Markdown takes for more than text.
	structureStart = regexp.MustCompile("^(?:#{1,6}(?:[ \t]|$)|[-+*](?:[ \t]|$)|```|~~~|=+$|-+$|(?:[-*_][ \t]*){3,}$|\\[[^\\]]*\\]:|<[!?/a-zA-Z])")
)

// escapeLine keeps a line of text from being anything else.
func escapeLine(line string) string {
	line = plainMarks(line)
	if m := numberStart.FindStringSubmatch(line); m != nil {
		return m[1] + `\` + line[len(m[1]):]
	}
	if structureStart.MatchString(line) {
		return `\` + line
	}
	return line
}

package draft

import (
	"bytes"
	"regexp"
	"strings"

	"talkgiver/talk/markdown"
)

// newSection is a line that begins a section, or makes one of the line above
// it; while it is typed it may still become something else, as "##" on the way
// to "### A slide" and "-" on the way to "- an item" do.
var newSection = regexp.MustCompile(`^ {0,3}(#{1,2}([ \t].*)?|=+[ \t]*|-+[ \t]*)$`)

// typed takes over what was typed into the section's text. A line that would
// begin a section waits until the cursor leaves it.
func (c *card) typed(text string) {
	c.waiting = false // this is what it waited for
	if c.body.fit() {
		c.place.relayout()
	}
	c.body.carry()
	edit := markdown.SetBody{Section: c.number, Text: text}
	line := c.body.entry.line()
	c.waiting = newSection.MatchString(lineOf(text, line)) && c.place.splits(edit)
	if c.waiting {
		c.waitLine = line
		c.place.held()
		return
	}
	c.place.do(edit, c.body.entry.id)
}

// flush takes over what waits.
func (c *card) flush() {
	if c.waiting {
		c.waiting = false
		c.place.do(markdown.SetBody{Section: c.number, Text: c.body.entry.Text}, c.body.entry.id)
	}
}

// lineOf returns a line of a text, from 0.
func lineOf(text string, n int) string {
	for range n {
		_, text, _ = strings.Cut(text, "\n")
	}
	line, _, _ := strings.Cut(text, "\n")
	return line
}

// splits reports whether an edit changes how many sections there are.
func (p *Place) splits(edit markdown.Edit) bool {
	after, _, err := edit.Apply(p.document)
	return err == nil && len(after.Talk().Sections) != len(p.document.Talk().Sections)
}

// landing finds where the cursor of a card's text has gone to in the file, when
// what was typed there no longer is the text of that card: it has begun a
// section. before is the document before the edit, after the one behind it.
func (c *card) landing(before, after *markdown.Document) (offset int, moved bool) {
	if c.number > len(after.Talk().Sections) {
		return 0, false
	}
	typed := core(c.body.entry.Text)
	if strings.HasPrefix(after.BodyText(after.Talk().Sections[c.number-1]), typed) {
		return 0, false
	}
	source := after.Bytes()
	offset = min(before.Talk().Sections[c.number-1].Body.Start, len(source))
	// Where the section had no text, blank lines were written above it.
	for offset < len(source) && (source[offset] == '\n' || source[offset] == '\r') {
		offset++
	}
	for range c.body.cursor() {
		if offset < len(source) && source[offset] == '\r' && bytes.HasPrefix(source[offset:], []byte("\r\n")) {
			offset++
		}
		offset = min(offset+1, len(source))
	}
	return offset, true
}

// held tells that something is held back.
func (p *Place) held() {
	if p.cfg.Held != nil {
		p.cfg.Held()
	}
}

// Whole returns the document with what the fields still hold back, which stays
// held back: for a copy that has all that was typed.
func (p *Place) Whole() *markdown.Document {
	d := p.document
	apply := func(edit markdown.Edit) {
		if after, _, err := edit.Apply(d); err == nil {
			d = after
		}
	}
	for _, l := range p.deal.lists {
		if text := strings.TrimSpace(l.add.Text); text != "" {
			apply(markdown.AddEntry{List: l.list, Number: len(d.Talk().Deal.Entries(l.kind)) + 1, Text: text})
		}
	}
	for _, c := range p.cards {
		if c.waiting {
			apply(markdown.SetBody{Section: c.number, Text: c.body.entry.Text})
		}
	}
	return d
}

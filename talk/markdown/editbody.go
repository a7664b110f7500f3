package markdown

import (
	"regexp"
	"slices"
	"strings"

	"talkgiver/talk"
)

// BodyText returns a section's body as an editor holds it: line endings are LF,
// and the blank lines around it are left out.
func (d *Document) BodyText(s *talk.Section) string {
	return oneEnding(d.talk.Text(s.Body))
}

// bodyOffset returns the offset in the file of a place in a section's BodyText.
func (d *Document) bodyOffset(s *talk.Section, at int) int {
	offset := s.Body.Start
	for ; at > 0 && offset < s.Body.End; at-- {
		if d.source[offset] == '\r' && offset+1 < s.Body.End && d.source[offset+1] == '\n' {
			offset++
		}
		offset++
	}
	return offset
}

// BodyPosition returns the place in a section's BodyText of an offset in the
// file, held to the body.
func (d *Document) BodyPosition(s *talk.Section, offset int) int {
	at := 0
	for i := s.Body.Start; i < min(offset, s.Body.End); i++ {
		if d.source[i] == '\r' && i+1 < s.Body.End && d.source[i+1] == '\n' {
			continue
		}
		at++
	}
	return at
}

// SetBody gives a section another body, as an editor holds it. Only the part
// that differs is written, with the line endings of the lines around it. Blank
// lines around the text are not written, since they mean nothing. A heading in
// the text begins a new section or slide. Where the text leaves a fence or a
// comment open, as it does while one is typed, the edit closes it, so that the
// sections behind never vanish into it.
type SetBody struct {
	Section int
	Text    string
}

// Apply implements Edit.
func (e SetBody) Apply(d *Document) (*Document, Edit, error) {
	s, err := d.section(e.Section)
	if err != nil {
		return nil, nil, err
	}
	text := trimBlankLines(oneEnding(e.Text))
	after, inverse, err := d.bodyChange(s, text).Apply(d)
	if err != nil {
		return nil, nil, err
	}
	if !after.keepsRest(d, s) {
		for _, closer := range closers(text) {
			if after, inverse, err = d.bodyChange(s, text+"\n"+closer).Apply(d); err == nil && after.keepsRest(d, s) {
				break
			}
			after = nil
		}
		if after == nil {
			return nil, nil, &EditError{Key: WouldSwallow, Arg: s.Title}
		}
	}
	if more := len(after.talk.Sections) - len(d.talk.Sections); more != 0 {
		return followSections(d, after, func(i int) int {
			if i > s.Number {
				return i + more
			}
			return i
		})
	}
	return after, inverse, nil
}

// trimBlankLines takes the blank lines off both ends of a text. Spaces at the
// end of its last line stay: the next word may follow them.
func trimBlankLines(text string) string {
	for {
		line, rest, more := strings.Cut(text, "\n")
		if strings.TrimSpace(line) != "" || !more {
			break
		}
		text = rest
	}
	for {
		i := strings.LastIndexByte(text, '\n')
		if i < 0 || strings.TrimSpace(text[i:]) != "" {
			break
		}
		text = text[:i]
	}
	if strings.TrimSpace(text) == "" {
		return ""
	}
	return text
}

// bodyChange returns the smallest change that gives a section this body.
func (d *Document) bodyChange(s *talk.Section, text string) Change {
	nl := d.newline(s.HeadSpan.Start)
	c := d.change()
	switch {
	case s.Body.Empty() && text == "":
	case text == "":
		// The blank lines above the body stay, those below it go with it.
		end := nextLine(d.source, s.Body.End)
		if blankBefore(d.source, s.Body.Start) {
			end = s.Span.End
		}
		c.replace(s.Body.Start, end, "")
	case s.Body.Empty():
		d.fillBody(c, s, strings.ReplaceAll(text, "\n", nl))
	default:
		d.changeBody(c, s, text, nl)
	}
	return c.done()
}

// fillBody writes the first body of a section: a blank line above it, and one
// below it when a section follows.
func (d *Document) fillBody(c *changes, s *talk.Section, text string) {
	nl := d.newline(s.HeadSpan.Start)
	at := s.Body.Start
	follows := s.Span.End < len(d.source)
	switch {
	case at > 0 && lineStart(d.source, at) != at || at == s.HeadSpan.End && s.Level > 0: // the heading is the file's last line
		c.insert(at, nl+nl+text+nl)
	case at == s.Span.End && follows:
		c.insert(at, nl+text+nl+nl)
	case at == s.Span.End:
		c.insert(at, nl+text+nl)
	default: // blank lines are there: write below the first of them
		at = nextLine(d.source, at)
		if lineStart(d.source, at) != at {
			text = nl + text
		}
		text += nl
		if at == s.Span.End && follows {
			text += nl
		}
		c.insert(at, text)
	}
}

// changeBody writes the part of a body that differs.
func (d *Document) changeBody(c *changes, s *talk.Section, text, nl string) {
	old := d.BodyText(s)
	start := 0
	for start < len(old) && start < len(text) && old[start] == text[start] {
		start++
	}
	end := 0
	for end < len(old)-start && end < len(text)-start && old[len(old)-1-end] == text[len(text)-1-end] {
		end++
	}
	if start == len(old) && start == len(text) {
		return
	}
	at := d.bodyOffset(s, start)
	middle := strings.ReplaceAll(text[start:len(text)-end], "\n", nl)
	// Right below the heading a line such as "new: 4" would be a key line.
	if start == 0 || keyLineStart.MatchString(text) {
		head := lineStart(d.source, s.Body.Start)
		if s.Level > 0 && !blankBefore(d.source, head) && keyLineStart.MatchString(text) {
			c.insert(s.Body.Start, nl)
		}
	}
	c.replace(at, d.bodyOffset(s, len(old)-end), middle)
}

// keepsRest reports whether the deal and the sections behind s are still there
// after a change of s, each as far from the end of the file as it was.
func (d *Document) keepsRest(before *Document, s *talk.Section) bool {
	rest := before.talk.Sections[s.Number:]
	if len(d.talk.Sections) < len(rest) || d.front.span != before.front.span {
		return false
	}
	now := d.talk.Sections[len(d.talk.Sections)-len(rest):]
	for i := range rest {
		if len(d.source)-now[i].Span.Start != len(before.source)-rest[i].Span.Start {
			return false
		}
	}
	if s.Level > 0 {
		// The section's own heading must not be gone either.
		return len(d.talk.Sections) > len(rest)
	}
	return true
}

var fenceLine = regexp.MustCompile("(?m)^ {0,3}(`{3,}|~{3,})")

// closers returns the lines that could close what a text leaves open: its last
// fence, a blank line for HTML and lists that would go on, and the other ends.
func closers(text string) []string {
	out := []string{"", "-->", "?>", "]]>", "</script>", "</style>", "</pre>", "</textarea>"}
	for _, m := range fenceLine.FindAllStringSubmatch(text, -1) {
		out = slices.Insert(out, 0, m[1])
	}
	return out[:min(len(out), 64)]
}

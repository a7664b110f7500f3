package markdown

import (
	"strings"
	"time"

	"talkgiver/talk"
)

// section returns a section by its number.
func (d *Document) section(number int) (*talk.Section, error) {
	if number < 1 || number > len(d.talk.Sections) {
		return nil, &EditError{Key: NoSuchSection}
	}
	return d.talk.Sections[number-1], nil
}

// headed returns a section that has a heading.
func (d *Document) headed(number int) (*talk.Section, error) {
	s, err := d.section(number)
	if err == nil && s.Level == 0 {
		return nil, &EditError{Key: NoHeading}
	}
	return s, err
}

// AddSection adds an empty section; Number is the number, from 1, that it gets.
type AddSection struct {
	Number int
	Title  string
	Time   time.Duration // 0 for none
}

// Apply implements Edit.
func (e AddSection) Apply(d *Document) (*Document, Edit, error) {
	n := len(d.talk.Sections)
	if e.Number < 1 || e.Number > n+1 || e.Number == 1 && n > 0 && d.talk.Sections[0].Level == 0 {
		return nil, nil, &EditError{Key: NoSuchSection}
	}
	at := len(d.source)
	if e.Number <= n {
		at = d.talk.Sections[e.Number-1].Span.Start
	}
	nl := d.newline(at)
	heading := "## " + headingText(e.Title)
	if e.Time > 0 {
		heading = strings.TrimRight(heading, " ") + " (" + talk.FormatDuration(e.Time) + ")"
	}
	text := d.blankLineBefore(at) + heading + nl
	if e.Number <= n {
		text += nl
	}
	return structural(d, Change{{At: at, New: text}}, func(i int) int {
		if i >= e.Number {
			return i + 1
		}
		return i
	}, n+1)
}

// blankLineBefore returns what must be written before a heading at offset at so
// that a blank line stands above it.
func (d *Document) blankLineBefore(at int) string {
	nl := d.newline(max(at-1, 0))
	start := d.front.span.End
	switch {
	case at == 0 || isBlank(d.source[:at]):
		return ""
	case lineStart(d.source, at) != at:
		return nl + nl
	case at == start || blankBefore(d.source, at):
		return ""
	}
	return nl
}

// structural applies a change of the sections: to is the new number of the one
// that had the old number, 0 when it is gone. The after-links follow. It
// refuses when the sections do not come out as many as wanted, since then an
// open fence or comment has swallowed some.
func structural(d *Document, c Change, to func(int) int, want int) (*Document, Edit, error) {
	changed, _, err := c.Apply(d)
	if err != nil {
		return nil, nil, err
	}
	if len(changed.talk.Sections) != want || changed.front.span != d.front.span {
		return nil, nil, &EditError{Key: WouldSwallow}
	}
	for _, s := range d.talk.Sections {
		if n := to(s.Number); n > 0 && string(changed.source[changed.talk.Sections[n-1].TitleSpan.Start:changed.talk.Sections[n-1].TitleSpan.End]) != d.talk.Text(s.TitleSpan) {
			return nil, nil, &EditError{Key: WouldSwallow, Arg: s.Title}
		}
	}
	return followSections(d, changed, to)
}

// followSections makes the after-links of the changed document follow their
// sections and returns the whole as one step.
func followSections(d, changed *Document, to func(int) int) (*Document, Edit, error) {
	links := changed.change()
	for _, s := range changed.talk.Sections {
		renumberAfter(links, s, s.Number, to)
	}
	return then(d, changed, links.done())
}

// renumberAfter makes a section's after-links follow; own is the number that
// the section itself has then. A link to a section that is gone, or to itself,
// goes too.
func renumberAfter(c *changes, s *talk.Section, own int, to func(int) int) {
	number := map[talk.Span]int{}
	gone := false
	for _, a := range s.After {
		n := to(a.Section)
		if n == own {
			n = 0
		}
		number[a.Span] = n
		gone = gone || n == 0
	}
	if !gone {
		for _, a := range s.After {
			if n := number[a.Span]; n > 0 && n != a.Section {
				c.replace(a.Span.End-len(itoa(a.Section)), a.Span.End, itoa(n))
			}
		}
		return
	}
	for _, k := range s.Keys {
		if k.Key != string(KeyAfter) {
			continue
		}
		var words []string
		eachWord(c.doc.source, k.Value.Span, func(word string, span talk.Span) {
			if n, isLink := number[span]; !isLink {
				words = append(words, word)
			} else if n > 0 {
				words = append(words, "section "+itoa(n))
			}
		})
		c.rewriteKey(k, words)
		return
	}
}

// rewriteKey writes the value of a key line again, and takes the line away when
// nothing is left of it.
func (c *changes) rewriteKey(k talk.KeyLine, words []string) {
	if len(words) == 0 {
		c.replace(k.Span.Start, nextLine(c.doc.source, k.Span.End), "")
	} else {
		c.replace(k.Value.Span.Start, k.Value.Span.End, strings.Join(words, ", "))
	}
}

// DeleteSection takes a section away with all that is in it.
type DeleteSection struct{ Section int }

// Apply implements Edit.
func (e DeleteSection) Apply(d *Document) (*Document, Edit, error) {
	s, err := d.section(e.Section)
	if err != nil {
		return nil, nil, err
	}
	c := d.change()
	c.replace(s.Span.Start, s.Span.End, "")
	return structural(d, c.done(), func(i int) int {
		switch {
		case i == e.Section:
			return 0
		case i > e.Section:
			return i - 1
		}
		return i
	}, len(d.talk.Sections)-1)
}

// MoveSection gives a section another number. An opening without a heading
// stays first.
type MoveSection struct{ From, To int }

// Apply implements Edit.
func (e MoveSection) Apply(d *Document) (*Document, Edit, error) {
	for _, n := range []int{e.From, e.To} {
		if _, err := d.headed(n); err != nil {
			return nil, nil, err
		}
	}
	first, last := min(e.From, e.To), max(e.From, e.To)
	order := make([]*talk.Section, 0, last-first+1)
	for _, s := range d.talk.Sections[first-1 : last] {
		if s.Number != e.From {
			order = append(order, s)
		}
	}
	from := d.talk.Sections[e.From-1]
	if e.To < e.From {
		order = append([]*talk.Section{from}, order...)
	} else {
		order = append(order, from)
	}
	// The sections change places; the blank lines between the places stay.
	var b strings.Builder
	for i, s := range order {
		place := d.talk.Sections[first-1+i]
		b.Write(d.source[s.Span.Start:contentOf(d.source, s.Span)])
		gap := string(d.source[contentOf(d.source, place.Span):place.Span.End])
		if i+1 < len(order) || last < len(d.talk.Sections) {
			gap = withBlankLine(gap, d.newline(place.Span.Start))
		}
		b.WriteString(gap)
	}
	start, end := d.talk.Sections[first-1].Span.Start, d.talk.Sections[last-1].Span.End
	c := d.change()
	c.replace(start, end, b.String())
	return structural(d, c.done(), func(i int) int { return moved(i, e.From, e.To) }, len(d.talk.Sections))
}

// contentOf returns the end of a section's last line that is not blank, without
// its line ending.
func contentOf(source []byte, s talk.Span) int {
	end := s.End
	for end > s.Start && isSpace(source[end-1]) {
		end--
	}
	return lineEnd(source, end)
}

// withBlankLine makes sure that a gap between two sections holds a blank line.
func withBlankLine(gap, nl string) string {
	endings := strings.Count(strings.ReplaceAll(gap, "\r\n", "\n"), "\n") + strings.Count(strings.ReplaceAll(gap, "\r\n", ""), "\r")
	return gap + strings.Repeat(nl, max(0, 2-endings))
}

// DuplicateSection adds a copy of a section right behind it.
type DuplicateSection struct{ Section int }

// Apply implements Edit.
func (e DuplicateSection) Apply(d *Document) (*Document, Edit, error) {
	s, err := d.headed(e.Section)
	if err != nil {
		return nil, nil, err
	}
	end := contentOf(d.source, s.Span)
	gap := withBlankLine(string(d.source[end:s.Span.End]), d.newline(s.Span.Start))
	c := Change{{At: end, New: gap + string(d.source[s.Span.Start:end])}}
	return structural(d, c, func(i int) int {
		if i > e.Section {
			return i + 1
		}
		return i
	}, len(d.talk.Sections)+1)
}

// SplitSection makes two sections of one: what stands behind the place At of
// the section's body becomes a new section.
type SplitSection struct {
	Section int
	At      int    // byte offset in BodyText
	Title   string // of the new section
}

// Apply implements Edit.
func (e SplitSection) Apply(d *Document) (*Document, Edit, error) {
	s, err := d.section(e.Section)
	if err != nil {
		return nil, nil, err
	}
	at := d.bodyOffset(s, e.At)
	nl := d.newline(max(at-1, 0))
	// The white space around the cut becomes the blank lines around the heading.
	start, end := at, at
	for start > s.Body.Start && isSpace(d.source[start-1]) {
		start--
	}
	for end < s.Body.End && isSpace(d.source[end]) {
		end++
	}
	if lineStart(d.source, end) > start { // keep the indent of the line behind the cut
		end = lineStart(d.source, end)
	}
	before := nl + nl
	if start == s.Body.Start {
		before = d.blankLineBefore(start)
	}
	c := d.change()
	c.replace(start, end, before+"## "+headingText(e.Title)+nl+nl)
	return structural(d, c.done(), func(i int) int {
		if i > e.Section {
			return i + 1
		}
		return i
	}, len(d.talk.Sections)+1)
}

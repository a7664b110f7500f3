package markdown

import (
	"strings"
	"unicode"

	"talkgiver/talk"
)

// findHeadings marks what begins a section.
func (o *outline) findHeadings() {
	o.headingsByNumber()
	o.headingsByLook()
	if !o.hasHeadings() {
		o.headingsByLevel()
	}
	if !o.hasHeadings() {
		o.breakWall()
		o.headingsByGap()
	}
	o.findTitle()
}

func (o *outline) hasHeadings() bool {
	for i := range o.chunks {
		if o.chunks[i].kind == heading {
			return true
		}
	}
	return false
}

// headingsByNumber finds numbered lines that have something between them.
func (o *outline) headingsByNumber() {
	var at []int
	between := false
	for i, c := range o.chunks {
		switch {
		case c.kind == listEntry && c.number > 0 && c.indent[0] == 0:
			if c.number != len(at)+1 {
				return // no numbers from 1 on
			}
			at = append(at, i)
		case len(at) > 0:
			between = true
		}
	}
	if len(at) < 2 || !between {
		return
	}
	for _, i := range at {
		o.chunks[i].kind = heading
	}
}

// headingsByLook finds lines that look like headings. A short line alone may be
// one; it counts when there are several, or when a list comes right below.
func (o *outline) headingsByLook() {
	var weak []int
	listed := false
	for i := range o.chunks {
		c := &o.chunks[i]
		if c.kind != paragraph || len(c.lines) > 1 || i+1 == len(o.chunks) {
			continue
		}
		line, next := c.lines[0], &o.chunks[i+1]
		switch {
		case partName.MatchString(line) && talk.CountWords(line) <= 14, boldLine.MatchString(line), isCapitals(line),
			strings.HasSuffix(line, ":") && talk.CountWords(line) <= 8 && (next.gap == 0 || next.kind == listEntry):
			c.kind = heading
		case short(line, 9) && !strings.HasPrefix(line, ">"):
			if next.kind == listEntry {
				listed = listed || next.gap == 0
				weak = append(weak, i)
			} else if next.kind == paragraph && talk.CountWords(next.text()) > 12 || next.kind == code {
				weak = append(weak, i)
			}
		}
	}
	if len(weak) > 1 || listed || len(weak) == 1 && o.hasHeadings() {
		for _, i := range weak {
			o.chunks[i].kind = heading
		}
	}
}

// isCapitals reports whether a short line is written in capitals.
func isCapitals(line string) bool {
	letters := 0
	for _, r := range line {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters >= 4 && talk.CountWords(line) <= 10
}

// headingsByLevel makes sections of the top entries of a nested outline. One
// that has all the others below it is the title.
func (o *outline) headingsByLevel() {
	for range 2 {
		var top []int
		least, nested, entries := -1, false, 0
		for i, c := range o.chunks {
			if c.kind != listEntry {
				continue
			}
			entries++
			switch {
			case least < 0 || c.indent[0] < least:
				least, top = c.indent[0], []int{i}
			case c.indent[0] == least:
				top = append(top, i)
			}
			nested = nested || c.indent[0] > least
		}
		if !nested || 2*entries < len(o.chunks) {
			return
		}
		if len(top) > 1 || top[0] > 0 || o.title != "" {
			for _, i := range top {
				o.chunks[i].kind = heading
			}
			return
		}
		o.title = o.chunks[0].text()
		o.chunks = o.chunks[1:]
	}
}

// breakWall makes three paragraphs of a text that is one: so it can be weighed,
// and moved.
func (o *outline) breakWall() {
	if len(o.chunks) != 1 || o.chunks[0].kind != paragraph {
		return
	}
	text := o.chunks[0].text()
	var ends []int
	for i := 1; i+1 < len(text); i++ {
		if text[i+1] == ' ' && strings.IndexByte(".!?", text[i]) >= 0 {
			ends = append(ends, i+1)
		}
	}
	if len(ends) < 5 {
		return
	}
	var parts []chunk
	start := 0
	for part := 1; part < 3; part++ {
		best := ends[0]
		for _, end := range ends {
			if distance(end, part*len(text)/3) < distance(best, part*len(text)/3) {
				best = end
			}
		}
		if best <= start {
			return
		}
		parts = append(parts, chunk{lines: []string{strings.TrimSpace(text[start:best])}, gap: 1})
		start = best
	}
	o.chunks = append(parts, chunk{lines: []string{strings.TrimSpace(text[start:])}, gap: 1})
}

func distance(a, b int) int { return max(a-b, b-a) }

// The sections of a text without headings: at most this many, for a talk has few
// parts that one can follow.
const mostParts = 5

// headingsByGap makes sections at wide gaps; where there are none, it makes up
// to five of about the same length. Each is named by the words that it begins with.
func (o *outline) headingsByGap() {
	var at []int // chunks that begin a group
	for i := range o.chunks {
		if i == 0 || o.chunks[i].gap > 1 {
			at = append(at, i)
		}
	}
	if len(at) < 2 || len(at) > 12 {
		at = o.parts()
	}
	if len(at) < 2 {
		return
	}
	var list []chunk
	for n, i := range at {
		end := len(o.chunks)
		if n+1 < len(at) {
			end = at[n+1]
		}
		group := o.chunks[i:end]
		if first := group[0]; first.kind == paragraph && len(first.lines) == 1 && short(first.lines[0], 9) && len(group) > 1 {
			group[0].kind = heading
		} else if name := beginning(group); name != "" {
			list = append(list, chunk{kind: heading, lines: []string{name}})
		}
		list = append(list, group...)
	}
	o.chunks = list
}

// parts shares paragraphs among sections by their words. A list stays with the
// paragraph above it.
func (o *outline) parts() []int {
	var starts, words []int // where a section may begin, and how many words are before
	sum := 0
	for i := range o.chunks {
		if o.chunks[i].kind == paragraph && talk.CountWords(o.chunks[i].text()) > 0 {
			starts, words = append(starts, i), append(words, sum)
		}
		sum += talk.CountWords(o.chunks[i].text())
	}
	if len(starts) == 0 {
		return nil
	}
	n := min(mostParts, len(starts))
	starts[0] = 0
	at := []int{0}
	next := 1 // in starts
	for part := 1; part < n; part++ {
		last := len(starts) - (n - part) // the parts to come need one each
		best := next
		for i := next; i <= last; i++ {
			if distance(words[i], part*sum/n) < distance(words[best], part*sum/n) {
				best = i
			}
		}
		at = append(at, starts[best])
		next = best + 1
	}
	return at
}

// beginning is the first words of a group.
func beginning(group []chunk) string {
	for i := range group {
		if group[i].kind == code {
			continue
		}
		words := strings.Fields(strings.TrimLeft(group[i].text(), "> "))
		if len(words) == 0 {
			continue
		}
		const few = 6
		if len(words) <= few {
			return strings.TrimRight(strings.Join(words, " "), ".,:;")
		}
		return strings.TrimRight(strings.Join(words[:few], " "), ".,:;!?–—-") + " …"
	}
	return ""
}

// findTitle takes a short first line for the title, where sections follow.
func (o *outline) findTitle() {
	if o.title != "" || len(o.chunks) < 2 || o.chunks[1].kind != heading {
		return
	}
	first := &o.chunks[0]
	switch {
	case first.kind == paragraph && len(first.lines) == 1 && short(first.lines[0], 14),
		first.kind == heading && o.chunks[1].kind == heading && first.number == 0 && first.marker == "":
		o.title = first.text()
		o.chunks = o.chunks[1:]
	}
}

package markdown

import (
	"strings"

	"talkgiver/talk"
)

// MergeSection joins a section with the one behind it. The second's heading
// becomes a slide of the first; its key lines join those of the first.
type MergeSection struct{ Section int }

// Apply implements Edit.
func (e MergeSection) Apply(d *Document) (*Document, Edit, error) {
	s, err := d.headed(e.Section)
	if err != nil {
		return nil, nil, err
	}
	if e.Section == len(d.talk.Sections) {
		return nil, nil, &EditError{Key: NothingToMerge, Arg: s.Title}
	}
	next := d.talk.Sections[e.Section]
	c := d.change()
	if line := c.headingLine(next); line != "" {
		c.replace(next.HeadSpan.Start, next.HeadSpan.End, "### "+line)
	} else { // as a split leaves it: the heading goes as it came
		c.replace(next.HeadSpan.Start, nextLine(d.source, next.HeadSpan.End), "")
	}
	if keys := next.Keys; len(keys) > 0 {
		c.replace(keys[0].Span.Start, nextLine(d.source, keys[len(keys)-1].Span.End), "")
	}
	merged := mergedKeys(s, next)
	for _, key := range keyOrder() {
		if value, ok := merged[key]; ok {
			c.setKey(s, key, value)
		}
	}
	if s.Time.Given() && next.Time.Given() {
		c.replace(s.Time.Span.Start, s.Time.Span.End, "("+talk.FormatDuration(s.Time.Duration+next.Time.Duration)+")")
	}
	return structuralMerge(d, c.done(), e.Section)
}

// headingLine returns the words, time and tags of a heading on one line,
// without the marks that make it a heading.
func (c *changes) headingLine(s *talk.Section) string {
	line := headingText(c.doc.talk.Text(s.TitleSpan))
	if s.Time.Given() {
		line += " " + c.doc.talk.Text(s.Time.Span)
	}
	for _, t := range s.Tags {
		line += " #" + t.Name
	}
	return strings.TrimSpace(line)
}

// mergedKeys returns the key lines of the first section that the second adds to.
func mergedKeys(s, next *talk.Section) map[string]string {
	keys := map[string]string{}
	if next.Gives.Given() {
		keys["gives"] = next.Gives.Text
		if s.Gives.Given() {
			keys["gives"] = s.Gives.Text + "; " + next.Gives.Text
		}
	}
	if len(next.Meets) > 0 {
		keys["meets"] = formatLinks(joinLinks(s.Meets, next.Meets))
	}
	if len(next.Makes) > 0 {
		keys["makes"] = formatLinks(joinLinks(s.Makes, next.Makes))
	}
	if next.New.Given() && !s.New.Given() {
		keys["new"] = itoa(next.New.Points)
	}
	if next.Relevant.Given() && !s.Relevant.Given() {
		keys["relevant"] = itoa(next.Relevant.Points)
	}
	var after []string
	for _, a := range append(append([]talk.Reference(nil), s.After...), next.After...) {
		if a.Section != s.Number && a.Section != next.Number {
			after = append(after, "section "+itoa(a.Section))
		}
	}
	if len(next.After) > 0 && len(after) > 0 {
		keys["after"] = strings.Join(after, ", ")
	}
	return keys
}

func joinLinks(a, b []talk.Link) []talk.Link {
	out := append([]talk.Link(nil), a...)
next:
	for _, l := range b {
		for _, have := range out {
			if have.Kind == l.Kind && have.Number == l.Number {
				continue next
			}
		}
		out = append(out, l)
	}
	return out
}

func structuralMerge(d *Document, c Change, section int) (*Document, Edit, error) {
	changed, _, err := c.Apply(d)
	if err != nil {
		return nil, nil, err
	}
	if len(changed.talk.Sections) != len(d.talk.Sections)-1 {
		return nil, nil, &EditError{Key: WouldSwallow}
	}
	return followSections(d, changed, func(i int) int {
		if i > section {
			return i - 1
		}
		return i
	})
}

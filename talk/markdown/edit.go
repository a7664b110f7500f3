package markdown

import (
	"bytes"
	"fmt"
	"slices"
)

// Edit is a change of a talk file as a value. It names what it is about by
// number, not by offset, so it can be made far from the bytes.
type Edit interface {
	// Apply returns the changed document and the edit that takes the change
	// back: applied to the new document it gives the old bytes. The old
	// document stays as it is. An edit that cannot be done changes nothing and
	// returns an *EditError.
	Apply(*Document) (*Document, Edit, error)
}

// EditError says why an edit cannot be done.
type EditError struct {
	Key EditErrorKey
	Arg string // the section's title or the text in question
}

// EditErrorKey names a reason why an edit cannot be done.
type EditErrorKey string

// The reasons why an edit cannot be done.
const (
	NoSuchSection  EditErrorKey = "no-such-section"
	NoSuchItem     EditErrorKey = "no-such-item"
	NoSuchEntry    EditErrorKey = "no-such-entry"
	NoHeading      EditErrorKey = "no-heading"       // the opening has no heading to change or move
	NoFrontMatter  EditErrorKey = "no-front-matter"  // it is there, but cannot be read
	WouldSwallow   EditErrorKey = "would-swallow"    // an open fence or comment would take the sections after it
	NoPlace        EditErrorKey = "no-place"         // a tag or silence cannot stand there
	StaleChange    EditErrorKey = "stale-change"     // the bytes are no longer those that it was made for
	NotReadAgain   EditErrorKey = "not-read-again"   // the text would mean something else in the file
	NothingToMerge EditErrorKey = "nothing-to-merge" // no section follows
)

// Error returns the reason in English, for logs. talk/say has it for people.
func (e *EditError) Error() string {
	if e.Arg == "" {
		return string(e.Key)
	}
	return fmt.Sprintf("%s: %s", e.Key, e.Arg)
}

// Splice replaces the bytes Old at the offset At by New.
type Splice struct {
	At       int
	Old, New string
}

// Change is an edit at the level of bytes: splices in the order of the file
// that do not overlap, with offsets in the document before the change. Every
// edit becomes one, and so does its inverse.
type Change []Splice

// Apply replaces the bytes. It refuses when one of the old texts is not there.
func (c Change) Apply(d *Document) (*Document, Edit, error) {
	out, inverse, err := c.patch(d.source)
	if err != nil {
		return nil, nil, err
	}
	return Parse(out), inverse, nil
}

// patch replaces the bytes without reading what they mean.
func (c Change) patch(source []byte) ([]byte, Change, error) {
	size := len(source)
	last := 0
	for _, s := range c {
		if s.At < last || s.At+len(s.Old) > len(source) || string(source[s.At:s.At+len(s.Old)]) != s.Old {
			return nil, nil, &EditError{Key: StaleChange}
		}
		last = s.At + len(s.Old)
		size += len(s.New) - len(s.Old)
	}
	out := make([]byte, 0, size)
	inverse := make(Change, 0, len(c))
	last = 0
	for _, s := range c {
		out = append(out, source[last:s.At]...)
		inverse = append(inverse, Splice{At: len(out), Old: s.New, New: s.Old})
		out = append(out, s.New...)
		last = s.At + len(s.Old)
	}
	return append(out, source[last:]...), inverse, nil
}

// changes collects the splices of one edit.
type changes struct {
	doc    *Document
	change Change
}

func (d *Document) change() *changes { return &changes{doc: d} }

// replace puts text where [start, end) is.
func (c *changes) replace(start, end int, text string) {
	old := string(c.doc.source[start:end])
	if old == text {
		return
	}
	c.change = append(c.change, Splice{At: start, Old: old, New: text})
}

// insert puts text before the byte at offset.
func (c *changes) insert(at int, text string) { c.replace(at, at, text) }

// done returns the change, in the order of the file. Insertions at the same
// place keep the order in which they were made; of two deletions that share
// bytes, such as the space between two tags, the second takes the rest.
func (c *changes) done() Change {
	slices.SortStableFunc(c.change, func(a, b Splice) int { return a.At - b.At })
	end := 0
	for i := range c.change {
		s := &c.change[i]
		if shared := end - s.At; shared > 0 && s.New == "" {
			shared = min(shared, len(s.Old))
			s.At, s.Old = s.At+shared, s.Old[shared:]
		}
		end = max(end, s.At+len(s.Old))
	}
	return c.change
}

// planner is an edit that knows its splices.
type planner interface {
	plan(*Document) (Change, error)
}

// apply does a planner's edit.
func apply(d *Document, p planner) (*Document, Edit, error) {
	c, err := p.plan(d)
	if err != nil {
		return nil, nil, err
	}
	return c.Apply(d)
}

// leavesOthers reports whether d has the same sections as before, and all but
// one, by its number, have the same bytes: a change of one section's lines must
// not make its neighbours mean something else.
func (d *Document) leavesOthers(before *Document, number int) bool {
	if len(d.talk.Sections) != len(before.talk.Sections) {
		return false
	}
	for i, s := range before.talk.Sections {
		now := d.talk.Sections[i].Span
		if s.Number != number && !bytes.Equal(before.source[s.Span.Start:s.Span.End], d.source[now.Start:now.End]) {
			return false
		}
	}
	return true
}

// applyTo does a planner's edit of one section, and refuses when others would
// change with it.
func applyTo(d *Document, p planner, number int) (*Document, Edit, error) {
	after, inverse, err := apply(d, p)
	if err == nil && !after.leavesOthers(d, number) {
		return nil, nil, &EditError{Key: NotReadAgain}
	}
	return after, inverse, err
}

// difference returns the change from one document's bytes to another's as one
// splice, the smallest there is.
func difference(from, to []byte) Change {
	start := 0
	for start < len(from) && start < len(to) && from[start] == to[start] {
		start++
	}
	end := 0
	for end < len(from)-start && end < len(to)-start && from[len(from)-1-end] == to[len(to)-1-end] {
		end++
	}
	if bytes.Equal(from, to) {
		return Change{}
	}
	return Change{{At: start, Old: string(from[start : len(from)-end]), New: string(to[start : len(to)-end])}}
}

// then applies one edit after another and returns the whole as one step.
func then(d, between *Document, second Edit) (*Document, Edit, error) {
	after, _, err := second.Apply(between)
	if err != nil {
		return nil, nil, err
	}
	return after, difference(after.source, d.source), nil
}

// Replace gives the file other bytes altogether, as when another program has
// written it.
type Replace struct{ Source []byte }

// Apply implements Edit.
func (e Replace) Apply(d *Document) (*Document, Edit, error) {
	return difference(d.source, e.Source).Apply(d)
}

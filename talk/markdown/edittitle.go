package markdown

import (
	"strings"

	"talkgiver/talk"
)

// title returns the talk's title as it stands in the file, and its place: the
// front matter's, else the words of the heading, in Markdown.
func (d *Document) title() (string, talk.Span) {
	if d.titledByHeading() {
		return d.talk.Text(d.talk.TitleSpan), d.talk.TitleSpan
	}
	return d.value(FieldTitle)
}

// titledByHeading reports whether the talk has its title from a heading alone.
func (d *Document) titledByHeading() bool {
	return d.talk.Heading.Level > 0 && !d.talk.Deal.Title.Given() && d.front.find(string(FieldTitle)).waits()
}

// waits reports whether an entry is not there, or has no value yet.
func (e *entry) waits() bool {
	return e == nil || len(e.values) == 0 || e.list == noList && e.values[0].text == ""
}

// setTitle gives the talk another title where the title stands: in the front
// matter, in the heading, or in both where both say the same, so that they
// never come to differ.
func (d *Document) setTitle(text string) (*Document, Edit, error) {
	if d.titledByHeading() {
		return d.setHeading(text)
	}
	after, inverse, err := apply(d, frontField{FieldTitle, text})
	same := d.talk.Heading.Level > 0 && d.talk.Deal.Title.Text == strings.TrimSpace(talk.PlainText(d.talk.Heading.Inlines))
	if err != nil || !same || scalarText(text) == "" {
		return after, inverse, err
	}
	both, _, err := after.setHeading(text)
	if err != nil { // the heading cannot hold it
		return nil, nil, err
	}
	return difference(d.source, both.source).Apply(d)
}

// setHeading changes the words of the talk's heading. Its tags stay.
func (d *Document) setHeading(text string) (*Document, Edit, error) {
	title := headingText(text)
	span, head := d.talk.TitleSpan, d.talk.Heading.Span
	words := title
	if span.Empty() && span.Start > 0 && d.source[span.Start-1] == '#' {
		words = " " + words
	}
	if span.Empty() && !isBlank(d.source[span.Start:head.End]) && title != "" {
		words += " "
	}
	line := "# " + title
	for _, t := range d.talk.Heading.Tags {
		line += " #" + t.Name
	}
	for _, s := range []Splice{{At: span.Start, Old: d.talk.Text(span), New: words}, {At: head.Start, Old: d.talk.Text(head), New: strings.TrimRight(line, " ")}} {
		after, inverse, err := Change{s}.Apply(d)
		if err != nil {
			return nil, nil, err
		}
		if after.keepsHeading(d, title) {
			return after, inverse, nil
		}
	}
	return nil, nil, &EditError{Key: NotReadAgain, Arg: text}
}

// keepsHeading reports whether the talk still has its heading, with this title
// and its tags, and all else as it was before.
func (d *Document) keepsHeading(before *Document, title string) bool {
	return d.talk.Heading.Level > 0 && d.talk.Text(d.talk.TitleSpan) == title &&
		len(d.talk.Heading.Tags) == len(before.talk.Heading.Tags) && d.leavesOthers(before, before.headingIn())
}

// headingIn returns the number of the opening that the talk's heading stands in,
// or 0.
func (d *Document) headingIn() int {
	for _, s := range d.talk.Sections {
		if at := d.talk.Heading.Span.Start; d.talk.Heading.Level > 0 && s.Span.Start <= at && at < s.Span.End {
			return s.Number
		}
	}
	return 0
}

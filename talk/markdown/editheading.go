package markdown

import (
	"strings"
	"time"

	"talkgiver/talk"
)

// RenameSection gives a section another title, in Markdown. Its time and tags
// stay. An opening gets a heading.
type RenameSection struct {
	Section int
	Title   string
}

// Apply implements Edit.
func (e RenameSection) Apply(d *Document) (*Document, Edit, error) {
	s, err := d.section(e.Section)
	if err != nil {
		return nil, nil, err
	}
	title := headingText(e.Title)
	c := d.change()
	if s.Level == 0 {
		c.insert(s.Span.Start, d.blankLineBefore(s.Span.Start)+"## "+title+d.newline(s.Span.Start)+d.newline(s.Span.Start))
		after, inverse, err := c.done().Apply(d)
		if err == nil && !after.leavesOthers(d, s.Number) {
			// The talk's title stands inside the opening and would be a section.
			return nil, nil, &EditError{Key: NotReadAgain, Arg: e.Title}
		}
		return after, inverse, err
	}
	text := title
	if s.TitleSpan.Empty() && s.TitleSpan.Start > 0 && d.source[s.TitleSpan.Start-1] == '#' {
		text = " " + text
	}
	if s.TitleSpan.Empty() && !isBlank(d.source[s.TitleSpan.Start:s.HeadSpan.End]) && title != "" {
		text += " "
	}
	c.replace(s.TitleSpan.Start, s.TitleSpan.End, text)
	after, inverse, err := c.done().Apply(d)
	if err != nil {
		return nil, nil, err
	}
	if after.keepsSection(d, s, title) {
		return after, inverse, nil
	}
	// A title that an underlined heading cannot hold: write the heading anew.
	c = d.change()
	line := title
	if s.Time.Given() {
		line += " " + d.talk.Text(s.Time.Span)
	}
	for _, t := range s.Tags {
		line += " #" + t.Name
	}
	c.replace(s.HeadSpan.Start, s.HeadSpan.End, strings.TrimRight(strings.Repeat("#", s.Level)+" "+strings.TrimSpace(line), " "))
	after, inverse, err = c.done().Apply(d)
	if err != nil {
		return nil, nil, err
	}
	if !after.keepsSection(d, s, title) {
		return nil, nil, &EditError{Key: NotReadAgain, Arg: e.Title}
	}
	return after, inverse, nil
}

// keepsSection reports whether a section still stands with its time and tags,
// and with this title.
func (d *Document) keepsSection(before *Document, s *talk.Section, title string) bool {
	if !d.leavesOthers(before, s.Number) {
		return false
	}
	n := d.talk.Sections[s.Number-1]
	return d.talk.Text(n.TitleSpan) == title && n.Time.Duration == s.Time.Duration && len(n.Tags) == len(s.Tags) && len(n.Keys) == len(s.Keys)
}

// headingText makes a title that a heading can hold: one line that does not end
// like a time, a tag or a closing run of # signs.
func headingText(title string) string {
	title = strings.Join(strings.Fields(clean(title)), " ")
	if strings.HasSuffix(title, ")") {
		if i := strings.LastIndexByte(title, '('); i >= 0 && !escaped([]byte(title), i) {
			if inner := title[i+1 : len(title)-1]; talk.LooksLikeDuration(inner) {
				title = title[:i] + `\` + title[i:]
			}
		}
	}
	i := strings.LastIndexByte(title, ' ') + 1
	name, isTag := strings.CutPrefix(title[i:], "#")
	if _, known := talk.ParseTag(name); isTag && (known || strings.Trim(name, "#") == "") {
		title = title[:i] + `\` + title[i:]
	}
	return title
}

// RetimeSection plans a section's time. 0 takes the time away.
type RetimeSection struct {
	Section int
	Time    time.Duration
}

// Apply implements Edit.
func (e RetimeSection) Apply(d *Document) (*Document, Edit, error) { return applyTo(d, e, e.Section) }

func (e RetimeSection) plan(d *Document) (Change, error) {
	s, err := d.headed(e.Section)
	if err != nil {
		return nil, err
	}
	c := d.change()
	switch {
	case s.Time.Given() && e.Time == s.Time.Duration:
	case s.Time.Given() && e.Time > 0:
		c.replace(s.Time.Span.Start, s.Time.Span.End, "("+talk.FormatDuration(e.Time)+")")
	case s.Time.Given():
		start := s.Time.Span.Start
		for start > s.HeadSpan.Start && d.source[start-1] == ' ' {
			start--
		}
		c.replace(start, s.Time.Span.End, "")
	case e.Time > 0:
		c.insert(s.TitleSpan.End, " ("+talk.FormatDuration(e.Time)+")")
	}
	return c.done(), nil
}

// NotATime makes the parenthesis at the end of a heading text: a backslash
// before it says that it is no time.
type NotATime struct {
	Section int
	Slide   int // from 1; 1 is the section's own heading
}

// Apply implements Edit.
func (e NotATime) Apply(d *Document) (*Document, Edit, error) { return applyTo(d, e, e.Section) }

func (e NotATime) plan(d *Document) (Change, error) {
	s, err := d.section(e.Section)
	if err != nil {
		return nil, err
	}
	if e.Slide < 1 || e.Slide > len(s.Slides) || !s.Slides[e.Slide-1].Time.Given() {
		return nil, &EditError{Key: NoSuchItem}
	}
	c := d.change()
	c.insert(s.Slides[e.Slide-1].Time.Span.Start, `\`)
	return c.done(), nil
}

// TagSection puts a tag on a section's heading or takes it off.
type TagSection struct {
	Section int
	Tag     string // its name without the #
	On      bool
}

// Apply implements Edit.
func (e TagSection) Apply(d *Document) (*Document, Edit, error) { return applyTo(d, e, e.Section) }

func (e TagSection) plan(d *Document) (Change, error) {
	s, err := d.headed(e.Section)
	if err != nil {
		return nil, err
	}
	if _, ok := talk.ParseTag(e.Tag); !ok {
		return nil, &EditError{Key: NoPlace, Arg: "#" + e.Tag}
	}
	c := d.change()
	if s.Tags.Has(e.Tag) == e.On {
		return nil, nil
	}
	if e.On {
		end := s.TitleSpan.End
		for _, t := range s.Tags {
			end = max(end, t.Span.End)
		}
		if s.Time.Given() {
			end = max(end, s.Time.Span.End)
		}
		c.insert(end, " #"+e.Tag)
	} else {
		for _, t := range s.Tags {
			if t.Name == e.Tag {
				c.removeTag(t)
			}
		}
	}
	return c.done(), nil
}

package markdown

import (
	"regexp"
	"slices"
	"strings"

	"talkgiver/talk"
)

// Silence hides a finding on a line, with a reason. In the front matter the
// silence goes to its own list.
type Silence struct {
	Rule   string // the finding's rule, such as "label-heading"
	Reason string
	Line   int // from 1
}

// Apply implements Edit.
func (e Silence) Apply(d *Document) (*Document, Edit, error) {
	line := d.talk.Lines.Span(e.Line)
	reason := commentText(e.Reason)
	if !ruleName.MatchString(e.Rule) || reason == "" || e.Line < 1 || e.Line > d.talk.Lines.Count() {
		return nil, nil, &EditError{Key: NoPlace, Arg: e.Rule}
	}
	if line.Start < d.front.span.End || d.front.span.Empty() && len(d.talk.Sections) == 0 {
		n := d.front.count("silence")
		return AddEntry{List: "silence", Number: n + 1, Text: e.Rule + ": " + reason}.Apply(d)
	}
	comment := "<!-- silence " + e.Rule + ": " + reason + " -->"
	end := lineEnd(d.source, line.Start)
	for end > line.Start && isSpace(d.source[end-1]) {
		end--
	}
	nl := d.newline(line.Start)
	for _, c := range []Change{
		{{At: end, New: " " + comment}},
		{{At: d.blockEnd(line), New: nl + comment}}, // behind a fence or a table
	} {
		after, inverse, err := c.Apply(d)
		if err == nil && after.silences(d, e, line.Start) {
			return after, inverse, nil
		}
	}
	return nil, nil, &EditError{Key: NoPlace, Arg: e.Rule}
}

var ruleName = regexp.MustCompile(`^[a-z][a-z0-9.-]*$`)

// commentText makes one line that cannot end a comment.
func commentText(s string) string {
	s = strings.Join(strings.Fields(clean(s)), " ")
	for strings.Contains(s, "--") {
		s = strings.ReplaceAll(s, "--", "-")
	}
	return strings.Trim(s, "->")
}

// blockEnd returns the end of the shown block that holds a line.
func (d *Document) blockEnd(line talk.Span) int {
	for _, s := range d.talk.Sections {
		for _, sl := range s.Slides {
			for _, b := range sl.Blocks {
				if span := b.Common().Span; span.Start <= line.Start && line.Start <= span.End {
					return span.End
				}
			}
		}
	}
	return lineEnd(d.source, line.Start)
}

// silences reports whether a silence came out as it was meant: it covers the
// line, and everything else reads as before.
func (d *Document) silences(before *Document, e Silence, offset int) bool {
	if len(d.talk.Sections) != len(before.talk.Sections) || len(d.talk.Silences) != len(before.talk.Silences)+1 || d.talk.Words() != before.talk.Words() {
		return false
	}
	return slices.ContainsFunc(d.talk.Silences, func(s talk.Silence) bool {
		return s.Rule == e.Rule && s.Covers.Start <= offset && offset <= s.Covers.End
	})
}

// Unsilence takes away the silences of a rule that cover a line, or, in the
// front matter, all silences of the rule.
type Unsilence struct {
	Rule string
	Line int // from 1
}

// Apply implements Edit.
func (e Unsilence) Apply(d *Document) (*Document, Edit, error) {
	line := d.talk.Lines.Span(e.Line)
	c := d.change()
	if line.Start < d.front.span.End {
		for i := len(d.talk.Deal.Silences); i > 0; i-- {
			if d.talk.Deal.Silences[i-1].Rule == e.Rule && d.front.count("silence") == len(d.talk.Deal.Silences) {
				return RemoveEntry{List: "silence", Number: i}.Apply(d)
			}
		}
		return nil, nil, &EditError{Key: NoSuchEntry, Arg: e.Rule}
	}
	for _, s := range d.talk.Silences {
		if s.Rule != e.Rule || line.Start < s.Covers.Start || line.Start > s.Covers.End {
			continue
		}
		start, end := s.Span.Start, s.Span.End
		if begin := lineStart(d.source, start); isBlank(d.source[begin:start]) {
			start, end = begin, nextLine(d.source, end)
		} else {
			for start > begin && (d.source[start-1] == ' ' || d.source[start-1] == '\t') {
				start--
			}
		}
		c.replace(start, end, "")
	}
	if len(c.change) == 0 {
		return nil, nil, &EditError{Key: NoSuchEntry, Arg: e.Rule}
	}
	return c.done().Apply(d)
}

package markdown

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"talkgiver/talk"
)

// TagItem puts a tag on an item or takes it off. A kind replaces the kind that
// the item had.
type TagItem struct {
	Section int
	Item    int    // from 1 in the section
	Tag     string // its name without the #, such as "story" or "need1"
	On      bool
}

// Apply implements Edit.
func (e TagItem) Apply(d *Document) (*Document, Edit, error) {
	s, err := d.section(e.Section)
	if err != nil {
		return nil, nil, err
	}
	items := s.Items()
	tag, known := talk.ParseTag(e.Tag)
	switch {
	case e.Item < 1 || e.Item > len(items):
		return nil, nil, &EditError{Key: NoSuchItem}
	case !known || tag.Class == talk.ShowTag:
		return nil, nil, &EditError{Key: NoPlace, Arg: "#" + e.Tag}
	}
	item := items[e.Item-1]
	c := d.change()
	switch old, has := sameRole(item.Tags, tag); {
	case e.On && item.Tags.Has(e.Tag), !e.On && !item.Tags.Has(e.Tag):
	case !e.On:
		for _, t := range item.Tags {
			if t.Name == e.Tag {
				c.removeTag(t)
			}
		}
	case has:
		c.replace(old.Span.Start, old.Span.End, "#"+e.Tag)
	default:
		d.addTag(c, item, " #"+e.Tag)
	}
	after, inverse, err := c.done().Apply(d)
	if err != nil {
		return nil, nil, err
	}
	if !after.tagged(d, e) {
		return nil, nil, &EditError{Key: NoPlace, Arg: "#" + e.Tag}
	}
	return after, inverse, nil
}

// sameRole returns the tag that a new one replaces: an item has one kind.
func sameRole(tags talk.Tags, tag talk.Tag) (talk.Tag, bool) {
	if tag.Class == talk.KindTag {
		for _, t := range tags {
			if t.Class == talk.KindTag {
				return t, true
			}
		}
	}
	return talk.Tag{}, false
}

// tagged reports whether the edit came out as it was meant: the same items with
// the same words, and the tag there or gone.
func (d *Document) tagged(before *Document, e TagItem) bool {
	if !d.leavesOthers(before, e.Section) {
		return false
	}
	now, then := d.talk.Sections[e.Section-1].Items(), before.talk.Sections[e.Section-1].Items()
	if len(now) != len(then) {
		return false
	}
	for i := range now {
		if itemText(now[i]) != itemText(then[i]) {
			return false
		}
	}
	return now[e.Item-1].Tags.Has(e.Tag) == e.On
}

func itemText(it *talk.Item) string {
	var b strings.Builder
	if it.Shown != nil {
		b.WriteString(talk.BlockText(it.Shown))
	}
	for _, s := range it.Said {
		b.WriteString("\n" + talk.BlockText(s))
	}
	return b.String()
}

// addTag writes a tag where an item carries it: at the end of its line, or on a
// line of its own below a fence, a table, a quote or an image.
func (d *Document) addTag(c *changes, item *talk.Item, tag string) {
	var block talk.Block
	switch {
	case item.Shown != nil:
		block = item.Shown
	case len(item.Said) > 0:
		block = item.Said[0]
	default:
		return
	}
	if li, ok := block.(*talk.ListItem); ok && len(li.Blocks) > 0 {
		if _, isText := li.Blocks[0].(*talk.Paragraph); isText {
			c.insert(d.textEnd(li.Blocks[0].Common().Span), tag)
			return
		}
	}
	span := block.Common().Span
	last := lineStart(d.source, span.End)
	p, isParagraph := block.(*talk.Paragraph)
	_, isHeading := block.(*talk.Heading)
	switch {
	case onlyTags(d.source[last:span.End]):
		c.insert(d.textEnd(span), tag)
	case isHeading || isParagraph && !onlyImages(p.Inlines):
		c.insert(d.textEnd(span), tag)
	default:
		c.insert(span.End, d.newline(span.Start)+strings.TrimSpace(tag))
	}
}

// textEnd returns where a tag goes at the end of a block's last line: before
// the comments and the white space that end it.
func (d *Document) textEnd(span talk.Span) int {
	end := span.End
	for {
		text := bytes.TrimRight(d.source[span.Start:end], " \t\r\n")
		end = span.Start + len(text)
		if !bytes.HasSuffix(text, []byte("-->")) {
			return end
		}
		open := bytes.LastIndex(text, []byte("<!--"))
		if open <= 0 {
			return end
		}
		end = span.Start + open
	}
}

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

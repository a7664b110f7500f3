package markdown

import (
	"bytes"
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
	case isHeading || isParagraph && !talk.OnlyImages(p.Inlines):
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

package markdown

import (
	"strconv"

	"talkgiver/talk"
)

// linkKind returns which links point into a list, or "" when none do.
func (l List) linkKind() talk.LinkKind {
	switch l {
	case ListNeeds:
		return talk.ToNeed
	case ListPromises:
		return talk.ToPromise
	case ListTruths:
		return talk.ToTruth
	}
	return ""
}

// renumber makes every link into a list follow its entry: to is the new number
// of the entry that had the old one, 0 when it is gone.
func (c *changes) renumber(list List, to func(int) int) {
	kind := list.linkKind()
	if kind == "" {
		return
	}
	for _, s := range c.doc.talk.Sections {
		c.renumberKeyLine(s, "meets", s.Meets, kind, to)
		c.renumberKeyLine(s, "makes", s.Makes, kind, to)
	}
	eachLinkTag(c.doc.talk, func(t talk.Tag) {
		if t.Link.Kind != kind {
			return
		}
		switch n := to(t.Link.Number); n {
		case t.Link.Number:
		case 0:
			c.removeTag(t)
		default:
			digits := len(strconv.Itoa(t.Link.Number))
			c.replace(t.Span.End-digits, t.Span.End, strconv.Itoa(n))
		}
	})
}

// removeTag takes a tag away with the space before it, or with its line when it
// stands there alone.
func (c *changes) removeTag(t talk.Tag) {
	src := c.doc.source
	start, end := t.Span.Start, t.Span.End
	line := lineStart(src, start)
	if isBlank(src[line:start]) && isBlank(src[end:lineEnd(src, end)]) && line > 0 {
		start, end = line, nextLine(src, end)
	} else {
		for start > line && (src[start-1] == ' ' || src[start-1] == '\t') {
			start--
		}
		if start == line {
			// The first of several tags: the space after it goes, the indent stays.
			start = t.Span.Start
			for end < len(src) && src[end] == ' ' {
				end++
			}
		}
	}
	c.replace(start, end, "")
}

// renumberKeyLine makes the links of a key line follow their entries.
func (c *changes) renumberKeyLine(s *talk.Section, key string, links []talk.Link, kind talk.LinkKind, to func(int) int) {
	gone := false
	for _, l := range links {
		gone = gone || l.Kind == kind && to(l.Number) == 0
	}
	if !gone {
		for _, l := range links {
			if n := to(l.Number); l.Kind == kind && n != l.Number {
				digits := len(strconv.Itoa(l.Number))
				c.replace(l.Span.End-digits, l.Span.End, strconv.Itoa(n))
			}
		}
		return
	}
	for _, k := range s.Keys {
		if k.Key != key {
			continue
		}
		var words []string
		eachWord(c.doc.source, k.Value.Span, func(word string, span talk.Span) {
			for _, l := range links {
				if l.Span != span {
					continue
				}
				n := l.Number
				if l.Kind == kind {
					n = to(n)
				}
				if n > 0 {
					words = append(words, string(l.Kind)+" "+strconv.Itoa(n))
				}
				return
			}
			words = append(words, word)
		})
		c.rewriteKey(k, words)
		return
	}
}

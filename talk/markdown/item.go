package markdown

import (
	"strings"

	"talkgiver/talk"
)

// add puts a block on the slide and into its item.
func (r *reader) add(b talk.Block) {
	c := b.Common()
	r.slide.Blocks = append(r.slide.Blocks, b)
	r.last = b
	list, isList := b.(*talk.List)
	switch {
	case c.Said:
		if r.item == nil {
			r.newItem(nil, c.Span)
		}
		r.item.Said = append(r.item.Said, b)
		r.item.Span.End = c.Span.End
		r.item.Words += saidWords(b)
		r.tagItem(c.Tags)
		if isList {
			for _, li := range list.Items {
				r.tagItem(li.Tags)
			}
		}
	case isList:
		for _, li := range list.Items {
			r.newItem(li, li.Span)
			r.tagItem(li.Tags)
		}
	default:
		r.newItem(b, c.Span)
		r.tagItem(c.Tags)
	}
}

func (r *reader) newItem(shown talk.Block, span talk.Span) {
	r.item = &talk.Item{Shown: shown, Span: span}
	r.slide.Items = append(r.slide.Items, r.item)
}

// tagItem gives tags to the item that is being read. It has one kind; a second
// one stays in the text and is a problem.
func (r *reader) tagItem(tags talk.Tags) {
	for _, t := range tags {
		if k := t.Kind(); k != "" {
			if have := r.item.Tags.Kind(); have != "" {
				if have != k {
					r.problem(talk.SecondKind, "#"+t.Name, t.Span)
				}
				continue
			}
		}
		r.item.Tags = append(r.item.Tags, t)
	}
}

// saidWords counts the words of what is said.
func saidWords(b talk.Block) int { return talk.CountWords(talk.BlockText(b)) }

// tagLine gives the tags of a line to the block right above it.
func (r *reader) tagLine(start int) {
	tags := r.lineTags(start)
	if r.last == nil || r.item == nil {
		r.loneTags(tags)
		return
	}
	end := lineEnd(r.source, start)
	common := r.last.Common()
	if list, ok := r.last.(*talk.List); ok && len(list.Items) > 0 {
		common = list.Items[len(list.Items)-1].Common()
		r.last.Common().Span.End = end
	}
	common.Tags = append(common.Tags, tags...)
	common.Span.End = end
	r.item.Span.End = end
	r.tagItem(tags)
}

// loneTags notes tags that have nothing above them that they could be about.
func (r *reader) loneTags(tags talk.Tags) {
	for _, t := range tags {
		r.problem(talk.LoneTag, "#"+t.Name, t.Span)
	}
}

// lineTags reads the tags of a line that holds nothing else.
func (r *reader) lineTags(start int) talk.Tags {
	var tags talk.Tags
	end := lineEnd(r.source, start)
	if i := strings.Index(r.content[start:end], "<!--"); i >= 0 {
		r.comment(strings.TrimSpace(r.content[start+i:end]), talk.Span{Start: start + i, End: end})
		end = start + i
	}
	for i := start; i < end; i++ {
		if r.source[i] != '#' {
			continue
		}
		from := i
		for i++; i < end && isTagByte(r.source[i]); i++ {
		}
		if tag, ok := talk.ParseTag(r.content[from+1 : i]); ok {
			tags = append(tags, placed(tag, talk.Span{Start: from, End: i}))
		}
	}
	return tags
}

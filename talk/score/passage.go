package score

import (
	"sort"
	"strings"

	"talkgiver/talk"
	"talkgiver/talk/lexicon"
)

// passage is a paragraph of an item as plain text, with the way back to its
// places in the source.
type passage struct {
	text    string
	parts   []textPart
	said    bool
	quote   bool // somebody else is quoted: never flagged
	tokens  []lexicon.Token
	matches []lexicon.Match
}

// textPart is where a stretch of a passage's text stands in the source.
type textPart struct {
	at     int // byte of the text
	length int
	span   talk.Span
}

// block appends the passages of a block. Code and tables hold no sentences.
func (r *reading) block(b talk.Block, said bool) {
	switch b := b.(type) {
	case *talk.Paragraph:
		r.passage(b.Inlines, said)
	case *talk.Heading:
		r.passage(b.Inlines, said)
	case *talk.ListItem:
		for _, c := range b.Blocks {
			r.block(c, said)
		}
	case *talk.List:
		for _, it := range b.Items {
			r.block(it, said)
		}
	case *talk.Quote:
		from := len(r.passages)
		for _, c := range b.Blocks {
			r.block(c, said)
		}
		for i := from; i < len(r.passages); i++ {
			r.passages[i].quote = true
		}
	}
}

func (r *reading) passage(inlines []talk.Inline, said bool) {
	p := passage{said: said}
	if len(inlines) == 1 {
		if only, ok := inlines[0].(*talk.Text); ok {
			p.text = only.Text
			p.parts = []textPart{{0, len(only.Text), only.Span}}
		}
	}
	if p.text == "" {
		var b strings.Builder
		p.write(&b, inlines)
		p.text = b.String()
	}
	if p.text != "" {
		r.passages = append(r.passages, p)
	}
}

// write adds the words of a line. Code is not read as words, and pictures are
// seen, not heard.
func (p *passage) write(b *strings.Builder, inlines []talk.Inline) {
	for _, in := range inlines {
		switch in := in.(type) {
		case *talk.Text:
			p.parts = append(p.parts, textPart{b.Len(), len(in.Text), in.Span})
			b.WriteString(in.Text)
		case *talk.Emphasis:
			p.write(b, in.Children)
		case *talk.Anchor:
			p.write(b, in.Children)
		case *talk.LineBreak, *talk.CodeSpan, *talk.Image, *talk.Cue:
			b.WriteByte(' ')
		}
	}
}

// span returns where a stretch of the text stands in the source.
func (p *passage) span(start, end int) talk.Span {
	return talk.Span{Start: p.offset(start, false), End: p.offset(end, true)}
}

// offset returns the source's byte for a byte of the text. Within a part whose
// letters are not those of the source it is the part's start, or its end.
func (p *passage) offset(at int, end bool) int {
	i := sort.Search(len(p.parts), func(i int) bool { return p.parts[i].at > at || end && p.parts[i].at == at }) - 1
	if i < 0 {
		if len(p.parts) == 0 {
			return 0
		}
		i = 0
	}
	part := p.parts[i]
	in := min(max(0, at-part.at), part.length)
	switch {
	case part.span.End-part.span.Start == part.length:
		return part.span.Start + in
	case end:
		return part.span.End
	}
	return part.span.Start
}

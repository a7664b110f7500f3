package score

import (
	"sort"

	"talkgiver/talk"
	"talkgiver/talk/lexicon"
)

// passage is a paragraph of an item as plain text, with the way back to its
// places in the source.
type passage struct {
	*paragraph
	parts []textPart
	said  bool
	quote bool // somebody else is quoted: never flagged
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
	from := len(r.parts)
	r.text = r.text[:0]
	r.write(inlines)
	if len(r.text) == 0 {
		return
	}
	p, text, isNew := r.paragraphs.get(r.text)
	if isNew {
		p.read(r.lex, text, &r.memory)
	}
	r.passages = append(r.passages, passage{paragraph: p, parts: r.parts[from:len(r.parts):len(r.parts)], said: said})
}

// write adds the words of a line. Code is not read as words, and pictures are
// seen, not heard.
func (r *reading) write(inlines []talk.Inline) {
	for _, in := range inlines {
		switch in := in.(type) {
		case *talk.Text:
			r.parts = append(r.parts, textPart{len(r.text), len(in.Text), in.Span})
			r.text = append(r.text, in.Text...)
		case *talk.Emphasis:
			r.write(in.Children)
		case *talk.Anchor:
			r.write(in.Children)
		case *talk.LineBreak, *talk.CodeSpan, *talk.Image, *talk.Cue:
			r.text = append(r.text, ' ')
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

// sortOf returns what a phrase of the passage is a sign of. "Overview" is an
// agenda where a line that is shown says nothing else.
func (p *passage) sortOf(m lexicon.Match) lexicon.Sort {
	if m.Sort == lexicon.AgendaTitle && !p.said && m.Token == 0 && m.End == p.tokens[len(p.tokens)-1].End {
		return lexicon.Agenda
	}
	return m.Sort
}

// name is what an item is called in a sentence: its first words, else its
// section's title, shortened.
func (r *reading) name(item int) string {
	for _, p := range r.passagesOf(item) {
		return p.shortName()
	}
	return short(r.sections[r.facts.items[item].section].Title)
}

// sectionName is what a section is called: its heading, else its first words.
func (r *reading) sectionName(section int) string {
	if title := r.sections[section].Title; title != "" {
		return short(title)
	}
	for i := range r.facts.items {
		if r.facts.items[i].section == section {
			return r.name(i)
		}
	}
	return ""
}

package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"talkgiver/talk"
)

// convert makes a talk's block of goldmark's, whose lines are span. It returns
// nil for what is not seen.
func (r *reader) convert(n ast.Node, span talk.Span, said bool) talk.Block {
	common := talk.BlockCommon{Span: span, Said: said}
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		return r.paragraph(n, common)
	case *ast.Heading:
		in := inlineReader{reader: r, places: tagsAtEnd, cues: said}
		h := &talk.Heading{BlockCommon: common, Level: n.Level, Inlines: in.read(n)}
		h.Tags = in.tags
		return h
	case *ast.List:
		l := &talk.List{BlockCommon: common, Ordered: n.IsOrdered(), Start: n.Start, Tight: n.IsTight}
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			li := &talk.ListItem{BlockCommon: talk.BlockCommon{Span: clamp(r.span(c), span), Said: said}}
			// The tags of all its lines are the entry's own.
			li.Blocks, li.Tags = r.inner(c, li.Span, said)
			l.Items = append(l.Items, li)
		}
		return l
	case *ast.FencedCodeBlock:
		c := &talk.Code{BlockCommon: common, Text: r.code(n)}
		if n.Info != nil {
			c.Info = strings.TrimSpace(clean(segmentText(r.source, n.Info.Segment)))
		}
		return c
	case *ast.CodeBlock:
		return &talk.Code{BlockCommon: common, Text: r.code(n)}
	case *ast.Blockquote:
		q := &talk.Quote{BlockCommon: common}
		q.Blocks, q.Tags = r.inner(n, span, said)
		return q
	case *extast.Table:
		return r.table(n, common)
	case *ast.HTMLBlock:
		comments, rest := splitComments(htmlText(n, r.source))
		for _, c := range comments {
			r.comment(c, span)
		}
		if rest == "" {
			return nil
		}
		return &talk.Paragraph{BlockCommon: common, Inlines: literal(rest, span)}
	}
	// Inside a list or a quote a break is only a line; nothing is read there.
	return nil
}

// clamp holds a span within another. Behind a tab goldmark's positions can be
// off by the spaces that the tab stands for.
func clamp(s, outer talk.Span) talk.Span {
	start := min(max(s.Start, outer.Start), outer.End)
	return talk.Span{Start: start, End: min(max(s.End, start), outer.End)}
}

// paragraph reads text. At the top level it is said, unless it holds only
// images or ends with #show; inside a shown block it is shown.
func (r *reader) paragraph(n ast.Node, common talk.BlockCommon) talk.Block {
	p := &talk.Paragraph{BlockCommon: common}
	said := common.Said
	top := n.Parent().Kind() == ast.KindDocument
	in := inlineReader{reader: r, places: tagsAtEnd, cues: top || said}
	if !top {
		in.places = tagsAtLineEnds
	}
	p.Inlines = in.read(n)
	p.Tags = in.tags
	p.Said = said || top && !talk.OnlyImages(p.Inlines) && !in.tags.Has(talk.TagShow)
	if in.cues && !p.Said {
		// A shown text has no cues: read it again as it stands.
		again := inlineReader{reader: &reader{source: r.source, content: r.content, talk: &talk.Talk{}}, places: in.places}
		p.Inlines = again.read(n)
	}
	if !p.Said {
		r.shownCues(p.Inlines)
	}
	return p
}

// shownCues notes cues in a text that is shown, where they would stand on the
// slide. It happens when speech is written right below a bullet: CommonMark
// takes it for more of the bullet until a blank line comes between.
func (r *reader) shownCues(inlines []talk.Inline) {
	for _, in := range inlines {
		text, ok := in.(*talk.Text)
		if !ok {
			continue
		}
		for i := range len(text.Text) {
			if text.Text[i] != '[' {
				continue
			}
			if cue := cueMark.FindString(text.Text[i:]); cue != "" {
				r.problem(talk.ShownCue, cue, text.Span)
				break
			}
		}
	}
}

// inner reads the blocks inside a list item or a quote and collects their tags.
func (r *reader) inner(n ast.Node, outer talk.Span, said bool) ([]talk.Block, talk.Tags) {
	var blocks []talk.Block
	var tags talk.Tags
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() == kindTagLine {
			tags = append(tags, r.lineTags(r.start(c))...)
			continue
		}
		b := r.convert(c, clamp(r.span(c), outer), said)
		if b == nil {
			continue
		}
		tags = append(tags, b.Common().Tags...)
		if l, ok := b.(*talk.List); ok {
			for _, li := range l.Items {
				tags = append(tags, li.Tags...)
			}
		}
		blocks = append(blocks, b)
	}
	return blocks, tags
}

// code returns the lines of a code block as they stand, each with \n.
func (r *reader) code(n ast.Node) string {
	var b strings.Builder
	for i := range n.Lines().Len() {
		b.WriteString(strings.TrimRight(segmentText(r.source, n.Lines().At(i)), "\r\n"))
		b.WriteByte('\n')
	}
	return clean(b.String())
}

// segmentText returns what a segment of goldmark's holds. The segment's own
// Value would write a line ending into the bytes that it is given.
func segmentText(source []byte, s text.Segment) string {
	return strings.Repeat(" ", s.Padding) + string(source[s.Start:s.Stop])
}

func (r *reader) table(n *extast.Table, common talk.BlockCommon) talk.Block {
	t := &talk.Table{BlockCommon: common}
	for _, a := range n.Alignments {
		align := talk.AlignNone
		switch a {
		case extast.AlignLeft:
			align = talk.AlignLeft
		case extast.AlignCenter:
			align = talk.AlignCenter
		case extast.AlignRight:
			align = talk.AlignRight
		}
		t.Align = append(t.Align, align)
	}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		var cells [][]talk.Inline
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			in := inlineReader{reader: r, cues: common.Said}
			cells = append(cells, in.read(cell))
		}
		if _, ok := row.(*extast.TableHeader); ok {
			t.Header = cells
		} else {
			t.Rows = append(t.Rows, cells)
		}
	}
	return t
}

package slides

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"talkgiver/talk"
	"talkgiver/talk/slides"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// pictures gives the picture for a destination that the talk names, or nil
// while there is none to show.
type pictures func(destination string) widgets.Picture

// page is a slide of the deck as the widget draws it.
type page struct {
	title []widgets.Span
	parts []widgets.SlidePart
}

// pageOf turns a slide into what is drawn. What the audience does not see, such
// as notes and cues, is not in it.
func pageOf(s *slides.Slide, pics pictures) page {
	b := pageBuilder{pics: pics}
	for _, block := range s.Blocks {
		b.block(block, where{})
	}
	return page{spansOf(s.Title, look{}), b.parts}
}

// draw shows the page on a widget.
func (p page) draw(on *widgets.Slide, s *slides.Slide, number string) {
	if s.Opening {
		number = "" // the title stands alone
	}
	on.Title, on.Parts, on.Opening, on.Number = p.title, p.parts, s.Opening, number
	on.Refresh()
}

// where is what a block stands in.
type where struct {
	depth  int    // in how many lists
	marker string // of the list's point that begins with the next block
	quoted bool
	by     bool // who has said what is quoted
	close  bool
}

type pageBuilder struct {
	pics  pictures
	parts []widgets.SlidePart
}

// add adds a part and takes the marker for it, so that what follows in the same
// point of a list stands below its words.
func (b *pageBuilder) add(p widgets.SlidePart, at *where) {
	p.Indent, p.Marker, p.Quoted, p.By, p.Close = at.depth, at.marker, at.quoted, at.by, at.close
	if at.marker != "" {
		p.Indent-- // the marker stands to the left of the words
	}
	at.marker, at.close = "", false
	b.parts = append(b.parts, p)
}

func (b *pageBuilder) block(block talk.Block, at where) where {
	switch block := block.(type) {
	case *talk.Paragraph:
		b.paragraph(block.Inlines, &at)
	case *talk.Heading:
		b.add(widgets.SlidePart{Form: widgets.SlideHeading, Spans: spansOf(block.Inlines, look{})}, &at)
	case *talk.Code:
		b.add(widgets.SlidePart{Form: widgets.SlideCode, Spans: highlight(block.Info, strings.TrimSuffix(block.Text, "\n"))}, &at)
	case *talk.Quote:
		said, by := slides.SaidBy(block)
		at.quoted = true
		for _, inner := range said {
			at = b.block(inner, at)
		}
		if by != nil {
			at.by, at.close = true, true
			at = b.block(by, at)
			at.by = false
		}
		at.quoted = false
	case *talk.List:
		b.list(block, at)
		at.marker = ""
	case *talk.ListItem:
		for _, inner := range block.Blocks {
			at = b.block(inner, at)
		}
	case *talk.Table:
		b.add(tableOf(block), &at)
	}
	return at
}

// list adds the points of a list.
func (b *pageBuilder) list(l *talk.List, at where) {
	for i, item := range l.Items {
		point := where{depth: at.depth + 1, marker: "•", quoted: at.quoted, close: l.Tight && (i > 0 || at.depth > 0)}
		if l.Ordered {
			point.marker = strconv.Itoa(l.Start+i) + "."
		} else if at.depth > 0 {
			point.marker = "–"
		}
		before := len(b.parts)
		for _, inner := range item.Blocks {
			point = b.block(inner, point)
		}
		if len(b.parts) == before && l.Ordered {
			b.add(widgets.SlidePart{}, &point) // its number stays
		}
	}
}

// paragraph adds words, and pictures apart from them: a picture takes its own
// room on a slide.
func (b *pageBuilder) paragraph(inlines []talk.Inline, at *where) {
	var words []talk.Inline
	var images []*talk.Image
	for _, in := range inlines {
		if img := imageOf(in); img != nil {
			images = append(images, img)
			continue
		}
		words = append(words, in)
	}
	if strings.TrimSpace(talk.PlainText(words)) != "" {
		b.add(widgets.SlidePart{Spans: spansOf(words, look{})}, at)
	}
	for _, img := range images {
		part := widgets.SlidePart{Form: widgets.SlideImage, Spans: []widgets.Span{{Text: alternative(img)}}}
		if b.pics != nil {
			part.Picture = b.pics(img.Destination)
		}
		b.add(part, at)
	}
}

// imageOf returns the picture that an inline is, in a link or not.
func imageOf(in talk.Inline) *talk.Image {
	switch in := in.(type) {
	case *talk.Image:
		return in
	case *talk.Anchor:
		if len(in.Children) == 1 {
			return imageOf(in.Children[0])
		}
	}
	return nil
}

// alternative is what stands for a picture that cannot be shown.
func alternative(img *talk.Image) string {
	if img.Alt != "" {
		return img.Alt
	}
	return img.Destination
}

func tableOf(t *talk.Table) widgets.SlidePart {
	part := widgets.SlidePart{Form: widgets.SlideTable}
	for _, a := range t.Align {
		align := fyne.TextAlignLeading
		switch a {
		case talk.AlignCenter:
			align = fyne.TextAlignCenter
		case talk.AlignRight:
			align = fyne.TextAlignTrailing
		}
		part.Align = append(part.Align, align)
	}
	for _, row := range append([][][]talk.Inline{t.Header}, t.Rows...) {
		cells := make([][]widgets.Span, len(row))
		for i, cell := range row {
			cells[i] = spansOf(cell, look{})
		}
		part.Rows = append(part.Rows, cells)
	}
	return part
}

// look is how the words of an inline stand out.
type look struct {
	bold, italic, struck, link bool
}

// spansOf turns a line into spans. A hard break is a new line, a soft one a space.
func spansOf(inlines []talk.Inline, l look) []widgets.Span {
	var spans []widgets.Span
	add := func(text string, mono bool) {
		if text == "" {
			return
		}
		s := widgets.Span{Text: text, Struck: l.struck, Style: fyne.TextStyle{Bold: l.bold, Italic: l.italic, Monospace: mono}}
		if l.link {
			s.ColorName = theme.ColorNameClarityInk
		}
		spans = append(spans, s)
	}
	for _, in := range inlines {
		inner := l
		switch in := in.(type) {
		case *talk.Text:
			add(in.Text, false)
		case *talk.CodeSpan:
			add(in.Text, true)
		case *talk.Image:
			add(in.Alt, false)
		case *talk.Emphasis:
			switch in.Level {
			case 0:
				inner.struck = true
			case 1:
				inner.italic = true
			default:
				inner.bold = true
			}
			spans = append(spans, spansOf(in.Children, inner)...)
		case *talk.Anchor:
			inner.link = true
			spans = append(spans, spansOf(in.Children, inner)...)
		case *talk.LineBreak:
			if in.Hard {
				add("\n", false)
			} else {
				add(" ", false)
			}
		case *talk.Cue: // for the speaker
		}
	}
	return spans
}

package slides

import (
	"bytes"
	"slices"
	"strings"

	"talkgiver/talk"
)

// powerpoint is PowerPoint's own file, which Pandoc makes. It leaves out
// tables in lists, quotes and notes, so that those are written row by row, and
// pictures in lists and behind white space, so that those which are all of an
// entry, or which a paragraph begins with, are paragraphs of their own.
func powerpoint() Flavour {
	return Flavour{
		Name:      "pptx",
		Title:     "PowerPoint",
		Extension: ".pptx",
		Through:   "pandoc",
		Carries:   Carries{Notes: MarkdownNotes, Slides: true, Images: true, Tables: true},
		write: func(out *bytes.Buffer, d *Deck) {
			writePandoc(out, withoutInnerTables(withPicturesApart(d)), pandocHead(d, "slide-level: 2\n"), "::: notes")
		},
	}
}

// withPicturesApart returns the deck with the pictures that are entries of a list
// between lists, and with those at the beginning of a paragraph before it.
func withPicturesApart(d *Deck) *Deck {
	apart := *d
	apart.Slides = make([]*Slide, len(d.Slides))
	for i, s := range d.Slides {
		copied := *s
		copied.Blocks = picturesApart(s.Blocks)
		apart.Slides[i] = &copied
	}
	return &apart
}

// picturesApart takes the pictures that are all of an entry out of the lists. Those
// of a list with numbers stay, since the entries behind them keep theirs. Code without
// words goes: behind a picture or a table Pandoc would make an empty slide of it.
func picturesApart(blocks []talk.Block) []talk.Block {
	var apart []talk.Block
	for _, block := range blocks {
		if isBlankCode(block) {
			continue
		}
		if p, is := block.(*talk.Paragraph); is {
			apart = append(apart, picturesFirst(p)...)
			continue
		}
		list, ok := block.(*talk.List)
		if !ok || list.Ordered {
			apart = append(apart, block)
			continue
		}
		begin := 0
		upTo := func(end int) {
			if begin < end {
				part := *list
				part.Items = list.Items[begin:end]
				apart = append(apart, &part)
			}
			begin = end + 1
		}
		for i, item := range list.Items {
			if image := pictureOf(item); image != nil {
				upTo(i)
				apart = append(apart, &talk.Paragraph{BlockCommon: item.BlockCommon, Inlines: []talk.Inline{alone(image)}})
			}
		}
		upTo(len(list.Items))
	}
	return apart
}

// isBlankCode reports whether a block is code without words, or holds nothing else.
func isBlankCode(block talk.Block) bool {
	shows := func(inner talk.Block) bool { return !isBlankCode(inner) }
	switch b := block.(type) {
	case *talk.Code:
		return strings.TrimSpace(clean(b.Text)) == ""
	case *talk.Quote:
		return !slices.ContainsFunc(b.Blocks, shows)
	case *talk.List:
		return !slices.ContainsFunc(b.Items, func(item *talk.ListItem) bool { return slices.ContainsFunc(item.Blocks, shows) })
	}
	return false
}

// picturesFirst returns a paragraph behind paragraphs of the pictures that it begins
// with.
func picturesFirst(p *talk.Paragraph) []talk.Block {
	var first []talk.Block
	rest := unmarked(p.Inlines)
	for len(rest) > 0 && isPictureAlone(rest[0]) {
		first = append(first, &talk.Paragraph{BlockCommon: p.BlockCommon, Inlines: []talk.Inline{alone(rest[0])}})
		rest = unmarked(rest[1:])
	}
	if len(first) == 0 {
		return []talk.Block{p}
	}
	if len(rest) > 0 {
		first = append(first, &talk.Paragraph{BlockCommon: p.BlockCommon, Inlines: rest})
	}
	return first
}

// unmarked returns inlines without white space at their beginning. Where they begin
// with a picture they are without the emphasis that it stands in, which Pandoc does
// not get, and a link that goes on behind it is two: Pandoc would lose its words.
func unmarked(inlines []talk.Inline) []talk.Inline {
	for len(inlines) > 0 && isBlank(inlines[0]) {
		inlines = inlines[1:]
	}
	if len(inlines) == 0 {
		return nil
	}
	switch first := inlines[0].(type) {
	case *talk.Emphasis:
		if inner := unmarked(slices.Concat(first.Children, inlines[1:])); len(inner) > 0 && isPictureAlone(inner[0]) {
			return inner
		}
	case *talk.Anchor:
		if inner := unmarked(first.Children); len(inner) > 0 && isPictureAlone(inner[0]) {
			picture, words := *first, *first
			picture.Children, words.Children = inner[:1], inner[1:]
			apart := []talk.Inline{&picture}
			if len(seen(words.Children)) > 0 {
				apart = append(apart, &words)
			}
			return slices.Concat(apart, inlines[1:])
		}
	}
	return inlines
}

// alone returns a picture without white space at the ends of its words, which would
// stand beside it.
func alone(in talk.Inline) talk.Inline {
	switch in := in.(type) {
	case *talk.Image:
		image := *in
		_, image.Alt, _ = cutSpace(collapse(in.Alt))
		return &image
	case *talk.Anchor:
		anchor := *in
		anchor.Children = []talk.Inline{alone(in.Children[0])}
		return &anchor
	}
	return in
}

// isPictureAlone reports whether an inline is an image, or a link that holds
// nothing else.
func isPictureAlone(in talk.Inline) bool {
	switch in := in.(type) {
	case *talk.Image:
		return true
	case *talk.Anchor:
		return len(in.Children) == 1 && isPictureAlone(in.Children[0])
	}
	return false
}

// withoutInnerTables returns the deck with a paragraph for each row of a table
// that is in another block or in the notes.
func withoutInnerTables(d *Deck) *Deck {
	flat := *d
	flat.Slides = make([]*Slide, len(d.Slides))
	for i, s := range d.Slides {
		copied := *s
		copied.Blocks = make([]talk.Block, len(s.Blocks))
		for j, block := range s.Blocks {
			if copied.Blocks[j] = block; !isTable(block) {
				copied.Blocks[j] = rowByRow([]talk.Block{block})[0]
			}
		}
		copied.Notes = rowByRow(s.Notes)
		flat.Slides[i] = &copied
	}
	return &flat
}

func isTable(block talk.Block) bool {
	_, is := block.(*talk.Table)
	return is
}

// rowByRow returns the blocks with paragraphs for tables; any other block
// remains one.
func rowByRow(blocks []talk.Block) []talk.Block {
	var flat []talk.Block
	for _, block := range blocks {
		switch b := block.(type) {
		case *talk.Quote:
			block = &talk.Quote{BlockCommon: b.BlockCommon, Blocks: rowByRow(b.Blocks)}
		case *talk.List:
			list := *b
			list.Items = make([]*talk.ListItem, len(b.Items))
			for i, item := range b.Items {
				list.Items[i] = &talk.ListItem{BlockCommon: item.BlockCommon, Blocks: rowByRow(item.Blocks)}
			}
			block = &list
		case *talk.Table:
			for _, row := range append([][][]talk.Inline{b.Header}, b.Rows...) {
				line := &talk.Paragraph{BlockCommon: b.BlockCommon}
				for i, cell := range row {
					if i > 0 {
						line.Inlines = append(line.Inlines, words(" ")...)
					}
					line.Inlines = append(line.Inlines, cell...)
				}
				flat = append(flat, line)
			}
			continue
		}
		flat = append(flat, block)
	}
	return flat
}

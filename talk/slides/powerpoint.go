package slides

import (
	"bytes"

	"talkgiver/talk"
)

// powerpoint is PowerPoint's own file, which Pandoc makes. It leaves out
// tables in lists, quotes and notes, so that those are written row by row, and
// pictures in lists, so that those which are all of an entry stand between lists.
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
// between lists.
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
// of a list with numbers stay, since the entries behind them keep theirs.
func picturesApart(blocks []talk.Block) []talk.Block {
	var apart []talk.Block
	for _, block := range blocks {
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
				apart = append(apart, &talk.Paragraph{BlockCommon: item.BlockCommon, Inlines: []talk.Inline{image}})
			}
		}
		upTo(len(list.Items))
	}
	return apart
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

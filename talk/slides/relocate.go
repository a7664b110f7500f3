package slides

import "talkgiver/talk"

// Relocated returns the deck with another destination for each image, as a file
// in another folder needs it. The deck itself stays as it is.
func (d *Deck) Relocated(destination func(string) string) *Deck {
	return d.withImages(func(_ int, image *talk.Image) talk.Inline {
		return &talk.Image{Destination: destination(image.Destination), Title: image.Title, Alt: image.Alt}
	})
}

// withImages returns the deck with something else for each image of a slide, which
// is given by its number, from 1. The deck itself stays as it is.
func (d *Deck) withImages(instead func(slide int, image *talk.Image) talk.Inline) *Deck {
	moved := *d
	moved.Slides = make([]*Slide, len(d.Slides))
	for i, s := range d.Slides {
		move := relocation(func(image *talk.Image) talk.Inline { return instead(i+1, image) })
		copied := *s
		copied.Title = move.inlines(s.Title)
		copied.Blocks = move.blocks(s.Blocks)
		copied.Notes = move.blocks(s.Notes)
		moved.Slides[i] = &copied
	}
	return &moved
}

// relocation copies what a talk holds, with something else for its images.
type relocation func(*talk.Image) talk.Inline

func (r relocation) blocks(blocks []talk.Block) []talk.Block {
	if blocks == nil {
		return nil
	}
	moved := make([]talk.Block, len(blocks))
	for i, b := range blocks {
		moved[i] = r.block(b)
	}
	return moved
}

func (r relocation) block(block talk.Block) talk.Block {
	switch b := block.(type) {
	case *talk.Paragraph:
		return &talk.Paragraph{BlockCommon: b.BlockCommon, Inlines: r.inlines(b.Inlines)}
	case *talk.Heading:
		return &talk.Heading{BlockCommon: b.BlockCommon, Level: b.Level, Inlines: r.inlines(b.Inlines)}
	case *talk.Quote:
		return &talk.Quote{BlockCommon: b.BlockCommon, Blocks: r.blocks(b.Blocks)}
	case *talk.List:
		list := *b
		list.Items = make([]*talk.ListItem, len(b.Items))
		for i, item := range b.Items {
			list.Items[i] = &talk.ListItem{BlockCommon: item.BlockCommon, Blocks: r.blocks(item.Blocks)}
		}
		return &list
	case *talk.Table:
		table := *b
		table.Header = r.row(b.Header)
		table.Rows = make([][][]talk.Inline, len(b.Rows))
		for i, row := range b.Rows {
			table.Rows[i] = r.row(row)
		}
		return &table
	}
	return block
}

func (r relocation) row(cells [][]talk.Inline) [][]talk.Inline {
	moved := make([][]talk.Inline, len(cells))
	for i, cell := range cells {
		moved[i] = r.inlines(cell)
	}
	return moved
}

func (r relocation) inlines(inlines []talk.Inline) []talk.Inline {
	if inlines == nil {
		return nil
	}
	moved := make([]talk.Inline, len(inlines))
	for i, in := range inlines {
		moved[i] = in
		switch in := in.(type) {
		case *talk.Emphasis:
			moved[i] = &talk.Emphasis{Level: in.Level, Children: r.inlines(in.Children)}
		case *talk.Anchor:
			moved[i] = &talk.Anchor{Destination: in.Destination, Title: in.Title, Children: r.inlines(in.Children)}
		case *talk.Image:
			moved[i] = r(in)
		}
	}
	return moved
}

package slides

import (
	"math/rand/v2"
	"slices"

	"talkgiver/talk"
)

// short leaves out the long texts.
func short(all []string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(s string) bool { return len(s) > 100 })
}

// generator makes blocks and inlines by chance.
type generator struct {
	*rand.Rand
	texts []string
}

func (g *generator) pick() string { return g.texts[g.IntN(len(g.texts))] }

func (g *generator) blocks(depth int) []talk.Block {
	var blocks []talk.Block
	for range 1 + g.IntN(3) {
		blocks = append(blocks, g.block(depth))
	}
	return blocks
}

func (g *generator) block(depth int) talk.Block {
	kind := g.IntN(8)
	if depth == 0 {
		kind = g.IntN(3)
	}
	switch kind {
	case 0:
		return &talk.Code{Info: g.pick(), Text: g.pick() + "\n" + g.pick()}
	case 1:
		return &talk.Heading{Level: 4 + g.IntN(3), Inlines: g.inlines(2)}
	case 3:
		return &talk.Quote{Blocks: g.blocks(depth - 1)}
	case 4, 5:
		l := &talk.List{Tight: g.IntN(2) == 0, Ordered: kind == 4, Start: g.IntN(3)}
		for range 1 + g.IntN(3) {
			l.Items = append(l.Items, &talk.ListItem{Blocks: g.blocks(depth - 1)})
		}
		return l
	case 6:
		table := &talk.Table{Align: []talk.Align{talk.AlignLeft, talk.AlignRight}}
		row := func() [][]talk.Inline { return [][]talk.Inline{g.inlines(2), g.inlines(2)} }
		table.Header = row()
		for range g.IntN(3) {
			table.Rows = append(table.Rows, row())
		}
		return table
	}
	return paragraph(g.inlines(3)...)
}

func (g *generator) inlines(depth int) []talk.Inline {
	var all []talk.Inline
	for range 1 + g.IntN(4) {
		kind := g.IntN(9)
		if depth == 0 {
			kind = 0
		}
		switch kind {
		case 1:
			all = append(all, &talk.CodeSpan{Text: g.pick()})
		case 2:
			all = append(all, &talk.Image{Destination: g.pick(), Alt: visible(g.pick()), Title: g.pick()})
		case 3:
			all = append(all, &talk.Anchor{Destination: g.pick(), Children: g.inlines(depth - 1)})
		case 4, 5, 6:
			all = append(all, &talk.Emphasis{Level: kind - 4, Children: g.inlines(depth - 1)})
		case 7:
			all = append(all, &talk.LineBreak{Hard: g.IntN(2) == 0})
		default:
			all = append(all, text(g.pick()))
		}
	}
	return all
}

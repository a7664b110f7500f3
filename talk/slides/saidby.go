package slides

import (
	"slices"
	"strings"

	"talkgiver/talk"
)

// SaidBy parts a quote into what is quoted and who has said it: the last line of it,
// where that begins with a dash and something stands before it. by is nil where no
// line says so.
func SaidBy(q *talk.Quote) (said []talk.Block, by *talk.Paragraph) {
	last := len(q.Blocks) - 1
	if last < 0 {
		return nil, nil
	}
	p, ok := q.Blocks[last].(*talk.Paragraph)
	if !ok {
		return q.Blocks, nil
	}
	if last > 0 && beginsWithDash(p.Inlines) {
		return q.Blocks[:last], p
	}
	for i, in := range slices.Backward(p.Inlines) {
		if _, ok := in.(*talk.LineBreak); !ok {
			continue
		}
		if i == 0 || !beginsWithDash(p.Inlines[i+1:]) {
			break
		}
		before, after := *p, *p
		before.Inlines, after.Inlines = p.Inlines[:i:i], p.Inlines[i+1:]
		return append(q.Blocks[:last:last], &before), &after
	}
	return q.Blocks, nil
}

// beginsWithDash reports whether a line begins as those do that say who has said
// what is quoted.
func beginsWithDash(line []talk.Inline) bool {
	if len(line) == 0 {
		return false
	}
	text, ok := line[0].(*talk.Text)
	return ok && slices.ContainsFunc([]string{"—", "–", "―", "-- "}, func(dash string) bool { return strings.HasPrefix(text.Text, dash) })
}

// withSources returns blocks with a paragraph of its own for whoever has said what
// they quote.
func withSources(blocks []talk.Block) []talk.Block {
	parted := slices.Clone(blocks)
	for i, block := range parted {
		q, ok := block.(*talk.Quote)
		if !ok {
			continue
		}
		if said, by := SaidBy(q); by != nil {
			quote := *q
			quote.Blocks = append(said[:len(said):len(said)], by)
			parted[i] = &quote
		}
	}
	return parted
}

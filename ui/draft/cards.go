package draft

import (
	"bytes"

	"fyne.io/fyne/v2"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
	"talkgiver/talk/score"
)

// match finds a card for each section: those at the beginning and at the end
// stay with their sections, and what is between comes or goes. It reports
// whether a card is new or gone, and the number of one that had the cursor and
// is gone, else 0.
func (p *Place) match(t *talk.Talk) (came bool, lost int) {
	n := len(t.Sections)
	if n == len(p.cards) {
		return false, 0
	}
	holds := func(c *card, s *talk.Section) bool {
		return bytes.Equal(c.shown.source, t.Source[s.Span.Start:s.Span.End])
	}
	front := 0
	for front < n && front < len(p.cards) && holds(p.cards[front], t.Sections[front]) {
		front++
	}
	back := 0
	for back < n-front && back < len(p.cards)-front && holds(p.cards[len(p.cards)-1-back], t.Sections[n-1-back]) {
		back++
	}
	cards := make([]*card, 0, n)
	cards = append(cards, p.cards[:front]...)
	middle := p.cards[front : len(p.cards)-back]
	for i := range n - front - back {
		if i < len(middle) {
			cards = append(cards, middle[i])
		} else {
			cards = append(cards, newCard(p))
		}
	}
	return true, p.setCards(append(cards, p.cards[len(p.cards)-back:]...))
}

// setCards puts the cards into the column. Those that are gone let go of the
// talk: the cursor may still be in one, and then its number is returned.
func (p *Place) setCards(cards []*card) (lost int) {
	stay := make(map[*card]bool, len(cards))
	for _, c := range cards {
		stay[c] = true
	}
	for _, c := range p.cards {
		if stay[c] {
			continue
		}
		for _, e := range c.fields() {
			e.onText, e.onFocus, e.onCursor = nil, nil, nil
		}
		if c.hasFocus() {
			p.cfg.Focus(nil)
			lost = c.number
		}
	}
	p.cards = cards
	objects := append([]fyne.CanvasObject{}, p.column.Objects[:2]...)
	for _, c := range cards {
		objects = append(objects, c.object)
	}
	setVisible(p.empty, len(cards) == 0)
	p.column.Objects = append(objects, p.empty, p.column.Objects[len(p.column.Objects)-1])
	return lost
}

// cardOf returns the card whose text has this origin, or nil.
func (p *Place) cardOf(origin string) *card {
	for _, c := range p.cards {
		if origin != "" && c.body.entry.id == origin {
			return c
		}
	}
	return nil
}

// relayout gives everything its place after a card came, went or grew.
func (p *Place) relayout() {
	p.column.Refresh()
	p.page.Content.Refresh()
	p.page.Refresh()
}

// grown makes room for a card that is higher or lower than it was.
func (p *Place) grown(changed bool) {
	if changed {
		p.relayout()
	}
}

// showMarks shows what the items of a card's section are.
func (c *card) showMarks(d *markdown.Document, s *talk.Section, items []score.Item) {
	lines := d.Talk().Lines
	base := lines.Line(s.Body.Start)
	marks := make([]mark, len(items))
	for i, it := range items {
		marks[i] = mark{
			first: max(0, lines.Line(it.Span.Start)-base),
			last:  max(0, lines.Line(max(it.Span.Start, it.Span.End-1))-base),
			kind:  it.Kind, from: it.From, out: it.Out,
		}
	}
	c.body.setMarks(marks)
}

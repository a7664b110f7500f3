package draft

import (
	"bytes"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
	"talkgiver/talk/score"
	"talkgiver/ui/widgets"
)

// match finds a card for each section: one that shows it already, else those at
// the same place, else a new one. It reports whether cards have come, gone or
// moved, and the number of one that had the cursor and
// is gone, else 0.
func (p *Place) match(t *talk.Talk) (came bool, lost int) {
	n := len(t.Sections)
	holds := func(c *card, s *talk.Section) bool { // the blank lines behind a section are those of its place
		return bytes.Equal(bytes.TrimRight(c.shown.source, "\r\n"), bytes.TrimRight(t.Source[s.Span.Start:s.Span.End], "\r\n"))
	}
	front := 0
	for front < n && front < len(p.cards) && holds(p.cards[front], t.Sections[front]) {
		front++
	}
	back := 0
	for back < n-front && back < len(p.cards)-front && holds(p.cards[len(p.cards)-1-back], t.Sections[n-1-back]) {
		back++
	}
	middle := slices.Clone(p.cards[front : len(p.cards)-back])
	if n == len(p.cards) && len(middle) < 2 {
		return false, 0
	}
	cards := make([]*card, n)
	copy(cards, p.cards[:front])
	copy(cards[n-back:], p.cards[len(p.cards)-back:])
	// A section that has moved keeps its card, and with it whether it is folded.
	for i := front; i < n-back; i++ {
		if j := slices.IndexFunc(middle, func(c *card) bool { return holds(c, t.Sections[i]) }); j >= 0 {
			cards[i] = middle[j]
			middle = slices.Delete(middle, j, j+1)
		}
	}
	for i := front; i < n-back; i++ {
		switch {
		case cards[i] != nil:
		case len(middle) > 0:
			cards[i], middle = middle[0], middle[1:]
		default:
			cards[i] = newCard(p)
		}
	}
	if slices.Equal(cards, p.cards) {
		return false, 0
	}
	return true, p.setCards(cards)
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

// relayout gives everything its place after a card grew, or was folded. A
// Refresh would do it too, and draw every card anew.
func (p *Place) relayout() {
	for _, c := range p.cards {
		if c.object.Visible() && !c.folded {
			c.body.fit() // a text that was out of sight may be wrapped anew only now
		}
	}
	p.column.Layout.Layout(p.column.Objects, p.column.Size())
	at := p.page.Offset
	p.page.Offset.Y-- // the page looks at what it holds when it is scrolled
	p.page.ScrollToOffset(at)
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
	c.showKinds(items)
}

// showKinds shows on one line what the items are, by their time.
func (c *card) showKinds(items []score.Item) {
	segments := make([]widgets.Segment, 0, len(items))
	for _, it := range items {
		s := widgets.Segment{Seconds: int(it.Time.Round(time.Second) / time.Second), Tone: kindTone(it.Kind)}
		if it.From != score.Tagged {
			s.Shade = widgets.ShadeSoft
		}
		segments = append(segments, s)
	}
	if !slices.Equal(c.kinds.Segments, segments) {
		c.kinds.Segments = segments
		c.kinds.Refresh()
	}
}

package draft

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// The signs of a card that is open, and of one that is folded.
const (
	unfoldedSign = "▾"
	foldedSign   = "▸"
)

// setFolded folds a card to one line, or unfolds it. It stays so while the talk
// is open.
func (c *card) setFolded(folded bool) {
	if c.folded == folded {
		return
	}
	c.folded = folded
	c.fold.Text = unfoldedSign
	if folded {
		c.fold.Text = foldedSign
		if c.hasFocus() && !c.title.hasFocus {
			c.place.cfg.Focus(c.title)
		}
	}
	c.fold.Refresh()
	c.showParts(c.place.section(c.number))
}

// foldCard folds or unfolds one card and gives all their places.
func (p *Place) foldCard(c *card, folded bool) {
	c.setFolded(folded)
	p.relayout()
}

// ToggleFold folds the current section to one line, or unfolds it.
func (p *Place) ToggleFold() {
	if n := p.Current(); n > 0 {
		c := p.cards[n-1]
		p.foldCard(c, !c.folded)
		p.focus(c, c.title)
	}
}

// FoldAll folds every section to one line, or unfolds them all.
func (p *Place) FoldAll(folded bool) {
	for _, c := range p.cards {
		c.setFolded(folded)
	}
	p.relayout()
	if n := p.Current(); n > 0 {
		p.revealCard(p.cards[n-1])
	}
}

// enter makes a card's section the current one.
func (p *Place) enter(c *card) {
	p.current = c.number
	if p.alone {
		p.showAlone()
	}
	p.outline.follow()
}

// Next goes to the section behind the current one (+1), or before it (-1).
func (p *Place) Next(by int) {
	if n := p.Current() + by; n >= 1 && n <= len(p.cards) {
		c := p.cards[n-1]
		field := c.body.entry
		if c.folded {
			field = c.title
		}
		p.focus(c, field)
	}
}

// Alone reports whether only the current section is shown.
func (p *Place) Alone() bool { return p.alone }

// ToggleAlone shows only the current section and nothing else, or all again.
func (p *Place) ToggleAlone() {
	if !p.alone && len(p.cards) == 0 {
		return
	}
	p.alone = !p.alone
	p.cfg.OnView()
	p.showAlone()
	p.relayout()
	if n := p.Current(); n > 0 {
		c := p.cards[n-1]
		if !c.hasFocus() {
			p.focus(c, c.body.entry)
		}
		p.revealCard(c)
	}
}

// showAlone shows the sections, and what stands around them, as they are to be
// seen: all of them, or the current one alone.
func (p *Place) showAlone() {
	changed := false
	set := func(o fyne.CanvasObject, visible bool) {
		changed = changed || o.Visible() != visible
		setVisible(o, visible)
	}
	alone := p.alone && len(p.cards) > 0
	for i, c := range p.cards {
		set(c.object, !alone || i == p.Current()-1)
	}
	for _, o := range []fyne.CanvasObject{p.deal.object, p.strip.object, p.add} {
		set(o, !alone)
	}
	set(p.calm.object, alone)
	if alone {
		p.calm.show(p.Current(), len(p.cards))
		p.cards[p.Current()-1].setFolded(false)
	}
	p.showSide()
	if changed {
		p.column.Refresh()
		p.page.Content.Refresh()
		p.content.Refresh()
		p.relayout()
	}
}

// calm is the line above a section that is shown alone: which one it is, and the
// ways to others.
type calm struct {
	object         fyne.CanvasObject
	text           *widgets.Text
	previous, next *widgets.Button
}

func newCalm(p *Place) *calm {
	c := &calm{text: &widgets.Text{ColorName: theme.ColorNameSoftInk, Flow: widgets.FlowLine}}
	c.previous = &widgets.Button{Text: lang.L("Previous")}
	c.next = &widgets.Button{Text: lang.L("Next")}
	all := &widgets.Button{Text: lang.L("All sections"), OnTapped: p.ToggleAlone}
	c.previous.OnTapped = func() { p.Next(-1) }
	c.next.OnTapped = func() { p.Next(+1) }
	c.object = container.New(&spread{}, c.text, container.New(&flow{gap: 8}, c.previous, c.next, all))
	c.object.Hide()
	return c
}

// show says which section of how many is shown.
func (c *calm) show(n, of int) {
	c.text.SetText(lang.L("Section {{.N}} of {{.Count}}", map[string]any{"N": n, "Count": of}))
}

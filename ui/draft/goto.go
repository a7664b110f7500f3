package draft

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
)

// FocusFirst puts the cursor where a writer would begin.
func (p *Place) FocusFirst() {
	if !p.document.Talk().Deal.Message.Given() && p.deal.unfolded() {
		p.cfg.Focus(p.deal.message)
		return
	}
	if len(p.cards) > 0 {
		p.focus(p.cards[0], p.cards[0].body.entry)
		p.page.ScrollToTop() // the message comes first, also before a card that is higher than the window
	}
}

// FocusCurrent puts the cursor into the section that had it last.
func (p *Place) FocusCurrent() {
	if n := p.Current(); n > 1 {
		p.GoTo(talk.Span{}, n)
		return
	}
	p.FocusFirst()
}

// GoTo puts the cursor at a place of the file. An empty span means a section as
// a whole, and section 0 the deal.
func (p *Place) GoTo(span talk.Span, section int) {
	t := p.document.Talk()
	switch {
	case span.Empty() && (section < 1 || section > len(t.Sections)), !span.Empty() && span.Start < t.Deal.Span.End:
		p.openDeal()
		p.deal.focus(span)
	case span.Empty():
		p.focus(p.cards[section-1], p.cards[section-1].body.entry)
	default:
		p.goToOffset(span.Start)
	}
}

// GoToChange puts the cursor behind what is new since an earlier document, so
// that one sees what was undone.
func (p *Place) GoToChange(before *markdown.Document) {
	old, now := before.Bytes(), p.document.Bytes()
	front, back := common(old, now)
	if front == len(old) && front == len(now) {
		return
	}
	end := max(front, len(now)-back)
	p.GoTo(talk.Span{Start: end, End: end + 1}, 0)
}

// common returns how many bytes two files share at their beginning, and how
// many more at their end.
func common(a, b []byte) (front, back int) {
	for front < len(a) && front < len(b) && a[front] == b[front] {
		front++
	}
	for back < len(a)-front && back < len(b)-front && a[len(a)-1-back] == b[len(b)-1-back] {
		back++
	}
	return front, back
}

// goToOffset puts the cursor at a byte of the file that lies in a section.
func (p *Place) goToOffset(offset int) {
	t := p.document.Talk()
	for i, s := range t.Sections {
		if offset >= s.Span.End && i+1 < len(t.Sections) {
			continue
		}
		c := p.cards[i]
		head := s.HeadSpan.End
		if n := len(s.Keys); n > 0 {
			head = s.Keys[n-1].Span.End
		}
		switch {
		case s.Level == 0 || offset > head:
			p.focus(c, c.body.entry)
			c.body.goTo(p.document.BodyPosition(s, offset))
		case s.Gives.Given() && offset >= s.Gives.Span.Start:
			p.focus(c, c.gives)
			c.gives.goTo(letters(t, s.Gives.Span, offset))
		default:
			p.focus(c, c.title)
			c.title.goTo(letters(t, s.TitleSpan, offset))
		}
		return
	}
}

// letters counts the letters of a span that stand before a byte of the file.
func letters(t *talk.Talk, span talk.Span, offset int) int {
	return utf8.RuneCount(t.Source[span.Start:min(max(offset, span.Start), span.End)])
}

// focus brings a card into view and the cursor into one of its fields.
func (p *Place) focus(c *card, field *entry) {
	p.open(c, field)
	p.revealCard(c)
	p.cfg.Focus(field)
}

// open unfolds a card for one of its fields, and makes it the one that is shown
// where only one is.
func (p *Place) open(c *card, field *entry) {
	if c.folded && (field == c.body.entry || field == c.gives) {
		p.foldCard(c, false)
	}
	if p.alone && !c.object.Visible() {
		p.current = c.number
		p.showAlone()
	}
}

// focusTitle puts the cursor into the title of a section, if there is one of
// this number.
func (p *Place) focusTitle(n int) {
	if n < 1 || n > len(p.cards) {
		return
	}
	p.current = n
	p.focus(p.cards[n-1], p.cards[n-1].title)
}

// revealCard scrolls as little as it takes to see a card, from its top where it
// is higher than the window.
func (p *Place) revealCard(c *card) {
	top, height := c.object.Position().Y, c.object.Size().Height
	p.reveal(top, top+min(height, p.page.Size().Height-2*edge))
}

// reveal scrolls as little as it takes to see what lies between two heights of
// the column.
func (p *Place) reveal(top, bottom float32) {
	top += p.column.Position().Y
	bottom += p.column.Position().Y
	view, offset := p.page.Size().Height, p.page.Offset.Y
	switch {
	case top < offset:
		offset = max(0, top-edge)
	case bottom > offset+view:
		offset = bottom - view + edge
	default:
		return
	}
	p.page.ScrollToOffset(fyne.NewPos(0, offset))
}

// openDeal unfolds the deal and shows it.
func (p *Place) openDeal() {
	p.deal.fold(false)
	p.relayout()
	p.page.ScrollToTop()
}

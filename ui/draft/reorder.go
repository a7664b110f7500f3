package draft

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// reorder is a card on its way to another place, by its grip.
type reorder struct {
	card  *card
	at    fyne.Position // of the pointer, in the window
	to    int           // the number that the section gets
	line  *widgets.Surface
	layer *fyne.Container // over the page
	roll  *fyne.Animation // scrolls on while the pointer rests at an edge
}

const (
	rollZone = 48  // of the page's height at both edges, where dragging scrolls
	rollMost = 900 // pixels a second at the very edge
	dropLine = 3

	columnGap = 12 // between cards
)

func newReorder(p *Place) *reorder {
	r := &reorder{line: &widgets.Surface{ColorName: theme.ColorNameClarity}}
	r.line.Hide()
	r.layer = container.NewWithoutLayout(r.line)
	last := float32(0)
	r.roll = fyne.NewAnimation(time.Second, func(done float32) {
		passed := done - last
		if last = done; passed < 0 { // the next round of the animation
			passed++
		}
		p.roll(passed)
	})
	r.roll.Curve, r.roll.RepeatCount = fyne.AnimationLinear, fyne.AnimationRepeatForever
	return r
}

// drag moves the line that says where a card would go.
func (p *Place) drag(c *card, at fyne.Position) {
	r := p.reorder
	if r.card == nil {
		if p.section(c.number).Level == 0 || p.alone {
			return
		}
		r.card = c
		c.object.Focused = true
		c.object.Refresh()
		r.roll.Start()
	}
	r.at = at
	p.aim()
}

// aim finds the gap between cards that the pointer is nearest to.
func (p *Place) aim() {
	r := p.reorder
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.column).Y
	y := r.at.Y - top
	gap := 0 // how many cards stand above the line
	for i, c := range p.cards {
		if y > c.object.Position().Y+c.object.Size().Height/2 || p.section(c.number).Level == 0 {
			gap = i + 1
		}
	}
	r.to = gap + 1
	if gap >= r.card.number {
		r.to = gap
	}
	edgeOf := p.cards[0].object.Position().Y - columnGap/2
	if gap > 0 {
		above := p.cards[gap-1].object
		edgeOf = above.Position().Y + above.Size().Height + columnGap/2
	}
	edgeOf += top - fyne.CurrentApp().Driver().AbsolutePositionForObject(r.layer).Y
	left := p.column.Position().X
	r.line.Resize(fyne.NewSize(p.column.Size().Width, dropLine))
	r.line.Move(fyne.NewPos(left, edgeOf-dropLine/2))
	setVisible(r.line, r.to != r.card.number && edgeOf >= 0 && edgeOf <= p.page.Size().Height)
	canvas.Refresh(r.line)
}

// roll scrolls the page for a part of a second while the pointer is at its edge:
// faster the nearer it is.
func (p *Place) roll(seconds float32) {
	r := p.reorder
	if r.card == nil {
		return
	}
	y := r.at.Y - fyne.CurrentApp().Driver().AbsolutePositionForObject(p.page).Y
	push := float32(0)
	switch height := p.page.Size().Height; {
	case y < rollZone:
		push = -(rollZone - y) / rollZone
	case y > height-rollZone:
		push = (y - height + rollZone) / rollZone
	default:
		return
	}
	most := max(0, p.page.Content.Size().Height-p.page.Size().Height)
	offset := min(max(0, p.page.Offset.Y+max(-1, min(push, 1))*rollMost*seconds), most)
	if offset != p.page.Offset.Y {
		p.page.ScrollToOffset(fyne.NewPos(0, offset))
		p.aim()
	}
}

// drop puts the card where the line is.
func (p *Place) drop() {
	r := p.reorder
	c := r.card
	if c == nil {
		return
	}
	p.letGo()
	if r.to != c.number {
		p.Flush()
		p.move(c.number, r.to)
	}
}

// letGo ends dragging, with the card where it was.
func (p *Place) letGo() {
	r := p.reorder
	r.roll.Stop()
	r.card.object.Focused = r.card.hasFocus()
	r.card.object.Refresh()
	r.card = nil
	r.line.Hide()
}

package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
)

// CardButton is a card that is chosen as a whole: a talk in the library, a flavour, a slide.
type CardButton struct {
	widget.BaseWidget
	touch

	Content fyne.CanvasObject
	// Selected lifts the card from its surface.
	Selected bool
	// Flat shows no card around the content unless it is selected.
	Flat bool
	// Inset is the room around the content; 0 is 12, below 0 is none.
	Inset float32

	OnTapped func()
}

var (
	_ fyne.Widget      = (*CardButton)(nil)
	_ fyne.Tappable    = (*CardButton)(nil)
	_ fyne.Focusable   = (*CardButton)(nil)
	_ fyne.Disableable = (*CardButton)(nil)
)

// Tapped implements fyne.Tappable.
func (c *CardButton) Tapped(*fyne.PointEvent) { tap(c.OnTapped) }

// TypedKey implements fyne.Focusable.
func (c *CardButton) TypedKey(e *fyne.KeyEvent) {
	if !tapKey(e, c.OnTapped) {
		PassKey(c, e)
	}
}

// TypedRune implements fyne.Focusable.
func (c *CardButton) TypedRune(r rune) { PassRune(c, r) }

// Disabled implements fyne.Disableable.
func (c *CardButton) Disabled() bool { return c.OnTapped == nil }

// MinSize implements fyne.CanvasObject.
func (c *CardButton) MinSize() fyne.Size {
	c.ExtendBaseWidget(c)
	return c.BaseWidget.MinSize()
}

// CreateRenderer implements fyne.Widget.
func (c *CardButton) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	c.wire(c.Refresh, func() bool { return !c.Disabled() })
	r := &cardButtonRenderer{button: c, face: newCardFace(), halo: newHalo()}
	r.Refresh()
	return r
}

type cardButtonRenderer struct {
	scene
	button *CardButton
	face   cardFace
	halo   halo
}

func (r *cardButtonRenderer) inset() float32 {
	switch {
	case r.button.Inset < 0:
		return 0
	case r.button.Inset > 0:
		return r.button.Inset
	default:
		return lookOf(r.button).size(theme.SizeNameSpace3)
	}
}

func (r *cardButtonRenderer) MinSize() fyne.Size {
	size := fyne.NewSquareSize(2 * r.inset())
	if r.button.Content != nil {
		size = size.Add(r.button.Content.MinSize())
	}
	return size
}

func (r *cardButtonRenderer) Layout(size fyne.Size) {
	l := lookOf(r.button)
	r.face.layout(l, size)
	r.halo.layout(size, l.size(theme.SizeNameRadius))
	if r.button.Content != nil {
		inset := r.inset()
		place(r.button.Content, inset, inset, size.Width-2*inset, size.Height-2*inset)
	}
}

func (r *cardButtonRenderer) Refresh() {
	b, l := r.button, lookOf(r.button)
	r.objects = append(r.objects[:0], r.face.paper, r.halo.veil)
	if b.Content != nil {
		r.objects = append(r.objects, b.Content)
	}
	r.objects = append(r.objects, r.face.ring, r.halo.ring)
	r.face.refresh(l, theme.Neutral, b.Selected && !b.Flat)
	r.halo.refresh(l, &b.touch)
	show(r.face.paper, !b.Flat || b.Selected)
	r.Layout(b.Size())
	canvas.Refresh(b)
}

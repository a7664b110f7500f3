package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
)

// Card holds something together. It takes no input of its own; CardButton does.
type Card struct {
	widget.BaseWidget

	Content fyne.CanvasObject
	// Accent colours the left edge; Neutral leaves it plain.
	Accent theme.Tone
	// Focused draws the ring of what is being worked on.
	Focused bool
	// Inset is the room around the content; 0 is 12, below 0 is none.
	Inset float32
}

var _ fyne.Widget = (*Card)(nil)

// MinSize implements fyne.CanvasObject.
func (c *Card) MinSize() fyne.Size {
	c.ExtendBaseWidget(c)
	return c.BaseWidget.MinSize()
}

// CreateRenderer implements fyne.Widget.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	r := &cardRenderer{card: c, face: newCardFace()}
	r.Refresh()
	return r
}

// cardFace is the paper of a card: the coloured edge shows where the paper is pushed aside.
type cardFace struct {
	edge, paper, ring *canvas.Rectangle
}

func newCardFace() cardFace {
	return cardFace{edge: &canvas.Rectangle{}, paper: &canvas.Rectangle{}, ring: &canvas.Rectangle{}}
}

func (f cardFace) layout(l look, size fyne.Size) {
	radius := l.size(theme.SizeNameRadius)
	left := float32(0)
	if f.edge.Visible() {
		left = l.size(theme.SizeNameEdge)
		roundEnds(f.edge, radius, 0)
		place(f.edge, 0, 0, min(size.Width, left+radius), size.Height) // no further: it would shine through the paper's border
	}
	f.paper.CornerRadius, f.ring.CornerRadius = radius, radius
	place(f.paper, left, 0, size.Width-left, size.Height)
	place(f.ring, 0, 0, size.Width, size.Height)
}

func (f cardFace) refresh(l look, accent theme.Tone, focused bool) {
	f.edge.FillColor = l.color(accent.Fill())
	f.paper.FillColor = l.color(theme.ColorNameCard)
	f.paper.StrokeColor, f.paper.StrokeWidth = l.color(theme.ColorNameLine), 1
	f.ring.StrokeColor, f.ring.StrokeWidth = l.color(fynetheme.ColorNamePrimary), 2
	show(f.edge, accent != theme.Neutral)
	show(f.ring, focused)
}

type cardRenderer struct {
	scene
	card *Card
	face cardFace
}

func (r *cardRenderer) inset() float32 {
	switch {
	case r.card.Inset < 0:
		return 0
	case r.card.Inset > 0:
		return r.card.Inset
	default:
		return lookOf(r.card).size(theme.SizeNameSpace3)
	}
}

// left is how far the coloured edge pushes the content.
func (r *cardRenderer) left() float32 {
	if r.card.Accent == theme.Neutral {
		return 0
	}
	return lookOf(r.card).size(theme.SizeNameEdge)
}

func (r *cardRenderer) MinSize() fyne.Size {
	size := fyne.NewSquareSize(2*r.inset()).AddWidthHeight(r.left(), 0)
	if r.card.Content != nil {
		size = size.Add(r.card.Content.MinSize())
	}
	return size
}

func (r *cardRenderer) Layout(size fyne.Size) {
	r.face.layout(lookOf(r.card), size)
	if r.card.Content != nil {
		inset, left := r.inset(), r.left()
		place(r.card.Content, left+inset, inset, size.Width-2*inset-left, size.Height-2*inset)
	}
}

func (r *cardRenderer) Refresh() {
	r.objects = append(r.objects[:0], r.face.edge, r.face.paper)
	if r.card.Content != nil {
		r.objects = append(r.objects, r.card.Content)
	}
	r.objects = append(r.objects, r.face.ring)
	r.face.refresh(lookOf(r.card), r.card.Accent, r.card.Focused)
	r.Layout(r.card.Size())
	canvas.Refresh(r.card)
}

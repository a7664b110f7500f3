package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
)

// Drift is where a speaker is against the plan.
type Drift int

const (
	OnTime Drift = iota
	Behind
	Ahead
	// What is more urgent than a drift stands in its place.
	Halted  // nobody speaks, and the clock waits
	Asked   // somebody asks
	Warning // the time is nearly over, or is
)

// DriftSign says it with a shape and in words: a triangle that points up when time runs away, down when there is some to spare, and a dot
// when all is well; two bars in a pause, a speech bubble for a question, and a diamond for a warning. Words that are wider than their place
// are drawn smaller.
type DriftSign struct {
	widget.BaseWidget

	Drift Drift
	Text  string // as in "0:48 behind"
	// Tone is how much it matters.
	Tone theme.Tone
	// SizeName is the size of the words; empty is the theme's figure.
	SizeName fyne.ThemeSizeName
}

var _ fyne.Widget = (*DriftSign)(nil)

// MinSize implements fyne.CanvasObject.
func (d *DriftSign) MinSize() fyne.Size {
	d.ExtendBaseWidget(d)
	return d.BaseWidget.MinSize()
}

// CreateRenderer implements fyne.Widget.
func (d *DriftSign) CreateRenderer() fyne.WidgetRenderer {
	d.ExtendBaseWidget(d)
	r := &driftRenderer{
		sign: d, dot: &canvas.Circle{}, text: &canvas.Text{TextStyle: fyne.TextStyle{Bold: true}},
		up:      triangle(fyne.NewPos(0.5, 0), fyne.NewPos(1, 1), fyne.NewPos(0, 1)),
		down:    triangle(fyne.NewPos(0, 0), fyne.NewPos(1, 0), fyne.NewPos(0.5, 1)),
		diamond: triangle(fyne.NewPos(0.5, 0), fyne.NewPos(1, 0.5), fyne.NewPos(0.5, 1), fyne.NewPos(0, 0.5)),
		bars:    [2]*canvas.Rectangle{{}, {}}, bubble: &canvas.Rectangle{},
		tail: triangle(fyne.NewPos(0, 0), fyne.NewPos(1, 0), fyne.NewPos(0, 1)),
	}
	r.objects = []fyne.CanvasObject{r.dot, r.up, r.down, r.diamond, r.bars[0], r.bars[1], r.bubble, r.tail, r.text}
	r.Refresh()
	return r
}

func triangle(corners ...fyne.Position) *canvas.ArbitraryPolygon {
	return &canvas.ArbitraryPolygon{Points: corners, NormalizedPoints: true}
}

type driftRenderer struct {
	scene
	sign     *DriftSign
	dot      *canvas.Circle
	up, down *canvas.ArbitraryPolygon
	diamond  *canvas.ArbitraryPolygon
	bars     [2]*canvas.Rectangle
	bubble   *canvas.Rectangle
	tail     *canvas.ArbitraryPolygon // of the bubble
	text     *canvas.Text
	whole    float32 // the size of the words where there is room
}

// side is the width of the shape.
func (r *driftRenderer) side() float32 { return r.text.TextSize * 0.8 }

// gap is between the shape and the words.
func (r *driftRenderer) gap() float32 { return r.text.TextSize * 0.3 }

func (r *driftRenderer) MinSize() fyne.Size {
	r.text.TextSize = r.whole
	return r.needs()
}

// needs is the room for the words at the size that they have.
func (r *driftRenderer) needs() fyne.Size {
	text := r.text.MinSize()
	return fyne.NewSize(r.side()+r.gap()+text.Width, text.Height)
}

// Layout puts the sign in the middle of its place.
func (r *driftRenderer) Layout(size fyne.Size) {
	least := r.MinSize()
	if least.Width > size.Width && size.Width > 0 {
		r.text.TextSize = r.whole * size.Width / least.Width
		least = r.needs()
	}
	left, top, side := (size.Width-least.Width)/2, (size.Height-least.Height)/2, r.side()
	middle := top + least.Height/2
	tall := side * 0.85
	place(r.up, left, middle-tall/2, side, tall)
	place(r.down, left, middle-tall/2, side, tall)
	small := side * 0.7
	place(r.dot, left+(side-small)/2, middle-small/2, small, small)
	place(r.diamond, left, middle-side/2, side, side)
	bar := side * 0.3
	place(r.bars[0], left+side*0.1, middle-tall/2, bar, tall)
	place(r.bars[1], left+side*0.9-bar, middle-tall/2, bar, tall)
	place(r.bubble, left, middle-tall/2, side, tall*0.72)
	r.bubble.CornerRadius = side * 0.2
	place(r.tail, left+side*0.2, middle+tall*0.2, side*0.35, tall*0.32)
	placeText(r.text, left+side+r.gap(), top)
}

func (r *driftRenderer) Refresh() {
	d, l := r.sign, lookOf(r.sign)
	sizeName := d.SizeName
	if sizeName == "" {
		sizeName = theme.SizeNameFigure
	}
	ink := l.color(d.Tone.Ink())
	r.whole = l.size(sizeName)
	r.text.Text, r.text.TextSize, r.text.Color = d.Text, r.whole, ink
	r.up.FillColor, r.down.FillColor, r.dot.FillColor, r.diamond.FillColor = ink, ink, ink, ink
	r.bars[0].FillColor, r.bars[1].FillColor, r.bubble.FillColor, r.tail.FillColor = ink, ink, ink, ink
	show(r.up, d.Drift == Behind)
	show(r.down, d.Drift == Ahead)
	show(r.dot, d.Drift == OnTime)
	show(r.diamond, d.Drift == Warning)
	show(r.bars[0], d.Drift == Halted)
	show(r.bars[1], d.Drift == Halted)
	show(r.bubble, d.Drift == Asked)
	show(r.tail, d.Drift == Asked)
	r.Layout(d.Size())
	canvas.Refresh(d)
}

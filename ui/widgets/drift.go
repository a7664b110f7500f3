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
)

// DriftSign says it with a shape and in words: a triangle that points up when time runs away, down when there is some to spare, and a dot
// when all is well.
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
		up:   triangle(fyne.NewPos(0.5, 0), fyne.NewPos(1, 1), fyne.NewPos(0, 1)),
		down: triangle(fyne.NewPos(0, 0), fyne.NewPos(1, 0), fyne.NewPos(0.5, 1)),
	}
	r.objects = []fyne.CanvasObject{r.dot, r.up, r.down, r.text}
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
	text     *canvas.Text
}

// side is the width of the shape.
func (r *driftRenderer) side() float32 { return r.text.TextSize * 0.8 }

// gap is between the shape and the words.
func (r *driftRenderer) gap() float32 { return r.text.TextSize * 0.3 }

func (r *driftRenderer) MinSize() fyne.Size {
	text := r.text.MinSize()
	return fyne.NewSize(r.side()+r.gap()+text.Width, text.Height)
}

// Layout puts the sign in the middle of its place.
func (r *driftRenderer) Layout(size fyne.Size) {
	least := r.MinSize()
	left, top, side := (size.Width-least.Width)/2, (size.Height-least.Height)/2, r.side()
	middle := top + least.Height/2
	tall := side * 0.85
	place(r.up, left, middle-tall/2, side, tall)
	place(r.down, left, middle-tall/2, side, tall)
	small := side * 0.7
	place(r.dot, left+(side-small)/2, middle-small/2, small, small)
	placeText(r.text, left+side+r.gap(), top)
}

func (r *driftRenderer) Refresh() {
	d, l := r.sign, lookOf(r.sign)
	sizeName := d.SizeName
	if sizeName == "" {
		sizeName = theme.SizeNameFigure
	}
	ink := l.color(d.Tone.Ink())
	r.text.Text, r.text.TextSize, r.text.Color = d.Text, l.size(sizeName), ink
	r.up.FillColor, r.down.FillColor, r.dot.FillColor = ink, ink, ink
	show(r.up, d.Drift == Behind)
	show(r.down, d.Drift == Ahead)
	show(r.dot, d.Drift == OnTime)
	r.Layout(d.Size())
	canvas.Refresh(d)
}

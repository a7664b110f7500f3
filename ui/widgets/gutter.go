package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
)

// GutterSegment is a piece of a GutterStrip beside one item of a text.
type GutterSegment struct {
	Top, Height float32 // where the item stands, from the top of the strip
	Tone        theme.Tone
	Shade       Shade
}

// GutterStrip is the coloured edge at the left of a text: what each item of it is; the words stand beside the item.
// What is only detected is paler.
type GutterStrip struct {
	widget.BaseWidget

	Segments []GutterSegment
	Width    float32 // 0 is 5
}

var _ fyne.Widget = (*GutterStrip)(nil)

const gutterWidth = 5

// MinSize implements fyne.CanvasObject.
func (g *GutterStrip) MinSize() fyne.Size {
	g.ExtendBaseWidget(g)
	return g.BaseWidget.MinSize()
}

// CreateRenderer implements fyne.Widget.
func (g *GutterStrip) CreateRenderer() fyne.WidgetRenderer {
	g.ExtendBaseWidget(g)
	r := &gutterRenderer{strip: g}
	r.Refresh()
	return r
}

type gutterRenderer struct {
	scene
	strip *GutterStrip
}

func (r *gutterRenderer) width() float32 {
	if r.strip.Width > 0 {
		return r.strip.Width
	}
	return gutterWidth
}

func (r *gutterRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.width(), 0)
}

func (r *gutterRenderer) Layout(fyne.Size) {
	for i, s := range r.strip.Segments {
		place(r.objects[i], 0, s.Top, r.width(), s.Height)
	}
}

func (r *gutterRenderer) Refresh() {
	l := lookOf(r.strip)
	n := len(r.strip.Segments)
	for len(r.objects) < n {
		r.objects = append(r.objects, &canvas.Rectangle{})
	}
	r.objects = r.objects[:n]
	for i, s := range r.strip.Segments {
		r.objects[i].(*canvas.Rectangle).FillColor = l.color(s.Shade.colorName(s.Tone))
	}
	r.Layout(r.strip.Size())
	canvas.Refresh(r.strip)
}

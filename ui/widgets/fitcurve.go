package widgets

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
)

// FitCurve draws how likely each length is as a hill, with a line where the time
// is over: what of the hill is beyond it is in the colour of what takes. The two
// sides differ by the line and by their edge, too.
type FitCurve struct {
	widget.BaseWidget

	// Heights are those of the hill from left to right, at even distances, in any
	// unit.
	Heights []float32
	// Limit is the place of the line from left to right, from 0 to 1, or beyond
	// where it is not to be seen: below 0 all of the hill is beyond it. HasLimit
	// draws it.
	Limit    float32
	HasLimit bool
	// LimitText stands at the line, and MiddleText below the middle of the hill,
	// which is at Middle. The middle gives way to the line.
	LimitText, MiddleText string
	Middle                float32
}

var _ fyne.Widget = (*FitCurve)(nil)

const (
	fitHeight = 118 // of the hill and its words
	fitFooter = 20
	fitTop    = 10
	fitStroke = 2.5
)

// MinSize implements fyne.CanvasObject.
func (f *FitCurve) MinSize() fyne.Size {
	f.ExtendBaseWidget(f)
	return f.BaseWidget.MinSize()
}

// CreateRenderer implements fyne.Widget.
func (f *FitCurve) CreateRenderer() fyne.WidgetRenderer {
	f.ExtendBaseWidget(f)
	r := &fitRenderer{fit: f}
	r.Refresh()
	return r
}

type fitRenderer struct {
	scene
	fit *FitCurve
}

// MinSize implements fyne.WidgetRenderer.
func (r *fitRenderer) MinSize() fyne.Size { return fyne.NewSize(200, fitHeight) }

// Refresh implements fyne.WidgetRenderer.
func (r *fitRenderer) Refresh() {
	r.Layout(r.fit.Size())
	canvas.Refresh(r.fit)
}

// Layout draws everything anew.
func (r *fitRenderer) Layout(size fyne.Size) {
	f, l := r.fit, lookOf(r.fit)
	r.objects = nil
	highest := float32(0)
	for _, h := range f.Heights {
		highest = max(highest, h)
	}
	ground := size.Height - fitFooter
	if len(f.Heights) < 2 || highest <= 0 || size.Width < 10 || ground < 20 {
		return
	}
	// Whole units, so that no seam is to be seen between two slices.
	x := func(at float32) float32 { return float32(math.Round(float64(clamp(at, 0, 1) * size.Width))) }
	points := make([]fyne.Position, 0, len(f.Heights)+1)
	limit := float32(2)
	if f.HasLimit {
		limit = f.Limit
	}
	for i, h := range f.Heights {
		at := float32(i) / float32(len(f.Heights)-1)
		if i > 0 { // the line cuts the hill at its very place
			before := float32(i-1) / float32(len(f.Heights)-1)
			if before < limit && limit < at {
				share := (limit - before) / (at - before)
				cut := f.Heights[i-1] + share*(h-f.Heights[i-1])
				points = append(points, fyne.NewPos(x(limit), ground-cut/highest*(ground-fitTop)))
			}
		}
		points = append(points, fyne.NewPos(x(at), ground-h/highest*(ground-fitTop)))
	}
	cut := x(limit)
	if limit > 1 {
		cut = size.Width + 1
	}
	r.hill(l, points, cut, ground)
	base := &canvas.Rectangle{FillColor: l.color(theme.ColorNameLine)}
	place(base, 0, ground, size.Width, 1)
	r.objects = append(r.objects, base)
	r.words(l, x, size, ground)
}

// hill fills the parts before and beyond the line, and draws their edge.
func (r *fitRenderer) hill(l look, points []fyne.Position, cut, ground float32) {
	within, beyond := l.color(theme.ColorNameGiveTint), l.color(theme.ColorNameTakeTint)
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		fill := within
		if a.X >= cut {
			fill = beyond
		}
		r.objects = append(r.objects, slice(a, b, ground, fill))
	}
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		edge := l.color(theme.ColorNameGive)
		if a.X >= cut {
			edge = l.color(theme.ColorNameTakeSoft)
		}
		line := canvas.NewLine(edge)
		line.StrokeWidth = fitStroke
		line.Position1, line.Position2 = a, b
		r.objects = append(r.objects, line)
	}
}

// slice is what lies below a stretch of a line.
func slice(a, b fyne.Position, ground float32, fill color.Color) fyne.CanvasObject {
	top := min(a.Y, b.Y)
	width, height := b.X-a.X, max(1, ground-top)
	shape := canvas.NewArbitraryPolygon([]fyne.Position{
		fyne.NewPos(0, a.Y-top), fyne.NewPos(width, b.Y-top), fyne.NewPos(width, height), fyne.NewPos(0, height),
	}, fill)
	place(shape, a.X, top, width, height)
	return shape
}

// words draws the line and what stands below the hill.
func (r *fitRenderer) words(l look, x func(float32) float32, size fyne.Size, ground float32) {
	f := r.fit
	caption := func(text string, at float32, name fyne.ThemeColorName) (left, right float32) {
		t := &canvas.Text{Text: text, Color: l.color(name), TextSize: l.size(theme.SizeNameCaption)}
		least := t.MinSize()
		left = clamp(x(at)-least.Width/2, 0, max(0, size.Width-least.Width))
		placeText(t, left, ground+4)
		r.objects = append(r.objects, t)
		return left, left + least.Width
	}
	left, right := float32(-1), float32(-1)
	if f.HasLimit {
		left, right = caption(f.LimitText, f.Limit, theme.ColorNameTakeInk)
		if f.Limit >= 0 && f.Limit <= 1 {
			line := &canvas.Rectangle{FillColor: l.color(theme.ColorNameTake)}
			place(line, clamp(x(f.Limit)-1, 0, size.Width-2), 0, 2, ground+4)
			r.objects = append(r.objects, line)
		}
	}
	if f.MiddleText == "" {
		return
	}
	n := len(r.objects)
	if from, to := caption(f.MiddleText, f.Middle, theme.ColorNameSoftInk); from < right+6 && left < to+6 {
		r.objects = r.objects[:n]
	}
}

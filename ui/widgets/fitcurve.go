package widgets

import (
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

// height is that of the hill at a place from 0 to 1.
func (f *FitCurve) height(at float32) float32 {
	place := clamp(at, 0, 1) * float32(len(f.Heights)-1)
	i := min(int(place), len(f.Heights)-2)
	return f.Heights[i] + (place-float32(i))*(f.Heights[i+1]-f.Heights[i])
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
	x := func(at float32) float32 { return clamp(at, 0, 1) * size.Width }
	limit := float32(2)
	if f.HasLimit {
		limit = f.Limit
	}
	y := func(at float32) float32 { return ground - f.height(at)/highest*(ground-fitTop) }
	within, beyond := l.color(theme.ColorNameGiveTint), l.color(theme.ColorNameTakeTint)
	area := newArea(func(at float32) strip {
		fill := within
		if at > limit {
			fill = beyond
		}
		return strip{y(at) / ground, 1, fill}
	})
	place(area, 0, 0, size.Width, ground)
	r.objects = append(r.objects, area)
	r.edge(l, limit, x, y)
	base := &canvas.Rectangle{FillColor: l.color(theme.ColorNameLine)}
	place(base, 0, ground, size.Width, 1)
	r.objects = append(r.objects, base)
	r.words(l, x, size, ground)
}

// edge draws the hill's line, in another colour beyond the limit.
func (r *fitRenderer) edge(l look, limit float32, x, y func(float32) float32) {
	line := func(from, to float32) {
		color := theme.ColorNameGive
		if from >= limit {
			color = theme.ColorNameTakeSoft
		}
		edge := canvas.NewLine(l.color(color))
		edge.StrokeWidth = fitStroke
		edge.Position1, edge.Position2 = fyne.NewPos(x(from), y(from)), fyne.NewPos(x(to), y(to))
		r.objects = append(r.objects, edge)
	}
	last := float32(len(r.fit.Heights) - 1)
	for i := 1; i < len(r.fit.Heights); i++ {
		from, to := float32(i-1)/last, float32(i)/last
		if from < limit && limit < to { // the limit cuts it at its very place
			line(from, limit)
			from = limit
		}
		line(from, to)
	}
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

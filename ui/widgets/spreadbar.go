package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
)

// SpreadBar draws how long something took from one time to another: a bar from the shortest to the longest, a dot for the last, and a line
// for the plan. All are seconds, on a scale that ends at Most.
type SpreadBar struct {
	widget.BaseWidget

	Shortest, Longest, Last, Planned, Most int
	Tone                                   theme.Tone
}

var _ fyne.Widget = (*SpreadBar)(nil)

const (
	spreadWidth  = 120
	spreadHeight = 16
	spreadThick  = 8
	spreadDot    = 8
	spreadLine   = 2
)

// MinSize implements fyne.CanvasObject.
func (b *SpreadBar) MinSize() fyne.Size {
	b.ExtendBaseWidget(b)
	return b.BaseWidget.MinSize()
}

// CreateRenderer implements fyne.Widget.
func (b *SpreadBar) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	r := &spreadRenderer{
		bar: b, track: &canvas.Rectangle{}, spread: &canvas.Rectangle{CornerRadius: spreadThick / 2},
		last: &canvas.Circle{}, plan: &canvas.Rectangle{},
	}
	r.objects = []fyne.CanvasObject{r.track, r.spread, r.plan, r.last}
	r.Refresh()
	return r
}

type spreadRenderer struct {
	scene
	bar                 *SpreadBar
	track, spread, plan *canvas.Rectangle
	last                *canvas.Circle
}

// MinSize implements fyne.WidgetRenderer.
func (r *spreadRenderer) MinSize() fyne.Size { return fyne.NewSize(spreadWidth, spreadHeight) }

// Layout implements fyne.WidgetRenderer.
func (r *spreadRenderer) Layout(size fyne.Size) {
	b := r.bar
	if size.Width < 2*spreadDot { // no room for a picture
		for _, o := range r.objects {
			place(o, 0, 0, 0, 0)
		}
		return
	}
	x := func(seconds int) float32 {
		return spreadDot/2 + (size.Width-spreadDot)*float32(clamp(seconds, 0, b.Most))/float32(max(1, b.Most))
	}
	middle := size.Height / 2
	place(r.track, 0, middle-0.5, size.Width, 1)
	left, right := x(b.Shortest)-spreadThick/2, x(b.Longest)+spreadThick/2
	place(r.spread, left, middle-spreadThick/2, right-left, spreadThick)
	place(r.plan, x(b.Planned)-spreadLine/2, middle-spreadHeight/2, spreadLine, spreadHeight)
	place(r.last, x(b.Last)-spreadDot/2, middle-spreadDot/2, spreadDot, spreadDot)
}

// Refresh implements fyne.WidgetRenderer.
func (r *spreadRenderer) Refresh() {
	b, l := r.bar, lookOf(r.bar)
	r.track.FillColor = l.color(theme.ColorNameLine)
	r.spread.FillColor, r.last.FillColor = l.color(b.Tone.Soft()), l.color(b.Tone.Fill())
	r.plan.FillColor = l.color(theme.ColorNameInk)
	show(r.spread, b.Longest > 0)
	show(r.last, b.Last > 0)
	show(r.plan, b.Planned > 0)
	r.Layout(b.Size())
	canvas.Refresh(b)
}

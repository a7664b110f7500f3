package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
)

// Rating is an answer from Least to Most as a row of dots; no answer is below
// Least. Keys: the arrows, a figure, and Backspace to take the answer back. A tap
// on the answer that stands takes it back too.
type Rating struct {
	widget.BaseWidget

	Least, Most int
	Value       int
	// OnChanged is called with another answer, Least-1 for none; Value has it by
	// then. Without it the rating only shows.
	OnChanged func(value int)

	focused bool
	hovered int // the answer under the pointer; below Least is none
}

var (
	_ fyne.Widget       = (*Rating)(nil)
	_ fyne.Tappable     = (*Rating)(nil)
	_ fyne.Focusable    = (*Rating)(nil)
	_ desktop.Hoverable = (*Rating)(nil)
)

const (
	ratingDot  = 14
	ratingStep = 22
)

// choose changes the answer as the reader would.
func (r *Rating) choose(value int) {
	value = clamp(value, r.Least-1, r.Most)
	if r.OnChanged == nil || value == r.Value {
		return
	}
	r.Value = value
	r.Refresh()
	r.OnChanged(value)
}

// at is the answer at a place.
func (r *Rating) at(pos fyne.Position) int {
	return clamp(r.Least+int(pos.X/ratingStep), r.Least, r.Most)
}

// Tapped implements fyne.Tappable.
func (r *Rating) Tapped(e *fyne.PointEvent) {
	value := r.at(e.Position)
	if value == r.Value {
		value = r.Least - 1
	}
	r.choose(value)
}

// TypedKey implements fyne.Focusable.
func (r *Rating) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		r.choose(r.Value - 1)
	case fyne.KeyRight:
		r.choose(max(r.Value, r.Least-1) + 1)
	case fyne.KeyBackspace, fyne.KeyDelete:
		r.choose(r.Least - 1)
	default:
		PassKey(r, e)
	}
}

// TypedRune implements fyne.Focusable.
func (r *Rating) TypedRune(typed rune) {
	if n, err := strconv.Atoi(string(typed)); err == nil && n >= r.Least && n <= r.Most {
		r.choose(n)
	}
}

// FocusGained implements fyne.Focusable.
func (r *Rating) FocusGained() { r.focused = true; r.Refresh() }

// FocusLost implements fyne.Focusable.
func (r *Rating) FocusLost() { r.focused = false; r.Refresh() }

// MouseIn implements desktop.Hoverable.
func (r *Rating) MouseIn(e *desktop.MouseEvent) { r.hover(r.at(e.Position)) }

// MouseMoved implements desktop.Hoverable.
func (r *Rating) MouseMoved(e *desktop.MouseEvent) { r.hover(r.at(e.Position)) }

// MouseOut implements desktop.Hoverable.
func (r *Rating) MouseOut() { r.hover(r.Least - 1) }

func (r *Rating) hover(value int) {
	if r.OnChanged != nil && r.hovered != value {
		r.hovered = value
		r.Refresh()
	}
}

// MinSize implements fyne.CanvasObject.
func (r *Rating) MinSize() fyne.Size {
	r.ExtendBaseWidget(r)
	return r.BaseWidget.MinSize()
}

// CreateRenderer implements fyne.Widget.
func (r *Rating) CreateRenderer() fyne.WidgetRenderer {
	r.ExtendBaseWidget(r)
	r.hovered = r.Least - 1
	rr := &ratingRenderer{rating: r, ring: &canvas.Rectangle{StrokeWidth: 2, CornerRadius: ratingStep / 2}}
	rr.Refresh()
	return rr
}

type ratingRenderer struct {
	scene
	rating *Rating
	dots   []*canvas.Circle
	ring   *canvas.Rectangle
}

// MinSize implements fyne.WidgetRenderer.
func (r *ratingRenderer) MinSize() fyne.Size {
	return fyne.NewSize(float32(len(r.dots))*ratingStep, ratingStep)
}

// Layout implements fyne.WidgetRenderer.
func (r *ratingRenderer) Layout(size fyne.Size) {
	top := (size.Height - ratingStep) / 2
	const inset = float32(ratingStep-ratingDot) / 2
	for i, dot := range r.dots {
		place(dot, float32(i)*ratingStep+inset, top+inset, ratingDot, ratingDot)
	}
	place(r.ring, 0, top, float32(len(r.dots))*ratingStep, ratingStep)
}

// Refresh implements fyne.WidgetRenderer.
func (r *ratingRenderer) Refresh() {
	l, w := lookOf(r.rating), r.rating
	n := max(0, w.Most-w.Least+1)
	for len(r.dots) < n {
		r.dots = append(r.dots, &canvas.Circle{StrokeWidth: 1.5})
	}
	r.dots = r.dots[:n]
	r.objects = r.objects[:0]
	for i, dot := range r.dots {
		value := w.Least + i
		dot.FillColor, dot.StrokeColor = l.color(theme.ColorNameCard), l.color(theme.ColorNameBridge)
		switch {
		case value <= w.Value && w.Value >= w.Least:
			dot.FillColor, dot.StrokeColor = l.color(theme.ColorNameGive), l.color(theme.ColorNameGive)
		case value <= w.hovered && w.hovered >= w.Least:
			dot.FillColor = l.color(theme.ColorNameGiveTint)
		}
		r.objects = append(r.objects, dot)
	}
	r.ring.StrokeColor = l.color(theme.ColorNameClarity)
	show(r.ring, w.focused)
	r.objects = append(r.objects, r.ring)
	r.Layout(w.Size())
	canvas.Refresh(w)
}

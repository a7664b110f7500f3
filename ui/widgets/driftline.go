package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
)

// DriftPoint is how far a talk was off its plan at a time.
type DriftPoint struct {
	At  float32 // along the talk, from 0 to 1
	Off float32 // behind the plan, in any unit; negative is ahead
}

// DriftMark is a moment on a DriftLine.
type DriftMark struct {
	At   float32
	Text string
	Tone theme.Tone
}

// DriftLine draws how a talk went against its plan from its start to its end:
// above the middle it is behind, below it is ahead.
type DriftLine struct {
	widget.BaseWidget

	Points []DriftPoint // from left to right
	// Least is how far up and down the picture goes at least: a breath off the
	// plan is no mountain.
	Least float32
	// Marks stand on the line.
	Marks []DriftMark
	// Above and Below say what up and down mean, Top and Bottom how far the
	// picture goes.
	Above, Below string
	Top, Bottom  string
}

var _ fyne.Widget = (*DriftLine)(nil)

const (
	driftHeight = 150
	driftSide   = 6
	driftDot    = 10
)

// Reach is how far up and down the picture goes, in the unit of its points.
func (d *DriftLine) Reach() float32 {
	reach := d.Least
	for _, p := range d.Points {
		reach = max(reach, p.Off, -p.Off)
	}
	return reach
}

// MinSize implements fyne.CanvasObject.
func (d *DriftLine) MinSize() fyne.Size {
	d.ExtendBaseWidget(d)
	return d.BaseWidget.MinSize()
}

// CreateRenderer implements fyne.Widget.
func (d *DriftLine) CreateRenderer() fyne.WidgetRenderer {
	d.ExtendBaseWidget(d)
	r := &driftLineRenderer{drift: d}
	r.Refresh()
	return r
}

type driftLineRenderer struct {
	scene
	drift *DriftLine
}

// MinSize implements fyne.WidgetRenderer.
func (r *driftLineRenderer) MinSize() fyne.Size { return fyne.NewSize(240, driftHeight) }

// Refresh implements fyne.WidgetRenderer.
func (r *driftLineRenderer) Refresh() {
	r.Layout(r.drift.Size())
	canvas.Refresh(r.drift)
}

// Layout draws everything anew.
func (r *driftLineRenderer) Layout(size fyne.Size) {
	d, l := r.drift, lookOf(r.drift)
	r.objects = nil
	reach := d.Reach()
	if len(d.Points) < 2 || reach <= 0 || size.Width < 20 || size.Height < 20 {
		return
	}
	middle := size.Height / 2
	x := func(at float32) float32 { return driftSide + clamp(at, 0, 1)*(size.Width-2*driftSide) }
	y := func(off float32) float32 { return middle - off/reach*(middle-2*driftDot) }
	at := func(p DriftPoint) fyne.Position { return fyne.NewPos(x(p.At), y(p.Off)) }
	behind, ahead := l.color(theme.ColorNameMessageTint), l.color(theme.ColorNameGiveTint)
	area := newArea(func(at float32) strip {
		line := y(d.off(at)) / size.Height
		if line < 0.5 {
			return strip{line, 0.5, behind}
		}
		return strip{0.5, line, ahead}
	})
	place(area, driftSide, 0, size.Width-2*driftSide, size.Height)
	r.objects = append(r.objects, area)
	zero := &canvas.Rectangle{FillColor: l.color(theme.ColorNameLine)}
	place(zero, 0, middle-0.5, size.Width, 1)
	r.objects = append(r.objects, zero)
	for i := 1; i < len(d.Points); i++ {
		line := canvas.NewLine(l.color(theme.ColorNameMessage))
		line.StrokeWidth = 2.5
		line.Position1, line.Position2 = at(d.Points[i-1]), at(d.Points[i])
		r.objects = append(r.objects, line)
	}
	caption := func(text string, y float32, right bool) {
		t := &canvas.Text{Text: text, Color: l.color(theme.ColorNameSoftInk), TextSize: l.size(theme.SizeNameCaption)}
		left := float32(0)
		if right {
			left = size.Width - t.MinSize().Width
		}
		if y > middle {
			y -= t.MinSize().Height
		}
		placeText(t, left, y)
		r.objects = append(r.objects, t)
	}
	caption(d.Above, 0, false)
	caption(d.Below, size.Height, false)
	caption(d.Top, 0, true)
	caption(d.Bottom, size.Height, true)
	r.marks(l, x, y, size)
}

// marks draws the dots, and their words where there is room beside them.
func (r *driftLineRenderer) marks(l look, x, y func(float32) float32, size fyne.Size) {
	var taken []fyne.CanvasObject
	for _, m := range r.drift.Marks {
		at := fyne.NewPos(x(m.At), y(r.drift.off(m.At)))
		r.dot(l.color(m.Tone.Fill()), at)
		words := &canvas.Text{Text: m.Text, TextSize: l.size(theme.SizeNameCaption), Color: l.color(theme.ColorNameInk)}
		least := words.MinSize()
		if m.Text == "" || least.Width > size.Width {
			continue
		}
		// On the side where the line leaves room next to the dot.
		left, top := float32(0), float32(-1)
		for _, from := range []float32{at.X - driftDot/2, at.X + driftDot/2 - least.Width} {
			from = clamp(from, 0, size.Width-least.Width)
			if y := r.beside(from, from+least.Width, least.Height, x, y, size); top < 0 || abs(y-at.Y) < abs(top-at.Y) {
				left, top = from, y
			}
		}
		placeText(words, left, top)
		if overlaps(words, taken) {
			continue
		}
		taken = append(taken, words)
		r.objects = append(r.objects, words)
	}
}

// beside is where words stand that go from left to right: below the line and
// the dots on it, or above where there is no room.
func (r *driftLineRenderer) beside(left, right, height float32, x, y func(float32) float32, size fyne.Size) float32 {
	at := func(px float32) float32 { return y(r.drift.off((px - driftSide) / (size.Width - 2*driftSide))) }
	highest, lowest := min(at(left), at(right)), max(at(left), at(right))
	for _, p := range r.drift.Points {
		if px := x(p.At); left < px && px < right {
			highest, lowest = min(highest, y(p.Off)), max(lowest, y(p.Off))
		}
	}
	if top := lowest + driftDot/2 + 2; top+height <= size.Height {
		return top
	}
	return max(0, highest-driftDot/2-2-height)
}

func abs(v float32) float32 { return max(v, -v) }

// overlaps reports whether an object lies on one of others.
func overlaps(o fyne.CanvasObject, others []fyne.CanvasObject) bool {
	a, b := o.Position(), o.Position().Add(o.Size())
	for _, other := range others {
		c, d := other.Position(), other.Position().Add(other.Size())
		if a.X < d.X && c.X < b.X && a.Y < d.Y && c.Y < b.Y {
			return true
		}
	}
	return false
}

func (r *driftLineRenderer) dot(c color.Color, at fyne.Position) {
	dot := &canvas.Circle{FillColor: c}
	place(dot, at.X-driftDot/2, at.Y-driftDot/2, driftDot, driftDot)
	r.objects = append(r.objects, dot)
}

// off is the height of the line at a place.
func (d *DriftLine) off(at float32) float32 {
	for i := 1; i < len(d.Points); i++ {
		a, b := d.Points[i-1], d.Points[i]
		if at <= b.At {
			if b.At <= a.At {
				return b.Off
			}
			return a.Off + (b.Off-a.Off)*(max(at, a.At)-a.At)/(b.At-a.At)
		}
	}
	if len(d.Points) == 0 {
		return 0
	}
	return d.Points[len(d.Points)-1].Off
}

package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
)

// GrowthPoint is a figure with its range at one time. At is the place from left
// to right, from 0 to 1.
type GrowthPoint struct {
	At               float32
	Low, Value, High float32
}

// GrowthMark is something that happened at a time. A mark with a Line stands at
// a dashed line from top to bottom, one without is a dot on the curve.
type GrowthMark struct {
	At   float32
	Text string
	Line bool
}

// Growth draws how a figure grew over time: its line, its range as a band, and
// what happened on the way.
type Growth struct {
	widget.BaseWidget

	// Least and Most are the figures at the bottom and the top.
	Least, Most float32
	Points      []GrowthPoint // from left to right
	Marks       []GrowthMark
	// From and To name the ends of the time, below the curve.
	From, To string
}

var _ fyne.Widget = (*Growth)(nil)

const (
	growthLeast  = 150 // the least height
	growthDot    = 10
	growthFooter = 22
	growthSide   = 8
)

// MinSize implements fyne.CanvasObject.
func (g *Growth) MinSize() fyne.Size {
	g.ExtendBaseWidget(g)
	return g.BaseWidget.MinSize()
}

// CreateRenderer implements fyne.Widget.
func (g *Growth) CreateRenderer() fyne.WidgetRenderer {
	g.ExtendBaseWidget(g)
	r := &growthRenderer{growth: g}
	r.Refresh()
	return r
}

type growthRenderer struct {
	scene
	growth *Growth
}

// MinSize implements fyne.WidgetRenderer.
func (r *growthRenderer) MinSize() fyne.Size { return fyne.NewSize(240, growthLeast) }

// Refresh implements fyne.WidgetRenderer.
func (r *growthRenderer) Refresh() {
	r.Layout(r.growth.Size())
	canvas.Refresh(r.growth)
}

// Layout draws everything anew: a curve of a few dozen points.
func (r *growthRenderer) Layout(size fyne.Size) {
	g, l := r.growth, lookOf(r.growth)
	r.objects = nil
	if size.Width < 1 || size.Height < 1 || g.Most <= g.Least {
		return
	}
	height := size.Height - growthFooter
	x := func(at float32) float32 { return growthSide + clamp(at, 0, 1)*(size.Width-2*growthSide) }
	y := func(v float32) float32 {
		return growthDot + (1-(clamp(v, g.Least, g.Most)-g.Least)/(g.Most-g.Least))*(height-2*growthDot)
	}
	if g.Least < 0 && g.Most > 0 { // where giving and taking are equal
		zero := &canvas.Rectangle{FillColor: l.color(theme.ColorNameLine)}
		place(zero, 0, y(0), size.Width, 1)
		r.objects = append(r.objects, zero)
	}
	r.band(l, x, y)
	for i := 1; i < len(g.Points); i++ {
		a, b := g.Points[i-1], g.Points[i]
		line := canvas.NewLine(l.color(theme.ColorNameGive))
		line.StrokeWidth = 2.5
		line.Position1, line.Position2 = fyne.NewPos(x(a.At), y(a.Value)), fyne.NewPos(x(b.At), y(b.Value))
		r.objects = append(r.objects, line)
	}
	if len(g.Points) == 1 {
		r.dot(l.color(theme.ColorNameGive), x(g.Points[0].At), y(g.Points[0].Value))
	}
	r.marks(l, x, y, size, height)
	for i, end := range []string{g.From, g.To} {
		t := &canvas.Text{Text: end, Color: l.color(theme.ColorNameSoftInk), TextSize: l.size(theme.SizeNameCaption)}
		least := t.MinSize()
		at := float32(growthSide)
		if i == 1 {
			at = size.Width - growthSide - least.Width
		}
		placeText(t, at, size.Height-least.Height)
		r.objects = append(r.objects, t)
	}
}

// band fills the range between two points with a four-sided shape each.
func (r *growthRenderer) band(l look, x, y func(float32) float32) {
	points := r.growth.Points
	if len(points) == 1 {
		p := points[0]
		bar := &canvas.Rectangle{FillColor: l.color(theme.ColorNameGiveTint), CornerRadius: 4}
		place(bar, x(p.At)-6, y(p.High), 12, max(2, y(p.Low)-y(p.High)))
		r.objects = append(r.objects, bar)
		return
	}
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		left, right := x(a.At), x(b.At)
		if right-left < 0.5 {
			continue
		}
		top := min(y(a.High), y(b.High))
		bottom := max(y(a.Low), y(b.Low))
		if bottom-top < 1 {
			continue
		}
		shape := canvas.NewArbitraryPolygon([]fyne.Position{
			fyne.NewPos(0, y(a.High)-top), fyne.NewPos(right-left, y(b.High)-top),
			fyne.NewPos(right-left, y(b.Low)-top), fyne.NewPos(0, y(a.Low)-top),
		}, l.color(theme.ColorNameGiveTint))
		place(shape, left, top, right-left, bottom-top)
		r.objects = append(r.objects, shape)
	}
}

// marks draws what happened. Words that would stand on others give way.
func (r *growthRenderer) marks(l look, x, y func(float32) float32, size fyne.Size, height float32) {
	free := [3]float32{} // to the right of what stands in each row of words
	for _, m := range r.growth.Marks {
		at := x(m.At)
		words := &canvas.Text{Text: m.Text, TextSize: l.size(theme.SizeNameCaption), Color: l.color(theme.ColorNameClarityInk)}
		row, top := 2, y(r.at(m.At))+growthDot
		if m.Line {
			for line := float32(0); line < height; line += 7 {
				dash := &canvas.Rectangle{FillColor: l.color(theme.ColorNameMessage)}
				place(dash, at, line, 1.5, min(4, height-line))
				r.objects = append(r.objects, dash)
			}
			words.Color = l.color(theme.ColorNameMessageInk)
			row, top = 0, 0
			if free[0] > at {
				row, top = 1, words.MinSize().Height+2
			}
		} else {
			r.dot(l.color(theme.ColorNameClarity), at, y(r.at(m.At)))
		}
		least := words.MinSize()
		left := at + 6
		if left+least.Width > size.Width {
			left = at - 6 - least.Width
		}
		if m.Text == "" || left < 0 || left < free[row] {
			continue
		}
		placeText(words, left, clamp(top, 0, height-least.Height))
		free[row] = left + least.Width + 12
		r.objects = append(r.objects, words)
	}
}

// at is the figure at a time: between two points on the line between them.
func (r *growthRenderer) at(at float32) float32 {
	points := r.growth.Points
	if len(points) == 0 {
		return r.growth.Least
	}
	for i, p := range points {
		if p.At < at {
			continue
		}
		if i == 0 || p.At == points[i-1].At {
			return p.Value
		}
		before := points[i-1]
		return before.Value + (p.Value-before.Value)*(at-before.At)/(p.At-before.At)
	}
	return points[len(points)-1].Value
}

func (r *growthRenderer) dot(c color.Color, x, y float32) {
	dot := &canvas.Circle{FillColor: c}
	place(dot, x-growthDot/2, y-growthDot/2, growthDot, growthDot)
	r.objects = append(r.objects, dot)
}

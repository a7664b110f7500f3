package widgets

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
)

// Beam is the balance: what is given in the left pan, what is taken in the right one, and the beam leaning to the heavier side.
type Beam struct {
	widget.BaseWidget
	touch

	// Balance leans the beam, -100 to 100; what is given weighs on the left.
	Balance int
	// Known is false as long as there is no figure: the beam is level and grey.
	Known bool
	// Give and Take are the words below the pans, as in "you give 55".
	Give, Take string
	// Figure and Range are the words below the beam, as in "+31" and "between 20 and 40". Unknown, Range alone says what is missing.
	Figure, Range string

	// OnTapped is called when the beam is tapped; without it the beam only shows.
	OnTapped func()
}

var (
	_ fyne.Widget      = (*Beam)(nil)
	_ fyne.Tappable    = (*Beam)(nil)
	_ fyne.Focusable   = (*Beam)(nil)
	_ fyne.Disableable = (*Beam)(nil)
)

// The beam is drawn in these measures and scaled to the width it gets.
const (
	beamWidth    = 284 // as drawn
	beamHeight   = 152 // from the highest end of the beam to the base
	beamLeast    = 200 // the smallest width
	beamLargest  = 1.25
	beamPivot    = 46  // where the beam turns, from the top
	beamArm      = 102 // from the pivot to an end
	beamHang     = 44  // from an end to its pan
	beamPan      = 56  // the width of a pan
	beamBowl     = 14  // the depth of a pan
	beamLabel    = 8   // from a pan to its words
	beamBase     = 66  // the width of the foot
	beamSteepest = 22  // degrees at a balance of 100
)

// Tapped implements fyne.Tappable.
func (b *Beam) Tapped(*fyne.PointEvent) { tap(b.OnTapped) }

// TypedKey implements fyne.Focusable.
func (b *Beam) TypedKey(e *fyne.KeyEvent) {
	if !tapKey(e, b.OnTapped) {
		PassKey(b, e)
	}
}

// TypedRune implements fyne.Focusable.
func (b *Beam) TypedRune(r rune) { PassRune(b, r) }

// Disabled implements fyne.Disableable.
func (b *Beam) Disabled() bool { return b.OnTapped == nil }

// MinSize implements fyne.CanvasObject.
func (b *Beam) MinSize() fyne.Size {
	b.ExtendBaseWidget(b)
	return b.BaseWidget.MinSize()
}

// CreateRenderer implements fyne.Widget.
func (b *Beam) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	b.wire(b.Refresh, func() bool { return !b.Disabled() })
	r := &beamRenderer{beam: b, halo: newHalo(), headline: &Text{Flow: FlowWrap, Align: fyne.TextAlignCenter}}
	r.pillar, r.arm = &canvas.Line{}, &canvas.Line{}
	r.base, r.pivot = &canvas.Rectangle{}, &canvas.Circle{}
	r.objects = []fyne.CanvasObject{r.halo.veil, r.pillar, r.base}
	for i := range r.pans {
		p := &r.pans[i]
		p.left, p.right, p.end = &canvas.Line{}, &canvas.Line{}, &canvas.Circle{}
		p.bowl = &canvas.ArbitraryPolygon{Points: bowl(), NormalizedPoints: true}
		p.label = &canvas.Text{TextStyle: fyne.TextStyle{Bold: true}}
		r.objects = append(r.objects, p.left, p.right, p.bowl, p.end, p.label)
	}
	r.objects = append(r.objects, r.arm, r.pivot, r.headline, r.halo.ring)
	r.Refresh()
	return r
}

// bowl is the outline of a pan: a flat rim and a half ellipse below it, in as many corners as a polygon takes.
func bowl() []fyne.Position {
	const corners = 16
	points := make([]fyne.Position, corners)
	for i := range points {
		u := float64(i) / (corners - 1)
		u = 0.6*u + 0.4*(0.5-0.5*math.Cos(math.Pi*u)) // closer together at the rim, where the bend is
		sin, cos := math.Sincos(math.Pi * u)
		points[i] = fyne.NewPos(float32(0.5+0.5*cos), float32(sin))
	}
	return points
}

type beamPanParts struct {
	left, right *canvas.Line // what the pan hangs by
	end         *canvas.Circle
	bowl        *canvas.ArbitraryPolygon
	label       *canvas.Text
}

type beamRenderer struct {
	scene
	halo
	beam     *Beam
	pillar   *canvas.Line
	arm      *canvas.Line
	base     *canvas.Rectangle
	pivot    *canvas.Circle
	pans     [2]beamPanParts // give, take
	headline *Text
}

func (r *beamRenderer) scale(width float32) float32 {
	return clamp(width/beamWidth, float32(beamLeast)/beamWidth, beamLargest)
}

func (r *beamRenderer) MinSize() fyne.Size {
	width := max(beamLeast, r.beam.Size().Width)
	l := lookOf(r.beam)
	return fyne.NewSize(beamLeast, beamHeight*r.scale(width)+l.size(theme.SizeNameSpace3)+r.headline.heightFor(width)+l.size(theme.SizeNameSpace1))
}

func (r *beamRenderer) Layout(size fyne.Size) {
	l := lookOf(r.beam)
	k := r.scale(size.Width)
	middle := size.Width / 2
	r.halo.layout(size, l.size(theme.SizeNameRadius))

	lean := 0
	if r.beam.Known {
		lean = clamp(r.beam.Balance, -100, 100)
	}
	sin, cos := math.Sincos(float64(lean) / 100 * beamSteepest * math.Pi / 180)
	dx, dy := beamArm*k*float32(cos), beamArm*k*float32(sin)
	pivot := fyne.NewPos(middle, beamPivot*k)
	foot := beamHeight * k

	r.pillar.StrokeWidth, r.arm.StrokeWidth = 4*k, 4*k
	r.pillar.Position1, r.pillar.Position2 = pivot, fyne.NewPos(middle, foot-3*k)
	place(r.base, middle-beamBase*k/2, foot-5*k, beamBase*k, 5*k)
	r.base.CornerRadius = 2.5 * k
	ends := [2]fyne.Position{pivot.AddXY(-dx, dy), pivot.AddXY(dx, -dy)}
	r.arm.Position1, r.arm.Position2 = ends[0], ends[1]
	place(r.pivot, pivot.X-6*k, pivot.Y-6*k, 12*k, 12*k)

	for i, end := range ends {
		p := &r.pans[i]
		rim := end.Y + beamHang*k
		half := beamPan * k / 2
		p.left.Position1, p.left.Position2 = end, fyne.NewPos(end.X-half+5*k, rim)
		p.right.Position1, p.right.Position2 = end, fyne.NewPos(end.X+half-5*k, rim)
		place(p.end, end.X-2*k, end.Y-2*k, 4*k, 4*k)
		place(p.bowl, end.X-half, rim, 2*half, beamBowl*k)
		words := p.label.MinSize()
		x := clamp(end.X-words.Width/2, 0, max(0, size.Width-words.Width))
		placeText(p.label, x, rim+beamBowl*k+beamLabel*k)
	}
	top := foot + l.size(theme.SizeNameSpace3)
	place(r.headline, 0, top, size.Width, size.Height-top)
}

func (r *beamRenderer) Refresh() {
	l := lookOf(r.beam)
	r.halo.refresh(l, &r.beam.touch)
	ink, post := l.color(theme.ColorNameInk), l.color(theme.ColorNameBridge)
	tones := [2]theme.Tone{theme.Give, theme.Take}
	if !r.beam.Known {
		ink, tones = post, [2]theme.Tone{theme.Bridge, theme.Bridge}
	}
	r.pillar.StrokeColor, r.base.FillColor, r.arm.StrokeColor = post, post, ink
	r.pivot.FillColor = l.color(theme.ColorNameMessage)
	words := [2]string{r.beam.Give, r.beam.Take}
	for i := range r.pans {
		p := &r.pans[i]
		p.left.StrokeColor, p.right.StrokeColor = l.color(theme.ColorNameSoftInk), l.color(theme.ColorNameSoftInk)
		p.left.StrokeWidth, p.right.StrokeWidth = 1, 1
		p.end.FillColor = ink
		p.bowl.FillColor = l.color(tones[i].Fill())
		p.label.Text, p.label.TextSize, p.label.Color = words[i], l.size(theme.SizeNameBody), l.color(tones[i].Ink())
	}
	r.headline.Spans = nil
	if r.beam.Figure != "" {
		r.headline.Spans = append(r.headline.Spans, Span{Text: r.beam.Figure, SizeName: theme.SizeNameFigure, Style: fyne.TextStyle{Bold: true}})
	}
	if r.beam.Range != "" {
		gap := ""
		if r.beam.Figure != "" {
			gap = " "
		}
		r.headline.Spans = append(r.headline.Spans, Span{Text: gap + r.beam.Range, ColorName: theme.ColorNameSoftInk})
	}
	r.headline.Refresh()
	r.Layout(r.beam.Size())
	canvas.Refresh(r.beam)
}

package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
)

// Dial is a score from 0 to 100 with the range it may lie in: the full tone goes up to the figure, the paler one on to the best it can be,
// and a notch marks the least. Unknown, it is an empty arc and a question mark.
type Dial struct {
	widget.BaseWidget
	touch

	Value, Low, High int // 0 to 100
	Known            bool
	Selected         bool // what is behind the figure is shown
	Label            string
	Tone             theme.Tone

	// OnTapped is called when the dial is tapped; without it the dial only shows.
	OnTapped func()
}

var (
	_ fyne.Widget      = (*Dial)(nil)
	_ fyne.Tappable    = (*Dial)(nil)
	_ fyne.Focusable   = (*Dial)(nil)
	_ fyne.Disableable = (*Dial)(nil)
)

const (
	dialAcross = 3.75  // the diameter in sizes of the figure: 64 as designed
	dialRing   = 0.115 // the thickness of the arc in diameters
	dialSweep  = 270   // degrees from 0 to 100, open at the bottom
)

// Tapped implements fyne.Tappable.
func (d *Dial) Tapped(*fyne.PointEvent) { tap(d.OnTapped) }

// TypedKey implements fyne.Focusable.
func (d *Dial) TypedKey(e *fyne.KeyEvent) {
	if !tapKey(e, d.OnTapped) {
		PassKey(d, e)
	}
}

// TypedRune implements fyne.Focusable.
func (d *Dial) TypedRune(r rune) { PassRune(d, r) }

// Disabled implements fyne.Disableable.
func (d *Dial) Disabled() bool { return d.OnTapped == nil }

// MinSize implements fyne.CanvasObject.
func (d *Dial) MinSize() fyne.Size {
	d.ExtendBaseWidget(d)
	return d.BaseWidget.MinSize()
}

// CreateRenderer implements fyne.Widget.
func (d *Dial) CreateRenderer() fyne.WidgetRenderer {
	d.ExtendBaseWidget(d)
	d.wire(d.Refresh, func() bool { return !d.Disabled() })
	r := &dialRenderer{
		dial: d, halo: newHalo(), back: &canvas.Rectangle{},
		track: &canvas.Arc{}, span: &canvas.Arc{}, value: &canvas.Arc{}, notch: &canvas.Arc{},
		figure: &canvas.Text{TextStyle: fyne.TextStyle{Bold: true}}, label: &canvas.Text{},
	}
	r.objects = []fyne.CanvasObject{r.back, r.halo.veil, r.track, r.span, r.value, r.notch, r.figure, r.label, r.halo.ring}
	r.Refresh()
	return r
}

type dialRenderer struct {
	scene
	halo
	dial          *Dial
	back          *canvas.Rectangle // behind a selected one
	track         *canvas.Arc
	span          *canvas.Arc // up to the highest it may be
	value         *canvas.Arc
	notch         *canvas.Arc // at the lowest it may be
	figure, label *canvas.Text
}

func (r *dialRenderer) across() float32 {
	return lookOf(r.dial).size(theme.SizeNameLead) * dialAcross
}

func (r *dialRenderer) MinSize() fyne.Size {
	gap := lookOf(r.dial).size(theme.SizeNameSpace1)
	across, label := r.across(), r.label.MinSize()
	return fyne.NewSize(max(across, label.Width)+2*gap, across+label.Height+2*gap)
}

func (r *dialRenderer) Layout(size fyne.Size) {
	l := lookOf(r.dial)
	gap := l.size(theme.SizeNameSpace1)
	across := r.across()
	r.halo.layout(size, l.size(theme.SizeNameRadiusSmall))
	r.back.CornerRadius = l.size(theme.SizeNameRadiusSmall)
	place(r.back, 0, 0, size.Width, size.Height)
	left := (size.Width - across) / 2
	for _, arc := range []*canvas.Arc{r.track, r.span, r.value, r.notch} {
		place(arc, left, gap, across, across)
		arc.CutoutRatio = 1 - 2*dialRing
	}
	for _, arc := range []*canvas.Arc{r.track, r.span, r.value} {
		arc.CornerRadius = across * dialRing / 2
	}
	figure := r.figure.MinSize()
	placeText(r.figure, (size.Width-figure.Width)/2, gap+(across-figure.Height)/2)
	label := r.label.MinSize()
	placeText(r.label, (size.Width-label.Width)/2, gap+across*0.93)
}

// angle is where a score lies on the arc, in degrees clockwise from the top.
func angle(score int) float32 {
	return float32(clamp(score, 0, 100))/100*dialSweep - dialSweep/2
}

func (r *dialRenderer) Refresh() {
	d, l := r.dial, lookOf(r.dial)
	r.halo.refresh(l, &d.touch)
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = l.color(d.Tone.Tint()), l.color(d.Tone.Fill()), 1
	show(r.back, d.Selected)
	r.track.FillColor = l.color(theme.ColorNameLine)
	r.span.FillColor = l.color(d.Tone.Soft())
	r.value.FillColor = l.color(d.Tone.Fill())
	r.notch.FillColor = l.color(theme.ColorNameOnTone)
	r.track.StartAngle, r.track.EndAngle = angle(0), angle(100)
	r.span.StartAngle, r.span.EndAngle = angle(0), angle(d.High)
	r.value.StartAngle, r.value.EndAngle = angle(0), angle(d.Value)
	r.notch.StartAngle, r.notch.EndAngle = angle(d.Low)-2, angle(d.Low)+2
	show(r.span, d.Known && d.High > 0)
	show(r.value, d.Known && d.Value > 0)
	show(r.notch, d.Known && d.Low > 0 && d.Low < d.Value)

	r.figure.Text, r.figure.Color = "?", l.color(theme.ColorNameSoftInk)
	if d.Known {
		r.figure.Text, r.figure.Color = strconv.Itoa(d.Value), l.color(theme.ColorNameInk)
	}
	r.figure.TextSize = l.size(theme.SizeNameLead)
	r.label.Text, r.label.TextSize, r.label.Color = d.Label, l.size(theme.SizeNameCaption), l.color(theme.ColorNameSoftInk)
	r.label.TextStyle.Bold = d.Selected
	if d.Selected {
		r.label.Color = l.color(d.Tone.Ink())
	}
	r.Layout(d.Size())
	canvas.Refresh(d)
}

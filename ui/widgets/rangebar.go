package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
)

// RangeBar is a figure with its range in a row: full up to Low, paler from there to High, empty up to Most.
type RangeBar struct {
	widget.BaseWidget

	Low, High, Most int
	Known           bool
	Tone            theme.Tone
}

var _ fyne.Widget = (*RangeBar)(nil)

// MinSize implements fyne.CanvasObject.
func (b *RangeBar) MinSize() fyne.Size {
	b.ExtendBaseWidget(b)
	return b.BaseWidget.MinSize()
}

// CreateRenderer implements fyne.Widget.
func (b *RangeBar) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	round := func() *canvas.Rectangle { return &canvas.Rectangle{CornerRadius: balanceBarHeight / 2} }
	r := &rangeBarRenderer{bar: b, track: round(), high: round(), low: round()}
	r.objects = []fyne.CanvasObject{r.track, r.high, r.low}
	r.Refresh()
	return r
}

type rangeBarRenderer struct {
	scene
	bar              *RangeBar
	track, high, low *canvas.Rectangle
}

func (r *rangeBarRenderer) MinSize() fyne.Size {
	return fyne.NewSize(10*balanceBarHeight, balanceBarHeight)
}

func (r *rangeBarRenderer) Layout(size fyne.Size) {
	y := (size.Height - balanceBarHeight) / 2
	share := func(n int) float32 {
		return size.Width * float32(clamp(n, 0, r.bar.Most)) / float32(max(1, r.bar.Most))
	}
	place(r.track, 0, y, size.Width, balanceBarHeight)
	place(r.high, 0, y, share(r.bar.High), balanceBarHeight)
	place(r.low, 0, y, share(r.bar.Low), balanceBarHeight)
}

func (r *rangeBarRenderer) Refresh() {
	l := lookOf(r.bar)
	r.track.FillColor = l.color(theme.ColorNameLine)
	r.high.FillColor, r.low.FillColor = l.color(r.bar.Tone.Soft()), l.color(r.bar.Tone.Fill())
	show(r.high, r.bar.Known && r.bar.High > 0)
	show(r.low, r.bar.Known && r.bar.Low > 0)
	r.Layout(r.bar.Size())
	canvas.Refresh(r.bar)
}

package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
)

// BalanceBar is a balance in a row: from the middle to the right what gives, to the left what takes, nothing while it is unknown.
type BalanceBar struct {
	widget.BaseWidget

	Balance int // -100 to 100
	Known   bool
}

var _ fyne.Widget = (*BalanceBar)(nil)

const balanceBarHeight = 4

// MinSize implements fyne.CanvasObject.
func (b *BalanceBar) MinSize() fyne.Size {
	b.ExtendBaseWidget(b)
	return b.BaseWidget.MinSize()
}

// CreateRenderer implements fyne.Widget.
func (b *BalanceBar) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	r := &balanceBarRenderer{bar: b, track: &canvas.Rectangle{CornerRadius: balanceBarHeight / 2}, fill: &canvas.Rectangle{CornerRadius: balanceBarHeight / 2}}
	r.objects = []fyne.CanvasObject{r.track, r.fill}
	r.Refresh()
	return r
}

type balanceBarRenderer struct {
	scene
	bar         *BalanceBar
	track, fill *canvas.Rectangle
}

func (r *balanceBarRenderer) MinSize() fyne.Size {
	return fyne.NewSize(10*balanceBarHeight, balanceBarHeight)
}

func (r *balanceBarRenderer) Layout(size fyne.Size) {
	y := (size.Height - balanceBarHeight) / 2
	place(r.track, 0, y, size.Width, balanceBarHeight)
	middle := size.Width / 2
	length := middle * float32(clamp(r.bar.Balance, -100, 100)) / 100
	place(r.fill, min(middle, middle+length), y, max(length, -length), balanceBarHeight)
}

func (r *balanceBarRenderer) Refresh() {
	l := lookOf(r.bar)
	r.track.FillColor = l.color(theme.ColorNameLine)
	r.fill.FillColor = l.color(theme.ColorNameGive)
	if r.bar.Balance < 0 {
		r.fill.FillColor = l.color(theme.ColorNameTake)
	}
	show(r.fill, r.bar.Known && r.bar.Balance != 0)
	r.Layout(r.bar.Size())
	canvas.Refresh(r.bar)
}

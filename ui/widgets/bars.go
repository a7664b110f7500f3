package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
)

// Bar is one amount of Bars, with the words below it.
type Bar struct {
	Value float32
	Text  string
}

// Bars draws amounts side by side, from the left, all to one scale.
type Bars struct {
	widget.BaseWidget

	Items []Bar
	Tone  theme.Tone
}

var _ fyne.Widget = (*Bars)(nil)

const (
	barWidth  = 24
	barGap    = 16
	barsLeast = 90
	barFooter = 20
)

// MinSize implements fyne.CanvasObject.
func (b *Bars) MinSize() fyne.Size {
	b.ExtendBaseWidget(b)
	return b.BaseWidget.MinSize()
}

// CreateRenderer implements fyne.Widget.
func (b *Bars) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	r := &barsRenderer{bars: b}
	r.Refresh()
	return r
}

type barsRenderer struct {
	scene
	bars *Bars
}

// MinSize implements fyne.WidgetRenderer.
func (r *barsRenderer) MinSize() fyne.Size { return fyne.NewSize(160, barsLeast) }

// Refresh implements fyne.WidgetRenderer.
func (r *barsRenderer) Refresh() {
	r.Layout(r.bars.Size())
	canvas.Refresh(r.bars)
}

// Layout draws the bars anew. Where there are more than fit, the last ones stay.
func (r *barsRenderer) Layout(size fyne.Size) {
	b, l := r.bars, lookOf(r.bars)
	r.objects = nil
	items := b.Items
	fit := max(1, int((size.Width+barGap)/(barWidth+barGap)))
	if len(items) > fit {
		items = items[len(items)-fit:]
	}
	most := float32(0)
	for _, item := range items {
		most = max(most, item.Value)
	}
	height := size.Height - barFooter
	if most <= 0 || height < 1 {
		return
	}
	free := float32(0)
	for i, item := range items {
		x := float32(i) * (barWidth + barGap)
		tall := max(2, item.Value/most*height)
		if item.Value <= 0 {
			tall = 0
		}
		bar := &canvas.Rectangle{FillColor: l.color(b.Tone.Fill()), CornerRadius: 4}
		place(bar, x, height-tall, barWidth, tall)
		r.objects = append(r.objects, bar)
		t := &canvas.Text{Text: item.Text, Color: l.color(theme.ColorNameSoftInk), TextSize: l.size(theme.SizeNameCaption)}
		least := t.MinSize()
		left := clamp(x+(barWidth-least.Width)/2, 0, max(0, size.Width-least.Width))
		if item.Text == "" || left < free {
			continue
		}
		placeText(t, left, size.Height-least.Height)
		free = left + least.Width + 4
		r.objects = append(r.objects, t)
	}
}

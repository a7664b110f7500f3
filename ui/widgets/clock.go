package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
)

// ClockText is a time in large figures, with a word above and one below. Its figures are all as wide as each other, so that it
// stands still while it runs.
type ClockText struct {
	widget.BaseWidget

	Label string // above, as in "section"
	Time  string // as in "2:14"
	Note  string // below, as in "left of 5:12"
	// Tone colours the time when it matters; Neutral is ink.
	Tone  theme.Tone
	Align fyne.TextAlign
	// SizeName is the size of the time; empty is the theme's clock.
	SizeName fyne.ThemeSizeName
	// Widest, if any, reserves the room that this time takes, so that what stands beside the clock never moves.
	Widest string
}

var _ fyne.Widget = (*ClockText)(nil)

// SetTime shows another time, and nothing is drawn while it is the same.
func (c *ClockText) SetTime(time string) {
	if c.Time == time {
		return
	}
	c.Time = time
	c.Refresh()
}

// MinSize implements fyne.CanvasObject.
func (c *ClockText) MinSize() fyne.Size {
	c.ExtendBaseWidget(c)
	return c.BaseWidget.MinSize()
}

// CreateRenderer implements fyne.Widget.
func (c *ClockText) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	r := &clockRenderer{clock: c, label: &canvas.Text{}, time: &canvas.Text{TextStyle: theme.FiguresStyle()}, note: &canvas.Text{}}
	r.objects = []fyne.CanvasObject{r.label, r.time, r.note}
	r.Refresh()
	return r
}

type clockRenderer struct {
	scene
	clock             *ClockText
	label, time, note *canvas.Text
}

func (r *clockRenderer) MinSize() fyne.Size {
	size := fyne.Size{}
	for _, t := range []*canvas.Text{r.label, r.time, r.note} {
		if t.Text == "" {
			continue
		}
		line := t.MinSize()
		size = fyne.NewSize(max(size.Width, line.Width), size.Height+line.Height)
	}
	if r.clock.Widest != "" {
		size.Width = max(size.Width, fyne.MeasureText(r.clock.Widest, r.time.TextSize, r.time.TextStyle).Width)
	}
	return size
}

func (r *clockRenderer) Layout(size fyne.Size) {
	y := float32(0)
	for _, t := range []*canvas.Text{r.label, r.time, r.note} {
		if t.Text == "" {
			continue
		}
		text := t.MinSize()
		x := float32(0)
		switch r.clock.Align {
		case fyne.TextAlignCenter:
			x = (size.Width - text.Width) / 2
		case fyne.TextAlignTrailing:
			x = size.Width - text.Width
		}
		placeText(t, x, y)
		y += text.Height
	}
}

func (r *clockRenderer) Refresh() {
	c, l := r.clock, lookOf(r.clock)
	soft, body := l.color(theme.ColorNameSoftInk), l.size(theme.SizeNameBody)
	r.label.Text, r.label.Color, r.label.TextSize = c.Label, soft, body
	r.note.Text, r.note.Color, r.note.TextSize = c.Note, soft, body
	r.time.Text, r.time.Color = c.Time, l.color(theme.ColorNameInk)
	if c.Tone != theme.Neutral {
		r.time.Color = l.color(c.Tone.Ink())
	}
	sizeName := c.SizeName
	if sizeName == "" {
		sizeName = theme.SizeNameClock
	}
	r.time.TextSize = l.size(sizeName)
	r.Layout(c.Size())
	canvas.Refresh(c)
}

package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
)

// Chip is a word or two in a pill: the kind of an item, a time, a link.
type Chip struct {
	widget.BaseWidget
	touch

	Text string
	Tone theme.Tone
	// Detected chips are a suggestion: dashed, and with a question mark.
	Detected bool
	// Solid fills the chip with its tone: the choice among several. Not for Message, Bridge and Neutral, on which no text reads well.
	Solid bool
	Bold  bool
	// Aside keeps Tab from stopping here: what a tap does has keys of its own.
	Aside bool

	// OnTapped is called when the chip is tapped; without it the chip only shows.
	OnTapped func()
}

var (
	_ fyne.Widget      = (*Chip)(nil)
	_ fyne.Tappable    = (*Chip)(nil)
	_ fyne.Focusable   = (*Chip)(nil)
	_ fyne.Disableable = (*Chip)(nil)
)

// Tapped implements fyne.Tappable.
func (c *Chip) Tapped(*fyne.PointEvent) { tap(c.OnTapped) }

// TypedKey implements fyne.Focusable.
func (c *Chip) TypedKey(e *fyne.KeyEvent) {
	if !tapKey(e, c.OnTapped) {
		PassKey(c, e)
	}
}

// TypedRune implements fyne.Focusable.
func (c *Chip) TypedRune(r rune) { PassRune(c, r) }

// Disabled implements fyne.Disableable.
func (c *Chip) Disabled() bool { return c.OnTapped == nil || c.Aside }

// MinSize implements fyne.CanvasObject.
func (c *Chip) MinSize() fyne.Size {
	c.ExtendBaseWidget(c)
	return c.BaseWidget.MinSize()
}

// CreateRenderer implements fyne.Widget.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	c.wire(c.Refresh, func() bool { return c.OnTapped != nil })
	r := &chipRenderer{chip: c, halo: newHalo(), back: &canvas.Rectangle{}, text: &canvas.Text{}}
	r.objects = []fyne.CanvasObject{r.back, r.halo.veil, r.text, r.halo.ring}
	r.Refresh()
	return r
}

type chipRenderer struct {
	scene
	halo
	chip   *Chip
	back   *canvas.Rectangle
	dashes *dashes // made when it is needed
	text   *canvas.Text
}

func (r *chipRenderer) MinSize() fyne.Size {
	l, text := lookOf(r.chip), r.text.MinSize()
	gap := l.size(theme.SizeNameSpace1)
	return fyne.NewSize(text.Width+4*gap, text.Height+1.5*gap)
}

// Layout draws the chip in its own height, in the middle of what it gets, so that it stays a pill in a taller row.
func (r *chipRenderer) Layout(size fyne.Size) {
	height := min(size.Height, r.MinSize().Height)
	top := (size.Height - height) / 2
	r.halo.layout(fyne.NewSize(size.Width, height), height/2)
	r.halo.veil.Move(fyne.NewPos(0, top))
	r.halo.ring.Move(fyne.NewPos(0, top))
	place(r.back, 0, top, size.Width, height)
	r.back.CornerRadius = height / 2
	if r.dashes != nil {
		r.dashes.place(0, top, size.Width, height)
	}
	text := r.text.MinSize()
	placeText(r.text, (size.Width-text.Width)/2, top+(height-text.Height)/2)
}

func (r *chipRenderer) Refresh() {
	c, l := r.chip, lookOf(r.chip)
	r.halo.refresh(l, &c.touch)
	r.text.Text, r.text.TextSize, r.text.TextStyle = c.Text, l.size(theme.SizeNameCaption), fyne.TextStyle{Bold: c.Bold}
	r.text.Color = l.color(c.Tone.Ink())
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = l.color(c.Tone.Tint()), nil, 0
	switch {
	case c.Detected:
		r.text.Text += "?"
		if r.dashes == nil {
			r.dashes = newDashes(0.5)
			r.objects = []fyne.CanvasObject{r.back, r.dashes.Raster, r.halo.veil, r.text, r.halo.ring}
		}
		r.dashes.set(l.color(c.Tone.Ink()))
	case c.Solid:
		r.back.FillColor = l.color(c.Tone.Fill())
		r.text.Color = l.color(theme.ColorNameOnTone)
	case c.Tone == theme.Neutral || c.Tone == theme.Bridge:
		r.back.StrokeColor, r.back.StrokeWidth = l.color(theme.ColorNameLine), 1
	}
	show(r.back, !c.Detected)
	if r.dashes != nil {
		show(r.dashes.Raster, c.Detected)
	}
	r.Layout(c.Size())
	canvas.Refresh(c)
}

package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
)

// Button does something. A tone marks the one that leads on (Give) or warns (Take); the others stay neutral.
type Button struct {
	widget.BaseWidget
	touch

	Text string
	Tone theme.Tone
	// Leading begins the words at the left, as those of a button with a Key: for buttons below each other.
	Leading bool
	// Key, if any, is the shortcut that does the same, shown at the right end.
	Key string

	// OnTapped is called when the button is tapped; without it the button is grey.
	OnTapped func()
}

var (
	_ fyne.Widget      = (*Button)(nil)
	_ fyne.Tappable    = (*Button)(nil)
	_ fyne.Focusable   = (*Button)(nil)
	_ fyne.Disableable = (*Button)(nil)
)

// Tapped implements fyne.Tappable.
func (b *Button) Tapped(*fyne.PointEvent) { tap(b.OnTapped) }

// TypedKey implements fyne.Focusable.
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	if !tapKey(e, b.OnTapped) {
		PassKey(b, e)
	}
}

// TypedRune implements fyne.Focusable.
func (b *Button) TypedRune(r rune) { PassRune(b, r) }

// Disabled implements fyne.Disableable.
func (b *Button) Disabled() bool { return b.OnTapped == nil }

// MinSize implements fyne.CanvasObject.
func (b *Button) MinSize() fyne.Size {
	b.ExtendBaseWidget(b)
	return b.BaseWidget.MinSize()
}

// CreateRenderer implements fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	b.wire(b.Refresh, func() bool { return !b.Disabled() })
	r := &buttonRenderer{button: b, halo: newHalo(), back: &canvas.Rectangle{}, text: &Text{Flow: FlowEllipsis}, key: &canvas.Text{}}
	r.objects = []fyne.CanvasObject{r.back, r.halo.veil, r.text, r.key, r.halo.ring}
	r.Refresh()
	return r
}

type buttonRenderer struct {
	scene
	halo
	button *Button
	back   *canvas.Rectangle
	text   *Text
	key    *canvas.Text
}

func (r *buttonRenderer) MinSize() fyne.Size {
	l := lookOf(r.button)
	_, text := r.text.set(0)
	width := text.Width + 2*l.size(theme.SizeNameSpace3)
	if r.button.Key != "" {
		width += r.key.MinSize().Width + l.size(theme.SizeNameSpace4)
	}
	return fyne.NewSize(width, text.Height+2*l.size(theme.SizeNameSpace2))
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	l := lookOf(r.button)
	side := l.size(theme.SizeNameSpace3)
	height := min(size.Height, r.MinSize().Height)
	top := (size.Height - height) / 2
	radius := l.size(theme.SizeNameRadiusSmall)
	r.halo.layout(fyne.NewSize(size.Width, height), radius)
	r.halo.veil.Move(fyne.NewPos(0, top))
	r.halo.ring.Move(fyne.NewPos(0, top))
	place(r.back, 0, top, size.Width, height)
	r.back.CornerRadius = radius
	room := size.Width - 2*side
	if r.button.Key != "" {
		key := r.key.MinSize()
		placeText(r.key, size.Width-side-key.Width, top+(height-key.Height)/2)
		room -= key.Width + side
	}
	text := r.text.MinSize()
	place(r.text, side, top+(height-text.Height)/2, max(0, room), text.Height)
}

func (r *buttonRenderer) Refresh() {
	b, l := r.button, lookOf(r.button)
	r.halo.refresh(l, &b.touch)
	r.text.Text, r.text.Align = b.Text, fyne.TextAlignCenter
	r.text.ColorName, r.text.Style = b.Tone.Ink(), fyne.TextStyle{}
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = l.color(b.Tone.Tint()), nil, 0
	if b.Tone == theme.Neutral {
		r.text.ColorName = theme.ColorNameInk
		r.back.FillColor = l.color(theme.ColorNameCard)
		r.back.StrokeColor, r.back.StrokeWidth = l.color(theme.ColorNameLine), 1
	}
	if b.Leading {
		r.text.Align = fyne.TextAlignLeading
	}
	if b.Key != "" {
		r.text.Align, r.text.Style = fyne.TextAlignLeading, fyne.TextStyle{Bold: true}
	}
	if b.Disabled() {
		r.text.ColorName = fynetheme.ColorNameDisabled
		r.back.FillColor = l.color(theme.ColorNamePanel)
	}
	r.key.Text, r.key.TextSize, r.key.Color = b.Key, l.size(theme.SizeNameBody), l.color(theme.ColorNameSoftInk)
	show(r.key, b.Key != "")
	r.text.Refresh()
	r.Layout(b.Size())
	canvas.Refresh(b)
}

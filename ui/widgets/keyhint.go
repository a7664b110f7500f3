package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
)

// KeyHint is a key and what it does: one learns the key, or taps it. It never takes the focus, which on the big screen would swallow keys.
type KeyHint struct {
	widget.BaseWidget

	Key  string // as it stands on the keyboard
	Text string // what it does; may be empty

	OnTapped func()
}

var (
	_ fyne.Widget   = (*KeyHint)(nil)
	_ fyne.Tappable = (*KeyHint)(nil)
)

// Tapped implements fyne.Tappable.
func (k *KeyHint) Tapped(*fyne.PointEvent) { tap(k.OnTapped) }

// MinSize implements fyne.CanvasObject.
func (k *KeyHint) MinSize() fyne.Size {
	k.ExtendBaseWidget(k)
	return k.BaseWidget.MinSize()
}

// CreateRenderer implements fyne.Widget.
func (k *KeyHint) CreateRenderer() fyne.WidgetRenderer {
	k.ExtendBaseWidget(k)
	r := &keyHintRenderer{hint: k, back: &canvas.Rectangle{StrokeWidth: 1}, key: &canvas.Text{TextStyle: fyne.TextStyle{Bold: true}}, text: &canvas.Text{}}
	r.objects = []fyne.CanvasObject{r.back, r.key, r.text}
	r.Refresh()
	return r
}

type keyHintRenderer struct {
	scene
	hint      *KeyHint
	back      *canvas.Rectangle
	key, text *canvas.Text
}

// gap is between the key and what it does.
func (r *keyHintRenderer) gap() float32 {
	if r.hint.Text == "" || r.hint.Key == "" {
		return 0
	}
	return lookOf(r.hint).size(theme.SizeNameSpace1)
}

func (r *keyHintRenderer) MinSize() fyne.Size {
	step := lookOf(r.hint).size(theme.SizeNameSpace1)
	key, text := r.key.MinSize(), r.text.MinSize()
	return fyne.NewSize(key.Width+r.gap()+text.Width+4*step, max(key.Height, text.Height)+1.5*step)
}

func (r *keyHintRenderer) Layout(size fyne.Size) {
	least := r.MinSize()
	top, left := (size.Height-least.Height)/2, 2*lookOf(r.hint).size(theme.SizeNameSpace1)
	place(r.back, 0, top, size.Width, least.Height)
	r.back.CornerRadius = least.Height / 2
	key := placeText(r.key, left, top+(least.Height-r.key.MinSize().Height)/2)
	placeText(r.text, left+key.Width+r.gap(), top+(least.Height-r.text.MinSize().Height)/2)
}

func (r *keyHintRenderer) Refresh() {
	l := lookOf(r.hint)
	r.back.FillColor, r.back.StrokeColor = l.color(theme.ColorNamePanel), l.color(theme.ColorNameLine)
	r.key.Text, r.key.TextSize, r.key.Color = r.hint.Key, l.size(theme.SizeNameCaption), l.color(theme.ColorNameInk)
	r.text.Text, r.text.TextSize, r.text.Color = r.hint.Text, l.size(theme.SizeNameCaption), l.color(theme.ColorNameSoftInk)
	r.Layout(r.hint.Size())
	canvas.Refresh(r.hint)
}

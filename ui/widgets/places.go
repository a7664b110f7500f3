package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
)

// Places switches between a few places: one is chosen, and the arrow keys move the choice.
type Places struct {
	widget.BaseWidget

	Items    []string
	Selected int

	// OnSelected is called with another item that was chosen; Selected is set by then.
	OnSelected func(index int)
	// OnAgain is called when the item that is chosen already is tapped.
	OnAgain func()
	// OnFocused is called when the widget gets the focus, so that it can be brought into sight.
	OnFocused func()

	focused bool
	hovered int // the item under the pointer plus 1; 0 is none
}

var (
	_ fyne.Widget       = (*Places)(nil)
	_ fyne.Tappable     = (*Places)(nil)
	_ fyne.Focusable    = (*Places)(nil)
	_ desktop.Hoverable = (*Places)(nil)
)

// Select chooses an item as the reader would.
func (p *Places) Select(index int) {
	if index < 0 || index >= len(p.Items) || index == p.Selected {
		return
	}
	p.Selected = index
	p.Refresh()
	if p.OnSelected != nil {
		p.OnSelected(index)
	}
}

// Tapped implements fyne.Tappable.
func (p *Places) Tapped(e *fyne.PointEvent) {
	if i := p.itemAt(e.Position); i >= 0 && i == p.Selected {
		tap(p.OnAgain)
		return
	}
	p.Select(p.itemAt(e.Position))
}

// TypedKey implements fyne.Focusable.
func (p *Places) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		p.Select(p.Selected - 1)
	case fyne.KeyRight:
		p.Select(p.Selected + 1)
	case fyne.KeyHome:
		p.Select(0)
	case fyne.KeyEnd:
		p.Select(len(p.Items) - 1)
	default:
		PassKey(p, e)
	}
}

// TypedRune implements fyne.Focusable.
func (p *Places) TypedRune(r rune) { PassRune(p, r) }

// FocusGained implements fyne.Focusable.
func (p *Places) FocusGained() {
	p.focused = true
	p.Refresh()
	tap(p.OnFocused)
}

// FocusLost implements fyne.Focusable.
func (p *Places) FocusLost() {
	p.focused = false
	p.Refresh()
}

// MouseIn implements desktop.Hoverable.
func (p *Places) MouseIn(e *desktop.MouseEvent) { p.hover(p.itemAt(e.Position) + 1) }

// MouseMoved implements desktop.Hoverable.
func (p *Places) MouseMoved(e *desktop.MouseEvent) { p.hover(p.itemAt(e.Position) + 1) }

// MouseOut implements desktop.Hoverable.
func (p *Places) MouseOut() { p.hover(0) }

func (p *Places) hover(item int) {
	if p.hovered != item {
		p.hovered = item
		p.Refresh()
	}
}

// width is how wide an item is, the chosen one in bold.
func (p *Places) width(l look, i int) float32 {
	return fyne.MeasureText(p.Items[i], l.size(theme.SizeNameBody), fyne.TextStyle{Bold: true}).Width + 2*l.size(theme.SizeNameSpace4)
}

// itemAt is the item at a position, -1 for none.
func (p *Places) itemAt(pos fyne.Position) int {
	l, right := lookOf(p), float32(0)
	for i := range p.Items {
		right += p.width(l, i)
		if pos.X < right {
			return i
		}
	}
	return -1
}

// MinSize implements fyne.CanvasObject.
func (p *Places) MinSize() fyne.Size {
	p.ExtendBaseWidget(p)
	return p.BaseWidget.MinSize()
}

// CreateRenderer implements fyne.Widget.
func (p *Places) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	r := &placesRenderer{places: p, chosen: &canvas.Rectangle{}, veil: &canvas.Rectangle{}, ring: &canvas.Rectangle{StrokeWidth: 2}}
	r.Refresh()
	return r
}

type placesRenderer struct {
	scene
	places             *Places
	chosen, veil, ring *canvas.Rectangle
	texts              []*canvas.Text
}

func (r *placesRenderer) MinSize() fyne.Size {
	l, size := lookOf(r.places), fyne.Size{}
	for i, t := range r.texts {
		size.Width += r.places.width(l, i)
		size.Height = max(size.Height, t.MinSize().Height)
	}
	return size.AddWidthHeight(0, 2*l.size(theme.SizeNameSpace2))
}

func (r *placesRenderer) Layout(size fyne.Size) {
	p, l := r.places, lookOf(r.places)
	height := min(size.Height, r.MinSize().Height)
	top, x := (size.Height-height)/2, float32(0)
	for _, rect := range []*canvas.Rectangle{r.chosen, r.veil, r.ring} {
		rect.CornerRadius = l.size(theme.SizeNameRadiusSmall)
	}
	for i, t := range r.texts {
		width, text := p.width(l, i), t.MinSize()
		if i == p.Selected {
			place(r.chosen, x, top, width, height)
			place(r.ring, x, top, width, height)
		}
		if i == p.hovered-1 {
			place(r.veil, x, top, width, height)
		}
		placeText(t, x+(width-text.Width)/2, top+(height-text.Height)/2)
		x += width
	}
}

func (r *placesRenderer) Refresh() {
	p, l := r.places, lookOf(r.places)
	for len(r.texts) < len(p.Items) {
		r.texts = append(r.texts, &canvas.Text{})
	}
	r.texts = r.texts[:len(p.Items)]
	r.objects = append(r.objects[:0], r.chosen, r.veil)
	for i, t := range r.texts {
		t.Text, t.TextSize, t.Color, t.TextStyle = p.Items[i], l.size(theme.SizeNameBody), l.color(theme.ColorNameSoftInk), fyne.TextStyle{}
		if i == p.Selected {
			t.Color, t.TextStyle = l.color(theme.ColorNameInk), fyne.TextStyle{Bold: true}
		}
		r.objects = append(r.objects, t)
	}
	r.objects = append(r.objects, r.ring)
	r.chosen.FillColor = l.color(theme.ColorNameCard)
	r.chosen.StrokeColor, r.chosen.StrokeWidth = l.color(theme.ColorNameLine), 1
	r.veil.FillColor, r.ring.StrokeColor = l.color(fynetheme.ColorNameHover), l.color(fynetheme.ColorNamePrimary)
	show(r.chosen, p.Selected >= 0 && p.Selected < len(p.Items))
	show(r.veil, p.hovered > 0 && p.hovered <= len(p.Items))
	show(r.ring, p.focused)
	r.Layout(p.Size())
	canvas.Refresh(p)
}

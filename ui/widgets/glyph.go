package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
)

// Glyph is a sign that does something, without a box around it: what folds, what opens a menu.
type Glyph struct {
	widget.BaseWidget
	touch

	Text string
	// Aside keeps Tab from stopping here: what the sign does has keys of its own.
	Aside    bool
	OnTapped func()
}

var (
	_ fyne.Widget      = (*Glyph)(nil)
	_ fyne.Tappable    = (*Glyph)(nil)
	_ fyne.Focusable   = (*Glyph)(nil)
	_ fyne.Disableable = (*Glyph)(nil)
)

const glyphSide = 22

// Tapped implements fyne.Tappable.
func (g *Glyph) Tapped(*fyne.PointEvent) { tap(g.OnTapped) }

// TypedKey implements fyne.Focusable.
func (g *Glyph) TypedKey(e *fyne.KeyEvent) {
	if !tapKey(e, g.OnTapped) {
		PassKey(g, e)
	}
}

// TypedRune implements fyne.Focusable.
func (g *Glyph) TypedRune(r rune) { PassRune(g, r) }

// Disabled implements fyne.Disableable.
func (g *Glyph) Disabled() bool { return g.OnTapped == nil || g.Aside }

// MinSize implements fyne.CanvasObject.
func (g *Glyph) MinSize() fyne.Size {
	g.ExtendBaseWidget(g)
	return g.BaseWidget.MinSize()
}

// CreateRenderer implements fyne.Widget.
func (g *Glyph) CreateRenderer() fyne.WidgetRenderer {
	g.ExtendBaseWidget(g)
	g.wire(g.Refresh, func() bool { return g.OnTapped != nil })
	r := &glyphRenderer{glyph: g, halo: newHalo(), text: &canvas.Text{}}
	r.objects = []fyne.CanvasObject{r.halo.veil, r.text, r.halo.ring}
	r.Refresh()
	return r
}

type glyphRenderer struct {
	scene
	halo
	glyph *Glyph
	text  *canvas.Text
}

func (r *glyphRenderer) MinSize() fyne.Size {
	return r.text.MinSize().Max(fyne.NewSquareSize(glyphSide))
}

func (r *glyphRenderer) Layout(size fyne.Size) {
	r.halo.layout(size, lookOf(r.glyph).size(theme.SizeNameRadiusSmall)/2)
	text := r.text.MinSize()
	placeText(r.text, (size.Width-text.Width)/2, (size.Height-text.Height)/2)
}

func (r *glyphRenderer) Refresh() {
	l := lookOf(r.glyph)
	r.halo.refresh(l, &r.glyph.touch)
	r.text.Text, r.text.TextSize, r.text.Color = r.glyph.Text, l.size(theme.SizeNameBody), l.color(theme.ColorNameSoftInk)
	r.Layout(r.glyph.Size())
	canvas.Refresh(r.glyph)
}

// Package widgets has the parts that Talkgiver is drawn with. They show and they tell: exported fields are what to show (set them, then
// Refresh), OnX fields are what the reader did. They decide nothing and know nothing of talks; every word in them comes from the caller.
package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// themed is what every widget is: it has a theme, its own or its container's.
type themed interface{ Theme() fyne.Theme }

// look is the theme as a widget reads it at Refresh.
type look struct {
	theme   fyne.Theme
	variant fyne.ThemeVariant
}

func lookOf(w themed) look {
	return look{w.Theme(), fyne.CurrentApp().Settings().ThemeVariant()}
}

func (l look) color(name fyne.ThemeColorName) color.Color {
	return l.theme.Color(name, l.variant)
}

func (l look) size(name fyne.ThemeSizeName) float32 {
	return l.theme.Size(name)
}

// scene is the part that all renderers share: their objects, and nothing to destroy.
type scene struct {
	objects []fyne.CanvasObject
}

func (s *scene) Objects() []fyne.CanvasObject { return s.objects }

func (s *scene) Destroy() {}

// place moves and resizes an object.
func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

// placeText puts text of one line at x, y in its own size and returns that.
func placeText(t *canvas.Text, x, y float32) fyne.Size {
	size := t.MinSize()
	place(t, x, y, size.Width, size.Height)
	return size
}

// show hides an object or shows it, without a repaint where nothing changes.
func show(o fyne.CanvasObject, visible bool) {
	if o.Visible() == visible {
		return
	}
	if visible {
		o.Show()
	} else {
		o.Hide()
	}
}

func clamp[T int | float32](v, low, high T) T {
	return max(low, min(v, high))
}

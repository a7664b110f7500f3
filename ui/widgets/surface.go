package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
)

// Edge is the side of a Surface that has a line.
type Edge int

const (
	EdgeNone Edge = iota
	EdgeLeft
	EdgeRight
	EdgeBottom
)

// Surface is what something lies on: a colour of the theme, with a line where it meets its neighbour.
type Surface struct {
	widget.BaseWidget

	ColorName fyne.ThemeColorName // empty is the window's background
	Edge      Edge
	Round     bool // rounds the corners, as those of a field
}

var _ fyne.Widget = (*Surface)(nil)

// MinSize implements fyne.CanvasObject.
func (s *Surface) MinSize() fyne.Size {
	s.ExtendBaseWidget(s)
	return s.BaseWidget.MinSize()
}

// CreateRenderer implements fyne.Widget.
func (s *Surface) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	r := &surfaceRenderer{surface: s, face: &canvas.Rectangle{}, line: &canvas.Rectangle{}}
	r.objects = []fyne.CanvasObject{r.face, r.line}
	r.Refresh()
	return r
}

type surfaceRenderer struct {
	scene
	surface    *Surface
	face, line *canvas.Rectangle
}

func (r *surfaceRenderer) MinSize() fyne.Size { return fyne.NewSize(1, 1) }

func (r *surfaceRenderer) Layout(size fyne.Size) {
	place(r.face, 0, 0, size.Width, size.Height)
	switch r.surface.Edge {
	case EdgeLeft:
		place(r.line, 0, 0, 1, size.Height)
	case EdgeRight:
		place(r.line, size.Width-1, 0, 1, size.Height)
	case EdgeBottom:
		place(r.line, 0, size.Height-1, size.Width, 1)
	}
}

func (r *surfaceRenderer) Refresh() {
	l := lookOf(r.surface)
	name := r.surface.ColorName
	if name == "" {
		name = theme.ColorNameBackground
	}
	r.face.FillColor, r.line.FillColor = l.color(name), l.color(theme.ColorNameLine)
	r.face.CornerRadius = 0
	if r.surface.Round {
		r.face.CornerRadius = l.size(theme.SizeNameRadiusSmall)
	}
	show(r.line, r.surface.Edge != EdgeNone)
	r.Layout(r.surface.Size())
	canvas.Refresh(r.surface)
}

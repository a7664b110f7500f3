package draft

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
)

// grip is what a row is dragged by. It tells where the pointer is, and moves nothing.
type grip struct {
	widget.BaseWidget

	onDrag func(y float32) // where the pointer is in the window
	onEnd  func()
}

var (
	_ fyne.Draggable     = (*grip)(nil)
	_ desktop.Cursorable = (*grip)(nil)
)

func newGrip() *grip {
	g := &grip{}
	g.ExtendBaseWidget(g)
	return g
}

// Dragged implements fyne.Draggable.
func (g *grip) Dragged(e *fyne.DragEvent) { g.onDrag(e.AbsolutePosition.Y) }

// DragEnd implements fyne.Draggable.
func (g *grip) DragEnd() { g.onEnd() }

// Cursor implements desktop.Cursorable.
func (g *grip) Cursor() desktop.Cursor { return desktop.VResizeCursor }

// CreateRenderer implements fyne.Widget.
func (g *grip) CreateRenderer() fyne.WidgetRenderer {
	r := &gripRenderer{grip: g}
	for range gripDots {
		dot := canvas.NewCircle(nil)
		r.dots = append(r.dots, dot)
		r.objects = append(r.objects, dot)
	}
	r.Refresh()
	return r
}

type gripRenderer struct {
	grip    *grip
	dots    []*canvas.Circle
	objects []fyne.CanvasObject
}

const (
	gripDots = 6 // in two columns
	gripDot  = 2.5
	gripStep = 5
)

func (r *gripRenderer) Destroy()                     {}
func (r *gripRenderer) MinSize() fyne.Size           { return fyne.NewSize(14, 20) }
func (r *gripRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *gripRenderer) Layout(size fyne.Size) {
	left, top := (size.Width-gripStep-gripDot)/2, (size.Height-2*gripStep-gripDot)/2
	for i, dot := range r.dots {
		dot.Resize(fyne.NewSquareSize(gripDot))
		dot.Move(fyne.NewPos(left+float32(i%2)*gripStep, top+float32(i/2)*gripStep))
	}
}

func (r *gripRenderer) Refresh() {
	for _, dot := range r.dots {
		dot.FillColor = r.grip.Theme().Color(theme.ColorNameBridge, fyne.CurrentApp().Settings().ThemeVariant())
	}
	canvas.Refresh(r.grip)
}

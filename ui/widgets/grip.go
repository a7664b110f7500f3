package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
)

// Grip is the handle by which something is dragged to another place. It takes no focus: what it does has keys of its own.
type Grip struct {
	widget.BaseWidget

	// OnDragged is called while it is dragged, with where the pointer is in the window.
	OnDragged func(at fyne.Position)
	// OnDropped is called when it is let go.
	OnDropped func()

	hovered bool
}

var (
	_ fyne.Widget        = (*Grip)(nil)
	_ fyne.Draggable     = (*Grip)(nil)
	_ desktop.Hoverable  = (*Grip)(nil)
	_ desktop.Cursorable = (*Grip)(nil)
)

const (
	gripWidth  = 16
	gripHeight = 22
	gripDot    = 2.5
)

// Dragged implements fyne.Draggable.
func (g *Grip) Dragged(e *fyne.DragEvent) {
	if g.OnDragged != nil {
		g.OnDragged(e.AbsolutePosition)
	}
}

// DragEnd implements fyne.Draggable.
func (g *Grip) DragEnd() { tap(g.OnDropped) }

// MouseIn implements desktop.Hoverable.
func (g *Grip) MouseIn(*desktop.MouseEvent) {
	g.hovered = true
	g.Refresh()
}

// MouseMoved implements desktop.Hoverable.
func (g *Grip) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (g *Grip) MouseOut() {
	g.hovered = false
	g.Refresh()
}

// Cursor implements desktop.Cursorable.
func (g *Grip) Cursor() desktop.Cursor { return desktop.VResizeCursor }

// MinSize implements fyne.CanvasObject.
func (g *Grip) MinSize() fyne.Size {
	g.ExtendBaseWidget(g)
	return g.BaseWidget.MinSize()
}

// CreateRenderer implements fyne.Widget.
func (g *Grip) CreateRenderer() fyne.WidgetRenderer {
	g.ExtendBaseWidget(g)
	r := &gripRenderer{grip: g}
	for range 6 {
		r.objects = append(r.objects, &canvas.Circle{})
	}
	r.Refresh()
	return r
}

type gripRenderer struct {
	scene
	grip *Grip
}

func (r *gripRenderer) MinSize() fyne.Size { return fyne.NewSize(gripWidth, gripHeight) }

func (r *gripRenderer) Layout(size fyne.Size) {
	const apart = gripDot + 2
	left, top := (size.Width-apart-gripDot)/2, (size.Height-2*apart-gripDot)/2
	for i, o := range r.objects {
		place(o, left+float32(i%2)*apart, top+float32(i/2)*apart, gripDot, gripDot)
	}
}

func (r *gripRenderer) Refresh() {
	name := theme.ColorNameBridge
	if r.grip.hovered {
		name = theme.ColorNameInk
	}
	for _, o := range r.objects {
		o.(*canvas.Circle).FillColor = lookOf(r.grip).color(name)
	}
	r.Layout(r.grip.Size())
	canvas.Refresh(r.grip)
}

package rehearse

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// place moves and resizes an object.
func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

// inset is room around its object.
type inset struct{ left, top, right, bottom float32 }

func inseted(left, top, right, bottom float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(inset{left, top, right, bottom}, o)
}

func (i inset) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(i.left+i.right, i.top+i.bottom)
}

func (i inset) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	place(objects[0], i.left, i.top, size.Width-i.left-i.right, size.Height-i.top-i.bottom)
}

// wide gives its object a width of its own, and the height that it needs then.
type wide float32

func (w wide) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := float32(w)
	if o := objects[0]; o.Size().Width != width {
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
	}
	return fyne.NewSize(width, objects[0].MinSize().Height)
}

func (w wide) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	place(objects[0], 0, 0, size.Width, size.Height)
}

// column keeps its object in the middle and no wider than a line of the script
// is easy to read.
type column struct{ look *scaled }

func (column) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (c column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(size.Width, stageColumn*max(1, c.look.factor()))
	place(objects[0], (size.Width-width)/2, 0, width, size.Height)
}

// headed puts the first object above the second, which has the rest, with a gap
// between the two where the first has a height.
type headed float32

func (h headed) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(a.Width, b.Width), a.Height+float32(h)+b.Height)
}

func (h headed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	head, rest := objects[0], objects[1]
	if head.Size().Width != size.Width {
		head.Resize(fyne.NewSize(size.Width, head.MinSize().Height))
	}
	top := head.MinSize().Height
	place(head, 0, 0, size.Width, top)
	if top > 0 {
		top += float32(h)
	}
	place(rest, 0, top, size.Width, max(0, size.Height-top))
}

// ends puts the first object at the left, the last at the right, each as wide
// as it asks for, and one between them, if any, in the middle of it all.
type ends struct{}

func (ends) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var all fyne.Size
	for _, o := range objects {
		least := o.MinSize()
		all = fyne.NewSize(all.Width+least.Width, max(all.Height, least.Height))
	}
	return all
}

func (ends) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	last := len(objects) - 1
	left, right := objects[0].MinSize().Width, objects[last].MinSize().Width
	place(objects[0], 0, 0, left, size.Height)
	place(objects[last], size.Width-right, 0, right, size.Height)
	if last == 2 {
		side := max(left, right) + 2*float32(gapBetween)
		place(objects[1], side, 0, max(0, size.Width-2*side), size.Height)
	}
}

const gapBetween = 8

// row puts objects beside each other, as wide as they ask for, in one height.
type row float32

func (r row) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var all fyne.Size
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		if all.Width > 0 {
			all.Width += float32(r)
		}
		least := o.MinSize()
		all = fyne.NewSize(all.Width+least.Width, max(all.Height, least.Height))
	}
	return all
}

func (r row) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		width := o.MinSize().Width
		place(o, x, 0, width, size.Height)
		x += width + float32(r)
	}
}

// hintLine puts the first row at the left, as much of it as there is room for,
// and the second at the right: the list of keys tells of the others.
type hintLine struct{}

func (hintLine) MinSize(objects []fyne.CanvasObject) fyne.Size {
	left, right := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(right.Width, max(left.Height, right.Height))
}

func (hintLine) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left, right := objects[0].(*fyne.Container), objects[1].MinSize().Width
	room, x := size.Width-right-3*gapBetween, float32(0)
	for _, hint := range left.Objects {
		x += hint.MinSize().Width
		if fits := x <= room; fits != hint.Visible() {
			setVisible(hint, fits)
		}
		x += gapBetween
	}
	place(left, 0, 0, max(0, room), size.Height)
	place(objects[1], size.Width-right, 0, right, size.Height)
}

// spread gives the last object the width that it asks for and the first one the
// rest.
type spread struct{}

func (spread) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return ends{}.MinSize(objects).AddWidthHeight(gapBetween, 0)
}

func (spread) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(objects[1].MinSize().Width, size.Width)
	place(objects[0], 0, 0, max(0, size.Width-width-gapBetween), size.Height)
	place(objects[1], size.Width-width, 0, width, size.Height)
}

// paint is a rectangle in a colour of the theme.
type paint struct {
	widget.BaseWidget

	color fyne.ThemeColorName
	// alpha, if not 0, lets what is below shine through.
	alpha uint8
	// edge, if not 0, paints an edge of that width and nothing within.
	edge float32
}

func newPaint(name fyne.ThemeColorName) *paint {
	p := &paint{color: name}
	p.ExtendBaseWidget(p)
	return p
}

// veilAlpha leaves of what is below a hint that it is still there, clearAlpha so
// much that it can be read.
const (
	veilAlpha  = 225
	clearAlpha = 100
)

// CreateRenderer implements fyne.Widget.
func (p *paint) CreateRenderer() fyne.WidgetRenderer {
	r := &paintRenderer{paint: p, rectangle: &canvas.Rectangle{}}
	r.WidgetRenderer = widget.NewSimpleRenderer(r.rectangle)
	r.Refresh()
	return r
}

type paintRenderer struct {
	fyne.WidgetRenderer
	paint     *paint
	rectangle *canvas.Rectangle
}

func (r *paintRenderer) Refresh() {
	p := r.paint
	fill := p.Theme().Color(p.color, fyne.CurrentApp().Settings().ThemeVariant())
	if p.alpha != 0 {
		veiled := color.NRGBAModel.Convert(fill).(color.NRGBA)
		veiled.A = p.alpha
		fill = veiled
	}
	r.rectangle.FillColor, r.rectangle.StrokeColor, r.rectangle.StrokeWidth = fill, nil, 0
	if p.edge != 0 {
		r.rectangle.FillColor, r.rectangle.StrokeColor, r.rectangle.StrokeWidth = nil, fill, p.edge
	}
	r.rectangle.Refresh()
}

// rule is a fine line across.
func rule() fyne.CanvasObject {
	return container.New(fixed{height: 1}, newPaint(theme.ColorNameLine))
}

// fixed gives its object a least size, whatever it asks for.
type fixed struct{ width, height float32 }

func (f fixed) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(f.width, f.height) }

func (f fixed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	place(objects[0], 0, 0, size.Width, size.Height)
}

// besides stands a line of text, which may be cut short, and an object next to
// it in the middle.
type besides struct{ text *widgets.Text }

func (besides) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(a.Width+gapBetween+b.Width, max(a.Height, b.Height))
}

func (l besides) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	text, side := objects[0], objects[1]
	if !side.Visible() {
		place(text, 0, 0, size.Width, size.Height)
		return
	}
	hint := side.MinSize()
	words := l.text.LineWidth() + 2
	words = max(0, min(words, size.Width-gapBetween-hint.Width))
	left := (size.Width - words - gapBetween - hint.Width) / 2
	place(text, left, (size.Height-text.MinSize().Height)/2, words, text.MinSize().Height)
	place(side, left+words+gapBetween, (size.Height-hint.Height)/2, hint.Width, hint.Height)
}

// footGap keeps the time for what comes next apart from what is told of this one.
const footGap = 32

// footLine has what comes next at the left, cut short where it must be, the time
// for it right behind, and what earlier runs took at the right.
type footLine struct{ next *widgets.Text }

func (footLine) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return ends{}.MinSize(objects).AddWidthHeight(gapBetween+footGap, 0)
}

func (l footLine) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	next, length, earlier := objects[0], objects[1], objects[2]
	last, middle := earlier.MinSize().Width, length.MinSize().Width
	words := max(0, min(l.next.LineWidth()+1, size.Width-last-middle-gapBetween-footGap))
	place(next, 0, 0, words, size.Height)
	place(length, words+gapBetween, (size.Height-length.MinSize().Height)/2, middle, length.MinSize().Height)
	place(earlier, size.Width-last, (size.Height-earlier.MinSize().Height)/2, last, earlier.MinSize().Height)
}

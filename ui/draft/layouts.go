package draft

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
)

func itoa(n int) string { return strconv.Itoa(n) }

// headRow is the top of a card: its grip, what folds it, and its title; at the
// right what its items are, while it is folded, its times and its menu.
type headRow struct {
	title func() float32 // the width that the title's words take
}

const (
	headTitle    = 2 // the object that takes what room there is
	headKinds    = 3
	headMinutes  = 5
	minutesWidth = 64
	kindsWidth   = 96
	titleLeast   = 60
	headHeight   = 34
	edge         = 10 // from a card's edge to its fields
)

// MinSize implements fyne.Layout.
func (h *headRow) MinSize(o []fyne.CanvasObject) fyne.Size {
	width := titleLeast + 2*edge
	for i, o := range o {
		if i != headTitle && i != headKinds {
			width += int(h.widthOf(i, o)) + 6
		}
	}
	return fyne.NewSize(float32(width), max(headHeight, o[headTitle].MinSize().Height))
}

func (*headRow) widthOf(i int, o fyne.CanvasObject) float32 {
	switch {
	case i == headMinutes:
		return minutesWidth
	case i == headKinds:
		return kindsWidth
	case !o.Visible() && i > headTitle:
		return 0
	}
	return o.MinSize().Width
}

// Layout implements fyne.Layout. Where it is narrow the bar of kinds gives way.
func (h *headRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	put := func(i int, x float32) float32 {
		least := fyne.NewSize(h.widthOf(i, o[i]), o[i].MinSize().Height)
		o[i].Resize(least)
		o[i].Move(fyne.NewPos(x, (size.Height-least.Height)/2))
		return least.Width
	}
	left, right := float32(edge)-4, size.Width-edge
	for i := range headTitle {
		left += put(i, left)
	}
	for i := len(o) - 1; i > headTitle; i-- {
		width := h.widthOf(i, o[i])
		if i == headKinds && (!o[i].Visible() || right-width-6-left < h.title()) {
			o[i].Resize(fyne.NewSize(0, 0))
			continue
		}
		put(i, right-width)
		right -= width + 6
	}
	height := o[headTitle].MinSize().Height
	o[headTitle].Resize(fyne.NewSize(max(0, right-left), height))
	o[headTitle].Move(fyne.NewPos(left, (size.Height-height)/2))
}

// footRow is the label, the field and the links at the bottom of a card. Where
// there is no room for all of them side by side, the links go below.
type footRow struct{ width float32 }

// fieldLeast is the room that a field needs beside links.
const fieldLeast = 180

// beside reports whether the links have room beside the field, and gives them
// their width if not.
func (f *footRow) beside(o []fyne.CanvasObject) bool {
	links := o[2].(*fyne.Container)
	row := links.Layout.(*flow)
	row.width = 0
	if f.width == 0 || o[0].MinSize().Width+fieldLeast+links.MinSize().Width <= f.width-2*edge-18 {
		return true
	}
	row.width = f.width - 2*edge - 8
	return false
}

// MinSize implements fyne.Layout. The height is that for the width it has now.
func (f *footRow) MinSize(o []fyne.CanvasObject) fyne.Size {
	field := max(o[1].MinSize().Height, o[0].MinSize().Height)
	if f.beside(o) {
		return fyne.NewSize(160, max(field, o[2].MinSize().Height+8))
	}
	return fyne.NewSize(160, field+o[2].MinSize().Height+6)
}

// Layout implements fyne.Layout.
func (f *footRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	label, field := o[0].MinSize(), o[1].MinSize().Height
	x, right := edge+4+label.Width+4, size.Width-edge
	row := size.Height
	if f.beside(o) {
		links := o[2].MinSize()
		o[2].Resize(links)
		o[2].Move(fyne.NewPos(right-links.Width, (row-links.Height)/2))
		right -= links.Width + 6
	} else {
		links := o[2].MinSize().Height
		row = size.Height - links - 6
		o[2].Resize(fyne.NewSize(max(0, size.Width-2*edge-8), links))
		o[2].Move(fyne.NewPos(edge+4, row))
	}
	o[0].Resize(label)
	o[0].Move(fyne.NewPos(edge+4, (row-label.Height)/2))
	o[1].Resize(fyne.NewSize(max(0, right-x), field)) // as high as its line, so that this stands on the label's
	o[1].Move(fyne.NewPos(x, max(0, (row-field)/2)))
}

// flow lays things side by side, and in the next row where width is used up.
type flow struct {
	gap   float32
	width float32 // 0 is one row, however wide
}

// arrange returns the size that the objects take below a height, and moves them
// there if wanted.
func (f *flow) arrange(objects []fyne.CanvasObject, top float32, move bool) fyne.Size {
	var size fyne.Size
	x, y := float32(0), float32(0)
	for _, o := range objects {
		least := o.MinSize()
		if x > 0 && f.width > 0 && x+least.Width > f.width {
			x, y = 0, size.Height+f.gap/2
		}
		if move {
			o.Resize(least)
			o.Move(fyne.NewPos(x, top+y))
		}
		size = size.Max(fyne.NewSize(x+least.Width, y+least.Height))
		x += least.Width + f.gap
	}
	return size
}

// MinSize implements fyne.Layout.
func (f *flow) MinSize(objects []fyne.CanvasObject) fyne.Size { return f.arrange(objects, 0, false) }

// Layout implements fyne.Layout. What is lower than its place stands in the middle.
func (f *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.arrange(objects, max(0, (size.Height-f.MinSize(objects).Height)/2), true)
}

// noteRow leaves the margin of a card around a note.
type noteRow struct{}

// MinSize implements fyne.Layout.
func (noteRow) MinSize(o []fyne.CanvasObject) fyne.Size {
	if !o[0].Visible() {
		return fyne.Size{}
	}
	return o[0].MinSize().AddWidthHeight(2*edge+8, 6)
}

// Layout implements fyne.Layout.
func (noteRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(max(0, size.Width-2*edge-8), max(0, size.Height-6)))
	o[0].Move(fyne.NewPos(edge+4, 3))
}

// cardRows stacks the parts of a card without gaps, with a little room above
// and below.
type cardRows struct{}

const cardPad = 4

// MinSize implements fyne.Layout.
func (cardRows) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, 2*cardPad)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		least := o.MinSize()
		size = fyne.NewSize(max(size.Width, least.Width), size.Height+least.Height)
	}
	return size
}

// Layout implements fyne.Layout.
func (cardRows) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(cardPad)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		if o.Size().Width != size.Width {
			o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		}
		height := o.MinSize().Height
		o.Resize(fyne.NewSize(size.Width, height))
		o.Move(fyne.NewPos(0, y))
		y += height
	}
}

// rule is a thin line with a little room at both sides.
type rule struct {
	widget.BaseWidget
}

func newRule() *rule {
	r := &rule{}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer implements fyne.Widget.
func (r *rule) CreateRenderer() fyne.WidgetRenderer {
	line := canvas.NewRectangle(color.Transparent)
	rr := &ruleRenderer{rule: r, line: line}
	rr.Refresh()
	return rr
}

type ruleRenderer struct {
	rule *rule
	line *canvas.Rectangle
}

func (r *ruleRenderer) Destroy()                     {}
func (r *ruleRenderer) MinSize() fyne.Size           { return fyne.NewSize(1, 5) }
func (r *ruleRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.line} }

func (r *ruleRenderer) Layout(size fyne.Size) {
	r.line.Resize(fyne.NewSize(max(0, size.Width-2*(edge+4)), 1))
	r.line.Move(fyne.NewPos(edge+4, 2))
}

func (r *ruleRenderer) Refresh() {
	r.line.FillColor = r.rule.Theme().Color(theme.ColorNameLine, fyne.CurrentApp().Settings().ThemeVariant())
	canvas.Refresh(r.line)
}

// spread gives its first object all the width that the second leaves.
type spread struct{}

// MinSize implements fyne.Layout.
func (spread) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(a.Width+8+b.Width, max(a.Height, b.Height))
}

// Layout implements fyne.Layout.
func (spread) Layout(o []fyne.CanvasObject, size fyne.Size) {
	right := o[1].MinSize()
	o[1].Resize(right)
	o[1].Move(fyne.NewPos(size.Width-right.Width, (size.Height-right.Height)/2))
	left := fyne.NewSize(max(0, size.Width-right.Width-8), o[0].MinSize().Height)
	o[0].Resize(left)
	o[0].Move(fyne.NewPos(0, (size.Height-left.Height)/2))
}

// grid lays fields side by side, as many in a row as there is room for.
type grid struct {
	least float32 // width of a field
	row   int     // how many fields fitted into a row last time
}

const gridGap = 10

// columns returns how many fields fit into a row.
func (g *grid) columns(n int, width float32) int {
	return max(1, min(n, int((width+gridGap)/(g.least+gridGap))))
}

// MinSize implements fyne.Layout. Before it has a width it asks for one row.
func (g *grid) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if len(objects) == 0 {
		return fyne.Size{}
	}
	height := objects[0].MinSize().Height
	row := g.row
	if row == 0 {
		row = len(objects)
	}
	lines := (len(objects) + row - 1) / row
	return fyne.NewSize(g.least, float32(lines)*height+float32(lines-1)*gridGap)
}

// Layout implements fyne.Layout.
func (g *grid) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	row := g.columns(len(objects), size.Width)
	g.row = row
	width := (size.Width - float32(row-1)*gridGap) / float32(row)
	for i, o := range objects {
		height := o.MinSize().Height
		o.Resize(fyne.NewSize(width, height))
		o.Move(fyne.NewPos(float32(i%row)*(width+gridGap), float32(i/row)*(height+gridGap)))
	}
}

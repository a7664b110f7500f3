package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
)

// RowInset is the room around the content of a row.
const RowInset = 10

// The size of the dots that open a row's menu.
const (
	dotsWidth  = 28
	dotsHeight = 18
)

// row is one of Rows: its content on a card when it is selected, and dots for its menu under the pointer.
type row struct {
	widget.BaseWidget
	touch

	rows    *Rows
	index   int
	content fyne.CanvasObject
}

var (
	_ fyne.Tappable          = (*row)(nil)
	_ fyne.SecondaryTappable = (*row)(nil)
)

func newRow(rows *Rows, content fyne.CanvasObject) *row {
	r := &row{rows: rows, content: content}
	r.ExtendBaseWidget(r)
	return r
}

// Tapped implements fyne.Tappable.
func (r *row) Tapped(e *fyne.PointEvent) {
	switch {
	case r.onDots(e.Position) && r.rows.OnMenu != nil:
		r.rows.SetCursor(r.index)
		r.rows.OnMenu(r.index, e.AbsolutePosition)
	case r.rows.OnTapped != nil:
		r.rows.SetCursor(r.index)
		r.rows.OnTapped(r.index)
	}
}

// TappedSecondary implements fyne.SecondaryTappable.
func (r *row) TappedSecondary(e *fyne.PointEvent) {
	if r.rows.OnMenu != nil {
		r.rows.SetCursor(r.index)
		r.rows.OnMenu(r.index, e.AbsolutePosition)
	}
}

// onDots reports whether a position is that of the dots.
func (r *row) onDots(at fyne.Position) bool {
	return r.hovered && at.X > r.Size().Width-dotsWidth-RowInset && at.Y < RowInset+dotsHeight
}

// CreateRenderer implements fyne.Widget.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	r.wire(r.Refresh, func() bool { return r.rows.OnTapped != nil })
	p := &rowRenderer{row: r, face: newCardFace(), halo: newHalo(), back: &canvas.Rectangle{StrokeWidth: 1, CornerRadius: dotsHeight / 2}, dots: &canvas.Text{Text: "···", TextStyle: fyne.TextStyle{Bold: true}}}
	p.objects = []fyne.CanvasObject{p.face.paper, p.halo.veil, r.content, p.back, p.dots, p.halo.ring}
	p.Refresh()
	return p
}

type rowRenderer struct {
	scene
	halo
	row  *row
	face cardFace
	back *canvas.Rectangle
	dots *canvas.Text
}

func (p *rowRenderer) MinSize() fyne.Size { return fyne.NewSize(2*RowInset, 2*RowInset) }

func (p *rowRenderer) Layout(size fyne.Size) {
	l := lookOf(p.row)
	p.face.layout(l, size)
	p.halo.layout(size, l.size(theme.SizeNameRadius))
	place(p.row.content, RowInset, RowInset, size.Width-2*RowInset, size.Height-2*RowInset)
	place(p.back, size.Width-dotsWidth-RowInset/2, RowInset, dotsWidth, dotsHeight)
	dots := p.dots.MinSize()
	placeText(p.dots, size.Width-RowInset/2-(dotsWidth+dots.Width)/2, RowInset+(dotsHeight-dots.Height)/2)
}

func (p *rowRenderer) Refresh() {
	r, l := p.row, lookOf(p.row)
	p.face.refresh(l, theme.Neutral, false)
	p.halo.refresh(l, &r.touch)
	show(p.face.edge, false)
	show(p.face.ring, false)
	show(p.face.paper, r.index == r.rows.Selected)
	show(p.halo.ring, r.rows.focused && r.index == r.rows.Cursor())
	p.back.FillColor, p.back.StrokeColor = l.color(theme.ColorNamePanel), l.color(theme.ColorNameLine)
	p.dots.Color, p.dots.TextSize = l.color(theme.ColorNameSoftInk), l.size(theme.SizeNameCaption)
	menu := r.hovered && r.rows.OnMenu != nil
	show(p.back, menu)
	show(p.dots, menu)
	p.Layout(r.Size())
	canvas.Refresh(r)
}

package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
)

// OutlineRow is one section in an Outline.
type OutlineRow struct {
	Number, Title, Time string
	Tone                theme.Tone // of the time: Message where it wants a look
	Quiet               bool       // greys the row: what is left out
	Segments            []Segment  // what its items are, by their time
}

// Outline is a talk at a glance: a row a section, with its number, title and time and a bar of what its items are. The arrows go
// through it, Enter chooses, and a row can be dragged to another place.
type Outline struct {
	widget.BaseWidget
	touch

	Rows     []OutlineRow
	Selected int // from 0; below 0 is none

	// OnSelected is called when the arrows or a tap select a row, OnChosen when it is tapped or Enter is pressed.
	OnSelected func(row int)
	OnChosen   func(row int)
	// OnMoved is called when a row is dropped in the place of another.
	OnMoved func(from, to int)

	dragged, target int // rows from 1 while one is dragged
}

var (
	_ fyne.Widget      = (*Outline)(nil)
	_ fyne.Tappable    = (*Outline)(nil)
	_ fyne.Focusable   = (*Outline)(nil)
	_ fyne.Disableable = (*Outline)(nil)
	_ fyne.Draggable   = (*Outline)(nil)
)

// RowHeight is how high each row is.
func (o *Outline) RowHeight() float32 { return lookOf(o).size(theme.SizeNameBody) + 29 }

// rowAt returns the row at a height, held to those there are.
func (o *Outline) rowAt(y float32) int {
	return clamp(int(y/o.RowHeight()), 0, len(o.Rows)-1)
}

func (o *Outline) choose(row int) {
	o.selectRow(row)
	if o.OnChosen != nil && row >= 0 && row < len(o.Rows) {
		o.OnChosen(row)
	}
}

func (o *Outline) selectRow(row int) {
	if len(o.Rows) == 0 {
		return
	}
	if row = clamp(row, 0, len(o.Rows)-1); row != o.Selected {
		o.Selected = row
		o.Refresh()
		if o.OnSelected != nil {
			o.OnSelected(row)
		}
	}
}

// Tapped implements fyne.Tappable.
func (o *Outline) Tapped(e *fyne.PointEvent) {
	if len(o.Rows) > 0 {
		o.choose(o.rowAt(e.Position.Y))
	}
}

// TypedKey implements fyne.Focusable.
func (o *Outline) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp:
		o.selectRow(o.Selected - 1)
	case fyne.KeyDown:
		o.selectRow(o.Selected + 1)
	case fyne.KeyHome, fyne.KeyPageUp:
		o.selectRow(0)
	case fyne.KeyEnd, fyne.KeyPageDown:
		o.selectRow(len(o.Rows) - 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		o.choose(o.Selected)
	case fyne.KeyF1:
		PassKey(o, e)
	default:
		PassKey(o, e)
	}
}

// TypedRune implements fyne.Focusable.
func (o *Outline) TypedRune(r rune) { PassRune(o, r) }

// Dragged implements fyne.Draggable.
func (o *Outline) Dragged(e *fyne.DragEvent) {
	if o.OnMoved == nil || len(o.Rows) == 0 {
		return
	}
	if o.dragged == 0 {
		o.dragged = o.rowAt(e.Position.Y-e.Dragged.DY) + 1
	}
	if target := o.rowAt(e.Position.Y) + 1; target != o.target {
		o.target = target
		o.Refresh()
	}
}

// DragEnd implements fyne.Draggable.
func (o *Outline) DragEnd() {
	from, to := o.dragged, o.target
	o.dragged, o.target = 0, 0
	o.Refresh()
	if from > 0 && to > 0 && from != to {
		o.OnMoved(from-1, to-1)
	}
}

// Focused reports whether the outline has the focus.
func (o *Outline) Focused() bool { return o.focused }

// Disabled implements fyne.Disableable.
func (o *Outline) Disabled() bool { return o.OnChosen == nil || len(o.Rows) == 0 }

// MinSize implements fyne.CanvasObject.
func (o *Outline) MinSize() fyne.Size {
	o.ExtendBaseWidget(o)
	return o.BaseWidget.MinSize()
}

// CreateRenderer implements fyne.Widget.
func (o *Outline) CreateRenderer() fyne.WidgetRenderer {
	o.ExtendBaseWidget(o)
	o.wire(o.Refresh, func() bool { return !o.Disabled() })
	r := &outlineRenderer{outline: o, back: &canvas.Rectangle{}, ring: &canvas.Rectangle{StrokeWidth: 2}, line: &canvas.Rectangle{}}
	r.Refresh()
	return r
}

// outlineParts are the objects of one row.
type outlineParts struct {
	number, title, time *Text
	bar                 *PaceBar
}

type outlineRenderer struct {
	scene
	outline          *Outline
	back, ring, line *canvas.Rectangle // of the row that is selected; of the focus; where a row would be dropped
	rows             []outlineParts
}

func (r *outlineRenderer) MinSize() fyne.Size {
	return fyne.NewSize(160, float32(len(r.outline.Rows))*r.outline.RowHeight())
}

func (r *outlineRenderer) Layout(size fyne.Size) {
	o, l := r.outline, lookOf(r.outline)
	height, gap := o.RowHeight(), l.size(theme.SizeNameSpace2)
	words := l.size(theme.SizeNameBody) + 9
	for i := range o.Rows {
		parts, y := r.rows[i], float32(i)*height
		number := max(20, parts.number.MinSize().Width)
		time := parts.time.MinSize().Width
		place(parts.number, gap, y+4, number, words)
		place(parts.time, size.Width-gap-time, y+4, time, words)
		left := 2*gap + number
		place(parts.title, left, y+4, max(0, size.Width-left-2*gap-time), words)
		place(parts.bar, left, y+words+7, max(0, size.Width-left-gap), parts.bar.MinSize().Height)
	}
	top := float32(o.Selected) * height
	for _, o := range []*canvas.Rectangle{r.back, r.ring} {
		place(o, 0, top, size.Width, height)
		o.CornerRadius = l.size(theme.SizeNameRadiusSmall)
	}
	at := float32(o.target-1) * height
	if o.target > o.dragged {
		at += height
	}
	place(r.line, 0, at-1, size.Width, 3)
}

func (r *outlineRenderer) Refresh() {
	o, l := r.outline, lookOf(r.outline)
	r.objects = []fyne.CanvasObject{r.back}
	for i, row := range o.Rows {
		if i == len(r.rows) {
			r.rows = append(r.rows, outlineParts{
				number: &Text{ColorName: theme.ColorNameSoftInk, Flow: FlowLine, Align: fyne.TextAlignTrailing},
				title:  &Text{Flow: FlowEllipsis}, time: &Text{Flow: FlowLine, SizeName: theme.SizeNameCaption}, bar: &PaceBar{Height: 4, OnSegment: func(int) { o.choose(i) }},
			})
		}
		parts := r.rows[i]
		title, ink := theme.ColorNameInk, row.Tone.Ink()
		if row.Quiet {
			title = theme.ColorNameSoftInk
		}
		parts.number.SetText(row.Number)
		if parts.title.Text != row.Title || parts.title.ColorName != title {
			parts.title.Text, parts.title.ColorName = row.Title, title
			parts.title.Refresh()
		}
		if parts.time.Text != row.Time || parts.time.ColorName != ink {
			parts.time.Text, parts.time.ColorName = row.Time, ink
			parts.time.Refresh()
		}
		parts.bar.Segments = row.Segments
		parts.bar.Refresh()
		r.objects = append(r.objects, parts.number, parts.title, parts.time, parts.bar)
	}
	r.objects = append(r.objects, r.ring, r.line)
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = l.color(theme.ColorNameCard), l.color(theme.ColorNameLine), 1
	r.ring.StrokeColor, r.line.FillColor = l.color(fynetheme.ColorNamePrimary), l.color(fynetheme.ColorNamePrimary)
	show(r.back, o.Selected >= 0 && o.Selected < len(o.Rows))
	show(r.ring, o.focused && r.back.Visible())
	show(r.line, o.target > 0 && o.target != o.dragged)
	r.Layout(o.Size())
	canvas.Refresh(o)
}

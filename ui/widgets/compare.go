package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
)

// CompareRow is a section with its planned and its actual time.
type CompareRow struct {
	Title           string
	Planned, Actual int    // seconds
	Note            string // behind the bars, as in "5:18 · +1:18"
	Tone            theme.Tone
}

// CompareBars shows times against their plan: the plan above in grey, what it was below in its tone, all rows to one scale.
type CompareBars struct {
	widget.BaseWidget

	Rows []CompareRow
	// OnRow is called with the index of a row that is tapped.
	OnRow func(index int)
}

var (
	_ fyne.Widget   = (*CompareBars)(nil)
	_ fyne.Tappable = (*CompareBars)(nil)
)

const (
	compareBar   = 9    // the height of a bar
	compareRow   = 46   // the height of a row, with body text as designed
	compareTitle = 0.36 // the share of the width that titles may take
	compareLeast = 360
)

// Tapped implements fyne.Tappable.
func (c *CompareBars) Tapped(e *fyne.PointEvent) {
	if c.OnRow == nil || len(c.Rows) == 0 || c.Size().Height <= 0 {
		return
	}
	c.OnRow(clamp(int(e.Position.Y/c.Size().Height*float32(len(c.Rows))), 0, len(c.Rows)-1))
}

// MinSize implements fyne.CanvasObject.
func (c *CompareBars) MinSize() fyne.Size {
	c.ExtendBaseWidget(c)
	return c.BaseWidget.MinSize()
}

// CreateRenderer implements fyne.Widget.
func (c *CompareBars) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	r := &compareRenderer{bars: c}
	r.Refresh()
	return r
}

type compareParts struct {
	title           *Text
	planned, actual *canvas.Rectangle
	note            *canvas.Text
}

type compareRenderer struct {
	scene
	bars *CompareBars
	rows []compareParts
}

func (r *compareRenderer) rowHeight() float32 {
	return max(compareRow, 3*lookOf(r.bars).size(theme.SizeNameBody))
}

func (r *compareRenderer) MinSize() fyne.Size {
	return fyne.NewSize(compareLeast, r.rowHeight()*float32(len(r.rows)))
}

func (r *compareRenderer) Layout(size fyne.Size) {
	if len(r.rows) == 0 || len(r.rows) != len(r.bars.Rows) {
		return // nothing to lay out, or a Refresh is still to come
	}
	l := lookOf(r.bars)
	gap := l.size(theme.SizeNameSpace2)
	titles, notes, longest := float32(0), float32(0), 1
	for i, p := range r.rows {
		_, title := p.title.set(0)
		titles, notes = max(titles, title.Width), max(notes, p.note.MinSize().Width)
		longest = max(longest, r.bars.Rows[i].Planned, r.bars.Rows[i].Actual)
	}
	titles = min(titles, size.Width*compareTitle)
	left := titles + 2*gap
	room := max(0, size.Width-left-gap-notes)
	height := size.Height / float32(len(r.rows))
	for i, p := range r.rows {
		row := r.bars.Rows[i]
		middle := height * (float32(i) + 0.5)
		tall, note := p.title.heightFor(titles), p.note.MinSize()
		place(p.title, 0, middle-tall/2, titles, tall)
		planned, actual := room*float32(row.Planned)/float32(longest), room*float32(row.Actual)/float32(longest)
		place(p.planned, left, middle-compareBar-1, planned, compareBar)
		place(p.actual, left, middle+1, actual, compareBar)
		placeText(p.note, left+max(planned, actual)+gap, middle-note.Height/2)
	}
}

func (r *compareRenderer) Refresh() {
	l := lookOf(r.bars)
	for len(r.rows) < len(r.bars.Rows) {
		r.rows = append(r.rows, compareParts{
			title: &Text{Flow: FlowWrap, Lines: 2}, note: &canvas.Text{},
			planned: &canvas.Rectangle{CornerRadius: 3}, actual: &canvas.Rectangle{CornerRadius: 3},
		})
	}
	r.rows = r.rows[:len(r.bars.Rows)]
	r.objects = r.objects[:0]
	for i, p := range r.rows {
		row := r.bars.Rows[i]
		p.title.Text = row.Title
		p.title.Refresh()
		p.planned.FillColor, p.actual.FillColor = l.color(theme.ColorNameLine), l.color(row.Tone.Fill())
		p.note.Text, p.note.TextSize, p.note.Color = row.Note, l.size(theme.SizeNameBody), l.color(theme.ColorNameSoftInk)
		r.objects = append(r.objects, p.title, p.planned, p.actual, p.note)
	}
	r.Layout(r.bars.Size())
	canvas.Refresh(r.bars)
}

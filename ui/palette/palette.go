package palette

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// Palette lies over the window while something is looked for. It is for the UI
// goroutine.
type Palette struct {
	widget.BaseWidget

	canvas fyne.Canvas
	choose func(Item)
	index  *index
	found  results
	slot   slot

	panel *panel
	query *query
	rows  []*row
	none  *widgets.Text // where nothing is found
	place *widgets.Text // which of how many
	foot  *fyne.Container
	face  *canvas.Rectangle
}

var (
	_ fyne.Widget   = (*Palette)(nil)
	_ fyne.Tappable = (*Palette)(nil)
)

// Show opens the palette over a window. recent are the titles of what was chosen
// before, the latest first. choose gets the item that the reader wants, once the
// palette is closed; when it is only left, choose is not called.
func Show(c fyne.Canvas, items []Item, recent []string, choose func(Item)) *Palette {
	p := &Palette{canvas: c, choose: choose, index: newIndex(items, recent)}
	p.slot.rows = mostRows
	p.ExtendBaseWidget(p)
	p.build()
	p.search("")
	c.Overlays().Add(p)
	c.Focus(p.query)
	return p
}

// build makes the parts.
func (p *Palette) build() {
	p.query = newQuery(p)
	p.none = &widgets.Text{Text: lang.L("Nothing like that. A few letters of a few words are enough: “mo up” finds “Move section up”."),
		ColorName: theme.ColorNameSoftInk, Flow: widgets.FlowWrap}
	p.place = widgets.Caption("")
	p.place.Align = fyne.TextAlignTrailing
	p.foot = container.New(&footLayout{},
		&widgets.KeyHint{Key: "↑ ↓", Text: lang.L("choose"), OnTapped: func() { p.step(+1) }},
		&widgets.KeyHint{Key: lang.L("Enter"), Text: lang.L("do it"), OnTapped: p.take},
		&widgets.KeyHint{Key: "Esc", Text: lang.L("close"), OnTapped: p.Close},
		p.place)
	p.face = &canvas.Rectangle{StrokeWidth: 1}
	p.panel = newPanel(p)
}

// Close takes the palette away.
func (p *Palette) Close() { p.canvas.Overlays().Remove(p) }

// Tapped implements fyne.Tappable: a tap beside the panel closes the palette.
func (p *Palette) Tapped(*fyne.PointEvent) { p.Close() }

// search shows what answers a query.
func (p *Palette) search(text string) {
	p.found = p.index.search(text)
	p.slot.reset(p.found.count())
	p.show()
	p.Refresh()
}

// step goes up or down by one.
func (p *Palette) step(by int) {
	p.slot.step(by)
	p.show()
}

// page goes up or down by what can be seen.
func (p *Palette) page(by int) {
	p.slot.page(by)
	p.show()
}

// scroll moves what can be seen.
func (p *Palette) scroll(by int) {
	p.slot.scroll(by)
	p.show()
}

// point chooses what is in a row.
func (p *Palette) point(row int) {
	if i := p.slot.top + row; i != p.slot.chosen {
		p.slot.choose(i)
		p.show()
	}
}

// take does what is chosen.
func (p *Palette) take() {
	if p.slot.chosen < 0 {
		return
	}
	item := p.found.at(p.slot.chosen).Item
	p.Close()
	p.choose(item)
}

// show brings the rows to what can be seen of the list.
func (p *Palette) show() {
	for len(p.rows) < p.slot.rows {
		p.rows = append(p.rows, newRow(p, len(p.rows)))
		p.panel.parts.Add(p.rows[len(p.rows)-1])
	}
	for i, r := range p.rows {
		if i < p.slot.seen() {
			r.fill(p.found.at(p.slot.top+i), p.slot.top+i == p.slot.chosen)
			r.Show()
		} else {
			r.Hide()
		}
	}
	if p.slot.count == 0 {
		p.none.Show()
		p.place.SetText("")
		return
	}
	p.none.Hide()
	p.place.SetText(lang.L("{{.Number}} of {{.Count}}", map[string]any{"Number": p.slot.chosen + 1, "Count": p.slot.count}))
}

// CreateRenderer implements fyne.Widget.
func (p *Palette) CreateRenderer() fyne.WidgetRenderer {
	return &paletteRenderer{palette: p, shade: &canvas.Rectangle{}}
}

// query is the field that says what is looked for. It has the focus as long as
// the palette stands, and gives the keys of the list to it.
type query struct {
	widget.Entry
	palette *Palette
}

func newQuery(p *Palette) *query {
	q := &query{palette: p}
	q.PlaceHolder = lang.L("A command, a section, a talk")
	q.OnChanged = p.search
	q.ExtendBaseWidget(q)
	return q
}

// TypedKey implements fyne.Focusable.
func (q *query) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		q.palette.Close()
	case fyne.KeyReturn, fyne.KeyEnter:
		q.palette.take()
	case fyne.KeyUp:
		q.palette.step(-1)
	case fyne.KeyDown:
		q.palette.step(+1)
	case fyne.KeyPageUp:
		q.palette.page(-1)
	case fyne.KeyPageDown:
		q.palette.page(+1)
	default:
		q.Entry.TypedKey(e)
	}
}

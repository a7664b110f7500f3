package palette

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// row shows an item: its title with the letters that answered, a note, keys.
type row struct {
	widget.BaseWidget

	palette *Palette
	number  int // of the row, from 0
	chosen  bool

	back        *canvas.Rectangle
	title, note *widgets.Text
	keys        *widgets.KeyHint
	parts       *fyne.Container
}

var (
	_ fyne.Tappable      = (*row)(nil)
	_ desktop.Hoverable  = (*row)(nil)
	_ desktop.Cursorable = (*row)(nil)
)

func newRow(p *Palette, number int) *row {
	r := &row{palette: p, number: number, back: &canvas.Rectangle{}}
	r.title = &widgets.Text{Flow: widgets.FlowEllipsis}
	r.note = &widgets.Text{Flow: widgets.FlowEllipsis, ColorName: theme.ColorNameSoftInk, SizeName: theme.SizeNameCaption, Align: fyne.TextAlignTrailing}
	r.keys = &widgets.KeyHint{OnTapped: func() { r.Tapped(nil) }}
	r.parts = container.New(&rowLayout{r}, r.back, r.title, r.note, r.keys)
	r.ExtendBaseWidget(r)
	return r
}

// fill shows an item.
func (r *row) fill(f Found, chosen bool) {
	r.chosen = chosen
	var spans []widgets.Span
	if f.On {
		spans = append(spans, widgets.Span{Text: "✓ ", ColorName: theme.ColorNameGiveInk, Style: fyne.TextStyle{Bold: true}})
	}
	r.title.SetSpans(append(spans, marked(f.Title, f.InTitle)...)...)
	r.note.Text = f.Note
	r.note.SetSpans(marked(f.Note, f.InNote)...)
	r.keys.Key = f.Keys
	if f.Keys == "" {
		r.keys.Hide()
	} else {
		r.keys.Show()
	}
	r.Refresh()
}

// marked cuts a text into what was typed, which stands out, and the rest.
func marked(text string, at []int) []widgets.Span {
	var spans []widgets.Span
	letters := []rune(text)
	add := func(from, to int, answered bool) {
		if from == to {
			return
		}
		span := widgets.Span{Text: string(letters[from:to])}
		if answered {
			span.ColorName, span.Style = theme.ColorNameClarityInk, fyne.TextStyle{Bold: true}
		}
		spans = append(spans, span)
	}
	done := 0
	for i := 0; i < len(at); {
		from := at[i]
		to := from
		for i < len(at) && at[i] == to {
			i, to = i+1, to+1
		}
		add(done, from, false)
		add(from, to, true)
		done = to
	}
	add(done, len(letters), false)
	return spans
}

// Refresh implements fyne.CanvasObject.
func (r *row) Refresh() {
	variant := fyne.CurrentApp().Settings().ThemeVariant()
	r.back.FillColor = r.Theme().Color(theme.ColorNameClarityTint, variant)
	r.back.CornerRadius = r.Theme().Size(theme.SizeNameRadiusSmall)
	r.back.Hidden = !r.chosen
	r.keys.Refresh()
	r.parts.Layout.Layout(r.parts.Objects, r.parts.Size())
	r.BaseWidget.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (r *row) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.parts) }

// Tapped implements fyne.Tappable.
func (r *row) Tapped(*fyne.PointEvent) {
	r.palette.point(r.number)
	r.palette.take()
}

// MouseIn implements desktop.Hoverable. A palette that opens below the pointer
// is not chosen from: the pointer has to move.
func (r *row) MouseIn(*desktop.MouseEvent) {}

// MouseMoved implements desktop.Hoverable.
func (r *row) MouseMoved(*desktop.MouseEvent) { r.palette.point(r.number) }

// MouseOut implements desktop.Hoverable.
func (r *row) MouseOut() {}

// Cursor implements desktop.Cursorable.
func (r *row) Cursor() desktop.Cursor { return desktop.PointerCursor }

// rowLayout puts the title at the left, note and keys at the right.
type rowLayout struct{ row *row }

// noteShare is how much of a row a note takes at most.
const noteShare = 0.45

// MinSize implements fyne.Layout.
func (l *rowLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }

// Layout implements fyne.Layout.
func (l *rowLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	r, gap := l.row, l.row.Theme().Size(theme.SizeNameSpace2)
	r.back.Resize(size)
	right := size.Width - gap
	if r.keys.Visible() {
		keys := r.keys.MinSize()
		right -= keys.Width
		r.keys.Move(fyne.NewPos(right, (size.Height-keys.Height)/2))
		r.keys.Resize(keys)
		right -= gap
	}
	if r.note.Text != "" {
		style := fyne.TextStyle{Bold: true} // the widest that it may be
		width := min(fyne.MeasureText(r.note.Text, r.Theme().Size(theme.SizeNameCaption), style).Width+1, size.Width*noteShare)
		right -= width
		r.note.Move(fyne.NewPos(right, 0))
		r.note.Resize(fyne.NewSize(width, size.Height))
		right -= gap
	} else {
		r.note.Resize(fyne.NewSize(0, size.Height))
	}
	r.title.Move(fyne.NewPos(gap, 0))
	r.title.Resize(fyne.NewSize(max(0, right-gap), size.Height))
}

package widgets

import (
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
)

// Rows is a list of any length in which only the rows in sight exist. It takes the focus as one: arrows move a ring from row to row.
// Fyne's own list has one height for all, and its looks.
type Rows struct {
	widget.BaseWidget

	Count  int
	Height func(row int) float32
	// New makes the content of a row, and Fill fills it for one: contents are used again.
	New  func() fyne.CanvasObject
	Fill func(row int, content fyne.CanvasObject)
	// Selected is the row that is lifted from its surface; -1 is none.
	Selected int

	// OnTapped is called for a row that is tapped, or chosen by Enter or Space.
	OnTapped func(row int)
	// OnMenu is called when the menu of a row is asked for: by its dots, the other mouse button, the menu key or Shift+F10. at is in the window.
	OnMenu func(row int, at fyne.Position)
	// OnKey is called for keys that the list has no use for.
	OnKey func(row int, key fyne.KeyName)
	// OnRune is called for what is typed.
	OnRune func(r rune)

	cursor  int
	pending int // a row to be revealed once there is room, from 1; 0 is none
	focused bool
	shift   bool

	scroll *container.Scroll
	body   *fyne.Container
	tops   []float32    // where each row begins, and where the last one ends
	shown  map[int]*row // by index
	spare  []*row
}

var (
	_ fyne.Widget     = (*Rows)(nil)
	_ fyne.Focusable  = (*Rows)(nil)
	_ desktop.Keyable = (*Rows)(nil)
)

// CreateRenderer implements fyne.Widget.
func (r *Rows) CreateRenderer() fyne.WidgetRenderer {
	r.ExtendBaseWidget(r)
	r.shown = make(map[int]*row)
	r.body = container.New(&rowsLayout{r})
	r.scroll = container.NewVScroll(r.body)
	r.scroll.OnScrolled = func(fyne.Position) { r.fill() }
	r.measure()
	renderer := &rowsRenderer{rows: r}
	renderer.Layout(r.Size())
	return renderer
}

// MinSize implements fyne.CanvasObject.
func (r *Rows) MinSize() fyne.Size {
	r.ExtendBaseWidget(r)
	return r.BaseWidget.MinSize()
}

// Cursor returns the row that keys are for, -1 when there is none.
func (r *Rows) Cursor() int { return min(r.cursor, r.Count-1) }

// SetCursor moves the keys to a row, without scrolling there.
func (r *Rows) SetCursor(row int) {
	r.cursor = max(0, row)
	r.marks()
}

// Reveal scrolls as far as it takes to see a row.
func (r *Rows) Reveal(row int) {
	r.pending = 0
	if row < 0 || row >= r.Count {
		return
	}
	if r.scroll == nil || r.scroll.Size().Height == 0 {
		r.pending = row + 1 // until there is something to see
		return
	}
	top, bottom, height := r.tops[row], r.tops[row+1], r.scroll.Size().Height
	offset := r.scroll.Offset.Y
	switch {
	case top < offset:
		offset = top
	case bottom > offset+height:
		offset = bottom - height
	}
	r.scroll.ScrollToOffset(fyne.NewPos(0, offset))
	r.fill()
}

// InSight reports whether a row, or a part of it, can be seen.
func (r *Rows) InSight(row int) bool { return r.shown[row] != nil }

// ScrollToTop shows the first row.
func (r *Rows) ScrollToTop() {
	if r.scroll != nil {
		r.scroll.ScrollToOffset(fyne.Position{})
		r.fill()
	}
}

// measure finds out where each row stands.
func (r *Rows) measure() {
	gap := fyne.CurrentApp().Settings().Theme().Size(theme.SizeNameSpace1) / 2
	r.tops = append(r.tops[:0], 0)
	for i := range r.Count {
		r.tops = append(r.tops, r.tops[i]+r.Height(i)+gap)
	}
}

// fill puts the rows in sight where they belong.
func (r *Rows) fill() {
	top, bottom := r.scroll.Offset.Y, r.scroll.Offset.Y+r.scroll.Size().Height
	first := max(0, sort.Search(len(r.tops), func(i int) bool { return r.tops[i] > top })-1)
	last := min(r.Count, sort.Search(len(r.tops), func(i int) bool { return r.tops[i] >= bottom }))
	for i, one := range r.shown {
		if i < first || i >= last {
			delete(r.shown, i)
			r.spare = append(r.spare, one)
		}
	}
	changed := len(r.body.Objects) != last-first
	for i := first; i < last; i++ {
		if r.shown[i] == nil {
			r.shown[i] = r.take(i)
			changed = true
		}
		one := r.shown[i]
		place(one, 0, r.tops[i], r.body.Size().Width, r.Height(i))
	}
	if !changed {
		return
	}
	r.body.Objects = r.body.Objects[:0]
	for i := first; i < last; i++ {
		r.body.Objects = append(r.body.Objects, r.shown[i])
	}
	canvas.Refresh(r.body)
}

// take returns a row for an index, made new when none is spare.
func (r *Rows) take(i int) *row {
	var one *row
	if n := len(r.spare); n > 0 {
		one, r.spare = r.spare[n-1], r.spare[:n-1]
		one.hovered = false
	} else {
		one = newRow(r, r.New())
	}
	one.index = i
	r.Fill(i, one.content)
	one.Refresh()
	return one
}

// marks shows which rows are selected and have the cursor.
func (r *Rows) marks() {
	for _, one := range r.shown {
		one.Refresh()
	}
}

// move gives another row the cursor.
func (r *Rows) move(to int) {
	r.cursor = min(max(0, to), max(0, r.Count-1))
	r.Reveal(r.cursor)
	r.marks()
}

// page is how many rows are in sight, less one to keep one's place.
func (r *Rows) page() int { return max(1, len(r.shown)-1) }

// askMenu opens the menu of a row below its title.
func (r *Rows) askMenu(i int) {
	r.Reveal(i)
	if one := r.shown[i]; one != nil && r.OnMenu != nil {
		r.OnMenu(i, fyne.CurrentApp().Driver().AbsolutePositionForObject(one).AddXY(RowInset, RowInset+dotsHeight))
	}
}

// TypedKey implements fyne.Focusable.
func (r *Rows) TypedKey(e *fyne.KeyEvent) {
	if r.Count == 0 {
		PassKey(r, e)
		return
	}
	cursor := r.Cursor()
	switch e.Name {
	case fyne.KeyUp:
		r.move(cursor - 1)
	case fyne.KeyDown:
		r.move(cursor + 1)
	case fyne.KeyHome:
		r.move(0)
	case fyne.KeyEnd:
		r.move(r.Count - 1)
	case fyne.KeyPageUp:
		r.move(cursor - r.page())
	case fyne.KeyPageDown:
		r.move(cursor + r.page())
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if r.OnTapped != nil {
			r.OnTapped(cursor)
		}
	case desktop.KeyMenu:
		r.askMenu(cursor)
	case fyne.KeyF1:
		PassKey(r, e)
	default:
		if e.Name == fyne.KeyF10 && r.shift {
			r.askMenu(cursor)
		} else if r.OnKey != nil {
			r.OnKey(cursor, e.Name)
		}
	}
}

// TypedRune implements fyne.Focusable.
func (r *Rows) TypedRune(typed rune) {
	if r.OnRune != nil && typed != ' ' {
		r.OnRune(typed)
	}
}

// KeyDown implements desktop.Keyable.
func (r *Rows) KeyDown(e *fyne.KeyEvent) { r.hold(e, true) }

// KeyUp implements desktop.Keyable.
func (r *Rows) KeyUp(e *fyne.KeyEvent) { r.hold(e, false) }

func (r *Rows) hold(e *fyne.KeyEvent, down bool) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		r.shift = down
	}
}

// FocusGained implements fyne.Focusable.
func (r *Rows) FocusGained() {
	r.focused = true
	r.move(r.Cursor())
}

// FocusLost implements fyne.Focusable.
func (r *Rows) FocusLost() {
	r.focused, r.shift = false, false
	r.marks()
}

// rowsLayout is the room that all rows take.
type rowsLayout struct{ rows *Rows }

// MinSize implements fyne.Layout.
func (l *rowsLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(1, l.rows.tops[len(l.rows.tops)-1])
}

// Layout implements fyne.Layout.
func (l *rowsLayout) Layout([]fyne.CanvasObject, fyne.Size) { l.rows.fill() }

type rowsRenderer struct {
	rows *Rows
}

func (r *rowsRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.rows.scroll} }

func (r *rowsRenderer) Destroy() {}

func (r *rowsRenderer) MinSize() fyne.Size { return fyne.NewSize(80, 60) }

func (r *rowsRenderer) Layout(size fyne.Size) {
	r.rows.scroll.Resize(size)
	r.rows.fill()
	if size.Height > 0 && r.rows.pending > 0 {
		r.rows.Reveal(r.rows.pending - 1)
	}
}

// Refresh shows the rows anew.
func (r *rowsRenderer) Refresh() {
	rows := r.rows
	rows.measure()
	for i, one := range rows.shown {
		if i >= rows.Count {
			delete(rows.shown, i)
			rows.spare = append(rows.spare, one)
			continue
		}
		rows.Fill(i, one.content)
	}
	size := rows.scroll.Size()
	rows.body.Resize(fyne.NewSize(size.Width, max(size.Height, rows.body.MinSize().Height)))
	rows.scroll.Refresh() // and the rows in it
	canvas.Refresh(rows)
}

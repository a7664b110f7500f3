package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
)

// FindingRow is one thing that would help: what it would gain, what is the matter, and why and what to do.
type FindingRow struct {
	widget.BaseWidget
	touch

	Points string // as in "+9"; may be empty where figures are turned off
	Title  string
	Text   string
	// Tone is how much it matters: Take, Message, Give from the gravest down. The words say it too.
	Tone theme.Tone
	// Quiet greys the row: a finding that was silenced.
	Quiet bool

	// OnTapped is called to go to its place.
	OnTapped func()
	// OnMenu is called with where to open a menu: a tap on the dots, a secondary tap, or the menu key.
	OnMenu func(at fyne.Position)
}

var (
	_ fyne.Widget            = (*FindingRow)(nil)
	_ fyne.Tappable          = (*FindingRow)(nil)
	_ fyne.SecondaryTappable = (*FindingRow)(nil)
	_ fyne.Focusable         = (*FindingRow)(nil)
	_ fyne.Disableable       = (*FindingRow)(nil)
)

// Tapped implements fyne.Tappable.
func (f *FindingRow) Tapped(*fyne.PointEvent) { tap(f.OnTapped) }

// TappedSecondary implements fyne.SecondaryTappable.
func (f *FindingRow) TappedSecondary(e *fyne.PointEvent) {
	if f.OnMenu != nil {
		f.OnMenu(e.AbsolutePosition)
	}
}

// TypedKey implements fyne.Focusable.
func (f *FindingRow) TypedKey(e *fyne.KeyEvent) {
	if e.Name == desktop.KeyMenu && f.OnMenu != nil {
		f.OnMenu(fyne.CurrentApp().Driver().AbsolutePositionForObject(f))
		return
	}
	if !tapKey(e, f.OnTapped) {
		PassKey(f, e)
	}
}

// TypedRune implements fyne.Focusable.
func (f *FindingRow) TypedRune(r rune) { PassRune(f, r) }

// Disabled implements fyne.Disableable.
func (f *FindingRow) Disabled() bool { return f.OnTapped == nil }

// MinSize implements fyne.CanvasObject. The height is that for the width the row has now.
func (f *FindingRow) MinSize() fyne.Size {
	f.ExtendBaseWidget(f)
	return f.BaseWidget.MinSize()
}

// CreateRenderer implements fyne.Widget.
func (f *FindingRow) CreateRenderer() fyne.WidgetRenderer {
	f.ExtendBaseWidget(f)
	f.wire(f.Refresh, func() bool { return !f.Disabled() })
	r := &findingRenderer{
		row: f, face: newCardFace(), halo: newHalo(), points: &canvas.Text{TextStyle: fyne.TextStyle{Bold: true}},
		title: &Text{Flow: FlowWrap, Style: fyne.TextStyle{Bold: true}}, text: &Text{Flow: FlowWrap},
		menu: &Glyph{Text: "···", Aside: true},
	}
	r.menu.OnTapped = func() {
		f.OnMenu(fyne.CurrentApp().Driver().AbsolutePositionForObject(r.menu).AddXY(0, r.menu.Size().Height))
	}
	r.objects = []fyne.CanvasObject{r.face.paper, r.halo.veil, r.points, r.title, r.text, r.menu, r.halo.ring}
	r.Refresh()
	return r
}

type findingRenderer struct {
	scene
	row         *FindingRow
	face        cardFace
	halo        halo
	points      *canvas.Text
	title, text *Text
	menu        *Glyph // shown where there is a menu
}

// findingWidth is what a row asks for before it has a width.
const findingWidth = 160

// indent is where the title begins: behind the points.
func (r *findingRenderer) indent(l look) float32 {
	if r.row.Points == "" {
		return 0
	}
	return r.points.MinSize().Width + l.size(theme.SizeNameSpace2)
}

func (r *findingRenderer) arrange(width float32, move bool) float32 {
	l := lookOf(r.row)
	side, top := l.size(theme.SizeNameSpace3), l.size(theme.SizeNameSpace3)*0.85
	room, indent := max(1, width-2*side), r.indent(l)
	dots := float32(0)
	if r.row.OnMenu != nil {
		dots = r.menu.MinSize().Width
	}
	titleHeight := r.title.heightFor(max(1, room-indent-dots))
	y := top
	if move {
		placeText(r.points, side, y)
		place(r.title, side+indent, y, max(1, room-indent-dots), titleHeight)
		place(r.menu, width-dots-l.size(theme.SizeNameSpace2), y-2, dots, r.menu.MinSize().Height)
	}
	y += titleHeight
	if r.row.Text != "" {
		y += l.size(theme.SizeNameSpace1)
		height := r.text.heightFor(room)
		if move {
			place(r.text, side, y, room, height)
		}
		y += height
	}
	return y + top
}

func (r *findingRenderer) MinSize() fyne.Size {
	width := r.row.Size().Width
	if width == 0 {
		width = findingWidth
	}
	return fyne.NewSize(findingWidth, r.arrange(width, false))
}

func (r *findingRenderer) Layout(size fyne.Size) {
	l := lookOf(r.row)
	r.face.layout(l, size)
	r.halo.layout(size, l.size(theme.SizeNameRadius))
	r.arrange(size.Width, true)
}

func (r *findingRenderer) Refresh() {
	f, l := r.row, lookOf(r.row)
	r.face.refresh(l, theme.Neutral, false)
	r.halo.refresh(l, &f.touch)
	r.points.Text, r.points.TextSize = f.Points, l.size(theme.SizeNameBody)
	r.title.Text, r.text.Text = f.Title, f.Text
	r.title.ColorName, r.text.ColorName = theme.ColorNameInk, theme.ColorNameSoftInk
	tone := f.Tone
	if f.Quiet {
		tone, r.title.ColorName = theme.Neutral, theme.ColorNameSoftInk
	}
	r.points.Color = l.color(tone.Ink())
	show(r.points, f.Points != "")
	show(r.text, f.Text != "")
	show(r.menu, f.OnMenu != nil)
	r.title.Refresh()
	r.text.Refresh()
	r.Layout(f.Size())
	canvas.Refresh(f)
}

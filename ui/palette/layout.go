package palette

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
)

const (
	mostRows  = 10
	mostWidth = 640
	aside     = 24   // least room at either side
	above     = 0.12 // of the window's height above the panel
)

// paletteRenderer lays a shade over the window and the panel upon it.
type paletteRenderer struct {
	palette *Palette
	shade   *canvas.Rectangle
}

func (r *paletteRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.shade, r.palette.panel}
}

func (r *paletteRenderer) Destroy() {}

func (r *paletteRenderer) MinSize() fyne.Size { return fyne.NewSize(1, 1) }

func (r *paletteRenderer) Layout(size fyne.Size) {
	p := r.palette
	r.shade.Resize(size)
	width := min(mostWidth*max(1, p.Theme().Size(theme.SizeNameBody)/13), size.Width-2*aside)
	top := size.Height * above
	rows := int((size.Height - top - aside - p.panel.around()) / p.panel.rowHeight())
	if rows = min(max(rows, 1), mostRows); rows != p.slot.rows {
		p.slot.fit(rows)
		p.show()
	}
	p.panel.Resize(fyne.NewSize(width, 0))
	p.panel.Resize(fyne.NewSize(width, p.panel.MinSize().Height))
	p.panel.Move(fyne.NewPos((size.Width-width)/2, top))
}

func (r *paletteRenderer) Refresh() {
	p := r.palette
	r.shade.FillColor = p.Theme().Color(fynetheme.ColorNameShadow, fyne.CurrentApp().Settings().ThemeVariant())
	r.Layout(p.Size())
	canvas.Refresh(p)
	p.panel.Refresh()
}

// panel is what has the field and the list. It keeps taps to itself, and turns
// the wheel into rows.
type panel struct {
	widget.BaseWidget
	palette *Palette
	parts   *fyne.Container
	turned  float32 // by the wheel, and not yet a row
}

var (
	_ fyne.Tappable   = (*panel)(nil)
	_ fyne.Scrollable = (*panel)(nil)
)

func newPanel(p *Palette) *panel {
	b := &panel{palette: p}
	b.parts = container.New(&panelLayout{b}, p.face, p.query, p.none, p.foot)
	b.ExtendBaseWidget(b)
	return b
}

// Tapped implements fyne.Tappable.
func (b *panel) Tapped(*fyne.PointEvent) { b.palette.canvas.Focus(b.palette.query) }

// Scrolled implements fyne.Scrollable.
func (b *panel) Scrolled(e *fyne.ScrollEvent) {
	b.turned -= e.Scrolled.DY
	rows := int(b.turned / b.rowHeight())
	b.turned -= float32(rows) * b.rowHeight()
	if rows != 0 {
		b.palette.scroll(rows)
	}
}

// CreateRenderer implements fyne.Widget.
func (b *panel) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(b.parts) }

// Refresh implements fyne.CanvasObject.
func (b *panel) Refresh() {
	variant := fyne.CurrentApp().Settings().ThemeVariant()
	face := b.palette.face
	face.FillColor, face.StrokeColor = b.Theme().Color(theme.ColorNameCard, variant), b.Theme().Color(theme.ColorNameLine, variant)
	face.CornerRadius = b.Theme().Size(theme.SizeNameRadius)
	b.BaseWidget.Refresh()
}

func (b *panel) gap() float32 { return b.Theme().Size(theme.SizeNameSpace2) }

// rowHeight is how high a row is: its text, with room to hit it.
func (b *panel) rowHeight() float32 {
	return fyne.MeasureText("Mg", b.Theme().Size(theme.SizeNameBody), fyne.TextStyle{Bold: true}).Height + 2*b.gap()
}

// around is the height of all but the rows.
func (b *panel) around() float32 {
	return b.palette.query.MinSize().Height + b.palette.foot.MinSize().Height + 4*b.gap()
}

// panelLayout stacks field, rows and foot inside the face.
type panelLayout struct{ panel *panel }

// MinSize implements fyne.Layout.
func (l *panelLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	p := l.panel.palette
	body := float32(p.slot.seen()) * l.panel.rowHeight()
	if p.slot.count == 0 {
		body = p.none.MinSize().Height + 2*l.panel.gap()
	}
	return fyne.NewSize(200, l.panel.around()+body)
}

// Layout implements fyne.Layout.
func (l *panelLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	p, gap := l.panel.palette, l.panel.gap()
	inner := size.Width - 2*gap
	put := func(o fyne.CanvasObject, y, height float32) {
		o.Move(fyne.NewPos(gap, y))
		o.Resize(fyne.NewSize(inner, height))
	}
	p.face.Resize(size)
	y := gap
	put(p.query, y, p.query.MinSize().Height)
	y += p.query.MinSize().Height + gap
	height := l.panel.rowHeight()
	for i, r := range p.rows {
		put(r, y+float32(i)*height, height)
	}
	p.none.Move(fyne.NewPos(2*gap, y+gap))
	p.none.Resize(fyne.NewSize(inner-2*gap, p.none.MinSize().Height))
	foot := p.foot.MinSize().Height
	put(p.foot, size.Height-gap-foot, foot)
}

// footLayout puts hints one after another, and the last part at the right end.
type footLayout struct{}

const footGap = 6

// MinSize implements fyne.Layout.
func (footLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, part := range o {
		size = fyne.NewSize(size.Width+part.MinSize().Width+footGap, max(size.Height, part.MinSize().Height))
	}
	return size
}

// Layout implements fyne.Layout.
func (footLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for _, part := range o[:len(o)-1] {
		least := part.MinSize()
		part.Resize(least)
		part.Move(fyne.NewPos(x, (size.Height-least.Height)/2))
		x += least.Width + footGap
	}
	last := o[len(o)-1]
	last.Move(fyne.NewPos(x, 0))
	last.Resize(fyne.NewSize(max(0, size.Width-x), size.Height))
}

package slides

import (
	"fyne.io/fyne/v2"

	"talkgiver/ui/widgets"
)

// placeLayout is the strip at the left, the exports at the right, and between
// them the slide with its notes below.
type placeLayout struct{}

const (
	gap          = float32(16)
	stripWidth   = 184
	stripLeast   = 132
	exportsWidth = 310
	exportsLeast = 262
	leastBelow   = 120 // what the notes keep of the height
)

// MinSize implements fyne.Layout.
func (placeLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(stripLeast+exportsLeast+200, 320)
}

// Layout implements fyne.Layout.
func (placeLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	place := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(max(0, w), max(0, h)))
	}
	height := size.Height - 2*gap
	strip := max(stripLeast, min(size.Width*0.15, stripWidth))
	exports := max(exportsLeast, min(size.Width*0.25, exportsWidth))
	place(o[0], gap, gap, strip, height)
	right := size.Width - gap - exports
	place(o[3], right, gap, exports, height)
	left := gap + strip + gap
	width := right - gap - left
	slide := min(width/widgets.SlideAspect, height-leastBelow-gap)
	place(o[1], left, gap, width, slide)
	place(o[2], left, gap+slide+gap, width, height-slide-gap)
}

// headed is a caption above what gets the rest of the height.
type headed struct{}

// MinSize implements fyne.Layout.
func (headed) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(100, o[0].MinSize().Height+40)
}

// Layout implements fyne.Layout.
func (headed) Layout(o []fyne.CanvasObject, size fyne.Size) {
	head := o[0].MinSize().Height
	o[0].Move(fyne.Position{})
	o[0].Resize(fyne.NewSize(size.Width, head))
	o[1].Move(fyne.NewPos(0, head+6))
	o[1].Resize(fyne.NewSize(size.Width, max(0, size.Height-head-6)))
}

// belowSlide is the warning, when there is one, above the notes, which get the
// rest of the height.
type belowSlide struct{}

// MinSize implements fyne.Layout.
func (belowSlide) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, 60) }

// Layout implements fyne.Layout.
func (belowSlide) Layout(o []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	if o[0].Visible() {
		o[0].Resize(fyne.NewSize(size.Width, o[0].MinSize().Height))
		height := o[0].MinSize().Height // for its width now
		o[0].Move(fyne.Position{})
		o[0].Resize(fyne.NewSize(size.Width, height))
		y = height + gap/2
	}
	o[1].Move(fyne.NewPos(0, y))
	o[1].Resize(fyne.NewSize(size.Width, max(0, size.Height-y)))
}

// warningRow is words with buttons at the right.
type warningRow struct{}

// MinSize implements fyne.Layout.
func (warningRow) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(b.Width+120, max(a.Height, b.Height))
}

// Layout implements fyne.Layout.
func (warningRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	buttons := o[1].MinSize()
	o[0].Move(fyne.Position{})
	o[0].Resize(fyne.NewSize(max(0, size.Width-buttons.Width-12), size.Height))
	o[1].Move(fyne.NewPos(size.Width-buttons.Width, (size.Height-buttons.Height)/2))
	o[1].Resize(buttons)
}

// panelRows is a list that scrolls above what always stands at the bottom.
type panelRows struct{}

// MinSize implements fyne.Layout.
func (panelRows) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(exportsLeast, o[1].MinSize().Height+100)
}

// Layout implements fyne.Layout.
func (panelRows) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[1].Resize(fyne.NewSize(size.Width, o[1].MinSize().Height))
	height := o[1].MinSize().Height // for its width now
	o[1].Move(fyne.NewPos(0, size.Height-height))
	o[1].Resize(fyne.NewSize(size.Width, height))
	o[0].Move(fyne.Position{})
	o[0].Resize(fyne.NewSize(size.Width, max(0, size.Height-height-gap)))
}

// scrollMargin keeps the bar of a scrolled list away from what is in it.
type scrollMargin struct{}

// MinSize implements fyne.Layout.
func (scrollMargin) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().AddWidthHeight(gap, 4)
}

// Layout implements fyne.Layout.
func (scrollMargin) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Move(fyne.NewPos(2, 2))
	o[0].Resize(fyne.NewSize(max(0, size.Width-gap), max(0, size.Height-4)))
}

// exportRow is a name with what it carries at the right.
type exportRow struct{}

// MinSize implements fyne.Layout.
func (exportRow) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(120, max(o[0].MinSize().Height, o[1].MinSize().Height))
}

// Layout implements fyne.Layout. The name gets what it needs, and the rest is
// what it carries.
func (exportRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	half := size.Width * 0.58
	o[0].Move(fyne.Position{})
	o[0].Resize(fyne.NewSize(half, size.Height))
	o[1].Move(fyne.NewPos(half, 0))
	o[1].Resize(fyne.NewSize(size.Width-half, size.Height))
}

// twoColumns lays small things side by side, two in a row.
type twoColumns struct{}

// MinSize implements fyne.Layout.
func (twoColumns) MinSize(o []fyne.CanvasObject) fyne.Size {
	if len(o) == 0 {
		return fyne.Size{}
	}
	return fyne.NewSize(100, float32((len(o)+1)/2)*o[0].MinSize().Height)
}

// Layout implements fyne.Layout.
func (twoColumns) Layout(o []fyne.CanvasObject, size fyne.Size) {
	for i, child := range o {
		height := child.MinSize().Height
		child.Move(fyne.NewPos(float32(i%2)*size.Width/2, float32(i/2)*height))
		child.Resize(fyne.NewSize(size.Width/2, height))
	}
}

// equal lays buttons of one size in two columns.
type equal struct{ gap float32 }

// MinSize implements fyne.Layout.
func (e *equal) MinSize(o []fyne.CanvasObject) fyne.Size {
	if len(o) == 0 {
		return fyne.Size{}
	}
	rows := float32((len(o) + 1) / 2)
	return fyne.NewSize(100, rows*o[0].MinSize().Height+(rows-1)*e.gap)
}

// Layout implements fyne.Layout.
func (e *equal) Layout(o []fyne.CanvasObject, size fyne.Size) {
	width := (size.Width - e.gap) / 2
	for i, child := range o {
		height := child.MinSize().Height
		child.Move(fyne.NewPos(float32(i%2)*(width+e.gap), float32(i/2)*(height+e.gap)))
		child.Resize(fyne.NewSize(width, height))
	}
}

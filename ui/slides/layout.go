package slides

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

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
	slideLeast   = 160
	leastBelow   = 120 // what the notes keep of the height
)

// MinSize implements fyne.Layout.
func (placeLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(4*gap+stripLeast+o[3].MinSize().Width+slideLeast, 320)
}

// Layout implements fyne.Layout.
func (placeLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	place := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(max(0, w), max(0, h)))
	}
	height := size.Height - 2*gap
	strip := max(stripLeast, min(size.Width*0.15, stripWidth))
	exports := max(o[3].MinSize().Width, min(size.Width*0.25, exportsWidth))
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

// panelRows is a list that scrolls, the choices, and what can be done, which is
// always seen. Where the choices are higher than their share of what is left of
// the height, they scroll too.
type panelRows struct{}

const mostChoices = 0.45 // so that a list is left above

// MinSize implements fyne.Layout. It is as wide as its words need.
func (panelRows) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(max(exportsLeast, o[0].MinSize().Width, o[1].MinSize().Width, o[2].MinSize().Width), 200)
}

// Layout implements fyne.Layout.
func (panelRows) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[2].Resize(fyne.NewSize(size.Width, o[2].MinSize().Height))
	doing := o[2].MinSize().Height // for its width now
	o[2].Move(fyne.NewPos(0, size.Height-doing))
	o[2].Resize(fyne.NewSize(size.Width, doing))
	left := max(0, size.Height-doing-gap)
	choices := o[1].(*container.Scroll)
	choices.Resize(fyne.NewSize(size.Width, choices.Size().Height))
	choices.Content.Resize(fyne.NewSize(size.Width, choices.Content.MinSize().Height))
	height := min(choices.Content.MinSize().Height, left*mostChoices)
	choices.Move(fyne.NewPos(0, left-height))
	choices.Resize(fyne.NewSize(size.Width, height))
	o[0].Move(fyne.Position{})
	o[0].Resize(fyne.NewSize(size.Width, max(0, left-height-gap)))
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

// exportRow is a name with what it carries at the right, or below it where the
// two do not fit side by side.
type exportRow struct{ width float32 }

func (e *exportRow) beside(o []fyne.CanvasObject) bool {
	return e.width == 0 || o[0].MinSize().Width+gap/2+o[1].MinSize().Width <= e.width
}

// MinSize implements fyne.Layout. The height is that for the width it has now.
func (e *exportRow) MinSize(o []fyne.CanvasObject) fyne.Size {
	name, carries := o[0].MinSize(), o[1].MinSize()
	if e.beside(o) {
		return fyne.NewSize(max(name.Width, carries.Width), max(name.Height, carries.Height))
	}
	return fyne.NewSize(max(name.Width, carries.Width), name.Height+carries.Height)
}

// Layout implements fyne.Layout.
func (e *exportRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	e.width = size.Width
	name, carries := o[0].MinSize(), o[1].MinSize()
	o[0].Move(fyne.Position{})
	if e.beside(o) {
		o[0].Resize(fyne.NewSize(size.Width-carries.Width, size.Height))
		o[1].Move(fyne.NewPos(size.Width-carries.Width, 0))
		o[1].Resize(fyne.NewSize(carries.Width, size.Height))
		return
	}
	o[0].Resize(fyne.NewSize(size.Width, name.Height))
	o[1].Move(fyne.NewPos(0, name.Height))
	o[1].Resize(fyne.NewSize(size.Width, carries.Height))
}

// twoColumns lays things of one kind side by side, two in a row; where the words
// of one would be cut, each has a row of its own.
type twoColumns struct{ gap, width float32 }

// row returns how many stand in a row of the width it has now.
func (c *twoColumns) row(least fyne.Size) int {
	if c.width == 0 || 2*least.Width+c.gap <= c.width {
		return 2
	}
	return 1
}

// least is the size that each of them has at the least.
func (c *twoColumns) least(o []fyne.CanvasObject) (size fyne.Size) {
	for _, child := range o {
		size = size.Max(child.MinSize())
	}
	return size
}

// MinSize implements fyne.Layout. The height is that for the width it has now.
func (c *twoColumns) MinSize(o []fyne.CanvasObject) fyne.Size {
	least := c.least(o)
	row := c.row(least)
	rows := float32((len(o) + row - 1) / row)
	return fyne.NewSize(least.Width, rows*least.Height+max(0, rows-1)*c.gap)
}

// Layout implements fyne.Layout.
func (c *twoColumns) Layout(o []fyne.CanvasObject, size fyne.Size) {
	c.width = size.Width
	least := c.least(o)
	row := c.row(least)
	width := (size.Width - float32(row-1)*c.gap) / float32(row)
	for i, child := range o {
		child.Move(fyne.NewPos(float32(i%row)*(width+c.gap), float32(i/row)*(least.Height+c.gap)))
		child.Resize(fyne.NewSize(width, least.Height))
	}
}

package beginning

import "fyne.io/fyne/v2"

// sheet is the column in the middle of the page.
type sheet struct{}

const (
	sheetMost   = 720
	sheetMargin = 24
)

// MinSize implements fyne.Layout.
func (sheet) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().AddWidthHeight(2*sheetMargin, 2*sheetMargin)
}

// Layout implements fyne.Layout.
func (sheet) Layout(o []fyne.CanvasObject, size fyne.Size) {
	width := max(0, min(size.Width-2*sheetMargin, sheetMost))
	o[0].Resize(fyne.NewSize(width, max(size.Height-2*sheetMargin, o[0].MinSize().Height)))
	o[0].Move(fyne.NewPos((size.Width-width)/2, sheetMargin))
}

const gap = 12

// beside is the field for the slot with its choices at the right.
type beside struct{}

// MinSize implements fyne.Layout.
func (beside) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(120+gap+b.Width, max(a.Height, b.Height))
}

// Layout implements fyne.Layout.
func (beside) Layout(o []fyne.CanvasObject, size fyne.Size) {
	choices := o[1].MinSize()
	width := max(120, min(220, size.Width-gap-choices.Width))
	o[0].Resize(fyne.NewSize(width, size.Height))
	o[1].Resize(choices)
	o[1].Move(fyne.NewPos(width+gap, (size.Height-choices.Height)/2))
}

// beginRow is the button that begins, and what is said beside it.
type beginRow struct{}

// beginLeast is the least width of the button; longer words make it wider.
const beginLeast = 300

// MinSize implements fyne.Layout.
func (beginRow) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(max(beginLeast, o[0].MinSize().Width), o[0].MinSize().Height)
}

// Layout implements fyne.Layout.
func (beginRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	width := min(max(beginLeast, o[0].MinSize().Width), size.Width)
	o[0].Resize(fyne.NewSize(width, size.Height))
	o[1].Resize(fyne.NewSize(max(0, size.Width-width-gap), size.Height))
	o[1].Move(fyne.NewPos(width+gap, 0))
}

// made is what the text becomes, in words and as a bar below them. It keeps its
// height, so that nothing moves while one types.
type made struct{}

const madeHeight = 30

// MinSize implements fyne.Layout.
func (made) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, madeHeight) }

// Layout implements fyne.Layout.
func (made) Layout(o []fyne.CanvasObject, size fyne.Size) {
	words := o[0].MinSize().Height
	o[0].Resize(fyne.NewSize(size.Width, words))
	o[0].Move(fyne.NewPos(0, 0))
	bar := o[1].MinSize().Height
	o[1].Resize(fyne.NewSize(size.Width, bar))
	o[1].Move(fyne.NewPos(0, size.Height-bar))
}

// cards are as many cards in a row as there is room for, all of one height.
type cards struct {
	least  float32 // width of a card
	inARow int     // of the last layout
}

// row returns how many of n cards stand in a row of a width: all, or half of them.
func (c *cards) row(n int, width float32) int {
	row := n
	for row > 1 && float32(row)*c.least+float32(row-1)*gap > width {
		row = (row + 1) / 2
	}
	return max(1, row)
}

func (c *cards) height(o []fyne.CanvasObject) float32 {
	height := float32(0)
	for _, card := range o {
		height = max(height, card.MinSize().Height)
	}
	return height
}

// MinSize implements fyne.Layout. Before it has a width it asks for one row.
func (c *cards) MinSize(o []fyne.CanvasObject) fyne.Size {
	row := c.inARow
	if row == 0 {
		row = max(1, len(o))
	}
	rows := float32((len(o) + row - 1) / row)
	return fyne.NewSize(c.least, rows*c.height(o)+max(0, rows-1)*gap)
}

// Layout implements fyne.Layout. Each card gets its width first: its height
// depends on it.
func (c *cards) Layout(o []fyne.CanvasObject, size fyne.Size) {
	c.inARow = c.row(len(o), size.Width)
	width := (size.Width - float32(c.inARow-1)*gap) / float32(c.inARow)
	for _, card := range o {
		card.Resize(fyne.NewSize(width, card.MinSize().Height))
	}
	height := c.height(o)
	for i, card := range o {
		card.Resize(fyne.NewSize(width, height))
		card.Move(fyne.NewPos(float32(i%c.inARow)*(width+gap), float32(i/c.inARow)*(height+gap)))
	}
}

package ui

import (
	"fyne.io/fyne/v2"
)

// sheetLayout sets blocks in columns of the same width, in their order and about
// equally high: as many as there is room for.
type sheetLayout struct {
	gap   float32 // between blocks, both ways
	least float32 // width of a column
	width float32 // that it was laid out for
}

// MinSize implements fyne.Layout. The height is that for the width it has now.
func (l *sheetLayout) MinSize(blocks []fyne.CanvasObject) fyne.Size {
	_, height := l.set(blocks)
	return fyne.NewSize(l.least, height)
}

// Layout implements fyne.Layout.
func (l *sheetLayout) Layout(blocks []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	places, _ := l.set(blocks)
	for i, o := range blocks {
		o.Move(places[i])
	}
}

// set gives the blocks their widths and finds their places.
func (l *sheetLayout) set(blocks []fyne.CanvasObject) (places []fyne.Position, height float32) {
	columns := max(1, int((l.width+l.gap)/(l.least+l.gap)))
	width := max(l.least, (l.width-l.gap*float32(columns-1))/float32(columns))
	heights, sum := make([]float32, len(blocks)), float32(0)
	for i, o := range blocks {
		o.Resize(fyne.NewSize(width, o.Size().Height))
		heights[i] = o.MinSize().Height
		o.Resize(fyne.NewSize(width, heights[i]))
		sum += heights[i] + l.gap
	}
	// The least height that all blocks find room in, between even columns and
	// one for all, to a point.
	low, high := sum/float32(columns)-l.gap, sum-l.gap
	for high-low > 1 {
		if middle := (low + high) / 2; l.needs(heights, middle) <= columns {
			high = middle
		} else {
			low = middle
		}
	}
	column, y := 0, float32(0)
	for _, h := range heights {
		if y > 0 && y+h > high {
			column, y = column+1, 0
		}
		places = append(places, fyne.NewPos(float32(column)*(width+l.gap), y))
		height = max(height, y+h)
		y += h + l.gap
	}
	return places, height
}

// needs is how many columns of a height blocks fill.
func (l *sheetLayout) needs(heights []float32, height float32) int {
	columns, y := 1, float32(0)
	for _, h := range heights {
		if y > 0 && y+h > height {
			columns, y = columns+1, 0
		}
		if h > height {
			return len(heights) + 1
		}
		y += h + l.gap
	}
	return columns
}

// keyRow is what keys do at the left, and the keys at the right, or, where that
// leaves too little for words, below.
type keyRow struct{ width float32 }

const (
	keyGap     = 4
	leastWords = 0.36 // of the width
)

// words is the width beside the keys; 0 when it is too little.
func (l *keyRow) words(o []fyne.CanvasObject) float32 {
	words := l.width - keyGap
	for _, key := range o[1:] {
		words -= key.MinSize().Width + keyGap
	}
	if l.width > 0 && words < l.width*leastWords {
		return 0
	}
	return words
}

// MinSize implements fyne.Layout. The height is that for the width it has now.
func (l *keyRow) MinSize(o []fyne.CanvasObject) fyne.Size {
	size, keys := o[0].MinSize(), fyne.Size{}
	for _, key := range o[1:] {
		least := key.MinSize()
		keys = fyne.NewSize(keys.Width+keyGap+least.Width, max(keys.Height, least.Height))
	}
	if l.words(o) == 0 {
		return fyne.NewSize(keys.Width, size.Height+keyGap+keys.Height)
	}
	return fyne.NewSize(keys.Width, max(size.Height, keys.Height))
}

// Layout implements fyne.Layout.
func (l *keyRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	words, below := l.words(o), float32(0)
	if words == 0 {
		words = size.Width
	}
	o[0].Resize(fyne.NewSize(words, o[0].Size().Height))
	height := o[0].MinSize().Height
	o[0].Resize(fyne.NewSize(words, height))
	o[0].Move(fyne.NewPos(0, (size.Height-height)/2))
	if words == size.Width {
		o[0].Move(fyne.NewPos(0, 0))
		below = height + keyGap
	}
	right := size.Width
	for i := len(o) - 1; i > 0; i-- {
		least := o[i].MinSize()
		right -= least.Width
		o[i].Resize(least)
		o[i].Move(fyne.NewPos(right, below+(size.Height-below-least.Height)/2))
		right -= keyGap
	}
}

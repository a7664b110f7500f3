package journey

import "fyne.io/fyne/v2"

const (
	gap       = float32(16)
	cardLeast = 300 // the narrowest card
)

// board lays the cards: in a wide window the first one over two of three
// columns, in a narrow one all below each other. Cards of a row are as high as
// the highest.
type board struct{ width float32 }

// rows returns which cards stand beside each other, with their share of the width.
func (b *board) rows(o []fyne.CanvasObject, width float32) [][]float32 {
	switch {
	case width >= 3*cardLeast:
		return [][]float32{{2, 1}, {1, 1, 1}, {3}}
	case width >= 2*cardLeast:
		return [][]float32{{1}, {1, 1}, {1, 1}, {1}}
	}
	rows := make([][]float32, len(o))
	for i := range rows {
		rows[i] = []float32{1}
	}
	return rows
}

// arrange lays the cards for a width and returns the height they take.
func (b *board) arrange(o []fyne.CanvasObject, width float32, move bool) float32 {
	y, next := float32(0), 0
	for _, row := range b.rows(o, width) {
		sum := float32(0)
		for _, share := range row {
			sum += share
		}
		unit := (width - float32(len(row)-1)*gap) / sum
		height := float32(0)
		for i, share := range row {
			card := o[next+i]
			if w := share * unit; card.Size().Width != w {
				card.Resize(fyne.NewSize(w, card.MinSize().Height))
			}
			height = max(height, card.MinSize().Height)
		}
		x := float32(0)
		for i, share := range row {
			if move {
				o[next+i].Move(fyne.NewPos(x, y))
				o[next+i].Resize(fyne.NewSize(share*unit, height))
			}
			x += share*unit + gap
		}
		next += len(row)
		y += height + gap
	}
	return y - gap
}

// MinSize implements fyne.Layout. The height is that for the width it has now.
func (b *board) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(cardLeast, b.arrange(o, max(b.width, cardLeast), false))
}

// Layout implements fyne.Layout.
func (b *board) Layout(o []fyne.CanvasObject, size fyne.Size) {
	b.width = size.Width
	b.arrange(o, size.Width, true)
}

// margin is the room around the board.
type margin struct{}

// MinSize implements fyne.Layout.
func (margin) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().AddWidthHeight(2*gap, 2*gap)
}

// Layout implements fyne.Layout.
func (margin) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Move(fyne.NewPos(gap, gap))
	o[0].Resize(fyne.NewSize(max(0, size.Width-2*gap), o[0].MinSize().Height))
	o[0].Resize(fyne.NewSize(max(0, size.Width-2*gap), o[0].MinSize().Height)) // the height for its width now
}

// formMargin keeps a form as wide as is good to fill in, in the middle.
type formMargin struct{}

const formWidth = 620

// MinSize implements fyne.Layout.
func (formMargin) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(cardLeast, o[0].MinSize().Height+4*gap)
}

// Layout implements fyne.Layout.
func (formMargin) Layout(o []fyne.CanvasObject, size fyne.Size) {
	width := max(0, min(formWidth, size.Width-2*gap))
	o[0].Resize(fyne.NewSize(width, o[0].MinSize().Height))
	o[0].Resize(fyne.NewSize(width, o[0].MinSize().Height)) // the height for its width now
	o[0].Move(fyne.NewPos((size.Width-width)/2, 2*gap))
}

// headRow gives its first object all the width that the second leaves.
type headRow struct{}

// MinSize implements fyne.Layout.
func (headRow) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(a.Width+b.Width+8, max(a.Height, b.Height))
}

// Layout implements fyne.Layout.
func (headRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	right := min(o[1].MinSize().Width, size.Width*0.7)
	left := size.Width - right - 8
	o[0].Resize(fyne.NewSize(left, size.Height))
	o[0].Move(fyne.Position{})
	o[1].Resize(fyne.NewSize(right, size.Height))
	o[1].Move(fyne.NewPos(left+8, 0))
}

// tall gives what is drawn a height of its own.
type tall struct{ height float32 }

// MinSize implements fyne.Layout.
func (t *tall) MinSize(o []fyne.CanvasObject) fyne.Size {
	if !o[0].Visible() {
		return fyne.Size{}
	}
	return fyne.NewSize(o[0].MinSize().Width, t.height)
}

// Layout implements fyne.Layout.
func (t *tall) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Move(fyne.Position{})
	o[0].Resize(size)
}

// ratingRow is dots with the figure behind them, in columns that stand below
// each other.
type ratingRow struct{}

const ratingWords = 76

// MinSize implements fyne.Layout.
func (ratingRow) MinSize(o []fyne.CanvasObject) fyne.Size {
	dots := o[0].MinSize()
	return fyne.NewSize(dots.Width+8+ratingWords, max(dots.Height, o[1].MinSize().Height))
}

// Layout implements fyne.Layout.
func (ratingRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	dots := o[0].MinSize().Width
	o[0].Move(fyne.Position{})
	o[0].Resize(fyne.NewSize(dots, size.Height))
	o[1].Move(fyne.NewPos(dots+8, 0))
	o[1].Resize(fyne.NewSize(ratingWords, size.Height))
}

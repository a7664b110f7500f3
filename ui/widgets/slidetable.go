package widgets

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2/canvas"

	"talkgiver/ui/theme"
)

// table draws rows with a line below each; columns get room by what they hold.
func (p *page) table(part SlidePart, u, left, width, y float32) float32 {
	columns := len(part.Align)
	if columns == 0 || len(part.Rows) == 0 {
		return 0
	}
	size, pad := 30*u, 14*u
	widths := p.columns(part, size, width, pad)
	top := y
	for i, row := range part.Rows {
		x, height := left, float32(0)
		for c := range columns {
			if c < len(row) {
				cell := p.text(p.sized(row[c], size, i == 0), x+pad, y+pad*0.7, widths[c]-2*pad, slideLeading, part.Align[c])
				height = max(height, cell)
			}
			x += widths[c]
		}
		y += max(height, size) + 1.4*pad
		line, thick := theme.ColorNameLine, max(1, 2*u)
		if i == 0 {
			line = theme.ColorNameSoftInk
		}
		rule := &canvas.Rectangle{FillColor: p.look.color(line)}
		place(rule, left, y-thick, x-left, thick)
		p.objects = append(p.objects, rule)
	}
	return y - top
}

// columns shares a width among the columns of a table: each gets what its
// widest cell needs; where that is too much in all, those that need less than a
// fair share keep it, and the others share the rest.
func (p *page) columns(part SlidePart, size, width, pad float32) []float32 {
	widths := make([]float32, len(part.Align))
	for c := range widths {
		for i, row := range part.Rows {
			if c < len(row) && len(row[c]) > 0 {
				line := breakLines(measure(p.sized(row[c], size, i == 0), p.look), unbounded, 0)
				widths[c] = max(widths[c], line[0].width+2*pad+1)
			}
		}
		widths[c] = max(widths[c], 2*pad+size)
	}
	order := make([]int, len(widths))
	for c := range order {
		order[c] = c
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(widths[a], widths[b]) })
	room := width
	for i, c := range order {
		widths[c] = min(widths[c], room/float32(len(order)-i))
		room -= widths[c]
	}
	return widths
}

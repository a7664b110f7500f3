package draft

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// margin leaves room around the page, and keeps lines of text from growing
// longer than is good to read.
type margin struct{}

const (
	pageMargin = 20
	pageMost   = 860
)

// MinSize implements fyne.Layout.
func (margin) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().AddWidthHeight(2*pageMargin, 2*pageMargin)
}

// Layout implements fyne.Layout.
func (margin) Layout(o []fyne.CanvasObject, size fyne.Size) {
	width := max(0, min(size.Width-2*pageMargin, pageMost))
	o[0].Resize(fyne.NewSize(width, max(size.Height-2*pageMargin, o[0].MinSize().Height)))
	o[0].Move(fyne.NewPos((size.Width-width)/2, pageMargin))
}

// sides is the page with the score at its right, or the outline. They have the
// width that they need, unless the page needs it more.
type sides struct{}

// MinSize implements fyne.Layout.
func (sides) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(360+scoreLeast, max(200, o[0].MinSize().Height))
}

const scoreLeast = 250

// Layout implements fyne.Layout.
func (sides) Layout(o []fyne.CanvasObject, size fyne.Size) {
	right := float32(0)
	for _, side := range o[1:] {
		if side.Visible() {
			right = min(float32(scoreWidth), max(scoreLeast, size.Width*0.33))
			right = max(right, min(side.MinSize().Width, size.Width-o[0].MinSize().Width))
			side.Resize(fyne.NewSize(right, size.Height))
			side.Move(fyne.NewPos(size.Width-right, 0))
		}
	}
	o[0].Resize(fyne.NewSize(max(0, size.Width-right), size.Height))
}

// calmRow is the line above a section that is shown alone.
type calmRow struct{}

// MinSize implements fyne.Layout.
func (calmRow) MinSize(o []fyne.CanvasObject) fyne.Size {
	if !o[0].Visible() {
		return fyne.Size{}
	}
	return o[0].MinSize().AddWidthHeight(2*pageMargin, 12)
}

// Layout implements fyne.Layout.
func (calmRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	width := max(0, min(size.Width-2*pageMargin, pageMost))
	o[0].Resize(fyne.NewSize(width, max(0, size.Height-12)))
	o[0].Move(fyne.NewPos((size.Width-width)/2, 12))
}

// panel lays something on the colour of the side panels with a line at its left.
func panel(o fyne.CanvasObject) *fyne.Container {
	return container.NewStack(&widgets.Surface{ColorName: theme.ColorNamePanel, Edge: widgets.EdgeLeft}, o)
}

package draft

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// wheel lies over a scrolled page and takes nothing but the mouse wheel. An
// entry scrolls by itself, even when it has nothing to scroll, so without the
// wheel a page of entries would stand still under the pointer.
type wheel struct {
	widget.BaseWidget
	page *container.Scroll
}

var _ fyne.Scrollable = (*wheel)(nil)

func newWheel(page *container.Scroll) *wheel {
	w := &wheel{page: page}
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled implements fyne.Scrollable.
func (w *wheel) Scrolled(e *fyne.ScrollEvent) { w.page.Scrolled(e) }

// CreateRenderer implements fyne.Widget.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

package beginning

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// field is a field of the page. Enter leads on, and so does Tab, also out of
// the box for the text.
type field struct {
	widget.Entry

	page    *Page
	next    *field // where Enter leads
	focused bool
}

func (p *Page) field(hint string, multiLine bool) *field {
	f := &field{page: p}
	f.MultiLine = multiLine
	f.PlaceHolder = hint
	f.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	if multiLine {
		f.Wrapping = fyne.TextWrapWord
	}
	f.OnChanged = func(string) { p.changed() }
	f.OnSubmitted = func(string) {
		if f.next != nil {
			p.cfg.Focus(f.next)
		}
	}
	f.ExtendBaseWidget(f)
	return f
}

// AcceptsTab implements fyne.Tabbable.
func (f *field) AcceptsTab() bool { return false }

// FocusGained implements fyne.Focusable. The page comes to where the cursor is.
func (f *field) FocusGained() {
	f.Entry.FocusGained()
	f.focused = true
	driver := fyne.CurrentApp().Driver()
	scroll := f.page.scroll
	top := driver.AbsolutePositionForObject(f).Y - driver.AbsolutePositionForObject(scroll).Y
	const room = 32 // for what the field asks, above it
	switch bottom := top + f.Size().Height + room; {
	case top-room < 0:
		scroll.ScrollToOffset(fyne.NewPos(0, max(0, scroll.Offset.Y+top-room)))
	case bottom > scroll.Size().Height:
		scroll.ScrollToOffset(fyne.NewPos(0, scroll.Offset.Y+bottom-scroll.Size().Height))
	}
}

// FocusLost implements fyne.Focusable.
func (f *field) FocusLost() {
	f.Entry.FocusLost()
	f.focused = false
}

// TypedKey implements fyne.Focusable.
func (f *field) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyF1 {
		f.page.cfg.Help()
		return
	}
	f.Entry.TypedKey(k)
}

// wheel lies over the page and takes nothing but the mouse wheel, which a field
// would keep for itself.
type wheel struct {
	widget.BaseWidget
	page *container.Scroll
}

var _ fyne.Scrollable = (*wheel)(nil)

// Scrolled implements fyne.Scrollable.
func (w *wheel) Scrolled(e *fyne.ScrollEvent) { w.page.Scrolled(e) }

// CreateRenderer implements fyne.Widget.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	w.ExtendBaseWidget(w)
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

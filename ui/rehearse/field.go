package rehearse

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// field is a field over the stage. Enter and Escape are for the place, and what
// it does not accept is not written.
type field struct {
	widget.Entry

	place    *Place
	accepts  func(r rune) bool // nil is all
	onRune   func(r rune) bool // takes a sign for something else; may be nil
	onEnter  func()
	onEscape func()
	onLeave  func() // may be nil
}

func newField(p *Place) *field {
	f := &field{place: p}
	f.ExtendBaseWidget(f)
	return f
}

// focus gives the field the keys, with the cursor at the end.
func (f *field) focus() {
	f.place.config.Focus(f)
	f.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight}) // behind what was selected
}

// FocusLost implements fyne.Focusable.
func (f *field) FocusLost() {
	f.Entry.FocusLost()
	if f.onLeave != nil {
		f.onLeave()
	}
}

// TypedKey implements fyne.Focusable.
func (f *field) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		f.onEnter()
	case fyne.KeyEscape:
		f.onEscape()
	default:
		f.Entry.TypedKey(e)
	}
}

// TypedRune implements fyne.Focusable.
func (f *field) TypedRune(r rune) {
	switch {
	case f.onRune != nil && f.onRune(r):
	case f.accepts == nil || f.accepts(r):
		f.Entry.TypedRune(r)
	}
}

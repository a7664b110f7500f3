package widgets

import "fyne.io/fyne/v2"

// PassKey hands a key that a widget has no use for to its window, as if nothing had the focus: the keys that work anywhere shall work
// wherever the focus is. A widget that uses every key must not call it.
func PassKey(from fyne.CanvasObject, e *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(from); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(e)
	}
}

// PassRune hands a sign on as PassKey does a key. Space is none: it came as a key before.
func PassRune(from fyne.CanvasObject, r rune) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(from); c != nil && c.OnTypedRune() != nil && r != ' ' {
		c.OnTypedRune()(r)
	}
}

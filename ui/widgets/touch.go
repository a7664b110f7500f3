package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"fyne.io/fyne/v2/theme"
)

// touch is what clickable widgets share: they answer the pointer, take the focus, and Space or Enter is a tap. A widget embeds it, gives
// it its Refresh with wire, and has Tapped, TypedKey and Disabled of its own, since only it knows what a tap means.
type touch struct {
	// OnFocused is called when the widget gets the focus, so that it can be brought into sight.
	OnFocused func()

	hovered, focused bool
	refresh          func()
	active           func() bool
}

// wire tells the touch whom to refresh and when a tap means something.
func (t *touch) wire(refresh func(), active func() bool) {
	t.refresh, t.active = refresh, active
}

func (t *touch) changed() {
	if t.refresh != nil {
		t.refresh()
	}
}

// live reports whether a tap means something.
func (t *touch) live() bool { return t.active != nil && t.active() }

// MouseIn implements desktop.Hoverable.
func (t *touch) MouseIn(*desktop.MouseEvent) {
	t.hovered = true
	t.changed()
}

// MouseMoved implements desktop.Hoverable.
func (t *touch) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (t *touch) MouseOut() {
	t.hovered = false
	t.changed()
}

// Cursor implements desktop.Cursorable.
func (t *touch) Cursor() desktop.Cursor {
	if t.live() {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// FocusGained implements fyne.Focusable.
func (t *touch) FocusGained() {
	t.focused = true
	t.changed()
	tap(t.OnFocused)
}

// FocusLost implements fyne.Focusable.
func (t *touch) FocusLost() {
	t.focused = false
	t.changed()
}

// TypedRune implements fyne.Focusable for a widget that keeps what is typed to itself.
func (t *touch) TypedRune(rune) {}

// Enable implements fyne.Disableable, by which Tab passes what has nothing to tap. A widget is enabled by its OnTapped.
func (t *touch) Enable() {}

// Disable implements fyne.Disableable; see Enable.
func (t *touch) Disable() {}

// tap calls f if there is one.
func tap(f func()) {
	if f != nil {
		f()
	}
}

// tapKey calls f for the keys that press a button, and reports whether this is one of them.
func tapKey(e *fyne.KeyEvent, f func()) bool {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		tap(f)
		return true
	}
	return false
}

// halo shows the touch: a veil under the pointer and a ring around the focus.
type halo struct {
	veil, ring *canvas.Rectangle
}

func newHalo() halo {
	return halo{veil: &canvas.Rectangle{}, ring: &canvas.Rectangle{StrokeWidth: 2}}
}

func (h halo) layout(size fyne.Size, radius float32) {
	place(h.veil, 0, 0, size.Width, size.Height)
	place(h.ring, 0, 0, size.Width, size.Height)
	h.veil.CornerRadius, h.ring.CornerRadius = radius, radius
}

func (h halo) refresh(l look, t *touch) {
	h.veil.FillColor = l.color(theme.ColorNameHover)
	h.ring.StrokeColor = l.color(theme.ColorNamePrimary)
	show(h.veil, t.hovered && t.live())
	show(h.ring, t.focused)
}

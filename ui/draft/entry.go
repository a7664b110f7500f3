package draft

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// entry is a field of the draft. It tells the place when it gets the focus and
// what was typed, and it never answers for text that the place sets itself.
type entry struct {
	widget.Entry

	id       string // where its edits come from
	setting  bool   // the place is setting the text
	hasFocus bool
	onText   func(string)
	onFocus  func(bool)
	onEnter  func()
}

func newEntry(id, hint string, multiLine bool) *entry {
	e := &entry{id: id}
	e.MultiLine = multiLine
	e.PlaceHolder = hint
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	if multiLine {
		e.Wrapping = fyne.TextWrapWord
	}
	e.OnChanged = func(text string) {
		if !e.setting && e.onText != nil {
			e.onText(text)
		}
	}
	e.OnSubmitted = func(string) {
		if e.onEnter != nil {
			e.onEnter()
		}
	}
	e.ExtendBaseWidget(e)
	return e
}

// set shows a text that does not come from the keyboard.
func (e *entry) set(text string) {
	if e.Text == text {
		return
	}
	e.setting = true
	e.SetText(text)
	e.setting = false
}

// FocusGained implements fyne.Focusable.
func (e *entry) FocusGained() {
	e.Entry.FocusGained()
	e.hasFocus = true
	if e.onFocus != nil {
		e.onFocus(true)
	}
}

// FocusLost implements fyne.Focusable.
func (e *entry) FocusLost() {
	e.Entry.FocusLost()
	e.hasFocus = false
	if e.onFocus != nil {
		e.onFocus(false)
	}
}

// AcceptsTab implements fyne.Tabbable: Tab goes to the next field, in a text of
// several lines too.
func (e *entry) AcceptsTab() bool { return false }

// paper is the theme of a field that lies on a card as if it were written there.
type paper struct {
	fyne.Theme
	pad  float32
	size fyne.ThemeSizeName // of the text; "" for running text
}

// Color implements fyne.Theme.
func (p paper) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	switch name {
	case fynetheme.ColorNameInputBackground, fynetheme.ColorNameInputBorder:
		return color.Transparent
	}
	return p.Theme.Color(name, variant)
}

// Size implements fyne.Theme.
func (p paper) Size(name fyne.ThemeSizeName) float32 {
	switch {
	case name == fynetheme.SizeNameInnerPadding:
		return p.pad
	case name == fynetheme.SizeNameScrollBar, name == fynetheme.SizeNameScrollBarSmall:
		return 0 // a field follows its cursor; a bar in it would hide the text
	case name == fynetheme.SizeNameText && p.size != "":
		return p.Theme.Size(p.size)
	}
	return p.Theme.Size(name)
}

// onPaper lays a field on a card: no box around it, little room, and its text
// in the given size.
func onPaper(o fyne.CanvasObject, size fyne.ThemeSizeName) fyne.CanvasObject {
	field := container.NewThemeOverride(o, paper{Theme: fyne.CurrentApp().Settings().Theme(), pad: paperPad + bleed, size: size})
	// The ring around the card shows the focus; the entry's own is cut away.
	inner := container.New(bleedLayout{}, field)
	return container.New(&window{inner}, container.NewClip(inner))
}

// bleed is how far a field on a card reaches over its edge.
const bleed = 3

// bleedLayout makes its object larger than its place.
type bleedLayout struct{}

// MinSize implements fyne.Layout.
func (bleedLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().SubtractWidthHeight(2*bleed, 2*bleed)
}

// Layout implements fyne.Layout.
func (bleedLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(size.AddWidthHeight(2*bleed, 2*bleed))
	o[0].Move(fyne.NewPos(-bleed, -bleed))
}

// window is a clip that asks for the room that its content needs.
type window struct{ content fyne.CanvasObject }

// MinSize implements fyne.Layout.
func (w *window) MinSize([]fyne.CanvasObject) fyne.Size { return w.content.MinSize() }

// Layout implements fyne.Layout.
func (w *window) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }

// paperPad is the room around the text of a field on a card.
const paperPad = 4

// boxed is the theme of a field with a box around it.
type boxed struct{ paper }

// Color implements fyne.Theme.
func (b boxed) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	return b.paper.Theme.Color(name, variant)
}

package draft

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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

// onPaper lays a field on a card as if it were written there: the box that Fyne
// draws around it is cut away, since the ring around the card shows the focus.
// It does so without a theme of its own for the field: Fyne loads all fonts
// anew for each of those, which took two megabytes a card.
func onPaper(o fyne.CanvasObject) fyne.CanvasObject {
	inner := container.New(bleedLayout{}, o)
	clip := container.NewClip(inner)
	clip.ExtendBaseWidget(clip) // else it has no renderer, and the field cannot be found, until it is painted
	return container.New(&window{inner}, clip)
}

// bleed is how far a field on a card reaches over its edge.
const bleed = 4

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

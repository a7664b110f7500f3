package draft

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// entry is a field of the draft. It tells the place when it gets the focus, what
// was typed and where the cursor went, and it never answers for text that the
// place sets itself.
type entry struct {
	widget.Entry

	place    *Place
	card     *card  // that it is on; nil in the deal
	id       string // where its edits come from
	emphasis bool   // its words may be strong or stressed
	setting  bool   // the place is setting the text
	hasFocus bool
	shift    bool   // the key is down, as far as the field has heard
	seen     cursor // where the cursor was when the page followed it last
	onText   func(string)
	onFocus  func(bool)
	onEnter  func()
	onCursor func()
	moreMenu func() []*fyne.MenuItem // behind what every field's menu offers
}

// cursor is a place in a field, and how long its text was then.
type cursor struct{ row, column, length int }

// nowhere is the cursor of a field that does not have it.
func nowhere() cursor { return cursor{row: -1} }

func newEntry(p *Place, id, hint string, multiLine bool) *entry {
	e := &entry{place: p, id: id, seen: nowhere()}
	e.MultiLine = multiLine
	e.PlaceHolder = hint
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	if multiLine {
		e.Wrapping = fyne.TextWrapWord
	}
	e.OnChanged = func(text string) {
		if !e.setting && e.onText != nil {
			e.place.before = e.place.cursor
			e.onText(text)
		}
	}
	e.OnSubmitted = func(string) {
		if e.onEnter != nil {
			e.onEnter()
		}
	}
	e.OnCursorChanged = e.cursorChanged
	e.ExtendBaseWidget(e)
	return e
}

// show shows what stands in the file, which does not come from the keyboard.
// raw is what text was made of: bytes that no field can carry would come out of
// it as others, so a field with such bytes only shows them. It reports whether
// the text is another one now.
func (e *entry) show(text, raw string) (changed bool) {
	if !e.MultiLine {
		text = oneLine(text)
	}
	changed = e.Text != text
	e.set(text)
	switch can := carries(raw); {
	case can && e.Disabled():
		e.Enable()
	case !can && !e.Disabled():
		e.Disable()
	}
	return changed
}

// carries reports whether a field gives back the bytes that it was given.
func carries(raw string) bool { return utf8.ValidString(raw) && strings.IndexByte(raw, 0) < 0 }

// oneLine makes a line of a text that the file breaks into several.
func oneLine(text string) string {
	if !strings.ContainsAny(text, "\r\n") {
		return text
	}
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '\r' || r == '\n' }), " ")
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

// offset returns how many bytes of the text stand before the cursor.
func (e *entry) offset() int {
	letters := []rune(e.Text)
	return len(string(letters[:min(max(e.CursorTextOffset(), 0), len(letters))]))
}

// line returns the line of the text, from 0, that the cursor is in.
func (e *entry) line() int { return strings.Count(e.Text[:e.offset()], "\n") }

// cursorChanged is called whenever the entry draws its cursor.
func (e *entry) cursorChanged() {
	now := cursor{e.CursorRow, e.CursorColumn, len(e.Text)}
	if !e.hasFocus || e.setting || now == e.seen {
		return
	}
	e.seen = now
	e.place.cursor = e.place.placeOf(e)
	if e.onCursor != nil {
		e.onCursor()
	}
}

// FocusGained implements fyne.Focusable.
func (e *entry) FocusGained() {
	e.Entry.FocusGained()
	e.hasFocus = true
	e.place.writing = e
	if e.onFocus != nil {
		e.onFocus(true)
	}
	e.cursorChanged()
}

// FocusLost implements fyne.Focusable.
func (e *entry) FocusLost() {
	e.Entry.FocusLost()
	if !e.hasFocus {
		return
	}
	e.hasFocus, e.shift, e.seen = false, false, nowhere()
	if e.onFocus != nil {
		e.onFocus(false)
	}
}

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

// bleed is how far a field on a card reaches over its edge: as far as its border
// and the bar that scrolls a long line go.
const bleed = 5

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

package draft

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// cursorPlace is where the cursor is, so that undo can bring it back there: a
// field, named by its section or by its own name, and how many letters of what
// the file has stand before the cursor.
type cursorPlace struct {
	section int    // 0 for the deal
	field   int    // of the card, in the order of its fields
	name    string // of a field of the deal
	letters int
}

// Cursor returns where the cursor was before the edit that is being done, for
// GoToCursor.
func (p *Place) Cursor() any { return p.before }

// GoToCursor puts the cursor where it was. It reports false where there is no
// such place, or it cannot be written in.
func (p *Place) GoToCursor(cursor any) bool {
	at, ok := cursor.(cursorPlace)
	if !ok || at.section > len(p.cards) || at.section == 0 && at.name == "" {
		return false
	}
	if at.section == 0 {
		for _, f := range p.deal.fields {
			if f.entry.id == at.name && p.deal.unfolded() {
				p.cfg.Focus(f.entry)
				f.entry.goTo(at.letters)
				return true
			}
		}
		return false
	}
	c := p.cards[at.section-1]
	e := c.fields()[at.field]
	if e.Disabled() {
		return false
	}
	p.open(c, e)
	e.goTo(at.letters)
	p.cfg.Focus(e)
	return true
}

// placeOf returns where the cursor is in a field.
func (p *Place) placeOf(e *entry) cursorPlace {
	if e.card == nil {
		return cursorPlace{name: e.id, letters: e.CursorTextOffset()}
	}
	at := cursorPlace{section: e.card.number, letters: e.CursorTextOffset()}
	for i, f := range e.card.fields() {
		if f == e {
			at.field = i
		}
	}
	if e.MultiLine { // the file leaves blank lines at the beginning out
		text := e.Text
		for range leadingBlank(text) {
			line, rest, _ := strings.Cut(text, "\n")
			at.letters -= utf8.RuneCountInString(line) + 1
			text = rest
		}
		at.letters = max(0, at.letters)
	}
	return at
}

// goTo puts the cursor behind so many letters of the text.
func (e *entry) goTo(letters int) {
	if e.hasFocus {
		e.unselect()
	}
	e.CursorRow, e.CursorColumn = rowAndColumn(e.rowStarts(), letters)
	e.Refresh()
}

// selection returns which bytes of the text are selected; where nothing is, both
// are the cursor. Fyne tells what is selected and where the cursor is, not at
// which of its ends.
func (e *entry) selection() (from, to int) {
	at := e.offset()
	selected := ""
	if e.hasFocus {
		selected = e.SelectedText()
	}
	before, behind := strings.HasSuffix(e.Text[:at], selected), strings.HasPrefix(e.Text[at:], selected)
	switch {
	case selected == "":
		return at, at
	case before && behind: // the key that goes to the beginning of a selection knows
		e.setting = true
		e.unselect()
		from = e.offset()
		e.selectRange(from, from+len(selected))
		e.setting = false
		return from, from + len(selected)
	case before:
		return at - len(selected), at
	}
	return at, at + len(selected)
}

var shiftKey = &fyne.KeyEvent{Name: desktop.KeyShiftLeft}

// unselect ends a selection, with the cursor at its beginning.
func (e *entry) unselect() {
	if e.SelectedText() == "" {
		return
	}
	e.Entry.KeyUp(shiftKey)
	e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if e.shift {
		e.Entry.KeyDown(shiftKey)
	}
}

// selectRange selects bytes of the text, with the cursor at the end, by the keys
// that do so: Fyne has no other way.
func (e *entry) selectRange(from, to int) {
	first, last := utf8.RuneCountInString(e.Text[:from]), utf8.RuneCountInString(e.Text[:to])
	e.goTo(first)
	if first == last {
		return
	}
	right := &fyne.KeyEvent{Name: fyne.KeyRight}
	e.Entry.KeyUp(shiftKey)
	e.Entry.KeyDown(shiftKey)
	e.Entry.TypedKey(right)
	if last > first+1 {
		e.CursorRow, e.CursorColumn = rowAndColumn(e.rowStarts(), last-1)
		e.Entry.TypedKey(right)
	}
	if !e.shift {
		e.Entry.KeyUp(shiftKey)
	}
}

package draft

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
)

// AcceptsTab implements fyne.Tabbable: Tab goes to the next field, in a text of
// several lines too, unless it moves an item in or out of another.
func (e *entry) AcceptsTab() bool {
	if !e.MultiLine || e.Disabled() {
		return false
	}
	_, ok := e.tab()
	return ok
}

// tab is what Tab does to the text, or Shift+Tab.
func (e *entry) tab() (textEdit, bool) {
	from, to := e.selection()
	if e.withShift() {
		return outdent(e.Text, from, to)
	}
	return indent(e.Text, from, to)
}

// withShift reports whether Shift is down. A field that gets the focus by
// Shift+Tab has not heard of it, so the driver is asked where it knows.
func (e *entry) withShift() bool {
	if driver, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return driver.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
	}
	return e.shift
}

// KeyDown implements desktop.Keyable.
func (e *entry) KeyDown(k *fyne.KeyEvent) {
	e.shift = e.shift || isShift(k)
	e.Entry.KeyDown(k)
}

// KeyUp implements desktop.Keyable.
func (e *entry) KeyUp(k *fyne.KeyEvent) {
	e.shift = e.shift && !isShift(k)
	e.Entry.KeyUp(k)
}

func isShift(k *fyne.KeyEvent) bool {
	return k.Name == desktop.KeyShiftLeft || k.Name == desktop.KeyShiftRight
}

// TypedKey implements fyne.Focusable. Fyne knows no shortcut without a modifier,
// so a field passes on the keys that ask for help and that close something.
func (e *entry) TypedKey(k *fyne.KeyEvent) {
	switch {
	case k.Name == fyne.KeyF1:
		e.place.cfg.Help()
		return
	case k.Name == fyne.KeyEscape && e.place.Escape():
		return
	}
	if !e.MultiLine || e.Disabled() {
		e.Entry.TypedKey(k)
		return
	}
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		from, to := e.selection()
		edit, ok := enter(e.Text, from, to)
		if e.withShift() {
			if edit, ok = breakLine(e.Text, from, to); !ok {
				edit, ok = replaced(from, to, "\n"), true
			}
		}
		if ok {
			e.do(edit)
			return
		}
	case fyne.KeyTab:
		if edit, ok := e.tab(); ok {
			e.doAlone(edit)
		}
		return
	}
	e.Entry.TypedKey(k)
}

// TypedShortcut implements fyne.Shortcutable. Undo is that of the talk: Fyne's
// own knows nothing of what was done outside of the field.
func (e *entry) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutUndo:
		e.place.cfg.Undo()
	case *fyne.ShortcutRedo:
		e.place.cfg.Redo()
	case *fyne.ShortcutPaste:
		e.paste(s.Clipboard.Content())
	default:
		e.Entry.TypedShortcut(s)
	}
}

// paste puts a clipboard's text in the place of what is selected.
func (e *entry) paste(clip string) {
	from, to := e.selection()
	switch {
	case clip == "" || e.Disabled():
	case e.MultiLine:
		e.doAlone(paste(e.Text, from, to, clip))
	default:
		e.doAlone(replaced(from, to, oneLine(strings.TrimRight(plainText(clip), "\n"))))
	}
}

// TappedSecondary implements fyne.SecondaryTappable. Fyne's own menu has an undo
// of its own, which knows only this field.
func (e *entry) TappedSecondary(at *fyne.PointEvent) {
	clipboard := fyne.CurrentApp().Clipboard()
	item := func(title string, s fyne.Shortcut, enabled bool) *fyne.MenuItem {
		item := fyne.NewMenuItem(title, func() { e.TypedShortcut(s) })
		item.Disabled = !enabled
		return item
	}
	selected := e.SelectedText() != ""
	items := []*fyne.MenuItem{
		item(lang.L("Cut"), &fyne.ShortcutCut{Clipboard: clipboard}, selected && !e.Disabled()),
		item(lang.L("Copy"), &fyne.ShortcutCopy{Clipboard: clipboard}, selected),
		item(lang.L("Paste"), &fyne.ShortcutPaste{Clipboard: clipboard}, !e.Disabled()),
		item(lang.L("Select all"), &fyne.ShortcutSelectAll{}, e.Text != ""),
	}
	if e.moreMenu != nil {
		items = append(items, e.moreMenu()...)
	}
	e.place.cfg.ShowMenu(fyne.NewMenu("", items...), at.AbsolutePosition)
}

// do does an edit of the text as if it were typed.
func (e *entry) do(edit textEdit) {
	if e.Disabled() {
		return
	}
	e.place.before = e.place.cursor
	text := edit.apply(e.Text)
	e.setting = true
	e.unselect()
	changed := text != e.Text
	if changed {
		e.SetText(text)
	}
	e.selectRange(edit.from, edit.to)
	e.setting = false
	if changed && e.onText != nil {
		e.onText(text)
	}
	e.cursorChanged()
}

// doAlone does an edit of the text that is a step of undo of its own.
func (e *entry) doAlone(edit textEdit) {
	e.place.cfg.Break()
	e.do(edit)
	e.place.cfg.Break()
}

// Emphasize makes what is selected in the current field strong ("**") or
// stressed ("*"), or takes that off.
func (p *Place) Emphasize(mark string) {
	e := p.writing
	if e == nil || !e.emphasis || e.onText == nil { // its card may be gone
		return
	}
	p.cfg.Focus(e) // a menu may have it
	from, to := e.selection()
	e.doAlone(emphasize(e.Text, from, to, mark))
}

package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/widgets"
)

// answer is a button of a question.
type answer struct {
	text string
	main bool   // what most people want: it has the focus
	run  func() // nil only closes the question; so does Escape
}

// ask asks a question with several answers.
func (w *Window) ask(title, text string, answers ...answer) *dialog.CustomDialog {
	return w.askWith(title, container.NewVBox(widgets.Soft(text)), 460, nil, answers...)
}

// askWith asks a question that has more than words. first gets the focus, or,
// when it is nil, the main answer.
func (w *Window) askWith(title string, content fyne.CanvasObject, width float32, first *askEntry, answers ...answer) *dialog.CustomDialog {
	d := dialog.NewCustomWithoutButtons(title, content, w.win)
	buttons := make([]fyne.CanvasObject, len(answers))
	var focus fyne.Focusable
	for i, a := range answers {
		b := newAskButton(a.text, func() {
			d.Hide()
			if a.run != nil {
				a.run()
			}
		}, d.Hide)
		if a.main {
			b.Importance = widget.HighImportance
			focus = b
		}
		buttons[i] = b
	}
	d.SetButtons(buttons)
	d.Resize(fyne.NewSize(min(width, w.most().Width), 0))
	if first != nil {
		first.onEscape = d.Hide
		focus = first
	}
	w.present(d)
	w.win.Canvas().Focus(focus)
	return d
}

// present shows a dialog, and remembers it for Escape until it is closed. What
// has the focus in it hears Escape first; after a click beside it nothing has.
func (w *Window) present(d dialog.Dialog) {
	w.dialogs = append(w.dialogs, d)
	d.SetOnClosed(func() {
		w.dialogs = slices.DeleteFunc(w.dialogs, func(other dialog.Dialog) bool { return other == d })
	})
	d.Show()
}

// leave closes the dialog that was opened last, and reports whether there was one.
func (w *Window) leave() bool {
	if len(w.dialogs) == 0 {
		return false
	}
	w.dialogs[len(w.dialogs)-1].Dismiss()
	return true
}

// askButton is a button that Enter presses and Escape leaves, as people expect
// of a question; Fyne's knows the space bar alone.
type askButton struct {
	widget.Button
	onEscape func()
}

func newAskButton(text string, tapped, escape func()) *askButton {
	b := &askButton{onEscape: escape}
	b.Text, b.OnTapped = text, tapped
	b.ExtendBaseWidget(b)
	return b
}

// TypedKey implements fyne.Focusable.
func (b *askButton) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		b.onEscape()
	case fyne.KeyReturn, fyne.KeyEnter:
		b.Tapped(nil)
	default:
		b.Button.TypedKey(e)
	}
}

// askEntry is a field of a question.
type askEntry struct {
	widget.Entry
	onEscape func()
}

func newAskEntry() *askEntry {
	e := &askEntry{}
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey implements fyne.Focusable.
func (e *askEntry) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		e.onEscape()
		return
	}
	e.Entry.TypedKey(k)
}

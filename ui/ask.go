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

// askWith asks a question that has more than words. Content that scrolls does so
// by the keys that its fields have no use for. first gets the focus, or,
// when it is nil, the main answer.
func (w *Window) askWith(title string, content fyne.CanvasObject, width float32, first *askEntry, answers ...answer) *dialog.CustomDialog {
	d := dialog.NewCustomWithoutButtons(title, content, w.win)
	buttons := make([]fyne.CanvasObject, len(answers))
	var main *askButton
	for i, a := range answers {
		b := newAskButton(a.text, func() {
			d.Hide()
			if a.run != nil {
				a.run()
			}
		}, d.Hide)
		if a.main {
			b.Importance = widget.HighImportance
			main = b
		}
		buttons[i] = b
	}
	d.SetButtons(buttons)
	d.Resize(fyne.NewSize(min(width, w.most().Width), 0))
	scroll, _ := content.(*container.Scroll)
	w.present(d, scroll)
	w.dialogs[len(w.dialogs)-1].main = main
	if first != nil {
		first.onEscape = d.Hide
		w.win.Canvas().Focus(first)
	} else if main != nil {
		w.win.Canvas().Focus(main)
	}
	return d
}

// standing is a dialog that is open.
type standing struct {
	dialog.Dialog
	scroll *container.Scroll // what of it scrolls, or nil
	main   *askButton        // its main answer, or nil
}

// present shows a dialog, and remembers it for Escape until it is closed. What
// has the focus in it hears Escape first; after a click beside it nothing has.
func (w *Window) present(d dialog.Dialog, scroll *container.Scroll) {
	w.dialogs = append(w.dialogs, standing{Dialog: d, scroll: scroll})
	d.SetOnClosed(func() {
		w.dialogs = slices.DeleteFunc(w.dialogs, func(s standing) bool { return s.Dialog == d })
	})
	d.Show()
}

// answerKey does what a key is for while a dialog is open, if nothing in it has
// a use for it: it closes the one on top, gives its main answer, or scrolls it.
func (w *Window) answerKey(e *fyne.KeyEvent) {
	if len(w.dialogs) == 0 {
		return
	}
	top := w.dialogs[len(w.dialogs)-1]
	switch {
	case e.Name == fyne.KeyEscape:
		top.Dismiss()
	case top.main != nil && (e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter):
		top.main.Tapped(nil)
	case top.scroll != nil:
		scrollByKey(top.scroll, e.Name)
	}
}

// lineStep is how far an arrow key scrolls.
const lineStep = 40

func scrollByKey(s *container.Scroll, key fyne.KeyName) {
	y, page := s.Offset.Y, s.Size().Height-lineStep
	switch key {
	case fyne.KeyUp:
		y -= lineStep
	case fyne.KeyDown:
		y += lineStep
	case fyne.KeyPageUp:
		y -= page
	case fyne.KeyPageDown:
		y += page
	case fyne.KeyHome:
		y = 0
	case fyne.KeyEnd:
		y = s.Content.MinSize().Height
	}
	s.ScrollToOffset(fyne.NewPos(s.Offset.X, min(max(y, 0), max(0, s.Content.MinSize().Height-s.Size().Height))))
}

// reveal scrolls just as far as it takes for a part to be seen.
func reveal(s *container.Scroll, part fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(part).Y - driver.AbsolutePositionForObject(s).Y
	bottom := top + part.Size().Height - s.Size().Height
	switch {
	case top < 0:
		s.ScrollToOffset(s.Offset.AddXY(0, top))
	case bottom > 0:
		s.ScrollToOffset(s.Offset.AddXY(0, bottom))
	}
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
	case fyne.KeySpace:
		b.Button.TypedKey(e)
	default:
		widgets.PassKey(b, e)
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

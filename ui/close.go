package ui

import (
	"errors"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"talkgiver/talk/library"
	"talkgiver/ui/widgets"
)

// guard goes on when nothing would be lost: at once when the talk is saved,
// else after the person has said what to do with it. Every way out of a talk
// leads through here.
func (w *Window) guard(then func()) {
	if !w.session.Dirty() {
		then()
		return
	}
	w.ask(lang.L("Save “{{.Title}}” first?", map[string]any{"Title": w.title()}),
		lang.L("It has changes that are not in its file yet."),
		answer{text: lang.L("Save"), main: true, run: func() { w.save(then) }},
		answer{text: lang.L("Do not save"), run: then},
		answer{text: lang.L("Cancel")})
}

// answer is a button of a question.
type answer struct {
	text string
	main bool
	run  func() // nil only closes the question
}

// ask asks a question with several answers.
func (w *Window) ask(title, text string, answers ...answer) {
	words := widgets.Soft(text)
	var d *dialog.CustomDialog
	buttons := make([]fyne.CanvasObject, len(answers))
	for i, a := range answers {
		b := widget.NewButton(a.text, func() {
			d.Hide()
			if a.run != nil {
				a.run()
			}
		})
		if a.main {
			b.Importance = widget.HighImportance
		}
		buttons[i] = b
	}
	d = dialog.NewCustomWithoutButtons(title, container.NewVBox(words), w.win)
	d.SetButtons(buttons)
	d.Resize(fyne.NewSize(460, 0))
	d.Show()
	if b, ok := buttons[0].(fyne.Focusable); ok {
		w.win.Canvas().Focus(b)
	}
}

// quit ends the app when nothing would be lost.
func (w *Window) quit() {
	w.guard(func() {
		w.finishRun()
		w.runner.Close()
		w.journal.close()
		w.app.Quit()
	})
}

// save writes the talk to its file and goes on when that worked. A new talk
// gets a file in the library, named after its title.
func (w *Window) save(then func()) {
	err := w.session.Save()
	switch {
	case err == nil:
		w.saved(then)
	case errors.Is(err, errNoFile):
		w.saveNew(then)
	case errors.Is(err, library.ErrChanged), errors.Is(err, library.ErrGone):
		w.ask(lang.L("Another program has changed this file"),
			lang.L("“{{.File}}” is no longer as it was when you opened it. Your own text is safe here.", map[string]any{"File": filepath.Base(w.session.Path())}),
			answer{text: lang.L("Save mine as…"), main: true, run: func() { w.saveAs(then) }},
			answer{text: lang.L("Overwrite it"), run: func() { w.attempt(w.session.Overwrite, then) }},
			answer{text: lang.L("Load the other"), run: func() { w.attempt(func() error { return w.session.Reload(w.now()) }, then) }},
			answer{text: lang.L("Cancel")})
	default:
		w.saveFailed(err, then)
	}
}

// attempt does something with the file and tells how it went.
func (w *Window) attempt(do func() error, then func()) {
	if err := do(); err != nil {
		w.saveFailed(err, then)
		return
	}
	w.saved(then)
}

// saveFailed says why the talk could not be saved, and offers another place.
func (w *Window) saveFailed(err error, then func()) {
	w.ask(lang.L("The talk is not saved"), sentence(err),
		answer{text: lang.L("Save as…"), main: true, run: func() { w.saveAs(then) }},
		answer{text: lang.L("Cancel")})
}

// saved shows that the file has everything.
func (w *Window) saved(then func()) {
	w.prefs.AddRecent(w.session.Path())
	w.talks.Select(w.session.Path(), w.session.Title())
	w.frame.showStatus()
	w.listTalks()
	if then != nil {
		then()
	}
}

// saveNew gives a talk its first file.
func (w *Window) saveNew(then func()) {
	title := w.session.Title()
	if title == "" {
		title = w.session.Talk().Deal.Message.Text
	}
	if title == "" {
		title = lang.L("New talk")
	}
	file, err := library.Create(w.folder, title, w.session.Document().Bytes())
	if err != nil {
		w.saveFailed(err, then)
		return
	}
	w.session.adopt(file)
	w.saved(then)
	w.buildMenu()
}

// saveAs asks for a file and saves the talk there.
func (w *Window) saveAs(then func()) {
	name := library.FileName(w.title())
	if p := w.session.Path(); p != "" {
		name = filepath.Base(p)
	}
	w.askFile(lang.L("Save the talk as"), name, library.Extension, func(path string) {
		w.attempt(func() error { return w.session.SaveAs(path) }, func() {
			w.buildMenu()
			w.readJournal()
			if then != nil {
				then()
			}
		})
	})
}

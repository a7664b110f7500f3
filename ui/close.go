package ui

import (
	"errors"
	"path/filepath"

	"fyne.io/fyne/v2/lang"

	"talkgiver/talk/library"
)

// guard goes on when nothing would be lost: at once when the talk is saved,
// else after the person has said what to do with it. Every way out of a talk
// leads through here. While the question stands, whoever asks for another way
// out (a second click on the window's X) has it before them already.
func (w *Window) guard(then func()) {
	w.draft.Flush()
	if w.guarding {
		return
	}
	if !w.session.Dirty() {
		then()
		return
	}
	w.guarding = true
	w.ask(lang.L("Save “{{.Title}}” first?", map[string]any{"Title": w.title()}),
		lang.L("It has changes that are not in its file yet."),
		answer{text: lang.L("Save"), main: true, run: func() { w.save(then) }},
		answer{text: lang.L("Do not save"), run: then},
		answer{text: lang.L("Cancel")}).SetOnClosed(func() { w.guarding = false })
}

// quit ends the app when nothing would be lost.
func (w *Window) quit() {
	w.guard(func() {
		if w.closed {
			return // asked twice before the app was gone
		}
		w.finishRun()
		w.noteWork()
		w.closed = true
		w.runner.Close()
		w.journal.close()
		w.app.Quit()
	})
}

// save writes the talk to its file and goes on when that worked. A new talk
// gets a file in the library, named after its title.
func (w *Window) save(then func()) {
	w.draft.Flush()
	err := w.session.Save()
	switch {
	case err == nil:
		w.saved(then)
	case errors.Is(err, errNoFile):
		w.saveNew(then)
	case errors.Is(err, library.ErrChanged):
		w.ask(lang.L("Another program has changed this file"),
			lang.L("“{{.File}}” is no longer as it was when you opened it. Your own text is safe here.", map[string]any{"File": filepath.Base(w.session.Path())}),
			answer{text: lang.L("Save mine as…"), main: true, run: func() { w.saveAs(then) }},
			answer{text: lang.L("Overwrite it"), run: func() { w.attempt(w.session.Overwrite, then) }},
			answer{text: lang.L("Load the other"), run: w.loadOther},
			answer{text: lang.L("Cancel")})
	case errors.Is(err, library.ErrGone):
		w.ask(lang.L("The talk is not saved"), sentence(err),
			answer{text: lang.L("Save it anyway"), main: true, run: func() { w.attempt(w.session.Overwrite, then) }},
			answer{text: lang.L("Save as…"), run: func() { w.saveAs(then) }},
			answer{text: lang.L("Cancel")})
	default:
		w.saveFailed(err, then)
	}
}

// loadOther shows what another program has written. It goes nowhere from here,
// even where the talk was about to close: the person's own text is one undo away.
func (w *Window) loadOther() {
	if err := w.session.Reload(w.now()); err != nil {
		w.fail(lang.L("The talk could not be opened."), err)
		return
	}
	w.saved(nil)
	w.frame.tell(lang.L("Undo brings back your own text."))
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
		w.draft.Flush()
		old := w.session.Path()
		w.attempt(func() error { return w.session.SaveAs(path) }, func() {
			w.journal.flush() // what has just happened goes along
			if err := copyJournal(old, w.session.Path()); err != nil {
				w.fail(lang.L("The talk is saved, but its journal could not be copied."), err)
			}
			w.buildMenu()
			w.readJournal()
			if then != nil {
				then()
			}
		})
	})
}

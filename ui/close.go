package ui

import (
	"errors"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk/library"
)

// guard goes on when nothing would be lost: at once when the talk is saved or
// can be, else after the person has said what to do with it. Every way out of a
// talk leads through here. While the question stands, whoever asks for another
// way out (a second click on the window's X) has it before them already.
func (w *Window) guard(then func()) {
	w.draft.Flush()
	w.auto.finish()
	if w.guarding {
		return
	}
	if !w.session.Dirty() {
		then()
		return
	}
	if w.prefs.Autosave() && w.session.HoldsSomething() {
		if !w.asks() {
			w.save(then)
		}
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
		w.guardForms(w.shut)
	})
}

// guardForms goes on when no form of the journey has words that go with the
// window, or after the person has thrown them away.
func (w *Window) guardForms(then func()) {
	if w.journey == nil {
		then()
		return
	}
	open := w.session.Path()
	file, ok := w.journey.Unsaved(open)
	if !ok {
		then()
		return
	}
	title := w.title()
	if file != open {
		title = strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	}
	w.guarding = true
	w.ask(lang.L("Save what you typed first?"),
		lang.L("The journey of “{{.Title}}” has a form with words that are in no file yet.", map[string]any{"Title": title}),
		answer{text: lang.L("Show the form"), main: true, run: func() { w.showForm(file) }},
		answer{text: lang.L("Throw it away"), run: func() {
			w.journey.Forget(file, open)
			w.guardForms(then)
		}},
		answer{text: lang.L("Cancel")}).SetOnClosed(func() { w.guarding = false })
}

// showForm shows the form of a talk's journey that has something typed in it.
func (w *Window) showForm(file string) {
	if file != w.session.Path() {
		w.open(file)
	}
	if file == w.session.Path() {
		w.show(placeJourney)
		w.journey.ShowUnsaved()
	}
}

// shut closes the window for good.
func (w *Window) shut() {
	w.finishRun()
	w.noteWork()
	w.closed = true
	w.runner.Close()
	w.journal.close()
	w.keeper.drop()
	if err := w.keeper.close(); err != nil {
		fyne.LogError("the recovery copy", err) // it is offered at the next start
	}
	w.app.Quit()
}

// save writes the talk to its file and goes on when that worked. A new talk
// gets a file in the library, named after its title. Where it does not work,
// then is a way out of the talk that a person can take without saving. Only a
// way out waits for the disk; who goes on typing does not.
func (w *Window) save(then func()) {
	w.draft.Flush()
	if then == nil && w.session.Path() != "" {
		w.auto.ask()
		return
	}
	w.auto.finish()
	err := w.session.Save()
	if errors.Is(err, errNoFile) {
		err = w.create()
	}
	if err != nil {
		w.notSaved(err, then)
		return
	}
	w.saved(then)
}

// notSaved does what can be done where the talk could not be saved: it puts
// together what two programs have written, or asks.
func (w *Window) notSaved(err error, then func()) {
	switch {
	case errors.Is(err, library.ErrChanged):
		w.mergeOutside(func() { w.save(then) })
	case errors.Is(err, library.ErrGone):
		w.askGone(err, then)
	default:
		w.saveFailed(err, then)
	}
}

// askGone asks what to do with a talk whose file was moved or deleted.
func (w *Window) askGone(err error, then func()) {
	var answers []answer
	text := sentence(err)
	if path := library.FindMoved(w.session.Path(), w.session.saved, w.folder); path != "" {
		text = lang.L("It is called “{{.File}}” now.", map[string]any{"File": filepath.Base(path)})
		answers = append(answers, answer{text: lang.L("Save it there"), main: true, run: func() {
			w.session.follow(path)
			w.opened()
			w.save(then)
		}})
	}
	answers = append(answers,
		answer{text: lang.L("Save it anyway"), main: len(answers) == 0, run: func() { w.attempt(w.session.Overwrite, then) }},
		answer{text: lang.L("Save as…"), run: func() { w.saveAs(then) }})
	w.ask(lang.L("The talk is not saved"), text, append(answers, w.waysOut(then)...)...)
}

// waysOut are the answers to a save that did not work beside trying elsewhere.
func (w *Window) waysOut(then func()) []answer {
	if then == nil {
		return []answer{{text: lang.L("Cancel")}}
	}
	return []answer{{text: lang.L("Do not save"), run: then}, {text: lang.L("Cancel")}}
}

// attempt does something with the file and tells how it went.
func (w *Window) attempt(do func() error, then func()) {
	w.auto.finish()
	if err := do(); err != nil {
		w.saveFailed(err, then)
		return
	}
	w.saved(then)
}

// saveFailed says why the talk could not be saved, and offers another place.
func (w *Window) saveFailed(err error, then func()) {
	w.auto.failed = err
	w.frame.showStatus()
	w.ask(lang.L("The talk is not saved"), sentence(err),
		append([]answer{{text: lang.L("Save as…"), main: true, run: func() { w.saveAs(then) }}}, w.waysOut(then)...)...)
}

// saved shows that the file has what was there to save.
func (w *Window) saved(then func()) {
	w.auto.failed = nil
	if !w.session.Dirty() { // one may have typed on meanwhile
		w.auto.settle.Stop()
	}
	w.prefs.AddRecent(w.session.Path())
	w.talks.Select(w.session.Path(), w.session.Title())
	w.watchOpen()
	w.frame.showStatus()
	w.keep()
	w.listTalks()
	if then != nil {
		then()
	}
}

// create gives a talk its first file.
func (w *Window) create() error {
	title := w.session.Title()
	if title == "" {
		title = w.session.Talk().Deal.Message.Text
	}
	if title == "" {
		title = lang.L("New talk")
	}
	file, err := library.Create(w.folder, title, w.session.Document().Bytes())
	if err != nil {
		return err
	}
	w.session.adopt(file)
	w.opened()
	w.saved(nil)
	w.buildMenu()
	return nil
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
			w.opened()
			w.buildMenu()
			w.readJournal()
			if then != nil {
				then()
			}
		})
	})
}

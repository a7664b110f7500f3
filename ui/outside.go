package ui

import (
	"errors"
	"path/filepath"

	"fyne.io/fyne/v2/lang"

	"talkgiver/talk/library"
)

// changedOutside follows what another program has done to the open talk's file.
// Whatever that is, it is one step that can be undone, and the cursor stays.
func (w *Window) changedOutside() {
	s := w.session
	if s.Dirty() {
		if !w.auto.undecided {
			w.mergeOutside(nil)
		}
		return
	}
	before := s.Document()
	switch err := s.Reload(w.now()); {
	case errors.Is(err, library.ErrMissing):
		w.goneOutside()
	case err != nil:
		w.auto.failed = err
		w.frame.tell(sentence(err))
	case s.Document() != before:
		w.frame.tell(lang.L("Another program has changed this talk. You see it as it is now."))
	}
	w.keep()
}

// goneOutside says that the talk's file is gone. The text is kept, and nothing
// brings the file back before the person says so.
func (w *Window) goneOutside() {
	s := w.session
	if !s.gone {
		s.gone = true
		w.frame.tell(lang.L("The file of this talk was moved or deleted. Your text is safe; {{.Key}} asks where to save it.", map[string]any{"Key": w.keyOf(lang.L("Save"))}))
	}
	w.auto.failed = &library.Error{Reason: library.ErrGone, Path: s.Path()}
	w.keep()
}

// mergeOutside puts together what has changed here and what another program has
// written, and goes on. Where both have changed the same place it asks which
// version stands.
func (w *Window) mergeOutside(then func()) {
	s := w.session
	file, merged, err := s.Outside()
	switch {
	case errors.Is(err, library.ErrMissing):
		w.goneOutside()
		return
	case err != nil:
		w.saveFailed(err, nil)
		return
	}
	take := func(choose func(int) library.Choice) {
		w.auto.finish()
		w.auto.undecided = false
		if err := s.takeOver(file, merged.Bytes(choose), w.now()); err != nil {
			w.fail(lang.L("The two versions could not be put together."), err)
			return
		}
		w.frame.tell(lang.L("Changed elsewhere too: both are put together."))
		w.keep()
		w.auto.touch()
		if then != nil {
			then()
		}
	}
	if len(merged.Conflicts()) == 0 {
		take(nil)
		return
	}
	// Who does not decide now is not asked again and again: the bar says that two
	// versions stand, and saving asks.
	w.auto.undecided = true
	w.frame.showStatus()
	w.askVersions(lang.L("Another program has changed this file"),
		lang.L("What could be put together from “{{.File}}” and from here already is. Which version of the rest shall stand?", map[string]any{"File": filepath.Base(s.Path())}),
		lang.L("Here"), lang.L("In the file"), merged.Conflicts(), func(choose func(int) library.Choice) { take(choose) },
		answer{text: lang.L("Save mine as…"), run: func() { w.saveAs(nil) }},
		answer{text: lang.L("Cancel")})
}

package ui

import (
	"time"

	"fyne.io/fyne/v2"

	"talkgiver/talk"
	"talkgiver/ui/rehearse"
)

// rehearsal returns the place where the talk is rehearsed. It is made when it
// is first gone to: the fonts of script and clocks are a good part of what the
// window needs.
func (w *Window) rehearsal() *rehearse.Place {
	if w.rehearse != nil {
		return w.rehearse
	}
	w.rehearse = rehearse.New(rehearse.Config{
		Now:           func() (time.Duration, time.Time) { return time.Since(w.started), w.now() },
		Every:         w.runner.Every,
		Append:        w.appendEvents,
		KeepAwake:     w.app.Driver().SetDisableScreenBlanking,
		OnStage:       w.setStage,
		OnDraft:       func() { w.show(placeDraft) },
		Drift:         w.words.Drift,
		Pace:          w.prefs.Pace(),
		ScriptScale:   w.prefs.ScriptSize(),
		OnScriptScale: w.prefs.SetScriptSize,
	})
	w.rehearse.Begin(w.session.Talk())
	w.rehearse.SetRuns(w.runs)
	w.frame.stage.Add(w.rehearse.Content())
	return w.rehearse
}

// finishRun ends a run that is under way, and keeps it.
func (w *Window) finishRun() {
	if w.rehearse != nil {
		w.rehearse.Finish()
	}
}

// setRuns shows what the journal has of the open talk.
func (w *Window) setRuns(runs []talk.Run) {
	w.runs = runs
	if w.rehearse != nil {
		w.rehearse.SetRuns(runs)
	}
}

// typedKey and typedRune get the keys that no field has taken: F1, which is no
// shortcut to Fyne since it has no modifier, and those of a clicker, while a talk
// is rehearsed.
func (w *Window) typedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyF1 && !w.onStage {
		w.showKeys()
		return
	}
	if e.Name == fyne.KeyEscape && w.place == placeDraft {
		w.draft.Escape()
	}
	if w.place == placeRehearse {
		w.rehearse.TypedKey(e)
	}
}

func (w *Window) typedRune(r rune) {
	if w.place == placeRehearse {
		w.rehearse.TypedRune(r)
	}
}

// setStage puts everything but the stage away while a talk is rehearsed.
func (w *Window) setStage(on bool) {
	if w.onStage == on {
		return
	}
	w.onStage = on
	w.frame.showPlace()
	if on {
		w.win.SetMainMenu(fyne.NewMainMenu())
	} else {
		w.buildMenu()
		w.readJournal()
	}
	w.rehearse.Focus()
}

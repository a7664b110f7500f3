package ui

import (
	"time"

	"fyne.io/fyne/v2"

	"talkgiver/talk"
	engine "talkgiver/talk/rehearse"
	deck "talkgiver/talk/slides"
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
		Append:        w.appendRun,
		Heartbeat:     w.heartbeat,
		KeepAwake:     w.app.Driver().SetDisableScreenBlanking,
		OnStage:       w.setStage,
		OnDraft:       func() { w.show(placeDraft) },
		Drift:         w.words.Drift,
		Say:           w.words.Run,
		Decimal:       w.words.Decimal,
		Day:           w.words.ShortDay,
		Do:            w.editTold,
		Ask:           w.askYes,
		Export:        w.exportRuns,
		Live:          w.stageFactor,
		OnPace:        w.setPace,
		OnDebrief:     w.debrief,
		OpenAudience:  w.openAudience,
		Focus:         func(f fyne.Focusable) { w.win.Canvas().Focus(f) },
		SecondDisplay: w.hasSecondDisplay,
		Front:         w.win.RequestFocus,
		Value:         w.worth,
		Numbers:       deckNumbers,
		Habits:        w.prefs.Habits(),
		OnHabits:      w.prefs.SetHabits,
		Pace:          w.prefs.Pace(),
		ScriptScale:   w.prefs.ScriptSize(),
		OnScriptScale: w.prefs.SetScriptSize,
	})
	w.rehearse.Begin(w.session.Talk())
	w.rehearse.SetRuns(w.log.runs)
	w.rehearse.SetCutOff(w.log.cutOff())
	w.frame.rooms[placeRehearse].Add(w.rehearse.Content())
	return w.rehearse
}

// deckNumbers are the numbers that slides of a talk have in its deck, title and all,
// and how many that has.
func deckNumbers(t *talk.Talk, places []engine.Place) (numbers []int, of int) {
	slides := deck.New(t, deck.Options{NoNotes: true})
	for _, at := range places {
		numbers = append(numbers, slides.At(t.Sections[at.Section].Number, at.Slide)+1)
	}
	return numbers, len(slides.Slides)
}

// worth says what items are worth to the audience, as they were last weighed: a
// second that gives three, one that takes nothing, any other one.
func (w *Window) worth() func(*talk.Item) int {
	worth := make(map[talk.Span]int, len(w.report.Items))
	for _, item := range w.report.Items {
		weight := map[talk.Side]int{talk.Give: 3, talk.Neither: 1}[item.Kind.Side()]
		worth[item.Span] = weight * int(item.Time/time.Second)
	}
	return func(item *talk.Item) int { return worth[item.Span] }
}

// finishRun ends a run that is under way, and keeps it.
func (w *Window) finishRun() {
	if w.rehearse != nil {
		w.rehearse.Finish()
	}
}

// setLog shows what the journal has of the open talk.
func (w *Window) setLog(log journalLog) {
	w.log = log
	if w.rehearse != nil {
		w.rehearse.SetRuns(log.runs)
		w.rehearse.SetCutOff(log.cutOff())
	}
	if w.journey != nil {
		w.journey.SetLog(log.events, log.runs)
	}
	w.noteCutOff()
}

// typedKey and typedRune get the keys that no field has taken: Escape, which
// leaves a question; F1 and "?", which are no shortcuts to Fyne since they have
// no modifier; and those of a clicker, while a talk is rehearsed.
func (w *Window) typedKey(e *fyne.KeyEvent) {
	switch {
	case w.win.Canvas().Overlays().Top() != nil: // the keys are for what is asked
		w.answerKey(e)
	case e.Name == fyne.KeyF1 && !w.onStage:
		w.showKeys()
	case e.Name == fyne.KeyEscape && w.place == placeDraft:
		w.draft.Escape()
	case w.place == placeRehearse:
		w.rehearse.TypedKey(e)
	case w.place == placeSlides:
		w.slides.TypedKey(e)
	case w.place == placeJourney:
		w.journey.TypedKey(e)
	}
}

func (w *Window) typedRune(r rune) {
	switch {
	case w.win.Canvas().Overlays().Top() != nil:
	case w.place == placeRehearse && w.rehearse.TypedRune(r):
	case r == '?' && !w.onStage:
		w.showKeys()
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
		w.win.SetMainMenu(nil)
		w.win.SetContent(w.frame.content) // Fyne leaves the room of the menu empty otherwise
	} else {
		w.buildMenu()
		w.readJournal()
	}
	w.rehearse.Focus()
}

package ui

import (
	"time"

	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
)

// freshRun is how long after it was cut off a run is pointed to: who starts the
// program again later comes for something else.
const freshRun = 12 * time.Hour

// freshCut is a run that a program was stopped in a short while ago, and that
// nothing was done about yet.
type freshCut struct {
	last  time.Time // when it was last heard of
	given bool      // the audience sits there
	ok    bool
}

// noteCutOff looks whether the open talk has a run that was just cut off. One that
// was on stage is offered at once, where nobody has begun to do anything else; of
// any other one the bar tells.
func (w *Window) noteCutOff() {
	run, last, ok := w.log.cutOff()
	w.cut = freshCut{}
	if ok && w.now().Sub(last) < freshRun && (w.rehearse == nil || !w.rehearse.UnderWay()) {
		w.cut = freshCut{last, run.Kind == talk.RunGiven, true}
	}
	offer := w.offersRun && w.cut.given && w.place == placeDraft && !w.session.Dirty() && !w.asks()
	w.offersRun = false
	if offer {
		w.show(placeRehearse)
	}
	w.frame.showStatus()
}

// words say that there is such a run, and how to get there.
func (c freshCut) words(key string) string {
	words := map[string]any{"Time": c.last.Local().Format("15:04"), "Key": key}
	if c.given {
		return lang.L("Your talk was cut off at {{.Time}} · {{.Key}} leads back to it", words)
	}
	return lang.L("A run was cut off at {{.Time}} · {{.Key}} leads there", words)
}

package ui

import (
	"context"
	"errors"
	"time"

	"talkgiver/talk/library"
	"talkgiver/ui/work"
)

// How soon a talk is saved by itself.
const (
	savePause = 3 * time.Second  // after the last change: not while a thought is being written
	saveMost  = 30 * time.Second // after the first, for those who never pause
)

// autosave saves the talk away from the UI goroutine: when a person says so, and
// by itself, where the settings say so, when typing pauses, when the window loses
// the focus, and on every way out of a talk. It never writes over what another
// program has written: there it merges, or asks. A talk without a file gets one
// when its window loses the focus or the talk is left, and holds something: not
// from a title that is still being typed.
type autosave struct {
	window *Window
	settle *work.Settle
	saving *saving // under way
	again  bool    // a person has asked to save meanwhile
	look   bool    // the file is to be looked at when the save has ended
	failed error   // why the last one did not work
	// undecided is set while the file and the window have versions of the talk
	// between which the person has not chosen yet.
	undecided bool
	ahead     library.Fingerprint // what is being saved
}

// saving is one save of the open talk.
type saving struct {
	session *Session
	data    []byte
	asked   bool          // by a person, who wants to know why where it does not work
	done    chan struct{} // closed when seen and err are set
	seen    library.Fingerprint
	err     error
}

func newAutosave(w *Window) *autosave {
	a := &autosave{window: w}
	a.settle = w.runner.Settle(savePause, saveMost, a.begin)
	return a
}

// touch is called after each change.
func (a *autosave) touch() {
	if a.window.prefs.Autosave() {
		a.settle.Touch()
	}
}

// begin saves a talk that has a file, and does not wait for it. While a question
// stands, its answer decides.
func (a *autosave) begin() {
	w := a.window
	s := w.session
	if !w.prefs.Autosave() || w.closed || a.undecided || s.Path() == "" || !s.Dirty() {
		return
	}
	if a.saving != nil || w.asks() {
		a.settle.Touch()
		return
	}
	a.start(false)
}

// ask saves a talk that has a file since a person said so, and does not wait for
// it: a slow disk shall not stop the typing. While a save is under way, the next
// one has all that was typed by then.
func (a *autosave) ask() {
	if a.saving != nil {
		a.again = true
		return
	}
	a.start(true)
}

// start begins to write the talk to its file.
func (a *autosave) start(asked bool) {
	w := a.window
	path, seen := w.session.Path(), w.session.seen
	job := &saving{session: w.session, data: w.session.Document().Bytes(), asked: asked, done: make(chan struct{})}
	a.saving, a.ahead = job, library.FingerprintOf(job.data)
	w.keep()
	kept := w.keeper.written() // should a kill come between the save and its end
	work.Go(w.runner, "autosave", func(context.Context) *saving {
		<-kept
		job.seen, job.err = library.Save(path, job.data, seen)
		close(job.done)
		return job
	}, a.end)
}

// end goes on when a save has ended, and tells a person who asked for it where it
// did not work. A question that stands, or the stage, is not disturbed: the bar
// says that the talk is not saved.
func (a *autosave) end(job *saving) {
	if a.saving != job {
		return
	}
	again, look := a.again, a.look
	a.note(job)
	w := a.window
	if job.session != w.session {
		return
	}
	undisturbed := !w.asks() && !w.onStage
	switch {
	case again:
		a.start(true) // it tells how it goes
		return
	case job.err == nil && job.asked:
		w.saved(nil)
	case job.err != nil && job.asked && undisturbed:
		w.notSaved(job.err, nil)
	case errors.Is(job.err, library.ErrChanged) && undisturbed:
		a.failed = nil
		w.mergeOutside(nil)
		w.frame.showStatus()
	}
	if look {
		w.lookOutside()
	}
}

// note remembers how a save went.
func (a *autosave) note(job *saving) {
	a.saving, a.again, a.look, a.ahead = nil, false, false, library.Fingerprint{}
	if job.err == nil {
		job.session.wrote(job.data, job.seen)
	}
	w := a.window
	if job.session != w.session {
		return
	}
	a.failed = job.err
	if job.err == nil {
		w.keep()
	}
	w.frame.showStatus()
}

// finish waits for the save that is under way, so that what comes next knows how
// it went and can try again.
func (a *autosave) finish() {
	if job := a.saving; job != nil {
		<-job.done
		a.note(job)
	}
}

// leave saves when the window loses the focus.
func (a *autosave) leave() {
	w := a.window
	if !w.prefs.Autosave() || w.closed || w.asks() || w.onStage {
		return
	}
	w.draft.Flush()
	if s := w.session; s.Path() == "" && s.Dirty() && s.HoldsSomething() {
		a.failed = w.create()
		w.frame.showStatus()
		return
	}
	a.settle.Stop()
	a.begin()
}

// asks reports whether a question, or something else on top, has the window.
func (w *Window) asks() bool { return w.win.Canvas().Overlays().Top() != nil }

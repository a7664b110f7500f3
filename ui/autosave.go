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

// autosave saves the talk by itself, away from the UI goroutine, where the
// settings say so: when typing pauses, when the window loses the focus, and on
// every way out of a talk. It never writes over what another program has
// written: there it merges, or asks. A talk without a file gets one when its
// window loses the focus or the talk is left, and holds something: not from a
// title that is still being typed.
type autosave struct {
	window *Window
	settle *work.Settle
	saving *saving // under way
	failed error   // why the last one did not work
}

// saving is one save of the open talk.
type saving struct {
	session *Session
	data    []byte
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
	if !w.prefs.Autosave() || w.closed || s.Path() == "" || !s.Dirty() {
		return
	}
	if a.saving != nil || w.asks() {
		a.settle.Touch()
		return
	}
	job := &saving{session: s, data: s.Document().Bytes(), done: make(chan struct{})}
	a.saving = job
	path, seen := s.path, s.seen
	work.Go(w.runner, "autosave", func(context.Context) *saving {
		job.seen, job.err = library.Save(path, job.data, seen)
		close(job.done)
		return job
	}, a.end)
}

// end notes how a save went.
func (a *autosave) end(job *saving) {
	if a.saving != job {
		return
	}
	a.saving = nil
	w := a.window
	if job.err == nil {
		job.session.wrote(job.data, job.seen)
	}
	if job.session != w.session {
		return
	}
	a.failed = job.err
	switch {
	case job.err == nil:
		w.keep()
	case errors.Is(job.err, library.ErrChanged) && !w.asks() && !w.onStage:
		a.failed = nil
		w.mergeOutside(nil)
	}
	w.frame.showStatus()
}

// finish waits for the save that is under way, so that what comes next knows how
// it went.
func (a *autosave) finish() {
	if job := a.saving; job != nil {
		<-job.done
		a.end(job)
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

package ui

import (
	"time"

	"talkgiver/talk"
)

// heartbeat lets a run write to its journal however long the UI goroutine is busy.
// The talk may get another file meanwhile, which the run goes on in.
func (w *Window) heartbeat(beat func(write func(events ...talk.Event)) time.Duration) (stop func()) {
	session := w.session
	return w.journal.beat(func() time.Duration {
		return beat(func(events ...talk.Event) {
			if path := session.Path(); path != "" {
				w.journal.append(path, events...)
			}
		})
	})
}

// beat calls f on a goroutine of its own, each time after the time that f returned
// (the first time at once), until stop or close. Close waits for a call that is
// under way; stop does not.
func (w *journalWriter) beat(f func() time.Duration) (stop func()) {
	stopped := make(chan struct{})
	w.beats.Go(func() {
		timer := time.NewTimer(0)
		defer timer.Stop()
		for {
			select {
			case <-stopped:
				return
			case <-w.ending:
				return
			case <-timer.C:
				timer.Reset(f())
			}
		}
	})
	return func() { close(stopped) }
}

package ui

import (
	"sync"

	"talkgiver/talk"
	"talkgiver/talk/journal"
)

// journalWriter appends events to journals away from the UI goroutine, in the
// order in which they happened.
type journalWriter struct {
	jobs   chan journalJob
	done   sync.WaitGroup
	ending chan struct{} // closed by close
	beats  sync.WaitGroup
	do     func(func())
	fail   func(error)

	held    string // the journal that a run is written to; the writer's own
	release func()
}

type journalJob struct {
	path    string
	events  []talk.Event
	then    func()        // on the UI goroutine
	written chan struct{} // closed when all before it is written
}

func newJournalWriter(do func(func()), fail func(error)) *journalWriter {
	// Deep enough for a second of a clicker gone mad while a disk is slow.
	w := &journalWriter{jobs: make(chan journalJob, 256), ending: make(chan struct{}), do: do, fail: fail}
	w.done.Go(func() {
		for job := range w.jobs {
			if len(job.events) > 0 {
				if err := journal.Append(job.path, job.events...); err != nil {
					w.do(func() { w.fail(err) })
				}
				w.hold(job)
			}
			if job.then != nil {
				w.do(job.then)
			}
			if job.written != nil {
				close(job.written)
			}
		}
		w.letGo()
	})
	return w
}

// hold tells other windows of a run, from its first event to its end. That it
// cannot be told is no reason to complain: another window may then offer to go on
// with it, and that is all.
func (w *journalWriter) hold(job journalJob) {
	for _, e := range job.events {
		switch e.Body.(type) {
		case talk.RunStart, talk.RunPart, talk.RunReplan:
			if w.held == job.path {
				continue
			}
			w.letGo()
			if release, err := journal.Hold(job.path); err == nil {
				w.held, w.release = job.path, release
			}
		case talk.RunEnd:
			w.letGo()
		}
	}
}

func (w *journalWriter) letGo() {
	if w.release != nil {
		w.release()
	}
	w.held, w.release = "", nil
}

// append writes events to the journal of a talk's file.
func (w *journalWriter) append(talkFile string, events ...talk.Event) {
	w.jobs <- journalJob{path: journal.Path(talkFile), events: events}
}

// then calls f on the UI goroutine when all events so far are on the disk.
func (w *journalWriter) then(f func()) { w.jobs <- journalJob{then: f} }

// flush waits until all events so far are on the disk.
func (w *journalWriter) flush() {
	written := make(chan struct{})
	w.jobs <- journalJob{written: written}
	<-written
}

// close writes what is left and ends.
func (w *journalWriter) close() {
	close(w.ending)
	w.beats.Wait()
	close(w.jobs)
	w.done.Wait()
}

package ui

import (
	"sync"

	"talkgiver/talk"
	"talkgiver/talk/journal"
)

// journalWriter appends events to journals away from the UI goroutine, in the
// order in which they happened.
type journalWriter struct {
	jobs chan journalJob
	done sync.WaitGroup
	do   func(func())
	fail func(error)
}

type journalJob struct {
	path    string
	events  []talk.Event
	then    func()        // on the UI goroutine
	written chan struct{} // closed when all before it is written
}

func newJournalWriter(do func(func()), fail func(error)) *journalWriter {
	// Deep enough for a second of a clicker gone mad while a disk is slow.
	w := &journalWriter{jobs: make(chan journalJob, 256), do: do, fail: fail}
	w.done.Go(func() {
		for job := range w.jobs {
			if len(job.events) > 0 {
				if err := journal.Append(job.path, job.events...); err != nil {
					w.do(func() { w.fail(err) })
				}
			}
			if job.then != nil {
				w.do(job.then)
			}
			if job.written != nil {
				close(job.written)
			}
		}
	})
	return w
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
	close(w.jobs)
	w.done.Wait()
}

package ui

import (
	"sync"
	"time"

	"talkgiver/talk/library"
	"talkgiver/ui/work"
)

// How soon a copy of what is not saved follows the keyboard. Each key hands its
// copy over at once: where frames take long, the UI goroutine comes round too
// seldom to be asked for it later. The disk rests between two copies. With the
// writing it stays below a second, also when a disk is slow.
const (
	keepRest  = 200 * time.Millisecond // from the end of one copy to the next
	keepPause = 100 * time.Millisecond // after the last key that a field holds back
	keepMost  = 300 * time.Millisecond // after the first of those
)

// keeper keeps the copy of what is not saved, away from the UI goroutine. Its
// methods are for the UI goroutine.
type keeper struct {
	recovery *library.Recovery // nil where there can be none
	settle   *work.Settle      // for what a field holds back, and has to be put together
	jobs     chan keepJob      // one at most: a newer copy takes the place of one that waits
	hurry    chan struct{}     // ends a rest
	done     sync.WaitGroup
	kept     bool // there is a copy, or will be
}

// keepJob is what is to be done with the copy.
type keepJob struct {
	do      func() error    // may be nil
	rest    bool            // afterward: it was one of many
	written []chan struct{} // closed when it is done
}

// newKeeper begins to keep copies: look is called when it is time for the next.
// fail is called on the UI goroutine when one could not be written.
func newKeeper(r *library.Recovery, runner *work.Runner, do func(func()), look func(), fail func(error)) *keeper {
	k := &keeper{recovery: r, settle: runner.Settle(keepPause, keepMost, look), jobs: make(chan keepJob, 1), hurry: make(chan struct{}, 1)}
	k.done.Go(func() {
		for job := range k.jobs {
			if job.do != nil {
				if err := job.do(); err != nil {
					do(func() { fail(err) })
				}
			}
			for _, written := range job.written {
				close(written)
			}
			if job.rest {
				select {
				case <-time.After(keepRest):
				case <-k.hurry:
				}
			}
		}
	})
	return k
}

// keep writes a copy in place of the one before.
func (k *keeper) keep(c library.Copy) {
	if k.recovery == nil {
		return
	}
	k.kept = true
	k.put(keepJob{do: func() error { return k.recovery.Keep(c) }, rest: true})
}

// drop removes the copy.
func (k *keeper) drop() {
	k.settle.Stop()
	if k.kept {
		k.kept = false
		k.put(keepJob{do: k.recovery.Drop})
	}
}

// flush waits until the copy is on the disk.
func (k *keeper) flush() { <-k.written() }

// written has the copy written without delay and returns what is closed when it
// is on the disk.
func (k *keeper) written() <-chan struct{} {
	written := make(chan struct{})
	k.put(keepJob{written: []chan struct{}{written}})
	select {
	case k.hurry <- struct{}{}:
	default: // it knows
	}
	return written
}

// put hands a job over. Only the UI goroutine does, so there is room. What it
// takes the place of is waited for no less.
func (k *keeper) put(job keepJob) {
	select {
	case waiting := <-k.jobs:
		if job.do == nil {
			job.do, job.rest = waiting.do, waiting.rest
		}
		job.written = append(waiting.written, job.written...)
	default:
	}
	k.jobs <- job
}

// close ends the keeping. The copy stays as it is.
func (k *keeper) close() error {
	k.settle.Stop()
	close(k.jobs)
	close(k.hurry)
	k.done.Wait()
	if k.recovery == nil {
		return nil
	}
	return k.recovery.Close()
}

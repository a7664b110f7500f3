// Package worktest has the UI goroutine of tests.
package worktest

import (
	"sync"

	"talkgiver/ui/work"
)

// Queue stands in for the UI goroutine: what is given to Do waits until the test lets it run. The zero Queue is ready.
type Queue struct {
	mu    sync.Mutex
	calls []func()
}

// Do queues f. It may be called from any goroutine.
func (q *Queue) Do(f func()) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.calls = append(q.calls, f)
}

// Run runs what is queued, and what that queues, on the goroutine of the caller. It returns how many functions ran.
func (q *Queue) Run() int {
	ran := 0
	for {
		f := q.next()
		if f == nil {
			return ran
		}
		f()
		ran++
	}
}

// Finish waits for the runner's computations and runs their results, until nothing is left to do.
func (q *Queue) Finish(r *work.Runner) {
	for {
		r.Wait()
		if q.Run() == 0 {
			return
		}
	}
}

func (q *Queue) next() func() {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.calls) == 0 {
		return nil
	}
	f := q.calls[0]
	q.calls = q.calls[1:]
	return f
}

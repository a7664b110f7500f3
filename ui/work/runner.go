// Package work is the one way to leave the UI goroutine and come back to it: a Runner computes elsewhere and applies here, and of two
// answers to the same question only the newer is ever applied. A Settle waits until the hands rest.
package work

import (
	"context"
	"sync"
)

// Runner runs computations on goroutines of their own and brings the results back. Its methods, Go included, are for the UI goroutine.
type Runner struct {
	do     func(func())
	ctx    context.Context
	cancel context.CancelFunc
	wg     sync.WaitGroup

	mu     sync.Mutex
	latest map[string]*job
}

// job is one computation that was asked for; its address tells it from the others of the same key.
type job struct {
	cancel context.CancelFunc
}

// New returns a Runner whose results come back through do, which runs functions one at a time on the UI goroutine: fyne.Do in the app, a
// queue in tests.
func New(do func(func())) *Runner {
	ctx, cancel := context.WithCancel(context.Background())
	return &Runner{do: do, ctx: ctx, cancel: cancel, latest: map[string]*job{}}
}

// Go computes on another goroutine and then applies the result on the UI goroutine, unless by then the key was asked for again or
// cancelled, or the Runner closed. A newer call cancels the context of an older one of the same key.
func Go[T any](r *Runner, key string, compute func(context.Context) T, apply func(T)) {
	ctx, j := r.begin(key)
	if j == nil {
		return
	}
	r.wg.Go(func() {
		result := compute(ctx)
		if ctx.Err() != nil {
			return
		}
		r.do(func() {
			if r.end(key, j) {
				apply(result)
			}
		})
	})
}

// Cancel forgets what the key was asked for: its context ends and its result is not applied.
func (r *Runner) Cancel(key string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if j := r.latest[key]; j != nil {
		j.cancel()
		delete(r.latest, key)
	}
}

// Busy reports whether a result for the key is still to come.
func (r *Runner) Busy(key string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.latest[key] != nil
}

// Close cancels everything; no result is applied from here on. It does not wait.
func (r *Runner) Close() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.cancel()
	clear(r.latest)
}

// Wait waits until no computation runs. Results on their way through do may still be to come.
func (r *Runner) Wait() {
	r.wg.Wait()
}

// closed reports whether Close was called.
func (r *Runner) closed() bool {
	return r.ctx.Err() != nil
}

func (r *Runner) begin(key string) (context.Context, *job) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.closed() {
		return nil, nil
	}
	if older := r.latest[key]; older != nil {
		older.cancel()
	}
	ctx, cancel := context.WithCancel(r.ctx)
	j := &job{cancel: cancel}
	r.latest[key] = j
	return ctx, j
}

// end reports whether j is still what its key asks for, and takes it off the books.
func (r *Runner) end(key string, j *job) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	j.cancel()
	if r.latest[key] != j {
		return false
	}
	delete(r.latest, key)
	return true
}

package work

import "time"

// Settle calls a function once things have been quiet for a while: after the last key, not after each. Its methods are for the UI
// goroutine, and there the function runs.
type Settle struct {
	runner *Runner
	wait   time.Duration
	most   time.Duration
	call   func()

	timer *time.Timer
	round int       // counts what was scheduled, so that a timer which fired too late to be stopped is known
	first time.Time // the first Touch since the last call
}

// Settle returns a Settle that calls after wait without a Touch, and at the latest most after the first one; with most 0 it may be put
// off for ever.
func (r *Runner) Settle(wait, most time.Duration, call func()) *Settle {
	return &Settle{runner: r, wait: wait, most: most, call: call}
}

// Touch starts the waiting, or starts it again.
func (s *Settle) Touch() {
	now := time.Now()
	switch {
	case !s.Pending():
		s.first = now
	case s.most > 0 && now.Sub(s.first) >= s.most:
		return // the call is on its way; who types faster than the UI goroutine comes round must not put it off
	}
	s.Stop()
	wait := s.wait
	if s.most > 0 {
		wait = min(wait, max(0, s.most-now.Sub(s.first)))
	}
	round := s.round
	s.timer = time.AfterFunc(wait, func() {
		s.runner.do(func() {
			if round == s.round && !s.runner.closed() {
				s.Flush()
			}
		})
	})
}

// Flush calls now if a call is pending.
func (s *Settle) Flush() {
	if !s.Pending() {
		return
	}
	s.Stop()
	s.call()
}

// Stop forgets the pending call.
func (s *Settle) Stop() {
	if s.timer != nil {
		s.timer.Stop()
		s.timer = nil
	}
	s.round++
}

// Pending reports whether a call is to come.
func (s *Settle) Pending() bool {
	return s.timer != nil
}

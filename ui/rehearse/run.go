package rehearse

import (
	"sync"
	"time"

	"talkgiver/talk"
	"talkgiver/talk/journal"
	engine "talkgiver/talk/rehearse"
)

// beat is the longest time between two ticks while a clock is to be seen: each
// shows seconds.
const beat = time.Second

// rehearsal is one run: its clock, and what goes to the journal. Keys and screen
// come from the UI goroutine, the heartbeat from one of its own; whichever is there
// ticks the one clock, so that nothing is counted twice.
type rehearsal struct {
	now   func() (time.Duration, time.Time)
	write func(events ...talk.Event) // on the UI goroutine
	start talk.RunStart

	mu       sync.Mutex // for all below; events are written in the order of its holders
	clock    *engine.Clock
	recorder engine.Recorder
	wall     time.Time // of the last tick
	runID    string    // empty before the run began
}

func newRehearsal(c Config, h Habits, start talk.RunStart) *rehearsal {
	return &rehearsal{
		now: c.Now, write: c.Append, start: start,
		clock: engine.New(start, h.options()),
	}
}

// continued goes on with a run that was cut off.
func continued(c Config, h Habits, run talk.Run) *rehearsal {
	return &rehearsal{
		now: c.Now, write: c.Append, start: run.RunStart, runID: run.ID,
		clock: engine.Continue(run, h.options()),
	}
}

// do ticks, lets an action (or none) happen at that moment, and writes what the
// journal is due. It reports whether the action had an effect.
func (r *rehearsal) do(action func(*engine.Clock) bool) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.advance(action, r.write)
}

// advance is do for one that holds the lock.
func (r *rehearsal) advance(action func(*engine.Clock) bool, write func(events ...talk.Event)) bool {
	var mono time.Duration
	mono, r.wall = r.now()
	r.clock.Tick(mono, r.wall)
	done := action != nil && action(r.clock)
	if r.runID == "" && r.clock.UnderWay() {
		start := journal.NewEvent(r.wall, r.clock.Run().RunStart)
		r.runID = start.ID
		r.clock.Identify(start.ID)
		write(start)
	}
	if part, due := r.recorder.Part(r.clock); due {
		write(journal.NewEvent(r.wall, part))
	}
	for _, plan := range r.recorder.Replans(r.clock) {
		write(journal.NewEvent(r.wall, plan))
	}
	return done
}

// end ends the run and writes all that it measured.
func (r *rehearsal) end() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.advance((*engine.Clock).End, r.write) {
		r.write(journal.NewEvent(r.wall, talk.RunEnd{Run: r.runID, RunMeasure: r.clock.Run().Measure()}))
	}
}

// takeBack makes the run count for nothing.
func (r *rehearsal) takeBack() {
	r.mu.Lock()
	gone := journal.NewEvent(r.wall, talk.Deletion{Of: r.runID})
	r.mu.Unlock()
	r.write(gone)
}

// wait is how long it takes until the journal is due again.
func (r *rehearsal) wait() time.Duration {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.due()
}

// due is wait for one that holds the lock.
func (r *rehearsal) due() time.Duration {
	if !r.clock.UnderWay() {
		return beat
	}
	return max(time.Millisecond, r.recorder.Wait(r.clock))
}

// underWay reports whether the run has begun and not ended.
func (r *rehearsal) underWay() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.clock.UnderWay()
}

// lead is how much later than it is asked for what a stage shows is seen, as Fyne draws
// sixty pictures a second: it waits for the next one, half of a picture on average, and
// is drawn in the other half. A drawing that misses its picture is seen one later, none
// is seen one earlier; so it is a third of a picture more, which holds most of these
// within a picture of the truth, too.
const lead = time.Second / 60 * 4 / 3

// read is what a stage shows: what will be true when its picture is on the screen.
// So a second is seen when it is over, a little before or a little after, and never
// by more than a picture.
func (r *rehearsal) read() engine.Reading {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.clock.ReadAhead(lead)
}

// state is what the clock is doing.
func (r *rehearsal) state() engine.State {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.clock.State()
}

// measured is what was measured so far.
func (r *rehearsal) measured() talk.Run {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.clock.Run()
}

// plan is the plan that counts now.
func (r *rehearsal) plan() talk.RunPlan {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.clock.Plan()
}

// id is the run's; empty before it began.
func (r *rehearsal) id() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.runID
}

// lastTick is when the clock ticked last, by the clock on the wall.
func (r *rehearsal) lastTick() time.Time {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.wall
}

// ticker asks for the ticks that the stage needs.
type ticker struct {
	every  func(period time.Duration, f func()) (stop func())
	period time.Duration
	stop   func()
}

// next makes f be called after a time, and on with that period until the next
// call of next.
func (t *ticker) next(after time.Duration, f func()) {
	if t.stop != nil && after == t.period {
		return
	}
	t.stopTicking()
	t.period, t.stop = after, t.every(after, f)
}

func (t *ticker) stopTicking() {
	if t.stop != nil {
		t.stop()
		t.stop = nil
	}
}

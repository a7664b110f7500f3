package rehearse

import (
	"time"

	"talkgiver/talk"
	engine "talkgiver/talk/rehearse"
)

// A UI goroutine that draws, or waits for a busy machine, is late with its ticks,
// and what is not written when the power goes is lost. The heartbeat brings a run
// to the journal at its time whatever the screen does. It ticks the clock that the
// keys act on: time that passes is counted for what the clock is doing, once, by
// whoever ticks first.

// pulse is the longest time between two beats: a count-in may end by one.
const pulse = 500 * time.Millisecond

// beat is one tick of the heartbeat. It writes what the journal is due, and
// returns the time until the next one. Where no time counts that could be lost, in
// a pause or after the end, it leaves the clock alone.
func (r *rehearsal) beat(write func(events ...talk.Event)) time.Duration {
	r.mu.Lock()
	defer r.mu.Unlock()
	if beating(r.clock.State()) {
		r.advance(nil, write)
	}
	return min(r.due(), pulse)
}

// beating reports whether a clock counts what must not be lost, or is about to.
func beating(state engine.State) bool {
	return state == engine.CountIn || state == engine.Running || state == engine.Question
}

// keepBeating begins a heartbeat or ends it.
func (p *Place) keepBeating(on bool) {
	switch {
	case on && p.stopBeat == nil:
		p.stopBeat = p.config.Heartbeat(p.run.beat)
	case !on && p.stopBeat != nil:
		p.stopBeat()
		p.stopBeat = nil
	}
}

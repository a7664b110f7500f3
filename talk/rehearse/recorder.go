package rehearse

import (
	"slices"
	"time"

	"talkgiver/talk"
)

// How often a run goes to the journal.
const (
	// recordEvery keeps a run on disk at most one second after it happened, with
	// half a second for a screen and a disk that are busy.
	recordEvery = 500 * time.Millisecond
	// recordSoon is how much earlier a part is made when the clock ticks anyway,
	// so that every other one comes with a second of the screen.
	recordSoon = 100 * time.Millisecond
	// recordPause is the same while the clock is paused: nothing happens then,
	// and a pause left open over night must not fill the journal.
	recordPause = time.Minute
)

// Recorder decides when the journal gets a part of the run, and what is in it.
// Each change is in at least two parts that follow each other, so that one torn
// line costs nothing.
type Recorder struct {
	began bool
	at    time.Duration // the clock's time at the last part
	state State
	slide int

	// What the clock had measured at the last part and at the one before it.
	last, before []time.Duration
	marked       [2]int
}

// Part returns the part of the run that is due, if one is: at the start, on each
// new slide, state and mark, and otherwise twice a second. Call it after each tick
// and action, and write what it returns. A run that is done needs no part: its
// end has everything.
func (r *Recorder) Part(c *Clock) (talk.RunPart, bool) {
	if !c.UnderWay() || !r.due(c) {
		return talk.RunPart{}, false
	}
	if !r.began {
		r.last = make([]time.Duration, len(c.run.Spoken))
		r.before = make([]time.Duration, len(c.run.Spoken))
	}
	m := talk.RunMeasure{
		Slide: c.run.Slide, Paused: c.run.Paused, Questions: c.run.Questions, Suspended: c.run.Suspended,
		Marks: slices.Clone(c.run.Marks[r.marked[1]:]),
	}
	for i, d := range c.run.Spoken {
		if d != r.before[i] {
			m.Spoken = append(m.Spoken, talk.SpokenTime{Slide: i, Spoken: d})
		}
	}
	r.last, r.before = r.before, r.last
	copy(r.last, c.run.Spoken)
	r.marked = [2]int{len(c.run.Marks), r.marked[0]}
	r.began, r.at, r.state, r.slide = true, c.mono, c.state, c.run.Slide
	return talk.RunPart{Run: c.run.ID, RunMeasure: m}, true
}

func (r *Recorder) due(c *Clock) bool {
	changed := !r.began || c.state != r.state || c.run.Slide != r.slide || len(c.run.Marks) != r.marked[0]
	return changed || r.Wait(c) <= recordSoon
}

// Wait returns how long it takes until a part is due when nothing else happens:
// a tick is needed then.
func (r *Recorder) Wait(c *Clock) time.Duration {
	every := recordEvery
	if c.state == Paused {
		every = recordPause
	}
	return r.at + every - c.mono
}

// Replans returns the new plans that the journal does not have yet. Call it
// after Part, and write what it returns.
func (r *Recorder) Replans(c *Clock) []talk.RunReplan {
	var fresh []talk.RunReplan
	for _, plan := range c.run.Replans[c.known:] {
		fresh = append(fresh, talk.RunReplan{Run: c.run.ID, Replan: plan})
	}
	c.known = len(c.run.Replans)
	return fresh
}

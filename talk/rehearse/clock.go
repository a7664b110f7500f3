package rehearse

import (
	"slices"
	"time"

	"talkgiver/talk"
)

// State is what a Clock is doing.
type State int

// The states of a clock. It begins ready and ends done; between the two it goes
// from any state to any other.
const (
	Ready    State = iota // not started: nothing counts
	Running               // the speaker speaks: the time is the slide's
	Paused                // stopped by hand
	Question              // the audience has the word
	Done                  // ended: nothing counts any more
)

// Debounce is the time after a step within which another one in the same
// direction does not count. Worn clickers send a press twice within some tens
// of milliseconds; people who flick through slides stay above 200.
const Debounce = 250 * time.Millisecond

// Options of a Clock.
type Options struct {
	// Period is how often the caller ticks, in every state but Done; 0 means
	// once a second. Only the search for sleep depends on it, see Clock.Tick.
	Period time.Duration
	// StartOnMove lets the first Next start the clock. It stays on the first
	// slide: the press says "now", not "further".
	StartOnMove bool
}

// Clock measures one run. It is fed with Tick; an action counts from the moment
// of the last tick, so tick before each one. A step that makes no sense in the
// clock's state, or leads nowhere, returns false and changes nothing.
//
// Every moment between Start and End is counted once: for the slide that is
// shown while running, else as a question, a pause or a suspension. Going back
// to a slide continues its time.
type Clock struct {
	options Options
	run     talk.Run // its Spoken has an entry for each slide of the plan
	state   State
	resume  State // what Resume goes back to

	mono time.Duration // of the last tick
	wall time.Time
	live bool // there was a tick

	forward, backward step
}

// step is the last press of a key that counted.
type step struct {
	at   time.Duration
	made bool
}

// New returns a clock that is ready to measure a run of start.Plan. Planned
// times below zero count as zero, and a plan without slides gets one without a
// title, so that there is something to speak on.
func New(start talk.RunStart, options Options) *Clock {
	if options.Period <= 0 {
		options.Period = time.Second
	}
	start.Plan.Slides = slices.Clone(start.Plan.Slides)
	if len(start.Plan.Slides) == 0 {
		start.Plan.Slides = []talk.PlannedSlide{{}}
	}
	for i := range start.Plan.Slides {
		start.Plan.Slides[i].Planned = max(0, start.Plan.Slides[i].Planned)
	}
	return &Clock{
		options: options,
		run:     talk.Run{RunStart: start, Spoken: make([]time.Duration, len(start.Plan.Slides))},
	}
}

// Continue returns a clock that goes on with a run that was cut off. It is
// paused where the run stood; the time in between counts for nothing. A run that
// has ended stays so.
func Continue(run talk.Run, options Options) *Clock {
	c := New(run.RunStart, options)
	plan := c.run.RunStart
	c.run = run
	c.run.RunStart = plan
	c.run.Marks = slices.Clone(run.Marks)
	c.run.Spoken = make([]time.Duration, len(plan.Plan.Slides))
	copy(c.run.Spoken, run.Spoken)
	c.run.Slide = min(max(0, run.Slide), len(plan.Plan.Slides)-1)
	c.state, c.resume = Paused, Running
	if !run.Ended.IsZero() {
		c.state = Done
	}
	return c
}

// Start begins the run on the first slide.
func (c *Clock) Start() bool {
	if c.state != Ready {
		return false
	}
	c.state = Running
	c.run.Started = c.wall
	return true
}

// Next goes one slide on. On the last slide it stays: ending asks.
func (c *Clock) Next() bool {
	if !c.press(&c.forward) {
		return false
	}
	if c.state == Ready && c.options.StartOnMove {
		return c.made(&c.forward, c.Start())
	}
	return c.made(&c.forward, c.Jump(c.run.Slide+1))
}

// Back goes one slide back, whose time then continues.
func (c *Clock) Back() bool {
	return c.press(&c.backward) && c.made(&c.backward, c.Jump(c.run.Slide-1))
}

// press reports whether a press counts or is the bounce of an earlier one.
func (c *Clock) press(s *step) bool {
	return !s.made || c.mono-s.at >= Debounce
}

// made remembers a press that counted.
func (c *Clock) made(s *step, counted bool) bool {
	if counted {
		*s = step{at: c.mono, made: true}
	}
	return counted
}

// Jump goes to a slide, an index into the plan. Like Next and Back it leaves the
// state as it is: slides can be looked up in a pause or for a question.
func (c *Clock) Jump(slide int) bool {
	if !c.going() || slide == c.run.Slide || slide < 0 || slide >= len(c.run.Spoken) {
		return false
	}
	c.run.Slide = slide
	return true
}

// Pause stops the clock while the speaker speaks or answers.
func (c *Clock) Pause() bool {
	if c.state != Running && c.state != Question {
		return false
	}
	c.state, c.resume = Paused, c.state
	return true
}

// Resume ends a pause and goes back to what was paused.
func (c *Clock) Resume() bool {
	if c.state != Paused {
		return false
	}
	c.state = c.resume
	return true
}

// Question gives the word to the audience, also out of a pause, and takes it
// back when they have it.
func (c *Clock) Question() bool {
	switch c.state {
	case Running, Paused:
		c.state = Question
	case Question:
		c.state = Running
	default:
		return false
	}
	return true
}

// Mark remembers this moment with a word such as "stumbled" or "landed".
func (c *Clock) Mark(kind string) bool {
	mark := talk.RunMark{Kind: kind, Slide: c.run.Slide, At: c.run.Total()}
	if !c.going() || slices.Contains(c.run.Marks, mark) {
		return false
	}
	c.run.Marks = append(c.run.Marks, mark)
	return true
}

// End ends the run. What was measured stays.
func (c *Clock) End() bool {
	if !c.going() {
		return false
	}
	c.state = Done
	c.run.Ended = c.wall
	return true
}

// going reports whether time is being measured.
func (c *Clock) going() bool { return c.state != Ready && c.state != Done }

// State returns what the clock is doing.
func (c *Clock) State() State { return c.state }

// Run returns a copy of what was measured so far.
func (c *Clock) Run() talk.Run {
	run := c.run
	run.Spoken = slices.Clone(run.Spoken)
	run.Marks = slices.Clone(run.Marks)
	return run
}

// Identify gives the run the ID of its RunStart event.
func (c *Clock) Identify(id string) { c.run.ID = id }

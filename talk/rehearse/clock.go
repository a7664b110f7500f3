package rehearse

import (
	"slices"
	"time"

	"talkgiver/talk"
)

// State is what a Clock is doing.
type State int

// The states of a clock. It begins ready and ends done; between the two it goes
// from any state to any other, but never back to the count-in.
const (
	Ready    State = iota // not started: nothing counts
	CountIn               // about to start: nothing counts yet
	Running               // the speaker speaks: the time is the slide's
	Paused                // stopped by hand
	Question              // the audience has the word
	Done                  // ended: nothing counts any more
)

// How presses of a clicker that nobody made are told from those that somebody
// did. Between them the two times let through everybody who flicks through
// slides, four a second, and nothing of a button that is held down or worn.
const (
	// Debounce is the time after a step within which another one in the same
	// direction does not count. Show crews ask for 250 ms for buttons that press
	// twice (bitfocus/companion, issue 222).
	Debounce = 250 * time.Millisecond
	// Quiet is the time that a button must have been quiet before a step counts.
	// A worn switch presses again within 80 ms (the limit by which testers of
	// mice tell a fault from a hand), a key that is held each 25 to 40 ms.
	Quiet = 80 * time.Millisecond
)

// Options of a Clock.
type Options struct {
	// Period is how often the caller ticks, in every state but Done; 0 means
	// once a second. Only the search for sleep depends on it, see Clock.Tick.
	Period time.Duration
	// StartOnMove lets the first Next start the clock. It stays on the first
	// slide: the press says "now", not "further".
	StartOnMove bool
	// CountIn is how long Start counts down before the clock runs; 0 for not at
	// all. A move says "now" and needs none.
	CountIn time.Duration
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
	run     talk.Run     // its Spoken has an entry for each slide of the plan
	plan    talk.RunPlan // the run's current one
	known   int          // how many of the run's replans a journal has already
	state   State
	resume  State         // what Resume goes back to
	waits   bool          // paused since Continue: the first Next goes on
	counts  time.Duration // what is left of the count-in

	mono time.Duration // of the last tick
	wall time.Time
	live bool // there was a tick

	forward, backward step
}

// step is what a key did last.
type step struct {
	pressed time.Duration // the last press of any sort
	made    time.Duration // the last one that counted
	any     bool          // there was a press
	counted bool          // there was one that counted
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
		plan:    start.Plan,
		run:     talk.Run{RunStart: start, Spoken: make([]time.Duration, len(start.Plan.Slides))},
	}
}

// Continue returns a clock that goes on with a run that was cut off, where it
// stood. A rehearsal is paused, until Resume or the first Next, and the time in
// between counts for nothing. A talk that is given runs at once, and the first
// tick counts the time in between as suspended: the audience's clock went on. A
// run that has ended stays so. Of a run whose plan was lost each slide that was
// spoken on goes on, without a title.
func Continue(run talk.Run, options Options) *Clock {
	start := run.RunStart
	start.Plan.Slides = slices.Clone(start.Plan.Slides)
	for len(start.Plan.Slides) < len(run.Spoken) {
		start.Plan.Slides = append(start.Plan.Slides, talk.PlannedSlide{})
	}
	c := New(start, options)
	plan := c.run.RunStart
	c.run = run
	c.run.RunStart = plan
	c.run.Marks = slices.Clone(run.Marks)
	c.run.Replans = slices.Clone(run.Replans)
	c.run.Spoken = make([]time.Duration, len(plan.Plan.Slides))
	copy(c.run.Spoken, run.Spoken)
	c.run.Slide = min(max(0, run.Slide), len(plan.Plan.Slides)-1)
	c.plan, c.known = c.run.Current(), len(run.Replans)
	c.state, c.resume, c.waits = Paused, Running, true
	if run.Kind == talk.RunGiven {
		c.state = Running
	}
	if !run.Ended.IsZero() {
		c.state = Done
	}
	return c
}

// Start begins the run on the first slide: with the count-in, if there is one,
// which a second Start cuts short.
func (c *Clock) Start() bool {
	switch {
	case c.state == Ready && c.options.CountIn > 0:
		c.state, c.counts = CountIn, c.options.CountIn
	case c.state == Ready || c.state == CountIn:
		c.begin(c.wall)
	default:
		return false
	}
	return true
}

// begin lets the time count from now on.
func (c *Clock) begin(wall time.Time) {
	c.state, c.counts = Running, 0
	c.run.Started = wall
}

// Cancel takes the start back while it still counts in.
func (c *Clock) Cancel() bool {
	if c.state != CountIn {
		return false
	}
	c.state, c.counts = Ready, 0
	return true
}

// Next goes one slide on, past those that are skipped, and from the talk to none
// that is kept for questions: those are jumped to. On the last slide it stays:
// ending asks. It cuts a count-in short, and it ends the pause in which a
// run goes on after a cut: there it stays on the slide, as the press says "now".
func (c *Clock) Next() bool {
	starts := c.state == CountIn || c.state == Ready && c.options.StartOnMove
	if !starts && !c.UnderWay() || !c.press(&c.forward) {
		return false
	}
	if starts {
		c.begin(c.wall)
		return c.made(&c.forward, true)
	}
	if c.waiting() {
		return c.made(&c.forward, c.Resume())
	}
	return c.made(&c.forward, c.Jump(c.beside(+1)))
}

// waiting reports whether the run was cut off and nobody has gone on with it yet.
func (c *Clock) waiting() bool { return c.waits && c.state == Paused }

// Back goes one slide back, past those that are skipped. The slide's time then
// continues.
func (c *Clock) Back() bool {
	return c.UnderWay() && c.press(&c.backward) && c.made(&c.backward, c.Jump(c.beside(-1)))
}

// beside is the nearest slide in a direction that is not skipped; outside of the
// plan where there is none. What is kept for questions does not follow the talk by
// itself: one press too many would show it to the audience.
func (c *Clock) beside(way int) int {
	slides, slide := c.plan.Slides, c.run.Slide+way
	for slide >= 0 && slide < len(slides) && (slides[slide].Skipped || way > 0 && slides[slide].Backup && !slides[c.run.Slide].Backup) {
		slide += way
	}
	return slide
}

// press reports whether a press counts, or is the bounce of an earlier one.
func (c *Clock) press(s *step) bool {
	bounce := s.any && c.mono-s.pressed < Quiet || s.counted && c.mono-s.made < Debounce
	s.pressed, s.any = c.mono, true
	return !bounce
}

// made remembers a press that counted.
func (c *Clock) made(s *step, counted bool) bool {
	if counted {
		s.made, s.counted = c.mono, true
	}
	return counted
}

// Jump goes to a slide, an index into the plan. Like Next and Back it leaves the
// state as it is: slides can be looked up in a pause or for a question.
func (c *Clock) Jump(slide int) bool {
	if !c.UnderWay() || slide == c.run.Slide || slide < 0 || slide >= len(c.run.Spoken) {
		return false
	}
	c.run.Slide = slide
	return true
}

// JumpSection goes to the first slide of a section, an index into the plan's
// sections. One that is skipped as a whole is gone to all the same.
func (c *Clock) JumpSection(section int) bool {
	first := -1
	for i, slide := range c.plan.Slides {
		if slide.Section != section {
			continue
		}
		if !slide.Skipped {
			return c.Jump(i)
		}
		if first < 0 {
			first = i
		}
	}
	return c.Jump(first)
}

// SkipSection leaves the rest of the section and goes to the first slide behind
// it. In the last section it stays.
func (c *Clock) SkipSection() bool {
	here := c.plan.Slides[c.run.Slide].Section
	for i := c.run.Slide + 1; i < len(c.plan.Slides); i++ {
		if c.plan.Slides[i].Section != here && !c.plan.Slides[i].Skipped {
			return c.Jump(i)
		}
	}
	return false
}

// Pause stops the clock while the speaker speaks or answers.
func (c *Clock) Pause() bool {
	if c.state != Running && c.state != Question {
		return false
	}
	c.state, c.resume, c.waits = Paused, c.state, false
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
	if !c.UnderWay() || slices.Contains(c.run.Marks, mark) {
		return false
	}
	c.run.Marks = append(c.run.Marks, mark)
	return true
}

// End ends the run. What was measured stays.
func (c *Clock) End() bool {
	if !c.UnderWay() {
		return false
	}
	c.state = Done
	c.run.Ended = c.wall
	return true
}

// UnderWay reports whether time is being measured: the run has begun and not
// ended.
func (c *Clock) UnderWay() bool { return c.state != Ready && c.state != CountIn && c.state != Done }

// State returns what the clock is doing.
func (c *Clock) State() State { return c.state }

// Run returns a copy of what was measured so far.
func (c *Clock) Run() talk.Run {
	run := c.run
	run.Spoken = slices.Clone(run.Spoken)
	run.Marks = slices.Clone(run.Marks)
	run.Replans = slices.Clone(run.Replans)
	return run
}

// Identify gives the run the ID of its RunStart event.
func (c *Clock) Identify(id string) { c.run.ID = id }

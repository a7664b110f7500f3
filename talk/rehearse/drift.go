package rehearse

import (
	"slices"
	"time"

	"talkgiver/talk"
)

// Drift is how far a run is from its plan.
type Drift struct {
	Kind DriftKind
	By   time.Duration // never negative; 0 unless ahead or behind
}

// DriftKind says in which direction.
type DriftKind int

// The directions of a drift.
const (
	Unplanned DriftKind = iota // no slide has a planned time
	OnTime
	Behind
	Ahead
)

// Within returns the drift as it is worth telling: one of at most slack is on
// time.
func (d Drift) Within(slack time.Duration) Drift {
	if d.Kind == Unplanned || d.By > slack {
		return d
	}
	return Drift{Kind: OnTime}
}

// DriftOf returns how far a run is from its plan: how much later than planned
// the speaker will have said everything, when from here on each slide takes
// what is left of its planned time.
//
// So the slides before this one count with what they took over or under their
// plan. This slide and those to come count only with what they are over: on a
// slide's own budget nobody gets late or early, and leaving it early is the gain
// of what was left. Going back undoes that gain until the slide is left again.
// (Other tools call any moment between a slide's planned start and end on time,
// and so hide a delay until the slide is over; here it shows at once.)
//
// Questions use the time planned for them first; what they take beyond it is
// late. On stage the end never moves, so when a talk is given, pauses and
// suspensions are late too.
//
// The plan is the run's current one.
func DriftOf(run talk.Run) Drift {
	plan := run.Current()
	return driftOf(&run, &plan)
}

func driftOf(run *talk.Run, plan *talk.RunPlan) Drift {
	late, planned := lateness(run, plan)
	late -= run.Won()
	switch {
	case !planned:
		return Drift{Kind: Unplanned}
	case late > 0:
		return Drift{Behind, late}
	case late < 0:
		return Drift{Ahead, -late}
	}
	return Drift{Kind: OnTime}
}

// lateness is how late a run is by a plan, and whether there is one.
func lateness(run *talk.Run, plan *talk.RunPlan) (late time.Duration, planned bool) {
	for i, slide := range plan.Slides {
		planned = planned || slide.Planned > 0
		if i >= len(run.Spoken) {
			continue
		}
		over := run.Spoken[i] - slide.Planned
		if i >= run.Slide {
			over = max(0, over)
		}
		late += over
	}
	return late + lost(run, plan), planned
}

// lost is the time without speaking that nothing was planned for.
func lost(run *talk.Run, plan *talk.RunPlan) time.Duration {
	d := max(0, run.Questions-plan.Questions)
	if run.Kind == talk.RunGiven {
		d += run.Paused + run.Suspended
	}
	return d
}

// Reading is what the clock shows at one moment.
type Reading struct {
	State State
	// Waits is set in the pause after Continue, which the first Next ends.
	Waits bool
	// CountIn is what is left until the clock runs.
	CountIn time.Duration
	// Slide and Section are indexes into the plan's slides and sections.
	Slide, Section int
	// What was spoken on this slide, in its section and in all, and planned for each.
	OnSlide, OnSlidePlanned     time.Duration
	OnSection, OnSectionPlanned time.Duration
	Spoken, Planned             time.Duration
	// Paused, Questions and Suspended are the times without speaking.
	Paused, Questions, Suspended time.Duration
	// QuestionsLeft is what is left of the time planned for questions.
	QuestionsLeft time.Duration
	// Left is what is left of the slot for speaking, its time for questions kept
	// free; negative is overtime. Zero without a slot.
	Left time.Duration
	// End is when the slot ends on the wall clock: fixed when the talk is given,
	// moved by pauses and suspensions in a rehearsal. Zero without a slot and
	// before the start.
	End time.Time
	// Drift is how far the run is from its plan, as DriftOf says. But nobody is
	// further ahead than by what the slot has to spare: a plan may be longer.
	Drift Drift
}

// SpokenEnd is when the time for speaking ends on the wall clock, what is left
// for questions kept free behind it: Left from now. Zero as End is.
func (r *Reading) SpokenEnd() time.Time {
	if r.End.IsZero() {
		return r.End
	}
	return r.End.Add(-r.QuestionsLeft)
}

// Read returns what the clock shows. It does not allocate.
func (c *Clock) Read() Reading {
	run, plan := &c.run, &c.plan
	r := Reading{
		State: c.state, Waits: c.waiting(), CountIn: c.counts, Slide: run.Slide, Section: plan.Slides[run.Slide].Section,
		OnSlide: run.Spoken[run.Slide], OnSlidePlanned: plan.Slides[run.Slide].Planned,
		Paused: run.Paused, Questions: run.Questions, Suspended: run.Suspended,
		QuestionsLeft: max(0, plan.Questions-run.Questions),
		Drift:         driftOf(run, plan),
	}
	for i, slide := range plan.Slides {
		r.Spoken += run.Spoken[i]
		r.Planned += slide.Planned
		if slide.Section == r.Section {
			r.OnSection += run.Spoken[i]
			r.OnSectionPlanned += slide.Planned
		}
	}
	if plan.Slot > 0 {
		if r.Drift.Kind == Ahead {
			over, _ := overSlot(run, plan, plan.Slides)
			if r.Drift.By = min(r.Drift.By, -over); r.Drift.By <= 0 {
				r.Drift = Drift{Kind: OnTime}
			}
		}
		r.Left = plan.Slot - plan.Questions - r.Spoken - lost(run, plan)
		if !run.Started.IsZero() {
			r.End = run.Started.Add(plan.Slot)
			if run.Kind != talk.RunGiven {
				r.End = r.End.Add(run.Paused + run.Suspended)
			}
		}
	}
	return r
}

// ReadAhead returns what Read will return by after the last tick, when both clocks
// go on and nothing is done until then: what a picture must show that is on the
// screen only by then. The clock itself stays where it is. Before the first tick,
// and for a time that is not positive, it is Read.
func (c *Clock) ReadAhead(by time.Duration) Reading {
	if !c.live || by <= 0 {
		return c.Read()
	}
	ahead := *c
	ahead.run.Spoken = slices.Clone(c.run.Spoken) // all else of it is replaced when it changes, not written to
	ahead.Tick(c.mono+by, c.wall.Add(by))
	return ahead.Read()
}

package talk

import (
	"slices"
	"time"
)

// A Run is one rehearsal, or one giving of the talk: its plan and what was
// measured.
type Run struct {
	// ID is that of the run's RunStart event; empty before it is written.
	ID string
	RunStart
	// Started and Ended are wall-clock times. Ended is zero when the run is
	// still going on, or was cut off.
	Started, Ended time.Time
	// Slide is where the run stands or stood at its end.
	Slide int
	// Spoken has the time spoken on each slide of the plan.
	Spoken []time.Duration
	// Paused, Questions and Suspended as in RunMeasure.
	Paused, Questions, Suspended time.Duration
	// Marks are in the order they were set.
	Marks []RunMark
	// Replans are the plans that took the place of the first one, in the order
	// in which they did.
	Replans []Replan
}

// Total is the time spoken on all slides.
func (r Run) Total() time.Duration {
	var sum time.Duration
	for _, d := range r.Spoken {
		sum += d
	}
	return sum
}

// Whole is all the time from start to end: speaking, questions, pauses and
// suspensions.
func (r Run) Whole() time.Duration {
	return r.Total() + r.Questions + r.Paused + r.Suspended
}

// Complete reports whether the run came to its end, with something said on every
// slide but the backups. One that was cut off did not, on the last slide either:
// how long that would have taken nobody knows.
func (r Run) Complete() bool {
	if r.Ended.IsZero() {
		return false
	}
	for i, d := range r.Spoken {
		if d == 0 && !(i < len(r.Plan.Slides) && r.Plan.Slides[i].Backup) {
			return false
		}
	}
	return len(r.Spoken) > 0
}

// Rehearsed reports whether the run was a whole rehearsal: complete, at least
// half as long as planned, and no drill of one section. Who only clicks through
// has not rehearsed.
func (r Run) Rehearsed() bool {
	return r.Kind != RunDrill && r.Complete() && 2*r.Total() >= r.Plan.Total()
}

// Measure is all that the run has measured.
func (r Run) Measure() RunMeasure {
	m := RunMeasure{
		Slide: r.Slide, Paused: r.Paused, Questions: r.Questions, Suspended: r.Suspended,
		Marks: slices.Clone(r.Marks),
	}
	for i, d := range r.Spoken {
		if d > 0 {
			m.Spoken = append(m.Spoken, SpokenTime{i, d})
		}
	}
	return m
}

// Take adds a measure to the run: of each figure the greater one stays. Slides
// that the run does not have are left out.
func (r *Run) Take(m RunMeasure) {
	if m.Slide >= 0 && m.Slide < len(r.Spoken) {
		r.Slide = m.Slide
	}
	for _, s := range m.Spoken {
		if s.Slide >= 0 && s.Slide < len(r.Spoken) {
			r.Spoken[s.Slide] = max(r.Spoken[s.Slide], s.Spoken)
		}
	}
	r.Paused = max(r.Paused, m.Paused)
	r.Questions = max(r.Questions, m.Questions)
	r.Suspended = max(r.Suspended, m.Suspended)
	for _, mark := range m.Marks {
		if !slices.Contains(r.Marks, mark) {
			r.Marks = append(r.Marks, mark)
		}
	}
}

// RunReplan is a new plan in the middle of a run. The plan that it began with
// stays in its RunStart.
type RunReplan struct {
	// Run is the ID of the run's RunStart event.
	Run string
	Replan
}

// Replan is what a run is measured against from some moment on: "you now have
// twelve minutes", or slides that are left out. What was measured stays.
type Replan struct {
	// At is the moment: the time since the start of the run, see Run.Whole.
	At time.Duration
	// Left is the time that the speaker was told to have from then on, Slide where
	// the run stood and Spoken what was spoken on each slide until then. All three
	// are empty where slides were left out and the time stayed, and in the runs of
	// earlier versions.
	Left   time.Duration
	Slide  int
	Spoken []time.Duration
	// Slot and Questions are those of the whole run, as in RunPlan.
	Slot, Questions time.Duration
	// Planned is the time meant for each slide of the plan, what was spoken on
	// it before included.
	Planned []time.Duration
	// Skipped are the slides that are left out, as indexes into the plan's.
	Skipped []int
	// Won is what no longer counts as being late; negative is what no longer
	// counts as being early.
	Won time.Duration
}

// EventKind is "run-plan".
func (RunReplan) EventKind() string { return EventRunReplan }

// Current is the plan that the run is measured against now: that of its last
// Replan, else the one it began with, which then is not copied.
func (r Run) Current() RunPlan {
	if len(r.Replans) == 0 {
		return r.Plan
	}
	last, plan := r.Replans[len(r.Replans)-1], r.Plan
	plan.Slot, plan.Questions = last.Slot, last.Questions
	plan.Slides = slices.Clone(plan.Slides)
	for i := range plan.Slides {
		if i < len(last.Planned) {
			plan.Slides[i].Planned = last.Planned[i]
		}
		plan.Slides[i].Skipped = slices.Contains(last.Skipped, i)
	}
	return plan
}

// Won is what the last Replan no longer counts as late.
func (r Run) Won() time.Duration {
	if len(r.Replans) == 0 {
		return 0
	}
	return r.Replans[len(r.Replans)-1].Won
}

package rehearse

import (
	"slices"
	"time"

	"talkgiver/talk"
)

// Course is how a run went against its plan: what a picture of it shows.
type Course struct {
	// Points are the ends of the slides that were spoken on, in the order of the
	// plan, after one at the start. Where slides were jumped over, two have one
	// time. Empty for a run without planned times, or without a word.
	Points []CoursePoint
	// Marks has the place of each of the run's marks along the course: when its
	// slide began, in the order of the plan, and how far into it the mark was
	// set at most.
	Marks []time.Duration
}

// CoursePoint is how far a run was off its plan at a time.
type CoursePoint struct {
	At  time.Duration // spoken until then
	Off time.Duration // behind the plan; negative is ahead of it
}

// CourseOf goes through a run in the order of its plan. Slides that were spoken
// on more than once count where the plan has them; the time that was won with
// those that were jumped over or left out is a step on the spot. The account is
// that of DriftOf, but for time without speaking. The plan is the run's current
// one.
func CourseOf(run talk.Run) Course {
	plan := run.Current()
	gains := gainsOf(&run, &plan)
	c := Course{Points: []CoursePoint{{}}}
	begins := make([]time.Duration, len(run.Spoken))
	var at, off, planned time.Duration
	step := func() {
		if last := c.Points[len(c.Points)-1]; last.Off != off {
			c.Points = append(c.Points, CoursePoint{at, off})
		}
	}
	for i, spoken := range run.Spoken {
		begins[i] = at
		if i >= len(plan.Slides) {
			continue
		}
		planned += plan.Slides[i].Planned
		if spoken > 0 {
			step()
			at += spoken
			c.Points = append(c.Points, CoursePoint{at, off + gains[i]})
		}
		off += gains[i]
	}
	step()
	if planned == 0 || at == 0 {
		return Course{}
	}
	for _, mark := range run.Marks {
		place := time.Duration(0)
		if mark.Slide >= 0 && mark.Slide < len(begins) {
			place = min(max(mark.At, begins[mark.Slide]), begins[mark.Slide]+run.Spoken[mark.Slide])
		}
		c.Marks = append(c.Marks, min(place, at))
	}
	return c
}

// gainsOf is how much later than planned each slide of the plan was left;
// negative is earlier. In a run that was not said whole, the slide on which it
// ended and those behind it count only with what they were over, as while they
// were spoken: what is not said there is no time won.
func gainsOf(run *talk.Run, plan *talk.RunPlan) []time.Duration {
	gains := make([]time.Duration, len(plan.Slides))
	whole := run.Complete()
	for i := range min(len(gains), len(run.Spoken)) {
		gains[i] = run.Spoken[i] - plan.Slides[i].Planned
		if i >= run.Slide && !whole {
			gains[i] = max(0, gains[i])
		}
	}
	for i, won := range leftOut(run) {
		gains[i] -= won
	}
	return gains
}

// leftOut is the time that was won with each slide that was left out, since the
// speaker last had another time: what was won before is in that plan.
func leftOut(run *talk.Run) map[int]time.Duration {
	won := make(map[int]time.Duration)
	plannedBy := func(r *talk.Replan, slide int) time.Duration {
		if r != nil && slide < len(r.Planned) {
			return r.Planned[slide]
		}
		return run.Plan.Slides[slide].Planned
	}
	var last *talk.Replan
	for n := range run.Replans {
		next, more := &run.Replans[n], false
		for _, slide := range next.Skipped {
			if slide < 0 || slide >= len(run.Plan.Slides) || last != nil && slices.Contains(last.Skipped, slide) {
				continue
			}
			won[slide], more = max(0, plannedBy(last, slide)-plannedBy(next, slide)), true
		}
		if !more {
			clear(won)
		}
		last = next
	}
	return won
}

// brokenOff reports whether slides were still to come when a run ended, other
// than backups and what was skipped.
func brokenOff(run *talk.Run) bool {
	plan := run.Current()
	for i := run.Slide + 1; i < len(plan.Slides) && i < len(run.Spoken); i++ {
		if s := plan.Slides[i]; run.Spoken[i] == 0 && !s.Backup && !s.Skipped {
			return true
		}
	}
	return false
}

// OffAt is how far the run was off its plan when that much was spoken.
func (c Course) OffAt(spoken time.Duration) time.Duration {
	for i := 1; i < len(c.Points); i++ {
		a, b := c.Points[i-1], c.Points[i]
		if spoken <= b.At && a.At < b.At {
			return a.Off + time.Duration(float64(b.Off-a.Off)*float64(max(0, spoken-a.At))/float64(b.At-a.At))
		}
	}
	if len(c.Points) == 0 {
		return 0
	}
	return c.Points[len(c.Points)-1].Off
}

package rehearse

import (
	"time"

	"talkgiver/talk"
)

// Course is how a run went against its plan: what a picture of it shows.
type Course struct {
	// Points are the ends of the slides that were spoken on, in the order of the
	// plan, after one at the start. Empty for a run without planned times.
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
// on more than once count where the plan has them, and skipped ones not at all.
// The plan is the run's current one.
func CourseOf(run talk.Run) Course {
	plan := run.Current()
	c := Course{Points: []CoursePoint{{}}}
	begins := make([]time.Duration, len(run.Spoken))
	var at, off, planned time.Duration
	for i, spoken := range run.Spoken {
		begins[i] = at
		if spoken == 0 || i >= len(plan.Slides) {
			continue
		}
		planned += plan.Slides[i].Planned
		at += spoken
		off += gained(&run, i, plan.Slides[i].Planned)
		c.Points = append(c.Points, CoursePoint{at, off})
	}
	if planned == 0 {
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

// gained is how much later than planned a slide of a run was left; negative is
// earlier. Of the slide on which a run was broken off counts only what it was
// over, as while it was spoken: what is not said there is no time won.
func gained(run *talk.Run, slide int, planned time.Duration) time.Duration {
	over := run.Spoken[slide] - planned
	if slide == run.Slide && brokenOff(run) {
		return max(0, over)
	}
	return over
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
		if spoken <= b.At {
			return a.Off + time.Duration(float64(b.Off-a.Off)*float64(max(0, spoken-a.At))/float64(b.At-a.At))
		}
	}
	if len(c.Points) == 0 {
		return 0
	}
	return c.Points[len(c.Points)-1].Off
}

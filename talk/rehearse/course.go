package rehearse

import (
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
	// News has the place of each other time that the speaker was told to have.
	News []time.Duration
}

// CoursePoint is how far a run was off its plan at a time.
type CoursePoint struct {
	At  time.Duration // spoken until then
	Off time.Duration // behind the plan; negative is ahead of it
}

// CourseOf goes through a run in the order of its plan, and of its plans where the
// speaker was told to have another time. Slides that were spoken on more than once
// count where the plan has them; the time that was won with those that were jumped
// over or left out is a step on the spot, and so is what another time forgave. The
// account is that of DriftOf, but for time without speaking.
func CourseOf(run talk.Run) Course {
	account := accountOf(&run)
	c := Course{Points: []CoursePoint{{}}}
	begins := make([]time.Duration, len(run.Spoken))
	var at, off, planned time.Duration
	step := func() {
		if last := c.Points[len(c.Points)-1]; last.Off != off {
			c.Points = append(c.Points, CoursePoint{at, off})
		}
	}
	anew := func(since int) {
		for len(c.News) < since {
			step()
			off = 0
			step()
			c.News = append(c.News, at)
		}
	}
	for _, i := range account.order {
		slide, from := &account.slides[i], at
		// The slide on which another time came went by the plan before until then.
		for n := len(c.News); n < slide.since; n++ {
			if r := account.news[n]; r.Slide == i && i < len(r.Spoken) {
				if until := from + min(r.Spoken[i], run.Spoken[i]); until > at {
					step()
					at, off = until, off+max(0, r.Spoken[i]-account.plannedBy(&run, n, i))
					c.Points = append(c.Points, CoursePoint{at, off})
				}
			}
			anew(n + 1)
		}
		begins[i] = from
		planned += slide.planned
		spoken, over := run.Spoken[i]-(at-from), account.over(&run, i)
		if i >= len(run.Plan.Slides) {
			continue
		}
		if spoken > 0 {
			step()
			at += spoken
			c.Points = append(c.Points, CoursePoint{at, off + over})
		}
		off += over
	}
	step()
	anew(len(account.news))
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

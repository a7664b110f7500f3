package rehearse

import (
	"slices"
	"time"

	"talkgiver/talk"
)

// maxLeft is the longest time that a speaker may be told to have: a day.
const maxLeft = 24 * time.Hour

// Plan returns the plan that counts now.
func (c *Clock) Plan() talk.RunPlan {
	plan := c.plan
	plan.Slides = slices.Clone(plan.Slides)
	return plan
}

// Have says that from now on there are left minutes until the slot ends, those
// for questions included: "you now have twelve minutes". The plan follows, and
// the run is on time again:
//
//   - What is left of each slide's time, and of the time for questions, shrinks
//     or grows alike. Where nothing was left, all slides to come get the same.
//   - What was spoken stays, and is what counts as planned for it.
//   - The slot ends left from now.
//
// It returns false before the start, after the end, and for a time below zero or
// above a day.
func (c *Clock) Have(left time.Duration) bool {
	if !c.UnderWay() || left < 0 || left > maxLeft {
		return false
	}
	run := &c.run
	var speaking time.Duration
	var to []int // the slides that go on
	for i := run.Slide; i < len(c.plan.Slides); i++ {
		if slide := &c.plan.Slides[i]; !slide.Skipped && (!slide.Backup || i == run.Slide) {
			speaking += max(0, slide.Planned-run.Spoken[i])
			to = append(to, i)
		}
	}
	asking := max(0, c.plan.Questions-run.Questions)
	whole := speaking + asking

	next := talk.Replan{
		At: run.Whole(), Left: left, Slide: run.Slide, Spoken: slices.Clone(run.Spoken),
		Slot: run.Total() + run.Questions + left, Questions: run.Questions,
		Planned: slices.Clone(run.Spoken), Skipped: c.skipped(),
	}
	if run.Kind == talk.RunGiven { // whose end no pause moves
		next.Slot = next.At + left
	}
	if speaking == 0 {
		kept := min(asking, left)
		next.Questions += kept
		for n, i := range to {
			next.Planned[i] += portion(left-kept, time.Duration(n), time.Duration(n+1), time.Duration(len(to)))
		}
	} else {
		var done time.Duration
		for _, i := range to {
			rest := max(0, c.plan.Slides[i].Planned-run.Spoken[i])
			next.Planned[i] += portion(left, done, done+rest, whole)
			done += rest
		}
		next.Questions += portion(left, done, whole, whole)
	}
	c.replan(next)
	// What was late is forgiven.
	forgiven := &run.Replans[len(run.Replans)-1]
	forgiven.Won, _ = lateness(run, &c.plan)
	return true
}

// portion is the part of a length from one share of the whole to another. The
// portions of one length are exactly the length together.
func portion(length, from, to, whole time.Duration) time.Duration {
	at := func(share time.Duration) time.Duration {
		return time.Duration(float64(length) * (float64(share) / float64(whole)))
	}
	if to == whole {
		return length - at(from)
	}
	return at(to) - at(from)
}

// Skip leaves slides out that are still to come; indexes into the plan. What was
// planned for them no longer counts, so the run is as much less behind. A
// skipped slide can still be jumped to. It returns false when none of them can
// be left out.
func (c *Clock) Skip(slides ...int) bool {
	if !c.UnderWay() {
		return false
	}
	run, last := &c.run, c.run.Won()
	next := talk.Replan{
		At: run.Whole(), Slot: c.plan.Slot, Questions: c.plan.Questions,
		Planned: make([]time.Duration, len(c.plan.Slides)), Skipped: c.skipped(), Won: last,
	}
	for i, slide := range c.plan.Slides {
		next.Planned[i] = slide.Planned
	}
	before := len(next.Skipped)
	for _, i := range slides {
		if i <= run.Slide || i >= len(c.plan.Slides) || slices.Contains(next.Skipped, i) {
			continue
		}
		rest := max(0, next.Planned[i]-run.Spoken[i])
		next.Planned[i] -= rest
		next.Won += rest
		next.Skipped = append(next.Skipped, i)
	}
	if len(next.Skipped) == before {
		return false
	}
	slices.Sort(next.Skipped)
	c.replan(next)
	return true
}

func (c *Clock) skipped() []int {
	var list []int
	for i, slide := range c.plan.Slides {
		if slide.Skipped {
			list = append(list, i)
		}
	}
	return list
}

// replan makes a new plan count.
func (c *Clock) replan(next talk.Replan) {
	c.run.Replans = append(c.run.Replans, next)
	c.plan = c.run.Current()
}

package rehearse

import (
	"slices"
	"time"

	"talkgiver/talk"
)

// account is what each slide of a run is measured against. All that tells how a
// run went rests on it, so that a table, a picture and a sentence agree:
//
//   - A slide is measured against the plan that held when it was last spoken on or
//     passed over: the first one, or the one that came with another time ("you now
//     have twelve minutes"). What was late or early until then is forgiven.
//   - Slides that were left out since count as the time that they were planned
//     with: it is won. What was left out before another time came is not in the
//     plan for that time.
//   - What was still to come when the run ended is neither late nor early.
type account struct {
	slides []slideAccount // one for each slide of the run
	news   []*talk.Replan // those that came with another time, in their order
	order  []int          // the slides as a picture goes through them, see passes
}

type slideAccount struct {
	planned time.Duration // by the plan that held
	since   int           // which one that is: 0 the first, n that of news[n-1]
	toCome  time.Duration // what of it was still to come when the run ended
	leftOut time.Duration // what it was planned with when it was left out, and never spoken on
}

// accountOf takes the account of a run.
func accountOf(run *talk.Run) account {
	a := account{slides: make([]slideAccount, len(run.Spoken))}
	out := make(map[int]int) // the slides that were left out, and by how many news then
	var last []int           // those that the replan before leaves out
	for n := range run.Replans {
		next, more := &run.Replans[n], false
		for _, slide := range next.Skipped {
			if !slices.Contains(last, slide) {
				out[slide], more = len(a.news), true
			}
		}
		if !more {
			a.news = append(a.news, next)
		}
		last = next.Skipped
	}
	whole := toldToEnd(run)
	for i := range a.slides {
		if i >= len(run.Plan.Slides) { // of a plan that was lost
			continue
		}
		s, spoken := &a.slides[i], run.Spoken[i]
		for n := len(a.news); n > 0 && s.since == 0; n-- {
			if goesOn(run, a.news[n-1], i) {
				s.since = n
			}
		}
		s.planned = a.plannedBy(run, s.since, i)
		when, skipped := out[i]
		if skipped && spoken == 0 {
			s.leftOut = a.plannedBy(run, when, i)
		}
		if !whole && !skipped && i >= run.Slide && s.since == len(a.news) {
			s.toCome = max(0, s.planned-spoken)
		}
	}
	for n := range len(a.news) + 1 {
		for i := range a.slides {
			if a.slides[i].since == n {
				a.order = append(a.order, i)
			}
		}
	}
	return a
}

// plannedBy is what a slide has in the first plan, or in that of the nth other time.
func (a *account) plannedBy(run *talk.Run, n, slide int) time.Duration {
	if n > 0 && slide < len(a.news[n-1].Planned) {
		return a.news[n-1].Planned[slide]
	}
	return run.Plan.Slides[slide].Planned
}

// over is how much longer than planned a slide took; negative is shorter.
func (a *account) over(run *talk.Run, slide int) time.Duration {
	s := &a.slides[slide]
	return run.Spoken[slide] + s.toCome - s.planned
}

// goesOn reports whether a slide was spoken on, or was still to come, after another
// time came. The runs of earlier versions do not tell: there the plan for that time
// has for what was over exactly what it took.
func goesOn(run *talk.Run, r *talk.Replan, slide int) bool {
	if r.Left == 0 && r.Slide == 0 && len(r.Spoken) == 0 {
		return run.Spoken[slide] == 0 || slide >= len(r.Planned) || r.Planned[slide] != run.Spoken[slide]
	}
	return slide >= r.Slide || slide >= len(r.Spoken) || run.Spoken[slide] > r.Spoken[slide]
}

// toldToEnd reports whether nothing was still to come when a run ended, other than
// backups and what was left out.
func toldToEnd(run *talk.Run) bool {
	here := run.Slide
	return !brokenOff(run) && here < len(run.Spoken) && (run.Spoken[here] > 0 || here < len(run.Plan.Slides) && run.Plan.Slides[here].Backup)
}

package journal

import (
	"cmp"
	"slices"
	"time"

	"talkgiver/talk"
)

// Live returns the events that count: those that were not taken back, without
// the deletions. Of a run that was taken back nothing counts.
func Live(events []talk.Event) []talk.Event {
	gone := make(map[string]bool)
	for _, e := range events {
		if d, ok := e.Body.(talk.Deletion); ok {
			gone[d.Of] = true
		}
	}
	live := make([]talk.Event, 0, len(events))
	for _, e := range events {
		switch b := e.Body.(type) {
		case talk.Deletion:
			continue
		case talk.RunPart:
			if gone[b.Run] {
				continue
			}
		case talk.RunReplan:
			if gone[b.Run] {
				continue
			}
		case talk.RunEnd:
			if gone[b.Run] {
				continue
			}
		}
		if !gone[e.ID] {
			live = append(live, e)
		}
	}
	return live
}

// Runs rebuilds the runs of a journal, in the order in which they started,
// without those that were taken back. A run without an end was cut off: it has
// what its parts tell, and a zero Ended. One whose start was lost has its times
// without a plan.
func Runs(events []talk.Event) []talk.Run {
	byID := make(map[string]*talk.Run)
	var runs []*talk.Run
	add := func(id string, started time.Time, start talk.RunStart) *talk.Run {
		run := &talk.Run{ID: id, RunStart: start, Started: started, Spoken: make([]time.Duration, len(start.Plan.Slides))}
		byID[id] = run
		runs = append(runs, run)
		return run
	}
	live := Live(events)
	for _, e := range live {
		if start, ok := e.Body.(talk.RunStart); ok {
			add(e.ID, e.At, start)
		}
	}
	// Merged journals are in order; ones that a sync program glued together are
	// not. The last measure tells where the run stands.
	slices.SortStableFunc(live, func(a, b talk.Event) int { return a.At.Compare(b.At) })
	take := func(id string, at time.Time, m talk.RunMeasure) *talk.Run {
		run := byID[id]
		if run == nil {
			run = add(id, at, talk.RunStart{})
		}
		if len(run.Plan.Slides) == 0 {
			for _, s := range m.Spoken {
				if more := s.Slide + 1 - len(run.Spoken); more > 0 {
					run.Spoken = append(run.Spoken, make([]time.Duration, more)...)
				}
			}
		}
		run.Take(m)
		return run
	}
	for _, e := range live {
		switch b := e.Body.(type) {
		case talk.RunPart:
			take(b.Run, e.At, b.RunMeasure)
		case talk.RunReplan:
			// Without the plan that it changes a new one says nothing.
			if run := byID[b.Run]; run != nil && len(run.Plan.Slides) > 0 {
				run.Replans = append(run.Replans, b.Replan)
			}
		case talk.RunEnd:
			take(b.Run, e.At, b.RunMeasure).Ended = e.At
		}
	}
	result := make([]talk.Run, len(runs))
	for i, run := range runs {
		slices.SortStableFunc(run.Replans, func(a, b talk.Replan) int { return cmp.Compare(a.At, b.At) })
		result[i] = *run
	}
	slices.SortStableFunc(result, func(a, b talk.Run) int { return a.Started.Compare(b.Started) })
	return result
}

// CutOff returns the run that the program was stopped in: the last run of the
// journal, if it has no end. The window offers to go on with it (a clock that
// continues the run), or to keep what was measured (a RunEnd with the run's
// Measure). Last is when the run was last heard of. An older run without an end
// is none that anybody wants to go on with.
func CutOff(events []talk.Event) (run talk.Run, last time.Time, ok bool) {
	runs := Runs(events)
	if len(runs) == 0 || !runs[len(runs)-1].Ended.IsZero() {
		return talk.Run{}, time.Time{}, false
	}
	run = runs[len(runs)-1]
	last = run.Started
	for _, e := range events {
		var of string
		switch b := e.Body.(type) {
		case talk.RunPart:
			of = b.Run
		case talk.RunReplan:
			of = b.Run
		}
		if of == run.ID && e.At.After(last) {
			last = e.At
		}
	}
	return run, last, true
}

package rehearse

import (
	"time"

	"talkgiver/talk"
)

// alike is how much of a plan a run must have told, by planned time, to say
// anything about it. A talk of which half is new is another talk.
const alike = 0.6

// asNow returns how long a run would have taken on the plan as it is now, and
// false when it was no whole run, or of another talk. Sections that both have
// count as they were spoken; where the words of both are known and have changed,
// in proportion to them. A section that the run does not have counts as planned,
// with what the run was over or under its plan elsewhere. Backups do not count.
func asNow(run *talk.Run, plan *talk.RunPlan) (time.Duration, bool) {
	if !run.Rehearsed() {
		return 0, false
	}
	now, then := partsOf(plan, nil), partsOf(&run.Plan, run.Spoken)
	var spoken, spokenPlanned, known, whole float64
	found := make([]bool, len(now))
	for i, j := range matchSections(plan, &run.Plan) {
		if j < 0 || !now[j].any || !then[i].any {
			continue
		}
		found[j] = true
		took := float64(then[i].spoken)
		if now[j].words > 0 && then[i].words > 0 {
			took *= float64(now[j].words) / float64(then[i].words)
		}
		spoken += took
		spokenPlanned += float64(now[j].planned)
		known += now[j].share()
	}
	var fresh float64
	for j := range now {
		if now[j].any {
			whole += now[j].share()
			if !found[j] {
				fresh += float64(now[j].planned)
			}
		}
	}
	if spoken < float64(time.Second) || known < alike*whole {
		return 0, false
	}
	if spokenPlanned > 0 {
		spoken += fresh * spoken / spokenPlanned
	}
	return time.Duration(spoken), true
}

// part is a section of a plan without its backups.
type part struct {
	any             bool
	planned, spoken time.Duration
	words           int
}

// share is what a section counts for: its time, and something without a time.
func (p part) share() float64 { return float64(p.planned + time.Second) }

func partsOf(plan *talk.RunPlan, spoken []time.Duration) []part {
	parts := make([]part, len(plan.Sections))
	for i, s := range plan.Slides {
		if s.Backup || s.Section < 0 || s.Section >= len(parts) {
			continue
		}
		p := &parts[s.Section]
		p.any = true
		p.planned += s.Planned
		p.words += s.Words
		if i < len(spoken) {
			p.spoken += spoken[i]
		}
	}
	return parts
}

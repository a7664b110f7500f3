package rehearse

import (
	"slices"
	"time"

	"talkgiver/talk"
)

// Retime is a section's new planned time: one edit of the talk file.
type Retime struct {
	Section int // its number in the talk, from 1
	Time    time.Duration
}

// What new times are rounded to: what people write into a plan. A short talk
// needs it finer.
const (
	retimeStep      = 15 * time.Second
	retimeStepShort = 5 * time.Second
	retimeShort     = 5 * time.Minute
)

// Retimes takes the times of a run as the talk's plan: the edits that make it
// so, in the order of the talk, and only those that change something. Times are
// rounded to a quarter of a minute (in a talk below five minutes to five
// seconds), such that their sum is that of the run within half a step.
//
// Sections that were not spoken (or not to their end, where the run was broken
// off), that the talk no longer has, that stand for questions only or have no
// heading to write a time at keep what they have.
func Retimes(t *talk.Talk, run talk.Run) []Retime {
	plan, _ := NewPlan(t, 0)
	same := matchSections(&plan, &run.Plan)
	spoken := make([]time.Duration, len(t.Sections))
	for i := range run.Plan.Sections {
		if same[i] >= 0 && !BrokenOff(&run, i) {
			spoken[same[i]] += sectionSpoken(&run, i)
		}
	}
	step := retimeStep
	if run.Total() < retimeShort {
		step = retimeStepShort
	}
	var edits []Retime
	var exact, rounded time.Duration
	for i, section := range t.Sections {
		if spoken[i] == 0 || section.Level == 0 || sectionBackup(&plan, i) {
			continue
		}
		exact += spoken[i]
		length := max(step, (exact - rounded).Round(step))
		rounded += length
		if section.Time.Given() && section.Time.Duration == length {
			continue
		}
		edits = append(edits, Retime{section.Number, length})
	}
	return edits
}

// PlanFault is why the times of a run make no plan.
type PlanFault int

// The faults of a run as a plan.
const (
	NoFault  PlanFault = iota
	LeftOut            // a section that is planned was not said, or not to its end
	TooQuick           // it took less than half of its plan: who only clicks through plans nothing
)

// FaultAsPlan says why the times of a run make no plan, if they make none. A drill
// can be one for its section.
func FaultAsPlan(run *talk.Run) PlanFault {
	for i := range run.Plan.Sections {
		planned := slices.ContainsFunc(run.Plan.Slides, func(s talk.PlannedSlide) bool { return s.Section == i && !s.Backup })
		if planned && (sectionSpoken(run, i) == 0 || BrokenOff(run, i)) {
			return LeftOut
		}
	}
	if 2*run.Total() < run.Plan.Total() {
		return TooQuick
	}
	return NoFault
}

// BrokenOff reports whether a run ended in a section of its plan while there
// were slides to come: what that section took says nothing then.
func BrokenOff(run *talk.Run, section int) bool {
	return brokenOff(run) && run.Slide < len(run.Plan.Slides) && run.Plan.Slides[run.Slide].Section == section
}

// sectionBackup reports whether a section has nothing but backups, or nothing.
func sectionBackup(plan *talk.RunPlan, section int) bool {
	for _, s := range plan.Slides {
		if s.Section == section && !s.Backup {
			return false
		}
	}
	return true
}

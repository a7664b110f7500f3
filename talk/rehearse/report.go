package rehearse

import (
	"time"

	"talkgiver/talk"
)

// Report compares a run with its plan.
type Report struct {
	Slides   []Row // as the plan has them
	Sections []Row // as the plan has them; a section's time is the sum of its slides
	Total    Row   // everything spoken
	// Questions has the time kept for questions and the time they took.
	Questions Row
	// Paused and Suspended are apart: they were no speaking.
	Paused, Suspended time.Duration
	// Whole is all the time from start to end: what was spoken, asked, paused
	// and suspended, exactly.
	Whole time.Duration
	// Drift is where the run stood at its end.
	Drift Drift
	Marks []talk.RunMark
}

// Row is one line of a report.
type Row struct {
	Title           string
	Planned, Actual time.Duration
}

// Over is how much longer it took than planned; negative is shorter.
func (r Row) Over() time.Duration { return r.Actual - r.Planned }

// NewReport makes the report of a run.
func NewReport(run talk.Run) Report {
	r := Report{
		Slides:    make([]Row, len(run.Spoken)),
		Sections:  make([]Row, len(run.Plan.Sections)),
		Total:     Row{Title: run.Title},
		Questions: Row{Planned: run.Plan.Questions, Actual: run.Questions},
		Paused:    run.Paused,
		Suspended: run.Suspended,
		Whole:     run.Whole(),
		Drift:     DriftOf(run),
		Marks:     run.Marks,
	}
	for i, title := range run.Plan.Sections {
		r.Sections[i].Title = title
	}
	for i, spoken := range run.Spoken {
		row := Row{Actual: spoken}
		section := -1
		// A run whose start was lost has times without a plan.
		if i < len(run.Plan.Slides) {
			slide := run.Plan.Slides[i]
			row.Title, row.Planned, section = slide.Title, slide.Planned, slide.Section
		}
		r.Slides[i] = row
		r.Total.Planned += row.Planned
		r.Total.Actual += row.Actual
		if section >= 0 && section < len(r.Sections) {
			r.Sections[section].Planned += row.Planned
			r.Sections[section].Actual += row.Actual
		}
	}
	return r
}

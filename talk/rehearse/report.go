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
	// Began is where the drift that the run ended with came up.
	Began Began
	// Marks are in the order they were set.
	Marks []PlacedMark
}

// Row is one line of a report.
type Row struct {
	Title           string
	Planned, Actual time.Duration
	// Replanned is the time planned for it in the end, where the run had another
	// plan then; else Planned.
	Replanned time.Duration
	// Words are how many the talk has for what was spoken of it; 0 when that was
	// not written out.
	Words int

	worded time.Duration // spoken where there are words
}

// Over is how much longer it took than planned; negative is shorter.
func (r Row) Over() time.Duration { return r.Actual - r.Planned }

// The least that a pace is told from: below a few sentences it says how long
// somebody breathed.
const (
	paceWords = 20
	paceTime  = 5 * time.Second
)

// Pace is how many words a minute were said; 0 when too little of it was
// written out to tell. Slides without words do not count.
func (r Row) Pace() int {
	if r.Words < paceWords || r.worded < paceTime {
		return 0
	}
	return int((time.Duration(r.Words)*time.Minute + r.worded/2) / r.worded)
}

// add counts a slide into a sum.
func (r *Row) add(slide Row) {
	r.Planned += slide.Planned
	r.Replanned += slide.Replanned
	r.Actual += slide.Actual
	r.Words += slide.Words
	r.worded += slide.worded
}

// PlacedMark is a mark with its place. Titles are empty where there are none.
type PlacedMark struct {
	talk.RunMark
	Section, Title string
}

// NewReport makes the report of a run.
func NewReport(run talk.Run) Report {
	now := run.Current()
	r := Report{
		Slides:    make([]Row, len(run.Spoken)),
		Sections:  make([]Row, len(run.Plan.Sections)),
		Total:     Row{Title: run.Title},
		Questions: Row{Planned: run.Plan.Questions, Actual: run.Questions, Replanned: now.Questions},
		Paused:    run.Paused,
		Suspended: run.Suspended,
		Whole:     run.Whole(),
		Drift:     driftOf(&run, &now),
		Began:     beganAt(&run, &now),
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
			row.Replanned = now.Slides[i].Planned
			if spoken > 0 && slide.Words > 0 {
				row.Words, row.worded = slide.Words, spoken
			}
		}
		r.Slides[i] = row
		r.Total.add(row)
		if section >= 0 && section < len(r.Sections) {
			r.Sections[section].add(row)
		}
	}
	for _, mark := range run.Marks {
		section, title := titlesAt(&run.Plan, mark.Slide)
		r.Marks = append(r.Marks, PlacedMark{mark, section, title})
	}
	return r
}

// titlesAt names a slide of a plan and its section; empty where the plan has
// neither.
func titlesAt(plan *talk.RunPlan, slide int) (section, title string) {
	if slide < 0 || slide >= len(plan.Slides) {
		return "", ""
	}
	s := plan.Slides[slide]
	if s.Section >= 0 && s.Section < len(plan.Sections) {
		section = plan.Sections[s.Section]
	}
	return section, s.Title
}

// nameAt names a slide by its title, else by its section.
func nameAt(plan *talk.RunPlan, slide int) string {
	section, title := titlesAt(plan, slide)
	if title == "" {
		return section
	}
	return title
}

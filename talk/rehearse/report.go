package rehearse

import (
	"time"

	"talkgiver/talk"
)

// Report compares a run with the plan that held when it was said, see Row.Planned.
type Report struct {
	Slides   []Row // as the plan has them
	Sections []Row // as the plan has them; a section's time is the sum of its slides
	// Complete is set where something was said on every slide but the backups and
	// those that were left out by another plan.
	Complete bool
	Total    Row // everything spoken; the sum of the sections and of Forgiven
	// Forgiven is what no longer counted once the speaker was told to have another
	// time: its Over takes back what was late or early until then. All of it is zero
	// in a run without.
	Forgiven Row
	// News are the other times that the speaker was told to have, in their order.
	News []talk.Replan
	// Questions has the time kept for questions in the end and the time they took.
	Questions Row
	// Paused and Suspended are apart: they were no speaking.
	Paused, Suspended time.Duration
	// Whole is all the time from start to end: what was spoken, asked, paused
	// and suspended, exactly.
	Whole time.Duration
	// Drift is where the run stood at its end, as the clock shows it. It counts the
	// time without speaking that nothing was planned for, Lost, which no row has.
	Drift Drift
	Lost  time.Duration
	// Asked is what of Lost were questions; the rest of it are pauses and
	// suspensions, which count on stage alone.
	Asked time.Duration
	// Began is where the drift that the run ended with came up.
	Began Began
	// Marks are in the order they were set.
	Marks []PlacedMark
}

// Row is one line of a report.
type Row struct {
	Title string
	// Planned is by the plan that held when it was last spoken on: the first one, or
	// the one for the other time that the speaker was told to have by then.
	Planned, Actual time.Duration
	// First is what it had in the plan that the run began with.
	First time.Duration
	// ToCome is what of it was still to come when the run ended, which is neither
	// late nor early.
	ToCome time.Duration
	// LeftOut is what those of its slides were planned with that were left out by
	// another plan, when they were. Where that was before another time came, it is
	// no part of Planned.
	LeftOut time.Duration
	// Before is how far the run was behind when it was begun; negative is ahead.
	Before time.Duration
	// Words are how many the talk has for what was spoken of it; 0 when that was
	// not written out.
	Words int

	worded time.Duration // spoken where there are words
}

// Over is how much longer it took than planned, what was still to come aside;
// negative is shorter. What was jumped over or left out is shorter by all of it.
func (r Row) Over() time.Duration { return r.Actual + r.ToCome - r.Planned }

// The least that a pace is told from: below a few sentences it says how long
// somebody breathed.
const (
	paceWords = 20
	paceTime  = 5 * time.Second
)

// paceMost is how many words a minute are faster than anybody speaks: who reads
// aloud as fast as can be gets to some three hundred. A slide that was left sooner
// was clicked through, and its words were not said.
const paceMost = 400

// Pace is how many words a minute were said; 0 when too little of it was
// written out to tell. Slides without words do not count.
func (r Row) Pace() int {
	if r.Words < paceWords || r.worded < paceTime {
		return 0
	}
	return int((time.Duration(r.Words)*time.Minute + r.worded/2) / r.worded)
}

// add counts a row into a sum.
func (r *Row) add(row Row) {
	r.Planned += row.Planned
	r.First += row.First
	r.ToCome += row.ToCome
	r.LeftOut += row.LeftOut
	r.Actual += row.Actual
	r.Words += row.Words
	r.worded += row.worded
}

// PlacedMark is a mark with its place. Titles are empty where there are none.
type PlacedMark struct {
	talk.RunMark
	Section, Title string
}

// NewReport makes the report of a run.
func NewReport(run talk.Run) Report {
	now, account := run.Current(), accountOf(&run)
	r := Report{
		Slides:    make([]Row, len(run.Spoken)),
		Sections:  make([]Row, len(run.Plan.Sections)),
		Total:     Row{Title: run.Title},
		Complete:  len(run.Spoken) > 0,
		Questions: Row{Planned: now.Questions, Actual: run.Questions, First: run.Plan.Questions},
		Paused:    run.Paused,
		Suspended: run.Suspended,
		Whole:     run.Whole(),
		Drift:     driftOf(&run, &now),
		Lost:      lost(&run, &now),
		Asked:     max(0, run.Questions-now.Questions),
		Began:     beganAt(&run, &account),
	}
	for _, replan := range account.news {
		r.News = append(r.News, *replan)
	}
	if n := len(r.News); n > 0 {
		r.Lost -= r.News[n-1].Won // until then it was forgiven
	}
	for i, title := range run.Plan.Sections {
		r.Sections[i].Title = title
	}
	var off time.Duration
	since := 0
	for _, i := range account.order {
		slide := &account.slides[i]
		if slide.since != since {
			since, off = slide.since, 0
		}
		row := Row{Actual: run.Spoken[i], Planned: slide.planned, ToCome: slide.toCome, LeftOut: slide.leftOut, Before: off}
		section := -1
		// A run whose start was lost has times without a plan.
		if i < len(run.Plan.Slides) {
			planned := &run.Plan.Slides[i]
			row.Title, row.First, section = planned.Title, planned.Planned, planned.Section
			r.Complete = r.Complete && (row.Actual > 0 || planned.Backup || now.Slides[i].Skipped)
			if row.Actual*paceMost >= time.Duration(planned.Words)*time.Minute && row.Actual > 0 && planned.Words > 0 {
				row.Words, row.worded = planned.Words, row.Actual
			}
			off += row.Over()
		}
		r.Slides[i] = row
		r.Total.add(row)
		if section >= 0 && section < len(r.Sections) {
			s := &r.Sections[section]
			if s.Actual == 0 {
				s.Before = row.Before
			}
			s.add(row)
		}
		if slide.since < len(account.news) {
			r.Forgiven.Planned += row.Over()
		}
	}
	r.Total.add(r.Forgiven)
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

package rehearse

import (
	"time"

	"talkgiver/talk"
)

// Comparison sets runs and a plan side by side, section by section.
type Comparison struct {
	Rows  []CompareRow
	Total CompareRow
}

// CompareRow is a section as the plan and each of the runs have it.
type CompareRow struct {
	Title   string
	Planned Taken
	Runs    []Taken // in the order of the runs
}

// Taken is a time; Known is false where there was no such section, and BrokenOff
// is set where the run ended in the middle of it.
type Taken struct {
	Known     bool
	Time      time.Duration
	BrokenOff bool
}

// Compare sets a plan, such as that of the talk as it is now, beside runs. The
// talk may have changed in between. Sections are the same when they have the
// same title (of several with one title the first goes with the first), or else
// when half of the titles of their slides are the same: a section by another
// name. Those that only older runs have come last.
func Compare(plan talk.RunPlan, runs ...talk.Run) Comparison {
	var c Comparison
	c.Total.Runs = make([]Taken, len(runs))
	for i, title := range plan.Sections {
		if !hasSlides(&plan, i) {
			continue
		}
		row := CompareRow{Title: title, Planned: Taken{Known: true, Time: sectionPlanned(&plan, i)}, Runs: make([]Taken, len(runs))}
		c.Rows = append(c.Rows, row)
	}
	c.Total.Planned = Taken{Known: len(c.Rows) > 0, Time: plan.Total()}
	for n := range runs {
		run := &runs[n]
		same := matchSections(&plan, &run.Plan)
		for i := range run.Plan.Sections {
			if !hasSlides(&run.Plan, i) {
				continue
			}
			took := Taken{Known: true, Time: sectionSpoken(run, i)}
			took.BrokenOff = took.Time > 0 && BrokenOff(run, i)
			c.rowOf(&plan, same[i], run.Plan.Sections[i], len(runs), n).Runs[n] = took
		}
		c.Total.Runs[n] = Taken{true, run.Total(), brokenOff(run)}
	}
	return c
}

// rowOf returns the row of a section of the plan, or of one that only run n and
// perhaps runs before it have.
func (c *Comparison) rowOf(plan *talk.RunPlan, section int, title string, runs, n int) *CompareRow {
	at := 0
	for i := range plan.Sections {
		if hasSlides(plan, i) {
			if i == section {
				return &c.Rows[at]
			}
			at++
		}
	}
	for i := at; i < len(c.Rows); i++ {
		if row := &c.Rows[i]; row.Title == title && !row.Runs[n].Known {
			return row
		}
	}
	c.Rows = append(c.Rows, CompareRow{Title: title, Runs: make([]Taken, runs)})
	return &c.Rows[len(c.Rows)-1]
}

// matchSections says for each section of old which one of now it is; -1 for none.
func matchSections(now, old *talk.RunPlan) []int {
	same := make([]int, len(old.Sections))
	taken := make([]bool, len(now.Sections))
	for i, title := range old.Sections {
		same[i] = -1
		for j := range now.Sections {
			if !taken[j] && now.Sections[j] == title {
				same[i], taken[j] = j, true
				break
			}
		}
	}
	for i := range old.Sections {
		for j := range now.Sections {
			if same[i] < 0 && !taken[j] && shareSlides(now, j, old, i) {
				same[i], taken[j] = j, true
			}
		}
	}
	return same
}

// shareSlides reports whether half of the titled slides of each of two sections
// are in the other one, too. The first slide has the section's own title.
func shareSlides(a *talk.RunPlan, i int, b *talk.RunPlan, j int) bool {
	titles := func(p *talk.RunPlan, section int) map[string]bool {
		set := make(map[string]bool)
		for _, s := range p.Slides {
			if s.Section == section && s.Title != "" && s.Title != p.Sections[section] {
				set[s.Title] = true
			}
		}
		return set
	}
	x, y := titles(a, i), titles(b, j)
	both := 0
	for title := range x {
		if y[title] {
			both++
		}
	}
	return both > 0 && 2*both >= len(x) && 2*both >= len(y)
}

func hasSlides(plan *talk.RunPlan, section int) bool {
	for _, s := range plan.Slides {
		if s.Section == section {
			return true
		}
	}
	return false
}

func sectionPlanned(plan *talk.RunPlan, section int) time.Duration {
	var sum time.Duration
	for _, s := range plan.Slides {
		if s.Section == section {
			sum += s.Planned
		}
	}
	return sum
}

func sectionSpoken(run *talk.Run, section int) time.Duration {
	var sum time.Duration
	for i, s := range run.Plan.Slides {
		if s.Section == section && i < len(run.Spoken) {
			sum += run.Spoken[i]
		}
	}
	return sum
}

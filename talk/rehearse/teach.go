package rehearse

import (
	"slices"
	"time"

	"talkgiver/talk"
)

// A pace is told from so many words at least: a page.
const paceLeast = 250

// paceRuns is how many of the latest whole runs tell the pace.
const paceRuns = 9

// Pace is the speaker's own: the median over the latest whole rehearsals (of any
// talk), in words a minute, and from how many. Only what was written out counts,
// so it is 0 for who speaks freely. One odd run does not move a median.
func Pace(runs []talk.Run) (words, from int) {
	var paces []int
	for i := len(runs) - 1; i >= 0 && len(paces) < paceRuns; i-- {
		if runs[i].Kind != talk.RunPractice || !runs[i].Rehearsed() {
			continue
		}
		total := NewReport(runs[i]).Total
		if pace := total.Pace(); pace > 0 && total.Words >= paceLeast {
			paces = append(paces, pace)
		}
	}
	if len(paces) == 0 {
		return 0, 0
	}
	slices.Sort(paces)
	n := len(paces)
	return (paces[(n-1)/2] + paces[n/2]) / 2, n
}

// Range is how long a section took from one whole run to another.
type Range struct {
	Section           int // index into the plan's sections
	Title             string
	Shortest, Longest time.Duration
	Runs              int
	// Loose says that it is worth doing something about: the longest is half as
	// long again as the shortest, and a minute longer.
	Loose bool
}

// When a section is loose.
const (
	looseRatio = 1.5
	looseLeast = time.Minute
	rangeRuns  = 10 // the latest
)

// Words says that a loose section should be practised or cut; nothing for
// another one.
func (r Range) Words() talk.Phrase {
	if !r.Loose || r.Title == "" {
		return talk.Phrase{}
	}
	return talk.Phrase{Key: "range", Text: r.Title, Time: r.Shortest, Than: r.Longest}
}

// Spread tells for each section of a plan how long it took in the latest whole
// runs, in the order of the plan, without those of which there are not two.
func Spread(plan talk.RunPlan, runs []talk.Run) []Range {
	ranges := make([]Range, len(plan.Sections))
	for i, title := range plan.Sections {
		ranges[i] = Range{Section: i, Title: title}
	}
	for i, seen := len(runs)-1, 0; i >= 0 && seen < rangeRuns; i-- {
		run := &runs[i]
		if !run.Rehearsed() {
			continue
		}
		seen++
		parts := partsOf(&run.Plan, run.Spoken)
		for old, now := range matchSections(&plan, &run.Plan) {
			if now < 0 || parts[old].spoken == 0 {
				continue
			}
			r := &ranges[now]
			if r.Runs == 0 || parts[old].spoken < r.Shortest {
				r.Shortest = parts[old].spoken
			}
			r.Longest = max(r.Longest, parts[old].spoken)
			r.Runs++
		}
	}
	ranges = slices.DeleteFunc(ranges, func(r Range) bool { return r.Runs < 2 })
	for i := range ranges {
		r := &ranges[i]
		r.Loose = r.Longest-r.Shortest >= looseLeast && float64(r.Longest) >= looseRatio*float64(r.Shortest)
	}
	return ranges
}

// Fresh is how fresh a talk is in mind: how many days before a day the last
// whole rehearsal was, at least 0, as the score's effort counts. It is false
// where there was none.
func Fresh(runs []talk.Run, day time.Time) (days int, known bool) {
	for _, run := range runs {
		if run.Kind != talk.RunPractice || !run.Rehearsed() {
			continue
		}
		if n := max(0, daysBetween(run.Started, day)); !known || n < days {
			days, known = n, true
		}
	}
	return days, known
}

// daysBetween counts nights between the dates that people read, whatever their
// zones.
func daysBetween(from, to time.Time) int {
	date := func(t time.Time) time.Time {
		year, month, day := t.Date()
		return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	}
	return int(date(to).Sub(date(from)) / (24 * time.Hour))
}

// FreshWords says how fresh a talk is.
func FreshWords(days int, known bool) talk.Phrase {
	switch {
	case !known:
		return talk.Phrase{Key: "fresh.none"}
	case days == 0:
		return talk.Phrase{Key: "fresh.today"}
	case days == 1:
		return talk.Phrase{Key: "fresh.yesterday"}
	}
	return talk.Phrase{Key: "fresh", N: days}
}

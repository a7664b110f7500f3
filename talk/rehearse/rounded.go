package rehearse

import (
	"slices"
	"time"
)

// rounding rounds times that are shown below each other to whole seconds such that
// they add up to their sum, rounded: each ends on the second that is nearest to the
// sum until there. It is less than a second off then.
type rounding struct{ exact, shown time.Duration }

func (r *rounding) next(d time.Duration) time.Duration {
	r.exact += d
	rounded := r.exact.Round(time.Second) - r.shown
	r.shown += rounded
	return rounded
}

// Rounded is the report in whole seconds, as people read it: its sections and what
// was forgiven add up to the total, and each difference is that of the times beside
// it. Its slides stay as they were measured.
func (r Report) Rounded() Report {
	var planned, first, actual rounding
	round := func(row Row) Row {
		over := row.Over().Round(time.Second)
		row.Planned, row.First, row.Actual = planned.next(row.Planned), first.next(row.First), actual.next(row.Actual)
		if row.ToCome > 0 {
			row.ToCome = over + row.Planned - row.Actual
		}
		row.LeftOut, row.Before = row.LeftOut.Round(time.Second), row.Before.Round(time.Second)
		return row
	}
	r.Sections = slices.Clone(r.Sections)
	var toCome time.Duration
	for i := range r.Sections {
		r.Sections[i] = round(r.Sections[i])
		toCome += r.Sections[i].ToCome
	}
	r.Forgiven = round(r.Forgiven)
	r.Total.Planned, r.Total.First = r.Total.Planned.Round(time.Second), r.Total.First.Round(time.Second)
	r.Total.Actual, r.Total.ToCome = r.Total.Actual.Round(time.Second), toCome
	r.Questions.Planned, r.Questions.Actual = r.Questions.Planned.Round(time.Second), r.Questions.Actual.Round(time.Second)
	r.Lost, r.Asked = r.Lost.Round(time.Second), r.Asked.Round(time.Second)
	return r
}

// Rounded is the comparison in whole seconds, as people read it: each column adds up
// to its total.
func (c Comparison) Rounded() Comparison {
	planned, runs := rounding{}, make([]rounding, len(c.Total.Runs))
	rows := make([]CompareRow, len(c.Rows))
	for i, row := range c.Rows {
		row.Planned.Time = planned.next(row.Planned.Time)
		row.Runs = slices.Clone(row.Runs)
		for n := range row.Runs {
			row.Runs[n].Time = runs[n].next(row.Runs[n].Time)
		}
		rows[i] = row
	}
	total := c.Total
	total.Planned.Time = total.Planned.Time.Round(time.Second)
	total.Runs = slices.Clone(total.Runs)
	for n := range total.Runs {
		total.Runs[n].Time = total.Runs[n].Time.Round(time.Second)
	}
	return Comparison{rows, total}
}

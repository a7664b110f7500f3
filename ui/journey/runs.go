package journey

import (
	"cmp"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	engine "talkgiver/talk/rehearse"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// runsCard lists the runs, the latest first.
type runsCard struct {
	place *Place
	note  *widgets.Text
	rows  *fyne.Container
	card  *widgets.Card
}

// listedRuns is how many runs are listed; the place for rehearsing has them all.
const listedRuns = 6

func newRunsCard(p *Place) *runsCard {
	r := &runsCard{place: p, rows: widgets.Column(theme.SizeNameSpace1)}
	r.note = aside("")
	r.card = titled(lang.L("Runs"), r.note, r.rows)
	return r
}

func (r *runsCard) refresh() {
	p := r.place
	r.rows.RemoveAll()
	first, most := max(0, len(p.runs)-listedRuns), time.Duration(0)
	for i := range p.runs[first:] {
		total := engine.NewReport(p.runs[first+i]).Total
		most = max(most, total.Actual, total.Planned)
	}
	r.note.SetText("")
	if len(p.runs) > 0 {
		r.note.SetText(lang.L("the line is the plan"))
	}
	for i := len(p.runs) - 1; i >= first; i-- {
		run := &p.runs[i]
		right := &widgets.Text{Text: talk.Clock(run.Total()), Style: theme.FiguresStyle(), Flow: widgets.FlowLine}
		r.rows.Add(&widgets.CardButton{Flat: true, Inset: 6, Content: widgets.Column(theme.SizeNameSpace1, container.New(&headRow{}, p.runRow(i), right), runBar(run, most)),
			OnTapped: func() { p.cfg.OpenRun(run.ID) }})
	}
	switch more := len(p.runs) - listedRuns; {
	case len(p.runs) == 0:
		r.rows.Add(widgets.Soft(lang.L("None yet. The first run shows where the plan and you differ.")))
	case more > 0:
		r.rows.Add(widgets.Caption(lang.L("and {{.Count}} earlier", map[string]any{"Count": more})))
	}
	r.rows.Refresh()
}

// runBar draws how long a run took, against the plan that held.
func runBar(run *talk.Run, most time.Duration) *widgets.SpreadBar {
	seconds := func(d time.Duration) int { return int(d / time.Second) }
	total := engine.NewReport(*run).Total
	bar := &widgets.SpreadBar{Longest: seconds(total.Actual), Planned: seconds(total.Planned), Most: seconds(most), Tone: theme.Give}
	if total.Planned > 0 && total.Actual > total.Planned+engine.Slack {
		bar.Tone = theme.Take
	}
	return bar
}

// runRow says which run it was, when, and how far from its plan.
func (p *Place) runRow(i int) *widgets.Text {
	run := &p.runs[i]
	name := lang.L("Run {{.Number}}", map[string]any{"Number": engine.Ordinal(p.runs, i)})
	switch run.Kind {
	case talk.RunGiven:
		name = cmp.Or(run.Event, lang.L("Given"))
	case talk.RunDrill:
		name = lang.L("Drill")
	}
	soft := "  " + p.away(run.Started)
	if report := engine.NewReport(*run); report.Total.Planned > 0 && report.Complete {
		soft += " · " + p.cfg.Words.Drift(report.Total.Over())
	}
	return &widgets.Text{Flow: widgets.FlowEllipsis, Spans: []widgets.Span{
		{Text: name, Style: fyne.TextStyle{Bold: true}}, {Text: soft, ColorName: theme.ColorNameSoftInk},
	}}
}

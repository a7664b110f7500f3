package journey

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// runsCard lists the runs, the latest first.
type runsCard struct {
	place *Place
	rows  *fyne.Container
	card  *widgets.Card
}

// listedRuns is how many runs are listed; the place for rehearsing has them all.
const listedRuns = 6

func newRunsCard(p *Place) *runsCard {
	r := &runsCard{place: p, rows: widgets.Column(theme.SizeNameSpace1)}
	r.card = titled(lang.L("Runs"), nil, r.rows)
	return r
}

func (r *runsCard) refresh() {
	p := r.place
	r.rows.RemoveAll()
	for i := len(p.runs) - 1; i >= max(0, len(p.runs)-listedRuns); i-- {
		run := &p.runs[i]
		right := &widgets.Text{Text: talk.Clock(run.Total()), Style: theme.FiguresStyle(), Flow: widgets.FlowLine}
		r.rows.Add(&widgets.CardButton{Flat: true, Inset: 6, Content: container.New(&headRow{}, p.runRow(i), right),
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

// runRow says which run it was, when, and how far from its plan.
func (p *Place) runRow(i int) *widgets.Text {
	run := &p.runs[i]
	name := lang.L("Run {{.Number}}", map[string]any{"Number": i + 1})
	switch run.Kind {
	case talk.RunGiven:
		name = lang.L("Given")
	case talk.RunDrill:
		name = lang.L("Drill")
	}
	soft := "  " + p.away(run.Started)
	if planned := run.Plan.Total(); planned > 0 && run.Complete() {
		soft += " · " + p.cfg.Words.Drift(run.Total()-planned)
	}
	return &widgets.Text{Flow: widgets.FlowEllipsis, Spans: []widgets.Span{
		{Text: name, Style: fyne.TextStyle{Bold: true}}, {Text: soft, ColorName: theme.ColorNameSoftInk},
	}}
}

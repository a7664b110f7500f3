package rehearse

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// runList is a card with the runs of this talk, the latest first.
type runList struct {
	place  *Place
	choose func(index int)
	grown  func() // there are more rows
	card   *widgets.Card
	rows   *fyne.Container
	all    bool // all runs are listed
	shown  [2]int
}

// listedRuns is how many runs are listed: what one remembers having done.
const listedRuns = 12

func newRunList(p *Place, title string, choose func(int)) *runList {
	l := &runList{place: p, choose: choose, grown: func() {}, rows: widgets.Column(theme.SizeNameSpace1)}
	l.card = &widgets.Card{Content: widgets.Column(theme.SizeNameSpace3, widgets.Heading(title), l.rows)}
	return l
}

// refresh lists the runs; selected are the indexes of those that are looked at,
// or below 0.
func (l *runList) refresh(selected, other int) {
	p := l.place
	l.shown = [2]int{selected, other}
	l.rows.Objects = nil
	first := max(0, len(p.runs)-listedRuns)
	if l.all {
		first = 0
	}
	for i := len(p.runs) - 1; i >= first; i-- {
		what, figures := l.row(i, &p.runs[i])
		l.rows.Add(&widgets.CardButton{
			Flat: true, Selected: i == selected || i == other, Inset: 8,
			Content:  container.New(spread{}, what, figures),
			OnTapped: func() { l.choose(i) },
		})
	}
	switch {
	case len(p.runs) == 0:
		l.rows.Add(widgets.Soft(lang.L("None yet. The first run shows where the plan and you differ.")))
	case first > 0:
		l.rows.Add(container.NewHBox(&widgets.Chip{Text: lang.L("and {{.Count}} earlier", map[string]any{"Count": first}), OnTapped: l.listAll}))
	}
}

// listAll lists the earlier runs, too.
func (l *runList) listAll() {
	l.all = true
	l.refresh(l.shown[0], l.shown[1])
	l.grown()
}

// row says which run it was, and what it came to.
func (l *runList) row(index int, run *talk.Run) (what, figures fyne.CanvasObject) {
	_, now := l.place.config.Now()
	total := run.Total()
	name := widgets.Span{Text: runName(index, run), Style: fyne.TextStyle{Bold: true}}
	if run.Kind == talk.RunGiven {
		name.ColorName = theme.ColorNameMessageInk
	}
	spans := []widgets.Span{
		name,
		{Text: "  " + dayOf(run.Started, now), ColorName: theme.ColorNameSoftInk},
	}
	if run.Ended.IsZero() {
		spans = append(spans, widgets.Span{Text: " · " + lang.L("cut off"), ColorName: theme.ColorNameSoftInk})
	}
	text := talk.Clock(total)
	if planned := run.Plan.Total(); planned > 0 && run.Complete() {
		text += " · " + difference(total-planned)
	}
	return &widgets.Text{Spans: spans, Flow: widgets.FlowEllipsis}, &widgets.Text{Text: text, Align: fyne.TextAlignTrailing}
}

// dayOf says when something was, the nearer the shorter.
func dayOf(t, now time.Time) string {
	if t.IsZero() {
		return ""
	}
	t = t.In(now.Location())
	clock := map[string]any{"Time": t.Format("15:04")}
	day := func(t time.Time) string { return t.Format(time.DateOnly) }
	switch day(t) {
	case day(now):
		return lang.L("today {{.Time}}", clock)
	case day(now.AddDate(0, 0, -1)):
		return lang.L("yesterday {{.Time}}", clock)
	}
	return day(t) + " " + t.Format("15:04")
}

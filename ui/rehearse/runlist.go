package rehearse

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	engine "talkgiver/talk/rehearse"
	"talkgiver/talk/say"
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
	fresh  *widgets.Text // how fresh the talk is in mind
	all    bool          // all runs are listed
	shown  [2]int
}

// listedRuns is how many runs are listed: what one remembers having done.
const listedRuns = 12

func newRunList(p *Place, title string, choose func(int)) *runList {
	l := &runList{place: p, choose: choose, grown: func() {}, rows: widgets.Column(theme.SizeNameSpace1), fresh: &widgets.Text{Flow: widgets.FlowWrap}}
	l.card = &widgets.Card{Content: widgets.Column(theme.SizeNameSpace3, widgets.Heading(title), l.fresh, l.rows)}
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
	l.showFresh()
	switch {
	case len(p.runs) == 0:
		l.rows.Add(widgets.Soft(lang.L("None yet. The first run shows where the plan and you differ.")))
	case first > 0:
		l.rows.Add(container.NewHBox(&widgets.Chip{Text: lang.L("and {{.Count}} earlier", map[string]any{"Count": first}), OnTapped: l.listAll}))
	}
}

// freshDays is how long a rehearsal stays in mind, as the score's effort has it.
const freshDays = 7

// showFresh says how fresh the talk is in mind: with a dot, or a triangle where
// it has begun to fade.
func (l *runList) showFresh() {
	p := l.place
	setVisible(l.fresh, len(p.runs) > 0)
	_, now := p.config.Now()
	days, known := engine.Fresh(p.runs, now)
	sign, color := "●  ", theme.ColorNameGiveInk
	if !known || days > freshDays {
		sign, color = "▲  ", theme.ColorNameMessageInk
	}
	words := p.config.Say(engine.FreshWords(days, known))
	if i := p.tooFast(); i >= 0 && !known {
		words = lang.L("{{.Fresh}}: {{.Run}} was too fast to count", map[string]any{"Fresh": words, "Run": p.runName(i)})
	}
	l.fresh.SetSpans(widgets.Span{Text: sign, ColorName: color}, widgets.Span{Text: words})
}

// tooFast is the index of the latest rehearsal through all slides that was too
// fast to count as one, or -1.
func (p *Place) tooFast() int {
	for i := len(p.runs) - 1; i >= 0; i-- {
		if run := &p.runs[i]; run.Kind == talk.RunPractice && run.Complete() && !run.Rehearsed() {
			return i
		}
	}
	return -1
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
	report := engine.NewReport(*run).Rounded()
	total := &report.Total
	name := widgets.Span{Text: l.place.runName(index), Style: fyne.TextStyle{Bold: true}}
	if run.Kind == talk.RunGiven {
		name.ColorName = theme.ColorNameMessageInk
	}
	spans := []widgets.Span{
		name,
		{Text: "  " + l.place.dayOf(run.Started, now), ColorName: theme.ColorNameSoftInk},
	}
	if run.Ended.IsZero() {
		spans = append(spans, widgets.Span{Text: " · " + lang.L("cut off"), ColorName: theme.ColorNameSoftInk})
	}
	text := talk.Clock(total.Actual)
	if total.Planned > 0 && report.Complete {
		text += " · " + difference(total.Over())
	}
	return &widgets.Text{Spans: spans, Flow: widgets.FlowEllipsis}, &widgets.Text{Text: text, Align: fyne.TextAlignTrailing}
}

// dayOf says when something was, the nearer the shorter.
func (p *Place) dayOf(t, now time.Time) string {
	if t.IsZero() {
		return ""
	}
	t = t.In(now.Location())
	clock := map[string]any{"Time": t.Format("15:04")}
	switch say.DaysTo(t, now) {
	case 0:
		return lang.L("today {{.Time}}", clock)
	case -1:
		return lang.L("yesterday {{.Time}}", clock)
	}
	return p.config.Day(t, now) + ", " + t.Format("15:04")
}

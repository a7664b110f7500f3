package draft

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk/score"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// criteriaView is the inside of a score: each criterion with its points and
// their range, where they come from, and what they rest on. It takes the place
// of the findings while a dial is open.
type criteriaView struct {
	place *Place
	list  *fyne.Container
	rows  []*criterionRow
}

// criterionRow is one criterion.
type criterionRow struct {
	object *widgets.CardButton
	name   *widgets.Text
	points *widgets.Text
	bar    *widgets.RangeBar
	why    *widgets.Text
	rule   *widgets.Text // how the points come about, and what that rests on
}

func newCriteriaView(p *Place) *criteriaView {
	return &criteriaView{place: p, list: widgets.Column(theme.SizeNameSpace2)}
}

func newCriterionRow() *criterionRow {
	r := &criterionRow{
		name: widgets.Strong(""), points: &widgets.Text{ColorName: theme.ColorNameSoftInk, Flow: widgets.FlowLine},
		bar: &widgets.RangeBar{}, why: widgets.Soft(""), rule: widgets.Caption(""),
	}
	r.rule.Flow = widgets.FlowWrap
	r.object = &widgets.CardButton{Content: widgets.Column(theme.SizeNameSpace1,
		container.New(&spread{}, r.name, r.points), r.bar, r.why, r.rule)}
	return r
}

// show lists the criteria of one score.
func (v *criteriaView) show(dimension score.Dimension, r score.Report, tone theme.Tone) {
	criteria := r.Scores[dimension].Criteria
	for len(v.rows) < len(criteria) {
		v.rows = append(v.rows, newCriterionRow())
	}
	v.rows = v.rows[:len(criteria)] // one that is not shown would miss a change of the theme
	objects := make([]fyne.CanvasObject, len(criteria))
	for i, c := range criteria {
		v.rows[i].show(v.place, c, tone)
		objects[i] = v.rows[i].object
	}
	v.list.Objects = objects
	v.list.Refresh()
}

// show brings a row to a criterion.
func (r *criterionRow) show(p *Place, c score.Criterion, tone theme.Tone) {
	words := p.cfg.Words
	r.name.SetText(words.Criterion(c.ID))
	r.points.SetText(pointsOf(c, p.cfg.Numbers()))
	r.bar.Low, r.bar.High, r.bar.Most, r.bar.Known, r.bar.Tone = int(c.Low), int(c.High), int(c.Most), c.Known, tone
	r.bar.Refresh()
	r.why.SetText(words.Why(c.Why))
	rule := words.Mark(c.Mark)
	if x, ok := words.Explain(c.ID); ok {
		rule = x.Formula + " · " + rule
	}
	r.rule.SetText(rule)
	r.object.OnTapped = nil
	if len(c.Read) > 0 {
		r.object.OnTapped = func() { p.GoTo(c.Read[0], 0) }
	}
	r.object.Refresh()
}

// pointsOf says what a criterion has of its most.
func pointsOf(c score.Criterion, numbers bool) string {
	switch {
	case !numbers:
		return ""
	case !c.Known:
		return lang.L("not known")
	case whole(c.Low) != whole(c.High):
		return lang.L("{{.Low}} to {{.High}} of {{.Most}}", map[string]any{"Low": whole(c.Low), "High": whole(c.High), "Most": whole(c.Most)})
	}
	return lang.L("{{.Points}} of {{.Most}}", map[string]any{"Points": whole(c.Middle()), "Most": whole(c.Most)})
}

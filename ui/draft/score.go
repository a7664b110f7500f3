package draft

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk/markdown"
	"talkgiver/talk/score"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
	"talkgiver/ui/work"
)

// scorePanel shows what the talk gives and takes as it stands: the beam, three
// dials, and what would help most. The figures follow every key; the findings
// wait until typing pauses, so that they never shout while one writes.
type scorePanel struct {
	place    *Place
	object   fyne.CanvasObject
	beam     *widgets.Beam
	dials    [3]*widgets.Dial
	back     *widgets.Button // from the criteria to the findings
	heading  *widgets.Text
	count    *widgets.Text
	list     *fyne.Container
	rows     []*widgets.FindingRow
	asks     *fyne.Container // what only the speaker can answer
	more     *widgets.Button
	all      bool // show every finding, the silenced ones too
	advice   *widgets.Text
	scroll   *container.Scroll
	findings []score.Finding
	report   score.Report
	criteria *criteriaView
	open     *score.Dimension   // whose criteria are shown in place of the findings
	of       *markdown.Document // that the findings are about; nil before the first report
	settle   *work.Settle
}

const (
	fewFindings = 6
	settleWait  = 700 * time.Millisecond // longer than the pause between two keys
)

func newScorePanel(p *Place) *scorePanel {
	s := &scorePanel{place: p, beam: &widgets.Beam{}}
	for i, d := range []struct {
		label string
		tone  theme.Tone
	}{{lang.L("value / min"), theme.Give}, {lang.L("effort"), theme.Message}, {lang.L("clarity"), theme.Clarity}} {
		s.dials[i] = &widgets.Dial{Label: d.label, Tone: d.tone, OnTapped: func() { s.toggle(dimensions()[i]) }}
	}
	s.back = &widgets.Button{Text: lang.L("‹ What would help most"), OnTapped: func() { s.close() }}
	s.back.Hide()
	s.heading = widgets.Strong(lang.L("What would help most"))
	s.count = &widgets.Text{ColorName: theme.ColorNameSoftInk, Flow: widgets.FlowLine}
	s.list = widgets.Column(theme.SizeNameSpace2)
	s.asks = widgets.Column(theme.SizeNameSpace2)
	s.more = &widgets.Button{OnTapped: s.toggleAll}
	s.more.Hide()
	s.advice = widgets.Soft("")
	s.criteria = newCriteriaView(p)
	s.criteria.list.Hide()
	dials := container.NewGridWithColumns(3, s.dials[0], s.dials[1], s.dials[2])
	column := widgets.Column(theme.SizeNameSpace4, s.beam, dials, s.back, container.New(&spread{}, s.heading, s.count), s.criteria.list, s.list, s.more, s.advice, s.asks)
	s.scroll = container.NewVScroll(container.New(&panelMargin{}, column))
	s.object = panel(s.scroll)
	s.settle = p.cfg.Settle(settleWait, 0, s.showFindings)
	return s
}

// clear forgets the score of the talk before, and shows nothing of it.
func (s *scorePanel) clear() {
	s.all, s.open = false, nil
	s.findings, s.report, s.of = nil, score.Report{}, nil
	s.settle.Stop()
	s.showFindings()
	s.scroll.ScrollToTop()
}

// show brings figures to the report at once, and the findings soon.
func (s *scorePanel) show(d *markdown.Document, r score.Report) {
	s.showBeam(r)
	for i, dimension := range dimensions() {
		sc := r.Scores[dimension]
		dial := s.dials[i]
		before := [...]any{dial.Known, dial.Value, dial.Low, dial.High}
		dial.Known = r.Rated
		dial.Value, dial.Low, dial.High = whole(sc.Middle()), whole(sc.Low), whole(sc.High)
		setVisible(dial, s.place.cfg.Numbers())
		if before != [...]any{dial.Known, dial.Value, dial.Low, dial.High} {
			dial.Refresh()
		}
	}
	first := s.of == nil
	s.findings, s.report, s.of = r.Findings, r, d
	if first {
		s.showFindings()
	} else {
		s.settle.Touch()
	}
}

// wait puts the findings off once more: a key has been pressed.
func (s *scorePanel) wait() {
	if s.settle.Pending() {
		s.settle.Touch()
	}
}

// dimensions are the three scores in the order of the dials.
func dimensions() [3]score.Dimension {
	return [...]score.Dimension{score.Value, score.Effort, score.Clarity}
}

// toggleAll shows every finding, or the few that help most.
func (s *scorePanel) toggleAll() {
	s.all = !s.all
	s.showFindings()
}

// toggle shows the criteria of a score in place of the findings, or the
// findings again.
func (s *scorePanel) toggle(d score.Dimension) {
	if s.open != nil && *s.open == d {
		s.open = nil
	} else {
		s.open = &d
	}
	s.showFindings()
	s.scroll.ScrollToTop()
}

// close shows the findings again, and reports whether a score was open.
func (s *scorePanel) close() bool {
	if s.open == nil {
		return false
	}
	s.toggle(*s.open)
	return true
}

// markOpen shows which score is open, and the way back from it.
func (s *scorePanel) markOpen() {
	for i, dimension := range dimensions() {
		dial := s.dials[i]
		if open := s.open != nil && *s.open == dimension; dial.Selected != open {
			dial.Selected = open
			dial.Refresh()
		}
	}
	setVisible(s.back, s.open != nil)
}

// showCriteria shows the inside of the score that is open.
func (s *scorePanel) showCriteria() {
	dial := s.dials[*s.open]
	s.heading.SetText(lang.L("Where it comes from: {{.Score}}", map[string]any{"Score": s.place.cfg.Words.Score(*s.open)}))
	s.count.SetText("")
	s.criteria.show(*s.open, s.report, dial.Tone)
	s.criteria.list.Show()
	s.list.Hide()
	s.asks.Hide()
	s.advice.Hide()
	s.more.Hide()
	s.scroll.Content.Refresh()
	s.scroll.Refresh()
}

// whole rounds points for the eye.
func whole(p score.Points) int {
	if p < 0 {
		return -whole(-p)
	}
	return int((p + score.Point/2) / score.Point)
}

func (s *scorePanel) showBeam(r score.Report) {
	b := s.beam
	before := [...]any{b.Balance, b.Known, b.Give, b.Take, b.Figure, b.Range}
	b.Known = r.Rated
	b.Balance = whole(r.Balance.Points)
	if r.Rated && !s.place.cfg.Numbers() {
		b.Give, b.Take = lang.L("you give"), lang.L("you take")
		b.Figure, b.Range = "", ""
	} else if r.Rated {
		b.Give = lang.L("you give {{.N}}", map[string]any{"N": whole(r.Give.Middle())})
		b.Take = lang.L("you take {{.N}}", map[string]any{"N": whole(r.Take.Middle())})
		b.Figure = signed(b.Balance)
		b.Range = ""
		if low, high := whole(r.Balance.Range.Low), whole(r.Balance.Range.High); low != high {
			b.Range = lang.L("between {{.Low}} and {{.High}}", map[string]any{"Low": minus(low), "High": minus(high)})
		}
	} else {
		b.Give, b.Take = lang.L("you give"), lang.L("you take")
		b.Figure = "?"
		b.Range = lang.L("a slot and three items, and it can be weighed")
	}
	if before != [...]any{b.Balance, b.Known, b.Give, b.Take, b.Figure, b.Range} {
		b.Refresh()
	}
}

// signed writes a figure with its sign.
func signed(n int) string {
	if n > 0 {
		return fmt.Sprintf("+%d", n)
	}
	return minus(n)
}

// minus writes a figure with a minus sign as wide as a plus.
func minus(n int) string {
	if n < 0 {
		return fmt.Sprintf("−%d", -n)
	}
	return itoa(n)
}

// panelMargin leaves room around the score.
type panelMargin struct{}

// MinSize implements fyne.Layout.
func (panelMargin) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().AddWidthHeight(32, 32)
}

// Layout implements fyne.Layout.
func (panelMargin) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(max(0, size.Width-32), max(size.Height-32, o[0].MinSize().Height)))
	o[0].Move(fyne.NewPos(16, 16))
}

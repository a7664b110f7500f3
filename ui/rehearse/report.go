package rehearse

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	engine "talkgiver/talk/rehearse"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// reportScreen is a run against its plan, beside another run if one is chosen,
// with what all of them teach.
type reportScreen struct {
	place   *Place
	content *fyne.Container
	page    *page
	index   int    // the run that is shown
	other   string // the ID of the one that it is compared with, or empty

	head, about *widgets.Text
	compare     *widgets.Chip
	bars        *widgets.CompareBars
	legend      *widgets.Text
	course      *widgets.DriftLine
	where       *widgets.Text
	marks       *widgets.Text
	figures     *figureTable
	fit         *fitCard
	next        *fyne.Container
	runs        *runList
}

func newReportScreen(p *Place) *reportScreen {
	s := &reportScreen{
		place:   p,
		head:    &widgets.Text{SizeName: theme.SizeNameLead, Flow: widgets.FlowEllipsis},
		compare: &widgets.Chip{Tone: theme.Clarity},
		about:   widgets.Soft(""),
		bars:    &widgets.CompareBars{},
		legend:  &widgets.Text{ColorName: theme.ColorNameSoftInk, SizeName: theme.SizeNameCaption, Flow: widgets.FlowWrap},
		course:  &widgets.DriftLine{Above: lang.L("behind"), Below: lang.L("ahead")},
		where:   &widgets.Text{Flow: widgets.FlowWrap},
		marks:   widgets.Soft(""),
		figures: newFigureTable(p.drillTitled),
		fit:     newFitCard(p),
		next:    widgets.Column(theme.SizeNameSpace2),
	}
	s.compare.OnTapped = s.toggleCompare
	s.runs = newRunList(p, lang.L("All runs"), s.choose)
	head := container.New(spread{}, s.head, s.compare)
	s.page = newPage(
		[]fyne.CanvasObject{
			&widgets.Card{Content: widgets.Column(theme.SizeNameSpace3, head, s.about, s.bars, s.legend)},
			&widgets.Card{Content: widgets.Column(theme.SizeNameSpace3, widgets.Heading(lang.L("Where you were, against the plan")), s.course, s.where, s.marks)},
			&widgets.Card{Content: widgets.Column(theme.SizeNameSpace3, widgets.Heading(lang.L("In figures")), s.figures.rows)},
		},
		[]fyne.CanvasObject{
			s.fit.card,
			&widgets.Card{Content: widgets.Column(theme.SizeNameSpace3, widgets.Heading(lang.L("Next")), s.next)},
			s.runs.card,
		},
	)
	s.runs.grown = func() { s.page.refresh() }
	s.content = s.page.content
	return s
}

// choose shows another run, or compares with it.
func (s *reportScreen) choose(index int) {
	switch {
	case index < 0 || index >= len(s.place.runs) || index == s.index:
	case s.other != "":
		s.other = s.place.runs[index].ID
		s.refresh()
	default:
		s.open(index)
	}
	s.place.Focus()
}

// toggleCompare sets the run beside the one before it, or stands it alone again.
// Any other one can be chosen in the list then.
func (s *reportScreen) toggleCompare() {
	if s.other != "" {
		s.other = ""
	} else if i := s.earlier(); i >= 0 {
		s.other = s.place.runs[i].ID
	}
	s.refresh()
	s.place.Focus()
}

// earlier is the run that this one is compared with first: the one before it, or
// the next one for the first; -1 where it is the only one.
func (s *reportScreen) earlier() int {
	switch {
	case s.index > 0:
		return s.index - 1
	case len(s.place.runs) > 1:
		return 1
	}
	return -1
}

// compared is the index of the run that this one is compared with, or -1.
func (s *reportScreen) compared() int {
	for i := range s.place.runs {
		if s.other != "" && i != s.index && s.place.runs[i].ID == s.other {
			return i
		}
	}
	return -1
}

// open shows the report of a run, alone.
func (s *reportScreen) open(index int) {
	s.index, s.other = index, ""
	s.page.scroll.Offset = fyne.Position{}
	s.refresh()
}

// refresh shows the run as it is known now.
func (s *reportScreen) refresh() {
	p := s.place
	run := &p.runs[s.index]
	report := engine.NewReport(*run).Rounded()
	s.about.Text = p.aboutRun(run, &report)
	plan, _ := engine.NewPlan(p.talk, p.config.Pace)
	if other := s.compared(); other >= 0 {
		s.showBeside(plan, other)
	} else {
		s.other = "" // it may be gone
		s.bars.Rows = compareRows(run, &report)
		s.legend.Text = lang.L("Grey is the plan, colour is what it took. Behind the bars: taken of planned, and the difference.")
		for _, words := range []string{planWords(run, &report), sinceWords(run, &plan)} {
			if words != "" {
				s.legend.Text += " " + words
			}
		}
		s.figures.show(reportFigures(run, &report, p.hasSection))
	}
	s.showHead(run, &report)
	s.showCourse(run, &report)
	s.where.Text = p.driftSentence(run, &report)
	s.marks.Text = markLines(run)
	setVisible(s.marks, s.marks.Text != "")
	s.fit.refresh(plan)
	s.showNext(run, &report)
	s.runs.refresh(s.index, s.compared())
	s.page.refresh(s.head, s.compare, s.about, s.bars, s.legend, s.course, s.where, s.marks)
}

// showHead says which run it is, how long it took, and with which one it can be
// compared.
func (s *reportScreen) showHead(run *talk.Run, report *engine.Report) {
	s.head.Spans = []widgets.Span{
		{Text: lang.L("{{.Run}}: {{.Time}}", map[string]any{"Run": s.place.runName(s.index), "Time": talk.Clock(report.Total.Actual)}), SizeName: theme.SizeNameLead, Style: fyne.TextStyle{Bold: true}},
	}
	if report.Total.Planned > 0 {
		planned := "   " + lang.L("planned {{.Time}}", map[string]any{"Time": talk.Clock(report.Total.Planned)})
		if report.Complete {
			planned += " · " + difference(report.Total.Over())
		}
		s.head.Spans = append(s.head.Spans, widgets.Span{Text: planned, ColorName: theme.ColorNameSoftInk, SizeName: theme.SizeNameBody})
	}
	i := s.earlier()
	setVisible(s.compare, i >= 0)
	switch {
	case s.compared() >= 0:
		s.compare.Text = lang.L("this run alone")
	case i >= 0:
		s.compare.Text = lang.L("compare with {{.Run}}", map[string]any{"Run": s.place.runName(i)})
	}
}

// showBeside shows the run beside another one and the plan as it is now.
func (s *reportScreen) showBeside(plan talk.RunPlan, other int) {
	p := s.place
	c := engine.Compare(plan, p.runs[other], p.runs[s.index]).Rounded()
	words := map[string]any{"Other": p.runName(other), "This": p.runName(s.index)}
	s.bars.Rows = besideRows(&c)
	s.legend.Text = lang.L("Grey is {{.Other}}, colour is {{.This}}. Tap any other run to compare with it.", words)
	s.figures.show(besideFigures(&c, words))
}

// courseLeast is how far the picture of a run goes up and down at least.
const courseLeast = 30 * time.Second

// showCourse draws how the run went against its plan.
func (s *reportScreen) showCourse(run *talk.Run, report *engine.Report) {
	course := engine.CourseOf(*run)
	d := s.course
	d.Points, d.Marks, d.Least = nil, nil, float32(courseLeast.Seconds())
	setVisible(d, len(course.Points) > 1)
	if !d.Visible() {
		return
	}
	whole := float32(course.Points[len(course.Points)-1].At.Seconds())
	for _, point := range course.Points {
		d.Points = append(d.Points, widgets.DriftPoint{At: float32(point.At.Seconds()) / whole, Off: float32(point.Off.Seconds())})
	}
	for i, at := range course.News {
		d.Marks = append(d.Marks, widgets.DriftMark{At: float32(at.Seconds()) / whole, Text: newsWords(run, &report.News[i]), Tone: theme.Message})
	}
	for i, at := range course.Marks {
		kind, tone := markName(run.Marks[i].Kind)
		text := kind
		if name := nameAt(run, run.Marks[i].Slide); name != "" {
			text += ": " + name
		}
		d.Marks = append(d.Marks, widgets.DriftMark{At: float32(at.Seconds()) / whole, Text: text, Tone: tone})
	}
	reach := time.Duration(float64(d.Reach()) * float64(time.Second))
	d.Top, d.Bottom = talk.Clock(reach), talk.Clock(reach)
}

// showNext offers what can be done with the run.
func (s *reportScreen) showNext(run *talk.Run, report *engine.Report) {
	p := s.place
	s.next.Objects = nil
	button := func(text, key string, tone theme.Tone, do func()) {
		s.next.Add(&widgets.Button{Text: text, Key: key, Tone: tone, Leading: true, OnTapped: do})
	}
	if run.Kind == talk.RunGiven && p.config.OnDebrief != nil {
		button(lang.L("Debrief…"), "", theme.Message, func() { p.config.OnDebrief(run.ID) })
	}
	if edits := engine.Retimes(p.talk, *run); len(edits) > 0 && p.config.Do != nil {
		switch engine.FaultAsPlan(run) {
		case engine.NoFault:
			button(lang.L("Take these times as the plan"), "", theme.Give, func() { s.takeTimes(run.ID) })
		case engine.LeftOut:
			s.next.Add(widgets.Soft(lang.L("No plan can be made of these times: not every section was said to its end.")))
		case engine.TooQuick:
			s.next.Add(widgets.Soft(lang.L("No plan can be made of these times: the run took less than half of what was planned.")))
		}
	}
	if title, ok := worst(report); ok && p.hasSection(title) {
		button(lang.L("Drill “{{.Section}}”", map[string]any{"Section": titled(title)}), "", theme.Neutral, func() { p.drillTitled(title) })
	}
	button(lang.L("Rehearse again or give it…"), "Esc", theme.Neutral, p.again)
	button(lang.L("Back to the draft"), "", theme.Neutral, func() { p.config.OnDraft() })
	if p.config.Export != nil {
		csv := &widgets.Button{Text: lang.L("Save as CSV…"), Leading: true, OnTapped: func() { s.export(csvFile) }}
		json := &widgets.Button{Text: lang.L("Save as JSON…"), Leading: true, OnTapped: func() { s.export(jsonFile) }}
		s.next.Add(container.NewGridWithColumns(2, csv, json))
	}
	if p.config.Ask != nil {
		button(lang.L("Delete this run…"), "", theme.Neutral, func() { s.askDelete(run.ID) })
	}
}

// setVisible shows an object or hides it.
func setVisible(o fyne.CanvasObject, visible bool) {
	if visible {
		o.Show()
	} else {
		o.Hide()
	}
}

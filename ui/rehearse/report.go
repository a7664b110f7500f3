package rehearse

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	engine "talkgiver/talk/rehearse"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// reportScreen is a run against its plan, beside the other runs.
type reportScreen struct {
	place   *Place
	content *fyne.Container
	page    *page
	index   int // the run that is shown

	head, about *widgets.Text
	bars        *widgets.CompareBars
	legend      *widgets.Text
	where       *widgets.Text
	marks       *widgets.Text
	runs        *runList
}

func newReportScreen(p *Place) *reportScreen {
	s := &reportScreen{
		place:  p,
		head:   &widgets.Text{SizeName: theme.SizeNameLead, Flow: widgets.FlowEllipsis},
		about:  widgets.Soft(""),
		bars:   &widgets.CompareBars{},
		legend: widgets.Caption(lang.L("Grey is the plan, colour is what it took. Behind the bars: taken of planned, and the difference.")),
		where:  &widgets.Text{Flow: widgets.FlowWrap},
		marks:  widgets.Soft(""),
	}
	s.legend.Flow = widgets.FlowWrap
	s.runs = newRunList(p, lang.L("All runs"), s.choose)
	button := func(text, key string, tone theme.Tone, run func()) fyne.CanvasObject {
		return &widgets.Button{Text: text, Key: key, Tone: tone, OnTapped: run}
	}
	s.page = newPage(
		[]fyne.CanvasObject{
			&widgets.Card{Content: widgets.Column(theme.SizeNameSpace3, s.head, s.about, s.bars, s.legend)},
			&widgets.Card{Content: widgets.Column(theme.SizeNameSpace3, widgets.Heading(lang.L("Where you were, against the plan")), s.where, s.marks)},
		},
		[]fyne.CanvasObject{
			&widgets.Card{Content: widgets.Column(theme.SizeNameSpace2, widgets.Heading(lang.L("Next")),
				button(lang.L("Rehearse again"), "F5", theme.Give, p.again),
				button(lang.L("Back to the draft"), "", theme.Neutral, func() { p.config.OnDraft() }),
			)},
			s.runs.card,
		},
	)
	s.content = s.page.content
	return s
}

// choose shows another run.
func (s *reportScreen) choose(index int) {
	if index != s.index && index >= 0 && index < len(s.place.runs) {
		s.open(index)
		s.place.Focus()
	}
}

// open shows the report of a run.
func (s *reportScreen) open(index int) {
	s.index = index
	run := &s.place.runs[index]
	report := engine.NewReport(*run)
	s.head.Spans = []widgets.Span{
		{Text: lang.L("Run {{.Number}}: {{.Time}}", map[string]any{"Number": index + 1, "Time": talk.Clock(report.Total.Actual)}), SizeName: theme.SizeNameLead, Style: fyne.TextStyle{Bold: true}},
	}
	if report.Total.Planned > 0 {
		s.head.Spans = append(s.head.Spans, widgets.Span{
			Text: "   " + lang.L("planned {{.Time}}", map[string]any{"Time": talk.Clock(report.Total.Planned)}), ColorName: theme.ColorNameSoftInk,
		})
		if run.Complete() {
			s.head.Spans[1].Text += " · " + difference(report.Total.Over())
		}
	}
	s.about.Text = aboutRun(s.place.talk, run, &report)
	s.bars.Rows = compareRows(&report)
	s.where.Text = driftSentence(run, &report)
	s.marks.Text = markLines(run)
	if s.marks.Text == "" {
		s.marks.Hide()
	} else {
		s.marks.Show()
	}
	s.runs.refresh(index)
	s.page.scroll.Offset = fyne.Position{}
	s.page.refresh(s.head, s.about, s.bars, s.where, s.marks)
}

// aboutRun says what else was measured: when, questions and pauses apart, and
// the pace.
func aboutRun(t *talk.Talk, run *talk.Run, r *engine.Report) string {
	var parts []string
	if !run.Started.IsZero() {
		parts = append(parts, run.Started.Format("2006-01-02 15:04"))
	}
	if run.Ended.IsZero() {
		parts = append(parts, lang.L("cut off"))
	}
	apart := func(d time.Duration, say func(words map[string]any) string) {
		if d >= time.Second {
			parts = append(parts, say(map[string]any{"Time": talk.Clock(d)}))
		}
	}
	apart(r.Questions.Actual, func(w map[string]any) string { return lang.L("questions {{.Time}} apart", w) })
	apart(r.Paused, func(w map[string]any) string { return lang.L("paused {{.Time}}", w) })
	apart(r.Suspended, func(w map[string]any) string { return lang.L("asleep {{.Time}}", w) })
	if pace := paceOf(t, run); pace > 0 {
		parts = append(parts, lang.L("{{.Count}} words a minute", map[string]any{"Count": pace}))
	}
	return strings.Join(parts, " · ")
}

// paceOf is how many of the talk's words were said a minute. It is 0 where that
// is not known: when the run was no whole rehearsal, or the talk has changed its
// plan since.
func paceOf(t *talk.Talk, run *talk.Run) int {
	plan, _ := engine.NewPlan(t, 0)
	if !run.Rehearsed() || run.Total() == 0 || len(plan.Slides) != len(run.Plan.Slides) {
		return 0
	}
	for i := range plan.Slides {
		if plan.Slides[i].Title != run.Plan.Slides[i].Title {
			return 0
		}
	}
	words := time.Duration(t.Words())
	return int((words*time.Minute + run.Total()/2) / run.Total())
}

// slack is what a run or a section may differ from its plan without a word: a
// breath or two, which nobody can plan.
const slack = 10 * time.Second

// A section is over when it took more than a tenth longer than planned, and
// that is more than slack: less is nothing to work on.
func tooLong(row engine.Row) bool {
	return row.Planned > 0 && row.Over() > max(slack, row.Planned/10)
}

func compareRows(r *engine.Report) []widgets.CompareRow {
	var rows []widgets.CompareRow
	for _, section := range r.Sections {
		if section.Planned == 0 && section.Actual == 0 {
			continue
		}
		row := widgets.CompareRow{
			Title: section.Title, Tone: theme.Give,
			Planned: int(section.Planned / time.Second), Actual: int(section.Actual / time.Second),
			Note: talk.Clock(section.Actual),
		}
		if row.Title == "" {
			row.Title = lang.L("Opening")
		}
		if section.Planned > 0 {
			row.Note = lang.L("{{.Actual}} of {{.Planned}}", map[string]any{"Actual": row.Note, "Planned": talk.Clock(section.Planned)}) + " · " + difference(section.Over())
		}
		if tooLong(section) {
			row.Tone = theme.Take
		}
		rows = append(rows, row)
	}
	return rows
}

// driftSentence says how the run ended against its plan, and where most of that
// came from.
func driftSentence(run *talk.Run, r *engine.Report) string {
	if r.Drift.Kind == engine.Unplanned {
		return lang.L("This talk has no times to be measured against.")
	}
	sentences := []string{endSentence(run, r)}
	longest, shortest := -1, -1
	for i, section := range r.Sections {
		if tooLong(section) && (longest < 0 || section.Over() > r.Sections[longest].Over()) {
			longest = i
		}
		if section.Actual > 0 && section.Over() < -slack && (shortest < 0 || section.Over() < r.Sections[shortest].Over()) {
			shortest = i
		}
	}
	if longest >= 0 {
		sentences = append(sentences, lang.L("Most of the time went in “{{.Section}}”: {{.Time}} more than planned.",
			map[string]any{"Section": r.Sections[longest].Title, "Time": talk.Clock(r.Sections[longest].Over())}))
	}
	if shortest >= 0 {
		sentences = append(sentences, lang.L("You made up {{.Time}} in “{{.Section}}”.",
			map[string]any{"Section": r.Sections[shortest].Title, "Time": talk.Clock(-r.Sections[shortest].Over())}))
	}
	return strings.Join(sentences, " ")
}

// endSentence says how the run ended. A run through all slides is as much over
// as it took longer than planned. For one that stopped before counts how far it
// was from the plan there.
func endSentence(run *talk.Run, r *engine.Report) string {
	if !run.Complete() {
		words := map[string]any{"Section": titleAt(run, run.Slide), "Time": talk.Clock(r.Drift.By)}
		switch r.Drift.Within(slack).Kind {
		case engine.Behind:
			return lang.L("The run ended in “{{.Section}}”, {{.Time}} behind the plan.", words)
		case engine.Ahead:
			return lang.L("The run ended in “{{.Section}}”, {{.Time}} ahead of the plan.", words)
		}
		return lang.L("The run ended in “{{.Section}}”, on time until there.", words)
	}
	over := r.Total.Over()
	words := map[string]any{"Time": talk.Clock(over.Abs())}
	switch {
	case over > slack:
		return lang.L("You needed {{.Time}} more than planned.", words)
	case over < -slack:
		return lang.L("You needed {{.Time}} less than planned.", words)
	}
	return lang.L("You ended on time.")
}

// titleAt names a slide of a run, by its section where it has no title.
func titleAt(run *talk.Run, slide int) string {
	if slide < 0 || slide >= len(run.Plan.Slides) {
		return ""
	}
	s := run.Plan.Slides[slide]
	if s.Title == "" && s.Section >= 0 && s.Section < len(run.Plan.Sections) {
		return run.Plan.Sections[s.Section]
	}
	return s.Title
}

// markLines names the moments that were marked, a line each.
func markLines(run *talk.Run) string {
	var lines []string
	for _, mark := range run.Marks {
		lines = append(lines, lang.L("Marked at {{.Time}}: {{.Slide}}", map[string]any{"Time": talk.Clock(mark.At), "Slide": titleAt(run, mark.Slide)}))
	}
	return strings.Join(lines, "\n")
}

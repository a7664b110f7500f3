package draft

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
	"talkgiver/talk/score"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// showFindings lists what would help, the most first, and behind that what the
// speaker has silenced.
func (s *scorePanel) showFindings() {
	s.markOpen()
	if s.open != nil {
		s.showCriteria()
		return
	}
	s.criteria.list.Hide()
	s.list.Show()
	s.heading.SetText(lang.L("What would help most"))
	var open, silenced []score.Finding
	for _, f := range s.findings {
		if f.Silenced {
			silenced = append(silenced, f)
		} else {
			open = append(open, f)
		}
	}
	count := itoa(len(open))
	switch {
	case s.of == nil:
		count = "" // nothing is known yet
	case len(silenced) > 0:
		count = lang.L("{{.Open}} · {{.Silenced}} silenced", map[string]any{"Open": len(open), "Silenced": len(silenced)})
	}
	s.count.SetText(count)
	shown := append(open, silenced...)
	hidden := 0
	if !s.all {
		few := min(len(open), fewFindings)
		hidden = len(shown) - few
		shown = shown[:few]
	}
	for len(s.rows) < len(shown) {
		s.rows = append(s.rows, &widgets.FindingRow{})
	}
	s.rows = s.rows[:len(shown)] // one that is not shown would miss a change of the theme
	objects := s.problems()
	for i, f := range shown {
		s.fill(s.rows[i], f)
		objects = append(objects, s.rows[i])
	}
	s.list.Objects = objects
	s.showQuestions()
	s.showMore(hidden, len(shown))
	if len(open) == 0 && s.of != nil {
		s.advice.SetText(lang.L("Nothing to mend that a text can tell. Now rehearse it."))
	}
	setVisible(s.advice, len(open) == 0 && s.of != nil)
	s.list.Refresh()
	s.scroll.Content.Refresh()
	s.scroll.Refresh()
}

// problems returns a row for each place of the file that cannot be read as it
// was meant: nothing that follows counts there.
func (s *scorePanel) problems() []fyne.CanvasObject {
	if s.of == nil {
		return nil
	}
	var objects []fyne.CanvasObject
	of := s.of
	for _, p := range of.Talk().Problems {
		line := lang.L("In line {{.Line}} of the file.", map[string]any{"Line": of.Talk().Position(p.Span.Start).Line})
		objects = append(objects, &widgets.FindingRow{
			Title: s.place.cfg.Words.Problem(p), Text: line, Tone: theme.Message,
			OnTapped: func() { s.place.GoTo(s.place.carry(of, p.Span), 0) },
		})
	}
	return objects
}

// showQuestions asks what would narrow the range most.
func (s *scorePanel) showQuestions() {
	questions := s.report.Questions
	setVisible(s.asks, len(questions) > 0 && s.report.Rated)
	if len(questions) == 0 {
		return
	}
	objects := []fyne.CanvasObject{widgets.Strong(lang.L("Only you can answer this"))}
	of := s.of
	for _, q := range questions {
		ask, how := s.place.cfg.Words.Question(q)
		objects = append(objects, &widgets.FindingRow{Title: ask, Text: how, Tone: theme.Clarity, Quiet: true,
			OnTapped: func() { s.place.GoTo(s.place.carry(of, q.Span), q.Section) }})
	}
	s.asks.Objects = objects
	s.asks.Refresh()
}

func (s *scorePanel) showMore(hidden, shown int) {
	setVisible(s.more, hidden > 0 || s.all && shown > fewFindings)
	if hidden > 0 {
		s.more.Text = lang.N("{{.Count}} more", hidden, map[string]any{"Count": hidden})
	} else {
		s.more.Text = lang.L("Show fewer")
	}
	s.more.Refresh()
}

// fill brings a row to a finding.
func (s *scorePanel) fill(row *widgets.FindingRow, f score.Finding) {
	advice := s.place.cfg.Words.Finding(f)
	next := widgets.FindingRow{Title: advice.Title, Text: strings.TrimSpace(advice.Why + " " + advice.Fix), Tone: theme.Give}
	if p := whole(f.Points); p > 0 && s.place.cfg.Numbers() {
		next.Points = signed(p)
	}
	switch {
	case f.Points >= 5*score.Point:
		next.Tone = theme.Take
	case f.Points >= 2*score.Point:
		next.Tone = theme.Message
	}
	if f.Silenced {
		next.Points, next.Quiet = "", true
		next.Text = lang.L("Silenced: {{.Reason}}", map[string]any{"Reason": f.Reason})
	}
	of := s.of
	row.OnTapped = func() { s.place.GoTo(s.place.carry(of, f.Span), f.Section) }
	row.OnMenu = func(at fyne.Position) { s.place.findingMenu(of, f, at) }
	if row.Points == next.Points && row.Title == next.Title && row.Text == next.Text && row.Tone == next.Tone && row.Quiet == next.Quiet {
		return
	}
	row.Points, row.Title, row.Text, row.Tone, row.Quiet = next.Points, next.Title, next.Text, next.Tone, next.Quiet
	row.Refresh()
}

// findingMenu offers what can be done with a finding: go there, silence it with
// a reason, or hear it again.
func (p *Place) findingMenu(of *markdown.Document, f score.Finding, at fyne.Position) {
	line := func() int {
		if f.Section == 0 || f.Span.Empty() {
			return 1 // the front matter speaks for the talk as a whole
		}
		return p.document.Talk().Position(p.carry(of, f.Span).Start).Line
	}
	silence := fyne.NewMenuItem(lang.L("Silence, with a reason…"), func() {
		p.cfg.AskReason(func(reason string) {
			p.do(markdown.Silence{Rule: f.Rule, Reason: reason, Line: line()}, "")
		})
	})
	if f.Silenced {
		silence = fyne.NewMenuItem(lang.L("Hear it again"), func() {
			p.do(markdown.Unsilence{Rule: f.Rule, Line: line()}, "")
		})
	}
	p.cfg.ShowMenu(fyne.NewMenu("",
		fyne.NewMenuItem(lang.L("Go there"), func() { p.GoTo(p.carry(of, f.Span), f.Section) }), silence), at)
}

// carry finds a place of an earlier document in the one that is shown: findings
// wait until typing pauses, and the text has moved on by then.
func (p *Place) carry(from *markdown.Document, span talk.Span) talk.Span {
	old, now := from.Bytes(), p.document.Bytes()
	if from == p.document || span.Empty() {
		return span
	}
	front, back := common(old, now)
	move := func(at int) int {
		switch {
		case at <= front:
			return at
		case at >= len(old)-back:
			return at + len(now) - len(old)
		}
		return front
	}
	start := min(move(span.Start), max(0, len(now)-1))
	return talk.Span{Start: start, End: max(start+1, move(span.End))}
}

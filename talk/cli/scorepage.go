package cli

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"talkgiver/talk/score"
)

// mostFindings is how many findings a page explains; the others have one line.
// Nobody mends more in one sitting.
const mostFindings = 7

// page sets the score as a page for people.
func (s *scored) page(look look) []byte {
	p := &page{look: look}
	p.styled(bold).para(0, s.title())
	p.para(0, s.occasion())
	s.problems(p)
	p.WriteByte('\n')
	if s.report.Rated {
		s.balance(p)
	} else {
		p.para(2, s.unrated())
	}
	s.questions(p)
	s.findings(p)
	s.criteriaPage(p)
	return p.Bytes()
}

func (s *scored) title() string {
	if title := s.talk.Title(); title != "" {
		return title
	}
	return s.file
}

// occasion is where and when the talk is given, and how long it is.
func (s *scored) occasion() string {
	d := &s.talk.Deal
	var parts []string
	if d.Event.Given() {
		parts = append(parts, d.Event.Text)
	}
	if d.Date.Given() {
		parts = append(parts, s.speaker.Day(d.Date.Day))
	}
	if !d.Slot.Given() {
		return strings.Join(append(parts, s.speaker.Page("planned", score.Args{Time: s.report.Planned})), " · ")
	}
	planned := s.speaker.Page("of-slot", score.Args{Time: s.report.Planned, Than: d.Slot.Duration})
	if d.Questions.Given() {
		planned += ", " + s.speaker.Page("questions", score.Args{Time: d.Questions.Duration})
	}
	if over := s.report.Planned - d.Speaking(); over >= time.Second {
		planned += ", " + s.speaker.Page("over", score.Args{Time: over})
	}
	return strings.Join(append(parts, planned), " · ")
}

// unrated says what is missing for a score.
func (s *scored) unrated() string {
	switch {
	case !s.talk.Deal.Slot.Given():
		return s.speaker.Page("no-slot", score.Args{})
	case s.report.Planned == 0:
		return s.speaker.Page("empty", score.Args{})
	}
	return s.speaker.Page("few-items", score.Args{N: score.MinItems})
}

// balance draws the beam and the three scores.
func (s *scored) balance(p *page) {
	r := &s.report
	give := s.speaker.Page("give", score.Args{N: round(r.Give.Middle())})
	take := s.speaker.Page("take", score.Args{N: round(r.Take.Middle())})
	p.beam(give, take, int(r.Give.Middle()), int(r.Take.Middle()))
	line := s.speaker.Page("balance", score.Args{Text: fmt.Sprintf("%+d", round(r.Balance.Points))})
	if text := s.between(r.Balance.Range); text != "" {
		line += ", " + text
		if n := len(r.Questions); n > 0 {
			line += ": " + s.speaker.Page("ask", score.Args{N: n})
		}
	}
	p.WriteByte('\n')
	p.styled(bold).para(2, line)
	p.WriteByte('\n')
	for d := range r.Scores {
		sc := &r.Scores[d]
		p.score(s.speaker.Score(score.Dimension(d)), sc.Range, s.between(sc.Range))
	}
	p.WriteByte('\n')
	value := score.Args{Text: s.tenths(r.PerMinute), Time: r.FirstValue}
	if r.FirstValue >= 0 {
		p.para(2, s.speaker.Page("minute-at", value))
	} else {
		p.para(2, s.speaker.Page("minute", value))
	}
}

// between says a range, where it is wider than a point.
func (s *scored) between(r score.Range) string {
	low, high := round(r.Low), round(r.High)
	if high-low <= 1 {
		return ""
	}
	return s.speaker.Page("between", score.Args{N: low, Of: high})
}

// questions asks what only the speaker can say.
func (s *scored) questions(p *page) {
	if len(s.report.Questions) == 0 {
		return
	}
	p.heading(s.speaker.Page("asks", score.Args{}))
	for _, q := range s.report.Questions {
		ask, how := s.speaker.Question(q)
		p.hanging(2, fmt.Sprintf("%5s  ", s.speaker.Page("narrows", score.Args{Text: s.tenths(q.Narrows / 2)})), ask+" "+how)
	}
}

// findings lists what would help most, then the rest in short, rule by rule.
func (s *scored) findings(p *page) {
	var open []score.Finding
	for _, f := range s.report.Findings {
		if !f.Silenced {
			open = append(open, f)
		}
	}
	if len(open) == 0 {
		p.heading(s.speaker.Page("clear", score.Args{}))
		p.para(2, s.speaker.Page("practice", score.Args{}))
	} else {
		p.heading(s.speaker.Page("help", score.Args{}))
	}
	for i, f := range open[:min(mostFindings, len(open))] {
		if i > 0 {
			p.WriteByte('\n')
		}
		a := s.speaker.Finding(f)
		p.styled(bold).hanging(2, s.gain(f), a.Title)
		p.para(9, a.Why)
		p.para(9, "→ "+a.Fix)
		p.styled(dim).line(9, fmt.Sprintf("%s:%d", s.file, s.line(f.Span.Start)))
	}
	if rest := open[min(mostFindings, len(open)):]; len(rest) > 0 {
		p.heading(s.speaker.Page("then", score.Args{}))
		for i, f := range rest {
			if slices.ContainsFunc(rest[:i], func(o score.Finding) bool { return o.Rule == f.Rule }) {
				continue
			}
			s.inShort(p, f, rest[i+1:])
		}
	}
	if n := len(s.report.Findings) - len(open); n > 0 {
		p.WriteByte('\n')
		p.para(2, s.speaker.Page("silenced", score.Args{N: n}))
	}
}

// inShort says a finding in one line, with the lines of others of its rule.
func (s *scored) inShort(p *page, f score.Finding, others []score.Finding) {
	var also []string
	for _, o := range others {
		if o.Rule == f.Rule {
			also = append(also, fmt.Sprint(s.line(o.Span.Start)))
		}
	}
	at := s.line(f.Span.Start)
	place := s.speaker.Page("line", score.Args{N: at})
	if len(also) > 0 {
		place = s.speaker.Page("likewise", score.Args{N: at, Text: strings.Join(also, ", ")})
	}
	p.hanging(2, s.gain(f), fmt.Sprintf("%s (%s)", s.speaker.Finding(f).Title, place))
}

// gain is what a finding would gain, set in a column; nothing that rounds to
// nothing.
func (s *scored) gain(f score.Finding) string {
	if f.Points < score.Point/20 {
		return "       "
	}
	return fmt.Sprintf("%5s  ", "+"+s.tenths(f.Points))
}

// criteriaPage shows where the points come from.
func (s *scored) criteriaPage(p *page) {
	for d := range s.report.Scores {
		p.heading(s.speaker.Page("points", score.Args{Text: s.speaker.Score(score.Dimension(d))}))
		for _, c := range s.report.Scores[d].Criteria {
			s.criterion(p, c)
		}
	}
	p.WriteByte('\n')
	p.para(2, s.speaker.Page("honest", score.Args{}))
}

func (s *scored) criterion(p *page, c score.Criterion) {
	mark := ""
	if c.Mark == score.Evidence {
		mark = " (" + s.speaker.Mark(c.Mark) + ")"
	}
	points := s.speaker.Page("of", score.Args{Text: fmt.Sprintf("%5s", s.points(c)), Other: fmt.Sprintf("%2d", round(c.Most))})
	p.hanging(2, points+"  ", s.speaker.Criterion(c.ID)+mark+": "+s.speaker.Why(c.Why))
}

// points are those of a criterion, with a mark where they are the middle of a
// range.
func (s *scored) points(c score.Criterion) string {
	switch {
	case !c.Known:
		return "?"
	case c.Width() >= score.Point:
		return "~" + s.tenths(c.Middle())
	}
	return s.tenths(c.Middle())
}

// problems lists what cannot be read as it was meant: first, since nothing that
// follows counts there.
func (s *scored) problems(p *page) {
	if len(s.talk.Problems) == 0 {
		return
	}
	p.heading(s.speaker.Page("problems", score.Args{}))
	for _, pr := range s.talk.Problems {
		p.hanging(2, fmt.Sprintf("%s:%d: ", s.file, s.line(pr.Span.Start)), s.speaker.Problem(pr))
	}
}

// round rounds points to whole ones, halves away from zero.
func round(p score.Points) int {
	if p < 0 {
		return -round(-p)
	}
	return int((p + score.Point/2) / score.Point)
}

// tenths writes points with one decimal, none when it is 0.
func (s *scored) tenths(p score.Points) string {
	if p < 0 {
		return s.speaker.Number(-int(-p+score.Point/20) / int(score.Point/10))
	}
	return s.speaker.Number(int(p+score.Point/20) / int(score.Point/10))
}

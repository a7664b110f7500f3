package cli

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"talkgiver/talk"
	"talkgiver/talk/score"
)

// pageWidth is how wide a page is set: as the terminal, but never so wide that
// the eye loses its line, and never so narrow that words do not fit.
func pageWidth(terminal int) int {
	const usual, narrowest, widest = 80, 40, 100
	if terminal <= 0 {
		return usual
	}
	return min(max(terminal, narrowest), widest)
}

// mostFindings is how many findings a page explains; the others have one line.
// Nobody mends more in one sitting.
const mostFindings = 7

// page is a report being set.
type page struct {
	bytes.Buffer
	width int
}

// page sets the score as a page for people.
func (s *scored) page(width int) []byte {
	p := &page{width: width}
	p.para(0, s.title())
	if line := s.occasion(); line != "" {
		p.para(0, line)
	}
	p.WriteByte('\n')
	if s.report.Rated {
		s.balance(p)
	} else {
		p.para(2, s.unrated())
	}
	s.findings(p)
	s.criteriaPage(p)
	s.problems(p)
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
		parts = append(parts, d.Date.Day.Format("2 January 2006"))
	}
	planned := talk.Clock(s.report.Planned) + " planned"
	if d.Slot.Given() {
		planned += " of " + talk.Clock(d.Slot.Duration)
		if d.Questions.Given() {
			planned += ", " + talk.Clock(d.Questions.Duration) + " for questions"
		}
	}
	return strings.Join(append(parts, planned), " · ")
}

// unrated says what is missing for a score.
func (s *scored) unrated() string {
	switch {
	case !s.talk.Deal.Slot.Given():
		return "No score yet: the talk has no slot."
	case s.report.Planned == 0:
		return "No score yet: the talk has nothing in it."
	}
	return fmt.Sprintf("No score yet: it takes %d items, such as lines of a list.", score.MinItems)
}

// balance draws the beam and the three scores.
func (s *scored) balance(p *page) {
	r := &s.report
	const half = 12 // signs on each side of the beam
	give := min(half, int(r.Give.Middle()*half/(100*score.Point)))
	take := min(half, int((r.Take.Middle()*half+99*score.Point)/(100*score.Point)))
	fmt.Fprintf(p, "  you give %3d  %s%s┃%s%s  you take %d\n", round(r.Give.Middle()),
		strings.Repeat("·", half-give), strings.Repeat("█", give), strings.Repeat("▒", take), strings.Repeat("·", half-take),
		round(r.Take.Middle()))
	line := fmt.Sprintf("balance %+d", round(r.Balance.Points))
	if text := between(r.Balance.Range); text != "" {
		line += ", " + text
	}
	p.WriteByte('\n')
	p.para(2, line)
	p.WriteByte('\n')
	for d := range r.Scores {
		sc := &r.Scores[d]
		line := fmt.Sprintf("%-17s %3d  %s", s.speaker.Score(score.Dimension(d)), round(sc.Middle()), bar(sc.Range))
		if text := between(sc.Range); text != "" {
			line += "  " + text
		}
		p.line(2, line)
	}
	p.WriteByte('\n')
	value := fmt.Sprintf("%s of 10 a minute", tenths(r.PerMinute))
	if r.FirstValue >= 0 {
		value += ", from " + talk.Clock(r.FirstValue) + " on"
	}
	p.para(2, value+".")
}

// bar draws a score: full to the low end of its range, light to the high end.
func bar(r score.Range) string {
	const length = 20
	low, high := int(r.Low)*length/int(100*score.Point), (int(r.High)*length+int(100*score.Point)-1)/int(100*score.Point)
	return strings.Repeat("█", low) + strings.Repeat("░", high-low) + strings.Repeat("·", length-high)
}

// between says a range, where it is wider than a point.
func between(r score.Range) string {
	low, high := round(r.Low), round(r.High)
	if high-low <= 1 {
		return ""
	}
	return fmt.Sprintf("between %d and %d", low, high)
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
		p.heading("Nothing to mend")
		p.para(2, "The rest is practice.")
	} else {
		p.heading("What would help most")
	}
	for i, f := range open[:min(mostFindings, len(open))] {
		if i > 0 {
			p.WriteByte('\n')
		}
		a := s.speaker.Finding(f)
		p.hanging(2, gain(f), a.Title)
		p.para(9, a.Why)
		p.para(9, "→ "+a.Fix)
		p.line(9, fmt.Sprintf("%s:%d", s.file, s.line(f.Span.Start)))
	}
	if rest := open[min(mostFindings, len(open)):]; len(rest) > 0 {
		p.heading("And then")
		for i, f := range rest {
			if slices.ContainsFunc(rest[:i], func(o score.Finding) bool { return o.Rule == f.Rule }) {
				continue
			}
			s.inShort(p, f, rest[i+1:])
		}
	}
	if n := len(s.report.Findings) - len(open); n > 0 {
		p.WriteByte('\n')
		p.para(2, fmt.Sprintf("%d silenced.", n))
	}
}

// inShort says a finding in one line, with the lines of others of its rule.
func (s *scored) inShort(p *page, f score.Finding, others []score.Finding) {
	also := ""
	for _, o := range others {
		if o.Rule == f.Rule {
			also += fmt.Sprintf(", %d", s.line(o.Span.Start))
		}
	}
	place := fmt.Sprintf("line %d", s.line(f.Span.Start))
	if also != "" {
		place += "; likewise" + also[1:]
	}
	p.hanging(2, gain(f), fmt.Sprintf("%s (%s)", s.speaker.Finding(f).Title, place))
}

// gain is what a finding would gain, set in a column; nothing that rounds to
// nothing.
func gain(f score.Finding) string {
	if f.Points < score.Point/20 {
		return "       "
	}
	return fmt.Sprintf("%5s  ", "+"+tenths(f.Points))
}

// criteriaPage shows where the points come from.
func (s *scored) criteriaPage(p *page) {
	for d := range s.report.Scores {
		p.heading("Where the points come from: " + s.speaker.Score(score.Dimension(d)))
		for _, c := range s.report.Scores[d].Criteria {
			points := "    ?"
			if c.Known {
				points = fmt.Sprintf("%5s", tenths(c.Middle()))
				if c.Width() >= score.Point {
					points = fmt.Sprintf("%5s", "~"+tenths(c.Middle()))
				}
			}
			mark := ""
			if c.Mark == score.Evidence {
				mark = " (" + s.speaker.Mark(c.Mark) + ")"
			}
			p.hanging(2, points+fmt.Sprintf(" of %2d  ", round(c.Most)), s.speaker.Criterion(c.ID)+mark+": "+s.speaker.Why(c.Why))
		}
	}
	p.WriteByte('\n')
	p.para(2, "All of it is read from the text and what you said; how it lands, only listeners know.")
}

// problems lists what cannot be read as it was meant.
func (s *scored) problems(p *page) {
	if len(s.talk.Problems) == 0 {
		return
	}
	p.heading("What cannot be read as it was meant")
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

// tenths writes points with one decimal, none when it is 0 or there is no room.
func tenths(p score.Points) string {
	t := int(p+score.Point/20) / int(score.Point/10)
	if t%10 == 0 {
		return fmt.Sprint(t / 10)
	}
	return fmt.Sprintf("%d.%d", t/10, t%10)
}

func (p *page) heading(s string) {
	p.WriteByte('\n')
	p.para(0, s)
}

// line writes a line as it is, without spaces at its end.
func (p *page) line(indent int, s string) {
	p.WriteString(strings.Repeat(" ", indent) + strings.TrimRight(s, " ") + "\n")
}

// para writes words in lines that fit.
func (p *page) para(indent int, s string) { p.hanging(indent, "", s) }

// hanging writes words behind a first mark, further lines below the words. Lines
// of the talk can hold control signs, which a terminal would obey.
func (p *page) hanging(indent int, mark, s string) {
	hang := indent + utf8.RuneCountInString(mark)
	if hang > p.width/2 {
		hang = indent + 2
	}
	p.WriteString(strings.Repeat(" ", indent) + mark)
	column := indent + utf8.RuneCountInString(mark)
	first := true
	for _, w := range strings.Fields(strings.Map(printable, s)) {
		n := utf8.RuneCountInString(w)
		switch {
		case first:
		case column+1+n > p.width:
			p.WriteString("\n" + strings.Repeat(" ", hang))
			column = hang
		default:
			p.WriteByte(' ')
			column++
		}
		p.WriteString(w)
		column += n
		first = false
	}
	p.WriteByte('\n')
}

// printable turns control signs into spaces.
func printable(r rune) rune {
	if r < ' ' || r >= 0x7f && r < 0xa0 {
		return ' '
	}
	return r
}

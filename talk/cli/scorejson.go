package cli

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"time"

	"talkgiver/talk"
	"talkgiver/talk/score"
)

// thousandths is a number with up to three decimals: points, or seconds.
type thousandths int

// MarshalJSON writes the number without trailing zeros.
func (n thousandths) MarshalJSON() ([]byte, error) {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	out := append([]byte(sign), strconv.Itoa(int(n/1000))...)
	if part := int(n % 1000); part != 0 {
		digits := []byte{'.', byte('0' + part/100), byte('0' + part/10%10), byte('0' + part%10)}
		out = append(out, bytes.TrimRight(digits, "0")...)
	}
	return out, nil
}

// The JSON of a score. What is not known is null.
type (
	jsonReport struct {
		File      string         `json:"file"`
		Title     string         `json:"title"`
		Slot      *thousandths   `json:"slot"`
		Planned   thousandths    `json:"planned"`
		Words     int            `json:"words"`
		Balance   jsonBalance    `json:"balance"`
		Scores    jsonScores     `json:"scores"`
		Items     []jsonItem     `json:"items"`
		Findings  []jsonFinding  `json:"findings"`
		Silenced  int            `json:"silenced"` // how many of the findings are
		Questions []jsonQuestion `json:"questions"`
		Problems  []jsonProblem  `json:"problems"`
	}
	jsonRange struct {
		Points *thousandths `json:"points"`
		Low    *thousandths `json:"low"`
		High   *thousandths `json:"high"`
	}
	jsonBalance struct {
		jsonRange
		Give *thousandths `json:"give"`
		Take *thousandths `json:"take"`
	}
	jsonScores struct {
		Value   jsonValue `json:"value"`
		Effort  jsonScore `json:"effort"`
		Clarity jsonScore `json:"clarity"`
	}
	jsonValue struct {
		jsonRange
		PerMinute  *thousandths    `json:"per_minute"`
		FirstValue *thousandths    `json:"first_value"`
		Criteria   []jsonCriterion `json:"criteria"`
	}
	jsonScore struct {
		jsonRange
		Criteria []jsonCriterion `json:"criteria"`
	}
	jsonCriterion struct {
		ID string `json:"id"`
		jsonRange
		Max   thousandths `json:"max"`
		Mark  string      `json:"mark"`
		Why   string      `json:"why"`
		Lines []int       `json:"lines"`
	}
	jsonItem struct {
		Line    int         `json:"line"`
		EndLine int         `json:"end_line"`
		Section int         `json:"section"`
		Kind    *string     `json:"kind"`
		From    string      `json:"from"`
		Seconds thousandths `json:"seconds"`
	}
	jsonFinding struct {
		Rule string `json:"rule"`
		jsonPlace
		Points   *thousandths `json:"points"`
		Title    string       `json:"title"`
		Why      string       `json:"why"`
		Fix      string       `json:"fix"`
		Silenced bool         `json:"silenced"`
		Reason   string       `json:"reason"`
	}
	jsonPlace struct {
		Line      int `json:"line"`
		Column    int `json:"column"`
		EndLine   int `json:"end_line"`
		EndColumn int `json:"end_column"`
	}
	jsonQuestion struct {
		ID      string      `json:"id"`
		Section *int        `json:"section"` // null is the deal or the journal
		Narrows thousandths `json:"narrows"` // of the balance's range
		Ask     string      `json:"ask"`
		How     string      `json:"how"`
	}
	jsonProblem struct {
		Problem string `json:"problem"`
		jsonPlace
		Why string `json:"why"`
	}
)

// json writes the score as one line.
func (s *scored) json() ([]byte, error) {
	r := &s.report
	out := jsonReport{
		File: s.file, Title: s.talk.Title(),
		Planned: seconds(r.Planned), Words: r.Words,
		Balance: jsonBalance{jsonRange{
			known(r.Rated, r.Balance.Points), known(r.Rated, r.Balance.Range.Low), known(r.Rated, r.Balance.Range.High)},
			known(r.Rated, r.Give.Middle()), known(r.Rated, r.Take.Middle())},
		Items: []jsonItem{}, Findings: []jsonFinding{}, Questions: []jsonQuestion{}, Problems: []jsonProblem{},
	}
	if s.talk.Deal.Slot.Given() {
		slot := seconds(r.Slot)
		out.Slot = &slot
	}
	scores := [...]*score.Score{&r.Scores[score.Value], &r.Scores[score.Effort], &r.Scores[score.Clarity]}
	out.Scores.Value = jsonValue{jsonRange: rangeOf(r.Rated, scores[0].Range), PerMinute: known(r.Rated, r.PerMinute), Criteria: s.criteria(scores[0])}
	out.Scores.Effort = jsonScore{rangeOf(r.Rated, scores[1].Range), s.criteria(scores[1])}
	out.Scores.Clarity = jsonScore{rangeOf(r.Rated, scores[2].Range), s.criteria(scores[2])}
	if r.FirstValue >= 0 {
		first := seconds(r.FirstValue)
		out.Scores.Value.FirstValue = &first
	}
	for _, it := range r.Items {
		item := jsonItem{Line: s.line(it.Span.Start), EndLine: s.line(max(it.Span.Start, it.Span.End-1)), Section: it.Section, From: string(it.From), Seconds: seconds(it.Time)}
		if it.Kind != "" {
			kind := string(it.Kind)
			item.Kind = &kind
		}
		out.Items = append(out.Items, item)
	}
	for _, f := range r.Findings {
		a := s.speaker.Finding(f)
		if f.Silenced {
			out.Silenced++
		}
		out.Findings = append(out.Findings, jsonFinding{
			Rule: f.Rule, jsonPlace: s.place(f.Span), Points: known(r.Rated, f.Points),
			Title: a.Title, Why: a.Why, Fix: a.Fix, Silenced: f.Silenced, Reason: f.Reason})
	}
	for _, q := range r.Questions {
		ask, how := s.speaker.Question(q)
		question := jsonQuestion{ID: q.Words.Key, Narrows: thousandths(q.Narrows), Ask: ask, How: how}
		if q.Section > 0 {
			question.Section = &q.Section
		}
		out.Questions = append(out.Questions, question)
	}
	for _, p := range s.talk.Problems {
		out.Problems = append(out.Problems, jsonProblem{string(p.Key), s.place(p.Span), s.speaker.Problem(p)})
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(out)
	return b.Bytes(), err
}

func (s *scored) criteria(sc *score.Score) []jsonCriterion {
	out := make([]jsonCriterion, 0, len(sc.Criteria))
	for _, c := range sc.Criteria {
		out = append(out, jsonCriterion{
			ID: c.ID, jsonRange: rangeOf(c.Known, c.Range), Max: thousandths(c.Most),
			Mark: string(c.Mark), Why: s.speaker.Why(c.Why), Lines: s.lines(c.Read)})
	}
	return out
}

// lines returns the lines on which places begin, each once, in order.
func (s *scored) lines(spans []talk.Span) []int {
	lines := make([]int, 0, len(spans))
	for _, sp := range spans {
		lines = append(lines, s.line(sp.Start))
	}
	slices.Sort(lines)
	return slices.Compact(lines)
}

func (s *scored) line(offset int) int { return s.talk.Lines.Line(offset) }

func (s *scored) place(sp talk.Span) jsonPlace {
	start, end := s.talk.Position(sp.Start), s.talk.Position(max(sp.Start, sp.End))
	return jsonPlace{start.Line, start.Column, end.Line, end.Column}
}

func rangeOf(is bool, r score.Range) jsonRange {
	return jsonRange{known(is, r.Middle()), known(is, r.Low), known(is, r.High)}
}

// known returns points, or nil when they are not known.
func known(is bool, p score.Points) *thousandths {
	if !is {
		return nil
	}
	n := thousandths(p)
	return &n
}

func seconds(d time.Duration) thousandths { return thousandths(d.Milliseconds()) }

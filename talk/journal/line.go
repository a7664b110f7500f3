package journal

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"talkgiver/talk"
)

// maxSlides is the most slides that a run is believed to have. It keeps a broken
// line from filling the memory.
const maxSlides = 10000

// envelope is what every line has.
type envelope struct {
	ID   string    `json:"id"`
	At   time.Time `json:"at"`
	Kind string    `json:"kind"`
}

// The lines of the known kinds, as they are written after the envelope.
type (
	prepLine struct {
		Spent   seconds `json:"spent"`
		What    string  `json:"what,omitempty"`
		Counted bool    `json:"counted,omitempty"`
	}
	messageLine struct {
		From   string `json:"from"`
		To     string `json:"to"`
		Reason string `json:"reason,omitempty"`
	}
	scoreLine struct {
		Balance *rangeLine `json:"balance"`
		Value   *rangeLine `json:"value"`
		Effort  *rangeLine `json:"effort"`
		Clarity *rangeLine `json:"clarity"`
	}
	rangeLine struct {
		Points points `json:"points"`
		Low    points `json:"low"`
		High   points `json:"high"`
	}
	runStartLine struct {
		As        string      `json:"as"`
		Title     string      `json:"title,omitempty"`
		Event     string      `json:"event,omitempty"`
		Date      string      `json:"date,omitempty"`
		Listeners int         `json:"listeners,omitempty"`
		Slot      seconds     `json:"slot,omitempty"`
		Questions seconds     `json:"questions,omitempty"`
		Sections  []string    `json:"sections,omitempty"`
		Slides    []slideLine `json:"slides"`
	}
	slideLine struct {
		Title   string  `json:"title"`
		Section int     `json:"section"`
		Planned seconds `json:"planned"`
		Words   int     `json:"words,omitempty"`
		Backup  bool    `json:"backup,omitempty"`
	}
	measureLine struct {
		Run       string          `json:"run"`
		Slide     int             `json:"slide"`
		Spoken    map[int]seconds `json:"spoken,omitempty"` // by slide
		Paused    seconds         `json:"paused,omitempty"`
		Questions seconds         `json:"questions,omitempty"`
		Suspended seconds         `json:"suspended,omitempty"`
		Marks     []markLine      `json:"marks,omitempty"`
	}
	markLine struct {
		Kind  string  `json:"kind"`
		Slide int     `json:"slide"`
		At    seconds `json:"at"`
	}
	replanLine struct {
		Run       string    `json:"run"`
		After     seconds   `json:"after,omitempty"`
		Left      seconds   `json:"left,omitempty"`
		Slide     int       `json:"slide,omitempty"`
		Spoken    []seconds `json:"spoken,omitempty"` // by slide
		Slot      seconds   `json:"slot,omitempty"`
		Questions seconds   `json:"questions,omitempty"`
		Planned   []seconds `json:"planned"` // by slide
		Skipped   []int     `json:"skipped,omitempty"`
		Won       change    `json:"won,omitempty"`
	}
	feedbackLine struct {
		Run      string `json:"run,omitempty"`
		Name     string `json:"name,omitempty"`
		Took     string `json:"took,omitempty"`
		Said     string `json:"said,omitempty"`
		Worth    int    `json:"worth,omitempty"`
		New      int    `json:"new,omitempty"`
		Relevant int    `json:"relevant,omitempty"`
		Concrete int    `json:"concrete,omitempty"`
		Usable   int    `json:"usable,omitempty"`
		Clear    int    `json:"clear,omitempty"`
	}
	debriefLine struct {
		Run      string        `json:"run,omitempty"`
		Promises []promiseLine `json:"promises,omitempty"`
		Asked    []string      `json:"asked,omitempty"`
		Change   string        `json:"change,omitempty"`
	}
	promiseLine struct {
		Promise string    `json:"promise"`
		Kept    talk.Kept `json:"kept,omitempty"`
	}
	deleteLine struct {
		Of string `json:"of"`
	}
)

// encode writes an event as a line, without its end.
func encode(e talk.Event) ([]byte, error) {
	var body any
	switch b := e.Body.(type) {
	case talk.UnknownEvent:
		var line bytes.Buffer
		err := json.Compact(&line, b.JSON)
		return line.Bytes(), err
	case talk.Prep:
		body = prepLine{seconds(b.Spent), b.What, b.Counted}
	case talk.MessageChange:
		body = messageLine(b)
	case talk.ScoreTaken:
		body = scoreLine{newRange(b.Balance), newRange(b.Value), newRange(b.Effort), newRange(b.Clarity)}
	case talk.RunStart:
		body = newRunStart(b)
	case talk.RunPart:
		body = newMeasure(b.Run, b.RunMeasure)
	case talk.RunEnd:
		body = newMeasure(b.Run, b.RunMeasure)
	case talk.RunReplan:
		body = newReplan(b)
	case talk.Feedback:
		body = newFeedback(b)
	case talk.Debrief:
		body = newDebrief(b)
	case talk.Deletion:
		body = deleteLine(b)
	default:
		return nil, fmt.Errorf("an event without a body that the journal knows: %T", e.Body)
	}
	head, err := marshal(envelope{ID: e.ID, At: e.At, Kind: e.Body.EventKind()})
	if err != nil {
		return nil, err
	}
	rest, err := marshal(body)
	if err != nil {
		return nil, err
	}
	// Two objects with fields each become one.
	return append(append(head[:len(head)-1], ','), rest[1:]...), nil
}

// marshal is json.Marshal that leaves <, > and & as people wrote them.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

func newRange(s *talk.ScorePoints) *rangeLine {
	if s == nil {
		return nil
	}
	return &rangeLine{points(s.Points), points(s.Low), points(s.High)}
}

func newRunStart(b talk.RunStart) runStartLine {
	line := runStartLine{
		As: string(b.Kind), Title: b.Title, Event: b.Event, Date: b.Date, Listeners: b.Listeners,
		Slot: seconds(b.Plan.Slot), Questions: seconds(b.Plan.Questions), Sections: b.Plan.Sections,
		Slides: make([]slideLine, len(b.Plan.Slides)),
	}
	for i, s := range b.Plan.Slides {
		line.Slides[i] = slideLine{s.Title, s.Section, seconds(s.Planned), s.Words, s.Backup}
	}
	return line
}

func newMeasure(run string, m talk.RunMeasure) measureLine {
	line := measureLine{
		Run: run, Slide: m.Slide,
		Paused: seconds(m.Paused), Questions: seconds(m.Questions), Suspended: seconds(m.Suspended),
	}
	if len(m.Spoken) > 0 {
		line.Spoken = make(map[int]seconds, len(m.Spoken))
	}
	for _, s := range m.Spoken {
		line.Spoken[s.Slide] = seconds(s.Spoken)
	}
	for _, mark := range m.Marks {
		line.Marks = append(line.Marks, markLine{mark.Kind, mark.Slide, seconds(mark.At)})
	}
	return line
}

// decode reads a line.
func decode(line []byte) (talk.Event, error) {
	var head envelope
	if err := json.Unmarshal(line, &head); err != nil {
		return talk.Event{}, plain(err)
	}
	switch {
	case head.ID == "":
		return talk.Event{}, errors.New("it has no id")
	case head.Kind == "":
		return talk.Event{}, errors.New("it has no kind")
	}
	body, err := decodeBody(head.Kind, line)
	if err != nil {
		return talk.Event{}, plain(err)
	}
	return talk.Event{ID: head.ID, At: head.At, Body: body}, nil
}

// plain says what is wrong with a line without words of the program.
func plain(err error) error {
	var field *json.UnmarshalTypeError
	if errors.As(err, &field) {
		if field.Field == "" {
			return errors.New("it is not a JSON object")
		}
		return fmt.Errorf("%q cannot be a %s", field.Field, field.Value)
	}
	var clock *time.ParseError
	if errors.As(err, &clock) {
		return fmt.Errorf("%q is no time", strings.Trim(clock.Value, `"`))
	}
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return errors.New("it is not whole, or not JSON")
	}
	return err
}

func decodeBody(kind string, line []byte) (talk.EventBody, error) {
	switch kind {
	case talk.EventPrep:
		b, err := parse[prepLine](line)
		return talk.Prep{Spent: time.Duration(b.Spent), What: b.What, Counted: b.Counted}, err
	case talk.EventMessage:
		b, err := parse[messageLine](line)
		return talk.MessageChange(b), err
	case talk.EventScore:
		b, err := parse[scoreLine](line)
		return talk.ScoreTaken{
			Balance: b.Balance.score(), Value: b.Value.score(), Effort: b.Effort.score(), Clarity: b.Clarity.score(),
		}, err
	case talk.EventRunStart:
		b, err := parse[runStartLine](line)
		if err != nil {
			return nil, err
		}
		return b.event()
	case talk.EventRunPart:
		run, m, err := decodeMeasure(line)
		return talk.RunPart{Run: run, RunMeasure: m}, err
	case talk.EventRunEnd:
		run, m, err := decodeMeasure(line)
		return talk.RunEnd{Run: run, RunMeasure: m}, err
	case talk.EventRunReplan:
		b, err := parse[replanLine](line)
		if err != nil {
			return nil, err
		}
		return b.event()
	case talk.EventFeedback:
		b, err := parse[feedbackLine](line)
		if err != nil {
			return nil, err
		}
		return b.event()
	case talk.EventDebrief:
		b, err := parse[debriefLine](line)
		return b.event(), err
	case talk.EventDelete:
		b, err := parse[deleteLine](line)
		return talk.Deletion(b), err
	}
	return talk.UnknownEvent{Kind: kind, JSON: slices.Clone(line)}, nil
}

func parse[T any](line []byte) (T, error) {
	var v T
	err := json.Unmarshal(line, &v)
	return v, err
}

func (r *rangeLine) score() *talk.ScorePoints {
	if r == nil {
		return nil
	}
	return &talk.ScorePoints{Points: int(r.Points), Low: int(r.Low), High: int(r.High)}
}

func (l runStartLine) event() (talk.RunStart, error) {
	start := talk.RunStart{
		Kind: talk.RunKind(l.As), Title: l.Title, Event: l.Event, Date: l.Date, Listeners: max(0, l.Listeners),
		Plan: talk.RunPlan{Slot: time.Duration(l.Slot), Questions: time.Duration(l.Questions), Sections: l.Sections},
	}
	if len(l.Slides) > maxSlides {
		return start, fmt.Errorf("it has %d slides", len(l.Slides))
	}
	for _, s := range l.Slides {
		if s.Section < 0 || s.Section >= max(1, len(l.Sections)) {
			return start, fmt.Errorf("it has no section %d", s.Section)
		}
		start.Plan.Slides = append(start.Plan.Slides, talk.PlannedSlide{
			Title: s.Title, Section: s.Section, Planned: time.Duration(s.Planned), Words: max(0, s.Words), Backup: s.Backup,
		})
	}
	return start, nil
}

func decodeMeasure(line []byte) (string, talk.RunMeasure, error) {
	l, err := parse[measureLine](line)
	if err != nil {
		return "", talk.RunMeasure{}, err
	}
	m, err := l.measure()
	return l.Run, m, err
}

func (l measureLine) measure() (talk.RunMeasure, error) {
	m := talk.RunMeasure{
		Slide: l.Slide, Paused: time.Duration(l.Paused), Questions: time.Duration(l.Questions),
		Suspended: time.Duration(l.Suspended),
	}
	bad := l.Slide < 0 || l.Slide >= maxSlides
	for slide, spoken := range l.Spoken {
		bad = bad || slide < 0 || slide >= maxSlides
		m.Spoken = append(m.Spoken, talk.SpokenTime{Slide: slide, Spoken: time.Duration(spoken)})
	}
	slices.SortFunc(m.Spoken, func(a, b talk.SpokenTime) int { return a.Slide - b.Slide })
	for _, mark := range l.Marks {
		bad = bad || mark.Slide < 0 || mark.Slide >= maxSlides
		m.Marks = append(m.Marks, talk.RunMark{Kind: mark.Kind, Slide: mark.Slide, At: time.Duration(mark.At)})
	}
	if bad {
		return talk.RunMeasure{}, errors.New("it names a slide that no talk has")
	}
	return m, nil
}

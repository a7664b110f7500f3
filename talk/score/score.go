// Package score weighs a talk: what the audience gets against what it pays.
//
// There are three scores from 0 to 100, value, effort and clarity, and one
// balance from −100 to +100. A score is exactly the sum of its criteria, each in
// a file of its own that states its rule. What is not known makes a range, of
// which the figure is the middle.
//
// Scoring has two steps. Reading turns the talk into facts, plain values; the
// facts are then weighed. A finding's points are what the balance gains when
// the facts are changed as if it were mended and are weighed again.
package score

import (
	"time"

	"talkgiver/talk"
)

// Inputs is what a score needs beside the talk. The zero value knows nothing.
type Inputs struct {
	Pace  int       // the speaker's own, in words a minute; 0 means talk.DefaultPace
	Today time.Time // the day on which the score is taken; zero is unknown
	// Rehearsals are the days of whole rehearsals, in any order.
	Rehearsals []time.Time
	// Preparation is what the speaker has noted of it.
	Preparation time.Duration
	// Messages are the changes of the message, oldest first.
	Messages []MessageChange
}

// MessageChange is one change of the message.
type MessageChange struct {
	Day      time.Time
	From, To string
	Reason   string // empty when the speaker gave none
}

// Report is a talk's score with every reason for it.
type Report struct {
	Rated   bool          // there is a slot and there are three items; without, only text has points
	Slot    time.Duration // 0 is unknown
	Planned time.Duration // planned where there is a plan, else estimated
	Words   int           // said words

	Balance    Balance
	Give, Take Range
	Scores     [dimensions]Score
	PerMinute  Points // value per minute, of ten

	// FirstValue is when the first give of value begins; negative is never.
	FirstValue time.Duration

	Items    []Item
	Findings []Finding // by what they would gain, then by place
	// Questions are the two or three whose answers would narrow the balance's
	// range most, in that order; none when nothing is open.
	Questions []Question
}

// Balance is what the audience gets less what it pays, from −100 to +100.
type Balance struct {
	// Points is give less take. Where the range is not cut off at an end, it is
	// its middle; else only this is the figure, so the range is not embedded.
	Points Points
	Range  Range
}

// Score is one of the three scores.
type Score struct {
	Range
	Criteria []Criterion
}

// Criterion is one reason for points, with what it read.
type Criterion struct {
	ID string
	Range
	Known bool // otherwise there is too little to say anything, and the range is empty
	Most  Points
	Mark  Mark
	Why   Phrase
	Read  []talk.Span // the places it looked at, in the order of the file
}

// Item is an item of the talk as it was weighed.
type Item struct {
	Span    talk.Span
	Section int       // its number, from 1
	Kind    talk.Kind // empty is content of no particular kind
	From    From
	Time    time.Duration
	Out     bool // left out, or kept for questions: it takes no time
}

// From says where an item's kind comes from.
type From string

// Where a kind comes from.
const (
	Tagged   From = "tag"      // the speaker says so
	Detected From = "detected" // the text suggests it
	Plain    From = "none"     // there is no sign: content
)

// Unrated is the key of the why of a criterion that cannot be known without a
// score.
const Unrated = "unrated"

// MinItems is how many items it takes to score a talk.
const MinItems = 3

// Of scores a talk.
func Of(t *talk.Talk, in Inputs) Report { return new(Scorer).Of(t, in) }

// report puts together what has been read and weighed.
func (s *Scorer) report(t *talk.Talk) Report {
	r, g := &s.reading, &s.figures
	f := &r.facts
	report := Report{
		Rated:      f.rated,
		Slot:       t.Deal.Slot.Duration,
		Planned:    r.timing.Total,
		Words:      t.Words(),
		FirstValue: -1,
		Items:      append([]Item(nil), r.report...),
	}
	r.first = -1
	if f.rated {
		report.Balance, report.Give, report.Take = g.balance, g.give, g.take
		if g.firstValue.middle >= 0 {
			report.FirstValue = time.Duration(g.firstValue.middle) * time.Millisecond
			r.first = g.firstValue.item
		}
	}
	perMinute := Points(0)
	for d := range report.Scores {
		report.Scores[d].Criteria = make([]Criterion, 0, len(criteria)/2)
	}
	for i := range criteria {
		c := &criteria[i]
		to := &report.Scores[c.dimension]
		out := Criterion{ID: c.id, Most: c.most(f.way), Mark: c.weight.Mark, Why: c.why(f, g), Read: c.read(t, r)}
		if out.Known = f.rated || c.text && len(f.items) > 0; out.Known {
			out.Range = g.criteria[i]
		} else {
			out.Why = Phrase{Key: Unrated, Args: Args{N: MinItems}}
		}
		to.Criteria = append(to.Criteria, out)
		switch c.id {
		case newness.id, relevance.id, concrete.id, usable.id:
			perMinute += g.criteria[i].Middle()
		}
	}
	if f.rated {
		for d := range report.Scores {
			report.Scores[d].Range = g.scores[d]
		}
		// Value per minute is of ten; the four questions have sixty points.
		report.PerMinute = perMinute / 6
	}
	report.Findings = s.finder.find(t, r, g)
	report.Questions = s.finder.questions()
	return report
}

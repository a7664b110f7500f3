package journal

import (
	"errors"
	"fmt"
	"time"

	"talkgiver/talk"
)

// What the lines about a talk on stage have, and the events have.

func newReplan(b talk.RunReplan) replanLine {
	line := replanLine{
		Run: b.Run, After: seconds(b.At), Left: seconds(b.Left), Slide: b.Slide,
		Slot: seconds(b.Slot), Questions: seconds(b.Questions),
		Planned: make([]seconds, len(b.Planned)), Skipped: b.Skipped, Won: change(b.Won),
	}
	for i, d := range b.Planned {
		line.Planned[i] = seconds(d)
	}
	for _, d := range b.Spoken {
		line.Spoken = append(line.Spoken, seconds(d))
	}
	return line
}

func (l replanLine) event() (talk.RunReplan, error) {
	b := talk.RunReplan{Run: l.Run, Replan: talk.Replan{
		At: time.Duration(l.After), Left: time.Duration(l.Left), Slide: l.Slide,
		Slot: time.Duration(l.Slot), Questions: time.Duration(l.Questions),
		Skipped: l.Skipped, Won: time.Duration(l.Won),
	}}
	if most := max(len(l.Planned), len(l.Skipped), len(l.Spoken)); most > maxSlides {
		return talk.RunReplan{}, fmt.Errorf("it has %d slides", most)
	}
	for _, slide := range append([]int{l.Slide}, l.Skipped...) {
		if slide < 0 || slide >= maxSlides {
			return talk.RunReplan{}, errors.New("it names a slide that no talk has")
		}
	}
	for _, d := range l.Planned {
		b.Planned = append(b.Planned, time.Duration(d))
	}
	for _, d := range l.Spoken {
		b.Spoken = append(b.Spoken, time.Duration(d))
	}
	return b, nil
}

func newFeedback(b talk.Feedback) feedbackLine {
	return feedbackLine{
		b.Run, b.Name, b.Took, b.Said, b.Worth, b.New, b.Relevant, b.Concrete, b.Usable, b.Clear,
	}
}

func (l feedbackLine) event() (talk.Feedback, error) {
	b := talk.Feedback{
		Run: l.Run, Name: l.Name, Took: l.Took, Said: l.Said, Worth: l.Worth,
		Rubric: talk.Rubric{New: l.New, Relevant: l.Relevant, Concrete: l.Concrete, Usable: l.Usable, Clear: l.Clear},
	}
	if l.Worth < 0 || l.Worth > talk.RatingMost {
		return talk.Feedback{}, fmt.Errorf("the worth of %d is not between 1 and 5", l.Worth)
	}
	for _, n := range b.Values() {
		if n < 0 || n > talk.RatingMost {
			return talk.Feedback{}, fmt.Errorf("a rating of %d is not between 1 and 5", n)
		}
	}
	return b, nil
}

func newDebrief(b talk.Debrief) debriefLine {
	line := debriefLine{Run: b.Run, Asked: b.Asked, Change: b.Change}
	for _, p := range b.Promises {
		line.Promises = append(line.Promises, promiseLine(p))
	}
	return line
}

// event keeps a word for a promise that a later version may write.
func (l debriefLine) event() talk.Debrief {
	b := talk.Debrief{Run: l.Run, Asked: l.Asked, Change: l.Change}
	for _, p := range l.Promises {
		b.Promises = append(b.Promises, talk.PromiseKept(p))
	}
	return b
}

package ui

import (
	"bytes"
	"time"

	"fyne.io/fyne/v2"

	"talkgiver/talk"
	"talkgiver/talk/journal"
	"talkgiver/talk/score"
	"talkgiver/ui/journey"
)

// showJourney makes the place that shows how the talk grew when it is first
// gone to, and brings it to what the talk is now.
func (w *Window) showJourney() {
	if w.journey == nil {
		w.journey = journey.New(journey.Config{
			Now:        w.now,
			Words:      w.words,
			Numbers:    w.prefs.Numbers,
			Append:     w.noteInJournal,
			NewEvent:   func(body talk.EventBody) talk.Event { return journal.NewEvent(w.now(), body) },
			GoTo:       func(span talk.Span, section int) { w.show(placeDraft); w.draft.GoTo(span, section) },
			Rehearse:   func() { w.show(placeRehearse) },
			OpenRun:    w.openRun,
			PrintCards: w.printCards,

			Counting:    w.prefs.Counting,
			SetCounting: w.prefs.SetCounting,
			Focus:       func(f fyne.Focusable) { w.win.Canvas().Focus(f) },
		})
		w.journey.Begin(w.session.Talk(), w.session.Path())
		w.frame.rooms[placeJourney].Add(w.journey.Content())
	}
	w.journey.Update(w.session.Talk())
	w.journey.SetLog(w.log.events, w.log.runs)
	w.journey.ShowReport(w.report)
}

// noteInJournal writes events and shows what the journal has then. It reports
// whether the talk has a journal.
func (w *Window) noteInJournal(events ...talk.Event) bool {
	if w.session.Path() == "" {
		return false
	}
	w.appendEvents(events...)
	w.readJournal()
	return true
}

// noteWork notes what became of the talk before it closes: its score, once a
// day, and how long it was written on. A talk that was only looked at leaves no
// trace.
func (w *Window) noteWork() {
	spent := w.writing.stop()
	if w.session.Path() == "" || bytes.Equal(w.before, w.session.Document().Bytes()) {
		return
	}
	var events []talk.Event
	if w.prefs.Counting() && spent >= time.Minute {
		events = append(events, journal.NewEvent(w.now(), talk.Prep{Spent: spent.Round(time.Second), Counted: true}))
	}
	w.appendEvents(append(events, w.scoreEvents()...)...)
}

// scoreEvents note the score as it is now in place of another one of today: the
// last of a day is what became of it.
func (w *Window) scoreEvents() []talk.Event {
	if !w.report.Rated {
		return nil
	}
	now := w.now()
	taken := talk.ScoreTaken{
		Balance: pointsOf(w.report.Balance.Points, w.report.Balance.Range), Value: w.pointsOf(score.Value),
		Effort: w.pointsOf(score.Effort), Clarity: w.pointsOf(score.Clarity),
	}
	var events []talk.Event
	for _, e := range w.log.events {
		if _, ok := e.Body.(talk.ScoreTaken); ok && e.At.In(now.Location()).Format(time.DateOnly) == now.Format(time.DateOnly) {
			events = append(events, journal.NewEvent(now, talk.Deletion{Of: e.ID}))
		}
	}
	return append(events, journal.NewEvent(now, taken))
}

// pointsOf is one of the three scores as a journal keeps it.
func (w *Window) pointsOf(d score.Dimension) *talk.ScorePoints {
	r := w.report.Scores[d].Range
	return pointsOf(r.Middle(), r)
}

func pointsOf(p score.Points, r score.Range) *talk.ScorePoints {
	return &talk.ScorePoints{Points: int(p), Low: int(r.Low), High: int(r.High)}
}

// stopwatch counts how long somebody works: the time between two keys, unless
// it is so long that they were away.
type stopwatch struct {
	last  time.Time
	spent time.Duration
}

// away is the time after which somebody who has typed nothing is not at work:
// long enough to think about a sentence.
const away = 2 * time.Minute

// touch says that somebody works now.
func (s *stopwatch) touch(now time.Time) {
	if gap := now.Sub(s.last); !s.last.IsZero() && gap > 0 && gap < away {
		s.spent += gap
	}
	s.last = now
}

// stop returns what was counted, and begins anew.
func (s *stopwatch) stop() time.Duration {
	spent := s.spent
	*s = stopwatch{}
	return spent
}

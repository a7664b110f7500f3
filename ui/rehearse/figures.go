package rehearse

import (
	"time"

	engine "talkgiver/talk/rehearse"
)

// onTime is how far from the plan still is on time, in seconds, as talk/say
// says it: shape and words must agree.
const onTime = 5

// countdown is what is left of a time in whole seconds, as a clock shows it: the
// last second ends at 0:00, and what comes after is over.
type countdown struct {
	seconds int
	over    bool
}

// leftOf returns what is left after spoken of a planned time, which counts as
// whole seconds so that all clocks change together.
func leftOf(planned, spoken time.Duration) countdown {
	left := planned.Round(time.Second) - spoken
	if left < 0 {
		return countdown{int(-left / time.Second), true}
	}
	return countdown{int((left + time.Second - 1) / time.Second), false}
}

// figures is what the stage shows of a reading: when they are the same, there
// is nothing to draw.
type figures struct {
	state   engine.State
	slide   int
	section countdown
	spoken  int // in the section, where nothing is planned for it
	talk    countdown
	total   int // spoken in all
	alarm   engine.Alarm
	warned  bool  // its words are still to be read
	lit     bool  // the ground is lit by it
	end     int64 // the minute on the wall; 0 when there is none
	drift   engine.DriftKind
	by      int
	since   int // seconds of this pause or of all questions
	asks    countdown
	now     int    // where the speaker is on the bar
	said    string // a word about the last key
	ends    int64  // the minute on the wall at which the speaker's pace ends; 0 when not asked for
}

// figuresOf reads off what is to be shown. before is where the plan has the
// beginning of this slide.
func figuresOf(r *engine.Reading, before time.Duration, alarms engine.Alarms) figures {
	f := figures{
		state: r.State, slide: r.Slide,
		section: leftOf(r.OnSectionPlanned, r.OnSection),
		spoken:  int(r.OnSection / time.Second),
		total:   int(r.Spoken / time.Second),
		now:     int((before + min(r.OnSlide, r.OnSlidePlanned)) / time.Second),
	}
	whole := r.Planned
	if r.End.IsZero() {
		f.talk = leftOf(r.Planned, r.Spoken)
	} else {
		// Left is the slot's, without questions.
		f.talk = leftOf(r.Left+r.Spoken, r.Spoken)
		f.end = r.End.Unix() / 60
		whole = r.Left + r.Spoken
	}
	f.alarm = alarms.At(r.Spoken, whole)
	f.drift, f.by = r.Drift.Kind, int(r.Drift.By/time.Second)
	if f.drift != engine.Unplanned && f.by <= onTime {
		f.drift, f.by = engine.OnTime, 0
	}
	switch r.State {
	case engine.Paused:
		f.since = int(r.Paused / time.Second)
	case engine.Question:
		f.since = int(r.Questions / time.Second)
		f.asks = leftOf(r.QuestionsLeft+r.Questions, r.Questions)
		f.asks.over = r.QuestionsLeft == 0
	}
	return f
}

// untilChange returns how long it takes until something that is shown becomes
// another figure, and never longer than the journal may wait.
func untilChange(r *engine.Reading) time.Duration {
	wait := beat - time.Millisecond
	due := func(d time.Duration) {
		if rest := time.Second - d%time.Second; rest < wait {
			wait = rest
		}
	}
	switch r.State {
	case engine.Running:
		due(r.OnSection)
		due(r.Spoken)
		if r.Drift.Kind == engine.Behind && r.OnSlide > r.OnSlidePlanned {
			due(r.Drift.By)
		}
	case engine.Question:
		due(r.Questions)
	case engine.Paused:
		due(r.Paused)
	case engine.CountIn:
		due(time.Hour - r.CountIn) // its figure changes when a whole second is left
	}
	// Not in the very moment, where it may still be the old figure.
	return wait + time.Millisecond
}

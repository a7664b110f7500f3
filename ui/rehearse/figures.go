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
	waits   bool // for the first press after a cut
	slide   int
	section countdown
	spoken  int // in the section, where nothing is planned for it
	talk    countdown
	total   int // spoken in all
	alarm   engine.Alarm
	warned  bool  // its words are still to be read
	lit     bool  // the ground is lit by it
	end     int64 // the minute on the wall in which the slot ends; 0 when there is none
	spokeBy int64 // and that in which the speaking does
	drift   engine.DriftKind
	by      int
	since   int // seconds of this pause or of all questions
	asks    countdown
	now     int    // where the speaker is on the bar
	said    string // a word about the last key
	digits  string // of the slide to go to, as far as they are typed
	ends    int64  // the minute on the wall at which the speaker's pace ends; 0 when not asked for
}

// figuresOf reads off what is to be shown. before is where the plan has the
// beginning of this slide.
func figuresOf(r *engine.Reading, before time.Duration, alarms engine.Alarms) figures {
	f := figures{
		state: r.State, waits: r.Waits, slide: r.Slide,
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
		f.end, f.spokeBy = r.End.Unix()/60, r.SpokenEnd().Unix()/60
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
		if r.QuestionsLeft > 0 {
			f.asks.seconds = leftOf(r.QuestionsLeft+r.Questions, r.Questions).seconds
		} else {
			f.asks.over = true
		}
	}
	return f
}

// untilChange returns how long it takes until something that is shown becomes
// another figure when no key is pressed: the stage wakes up at that moment and not
// before, so that a second is never shown late and nothing is done in vain. The
// bar waits for the next second; no eye sees the difference. given says that the
// end on the wall does not wait for a pause.
func untilChange(r *engine.Reading, alarms engine.Alarms, given bool) time.Duration {
	wait := beat
	due := func(d time.Duration) {
		if d > 0 && d < wait {
			wait = d
		}
	}
	whole := r.Planned
	if !r.End.IsZero() {
		whole = r.Left + r.Spoken
	}
	due(alarms.Next(r.Spoken, whole))
	lost := false // time passes that the plan has no room for
	switch r.State {
	case engine.CountIn:
		due(untilFalls(r.CountIn - 1)) // the second that has begun is shown
	case engine.Running:
		due(untilGrows(r.OnSection))
		due(untilGrows(r.Spoken))
		if isUp(r.OnSectionPlanned, r.OnSection) || isUp(whole, r.Spoken) {
			due(time.Nanosecond) // what comes now is over
		}
		due(r.OnSlidePlanned - r.OnSlide)
		lost = r.OnSlide >= r.OnSlidePlanned
	case engine.Question:
		due(untilGrows(r.Questions))
		due(r.QuestionsLeft)
		if r.QuestionsLeft > 0 && !r.End.IsZero() { // the speaking ends later
			due(untilMinute(r.SpokenEnd()))
		}
		lost = r.QuestionsLeft == 0
	case engine.Paused:
		due(untilGrows(r.Paused))
		if lost = given; !given && !r.End.IsZero() {
			due(untilMinute(r.End))
			due(untilMinute(r.SpokenEnd()))
		}
	}
	if lost {
		switch r.Drift.Kind {
		case engine.Behind:
			due(untilGrows(r.Drift.By))
		case engine.Ahead:
			due(untilFalls(r.Drift.By))
		}
	}
	if lost && r.State != engine.Running && !r.End.IsZero() {
		due(untilFalls(whole + time.Second/2)) // what is left is rounded
	}
	return wait
}

// untilMinute is how long it takes until a moment on the wall that moves on is in
// another minute.
func untilMinute(at time.Time) time.Duration {
	return time.Minute - time.Duration(at.UnixNano())%time.Minute
}

// isUp reports whether a time is just up.
func isUp(planned, spoken time.Duration) bool { return planned.Round(time.Second) == spoken }

// untilGrows is how long it takes until a time that grows is another number of
// whole seconds.
func untilGrows(d time.Duration) time.Duration { return time.Second - d%time.Second }

// untilFalls is the same for a time that falls.
func untilFalls(d time.Duration) time.Duration {
	rest := d % time.Second
	if rest < 0 {
		rest += time.Second
	}
	return rest + time.Nanosecond
}

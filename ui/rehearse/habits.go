package rehearse

import (
	"time"

	engine "talkgiver/talk/rehearse"
)

// Habits are how a speaker likes to rehearse. They stay from talk to talk.
type Habits struct {
	// ByHand starts the clock by hand alone; else the first key of a clicker
	// that goes on does.
	ByHand bool
	// CountIn is how long it counts down before the clock starts by hand; 0 is
	// not at all.
	CountIn time.Duration
	// Cards shows what is shown and the first words alone, in place of the script.
	Cards bool
	// Scroll moves a script that is longer than the screen by itself, at the
	// speaker's pace.
	Scroll bool
	// Alarms warn of the end; nil are DefaultAlarms, empty is none.
	Alarms engine.Alarms
}

// setHabits keeps other habits of the speaker.
func (p *Place) setHabits(change func(*Habits)) {
	change(&p.habits)
	p.config.OnHabits(p.habits)
}

// options are those of a clock that this speaker likes.
func (h *Habits) options() engine.Options {
	return engine.Options{Period: beat, StartOnMove: !h.ByHand, CountIn: h.CountIn}
}

package rehearse

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"talkgiver/talk"
)

// Level is how strong a warning is.
type Level int

// The levels of warnings.
const (
	Calm   Level = iota
	Near         // amber: the end comes near
	Over         // red: it is there
	Urgent       // red and more: past bearing
)

// Alarm is a warning at a time of the speaker's choice: at a share of the time
// for speaking, or a time before its end.
type Alarm struct {
	// Percent is the share; 0 where Left says when.
	Percent int
	// Left is the time before the end; negative is after it.
	Left  time.Duration
	Level Level
	Flash bool // the screen may flash when it comes up
}

// Alarms are a speaker's warnings, in any order.
type Alarms []Alarm

// DefaultAlarms are amber at 80 % of the time and red at its end, as most stage
// timers come.
func DefaultAlarms() Alarms {
	return Alarms{{Percent: 80, Level: Near}, {Percent: 100, Level: Over}}
}

// at is when an alarm comes up, in time spoken.
func (a Alarm) at(whole time.Duration) time.Duration {
	if a.Percent > 0 {
		return time.Duration(float64(whole) * float64(a.Percent) / 100)
	}
	return whole - a.Left
}

// At returns the alarm that holds when spoken of the whole time for speaking is
// used up: the one that came up last, and of several at once the strongest. It is
// the zero Alarm, which is calm, before the first, and without a time. One that
// would be over before the talk begins holds from the beginning.
func (a Alarms) At(spoken, whole time.Duration) Alarm {
	var holds Alarm
	var since time.Duration
	found := false
	for _, alarm := range a {
		at := max(0, alarm.at(whole))
		if whole <= 0 || spoken < at || found && (at < since || at == since && alarm.Level <= holds.Level) {
			continue
		}
		holds, since, found = alarm, at, true
	}
	return holds
}

// Next returns how long it takes until another alarm comes up; 0 when none will.
func (a Alarms) Next(spoken, whole time.Duration) time.Duration {
	var next time.Duration
	for _, alarm := range a {
		if wait := alarm.at(whole) - spoken; whole > 0 && wait > 0 && (next == 0 || wait < next) {
			next = wait
		}
	}
	return next
}

// MarshalText writes an alarm for the preferences, such as "80% near", "5m over"
// (five minutes before the end) or "-2m urgent flash".
func (a Alarm) MarshalText() ([]byte, error) {
	var b strings.Builder
	if a.Percent > 0 {
		fmt.Fprintf(&b, "%d%%", a.Percent)
	} else {
		b.WriteString(a.Left.String())
	}
	if a.Level < Calm || a.Level > Urgent {
		return nil, fmt.Errorf("a warning has no level %d", a.Level)
	}
	b.WriteString(" " + levelWords[a.Level])
	if a.Flash {
		b.WriteString(" flash")
	}
	return []byte(b.String()), nil
}

var levelWords = [...]string{Calm: "calm", Near: "near", Over: "over", Urgent: "urgent"}

// UnmarshalText reads what MarshalText writes. A share is from 1 to 1000 %, a
// time at most talk.MaxDuration.
func (a *Alarm) UnmarshalText(text []byte) error {
	bad := fmt.Errorf("%q is no warning; write 80%% near, 5m over or -2m urgent flash", text)
	words := strings.Fields(string(text))
	if len(words) < 2 || len(words) > 3 || len(words) == 3 && words[2] != "flash" {
		return bad
	}
	alarm := Alarm{Level: -1, Flash: len(words) == 3}
	for level, word := range levelWords {
		if word == words[1] {
			alarm.Level = Level(level)
		}
	}
	if share, ok := strings.CutSuffix(words[0], "%"); ok {
		n, err := strconv.Atoi(share)
		if err != nil || n < 1 || n > 1000 {
			return bad
		}
		alarm.Percent = n
	} else {
		d, err := time.ParseDuration(words[0])
		if err != nil || d > talk.MaxDuration || d < -talk.MaxDuration {
			return bad
		}
		alarm.Left = d
	}
	if alarm.Level < 0 {
		return bad
	}
	*a = alarm
	return nil
}

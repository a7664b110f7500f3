package rehearse

import (
	"time"

	"talkgiver/talk"
)

// What tells sleep from speaking.
const (
	// wallAhead is how far the wall clock may run ahead of the monotonic one
	// between two ticks before the machine must have slept: more than any
	// correction of the time by the network, less than any closed lid.
	wallAhead = 2 * time.Second
	// sleepGap is how long no tick may come before the machine must have slept
	// though its monotonic clock went on, as on Windows. A busy machine delays
	// a tick by a second or two, and no machine falls asleep and wakes in less.
	sleepGap = 10 * time.Second
	// sleepPeriods is the same for slow tickers, in periods.
	sleepPeriods = 10
	// maxSleep is the longest time that is believed to be sleep. What is more
	// is a clock that was set, such as one that came up in 1970.
	maxSleep = 7 * 24 * time.Hour
	// maxMono keeps sums from overflow: 146 years, which no clock reaches that
	// counts from the machine's start.
	maxMono time.Duration = 1 << 62
)

// Tick tells the clock what time it is: mono on a clock that never jumps,
// counted up from any zero, and wall on the one that people read. The time since
// the last tick goes to what the clock was doing.
//
// Only mono counts. Two things are suspensions, which are no speaking:
//
//   - Wall ran ahead of mono by more than 2 s: the machine slept, and mono did
//     not count it. All of the difference is suspended, and mono counts as ever.
//     (A clock set forward by hand looks the same, and costs nothing either.)
//   - No tick came for more than 10 s, or 10 periods when that is more: the
//     machine slept and mono counted it, or the program was stopped. Sleep
//     began within a period of the last tick, so one period counts as what the
//     clock was doing and the rest is suspended.
//
// The first tick after Continue counts what passed since the run was cut off, by
// the wall clock, when the talk is given: as suspended, so that what is left of
// the slot and its end on the wall agree.
//
// A clock set back changes nothing, and mono never runs backwards.
func (c *Clock) Tick(mono time.Duration, wall time.Time) {
	mono = min(max(0, mono), maxMono)
	wall = wall.Round(0) // without Go's monotonic reading, which wall must not follow
	if !c.live {
		c.live, c.mono, c.wall = true, mono, wall
		if c.run.Started.IsZero() && c.UnderWay() {
			c.run.Started = wall
		}
		if c.run.Kind == talk.RunGiven && c.UnderWay() {
			if gone := wall.Sub(c.run.Started) - c.run.Whole(); gone > 0 && gone <= maxSleep {
				c.run.Suspended += gone
			}
		}
		return
	}
	gone := time.Duration(0)
	if mono > c.mono {
		gone = mono - c.mono
		c.mono = mono
	}
	asleep := time.Duration(0)
	if wall.After(c.wall) {
		if asleep = wall.Sub(c.wall) - gone; asleep <= wallAhead || asleep > maxSleep {
			asleep = 0
		}
	}
	c.wall = wall
	if gone > max(sleepGap, sleepPeriods*c.options.Period) {
		asleep += gone - c.options.Period
		gone = c.options.Period
	}
	if c.state == CountIn {
		if c.counts -= gone; c.counts > 0 {
			return
		}
		// What the tick is late already is spoken.
		gone, asleep = -c.counts, 0
		c.begin(wall.Add(-gone))
	}
	c.count(gone, asleep)
}

// count adds time to what the clock is doing.
func (c *Clock) count(gone, asleep time.Duration) {
	switch c.state {
	case Ready, CountIn, Done:
		return
	case Running:
		c.run.Spoken[c.run.Slide] += gone
	case Paused:
		c.run.Paused += gone
	case Question:
		c.run.Questions += gone
	}
	c.run.Suspended += asleep
}

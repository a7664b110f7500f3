package rehearse

import (
	"fmt"
	"testing"
	"time"

	"talkgiver/talk"
)

// moves are all that can happen to a clock, ticks of every sort included. The
// durations are those of a tick: what mono and the wall clock do.
var moves = []struct {
	name       string
	mono, wall time.Duration
	do         func(*Clock) bool
}{
	{name: "tick", mono: s, wall: s},
	{name: "odd tick", mono: 77777777, wall: 77777777},
	{name: "sleep", mono: s, wall: time.Hour},
	{name: "counted sleep", mono: time.Hour, wall: time.Hour},
	{name: "wall back", mono: s, wall: -time.Hour},
	{name: "mono back", mono: -s, wall: s},
	{name: "start", do: (*Clock).Start},
	{name: "next", do: (*Clock).Next},
	{name: "back", do: (*Clock).Back},
	{name: "pause", do: (*Clock).Pause},
	{name: "resume", do: (*Clock).Resume},
	{name: "question", do: (*Clock).Question},
	{name: "jump", do: func(c *Clock) bool { return c.Jump(2) }},
	{name: "mark", do: func(c *Clock) bool { return c.Mark("landed") }},
	{name: "end", do: (*Clock).End},
}

// checker plays moves and checks the laws after each: the parts are the whole,
// nothing is negative, nothing measured falls.
type checker struct {
	clock     *Clock
	mono, top time.Duration // the monotonic clock now, and the furthest it was
	wall      time.Time
	whole     time.Duration // counted here, without looking into the clock
	last      talk.Run
}

func newChecker() *checker {
	k := &checker{clock: New(threeSlides(), Options{StartOnMove: true}), mono: 100 * s, top: 100 * s, wall: noon}
	k.clock.Tick(k.mono, k.wall)
	k.last = k.clock.Run()
	return k
}

func (k *checker) play(move int) error {
	mv := moves[move]
	before := k.clock.State()
	if mv.do != nil {
		did := mv.do(k.clock)
		if !did && k.clock.State() != before {
			return fmt.Errorf("an action that did nothing left %v for %v", before, k.clock.State())
		}
	} else {
		k.mono += mv.mono
		k.wall = k.wall.Add(mv.wall)
		k.clock.Tick(k.mono, k.wall)
		gone := max(0, k.mono-k.top)
		k.top = max(k.top, k.mono)
		if before != Ready && before != Done {
			k.whole += gone
			if ahead := mv.wall - gone; ahead > 2*s {
				k.whole += ahead
			}
		}
	}
	return k.check()
}

func (k *checker) check() error {
	run := k.clock.Run()
	if run.Whole() != k.whole {
		return fmt.Errorf("the parts are %v, the whole is %v", run.Whole(), k.whole)
	}
	for i, d := range run.Spoken {
		if d < k.last.Spoken[i] {
			return fmt.Errorf("slide %d fell from %v to %v", i, k.last.Spoken[i], d)
		}
	}
	if run.Paused < k.last.Paused || run.Questions < k.last.Questions || run.Suspended < k.last.Suspended ||
		len(run.Marks) < len(k.last.Marks) {
		return fmt.Errorf("something measured fell: %+v after %+v", run, k.last)
	}
	k.last = run

	read, report := k.clock.Read(), NewReport(run)
	var slides, sections time.Duration
	for _, row := range report.Slides {
		slides += row.Actual
	}
	for _, row := range report.Sections {
		sections += row.Actual
	}
	switch {
	case slides != run.Total() || sections != run.Total() || report.Total.Actual != run.Total():
		return fmt.Errorf("slides %v, sections %v, total %v", slides, sections, run.Total())
	case report.Whole != report.Total.Actual+report.Questions.Actual+report.Paused+report.Suspended:
		return fmt.Errorf("the report's parts are not its whole: %+v", report)
	case read.Spoken != run.Total() || read.OnSection != report.Sections[read.Section].Actual:
		return fmt.Errorf("the clock shows %+v for %+v", read, run)
	case read.Drift != report.Drift || read.Drift.By < 0 || (read.Drift.By == 0) != (read.Drift.Kind == OnTime):
		return fmt.Errorf("drift %+v", read.Drift)
	case read.QuestionsLeft < 0 || read.Slide < 0 || read.Slide > 2:
		return fmt.Errorf("the clock shows %+v", read)
	}
	return nil
}

// Every sequence of up to four moves, after the start and before it.
func TestLawsOverAllShortSequences(t *testing.T) {
	const depth = 4
	for _, prefix := range [][]int{{}, {6, 0}} {
		sequence := make([]int, depth)
		for n := 0; ; n++ {
			k := newChecker()
			for i, move := range append(prefix[:len(prefix):len(prefix)], sequence...) {
				if err := k.play(move); err != nil {
					t.Fatalf("after %s: %v", names(append(prefix[:len(prefix):len(prefix)], sequence...)[:i+1]), err)
				}
			}
			if !count(sequence) {
				break
			}
		}
	}
}

// count goes to the next sequence, and reports false after the last.
func count(sequence []int) bool {
	for i := range sequence {
		if sequence[i]++; sequence[i] < len(moves) {
			return true
		}
		sequence[i] = 0
	}
	return false
}

func names(sequence []int) []string {
	var list []string
	for _, move := range sequence {
		list = append(list, moves[move].name)
	}
	return list
}

func FuzzLaws(f *testing.F) {
	f.Add([]byte{6, 0, 7, 0, 9, 2, 10, 11, 0, 14})
	f.Add([]byte{7, 3, 8, 4, 5, 0, 12, 13, 1, 1, 14, 0})
	f.Fuzz(func(t *testing.T, data []byte) {
		k := newChecker()
		for _, b := range data {
			if err := k.play(int(b) % len(moves)); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// Whatever a broken platform says the time is, nothing is negative.
func FuzzTick(f *testing.F) {
	f.Add(int64(5), int64(7), int64(9), int64(-3))
	f.Add(int64(-1<<63), int64(1<<62), int64(1<<63-1), int64(-1<<63))
	f.Fuzz(func(t *testing.T, mono1, wall1, mono2, wall2 int64) {
		c := New(threeSlides(), Options{})
		c.Tick(time.Duration(mono1), time.Unix(0, wall1))
		c.Start()
		c.Tick(time.Duration(mono2), time.Unix(0, wall2))
		c.Pause()
		c.Tick(time.Duration(mono1), time.Unix(0, wall1))
		run := c.Run()
		if run.Spoken[0] < 0 || run.Paused < 0 || run.Suspended < 0 || run.Whole() < 0 {
			t.Fatalf("negative: %+v", run)
		}
	})
}

package rehearse

import (
	"fmt"
	"strings"
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
	{name: "have", do: func(c *Clock) bool { return c.Have(150 * s) }},
	{name: "skip", do: func(c *Clock) bool { return c.Skip(1) }},
	{name: "leave section", do: (*Clock).SkipSection},
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
	slide     int           // where the clock stands
	counts    time.Duration // what is left of the count-in, counted here
	did       bool          // the last move was no action that did nothing
}

func newChecker() *checker {
	k := &checker{clock: New(threeSlides(), Options{StartOnMove: true, CountIn: 1500 * time.Millisecond}), mono: 100 * s, top: 100 * s, wall: noon}
	k.clock.Tick(k.mono, k.wall)
	k.last = k.clock.Run()
	return k
}

func (k *checker) play(move int) error {
	mv := moves[move]
	before := k.clock.State()
	if mv.do != nil {
		did := mv.do(k.clock)
		if !did && (k.clock.State() != before || k.clock.Read().Slide != k.slide) {
			return fmt.Errorf("an action that did nothing left %v for %v", before, k.clock.State())
		}
		if did && mv.name == "have" {
			read := k.clock.Read()
			if left := read.Left + read.QuestionsLeft; left != 150*s || read.Drift != (Drift{OnTime, 0}) {
				return fmt.Errorf("with 150 s left the clock shows %v and %+v", left, read.Drift)
			}
		}
		k.did = did
	} else {
		read, foreseen := k.clock.Read(), k.clock.ReadAhead(mv.mono)
		both := mv.mono == mv.wall && k.mono == k.top // clocks go on, and nobody set one back
		if k.clock.Read() != read {
			return fmt.Errorf("to read ahead changed the clock: %+v instead of %+v", k.clock.Read(), read)
		}
		k.mono += mv.mono
		k.wall = k.wall.Add(mv.wall)
		k.clock.Tick(k.mono, k.wall)
		if read = k.clock.Read(); both && foreseen != read {
			return fmt.Errorf("%v ahead it read %+v, and then %+v", mv.mono, foreseen, read)
		}
		gone := max(0, k.mono-k.top)
		k.top = max(k.top, k.mono)
		ahead := mv.wall - gone
		if ahead <= 2*s {
			ahead = 0
		}
		if before == CountIn { // which a long sleep does not use up
			if gone > 10*s {
				gone = s
			}
			k.counts -= gone
			gone, ahead = max(0, -k.counts), 0
		} else if before == Ready || before == Done {
			gone, ahead = 0, 0
		}
		k.whole += gone + ahead
		k.did = true
	}
	if before != CountIn && k.clock.State() == CountIn {
		k.counts = 1500 * time.Millisecond
	}
	return k.check()
}

// fork is the checker with a clock of its own.
func (k *checker) fork() *checker {
	fork, clock := *k, *k.clock
	clock.run = k.clock.Run()
	clock.plan = k.clock.Plan()
	fork.clock = &clock
	return &fork
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
	k.slide = run.Slide
	for _, slide := range k.clock.plan.Slides {
		if slide.Planned < 0 || k.clock.plan.Questions < 0 || k.clock.plan.Slot < 0 {
			return fmt.Errorf("the plan became %+v", k.clock.plan)
		}
	}

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
	return adds(&run, &report)
}

// Every sequence of up to six moves, and with the odd ticks of every sort of up
// to four. An action that does nothing leaves all as it was, the checker sees to
// that; so what follows it is what follows without it, and is played there. Only
// the debounce remembers such a press: next and back are played on.
func TestLawsOverAllShortSequences(t *testing.T) {
	plays := 0
	var play func(k *checker, sequence []int, depth int, without string)
	play = func(k *checker, sequence []int, depth int, without string) {
		for move := range moves {
			if strings.Contains(without, moves[move].name) {
				continue
			}
			next := k.fork()
			tried := append(sequence, move)
			plays++
			if err := next.play(move); err != nil {
				t.Fatalf("after %s: %v", names(tried), err)
			}
			step := moves[move].name == "next" || moves[move].name == "back"
			if len(tried) < depth && (next.did || step) {
				play(next, tried, depth, without)
			}
		}
	}
	play(newChecker(), make([]int, 0, 6), 4, "")
	play(newChecker(), make([]int, 0, 6), 6, "odd tick, wall back, mono back")
	if plays < 200_000 {
		t.Errorf("only %d moves were played", plays)
	}
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

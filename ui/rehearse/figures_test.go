package rehearse

import (
	"math/rand/v2"
	"testing"
	"time"

	"talkgiver/talk"
	engine "talkgiver/talk/rehearse"
)

// Between two moments at which the stage wakes up nothing that it shows changes,
// whatever happens in a run: so no second is shown late.
func TestUntilChange_MissesNothing(t *testing.T) {
	alarms := engine.Alarms{{Percent: 50, Level: engine.Near}, {Percent: 80, Level: engine.Over}, {Left: 90 * time.Second, Level: engine.Near}, {Left: -time.Minute, Level: engine.Urgent}}
	for seed := range uint64(200) {
		random := rand.New(rand.NewPCG(seed, 5))
		some := func(most time.Duration) time.Duration { return time.Duration(random.Int64N(int64(most))) }
		start := talk.RunStart{Kind: []talk.RunKind{talk.RunPractice, talk.RunGiven}[random.IntN(2)]}
		start.Plan.Sections = []string{"One", "Two"}
		for i := range 4 {
			start.Plan.Slides = append(start.Plan.Slides, talk.PlannedSlide{Section: i / 2, Planned: some(20 * time.Second).Round(time.Second)})
		}
		if random.IntN(3) > 0 {
			start.Plan.Slot, start.Plan.Questions = time.Minute+some(time.Minute).Round(time.Second), some(5*time.Second)
		}
		clock := engine.New(start, engine.Options{CountIn: 3 * time.Second})
		mono, wall := 7*time.Second, time.Date(2027, 5, 4, 14, 0, 0, 0, time.UTC)
		tick := func(d time.Duration) {
			mono, wall = mono+d, wall.Add(d)
			clock.Tick(mono, wall)
		}
		shown := func() figures {
			r := clock.Read()
			f := figuresOf(&r, 0, alarms)
			f.now = 0 // the bar waits
			if r.State != engine.Running {
				f.alarm = engine.Alarm{} // of a share of a time that shrinks, on the next second
			}
			return f
		}
		tick(0)
		clock.Start()
		for range 300 {
			if random.IntN(8) == 0 { // a key, at any moment
				tick(some(300 * time.Millisecond))
				actions := []func(*engine.Clock) bool{(*engine.Clock).Next, (*engine.Clock).Back, (*engine.Clock).Pause, (*engine.Clock).Question, (*engine.Clock).Resume,
					func(c *engine.Clock) bool { return c.Have(some(time.Minute)) }}
				actions[random.IntN(len(actions))](clock)
			}
			r, was := clock.Read(), shown()
			wait := untilChange(&r, alarms, start.Kind == talk.RunGiven)
			if wait <= 0 || wait > beat {
				t.Fatalf("seed %d: it waits %v", seed, wait)
			}
			const before = 3 * time.Nanosecond
			if wait > before {
				first := some(wait - before)
				tick(first)
				if now := shown(); now != was {
					t.Fatalf("seed %d: %v before it wakes up\n%+v became\n%+v\n%+v", seed, wait-first, was, now, r)
				}
				tick(wait - before - first)
				if now := shown(); now != was {
					t.Fatalf("seed %d: just before it wakes up after %v\n%+v became\n%+v\n%+v", seed, wait, was, now, r)
				}
				tick(before)
			} else {
				tick(wait)
			}
		}
	}
}

// TestWakesUpSeldom counts how often the stage wakes up: twice a second, for the
// clocks and for the journal.
func TestWakesUpSeldom(t *testing.T) {
	ticks := 0
	b := open(t, bread)
	every := b.ticker.every
	b.ticker.every = func(period time.Duration, f func()) func() {
		return every(period, func() { ticks++; f() })
	}
	b.begin()
	b.wait(time.Minute)
	if ticks < 60 || ticks > 125 {
		t.Errorf("it wakes up %d times a minute", ticks)
	}
}

package rehearse

import (
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	"talkgiver/talk"
	"talkgiver/talk/journal"
	engine "talkgiver/talk/rehearse"
)

// heart is a heartbeat that the test makes beat.
type heart struct {
	beat func(func(...talk.Event)) time.Duration // nil while none beats
}

// openBeating opens a talk in a place with a heartbeat.
func openBeating(tb testing.TB, text string, change ...func(*Config)) (*bench, *heart) {
	tb.Helper()
	h := &heart{}
	b := open(tb, text, append(change, func(c *Config) {
		c.Heartbeat = func(beat func(func(...talk.Event)) time.Duration) func() {
			h.beat = beat
			return func() { h.beat = nil }
		}
	})...)
	return b, h
}

// stuck lets time pass with the heartbeat alone, as while the UI goroutine draws.
func (b *bench) stuck(h *heart, d time.Duration, each func()) {
	b.tb.Helper()
	end := b.mono + d
	for next := b.mono; next <= end; {
		b.to(next)
		if h.beat == nil {
			b.tb.Fatal("no heart beats")
		}
		wait := h.beat(b.append)
		if wait <= 0 || wait > pulse {
			b.tb.Fatalf("the next beat is to come after %v", wait)
		}
		next += wait
		each()
	}
	b.to(end)
}

func (b *bench) append(events ...talk.Event) { b.events = append(b.events, events...) }

// While nothing else ticks, the heartbeat writes the run as it goes, for longer
// than a machine takes that falls asleep: nothing of it is taken for sleep, then or
// when the ticks come back, and nothing is counted twice.
func TestHeartbeat_CountsOnce(t *testing.T) {
	for name, key := range map[string]string{"speaking": "", "question": "q"} {
		t.Run(name, func(t *testing.T) {
			b, h := openBeating(t, bread)
			b.begin()
			if key != "" {
				b.press(key)
			}
			began := b.mono
			b.stuck(h, time.Minute, func() {
				run := b.written()[0]
				if missing := b.mono - began - run.Whole(); missing < 0 || missing > time.Second {
					t.Fatalf("after %v the journal has %v", b.mono-began, run.Whole())
				}
			})
			b.wait(3 * time.Second)
			b.Finish()
			run := b.written()[0]
			want := []time.Duration{63 * time.Second, 0}
			if key != "" {
				want = []time.Duration{0, 63 * time.Second}
			}
			if run.Total() != want[0] || run.Questions != want[1] || run.Paused+run.Suspended != 0 {
				t.Errorf("the journal has %+v", run)
			}
		})
	}
}

// The heartbeat has nothing to do where no time counts.
func TestHeartbeat_RestsWhereNothingCounts(t *testing.T) {
	b, h := openBeating(t, bread)
	rests := func(where string) {
		t.Helper()
		if h.beat != nil {
			t.Errorf("%s a heart beats", where)
		}
	}
	rests("before the start")
	b.begin()
	late := h.beat // was about to beat as the key came
	for _, step := range []struct{ where, key string }{{"in a pause", "p"}, {"in the question about the end", "Escape"}} {
		b.press(step.key)
		rests(step.where)
		measured, events := fmt.Sprint(b.run.clock.Run()), len(b.events)
		b.to(b.mono + 10*time.Second)
		late(b.append)
		if got := fmt.Sprint(b.run.clock.Run()); got != measured || len(b.events) != events {
			t.Errorf("%s a late beat makes\n%s\nof\n%s\nand %d events", step.where, got, measured, len(b.events)-events)
		}
	}
	b.press("g", "p")
	if h.beat == nil {
		t.Fatal("no heart beats after the pause")
	}
	b.Finish()
	rests("after the end")
	events := len(b.events)
	b.to(b.mono + 10*time.Second)
	late(b.append)
	if len(b.events) != events {
		t.Errorf("a late beat writes %+v behind the end", b.events[events:])
	}
	if run := b.written()[0]; run.Total() != 0 || run.Paused != 20*time.Second {
		t.Errorf("the journal has %+v", run)
	}
}

// A machine that falls asleep takes the heartbeat along. What it slept is no
// speaking, whoever wakes first.
func TestHeartbeat_IsNotSpeakingInSleep(t *testing.T) {
	for name, counts := range map[string]bool{"a clock that stops in sleep": false, "a clock that goes on": true} {
		t.Run(name, func(t *testing.T) {
			b, h := openBeating(t, bread)
			b.begin()
			b.stuck(h, 5*time.Second, func() {})
			b.wall = b.wall.Add(time.Hour)
			if counts {
				b.mono += time.Hour
				for _, tick := range b.ticks {
					tick.due += time.Hour // asleep, too
				}
			}
			b.stuck(h, 5*time.Second, func() {})
			b.wait(5 * time.Second)
			b.Finish()
			run := b.written()[0]
			if run.Total() < 15*time.Second || run.Total() > 16*time.Second || run.Whole() < time.Hour+14*time.Second || run.Whole() > time.Hour+16*time.Second {
				t.Errorf("%v are spoken, %v of %v suspended", run.Total(), run.Suspended, run.Whole())
			}
		})
	}
}

// A count-in that ends while the UI goroutine is stuck begins the run on the disk.
func TestHeartbeat_BeginsTheRunAfterTheCountIn(t *testing.T) {
	b, h := openBeating(t, bread, func(c *Config) { c.Habits.CountIn = 3 * time.Second })
	b.press("F5")
	if b.overlay != overlayCount {
		t.Fatal("it does not count in")
	}
	began := b.mono + 3*time.Second
	b.stuck(h, 10*time.Second, func() {
		runs := b.written()
		if b.mono < began {
			if len(runs) != 0 {
				t.Fatalf("the journal has a run before the count-in is over")
			}
			return
		}
		if b.mono-began < pulse {
			return
		}
		if len(runs) != 1 || b.events[0].Body.EventKind() != talk.EventRunStart || b.mono-began-runs[0].Whole() > time.Second {
			t.Fatalf("%v behind the count-in the journal has %+v", b.mono-began, runs)
		}
	})
	b.wait(time.Second)
	if b.overlay != overlayNone || b.stage.talk.Time == "" {
		t.Error("the stage is covered still")
	}
	b.Finish()
	if runs := b.written(); len(runs) != 1 || runs[0].Whole() != 8*time.Second {
		t.Errorf("the journal has %+v", runs)
	}
}

// Beats between keys change nothing that is measured: beside each run goes one
// without a heartbeat.
func TestHeartbeat_MeasuresTheSame(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	keys := []string{"Right", "Left", "p", "q", "m", "Right", "Escape", "b"}
	for round := range 6 / fewer {
		b, h := openBeating(t, bread)
		twin := open(t, bread)
		b.begin()
		twin.begin()
		for range 60 {
			for range random.IntN(4) {
				d := time.Duration(random.Int64N(int64(2 * time.Second)))
				b.wait(d)
				twin.wait(d)
				if h.beat != nil {
					h.beat(b.append)
				}
			}
			key := keys[random.IntN(len(keys))]
			b.press(key)
			twin.press(key)
			if b.overlay == overlayEnd {
				b.press("g")
				twin.press("g")
			}
			truth, kept := b.run.clock.Run(), b.written()[0]
			for i, d := range kept.Spoken {
				if d > truth.Spoken[i] {
					t.Fatalf("round %d: the journal has %v on slide %d, the clock %v", round, d, i, truth.Spoken[i])
				}
			}
		}
		b.Finish()
		twin.Finish()
		got, want := b.written()[0], twin.written()[0]
		got.ID, want.ID = "", ""
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("round %d: with a heartbeat\n%v\nwithout\n%v", round, got, want)
		}
	}
}

// Keys and beats that come at any moment, each from a goroutine of its own, leave
// a journal whose order is right.
func TestHeartbeat_BesideKeys(t *testing.T) {
	var mu sync.Mutex // of what a writer has
	var events []talk.Event
	write := func(more ...talk.Event) {
		mu.Lock()
		defer mu.Unlock()
		events = append(events, more...)
	}
	began := time.Now()
	plan := talk.RunPlan{Sections: []string{"All"}, Slides: make([]talk.PlannedSlide, 5)}
	r := newRehearsal(Config{
		Now:    func() (time.Duration, time.Time) { gone := time.Since(began) * 10000; return gone, began.Add(gone) },
		Append: write,
	}, Habits{}, talk.RunStart{Kind: talk.RunPractice, Plan: plan})
	r.do((*engine.Clock).Start)
	var beats sync.WaitGroup
	beats.Go(func() {
		for r.underWay() {
			r.beat(write)
		}
	})
	for range 500 {
		r.do((*engine.Clock).Next)
		r.do((*engine.Clock).Pause)
		r.do((*engine.Clock).Resume)
		r.do((*engine.Clock).Back)
		if reading := r.read(); reading.Slide != r.measured().Slide {
			t.Errorf("it stands on slide %d and %d", reading.Slide, r.measured().Slide)
		}
	}
	r.end()
	beats.Wait()
	r.beat(write)
	last := len(events) - 1
	for i, e := range events {
		if kind := e.Body.EventKind(); (kind == talk.EventRunStart) != (i == 0) || (kind == talk.EventRunEnd) != (i == last) {
			t.Fatalf("event %d of %d is a %s", i, last, kind)
		}
		if i > 0 && e.At.Before(events[i-1].At) {
			t.Fatalf("event %d comes before the one before it", i)
		}
	}
	runs := journal.Runs(events)
	if len(runs) != 1 || runs[0].Whole() != r.measured().Whole() {
		t.Errorf("the journal has %+v, measured was %+v", runs, r.measured())
	}
}

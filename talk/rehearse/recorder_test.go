package rehearse

import (
	"math/rand/v2"
	"reflect"
	"testing"
	"time"

	"talkgiver/talk"
)

// rebuild makes a run of what a journal has of it.
func rebuild(start talk.RunStart, parts []talk.RunPart) talk.Run {
	run := talk.Run{RunStart: start, Spoken: make([]time.Duration, len(start.Plan.Slides))}
	for _, p := range parts {
		run.Take(p.RunMeasure)
	}
	return run
}

// Any run can be rebuilt from its parts, without the end and without any one of
// the parts before the last.
func TestAnyOneLostPartCostsNothing(t *testing.T) {
	for seed := range uint64(30) {
		random := rand.New(rand.NewPCG(seed, 2))
		st := newStage(threeSlides(), Options{})
		st.Identify("run")
		st.Start()
		var recorder Recorder
		var parts []talk.RunPart
		var replans []talk.Replan
		var want talk.Run
		for range 200 {
			st.pass(time.Duration(random.Int64N(int64(400*time.Millisecond))), 0)
			if random.IntN(4) == 0 {
				move := moves[random.IntN(len(moves)-1)] // all but the end
				if move.do != nil {
					move.do(st.Clock)
				}
			}
			if part, due := recorder.Part(st.Clock); due {
				parts = append(parts, part)
				want = st.Run()
			}
			for _, e := range recorder.Replans(st.Clock) {
				replans = append(replans, e.Replan)
			}
		}
		if !reflect.DeepEqual(replans, st.Run().Replans) {
			t.Fatalf("seed %d: the plans written are %+v", seed, replans)
		}
		for lost := range parts {
			rest := append(parts[:lost:lost], parts[lost+1:]...)
			got := rebuild(want.RunStart, rest)
			if lost == len(parts)-1 {
				continue // the last one may cost what happened since
			}
			want.ID, want.Started, want.Replans = "", time.Time{}, nil
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("seed %d without part %d of %d:\n got %+v\nwant %+v", seed, lost, len(parts), got, want)
			}
		}
		if parts[0].Run != "run" {
			t.Fatalf("a part of the run %q", parts[0].Run)
		}
	}
}

// At each tick, what was measured before the last second is in a part.
func TestARunIsRecordedWithinASecond(t *testing.T) {
	const tick = 200 * time.Millisecond
	st := newStage(threeSlides(), Options{Period: tick})
	st.Start()
	var recorder Recorder
	var parts []talk.RunPart
	for i := range 600 {
		before := rebuild(threeSlides(), parts)
		if missing := st.Run().Whole() - before.Whole(); missing > s {
			t.Fatalf("after %v %v is not recorded", time.Duration(i)*tick, missing)
		}
		if part, due := recorder.Part(st.Clock); due {
			parts = append(parts, part)
		}
		switch i % 50 {
		case 20:
			st.Next()
		case 33:
			st.Back()
		case 40, 45:
			st.Question()
		}
		st.pass(tick, tick)
	}
	if most := 600/2 + 5*12; len(parts) > most {
		t.Errorf("%d parts for two minutes, want at most %d", len(parts), most)
	}
}

func TestAnOpenPauseDoesNotFillTheJournal(t *testing.T) {
	st := newStage(threeSlides(), Options{})
	var recorder Recorder
	if _, due := recorder.Part(st.Clock); due {
		t.Error("a part before the start")
	}
	st.Start()
	st.speak(10 * s)
	st.Pause()
	parts := 0
	for range 8 * 3600 {
		st.pass(s, s)
		if _, due := recorder.Part(st.Clock); due {
			parts++
		}
	}
	if parts > 8*60 {
		t.Errorf("%d parts in a pause of 8 hours", parts)
	}
	st.End()
	if _, due := recorder.Part(st.Clock); due {
		t.Error("a part after the end")
	}
}

func TestWhatHappensIsRecordedAtOnce(t *testing.T) {
	st := newStage(threeSlides(), Options{})
	st.Start()
	var recorder Recorder
	recorder.Part(st.Clock)
	for _, happens := range []struct {
		name string
		do   func() bool
	}{
		{"a new slide", st.Next},
		{"a pause", st.Pause},
		{"its end", st.Resume},
		{"a question", st.Question},
		{"a mark", func() bool { return st.Mark("landed") }},
	} {
		if _, due := recorder.Part(st.Clock); due {
			t.Errorf("a part is due before %s", happens.name)
		}
		happens.do()
		if _, due := recorder.Part(st.Clock); !due {
			t.Errorf("no part is due after %s", happens.name)
		}
	}
}

func TestPartsAreSmall(t *testing.T) {
	c := manySlides(120)
	var recorder Recorder
	for i := range 300 {
		c.Tick(time.Duration(i+1)*s, noon.Add(time.Duration(i+1)*s))
		c.Next()
		if part, due := recorder.Part(c); due && len(part.Spoken) > 3 {
			t.Fatalf("a part with %d slides", len(part.Spoken))
		}
	}
}

func BenchmarkTickAndRecord(b *testing.B) {
	c := manySlides(120)
	var recorder Recorder
	var mono time.Duration
	b.ReportAllocs()
	for b.Loop() {
		mono += 100 * time.Millisecond
		c.Tick(mono, noon.Add(mono))
		recorder.Part(c)
	}
}

func BenchmarkReport(b *testing.B) {
	run := manySlides(120).Run()
	for b.Loop() {
		NewReport(run)
	}
}

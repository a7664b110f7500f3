package rehearse

import (
	"reflect"
	"testing"
	"time"

	"talkgiver/talk"
)

func TestYouNowHave(t *testing.T) {
	for _, kind := range []talk.RunKind{talk.RunPractice, talk.RunGiven} {
		t.Run(string(kind), func(t *testing.T) {
			start := threeSlides() // 1, 2 and 3 minutes, 2 for questions, in 10
			start.Kind = kind
			st := newStage(start, Options{})
			if st.Have(m) {
				t.Error("a new time before the start")
			}
			st.Start()
			st.speak(2 * m) // a minute over
			st.Pause()
			st.speak(30 * s)
			st.Resume()
			st.Next()
			st.speak(time.Second)
			if !st.Have(3*m + 29*s + 500*time.Millisecond) { // of 1:59, 3 and 2 minutes: the half
				t.Fatal("no new plan")
			}
			plan := st.Plan()
			want := []time.Duration{2 * m, s + 59*s + 500*time.Millisecond, 90 * s}
			for i, w := range want {
				if got := plan.Slides[i].Planned; got != w {
					t.Errorf("slide %d is planned %v, want %v", i, got, w)
				}
			}
			if plan.Questions != m {
				t.Errorf("%v for questions, want 1m", plan.Questions)
			}
			read := st.Read()
			now := noon.Add(2*m + 31*s)
			if !read.End.Equal(now.Add(3*m+29*s+500*time.Millisecond)) || read.Drift != (Drift{OnTime, 0}) {
				t.Errorf("ends %v, %+v", read.End, read.Drift)
			}
			wantTimes(t, st.Run(), 2*m, s, 0)
			st.speak(70 * s)
			if got := st.Read().Drift; got != (Drift{Behind, 10*s + 500*time.Millisecond}) {
				t.Errorf("later %+v", got)
			}
			report := NewReport(st.Run())
			if row := report.Slides[1]; row.First != 2*m || row.Planned != m+500*time.Millisecond {
				t.Errorf("the report has %+v", row)
			}
		})
	}
}

func TestYouNowHaveWithoutAPlan(t *testing.T) {
	st := newStage(talk.RunStart{Plan: talk.RunPlan{Slides: []talk.PlannedSlide{{}, {}, {}, {Backup: true}}}}, Options{})
	st.Start()
	st.speak(10 * s)
	st.Next()
	if st.Have(-1) || st.Have(48*time.Hour) {
		t.Error("a time that nobody has")
	}
	st.Have(4 * m)
	want := []time.Duration{10 * s, 2 * m, 2 * m, 0}
	for i, slide := range st.Plan().Slides {
		if slide.Planned != want[i] {
			t.Errorf("slide %d is planned %v, want %v", i, slide.Planned, want[i])
		}
	}
	if st.Have(0); st.Read().Left != 0 || st.Read().Drift.Kind != OnTime {
		t.Errorf("with nothing left %+v", st.Read())
	}
}

func TestSkip(t *testing.T) {
	st := newStage(threeSlides(), Options{})
	st.Start()
	st.speak(3 * m)
	if st.Skip(0) || st.Skip(9) || st.Skip() {
		t.Error("skipped what is there already, or is not there")
	}
	if !st.Skip(1) || st.Skip(1) {
		t.Error("the second slide cannot be skipped once")
	}
	if got := st.Read(); got.Drift != (Drift{OnTime, 0}) {
		t.Errorf("two minutes late, two minutes left out: %+v", got.Drift)
	}
	st.Next()
	st.speak(10 * s)
	run := st.Run()
	wantTimes(t, run, 3*m, 0, 10*s)
	if got := DriftOf(run); got != (Drift{OnTime, 0}) || run.Complete() {
		t.Errorf("drift %+v, complete %v", got, run.Complete())
	}
	st.Jump(1) // after all
	st.speak(5 * s)
	if got := st.Read().Drift; got != (Drift{Behind, 5 * s}) {
		t.Errorf("a skipped slide that is told: %+v", got)
	}
}

// A journal rebuilds the plan, and a clock that continues goes on by it without
// writing it again.
func TestReplansAreRecordedOnce(t *testing.T) {
	st := newStage(threeSlides(), Options{})
	st.Identify("run")
	st.Start()
	var recorder Recorder
	st.speak(5 * s)
	st.Skip(1)
	st.Have(3 * m)
	written := recorder.Replans(st.Clock)
	if len(written) != 2 || written[0].Run != "run" || len(recorder.Replans(st.Clock)) != 0 {
		t.Fatalf("written %+v", written)
	}
	run := talk.Run{RunStart: threeSlides(), Spoken: []time.Duration{5 * s, 0, 0}}
	for _, e := range written {
		run.Replans = append(run.Replans, e.Replan)
	}
	again := Continue(run, Options{})
	if got, want := again.Plan(), st.Plan(); !reflect.DeepEqual(got, want) {
		t.Errorf("continued by %+v, want %+v", got, want)
	}
	var second Recorder
	if twice := second.Replans(again); len(twice) != 0 {
		t.Errorf("written again: %+v", twice)
	}
	if again.Read().Drift != (Drift{OnTime, 0}) {
		t.Errorf("drift %+v", again.Read().Drift)
	}
}

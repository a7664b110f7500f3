package talk

import (
	"reflect"
	"testing"
	"time"
)

// aRun is a run of three slides, the last one a backup.
func aRun() Run {
	return Run{
		RunStart: RunStart{Plan: RunPlan{Slides: []PlannedSlide{
			{Planned: time.Minute}, {Planned: 2 * time.Minute}, {Backup: true},
		}}},
		Ended: time.Date(2027, 5, 4, 12, 3, 0, 0, time.UTC),
		Slide: 1, Spoken: []time.Duration{50 * time.Second, 70 * time.Second, 0},
		Paused: 3 * time.Second, Questions: 4 * time.Second, Suspended: 5 * time.Second,
		Marks: []RunMark{{"landed", 0, 30 * time.Second}},
	}
}

func TestRunAddsUp(t *testing.T) {
	r := aRun()
	if got := r.Plan.Total(); got != 3*time.Minute {
		t.Errorf("planned %v, want 3m", got)
	}
	if got := r.Total(); got != 2*time.Minute {
		t.Errorf("spoken %v, want 2m", got)
	}
	if got := r.Whole(); got != 2*time.Minute+12*time.Second {
		t.Errorf("whole %v, want 2m12s", got)
	}
}

func TestRunComplete(t *testing.T) {
	r := aRun()
	if !r.Complete() {
		t.Error("a run without its backup slide is not complete")
	}
	r.Ended = time.Time{}
	if r.Complete() || r.Rehearsed() {
		t.Error("a run that was cut off on its last slide is complete")
	}
	r = aRun()
	r.Spoken[1] = 0
	if r.Complete() {
		t.Error("a run without its second slide is complete")
	}
	if (Run{}).Complete() {
		t.Error("a run of nothing is complete")
	}
}

func TestClickingThroughIsNoRehearsal(t *testing.T) {
	r := aRun() // 2 of 3 minutes
	if !r.Rehearsed() {
		t.Error("two thirds of the planned time on every slide are no rehearsal")
	}
	for i := range r.Spoken {
		r.Spoken[i] = min(r.Spoken[i], 4*time.Second)
	}
	if r.Rehearsed() {
		t.Error("a few seconds a slide are a rehearsal")
	}
	r = aRun()
	r.Spoken[0] = 0
	if r.Rehearsed() {
		t.Error("a run without its first slide is a whole rehearsal")
	}
}

func TestRunTakesTheGreaterFigure(t *testing.T) {
	want := aRun()
	got := Run{RunStart: want.RunStart, Ended: want.Ended, Spoken: make([]time.Duration, 3)}
	got.Take(want.Measure())
	if !reflect.DeepEqual(got, want) {
		t.Errorf("from its measure the run is\n%+v, want\n%+v", got, want)
	}
	// An older measure, and one of another plan, take nothing away.
	got.Take(RunMeasure{Slide: 1, Spoken: []SpokenTime{{0, time.Second}}, Paused: time.Second, Marks: want.Marks})
	got.Take(RunMeasure{Slide: 9, Spoken: []SpokenTime{{9, time.Hour}, {-1, time.Hour}}})
	if !reflect.DeepEqual(got, want) {
		t.Errorf("after older measures the run is\n%+v, want\n%+v", got, want)
	}
}

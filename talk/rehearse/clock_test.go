package rehearse

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"talkgiver/talk"
)

func TestTimeGoesToTheSlideThatIsShown(t *testing.T) {
	st := newStage(threeSlides(), Options{})
	st.speak(5 * s) // nothing counts before the start
	st.Start()
	st.speak(40 * s)
	st.Next()
	st.speak(70 * s)
	st.Next()
	st.speak(3 * s)
	st.Back()
	st.speak(10 * s)
	st.Jump(0)
	st.speak(2 * s)
	st.End()
	st.speak(99 * s)
	run := st.Run()
	wantTimes(t, run, 42*s, 80*s, 3*s)
	if run.Total() != 125*s || run.Whole() != 125*s {
		t.Errorf("total %v, whole %v, want 125 s both", run.Total(), run.Whole())
	}
	if want := noon.Add(5 * s); !run.Started.Equal(want) {
		t.Errorf("started %v, want %v", run.Started, want)
	}
	if want := noon.Add(130 * s); !run.Ended.Equal(want) {
		t.Errorf("ended %v, want %v", run.Ended, want)
	}
	report := NewReport(run)
	if got := report.Sections[0]; got != (Row{Title: "Before", Planned: 3 * m, Actual: 122 * s, First: 3 * m}) {
		t.Errorf("first section: %+v", got)
	}
	if got := report.Slides[2]; got.Over() != -177*s {
		t.Errorf("last slide is %v over, want -2m57s", got.Over())
	}
	if got := report.Total; got != (Row{Title: "Belts", Planned: 6 * m, Actual: 125 * s, First: 6 * m}) {
		t.Errorf("total: %+v", got)
	}
}

func TestPausesAndQuestionsAreNoSpeaking(t *testing.T) {
	st := newStage(threeSlides(), Options{})
	st.Start()
	st.speak(10 * s)
	st.Question()
	st.speak(30 * s)
	st.Pause()
	st.speak(7 * s)
	st.Resume() // back to the question
	st.speak(5 * s)
	st.Question()
	st.speak(20 * s)
	st.Pause()
	st.speak(4 * s)
	st.Question() // out of a pause
	st.speak(1 * s)
	st.Question()
	st.speak(2 * s)
	run := st.Run()
	wantTimes(t, run, 32*s, 0, 0)
	if run.Questions != 36*s || run.Paused != 11*s || run.Suspended != 0 {
		t.Errorf("questions %v, paused %v, suspended %v; want 36s, 11s, 0s", run.Questions, run.Paused, run.Suspended)
	}
}

func TestMovesKeepTheStateAndStayInThePlan(t *testing.T) {
	st := newStage(threeSlides(), Options{})
	if st.Next() || st.Back() || st.Jump(1) || st.Pause() || st.Resume() || st.Question() || st.Mark("x") || st.End() {
		t.Error("an action before the start did something")
	}
	st.Start()
	if st.Start() || st.Back() || st.Jump(3) || st.Jump(-1) || st.Jump(0) || st.Resume() {
		t.Error("an action that leads nowhere did something")
	}
	st.Pause()
	if !st.Next() || st.State() != Paused || st.Read().Slide != 1 {
		t.Errorf("a slide looked up in a pause: state %v, slide %d", st.State(), st.Read().Slide)
	}
	st.speak(1 * s)
	st.Next()
	st.speak(1 * s)
	if st.Next() || st.Read().Slide != 2 {
		t.Error("next on the last slide moved")
	}
	st.End()
	if st.State() != Done || st.End() || st.Start() || st.Back() || st.Mark("x") {
		t.Error("an action after the end did something")
	}
}

// What is kept for questions is jumped to: no press too many shows it.
func TestNextLeavesWhatIsForQuestions(t *testing.T) {
	st := newStage(talk.RunStart{Plan: talk.RunPlan{Slides: []talk.PlannedSlide{{Planned: m}, {Planned: m}, {Backup: true}, {Backup: true}}}}, Options{})
	st.Start()
	for _, press := range []struct {
		do   func() bool
		want int
	}{
		{st.Next, 1}, {st.Next, 1}, {func() bool { return st.Jump(2) }, 2}, {st.Next, 3}, {st.Next, 3}, {st.Back, 2}, {st.Back, 1}, {st.Next, 1},
	} {
		press.do()
		if got := st.Read().Slide; got != press.want {
			t.Fatalf("it is on slide %d, want %d", got, press.want)
		}
		st.speak(5 * s)
	}
}

func TestABouncingClickerNeverSkipsTwoSlides(t *testing.T) {
	tests := []struct {
		name  string
		after time.Duration
		want  int
	}{
		{"bounce", 30 * time.Millisecond, 1},
		{"just inside", Debounce - 1, 1},
		{"a second press", Debounce, 2},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			st := newStage(threeSlides(), Options{Period: 100 * time.Millisecond})
			st.Start()
			st.pass(s, s)
			st.Next()
			st.pass(tt.after, tt.after)
			st.Next()
			if got := st.Read().Slide; got != tt.want {
				t.Errorf("on slide %d, want %d", got, tt.want)
			}
		})
	}
	t.Run("a button that chatters or is held", func(t *testing.T) {
		st := newStage(threeSlides(), Options{Period: 100 * time.Millisecond})
		st.Start()
		st.pass(s, s)
		for range 50 {
			st.Next()
			st.pass(Quiet/2, Quiet/2)
		}
		if got := st.Read().Slide; got != 1 {
			t.Errorf("on slide %d, want 1", got)
		}
	})
	t.Run("four presses a second are a hand", func(t *testing.T) {
		st := newStage(threeSlides(), Options{Period: 100 * time.Millisecond})
		st.Start()
		for range 2 {
			st.pass(Debounce, Debounce)
			if !st.Next() {
				t.Error("a press did not count")
			}
		}
	})
	t.Run("going back at once is no bounce", func(t *testing.T) {
		st := newStage(threeSlides(), Options{})
		st.Start()
		st.Next()
		if !st.Back() || st.Back() || st.Read().Slide != 0 {
			t.Errorf("on slide %d, want 0", st.Read().Slide)
		}
	})
	t.Run("the press that starts", func(t *testing.T) {
		st := newStage(threeSlides(), Options{StartOnMove: true})
		if !st.Next() || st.State() != Running || st.Next() || st.Read().Slide != 0 {
			t.Errorf("state %v, slide %d; want running on the first", st.State(), st.Read().Slide)
		}
	})
}

func TestSleepIsNoSpeaking(t *testing.T) {
	tests := []struct {
		name              string
		mono, wall        time.Duration
		spoken, suspended time.Duration
	}{
		{"both alike", s, s, 11 * s, 0},
		{"wall slightly ahead", s, 3 * s, 11 * s, 0},
		{"wall ahead by more than 2 s", s, 3*s + 1, 11 * s, 2*s + 1},
		{"the lid closed for an hour", s, time.Hour, 11 * s, time.Hour - s},
		{"a late tick", 10 * s, 10 * s, 20 * s, 0},
		{"mono counts the sleep", time.Hour, time.Hour, 11 * s, time.Hour - s},
		{"mono counts half of the sleep", 30 * m, time.Hour, 11 * s, time.Hour - s},
		{"wall set back", s, -time.Hour, 11 * s, 0},
		{"wall set from 1970", s, 20000 * 24 * time.Hour, 11 * s, 0},
		{"mono back", -5 * s, s, 10 * s, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			st := newStage(threeSlides(), Options{Period: s})
			st.Start()
			st.speak(10 * s)
			st.pass(tt.mono, tt.wall)
			run := st.Run()
			if run.Spoken[0] != tt.spoken || run.Suspended != tt.suspended {
				t.Errorf("spoken %v, suspended %v; want %v, %v", run.Spoken[0], run.Suspended, tt.spoken, tt.suspended)
			}
		})
	}
}

func TestMonoThatWentBackCountsOnlyWhatIsNew(t *testing.T) {
	st := newStage(threeSlides(), Options{})
	st.Start()
	for _, mono := range []time.Duration{4 * s, 2 * s, 3 * s, 5 * s} {
		st.Tick(mono, noon.Add(mono))
	}
	wantTimes(t, st.Run(), 5*s)
}

func TestMidnightAndZonesDoNotMatter(t *testing.T) {
	st := newStage(threeSlides(), Options{})
	late := time.Date(2027, 3, 27, 23, 59, 58, 0, time.FixedZone("", 3600))
	st.Tick(0, late)
	st.Start()
	for i := 1; i <= 4; i++ {
		wall := late.Add(time.Duration(i) * s)
		if i%2 == 0 {
			wall = wall.In(time.FixedZone("", 7200))
		}
		st.Tick(time.Duration(i)*s, wall)
	}
	if run := st.Run(); run.Spoken[0] != 4*s || run.Suspended != 0 {
		t.Errorf("spoken %v, suspended %v; want 4s, 0s", run.Spoken[0], run.Suspended)
	}
}

// Go's times carry a monotonic reading, by which the wall clock would never run
// ahead.
func TestWallTimesAreThoseOfTheWall(t *testing.T) {
	c := New(threeSlides(), Options{})
	c.Tick(0, time.Now())
	c.Start()
	c.Tick(s, time.Now())
	c.End()
	for _, got := range []time.Time{c.Run().Started, c.Run().Ended} {
		if strings.Contains(got.String(), " m=") {
			t.Errorf("%v has a monotonic reading", got)
		}
	}
}

// A run of ninety minutes is measured to the nanosecond, however the ticks fall.
func TestNinetyMinutesWithoutError(t *testing.T) {
	for _, period := range []time.Duration{
		time.Second / 60, 99999937 * time.Nanosecond, 250 * time.Millisecond, 1013 * time.Millisecond, 7 * s, 61 * s,
	} {
		t.Run(period.String(), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				ninetyMinutes(t, period)
			})
		})
	}
}

func ninetyMinutes(t *testing.T, period time.Duration) {
	began := time.Now()
	c := New(threeSlides(), Options{Period: period})
	tick := func() { c.Tick(time.Since(began), time.Now()) }
	ticker := time.NewTicker(period)
	defer ticker.Stop()
	tick()
	c.Start()
	// What happens when, apart from the ticks.
	actions := []struct {
		at time.Duration
		do func() bool
	}{
		{20*m + 17*time.Millisecond, c.Next},
		{40*m + 1, c.Pause},
		{50*m + 333333333, c.Resume},
		{60*m + 7, c.Question},
		{70 * m, c.Next},
		{75*m + 999, c.Question},
		{90*m + 123456789, c.End},
	}
	for _, a := range actions {
		for deadline := time.After(a.at - time.Since(began)); ; {
			select {
			case <-ticker.C:
				tick()
				continue
			case <-deadline:
			}
			break
		}
		tick()
		if !a.do() {
			t.Fatalf("the action at %v did nothing", a.at)
		}
	}
	run := c.Run()
	first, second := 20*m+17*time.Millisecond, (40*m+1)-(20*m+17*time.Millisecond)+(60*m+7)-(50*m+333333333)
	third := (90*m + 123456789) - (75*m + 999)
	wantTimes(t, run, first, second, third)
	if want := 10*m + 333333332; run.Paused != want {
		t.Errorf("paused %v, want %v", run.Paused, want)
	}
	if want := 15*m + 992; run.Questions != want {
		t.Errorf("questions %v, want %v", run.Questions, want)
	}
	if run.Suspended != 0 || run.Whole() != 90*m+123456789 {
		t.Errorf("suspended %v, whole %v", run.Suspended, run.Whole())
	}
}

func TestMarks(t *testing.T) {
	st := newStage(threeSlides(), Options{})
	st.Start()
	st.speak(5 * s)
	st.Mark("stumbled")
	if st.Mark("stumbled") {
		t.Error("the same mark twice")
	}
	st.Next()
	st.speak(2 * s)
	st.Mark("landed")
	want := []talk.RunMark{{Kind: "stumbled", Slide: 0, At: 5 * s}, {Kind: "landed", Slide: 1, At: 7 * s}}
	got := st.Run().Marks
	if len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("marks %+v, want %+v", got, want)
	}
}

func TestAPlanThatMakesNoSense(t *testing.T) {
	start := talk.RunStart{Plan: talk.RunPlan{Slides: []talk.PlannedSlide{{Planned: -m, Section: 7}}}}
	st := newStage(start, Options{})
	st.Start()
	st.speak(3 * s)
	if got := st.Read(); got.Planned != 0 || got.Spoken != 3*s || got.Drift.Kind != Unplanned {
		t.Errorf("a negative plan reads %+v", got)
	}
	if got := NewReport(st.Run()); got.Total.Actual != 3*s || len(got.Sections) != 0 {
		t.Errorf("a section that is not there: %+v", got)
	}
	if start.Plan.Slides[0].Planned != -m {
		t.Error("the caller's plan was changed")
	}
	empty := newStage(talk.RunStart{}, Options{})
	empty.Start()
	empty.speak(3 * s)
	if got := empty.Run(); len(got.Spoken) != 1 || got.Spoken[0] != 3*s {
		t.Errorf("a talk without slides: %v", got.Spoken)
	}
}

func TestContinueARunThatWasCutOff(t *testing.T) {
	st := newStage(threeSlides(), Options{})
	st.Start()
	st.speak(10 * s)
	st.Next()
	st.speak(20 * s)
	st.Mark("landed")
	cut := st.Run()

	again := &stage{Clock: Continue(cut, Options{}), wall: noon.Add(24 * time.Hour)}
	again.pass(0, 0)
	if again.State() != Paused || again.Read().Slide != 1 {
		t.Fatalf("state %v on slide %d, want paused on slide 1", again.State(), again.Read().Slide)
	}
	again.Resume()
	again.speak(5 * s)
	again.End()
	run := again.Run()
	wantTimes(t, run, 10*s, 25*s, 0)
	if run.Whole() != 35*s || !run.Started.Equal(cut.Started) || len(run.Marks) != 1 {
		t.Errorf("whole %v, started %v, marks %v", run.Whole(), run.Started, run.Marks)
	}
	wantTimes(t, cut, 10*s, 20*s, 0) // the old run is not touched
	if c := Continue(run, Options{}); c.State() != Done {
		t.Error("a run that has ended goes on")
	}
	lost := &stage{Clock: Continue(talk.Run{Slide: 1, Spoken: []time.Duration{5 * s, 7 * s}}, Options{}), wall: noon}
	lost.pass(0, 0)
	lost.Resume()
	lost.speak(3 * s)
	wantTimes(t, lost.Run(), 5*s, 10*s)
	if c := Continue(talk.Run{Slide: 9, Spoken: []time.Duration{1, 2}}, Options{}); c.Read().Slide != 1 {
		t.Error("a run without its plan stands outside of it")
	}
}

// On stage the time between a cut and its resume is gone: the clock of a talk that
// is given is the one on the wall.
func TestContinueATalkThatIsGiven(t *testing.T) {
	start := threeSlides()
	start.Kind = talk.RunGiven
	st := newStage(start, Options{})
	st.Start()
	st.speak(90 * s)
	st.Next()
	st.speak(10 * s)
	cut, before := st.Run(), st.Read()

	for range 2 { // cut off twice
		again := &stage{Clock: Continue(cut, Options{}), wall: st.wall.Add(39 * s)}
		again.pass(0, 0)
		if again.State() != Running || again.Read().Slide != 1 {
			t.Fatalf("state %v on slide %d, want running on slide 1", again.State(), again.Read().Slide)
		}
		r := again.Read()
		if r.Left != before.Left-39*s || !r.End.Equal(before.End) || r.Suspended != before.Suspended+39*s {
			t.Errorf("left %v of %v, ends %v, suspended %v", r.Left, before.Left, r.End, r.Suspended)
		}
		if want := r.End.Sub(again.wall) - start.Plan.Questions; r.Left != want {
			t.Errorf("left %v, on the wall %v", r.Left, want)
		}
		if late := r.Drift.By - before.Drift.By; r.Drift.Kind != Behind || late != 39*s {
			t.Errorf("the drift is %+v, before %+v", r.Drift, before.Drift)
		}
		again.speak(5 * s)
		wantTimes(t, again.Run(), 90*s, cut.Spoken[1]+5*s, 0)
		if again.Run().Whole() != again.wall.Sub(noon) {
			t.Errorf("whole %v, on the wall %v", again.Run().Whole(), again.wall.Sub(noon))
		}
		cut, before, st = again.Run(), again.Read(), again
	}

	back := &stage{Clock: Continue(cut, Options{}), wall: noon.Add(-time.Hour)} // a wall clock that was set
	back.pass(0, 0)
	if got := back.Read().Left; got != before.Left {
		t.Errorf("left %v, want %v", got, before.Left)
	}
	st.End()
	ended := &stage{Clock: Continue(st.Run(), Options{}), wall: st.wall.Add(m)}
	ended.pass(0, 0)
	if ended.State() != Done || ended.Run().Suspended != st.Run().Suspended {
		t.Error("a talk that has ended goes on")
	}
}

// The first press after a cut says "now", and the next one "further"; a pause by
// hand is ended by hand.
func TestContinue_TheFirstNextGoesOn(t *testing.T) {
	st := newStage(threeSlides(), Options{})
	st.Start()
	st.speak(10 * s)
	again := &stage{Clock: Continue(st.Run(), Options{}), wall: noon.Add(time.Hour)}
	again.pass(0, 0)
	if !again.Read().Waits || !again.Next() || again.State() != Running || again.Read().Slide != 0 || again.Read().Waits {
		t.Fatalf("state %v on slide %d", again.State(), again.Read().Slide)
	}
	again.speak(s)
	if !again.Next() || again.Read().Slide != 1 {
		t.Error("the second press does not go further")
	}
	again.speak(s)
	again.Pause()
	if again.Read().Waits || !again.Next() || again.State() != Paused || again.Read().Slide != 2 {
		t.Errorf("in a pause by hand: state %v on slide %d", again.State(), again.Read().Slide)
	}
}

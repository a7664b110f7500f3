package rehearse

import (
	"testing"
	"time"
)

func TestCountIn(t *testing.T) {
	options := Options{CountIn: 3 * s, StartOnMove: true}
	st := newStage(threeSlides(), options)
	st.Start()
	st.pass(s, s)
	if got := st.Read(); got.State != CountIn || got.CountIn != 2*s || st.UnderWay() {
		t.Errorf("after a second %+v", got)
	}
	if st.Pause() || st.Mark("x") || st.Have(m) || st.Jump(1) || st.End() {
		t.Error("something can be done before the run begins")
	}
	st.pass(2*s+300*time.Millisecond, 2*s+300*time.Millisecond)
	run := st.Run()
	wantTimes(t, run, 300*time.Millisecond)
	if want := noon.Add(3 * s); st.State() != Running || !run.Started.Equal(want) {
		t.Errorf("state %v, started %v, want %v", st.State(), run.Started, want)
	}

	st = newStage(threeSlides(), options)
	st.Start()
	if !st.Cancel() || st.Cancel() || st.State() != Ready {
		t.Errorf("cancelled: %v", st.State())
	}
	st.Start()
	if !st.Start() || st.State() != Running {
		t.Errorf("started twice: %v", st.State())
	}
	st = newStage(threeSlides(), options)
	if !st.Next() || st.State() != Running || st.Read().Slide != 0 {
		t.Error("a move does not start at once")
	}
}

func TestSectionsAreJumpedToAndSkipped(t *testing.T) {
	st := newStage(threeSlides(), Options{})
	st.Start()
	if !st.SkipSection() || st.Read().Slide != 2 || st.SkipSection() {
		t.Errorf("on slide %d behind the first section", st.Read().Slide)
	}
	if !st.JumpSection(0) || st.Read().Slide != 0 || st.JumpSection(0) || st.JumpSection(7) {
		t.Errorf("on slide %d", st.Read().Slide)
	}
	st.Skip(1)
	st.pass(s, s)
	if !st.Next() || st.Read().Slide != 2 {
		t.Errorf("next goes to the slide %d that is skipped", st.Read().Slide)
	}
	if !st.Back() || st.Read().Slide != 0 {
		t.Errorf("back goes to the slide %d that is skipped", st.Read().Slide)
	}
	if !st.Jump(1) {
		t.Error("a skipped slide cannot be looked up")
	}
}

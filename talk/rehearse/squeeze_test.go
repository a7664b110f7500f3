package rehearse

import (
	"testing"
	"time"
)

// A plan that is longer than its slot has no room from the first second, and what
// is missing is counted from where the run is.
func TestSqueezeOf_CountsFromHere(t *testing.T) {
	start := threeSlides()
	start.Plan.Slot = 5 * m // for six minutes, and two for questions
	st := newStage(start, Options{})
	st.Start()
	weights := make([]Weight, 3)
	short := func(want time.Duration) {
		t.Helper()
		if got := SqueezeOf(st.Run(), weights).Short; got != want {
			t.Errorf("on slide %d it is short by %v, want %v", st.Read().Slide, got, want)
		}
	}
	short(3 * m)
	st.speak(30 * s)
	short(3 * m) // on its own time nobody gets late
	st.Next()    // half a minute early
	short(2*m + 30*s)
	st.speak(3 * m) // its two minutes, and one more
	short(3*m + 30*s)
	st.Jump(2) // with what was left of it
	short(3*m + 30*s)
	if st.Read().Drift.Kind != Behind {
		t.Errorf("the drift is %+v", st.Read().Drift)
	}
}

func TestSqueezeOf(t *testing.T) {
	for _, tt := range []struct {
		name    string
		have    time.Duration
		weights []Weight
		key     string
		slide   int
	}{
		{"all fits", 8 * m, make([]Weight, 3), "", -1},
		{"the extra first", 5 * m, []Weight{{}, {Value: 1}, {Extra: true, Value: 9}}, "squeeze", 2},
		{"the extra first, and the end stays", 6 * m, []Weight{{}, {Extra: true}, {}}, "squeeze", 1},
		{"what is worth least", 6 * m, []Weight{{}, {Value: 1}, {Value: 9}}, "squeeze", 1},
		{"all that may go is not enough", 2 * m, []Weight{{}, {Core: true}, {Extra: true}}, "squeeze.late", 2},
		{"all is core", 4 * m, []Weight{{Core: true}, {Core: true}, {Core: true}}, "squeeze.core", -1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			st := newStage(threeSlides(), Options{}) // of six minutes, and two for questions
			st.Start()
			if got := SqueezeOf(st.Run(), tt.weights); got.Short != 0 || got.Words().Key != "" {
				t.Fatalf("before it is told anything: %+v", got)
			}
			if !st.Have(tt.have) {
				t.Fatal("it is not taken")
			}
			got := SqueezeOf(st.Run(), tt.weights)
			if got.Words().Key != tt.key || got.Slide != tt.slide {
				t.Fatalf("%+v says %q, want %q and slide %d", got, got.Words().Key, tt.key, tt.slide)
			}
			if tt.slide < 0 {
				return
			}
			end := st.Read().End
			if !st.SkipSqueezed(got.Slide) {
				t.Fatal("what is advised cannot be done")
			}
			after := SqueezeOf(st.Run(), tt.weights)
			r := st.Read()
			if after.Short >= got.Short || r.Drift.Kind != OnTime || !r.End.Equal(end) {
				t.Errorf("short by %v after %v, %+v, ends %v instead of %v", after.Short, got.Short, r.Drift, r.End, end)
			}
		})
	}
}

// A plan that was too long from the beginning is as much too long as it is: what is
// left out makes it less, and no other slide, nor the time for questions, shrinks
// for it. Nobody is ahead of a plan by more than the slot has to spare.
func TestSkipSqueezed_HonestAboutAPlanThatIsTooLong(t *testing.T) {
	start := threeSlides()  // of one, two and three minutes
	start.Plan.Slot = 5 * m // which leaves three for them
	st := newStage(start, Options{})
	st.Start()
	st.speak(30 * s)
	st.Next() // half a minute early, and yet not ahead
	if got := st.Read().Drift; got.Kind != OnTime {
		t.Errorf("early by its plan it is %+v, and %v too long", got, SqueezeOf(st.Run(), make([]Weight, 3)).Short)
	}
	before := st.Read()
	if !st.SkipSqueezed(2) {
		t.Fatal("the last slide is not left out")
	}
	after := st.Read()
	if after.OnSlidePlanned != 2*m || after.QuestionsLeft != before.QuestionsLeft || after.Left != before.Left {
		t.Errorf("the slide has %v, questions %v, the clock %v; before %v, %v, %v", after.OnSlidePlanned, after.QuestionsLeft, after.Left,
			before.OnSlidePlanned, before.QuestionsLeft, before.Left)
	}
	if after.Drift != (Drift{Ahead, 30 * s}) || SqueezeOf(st.Run(), make([]Weight, 3)).Short != 0 {
		t.Errorf("two minutes are left for two and a half: %+v", after.Drift)
	}
}

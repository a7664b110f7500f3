package rehearse

import (
	"testing"
	"time"

	"talkgiver/talk"
)

const (
	s = time.Second
	m = time.Minute
)

var noon = time.Date(2027, 5, 4, 12, 0, 0, 0, time.UTC)

// threeSlides is a talk of two sections: one and two minutes, then three.
func threeSlides() talk.RunStart {
	return talk.RunStart{
		Kind:  talk.RunPractice,
		Title: "Belts",
		Plan: talk.RunPlan{
			Slot: 10 * m, Questions: 2 * m,
			Sections: []string{"Before", "After"},
			Slides: []talk.PlannedSlide{
				{Title: "No belts", Section: 0, Planned: 1 * m},
				{Title: "Why", Section: 0, Planned: 2 * m},
				{Title: "Belts", Section: 1, Planned: 3 * m},
			},
		},
	}
}

// stage is a clock with its hands: it ticks both clocks alike.
type stage struct {
	*Clock
	mono time.Duration
	wall time.Time
}

func newStage(start talk.RunStart, o Options) *stage {
	st := &stage{Clock: New(start, o), wall: noon}
	st.pass(0, 0)
	return st
}

// pass lets time pass in one tick: on the monotonic clock, and on the wall.
func (st *stage) pass(mono, wall time.Duration) {
	st.mono += mono
	st.wall = st.wall.Add(wall)
	st.Tick(st.mono, st.wall)
}

// speak lets d pass in ticks of at most a second.
func (st *stage) speak(d time.Duration) {
	for ; d > s; d -= s {
		st.pass(s, s)
	}
	st.pass(d, d)
}

func wantTimes(t *testing.T, run talk.Run, want ...time.Duration) {
	t.Helper()
	for i, w := range want {
		if run.Spoken[i] != w {
			t.Errorf("slide %d: spoken %v, want %v", i, run.Spoken[i], w)
		}
	}
}

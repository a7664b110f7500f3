package rehearse

import (
	"testing"
	"time"

	"talkgiver/talk"
)

func TestDrift(t *testing.T) {
	tests := []struct {
		name             string
		slide            int
		first, mid, last time.Duration // spoken; planned are 1, 2 and 3 minutes
		want             Drift
	}{
		{"at the start", 0, 0, 0, 0, Drift{OnTime, 0}},
		{"on the slide's own budget", 0, 59 * s, 0, 0, Drift{OnTime, 0}},
		{"budget used up", 0, m, 0, 0, Drift{OnTime, 0}},
		{"a nanosecond over", 0, m + 1, 0, 0, Drift{Behind, 1}},
		{"left late", 1, m + 30*s, 0, 0, Drift{Behind, 30 * s}},
		{"the next budget hides no delay", 1, m + 30*s, m, 0, Drift{Behind, 30 * s}},
		{"left early", 1, 40 * s, 0, 0, Drift{Ahead, 20 * s}},
		{"still early at the end of the next", 1, 40 * s, 2 * m, 0, Drift{Ahead, 20 * s}},
		{"what was won is used up", 1, 40 * s, 2*m + 20*s, 0, Drift{OnTime, 0}},
		{"and then it is late", 1, 40 * s, 2*m + 30*s, 0, Drift{Behind, 10 * s}},
		{"back on a slide that was left early", 0, 40 * s, 30 * s, 0, Drift{OnTime, 0}},
		{"back on a slide that was over", 0, m + 10*s, 30 * s, 0, Drift{Behind, 10 * s}},
		{"jumped over a slide", 2, m, 0, 0, Drift{Ahead, 2 * m}},
		{"a slide to come is over already", 1, m, 0, 3*m + 5*s, Drift{Behind, 5 * s}},
		{"the end as planned", 2, m, 2 * m, 3 * m, Drift{OnTime, 0}},
		{"an end past the plan", 2, m, 2 * m, 4 * m, Drift{Behind, m}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			run := talk.Run{RunStart: threeSlides(), Slide: tt.slide, Spoken: []time.Duration{tt.first, tt.mid, tt.last}}
			if got := DriftOf(run); got != tt.want {
				t.Errorf("got %+v, want %+v", got, tt.want)
			}
		})
	}
}

func TestQuestionsUseTheirPlannedTimeFirst(t *testing.T) {
	st := newStage(threeSlides(), Options{})
	st.Start()
	st.speak(30 * s)
	st.Question()
	st.speak(2 * m)
	if got := st.Read(); got.Drift != (Drift{OnTime, 0}) || got.QuestionsLeft != 0 || got.Left != 7*m+30*s {
		t.Errorf("planned questions: drift %+v, left for them %v, for speaking %v", got.Drift, got.QuestionsLeft, got.Left)
	}
	st.speak(15 * s)
	if got := st.Read(); got.Drift != (Drift{Behind, 15 * s}) || got.Left != 7*m+15*s {
		t.Errorf("more questions: drift %+v, left %v", got.Drift, got.Left)
	}
}

func TestOnStageTheEndNeverMoves(t *testing.T) {
	tests := []struct {
		kind  talk.RunKind
		end   time.Duration
		left  time.Duration
		drift Drift
	}{
		{talk.RunPractice, 10*m + 20*s + time.Hour - s, 8*m - 11*s, Drift{OnTime, 0}},
		{talk.RunGiven, 10 * m, 8*m - 11*s - 20*s - time.Hour + s, Drift{Behind, 20*s + time.Hour - s}},
	}
	for _, tt := range tests {
		t.Run(string(tt.kind), func(t *testing.T) {
			start := threeSlides()
			start.Kind = tt.kind
			st := newStage(start, Options{})
			if got := st.Read(); !got.End.IsZero() {
				t.Errorf("an end before the start: %v", got.End)
			}
			st.Start()
			st.speak(10 * s)
			st.Pause()
			st.speak(20 * s)
			st.Resume()
			st.pass(s, time.Hour)
			got := st.Read()
			if want := noon.Add(tt.end); !got.End.Equal(want) {
				t.Errorf("end %v, want %v", got.End, want)
			}
			if got.Left != tt.left || got.Drift != tt.drift {
				t.Errorf("left %v, drift %+v; want %v, %+v", got.Left, got.Drift, tt.left, tt.drift)
			}
		})
	}
}

func TestWithin(t *testing.T) {
	slack := 5 * s
	for _, tt := range []struct{ drift, want Drift }{
		{Drift{Behind, 5 * s}, Drift{OnTime, 0}},
		{Drift{Ahead, 4 * s}, Drift{OnTime, 0}},
		{Drift{Behind, 5*s + 1}, Drift{Behind, 5*s + 1}},
		{Drift{Unplanned, 0}, Drift{Unplanned, 0}},
	} {
		if got := tt.drift.Within(slack); got != tt.want {
			t.Errorf("%+v within %v is %+v, want %+v", tt.drift, slack, got, tt.want)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	c := manySlides(120)
	b.ReportAllocs()
	for b.Loop() {
		c.Read()
	}
}

// manySlides is a clock in the middle of a long talk.
func manySlides(n int) *Clock {
	start := talk.RunStart{Plan: talk.RunPlan{Slot: time.Hour, Sections: []string{"one"}}}
	for range n {
		start.Plan.Slides = append(start.Plan.Slides, talk.PlannedSlide{Planned: 30 * s})
	}
	c := New(start, Options{})
	c.Tick(0, noon)
	c.Start()
	c.Jump(n / 2)
	return c
}

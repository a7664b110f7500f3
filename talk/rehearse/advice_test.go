package rehearse

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"talkgiver/talk"
)

// cases is a talk of an opening, three cases and a close, two of its ten
// minutes late on the first slide.
func cases(late time.Duration) talk.Run {
	run := talk.Run{RunStart: talk.RunStart{Kind: talk.RunGiven, Plan: talk.RunPlan{
		Slot: 10 * m, Sections: []string{"Open", "Case A", "Case B", "Case C", "Close"},
		Slides: []talk.PlannedSlide{
			{Title: "Open", Section: 0, Planned: m},
			{Title: "Case A", Section: 1, Planned: 2 * m},
			{Title: "Case B", Section: 2, Planned: 90 * s},
			{Title: "What it cost", Section: 2, Planned: 60 * s},
			{Title: "Case C", Section: 3, Planned: 2 * m},
			{Title: "Close", Section: 4, Planned: 2 * m},
			{Title: "In case", Section: 4, Planned: m, Backup: true},
		},
	}}}
	run.Spoken = make([]time.Duration, len(run.Plan.Slides))
	run.Spoken[0] = m + late
	return run
}

func TestAdvise(t *testing.T) {
	weights := []Weight{{}, {Value: 50}, {Value: 20}, {Value: 5}, {Extra: true, Value: 90}, {Core: true, Value: 1}, {}}
	tests := []struct {
		name   string
		late   time.Duration
		change func([]Weight)
		want   []int
		names  []string
		after  time.Duration
		key    string
	}{
		{name: "on time", late: 8 * s},
		{name: "late, and all that is left fits into the slot", late: 30 * s},
		{name: "late, and it does not quite fit", late: 31 * s, want: []int{4}, names: []string{"Case C"}, key: "advice.one"},
		{name: "an extra, whatever its value", late: 70 * s, want: []int{4}, names: []string{"Case C"}, key: "advice.one"},
		{name: "an extra and the least besides", late: 130 * s, want: []int{3, 4}, names: []string{"What it cost", "Case C"}, key: "advice.two"},
		{name: "never the core", late: 9 * m, want: []int{1, 2, 3, 4}, names: []string{"Case A", "Case B", "Case C"}, after: 150 * s, key: "advice.many.late"},
		{name: "the slide that loses least", late: 70 * s, change: func(w []Weight) { w[4] = Weight{Core: true} },
			want: []int{2}, names: []string{"Case B"}, key: "advice.one"},
		{name: "two slides that lose less than one, by their section", late: 110 * s, change: func(w []Weight) { w[4] = Weight{Value: 40} },
			want: []int{2, 3}, names: []string{"Case B"}, key: "advice.one"},
		{name: "nothing may go", late: 60 * s, change: func(w []Weight) {
			for i := range w {
				w[i] = Weight{Core: true}
			}
		}, after: 60 * s, key: "advice.nothing"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := slices.Clone(weights)
			if tt.change != nil {
				tt.change(w)
			}
			got := Advise(cases(tt.late), w)
			if !slices.Equal(got.Slides, tt.want) || got.Late != tt.after {
				t.Errorf("skip %v, then %v late; want %v, %v", got.Slides, got.Late, tt.want, tt.after)
			}
			if key := got.Words().Key; key != tt.key {
				t.Errorf("says %q, want %q", key, tt.key)
			}
			if !slices.Equal(got.Names, tt.names) {
				t.Errorf("names %q, want %q", got.Names, tt.names)
			}
			st := newStage(talk.RunStart{}, Options{})
			st.Clock = Continue(cases(tt.late), Options{})
			if len(tt.want) > 0 && !st.Skip(got.Slides...) {
				t.Error("what is advised cannot be done")
			}
			if drift := st.Read().Drift; tt.key != "" && (drift.Kind == Behind) != (tt.after > 0) {
				t.Errorf("after it %+v", drift)
			}
		})
	}
}

func TestAdviseFor(t *testing.T) {
	weights := make([]Weight, 7)
	run := cases(0)
	if got := AdviseFor(run, weights, 10*m); len(got.Slides) != 0 {
		t.Errorf("there is time for all, and still skip %v", got.Slides)
	}
	// Left of the plan are eight and a half minutes, the backup kept apart.
	got := AdviseFor(run, weights, 7*m)
	if len(got.Slides) == 0 || got.Late != 0 {
		t.Fatalf("%+v", got)
	}
	c := Continue(run, Options{})
	c.Skip(got.Slides...)
	c.Have(7 * m)
	for i, slide := range c.Plan().Slides {
		if !slide.Skipped && !slide.Backup && slide.Planned < run.Plan.Slides[i].Planned {
			t.Errorf("slide %d shrank to %v though enough was cut", i, slide.Planned)
		}
	}
}

// Against every choice there is.
func TestTheAdviceIsTheBest(t *testing.T) {
	for seed := range uint64(300) {
		random := rand.New(rand.NewPCG(seed, 5))
		var candidates []candidate
		all := 0
		for i := range 1 + random.IntN(9) {
			c := candidate{slide: i, seconds: 1 + random.IntN(90), loss: loss{slides: 1}}
			if random.IntN(3) == 0 {
				c.loss.extra = random.IntN(40)
			} else {
				c.loss.value = 1 + random.IntN(40)
			}
			candidates = append(candidates, c)
			all += c.seconds
		}
		needed := 1 + random.IntN(all)
		sum := func(chosen func(i int) bool) (l loss, seconds int) {
			for i, c := range candidates {
				if chosen(i) {
					l, seconds = l.add(c.loss), seconds+c.seconds
				}
			}
			return l, seconds
		}
		best, found := loss{}, false
		for set := range 1 << len(candidates) {
			l, seconds := sum(func(i int) bool { return set>>i&1 == 1 })
			if seconds >= needed && (!found || l.compare(best) < 0) {
				best, found = l, true
			}
		}
		chosen := cheapest(candidates, needed)
		got, seconds := sum(func(i int) bool { return slices.Contains(chosen, i) })
		if seconds < needed || cmp.Or(got.compare(best)) != 0 {
			t.Fatalf("seed %d: %+v saves %d of %d for %+v, the best costs %+v", seed, chosen, seconds, needed, got, best)
		}
	}
}

func TestWeights(t *testing.T) {
	doc := &talk.Talk{Sections: []*talk.Section{
		{Title: "A", Slides: []*talk.Slide{said("A", 2, 10), said("B", 3, 10, "extra"), said("C", 3, 10, "core")}},
		{Title: "D", Slides: []*talk.Slide{said("D", 2, 10)}},
	}}
	core, _ := talk.ParseTag("core")
	extra, _ := talk.ParseTag("extra")
	doc.Sections[0].Slides[1].Items[0].Tags = talk.Tags{core}
	doc.Sections[1].Slides[0].Items[0].Tags = talk.Tags{extra}
	_, places := NewPlan(doc, 0)
	got := Weights(doc, places, func(*talk.Item) int { return 7 })
	want := []Weight{{Value: 7}, {Core: true, Value: 7}, {Core: true, Value: 7}, {Extra: true, Value: 7}}
	if !slices.Equal(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := Weights(doc, places, nil); got[0].Value != 0 {
		t.Errorf("without values %+v", got)
	}
}

func BenchmarkAdvise(b *testing.B) {
	run := manySlides(120).Run()
	run.Spoken[0] = 40 * m // ten behind
	weights := make([]Weight, 120)
	for i := range weights {
		weights[i].Value = i % 17
	}
	b.ReportAllocs()
	for b.Loop() {
		Advise(run, weights)
	}
}

// What a talk ends with stays, as long as it is not marked as extra.
func TestAdvise_NeverTheEnd(t *testing.T) {
	for _, tt := range []struct {
		name    string
		weights []Weight
		want    []int
	}{
		{"an end without marks", make([]Weight, 3), []int{1}},
		{"nothing else", []Weight{{}, {Core: true}, {}}, nil},
		{"an end that is extra", []Weight{{}, {Core: true}, {Extra: true}}, []int{2}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			start := threeSlides()
			for i := range start.Plan.Slides { // each is a section of its own
				start.Plan.Slides[i].Section = i
			}
			start.Plan.Slot = 8 * m
			st := newStage(start, Options{})
			st.Start()
			st.speak(9 * m)
			if got := Advise(st.Run(), tt.weights); !slices.Equal(got.Slides, tt.want) || got.Late == 0 {
				t.Errorf("%+v, want %v and some that is late still", got, tt.want)
			}
		})
	}
}

package rehearse

import (
	"slices"
	"testing"
	"time"

	"talkgiver/talk"
)

func TestCourse(t *testing.T) {
	const s = time.Second
	plan := talk.RunPlan{Sections: []string{"A", "B"}, Slides: []talk.PlannedSlide{
		{Planned: 60 * s}, {Planned: 60 * s}, {Planned: 120 * s, Section: 1}, {Section: 1, Backup: true},
	}}
	run := func(spoken ...time.Duration) talk.Run {
		return talk.Run{RunStart: talk.RunStart{Plan: plan}, Ended: noon, Spoken: spoken}
	}
	brokenOff := func(slide int, spoken ...time.Duration) talk.Run {
		r := run(spoken...)
		r.Slide = slide
		return r
	}
	marked := run(90*s, 40*s, 120*s, 0)
	marked.Marks = []talk.RunMark{
		{Slide: 0, At: 30 * s}, {Slide: 1, At: 100 * s},
		{Slide: 0, At: 240 * s}, // gone back to
		{Slide: 9, At: 5 * s},   // of a plan that was lost
	}
	unplanned := run(60*s, 60*s)
	unplanned.Plan = talk.RunPlan{Slides: make([]talk.PlannedSlide, 2)}
	replanned := run(60*s, 60*s, 60*s, 0)
	replanned.Replans = []talk.Replan{{Planned: []time.Duration{60 * s, 60 * s, 30 * s, 0}}}
	skipped := brokenOff(2, 60*s, 0, 120*s, 0)
	skipped.Replans = []talk.Replan{{Planned: []time.Duration{60 * s, 0, 120 * s, 0}, Skipped: []int{1}, Won: 60 * s}}
	skippedBefore := brokenOff(2, 60*s, 0, 90*s, 0)
	skippedBefore.Replans = append(skipped.Replans, talk.Replan{Planned: []time.Duration{60 * s, 0, 80 * s, 0}, Skipped: []int{1}})
	for _, c := range []struct {
		name   string
		run    talk.Run
		points []CoursePoint
		marks  []time.Duration
	}{
		{"behind, then less", marked, []CoursePoint{{}, {90 * s, 30 * s}, {130 * s, 10 * s}, {250 * s, 10 * s}}, []time.Duration{30 * s, 100 * s, 90 * s, 0}},
		{"a slide left out", brokenOff(2, 50*s, 0, 120*s, 0), []CoursePoint{{}, {50 * s, -10 * s}, {50 * s, -70 * s}, {170 * s, -70 * s}}, nil},
		{"begun in the middle", brokenOff(2, 0, 0, 130*s, 0), []CoursePoint{{}, {0, -120 * s}, {130 * s, -110 * s}}, nil},
		{"a slide skipped", skipped, []CoursePoint{{}, {60 * s, 0}, {60 * s, -60 * s}, {180 * s, -60 * s}}, nil},
		{"less time after a skip", skippedBefore, []CoursePoint{{}, {60 * s, 0}, {150 * s, 10 * s}}, nil},
		{"broken off at once", brokenOff(0, 5*s, 0, 0, 0), []CoursePoint{{}, {5 * s, 0}}, nil},
		{"broken off late", brokenOff(0, 70*s, 0, 0, 0), []CoursePoint{{}, {70 * s, 10 * s}}, nil},
		{"broken off on the second", brokenOff(1, 50*s, 20*s, 0, 0), []CoursePoint{{}, {50 * s, -10 * s}, {70 * s, -10 * s}}, nil},
		{"a question's slide", run(60*s, 0, 0, 20*s), []CoursePoint{{}, {60 * s, 0}, {80 * s, 20 * s}}, nil},
		{"less time in the end", replanned, []CoursePoint{{}, {60 * s, 0}, {120 * s, 0}, {180 * s, 30 * s}}, nil},
		{"nothing planned", unplanned, nil, nil},
		{"nothing spoken", run(0, 0, 0, 0), nil, nil},
		{"nothing", talk.Run{}, nil, nil},
	} {
		got := CourseOf(c.run)
		if !slices.Equal(got.Points, c.points) || !slices.Equal(got.Marks, c.marks) {
			t.Errorf("%s: %v, want %v %v", c.name, got, c.points, c.marks)
		}
		if n := len(got.Points); n > 0 && !c.run.Complete() {
			want := DriftOf(c.run)
			if off := got.Points[n-1].Off; off.Abs() != want.By || (want.Kind == Behind) != (off > 0) {
				t.Errorf("%s: the line ends %v off, the words say %v", c.name, off, want)
			}
		}
	}
	course := CourseOf(marked)
	for at, want := range map[time.Duration]time.Duration{0: 0, 45 * s: 15 * s, 90 * s: 30 * s, 110 * s: 20 * s, 130 * s: 10 * s, time.Hour: 10 * s} {
		if got := course.OffAt(at); got != want {
			t.Errorf("at %v it is %v off, want %v", at, got, want)
		}
	}
	jumped := CourseOf(brokenOff(2, 0, 0, 130*s, 0))
	if at, later := jumped.OffAt(0), jumped.OffAt(130*s); at != -120*s || later != -110*s {
		t.Errorf("begun in the middle it is %v off, then %v", at, later)
	}
	if got := (Course{}).OffAt(s); got != 0 {
		t.Errorf("without a course it is %v off", got)
	}
}

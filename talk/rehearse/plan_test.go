package rehearse

import (
	"slices"
	"testing"
	"time"

	"talkgiver/talk"
)

// said is a slide on which n words are said.
func said(title string, level, words int, tags ...string) *talk.Slide {
	slide := &talk.Slide{Title: title, Level: level, Items: []*talk.Item{{Words: words}}}
	for _, name := range tags {
		tag, _ := talk.ParseTag(name)
		slide.Tags = append(slide.Tags, tag)
	}
	return slide
}

func TestNewPlan(t *testing.T) {
	backup, _ := talk.ParseTag("backup")
	skip, _ := talk.ParseTag("skip")
	doc := &talk.Talk{Sections: []*talk.Section{
		{Title: "Opening", Slides: []*talk.Slide{said("Opening", 2, 200), said("Left out", 3, 100, "skip"), said("More", 3, 100)}},
		{Title: "In case", Tags: talk.Tags{backup}, Slides: []*talk.Slide{said("In case", 2, 100)}},
		{Title: "Gone", Tags: talk.Tags{skip}, Slides: []*talk.Slide{said("Gone", 2, 100)}},
		{Title: "Close", Slides: []*talk.Slide{said("Close", 2, 100), said("If asked", 3, 100, "backup")}},
	}}
	doc.Deal.Slot.Duration = 20 * time.Minute
	doc.Deal.Questions.Duration = 5 * time.Minute
	plan, places := NewPlan(doc, 100)
	want := []talk.PlannedSlide{
		{Title: "Opening", Section: 0, Words: 200, Planned: 2 * time.Minute},
		{Title: "More", Section: 0, Words: 100, Planned: time.Minute},
		{Title: "Close", Section: 3, Words: 100, Planned: time.Minute},
		{Title: "In case", Section: 1, Words: 100, Backup: true},
		{Title: "If asked", Section: 3, Words: 100, Backup: true},
	}
	if !slices.Equal(plan.Slides, want) {
		t.Errorf("slides\n%+v, want\n%+v", plan.Slides, want)
	}
	if want := []Place{{0, 0}, {0, 2}, {3, 0}, {1, 0}, {3, 1}}; !slices.Equal(places, want) {
		t.Errorf("places %v, want %v", places, want)
	}
	if plan.Slot != 20*time.Minute || plan.Questions != 5*time.Minute || plan.Total() != 4*time.Minute || len(plan.Sections) != 4 {
		t.Errorf("plan %+v", plan)
	}
	if empty, places := NewPlan(&talk.Talk{}, 0); len(empty.Slides) != 0 || len(places) != 0 {
		t.Errorf("an empty talk has the plan %+v", empty)
	}
}

func TestDrill(t *testing.T) {
	start := threeSlides()
	places := []Place{{0, 0}, {0, 1}, {1, 0}}
	drill, left, ok := Drill(start, places, 0)
	if !ok || drill.Kind != talk.RunDrill || len(drill.Plan.Slides) != 2 || drill.Plan.Slot != 0 || !slices.Equal(left, places[:2]) {
		t.Errorf("%+v at %v, %v", drill, left, ok)
	}
	if len(start.Plan.Slides) != 3 || start.Kind != talk.RunPractice {
		t.Errorf("the whole run became %+v", start)
	}
	if _, _, ok := Drill(start, places, 5); ok {
		t.Error("a section that is not there can be drilled")
	}
	st := newStage(drill, Options{})
	st.Start()
	st.speak(60 * s)
	st.Next()
	st.speak(2 * m)
	st.End()
	if run := st.Run(); !run.Complete() || run.Rehearsed() {
		t.Errorf("a drill of all its slides: complete %v, a whole rehearsal %v", run.Complete(), run.Rehearsed())
	}
}

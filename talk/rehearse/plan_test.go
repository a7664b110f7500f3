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
		{Title: "Opening", Section: 0, Planned: 2 * time.Minute},
		{Title: "More", Section: 0, Planned: time.Minute},
		{Title: "Close", Section: 3, Planned: time.Minute},
		{Title: "In case", Section: 1, Backup: true},
		{Title: "If asked", Section: 3, Backup: true},
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

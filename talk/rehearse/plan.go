package rehearse

import "talkgiver/talk"

// Place says which slide of a talk a slide of a plan is.
type Place struct {
	Section int // index into the talk's Sections
	Slide   int // index into the section's Slides
}

// NewPlan makes the plan of a talk as a clicker goes through it, and says for
// each of its slides where it stands in the talk. Times are the talk's own,
// estimated at pace (words a minute, 0 for the default) where it has none.
// What is tagged to be skipped is left out; backup slides come last and have no
// planned time. A talk without a slide to show has an empty plan.
func NewPlan(t *talk.Talk, pace int) (talk.RunPlan, []Place) {
	plan := talk.RunPlan{Slot: t.Deal.Slot.Duration, Questions: t.Deal.Questions.Duration}
	for _, s := range t.Sections {
		plan.Sections = append(plan.Sections, s.Title)
	}
	timing := t.Timing(pace)
	var places []Place
	for _, backup := range []bool{false, true} {
		for i, section := range t.Sections {
			for j, slide := range section.Slides {
				tags := slideTags(section, slide)
				if tags.LeftOut("") || tags.Has(talk.TagBackup) != backup {
					continue
				}
				plan.Slides = append(plan.Slides, talk.PlannedSlide{
					Title: slide.Title, Section: i,
					Planned: timing.Sections[i].Slides[j].Length, Words: wordsOn(slide), Backup: backup,
				})
				places = append(places, Place{Section: i, Slide: j})
			}
		}
	}
	return plan, places
}

// slideTags returns the tags that hold for a slide: the section's hold for all
// of its slides.
func slideTags(section *talk.Section, slide *talk.Slide) talk.Tags {
	tags := append(talk.Tags(nil), section.Tags...)
	return append(tags, slide.Tags...)
}

// wordsOn counts what is said on a slide.
func wordsOn(slide *talk.Slide) int {
	n := 0
	for _, item := range slide.Items {
		if !item.Tags.LeftOut("") && !item.Tags.Has(talk.TagBackup) {
			n += item.Words
		}
	}
	return n
}

// Drill makes the start of a run of one section alone, an index into the plan's
// sections, and says where its slides stand in the talk. There is no slot to
// keep. It reports false for a section without slides.
func Drill(start talk.RunStart, places []Place, section int) (talk.RunStart, []Place, bool) {
	start.Kind = talk.RunDrill
	plan := start.Plan
	start.Plan = talk.RunPlan{Sections: plan.Sections}
	var left []Place
	for i, slide := range plan.Slides {
		if slide.Section == section {
			start.Plan.Slides = append(start.Plan.Slides, slide)
			left = append(left, places[i])
		}
	}
	return start, left, len(left) > 0
}

package rehearse

import (
	"time"

	"talkgiver/talk"
)

// Slack is what a whole run or a section may differ from its plan without a
// word: a breath or two, which nobody can plan.
const Slack = 10 * time.Second

// Began is where a drift came up, in the order of the plan.
type Began struct {
	Known bool // the run ended off its plan by more than Slack
	Kind  DriftKind
	// Slide is the one on which the run left the plan for good, and Section its
	// section: indexes into the plan's.
	Slide, Section int
	// At is where that slide begins in the plan that the run began with, and By how
	// far the run was off behind it.
	At, By time.Duration
	// Name is the slide's title, else its section's.
	Name string
}

// Words says where the drift began: nothing where the run was on time.
func (b Began) Words() talk.Phrase {
	switch {
	case !b.Known || b.Name == "":
		return talk.Phrase{}
	case b.At == 0 && b.Kind == Behind:
		return talk.Phrase{Key: "began.behind.start"}
	case b.At == 0:
		return talk.Phrase{Key: "began.ahead.start"}
	case b.Kind == Behind:
		return talk.Phrase{Key: "began.behind", Text: b.Name, Time: b.At}
	}
	return talk.Phrase{Key: "began.ahead", Text: b.Name, Time: b.At}
}

// beganAt goes through the slides that were spoken on, in the order of the plan,
// and looks for the first one from which on the sum of what they were over (or
// under, with those that were jumped over) never again was within the slack.
func beganAt(run *talk.Run, plan *talk.RunPlan) Began {
	var began Began
	var planned, at, until, off time.Duration
	gains := gainsOf(run, plan)
	for i, slide := range plan.Slides {
		// In the plan that counts in the end, what was said by then has the time that
		// it took: that is no place in the plan which the speaker knows.
		at = until
		until += run.Plan.Slides[i].Planned
		planned += slide.Planned
		off += gains[i]
		if i >= len(run.Spoken) || run.Spoken[i] == 0 {
			continue
		}
		kind := OnTime
		switch {
		case off > Slack:
			kind = Behind
		case off < -Slack:
			kind = Ahead
		}
		switch {
		case kind == OnTime:
			began = Began{}
		case !began.Known || began.Kind != kind:
			began = Began{Known: true, Kind: kind, Slide: i, Section: slide.Section, At: at, By: off.Abs(), Name: nameAt(plan, i)}
		}
	}
	if planned == 0 {
		return Began{}
	}
	return began
}

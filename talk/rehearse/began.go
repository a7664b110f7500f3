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
	// At is where that slide begins in the plan, and By how far the run was off
	// behind it.
	At, By time.Duration
	// Name is the slide's title, else its section's.
	Name string
	// Said is set where the speaker was told to have another time, which forgives
	// what was before. At is what was spoken until then: the new plan has for that
	// the time that it took, which is no place that anybody knows.
	Said bool
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
	case b.Said && b.Kind == Behind:
		return talk.Phrase{Key: "began.behind.said", Text: b.Name, Time: b.At}
	case b.Said:
		return talk.Phrase{Key: "began.ahead.said", Text: b.Name, Time: b.At}
	case b.Kind == Behind:
		return talk.Phrase{Key: "began.behind", Text: b.Name, Time: b.At}
	}
	return talk.Phrase{Key: "began.ahead", Text: b.Name, Time: b.At}
}

// beganAt goes through the slides that were spoken on, in the order of the plan that
// held in the end, and looks for the first one from which on the sum of what they
// were over (or under, with those that were jumped over) never again was within the
// slack.
func beganAt(run *talk.Run, account *account) Began {
	var began Began
	var planned, said, off time.Duration // of the slides before
	now := len(account.news)
	for _, i := range account.order {
		slide, spoken := &account.slides[i], run.Spoken[i]
		at := planned
		if now > 0 {
			at = said
		}
		planned += slide.planned
		said += spoken
		if slide.since != now || i >= len(run.Plan.Slides) {
			continue
		}
		off += account.over(run, i)
		if spoken == 0 {
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
			began = Began{
				Known: true, Kind: kind, Slide: i, Section: run.Plan.Slides[i].Section, At: at, By: off.Abs(),
				Name: nameAt(&run.Plan, i), Said: now > 0,
			}
		}
	}
	if planned == 0 {
		return Began{}
	}
	return began
}

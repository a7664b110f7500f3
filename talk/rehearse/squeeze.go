package rehearse

import (
	"slices"
	"time"

	"talkgiver/talk"
)

// squeezeShare is the share of what a plan needs, as one in so many, that a talk
// may be told faster without a word: nobody hears a tenth.
const squeezeShare = 10

// Squeeze is how much less time what is still to come has than it was planned
// with: since the speaker was told to have less, or planned more than the slot
// holds. Such a run is on time by its plan, and yet nobody speaks twice as fast.
type Squeeze struct {
	// Short is how much longer all that is still to come takes, at the times that
	// were planned first, than what is left of the slot; 0 where it fits well
	// enough, or is late for no other reason than a drift.
	Short time.Duration
	// Late is what is missing still when all that may go is left out.
	Late time.Duration
	// Slide is what to leave out first, an index into the plan, and Name what
	// people call it: an extra where there is one. -1 and empty where nothing may go.
	Slide int
	Name  string
}

// SqueezeOf looks for what a run's slot has no room for. weights has one for each
// slide of the plan.
func SqueezeOf(run talk.Run, weights []Weight) Squeeze {
	none := Squeeze{Slide: -1}
	plan := run.Current()
	if plan.Slot <= 0 {
		return none
	}
	short, needs := overSlot(&run, &plan, run.Plan.Slides)
	behind := time.Duration(0)
	if drift := driftOf(&run, &plan); drift.Kind == Behind {
		behind = drift.By
	}
	bearable := Slack
	if toldToHave(run) { // who took that all shrinks alike means to be faster
		bearable = max(bearable, needs/squeezeShare)
	}
	if short-behind <= bearable {
		return none
	}
	whole := run // as it was planned, without what is skipped
	if n := len(run.Replans); n > 0 {
		whole.Replans = []talk.Replan{run.Replans[n-1]}
		whole.Replans[0].Planned = make([]time.Duration, len(plan.Slides))
		for i := range plan.Slides {
			whole.Replans[0].Planned[i] = run.Plan.Slides[i].Planned
		}
	}
	advice := adviseFor(&whole, weights, short)
	squeeze := Squeeze{Short: short, Late: advice.Late, Slide: -1}
	if len(advice.Slides) > 0 {
		squeeze.Slide = advice.Slides[0]
	}
	// An extra goes first, also where something longer would do alone.
	for i := run.Slide + 1; i < len(plan.Slides) && i < len(run.Spoken) && i < len(weights); i++ {
		slide := &plan.Slides[i]
		if weights[i].Extra && !slide.Skipped && !slide.Backup && run.Plan.Slides[i].Planned-run.Spoken[i] >= time.Second {
			squeeze.Slide = i
			break
		}
	}
	if squeeze.Slide >= 0 {
		squeeze.Name = namesOf(&plan, run.Slide, []int{squeeze.Slide})[0]
	}
	return squeeze
}

// Words says what to do about it: nothing where all fits.
func (s Squeeze) Words() talk.Phrase {
	switch {
	case s.Short == 0:
		return talk.Phrase{}
	case s.Slide < 0:
		return talk.Phrase{Key: "squeeze.core", Time: s.Short}
	case s.Late > 0:
		return talk.Phrase{Key: "squeeze.late", Text: s.Name, Time: s.Late}
	}
	return talk.Phrase{Key: "squeeze", Text: s.Name, Time: s.Short}
}

// toldToHave reports whether a run's times were shrunk or stretched to a slot that
// the speaker was told to have.
func toldToHave(run talk.Run) bool {
	return slices.ContainsFunc(run.Replans, func(r talk.Replan) bool { return r.Left > 0 })
}

// SkipSqueezed leaves a slide out for which there is no room. Where the others were
// shrunk to a new slot, they get the time that was planned for it; where all was
// planned too long from the beginning, they keep the times they have, and so does
// the time for questions.
func (c *Clock) SkipSqueezed(slide int) bool {
	if !c.Skip(slide) {
		return false
	}
	if !toldToHave(c.run) {
		return true
	}
	r := c.Read()
	return c.Have(max(0, r.Left+r.QuestionsLeft))
}

package rehearse

import (
	"cmp"
	"slices"
	"time"

	"talkgiver/talk"
)

// Weight is what a slide is worth to the audience when there is no time for all.
type Weight struct {
	Core  bool // never left out
	Extra bool // left out before anything else
	// Value is what leaving it out would lose, such as its value times its
	// minutes in thousandths; not negative.
	Value int
}

// Weights says what each slide of a plan is worth: its priority by its tags, its
// section's and those of all of its items, and its value as it is told. A slide
// of which one item is core is core; it is extra when it is tagged so, or all of
// its items are.
func Weights(t *talk.Talk, places []Place, value func(*talk.Item) int) []Weight {
	weights := make([]Weight, len(places))
	for i, at := range places {
		section := t.Sections[at.Section]
		slide := section.Slides[at.Slide]
		tags := slideTags(section, slide)
		w := Weight{Core: tags.Has(talk.TagCore), Extra: tags.Has(talk.TagExtra)}
		extras := 0
		for _, item := range slide.Items {
			w.Core = w.Core || item.Tags.Has(talk.TagCore)
			if item.Tags.Has(talk.TagExtra) {
				extras++
			}
			if value != nil {
				w.Value += max(0, value(item))
			}
		}
		w.Extra = !w.Core && (w.Extra || extras > 0 && extras == len(slide.Items))
		weights[i] = w
	}
	return weights
}

// Advice is what to leave out to be on time.
type Advice struct {
	// Slides are what to leave out, indexes into the plan; empty when there is
	// nothing to do, or nothing that can be done.
	Slides []int
	// Saves is the time planned for them, and Late what is late even then.
	Saves, Late time.Duration
	// Names are what is left out as people call it, in the order of the talk: a
	// section when all of it that is still to come goes, else a slide.
	Names []string
}

// Words says the advice: nothing where there is nothing to do.
func (a Advice) Words() talk.Phrase {
	p := talk.Phrase{Time: a.Late, N: len(a.Names)}
	switch {
	case len(a.Names) == 0 && a.Late == 0:
		return talk.Phrase{}
	case len(a.Names) == 0:
		return talk.Phrase{Key: "advice.nothing", Time: a.Late}
	case len(a.Names) == 1:
		p.Key = "advice.one"
	case len(a.Names) == 2:
		p.Key, p.Other = "advice.two", a.Names[1]
	default:
		p.Key, p.Other = "advice.many", a.Names[len(a.Names)-1]
	}
	p.Text = a.Names[0]
	if a.Late > 0 {
		p.Key += ".late"
	}
	return p
}

// adviceMost is how many seconds the search for a cut goes through: three hours.
const adviceMost = 3 * 60 * 60

// Advise says what to leave out of what is still to come, so that a run that is
// behind is on time again: slides that are not core, whose planned time makes up
// for what is late, with the least loss. Who is behind a plan that leaves time in
// the slot has that time still: as long as all that is left fits, nothing is left out.
//
// The section with which the talk ends stays, unless it is extra. Least is, in this
// order: as much as possible of what is late made up; little
// value of slides that are no extras, then of extras; few slides. The search is
// exact, to the second; between equals it prefers what is nearer to the time that
// is needed. Slides that take no time are never left out. weights has one for
// each slide of the plan.
//
// It takes some hundred microseconds: ask when the drift has changed by seconds,
// not on every tick.
func Advise(run talk.Run, weights []Weight) Advice {
	drift := DriftOf(run)
	if drift.Kind != Behind || drift.By <= Slack {
		return Advice{}
	}
	if plan := run.Current(); plan.Slot > 0 {
		if over, _ := overSlot(&run, &plan, plan.Slides); over <= 0 {
			return Advice{}
		}
	}
	return adviseFor(&run, weights, drift.By)
}

// overSlot is how much longer what is left of a plan takes than what is left of
// its slot, and how long that is, when each slide takes the time that it has in
// times; below zero, the slot has time that nothing was planned for.
func overSlot(run *talk.Run, plan *talk.RunPlan, times []talk.PlannedSlide) (over, needs time.Duration) {
	left := plan.Slot - plan.Questions - lost(run, plan)
	for i := range min(len(plan.Slides), len(run.Spoken)) {
		left -= run.Spoken[i]
		if slide := &plan.Slides[i]; i >= run.Slide && !slide.Skipped && (!slide.Backup || i == run.Slide) {
			needs += max(0, times[i].Planned-run.Spoken[i])
		}
	}
	return needs - left, needs
}

// AdviseFor says what to leave out so that what is left of the plan, the time
// for questions included, takes no longer than left: what Skip should have
// before Have. Late is what is missing for speaking then.
func AdviseFor(run talk.Run, weights []Weight, left time.Duration) Advice {
	plan := run.Current()
	asking, speaking := max(0, plan.Questions-run.Questions), time.Duration(0)
	for i := run.Slide; i < len(plan.Slides) && i < len(run.Spoken); i++ {
		if slide := plan.Slides[i]; !slide.Backup || i == run.Slide {
			speaking += max(0, slide.Planned-run.Spoken[i])
		}
	}
	rest := speaking + asking
	if rest <= left {
		return Advice{}
	}
	advice := adviseFor(&run, weights, rest-left)
	if advice.Late > 0 { // of which the time for questions bears its share
		speaking -= advice.Saves
		advice.Late = speaking - portion(left, 0, speaking, speaking+asking)
	}
	return advice
}

// loss is what a cut costs.
type loss struct {
	value  int // of slides that are no extras, and one for each of them
	extra  int // of extras
	slides int
}

func (a loss) add(b loss) loss {
	return loss{a.value + b.value, a.extra + b.extra, a.slides + b.slides}
}

func (a loss) compare(b loss) int {
	return cmp.Or(cmp.Compare(a.value, b.value), cmp.Compare(a.extra, b.extra), cmp.Compare(a.slides, b.slides))
}

// candidate is a slide that can be left out.
type candidate struct {
	slide   int
	seconds int // that it saves, rounded down
	loss    loss
}

func adviseFor(run *talk.Run, weights []Weight, late time.Duration) Advice {
	plan := run.Current()
	var candidates []candidate
	all, closing := 0, closingOf(&plan)
	for i := run.Slide + 1; i < len(plan.Slides) && i < len(run.Spoken) && i < len(weights); i++ {
		slide, w := &plan.Slides[i], weights[i]
		seconds := int((slide.Planned - run.Spoken[i]) / time.Second)
		if w.Core || slide.Skipped || slide.Backup || seconds <= 0 || slide.Section == closing && !w.Extra {
			continue
		}
		cost := loss{value: w.Value + 1, slides: 1}
		if w.Extra {
			cost = loss{extra: w.Value, slides: 1}
		}
		candidates = append(candidates, candidate{i, seconds, cost})
		all += seconds
	}
	needed := min(int((late+time.Second-1)/time.Second), adviceMost)
	advice := Advice{Late: late}
	switch {
	case all == 0:
		return advice
	case all <= needed: // all of it, and it may not be enough
		for _, c := range candidates {
			advice.Slides = append(advice.Slides, c.slide)
		}
	default:
		advice.Slides = cheapest(candidates, needed)
	}
	for _, i := range advice.Slides {
		advice.Saves += plan.Slides[i].Planned - run.Spoken[i]
	}
	advice.Late = max(0, late-advice.Saves)
	advice.Names = namesOf(&plan, run.Slide, advice.Slides)
	return advice
}

// closingOf is the section with which a plan ends, -1 where there is none: nobody
// leaves out what all of it was for, unless it is marked as extra.
func closingOf(plan *talk.RunPlan) int {
	for i := len(plan.Slides) - 1; i >= 0; i-- {
		if slide := &plan.Slides[i]; !slide.Backup && !slide.Skipped {
			return slide.Section
		}
	}
	return -1
}

// cheapest chooses candidates that save needed seconds at least, with the least
// loss: a knapsack. best[s] is the cheapest way to save s seconds or more with
// the candidates so far.
func cheapest(candidates []candidate, needed int) []int {
	type way struct {
		loss  loss
		saves int
		known bool
	}
	best := make([]way, needed+1)
	best[0].known = true
	took := make([][]bool, len(candidates)) // whether best[s] has candidate i
	for i, c := range candidates {
		took[i] = make([]bool, needed+1)
		for s := needed; s > 0; s-- { // from above, so that below nothing has c yet
			rest := best[max(0, s-c.seconds)]
			if !rest.known {
				continue
			}
			next := way{rest.loss.add(c.loss), rest.saves + c.seconds, true}
			if !best[s].known || cmp.Or(next.loss.compare(best[s].loss), cmp.Compare(next.saves, best[s].saves)) < 0 {
				best[s], took[i][s] = next, true
			}
		}
	}
	var chosen []int
	for i, s := len(candidates)-1, needed; i >= 0; i-- {
		if took[i][s] {
			chosen = append(chosen, candidates[i].slide)
			s = max(0, s-candidates[i].seconds)
		}
	}
	slices.Reverse(chosen)
	return chosen
}

// namesOf names slides, in the order of the plan: a section where all of it that
// comes after here is among them.
func namesOf(plan *talk.RunPlan, here int, slides []int) []string {
	var names []string
	named := make(map[int]bool)
	for _, i := range slides {
		section := plan.Slides[i].Section
		if named[section] {
			continue
		}
		whole := section >= 0 && section < len(plan.Sections) && plan.Sections[section] != ""
		for j, slide := range plan.Slides {
			if slide.Section == section && !slide.Backup && !slide.Skipped && (j <= here || !slices.Contains(slides, j)) {
				whole = false
			}
		}
		if whole {
			named[section] = true
			names = append(names, plan.Sections[section])
		} else {
			names = append(names, nameAt(plan, i))
		}
	}
	return names
}

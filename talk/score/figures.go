package score

import (
	"slices"

	"talkgiver/talk"
)

// figures is what the facts come to.
type figures struct {
	sections   []sectionFigures
	items      []itemSides // parallel to facts.items
	firstValue firstValue
	criteria   []Range // in the order of the criteria's table
	scores     [dimensions]Range
	give, take Range
	balance    Balance
}

// sectionFigures are the four answers of a section and what they come to, in
// thousandths of the most (value in hundred-thousandths, so that it is exact).
type sectionFigures struct {
	new, relevant, concrete, usable Range
	value                           Range
	give                            Range // milliseconds of gives
}

// itemSides is which side an item is on when what is unknown is at its worst,
// and when it is at its best.
type itemSides struct{ giveWorst, giveBest, takeWorst, takeBest bool }

// The share of the four questions in a section's value, in hundredths.
const (
	shareNew      = 25
	shareRelevant = 30
	shareConcrete = 20
	shareUsable   = 25
	valueMost     = 100 * 1000 // the value of a section with all four at their most
)

// firstValue is when the first give of value begins, in milliseconds: with
// what is unknown at its worst, at its best, and in the middle, where it is an
// item's. Negative is never.
type firstValue struct {
	worst, best, middle int64
	item                int
}

// steps are the steps in which a criterion's points are counted: see Range.
var steps = [dimensions]Points{Value: 4, Effort: 8, Clarity: 8}

// weigh computes all figures. It keeps the memory of g's slices.
func (g *figures) weigh(f *facts) {
	g.answer(f)
	g.findFirstValue(f)
	g.criteria = g.criteria[:0]
	g.scores = [dimensions]Range{}
	for i := range criteria {
		c := &criteria[i]
		r := c.points(f, g, c.most(f.way)).steps(steps[c.dimension])
		g.criteria = append(g.criteria, r)
		g.scores[c.dimension] = g.scores[c.dimension].plus(r)
	}
	g.take = g.takes(f)
	v, e, c := g.scores[Value], g.scores[Effort], g.scores[Clarity]
	g.give = Range{
		(giveValue*v.Low + giveEffort*e.Low + giveClarity*c.Low) / 100,
		(giveValue*v.High + giveEffort*e.High + giveClarity*c.High) / 100,
	}
	g.balance = Balance{
		Points: hold(g.free()),
		Range:  Range{hold(g.give.Low - g.take.High), hold(g.give.High - g.take.Low)},
	}
}

// free is the middle of the balance before it is held to its range.
func (g *figures) free() Points { return g.give.Middle() - g.take.Middle() }

// hold keeps a balance between −100 and +100.
func hold(p Points) Points { return min(max(p, -100*Point), 100*Point) }

// answer computes the four answers of every section.
func (g *figures) answer(f *facts) {
	g.sections = g.sections[:0]
	for i := range f.sections {
		s := &f.sections[i]
		g.sections = append(g.sections, sectionFigures{new: s.new, relevant: s.relevance()})
	}
	// Shares of a section's time: what is vivid, and what shows how.
	g.items = slices.Grow(g.items[:0], len(f.items))[:len(f.items)]
	for i := range f.items {
		it := &f.items[i]
		s := &g.sections[it.section]
		sides := it.sides()
		g.items[i] = sides
		if sides.giveWorst {
			s.give.Low += Points(it.time)
		}
		if sides.giveBest {
			s.give.High += Points(it.time)
		}
		switch {
		case !sides.giveBest, it.unspoken:
		case vivid(it.kind):
			s.concrete.Low += Points(it.time)
		case it.kind == talk.HowTo:
			s.usable.Low += Points(it.time)
		}
	}
	for i := range g.sections {
		s, of := &g.sections[i], &f.sections[i]
		s.concrete = concreteness(int64(s.concrete.Low), of)
		s.usable = usability(int64(s.usable.Low), of)
		s.value = Range{
			shareNew*s.new.Low + shareRelevant*s.relevant.Low + shareConcrete*s.concrete.Low + shareUsable*s.usable.Low,
			shareNew*s.new.High + shareRelevant*s.relevant.High + shareConcrete*s.concrete.High + shareUsable*s.usable.High,
		}
	}
}

// minutes returns the points for a question that every section answers: the
// part of the most that the answers, weighed by the minutes of their gives,
// reach over all minutes of the talk.
func (g *figures) minutes(f *facts, most Points, answer func(*sectionFigures) Range) Range {
	var low, high int64
	for i := range g.sections {
		s := &g.sections[i]
		a := answer(s)
		low += int64(s.give.Low) * int64(a.Low)
		high += int64(s.give.High) * int64(a.High)
	}
	return Range{part(most, low, f.total*1000), part(most, high, f.total*1000)}
}

// takes adds up what the audience pays: 100 · (minutes of takes by their cost,
// overtime, what is hidden) / slot.
func (g *figures) takes(f *facts) Range {
	if f.slot <= 0 {
		return Range{}
	}
	var low, high int64               // milliseconds · thousandths
	var earnedWorst, earnedBest int64 // milliseconds · hundred-thousandths of value before here
	for i := range f.items {
		it, sides := &f.items[i], g.items[i]
		value := &g.sections[it.section].value
		if sides.takeWorst {
			c := int64(cost(it.kind))
			high += it.time * unearned(it.kind, c, earnedWorst, f.slot)
			if sides.takeBest {
				low += it.time * unearned(it.kind, c, earnedBest, f.slot)
			}
		}
		if sides.giveWorst {
			earnedWorst += it.time * int64(value.Low)
		}
		if sides.giveBest {
			earnedBest += it.time * int64(value.High)
		}
	}
	over := costOvertime * f.overtime()
	paid := Range{Points(100 * (low + over) / f.slot), Points(100 * (high + over) / f.slot)}
	return paid.steps(2).plus(f.hidden())
}

// unearned returns what a take costs after value has been given: an ask falls
// to nothing as the value-minutes before it reach a third of the slot, every
// other take keeps its cost.
func unearned(k talk.Kind, cost, earned, slot int64) int64 {
	if k != talk.Ask {
		return cost
	}
	return cost - int64(part(Points(cost), earned*earnedPart, slot*valueMost))
}

// overtime is what goes past the slot less questions.
func (f *facts) overtime() int64 { return max(0, f.total-f.speaking) }

// hidden is what truths that nobody tells cost.
func (f *facts) hidden() Range {
	everything := Points(100 * 1000 * hiddenAll / f.slot)
	n := len(f.truths)
	if n == 0 {
		return unknown(hiddenUnknown * everything)
	}
	return exactly(part(everything, n-count(f.truths), n))
}

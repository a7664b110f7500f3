package score

import (
	"slices"

	"talkgiver/talk"
)

// figures is what the facts come to.
type figures struct {
	sections   []sectionFigures
	items      []itemSides // parallel to facts.items
	minutes    answers
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

// answer computes the four answers of every section, and what they come to by
// the minutes of the gives. The items are in the order of their sections.
func (g *figures) answer(f *facts) {
	g.sections = slices.Grow(g.sections[:0], len(f.sections))[:len(f.sections)]
	g.items = slices.Grow(g.items[:0], len(f.items))[:len(f.items)]
	g.minutes = answers{}
	k := 0
	for i := range f.sections {
		of := &f.sections[i]
		var give Range
		var vividTime, howtoTime int64
		for ; k < len(f.items) && f.items[k].section == i; k++ {
			it := &f.items[k]
			sides := it.sides()
			g.items[k] = sides
			if sides.giveWorst {
				give.Low += Points(it.time)
			}
			if sides.giveBest {
				give.High += Points(it.time)
			}
			switch {
			case !sides.giveBest, it.unspoken:
			case vivid(it.kind):
				vividTime += it.time
			case it.kind == talk.HowTo:
				howtoTime += it.time
			}
		}
		s := &g.sections[i]
		s.new, s.relevant = of.new, of.relevance()
		s.concrete, s.usable = concreteness(vividTime, of), usability(howtoTime, of)
		s.value = Range{
			shareNew*s.new.Low + shareRelevant*s.relevant.Low + shareConcrete*s.concrete.Low + shareUsable*s.usable.Low,
			shareNew*s.new.High + shareRelevant*s.relevant.High + shareConcrete*s.concrete.High + shareUsable*s.usable.High,
		}
		s.give = give
		g.minutes.new.add(give, s.new)
		g.minutes.relevant.add(give, s.relevant)
		g.minutes.concrete.add(give, s.concrete)
		g.minutes.usable.add(give, s.usable)
	}
}

// answers is what the sections' answers to the four questions come to.
type answers struct{ new, relevant, concrete, usable minutes }

// minutes is the sum of an answer over all sections, each by the minutes of its
// gives: milliseconds · thousandths.
type minutes struct{ low, high int64 }

func (m *minutes) add(give, answer Range) {
	m.low += int64(give.Low) * int64(answer.Low)
	m.high += int64(give.High) * int64(answer.High)
}

// points returns the part of the most that the answers reach over all minutes of
// the talk.
func (m minutes) points(f *facts, most Points) Range {
	return Range{part(most, m.low, f.total*1000), part(most, m.high, f.total*1000)}
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

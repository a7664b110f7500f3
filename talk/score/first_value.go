package score

import (
	"time"

	"talkgiver/talk"
)

// First value: how long do they wait? It begins with the first give of a
// section that is worth at least half of what a section can be. Full points
// within a minute or 5 % of the slot, none after a quarter of it, and in a
// straight line between: in 20 minutes, a talk that begins to give after three
// has half of the points.
var early = criterion{
	id: "first-value", dimension: Value, weight: weightFirstValue,
	points: func(f *facts, g *figures, most Points) Range {
		return Range{f.patience(most, g.firstValue.worst), f.patience(most, g.firstValue.best)}
	},
	variants: []string{"none"},
	why: func(f *facts, g *figures) Phrase {
		if g.firstValue.middle < 0 {
			return Phrase{Key: "first-value.none"}
		}
		return Phrase{"first-value", Args{Time: time.Duration(g.firstValue.middle) * time.Millisecond}}
	},
	read: func(t *talk.Talk, r *reading) []talk.Span {
		if r.first < 0 {
			return nil
		}
		return []talk.Span{r.items[r.first].Span}
	},
}

// The patience of an audience, as in the rule above.
const (
	firstMinute = 60_000 // milliseconds
	fullPart    = 20     // 5 % of the slot
	lostPart    = 4      // 25 % of the slot
)

// patience returns the points for a first value at a time; negative is never.
func (f *facts) patience(most Points, at int64) Points {
	full := max(firstMinute, f.slot/fullPart)
	lost := max(full, f.slot/lostPart)
	switch {
	case at < 0:
		return 0
	case at <= full:
		return most
	}
	return part(most, lost-at, lost-full)
}

// findFirstValue looks for the first give in a section worth at least half.
func (g *figures) findFirstValue(f *facts) {
	const half = valueMost / 2
	g.firstValue = firstValue{-1, -1, -1, -1}
	if f.atOnce {
		g.firstValue = firstValue{}
		return
	}
	// What is of value at the worst is so in the middle and at the best.
	for i := 0; i < len(f.items) && g.firstValue.worst < 0; i++ {
		it := &f.items[i]
		v := &g.sections[it.section].value
		sides := g.items[i]
		if sides.giveWorst && v.Low >= half {
			g.firstValue.worst = it.start
		}
		if sides.giveWorst && v.Middle() >= half && g.firstValue.middle < 0 {
			g.firstValue.middle, g.firstValue.item = it.start, i
		}
		if sides.giveBest && v.High >= half && g.firstValue.best < 0 {
			g.firstValue.best = it.start
		}
	}
}

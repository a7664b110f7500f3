package score

import "talkgiver/talk"

// Jargon: each unexplained short form or insider word, counted once, costs a
// fifth of the points. Words that the deal says this audience knows cost
// nothing, and neither does a short form that is explained where it comes first.
var jargon = criterion{
	id: "jargon", dimension: Clarity, weight: weightJargon, text: true,
	stance: func(w clarityWeights) Points { return w.jargon },
	points: func(f *facts, g *figures, most Points) Range {
		if !f.read {
			return unknown(most)
		}
		return exactly(part(most, jargonMost-f.jargon, jargonMost))
	},
	variants: []string{"other", "none"},
	why: func(f *facts, g *figures) Phrase {
		if !f.read {
			return Phrase{Key: "jargon.other"}
		}
		if f.jargon == 0 {
			return Phrase{Key: "jargon.none"}
		}
		return Phrase{"jargon", Args{N: f.jargon}}
	},
	read: func(t *talk.Talk, r *reading) []talk.Span {
		var out []talk.Span
		for _, j := range r.jargon {
			out = append(out, j.span)
		}
		return out
	},
}

// jargonMost is how many such words leave nothing of the points.
const jargonMost = 5

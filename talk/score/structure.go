package score

import "talkgiver/talk"

// Structure: half for three to five sections, which is what people can hold
// (half of that for two, six or seven); half for the share of sections that
// give something or serve a need, a promise or a truth.
var structure = criterion{
	id: "structure", dimension: Clarity, weight: weightStructure, text: true,
	stance: func(w clarityWeights) Points { return w.structure },
	points: func(f *facts, g *figures, most Points) Range {
		return exactly(part(most/2, fewEnough(len(f.sections)), 2) + part(most/2, serving(f), len(f.sections)))
	},
	why: func(f *facts, g *figures) Phrase {
		return Phrase{"structure", Args{N: len(f.sections), Of: serving(f)}}
	},
	read: func(t *talk.Talk, r *reading) []talk.Span {
		return keyLines(r, func(to []talk.Span, s *talk.Section) []talk.Span { return append(to, s.HeadSpan) })
	},
}

// fewEnough returns 2 for a number of sections that a listener can hold, 1 for
// nearly, 0 for others.
func fewEnough(n int) int {
	switch n {
	case 3, 4, 5:
		return 2
	case 2, 6, 7:
		return 1
	}
	return 0
}

func serving(f *facts) int {
	n := 0
	for i := range f.sections {
		if f.sections[i].serves {
			n++
		}
	}
	return n
}

package score

import "talkgiver/talk"

// Headings: the share that says something. "Silence spends days that belong to
// somebody else" says something, "Company history" names a drawer. Without any
// heading there are no points, and what an earlier heading says already counts
// once.
var headings = criterion{
	id: "headings", dimension: Clarity, weight: weightHeadings, text: true,
	stance: func(w clarityWeights) Points { return w.headings },
	points: func(f *facts, g *figures, most Points) Range {
		if !f.read {
			return unknown(most)
		}
		say, of := f.headings()
		return exactly(part(most, say, of))
	},
	variants: []string{"other", "none"},
	why: func(f *facts, g *figures) Phrase {
		if !f.read {
			return Phrase{Key: "headings.other"}
		}
		say, of := f.headings()
		if of == 0 {
			return Phrase{Key: "headings.none"}
		}
		return Phrase{"headings", Args{N: say, Of: of}}
	},
	read: func(t *talk.Talk, r *reading) []talk.Span {
		return keyLines(r, func(to []talk.Span, s *talk.Section) []talk.Span { return append(to, s.HeadSpan) })
	},
}

// headings counts the headings that say something, and all of them.
func (f *facts) headings() (say, of int) {
	for i := range f.sections {
		if s := &f.sections[i]; s.headed {
			of++
			if s.sentence {
				say++
			}
		}
	}
	return say, of
}

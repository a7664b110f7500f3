package score

import "talkgiver/talk"

// Relevant: is it about something they need? A section that meets a need
// ("meets: need 1") is at least halfway relevant; how much, the speaker says
// ("relevant: 4"), and that answer counts alone. A section with neither may be
// anything: a need that nobody wrote down can still be met.
var relevance = criterion{
	id: "relevant", dimension: Value, weight: weightRelevant,
	points: func(f *facts, g *figures, most Points) Range {
		return g.minutes(f, most, func(s *sectionFigures) Range { return s.relevant })
	},
	why: func(f *facts, g *figures) Phrase {
		n := 0
		for i := range f.sections {
			if s := &f.sections[i]; s.need || s.answered {
				n++
			}
		}
		return sections("relevant", n, f)
	},
	read: func(t *talk.Talk, r *reading) []talk.Span {
		return keyLines(r, func(s *talk.Section) []talk.Span {
			spans := []talk.Span{s.Relevant.Span}
			for _, l := range s.Meets {
				if l.Kind == talk.ToNeed {
					spans = append(spans, l.Span)
				}
			}
			return spans
		})
	},
}

// relevance is the section's answer in thousandths.
func (s *sectionFacts) relevance() Range {
	switch {
	case s.answered:
		return exactly(Points(s.relevant))
	case s.need:
		return Range{500, 1000}
	}
	return Range{0, 1000}
}

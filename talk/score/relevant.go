package score

import "talkgiver/talk"

// Relevant: is it about something they need? A section that meets a need
// ("meets: need 1") is at least halfway relevant; how much more, the speaker
// says ("relevant: 4"). A section with neither may be anything: a need that
// nobody wrote down can still be met.
var relevance = criterion{
	id: "relevant", dimension: Value, weight: weightRelevant,
	points:   func(f *facts, g *figures, most Points) Range { return g.minutes.relevant.points(f, most) },
	variants: []string{"none", "all"},
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
		return keyLines(r, func(to []talk.Span, s *talk.Section) []talk.Span {
			to = append(to, s.Relevant.Span)
			for _, l := range s.Meets {
				if l.Kind == talk.ToNeed {
					to = append(to, l.Span)
				}
			}
			return to
		})
	},
}

// relevance is the section's answer in thousandths.
func (s *sectionFacts) relevance() Range {
	r := Range{0, 1000}
	if s.answered {
		r = Range{Points(s.relevant), Points(s.relevant)}
	}
	if s.need {
		r.Low, r.High = max(r.Low, 500), max(r.High, 500)
	}
	return r
}

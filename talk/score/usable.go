package score

import "talkgiver/talk"

// Usable: can they do something with it? Half for a "gives:" line that says
// what they take home, in two words at least that stand under no other heading;
// a section without one may still give something, so that half is open. The other half for items that show how, full when they fill a
// quarter of the section.
var usable = criterion{
	id: "usable", dimension: Value, weight: weightUsable, text: true,
	points:   func(f *facts, g *figures, most Points) Range { return g.minutes.usable.points(f, most) },
	variants: []string{"none", "all"},
	why: func(f *facts, g *figures) Phrase {
		n := 0
		for i := range f.sections {
			if f.sections[i].gives {
				n++
			}
		}
		return sections("usable", n, f)
	},
	read: func(t *talk.Talk, r *reading) []talk.Span {
		spans := keyLines(r, func(to []talk.Span, s *talk.Section) []talk.Span { return append(to, s.Gives.Span) })
		return append(spans, r.itemsOf(func(k talk.Kind) bool { return k == talk.HowTo })...)
	},
}

// usability is a section's answer, of which howto milliseconds show how.
func usability(howto int64, s *sectionFacts) Range {
	shown := part(500, 4*howto, s.time)
	if s.gives {
		return Range{500 + shown, 500 + shown}
	}
	return Range{shown, 500 + shown}
}

package score

import (
	"slices"

	"talkgiver/talk"
)

// New: do they hear something that they did not know? Only the speaker can say:
// "new: 3" under a section's heading, from 0 to 4. A section without an answer
// may be anything. A talk of ten minutes, eight of them gives in sections with
// "new: 3", has 15 · 8/10 · 3/4 = 9 of 15 points.
var newness = criterion{
	id: "new", dimension: Value, weight: weightNew,
	points:   func(f *facts, g *figures, most Points) Range { return g.minutes.new.points(f, most) },
	variants: []string{"none", "all"},
	why: func(f *facts, g *figures) Phrase {
		open := 0
		for i := range f.sections {
			if f.sections[i].new.Width() > 0 {
				open++
			}
		}
		return sections("new", len(f.sections)-open, f)
	},
	read: func(t *talk.Talk, r *reading) []talk.Span {
		return keyLines(r, func(to []talk.Span, s *talk.Section) []talk.Span { return append(to, s.New.Span) })
	},
}

// sections is a why that counts sections: with none it has a sentence of its own.
func sections(key string, n int, f *facts) Phrase {
	switch {
	case n == 0:
		key += ".none"
	case n == len(f.sections):
		key += ".all"
	}
	return Phrase{key, Args{N: n, Of: len(f.sections)}}
}

// keyLines collects places from all sections that take part in the talk; of
// appends those of one.
func keyLines(r *reading, of func(to []talk.Span, s *talk.Section) []talk.Span) []talk.Span {
	r.places = r.places[:0]
	for _, s := range r.sections {
		r.places = of(r.places, s)
	}
	return append([]talk.Span(nil), slices.DeleteFunc(r.places, talk.Span.Empty)...)
}

package score

import (
	"talkgiver/talk"
	"talkgiver/talk/lexicon"
)

// Concrete: is there something to see? Three of four points for stories,
// examples, evidence and demos, full when they fill half of the section; the
// fourth for words that name things. Four minutes with a story of one minute:
// 3 · (1/4) / (1/2) = 1.5 of 4, and what the words add.
//
// A tag alone is nothing to see: an item counts for it when something is said to
// it, or when its slide is not written out and the lines are all there is.
var concrete = criterion{
	id: "concrete", dimension: Value, weight: weightConcrete, text: true,
	points:   func(f *facts, g *figures, most Points) Range { return g.minutes.concrete.points(f, most) },
	variants: []string{"none"},
	why: func(f *facts, g *figures) Phrase {
		n := 0
		for i := range f.items {
			if vivid(f.items[i].kind) {
				n++
			}
		}
		return items("concrete", n, f)
	},
	read: func(t *talk.Talk, r *reading) []talk.Span { return r.itemsOf(vivid) },
}

func vivid(k talk.Kind) bool {
	return k == talk.Story || k == talk.Example || k == talk.Evidence || k == talk.Demo
}

// concreteness is a section's answer, of which vivid milliseconds are stories
// and the like.
func concreteness(vivid int64, s *sectionFacts) Range {
	kinds := part(750, 2*vivid, s.time)
	return Range{kinds + part(250, s.vivid.Low, 1000), kinds + part(250, s.vivid.High, 1000)}
}

// items is a why that counts items: with none it has a sentence of its own.
func items(key string, n int, f *facts) Phrase {
	if n == 0 {
		key += ".none"
	}
	return Phrase{key, Args{N: n, Of: len(f.items)}}
}

// vividWords returns how concrete words are, in thousandths of the most. The
// middle of recorded talks is half; a text too short to tell has that too. In a
// language without a list of nouns it is unknown.
func vividWords(l *lexicon.Lexicon, c *lexicon.Counts) Range {
	const few = 20 // nouns
	switch {
	case l == nil || !l.Reads(lexicon.Things):
		return unknown(1000)
	case c.Nouns < few:
		return exactly(500)
	}
	// 0.3873 is the mean of recorded talks and 0.083 their standard deviation:
	// two of them below is nothing, two above is all.
	concrete := 1000 * c.Concrete / (9 * c.Nouns)
	return exactly(Points(min(max((concrete-221)*1000/332, 0), 1000)))
}

package score

import (
	"talkgiver/talk"
	"talkgiver/talk/lexicon"
)

// Promises: half for making one, half for the share that is kept. Promise big
// and keep it: one so safe that it promises nothing ("an overview of", "learn
// about", "hopefully") counts half when it is kept, since anybody could. A talk
// without a promise may keep one that nobody wrote down. With one promise kept
// and a second one kept that is safe: 7.5 + 7.5 · (1 + 1/2) / 2 = 13.1 of 15.
var promises = criterion{
	id: "promises", dimension: Value, weight: weightPromises,
	points: func(f *facts, g *figures, most Points) Range {
		if len(f.promises) == 0 {
			return unknown(most)
		}
		halves := 0
		for i, is := range f.promises {
			switch {
			case is && f.safe[i]:
				halves++
			case is:
				halves += 2
			}
		}
		return exactly(most/2 + part(most/2, halves, 2*len(f.promises)))
	},
	variants: []string{"none", "all"},
	why:      func(f *facts, g *figures) Phrase { return list("promises", f.promises) },
	read:     func(t *talk.Talk, r *reading) []talk.Span { return spans(t.Deal.Promises) },
}

// readPromises looks for promises that nobody could break. In a language that we
// cannot read every promise is taken at its word.
func (r *reading) readPromises(t *talk.Talk) {
	f := &r.facts
	f.safe = none(f.safe, len(t.Deal.Promises))
	r.safeAt = r.safeAt[:0]
	if r.lex == nil {
		return
	}
	for i, v := range t.Deal.Promises {
		r.memory.tokens = r.lex.Tokens(r.memory.tokens[:0], v.Text)
		r.memory.matches = r.lex.Matches(r.memory.matches[:0], r.memory.tokens)
		for _, m := range r.memory.matches {
			if m.Sort == lexicon.Safe && !m.Quoted && !f.safe[i] {
				f.safe[i] = true
				r.safeAt = append(r.safeAt, safePhrase{i, int(m.Start), int(m.End)})
			}
		}
	}
}

// safePhrase is what makes a promise safe: bytes of its text.
type safePhrase struct{ promise, start, end int }

package score

import "talkgiver/talk"

// Promises: half for making one, half for the share that is kept. Promise big
// and keep it; a talk without a promise may keep one that nobody wrote down.
var promises = criterion{
	id: "promises", dimension: Value, weight: weightPromises,
	points:   func(f *facts, g *figures, most Points) Range { return kept(most, f.promises) },
	variants: []string{"none", "all"},
	why:      func(f *facts, g *figures) Phrase { return list("promises", f.promises) },
	read:     func(t *talk.Talk, r *reading) []talk.Span { return spans(t.Deal.Promises) },
}

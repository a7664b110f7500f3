package score

import "talkgiver/talk"

// Needs: half for naming what they came for, half for the share of it that the
// talk meets. A talk whose needs nobody has written down may meet all of them
// or none.
var needs = criterion{
	id: "needs", dimension: Value, weight: weightNeeds,
	points:   func(f *facts, g *figures, most Points) Range { return kept(most, f.needs) },
	variants: []string{"none", "all"},
	why:      func(f *facts, g *figures) Phrase { return list("needs", f.needs) },
	read:     func(t *talk.Talk, r *reading) []talk.Span { return spans(t.Deal.Needs) },
}

// kept returns half of the most for a list, and the other half by the share
// that is true; a list that is not there is not known.
func kept(most Points, list []bool) Range {
	if len(list) == 0 {
		return unknown(most)
	}
	return exactly(most/2 + part(most/2, count(list), len(list)))
}

// list is a why that counts the entries of a list of the deal.
func list(key string, entries []bool) Phrase {
	switch {
	case len(entries) == 0:
		return Phrase{Key: key + ".none"}
	case all(entries):
		return Phrase{key + ".all", Args{N: len(entries), Of: len(entries)}}
	}
	return Phrase{key, Args{N: count(entries), Of: len(entries)}}
}

func spans(values []talk.Value) []talk.Span {
	var out []talk.Span
	for _, v := range values {
		if !v.Span.Empty() {
			out = append(out, v.Span)
		}
	}
	return out
}

package score

import "talkgiver/talk"

// Close: the end is what they carry out of the room. Half when the last section
// leaves them with something: a "gives:" line, a way to do it or a question.
// Half when the last minute tells them what they can do now ("Send it before
// you sleep"), as something given or as a call to action that is tagged as an
// ask; visits, ratings and orders are none.
var closing = criterion{
	id: "close", dimension: Clarity, weight: weightClose, text: true,
	stance: func(w clarityWeights) Points { return w.close },
	points: func(f *facts, g *figures, most Points) Range {
		if !f.read {
			return unknown(most)
		}
		n := 0
		if f.ends.usable {
			n++
		}
		if f.ends.doing {
			n++
		}
		return exactly(part(most, n, 2))
	},
	variants: []string{"other", "usable", "doing", "none"},
	why: func(f *facts, g *figures) Phrase {
		if !f.read {
			return Phrase{Key: "close.other"}
		}
		switch {
		case f.ends.usable && f.ends.doing:
			return Phrase{Key: "close"}
		case f.ends.usable:
			return Phrase{Key: "close.usable"}
		case f.ends.doing:
			return Phrase{Key: "close.doing"}
		}
		return Phrase{Key: "close.none"}
	},
	read: func(t *talk.Talk, r *reading) []talk.Span {
		if len(r.sections) == 0 {
			return nil
		}
		return []talk.Span{r.sections[len(r.sections)-1].HeadSpan}
	},
}

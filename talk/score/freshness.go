package score

import "talkgiver/talk"

// Freshness: the last whole rehearsal was within a week, for full points; after
// two months nothing of it is left. Counted back from the day of the talk, or
// from today where that is still to come. Without a rehearsal in the journal it
// is not known.
var freshness = criterion{
	id: "freshness", dimension: Effort, weight: weightFreshness,
	points: func(f *facts, g *figures, most Points) Range {
		if !f.effort.fresh {
			return unknown(most)
		}
		return exactly(part(most, stale-f.effort.age, stale-freshDays))
	},
	variants: []string{"none"},
	why: func(f *facts, g *figures) Phrase {
		if !f.effort.fresh {
			return Phrase{Key: "freshness.none"}
		}
		return Phrase{"freshness", Args{N: f.effort.age}}
	},
	read: func(*talk.Talk, *reading) []talk.Span { return nil },
}

// How long a rehearsal is fresh, and when it is gone, in days.
const (
	freshDays = 7
	stale     = 60
)

package score

import "talkgiver/talk"

// Rehearsals: whole ones, on three different days for full points. What the
// journal knows of counts for sure; rehearsals in the car it does not know of,
// so the rest is open, and every rehearsal that it sees raises the figure.
var rehearsals = criterion{
	id: "rehearsals", dimension: Effort, weight: weightRehearsals,
	points: func(f *facts, g *figures, most Points) Range {
		return Range{part(most, f.effort.rehearsals, rehearsalDays), most}
	},
	variants: []string{"none", "all"},
	why: func(f *facts, g *figures) Phrase {
		return atLeast("rehearsals", f.effort.rehearsals, rehearsalDays)
	},
	read: func(*talk.Talk, *reading) []talk.Span { return nil },
}

// rehearsalDays is on how many days a talk is rehearsed for full points. The
// third whole run is the first that most speakers do not stop in.
const rehearsalDays = 3

// atLeast is a why of something of which some is known and more may be.
func atLeast(key string, n, of int) Phrase {
	switch {
	case n == 0:
		return Phrase{Key: key + ".none"}
	case n >= of:
		return Phrase{key + ".all", Args{N: n, Of: of}}
	}
	return Phrase{key, Args{N: n, Of: of}}
}

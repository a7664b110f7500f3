package score

import (
	"time"

	"talkgiver/talk"
)

// Preparation: an hour for a minute of the talk counts full, twenty hours for
// twenty minutes. Hours that nobody noted may have been, so what is noted is
// the least.
var preparation = criterion{
	id: "preparation", dimension: Effort, weight: weightPreparation,
	points: func(f *facts, g *figures, most Points) Range {
		return Range{part(most, f.effort.prep, prepPerTalk*f.total), most}
	},
	variants: []string{"none"},
	why: func(f *facts, g *figures) Phrase {
		if f.effort.prep == 0 {
			return Phrase{Key: "preparation.none"}
		}
		return Phrase{"preparation", Args{
			Time: time.Duration(f.effort.prep) * time.Millisecond,
			Than: time.Duration(prepPerTalk*f.total) * time.Millisecond}}
	},
	read: func(*talk.Talk, *reading) []talk.Span { return nil },
}

// prepPerTalk is how many times the talk's length its preparation takes.
const prepPerTalk = 60

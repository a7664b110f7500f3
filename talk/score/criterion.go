package score

import "talkgiver/talk"

// Dimension is one of the three scores.
type Dimension int

// The three scores, each from 0 to 100.
const (
	Value   Dimension = iota // what a minute is worth to them
	Effort                   // the work behind it
	Clarity                  // how easy it is to follow
	dimensions
)

// String returns the score's name in the JSON.
func (d Dimension) String() string { return [...]string{"value", "effort", "clarity"}[d] }

// criterion is one reason for points. The criteria of a score are at most 100
// points together, and their points add up to the score exactly.
type criterion struct {
	id        string
	dimension Dimension
	weight    Weight
	// text says that it needs nothing but the text of the talk, so that it has
	// its points even where there are too few items for a score.
	text bool
	// points returns what the facts come to, of a given most.
	points func(f *facts, g *figures, most Points) Range
	// stance returns the most that it counts for a stance; nil is its weight.
	stance func(clarityWeights) Points
	// why names the sentence that says where the points come from; its key is
	// the id, or the id with one of the variants.
	variants []string
	why      func(f *facts, g *figures) Phrase
	// read returns the places in the talk that it looked at.
	read func(t *talk.Talk, r *reading) []talk.Span
}

func (c *criterion) most(way talk.Way) Points {
	if c.stance == nil {
		return c.weight.Points
	}
	return c.stance(clarityMaxima(way))
}

// criteria is the table of all criteria, in the order in which they are shown.
var criteria = [...]criterion{
	newness, relevance, concrete, usable, early, needs, promises,
	rehearsals, preparation, tailored, firstHand, freshness,
	message, structure, headings, language, jargon, closing,
}

// Phrase is a sentence that package say knows: its key, and what to put in it.
type Phrase struct {
	Key string
	Args
}

// CriterionIDs returns the ids of a score's criteria, in the order in which they
// are shown.
func CriterionIDs(d Dimension) []string {
	var ids []string
	for i := range criteria {
		if criteria[i].dimension == d {
			ids = append(ids, criteria[i].id)
		}
	}
	return ids
}

// WhyKeys returns the keys of all sentences that criteria can need.
func WhyKeys() []string {
	keys := []string{Unrated}
	for i := range criteria {
		keys = append(keys, criteria[i].id)
		for _, v := range criteria[i].variants {
			keys = append(keys, criteria[i].id+"."+v)
		}
	}
	return keys
}

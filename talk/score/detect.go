package score

import (
	"strings"

	"talkgiver/talk"
	"talkgiver/talk/lexicon"
)

// kindOf says which kind a sort of phrase suggests.
var kindOf = map[lexicon.Sort]talk.Kind{
	lexicon.Pitch: talk.Pitch, lexicon.Ask: talk.Ask, lexicon.Brag: talk.Brag, lexicon.Bio: talk.Bio,
	lexicon.Hype: talk.Hype, lexicon.Apology: talk.Apology, lexicon.Housekeeping: talk.Housekeeping,
	lexicon.Example: talk.Example, lexicon.HowTo: talk.HowTo, lexicon.Evidence: talk.Evidence, lexicon.Demo: talk.Demo,
}

// How dense phrases must be for a kind, in words for one phrase. A take must be
// clear: one phrase in forty words, or one in the line that is shown. A give
// may be a little less so.
const (
	takeDensity = 40
	giveDensity = 60
)

// detect suggests a kind for an item without a tag, in the clear cases only.
// Takes come first, since a speaker wants to know of them; among several the
// one with most phrases, and among equals the first of the list. Stories in the
// first person are never a take: no list holds what happened to somebody.
func (r *reading) detect(it *talk.Item, text itemText) talk.Kind {
	var hits, shown [int(lexicon.SortOf) + 1]int
	words := 0
	lastShown := ""
	for i := text.from; i < text.to; i++ {
		p := &r.passages[i]
		words += len(p.tokens)
		if !p.said {
			lastShown = p.text
		}
		for _, m := range p.matches {
			if m.Quoted || p.quote {
				continue
			}
			hits[m.Sort]++
			if !p.said {
				shown[m.Sort]++
			}
		}
	}
	if k := densest(hits[:], shown[:], words, takeDensity, lexicon.Bio, lexicon.Housekeeping); k != lexicon.NoSort {
		return kindOf[k]
	}
	if _, ok := it.Shown.(*talk.Table); ok {
		return talk.Evidence
	}
	if strings.HasSuffix(strings.TrimSpace(lastShown), "?") {
		return talk.Question
	}
	// Three things that "I" or "we" did, three in a hundred words, at a time
	// that was lived: somebody tells a story.
	if c := &text.counts; c.Did >= 3 && 100*c.Did >= 3*c.Words && c.Clocks > 0 {
		return talk.Story
	}
	return kindOf[densest(hits[:], shown[:], words, giveDensity, lexicon.Example, lexicon.Demo)]
}

// densest returns the sort from first to last with most phrases, if they are
// dense enough or one is shown.
func densest(hits, shown []int, words, density int, first, last lexicon.Sort) lexicon.Sort {
	best := lexicon.NoSort
	for s := first; s <= last; s++ {
		if (shown[s] > 0 || hits[s] > 0 && hits[s]*density >= words) && (best == lexicon.NoSort || hits[s] > hits[best]) {
			best = s
		}
	}
	return best
}

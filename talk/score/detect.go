package score

import (
	"slices"
	"strings"

	"talkgiver/talk"
	"talkgiver/talk/lexicon"
)

// kindOf says which kind a sort of phrase suggests.
var kindOf = map[lexicon.Sort]talk.Kind{
	lexicon.Pitch: talk.Pitch, lexicon.Ask: talk.Ask, lexicon.Brag: talk.Brag, lexicon.Bio: talk.Bio,
	lexicon.Hype: talk.Hype, lexicon.Pressure: talk.Hype, lexicon.Objection: talk.Hype, lexicon.Apology: talk.Apology, lexicon.Housekeeping: talk.Housekeeping,
	lexicon.Agenda:  talk.Housekeeping,
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
// Takes come first, since a speaker wants to know of them. Stories in the first
// person are never a take: no list holds what happened to somebody.
func (r *reading) detect(it *talk.Item, text itemText) talk.Kind {
	n := r.countSigns(text)
	if k := n.take(); k != lexicon.NoSort {
		return kindOf[k]
	}
	if _, ok := it.Shown.(*talk.Table); ok {
		return talk.Evidence
	}
	if strings.HasSuffix(strings.TrimSpace(n.lastShown), "?") {
		return talk.Question
	}
	// Three things that "I" or "we" did, three in a hundred words, at a time
	// that was lived: somebody tells a story.
	if c := &text.counts; c.Did >= 3 && 100*c.Did >= 3*c.Words && c.Clocks > 0 {
		return talk.Story
	}
	return kindOf[n.densest(giveDensity, lexicon.Example, lexicon.Demo)]
}

// signCount is how often an item has phrases of each sort.
type signCount struct {
	hits, shown [lexicon.Sorts]int
	words       int
	lastShown   string
}

// countSigns counts the phrases that are the speaker's own and that are not
// words which this audience knows.
func (r *reading) countSigns(text itemText) signCount {
	var n signCount
	for i := text.from; i < text.to; i++ {
		p := &r.passages[i]
		n.words += p.counts.Words
		if !p.said {
			n.lastShown = p.text
		}
		for _, m := range p.matches {
			if m.Quoted || p.quote || r.knows(p.text[m.Start:m.End]) {
				continue
			}
			sort := p.sortOf(m)
			n.hits[sort]++
			if !p.said {
				n.shown[sort]++
			}
		}
	}
	return n
}

// knows reports whether the deal says that this audience knows a word.
func (r *reading) knows(word string) bool {
	return slices.ContainsFunc(r.known, func(v talk.Value) bool { return strings.EqualFold(v.Text, word) })
}

// take returns the sort of take that an item sounds like, or none. Among several
// it is the one with most phrases, and among equals the first of the list.
func (n *signCount) take() lexicon.Sort {
	return n.densest(takeDensity, lexicon.Bio, lexicon.Agenda)
}

// densest returns the sort from first to last with most phrases, if they are
// dense enough or one is shown.
func (n *signCount) densest(density int, first, last lexicon.Sort) lexicon.Sort {
	best := lexicon.NoSort
	for s := first; s <= last; s++ {
		if (n.shown[s] > 0 || n.hits[s] > 0 && n.hits[s]*density >= n.words) && (best == lexicon.NoSort || n.hits[s] > n.hits[best]) {
			best = s
		}
	}
	return best
}

package score

import (
	"slices"

	"talkgiver/talk"
)

// facts is all that the figures of a talk depend on, read from it once: plain
// values without any text. A finding's points come from changing a copy of them
// and weighing again.
type facts struct {
	read     bool  // the talk's language is one that we can read
	rated    bool  // a slot and three items: enough for a score
	slot     int64 // all times in milliseconds
	speaking int64 // slot less questions
	total    int64
	way      talk.Way

	needs, promises, truths []bool // met, kept, told
	safe                    []bool // promises that promise nothing

	sections []sectionFacts
	items    []itemFacts // those that take part in the talk, in its order
	message  messageFacts
	language languageFacts
	jargon   int // unexplained short forms and insider words
	ends     closeFacts
	effort   effortFacts
	atOnce   bool // as if the first item were of value
}

// sectionFacts is what a section that takes part in the talk brings.
type sectionFacts struct {
	number   int // as in the talk, from 1
	time     int64
	estimate int64
	planned  bool
	new      Range // the speaker's answer in thousandths of the most
	answered bool  // the speaker has said how relevant it is
	relevant int   // that answer in thousandths
	need     bool  // it meets a need of the deal
	gives    bool  // it says what they take home
	serves   bool  // it gives something or serves the deal
	headed   bool  // it has a heading
	sentence bool  // which says something
	vivid    Range // how concrete its words are, in thousandths of the most
}

// itemFacts is what an item brings.
type itemFacts struct {
	section     int // index into sections
	start, time int64
	kind        talk.Kind
	from        From
	ownTag      bool // it is tagged as first-hand
	firstHand   bool // and its words bear it out
	tailored    bool // it is tagged so; counts where its section meets a need
	empty       bool // there is nothing in it
	unspoken    bool // nothing is said to it, on a slide that is written out
}

// sides returns which side the item is on: a detected take may be none.
func (it *itemFacts) sides() itemSides {
	if it.empty {
		return itemSides{}
	}
	switch it.kind.Side() {
	case talk.Take:
		detected := it.from == Detected
		return itemSides{giveBest: detected, takeWorst: true, takeBest: !detected}
	case talk.Give:
		return itemSides{giveWorst: true, giveBest: true}
	}
	return itemSides{}
}

type messageFacts struct {
	given     bool
	words     int
	sentences int
	said      int  // how often it is said
	early     bool // it is said in the first minute
}

type closeFacts struct {
	doing  bool // the last minute says what they can do now
	usable bool // the last section leaves them with something to do
}

type effortFacts struct {
	rehearsals int   // days with a whole rehearsal, as far as known
	prep       int64 // milliseconds of preparation, as far as known
	fresh      bool  // it is known when the last rehearsal was
	age        int   // days since then
	// As if everything that could be so were tagged so.
	allTailored, allFirstHand bool
}

// copyInto makes to an equal of f that shares nothing with it.
func (f *facts) copyInto(to *facts) {
	needs, promises, truths := append(to.needs[:0], f.needs...), append(to.promises[:0], f.promises...), append(to.truths[:0], f.truths...)
	safe := append(to.safe[:0], f.safe...)
	sections, items := append(to.sections[:0], f.sections...), append(to.items[:0], f.items...)
	*to = *f
	to.needs, to.promises, to.truths, to.safe, to.sections, to.items = needs, promises, truths, safe, sections, items
}

// count returns how many of a list are true.
func count(list []bool) int {
	n := 0
	for _, b := range list {
		if b {
			n++
		}
	}
	return n
}

func all(list []bool) bool { return !slices.Contains(list, false) }

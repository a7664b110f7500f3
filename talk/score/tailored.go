package score

import "talkgiver/talk"

// Tailored: the share of the talk that was made for this audience (#tailored),
// full when it is half. The tag counts where its section meets a need of theirs:
// what is made for them is made for something that they came for, and a tag on
// everything says nothing. What is not tagged, or tagged beside their needs, may
// be tailored too.
var tailored = criterion{
	id: "tailored", dimension: Effort, weight: weightTailored,
	points: func(f *facts, g *figures, most Points) Range {
		return Range{part(most, 2*tagged(f, isTailored), f.total), most}
	},
	variants: []string{"none", "beside"},
	why: func(f *facts, g *figures) Phrase {
		beside := howMany(f, func(it *itemFacts) bool { return it.tailored })
		return share("tailored", tagged(f, isTailored), Phrase{"tailored.beside", Args{N: beside}}, f)
	},
	read: func(t *talk.Talk, r *reading) []talk.Span { return r.itemsThat(isTailored) },
}

// FirstHand: the share in which the speaker tells what they saw or did
// themselves (#firsthand), full when it is half. The words have to bear it out:
// where something is written to be said and nobody in it says I or we, the tag
// leaves it open.
var firstHand = criterion{
	id: "first-hand", dimension: Effort, weight: weightFirstHand,
	points: func(f *facts, g *figures, most Points) Range {
		return Range{part(most, 2*tagged(f, isFirstHand), f.total), most}
	},
	variants: []string{"none", "untold"},
	why: func(f *facts, g *figures) Phrase {
		untold := howMany(f, func(it *itemFacts) bool { return it.ownTag })
		return share("first-hand", tagged(f, isFirstHand), Phrase{"first-hand.untold", Args{N: untold}}, f)
	},
	read: func(t *talk.Talk, r *reading) []talk.Span { return r.itemsThat(isFirstHand) },
}

func isTailored(f *facts, it *itemFacts) bool {
	return f.effort.allTailored || it.tailored && f.sections[it.section].need
}
func isFirstHand(f *facts, it *itemFacts) bool {
	return f.effort.allFirstHand || it.firstHand
}

// tagged returns the milliseconds of the items that are so.
func tagged(f *facts, is func(*facts, *itemFacts) bool) int64 {
	var sum int64
	for i := range f.items {
		if is(f, &f.items[i]) {
			sum += f.items[i].time
		}
	}
	return sum
}

// howMany returns how many items are so.
func howMany(f *facts, are func(*itemFacts) bool) int {
	n := 0
	for i := range f.items {
		if are(&f.items[i]) {
			n++
		}
	}
	return n
}

// share is a why that says how many percent of the talk are so. Where it is
// nothing, none says how many items are tagged, and why no tag counts.
func share(key string, part int64, none Phrase, f *facts) Phrase {
	switch {
	case part > 0 && f.total > 0:
	case none.Args.N > 0:
		return none
	default:
		return Phrase{Key: key + ".none"}
	}
	return Phrase{key, Args{N: int(100 * part / f.total)}}
}

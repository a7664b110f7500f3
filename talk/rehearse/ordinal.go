package rehearse

import "talkgiver/talk"

// Ordinal numbers a run among those of its kind, from 1: rehearsals, drills and
// givings count by themselves. runs are in the order of time.
func Ordinal(runs []talk.Run, index int) int {
	return countKind(runs[:index], runs[index].Kind) + 1
}

// NextOrdinal is the number that a run of a kind gets behind those that there are.
func NextOrdinal(runs []talk.Run, kind talk.RunKind) int { return countKind(runs, kind) + 1 }

func countKind(runs []talk.Run, kind talk.RunKind) int {
	n := 0
	for i := range runs {
		if named(runs[i].Kind) == named(kind) {
			n++
		}
	}
	return n
}

// named is the kind that a run is called by: what is unknown is a rehearsal.
func named(kind talk.RunKind) talk.RunKind {
	if kind == talk.RunDrill || kind == talk.RunGiven {
		return kind
	}
	return talk.RunPractice
}

package rehearse

import (
	"slices"
	"testing"

	"talkgiver/talk"
)

func TestOrdinal(t *testing.T) {
	var runs []talk.Run
	for _, kind := range []talk.RunKind{talk.RunPractice, talk.RunDrill, talk.RunPractice, talk.RunGiven, talk.RunDrill, "of a later version"} {
		runs = append(runs, talk.Run{RunStart: talk.RunStart{Kind: kind}})
	}
	var got []int
	for i := range runs {
		got = append(got, Ordinal(runs, i))
	}
	if want := []int{1, 1, 2, 1, 2, 3}; !slices.Equal(got, want) {
		t.Errorf("the numbers are %v, want %v", got, want)
	}
	if run, given := NextOrdinal(runs, talk.RunPractice), NextOrdinal(nil, talk.RunGiven); run != 4 || given != 1 {
		t.Errorf("the next run is %d, the first giving %d", run, given)
	}
}

package rehearse

import (
	"testing"
	"time"

	"talkgiver/talk"
)

// worded is a whole run with 600 words, said at a pace.
func worded(pace, day int, kind talk.RunKind) talk.Run {
	run := took(600*m/time.Duration(pace), day, kind)
	for i, words := range []int{100, 200, 300} {
		run.Plan.Slides[i].Words = words
		run.Plan.Slides[i].Planned = m
	}
	return run
}

func TestPace(t *testing.T) {
	half := worded(500, 1, talk.RunPractice)
	half.Spoken[2] = 0
	runs := []talk.Run{
		worded(110, 1, talk.RunPractice), worded(120, 2, talk.RunPractice), worded(400, 2, talk.RunPractice), // who rushed once
		half, worded(90, 3, talk.RunGiven), worded(60, 3, talk.RunDrill), took(6*m, 3, talk.RunPractice),
		worded(130, 4, talk.RunPractice), worded(140, 5, talk.RunPractice),
	}
	if pace, from := Pace(runs); pace != 130 || from != 5 {
		t.Errorf("%d words a minute from %d runs, want 130 from 5", pace, from)
	}
	if pace, from := Pace(runs[3:7]); pace != 0 || from != 0 {
		t.Errorf("without a whole rehearsal %d words a minute from %d", pace, from)
	}
	if pace, from := Pace(runs[:2]); pace != 115 || from != 2 {
		t.Errorf("of two %d words a minute from %d", pace, from)
	}
}

func TestSpread(t *testing.T) {
	plan := threeSlides().Plan
	runs := practised(6*m, 6*m, 6*m)
	runs[0].Spoken = []time.Duration{m, 2 * m, 3 * m}
	runs[1].Spoken = []time.Duration{m, 2*m + 10*s, 7 * m}
	runs[2].Spoken = []time.Duration{50 * s, 2 * m, 4 * m}
	drill := took(20*m, 1, talk.RunDrill)
	got := Spread(plan, append(runs, drill))
	want := []Range{
		{0, "Before", 2*m + 50*s, 3*m + 10*s, 3, false},
		{1, "After", 3 * m, 7 * m, 3, true},
	}
	if len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got[0].Words().Key != "" || got[1].Words() != (talk.Phrase{Key: "range", Text: "After", Time: 3 * m, Than: 7 * m}) {
		t.Errorf("says %+v and %+v", got[0].Words(), got[1].Words())
	}
	if one := Spread(plan, runs[:1]); len(one) != 0 {
		t.Errorf("one run has a range: %+v", one)
	}
}

func TestFresh(t *testing.T) {
	runs := append(practised(6*m, 6*m), took(6*m, 3, talk.RunGiven))
	if days, known := Fresh(runs, noon.AddDate(0, 0, 8)); days != 7 || !known || FreshWords(days, known).N != 7 {
		t.Errorf("%d days, %v", days, known)
	}
	if days, _ := Fresh(runs, noon.AddDate(0, 0, 2)); days != 1 || FreshWords(days, true).Key != "fresh.yesterday" {
		t.Errorf("%d days on the day after", days)
	}
	if days, _ := Fresh(runs, noon.AddDate(0, 0, 1).Add(11*time.Hour)); days != 0 || FreshWords(days, true).Key != "fresh.today" {
		t.Errorf("%d days on the evening of the rehearsal", days)
	}
	if _, known := Fresh(runs[2:], noon); known || FreshWords(0, known).Key != "fresh.none" {
		t.Error("the talk as given is its rehearsal")
	}
}

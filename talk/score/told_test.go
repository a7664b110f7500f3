package score_test

import (
	"slices"
	"strings"
	"testing"

	"talkgiver/talk/score"
)

// A tag that does not count is not said to be missing.
func TestWhyTagsDoNotCount(t *testing.T) {
	for _, test := range []struct {
		id, a, b string
		want     score.Phrase
	}{
		{"first-hand", "", "", score.Phrase{Key: "first-hand", Args: score.Args{N: 40}}},
		{"first-hand", " #firsthand", "", score.Phrase{Key: "first-hand.none"}},
		{"first-hand", "I had it over the bin.", "It was over the bin.", score.Phrase{Key: "first-hand.untold", Args: score.Args{N: 1}}},
		{"tailored", "", "", score.Phrase{Key: "tailored.none"}},
		{"tailored", " #firsthand", " #tailored", score.Phrase{Key: "tailored", Args: score.Args{N: 40}}},
		{"tailored", "meets: need 1\nmakes: promise 1\nnew: 3\nrelevant: 4\n\n- The broken spoon #story #firsthand", "makes: promise 1\n\n- The broken spoon #tailored", score.Phrase{Key: "tailored.beside", Args: score.Args{N: 1}}},
	} {
		text := strings.Replace(good, test.a, test.b, 1)
		var got score.Phrase
		for _, c := range report(t, text, score.Inputs{}).Scores[score.Effort].Criteria {
			if c.ID == test.id {
				got = c.Why
			}
		}
		if got != test.want {
			t.Errorf("%s with %q: %v, want %v", test.id, test.b, got, test.want)
		}
	}
}

// The last minute says what they can do, as a give or as a call to action that is
// tagged as an ask; what it asks for the speaker, and a pitch, say nothing.
func TestTheLastMinuteSaysWhatTheyCanDo(t *testing.T) {
	const call = "Tomorrow at nine, take ten minutes. Delete one alert. Fix one cause."
	for _, test := range []struct {
		kind, text, want string
	}{
		{"howto", call, "close"},
		{"ask", call, "close"},
		{"ask", "I ask you for one thing. Delete one alert.", "close"},
		{"ask", "Fix one cause.", "close"},
		{"ask", "Tomorrow you can visit our booth.", "close.usable"},
		{"ask", "Tonight, rate this talk.", "close.usable"},
		{"ask", "That was the spoon.", "close.usable"},
		{"pitch", call, "close.usable"},
		{"brag", call, "close.usable"},
	} {
		head, _, _ := strings.Cut(good, "- Tonight #howto")
		var got string
		for _, c := range report(t, head+"- The end #"+test.kind+"\n\n"+test.text+"\n", score.Inputs{}).Scores[score.Clarity].Criteria {
			if c.ID == "close" {
				got = c.Why.Key
			}
		}
		if got != test.want {
			t.Errorf("%q #%s: %s, want %s", test.text, test.kind, got, test.want)
		}
	}
}

// Who is over time learns which section they can spare: one that is cut first,
// else the one that gives least; never one that is never cut.
func TestOvertimeNamesASection(t *testing.T) {
	first, second, third := "My mother's spoon broke on a Tuesday", "Three questions tell you what to do", "Take one thing from the drawer"
	for _, test := range []struct {
		name, key, cut string
		change         []string
	}{
		{"the least", "overtime.questions", third, nil},
		{"the least by its answers", "overtime.questions", first, []string{"gives: a reason to look twice\nmeets: need 1\nmakes: promise 1\nnew: 3\nrelevant: 4\n\n- The broken spoon #story #firsthand", "new: 0\nrelevant: 0\n\n- The broken spoon"}},
		{"one to cut first", "overtime.questions", second, []string{second + " (9m)", second + " (9m) #extra"}},
		{"one that is never cut", "overtime.questions", first, []string{"(1m)", "(1m) #core"}},
		{"no questions", "overtime", third, []string{"questions: 1m\n", ""}},
		{"nothing to cut", "overtime.questions-all", "", []string{"(1m)", "(1m) #core", first + " (2m)", first + " (2m) #core", second + " (9m)", second + " (9m) #core"}},
		{"nothing to cut, no questions", "overtime.all", "", []string{"questions: 1m\n", "", "(1m)", "(1m) #core", first + " (2m)", first + " (2m) #core", second + " (9m)", second + " (9m) #core"}},
	} {
		text := strings.NewReplacer(test.change...).Replace(strings.Replace(good, second+" (2m)", second+" (9m)", 1))
		var got []string
		for _, f := range report(t, text, score.Inputs{}).Findings {
			if f.Rule == "overtime" {
				got = append(got, f.Words.Key, f.Words.Args.Text)
			}
		}
		if want := []string{test.key, test.cut}; !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", test.name, got, want)
		}
	}
}

// A finding gains at most half of the balance's range, unless that is what the
// balance shows: in a slot of seconds a minute of anything is more than all.
func TestGainStaysInTheScale(t *testing.T) {
	for _, test := range []struct {
		slot, section, rule string
		least, most         score.Points
	}{
		{"20s", "(20s)", "truth-untold", 120 * score.Point, 130 * score.Point}, // from −100 to +27
		{"20s", "(5m)", "overtime", 100 * score.Point, 150 * score.Point},
		{"20m", "(24m)", "overtime", 39 * score.Point, 41 * score.Point},
		{"20m", "(36m)", "overtime", 100 * score.Point, 160 * score.Point},
		{"20m", "(20m)", "truth-untold", 4 * score.Point, 6 * score.Point},
	} {
		r := report(t, "---\nslot: "+test.slot+"\nlang: en\ntruths:\n  - It hurts.\n---\n\n## One "+test.section+"\n\n- a\n- b\n- c\n", score.Inputs{})
		var got score.Points = -1
		for _, f := range r.Findings {
			if f.Rule == test.rule {
				got = f.Points
			}
		}
		if got < test.least || got > test.most {
			t.Errorf("%s in %s: %s gains %d", test.section, test.slot, test.rule, got)
		}
	}
}

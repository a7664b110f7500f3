package say

import (
	"testing"
	"time"

	"talkgiver/talk"
	"talkgiver/talk/score"
)

// A dial that is opened has all to show for each of its criteria.
func TestExplain(t *testing.T) {
	for _, lang := range []string{"en", "de"} {
		s := For(lang)
		for _, d := range []score.Dimension{score.Value, score.Effort, score.Clarity} {
			for _, id := range score.CriterionIDs(d) {
				if e, ok := s.Explain(id); !ok || e.Name == "" || e.Rule == "" || e.Formula == "" || e.Reason == "" || e.Source == "" {
					t.Errorf("%s: %s: %+v", lang, id, e)
				}
			}
		}
		if e, ok := s.Explain("balance"); !ok || e.Name == "" || e.Formula == "" {
			t.Errorf("%s: the balance: %+v", lang, e)
		}
		if _, ok := s.Explain("vibes"); ok {
			t.Errorf("%s: vibes are explained", lang)
		}
	}
}

func TestWeight(t *testing.T) {
	for _, w := range score.Weights() {
		en, de := For("en").Weight(w), For("de").Weight(w)
		if en.Name == "" || en.Reason != w.Reason || en.Source != w.Source.Text || en.Mark == "" {
			t.Errorf("%s: %+v", w.ID, en)
		}
		if de.Reason == en.Reason || de.Source == en.Source || de.Mark == en.Mark || de.Reason == "" || de.Source == "" {
			t.Errorf("%s: %+v", w.ID, de)
		}
	}
}

func TestQuestion(t *testing.T) {
	q := score.Question{Words: score.Phrase{Key: "new", Args: score.Args{N: 2, Text: "The one question"}}, Section: 2}
	if ask, how := For("en").Question(q); ask != "Is section 2 (“The one question”) new to them?" || how != "Answer it at the section: 0, not at all, to 4, all of it (in the file: new: 3)." {
		t.Errorf("%q %q", ask, how)
	}
	q = score.Question{Words: score.Phrase{Key: "kind", Args: score.Args{Text: "Stand 14", Other: string(talk.Ask)}}}
	if ask, _ := For("de").Question(q); ask != "„Stand 14“ klingt danach: Bitte. Ist es das?" {
		t.Errorf("%q", ask)
	}
}

func TestInput(t *testing.T) {
	p := score.Phrase{Key: "taken", Args: score.Args{Time: 90 * time.Second, N: 80, Other: string(talk.Bio)}}
	if got := For("en").Input(p); got != "1:30, each minute at 80 %: bio" {
		t.Errorf("%q", got)
	}
}

func TestNumberAndDay(t *testing.T) {
	for tenths, want := range map[int][2]string{0: {"0", "0"}, 5: {"0.5", "0,5"}, 120: {"12", "12"}, -31: {"−3.1", "−3,1"}} {
		if en, de := For("en").Number(tenths), For("de").Number(tenths); en != want[0] || de != want[1] {
			t.Errorf("%d: %q, %q", tenths, en, de)
		}
	}
	day := time.Date(2027, 5, 4, 0, 0, 0, 0, time.UTC)
	if en, de := For("en").Day(day), For("de").Day(day); en != "4 May 2027" || de != "4. Mai 2027" {
		t.Errorf("%q, %q", en, de)
	}
}

package score

import (
	"math/rand/v2"
	"slices"
	"testing"

	"talkgiver/talk"
)

// Questions are few, in order, and answering the first of them narrows the
// balance by what it says, or by more where an answer at an end tells more.
func TestQuestionsNarrow(t *testing.T) {
	asked := map[string]int{}
	each(t, func(t *testing.T, r *rand.Rand, tk *talk.Talk, in Inputs) {
		rep := Of(tk, in)
		if len(rep.Questions) > mostQuestions || !rep.Rated && len(rep.Questions) > 0 {
			t.Errorf("%d questions", len(rep.Questions))
		}
		for i, q := range rep.Questions {
			asked[q.Words.Key]++
			if q.Narrows <= 0 || i > 0 && q.Narrows > rep.Questions[i-1].Narrows {
				t.Errorf("%v after %v", q, rep.Questions[:i])
			}
			if !slices.Contains(QuestionKeys(), q.Words.Key) {
				t.Errorf("%s is not declared", q.Words.Key)
			}
		}
		if len(rep.Questions) == 0 || held(rep) {
			return
		}
		q := rep.Questions[0]
		if q.Words.Key != askNew && q.Words.Key != askTruths {
			return
		}
		before := rep.Balance.Range.Width()
		switch q.Words.Key {
		case askNew:
			tk.Sections[q.Section-1].New = talk.Answer{Points: 2, Span: somewhere}
		case askTruths:
			tk.Deal.Truths = append(tk.Deal.Truths, value("a truth"))
			s := tk.Sections[len(tk.Sections)-1]
			s.Meets = append(s.Meets, talk.Link{Kind: talk.ToTruth, Number: 1, Span: somewhere})
		}
		after := Of(tk, in)
		if held(after) || q.Words.Key == askTruths && len(after.Findings) > 0 && slices.ContainsFunc(after.Findings, func(f Finding) bool { return f.Rule == "truth-untold" }) {
			return
		}
		if got := before - after.Balance.Range.Width(); got != q.Narrows {
			t.Errorf("%s narrows by %d, said %d", q.Words.Key, got, q.Narrows)
		}
	})
	for _, key := range QuestionKeys() {
		if asked[key] == 0 && key != askMessage && key != askNeeds && key != askGives && key != askPreparation && key != askTailored && key != askFirstHand {
			t.Errorf("nobody asks for %s", key)
		}
	}
}

// What a criterion does not read never moves it.
func TestCriteriaReadOnlyWhatIsTheirs(t *testing.T) {
	changes := []struct {
		name   string
		change func(r *rand.Rand, tk *talk.Talk, in *Inputs)
		moves  []string // the criteria that may move
	}{
		{"the title", func(_ *rand.Rand, tk *talk.Talk, _ *Inputs) { tk.Deal.Title = value("A talk about sixty free puppies") }, nil},
		{"the event and its audience", func(_ *rand.Rand, tk *talk.Talk, _ *Inputs) {
			tk.Deal.Event, tk.Deal.Audience = value("ROI Days"), value("stakeholders")
		}, nil},
		{"how many listen", func(_ *rand.Rand, tk *talk.Talk, _ *Inputs) { tk.Deal.Listeners = talk.Number{N: 150, Span: somewhere} }, nil},
		{"the words of a need", func(_ *rand.Rand, tk *talk.Talk, _ *Inputs) {
			for i := range tk.Deal.Needs {
				tk.Deal.Needs[i].Text = "leverage synergies with our ROI"
			}
		}, nil},
		{"a heading", func(_ *rand.Rand, tk *talk.Talk, _ *Inputs) { tk.Sections[0].Title = "Read it aloud once" },
			[]string{"headings"}},
		{"an answer", func(_ *rand.Rand, tk *talk.Talk, _ *Inputs) {
			tk.Sections[0].New = talk.Answer{Points: 4, Span: somewhere}
		}, []string{"new", "first-value"}},
		{"the message", func(_ *rand.Rand, tk *talk.Talk, _ *Inputs) { tk.Deal.Message = value("Another thing altogether.") },
			[]string{"message"}},
		{"the journal", func(_ *rand.Rand, _ *talk.Talk, in *Inputs) {
			in.Rehearsals, in.Preparation = append(in.Rehearsals, in.Today), in.Preparation+3600e9
		}, []string{"rehearsals", "preparation", "freshness"}},
		{"words that they know", func(_ *rand.Rand, tk *talk.Talk, _ *Inputs) { tk.Deal.Knows = append(tk.Deal.Knows, value("ROI")) },
			[]string{"jargon"}},
	}
	for _, c := range changes {
		t.Run(c.name, func(t *testing.T) {
			moved := 0
			each(t, func(t *testing.T, r *rand.Rand, tk *talk.Talk, in Inputs) {
				before := Of(tk, in)
				c.change(r, tk, &in)
				after := Of(tk, in)
				for d := range before.Scores {
					for i, b := range before.Scores[d].Criteria {
						a := after.Scores[d].Criteria[i]
						switch {
						case a.Range == b.Range:
						case slices.Contains(c.moves, b.ID):
							moved++
						default:
							t.Errorf("%s moves from %v to %v", b.ID, b.Range, a.Range)
						}
					}
				}
			})
			if len(c.moves) > 0 && moved == 0 {
				t.Error("nothing moved")
			}
		})
	}
}

// A way to explain is there for all that can be explained, and for nothing else;
// what it says of a talk is declared.
func TestExplainIsComplete(t *testing.T) {
	keys := InputKeys()
	seen := map[string]bool{}
	each(t, func(t *testing.T, _ *rand.Rand, tk *talk.Talk, in Inputs) {
		for _, id := range ExplainedIDs() {
			inputs, ok := Explain(tk, in, id)
			if !ok {
				t.Errorf("%s is not explained", id)
			}
			for _, p := range inputs {
				seen[p.Key] = true
				if !slices.Contains(keys, p.Key) {
					t.Errorf("input %s is not declared", p.Key)
				}
			}
		}
	})
	for _, key := range keys {
		if !seen[key] && key != "age" {
			t.Errorf("no talk has the input %s", key)
		}
	}
	if _, ok := Explain(draw(rand.New(rand.NewPCG(1, 1))), Inputs{}, "vibes"); ok {
		t.Error("vibes are explained")
	}
}

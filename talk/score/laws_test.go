package score

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"talkgiver/talk"
)

// draw makes a random talk by hand, as a file could hold it. Every span of
// something that is there is not empty; nothing looks into the source.
func draw(r *rand.Rand) *talk.Talk {
	t := &talk.Talk{Source: make([]byte, 4000)}
	for i := range t.Source {
		t.Source[i] = ' '
	}
	t.Lines = talk.NewLines(t.Source)
	d := &t.Deal
	d.Span = talk.Span{Start: 0, End: 100}
	if r.IntN(8) > 0 {
		d.Slot = talk.Duration{Duration: time.Duration(1+r.IntN(40)) * time.Minute, Span: somewhere}
	}
	if r.IntN(2) > 0 {
		d.Questions = talk.Duration{Duration: time.Duration(1+r.IntN(8)) * time.Minute, Span: somewhere}
	}
	d.Lang = value("en")
	d.Stance.Way = []talk.Way{"", talk.Adapt, talk.Attract}[r.IntN(3)]
	if r.IntN(3) > 0 {
		d.Message = value("Read it aloud once before somebody else has to.")
	}
	for range r.IntN(3) {
		d.Needs = append(d.Needs, value("a need"))
	}
	for i := range r.IntN(3) {
		d.Promises = append(d.Promises, value([]string{"a promise", "an overview of it"}[i]))
	}
	for range r.IntN(3) {
		d.Truths = append(d.Truths, value("a truth"))
	}
	for n := range 1 + r.IntN(7) {
		s := &talk.Section{Number: n + 1, Level: 2, Title: []string{"A section about cars", "Take one thing from the drawer"}[n%2], Span: somewhere, HeadSpan: somewhere}
		if r.IntN(3) > 0 {
			s.Time = talk.Duration{Duration: time.Duration(30+r.IntN(300)) * time.Second, Span: somewhere}
		}
		if r.IntN(2) > 0 {
			s.New = talk.Answer{Points: r.IntN(5), Span: somewhere}
		}
		if r.IntN(3) == 0 {
			s.Relevant = talk.Answer{Points: r.IntN(5), Span: somewhere}
		}
		if r.IntN(2) > 0 {
			s.Gives = value("a question to ask")
		}
		for range r.IntN(3) {
			s.Meets = append(s.Meets, drawLink(r))
		}
		if r.IntN(12) == 0 {
			s.Tags = append(s.Tags, talk.Tag{Name: talk.TagSkip, Class: talk.PriorityTag})
		}
		sl := &talk.Slide{Level: 2}
		for range r.IntN(5) {
			sl.Items = append(sl.Items, drawItem(r))
		}
		s.Slides = []*talk.Slide{sl}
		t.Sections = append(t.Sections, s)
	}
	return t
}

var somewhere = talk.Span{Start: 10, End: 20}

func value(s string) talk.Value { return talk.Value{Text: s, Span: somewhere} }

func drawLink(r *rand.Rand) talk.Link {
	return talk.Link{Kind: []talk.LinkKind{talk.ToNeed, talk.ToPromise, talk.ToTruth}[r.IntN(3)], Number: 1 + r.IntN(3), Makes: r.IntN(5) == 0, Span: somewhere}
}

// texts are what items say; some of it is detected as a take or a give.
var texts = []string{
	"Last Tuesday I went to the workshop and I cut two boards and we built a table.",
	"Visit our booth, follow us, like our page, and tell your friends.",
	"This is a game changer.", "Can everybody hear me?", "For example, a car without belts.",
	"The ROI of this is a matter of perspective, in terms of synergies.",
	"Read it aloud once, before somebody else has to.", "Write down your question tonight.", "Here is a plain sentence.",
	hardTexts["abstract"], hardTexts["padded"], hardTexts["long-winded"],
	"Act now, before it's too late.", "Here's the agenda for today, in four parts.", "Before you say no to it, just trust me.",
}

func drawItem(r *rand.Rand) *talk.Item {
	text := texts[r.IntN(len(texts))]
	p := &talk.Paragraph{Inlines: []talk.Inline{&talk.Text{Text: text, Span: talk.Span{Start: 200, End: 200 + len(text)}}}}
	p.BlockCommon = talk.BlockCommon{Said: true, Span: talk.Span{Start: 200, End: 200 + len(text)}}
	it := &talk.Item{Said: []talk.Block{p}, Words: talk.CountWords(text), Span: p.Span}
	if kinds := talk.Kinds(); r.IntN(3) > 0 {
		it.Tags = append(it.Tags, kindTag(kinds[r.IntN(len(kinds))]))
	}
	if r.IntN(6) == 0 {
		it.Tags = append(it.Tags, talk.Tag{Name: talk.TagFirsthand, Class: talk.EffortTag})
	}
	if r.IntN(6) == 0 {
		it.Tags = append(it.Tags, talk.Tag{Name: "need1", Class: talk.LinkTag, Link: drawLink(r)})
	}
	return it
}

func kindTag(k talk.Kind) talk.Tag { return talk.Tag{Name: string(k), Class: talk.KindTag} }

func drawInputs(r *rand.Rand) Inputs {
	in := Inputs{Pace: 80 + r.IntN(100)}
	if r.IntN(2) > 0 {
		in.Today = time.Date(2027, 3, 1, 0, 0, 0, 0, time.UTC)
		for range r.IntN(4) {
			in.Rehearsals = append(in.Rehearsals, in.Today.AddDate(0, 0, -r.IntN(90)))
		}
		in.Preparation = time.Duration(r.IntN(20)) * time.Hour
	}
	return in
}

// each runs a check on many random talks; the same ones every time.
func each(t *testing.T, check func(t *testing.T, r *rand.Rand, tk *talk.Talk, in Inputs)) {
	t.Helper()
	for seed := range uint64(1500) {
		r := rand.New(rand.NewPCG(seed, 7))
		tk := draw(r)
		check(t, r, tk, drawInputs(r))
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

func TestSumOfCriteriaIsTheScore(t *testing.T) {
	rated := 0
	each(t, func(t *testing.T, _ *rand.Rand, tk *talk.Talk, in Inputs) {
		rep := Of(tk, in)
		if !rep.Rated {
			if rep.Balance != (Balance{}) || rep.Scores[Value].Range != (Range{}) {
				t.Error("a score without enough to say it")
			}
			return
		}
		rated++
		for d, s := range rep.Scores {
			var sum Range
			var middles, most Points
			for _, c := range s.Criteria {
				sum = sum.plus(c.Range)
				middles += c.Middle()
				most += c.Most
				if c.Low < 0 || c.Low > c.High || c.High > c.Most || c.Low%4 != 0 || c.High%4 != 0 {
					t.Errorf("%s: %v of %v", c.ID, c.Range, c.Most)
				}
			}
			if sum != s.Range || middles != s.Middle() || most != 100*Point {
				t.Errorf("%v: sum %v, middles %v, most %v, score %v", Dimension(d), sum, middles, most, s.Range)
			}
		}
		if b := rep.Balance; b.Range.Low < -100*Point || b.Range.High > 100*Point || b.Range.Low > b.Range.High {
			t.Errorf("balance %v", b)
		}
		if b := rep.Balance; b.Range.Low > -100*Point && b.Range.High < 100*Point && (b.Points != b.Range.Middle() || b.Points != rep.Give.Middle()-rep.Take.Middle()) {
			t.Errorf("balance %v is not give %v less take %v", b, rep.Give, rep.Take)
		}
	})
	if rated < 500 {
		t.Fatalf("only %d talks had a score", rated)
	}
}

// changes are what the laws speak of: each changes a talk for the better in one
// way, and reports whether there was anything to change.
var changes = map[string]func(r *rand.Rand, tk *talk.Talk) bool{
	"kind towards give": func(r *rand.Rand, tk *talk.Talk) bool {
		it := anyItem(r, tk)
		if it == nil {
			return false
		}
		i := slices.IndexFunc(it.Tags, func(t talk.Tag) bool { return t.Class == talk.KindTag })
		if i < 0 {
			return false
		}
		gives := []talk.Kind{talk.Insight, talk.Story, talk.HowTo, talk.Question, talk.Bridge}
		to := gives[r.IntN(len(gives))]
		switch it.Tags[i].Kind().Side() {
		case talk.Give:
			return false
		case talk.Neither:
			if to == talk.Bridge {
				return false
			}
		}
		it.Tags[i] = kindTag(to)
		return true
	},
	"raise an answer": func(r *rand.Rand, tk *talk.Talk) bool {
		s := tk.Sections[r.IntN(len(tk.Sections))]
		a := &s.New
		if r.IntN(2) == 0 {
			a = &s.Relevant
		}
		if !a.Given() || a.Points == 4 {
			return false
		}
		a.Points++
		return true
	},
	"add a link": func(r *rand.Rand, tk *talk.Talk) bool {
		s := tk.Sections[r.IntN(len(tk.Sections))]
		s.Meets = append(s.Meets, drawLink(r))
		return true
	},
	"link an item": func(r *rand.Rand, tk *talk.Talk) bool {
		it := anyItem(r, tk)
		if it == nil {
			return false
		}
		it.Tags = append(it.Tags, talk.Tag{Name: "keep1", Class: talk.LinkTag, Link: drawLink(r)})
		return true
	},
	"make a safe promise bold": func(r *rand.Rand, tk *talk.Talk) bool {
		for i, p := range tk.Deal.Promises {
			if p.Text != "a promise" {
				tk.Deal.Promises[i] = value("a promise")
				return true
			}
		}
		return false
	},
	"name the first need": func(r *rand.Rand, tk *talk.Talk) bool {
		if len(tk.Deal.Needs) > 0 {
			return false
		}
		tk.Deal.Needs = []talk.Value{value("a"), value("b")}[:1+r.IntN(2)]
		return true
	},
	"name the first promise": func(r *rand.Rand, tk *talk.Talk) bool {
		if len(tk.Deal.Promises) > 0 {
			return false
		}
		tk.Deal.Promises = []talk.Value{value("a"), value("b")}[:1+r.IntN(2)]
		return true
	},
	"name the first truth": func(r *rand.Rand, tk *talk.Talk) bool {
		if len(tk.Deal.Truths) > 0 {
			return false
		}
		tk.Deal.Truths = []talk.Value{value("a"), value("b")}[:1+r.IntN(2)]
		return true
	},
}

func anyItem(r *rand.Rand, tk *talk.Talk) *talk.Item {
	s := tk.Sections[r.IntN(len(tk.Sections))]
	if items := s.Items(); len(items) > 0 {
		return items[r.IntN(len(items))]
	}
	return nil
}

func TestBetterNeverScoresLower(t *testing.T) {
	for name, change := range changes {
		t.Run(name, func(t *testing.T) {
			changed := 0
			each(t, func(t *testing.T, r *rand.Rand, tk *talk.Talk, in Inputs) {
				before := Of(tk, in)
				if !change(r, tk) {
					return
				}
				changed++
				after := Of(tk, in)
				value, was := after.Scores[Value].Range, before.Scores[Value].Range
				if value.Middle() < was.Middle() {
					t.Errorf("value fell from %v to %v", was, value)
				}
				if after.Balance.Points < before.Balance.Points {
					t.Errorf("balance fell from %v to %v", before.Balance, after.Balance)
				}
			})
			if changed < 100 {
				t.Fatalf("changed only %d talks", changed)
			}
		})
	}
}

func TestAnsweringNeverWidens(t *testing.T) {
	answers := map[string]func(r *rand.Rand, tk *talk.Talk, in *Inputs) bool{
		"new": func(r *rand.Rand, tk *talk.Talk, _ *Inputs) bool {
			s := tk.Sections[r.IntN(len(tk.Sections))]
			given := s.New.Given()
			s.New = talk.Answer{Points: r.IntN(5), Span: somewhere}
			return !given
		},
		"relevant": func(r *rand.Rand, tk *talk.Talk, _ *Inputs) bool {
			s := tk.Sections[r.IntN(len(tk.Sections))]
			given := s.Relevant.Given()
			s.Relevant = talk.Answer{Points: r.IntN(5), Span: somewhere}
			return !given
		},
		"gives": func(r *rand.Rand, tk *talk.Talk, _ *Inputs) bool {
			s := tk.Sections[r.IntN(len(tk.Sections))]
			given := s.Gives.Given()
			s.Gives = value("something")
			return !given
		},
		"a detected take": func(r *rand.Rand, tk *talk.Talk, _ *Inputs) bool {
			it := anyItem(r, tk)
			if it == nil || it.Tags.Kind() != "" || !slices.ContainsFunc(Of(tk, Inputs{}).Items, func(i Item) bool {
				return i.Span == it.Span && i.From == Detected && i.Kind.Side() == talk.Take
			}) {
				return false
			}
			kinds := []talk.Kind{talk.Insight, talk.Bridge, talk.Ask, talk.Hype, talk.Housekeeping}
			it.Tags = append(it.Tags, kindTag(kinds[r.IntN(len(kinds))]))
			return true
		},
		"truths": func(r *rand.Rand, tk *talk.Talk, _ *Inputs) bool {
			none := len(tk.Deal.Truths) == 0
			tk.Deal.Truths = append(tk.Deal.Truths, value("a truth"))
			return none
		},
		"the first need": func(r *rand.Rand, tk *talk.Talk, _ *Inputs) bool {
			none := len(tk.Deal.Needs) == 0
			tk.Deal.Needs = append(tk.Deal.Needs, value("a need"))
			return none
		},
		"the first promise, a safe one": func(r *rand.Rand, tk *talk.Talk, _ *Inputs) bool {
			none := len(tk.Deal.Promises) == 0
			tk.Deal.Promises = append(tk.Deal.Promises, value("an overview"))
			return none
		},
		"the message": func(r *rand.Rand, tk *talk.Talk, _ *Inputs) bool {
			given := tk.Deal.Message.Given()
			tk.Deal.Message = value("Read it aloud once before somebody else has to.")
			return !given
		},
		"what is first-hand and tailored": func(r *rand.Rand, tk *talk.Talk, _ *Inputs) bool {
			it := anyItem(r, tk)
			if it == nil {
				return false
			}
			it.Tags = append(it.Tags, talk.Tag{Name: talk.TagFirsthand, Class: talk.EffortTag}, talk.Tag{Name: talk.TagTailored, Class: talk.EffortTag})
			return true
		},
		"preparation": func(r *rand.Rand, _ *talk.Talk, in *Inputs) bool {
			in.Preparation += time.Hour
			return true
		},
		"a rehearsal": func(r *rand.Rand, _ *talk.Talk, in *Inputs) bool {
			if in.Today.IsZero() {
				return false
			}
			in.Rehearsals = append(in.Rehearsals, in.Today)
			return true
		},
	}
	for name, answer := range answers {
		t.Run(name, func(t *testing.T) {
			each(t, func(t *testing.T, r *rand.Rand, tk *talk.Talk, in Inputs) {
				before := Of(tk, in)
				if !answer(r, tk, &in) {
					return
				}
				after := Of(tk, in)
				for d := range after.Scores {
					if after.Scores[d].Width() > before.Scores[d].Width() {
						t.Errorf("%v widened from %v to %v", Dimension(d), before.Scores[d].Range, after.Scores[d].Range)
					}
				}
				if !held(before) && !held(after) && after.Balance.Range.Width() > before.Balance.Range.Width() {
					t.Errorf("balance widened from %v to %v", before.Balance, after.Balance)
				}
			})
		})
	}
}

// held reports whether a balance is cut off at the end of its range, so that
// its width says nothing.
func held(r Report) bool {
	return r.Balance.Range.Low == -100*Point || r.Balance.Range.High == 100*Point
}

func TestSilencingChangesNoFigure(t *testing.T) {
	silenced := 0
	each(t, func(t *testing.T, r *rand.Rand, tk *talk.Talk, in Inputs) {
		before := Of(tk, in)
		if len(before.Findings) == 0 {
			return
		}
		f := before.Findings[r.IntN(len(before.Findings))]
		s := talk.Silence{Rule: f.Rule, Reason: "I know", Span: f.Span, Covers: talk.Span{Start: f.Span.Start, End: max(f.Span.End, f.Span.Start+1)}}
		tk.Silences = append(tk.Silences, s)
		after := Of(tk, in)
		n := 0
		for i := range after.Findings {
			if after.Findings[i].Silenced {
				n++
				if after.Findings[i].Rule != f.Rule || after.Findings[i].Reason != "I know" {
					t.Errorf("silenced %v", after.Findings[i])
				}
			}
			after.Findings[i].Silenced, after.Findings[i].Reason = false, ""
		}
		silenced += n
		if n == 0 || !reflect.DeepEqual(before, after) {
			t.Errorf("%d silenced; %v", n, f)
		}
	})
	if silenced < 500 {
		t.Fatalf("only %d findings silenced", silenced)
	}
}

func TestScoringIsDeterministic(t *testing.T) {
	each(t, func(t *testing.T, r *rand.Rand, tk *talk.Talk, in Inputs) {
		slices.Reverse(in.Rehearsals)
		a := Of(tk, in)
		slices.Reverse(in.Rehearsals)
		if b := Of(tk, in); !reflect.DeepEqual(a, b) {
			t.Error("two scores of one talk differ")
		}
	})
}

func TestFindingsAreOrdered(t *testing.T) {
	each(t, func(t *testing.T, r *rand.Rand, tk *talk.Talk, in Inputs) {
		rep := Of(tk, in)
		for i := 1; i < len(rep.Findings); i++ {
			a, b := rep.Findings[i-1], rep.Findings[i]
			if a.Points < b.Points || a.Points == b.Points && a.Span.Start > b.Span.Start {
				t.Errorf("%v before %v", a, b)
			}
		}
		for _, f := range rep.Findings {
			if f.Points < 0 || !rep.Rated && f.Points != 0 {
				t.Errorf("points of %v", f)
			}
		}
	})
}

// Every sentence that a report needs is declared in the tables, so that package
// say can be tested against them.
func TestKeysAreDeclared(t *testing.T) {
	findings, whys := FindingKeys(), WhyKeys()
	seen := map[string]bool{}
	each(t, func(t *testing.T, r *rand.Rand, tk *talk.Talk, in Inputs) {
		rep := Of(tk, in)
		for _, f := range rep.Findings {
			seen[f.Rule] = true
			if !slices.Contains(findings, f.Words.Key) {
				t.Errorf("finding %s is not declared", f.Words.Key)
			}
		}
		for _, s := range rep.Scores {
			for _, c := range s.Criteria {
				if !slices.Contains(whys, c.Why.Key) {
					t.Errorf("why %s is not declared", c.Why.Key)
				}
			}
		}
	})
	for _, id := range Rules() {
		// These need words that the random talks do not have.
		if !seen[id] && id != "message-changed" && id != "pitch" && id != "over-section" && id != "message-long" && id != "message-differs" {
			t.Errorf("no random talk has a finding of %s", id)
		}
	}
}

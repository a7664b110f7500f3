package score_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
	"talkgiver/talk/score"
)

// good is a talk in which nothing is missing; tests break one thing of it.
const good = `---
title: The spoon
slot: 6m
questions: 1m
lang: en
needs:
  - know what can be mended
message: Look at it for one minute before you throw it away.
promises:
  - You can tell in one minute whether it can be mended.
truths:
  - Some things are not worth the hour.
---

## My mother's spoon broke on a Tuesday (2m)
gives: a reason to look twice
meets: need 1
makes: promise 1
new: 3
relevant: 4

- The broken spoon #story #firsthand

Look at it for one minute before you throw it away. I had it over the bin.

## Three questions tell you what to do (2m)
gives: three questions to ask of any broken thing
meets: need 1, promise 1, truth 1
new: 3
relevant: 4

- Ask three questions #howto

Is the break clean? Look at it for one minute before you throw it away.

## Take one thing from the drawer (1m)
gives: one thing mended
meets: need 1
new: 3
relevant: 4

- Tonight #howto

Take the first thing from your drawer. Look at it for one minute before you throw it away.
`

func report(t *testing.T, text string, in score.Inputs) score.Report {
	t.Helper()
	return score.Of(markdown.Parse([]byte(text)).Talk(), in)
}

func rulesOf(r score.Report) []string {
	var ids []string
	for _, f := range r.Findings {
		ids = append(ids, f.Words.Key)
	}
	return ids
}

func TestAGoodTalkHasNoFindings(t *testing.T) {
	r := report(t, good, score.Inputs{})
	if got := rulesOf(r); len(got) > 0 {
		t.Errorf("found %v", got)
	}
	if !r.Rated || r.Balance.Points < 60*score.Point {
		t.Errorf("balance %v", r.Balance)
	}
}

// Each flaw is found, at its line, and mending it is what gains most or what
// only concerns that line.
func TestFlaws(t *testing.T) {
	cut := func(s string) func(string) string {
		return func(text string) string { return strings.Replace(text, s, "", 1) }
	}
	swap := func(a, b string) func(string) string {
		return func(text string) string { return strings.Replace(text, a, b, 1) }
	}
	all := func(a, b string) func(string) string {
		return func(text string) string { return strings.ReplaceAll(text, a, b) }
	}
	for _, test := range []struct {
		key  string
		flaw func(string) string
		line int  // 0 is anywhere
		none bool // no figure depends on it
	}{
		{"no-slot", cut("slot: 6m\n"), 1, true},
		{"message-missing", cut("message: Look at it for one minute before you throw it away.\n"), 1, false},
		{"message-long", swap("message: Look at", "message: Whatever you do and wherever you are, look at"), 8, false},
		{"message-long.sentences", swap("message: Look at it for one minute before", "message: Look. Look at it before"), 8, false},
		{"message-unsaid", func(s string) string {
			head, body, _ := strings.Cut(s, "## ")
			return head + "## " + strings.ReplaceAll(body, "Look at it for one minute before you throw it away.", "Mend it.")
		}, 8, false},
		{"message-late", swap("\nLook at it for one minute before you throw it away. I had", "\nI had"), 8, false},
		{"message-differs", swap("throw it away. I had it over", "throw it away. Give it one minute and look, then throw it. I had it over"), 24, true},
		{"promise-safe", swap("You can tell in one minute whether it can be mended.", "You will hear an overview of mending spoons."), 10, false},
		{"agenda-opening", swap("- The broken spoon #story #firsthand\n", "- Today's agenda\n\nFirst the spoon.\n\n- The broken spoon #story\n"), 22, false},
		{"agenda-opening", swap("- The broken spoon #story #firsthand\n", "- Overview\n- The broken spoon #story\n"), 22, true},
		{"agenda-opening.phrase", swap("I had it over the bin.", "I had it over the bin. In this talk I will say why. "+strings.Repeat("I looked at it again. ", 10)), 24, true},
		{"apology.opening", swap("#story", "#apology"), 22, false},
		{"pressure", swap("- The broken spoon #story", "- Act now"), 22, false},
		{"pressure.phrase", swap("I had it over the bin.", "I had it over the bin. Act now. "+strings.Repeat("I looked at it again. ", 10)), 24, true},
		{"objection.phrase", swap("I had it over the bin.", "I had it over the bin. I know what you're thinking. "+strings.Repeat("I looked at it again. ", 10)), 24, true},
		{"section-leaves-nothing.thin", swap("gives: a reason to look twice", "gives: reason"), 16, false},
		{"section-leaves-nothing.thin", swap("gives: three questions to ask of any broken thing", "gives: a reason to look twice"), 27, false},
		{"story-alone", swap("Look at it for one minute before you throw it away. I had", "I had"), 22, true},
		{"needs-missing", cut("needs:\n  - know what can be mended\n"), 1, false},
		{"need-unmet", all("meets: need 1", "meets: promise 1"), 7, false},
		{"promise-missing", cut("promises:\n  - You can tell in one minute whether it can be mended.\n"), 1, false},
		{"promise-unkept", swap("promise 1, ", ""), 10, false},
		{"truths-missing", cut("truths:\n  - Some things are not worth the hour.\n"), 1, false},
		{"truth-untold", swap(", truth 1", ""), 12, false},
		{"late-value", swap("- The broken spoon #story #firsthand", "- Who we are #bridge"), 0, false},
		{"late-value.never", func(s string) string {
			return strings.NewReplacer("relevant: 4", "relevant: 0", "new: 3", "new: 0", "#story", "#insight", "#howto", "#insight").Replace(s)
		}, 0, false},
		{"unearned-ask", swap("- The broken spoon #story", "- Buy my book #ask"), 22, false},
		{"unearned-ask.detected", swap("- The broken spoon #story #firsthand\n\nLook", "- Follow us, rate this talk\n\nLook"), 22, false},
		{"unearned-ask.phrase", swap("I had it over the bin.", "I had it over the bin, and I looked at it for a long time, "+strings.Repeat("and again I looked, ", 20)+"and then we all went home. Rate this talk."), 24, true},
		{"pitch", swap("#story", "#pitch"), 22, false},
		{"bio", swap("#story", "#bio"), 22, false},
		{"brag", swap("#story", "#brag"), 22, false},
		{"hype", swap("#story", "#hype"), 22, false},
		{"hype.detected", swap("- The broken spoon #story", "- This is a game changer"), 22, false},
		{"hype.phrase", swap("I had it over the bin.", "I had it over the bin. It is a game-changer."), 24, true},
		{"apology", swap("- Ask three questions #howto", "- Sorry for the slides #apology\n\nSorry for the slides.\n\n- Ask three questions #howto"), 32, false},
		{"housekeeping", swap("#story", "#housekeeping"), 22, false},
		{"section-leaves-nothing", cut("gives: a reason to look twice\n"), 15, false},
		{"section-for-nobody", func(s string) string {
			return strings.Replace(strings.Replace(s, "meets: need 1\nmakes", "makes", 1), "relevant: 4\n", "", 1)
		}, 15, false},
		{"label-heading", swap("My mother's spoon broke on a Tuesday", "About the spoon"), 15, false},
		{"over-section", swap("I had it over the bin.", strings.Repeat("I had it over the bin. ", 60)), 15, true},
		{"overtime.questions", swap("(2m)", "(5m)"), 3, false},
		{"overtime", func(s string) string {
			return strings.Replace(strings.Replace(s, "(2m)", "(5m)", 1), "questions: 1m\n", "", 1)
		}, 3, false},
		{"no-questions-time", func(s string) string {
			return strings.Replace(strings.Replace(s, "(2m)", "(3m)", 1), "questions: 1m\n", "", 1)
		}, 3, true},
		{"acronym", swap("I had it", "The ROI had it"), 24, false},
		{"insider", swap("I had it", "The stakeholders had it"), 24, false},
		{"no-close", func(s string) string {
			head, _, _ := strings.Cut(s, "- Tonight")
			return head + "- The end #howto\n\nThat was the spoon. She has it now.\n"
		}, 0, false},
		{"no-close.nothing", func(s string) string {
			head, _, _ := strings.Cut(s, "gives: one thing mended")
			return head + "meets: need 1\nrelevant: 4\nnew: 3\n\n- Thank you! Questions?\n\nThat was the spoon. She has it now.\n"
		}, 0, false},
		{"no-close.nothing", func(s string) string {
			head, _, _ := strings.Cut(s, "gives: one thing mended")
			return head + "meets: need 1\nrelevant: 4\nnew: 3\n\n- The end #story\n\nThat was the spoon. She has it now.\n"
		}, 0, false},
	} {
		t.Run(test.key, func(t *testing.T) {
			text := test.flaw(good)
			if text == good {
				t.Fatal("the flaw changes nothing")
			}
			tk := markdown.Parse([]byte(text)).Talk()
			r := score.Of(tk, score.Inputs{})
			i := slices.IndexFunc(r.Findings, func(f score.Finding) bool { return f.Words.Key == test.key })
			if i < 0 {
				t.Fatalf("found only %v", rulesOf(r))
			}
			f := r.Findings[i]
			if line := tk.Position(f.Span.Start).Line; test.line > 0 && line != test.line {
				t.Errorf("at line %d", line)
			}
			if (f.Points == 0) != test.none {
				t.Errorf("gains %d", f.Points)
			}
			if f.Points > 0 && r.Balance.Points >= report(t, good, score.Inputs{}).Balance.Points {
				t.Errorf("the flaw raises the balance to %v", r.Balance)
			}
		})
	}
}

func TestWhatIsNoFinding(t *testing.T) {
	for name, text := range map[string]string{
		"quoted":                   strings.Replace(good, "I had it", `She said: "This is a game changer, follow us." I had it`, 1),
		"what others say":          strings.Replace(good, "- The broken spoon", "- What they said\n\nThey said: \"Follow us, rate this talk.\" I went home.\n\n- The broken spoon", 1),
		"a quotation":              strings.Replace(good, "- Tonight #howto", "> The ROI of this is a game changer.\n#story\n\nYes.\n\n- Tonight #howto", 1),
		"code":                     strings.Replace(good, "I had it", "I had `ROI` and it", 1),
		"known":                    strings.Replace(strings.Replace(good, "I had it", "The ROI had it", 1), "lang: en", "lang: en\nknows: [ROI]", 1),
		"known in a phrase":        strings.Replace(strings.Replace(good, "I had it", "It is a game-changer. I had it", 1), "lang: en", "lang: en\nknows: [game-changer]", 1),
		"known to all":             strings.Replace(strings.Replace(good, "I had it", "The stakeholders had it", 1), "lang: en", "lang: en\nknows: [Stakeholders]", 1),
		"a known line":             strings.Replace(strings.Replace(good, "- The broken spoon", "- Holistic mending\n\nYou see it here.\n\n- The broken spoon", 1), "lang: en", "lang: en\nknows: [holistic]", 1),
		"a quoted promise":         strings.Replace(good, "- You can tell in one minute whether it can be mended.", "- You can tell what \"an overview\" hides, and whether it can be mended.", 1),
		"an agenda later":          strings.Replace(good, "Is the break clean? Look", "Is the break clean? On the agenda of that day stood nothing but spoons. Look", 1),
		"pressure that others use": strings.Replace(good, "I had it", "The man said: \"Act now, before it's too late.\" I had it", 1),
		"explained":                strings.Replace(good, "I had it", "The ROI (what comes back) had it", 1),
		"first person":             strings.Replace(good, "I had it", "I founded a company and I won a prize and I went home. I had it", 1),
	} {
		t.Run(name, func(t *testing.T) {
			if got := rulesOf(report(t, text, score.Inputs{})); len(got) > 0 {
				t.Errorf("found %v", got)
			}
		})
	}
}

func TestSilence(t *testing.T) {
	text := strings.Replace(good, "## My mother's spoon broke on a Tuesday (2m)", "## About the spoon (2m) <!-- silence label-heading: it is her name for it -->", 1)
	text = strings.Replace(text, "lang: en\n", "lang: en\nsilence:\n  - truths-missing: there is none\n", 1)
	text = strings.Replace(text, "truths:\n  - Some things are not worth the hour.\n", "", 1)
	r := report(t, text, score.Inputs{})
	silenced := map[string]string{}
	for _, f := range r.Findings {
		if f.Silenced {
			silenced[f.Rule] = f.Reason
		}
	}
	want := map[string]string{"label-heading": "it is her name for it", "truths-missing": "there is none"}
	if fmt.Sprint(silenced) != fmt.Sprint(want) {
		t.Errorf("silenced %v", silenced)
	}
}

func TestEffort(t *testing.T) {
	day := func(d int) time.Time { return time.Date(2027, 3, d, 20, 0, 0, 0, time.UTC) }
	points := func(in score.Inputs) map[string]score.Range {
		out := map[string]score.Range{}
		for _, c := range report(t, good, in).Scores[score.Effort].Criteria {
			out[c.ID] = c.Range
		}
		return out
	}
	none := points(score.Inputs{Today: day(30)})
	if none["rehearsals"] != (score.Range{Low: 0, High: 30 * score.Point}) || none["freshness"] != (score.Range{Low: 0, High: 10 * score.Point}) {
		t.Errorf("nothing known: %v", none)
	}
	some := points(score.Inputs{Today: day(20), Rehearsals: []time.Time{day(15), day(15), day(16)}, Preparation: 150 * time.Minute})
	if some["rehearsals"].Low != 20*score.Point || some["freshness"] != (score.Range{Low: 10 * score.Point, High: 10 * score.Point}) || some["preparation"].Low != 10*score.Point {
		t.Errorf("two days, half of the hours: %v", some)
	}
	old := points(score.Inputs{Today: day(1).AddDate(0, 2, 0), Rehearsals: []time.Time{day(1)}})
	if f := old["freshness"]; f != (score.Range{}) {
		t.Errorf("two months ago is still fresh: %v", f)
	}
}

func TestAskIsEarned(t *testing.T) {
	ask := "\n- Write me #ask\n\nWrite me.\n"
	early := strings.Replace(good, "\n- The broken spoon", ask+"\n- The broken spoon", 1)
	late := good + ask
	if slices.Contains(rulesOf(report(t, late, score.Inputs{})), "unearned-ask") {
		t.Error("an ask at the end is not earned")
	}
	if a, b := report(t, early, score.Inputs{}), report(t, late, score.Inputs{}); a.Take.Middle() <= b.Take.Middle() {
		t.Errorf("an early ask takes %v, a late one %v", a.Take, b.Take)
	}
}

func TestTooLittleIsNoScore(t *testing.T) {
	for name, text := range map[string]string{
		"no slot": strings.Replace(good, "slot: 6m\n", "", 1), "two items": strings.Replace(good, "\n- Tonight #howto\n", "\n", 1)[:strings.Index(good, "## Take")], "nothing": ""} {
		t.Run(name, func(t *testing.T) {
			r := report(t, text, score.Inputs{})
			if r.Rated || r.FirstValue >= 0 {
				t.Error("it has a score")
			}
			for _, c := range r.Scores[score.Clarity].Criteria {
				if c.Known != (text != "") {
					t.Errorf("%s known: %v", c.ID, c.Known)
				}
			}
			for _, c := range r.Scores[score.Effort].Criteria {
				if c.Known {
					t.Errorf("%s is known", c.ID)
				}
			}
		})
	}
}

// A language that we cannot read leaves unknown what is read from words.
func TestOtherLanguages(t *testing.T) {
	french := strings.Replace(good, "lang: en", "lang: fr", 1)
	r := report(t, french, score.Inputs{})
	for _, c := range r.Scores[score.Clarity].Criteria {
		open := c.Width() > 0
		if want := c.ID != "structure"; open != want || open && c.Why.Key != c.ID+".other" && c.Why.Key != "language.few" {
			t.Errorf("%s of a French talk: %v, %v", c.ID, c.Range, c.Why)
		}
	}
	if got := rulesOf(r); len(got) > 0 {
		t.Errorf("found %v", got)
	}
}

// A file that is no talk takes no more than a moment.
func TestHostileFilesAreBounded(t *testing.T) {
	head := "---\nslot: 20m\nlang: en\nmessage: " + strings.Repeat("word", 10) + strings.Repeat(" more and others", 500) + "\nneeds: [a]\n---\n"
	distinct := strings.Builder{}
	for i := range 12_000 {
		fmt.Fprintf(&distinct, "Q%XZ ", i)
	}
	for name, body := range map[string]string{
		"sections": strings.Repeat("## a\n- b #pitch\n", 5_000),
		"brackets": "- a\n\n" + strings.Repeat("\\[", 40_000),
		"acronyms": "- a\n\n" + distinct.String(),
		"asks":     strings.Repeat("- visit our booth #ask\n- b\n", 3_000),
	} {
		t.Run(name, func(t *testing.T) {
			tk := markdown.Parse([]byte(head + body)).Talk()
			start := time.Now()
			score.Of(tk, score.Inputs{})
			if took := time.Since(start); took > 2*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

// FuzzOf: whatever a file holds, its score adds up and its places are in it.
func FuzzOf(f *testing.F) {
	f.Add([]byte(good))
	f.Add([]byte("---\nslot: 1s\n---\n- a\n- b\n- c"))
	f.Add([]byte("---\nslot: 99h\nquestions: 99h\n---\n## a (0s) #skip\n- a #ask\n- b #backup\n## (1s)\n- ![x](y)\n"))
	f.Add([]byte("## \xff\n> quote\n\n| a |\n|---|\n| b |\n#pitch"))
	f.Fuzz(func(t *testing.T, source []byte) {
		tk := markdown.Parse(source).Talk()
		r := score.Of(tk, score.Inputs{})
		for d, s := range r.Scores {
			var low, high, most score.Points
			for _, c := range s.Criteria {
				low, high, most = low+c.Low, high+c.High, most+c.Most
				for _, sp := range c.Read {
					inside(t, sp, source)
				}
			}
			if most != 100*score.Point || r.Rated && (low != s.Low || high != s.High) || low < 0 || high > most {
				t.Fatalf("%v: %v, criteria from %v to %v of %v", score.Dimension(d), s.Range, low, high, most)
			}
		}
		for _, it := range r.Items {
			inside(t, it.Span, source)
		}
		for _, fd := range r.Findings {
			inside(t, fd.Span, source)
		}
	})
}

func inside(t *testing.T, s talk.Span, source []byte) {
	t.Helper()
	if s.Start < 0 || s.End < s.Start || s.End > len(source) {
		t.Fatalf("%v is outside of %d bytes", s, len(source))
	}
}

// A finding points at its words, whatever marks, escapes and line ends stand
// before them.
func TestPlaces(t *testing.T) {
	for text, line := range map[string]int{
		"I had *only* `code` and \\* the ROI here.":           24,
		"I had it\nand then &amp; there\nthe **ROI** here.":   26,
		"Ünd 🙂 [a link](http://example.org) to the ROI here.": 24,
	} {
		tk := markdown.Parse([]byte(strings.Replace(good, "I had it over the bin.", text, 1))).Talk()
		found := false
		for _, f := range score.Of(tk, score.Inputs{}).Findings {
			if f.Rule == "acronym" {
				found = true
				if got := tk.Text(f.Span); got != "ROI" || tk.Position(f.Span.Start).Line != line {
					t.Errorf("%q: points at %q in line %d", text, got, tk.Position(f.Span.Start).Line)
				}
			}
		}
		if !found {
			t.Errorf("%q: nothing found", text)
		}
	}
}

// What is only shown is not said, where something is said to it.
func TestAShownMessageIsNotSaid(t *testing.T) {
	head, body, _ := strings.Cut(good, "## ")
	body = strings.ReplaceAll(body, "Look at it for one minute before you throw it away.", "Mend it.")
	body = strings.Replace(body, "- The broken spoon", "- Look at it for one minute before you throw it away.", 1)
	if !slices.Contains(rulesOf(report(t, head+"## "+body, score.Inputs{})), "message-unsaid") {
		t.Error("a message that is only shown counts as said")
	}
}

// A silence of the front matter is about the deal, not about a section.
func TestTheDealsSilencesStayThere(t *testing.T) {
	text := strings.Replace(good, "lang: en\n", "lang: en\nsilence:\n  - label-heading: all of them\n", 1)
	text = strings.Replace(text, "My mother's spoon broke on a Tuesday", "About the spoon", 1)
	for _, f := range report(t, text, score.Inputs{}).Findings {
		if f.Rule == "label-heading" && f.Silenced {
			t.Error("a section's finding is silenced by the deal")
		}
	}
}

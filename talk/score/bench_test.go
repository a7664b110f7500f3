package score_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
	"talkgiver/talk/score"
)

// long is a talk of 60 sections and 9,000 words with a bit of everything that
// a score looks for, and no paragraph twice.
func long() string {
	r := rand.New(rand.NewPCG(60, 9000))
	any := func(list []string) string { return list[r.IntN(len(list))] }
	people := []string{"my neighbour", "a nurse", "the old carpenter", "my first boss", "a girl of twelve", "the driver", "our teacher", "Mrs. Amsel"}
	things := []string{"table", "letter", "drawer", "bridge", "engine", "loaf of bread", "ladder", "process", "aspect", "window", "perspective", "notebook", "degree of attention", "rope"}
	did := []string{"cut", "wrote", "found", "carried", "dropped", "built", "mended", "lost", "counted", "painted"}
	when := []string{"On Tuesday", "Last winter", "In 1987", "Every morning", "An hour later", "That week", "In the last century", "At seven"}
	ends := []string{"and nobody said a word", "because it was too short", "which is a matter of perspective", "and I went home", "before the others were awake", "so we began again", "in terms of what it cost", "and that was the day I knew"}
	plain := []string{
		"The day you know is the cheapest day to say it.", "You can write the first sentence tonight.", "I think it is sort of a question of trust.",
		"For example, count the steps to your door.", "Our KPI was a number that nobody could explain to me.", "Follow us, and rate this talk.",
		"There are three ways to do it, and two of them are wrong.", "What would you have done?", "This is a game changer.", "The stakeholders were aligned.",
	}
	sentence := func() string {
		if r.IntN(5) == 0 {
			return any(plain)
		}
		return fmt.Sprintf("%s %s %s the %s %s.", any(when), any(people), any(did), any(things), any(ends))
	}
	ideas := []string{"perspective", "process", "aspect", "capacity", "relationship", "assumption", "consideration", "implementation", "methodology", "significance"}
	abstract := func() string {
		return fmt.Sprintf("I think it is sort of the %s of the %s of the %s, which in terms of the %s is basically a question of the %s between the %s and the %s.",
			any(ideas), any(ideas), any(ideas), any(ideas), any(ideas), any(ideas), any(ideas))
	}
	kinds := []string{"#story", "#insight #firsthand", "", "#bio", "#howto", "#evidence", "", "#example", "#ask #need1"}
	var b strings.Builder
	b.WriteString("---\nslot: 70m\nquestions: 5m\nneeds:\n  - know when to speak\n  - leave with one sentence\n" +
		"message: The day you know is the cheapest day to say it.\npromises: [a sentence, a date]\ntruths: [I was late too, it costs an evening]\nknows: [API]\n---\n")
	for s := range 60 {
		title := fmt.Sprintf("The %s %d and the %s", any(things), s, any(things))
		if s%2 == 0 {
			title = fmt.Sprintf("%s %s the %s, and what that says about part %d", any(people), any(did), any(things), s)
		}
		fmt.Fprintf(&b, "\n## %s (1m)\n", title)
		if s%3 > 0 {
			fmt.Fprintf(&b, "gives: a way to mend the %s\n", any(things))
		}
		if s%4 > 0 {
			fmt.Fprintf(&b, "meets: need %d, truth 1\nnew: %d\n", s%2+1, s%5)
		}
		for words := 0; words < 140; {
			shown := sentence()
			fmt.Fprintf(&b, "\n- %s %s\n", shown, any(kinds))
			for range 1 + r.IntN(2) {
				text := sentence()
				for range 1 + r.IntN(4) {
					text += " " + sentence()
				}
				if r.IntN(12) == 0 {
					text = abstract() + " " + abstract() + " " + abstract()
				}
				words += talk.CountWords(text)
				if r.IntN(3) == 0 {
					text = strings.Replace(text, " the ", " *the* ", 1)
				}
				fmt.Fprintf(&b, "\n%s\n", text)
			}
		}
	}
	return b.String()
}

// BenchmarkOf scores a whole talk.
func BenchmarkOf(b *testing.B) {
	tk := markdown.Parse([]byte(long())).Talk()
	b.ReportAllocs()
	for b.Loop() {
		score.Of(tk, score.Inputs{})
	}
	b.ReportMetric(float64(tk.Words()), "words")
	b.ReportMetric(float64(tk.Words())*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

// typing is the long talk after each character that is typed into a paragraph of
// its middle section.
func typing(tb testing.TB) []*talk.Talk {
	tb.Helper()
	source := []byte(long())
	at := len(source)/2 + bytes.Index(source[len(source)/2:], []byte(".\n")) + 1
	var typed []*talk.Talk
	text := " And then it rained, and the APIs got wet for an hour."
	for i := range len(text) + 1 {
		typed = append(typed, markdown.Parse(slices.Concat(source[:at], []byte(text[:i]), source[at:])).Talk())
	}
	return typed
}

// BenchmarkRescore scores a talk again after one typed character. Parsing is not
// counted.
func BenchmarkRescore(b *testing.B) {
	typed := typing(b)
	in := score.Inputs{Today: time.Date(2027, 3, 1, 0, 0, 0, 0, time.UTC)}
	var s score.Scorer
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		s.Of(typed[i%len(typed)], in)
		i++
	}
	b.ReportMetric(float64(typed[0].Words()), "words")
}

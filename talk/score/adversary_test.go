package score_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"talkgiver/talk/score"
)

// honest are talks that mean what they say: the samples, and the small talk of
// these tests.
func honest(t *testing.T) map[string]string {
	t.Helper()
	talks := map[string]string{"spoon": good, "outline": outlineTalk}
	for _, name := range []string{"say-it-while-it-is-small", "the-future-of-doors", "read-it-aloud-once"} {
		data, err := os.ReadFile(filepath.Join("..", "..", "assets", "samples", name+".md"))
		if err != nil {
			t.Fatal(err)
		}
		talks[name] = string(data)
	}
	return talks
}

// outlineTalk is a talk of which only lines are written down.
const outlineTalk = `---
title: The bicycle in the hall
slot: 12m
questions: 2m
lang: en
needs:
  - keep a bicycle running
message: Ten minutes a month keep a bicycle alive.
promises:
  - You can find out in two minutes why it squeaks.
truths:
  - Some squeaks are the frame, and then it is over.
---

## The night it broke on the bridge (3m)
gives: the moment when looking would have been enough
meets: need 1

- Rain, bridge, chain in my hand
- The man with the rag #story
- Ten minutes a month keep a bicycle alive

## Listen where it squeaks (4m)
gives: three places to look first
meets: promise 1, truth 1

- Chain
- Saddle
- Bearings

## Put it in the calendar (3m)
gives: a date with a rag

- First Sunday of the month
- Oil, rag, ten minutes
`

var (
	heading    = regexp.MustCompile(`(?m)^## .*?( \([0-9hms: ]+\))?$`)
	itemLine   = regexp.MustCompile("(?m)^- .*$")
	givesLine  = regexp.MustCompile("(?m)^gives: .*$")
	said       = regexp.MustCompile("(?m)^[A-Z][^:\n]*[.!?]$")
	taggedLine = regexp.MustCompile("(?m)^(- .*?)( #[a-z0-9 #-]+)?$")
)

// underEach puts lines at the end of every section.
func underEach(text, lines string) string {
	parts := strings.Split(text, "\n## ")
	for i := 1; i < len(parts); i++ {
		parts[i] = strings.TrimRight(parts[i], "\n") + "\n\n" + lines + "\n"
	}
	return strings.Join(parts, "\n## ")
}

func messageOf(text string) string {
	_, rest, _ := strings.Cut(text, "\nmessage: ")
	message, _, _ := strings.Cut(rest, "\n")
	if message == "" {
		message = "Doors are the future."
	}
	return message
}

// adversaries are ways to look better without giving more.
var adversaries = map[string]func(string) string{
	"you, you, you": func(s string) string {
		return underEach(s, strings.Repeat("You, you and you. ", 20))
	},
	"you in every paragraph": func(s string) string {
		return said.ReplaceAllString(s, "$0 You know, you see, you.")
	},
	"numbers": func(s string) string {
		return underEach(s, strings.Repeat("7 of 10, 60 percent, 2,000, forty, three, twelve. ", 10))
	},
	"a table of numbers under each": func(s string) string {
		return underEach(s, "| a | b |\n|---|---|\n| 1 | 2 |\n#evidence")
	},
	"one-word sentences": func(s string) string {
		return underEach(s, strings.Repeat("Stop. Look. Go. Door. Table. Oak. ", 15))
	},
	"every sentence cut into words": func(s string) string {
		return said.ReplaceAllStringFunc(s, func(p string) string { return strings.Join(strings.Fields(p), ". ") })
	},
	"tags without content": func(s string) string {
		return underEach(s, "- #story\n- #example\n- #evidence\n- #howto\n- #demo")
	},
	"tags with a letter": func(s string) string {
		return underEach(s, "- x #story\n- x #example\n- . #evidence\n- ok #howto\n- a #demo")
	},
	"tags with a word": func(s string) string {
		return underEach(s, "- A story #story\n- Do it today #howto")
	},
	"tagged lines of their own": func(s string) string {
		parts := strings.Split(s, "\n## ")
		for i := 1; i < len(parts); i++ {
			parts[i] = fmt.Sprintf("%s\n\n- The story of door %d #story\n- Do step %d today #howto\n", strings.TrimRight(parts[i], "\n"), i, i)
		}
		return strings.Join(parts, "\n## ")
	},
	"empty how-to items": func(s string) string {
		return underEach(s, "- #howto\n- #howto\n- #howto")
	},
	"how-to first": func(s string) string {
		return itemLine.ReplaceAllString(s, "- #howto\n$0")
	},
	"the message under each": func(s string) string {
		return underEach(s, "- Again\n\n"+messageOf(s))
	},
	"the message a hundred times": func(s string) string {
		return underEach(s, "- Again\n\n"+strings.Repeat(messageOf(s)+" ", 20))
	},
	"the message as heading": func(s string) string {
		return heading.ReplaceAllString(s, "## "+messageOf(s)+"$1")
	},
	"the message as gift": func(s string) string {
		return givesLine.ReplaceAllString(s, "gives: "+messageOf(s))
	},
	"everything tailored and first-hand": func(s string) string {
		return taggedLine.ReplaceAllString(s, "$1$2 #tailored #firsthand")
	},
	"gives of a letter": func(s string) string {
		return heading.ReplaceAllString(givesLine.ReplaceAllString(s, ""), "$0\ngives: x")
	},
}

// most is what such a trick may gain.
const most = 3 * score.Point

// claims are tricks that the score cannot tell from an honest talk, with what
// they may gain there. Where a slide is not written out, a line and its tag are
// all there is, and the speaker's word stands: a story in a slide of three
// minutes with forty words may well be told. Only where the words fill half of
// the slide's time, or a quarter of the talk's, nothing much is gained by it.
// The taking talk has nothing but takes before its last minutes, so that any
// content at all in its first minute may be of value.
var claims = map[string]score.Points{
	"outline: tags with a word":                        10 * score.Point,
	"outline: tagged lines of their own":               20 * score.Point,
	"spoon: tagged lines of their own":                 10 * score.Point,
	"the-future-of-doors: tags with a word":            10 * score.Point,
	"the-future-of-doors: the message under each":      10 * score.Point,
	"the-future-of-doors: the message a hundred times": 10 * score.Point,
	"the-future-of-doors: tagged lines of their own":   10 * score.Point,
}

// Gaming does not pay: none of these raises value, clarity or the balance by
// more than a few points over the honest talk.
func TestGamingDoesNotPay(t *testing.T) {
	for name, text := range honest(t) {
		before := report(t, text, score.Inputs{})
		if !before.Rated {
			t.Fatalf("%s has no score", name)
		}
		for trick, play := range adversaries {
			limit := most
			if l, ok := claims[name+": "+trick]; ok {
				limit = l
			}
			after := report(t, play(text), score.Inputs{})
			value := after.Scores[score.Value].Middle() - before.Scores[score.Value].Middle()
			clarity := after.Scores[score.Clarity].Middle() - before.Scores[score.Clarity].Middle()
			balance := after.Balance.Points - before.Balance.Points
			if max(value, clarity, balance) > limit {
				t.Errorf("%s: %s gains value %d, clarity %d, balance %d", name, trick, value, clarity, balance)
			}
		}
	}
}

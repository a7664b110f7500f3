package rehearse

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
)

// line writes parts as they are told apart: <cue>, *stress*.
func line(parts []part) string {
	var b strings.Builder
	for _, p := range parts {
		switch {
		case p.cue:
			b.WriteString("<" + p.text + ">")
		case p.stress:
			b.WriteString("*" + p.text + "*")
		default:
			b.WriteString(p.text)
		}
	}
	return b.String()
}

func TestPassagesOf(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want []string // what is shown begins with "> "
	}{
		"said only":     {"Just words.", []string{"Just words."}},
		"shown, said":   {"- One #story\n- Two\n\nSaid to two.", []string{"> One", "> Two", "Said to two."}},
		"cues":          {"Now [pause] wait [pause 3] and [click] go.", []string{"Now <[pause]> wait <[pause 3]> and <[click]> go."}},
		"inline":        {"A *soft* and **strong**, ~~no~~ `code` [link *too*](http://x.y)\nline\\\nbreak", []string{"A *soft* and *strong*, no code link *too* line\nbreak"}},
		"left out":      {"- Shown #skip\n\nSaid to it.\n\n- Kept #backup\n\n- Stays", []string{"> Stays"}},
		"a picture":     {"![a cat](cat.jpg)\n\nLook.", []string{"> a cat", "Look."}},
		"nested":        {"- One\n  - Inner\n  - Other", []string{"> One\nInner\nOther"}},
		"a table":       {"| a | b |\n|---|---|\n| 1 | 2 |", []string{"> a | b\n1 | 2"}},
		"code":          {"```go\nx := 1\n```\n\nWords.", []string{"> x := 1", "Words."}},
		"a quote":       {"> Shown *so*.", []string{"> Shown *so*."}},
		"said, as list": {"<!-- say -->\n- one [pause]\n- two\n<!-- /say -->", []string{"one <[pause]>\ntwo"}},
		"a heading":     {"#### Inside\n\nWords.", []string{"> Inside", "Words."}},
		"shown words":   {"On the slide. #show\n\nAside.", []string{"> On the slide.", "Aside."}},
		"nothing":       {"", nil},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, p := range passagesOf(parse("## Slide\n\n" + c.text + "\n").Sections[0].Slides[0]) {
				words := strings.TrimSpace(line(p.parts))
				if p.shown {
					words = "> " + words
				}
				got = append(got, words)
			}
			if strings.Join(got, "|") != strings.Join(c.want, "|") {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestSeen_OfMuchCode(t *testing.T) {
	p := passage{shown: true, parts: []part{{text: strings.Repeat("line\n", 20)}}}
	if got := strings.Split(seen(p), "\n"); len(got) != seenLines+1 || got[seenLines] != "…" {
		t.Errorf("%d lines, the last %q", len(got), got[len(got)-1])
	}
}

func TestFirstWords(t *testing.T) {
	b := open(t, "## One (1m)\n\nSay this. [pause]\n\n---\n\n[pause] One two three four five six seven eight.\n\n---\n\n![](x.png)\n")
	b.begin()
	b.sees("One two three four five six…")
	b.press("2", "Return")
	b.sees("slide 3")
}

// However many points the audience sees, and however large the script is, the words
// stand on the screen.
func TestScript_ManyPointsLeaveTheWordsInSight(t *testing.T) {
	text := "## One (1m)\n\n" + strings.Repeat("- A point that is as long as points are on slides that nobody wants to see\n", 14) + "\nThe words.\n" +
		"\n## Two (1m)\n\n> " + strings.Repeat("A quotation that goes on and on. ", 30) + "\n\nThe words.\n" +
		"\n## Three (1m)\n\n- a\n- b\n\nThe words.\n" +
		"\n## Four (1m)\n\n" + strings.Repeat("- only points\n", 14)
	b := open(t, text)
	b.window.Resize(fyne.NewSize(900, 600))
	b.begin()
	b.wait(time.Second)
	script := b.stage.script
	below := func(share float32) {
		t.Helper()
		least := script.scroll.Size().Height * share
		if at := script.said[0].object.Position().Y; at > least && script.room() > 0 {
			t.Errorf("the words begin at %v of %v", at, script.scroll.Size().Height)
		}
	}
	for range 4 { // from as designed to large
		for _, size := range []fyne.Size{{Width: 900, Height: 600}, {Width: 1280, Height: 800}} {
			b.window.Resize(size)
			below(0.5)
		}
		b.press("+")
	}
	for range 4 {
		b.press("-")
	}
	b.window.Resize(fyne.NewSize(900, 600))
	below(0.4)
	b.sees("more")
	if n := script.points[0].fits; n < 2 || n >= 14 {
		t.Errorf("%d points stand there", n)
	}
	b.window.Resize(fyne.NewSize(900, 1400)) // where there is room for all of it
	if n := script.points[0].fits; n != 14 {
		t.Errorf("%d of 14 points stand where there is room", n)
	}
	b.window.Resize(fyne.NewSize(900, 600))
	b.press("c") // on a card they lead on
	if n := script.points[0].fits; n < 3 {
		t.Errorf("%d points stand on a card", n)
	}
	b.press("c", "Right")
	below(0.5)
	b.wait(time.Second)
	b.press("Right")
	b.sees("on the screen: a", "b")
	b.misses(" more")
	b.wait(time.Second)
	b.press("Right")
	if n := script.points[0].fits; n != 14 {
		t.Errorf("%d of 14 points stand where nothing is said", n)
	}
}

package rehearse

import (
	"strings"
	"testing"
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

package slides

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"talkgiver/talk"
)

// points is a list of so many entries that take one line each.
func points(n int) string { return strings.Repeat("- entry\n", n) + "\n" }

func TestSplit(t *testing.T) {
	tests := []struct {
		name, source string
		want         []string // of each slide the lines of its blocks, its notes and its time
	}{
		{"what has room stays", "## A (1m)\n\n" + points(14), []string{"14 | 1m0s"}},
		{"as few as can be, and even", "## A (1m)\n\n" + points(32), []string{"11 | 20s", "11 | 21s", "10 | 19s"}},
		{"entries of several lines", "## A (1m)\n\n" + strings.Repeat("- "+longEntry+"\n", 14), []string{"12 | 17s", "12 | 17s", "9 | 13s", "9 | 13s"}},
		{"words to all of it begin with the first, and the time goes by what is shown",
			"## A (1m)\n\n" + points(30) + "Said behind.\n", []string{"10 | 20s Said behind.", "10 | 20s", "10 | 20s"}},
		{"so do those before it", "## A (1m)\n\nSaid before.\n\n" + points(30) + "Said behind.\n", []string{"10 | 20s Said before. Said behind.", "10 | 20s", "10 | 20s"}},
		{"words to a point go with it, and the time by words",
			"## A (1m)\n\n" + points(3) + "To the third.\n\n" + points(13) + "To the last of them.\n\n" + points(12),
			[]string{"14 | 24s To the third.", "14 | 36s To the last of them."}},
		{"a heading stays with what is below it", "## A (1m)\n\n" + points(7) + "#### Heading\n\n" + points(8), []string{"7 1 1 | 33s", "7 | 27s"}},
		{"words that introduce a list stay with it", "## A (1m)\n\n" + points(7) + "These follow. #show\n\n" + points(8), []string{"7 1 1 | 33s", "7 | 27s"}},
		{"and a picture with the line below it", "## A (1m)\n\n" + points(6) + "![a](a.png)\n\nHow it looks. #show\n", []string{"6 | 24s", "8 1 | 36s"}},
		{"as far as there is room", "## A (1m)\n\n#### Heading\n\n" + strings.Repeat("> quoted\n>\n", 14), []string{"1 | 4s", "14 | 56s"}},
		{"code goes on", "## A (1m)\n\n```go\n" + strings.Repeat("code\n", 15) + "\n```\n\nSaid.\n", []string{"8 | 30s Said.", "8 | 30s"}},
		{"code of a tool stays whole", "## A (1m)\n\n```mermaid\n" + strings.Repeat("code\n", 20) + "```\n", []string{"20 | 1m0s"}},
		{"and code whose fence speaks of lines", "## A (1m)\n\n```go {3,16}\n" + strings.Repeat("code\n", 20) + "```\n", []string{"20 | 1m0s"}},
		{"each piece of a table has its header", "## A (1m)\n\n| head |\n|---|\n" + strings.Repeat("| cell |\n", 20), []string{"11 | 30s", "11 | 30s"}},
		{"long words stay whole", "## A (1m)\n\n" + strings.Repeat("words ", 200) + "#show\n", []string{"24 | 1m0s"}},
		{"a heading of many lines", "## " + strings.Repeat("words ", 100) + "(1m)\n\n" + points(2), []string{"1 | 30s", "1 | 30s"}},
		{"and nothing else", "## " + strings.Repeat("words ", 100) + "(1m)\n\nSaid.\n", []string{"| 1m0s Said."}},
		{"for questions there is no time", "## A (1m) #backup\n\n" + points(20), []string{"10 | 0s", "10 | 0s"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, s := range deckOf(test.source, Options{Split: true}).Slides {
				var line []string
				for _, b := range s.Blocks {
					line = append(line, fmt.Sprint(blockLines(b, lineSigns)))
				}
				line = append(line, "|", s.Time.String())
				for _, b := range s.Notes {
					line = append(line, talk.BlockText(b))
				}
				got = append(got, strings.Join(line, " "))
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(test.want, "\n\t"))
			}
		})
	}
}

// A slide that is split keeps its time, its numbers and every block.
func TestSplitLosesNothing(t *testing.T) {
	source := "## A (5m)\n\n3. " + strings.Repeat("one\n4. ", 30) + "\n\nSaid at the end.\n\n```\n" + strings.Repeat("code\n\n", 20) + "```\n\nAnd more of it.\n\n![a](b.png)\n"
	whole, parts := deckOf(source, Options{}), deckOf(source, Options{Split: true})
	if len(whole.Slides) != 1 || len(parts.Slides) != 7 {
		t.Fatalf("%d slides become %d", len(whole.Slides), len(parts.Slides))
	}
	if parts.Length() != 5*time.Minute {
		t.Errorf("the parts take %v", parts.Length())
	}
	var shown, said []string
	code := ""
	for i, s := range parts.Slides {
		if s.Overflows() {
			t.Errorf("a part has %d lines", s.Lines())
		}
		if s.Section != 1 || s.Part != max(-1, -i) {
			t.Errorf("part %d is slide %d of section %d", i, s.Part, s.Section)
		}
		for _, b := range s.Blocks {
			if c, ok := b.(*talk.Code); ok {
				code += c.Text
				continue
			}
			shown = append(shown, talk.BlockText(b))
		}
		for _, b := range s.Notes {
			said = append(said, talk.BlockText(b))
		}
	}
	if want := strings.Repeat("code\n\n", 20); code != want {
		t.Errorf("the code is %q, want %q", code, want)
	}
	var all []string
	for _, b := range whole.Slides[0].Blocks {
		if _, ok := b.(*talk.Code); !ok {
			all = append(all, talk.BlockText(b))
		}
	}
	if got, want := strings.Join(shown, "\n"), strings.Join(all, "\n"); got != want {
		t.Errorf("shown\n%s\nwant\n%s", got, want)
	}
	if want := []string{"Said at the end.", "And more of it."}; !slices.Equal(said, want) {
		t.Errorf("said %q", said)
	}
	if list, ok := parts.Slides[1].Blocks[0].(*talk.List); !ok || list.Start != 14 {
		t.Errorf("the second part begins with %+v", parts.Slides[1].Blocks[0])
	}
}

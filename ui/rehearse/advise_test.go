package rehearse

import (
	"slices"
	"strings"
	"testing"
	"time"

	"talkgiver/talk"
	engine "talkgiver/talk/rehearse"
)

// Three ways to save half a minute: one is an extra, one is core.
const ship = `---
title: Ship it to a friend
slot: 4m
questions: 1m
---

## Why we hide (30s)

First words of it.

## The question (60s) #core

Would you ship it to a friend?

## The film (30s) #extra

Watch her face.

## Your Monday (60s)

Take one page. Ask. Then tell me what you heard.
`

func TestAdvice_IsShownAndTaken(t *testing.T) {
	b := open(t, ship)
	b.begin()
	b.wait(40 * time.Second)
	b.misses("Skip") // within the slack
	b.press("s")
	b.sees("There is nothing to skip")
	b.wait(5 * time.Second)
	b.sees("0:15 behind", "Skip “The film” and you are on time.", "S")
	b.press("S")
	b.sees("skipped; the plan follows", "0:14 ahead") // 0:15 when the key is pressed, less with the next picture
	b.wait(60 * time.Millisecond)
	b.press("s") // bounces
	b.wait(3 * time.Second)
	b.misses("Skip “The film”", "skipped;")
	b.press("Right")
	b.sees("The question", "Your Monday") // the film is no longer next
	b.misses("The film")
	b.wait(time.Second)
	b.press("Right")
	if b.slide() != 3 {
		t.Errorf("on slide %d, want 3 behind the one that is skipped", b.slide())
	}
	b.wait(time.Second)
	b.press("Right")
	b.sees("End this run?")
	b.press("k")
	if runs := b.written(); len(runs) != 1 || len(runs[0].Replans) != 1 || !slices.Equal(runs[0].Replans[0].Skipped, []int{2}) {
		t.Errorf("the journal has %+v", runs)
	}
}

func TestAdvice_UsesWhatItemsAreWorth(t *testing.T) {
	const two = "---\nslot: 3m\n---\n\n## One (30s)\n\nWords.\n\n## Two (30s)\n\nCheap words.\n\n## Three (30s)\n\nDear words.\n\n## Four (90s) #core\n\nEnd.\n"
	for _, dear := range []string{"Two", "Three"} {
		b := open(t, two)
		b.config.Value = func() func(*talk.Item) int {
			sections := map[*talk.Item]string{}
			for _, s := range b.talk.Sections {
				for _, item := range s.Items() {
					sections[item] = s.Title
				}
			}
			return func(item *talk.Item) int {
				if sections[item] == dear {
					return 90
				}
				return 30
			}
		}
		b.begin()
		b.wait(45 * time.Second)
		other := map[string]string{"Two": "Three", "Three": "Two"}[dear]
		b.sees("Skip “" + other + "” and you are on time.")
		b.misses("Skip “" + dear)
	}
}

func TestHave_TheAdviceComesFirst(t *testing.T) {
	b := open(t, ship)
	b.begin()
	b.wait(10 * time.Second)
	b.press("t")
	b.sees("You now have", "Minutes until the end")
	b.press("x", "3:30", "q") // what is no time is not written
	if got := b.stage.have.field.Text; got != "3:30" {
		t.Fatalf("the field has %q", got)
	}
	b.sees("Skip “The film” and you are on time.")
	b.wait(2 * time.Second)
	if r := b.reading(); r.State != engine.Running || r.Spoken != 12*time.Second {
		t.Fatalf("the clock has %v, %v: it must go on", r.State, r.Spoken)
	}
	b.press("s")
	b.sees("3:30 from now, 1:04 of it for questions; the plan follows")
	r := b.reading()
	if left := r.Planned - r.Spoken + r.QuestionsLeft; left != 210*time.Second {
		t.Errorf("%v are planned for what is left, want 3m30s", left)
	}
	if !b.plan.Slides[2].Skipped || b.overlay != overlayNone {
		t.Errorf("skipped %v, overlay %v", b.plan.Slides[2].Skipped, b.overlay)
	}
	b.press("Right") // the keys are the stage's again
	if b.slide() != 1 {
		t.Errorf("on slide %d", b.slide())
	}
	if replans := b.written()[0].Replans; len(replans) != 2 {
		t.Errorf("%d new plans are in the journal, want 2", len(replans))
	}
}

func TestHave_TakesLeavesAndRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		typed   string
		want    time.Duration // planned for the rest; 0 for no new plan
		keys    []string
		stands  bool // the field
		showing string
	}{
		"minutes":    {"2", 2 * time.Minute, []string{"Return"}, false, "2:00 from now"},
		"a clock":    {"1:30", 90 * time.Second, []string{"KP_Enter"}, false, "1:30 from now"},
		"plenty":     {"20", 20 * time.Minute, []string{"s", "Return"}, false, "20:00 from now"},
		"no time":    {"1:99", 0, []string{"Return"}, true, "That is no time"},
		"nothing":    {"", 0, []string{"Return"}, true, "Minutes until the end"},
		"left alone": {"5", 0, []string{"Escape"}, false, "slide 1 of 4"},
	} {
		t.Run(name, func(t *testing.T) {
			b := open(t, ship)
			b.begin()
			b.wait(10 * time.Second)
			b.press("t", c.typed)
			b.press(c.keys...)
			b.sees(c.showing)
			if stands := b.overlay == overlayHave; stands != c.stands {
				t.Errorf("the field stands: %v", stands)
			}
			r, replans := b.reading(), b.run.clock.Run().Replans
			if c.want == 0 {
				if len(replans) != 0 {
					t.Errorf("a new plan came of it: %+v", replans)
				}
			} else if left := r.Planned - r.Spoken + r.QuestionsLeft; left != c.want {
				t.Errorf("%v are planned for what is left, want %v", left, c.want)
			}
		})
	}
}

// TestHave_SaysWhatHasNoRoom does not leave a speaker who is "on time" by a plan that
// nobody can speak alone with it.
func TestHave_SaysWhatHasNoRoom(t *testing.T) {
	b := open(t, ship)
	b.begin()
	b.wait(10 * time.Second)
	b.press("t", "3", "Return")
	b.sees("3:00 from now, 0:47 of it for questions; the plan follows", "0:37 too long") // not on time
	b.wait(3 * time.Second)
	b.sees("too long: drop “The film” first.", "S")
	b.press("s")
	b.wait(3 * time.Second)
	b.misses("“The film”")
	if !b.plan.Slides[2].Skipped {
		t.Error("the film is not skipped")
	}

	b = open(t, strings.NewReplacer("(30s)\n", "(30s) #core\n", "#extra", "#core", "Monday (60s)", "Monday (60s) #core").Replace(ship))
	b.begin()
	b.wait(10 * time.Second)
	b.press("t", "1:30", "Return")
	b.wait(3 * time.Second)
	b.misses("on time")
	b.sees("Even the core is", "too long: tell it in fewer words.")
	b.press("s")
	b.sees("There is nothing to skip")
}

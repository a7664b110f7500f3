package slides

import (
	"testing"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
	"talkgiver/talk/rehearse"
	deck "talkgiver/talk/slides"
)

// TestDeck_At goes through the plan of a talk as a clicker does, and looks at
// what the audience sees: of each of the talk's slides its own.
func TestDeck_At(t *testing.T) {
	const text = `---
title: A talk
---

Hello, all of you.

## One

- first point

### More of one

- second point

### Not today #skip

- never seen

## For later #backup

- asked for

## Left out #skip

- gone

## Two

- third point
- only when asked #backup

Said.

### In the end #backup

- fourth point

## Three

Only words.
`
	talkOf := markdown.Parse([]byte(text)).Talk()
	plan, places := rehearse.NewPlan(talkOf, 0)
	for _, opt := range []deck.Options{{}, {NoTitle: true}, {Closing: true, Split: true}} {
		d := deck.New(talkOf, opt)
		var seen []string
		for i, at := range places {
			n := d.At(talkOf.Sections[at.Section].Number, at.Slide)
			if n < 0 || n >= len(d.Slides) {
				t.Fatalf("%+v: slide %d of the plan is slide %d of %d", opt, i, n, len(d.Slides))
			}
			if s := d.Slides[n]; s.Backup != plan.Slides[i].Backup {
				t.Errorf("%+v: slide %d of the plan is for questions: %v, that of the deck: %v", opt, i, plan.Slides[i].Backup, s.Backup)
			}
			seen = append(seen, talk.PlainText(d.Slides[n].Title))
		}
		want := []string{"A talk", "One", "More of one", "Two", "Three", "For later", "In the end"}
		if opt.NoTitle {
			want[0] = "" // the words have a slide of their own then
		}
		if len(seen) != len(want) {
			t.Fatalf("%+v: the audience sees %q", opt, seen)
		}
		for i := range want {
			if seen[i] != want[i] {
				t.Errorf("%+v: the audience sees %q, want %q", opt, seen, want)
				break
			}
		}
		// What the deck does not have leaves up what was there.
		if n := d.At(2, 2); talk.PlainText(d.Slides[n].Title) != "More of one" {
			t.Errorf("%+v: behind a slide that is left out there is %q", opt, talk.PlainText(d.Slides[n].Title))
		}
	}
	if n := deck.New(markdown.Parse(nil).Talk(), deck.Options{}).At(1, 0); n != -1 {
		t.Errorf("an empty deck shows slide %d", n)
	}
}

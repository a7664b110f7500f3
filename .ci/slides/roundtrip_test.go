package slides

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
	"talkgiver/talk/slides"
)

// TestWhatIsWrittenIsReadBack writes every deck in each flavour that can be read,
// makes a talk of it and compares the slides of that talk with the deck: their
// titles, the text of each block, the notes, and the times where there are any.
func TestWhatIsWrittenIsReadBack(t *testing.T) {
	all := decks()
	for _, name := range slides.Readable() {
		flavour, ok := slides.ByName(name)
		if !ok {
			continue
		}
		t.Run(name, func(t *testing.T) {
			for _, of := range slices.Sorted(maps.Keys(all)) {
				t.Run(of, func(t *testing.T) {
					if of == "deep" { // deeper than tools nest it: the words are there
						compareDeep(t, shownAgain(t, flavour, all[of]))
						return
					}
					readBack(t, flavour, all[of])
				})
			}
		})
	}
}

func readBack(t *testing.T, flavour slides.Flavour, deck *slides.Deck) {
	t.Helper()
	written := flavour.Bytes(deck)
	read, err := slides.Read(flavour.Name, written)
	if err != nil {
		t.Fatal(err)
	}
	made := markdown.Parse(read.Talk).Talk()
	for _, p := range made.Problems {
		if p.Key == talk.TooDeep { // so has the deck
			continue
		}
		t.Errorf("the talk has a problem: %v %q at %q", p.Key, p.Arg, made.Text(p.Span))
	}
	got := slides.New(made, slides.Options{})
	if len(got.Slides) != len(deck.Slides) {
		t.Errorf("%d slides come back, there were %d", len(got.Slides), len(deck.Slides))
	}
	wrong := 0
	for i := range min(len(got.Slides), len(deck.Slides)) {
		now, want := lines(got.Slides[i]), lines(deck.Slides[i])
		for j := range max(len(now), len(want)) {
			a, b := line(now, j), line(want, j)
			if a != b && strings.Count(b, ">") <= deepest {
				t.Errorf("slide %d, line %d\n%s", i+1, j+1, difference(a, b))
				wrong++
				break
			}
		}
		if flavour.Carries.Times && deck.Slides[i].Time > 0 && got.Slides[i].Time != deck.Slides[i].Time {
			t.Errorf("slide %d takes %v, it took %v", i+1, got.Slides[i].Time, deck.Slides[i].Time)
			wrong++
		}
		if wrong > 5 {
			t.Fatal("and so on")
		}
	}
}

// shownAgain returns what the slides show that come back.
func shownAgain(t *testing.T, flavour slides.Flavour, deck *slides.Deck) []shown {
	t.Helper()
	read, err := slides.Read(flavour.Name, flavour.Bytes(deck))
	if err != nil {
		t.Fatal(err)
	}
	var all []shown
	for _, s := range deckOf(read.Talk).Slides {
		all = append(all, holds(s))
	}
	return all
}

// deepest is how many marks of quotes a line can have in a talk file.
const deepest = 100

// lines are the title, the blocks and the notes of a slide, each with what it
// stands in.
func lines(s *slides.Slide) []string {
	held := holds(s)
	var all []string
	for _, b := range held.Blocks {
		in := b.In
		if strings.HasPrefix(in, "h") { // of whatever level
			in = "h"
		}
		text := b.Text
		if b.Lines != "" {
			text = b.Lines
		}
		all = append(all, in+" "+text)
	}
	return append(all, "notes "+strings.Join(held.Notes, " "))
}

func line(all []string, i int) string {
	if i < len(all) {
		return all[i]
	}
	return ""
}

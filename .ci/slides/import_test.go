package slides

import (
	"strings"
	"testing"

	"talkgiver/talk/slides"
)

// TestDecksOfOthersComeIn reads decks that others wrote: they have as many slides
// as the real tool shows, with all text and notes. Exported again for the same
// tool they show the same.
func TestDecksOfOthersComeIn(t *testing.T) {
	for tool, decks := range foreign {
		t.Run(tool, func(t *testing.T) {
			flavour, _ := slides.ByName(tool)
			shows := showFiles(t, tool, decks)
			made, written := map[string][]byte{}, map[string]string{}
			for name, deck := range decks {
				read, err := slides.Read(tool, []byte(deck))
				if err != nil {
					t.Fatal(err)
				}
				made[name] = read.Talk
				if read.Slides != len(shows[name]) {
					t.Errorf("%s: %d slides are read, %s shows %d, in\n%s", name, read.Slides, tool, len(shows[name]), deck)
				}
				written[name] = string(flavour.Bytes(deckOf(read.Talk)))
			}
			again := showFiles(t, tool, written)
			for name, want := range shows {
				holdsAll(t, name, deckOf(made[name]), want)
				if len(again[name]) != len(want) {
					t.Errorf("%s: exported again it shows %d slides of %d, in\n%s", name, len(again[name]), len(want), written[name])
				}
				for i := range min(len(again[name]), len(want)) {
					if a, b := squeezed(again[name][i]), squeezed(want[i]); a != b {
						t.Errorf("%s: exported again, slide %d\n%s\nin\n%s", name, i+1, difference(a, b), written[name])
					}
				}
			}
		})
	}
}

// holdsAll looks for what a tool shows in a deck.
func holdsAll(t *testing.T, name string, deck *slides.Deck, want []shown) {
	t.Helper()
	if len(deck.Slides) != len(want) {
		t.Errorf("%s: the talk has %d slides, %d are shown", name, len(deck.Slides), len(want))
	}
	for i := range min(len(deck.Slides), len(want)) {
		all := squeezed(holds(deck.Slides[i]))
		for _, text := range append(words(want[i]), texts(want[i].Notes)...) {
			if !strings.Contains(all, squeeze(text)) {
				t.Errorf("%s: slide %d lost %q", name, i+1, text)
			}
		}
	}
}

// squeezed is all text of a slide without white space.
func squeezed(s shown) string {
	return squeeze(strings.Join(words(s), "") + strings.Join(s.Notes, ""))
}

func squeeze(s string) string { return strings.Join(strings.Fields(visible(s)), "") }

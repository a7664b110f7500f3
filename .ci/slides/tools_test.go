package slides

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"talkgiver/assets"
	"talkgiver/talk"
	"talkgiver/talk/markdown"
	"talkgiver/talk/slides"
)

// tools are the tools that decks are shown with, and the flavour that each reads.
var tools = []tool{
	{name: "marp", each: true},
	{name: "slidev"},
	{name: "reveal"},
	{name: "reveal-md"},
	{name: "remark"},
	{name: "pandoc", each: true, oneLevel: true},
	{name: "patat", flat: true},
}

// tool is a tool, which has the name of its flavour.
type tool struct {
	name     string
	oneLevel bool // the headings of all slides have one level
	flat     bool // what is shown is one text
	each     bool // it is quick enough for every place of a hostile text by itself
}

// compare reports what the tool shows differently from the deck.
func (tool tool) compare(t *testing.T, deck *slides.Deck, got []shown) {
	t.Helper()
	switch {
	case tool.flat:
		compareTerminal(t, deck, got)
	case tool.oneLevel:
		levelled := &slides.Deck{Title: deck.Title}
		for _, s := range deck.Slides {
			copied := *s
			copied.Level = min(copied.Level, 2)
			if !s.Opening || len(s.Notes) > 0 {
				copied.Level = 2
			}
			levelled.Slides = append(levelled.Slides, &copied)
		}
		compare(t, levelled, got)
	default:
		compare(t, deck, got)
	}
}

// decks are what every tool shows.
func decks() map[string]*slides.Deck {
	all := map[string]*slides.Deck{"deep": deepDeck(), "one slide": oneSlide(), "split": splitDeck()}
	for _, sample := range assets.Samples() {
		all["sample "+strings.TrimSuffix(sample.Name, ".md")] = deckOf(sample.Data)
	}
	all["hostile"] = together(hostile())
	for place, slide := range places {
		deck := &slides.Deck{Title: place}
		for _, s := range hostile() {
			deck.Slides = append(deck.Slides, slide(s))
		}
		all[inPlace+place] = deck
	}
	for _, seed := range seeds() {
		all[fmt.Sprint("structure ", seed)] = anyDeck(seed, 100)
		all[fmt.Sprint("any talk ", seed)] = deckOf(anyTalk(seed, 100))
	}
	for _, test := range talkFiles {
		all["talk "+test.name] = deckOf([]byte("# Title\n\n" + test.talk))
	}
	return all
}

// inPlace begins the name of a deck that holds hostile texts in one place alone.
const inPlace = "hostile "

// together returns a deck whose slides hold one of the texts in every place, each
// slide beginning with another one.
func together(texts []string) *slides.Deck {
	deck := &slides.Deck{Title: "hostile"}
	names := slices.Sorted(maps.Keys(places))
	for i, s := range texts {
		slide := &slides.Slide{Level: 2}
		for j := range names {
			part := places[names[(i+j)%len(names)]](s)
			slide.Blocks = append(slide.Blocks, part.Blocks...)
			slide.Notes = append(slide.Notes, part.Notes...)
		}
		if i%2 == 0 {
			slide.Title = places["title"](s).Title
		}
		deck.Slides = append(deck.Slides, slide)
	}
	return deck
}

// seeds are those of the decks that are made by chance.
func seeds() []uint64 {
	var all []uint64
	first := number("TALKGIVER_SEED", 0)
	for seed := first; seed < first+number("TALKGIVER_DECKS", 2); seed++ {
		all = append(all, seed)
	}
	return all
}

// number returns a setting of the person who runs the tests: how many decks are
// made by chance, and with which seed they begin.
func number(name string, otherwise uint64) uint64 {
	if n, err := strconv.ParseUint(os.Getenv(name), 10, 32); err == nil {
		return n
	}
	return otherwise
}

// anyDeck nests blocks and inlines in ways that nobody thought of.
func anyDeck(seed uint64, n int) *slides.Deck {
	g := &generator{Rand: rand.New(rand.NewPCG(seed, 1)), texts: short(hostile())}
	deck := &slides.Deck{Title: g.pick()}
	for range n {
		deck.Slides = append(deck.Slides, &slides.Slide{Level: 1 + g.IntN(3), Title: g.inlines(2), Blocks: g.blocks(4), Notes: g.blocks(2)})
	}
	return deck
}

// deepDeck nests deeper than tools read.
func deepDeck() *slides.Deck {
	var inLists, inQuotes, inBoth talk.Block = paragraph(text("the end")), paragraph(text("the end")), paragraph(text("the end"))
	for i := range 40 {
		level := paragraph(text(fmt.Sprint("level ", 40-i)))
		inLists = list([]talk.Block{level, inLists})
		inQuotes = &talk.Quote{Blocks: []talk.Block{level, inQuotes}}
		inBoth = &talk.Quote{Blocks: []talk.Block{list([]talk.Block{level, inBoth})}}
	}
	return &slides.Deck{Slides: []*slides.Slide{body(inLists), body(inQuotes), body(inBoth)}}
}

// oneSlide returns a deck that has headings and nothing to part slides with.
func oneSlide() *slides.Deck {
	heading := func(s string) talk.Block { return &talk.Heading{Level: 4, Inlines: []talk.Inline{text(s)}} }
	return &slides.Deck{Slides: []*slides.Slide{body(paragraph(text("before")), heading("One"), paragraph(text("a")), heading("Two"), paragraph(text("b")))}}
}

// splitDeck has slides that go on: a list with what is said to its entries, code,
// some lines of which are blank, a table, and a list with numbers.
func splitDeck() *slides.Deck {
	source := "# Split\n\n## List\n\n" + strings.Repeat("- an entry\n- another one\n\nSaid to it.\n\n", 10) +
		"## Code\n\n```go\n" + strings.Repeat("\n\tcode()\n\n", 11) + "```\n\nSaid.\n\n" +
		"## Table\n\n| one | two |\n|---|--:|\n" + strings.Repeat("| a cell | 1 |\n", 30) + "\n" +
		"## Numbers\n\nIn this order: #show\n\n" + strings.Repeat("7. done\n", 20) + "\nSaid.\n"
	return slides.New(markdown.Parse([]byte(source)).Talk(), slides.Options{Split: true})
}

// TestToolsShowWhatTheDeckHolds is the test that counts: the real tools decide.
func TestToolsShowWhatTheDeckHolds(t *testing.T) {
	if n := len(hostile()); n < 200 {
		t.Fatalf("only %d hostile texts", n)
	}
	every := decks()
	for _, tool := range tools {
		t.Run(tool.name, func(t *testing.T) {
			all := maps.Clone(every)
			if !tool.each && os.Getenv("TALKGIVER_PLACES") == "" {
				maps.DeleteFunc(all, func(name string, _ *slides.Deck) bool { return strings.HasPrefix(name, inPlace) })
			}
			if tool.flat { // a line of thousands of words takes patat minutes
				all["hostile"] = together(slices.DeleteFunc(hostile(), func(s string) bool { return strings.Count(s, " ") > 1000 }))
			}
			if only := os.Getenv("TALKGIVER_ONLY"); only != "" {
				maps.DeleteFunc(all, func(name string, _ *slides.Deck) bool { return !strings.HasPrefix(name, only) })
			}
			got := show(t, tool.name, tool.name, all)
			for name, deck := range all {
				t.Run(name, func(t *testing.T) {
					if name == "deep" {
						compareDeep(t, got[name])
						return
					}
					tool.compare(t, deck, got[name])
				})
			}
			if tool.flat || os.Getenv("TALKGIVER_ONLY") != "" {
				return
			}
			for _, test := range talkFiles {
				t.Run("words of "+test.name, func(t *testing.T) { compareWords(t, got["talk "+test.name], test.want) })
			}
		})
	}
}

// compareDeep looks for every level in each of three slides.
func compareDeep(t *testing.T, got []shown) {
	t.Helper()
	if len(got) != 3 {
		t.Fatalf("%d slides", len(got))
	}
	for i, slide := range got {
		all := map[string]bool{}
		for _, b := range slide.Blocks {
			for line := range strings.Lines(b.Text) {
				all[strings.TrimLeft(strings.TrimSpace(line), "-*> ")] = true
			}
		}
		for level := 1; level <= 40; level++ {
			if name := fmt.Sprint("level ", level); !all[name] {
				t.Errorf("slide %d does not show %q", i+1, name)
			}
		}
		if !all["the end"] {
			t.Errorf("slide %d does not show its end", i+1)
		}
	}
}

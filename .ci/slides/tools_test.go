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
	"talkgiver/talk/slides"
)

// tools are the tools that decks are shown with, and the flavour that each reads.
var tools = []tool{
	{name: "marp", each: true, chance: true},
	{name: "slidev", chance: true, leaves: "structure"},
	{name: "reveal", chance: true},
	{name: "reveal-md", chance: true},
	{name: "remark", chance: true},
	{name: "pandoc", each: true, oneLevel: true, leaves: "structure"},
	{name: "patat", flat: true, part: 40},
}

// tool is a tool, which has the name of its flavour.
type tool struct {
	name     string
	oneLevel bool // the headings of all slides have one level
	flat     bool // what is shown is one text, without notes
	part     int  // how many slides it is shown at a time, and no long texts, since those take it minutes; 0 for all
	// leaves begins the names of decks that it is not asked for: those on which it
	// still differs, or that it takes too long for.
	leaves string
	chance bool // it is asked for talk files that are written by chance
	each   bool // it is quick enough for every place of a hostile text by itself
}

// show shows the decks with the tool.
func (tool tool) show(t *testing.T, all map[string]*slides.Deck) map[string][]shown {
	t.Helper()
	if tool.part == 0 {
		return show(t, tool.name, tool.name, all)
	}
	parts := map[string]*slides.Deck{}
	names := map[string][]string{}
	for name, deck := range all {
		for part := range slices.Chunk(deck.Slides, tool.part) {
			of := fmt.Sprintf("%s, part %d", name, len(names[name])+1)
			names[name] = append(names[name], of)
			parts[of] = &slides.Deck{Title: deck.Title, Lang: deck.Lang, Slides: part}
		}
	}
	got := show(t, tool.name, tool.name, parts)
	joined := map[string][]shown{}
	for name, of := range names {
		for i, part := range of {
			if n := len(parts[part].Slides); len(got[part]) != n {
				t.Errorf("%s: part %d shows %d slides of %d", name, i+1, len(got[part]), n)
			}
			joined[name] = append(joined[name], got[part]...)
		}
	}
	return joined
}

// compare reports what the tool shows differently from the deck.
func (tool tool) compare(t *testing.T, deck *slides.Deck, got []shown) {
	t.Helper()
	switch {
	case tool.flat:
		compareFlat(t, deck, got)
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

// compareFlat looks for the text of each block in the one text of its slide,
// one after the other; where lines end is up to the tool.
func compareFlat(t *testing.T, deck *slides.Deck, got []shown) {
	t.Helper()
	if len(got) != len(deck.Slides) {
		t.Fatalf("%d slides are shown, the talk has %d", len(got), len(deck.Slides))
	}
	wrong := 0
	for i, slide := range deck.Slides {
		all := ""
		for _, b := range got[i].Blocks {
			all += withoutBrackets(squeeze(b.Text))
		}
		rest := all
		for _, b := range holds(slide).Blocks {
			_, after, ok := strings.Cut(rest, withoutBrackets(squeeze(b.Text)))
			if !ok {
				t.Errorf("slide %d does not show %+.80q, but %+.200q", i+1, b.Text, all)
				wrong++
				break
			}
			rest = after
		}
		if wrong > 20 {
			t.Fatal("and so on")
		}
	}
}

// withoutBrackets takes out the signs between which such a tool shows a link.
func withoutBrackets(s string) string {
	return strings.NewReplacer("[", "", "]", "", "<", "", ">", "").Replace(s)
}

// decks are what every tool shows.
func decks() map[string]*slides.Deck {
	all := map[string]*slides.Deck{"deep": deepDeck()}
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
	}
	for _, test := range talkFiles {
		all["talk "+test.name] = deckOf([]byte("# Title\n\n" + test.talk))
	}
	return all
}

// inPlace begins the name of a deck that holds hostile texts in one place alone.
const inPlace = "hostile "

// together returns a deck whose slides hold one of the texts in every place but those
// that are left out, each beginning with another one.
func together(texts []string, without ...string) *slides.Deck {
	deck := &slides.Deck{Title: "hostile"}
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(places)), func(name string) bool { return slices.Contains(without, name) })
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

// TestToolsShowWhatTheDeckHolds is the test that counts: the real tools decide.
func TestToolsShowWhatTheDeckHolds(t *testing.T) {
	if n := len(hostile()); n < 200 {
		t.Fatalf("only %d hostile texts", n)
	}
	every := decks()
	for _, tool := range tools {
		t.Run(tool.name, func(t *testing.T) {
			all := maps.Clone(every)
			if tool.chance {
				for _, seed := range seeds() {
					all[fmt.Sprint("file by chance ", seed)] = deckByChance(seed, 100)
				}
			}
			if !tool.each && os.Getenv("TALKGIVER_PLACES") == "" {
				maps.DeleteFunc(all, func(name string, _ *slides.Deck) bool { return strings.HasPrefix(name, inPlace) })
			}
			if tool.part > 0 {
				all["hostile"] = together(short(hostile()))
			}
			if tool.leaves != "" {
				maps.DeleteFunc(all, func(name string, _ *slides.Deck) bool { return strings.HasPrefix(name, tool.leaves) })
			}
			if only := os.Getenv("TALKGIVER_ONLY"); only != "" {
				maps.DeleteFunc(all, func(name string, _ *slides.Deck) bool { return !strings.HasPrefix(name, only) })
			}
			got := tool.show(t, all)
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

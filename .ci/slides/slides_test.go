// Package slides shows exported decks with the real slide tools and compares
// what they show with what the talk holds. It is run by name:
//
//	.ci/deps --ci && go test ./.ci/slides
package slides

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
	"talkgiver/talk/slides"
)

// shown is a slide as the tool shows it, or as the talk holds it.
type shown struct {
	Blocks []shownBlock `json:"blocks"`
	Notes  []string     `json:"notes"`
}

// shownBlock is a piece of text and what it stands in.
type shownBlock struct {
	In   string `json:"in"` // h1 to h6, p, li, td, pre or blockquote
	Text string `json:"text"`
}

// marp shows decks with Marp, each under its name.
func marp(t *testing.T, decks map[string]*slides.Deck) map[string][]shown {
	t.Helper()
	if _, err := os.Stat("node_modules/@marp-team/marp-cli"); err != nil {
		t.Fatalf("Marp is missing (%v). Please run .ci/deps --ci", err)
	}
	flavour, ok := slides.ByName("marp")
	if !ok {
		t.Fatal("there is no flavour marp")
	}
	dir := t.TempDir()
	for name, deck := range decks {
		if err := os.WriteFile(filepath.Join(dir, name+".md"), flavour.Bytes(deck), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	command := exec.Command("node", "marp.mjs", dir)
	var problems strings.Builder
	command.Stderr = &problems
	out, err := command.Output()
	if err != nil {
		t.Fatalf("%v: %v\n%s", command, err, &problems)
	}
	got := map[string][]shown{}
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatalf("%v: %v", command, err)
	}
	return got
}

// compare reports each slide that the tool shows differently from the talk.
func compare(t *testing.T, deck *slides.Deck, got []shown) {
	t.Helper()
	if len(got) != len(deck.Slides) {
		t.Errorf("%d slides are shown, the talk has %d", len(got), len(deck.Slides))
	}
	wrong := 0
	for i, slide := range deck.Slides[:min(len(got), len(deck.Slides))] {
		want := holds(slide)
		now := shown{}
		for _, b := range got[i].Blocks {
			if b.Text = visible(b.Text); b.Text != "" {
				now.Blocks = append(now.Blocks, b)
			}
		}
		now.Notes = texts(got[i].Notes)
		for j := range max(len(want.Blocks), len(now.Blocks)) {
			if a, b := at(now.Blocks, j), at(want.Blocks, j); a != b {
				t.Errorf("slide %d, block %d shows in %q and holds in %q\n%s", i+1, j+1, a.In, b.In, difference(a.Text, b.Text))
				wrong++
				break
			}
		}
		if a, b := strings.Join(now.Notes, " "), strings.Join(want.Notes, " "); a != b {
			t.Errorf("slide %d has other notes\n%s", i+1, difference(a, b))
			wrong++
		}
		if wrong > 20 {
			t.Fatal("and so on")
		}
	}
}

func at(all []shownBlock, i int) shownBlock {
	if i < len(all) {
		return all[i]
	}
	return shownBlock{"nothing", ""}
}

// difference shows where two texts part.
func difference(got, want string) string {
	i := 0
	for i < min(len(got), len(want)) && got[i] == want[i] {
		i++
	}
	from := max(0, i-30)
	return fmt.Sprintf("\tshown %+.80q\n\tholds %+.80q", got[from:], want[from:])
}

// holds returns what a slide of the talk has to show.
func holds(s *slides.Slide) shown {
	var h shown
	h.text(fmt.Sprintf("h%d", s.Level), talk.PlainText(s.Title))
	for _, b := range s.Blocks {
		h.block("p", b)
	}
	for _, b := range s.Notes {
		h.Notes = append(h.Notes, talk.BlockText(b))
	}
	h.Notes = texts(h.Notes)
	return h
}

func (h *shown) text(in, text string) {
	if text = visible(text); text != "" {
		h.Blocks = append(h.Blocks, shownBlock{in, text})
	}
}

// block adds what a block shows. Text stands in the innermost of what is
// around it, but a paragraph in an entry is the entry's.
func (h *shown) block(in string, block talk.Block) {
	switch b := block.(type) {
	case *talk.Paragraph:
		h.text(in, talk.PlainText(b.Inlines))
	case *talk.Heading:
		h.text(fmt.Sprintf("h%d", b.Level), talk.PlainText(b.Inlines))
	case *talk.Code:
		h.text("pre", b.Text)
	case *talk.Quote:
		for _, inner := range b.Blocks {
			h.block("blockquote", inner)
		}
	case *talk.List:
		for _, item := range b.Items {
			for _, inner := range item.Blocks {
				h.block("li", inner)
			}
		}
	case *talk.Table:
		for _, row := range append([][][]talk.Inline{b.Header}, b.Rows...) {
			for _, cell := range row {
				h.text("td", talk.PlainText(cell))
			}
		}
	}
}

// texts returns the texts as they are seen, without the empty ones.
func texts(all []string) []string {
	var seen []string
	for _, s := range all {
		if s = visible(s); s != "" {
			seen = append(seen, s)
		}
	}
	return seen
}

// visible makes two texts equal that look the same: white space is collapsed,
// what is not seen is taken out, and what is no text is a replacement sign.
func visible(s string) string {
	s = strings.NewReplacer("\u200b", "", "\ufeff", "", "\x00", "\ufffd").Replace(strings.ToValidUTF8(s, "\ufffd"))
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// paragraph returns a paragraph of inlines.
func paragraph(inlines ...talk.Inline) *talk.Paragraph { return &talk.Paragraph{Inlines: inlines} }

func text(s string) *talk.Text { return &talk.Text{Text: s} }

func list(items ...[]talk.Block) *talk.List {
	l := &talk.List{Tight: true}
	for _, blocks := range items {
		l.Items = append(l.Items, &talk.ListItem{Blocks: blocks})
	}
	return l
}

// places are where a text can stand on a slide and in its notes.
var places = map[string]func(s string) *slides.Slide{
	"title": func(s string) *slides.Slide {
		return &slides.Slide{Level: 2, Title: []talk.Inline{text(s)}}
	},
	"list": func(s string) *slides.Slide {
		return body(list(
			[]talk.Block{paragraph(text(s))},
			[]talk.Block{paragraph(text("before")), list([]talk.Block{paragraph(text(s))}, []talk.Block{paragraph(text("after"))})}))
	},
	"numbers": func(s string) *slides.Slide {
		l := list([]talk.Block{paragraph(text(s))}, []talk.Block{paragraph(text("after"))})
		l.Ordered, l.Start = true, 9
		return body(l)
	},
	"paragraph": func(s string) *slides.Slide {
		return body(paragraph(text("before")), paragraph(text(s)), paragraph(text("after")))
	},
	"lines": func(s string) *slides.Slide {
		return body(paragraph(text("before"), &talk.LineBreak{Hard: true}, text(s), &talk.LineBreak{}, text(s), &talk.LineBreak{Hard: true}, text("after")))
	},
	"note": func(s string) *slides.Slide {
		return &slides.Slide{Level: 2, Title: []talk.Inline{text("noted")}, Notes: []talk.Block{paragraph(text(s))}}
	},
	"notes": func(s string) *slides.Slide {
		return &slides.Slide{Notes: []talk.Block{paragraph(text("Say this.")), paragraph(text(s)), &talk.Code{Text: s}, paragraph(text("Then this."))}}
	},
	"code": func(s string) *slides.Slide {
		return body(&talk.Code{Info: s, Text: s + "\n"}, list([]talk.Block{&talk.Code{Text: s}}), paragraph(text("after")))
	},
	"quote": func(s string) *slides.Slide {
		return body(&talk.Quote{Blocks: []talk.Block{paragraph(text(s)), paragraph(text("after"))}}, &talk.Quote{Blocks: []talk.Block{paragraph(text(s))}})
	},
	"table": func(s string) *slides.Slide {
		cell, word := []talk.Inline{text(s)}, []talk.Inline{text("word")}
		return body(&talk.Table{
			Align:  []talk.Align{talk.AlignNone, talk.AlignCenter},
			Header: [][]talk.Inline{cell, word},
			Rows:   [][][]talk.Inline{{word, cell}, {cell, {&talk.CodeSpan{Text: s}}}, {word, word}},
		})
	},
	"link": func(s string) *slides.Slide {
		return body(paragraph(text("see "), &talk.Anchor{Destination: "https://example.com/", Children: []talk.Inline{text(s)}}, text(" there")),
			paragraph(text("word"), &talk.Anchor{Destination: s, Title: s, Children: []talk.Inline{text("shown")}}, text("word")))
	},
	"image": func(s string) *slides.Slide {
		return body(paragraph(&talk.Image{Destination: "a.png", Alt: s}), paragraph(text("word"), &talk.Image{Destination: s, Title: s, Alt: "shown"}, text("!")))
	},
	"span": func(s string) *slides.Slide {
		return body(paragraph(text("a "), &talk.CodeSpan{Text: s}, text(" b"), &talk.CodeSpan{Text: s}))
	},
	"emphasised": func(s string) *slides.Slide {
		em := func(level int) *talk.Emphasis { return &talk.Emphasis{Level: level, Children: []talk.Inline{text(s)}} }
		return body(paragraph(em(1), text("x"), em(2), text(" "), em(0), em(1), text(s), em(2), text(s)),
			paragraph(&talk.Emphasis{Level: 2, Children: []talk.Inline{text("a "), em(1), text("b"), em(2)}}))
	},
}

func body(blocks ...talk.Block) *slides.Slide { return &slides.Slide{Blocks: blocks} }

// TestMarpShowsHostileText puts each text into each place.
func TestMarpShowsHostileText(t *testing.T) {
	all := hostile()
	if len(all) < 200 {
		t.Fatalf("only %d texts", len(all))
	}
	decks := map[string]*slides.Deck{}
	for place, slide := range places {
		deck := &slides.Deck{Title: place}
		for _, s := range all {
			deck.Slides = append(deck.Slides, slide(s))
		}
		decks[place] = deck
	}
	got := marp(t, decks)
	for place, deck := range decks {
		t.Run(place, func(t *testing.T) { compare(t, deck, got[place]) })
	}
}

// TestMarpShowsTheSamples goes the whole way, from a file to what Marp shows.
func TestMarpShowsTheSamples(t *testing.T) {
	files, err := filepath.Glob("../../assets/samples/*.md")
	if err != nil || len(files) < 3 {
		t.Fatalf("%d samples, %v", len(files), err)
	}
	decks := map[string]*slides.Deck{}
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		deck := slides.New(markdown.Parse(source).Talk(), slides.Options{})
		if len(deck.Slides) < 3 {
			t.Errorf("%s has only %d slides", file, len(deck.Slides))
		}
		decks[strings.TrimSuffix(filepath.Base(file), ".md")] = deck
	}
	got := marp(t, decks)
	for name, deck := range decks {
		t.Run(name, func(t *testing.T) { compare(t, deck, got[name]) })
	}
}

// TestMarpShowsAnyStructure nests blocks and inlines in ways that nobody
// thought of.
func TestMarpShowsAnyStructure(t *testing.T) {
	decks := map[string]*slides.Deck{}
	for seed := range uint64(4) {
		g := &generator{Rand: rand.New(rand.NewPCG(seed, 1)), texts: short(hostile())}
		deck := &slides.Deck{Title: g.pick()}
		for range 150 {
			deck.Slides = append(deck.Slides, &slides.Slide{Level: 1 + g.IntN(3), Title: g.inlines(2), Blocks: g.blocks(4), Notes: g.blocks(2)})
		}
		decks[fmt.Sprint("seed ", seed)] = deck
	}
	got := marp(t, decks)
	for name, deck := range decks {
		t.Run(name, func(t *testing.T) { compare(t, deck, got[name]) })
	}
}

// TestMarpShowsDeepNesting nests deeper than Marp reads.
func TestMarpShowsDeepNesting(t *testing.T) {
	var inLists, inQuotes, inBoth talk.Block = paragraph(text("the end")), paragraph(text("the end")), paragraph(text("the end"))
	for i := range 40 {
		level := paragraph(text(fmt.Sprint("level ", 40-i)))
		inLists = list([]talk.Block{level, inLists})
		inQuotes = &talk.Quote{Blocks: []talk.Block{level, inQuotes}}
		inBoth = &talk.Quote{Blocks: []talk.Block{list([]talk.Block{level, inBoth})}}
	}
	deck := &slides.Deck{Slides: []*slides.Slide{body(inLists), body(inQuotes), body(inBoth)}}
	got := marp(t, map[string]*slides.Deck{"deep": deck})["deep"]
	if len(got) != 3 {
		t.Fatalf("%d slides", len(got))
	}
	for i, slide := range got {
		var all []string
		for _, b := range slide.Blocks {
			all = append(all, b.Text)
		}
		for level := 1; level <= 40; level++ {
			if name := fmt.Sprint("level ", level); !slices.Contains(all, name) {
				t.Errorf("slide %d does not show %q", i+1, name)
			}
		}
		if !slices.Contains(all, "the end") {
			t.Errorf("slide %d does not show its end", i+1)
		}
	}
}

// short leaves out the long texts.
func short(all []string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(s string) bool { return len(s) > 100 })
}

// generator makes blocks and inlines by chance.
type generator struct {
	*rand.Rand
	texts []string
}

func (g *generator) pick() string { return g.texts[g.IntN(len(g.texts))] }

func (g *generator) blocks(depth int) []talk.Block {
	var blocks []talk.Block
	for range 1 + g.IntN(3) {
		blocks = append(blocks, g.block(depth))
	}
	return blocks
}

func (g *generator) block(depth int) talk.Block {
	kind := g.IntN(8)
	if depth == 0 {
		kind = g.IntN(3)
	}
	switch kind {
	case 0:
		return &talk.Code{Info: g.pick(), Text: g.pick() + "\n" + g.pick()}
	case 1:
		return &talk.Heading{Level: 4 + g.IntN(3), Inlines: g.inlines(2)}
	case 3:
		return &talk.Quote{Blocks: g.blocks(depth - 1)}
	case 4, 5:
		l := &talk.List{Tight: g.IntN(2) == 0, Ordered: kind == 4, Start: g.IntN(3)}
		for range 1 + g.IntN(3) {
			l.Items = append(l.Items, &talk.ListItem{Blocks: g.blocks(depth - 1)})
		}
		return l
	case 6:
		table := &talk.Table{Align: []talk.Align{talk.AlignLeft, talk.AlignRight}}
		row := func() [][]talk.Inline { return [][]talk.Inline{g.inlines(2), g.inlines(2)} }
		table.Header = row()
		for range g.IntN(3) {
			table.Rows = append(table.Rows, row())
		}
		return table
	}
	return paragraph(g.inlines(3)...)
}

func (g *generator) inlines(depth int) []talk.Inline {
	var all []talk.Inline
	for range 1 + g.IntN(4) {
		kind := g.IntN(9)
		if depth == 0 {
			kind = 0
		}
		switch kind {
		case 1:
			all = append(all, &talk.CodeSpan{Text: g.pick()})
		case 2:
			all = append(all, &talk.Image{Destination: g.pick(), Alt: strings.TrimSpace(g.pick()), Title: g.pick()})
		case 3:
			all = append(all, &talk.Anchor{Destination: g.pick(), Children: g.inlines(depth - 1)})
		case 4, 5, 6:
			all = append(all, &talk.Emphasis{Level: kind - 4, Children: g.inlines(depth - 1)})
		case 7:
			all = append(all, &talk.LineBreak{Hard: g.IntN(2) == 0})
		default:
			all = append(all, text(g.pick()))
		}
	}
	return all
}

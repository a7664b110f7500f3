// Package slides shows exported decks with the real slide tools and compares
// what they show with what the talk holds. It is run by name:
//
//	.ci/deps --ci && go test ./.ci/slides
package slides

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"talkgiver/talk"
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
		if !slices.Equal(want.Blocks, now.Blocks) {
			t.Errorf("slide %d shows\n\t%s\nbut the talk has\n\t%s", i+1, brief(now.Blocks), brief(want.Blocks))
			wrong++
		}
		if a, b := strings.Join(now.Notes, " "), strings.Join(want.Notes, " "); a != b {
			t.Errorf("slide %d has the notes\n\t%s\nbut the talk has\n\t%s", i+1, brief(a), brief(b))
			wrong++
		}
		if wrong > 20 {
			t.Fatal("and so on")
		}
	}
}

func brief(v any) string {
	s := fmt.Sprintf("%+q", v)
	if len(s) > 300 {
		s = s[:300] + "..."
	}
	return s
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
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) }), " ")
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

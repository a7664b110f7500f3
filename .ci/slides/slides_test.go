// Package slides shows exported decks with the real slide tools and compares
// what they show with what the talk holds. It is run by name:
//
//	.ci/deps --ci && go test ./.ci/slides
package slides

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

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
	In    string `json:"in"` // h1 to h6, p, li, td, pre or blockquote
	Text  string `json:"text"`
	Lines string `json:"lines"` // of code
}

// node returns the Node that was installed for the tools; where there is none
// for the machine, its own has to do.
func node() string {
	installed, err := filepath.Glob("../node/node_modules/node-linux-*/bin/node")
	if err != nil || len(installed) == 0 {
		return "node"
	}
	return installed[0]
}

// show writes decks in the flavour of a tool, shows them with it and returns
// what it shows, each under its name.
func show(t *testing.T, tool, flavourName string, decks map[string]*slides.Deck) map[string][]shown {
	t.Helper()
	flavour, ok := slides.ByName(flavourName)
	if !ok {
		t.Fatalf("there is no flavour %s", flavourName)
	}
	written := map[string]string{}
	for name, deck := range decks {
		written[name] = string(flavour.Bytes(deck))
	}
	return showFiles(t, tool, written)
}

// showFiles shows files that are written for a tool with it.
func showFiles(t *testing.T, tool string, written map[string]string) map[string][]shown {
	t.Helper()
	if _, err := os.Stat("node_modules/@marp-team/marp-cli"); err != nil {
		t.Fatalf("The slide tools are missing (%v). Please run .ci/deps --ci", err)
	}
	in, err := json.Marshal(written)
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command(node(), "show.mjs", tool)
	command.Stdin = bytes.NewReader(in)
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
			b.Lines = codeLines(b.Lines)
			if b.Text = visible(b.Text); b.Text != "" {
				now.Blocks = append(now.Blocks, b)
			}
		}
		now.Notes = texts(got[i].Notes)
		for j := range max(len(want.Blocks), len(now.Blocks)) {
			a, b := at(now.Blocks, j), at(want.Blocks, j)
			if a == b {
				continue
			}
			if a.Text == b.Text {
				a.Text, b.Text = a.Lines, b.Lines
			}
			t.Errorf("slide %d, block %d shows in %q and holds in %q\n%s", i+1, j+1, a.In, b.In, difference(a.Text, b.Text))
			wrong++
			break
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
	return shownBlock{In: "nothing"}
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
		h.Blocks = append(h.Blocks, shownBlock{In: in, Text: text})
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
		if text := visible(b.Text); text != "" {
			h.Blocks = append(h.Blocks, shownBlock{"pre", text, codeLines(b.Text)})
		}
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

// codeLines are the lines of code as they are seen: the words of each, and how far in
// they begin. Tools make four spaces of a tab.
func codeLines(code string) string {
	var lines []string
	for line := range strings.SplitSeq(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(code), "\n") {
		line = seen(line)
		indent := line[:len(line)-len(strings.TrimLeftFunc(line, unicode.IsSpace))]
		width := utf8.RuneCountInString(strings.ReplaceAll(indent, "\t", "    "))
		if words := visible(line); words != "" {
			line = strings.Repeat(" ", width) + words
		} else {
			line = ""
		}
		lines = append(lines, line)
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

// visible makes two texts equal that look the same: white space is collapsed,
// what is not seen is taken out, and what is no text is a replacement sign.
func visible(s string) string { return strings.Join(strings.Fields(seen(s)), " ") }

// seen takes out what is not seen, but for white space.
func seen(s string) string {
	s = strings.NewReplacer("\u200b", "", "\ufeff", "", "\x00", "\ufffd").Replace(strings.ToValidUTF8(s, "\ufffd"))
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !unicode.IsSpace(r) {
			return -1
		}
		if 0xFDD0 <= r && r <= 0xFDEF || r&0xFFFE == 0xFFFE { // Unicode's code points that are no sign
			return '\ufffd'
		}
		return r
	}, s)
}

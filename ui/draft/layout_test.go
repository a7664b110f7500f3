package draft

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"talkgiver/ui/uitest"
	"talkgiver/ui/widgets"
)

const crowded = `---
title: A title that goes on and on, and then some more, until nobody remembers how it began
slot: 20m
questions: 5m
audience: everybody who ever has listened to a talk that went on longer than it said it would, and who came back
message: A message with more words than anybody can say again after having heard it one single time today.
needs:
  - one
  - two
  - three
  - four
promises:
  - one
  - two
  - three
truths:
  - one
---

## A heading that goes on and on, and then some more, until nobody remembers how it began (4m) #core
gives: something that takes more words to say than there is room for in one line of a card in a narrow window
meets: need 1, need 2, need 3, need 4, promise 1, promise 2, truth 1
makes: promise 1, promise 2, promise 3

- a #story
- b #bio
- c #example
- d
- e #pitch
- f #howto
- g #demo

said

## Two

text
`

type box struct {
	name        string
	left, top   float32
	right, down float32
}

func boxOf(o fyne.CanvasObject) box {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	return box{fmt.Sprintf("%T", o), at.X, at.Y, at.X + o.Size().Width, at.Y + o.Size().Height}
}

func (b box) within(o box) bool {
	return b.left >= o.left-1 && b.right <= o.right+1 && b.top >= o.top-1 && b.down <= o.down+1
}

func (b box) overlaps(o box) bool {
	return b.left < o.right-0.5 && o.left < b.right-0.5 && b.top < o.down-0.5 && o.top < b.down-0.5
}

// Nothing on a card lies over something else or outside of it, at any width and
// however much there is.
func TestCardsAtAnyWidth(t *testing.T) {
	for _, width := range []float32{610, 700, 900, 1050, 1600} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			d := newDeskOf(t, crowded, fyne.NewSize(width, 700))
			for _, c := range d.cards {
				card := boxOf(c.object)
				var parts []box
				for _, e := range c.fields() {
					b := boxOf(e)
					parts = append(parts, box{e.id, b.left + bleed, b.top + bleed, b.right - bleed, b.down - bleed})
				}
				for _, o := range uitest.Visible(c.object) {
					if chip, ok := o.(*widgets.Chip); ok {
						b := boxOf(chip)
						b.name = "chip " + chip.Text
						parts = append(parts, b)
						for _, text := range uitest.Visible(chip) {
							if text, ok := text.(*canvas.Text); ok && !boxOf(text).within(b) {
								t.Errorf("the words of %s are cut", b.name)
							}
						}
					}
				}
				for i, a := range parts {
					if !a.within(card) {
						t.Errorf("%+v is outside of its card %+v", a, card)
					}
					if a.right-a.left < 30 && !strings.HasPrefix(a.name, "chip") {
						t.Errorf("%s has a width of %v", a.name, a.right-a.left)
					}
					for _, b := range parts[i+1:] {
						if a.overlaps(b) {
							t.Errorf("%+v lies over %+v", a, b)
						}
					}
				}
			}
			for i := 1; i < len(d.cards); i++ {
				if boxOf(d.cards[i-1].object).overlaps(boxOf(d.cards[i].object)) {
					t.Errorf("card %d lies over card %d", i, i+1)
				}
			}
			if page, panel := boxOf(d.page), boxOf(d.score.object); page.overlaps(panel) {
				t.Error("the page lies over the score")
			}
			for _, o := range []fyne.CanvasObject{d.deal.object, d.strip.object, d.cards[0].object} {
				if b := boxOf(o); b.left < 0 || b.right > boxOf(d.page).right {
					t.Errorf("%+v is wider than the page", b)
				}
			}
		})
	}
}

// The deal, unfolded and folded, at any width.
func TestDealAtAnyWidth(t *testing.T) {
	for _, width := range []float32{610, 900, 1050} {
		for _, folded := range []bool{true, false} {
			d := newDeskOf(t, crowded, fyne.NewSize(width, 700))
			d.deal.fold(folded)
			d.relayout()
			card := boxOf(d.deal.object)
			var parts []box
			for _, o := range uitest.Visible(d.deal.object) {
				switch o := o.(type) {
				case *widgets.Chip, *entry:
					b := boxOf(o)
					if chip, ok := o.(*widgets.Chip); ok {
						b.name = "chip " + chip.Text
					}
					parts = append(parts, b)
				}
			}
			if len(parts) < 5 {
				t.Fatalf("only %d parts", len(parts))
			}
			for i, a := range parts {
				if !a.within(card) {
					t.Errorf("at %v, folded %v: %+v is outside of %+v", width, folded, a, card)
				}
				for _, b := range parts[i+1:] {
					if a.overlaps(b) {
						t.Errorf("at %v, folded %v: %+v lies over %+v", width, folded, a, b)
					}
				}
			}
		}
	}
}

// Each chip stands beside the first line of its item, the strip beside all of
// it, wherever the text begins.
func TestMarksStandBesideTheirLines(t *testing.T) {
	d := newDesk(t, crowded)
	b := d.cards[0].body
	check := func(lead int) {
		t.Helper()
		if len(b.marks) != 7 || len(b.chips.Objects) != 7 || len(b.strip.Segments) != 7 {
			t.Fatalf("%d marks, %d chips, %d segments; want 7", len(b.marks), len(b.chips.Objects), len(b.strip.Segments))
		}
		for i := range b.marks {
			line := b.rowsTop() + float32(i+lead)*b.rowHeight()
			chip := b.chips.Objects[i]
			middle := chip.Position().Y + chip.Size().Height/2
			if gap := middle - (line + b.rowHeight()/2); gap > 2 || gap < -2 {
				t.Errorf("chip %d stands %v beside its line", i+1, gap)
			}
			rows := float32(1)
			if i == 6 {
				rows = 3
			}
			if s := b.strip.Segments[i]; s.Top != line || s.Height != rows*b.rowHeight() {
				t.Errorf("segment %d is at %v and %v high, want %v and %v", i+1, s.Top, s.Height, line, rows*b.rowHeight())
			}
		}
	}
	check(0)
	d.in(b.entry, "").write("\n\n") // the file leaves blank lines at the beginning out
	d.weigh()
	check(2)
	if d.source() != crowded {
		t.Errorf("blank lines changed the file")
	}
	// The words of the chips, and which are only detected.
	chip := b.chips.Objects[0].(*widgets.Chip)
	if chip.Text != "story" || chip.Detected {
		t.Errorf("the first chip says %q, detected %v", chip.Text, chip.Detected)
	}
}

// Chips of neighbouring lines have room between them, the last one too, and stand
// each beside its own line.
func TestChipsOfNeighbouringLines(t *testing.T) {
	d := newDeskOf(t, "---\nslot: 5m\n---\n\n## A\n\n- a\n- b #story\n- c\n- d\n\nWhat is said to it,\nin two lines.\n\n- e\n- f\n\n## B\n\n- g\n", fyne.NewSize(900, 600))
	b := d.cards[0].body
	if len(b.chips.Objects) != 6 {
		t.Fatalf("there are %d chips", len(b.chips.Objects))
	}
	rows := lineRows(b.entry.Text, b.entry.rowStarts())
	for i, chip := range b.chips.Objects {
		top, end := chip.Position().Y, chip.Position().Y+chip.Size().Height
		row := b.rowsTop() + float32(rows[b.marks[i].first])*b.rowHeight()
		if middle := (top + end) / 2; middle < row || middle > row+b.rowHeight() {
			t.Errorf("chip %d is at %v to %v, its line at %v", i, top, end, row)
		}
		if i > 0 && chip.Size().Height != b.chips.Objects[0].Size().Height {
			t.Errorf("chip %d is %v high, the first one %v", i, chip.Size().Height, b.chips.Objects[0].Size().Height)
		}
		if i+1 < len(b.chips.Objects) {
			if gap := b.chips.Objects[i+1].Position().Y - end; gap < chipGap-0.01 {
				t.Errorf("between chip %d and the next one there is %v", i, gap)
			}
		}
	}
	if alone := d.cards[1].body.chips.Objects[0]; alone.Size() != alone.MinSize() {
		t.Errorf("one that stands alone has the size %v, not %v", alone.Size(), alone.MinSize())
	}
}

// While the score of a text is not there yet, its marks stay beside their lines.
func TestMarksFollowTheirLines(t *testing.T) {
	const text = "- a #story\n- b #bio\n  more of b\n- c #demo\n\nsaid"
	tests := map[string]struct {
		text string
		do   func(*desk)
		want string // first to last line of each
	}{
		"a line above":        {"‸- b #bio", func(d *desk) { d.write("\n") }, "0-0 2-3 4-6"},
		"Enter behind a":      {"- a #story‸", func(d *desk) { d.write("\n") }, "0-0 2-3 4-6"},
		"Enter within b":      {"more of‸ b", func(d *desk) { d.write("\n") }, "0-0 1-3 4-6"},
		"letters":             {"more of‸ b", func(d *desk) { d.write("xyz") }, "0-0 1-2 3-5"},
		"at the end":          {"said‸", func(d *desk) { d.write("\nx") }, "0-0 1-2 3-5"},
		"a line gone":         {"‸more of b\n‸- c", func(d *desk) { d.write("\b") }, "0-0 1-2 2-4"},
		"blank lines on top":  {"‸- a #story", func(d *desk) { d.write("\n\n") }, "0-0 1-2 3-5"},
		"several lines typed": {"said‸", func(d *desk) { d.write("\nx\ny\b\b\b") }, "0-0 1-2 3-5"},
		"undone":              {"- a #story‸", func(d *desk) { d.write("\n"); d.cfg.Undo() }, "0-0 1-2 3-5"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, "## One\n\n"+text+"\n")
			b := d.cards[0].body
			part, from, to := marked(t, test.text)
			at := strings.Index(text, part)
			d.win.Canvas().Focus(b.entry)
			b.entry.selectRange(at+from, at+to)
			test.do(d)
			var got []string
			for _, m := range b.marks {
				got = append(got, fmt.Sprintf("%d-%d", m.first, m.last))
			}
			if strings.Join(got, " ") != test.want {
				t.Errorf("the marks are at %v, want %s, beside\n%s", got, test.want, b.entry.Text)
			}
			lead := leadingBlank(b.entry.Text)
			for i, m := range b.marks {
				top := b.rowsTop() + float32(m.first+lead)*b.rowHeight()
				if b.strip.Segments[i].Top != top {
					t.Errorf("mark %d stands at %v, want %v", i+1, b.strip.Segments[i].Top, top)
				}
			}
		})
	}
}

// whole checks that each card that can be seen has the height that it needs,
// with all rows of its text.
func (d *desk) whole(when string) {
	d.t.Helper()
	for _, c := range d.cards {
		if !c.object.Visible() {
			continue
		}
		if size, least := c.object.Size(), c.object.MinSize(); size.Height != least.Height {
			d.t.Errorf("%s: card %d is %v high and needs %v", when, c.number, size.Height, least.Height)
		}
		if rows := len(c.body.entry.rowStarts()); !c.folded && c.body.entry.Size().Height < float32(rows)*c.body.rowHeight() {
			d.t.Errorf("%s: the text of card %d has %d rows and is %v high", when, c.number, rows, c.body.entry.Size().Height)
		}
	}
}

// However the window's width changes while cards are folded or hidden: once
// they are seen again, they are whole.
func TestCardsAreWholeAgain(t *testing.T) {
	d := newDesk(t, longTalk(14))
	d.cfg.OnView = func() { d.win.Canvas().Content().Refresh() } // as the window does
	wide, narrow := fyne.NewSize(1050, 760), fyne.NewSize(900, 560)
	d.whole("opened")
	for _, step := range []struct {
		name string
		do   func()
	}{
		{"narrow", func() { d.win.Resize(narrow) }},
		{"wide", func() { d.win.Resize(wide) }},
		{"alone", d.ToggleAlone},
		{"wider, alone", func() { d.win.Resize(fyne.NewSize(1280, 760)) }},
		{"narrow, alone", func() { d.win.Resize(narrow) }},
		{"all again", func() { d.Escape() }},
		{"folded", func() { d.FoldAll(true) }},
		{"outline", d.ToggleOutline},
		{"unfolded", func() { d.FoldAll(false) }},
		{"no outline", func() { d.Escape() }},
		{"folded", func() { d.FoldAll(true) }},
		{"wide, folded", func() { d.win.Resize(wide) }},
		{"unfolded", func() { d.FoldAll(false) }},
		{"folded again", func() { d.FoldAll(true) }},
		{"outline", d.ToggleOutline},
		{"narrow, folded", func() { d.win.Resize(narrow) }},
		{"one unfolded", func() { d.foldCard(d.cards[2], false) }},
		{"no outline", func() { d.Escape() }},
		{"gone to", func() { d.GoTo(d.document.Talk().Sections[4].Body, 0) }},
		{"typed", func() { d.write(strings.Repeat("words ", 40)) }},
		{"unfolded, narrow", func() { d.FoldAll(false) }},
	} {
		step.do()
		d.whole(step.name)
	}
}

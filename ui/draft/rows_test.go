package draft

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"talkgiver/ui/uitest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// drawn returns the rows that an entry draws, from the top, and how far below
// its own top each begins.
func drawn(e *entry) (rows []string, tops []float32) {
	driver := fyne.CurrentApp().Driver()
	own := driver.AbsolutePositionForObject(e)
	type row struct {
		text string
		top  float32
	}
	var found []row
	for _, o := range uitest.Visible(e) {
		if text, ok := o.(*canvas.Text); ok && text.Visible() && (e.Text != "" || text.Text == "") {
			found = append(found, row{text.Text, driver.AbsolutePositionForObject(text).Y - own.Y})
		}
	}
	slices.SortStableFunc(found, func(a, b row) int { return int(a.top*100) - int(b.top*100) })
	for _, r := range found {
		rows, tops = append(rows, r.text), append(tops, r.top)
	}
	return rows, tops
}

var wrapped = map[string]string{
	"empty":           "",
	"one":             "one line",
	"blank lines":     "one\n\n\ntwo\n",
	"only blank":      "\n\n",
	"long":            strings.Repeat("A sentence that goes on and on. ", 9),
	"long word":       "before " + strings.Repeat("unbreakable", 15) + " behind",
	"spaces at ends":  strings.Repeat("word    ", 60) + "   \n   indented",
	"CJK":             strings.Repeat("講演者は聴衆に何を与えるか。", 20),
	"accents, emoji":  strings.Repeat("über naïve 👩🏽‍🚀 ", 30),
	"tabs":            strings.Repeat("a\tb\t", 40),
	"many short ones": strings.Repeat("- x\n", 40),
	"hyphens":         strings.Repeat("well-known ", 50),
}

// The rows that the strip and the chips stand beside are those that are drawn.
func TestRowsAreThoseThatAreDrawn(t *testing.T) {
	d := newDesk(t, small)
	texts := wrapped
	r := rand.New(rand.NewPCG(1, 2))
	for i := range 10 {
		var b strings.Builder
		for range r.IntN(60) {
			b.WriteString([]string{"a", "word", "Straße", "講演", "\n", "\n\n", " ", "  ", strings.Repeat("x", 90), "#story"}[r.IntN(10)])
			if r.IntN(3) > 0 {
				b.WriteByte(' ')
			}
		}
		texts[fmt.Sprint("random ", i)] = b.String()
	}
	for _, width := range []float32{1050, 650} {
		d.win.Resize(fyne.NewSize(width, 760))
		for name, text := range texts {
			c := d.cards[1]
			c.body.entry.set(text)
			c.body.fit()
			d.relayout()
			rows, tops := drawn(c.body.entry)
			if text == "" {
				rows, tops = []string{""}, []float32{c.body.rowsTop() + bleed} // the hint is drawn in its place
			}
			starts := c.body.entry.rowStarts()
			if len(rows) != len(starts) {
				t.Fatalf("%s at %v: %d rows are drawn, %d counted", name, width, len(rows), len(starts))
			}
			letters := []rune(text)
			for i, start := range starts {
				if !strings.HasPrefix(string(letters[start:]), rows[i]) {
					t.Errorf("%s at %v: row %d is drawn as %q, and begins at %q", name, width, i, rows[i], string(letters[start:min(len(letters), start+20)]))
				}
				if want := c.body.rowsTop() + bleed + float32(i)*c.body.rowHeight(); max(tops[i]-want, want-tops[i]) > 0.1 {
					t.Errorf("%s at %v: row %d is drawn at %v, want %v", name, width, i, tops[i], want)
				}
			}
			last := tops[len(tops)-1] + c.body.rowHeight()
			if height := c.body.entry.Size().Height; last > height || len(rows) > fewRows && height-last > 12 {
				t.Errorf("%s at %v: the rows end at %v, the field at %v", name, width, last, height)
			}
			lines := lineRows(text, starts)
			if want := strings.Count(text, "\n") + 2; len(lines) != want {
				t.Fatalf("%s: %d lines, want %d", name, len(lines)-1, want-1)
			}
			for i, line := range strings.Split(text, "\n") {
				if got := rows[lines[i]]; !strings.HasPrefix(line, got) {
					t.Errorf("%s at %v: line %d %q is said to begin in the row %q", name, width, i, line, got)
				}
			}
		}
	}
}

// Wherever the cursor is put, that is where it then is.
func TestCursorGoesWhereItIsPut(t *testing.T) {
	d := newDesk(t, small)
	e := d.cards[1].body.entry
	d.win.Canvas().Focus(e)
	for name, text := range wrapped {
		e.set(text)
		letters := []rune(text)
		for at := 0; at <= len(letters); at += 1 + len(letters)/50 {
			e.goTo(at)
			if got := len([]rune(e.Text[:e.offset()])); got != at {
				t.Errorf("%s: put behind %d letters it is behind %d", name, at, got)
			}
		}
	}
}

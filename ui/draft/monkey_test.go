package draft

import (
	"math/rand/v2"
	"testing"

	"fyne.io/fyne/v2"
)

// Hands that do anything anywhere: fields and file never part, nothing panics,
// and everything can be undone.
func TestRandomHands(t *testing.T) {
	words := []string{"##", "#", " ", "\n", "\n\n", "\b", "\b\b\b", "```", "~~~", "<!-- ", " -->", "---", "===", "- a", "word", "> q", "gives: x", "| a |", "1. ", "    code", "(4m)", "#story", "[pause]", "ü講👩🏽‍🚀"}
	keys := []fyne.KeyName{fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyDelete}
	for seed := range uint64(30) {
		r := rand.New(rand.NewPCG(seed, 7))
		d := newDesk(t, everything)
		var did []string
		for range 40 {
			what := ""
			focused := d.win.Canvas().Focused()
			switch n := r.IntN(20); {
			case n < 9 && focused != nil:
				what = words[r.IntN(len(words))]
				d.write(what)
			case n < 12 && focused != nil:
				key := keys[r.IntN(len(keys))]
				what = string(key)
				d.press(key)
			case n < 14:
				what = "undo"
				d.Flush()
				d.cfg.Undo()
			case n < 15:
				what = "redo"
				d.Flush()
				d.cfg.Redo()
			case n < 18 && len(d.cards) > 0:
				c := d.cards[r.IntN(len(d.cards))]
				field := c.fields()[r.IntN(4)]
				what = "focus"
				d.win.Canvas().Focus(field)
			case len(d.cards) > 0:
				d.Flush()
				c := d.cards[r.IntN(len(d.cards))]
				c.showMenu()
				item := d.menu.Items[r.IntN(len(d.menu.Items))]
				if item.Disabled || item.IsSeparator {
					continue
				}
				what = item.Label
				if item.ChildMenu != nil {
					item = item.ChildMenu.Items[r.IntN(len(item.ChildMenu.Items))]
					what += " " + item.Label
				}
				item.Action()
			default:
				what = "add"
				d.AddSection()
			}
			did = append(did, what)
			d.agrees()
			if len(did)%5 == 0 {
				d.weigh()
			}
			if t.Failed() {
				t.Fatalf("seed %d, after %q:\n%s", seed, did, d.source())
			}
		}
		d.win.Canvas().Unfocus()
		d.Flush()
		d.agrees()
		for d.history.CanUndo() {
			d.cfg.Undo()
			d.agrees()
		}
		if d.source() != everything || t.Failed() {
			t.Fatalf("seed %d: %q undone gives\n%s", seed, did, d.source())
		}
	}
}

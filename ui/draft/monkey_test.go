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
	things := []string{"Tab", "Shift+Tab", "Shift+Enter", "bold", "italic", "paste", "paste a heading", "fold", "fold all", "unfold all", "alone", "outline", "Escape", "next", "previous", "up", "down", "drag", "core", "kind"}
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
			case n < 13:
				what = things[r.IntN(len(things))]
				d.Flush()
				d.thing(what)
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

// thing does one of the things that are no letters.
func (d *desk) thing(what string) {
	e, writing := d.win.Canvas().Focused().(*entry)
	switch what {
	case "Tab":
		if writing && e.AcceptsTab() {
			d.press(fyne.KeyTab)
		} else {
			d.win.Canvas().FocusNext()
		}
	case "Shift+Tab", "Shift+Enter":
		if writing {
			d.hold(map[string]fyne.KeyName{"Shift+Tab": fyne.KeyTab, "Shift+Enter": fyne.KeyReturn}[what])
		}
	case "bold":
		d.Emphasize("**")
	case "italic":
		d.Emphasize("*")
	case "paste":
		if writing {
			e.paste("•\u00a0one\r\n•\u00a0two")
		}
	case "paste a heading":
		if writing {
			e.paste("words\n\n## Pasted\n\nmore")
		}
	case "fold":
		d.ToggleFold()
	case "fold all", "unfold all":
		d.FoldAll(what == "fold all")
	case "alone":
		d.ToggleAlone()
	case "outline":
		d.ToggleOutline()
	case "Escape":
		d.Escape()
	case "next":
		d.Next(+1)
	case "previous":
		d.Next(-1)
	case "up":
		d.MoveCurrent(-1)
	case "down":
		d.MoveCurrent(+1)
	case "drag":
		if n := d.Current(); n > 0 && len(d.cards) > 1 {
			d.dragTo(d.cards[n-1], boxOf(d.cards[len(d.cards)-1].object).down)
			d.cards[n-1].grip.DragEnd()
		}
	case "core":
		d.ToggleTag("core")
	case "kind":
		d.ChooseKind()
	}
}

package draft

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkgiver/talk/markdown"
	"talkgiver/ui/theme"
	"talkgiver/ui/uitest"
	"talkgiver/ui/widgets"
)

// After the size of the text has changed everything has the new one, whatever
// was put away meanwhile.
func TestTextSizeReachesAll(t *testing.T) {
	source := everything + strings.Repeat("\n## Who we are\n\n- We won every award #brag\n- Buy it #pitch\n", 4) // more findings than are shown
	for name, hidden := range map[string]func(*desk){
		"unfolded":      func(d *desk) { d.openDeal() },
		"folded":        func(d *desk) { d.deal.fold(true) },
		"cards folded":  func(d *desk) { d.FoldAll(true) },
		"few findings":  func(*desk) {},
		"all findings":  func(d *desk) { d.score.toggleAll() },
		"fewer again":   func(d *desk) { d.score.toggleAll(); d.score.toggleAll() },
		"a score":       func(d *desk) { d.score.toggle(dimensions()[1]) },
		"outline":       func(d *desk) { d.ToggleOutline() },
		"one section":   func(d *desk) { d.in(d.cards[0].title, ""); d.ToggleAlone() },
		"one need less": func(d *desk) { d.do(markdown.RemoveEntry{List: markdown.ListNeeds, Number: 2}, "") },
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, source)
			if len(d.score.findings) <= fewFindings {
				t.Fatalf("%d findings are all shown", len(d.score.findings))
			}
			hidden(d)
			larger := theme.New(theme.Light)
			larger.TextScale = 1.6
			test.ApplyTheme(t, larger)
			for n, step := range []func(){
				func() {},
				func() { d.deal.fold(true) },
				d.openDeal,
				func() { d.score.open = nil; d.score.all = true; d.score.showFindings() },
				func() { d.score.toggle(dimensions()[0]) },
				func() { d.FoldAll(true) },
				func() { d.FoldAll(false) },
				func() {
					if !d.OutlineShown() {
						d.ToggleOutline()
					}
				},
				func() {
					if d.Alone() {
						d.ToggleAlone()
					}
				},
				func() {
					d.do(markdown.SetEntry{List: markdown.ListTruths, Number: 1, Text: "It costs"}, "")
					d.weigh()
					d.deal.fold(true)
				},
			} {
				step()
				d.relayout()
				checkSizes(t, n, d.Content())
			}
		})
	}
}

// checkSizes compares every chip, button and line with one that is made now.
func checkSizes(t *testing.T, step int, o fyne.CanvasObject) {
	t.Helper()
	seen := 0
	for _, o := range uitest.Visible(o) {
		var fresh fyne.CanvasObject
		text := ""
		switch o := o.(type) {
		case *widgets.Chip:
			text, fresh = o.Text, &widgets.Chip{Text: o.Text, Detected: o.Detected, Bold: o.Bold}
		case *widgets.Button:
			text, fresh = o.Text, &widgets.Button{Text: o.Text, Key: o.Key}
		case *widgets.Text:
			if o.Flow == widgets.FlowWrap {
				continue // its height depends on its width
			}
			text, fresh = o.Text, &widgets.Text{Text: o.Text, Spans: o.Spans, SizeName: o.SizeName, Style: o.Style, Flow: o.Flow}
		default:
			continue
		}
		seen++
		if got, want := o.MinSize(), fresh.MinSize(); got != want {
			t.Errorf("after step %d %T %q asks for %v, made now for %v", step, o, text, got, want)
		}
		if _, chip := o.(*widgets.Chip); !chip && o.Size().Height < o.MinSize().Height { // chips beside close lines are as low as these
			t.Errorf("after step %d %T %q is %v high and needs %v", step, o, text, o.Size().Height, o.MinSize().Height)
		}
	}
	if seen < 5 {
		t.Fatalf("only %d texts are looked at", seen)
	}
}

package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkgiver/ui/widgets"
)

// A key that means nothing to a widget means to the window what it always does.
func TestPassKey_FromWhateverHasTheFocus(t *testing.T) {
	test.NewTempApp(t)
	tapped := false
	tap := func() { tapped = true }
	for name, w := range map[string]fyne.Focusable{
		"beam":    &widgets.Beam{OnTapped: tap},
		"button":  &widgets.Button{OnTapped: tap},
		"card":    &widgets.CardButton{OnTapped: tap},
		"chip":    &widgets.Chip{OnTapped: tap},
		"dial":    &widgets.Dial{OnTapped: tap},
		"finding": &widgets.FindingRow{OnTapped: tap},
		"glyph":   &widgets.Glyph{OnTapped: tap},
		"outline": &widgets.Outline{Rows: []widgets.OutlineRow{{Title: "One"}}},
		"places":  &widgets.Places{Items: []string{"One", "Two"}},
		"rating":  &widgets.Rating{Least: 1, Most: 5},
		"rows":    &widgets.Rows{},
		"steps":   &widgets.Steps{Words: []string{"no", "yes"}},
	} {
		window := test.NewTempWindow(t, w.(fyne.CanvasObject))
		var keys []fyne.KeyName
		window.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { keys = append(keys, e.Name) })
		window.Canvas().Focus(w)
		w.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
		if len(keys) != 1 || keys[0] != fyne.KeyF1 || tapped {
			t.Errorf("F1 on a %s: the window hears %v, tapped: %v", name, keys, tapped)
		}
	}
}

func TestPassRune_KeepsSpace(t *testing.T) {
	test.NewTempApp(t)
	b := &widgets.Button{Text: "Save", OnTapped: func() {}}
	window := test.NewTempWindow(t, b)
	heard := ""
	window.Canvas().SetOnTypedRune(func(r rune) { heard += string(r) })
	for _, r := range "? " {
		b.TypedRune(r)
	}
	if heard != "?" {
		t.Errorf("the window hears %q", heard)
	}
}

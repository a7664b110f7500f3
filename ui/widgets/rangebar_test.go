package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkgiver/ui/theme"
)

func TestRangeBarShowsLowAndHighAsSharesOfMost(t *testing.T) {
	test.NewTempApp(t)
	bar := &RangeBar{Low: 5, High: 10, Most: 20, Known: true, Tone: theme.Give}
	bar.Resize(fyne.NewSize(200, 10))
	parts := test.WidgetRenderer(bar).Objects()
	for i, want := range []float32{200, 100, 50} {
		if got := parts[i].Size().Width; got != want {
			t.Errorf("part %d is %v wide, want %v", i, got, want)
		}
	}

	bar.High = 30 // more than there is
	bar.Refresh()
	if got := parts[1].Size().Width; got != 200 {
		t.Errorf("a figure over the most is %v wide, want the whole 200", got)
	}

	bar.Known = false
	bar.Refresh()
	if parts[1].Visible() || parts[2].Visible() {
		t.Error("an unknown figure is drawn")
	}
}

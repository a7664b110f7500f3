package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkgiver/ui/theme"
)

func TestSpreadBar(t *testing.T) {
	test.NewTempApp(t)
	b := &SpreadBar{Shortest: 60, Longest: 180, Last: 120, Planned: 90, Most: 240, Tone: theme.Clarity}
	b.Resize(b.MinSize())
	r := test.WidgetRenderer(b).(*spreadRenderer)
	middle := func(o fyne.CanvasObject) float32 { return o.Position().X + o.Size().Width/2 }
	room := b.Size().Width - spreadDot
	for name, c := range map[string]struct {
		at      float32
		seconds float32
	}{
		"the plan": {middle(r.plan), 90}, "the last": {middle(r.last), 120}, "the middle of the spread": {middle(r.spread), 120},
	} {
		if want := spreadDot/2 + room*c.seconds/240; c.at < want-0.5 || c.at > want+0.5 {
			t.Errorf("%s is at %v, want %v", name, c.at, want)
		}
	}
	b.Longest, b.Last, b.Planned = 0, 0, 0
	b.Refresh()
	if r.spread.Visible() || r.last.Visible() || r.plan.Visible() {
		t.Error("what is not known is drawn")
	}
	b.Resize(fyne.NewSize(0, 0))
	for _, o := range r.objects {
		if o.Size() != (fyne.Size{}) {
			t.Errorf("without room %T has the size %v", o, o.Size())
		}
	}
}

package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"talkgiver/ui/theme"
	"talkgiver/ui/uitest"
)

func grown() *Growth {
	return &Growth{Least: -30, Most: 90, From: "2027-03-01", To: "now",
		Points: []GrowthPoint{{0, -20, -5, 10}, {0.4, 5, 20, 34}, {0.7, 30, 42, 55}, {1, 60, 70, 80}},
		Marks:  []GrowthMark{{At: 0.2, Text: "run 1"}, {At: 0.5, Text: "message changed: “new data”", Line: true}, {At: 0.8, Text: "given"}},
	}
}

func TestGrowth_Golden(t *testing.T) {
	uitest.GoldenImage(t, "growth_light", inWindow(t, theme.Light, fyne.NewSize(500, 220), grown()))
	uitest.GoldenImage(t, "growth_dark", inWindow(t, theme.Dark, fyne.NewSize(500, 220), grown()))
}

// TestGrowth_Edges draws what is hardly there: none of it may stand outside.
func TestGrowth_Edges(t *testing.T) {
	uitest.App(t, theme.Light)
	for name, g := range map[string]*Growth{
		"nothing":   {},
		"no scale":  {Least: 5, Most: 5, Points: []GrowthPoint{{0, 1, 2, 3}}},
		"one point": {Least: -100, Most: 100, Points: []GrowthPoint{{0.5, 10, 20, 30}}},
		"one time":  {Least: -100, Most: 100, Points: []GrowthPoint{{0.5, 10, 20, 30}, {0.5, 20, 30, 40}}},
		"outside":   {Least: 0, Most: 10, Points: []GrowthPoint{{-1, -50, -20, 5}, {2, 5, 50, 90}}, Marks: []GrowthMark{{At: 3, Text: "far"}, {At: -3, Text: "back", Line: true}}},
		"narrow":    {Least: 0, Most: 10, Points: []GrowthPoint{{0, 1, 2, 3}, {1, 4, 5, 6}}, Marks: []GrowthMark{{At: 1, Text: "words that are longer than all of this widget is wide, in every size of text"}}},
	} {
		uitest.Window(t, fyne.NewSize(300, 160), g)
		for _, o := range test.WidgetRenderer(g).Objects() {
			end := o.Position().Add(o.Size())
			if o.Position().X < -1 || o.Position().Y < -1 || end.X > 301 || end.Y > 161 {
				t.Errorf("%s: %T from %v to %v stands outside", name, o, o.Position(), end)
			}
		}
	}
}

func TestBars(t *testing.T) {
	uitest.App(t, theme.Light)
	b := &Bars{Tone: theme.Message, Items: []Bar{{10, "a"}, {0, "b"}, {20, "c"}}}
	uitest.Window(t, fyne.NewSize(200, 120), b)
	var heights []float32
	for _, o := range test.WidgetRenderer(b).Objects() {
		if r, ok := o.(*canvas.Rectangle); ok {
			heights = append(heights, r.Size().Height)
		}
	}
	if len(heights) != 3 || heights[0] != 50 || heights[1] != 0 || heights[2] != 100 {
		t.Errorf("the bars are %v high", heights)
	}
	for i := range 40 {
		b.Items = append(b.Items, Bar{float32(i), "x"})
	}
	b.Refresh()
	for _, o := range test.WidgetRenderer(b).Objects() {
		if o.Position().X+o.Size().Width > 201 {
			t.Errorf("%T ends at %v", o, o.Position().X+o.Size().Width)
		}
	}
}

func TestRating_Behaviour(t *testing.T) {
	uitest.App(t, theme.Light)
	told := []int{}
	r := &Rating{Least: 1, Most: 5, OnChanged: func(v int) { told = append(told, v) }}
	w := uitest.Window(t, r.MinSize(), r)
	press := func(name fyne.KeyName) { r.TypedKey(&fyne.KeyEvent{Name: name}) }
	test.TapAt(r, fyne.NewPos(ratingStep*2.5, 5))
	press(fyne.KeyRight)
	press(fyne.KeyRight)
	press(fyne.KeyRight) // there is no sixth
	press(fyne.KeyLeft)
	r.TypedRune('2')
	r.TypedRune('7')
	r.TypedRune('x')
	test.TapAt(r, fyne.NewPos(ratingStep*1.5, 5)) // on what stands: it is taken back
	press(fyne.KeyRight)
	press(fyne.KeyBackspace)
	press(fyne.KeyLeft)
	want := []int{3, 4, 5, 4, 2, 0, 1, 0}
	if len(told) != len(want) {
		t.Fatalf("it tells %v, want %v", told, want)
	}
	for i := range want {
		if told[i] != want[i] {
			t.Errorf("it tells %v, want %v", told, want)
			break
		}
	}
	r.Value = 3
	r.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(ratingStep*3.5, 5)}})
	w.Canvas().Focus(r)
	uitest.GoldenMarkup(t, "rating", w)
	shown := &Rating{Least: 1, Most: 5, Value: 2}
	shown.choose(4)
	if shown.Value != 2 {
		t.Error("a rating that only shows was changed")
	}
}

package widgets

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkgiver/ui/theme"
	"talkgiver/ui/uitest"
)

func hill(n int) []float32 {
	heights := make([]float32, n)
	for i := range heights {
		z := (float64(i)/float64(n-1) - 0.55) / 0.17
		heights[i] = float32(math.Exp(-z * z / 2))
	}
	return heights
}

func fits() *FitCurve {
	return &FitCurve{Heights: hill(48), HasLimit: true, Limit: 0.41, LimitText: "20:00", Middle: 0.56, MiddleText: "21:40"}
}

func TestFitCurve_Golden(t *testing.T) {
	uitest.GoldenImage(t, "fitcurve_light", inWindow(t, theme.Light, fyne.NewSize(380, 150), fits()))
	uitest.GoldenImage(t, "fitcurve_dark", inWindow(t, theme.Dark, fyne.NewSize(380, 150), fits()))
}

func drifted() *DriftLine {
	return &DriftLine{
		Points: []DriftPoint{{0, 0}, {0.16, 6}, {0.26, -11}, {0.45, 4}, {0.6, 40}, {0.85, 78}, {1, 70}}, Least: 30,
		Marks: []DriftMark{{At: 0.55, Text: "stumbled: The film", Tone: theme.Take}, {At: 0.93, Text: "landed: One more", Tone: theme.Give}},
		Above: "behind", Below: "ahead", Top: "1:18", Bottom: "1:18",
	}
}

func TestDriftLine_Golden(t *testing.T) {
	uitest.GoldenImage(t, "driftline_light", inWindow(t, theme.Light, fyne.NewSize(620, 190), drifted()))
	uitest.GoldenImage(t, "driftline_dark", inWindow(t, theme.Dark, fyne.NewSize(620, 190), drifted()))
}

// inside fails for an object of a widget that stands outside of it.
func inside(t *testing.T, name string, w fyne.Widget) {
	t.Helper()
	size := w.Size()
	for _, o := range test.WidgetRenderer(w).Objects() {
		end := o.Position().Add(o.Size())
		if o.Position().X < -1 || o.Position().Y < -1 || end.X > size.Width+1 || end.Y > size.Height+1 {
			t.Errorf("%s: %T from %v to %v stands outside of %v", name, o, o.Position(), end, size)
		}
	}
}

func TestFitCurve_Edges(t *testing.T) {
	uitest.App(t, theme.Light)
	for name, f := range map[string]*FitCurve{
		"nothing":             {},
		"flat":                {Heights: []float32{0, 0, 0}, HasLimit: true, Limit: 0.5},
		"no limit":            {Heights: hill(20), Middle: 0.5, MiddleText: "18:00"},
		"all beyond":          {Heights: hill(20), HasLimit: true, Limit: -3, LimitText: "5:00", MiddleText: "18:00", Middle: 0.5},
		"all within":          {Heights: hill(20), HasLimit: true, Limit: 3, LimitText: "1:30:00", MiddleText: "18:00", Middle: 0.5},
		"the line at a point": {Heights: hill(21), HasLimit: true, Limit: 0.5, LimitText: "20:00", MiddleText: "20:10", Middle: 0.52},
	} {
		uitest.Window(t, fyne.NewSize(220, 130), f)
		inside(t, name, f)
	}
}

// TestFitCurve_TintsWhatIsBeyond looks at the two sides of the line.
func TestFitCurve_TintsWhatIsBeyond(t *testing.T) {
	f := fits()
	w := inWindow(t, theme.Light, fyne.NewSize(400, 140), f)
	l := lookOf(f)
	shot := w.Canvas().Capture()
	for x, want := range map[int]fyne.ThemeColorName{120: theme.ColorNameGiveTint, 158: theme.ColorNameGiveTint, 170: theme.ColorNameTakeTint, 300: theme.ColorNameTakeTint} {
		r, g, b, _ := shot.At(x, 110).RGBA()
		wr, wg, wb, _ := l.color(want).RGBA()
		if r>>8 != wr>>8 || g>>8 != wg>>8 || b>>8 != wb>>8 {
			t.Errorf("at %d it is %02x%02x%02x, want %s", x, r>>8, g>>8, b>>8, want)
		}
	}
}

func TestDriftLine_Edges(t *testing.T) {
	uitest.App(t, theme.Light)
	long := "words that are longer than all of this widget is wide, in every size of text there is"
	for name, d := range map[string]*DriftLine{
		"nothing":   {},
		"one point": {Points: []DriftPoint{{0, 0}}, Least: 30},
		"no scale":  {Points: []DriftPoint{{0, 0}, {1, 0}}},
		"on time":   {Points: []DriftPoint{{0, 0}, {1, 0}}, Least: 30, Above: "behind", Below: "ahead"},
		"far":       {Points: []DriftPoint{{0, 0}, {0.5, 5000}, {0.5, -5000}, {1, 3}}, Least: 30, Marks: []DriftMark{{At: 0.5, Text: "a"}, {At: 0.5, Text: "b"}, {At: 2, Text: long}, {At: -1, Text: long}}},
	} {
		uitest.Window(t, fyne.NewSize(300, 160), d)
		inside(t, name, d)
	}
}

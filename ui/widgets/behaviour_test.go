package widgets

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"talkgiver/ui/theme"
	"talkgiver/ui/uitest"
)

// pressable is what every clickable widget is.
type pressable interface {
	fyne.Widget
	fyne.Tappable
	fyne.Focusable
	fyne.Disableable
	desktop.Hoverable
	desktop.Cursorable
}

// pressables makes one of each clickable widget.
var pressables = map[string]func(onTapped func()) pressable{
	"Beam":       func(f func()) pressable { return &Beam{Known: true, Figure: "+1", OnTapped: f} },
	"Dial":       func(f func()) pressable { return &Dial{Known: true, Value: 50, OnTapped: f} },
	"Chip":       func(f func()) pressable { return &Chip{Text: "story", OnTapped: f} },
	"Button":     func(f func()) pressable { return &Button{Text: "Save", OnTapped: f} },
	"CardButton": func(f func()) pressable { return &CardButton{Content: Strong("Talk"), OnTapped: f} },
	"FindingRow": func(f func()) pressable { return &FindingRow{Title: "Cut it", OnTapped: f} },
	"Glyph":      func(f func()) pressable { return &Glyph{Text: "···", OnTapped: f} },
}

func TestPressable(t *testing.T) {
	for name, make := range pressables {
		t.Run(name, func(t *testing.T) {
			taps := 0
			w := make(func() { taps++ })
			window := inWindow(t, theme.Light, fyne.NewSize(300, 300), w)

			test.Tap(w)
			for _, key := range []fyne.KeyName{fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter} {
				w.TypedKey(&fyne.KeyEvent{Name: key})
			}
			w.TypedKey(&fyne.KeyEvent{Name: fyne.KeyA})
			if taps != 4 {
				t.Errorf("%d taps by pointer and keys, want 4", taps)
			}

			window.Canvas().Unfocus()
			calm := test.RenderToMarkup(window.Canvas())
			window.Canvas().FocusNext()
			if window.Canvas().Focused() != fyne.Focusable(w) {
				t.Fatal("Tab does not reach it")
			}
			if test.RenderToMarkup(window.Canvas()) == calm {
				t.Error("the focus cannot be seen")
			}
			window.Canvas().Unfocus()
			w.MouseIn(&desktop.MouseEvent{})
			if test.RenderToMarkup(window.Canvas()) == calm {
				t.Error("the pointer over it cannot be seen")
			}
			if w.Cursor() != desktop.PointerCursor {
				t.Error("no pointing hand over it")
			}
			w.MouseOut()
			if test.RenderToMarkup(window.Canvas()) != calm {
				t.Error("it does not calm down again")
			}
		})
	}
}

func TestPressable_WithoutTap(t *testing.T) {
	for name, make := range pressables {
		t.Run(name, func(t *testing.T) {
			w := make(nil)
			window := inWindow(t, theme.Light, fyne.NewSize(300, 300), w)
			calm := test.RenderToMarkup(window.Canvas())
			test.Tap(w)
			w.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
			window.Canvas().Unfocus()
			window.Canvas().FocusNext()
			if window.Canvas().Focused() != nil {
				t.Error("it takes the focus with nothing to do")
			}
			w.MouseIn(&desktop.MouseEvent{})
			if test.RenderToMarkup(window.Canvas()) != calm {
				t.Error("it answers the pointer with nothing to do")
			}
		})
	}
}

// Every widget takes the colours of the theme when it is refreshed.
func TestRefresh_ReadsTheTheme(t *testing.T) {
	widgets := map[string]fyne.Widget{
		"Text": &Text{Text: "x"}, "Card": &Card{Content: Strong("x")}, "PaceBar": &PaceBar{Segments: []Segment{{Seconds: 1, Tone: theme.Give}}},
		"BalanceBar": &BalanceBar{Known: true, Balance: 1}, "GutterStrip": &GutterStrip{Segments: []GutterSegment{{0, 9, theme.Take, ShadeFull}}},
		"ClockText": &ClockText{Time: "1:00"}, "DriftSign": &DriftSign{Text: "on time"}, "KeyHint": &KeyHint{Key: "P"},
		"Places": &Places{Items: []string{"a", "b"}}, "CompareBars": &CompareBars{Rows: []CompareRow{{Title: "x", Planned: 1, Actual: 1}}},
	}
	for name, make := range pressables {
		widgets[name] = make(nothing)
	}
	for name, w := range widgets {
		t.Run(name, func(t *testing.T) {
			window := inWindow(t, theme.Light, fyne.NewSize(400, 300), w)
			light := window.Canvas().Capture()
			fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Dark))
			w.Refresh()
			if off := uitest.Differing(light, window.Canvas().Capture()); off < 0.5 {
				t.Errorf("only %.0f %% look different in the dark", 100*off)
			}
		})
	}
}

// Larger text makes room for itself.
func TestMinSize_FollowsTextScale(t *testing.T) {
	uitest.App(t, theme.Light)
	for name, make := range map[string]func() fyne.Widget{
		"Text":      func() fyne.Widget { return &Text{Text: "words"} },
		"Chip":      func() fyne.Widget { return &Chip{Text: "story"} },
		"Button":    func() fyne.Widget { return &Button{Text: "Save"} },
		"Dial":      func() fyne.Widget { return &Dial{Label: "effort"} },
		"ClockText": func() fyne.Widget { return &ClockText{Time: "1:00"} },
		"DriftSign": func() fyne.Widget { return &DriftSign{Text: "on time"} },
		"KeyHint":   func() fyne.Widget { return &KeyHint{Key: "P"} },
		"Places":    func() fyne.Widget { return &Places{Items: []string{"Draft"}} },
	} {
		t.Run(name, func(t *testing.T) {
			w := make()
			before := w.MinSize()
			th := theme.New(theme.Light)
			th.TextScale = 1.5
			fyne.CurrentApp().Settings().SetTheme(th)
			defer fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light))
			w.Refresh()
			after := w.MinSize()
			if after.Width <= before.Width || after.Height <= before.Height {
				t.Errorf("%v with larger text, %v before", after, before)
			}
		})
	}
}

func TestBeam_LeansToTheHeavierSide(t *testing.T) {
	for name, test := range map[string]struct {
		beam *Beam
		want int // the sign of how much lower the pan of giving hangs
	}{
		"gives":   {&Beam{Known: true, Balance: 31}, 1},
		"takes":   {&Beam{Known: true, Balance: -31}, -1},
		"level":   {&Beam{Known: true}, 0},
		"unknown": {&Beam{Balance: 80}, 0},
		"too far": {&Beam{Known: true, Balance: 5000}, 1},
	} {
		t.Run(name, func(t *testing.T) {
			inWindow(t, theme.Light, fyne.NewSize(284, 240), test.beam)
			give, take := bowls(t, test.beam)
			got := 0
			switch lower := give.Position().Y - take.Position().Y; {
			case lower > 0.5:
				got = 1
			case lower < -0.5:
				got = -1
			}
			if got != test.want {
				t.Errorf("the pan of giving is at %v, that of taking at %v", give.Position(), take.Position())
			}
			for _, pan := range []fyne.CanvasObject{give, take} {
				if p := pan.Position(); p.X < 0 || p.Y < 0 || p.X+pan.Size().Width > 284 || p.Y > beamHeight {
					t.Errorf("a pan leaves the picture: %v", p)
				}
			}
		})
	}
}

// bowls finds the pans of giving and of taking.
func bowls(t *testing.T, b *Beam) (give, take fyne.CanvasObject) {
	t.Helper()
	var found []fyne.CanvasObject
	for _, o := range test.WidgetRenderer(b).Objects() {
		if p, ok := o.(*canvas.ArbitraryPolygon); ok {
			found = append(found, p)
		}
	}
	if len(found) != 2 {
		t.Fatalf("%d pans", len(found))
	}
	return found[0], found[1]
}

// shown are the words a widget shows, in the order it draws them.
func shown(w fyne.Widget) []string {
	var words []string
	for _, o := range test.WidgetRenderer(w).Objects() {
		switch o := o.(type) {
		case *canvas.Text:
			if o.Visible() && o.Text != "" {
				words = append(words, o.Text)
			}
		case *Text:
			words = append(words, shown(o)...)
		}
	}
	return words
}

func TestDial_UnknownHasNoFigure(t *testing.T) {
	d := &Dial{Value: 58, High: 71, Label: "effort"}
	inWindow(t, theme.Light, fyne.NewSize(90, 90), d)
	if got, want := shown(d), []string{"?", "effort"}; !slices.Equal(got, want) {
		t.Errorf("shows %q, want %q", got, want)
	}
	d.Known = true
	d.Refresh()
	if got, want := shown(d), []string{"58", "effort"}; !slices.Equal(got, want) {
		t.Errorf("shows %q, want %q", got, want)
	}
}

func TestChip_Detected(t *testing.T) {
	c := &Chip{Text: "brag", Detected: true}
	inWindow(t, theme.Light, fyne.NewSize(90, 30), c)
	if got := shown(c); !slices.Equal(got, []string{"brag?"}) {
		t.Errorf("shows %q", got)
	}
	c.Detected = false
	c.Refresh()
	if got := shown(c); !slices.Equal(got, []string{"brag"}) {
		t.Errorf("accepted, it shows %q", got)
	}
}

func TestFindingRow_Menu(t *testing.T) {
	var at []fyne.Position
	f := &FindingRow{Title: "Cut it", OnTapped: nothing, OnMenu: func(p fyne.Position) { at = append(at, p) }}
	inWindow(t, theme.Light, fyne.NewSize(220, 120), f)
	test.TapSecondaryAt(f, fyne.NewPos(7, 9))
	f.TypedKey(&fyne.KeyEvent{Name: desktop.KeyMenu})
	if len(at) != 2 {
		t.Fatalf("%d menus, want 2", len(at))
	}
	f.OnMenu = nil
	test.TapSecondaryAt(f, fyne.NewPos(7, 9)) // nothing to open, nothing to fear
}

func TestFindingRow_GrowsWithItsText(t *testing.T) {
	f := &FindingRow{Points: "+9", Title: "Cut it", Text: "Short."}
	inWindow(t, theme.Light, fyne.NewSize(220, 400), container.NewVBox(f))
	before := f.MinSize().Height
	f.Text = "A text that needs quite a few more lines than one in a row as narrow as this."
	f.Refresh()
	wide := f.MinSize().Height
	f.Resize(fyne.NewSize(170, 400))
	if narrow := f.MinSize().Height; before >= wide || wide >= narrow {
		t.Errorf("heights %v, %v longer, %v narrower: want each larger", before, wide, narrow)
	}
}

func TestPlaces(t *testing.T) {
	var chosen []int
	p := &Places{Items: []string{"Draft", "Balance", "Slides"}, OnSelected: func(i int) { chosen = append(chosen, i) }}
	window := inWindow(t, theme.Light, fyne.NewSize(400, 40), p)
	for _, key := range []fyne.KeyName{fyne.KeyLeft, fyne.KeyRight, fyne.KeyEnd, fyne.KeyRight, fyne.KeyHome} {
		p.TypedKey(&fyne.KeyEvent{Name: key})
	}
	test.TapAt(p, fyne.NewPos(p.MinSize().Width-10, 20))
	test.TapAt(p, fyne.NewPos(p.MinSize().Width-10, 20))
	test.TapAt(p, fyne.NewPos(399, 20)) // beside the last
	if want := []int{1, 2, 0, 2}; !slices.Equal(chosen, want) {
		t.Errorf("chose %v, want %v", chosen, want)
	}
	calm := test.RenderToMarkup(window.Canvas())
	p.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(10, 10)}})
	if test.RenderToMarkup(window.Canvas()) == calm {
		t.Error("the pointer over an item cannot be seen")
	}
	p.MouseOut()
	p.FocusGained()
	if test.RenderToMarkup(window.Canvas()) == calm {
		t.Error("the focus cannot be seen")
	}
	p.FocusLost()
}

func TestPaceBar_Tap(t *testing.T) {
	var tapped []int
	p := &PaceBar{Slot: 100, Segments: []Segment{{Seconds: 20}, {Seconds: 30}, {Seconds: 25}}, OnSegment: func(i int) { tapped = append(tapped, i) }}
	inWindow(t, theme.Light, fyne.NewSize(200, 20), p)
	for _, x := range []float32{1, 45, 110, 190} {
		test.TapAt(p, fyne.NewPos(x, 5))
	}
	if want := []int{0, 1, 2}; !slices.Equal(tapped, want) {
		t.Errorf("tapped %v, want %v", tapped, want)
	}
}

// Strips lie beside each other in the bar's width, whatever the times are.
func TestPaceBar_StaysInside(t *testing.T) {
	for name, bar := range map[string]*PaceBar{
		"empty":    {},
		"no time":  {Segments: []Segment{{}, {}}, Live: true, Now: 50},
		"negative": {Segments: []Segment{{Seconds: -5}, {Seconds: 10}}, Live: true, Now: -7},
		"over":     {Slot: 10, Segments: []Segment{{Seconds: 30}, {Seconds: 30}}, Limit: 10, Live: true, Now: 900},
		"left":     {Slot: 100, Limit: 80, Questions: 20, Segments: []Segment{{Seconds: 30, Estimated: true}}},
		"kept":     {Slot: 100, Limit: 80, Questions: 20, Segments: []Segment{{Seconds: 90}}},
		"all gone": {Slot: 100, Limit: 80, Questions: 20, Segments: []Segment{{Seconds: 190}}},
		"many":     {Segments: slices.Repeat([]Segment{{Seconds: 1, Tone: theme.Give}}, 300)},
	} {
		t.Run(name, func(t *testing.T) {
			inWindow(t, theme.Light, fyne.NewSize(200, 30), bar)
			for _, o := range test.WidgetRenderer(bar).Objects() {
				if left, right := o.Position().X, o.Position().X+o.Size().Width; o.Size().Width < 0 || left < -0.01 || right > 200.01 {
					t.Errorf("a strip from %v to %v", left, right)
				}
			}
		})
	}
}

func TestCompareBars_Tap(t *testing.T) {
	var tapped []int
	c := &CompareBars{Rows: []CompareRow{{Title: "a", Planned: 1}, {Title: "b", Actual: 2}}, OnRow: func(i int) { tapped = append(tapped, i) }}
	inWindow(t, theme.Light, fyne.NewSize(400, 100), c)
	test.TapAt(c, fyne.NewPos(9, 20))
	test.TapAt(c, fyne.NewPos(9, 80))
	if want := []int{0, 1}; !slices.Equal(tapped, want) {
		t.Errorf("tapped %v, want %v", tapped, want)
	}
	c.Rows = c.Rows[:1]
	c.Refresh()
	if got := shown(c); !slices.Equal(got, []string{"a"}) {
		t.Errorf("after a row went, it shows %q", got)
	}
}

func TestKeyHint_TapsWithoutFocus(t *testing.T) {
	taps := 0
	k := &KeyHint{Key: "P", Text: "pause", OnTapped: func() { taps++ }}
	window := inWindow(t, theme.Light, fyne.NewSize(90, 30), k)
	test.Tap(k)
	window.Canvas().FocusNext()
	if taps != 1 || window.Canvas().Focused() != nil {
		t.Errorf("%d taps, focus %v", taps, window.Canvas().Focused())
	}
}

// A clock that runs stands still.
func TestClockText_StandsStill(t *testing.T) {
	c := &ClockText{Time: "0:00", Align: fyne.TextAlignTrailing}
	inWindow(t, theme.Light, fyne.NewSize(160, 90), c)
	want := c.MinSize()
	for _, time := range []string{"1:11", "4:44", "8:59"} {
		c.SetTime(time)
		if got := c.MinSize(); got != want {
			t.Errorf("at %s it takes %v, at first %v", time, got, want)
		}
	}
	c.Widest = "00:00"
	if got := c.MinSize().Width; got <= want.Width {
		t.Errorf("reserving 00:00 gives %v, without it is %v", got, want.Width)
	}
}

func TestDriftSign_ShapeSaysIt(t *testing.T) {
	seen := map[string]Drift{}
	for drift, parts := range map[Drift]int{OnTime: 1, Behind: 1, Ahead: 1, Halted: 2, Asked: 2, Warning: 1} {
		d := &DriftSign{Drift: drift, Text: "0:10"}
		w := inWindow(t, theme.Light, fyne.NewSize(160, 60), d)
		markup := test.RenderToMarkup(w.Canvas())
		if other, ok := seen[markup]; ok {
			t.Errorf("drift %d looks like drift %d", drift, other)
		}
		seen[markup] = drift
		shapes := 0
		for _, o := range test.WidgetRenderer(d).Objects() {
			if _, words := o.(*canvas.Text); o.Visible() && !words {
				shapes++
			}
		}
		if shapes != parts {
			t.Errorf("drift %d has %d shapes, want %d", drift, shapes, parts)
		}
	}
}

func TestDriftSign_FitsItsPlace(t *testing.T) {
	test.NewTempApp(t)
	d := &DriftSign{Drift: Behind, Text: "1:02:48 behind"}
	whole := d.MinSize()
	for _, width := range []float32{2 * whole.Width, whole.Width, whole.Width / 2} {
		d.Resize(fyne.NewSize(width, whole.Height))
		for _, o := range test.WidgetRenderer(d).Objects() {
			if text, ok := o.(*canvas.Text); ok && text.Position().X+text.MinSize().Width > width+1 {
				t.Errorf("in %v the words end at %v", width, text.Position().X+text.MinSize().Width)
			}
		}
		if got := d.MinSize(); got != whole {
			t.Errorf("in %v it asks for %v, at first for %v", width, got, whole)
		}
	}
}

// The selection of Fyne's own input is ours, so that entries match the widgets.
func TestFyneInputsMatch(t *testing.T) {
	th := theme.New(theme.Dark)
	if th.Color(fynetheme.ColorNameInputBackground, 0) != th.Color(theme.ColorNameCard, 0) {
		t.Error("an entry is not the colour of a card")
	}
}

// A layout can come between new data and its Refresh, when a neighbour grows.
func TestBarsStandALayoutBeforeTheirRefresh(t *testing.T) {
	test.NewTempApp(t)
	pace := &PaceBar{Segments: []Segment{{Seconds: 60}}, Slot: 120}
	compare := &CompareBars{Rows: []CompareRow{{Title: "One", Planned: 60, Actual: 70}}}
	w := test.NewTempWindow(t, Column(theme.SizeNameSpace2, pace, compare))
	w.Resize(fyne.NewSize(400, 200))
	pace.Segments = append(pace.Segments, Segment{Seconds: 30}, Segment{Seconds: 30})
	compare.Rows = nil
	pace.Resize(fyne.NewSize(300, 20))
	compare.Resize(fyne.NewSize(300, 90))
	pace.Refresh()
	compare.Refresh()
	if got, want := len(test.WidgetRenderer(pace).Objects()), 4+2*3; got != want {
		t.Errorf("after its Refresh the bar has %d parts, want %d", got, want)
	}
}

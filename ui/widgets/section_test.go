package widgets

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"talkgiver/ui/theme"
)

func newSteps(value int, answers *[]int) *Steps {
	s := &Steps{Label: "New?", Words: []string{"not at all", "hardly", "by half", "mostly", "all of it"}, Unknown: "only you know", Value: value, Tone: theme.Give}
	s.OnChanged = func(value int) {
		*answers = append(*answers, value)
		s.Value = value
		s.Refresh()
	}
	return s
}

// dot returns where the dot of a step is.
func (s *Steps) dot(step int) fyne.Position {
	return fyne.NewPos(s.dots()+float32(step)*stepApart+stepApart/2, 8)
}

func TestSteps(t *testing.T) {
	key := func(names ...fyne.KeyName) func(*Steps) {
		return func(s *Steps) {
			for _, name := range names {
				s.TypedKey(&fyne.KeyEvent{Name: name})
			}
		}
	}
	tests := map[string]struct {
		value int
		do    func(*Steps)
		want  []int
	}{
		"a tap":               {-1, func(s *Steps) { test.TapAt(s, s.dot(2)) }, []int{2}},
		"a tap on the first":  {3, func(s *Steps) { test.TapAt(s, s.dot(0)) }, []int{0}},
		"a tap on the answer": {2, func(s *Steps) { test.TapAt(s, s.dot(2)) }, []int{-1}},
		"a tap beside":        {2, func(s *Steps) { test.TapAt(s, fyne.NewPos(1, 8)); test.TapAt(s, s.dot(5)) }, nil},
		"arrows":              {-1, key(fyne.KeyRight, fyne.KeyUp, fyne.KeyLeft, fyne.KeyDown, fyne.KeyLeft), []int{0, 1, 0, -1}},
		"to the end":          {4, key(fyne.KeyRight), nil},
		"a figure":            {-1, func(s *Steps) { s.TypedRune('3'); s.TypedRune('7'); s.TypedRune('x') }, []int{3}},
		"taken back":          {2, key(fyne.KeyBackspace, fyne.KeyDelete), []int{-1}},
		"another key":         {2, key(fyne.KeyA), nil},
	}
	for name, c := range tests {
		t.Run(name, func(t *testing.T) {
			var got []int
			s := newSteps(c.value, &got)
			inWindow(t, theme.Light, fyne.NewSize(300, 24), s)
			c.do(s)
			if !slices.Equal(got, c.want) {
				t.Errorf("the answers are %v, want %v", got, c.want)
			}
		})
	}
}

// words are the texts that a widget shows.
func words(w fyne.Widget) (list []string) {
	for _, o := range test.WidgetRenderer(w).Objects() {
		switch o := o.(type) {
		case *canvas.Text:
			list = append(list, o.Text)
		case *Text:
			list = append(list, o.Text)
		}
	}
	return list
}

// The answer is said in words, and what the dot under the pointer would mean.
func TestSteps_Words(t *testing.T) {
	var got []int
	s := newSteps(3, &got)
	inWindow(t, theme.Light, fyne.NewSize(300, 24), s)
	size := s.MinSize()
	check := func(want string) {
		t.Helper()
		if w := words(s); !slices.Equal(w, []string{"New?", want}) {
			t.Errorf("it says %q, want %q", w, want)
		}
	}
	check("mostly")
	s.MouseIn(&desktop.MouseEvent{})
	s.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: s.dot(1)}})
	check("hardly")
	s.MouseOut()
	check("mostly")
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	check("only you know")
	if s.MinSize() != size {
		t.Error("what stands behind it moves with the answer")
	}
}

// What a Glyph or a Chip does by a key of its own takes no Tab, and a tap all the same.
func TestAside(t *testing.T) {
	taps := 0
	glyph, chip := &Glyph{Text: "▾", Aside: true, OnTapped: func() { taps++ }}, &Chip{Text: "story", Aside: true, OnTapped: func() { taps++ }}
	button := &Button{Text: "Next", OnTapped: func() {}}
	w := inWindow(t, theme.Light, fyne.NewSize(300, 60), container.NewHBox(glyph, chip, button))
	w.Canvas().FocusNext()
	if w.Canvas().Focused() != fyne.Focusable(button) {
		t.Errorf("Tab stops at %T", w.Canvas().Focused())
	}
	test.Tap(glyph)
	test.Tap(chip)
	if taps != 2 || glyph.Cursor() != desktop.PointerCursor {
		t.Errorf("%d taps", taps)
	}
}

// The menu of a finding has a sign that can be seen and tapped.
func TestFindingRow_Dots(t *testing.T) {
	opened := 0
	f := &FindingRow{Title: "Cut it", OnTapped: func() { t.Error("the tap goes to the place") }, OnMenu: func(fyne.Position) { opened++ }}
	w := inWindow(t, theme.Light, fyne.NewSize(220, 80), f)
	test.TapCanvas(w.Canvas(), fyne.NewPos(220-18, 18))
	if opened != 1 {
		t.Errorf("the menu has opened %d times", opened)
	}
}

func newOutline(rows int, log *[]string) *Outline {
	o := &Outline{Selected: 0}
	for i := range rows {
		o.Rows = append(o.Rows, OutlineRow{Number: fmt.Sprint(i + 1), Title: "Section", Time: "1:00"})
	}
	o.OnSelected = func(row int) { *log = append(*log, fmt.Sprint("select ", row)) }
	o.OnChosen = func(row int) { *log = append(*log, fmt.Sprint("choose ", row)) }
	o.OnMoved = func(from, to int) { *log = append(*log, fmt.Sprint("move ", from, " to ", to)) }
	return o
}

func TestOutline(t *testing.T) {
	key := func(names ...fyne.KeyName) func(*Outline) {
		return func(o *Outline) {
			for _, name := range names {
				o.TypedKey(&fyne.KeyEvent{Name: name})
			}
		}
	}
	drag := func(from, to float32) func(*Outline) {
		return func(o *Outline) {
			for _, y := range []float32{from + 4, to} {
				o.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(9, y)}, Dragged: fyne.NewDelta(0, 4)})
			}
			o.DragEnd()
		}
	}
	h := float32(42)
	tests := map[string]struct {
		do   func(*Outline)
		want []string
	}{
		"arrows":           {key(fyne.KeyUp, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp), []string{"select 1", "select 2", "select 1"}},
		"ends":             {key(fyne.KeyEnd, fyne.KeyHome, fyne.KeyPageDown), []string{"select 2", "select 0", "select 2"}},
		"Enter":            {key(fyne.KeyDown, fyne.KeyReturn), []string{"select 1", "choose 1"}},
		"another key":      {key(fyne.KeyEscape), []string{"Escape"}},
		"a tap":            {func(o *Outline) { test.TapAt(o, fyne.NewPos(50, 2*h+5)) }, []string{"select 2", "choose 2"}},
		"drag down":        {drag(5, 2*h+9), []string{"move 0 to 2"}},
		"drag up":          {drag(2*h+5, 3), []string{"move 2 to 0"}},
		"drag far down":    {drag(5, 9999), []string{"move 0 to 2"}},
		"drag and back":    {drag(h+5, h+9), nil},
		"let go of no row": {func(o *Outline) { o.DragEnd() }, nil},
	}
	for name, c := range tests {
		t.Run(name, func(t *testing.T) {
			var got []string
			o := newOutline(3, &got)
			w := inWindow(t, theme.Light, fyne.NewSize(260, 200), o)
			w.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { got = append(got, string(e.Name)) })
			if o.RowHeight() != h {
				t.Fatalf("a row is %v high", o.RowHeight())
			}
			c.do(o)
			if !slices.Equal(got, c.want) {
				t.Errorf("it tells %v, want %v", got, c.want)
			}
		})
	}
	var got []string
	empty := newOutline(0, &got)
	w := inWindow(t, theme.Light, fyne.NewSize(260, 200), empty)
	key(fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnd)(empty)
	test.Tap(empty)
	drag(5, 50)(empty)
	w.Canvas().FocusNext()
	if len(got) != 0 || w.Canvas().Focused() != nil {
		t.Errorf("without rows it tells %v", got)
	}
}

func TestGrip(t *testing.T) {
	var at []fyne.Position
	dropped := 0
	g := &Grip{OnDragged: func(p fyne.Position) { at = append(at, p) }, OnDropped: func() { dropped++ }}
	w := inWindow(t, theme.Light, fyne.NewSize(60, 60), container.NewCenter(g))
	calm := test.RenderToMarkup(w.Canvas())
	g.MouseIn(&desktop.MouseEvent{})
	if test.RenderToMarkup(w.Canvas()) == calm {
		t.Error("the pointer over it cannot be seen")
	}
	g.MouseOut()
	test.Drag(w.Canvas(), fyne.NewPos(30, 30), 5, 40)
	g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: fyne.NewPos(7, 30)}})
	if len(at) != 2 || at[1] != fyne.NewPos(7, 30) || dropped != 1 {
		t.Errorf("dragged to %v, dropped %d times", at, dropped)
	}
}

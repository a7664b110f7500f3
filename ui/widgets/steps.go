package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
)

// Steps is a question that is answered in steps, from not at all to all of it: a dot for each, and the answer in words behind them.
type Steps struct {
	widget.BaseWidget
	touch

	Label string
	// Words says what each step means, from 0; Unknown stands there while nothing is answered.
	Words   []string
	Unknown string
	// Value is the step that is the answer, from 0; below 0 there is none yet.
	Value int
	Tone  theme.Tone

	// OnChanged is called with another answer; -1 takes it back.
	OnChanged func(value int)

	pointed int // the dot under the pointer, from 1; 0 is none
}

var (
	_ fyne.Widget       = (*Steps)(nil)
	_ fyne.Tappable     = (*Steps)(nil)
	_ fyne.Focusable    = (*Steps)(nil)
	_ fyne.Disableable  = (*Steps)(nil)
	_ desktop.Hoverable = (*Steps)(nil)
)

const (
	stepDot   = 9
	stepApart = 15
)

// change tells of another answer.
func (s *Steps) change(value int) {
	if value = clamp(value, -1, len(s.Words)-1); value != s.Value && s.OnChanged != nil {
		s.OnChanged(value)
	}
}

// stepAt returns the step whose dot is at a place, or -1.
func (s *Steps) stepAt(x float32) int {
	x -= s.dots()
	if n := int(x / stepApart); x >= 0 && n < len(s.Words) {
		return n
	}
	return -1
}

// dots is where the first dot's place begins.
func (s *Steps) dots() float32 {
	l := lookOf(s)
	return fyne.MeasureText(s.Label, l.size(theme.SizeNameCaption), fyne.TextStyle{}).Width + l.size(theme.SizeNameSpace1)
}

// Tapped implements fyne.Tappable. A tap on the answer takes it back.
func (s *Steps) Tapped(e *fyne.PointEvent) {
	switch n := s.stepAt(e.Position.X); {
	case n < 0:
	case n == s.Value:
		s.change(-1)
	default:
		s.change(n)
	}
}

// TypedKey implements fyne.Focusable: the arrows go from step to step, Backspace takes the answer back.
func (s *Steps) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyRight, fyne.KeyUp:
		s.change(s.Value + 1)
	case fyne.KeyLeft, fyne.KeyDown:
		s.change(s.Value - 1)
	case fyne.KeyBackspace, fyne.KeyDelete:
		s.change(-1)
	default:
		PassKey(s, e)
	}
}

// TypedRune implements fyne.Focusable: a figure is the answer.
func (s *Steps) TypedRune(r rune) {
	if n := int(r - '0'); n >= 0 && n < len(s.Words) {
		s.change(n)
	} else {
		PassRune(s, r)
	}
}

// MouseMoved implements desktop.Hoverable: the dot under the pointer says what it would mean.
func (s *Steps) MouseMoved(e *desktop.MouseEvent) {
	if n := s.stepAt(e.Position.X) + 1; n != s.pointed {
		s.pointed = n
		s.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (s *Steps) MouseOut() {
	s.pointed = 0
	s.touch.MouseOut()
}

// Disabled implements fyne.Disableable.
func (s *Steps) Disabled() bool { return s.OnChanged == nil }

// MinSize implements fyne.CanvasObject.
func (s *Steps) MinSize() fyne.Size {
	s.ExtendBaseWidget(s)
	return s.BaseWidget.MinSize()
}

// CreateRenderer implements fyne.Widget.
func (s *Steps) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	s.wire(s.Refresh, func() bool { return s.OnChanged != nil })
	r := &stepsRenderer{steps: s, halo: newHalo(), label: &canvas.Text{}, word: &canvas.Text{}}
	r.objects = []fyne.CanvasObject{r.label, r.word, r.halo.ring}
	for range s.Words {
		r.objects = append(r.objects, &canvas.Circle{})
	}
	r.Refresh()
	return r
}

type stepsRenderer struct {
	scene
	halo
	steps       *Steps
	label, word *canvas.Text
	least       fyne.Size // measured at Refresh
}

func (r *stepsRenderer) MinSize() fyne.Size { return r.least }

// measure finds room for the longest word, so that nothing moves when the answer changes.
func (r *stepsRenderer) measure(l look) fyne.Size {
	s := r.steps
	widest := float32(0)
	for _, word := range append([]string{s.Unknown}, s.Words...) {
		widest = max(widest, fyne.MeasureText(word, l.size(theme.SizeNameCaption), fyne.TextStyle{}).Width)
	}
	gap := l.size(theme.SizeNameSpace1)
	return fyne.NewSize(s.dots()+float32(len(s.Words))*stepApart+gap+widest+gap, r.label.MinSize().Height+2*gap)
}

func (r *stepsRenderer) Layout(size fyne.Size) {
	s, l := r.steps, lookOf(r.steps)
	label := r.label.MinSize()
	placeText(r.label, 0, (size.Height-label.Height)/2)
	x := s.dots()
	for i, o := range r.objects[3:] {
		place(o, x+float32(i)*stepApart+(stepApart-stepDot)/2, (size.Height-stepDot)/2, stepDot, stepDot)
	}
	gap := l.size(theme.SizeNameSpace1)
	placeText(r.word, x+float32(len(s.Words))*stepApart+gap, (size.Height-label.Height)/2)
	radius := l.size(theme.SizeNameRadiusSmall)
	place(r.halo.ring, -gap, 0, size.Width+gap, size.Height)
	r.halo.ring.CornerRadius = radius
}

func (r *stepsRenderer) Refresh() {
	s, l := r.steps, lookOf(r.steps)
	r.halo.refresh(l, &s.touch)
	show(r.halo.veil, false)
	said := s.Value
	if s.pointed > 0 {
		said = s.pointed - 1
	}
	word, color := s.Unknown, theme.ColorNameSoftInk
	if said >= 0 && said < len(s.Words) {
		word = s.Words[said]
	}
	if s.Value >= 0 && s.pointed == 0 {
		color = s.Tone.Ink()
	}
	for text, is := range map[*canvas.Text]string{r.label: s.Label, r.word: word} {
		text.Text, text.TextSize, text.Color = is, l.size(theme.SizeNameCaption), l.color(theme.ColorNameSoftInk)
	}
	r.word.Color = l.color(color)
	for i, o := range r.objects[3:] {
		dot := o.(*canvas.Circle)
		dot.FillColor, dot.StrokeColor, dot.StrokeWidth = l.color(theme.ColorNameCard), l.color(theme.ColorNameBridge), 1.5
		switch {
		case i <= s.Value:
			dot.FillColor, dot.StrokeColor = l.color(s.Tone.Fill()), l.color(s.Tone.Fill())
		case i < s.pointed:
			dot.FillColor, dot.StrokeColor = l.color(s.Tone.Tint()), l.color(s.Tone.Fill())
		}
	}
	r.least = r.measure(l)
	r.Layout(s.Size())
	canvas.Refresh(s)
}

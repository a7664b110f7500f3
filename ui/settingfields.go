package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// fields makes the fields of the settings. One that gets the focus is revealed.
type fields struct{ reveal func(fyne.CanvasObject) }

// chooser lets one of a few be chosen.
func (f fields) chooser(items []string, selected int, choose func(int)) fyne.CanvasObject {
	places := &widgets.Places{Items: items, Selected: selected, OnSelected: choose}
	places.OnFocused = func() { f.reveal(places) }
	ground := &widgets.Surface{ColorName: theme.ColorNamePanel, Round: true}
	return container.NewHBox(container.NewStack(ground, places))
}

// button does something.
func (f fields) button(text string, tapped func()) fyne.CanvasObject {
	b := &widgets.Button{Text: text, OnTapped: tapped}
	b.OnFocused = func() { f.reveal(b) }
	return container.NewHBox(b)
}

// check is on or off.
func (f fields) check(text string, on bool, set func(bool)) fyne.CanvasObject {
	c := &askCheck{}
	c.Text, c.Checked, c.OnChanged = text, on, set
	c.onFocused = func() { f.reveal(c) }
	c.ExtendBaseWidget(c)
	return c
}

// dial is a number on a line, and what it says. What happens with the number
// waits until it is let go: some of it makes the whole window anew.
type dial struct {
	least, most, step float64
	value             float64
	say               func(float64) string
	set               func(float64)
}

// dial makes what is shown of one.
func (f fields) dial(d dial) fyne.CanvasObject {
	text := &widgets.Text{Text: d.say(d.value), Align: fyne.TextAlignTrailing}
	slider := &askSlider{}
	slider.Min, slider.Max, slider.Step, slider.Value = d.least, d.most, d.step, d.value
	slider.OnChanged = func(value float64) { text.SetText(d.say(value)) }
	slider.OnChangeEnded = d.set
	slider.onFocused = func() { f.reveal(slider) }
	slider.ExtendBaseWidget(slider)
	widest := fyne.NewSize(0, 0)
	for _, value := range []float64{d.least, d.value, d.most} {
		least := (&widgets.Text{Text: d.say(value)}).MinSize()
		widest = widest.Max(least)
	}
	line := container.NewThemeOverride(slider, sliderTheme{fyne.CurrentApp().Settings().Theme()})
	return container.NewBorder(nil, nil, nil, container.New(&atLeast{widest}, text), line)
}

// sliderTheme shows the whole line of a slider on a card, where a field's colour
// would be the card's own.
type sliderTheme struct{ fyne.Theme }

// Color implements fyne.Theme.
func (t sliderTheme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	switch name {
	case fynetheme.ColorNameInputBackground:
		name = theme.ColorNameLine
	case fynetheme.ColorNameForeground:
		name = theme.ColorNameClarity
	}
	return t.Theme.Color(name, variant)
}

// atLeast gives its part a size that it does not fall below.
type atLeast struct{ size fyne.Size }

// MinSize implements fyne.Layout.
func (l *atLeast) MinSize(o []fyne.CanvasObject) fyne.Size { return l.size.Max(o[0].MinSize()) }

// Layout implements fyne.Layout.
func (l *atLeast) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }

// askSlider and askCheck are fields of a question: the keys that they have no
// use for, as Escape, go on to the window.
type askSlider struct {
	widget.Slider
	onFocused func()
}

// FocusGained implements fyne.Focusable.
func (s *askSlider) FocusGained() {
	s.Slider.FocusGained()
	s.onFocused()
}

// TypedKey implements fyne.Focusable.
func (s *askSlider) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyRight:
		s.Slider.TypedKey(e)
	case fyne.KeyHome:
		s.SetValue(s.Min)
	case fyne.KeyEnd:
		s.SetValue(s.Max)
	default:
		widgets.PassKey(s, e)
	}
}

type askCheck struct {
	widget.Check
	onFocused func()
}

// FocusGained implements fyne.Focusable.
func (c *askCheck) FocusGained() {
	c.Check.FocusGained()
	c.onFocused()
}

// TypedKey implements fyne.Focusable.
func (c *askCheck) TypedKey(e *fyne.KeyEvent) { widgets.PassKey(c, e) }

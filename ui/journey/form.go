package journey

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// field is an entry of a form: Escape closes the form.
type field struct {
	widget.Entry
	place *Place
}

func newField(p *Place) *field {
	f := &field{place: p}
	f.ExtendBaseWidget(f)
	return f
}

// labelled is a field below the words that say what it is for: they stay when
// something is typed.
func labelled(text string, f *field) fyne.CanvasObject {
	return widgets.Column(theme.SizeNameSpace1, widgets.Caption(text), f)
}

// newLines is a field of several lines.
func newLines(p *Place) *field {
	f := newField(p)
	f.MultiLine, f.Wrapping = true, fyne.TextWrapWord
	f.SetMinRowsVisible(3)
	return f
}

// AcceptsTab implements fyne.Tabbable: Tab goes on to the next field.
func (f *field) AcceptsTab() bool { return false }

// TypedKey implements fyne.Focusable.
func (f *field) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		f.place.closeForm()
	case fyne.KeyF1:
		widgets.PassKey(f, e)
	default:
		f.Entry.TypedKey(e)
	}
}

// formButtons are the two ways out of a form.
func (p *Place) formButtons(save string, run func()) fyne.CanvasObject {
	return container.NewHBox(
		&widgets.Button{Text: save, Tone: theme.Give, OnTapped: run},
		&widgets.Button{Text: lang.L("Cancel"), OnTapped: p.closeForm},
	)
}

package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"talkgiver/ui/rehearse"
	"talkgiver/ui/slides"
)

// audience is the window that the listeners see. Nothing in it takes the focus,
// and its keys are those of the stage: a clicker works wherever the keyboard is.
type audience struct {
	window *Window
	win    fyne.Window
	show   *slides.Show
	closed bool
}

var _ rehearse.Audience = (*audience)(nil)

// hasSecondDisplay reports whether there is a display for the audience.
func (w *Window) hasSecondDisplay() bool {
	d, ok := w.app.Driver().(desktop.Driver)
	return ok && d.HasSecondaryDisplay()
}

// openAudience opens the window with the slides: over all of the second display,
// or to be dragged. closed is called when a person closes it; the talk goes on.
func (w *Window) openAudience(screen rehearse.Screen, closed func()) rehearse.Audience {
	a := &audience{window: w, win: w.app.NewWindow(w.title() + " – " + lang.L("slides"))}
	a.show = slides.NewShow(w.runner, w.talkFolder(), w.session.Talk())
	a.win.SetPadded(false)
	a.win.SetContent(a.show.Content())
	a.win.Canvas().SetOnTypedKey(a.typedKey)
	a.win.Canvas().SetOnTypedRune(a.typedRune)
	a.win.SetCloseIntercept(func() {
		a.Close()
		closed()
	})
	a.win.Resize(fyne.NewSize(960, 540))
	a.win.Show()
	if d, ok := a.win.(desktop.Window); ok && screen == rehearse.SecondDisplay && w.hasSecondDisplay() {
		if x, y, ok := secondDisplay(); ok {
			d.RequestPosition(x, y)
		}
		d.RequestFullScreenSecondary()
	}
	w.audience = a
	w.win.RequestFocus()
	return a
}

// Title implements rehearse.Audience.
func (a *audience) Title() { a.show.Title() }

// Show implements rehearse.Audience.
func (a *audience) Show(section, slide int) {
	if sections := a.window.session.Talk().Sections; section < len(sections) { // it may have been edited
		a.show.GoTo(sections[section].Number, slide)
	}
}

// Blank implements rehearse.Audience.
func (a *audience) Blank(on bool) { a.show.Blank(on) }

// Close implements rehearse.Audience. A window must not be closed twice.
func (a *audience) Close() {
	if a.closed {
		return
	}
	a.closed = true
	if a.window.audience == a {
		a.window.audience = nil
	}
	a.win.Close()
}

// typedKey does what a key is for: F11 fills the screen that the window is on,
// the others are the stage's.
func (a *audience) typedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyF11 {
		a.toggleFull()
		return
	}
	a.window.rehearse.TypedKey(e)
}

func (a *audience) typedRune(r rune) {
	if r == 'f' || r == 'F' {
		a.toggleFull()
		return
	}
	a.window.rehearse.TypedRune(r)
}

func (a *audience) toggleFull() { a.win.SetFullScreen(!a.win.FullScreen()) }

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

// display is one that the audience can see.
type display struct {
	x, y int // where it begins: window managers that know nothing of _NET_WM_FULLSCREEN_MONITORS fill the display that a window is on
	// named reports that it is the first whose name is not that of the primary one,
	// which is what Fyne takes. On Windows most are a "Generic PnP Monitor".
	named bool
}

// hasSecondDisplay reports whether there is a display for the audience.
func (w *Window) hasSecondDisplay() bool {
	if _, ok := w.app.Driver().(desktop.Driver); !ok {
		return false
	}
	_, ok := secondDisplay()
	return ok
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
	if d, ok := a.win.(desktop.Window); ok && screen == rehearse.SecondDisplay && w.hasSecondDisplay() {
		a.fill(d)
		w.win.RequestFocus()
	} else {
		a.win.CenterOnScreen() // in front and whole, to be dragged; its keys are the stage's
		a.win.Show()
	}
	w.audience = a
	return a
}

// fill shows the window over all of the second display.
func (a *audience) fill(win desktop.Window) {
	second, ok := secondDisplay()
	if !ok { // it has gone this moment
		a.win.Show()
		return
	}
	// Before it is seen, so that it never is where the script is; and after that,
	// since Fyne takes 0, 0 for no place at all.
	win.RequestPosition(second.x, second.y)
	a.win.Show()
	win.RequestPosition(second.x, second.y)
	if second.named {
		win.RequestFullScreenSecondary()
	} else {
		a.win.SetFullScreen(true)
	}
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

// Front implements rehearse.Audience.
func (a *audience) Front() { a.win.RequestFocus() }

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
	a.window.win.RequestFocus() // a clicker must not press into nothing
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

package rehearse

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/widgets"
)

// command is what a key does. One table a mode says which keys work there, and
// the list of keys is read from it.
type command struct {
	key   string // as it is listed; not listed when empty
	does  string
	names []fyne.KeyName
	runes string
	run   func(*Place)
}

// Letters come as runes, by the keyboard's layout; all else by its key's name.
// The keys of the stage are those that clickers send, and their neighbours.
func stageCommands() []command {
	return []command{
		{"→  PageDown  Space  Enter", lang.L("next slide"), []fyne.KeyName{fyne.KeyRight, fyne.KeyPageDown, fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter}, "", (*Place).next},
		{"←  PageUp", lang.L("back; its time continues"), []fyne.KeyName{fyne.KeyLeft, fyne.KeyPageUp}, "", (*Place).back},
		{"↓  ↑", lang.L("scroll a long script, else next and back"), []fyne.KeyName{fyne.KeyDown}, "", (*Place).down},
		{"", "", []fyne.KeyName{fyne.KeyUp}, "", (*Place).up},
		{"1 2 … Enter", lang.L("go to that slide"), nil, "", nil},
		{"P", lang.L("pause, and go on"), nil, "pP", (*Place).pause},
		{"Q", lang.L("question from the audience, and go on"), nil, "qQ", (*Place).question},
		{"M", lang.L("mark this moment"), nil, "mM", (*Place).mark},
		{"B  .", lang.L("blank the screen"), nil, "bB.", (*Place).blank},
		{"+  −", lang.L("larger and smaller script"), nil, "+=", (*Place).larger},
		{"", "", nil, "-_−", (*Place).smaller},
		{"Esc", lang.L("pause"), []fyne.KeyName{fyne.KeyEscape}, "", (*Place).escape},
		{"E  End", lang.L("end the run, after a question"), []fyne.KeyName{fyne.KeyEnd}, "eE", (*Place).askEnd},
		{"F5", lang.L("begin, and go on after a pause"), []fyne.KeyName{fyne.KeyF5}, "", (*Place).resume},
		{"?", lang.L("these keys"), nil, "?", (*Place).listKeys},
	}
}

func readyCommands() []command {
	return []command{
		{"", "", []fyne.KeyName{fyne.KeyRight, fyne.KeyPageDown, fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter}, "", (*Place).next},
		{"", "", []fyne.KeyName{fyne.KeyF5}, "", (*Place).begin},
		{"", "", nil, "gG", (*Place).openGiving},
		{"", "", nil, "+=", (*Place).larger},
		{"", "", nil, "-_−", (*Place).smaller},
	}
}

func reportCommands() []command {
	return []command{
		{"", "", []fyne.KeyName{fyne.KeyF5}, "", (*Place).again},
		{"", "", []fyne.KeyName{fyne.KeyDown}, "", func(p *Place) { p.report.choose(p.report.index - 1) }},
		{"", "", []fyne.KeyName{fyne.KeyUp}, "", func(p *Place) { p.report.choose(p.report.index + 1) }},
	}
}

// The question about the end is not answered by what a clicker sends, but for
// the ones that lead back.
func endCommands() []command {
	return []command{
		{"", "", []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter}, "kK", (*Place).keep},
		{"", "", nil, "tT", (*Place).discard},
		{"", "", []fyne.KeyName{fyne.KeyEscape, fyne.KeyLeft, fyne.KeyPageUp}, "gG", (*Place).goOn},
	}
}

// tables are the commands of each mode.
type tables struct{ ready, stage, end, report []command }

// commands are those of what is to be seen.
func (p *Place) commands() []command {
	switch {
	case p.mode == modeReady:
		return p.tables.ready
	case p.mode == modeReport:
		return p.tables.report
	case p.mode == modeGive:
		return p.giving.commands()
	case p.mode == modeStage && p.overlay == overlayEnd:
		return p.tables.end
	case p.mode == modeStage:
		return p.tables.stage
	}
	return nil
}

// TypedKey does what a key is for and reports whether it is for anything. Keys
// that write something are left to TypedRune.
func (p *Place) TypedKey(e *fyne.KeyEvent) bool {
	named := func(c command) bool { return slices.Contains(c.names, e.Name) }
	enter := e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter
	switch {
	case p.covered():
		if !slices.ContainsFunc(p.tables.stage, named) {
			return false
		}
		p.closeOverlay()
		return true
	case p.digits != "" && enter:
		p.jump()
		return true
	case p.digits != "" && e.Name == fyne.KeyEscape:
		p.setDigits("")
		return true
	case p.digits != "" && e.Name == fyne.KeyBackspace:
		p.setDigits(p.digits[:len(p.digits)-1])
		return true
	}
	return p.obey(named)
}

// TypedRune does what a letter, a digit or a sign is for and reports whether it
// is for anything.
func (p *Place) TypedRune(r rune) bool {
	switch {
	case r == ' ': // comes as a key, too
		return false
	case p.covered():
		p.closeOverlay()
		return true
	case r >= '0' && r <= '9' && p.mode == modeStage && p.overlay == overlayNone:
		p.setDigits(p.digits + string(r))
		return true
	}
	return p.obey(func(c command) bool { return strings.ContainsRune(c.runes, r) })
}

// covered reports whether the stage is covered by what any key takes away.
func (p *Place) covered() bool {
	return p.overlay == overlayBlank || p.overlay == overlayKeys
}

// obey runs the command that a key is for.
func (p *Place) obey(meant func(command) bool) bool {
	for _, c := range p.commands() {
		if c.run != nil && meant(c) {
			p.setDigits("")
			c.run(p)
			return true
		}
	}
	return false
}

// keyboard gives the place the focus, and with it the keys. It shows no ring:
// the whole screen has the focus then.
type keyboard struct {
	widget.BaseWidget

	place   *Place
	content fyne.CanvasObject
}

var (
	_ fyne.Focusable = (*keyboard)(nil)
	_ fyne.Tappable  = (*keyboard)(nil)
)

func newKeyboard(p *Place, content fyne.CanvasObject) *keyboard {
	k := &keyboard{place: p, content: content}
	k.ExtendBaseWidget(k)
	return k
}

// CreateRenderer implements fyne.Widget.
func (k *keyboard) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(k.content) }

// Tapped implements fyne.Tappable: a tap anywhere gives the keys back.
func (k *keyboard) Tapped(*fyne.PointEvent) { k.place.Focus() }

// FocusGained implements fyne.Focusable.
func (k *keyboard) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (k *keyboard) FocusLost() {}

// TypedKey implements fyne.Focusable.
func (k *keyboard) TypedKey(e *fyne.KeyEvent) {
	if !k.place.TypedKey(e) {
		widgets.PassKey(k, e)
	}
}

// TypedRune implements fyne.Focusable.
func (k *keyboard) TypedRune(r rune) {
	if !k.place.TypedRune(r) {
		widgets.PassRune(k, r)
	}
}

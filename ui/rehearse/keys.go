package rehearse

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	engine "talkgiver/talk/rehearse"
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
	// toggles is set where a press that bounces would undo what the first one did,
	// or do it twice.
	toggles bool
}

// Letters come as runes, by the keyboard's layout; all else by its key's name.
// The keys of the stage are those that clickers send, and their neighbours.
func stageCommands() []command {
	return []command{
		{key: "→  PageDown  Space  Enter", does: lang.L("next slide"), names: []fyne.KeyName{fyne.KeyRight, fyne.KeyPageDown, fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter}, run: (*Place).next},
		{key: "←  PageUp", does: lang.L("back; its time continues"), names: []fyne.KeyName{fyne.KeyLeft, fyne.KeyPageUp}, run: (*Place).back},
		{key: "↓  ↑", does: lang.L("scroll a long script, else next and back"), names: []fyne.KeyName{fyne.KeyDown}, run: (*Place).down},
		{names: []fyne.KeyName{fyne.KeyUp}, run: (*Place).up},
		{key: "1 2 … Enter", does: lang.L("go to that slide")},
		{key: "P", does: lang.L("pause, and go on"), runes: "pP", run: (*Place).pause, toggles: true},
		{key: "Q", does: lang.L("question from the audience, and go on"), runes: "qQ", run: (*Place).question, toggles: true},
		{key: "S", does: lang.L("skip what is advised"), runes: "sS", run: (*Place).skip, toggles: true},
		{key: "T", does: lang.L("“You now have 12 minutes”"), runes: "tT", run: (*Place).have},
		{key: "M", does: lang.L("mark: stumbled here"), runes: "m", run: (*Place).stumbled, toggles: true},
		{key: "L  Shift+M", does: lang.L("mark: this landed"), runes: "lLM", run: (*Place).landed, toggles: true},
		{key: "E", does: lang.L("change what is said here; the clock goes on"), runes: "eE", run: (*Place).edit},
		{key: "C", does: lang.L("cue cards, and the script again"), runes: "cC", run: (*Place).toggleCards, toggles: true},
		{key: "A", does: lang.L("a long script scrolls by itself, or not"), runes: "aA", run: (*Place).toggleScroll, toggles: true},
		{key: "B  .", does: lang.L("blank the screen"), runes: "bB.", run: (*Place).blank},
		{key: "+  −", does: lang.L("larger and smaller script"), runes: "+=", run: (*Place).larger},
		{runes: "-_−", run: (*Place).smaller},
		{key: "Esc", does: lang.L("pause; in a pause, ask to end"), names: []fyne.KeyName{fyne.KeyEscape}, run: (*Place).escape, toggles: true},
		{key: "End", does: lang.L("end the run, after a question"), names: []fyne.KeyName{fyne.KeyEnd}, run: (*Place).askEnd},
		{key: "F5", does: lang.L("begin, and go on after a pause"), names: []fyne.KeyName{fyne.KeyF5}, run: (*Place).resume},
		{key: "?", does: lang.L("these keys"), runes: "?", run: (*Place).listKeys},
	}
}

// Who starts the clock by hand needs a key that no clicker has, or F5, which
// begins a show.
func readyCommands() []command {
	return []command{
		{names: []fyne.KeyName{fyne.KeyRight, fyne.KeyPageDown, fyne.KeySpace}, run: (*Place).next},
		{names: []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter}, run: (*Place).enterReady},
		{names: []fyne.KeyName{fyne.KeyF5}, run: (*Place).startChosen},
		{names: []fyne.KeyName{fyne.KeyDown}, run: func(p *Place) { p.ready.step(+1) }},
		{names: []fyne.KeyName{fyne.KeyUp}, run: func(p *Place) { p.ready.step(-1) }},
		{names: []fyne.KeyName{fyne.KeyEscape}, run: func(p *Place) { p.ready.choose(-1) }},
		{runes: "gG", run: (*Place).openGiving},
		{runes: "dD", run: (*Place).drillKeys},
		{runes: "rR", run: (*Place).resumeCut},
		{runes: "kK", run: (*Place).keepCut},
		{runes: "+=", run: (*Place).larger},
		{runes: "-_−", run: (*Place).smaller},
	}
}

// What counts in is cut short by whatever begins, and taken back by Escape.
func countCommands() []command {
	return []command{
		{names: []fyne.KeyName{fyne.KeyRight, fyne.KeyPageDown, fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF5}, run: (*Place).cutCountIn},
		{names: []fyne.KeyName{fyne.KeyEscape, fyne.KeyLeft, fyne.KeyPageUp}, run: (*Place).cancelCountIn},
	}
}

func reportCommands() []command {
	return []command{
		{names: []fyne.KeyName{fyne.KeyF5, fyne.KeyEscape}, run: (*Place).again},
		{names: []fyne.KeyName{fyne.KeyDown}, run: func(p *Place) { p.report.choose(p.report.index - 1) }},
		{names: []fyne.KeyName{fyne.KeyUp}, run: func(p *Place) { p.report.choose(p.report.index + 1) }},
	}
}

// The question about the end is not answered by what a clicker sends, but for
// the ones that lead back.
func endCommands() []command {
	return []command{
		{names: []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter}, runes: "kK", run: (*Place).keep},
		{runes: "dD", run: (*Place).discard, toggles: true},
		{names: []fyne.KeyName{fyne.KeyEscape, fyne.KeyLeft, fyne.KeyPageUp}, runes: "gG", run: (*Place).goOn},
	}
}

// tables are the commands of each mode.
type tables struct{ ready, count, stage, end, report []command }

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
	case p.mode == modeStage && p.overlay == overlayCount:
		return p.tables.count
	case p.mode == modeStage && (p.overlay == overlayHave || p.overlay == overlayEdit):
		return nil // the keys are for the field
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
		p.uncover()
		return true
	case e.Name == fyne.KeyEscape && (p.overlay == overlayHave || p.overlay == overlayEdit):
		p.leaveOverlay() // its field has lost the keys
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
		p.uncover()
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

// bounces reports whether a key is pressed again sooner than a hand does it, by
// the rule of the engine for slides.
func (p *Place) bounces(key string) bool {
	now, _ := p.config.Now()
	last, any := p.presses[key]
	if any && now-last < engine.Debounce {
		return true
	}
	p.presses[key] = now
	return false
}

// uncover takes away what covers the stage, but not by the bounce of the key
// that brought it.
func (p *Place) uncover() {
	if now, _ := p.config.Now(); p.overlay != overlayBlank || now-p.covers >= engine.Debounce {
		p.closeOverlay()
	}
}

// obey runs the command that a key is for.
func (p *Place) obey(meant func(command) bool) bool {
	for _, c := range p.commands() {
		if c.run != nil && meant(c) {
			p.setDigits("")
			if !c.toggles || !p.bounces(c.key) {
				c.run(p)
			}
			return true
		}
	}
	return false
}

// keyboard gives the place the focus, and with it the keys. It shows no ring: the
// whole screen has the focus then, and of a question the answer that Enter gives.
type keyboard struct {
	widget.BaseWidget

	place   *Place
	content fyne.CanvasObject
	focused bool
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
func (k *keyboard) FocusGained() { k.focus(true) }

// FocusLost implements fyne.Focusable.
func (k *keyboard) FocusLost() { k.focus(false) }

func (k *keyboard) focus(on bool) {
	k.focused = on
	k.place.markAnswer()
}

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

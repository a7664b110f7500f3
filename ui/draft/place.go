// Package draft is the place where a talk is written: the deal on top, a card a
// section below it, and at the right what the talk gives and takes as it stands.
package draft

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
	"talkgiver/talk/say"
	"talkgiver/talk/score"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
	"talkgiver/ui/work"
)

// Config is what the place needs of the window.
type Config struct {
	// Do applies an edit that comes from a field; "" is no field. It reports
	// whether the edit could be done.
	Do func(edit markdown.Edit, origin string) bool
	// Break makes the next edit a step of undo of its own; nil does nothing.
	Break func()
	// Held is called when something was typed that a field holds back for now;
	// nil is nobody.
	Held func()
	// Undo and Redo are what their keys mean in a field.
	Undo, Redo func()
	// Help shows the keys.
	Help func()
	// Focus moves the keyboard to a field, nil to none.
	Focus func(fyne.Focusable)
	// ShowMenu opens a menu at a position of the window.
	ShowMenu func(menu *fyne.Menu, at fyne.Position)
	// OnView is called when a section is shown alone or the outline opens, and
	// when they no longer are; nil does nothing.
	OnView func()
	// AskReason asks why a finding is silenced.
	AskReason func(then func(reason string))
	// NoteMessage notes in the talk's journal that the message has changed. It
	// returns nil where there is no journal; NoteMessage may be nil too.
	NoteMessage func(from, to string) *MessageNote
	// Now is the wall clock; nil is the machine's.
	Now func() time.Time
	// Words makes sentences of findings and names kinds.
	Words say.Speaker
	// Numbers says whether figures are shown beside the advice; nil is yes.
	Numbers func() bool
	// Pace is the speaker's own, in words a minute.
	Pace func() int
	// Settle makes something wait until the hands rest.
	Settle func(wait, most time.Duration, call func()) *work.Settle
}

// Place is the draft of the open talk. It is for the UI goroutine.
type Place struct {
	cfg      Config
	document *markdown.Document
	cards    []*card
	current  int // number of the section that has the focus, or had it last
	nextID   int
	writing  *entry      // the field that has the cursor, or had it last
	cursor   cursorPlace // where it is
	before   cursorPlace // where it was before the edit that is being done

	alone   bool // only the current section is shown
	reorder *reorder
	outline *outline
	calm    *calm
	add     fyne.CanvasObject

	deal    *deal
	strip   *timeStrip
	column  *fyne.Container // deal, strip and cards
	page    *container.Scroll
	empty   *widgets.Text
	score   *scorePanel
	content fyne.CanvasObject
}

// scoreWidth is the width of the panel at the right.
const scoreWidth = 316

// New makes the place.
func New(cfg Config) *Place {
	if cfg.Numbers == nil {
		cfg.Numbers = func() bool { return true }
	}
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	if cfg.Break == nil {
		cfg.Break = func() {}
	}
	if cfg.OnView == nil {
		cfg.OnView = func() {}
	}
	p := &Place{cfg: cfg, current: 1}
	p.deal = newDeal(p)
	p.strip = newTimeStrip(p)
	p.score = newScorePanel(p)
	p.empty = widgets.Soft(lang.L("A talk is made of sections. Add the first one."))
	p.empty.Align = fyne.TextAlignCenter
	p.add = container.NewCenter(&widgets.Button{Text: lang.L("Add a section"), OnTapped: func() { p.AddSection() }})
	p.outline, p.reorder, p.calm = newOutline(p), newReorder(p), newCalm(p)
	p.column = widgets.Column(theme.SizeNameSpace3)
	p.column.Objects = []fyne.CanvasObject{p.deal.object, p.strip.object, p.empty, p.add}
	p.page = container.NewVScroll(container.New(&margin{}, p.column))
	p.content = container.New(&sides{}, container.NewBorder(container.New(&calmRow{}, p.calm.object), nil, nil, nil,
		container.NewStack(p.page, newWheel(p.page), p.reorder.layer)), p.score.object, p.outline.object)
	return p
}

// Content is what the window shows.
func (p *Place) Content() fyne.CanvasObject { return p.content }

// do hands an edit to the window. It reports whether it could be done.
func (p *Place) do(edit markdown.Edit, origin string) bool {
	if origin == "" {
		p.before = p.cursor // a field keeps it from before its key
	}
	return p.cfg.Do(edit, origin)
}

// Open shows another talk from its top.
func (p *Place) Open(d *markdown.Document) {
	p.setCards(nil)
	p.current, p.cursor = 1, cursorPlace{}
	if p.alone {
		p.ToggleAlone()
	}
	p.document = d
	p.deal.open(d.Talk())
	p.score.clear()
	p.Show(d, "")
	p.page.ScrollToTop()
}

// Show brings everything to what the document is now. origin is the field that
// the change came from: it has its text already.
func (p *Place) Show(d *markdown.Document, origin string) {
	landing, moved := 0, false
	if c := p.cardOf(origin); c != nil {
		if landing, moved = c.landing(p.document, d); moved {
			origin = ""
		}
	}
	p.document = d
	t := d.Talk()
	timing := t.Timing(p.cfg.Pace())
	p.deal.show(t, origin)
	came, lost := p.match(t)
	for i, c := range p.cards {
		c.show(d, t.Sections[i], timing.Sections[i], origin)
	}
	grown := p.strip.show(t, timing)
	p.outline.show(t, timing)
	p.score.wait()
	if p.alone {
		p.showAlone()
	}
	if came {
		p.column.Refresh()
	}
	if came || grown || origin == "" {
		p.relayout()
	}
	switch {
	case moved:
		p.goToOffset(landing)
	case lost > 0:
		p.focusTitle(min(lost, len(p.cards)))
	}
}

// Flush takes over what a field still holds back: a line that may begin a
// section, a need that was not ended with Enter. After it the document has all
// that was typed.
func (p *Place) Flush() {
	for _, c := range p.cards {
		if c.waiting {
			c.flush()
			break // cards have come, and only one has the cursor
		}
	}
	p.deal.flush()
}

// ShowReport shows a score of the document as it was when it was asked for.
func (p *Place) ShowReport(d *markdown.Document, r score.Report) {
	p.score.show(d, r)
	if d != p.document {
		return // the marks belong to lines that have moved; a newer report comes
	}
	next := 0
	for _, c := range p.cards {
		s := p.section(c.number)
		n := len(s.Items())
		c.showMarks(d, s, r.Items[next:next+n])
		next += n
	}
	p.strip.showKinds(d.Talk(), r)
	p.outline.show(d.Talk(), p.outline.timing)
}

// Current returns the number of the section that has the focus, or had it last;
// 0 when the talk has none.
func (p *Place) Current() int { return min(p.current, len(p.cards)) }

// section returns a section by its number.
func (p *Place) section(n int) *talk.Section { return p.document.Talk().Sections[n-1] }

// below is where a menu opens that belongs to an object.
func (p *Place) below(o fyne.CanvasObject) fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(0, o.Size().Height)
}

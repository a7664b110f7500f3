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
	// Undo and Redo are what their keys mean in a field.
	Undo, Redo func()
	// Help shows the keys.
	Help func()
	// Focus moves the keyboard to a field, nil to none.
	Focus func(fyne.Focusable)
	// ShowMenu opens a menu at a position of the window.
	ShowMenu func(menu *fyne.Menu, at fyne.Position)
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
	p := &Place{cfg: cfg, current: 1}
	p.deal = newDeal(p)
	p.strip = newTimeStrip(p)
	p.score = newScorePanel(p)
	p.empty = widgets.Soft(lang.L("A talk is made of sections. Add the first one."))
	p.empty.Align = fyne.TextAlignCenter
	add := &widgets.Button{Text: lang.L("Add a section"), OnTapped: func() { p.AddSection() }}
	p.column = widgets.Column(theme.SizeNameSpace3)
	p.column.Objects = []fyne.CanvasObject{p.deal.object, p.strip.object, p.empty, container.NewCenter(add)}
	p.page = container.NewVScroll(container.New(&margin{}, p.column))
	p.content = container.New(&sides{}, container.NewStack(p.page, newWheel(p.page)), p.score.object)
	return p
}

// Content is what the window shows.
func (p *Place) Content() fyne.CanvasObject { return p.content }

// do hands an edit to the window. It reports whether it could be done.
func (p *Place) do(edit markdown.Edit, origin string) bool { return p.cfg.Do(edit, origin) }

// Open shows another talk from its top.
func (p *Place) Open(d *markdown.Document) {
	p.setCards(nil)
	p.current = 1
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
	if p.strip.show(t, timing) || came || origin == "" {
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

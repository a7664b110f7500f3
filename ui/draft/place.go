// Package draft is the place where a talk is written: the deal on top, a card a
// section below it, and at the right what the talk gives and takes as it stands.
package draft

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
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
	// Do applies an edit that comes from a field; "" is no field.
	Do func(edit markdown.Edit, origin string)
	// Focus moves the keyboard to a field.
	Focus func(fyne.Focusable)
	// ShowMenu opens a menu at a position of the window.
	ShowMenu func(menu *fyne.Menu, at fyne.Position)
	// AskReason asks why a finding is silenced.
	AskReason func(then func(reason string))
	// Words makes sentences of findings and names kinds.
	Words say.Speaker
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
	p := &Place{cfg: cfg, current: 1}
	p.deal = newDeal(p)
	p.strip = newTimeStrip(p)
	p.score = newScorePanel(p)
	p.empty = widgets.Soft(lang.L("A talk is made of sections. Add the first one, or paste what you have."))
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

// do hands an edit to the window.
func (p *Place) do(edit markdown.Edit, origin string) { p.cfg.Do(edit, origin) }

// Open shows another talk from its top.
func (p *Place) Open(d *markdown.Document) {
	p.setCards(nil)
	p.current = 1
	p.deal.open(d.Talk())
	p.score.clear()
	p.Show(d, "")
	p.page.ScrollToTop()
}

// Show brings everything to what the document is now. origin is the field that
// the change came from: it has its text already.
func (p *Place) Show(d *markdown.Document, origin string) {
	before := len(p.cards)
	p.document = d
	t := d.Talk()
	timing := t.Timing(p.cfg.Pace())
	p.deal.show(t, origin)
	cards, came := p.match(t)
	if came || len(cards) != before {
		p.setCards(cards)
	}
	for i, c := range p.cards {
		c.show(d, t.Sections[i], timing.Sections[i], origin)
	}
	p.strip.show(t, timing)
	if len(p.cards) != before || came {
		p.relayout()
	}
}

// match finds a card for each section: those at the beginning and at the end
// stay with their sections, and what is between comes or goes. It reports
// whether a card is new or gone.
func (p *Place) match(t *talk.Talk) ([]*card, bool) {
	n := len(t.Sections)
	if n == len(p.cards) {
		return p.cards, false
	}
	front := 0
	for front < n && front < len(p.cards) && p.cards[front].holds(p.document, t.Sections[front]) {
		front++
	}
	back := 0
	for back < n-front && back < len(p.cards)-front && p.cards[len(p.cards)-1-back].holds(p.document, t.Sections[n-1-back]) {
		back++
	}
	cards := make([]*card, 0, n)
	cards = append(cards, p.cards[:front]...)
	middle := p.cards[front : len(p.cards)-back]
	for i := range n - front - back {
		if i < len(middle) {
			cards = append(cards, middle[i])
		} else {
			cards = append(cards, newCard(p))
		}
	}
	return append(cards, p.cards[len(p.cards)-back:]...), true
}

// holds reports whether the card shows this section already.
func (c *card) holds(d *markdown.Document, s *talk.Section) bool {
	return c.title.Text == d.Talk().Text(s.TitleSpan) && c.body.entry.Text == d.BodyText(s)
}

// setCards puts the cards into the column.
func (p *Place) setCards(cards []*card) {
	p.cards = cards
	objects := append([]fyne.CanvasObject{}, p.column.Objects[:2]...)
	for _, c := range cards {
		objects = append(objects, c.object)
	}
	add := p.column.Objects[len(p.column.Objects)-1]
	if len(cards) == 0 {
		p.empty.Show()
	} else {
		p.empty.Hide()
	}
	p.column.Objects = append(objects, p.empty, add)
}

// relayout gives everything its place after a card came, went or grew.
func (p *Place) relayout() {
	p.column.Refresh()
	p.page.Content.Refresh()
	p.page.Refresh()
}

// ShowReport shows a score of the document as it was when it was asked for.
func (p *Place) ShowReport(d *markdown.Document, r score.Report) {
	p.score.show(d.Talk(), r)
	if d != p.document {
		return // the marks belong to lines that have moved; a newer report comes
	}
	next := 0
	for _, c := range p.cards {
		s := d.Talk().Sections[c.number-1]
		var marks []mark
		for range s.Items() {
			it := r.Items[next]
			next++
			marks = append(marks, markOf(d, s, it))
		}
		c.body.setMarks(marks)
	}
	p.strip.showKinds(d.Talk(), r)
}

// markOf finds the lines of a section's text in which an item stands.
func markOf(d *markdown.Document, s *talk.Section, it score.Item) mark {
	lines := d.Talk().Lines
	base := lines.Line(s.Body.Start)
	return mark{
		first: max(0, lines.Line(it.Span.Start)-base),
		last:  max(0, lines.Line(max(it.Span.Start, it.Span.End-1))-base),
		kind:  it.Kind, from: it.From, out: it.Out,
	}
}

// Current returns the number of the section that has the focus, or had it last;
// 0 when the talk has none.
func (p *Place) Current() int { return min(p.current, len(p.cards)) }

// FocusFirst puts the cursor where a writer would begin.
func (p *Place) FocusFirst() {
	if p.document != nil && !p.document.Talk().Deal.Message.Given() && p.deal.unfolded() {
		p.cfg.Focus(p.deal.message)
		return
	}
	if len(p.cards) > 0 {
		p.focusCard(p.cards[0], p.cards[0].body.entry)
	}
}

// GoTo puts the cursor at a place of the file.
func (p *Place) GoTo(span talk.Span, section int) {
	t := p.document.Talk()
	if span.Empty() && section == 0 || !span.Empty() && span.Start < t.Deal.Span.End {
		p.openDeal()
		p.deal.focus(span)
		p.page.ScrollToTop()
		return
	}
	for i, s := range t.Sections {
		if span.Empty() && s.Number != section || !span.Empty() && (span.Start < s.Span.Start || span.Start >= s.Span.End) {
			continue
		}
		c := p.cards[i]
		switch {
		case span.Empty() || !s.Body.Empty() && span.Start >= s.Body.Start:
			p.focusCard(c, c.body.entry)
			c.body.goTo(p.document.BodyPosition(s, span.Start))
		case s.Gives.Given() && span.Start >= s.Gives.Span.Start:
			p.focusCard(c, c.gives)
		default:
			p.focusCard(c, c.title)
		}
		return
	}
}

// focusCard brings a card into view and the cursor into one of its fields.
func (p *Place) focusCard(c *card, field *entry) {
	p.reveal(c)
	p.cfg.Focus(field)
}

// reveal scrolls as little as it takes to see a card from its top.
func (p *Place) reveal(c *card) {
	top := c.object.Position().Y + p.column.Position().Y
	bottom := top + c.object.Size().Height
	view := p.page.Size().Height
	offset := p.page.Offset.Y
	switch {
	case top < offset || bottom-top > view:
		offset = max(0, top-edge)
	case bottom > offset+view:
		offset = bottom - view + edge
	default:
		return
	}
	p.page.ScrollToOffset(fyne.NewPos(0, offset))
}

// openDeal unfolds the deal and shows it.
func (p *Place) openDeal() {
	p.deal.fold(false)
	p.relayout()
	p.page.ScrollToTop()
}

// AddSection adds a section behind the current one and puts the cursor there.
func (p *Place) AddSection() {
	n := p.Current() + 1
	if len(p.cards) == 0 {
		n = 1
	}
	p.do(markdown.AddSection{Number: n}, "")
	if n <= len(p.cards) {
		p.current = n
		p.focusCard(p.cards[n-1], p.cards[n-1].title)
	}
}

// margin leaves room around the page, and keeps lines of text from growing
// longer than is good to read.
type margin struct{}

const (
	pageMargin = 20
	pageMost   = 860
)

// MinSize implements fyne.Layout.
func (margin) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().AddWidthHeight(2*pageMargin, 2*pageMargin)
}

// Layout implements fyne.Layout.
func (margin) Layout(o []fyne.CanvasObject, size fyne.Size) {
	width := min(size.Width-2*pageMargin, pageMost)
	o[0].Resize(fyne.NewSize(width, max(size.Height-2*pageMargin, o[0].MinSize().Height)))
	o[0].Move(fyne.NewPos((size.Width-width)/2, pageMargin))
}

// sides is the page with the score at its right; on a narrow window the score
// gets narrower first.
type sides struct{}

// MinSize implements fyne.Layout.
func (sides) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(360+scoreLeast, max(200, o[0].MinSize().Height))
}

const scoreLeast = 250

// Layout implements fyne.Layout.
func (sides) Layout(o []fyne.CanvasObject, size fyne.Size) {
	right := min(float32(scoreWidth), max(scoreLeast, size.Width*0.33))
	o[0].Resize(fyne.NewSize(size.Width-right, size.Height))
	o[1].Resize(fyne.NewSize(right, size.Height))
	o[1].Move(fyne.NewPos(size.Width-right, 0))
}

// panel lays something on the colour of the side panels with a line at its left.
func panel(o fyne.CanvasObject) *fyne.Container {
	return container.NewStack(newSurface(theme.ColorNamePanel), o)
}

func newSurface(name fyne.ThemeColorName) fyne.CanvasObject {
	s := &surface{name: name, rect: canvas.NewRectangle(color.Transparent)}
	s.ExtendBaseWidget(s)
	return s
}

package draft

import (
	"bytes"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// card is one section: its title and minutes, its text with what each item is,
// and what it leaves the audience with.
type card struct {
	place  *Place
	number int // of the section, from 1
	shown  shown

	object   *widgets.Card
	head     *fyne.Container
	grip     *widgets.Grip
	fold     *widgets.Glyph
	folded   bool
	kinds    *widgets.PaceBar // what its items are, while it is folded
	title    *entry
	estimate *widgets.Chip
	minutes  *entry
	menu     *widgets.Glyph
	body     *body
	waiting  bool // what is typed would begin a section; see typed
	waitLine int  // the line that it is typed in
	note     *widgets.Text
	gives    *entry
	links    *fyne.Container
	foot     *fyne.Container
	rule     *rule
	answers  *answers
}

// shown is what a card shows, so that a key in one section costs the others
// nothing.
type shown struct {
	source   []byte // the section's bytes
	estimate time.Duration
	number   int
}

func newCard(p *Place) *card {
	p.nextID++
	id := "card-" + itoa(p.nextID)
	c := &card{place: p}
	c.title = newEntry(p, id+"-title", lang.L("What does this section say?"), false)
	c.title.TextStyle.Bold = true
	c.title.onText = func(text string) {
		p.do(markdown.RenameSection{Section: c.number, Title: text}, c.title.id)
	}
	c.title.onEnter = func() { p.cfg.Focus(c.body.entry) }
	c.minutes = newEntry(p, id+"-minutes", lang.L("min"), false)
	c.minutes.onText = c.setMinutes
	c.estimate = &widgets.Chip{}
	c.menu = &widgets.Glyph{Text: "···", OnTapped: c.showMenu}
	c.grip = &widgets.Grip{OnDragged: func(at fyne.Position) { p.drag(c, at) }, OnDropped: p.drop}
	c.fold = &widgets.Glyph{Text: unfoldedSign, Aside: true, OnTapped: func() { p.foldCard(c, !c.folded) }}
	c.kinds = &widgets.PaceBar{Height: 6, OnSegment: func(int) { p.foldCard(c, false) }}
	c.kinds.Hide()
	c.body = newBody(p, id+"-body", lang.L("What do you show, and what do you say?"))
	c.body.entry.onText = c.typed
	c.body.onKind = func(mark int, at fyne.Position) { c.chooseKind(c.itemOn(c.body.marks[mark].first), at) }
	c.body.entry.moreMenu = c.textMenu
	c.note = widgets.Caption(lang.L("Some bytes here are no text. Mend the file in an editor that can show them; here they stay as they are."))
	c.note.Flow = widgets.FlowWrap
	c.note.Hide()
	c.gives = newEntry(p, id+"-gives", lang.L("What does this section leave them with?"), false)
	c.gives.onText = func(text string) {
		p.do(markdown.SetGives{Section: c.number, Text: text}, c.gives.id)
	}
	c.links = container.New(&flow{gap: 6})
	for _, e := range c.fields() {
		e.card, e.emphasis = c, e != c.minutes
		e.onFocus = func(gained bool) { c.focusChanged(e, gained) }
		e.onCursor = func() { c.follow(e) }
	}
	c.head = container.New(&headRow{}, c.grip, c.fold, onPaper(c.title), c.kinds, c.estimate, onPaper(c.minutes), c.menu)
	take := widgets.Caption(lang.L("They take home"))
	take.Flow = widgets.FlowLine
	c.foot = container.New(&footRow{}, take, onPaper(c.gives), c.links)
	note := container.New(&noteRow{}, c.note)
	c.rule = newRule()
	c.answers = newAnswers(c)
	c.object = &widgets.Card{Content: container.New(&cardRows{}, c.head, c.body.Container, note, c.rule, c.foot, c.answers.row), Inset: -1}
	return c
}

// fields are the card's fields in the order of the keyboard.
func (c *card) fields() []*entry { return []*entry{c.title, c.minutes, c.body.entry, c.gives} }

// show brings the card to what its section is now. The field that an edit came
// from keeps its text: it has it already.
func (c *card) show(d *markdown.Document, s *talk.Section, t talk.SectionTime, origin string) {
	src := d.Talk()
	now := shown{source: src.Source[s.Span.Start:s.Span.End], estimate: t.Estimate, number: s.Number}
	same := c.shown.number == now.number && c.shown.estimate == now.estimate && bytes.Equal(c.shown.source, now.source)
	c.shown = now // also where it is the same: else the card would keep an old file in memory
	if same && origin != "" {
		return
	}
	c.number = s.Number
	for _, e := range c.fields() {
		if origin != e.id {
			c.showField(e, d, s)
		}
	}
	c.showEstimate(s, t)
	c.showLinks(s)
	c.answers.show(s)
	c.showParts(s)
}

// showParts shows what belongs to the card as it is now: all of it, or the one
// line of a card that is folded.
func (c *card) showParts(s *talk.Section) {
	open := !c.folded
	setVisible(c.grip, s.Level > 0)
	if c.kinds.Visible() != c.folded {
		setVisible(c.kinds, c.folded)
		c.head.Refresh()
	}
	setVisible(c.body.Container, open)
	setVisible(c.rule, open)
	setVisible(c.foot, open && s.Level > 0)
	setVisible(c.answers.row, open && s.Level > 0)
	setVisible(c.note, open && (c.title.Disabled() || c.body.entry.Disabled() || c.gives.Disabled()))
}

// showField brings a field to what the file has.
func (c *card) showField(e *entry, d *markdown.Document, s *talk.Section) {
	switch e {
	case c.title:
		title := d.Talk().Text(s.TitleSpan)
		e.show(title, title)
	case c.minutes:
		planned := ""
		if s.Time.Given() {
			planned = talk.FormatDuration(s.Time.Duration)
		}
		e.set(planned)
	case c.body.entry:
		c.waiting = false
		text := d.BodyText(s)
		if e.hasFocus && text == core(e.Text) {
			return // blank lines around it stay while one writes
		}
		if e.show(text, text) {
			c.body.fit()
			c.body.carry()
		}
	case c.gives:
		e.show(s.Gives.Text, d.Talk().Text(s.Gives.Span))
	}
}

// setVisible shows or hides an object, when that is new.
func setVisible(o fyne.CanvasObject, visible bool) {
	switch {
	case o.Visible() == visible:
	case visible:
		o.Show()
	default:
		o.Hide()
	}
}

// showEstimate shows what the words take at the speaker's pace, and says how far
// that is from the plan where it is far.
func (c *card) showEstimate(s *talk.Section, t talk.SectionTime) {
	text, tone := estimateOf(s, t)
	if c.estimate.Text != text || c.estimate.Tone != tone {
		c.estimate.Text, c.estimate.Tone = text, tone
		c.estimate.Refresh()
	}
}

// estimateOf says what the words of a section take, against its plan.
func estimateOf(s *talk.Section, t talk.SectionTime) (string, theme.Tone) {
	at := map[string]any{"Time": talk.Clock(t.Estimate)}
	switch gap := t.Estimate - s.Time.Duration; {
	case s.Tags.LeftOut(""):
		return lang.L("left out"), theme.Neutral
	case s.Tags.Has(talk.TagBackup):
		return lang.L("for questions"), theme.Neutral
	case !s.Time.Given() || !farFrom(t.Estimate, s.Time.Duration):
		return lang.L("est. {{.Time}}", at), theme.Neutral
	case gap > 0:
		at["Gap"] = talk.Clock(gap)
		return lang.L("▲ est. {{.Time}}, {{.Gap}} too long", at), theme.Message
	default:
		at["Gap"] = talk.Clock(-gap)
		return lang.L("▽ est. {{.Time}}, {{.Gap}} to spare", at), theme.Message
	}
}

// farFrom reports whether an estimate is more than a quarter and half a minute
// away from the plan: closer than that the estimate itself is not sure.
func farFrom(estimate, plan time.Duration) bool {
	gap := (estimate - plan).Abs()
	return gap > 30*time.Second && gap > plan/4
}

// setMinutes plans the section's time while it is typed. What is not yet a
// time waits; nothing at all takes the plan away.
func (c *card) setMinutes(text string) {
	d, ok := talk.ParseSlot(text)
	if ok || strings.TrimSpace(text) == "" {
		c.place.do(markdown.RetimeSection{Section: c.number, Time: d}, c.minutes.id)
	}
}

// showMenu offers what can be done with the whole section.
func (c *card) showMenu() {
	c.place.cfg.ShowMenu(fyne.NewMenu("", c.menuItems(c.place.sectionActions())...), c.place.below(c.menu))
}

// menuItems makes a menu of actions.
func (c *card) menuItems(actions []sectionAction) []*fyne.MenuItem {
	items := make([]*fyne.MenuItem, 0, len(actions))
	for _, a := range actions {
		if a.Title == "" {
			items = append(items, fyne.NewMenuItemSeparator())
			continue
		}
		item := fyne.NewMenuItem(a.Title, func() { a.Run(c.number) })
		item.Checked = a.Checked != nil && a.Checked(c.number)
		item.Disabled = a.Enabled != nil && !a.Enabled(c.number)
		if a.Choices != nil && !item.Disabled {
			item.Action = nil
			item.ChildMenu = fyne.NewMenu("", c.menuItems(a.Choices(c.number))...)
		}
		items = append(items, item)
	}
	return items
}

// hasFocus reports whether the cursor is in one of the card's fields.
func (c *card) hasFocus() bool {
	for _, e := range c.fields() {
		if e.hasFocus {
			return true
		}
	}
	return false
}

// focusChanged is called when the cursor comes into a field or leaves it. What
// the file did not take, such as a time that is none, goes with it.
func (c *card) focusChanged(e *entry, gained bool) {
	if gained {
		c.place.enter(c)
	} else {
		c.flush()
		height := c.body.entry.MinSize().Height
		c.showField(e, c.place.document, c.place.section(c.number))
		c.place.grown(c.body.entry.MinSize().Height != height)
	}
	if ring := c.hasFocus(); ring != c.object.Focused {
		c.object.Focused = ring
		c.object.Refresh()
	}
}

// follow scrolls the page to where the cursor is.
func (c *card) follow(e *entry) {
	if c.waiting && e == c.body.entry && e.line() != c.waitLine {
		c.flush() // the line is left
		return
	}
	top := c.object.Position().Y
	switch e {
	case c.body.entry:
		y := top + c.body.Position().Y + e.CursorPosition().Y - bleed
		c.place.reveal(y, y+c.body.rowHeight())
	case c.gives:
		foot := top + c.foot.Position().Y
		c.place.reveal(foot, foot+c.foot.Size().Height)
	default:
		c.place.reveal(top, top+headHeight)
	}
}

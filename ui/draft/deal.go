package draft

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// messageMost is how many words a message has at the most: what one hears once
// and can say again (Chris Anderson's measure of a through-line).
const messageMost = 15

// deal is the card on top: what speaker and audience agree on. Filled, it folds
// into two lines.
type deal struct {
	place  *Place
	object *widgets.Card

	folded  *widgets.CardButton // shown, or the whole: both stay where a change of the theme finds them
	summary *widgets.Text       // the message
	who     *widgets.Text
	count   *widgets.Chip
	facts   *fyne.Container

	whole   *fyne.Container
	message *entry
	words   *widgets.Chip
	change  *messageChange
	fields  []*dealField
	about   *widgets.Text // what day and hours are in words
	lists   []*dealList
	stance  map[talk.Way]*widgets.Chip
}

func newDeal(p *Place) *deal {
	d := &deal{place: p, stance: map[talk.Way]*widgets.Chip{}}
	d.summary = widgets.Heading("")
	d.who = &widgets.Text{ColorName: theme.ColorNameSoftInk, Flow: widgets.FlowEllipsis}
	d.count = &widgets.Chip{Tone: theme.Message}
	d.facts = container.New(&flow{gap: 6})
	d.folded = &widgets.CardButton{Flat: true, Inset: -1, OnTapped: d.unfold, Content: widgets.Column(theme.SizeNameSpace2,
		container.New(&spread{}, d.summary, d.count),
		container.New(&spread{}, d.who, d.facts))}

	d.build()
	d.folded.Hide()
	d.object = &widgets.Card{Content: container.NewStack(d.whole, d.folded), Accent: theme.Message}
	return d
}

// build makes the fields.
func (d *deal) build() {
	d.message = d.field(markdown.FieldMessage, lang.L("One sentence, at most 15 words"))
	d.message.TextStyle.Bold = true
	d.words = &widgets.Chip{Tone: theme.Message}
	d.change = newMessageChange(d)
	d.message.onEnter = d.leaveMessage
	title := d.field(markdown.FieldTitle, lang.L("The title of the talk"))
	audience := d.field(markdown.FieldAudience, lang.L("Who they are, in a few words"))
	slot := d.field(markdown.FieldSlot, lang.L("20 min"))
	questions := d.field(markdown.FieldQuestions, lang.L("5 min"))
	event := d.field(markdown.FieldEvent, lang.L("Where"))
	date := d.field(markdown.FieldDate, lang.L("4 May 2027"))
	listeners := d.field(markdown.FieldListeners, "150")
	knows := d.field(fieldKnows, lang.L("API, standup: what needs no explaining"))
	d.about = widgets.Caption("")

	stances := container.New(&flow{gap: 6})
	for _, s := range []struct {
		way  talk.Way
		word string
	}{{talk.Adapt, lang.L("adapt to them")}, {talk.Attract, lang.L("attract them")}} {
		chip := &widgets.Chip{Text: s.word}
		chip.OnTapped = func() { d.chooseStance(s.way) }
		d.stance[s.way] = chip
		stances.Add(chip)
	}
	d.lists = []*dealList{
		newDealList(d, markdown.ListNeeds, talk.ToNeed, lang.L("What do they need?"), lang.L("Add a need")),
		newDealList(d, markdown.ListPromises, talk.ToPromise, lang.L("What do you promise them?"), lang.L("Add a promise")),
		newDealList(d, markdown.ListTruths, talk.ToTruth, lang.L("What would they want to know before they say yes?"), lang.L("Add a truth")),
	}
	fold := &widgets.Chip{Text: "⌃", OnTapped: func() {
		d.change.skip()
		d.fold(true)
		d.place.relayout()
	}}
	d.whole = widgets.Column(theme.SizeNameSpace3,
		container.New(&spread{}, widgets.Strong(lang.L("What will you open their eyes to?")), container.New(&flow{gap: 6}, d.words, fold)),
		d.message,
		d.change.row,
		container.New(&grid{least: 220}, labelled(lang.L("Who is it for?"), audience), labelled(lang.L("What is it called?"), title)),
		container.New(&grid{least: 220}, labelled(lang.L("Which event?"), event), labelled(lang.L("When?"), date)),
		container.New(&grid{least: 98}, labelled(lang.L("How long?"), slot), labelled(lang.L("For questions?"), questions), labelled(lang.L("How many listen?"), listeners)),
		d.about,
		d.lists[0].object, d.lists[1].object, d.lists[2].object,
		labelled(lang.L("Which words do they know?"), knows),
		container.New(&spread{}, widgets.Caption(lang.L("How does the message meet them?")), stances),
	)
}

// labelled puts a small question above a field.
func labelled(label string, e *entry) fyne.CanvasObject {
	return widgets.Column(theme.SizeNameSpace1, widgets.Caption(label), e)
}

// open shows another talk's deal: folded when it says the most important.
func (d *deal) open(t *talk.Talk) {
	d.change.forget()
	d.fold(t.Deal.Message.Given() && t.Deal.Slot.Given())
}

func (d *deal) unfolded() bool { return d.whole.Visible() }

// fold shows the deal in two lines, or all of it.
func (d *deal) fold(folded bool) {
	setVisible(d.whole, !folded)
	setVisible(d.folded, folded)
	d.object.Refresh()
}

// unfold shows all of the deal, with the cursor in the message.
func (d *deal) unfold() {
	d.fold(false)
	d.place.relayout()
	d.place.cfg.Focus(d.message)
}

// show brings every field to what the deal is now, but for the one that the
// change came from.
func (d *deal) show(t *talk.Talk, origin string) {
	deal := &t.Deal
	for _, f := range d.fields {
		if f.entry.id != origin {
			d.showField(f)
		}
	}
	d.change.follow(deal.Message.Text, origin == d.message.id)
	grown := false
	for _, l := range d.lists {
		grown = l.show(t, origin) || grown
	}
	if grown {
		d.whole.Refresh()
		d.place.relayout()
	}
	for way, chip := range d.stance {
		tone := theme.Neutral
		if deal.Stance.Way == way {
			tone = theme.Message
		}
		if chip.Tone != tone {
			chip.Tone = tone
			chip.Refresh()
		}
	}
	d.showWords(deal)
	d.showAbout(deal)
	d.showSummary(deal)
}

// showWords counts the words of the message.
func (d *deal) showWords(deal *talk.Deal) {
	n := talk.CountWords(deal.Message.Text)
	text, tone := lang.N("{{.Count}} words", n, map[string]any{"Count": n}), theme.Message
	if n > messageMost {
		text, tone = lang.L("{{.Count}} words, 15 at most", map[string]any{"Count": n}), theme.Take
	}
	for _, chip := range []*widgets.Chip{d.count, d.words} {
		if chip.Text != text || chip.Tone != tone {
			chip.Text, chip.Tone = text, tone
			chip.Refresh()
		}
	}
}

// showSummary writes the two lines of the folded deal.
func (d *deal) showSummary(deal *talk.Deal) {
	message := deal.Message.Text
	if message == "" {
		message = lang.L("What will you open their eyes to?")
	}
	d.summary.SetText(message)
	who := ""
	if deal.Audience.Given() {
		who = lang.L("For {{.Audience}}", map[string]any{"Audience": deal.Audience.Text})
	}
	if hours := theirHours(deal); hours != "" {
		if who != "" {
			who += " · "
		}
		who += hours
	}
	d.who.SetText(who)
	words := []string{
		lang.N("{{.Count}} needs", len(deal.Needs), map[string]any{"Count": len(deal.Needs)}),
		lang.N("{{.Count}} promises", len(deal.Promises), map[string]any{"Count": len(deal.Promises)}),
		lang.N("{{.Count}} truths", len(deal.Truths), map[string]any{"Count": len(deal.Truths)}),
	}
	switch deal.Stance.Way {
	case talk.Adapt:
		words = append(words, lang.L("adapt"))
	case talk.Attract:
		words = append(words, lang.L("attract"))
	}
	words = append(words, "⌄")
	if len(d.facts.Objects) == len(words) {
		for i, w := range words {
			if chip := d.facts.Objects[i].(*widgets.Chip); chip.Text != w {
				chip.Text = w
				chip.Refresh()
			}
		}
		return
	}
	d.facts.RemoveAll()
	for _, w := range words {
		d.facts.Add(&widgets.Chip{Text: w})
	}
}

// chooseStance takes a stance, or takes it back.
func (d *deal) chooseStance(way talk.Way) {
	if d.place.document.Talk().Deal.Stance.Way == way {
		way = ""
	}
	d.place.do(markdown.SetField{Field: markdown.FieldStance, Text: string(way)}, "")
}

// focus puts the cursor into the field that stands at a place of the file.
func (d *deal) focus(span talk.Span) {
	deal := &d.place.document.Talk().Deal
	if !span.Empty() {
		for _, f := range d.fields {
			if text, at := d.fieldText(f); at.Overlaps(span) {
				d.place.cfg.Focus(f.entry)
				d.goTo(f.entry, text, at, span.Start)
				return
			}
		}
		for _, l := range d.lists {
			for i, v := range deal.Entries(l.kind) {
				if v.Span.Overlaps(span) && i < len(l.entries) {
					d.place.cfg.Focus(l.entries[i])
					d.goTo(l.entries[i], v.Text, v.Span, span.Start)
					return
				}
			}
		}
	}
	d.place.cfg.Focus(d.message)
}

// goTo puts the cursor at a byte of the file inside a field's value. Where the
// file quotes the value, that is as near as one can tell.
func (d *deal) goTo(e *entry, text string, at talk.Span, offset int) {
	t := d.place.document.Talk()
	quoted := strings.Index(t.Text(at), text)
	e.goTo(min(max(0, letters(t, at, offset)-max(0, quoted)), len([]rune(text))))
}

// follow scrolls the page to a field of the deal.
func (d *deal) follow(e *entry) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(e).Y - driver.AbsolutePositionForObject(d.place.column).Y
	d.place.reveal(top, top+e.Size().Height)
}

// leaveMessage goes on from the message: to the question why it changed, when
// that is asked.
func (d *deal) leaveMessage() {
	d.place.cfg.Focus(nil)
	if d.change.row.Visible() {
		d.place.cfg.Focus(d.change.reason)
		return
	}
	for _, f := range d.fields {
		if f.field == markdown.FieldAudience {
			d.place.cfg.Focus(f.entry)
		}
	}
}

// moveFocused moves the entry of a list that has the cursor up or down. It
// reports whether one has it.
func (d *deal) moveFocused(by int) bool {
	for _, l := range d.lists {
		if l.moveFocused(by) {
			return true
		}
	}
	return false
}

// flush takes over what the lists still hold back.
func (d *deal) flush() {
	for _, l := range d.lists {
		l.flush()
	}
}

func (d *deal) focusChanged(bool) {
	focused := false
	for _, f := range d.fields {
		focused = focused || f.entry.hasFocus
	}
	focused = focused || d.change.reason.hasFocus
	for _, l := range d.lists {
		for _, e := range append(l.entries, l.add) {
			focused = focused || e.hasFocus
		}
	}
	if focused != d.object.Focused {
		d.object.Focused = focused
		d.object.Refresh()
	}
}

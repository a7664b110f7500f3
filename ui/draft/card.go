package draft

import (
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
	id     string

	object   *widgets.Card
	title    *entry
	estimate *widgets.Chip
	minutes  *entry
	menu     *widgets.Chip
	body     *body
	gives    *entry
	links    *fyne.Container
	foot     *fyne.Container
	focused  int // how many of its fields have the focus
}

func newCard(p *Place) *card {
	p.nextID++
	c := &card{place: p, id: "card-" + itoa(p.nextID)}
	c.title = newEntry(c.id+"-title", lang.L("What does this section say?"), false)
	c.title.TextStyle.Bold = true
	c.title.onText = func(text string) {
		p.do(markdown.RenameSection{Section: c.number, Title: text}, c.title.id)
	}
	c.title.onEnter = func() { p.cfg.Focus(c.body.entry) }
	c.minutes = newEntry(c.id+"-minutes", lang.L("min"), false)
	c.minutes.onText = c.setMinutes
	c.estimate = &widgets.Chip{}
	c.menu = &widgets.Chip{Text: "···", OnTapped: c.showMenu}
	c.body = newBody(p, c.id+"-body", lang.L("What do you show, and what do you say?"))
	c.body.entry.onText = func(text string) {
		if c.body.textChanged() {
			p.relayout()
		}
		p.do(markdown.SetBody{Section: c.number, Text: text}, c.body.entry.id)
	}
	c.body.onKind = c.chooseKind
	c.gives = newEntry(c.id+"-gives", lang.L("What does this section leave them with?"), false)
	c.gives.onText = func(text string) {
		p.do(markdown.SetGives{Section: c.number, Text: text}, c.gives.id)
	}
	c.links = container.New(&rightRow{gap: 6})
	for _, e := range []*entry{c.title, c.minutes, c.body.entry, c.gives} {
		e.onFocus = c.focusChanged
	}
	head := container.New(&headRow{}, onPaper(c.title), c.estimate, onPaper(c.minutes), c.menu)
	take := widgets.Caption(lang.L("They take home"))
	take.Flow = widgets.FlowLine
	c.foot = container.New(&footRow{}, take, onPaper(c.gives), c.links)
	c.object = &widgets.Card{Content: container.New(&cardRows{}, head, c.body.Container, newRule(), c.foot), Inset: -1}
	return c
}

// show brings the card to what its section is now. The field that an edit came
// from keeps its text: it has it already.
func (c *card) show(d *markdown.Document, s *talk.Section, t talk.SectionTime, origin string) {
	c.number = s.Number
	src := d.Talk()
	if origin != c.title.id {
		c.title.set(src.Text(s.TitleSpan))
	}
	if origin != c.body.entry.id {
		c.body.setText(d.BodyText(s))
	}
	if origin != c.gives.id {
		c.gives.set(s.Gives.Text)
	}
	planned := ""
	if s.Time.Given() {
		planned = talk.FormatDuration(s.Time.Duration)
	}
	if origin != c.minutes.id {
		c.minutes.set(planned)
	}
	c.showEstimate(s, t)
	c.showLinks(s)
	headed := s.Level > 0
	if c.foot.Visible() != headed {
		if headed {
			c.foot.Show()
		} else {
			c.foot.Hide()
		}
	}
}

// showEstimate shows what the words take at the speaker's pace, in the colour
// of a warning where that is far from the plan.
func (c *card) showEstimate(s *talk.Section, t talk.SectionTime) {
	text, tone := lang.L("est. {{.Time}}", map[string]any{"Time": talk.Clock(t.Estimate)}), theme.Neutral
	if s.Time.Given() && farFrom(t.Estimate, s.Time.Duration) {
		tone = theme.Message
	}
	if s.Tags.LeftOut("") {
		text, tone = lang.L("left out"), theme.Neutral
	} else if s.Tags.Has(talk.TagBackup) {
		text, tone = lang.L("for questions"), theme.Neutral
	}
	if c.estimate.Text != text || c.estimate.Tone != tone {
		c.estimate.Text, c.estimate.Tone = text, tone
		c.estimate.Refresh()
	}
}

// farFrom reports whether an estimate is more than a quarter and half a minute
// away from the plan: closer than that the estimate itself is not sure.
func farFrom(estimate, plan time.Duration) bool {
	gap := (estimate - plan).Abs()
	return gap > 30*time.Second && gap > plan/4
}

// showLinks shows which needs the section meets, which promises it makes and
// keeps, and which truths it tells.
func (c *card) showLinks(s *talk.Section) {
	var words []string
	for _, l := range s.Meets {
		words = append(words, linkWord(l))
	}
	for _, l := range s.Makes {
		words = append(words, linkWord(l))
	}
	words = append(words, lang.L("+ link"))
	if len(c.links.Objects) == len(words) {
		same := true
		for i, w := range words {
			same = same && c.links.Objects[i].(*widgets.Chip).Text == w
		}
		if same {
			return
		}
	}
	c.links.RemoveAll()
	for i, w := range words {
		chip := &widgets.Chip{Text: w, Tone: theme.Give}
		if i >= len(s.Meets) {
			chip.Tone = theme.Message
		}
		if i == len(words)-1 {
			chip.Tone = theme.Neutral
		}
		chip.OnTapped = func() { c.showLinkMenu(chip) }
		c.links.Add(chip)
	}
	c.foot.Refresh()
}

func linkWord(l talk.Link) string {
	n := map[string]any{"N": l.Number}
	switch {
	case l.Makes:
		return lang.L("makes promise {{.N}}", n)
	case l.Kind == talk.ToNeed:
		return lang.L("need {{.N}}", n)
	case l.Kind == talk.ToPromise:
		return lang.L("keeps promise {{.N}}", n)
	}
	return lang.L("truth {{.N}}", n)
}

// showLinkMenu offers every entry of the deal that a section can link to.
func (c *card) showLinkMenu(below fyne.CanvasObject) {
	t := c.place.document.Talk()
	s := t.Sections[c.number-1]
	var items []*fyne.MenuItem
	add := func(key markdown.Key, have []talk.Link, kind talk.LinkKind, makes bool) {
		for i, v := range t.Deal.Entries(kind) {
			link := talk.Link{Kind: kind, Number: i + 1, Makes: makes}
			item := fyne.NewMenuItem(linkWord(link)+": "+shorten(v.Text, 48), nil)
			without := withoutLink(have, link)
			item.Checked = len(without) < len(have)
			links := append(without, link)
			if item.Checked {
				links = without
			}
			item.Action = func() {
				c.place.do(markdown.SetLinks{Section: c.number, Key: key, Links: links}, "")
			}
			items = append(items, item)
		}
	}
	add(markdown.KeyMeets, s.Meets, talk.ToNeed, false)
	add(markdown.KeyMeets, s.Meets, talk.ToPromise, false)
	add(markdown.KeyMeets, s.Meets, talk.ToTruth, false)
	add(markdown.KeyMakes, s.Makes, talk.ToPromise, true)
	if len(items) == 0 {
		items = append(items, fyne.NewMenuItem(lang.L("Name a need, a promise or a truth first"), c.place.openDeal))
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(below)
	c.place.cfg.ShowMenu(fyne.NewMenu("", items...), at.AddXY(0, below.Size().Height))
}

func withoutLink(links []talk.Link, link talk.Link) []talk.Link {
	var out []talk.Link
	for _, l := range links {
		if l.Kind != link.Kind || l.Number != link.Number {
			out = append(out, l)
		}
	}
	return out
}

// shorten cuts a text at a word's end.
func shorten(text string, most int) string {
	letters := []rune(text)
	if len(letters) <= most {
		return text
	}
	cut := string(letters[:most])
	if i := strings.LastIndexByte(cut, ' '); i > most/2 {
		cut = cut[:i]
	}
	return cut + "…"
}

// setMinutes plans the section's time while it is typed. What is not yet a
// time waits; nothing at all takes the plan away.
func (c *card) setMinutes(text string) {
	d, ok := talk.ParseSlot(text)
	if ok || strings.TrimSpace(text) == "" {
		c.place.do(markdown.RetimeSection{Section: c.number, Time: d}, c.minutes.id)
	}
}

// chooseKind offers the kinds for an item.
func (c *card) chooseKind(item int, at fyne.Position) {
	current := c.body.marks[item].kind
	tagged := c.place.document.Talk().Sections[c.number-1].Items()
	if item >= len(tagged) {
		return
	}
	c.place.cfg.ShowMenu(c.place.kindMenu(current, func(k talk.Kind) {
		old := tagged[item].Tags.Kind()
		switch {
		case k != "":
			c.place.do(markdown.TagItem{Section: c.number, Item: item + 1, Tag: string(k), On: true}, "")
		case old != "":
			c.place.do(markdown.TagItem{Section: c.number, Item: item + 1, Tag: string(old)}, "")
		}
	}), at)
}

// showMenu offers what can be done with the whole section.
func (c *card) showMenu() {
	var items []*fyne.MenuItem
	for _, a := range c.place.sectionActions() {
		if a.Title == "" {
			items = append(items, fyne.NewMenuItemSeparator())
			continue
		}
		item := fyne.NewMenuItem(a.Title, func() { a.Run(c.number) })
		item.Checked = a.Checked != nil && a.Checked(c.number)
		item.Disabled = a.Enabled != nil && !a.Enabled(c.number)
		items = append(items, item)
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c.menu)
	c.place.cfg.ShowMenu(fyne.NewMenu("", items...), at.AddXY(0, c.menu.Size().Height))
}

func (c *card) focusChanged(gained bool) {
	if gained {
		c.focused++
		c.place.current = c.number
	} else {
		c.focused--
	}
	if ring := c.focused > 0; ring != c.object.Focused {
		c.object.Focused = ring
		c.object.Refresh()
	}
}

package draft

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
)

// kindMenu offers the kinds below the side that they are on: gives, takes, and
// what is neither. choose gets the kind, or the empty kind to take the tag away.
func (p *Place) kindMenu(current talk.Kind, choose func(talk.Kind)) *fyne.Menu {
	var items []*fyne.MenuItem
	for _, side := range []talk.Side{talk.Give, talk.Take, talk.Neither} {
		heading := fyne.NewMenuItem(sideName(side), nil)
		heading.Disabled = true
		items = append(items, heading)
		for _, k := range talk.Kinds() {
			if k.Side() != side {
				continue
			}
			item := fyne.NewMenuItem(p.cfg.Words.Kind(k), func() { choose(k) })
			item.Checked = k == current
			items = append(items, item)
		}
		items = append(items, fyne.NewMenuItemSeparator())
	}
	return fyne.NewMenu("", append(items, fyne.NewMenuItem(lang.L("No tag"), func() { choose("") }))...)
}

// sideName is the heading above the kinds of a side.
func sideName(side talk.Side) string {
	switch side {
	case talk.Give:
		return lang.L("It gives")
	case talk.Take:
		return lang.L("It takes")
	}
	return lang.L("Neither")
}

// itemOn returns the item, from 0, that a line of the text is in, as the file
// has it, or -1. It asks the talk: the marks beside the text wait for the score.
func (c *card) itemOn(line int) int {
	s := c.place.section(c.number)
	lines := c.place.document.Talk().Lines
	line += lines.Line(s.Body.Start)
	for i, it := range s.Items() {
		if lines.Line(it.Span.Start) <= line && line <= lines.Line(max(it.Span.Start, it.Span.End-1)) {
			return i
		}
	}
	return -1
}

// itemAtCursor returns the item that the cursor is in, or -1.
func (c *card) itemAtCursor() int {
	return c.itemOn(c.body.entry.line() - leadingBlank(c.body.entry.Text))
}

// chooseKind offers the kinds for an item.
func (c *card) chooseKind(item int, at fyne.Position) {
	if item >= 0 {
		c.place.cfg.ShowMenu(c.kindsOf(item), at)
	}
}

// kindsOf makes a menu of the kinds for an item. The kind that is only detected
// is marked too.
func (c *card) kindsOf(item int) *fyne.Menu {
	it := c.place.section(c.number).Items()[item]
	old := it.Tags.Kind()
	current := old
	for _, m := range c.body.marks {
		if current == "" && c.itemOn(m.first) == item {
			current = m.kind
		}
	}
	menu := c.place.kindMenu(current, func(k talk.Kind) {
		switch {
		case k != "":
			c.place.do(markdown.TagItem{Section: c.number, Item: item + 1, Tag: string(k), On: true}, "")
		case old != "":
			c.place.do(markdown.TagItem{Section: c.number, Item: item + 1, Tag: string(old)}, "")
		}
	})
	menu.Items = append(menu.Items, fyne.NewMenuItemSeparator(),
		c.effortItem(item, talk.TagFirsthand, lang.L("I was there myself")),
		c.effortItem(item, talk.TagTailored, lang.L("Made for these people")))
	return menu
}

// effortItem is a mark that an item can have beside its kind.
func (c *card) effortItem(item int, tag, text string) *fyne.MenuItem {
	has := c.place.section(c.number).Items()[item].Tags.Has(tag)
	mark := fyne.NewMenuItem(text, func() {
		c.place.do(markdown.TagItem{Section: c.number, Item: item + 1, Tag: tag, On: !has}, "")
	})
	mark.Checked = has
	return mark
}

// ChooseKind offers the kinds for the item that the cursor is in.
func (p *Place) ChooseKind() {
	n := p.Current()
	if n == 0 || p.writing != p.cards[n-1].body.entry {
		return
	}
	c := p.cards[n-1]
	driver := fyne.CurrentApp().Driver()
	at := fyne.NewPos(driver.AbsolutePositionForObject(c.body.chips).X,
		driver.AbsolutePositionForObject(c.body.entry).Y+c.body.entry.CursorPosition().Y+c.body.rowHeight())
	c.chooseKind(c.itemAtCursor(), at)
}

// textMenu is what the text's own menu offers beyond cut and paste.
func (c *card) textMenu() []*fyne.MenuItem {
	kind := fyne.NewMenuItem(lang.L("What is this item?"), func() {})
	if i := c.itemAtCursor(); i >= 0 {
		kind.ChildMenu = c.kindsOf(i)
	} else {
		kind.Disabled = true
	}
	split := fyne.NewMenuItem(lang.L("Split at the cursor"), func() { c.place.split(c.number) })
	return []*fyne.MenuItem{fyne.NewMenuItemSeparator(), kind, split}
}

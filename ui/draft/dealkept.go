package draft

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// keptIn returns the numbers of the sections that meet a need, keep a promise
// or tell a truth, themselves or with one of their items. What is left out of
// the talk does not.
func keptIn(t *talk.Talk, kind talk.LinkKind, number int) []int {
	here := func(links []talk.Link) bool {
		for _, l := range links {
			if l.Kind == kind && l.Number == number && !l.Makes {
				return true
			}
		}
		return false
	}
	var sections []int
	for _, s := range t.Sections {
		if s.Tags.LeftOut("") || s.Tags.Has(talk.TagBackup) {
			continue
		}
		kept := here(s.Meets)
		for _, it := range s.Items() {
			kept = kept || !it.Tags.LeftOut("") && !it.Tags.Has(talk.TagBackup) && here(it.Links())
		}
		if kept {
			sections = append(sections, s.Number)
		}
	}
	return sections
}

// keptWords says in which sections an entry is met, kept or told.
func keptWords(kind talk.LinkKind, sections []int) string {
	numbers := make([]string, len(sections))
	for i, n := range sections {
		numbers[i] = itoa(n)
	}
	in := map[string]any{"Sections": strings.Join(numbers, ", ")}
	switch {
	case kind == talk.ToNeed && len(sections) == 0:
		return lang.L("not met yet")
	case kind == talk.ToNeed:
		return lang.L("met in {{.Sections}}", in)
	case kind == talk.ToPromise && len(sections) == 0:
		return lang.L("not kept yet")
	case kind == talk.ToPromise:
		return lang.L("kept in {{.Sections}}", in)
	case len(sections) == 0:
		return lang.L("not told yet")
	}
	return lang.L("told in {{.Sections}}", in)
}

// showKept brings a row's chip to where its entry is kept.
func (l *dealList) showKept(chip *widgets.Chip, t *talk.Talk, number int) {
	sections := keptIn(t, l.kind, number)
	text, tone := keptWords(l.kind, sections), theme.Neutral
	if len(sections) > 0 {
		tone = theme.Give
	}
	if chip.Text != text || chip.Tone != tone {
		chip.Text, chip.Tone = text, tone
		chip.Refresh()
	}
}

// showKeptMenu leads to the sections that keep an entry, and offers the others.
func (l *dealList) showKeptMenu(number int, below fyne.CanvasObject) {
	p := l.deal.place
	t := p.document.Talk()
	var there, links []*fyne.MenuItem
	kept := keptIn(t, l.kind, number)
	for _, n := range kept {
		there = append(there, fyne.NewMenuItem(lang.L("Go to {{.Section}}", map[string]any{"Section": sectionName(t.Sections[n-1])}), func() {
			p.focus(p.cards[n-1], p.cards[n-1].body.entry)
		}))
	}
	link := talk.Link{Kind: l.kind, Number: number}
	for _, s := range t.Sections {
		if s.Level == 0 {
			continue
		}
		item := fyne.NewMenuItem(sectionName(s), nil)
		without := withoutLink(s.Meets, link)
		item.Checked = len(without) < len(s.Meets)
		all := append(without, link)
		if item.Checked {
			all = without
		}
		item.Action = func() { p.do(markdown.SetLinks{Section: s.Number, Key: markdown.KeyMeets, Links: all}, "") }
		links = append(links, item)
	}
	if len(there) > 0 && len(links) > 0 {
		there = append(there, fyne.NewMenuItemSeparator())
	}
	items := append(there, links...)
	if len(items) == 0 {
		items = append(items, fyne.NewMenuItem(lang.L("Add a section"), func() { p.AddSection() }))
	}
	p.cfg.ShowMenu(fyne.NewMenu("", items...), p.below(below))
}

// sectionName is a section's number and title.
func sectionName(s *talk.Section) string {
	title := strings.TrimSpace(s.Title)
	if title == "" {
		title = lang.L("Opening")
	}
	return itoa(s.Number) + " · " + shorten(title, 48)
}

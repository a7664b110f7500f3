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
	c.place.cfg.ShowMenu(fyne.NewMenu("", items...), c.place.below(below))
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

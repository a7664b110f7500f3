package draft

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
)

// kindMenu offers the kinds, gives before takes. choose gets the kind, or the
// empty kind to take the tag away.
func (p *Place) kindMenu(current talk.Kind, choose func(talk.Kind)) *fyne.Menu {
	var items []*fyne.MenuItem
	side := talk.Give
	for _, k := range talk.Kinds() {
		if k.Side() != side {
			items = append(items, fyne.NewMenuItemSeparator())
			side = k.Side()
		}
		item := fyne.NewMenuItem(p.cfg.Words.Kind(k), func() { choose(k) })
		item.Checked = k == current
		items = append(items, item)
	}
	items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(lang.L("No tag"), func() { choose("") }))
	return fyne.NewMenu("", items...)
}

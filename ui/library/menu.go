package library

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"talkgiver/talk/library"
	"talkgiver/ui/widgets"
)

// showMenu offers what can be done with the talk of a row. One without a file
// has the menu of the window.
func (p *Panel) showMenu(row int, at fyne.Position) {
	t := p.items[row]
	if t.Path == "" {
		return
	}
	do := func(f func(library.Entry)) func() { return func() { f(t.Entry) } }
	open := fyne.NewMenuItem(lang.L("Open"), func() { p.cfg.Open(t.Path, t.snippet.Line) })
	open.Disabled = t.Path == p.current
	duplicate, rename := fyne.NewMenuItem(lang.L("Duplicate"), do(p.cfg.Duplicate)), fyne.NewMenuItem(lang.L("Rename…"), do(p.cfg.Rename))
	duplicate.Disabled, rename.Disabled = t.Err != nil, t.Err != nil
	p.cfg.ShowMenu(fyne.NewMenu("", open, duplicate, rename,
		fyne.NewMenuItem(lang.L("Show in the file manager"), do(p.cfg.Reveal)),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(lang.L("Move to the trash"), do(p.cfg.Trash))), at)
}

// key does what a key means for the talk of a row.
func (p *Panel) key(row int, key fyne.KeyName) {
	t := p.items[row]
	switch {
	case key == fyne.KeyEscape:
		p.leaveSearch()
	case t.Path == "":
	case key == fyne.KeyDelete:
		p.cfg.Trash(t.Entry)
	case key == fyne.KeyF2 && t.Err == nil:
		p.cfg.Rename(t.Entry)
	}
}

// searchFor goes on in the search with what was typed on the list.
func (p *Panel) searchFor(r rune) {
	p.cfg.Focus(p.search)
	p.search.TypedRune(r)
}

// leaveSearch shows all talks again.
func (p *Panel) leaveSearch() {
	p.search.SetText("")
	p.cfg.Focus(p.search)
}

// searchEntry is the field of the search. From it one goes down into the list.
type searchEntry struct {
	widget.Entry
	panel *Panel
}

func newSearchEntry(p *Panel) *searchEntry {
	e := &searchEntry{panel: p}
	e.ExtendBaseWidget(e)
	e.OnChanged = func(string) { p.find(true) }
	return e
}

// wanted is what is looked for.
func (e *searchEntry) wanted() string { return strings.TrimSpace(e.Text) }

// TypedKey implements fyne.Focusable.
func (e *searchEntry) TypedKey(k *fyne.KeyEvent) {
	p := e.panel
	switch k.Name {
	case fyne.KeyF1:
		widgets.PassKey(e, k)
	case fyne.KeyEscape:
		e.SetText("")
	case fyne.KeyDown:
		if p.list.Count > 0 {
			p.cfg.Focus(p.list)
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		if p.searching() && len(p.items) > 0 {
			p.open(0)
		}
	default:
		e.Entry.TypedKey(k)
	}
}

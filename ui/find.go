package ui

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	"talkgiver/ui/palette"
)

// find opens the palette over all that the window can do, the sections of the
// open talk, and the other talks.
func (w *Window) find() {
	items := append(w.commandItems(), w.sectionItems()...)
	items = append(items, w.talkItems()...)
	palette.Show(w.win.Canvas(), items, w.prefs.Chosen(), func(item palette.Item) {
		w.prefs.AddChosen(item.Title)
		item.Run()
	})
}

// commandItems are the commands that mean something now, those of a menu of
// their own with its name before them.
func (w *Window) commandItems() []palette.Item {
	var items []palette.Item
	add := func(menu, before string, c command) {
		if c.run == nil || c.enabled != nil && !c.enabled() {
			return
		}
		items = append(items, palette.Item{
			Kind: palette.Command, Title: before + c.title, Note: menu, Keys: c.keys(),
			On: c.checked != nil && c.checked(), Run: func() { w.perform(c) },
		})
	}
	for _, c := range w.table {
		if c.children == nil {
			add(c.menu, "", c)
			continue
		}
		for _, child := range c.children() {
			add(c.menu, c.title+": ", child)
		}
	}
	return items
}

// sectionItems are the sections of the open talk.
func (w *Window) sectionItems() []palette.Item {
	var items []palette.Item
	for i, s := range w.session.Talk().Sections {
		title, note := s.Title, lang.L("Section")
		if strings.TrimSpace(title) == "" {
			title = lang.L("Opening")
		}
		if s.Time.Duration > 0 {
			note += " · " + talk.Clock(s.Time.Duration)
		}
		items = append(items, palette.Item{Kind: palette.Section, Title: title, Note: note, Run: func() {
			w.show(placeDraft)
			w.draft.GoTo(talk.Span{}, i+1)
		}})
	}
	return items
}

// talkItems are the talks of the library but the open one.
func (w *Window) talkItems() []palette.Item {
	var items []palette.Item
	for _, t := range w.talks.Talks() {
		if t.Path == w.session.Path() || t.Err != nil {
			continue
		}
		title, note := t.Title, lang.L("Talk")
		if title == "" {
			title = t.Name
		}
		if t.Event != "" {
			note += " · " + t.Event
		}
		items = append(items, palette.Item{Kind: palette.Talk, Title: title, Note: note, Run: func() { w.open(t.Path) }})
	}
	return items
}

package ui

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	"talkgiver/ui/theme"
)

// command is something that a person can ask the window for. One table of
// commands makes the menu, the shortcuts, the palette and the list of keys.
type command struct {
	menu     string // in which menu it stands
	title    string // "" is a line between groups
	key      fyne.KeyName
	mods     fyne.KeyModifier
	standard fyne.Shortcut // where Fyne has a shortcut of its own for these keys
	run      func()
	enabled  func() bool
	checked  func() bool
	children func() []command // a menu of its own
	quit     bool
}

const ctrl = fyne.KeyModifierShortcutDefault

// commands is the table, in the order of the menus.
func (w *Window) commands() []command {
	file, edit, view, help := lang.L("File"), lang.L("Edit"), lang.L("View"), lang.L("Help")
	section, shift := lang.L("Section"), ctrl|fyne.KeyModifierShift
	onDraft := func() bool { return w.place == placeDraft }
	inSections := func() bool { return onDraft() && !w.frame.beginning() }
	appearance := func(title string, mode theme.Mode) command {
		return command{menu: view, title: title, run: func() { w.setAppearance(mode) }, checked: func() bool { return w.theme.Mode == mode }}
	}
	return []command{
		{menu: file, title: lang.L("New talk"), key: fyne.KeyN, mods: ctrl, run: w.newTalk},
		{menu: file, title: lang.L("Open…"), key: fyne.KeyO, mods: ctrl, run: w.openDialog},
		{menu: file, title: lang.L("Open recent"), children: w.recentCommands},
		{menu: file, title: lang.L("Make a talk of a deck…"), run: w.importDialog},
		{menu: file},
		{menu: file, title: lang.L("Save"), key: fyne.KeyS, mods: ctrl, run: func() { w.save(nil) }},
		{menu: file, title: lang.L("Save as…"), key: fyne.KeyS, mods: ctrl | fyne.KeyModifierShift, run: func() { w.saveAs(nil) }},
		{menu: file, title: lang.L("Export slides…"), key: fyne.KeyE, mods: ctrl | fyne.KeyModifierShift, run: w.exportSlides},
		{menu: file, title: lang.L("Export again"), key: fyne.KeyR, mods: ctrl, run: w.exportAgain},
		{menu: file},
		{menu: file, title: lang.L("Settings…"), key: fyne.KeyComma, mods: ctrl, run: w.showSettings},
		{menu: file, title: lang.L("Quit"), key: fyne.KeyQ, mods: ctrl, run: w.quit, quit: true},

		{menu: edit, title: lang.L("Undo"), key: fyne.KeyZ, mods: ctrl, standard: &fyne.ShortcutUndo{}, run: w.undo, enabled: func() bool { return w.session.CanUndo() || w.frame.beginning() }},
		{menu: edit, title: lang.L("Redo"), key: fyne.KeyZ, mods: ctrl | fyne.KeyModifierShift, run: w.redo, enabled: func() bool { return w.session.CanRedo() || w.frame.beginning() }},
		{menu: edit},
		{menu: edit, title: lang.L("Bold"), key: fyne.KeyB, mods: ctrl, run: func() { w.draft.Emphasize("**") }, enabled: inSections},
		{menu: edit, title: lang.L("Italic"), key: fyne.KeyI, mods: ctrl, run: func() { w.draft.Emphasize("*") }, enabled: inSections},
		{menu: edit, title: lang.L("What is this item?"), key: fyne.KeyT, mods: ctrl, run: w.draft.ChooseKind, enabled: inSections},

		{menu: section, title: lang.L("Add a section"), key: fyne.KeyReturn, mods: ctrl, run: w.addSection, enabled: onDraft},
		{menu: section, title: lang.L("Split at the cursor"), key: fyne.KeyReturn, mods: shift, run: w.draft.Split, enabled: inSections},
		{menu: section, title: lang.L("Join with the next"), key: fyne.KeyJ, mods: ctrl, run: w.draft.Join, enabled: inSections},
		{menu: section, title: lang.L("Duplicate section"), key: fyne.KeyD, mods: ctrl, run: w.draft.Duplicate, enabled: inSections},
		{menu: section, title: lang.L("Delete section"), key: fyne.KeyDelete, mods: shift, run: w.draft.Delete, enabled: inSections},
		{menu: section},
		{menu: section, title: lang.L("Move section up"), key: fyne.KeyUp, mods: fyne.KeyModifierAlt, run: func() { w.draft.MoveCurrent(-1) }, enabled: inSections},
		{menu: section, title: lang.L("Move section down"), key: fyne.KeyDown, mods: fyne.KeyModifierAlt, run: func() { w.draft.MoveCurrent(+1) }, enabled: inSections},
		{menu: section},
		{menu: section, title: lang.L("Core: never cut"), key: fyne.Key1, mods: shift, run: func() { w.draft.ToggleTag(talk.TagCore) }, enabled: inSections},
		{menu: section, title: lang.L("Extra: cut first"), key: fyne.Key2, mods: shift, run: func() { w.draft.ToggleTag(talk.TagExtra) }, enabled: inSections},
		{menu: section, title: lang.L("Leave out"), key: fyne.Key3, mods: shift, run: func() { w.draft.ToggleTag(talk.TagSkip) }, enabled: inSections},
		{menu: section, title: lang.L("Keep for questions"), key: fyne.Key4, mods: shift, run: func() { w.draft.ToggleTag(talk.TagBackup) }, enabled: inSections},
		{menu: section},
		{menu: section, title: lang.L("Previous section"), key: fyne.KeyPageUp, mods: ctrl, run: func() { w.draft.Next(-1) }, enabled: inSections},
		{menu: section, title: lang.L("Next section"), key: fyne.KeyPageDown, mods: ctrl, run: func() { w.draft.Next(+1) }, enabled: inSections},
		{menu: section, title: lang.L("Fold section"), key: fyne.KeyPeriod, mods: ctrl, run: w.draft.ToggleFold, enabled: inSections},
		{menu: section, title: lang.L("Fold all sections"), key: fyne.KeyUp, mods: shift, run: func() { w.draft.FoldAll(true) }, enabled: inSections},
		{menu: section, title: lang.L("Unfold all sections"), key: fyne.KeyDown, mods: shift, run: func() { w.draft.FoldAll(false) }, enabled: inSections},

		{menu: view, title: lang.L("Find anything…"), key: fyne.KeyK, mods: ctrl, run: w.find},
		{menu: view},
		{menu: view, title: lang.L("Draft"), key: fyne.Key1, mods: ctrl, run: func() { w.show(placeDraft) }, checked: onDraft},
		{menu: view, title: lang.L("Rehearse"), key: fyne.Key2, mods: ctrl, run: func() { w.show(placeRehearse) }, checked: func() bool { return w.place == placeRehearse }},
		{menu: view, title: lang.L("Slides"), key: fyne.Key3, mods: ctrl, run: func() { w.show(placeSlides) }, checked: func() bool { return w.place == placeSlides }},
		{menu: view, title: lang.L("Journey"), key: fyne.Key4, mods: ctrl, run: func() { w.show(placeJourney) }, checked: func() bool { return w.place == placeJourney }},
		{menu: view},
		{menu: view, title: lang.L("Outline"), key: fyne.KeyO, mods: shift, run: w.draft.ToggleOutline, enabled: inSections, checked: w.draft.OutlineShown},
		{menu: view, title: lang.L("This section alone"), key: fyne.KeyE, mods: ctrl, run: w.draft.ToggleAlone, enabled: inSections, checked: w.draft.Alone},
		{menu: view, title: lang.L("List of talks"), key: fyne.KeyL, mods: ctrl, run: w.toggleTalks, checked: w.prefs.ShowTalks},
		{menu: view, title: lang.L("Search all talks"), key: fyne.KeyF, mods: ctrl | fyne.KeyModifierShift, run: w.searchTalks},
		{menu: view, title: lang.L("Figures of the score"), run: w.toggleNumbers, checked: w.prefs.Numbers},
		{menu: view, title: lang.L("Remind me to rehearse"), run: w.toggleReminders, checked: w.prefs.Reminders},
		{menu: view},
		appearance(lang.L("Light"), theme.Light),
		appearance(lang.L("Dark"), theme.Dark),
		appearance(lang.L("As the desktop"), theme.System),

		{menu: help, title: lang.L("Keys"), key: fyne.KeyF1, run: w.showKeys},
		{menu: help, title: lang.L("About Talkgiver"), run: w.showAbout},
	}
}

// recentCommands lists the files that were open before.
func (w *Window) recentCommands() []command {
	var list []command
	for _, path := range w.prefs.Recent() {
		if path != w.session.Path() {
			list = append(list, command{title: filepath.Base(path), run: func() { w.open(path) }})
		}
	}
	if len(list) == 0 {
		list = append(list, command{title: lang.L("Nothing yet"), enabled: func() bool { return false }})
	}
	return list
}

// buildMenu makes the menu of the table. It is built again when a list in it
// or a mark changes; shortcuts live on its items, since only those reach a
// window while an entry has the focus.
func (w *Window) buildMenu() {
	var menus []*fyne.Menu
	for _, c := range w.table {
		if len(menus) == 0 || menus[len(menus)-1].Label != c.menu {
			menus = append(menus, fyne.NewMenu(c.menu))
		}
		m := menus[len(menus)-1]
		m.Items = append(m.Items, w.item(c))
	}
	w.menu = fyne.NewMainMenu(menus...)
	w.win.SetMainMenu(w.menu)
}

// item makes the menu item of a command.
func (w *Window) item(c command) *fyne.MenuItem {
	if c.title == "" {
		return fyne.NewMenuItemSeparator()
	}
	item := fyne.NewMenuItem(c.title, nil)
	if c.run != nil {
		item.Action = func() { w.perform(c) }
	}
	item.IsQuit = c.quit
	item.Shortcut = c.shortcut()
	item.Disabled = c.enabled != nil && !c.enabled()
	item.Checked = c.checked != nil && c.checked()
	if c.children != nil {
		item.ChildMenu = fyne.NewMenu("")
		for _, child := range c.children() {
			item.ChildMenu.Items = append(item.ChildMenu.Items, w.item(child))
		}
	}
	return item
}

// perform does what a command is for, unless it means nothing now. Fyne calls
// it for a shortcut whatever else is going on: while a question stands it is the
// question that the keys are for.
func (w *Window) perform(c command) {
	if w.win.Canvas().Overlays().Top() != nil {
		return
	}
	w.draft.Flush()
	if c.enabled == nil || c.enabled() {
		c.run()
	}
}

// shortcut returns the keys of a command, or nil.
func (c command) shortcut() fyne.Shortcut {
	switch {
	case c.standard != nil:
		return c.standard
	case c.key == "":
		return nil
	}
	return &desktop.CustomShortcut{KeyName: c.key, Modifier: c.mods}
}

// updateMenu brings marks and enabled items up to date, when any of them changed.
func (w *Window) updateMenu() {
	if w.menu == nil {
		return
	}
	changed := false
	i := 0
	for _, m := range w.menu.Items {
		for _, item := range m.Items {
			c := w.table[i]
			i++
			disabled := c.enabled != nil && !c.enabled()
			checked := c.checked != nil && c.checked()
			changed = changed || item.Disabled != disabled || item.Checked != checked
			item.Disabled, item.Checked = disabled, checked
		}
	}
	if changed {
		w.menu.Refresh()
	}
}

package ui

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/rehearse"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// keys returns the keys of a command as they are written on this platform, or "".
func (c command) keys() string {
	if c.key == "" {
		return ""
	}
	mac := runtime.GOOS == "darwin"
	var parts []string
	for _, m := range []struct {
		mod        fyne.KeyModifier
		other, mac string
	}{
		{fyne.KeyModifierControl, lang.L("Ctrl"), "⌃"},
		{fyne.KeyModifierAlt, lang.L("Alt"), "⌥"},
		{fyne.KeyModifierShift, lang.L("Shift"), "⇧"},
		{fyne.KeyModifierSuper, lang.L("Super"), "⌘"},
	} {
		if c.mods&m.mod != 0 {
			if mac {
				parts = append(parts, m.mac)
			} else {
				parts = append(parts, m.other)
			}
		}
	}
	key := string(c.key)
	switch c.key {
	case fyne.KeyReturn:
		key = lang.L("Enter")
	case fyne.KeyUp:
		key = "↑"
	case fyne.KeyDown:
		key = "↓"
	case fyne.KeyPageUp:
		key = lang.L("Page ↑")
	case fyne.KeyPageDown:
		key = lang.L("Page ↓")
	case fyne.KeyDelete:
		key = lang.L("Del")
	}
	if mac {
		return strings.Join(append(parts, key), "")
	}
	return strings.Join(append(parts, key), "+")
}

// keyGroup is a part of the list of keys.
type keyGroup struct {
	title string
	lines []keyLine
}

// keyLine is what a key does. Several keys have two spaces between them.
type keyLine struct{ does, keys string }

// keyGroups are all keys there are: those of the table by their menus, and
// those that fields, the palette and the stage have of their own.
func (w *Window) keyGroups() []keyGroup {
	var groups []keyGroup
	for _, c := range w.table {
		keys := c.keys()
		if keys == "" {
			continue
		}
		if len(groups) == 0 || groups[len(groups)-1].title != c.menu {
			groups = append(groups, keyGroup{title: c.menu})
		}
		g := &groups[len(groups)-1]
		g.lines = append(g.lines, keyLine{strings.TrimSuffix(c.title, "…"), keys})
	}
	stage := keyGroup{title: lang.L("On the stage")}
	for _, k := range rehearse.Keys() {
		stage.lines = append(stage.lines, keyLine{k.Does, k.Keys})
	}
	return append(groups, anywhereKeys(), writingKeys(), stage)
}

// writingKeys are those of the text fields.
func writingKeys() keyGroup {
	with := func(key fyne.KeyName) string { return command{key: key, mods: ctrl}.keys() }
	shift := func(key fyne.KeyName) string { return command{key: key, mods: fyne.KeyModifierShift}.keys() }
	return keyGroup{lang.L("Writing"), []keyLine{
		{lang.L("the next point of a list"), lang.L("Enter")},
		{lang.L("a new line of the point"), shift(fyne.KeyReturn)},
		{lang.L("the point into the one above, and out"), "Tab  " + shift(fyne.KeyTab)},
		{lang.L("redo, too"), with(fyne.KeyY)},
		{lang.L("select all"), with(fyne.KeyA)},
		{lang.L("cut, copy, paste"), with(fyne.KeyX) + "  " + with(fyne.KeyC) + "  " + with(fyne.KeyV)},
	}}
}

// anywhereKeys are those that work in every part of the window.
func anywhereKeys() keyGroup {
	shift := command{key: fyne.KeyTab, mods: fyne.KeyModifierShift}.keys()
	lines := []keyLine{{lang.L("from field to field"), "Tab  " + shift}}
	if runtime.GOOS != "darwin" { // where the menu is not the window's
		lines = append(lines, keyLine{lang.L("the menu"), lang.L("Alt")})
	}
	return keyGroup{lang.L("Anywhere"), append(lines, []keyLine{
		{lang.L("press what has the focus"), lang.L("Space")},
		{lang.L("from the search into the list of talks"), "↓"},
		{lang.L("rename, in the list of talks"), "F2"},
		{lang.L("to the trash, in the list of talks"), lang.L("Del")},
		{lang.L("close what is open"), "Esc"},
		{lang.L("these keys"), "?"},
	}...)}
}

// showKeys lists all keys, if nothing else is asked.
func (w *Window) showKeys() {
	if w.win.Canvas().Overlays().Top() != nil {
		return
	}
	var blocks []fyne.CanvasObject
	for _, g := range w.keyGroups() {
		lines := widgets.Column(theme.SizeNameSpace1)
		for _, line := range g.lines {
			lines.Add(container.New(&keyRow{}, keyParts(line)...))
		}
		blocks = append(blocks, widgets.Column(theme.SizeNameSpace3, widgets.Heading(g.title), lines))
	}
	sheet := container.New(&sheetLayout{gap: 24, least: 236 * textScale()}, blocks...)
	width := min(sheetWidth*textScale(), w.most().Width)
	sheet.Resize(fyne.NewSize(width-sheetAround-barRoom, 0))
	scroll := container.NewVScroll(container.New(&rightRoom{}, sheet))
	scroll.SetMinSize(fyne.NewSize(0, min(sheet.MinSize().Height, w.win.Canvas().Size().Height-sheetFrame-2*sheetAround)))
	w.askWith(lang.L("Keys"), scroll, width, nil, answer{text: lang.L("Close"), main: true})
}

const (
	sheetWidth  = 1120
	sheetAround = 40  // that the dialog keeps at the sides
	sheetFrame  = 120 // that it needs for its title and buttons
)

// keyParts are what a line says, and its keys.
func keyParts(line keyLine) []fyne.CanvasObject {
	parts := []fyne.CanvasObject{&widgets.Text{Text: line.does, Flow: widgets.FlowWrap}}
	for _, key := range strings.Split(line.keys, "  ") {
		parts = append(parts, &widgets.KeyHint{Key: key})
	}
	return parts
}

// showAbout says what this is.
func (w *Window) showAbout() {
	text := lang.L("A talk is given, or it takes. Talkgiver helps you to give.")
	content := widgets.Column(theme.SizeNameSpace2,
		widgets.Soft(text),
		widgets.Soft(lang.L("Talks are plain files in {{.Folder}}. Nothing ever leaves this machine.", map[string]any{"Folder": w.folder})),
		widgets.Caption(lang.L("Version {{.Version}}", map[string]any{"Version": w.app.Metadata().Version})))
	w.askWith("Talkgiver", content, 420, nil, answer{text: lang.L("Close"), main: true})
}

// showMenu opens a menu at a position of the window.
func showMenu(c fyne.Canvas, menu *fyne.Menu, at fyne.Position) {
	widget.ShowPopUpMenuAtPosition(menu, c, at)
}

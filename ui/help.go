package ui

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

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

// showKeys lists all keys, if nothing else is asked.
func (w *Window) showKeys() {
	if w.win.Canvas().Overlays().Top() != nil {
		return
	}
	rows := container.NewVBox()
	for _, c := range w.table {
		if keys := c.keys(); keys != "" {
			rows.Add(container.NewBorder(nil, nil, nil, &widgets.KeyHint{Key: keys}, &widgets.Text{Text: c.title}))
		}
	}
	rows.Add(widgets.Soft(lang.L("In a text, Enter goes on with a list and ends it behind an empty item; Shift+Enter begins a new line of the item. Tab moves an item into the one above, Shift+Tab out of it.")))
	rows.Add(widgets.Soft(lang.L("Tab and Shift+Tab go from field to field. The stage has its own keys: ? shows them there.")))
	scroll := container.NewVScroll(container.NewPadded(rows))
	scroll.SetMinSize(fyne.NewSize(0, min(400, w.most().Height-110)))
	w.askWith(lang.L("Keys"), scroll, 420, nil, answer{text: lang.L("Close"), main: true})
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

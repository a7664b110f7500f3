package ui

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"talkgiver/talk/library"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// askRename asks for a talk's new title, and whether its file follows. It does
// where it had the name of the old title.
func (w *Window) askRename(e library.Entry) {
	entry := newAskEntry()
	entry.SetText(e.Title)
	entry.CursorColumn = len([]rune(e.Title))
	follow := widget.NewCheck("", nil)
	old := strings.TrimSuffix(library.FileName(e.Title), library.Extension)
	follow.SetChecked(strings.HasPrefix(filepath.Base(e.Path), old))
	name := func(title string) {
		follow.SetText(lang.L("Name the file after it: {{.File}}", map[string]any{"File": library.FileName(title)}))
	}
	name(e.Title)
	entry.OnChanged = name
	content := widgets.Column(theme.SizeNameSpace2, widgets.Caption(lang.L("Title")), entry, follow)
	rename := func() { w.rename(e, strings.TrimSpace(entry.Text), follow.Checked) }
	d := w.askWith(lang.L("Rename"), content, 480, entry, answer{text: lang.L("Rename"), main: true, run: rename}, answer{text: lang.L("Cancel")})
	entry.OnSubmitted = func(string) {
		d.Hide()
		rename()
	}
}

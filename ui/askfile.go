package ui

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// askFile asks for the name and the folder of a file to write. It is ours
// because Fyne's dialog empties the chosen file before it tells which one it
// is: a failure after that would have lost it.
func (w *Window) askFile(title, name, extension string, then func(path string)) {
	w.askFileIn(w.currentFolder(), title, name, extension, then)
}

func (w *Window) askFileIn(folder, title, name, extension string, then func(path string)) {
	entry := newAskEntry()
	entry.SetText(name)
	entry.CursorColumn = len([]rune(strings.TrimSuffix(name, filepath.Ext(name))))
	where := widgets.Soft(folder)
	choose := widget.NewButton(lang.L("Other folder…"), func() {
		w.askFolder(lang.L("Choose a folder"), lang.L("Choose"), folder, func(path string) {
			folder = path
			where.SetText(path)
		})
	})
	write := func() {
		file, ok := fileName(entry.Text, extension)
		if !ok { // ask again, for there is nothing to write to
			w.askFileIn(folder, title, name, extension, then)
			return
		}
		path := filepath.Join(folder, file)
		if _, err := os.Lstat(path); err != nil || w.isOwn(path) {
			then(path)
			return
		}
		w.ask(lang.L("“{{.File}}” is there already", map[string]any{"File": file}), lang.L("What is in it now would be gone."),
			answer{text: lang.L("Choose another name"), main: true, run: func() { w.askFileIn(folder, title, file, extension, then) }},
			answer{text: lang.L("Replace it"), run: func() { then(path) }},
			answer{text: lang.L("Cancel")})
	}
	content := widgets.Column(theme.SizeNameSpace2, widgets.Caption(lang.L("Name")), entry, widgets.Caption(lang.L("Folder")), where, container.NewHBox(choose))
	d := w.askWith(title, content, 480, entry, answer{text: lang.L("Save"), main: true, run: write}, answer{text: lang.L("Cancel")})
	entry.OnSubmitted = func(string) {
		d.Hide()
		write()
	}
}

// fileName makes a file's name of what was typed: without a folder, which has a
// place of its own, and with the extension when there is none. It reports
// whether there is a name at all.
func fileName(typed, extension string) (string, bool) {
	name := filepath.Base(strings.TrimSpace(typed))
	if strings.Trim(name, `./\`) == "" {
		return "", false
	}
	if filepath.Ext(name) == "" {
		name += extension
	}
	return name, true
}

// isOwn reports whether a path leads to the open talk's own file.
func (w *Window) isOwn(path string) bool {
	own, err := os.Stat(w.session.Path())
	if err != nil {
		return false
	}
	other, err := os.Stat(path)
	return err == nil && os.SameFile(own, other)
}

// askReason asks why a finding is silenced.
func (w *Window) askReason(then func(reason string)) {
	entry := newAskEntry()
	entry.PlaceHolder = lang.L("Why it is right as it is")
	content := widgets.Column(theme.SizeNameSpace2, widgets.Soft(lang.L("The reason stays in the talk's file. No figure changes.")), entry)
	silence := func() {
		if reason := strings.TrimSpace(entry.Text); reason != "" {
			then(reason)
		}
	}
	d := w.askWith(lang.L("Silence this finding"), content, 440, entry, answer{text: lang.L("Silence"), main: true, run: silence}, answer{text: lang.L("Cancel")})
	entry.OnSubmitted = func(string) {
		d.Hide()
		silence()
	}
}

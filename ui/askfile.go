package ui

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// askFile asks for the name and the folder of a file to write. It is ours
// because Fyne's dialog empties the chosen file before it tells which one it
// is: a failure after that would have lost it.
func (w *Window) askFile(title, name, extension string, then func(path string)) {
	folder := w.currentFolder()
	entry := widget.NewEntry()
	entry.SetText(name)
	where := widgets.Soft(folder)
	choose := widget.NewButton(lang.L("Other folder…"), func() {
		d := dialog.NewFolderOpen(func(chosen fyne.ListableURI, err error) {
			if err != nil {
				w.fail(lang.L("The folder could not be opened."), err)
				return
			}
			if chosen != nil {
				folder = chosen.Path()
				where.SetText(folder)
			}
		}, w.win)
		w.startIn(d, folder)
		d.Resize(w.most())
		d.Show()
	})
	content := widgets.Column(theme.SizeNameSpace2, widgets.Caption(lang.L("Name")), entry, widgets.Caption(lang.L("Folder")), where, container.NewHBox(choose))
	var d *dialog.ConfirmDialog
	write := func() {
		path := filepath.Join(folder, filepath.Base(strings.TrimSpace(entry.Text)))
		if strings.TrimSpace(entry.Text) == "" {
			return
		}
		if filepath.Ext(path) == "" {
			path += extension
		}
		if _, err := os.Lstat(path); err == nil && path != w.session.Path() {
			w.ask(lang.L("“{{.File}}” is there already", map[string]any{"File": filepath.Base(path)}), lang.L("What is in it now would be gone."),
				answer{text: lang.L("Cancel"), main: true},
				answer{text: lang.L("Replace it"), run: func() { then(path) }})
			return
		}
		then(path)
	}
	d = dialog.NewCustomConfirm(title, lang.L("Save"), lang.L("Cancel"), content, func(ok bool) {
		if ok {
			write()
		}
	}, w.win)
	entry.OnSubmitted = func(string) { d.Confirm() }
	d.Resize(fyne.NewSize(480, 0))
	d.Show()
	w.win.Canvas().Focus(entry)
}

// askReason asks why a finding is silenced.
func (w *Window) askReason(then func(reason string)) {
	entry := widget.NewEntry()
	entry.PlaceHolder = lang.L("Why it is right as it is")
	content := widgets.Column(theme.SizeNameSpace2, widgets.Soft(lang.L("The reason stays in the talk's file. No figure changes.")), entry)
	d := dialog.NewCustomConfirm(lang.L("Silence this finding"), lang.L("Silence"), lang.L("Cancel"), content, func(ok bool) {
		if reason := strings.TrimSpace(entry.Text); ok && reason != "" {
			then(reason)
		}
	}, w.win)
	entry.OnSubmitted = func(string) { d.Confirm() }
	d.Resize(fyne.NewSize(440, 0))
	d.Show()
	w.win.Canvas().Focus(entry)
}

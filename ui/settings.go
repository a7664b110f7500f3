package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// showSettings shows what this person has chosen for this machine. A change is
// done at once; there is nothing to confirm.
func (w *Window) showSettings() {
	scroll := container.NewVScroll(nil)
	fields := fields{reveal: func(field fyne.CanvasObject) { reveal(scroll, field) }}
	page := widgets.Column(theme.SizeNameSpace6, w.lookSettings(fields), w.talkSettings(fields), w.speakingSettings(fields))
	width := min(settingsWidth*textScale(), w.most().Width)
	page.Resize(fyne.NewSize(width-sheetAround-barRoom, 0))
	scroll.Content = container.New(&rightRoom{}, page)
	scroll.SetMinSize(fyne.NewSize(0, min(page.MinSize().Height, w.most().Height-sheetFrame)))
	w.askWith(lang.L("Settings"), scroll, width, nil, answer{text: lang.L("Close"), main: true})
}

const settingsWidth = 640

// settings is a group of settings under a heading.
func settings(title string, rows ...fyne.CanvasObject) fyne.CanvasObject {
	return widgets.Column(theme.SizeNameSpace3, append([]fyne.CanvasObject{widgets.Heading(title)}, rows...)...)
}

// setting is what is chosen at the left, with a few words to it, and the choice
// at the right.
func setting(title, more string, choice fyne.CanvasObject) fyne.CanvasObject {
	words := widgets.Column(theme.SizeNameSpace1, &widgets.Text{Text: title, Flow: widgets.FlowWrap})
	if more != "" {
		note := widgets.Caption(more)
		note.Flow = widgets.FlowWrap
		words.Add(note)
	}
	return container.New(&settingRow{}, words, choice)
}

// settingRow gives the words two fifths of the width and the choice the rest, or,
// where that is too little for it, a line of its own.
type settingRow struct{ width float32 }

const (
	wordsShare = 0.4
	settingGap = 16
)

// beside is the width of the choice beside the words; 0 when it does not fit.
func (l *settingRow) beside(o []fyne.CanvasObject) float32 {
	room := l.width*(1-wordsShare) - settingGap
	if l.width > 0 && o[1].MinSize().Width > room {
		return 0
	}
	return room
}

// MinSize implements fyne.Layout. The height is that for the width it has now.
func (l *settingRow) MinSize(o []fyne.CanvasObject) fyne.Size {
	words, choice := o[0].MinSize(), o[1].MinSize()
	if l.beside(o) == 0 {
		return fyne.NewSize(max(words.Width, choice.Width), words.Height+settingGap/4+choice.Height)
	}
	return fyne.NewSize(words.Width+settingGap+choice.Width, max(words.Height, choice.Height))
}

// Layout implements fyne.Layout.
func (l *settingRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	beside := l.beside(o)
	width := size.Width
	if beside > 0 {
		width *= wordsShare
	}
	o[0].Resize(fyne.NewSize(width, o[0].Size().Height))
	words, choice := o[0].MinSize().Height, o[1].MinSize().Height
	o[0].Resize(fyne.NewSize(width, words))
	if beside == 0 {
		o[0].Move(fyne.NewPos(0, 0))
		o[1].Move(fyne.NewPos(0, words+settingGap/4))
		o[1].Resize(fyne.NewSize(size.Width, choice))
		return
	}
	o[0].Move(fyne.NewPos(0, max(0, (choice-words)/2)))
	o[1].Move(fyne.NewPos(size.Width-beside, max(0, (words-choice)/2)))
	o[1].Resize(fyne.NewSize(beside, choice))
}

// rightRoom keeps what scrolls away from the scroll bar.
type rightRoom struct{}

const barRoom = 14

// MinSize implements fyne.Layout.
func (rightRoom) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().AddWidthHeight(barRoom, 0)
}

// Layout implements fyne.Layout.
func (rightRoom) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(max(0, size.Width-barRoom), size.Height))
}

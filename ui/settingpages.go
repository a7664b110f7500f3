package ui

import (
	"fmt"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"

	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// lookSettings are those of what is seen.
func (w *Window) lookSettings(f fields) fyne.CanvasObject {
	modes := []theme.Mode{theme.Light, theme.Dark, theme.System}
	mode := f.chooser([]string{lang.L("Light"), lang.L("Dark"), lang.L("As the desktop")}, slices.Index(modes, w.theme.Mode), func(i int) { w.setAppearance(modes[i]) })

	size := dial{least: minTextSize, most: maxTextSize, step: 0.1, value: float64(w.prefs.TextSize()), say: percent,
		set: func(value float64) { w.setTextSize(float32(value)) }}

	codes := append([]string{""}, languages()...)
	names := []string{lang.L("As the desktop")}
	for _, code := range codes[1:] {
		names = append(names, languageNames[code])
	}
	spoken := f.chooser(names, slices.Index(codes, w.prefs.Language()), func(i int) { w.prefs.SetLanguage(codes[i]) })

	figures := f.check(lang.L("Show figures beside the advice"), w.prefs.Numbers(), func(bool) { w.toggleNumbers() })
	return settings(lang.L("Look"),
		setting(lang.L("Colours"), "", mode),
		setting(lang.L("Size of the text"), "", f.dial(size)),
		setting(lang.L("Language"), lang.L("From the next start on."), spoken),
		setting(lang.L("Score"), lang.L("Advice alone is enough for many."), figures))
}

// languageNames are what languages call themselves.
var languageNames = map[string]string{"en": "English", "de": "Deutsch"}

// percent says a share in whole percents.
func percent(share float64) string { return fmt.Sprintf("%.0f %%", share*100) }

// talkSettings are those of the files.
func (w *Window) talkSettings(f fields) fyne.CanvasObject {
	folder := w.prefs.Folder()
	if folder == "" {
		folder = w.folder
	}
	where := widgets.Soft(folder)
	other := f.button(lang.L("Other folder…"), func() {
		w.askFolder(lang.L("Choose a folder"), lang.L("Choose"), folder, func(path string) {
			folder = path
			where.SetText(path)
			w.prefs.SetFolder(path)
		})
	})
	autosave := f.check(lang.L("Save by itself"), w.prefs.Autosave(), w.prefs.SetAutosave)
	return settings(lang.L("Talks"),
		setting(lang.L("Folder of the talks"), lang.L("From the next start on. Nothing is moved."),
			widgets.Column(theme.SizeNameSpace2, where, other)),
		setting(lang.L("Saving"), lang.L("{{.Key}} saves at any time.", map[string]any{"Key": w.keyOf(lang.L("Save"))}), autosave))
}

// speakingSettings are those of how this person speaks.
func (w *Window) speakingSettings(f fields) fyne.CanvasObject {
	pace := dial{least: minPace, most: maxPace, step: 5, value: float64(w.prefs.Pace()),
		say: func(value float64) string {
			return lang.L("{{.Count}} words a minute", map[string]any{"Count": int(math.Round(value))})
		},
		set: func(value float64) { w.setPace(int(math.Round(value))) }}
	live := dial{least: minLiveFactor, most: maxLiveFactor, step: 0.05, value: w.prefs.LiveFactor(),
		say: func(value float64) string {
			return lang.L("{{.Percent}} longer", map[string]any{"Percent": percent(value - 1)})
		},
		set: w.prefs.SetLiveFactor}
	return settings(lang.L("Speaking"),
		setting(lang.L("Your pace"), lang.L("Until your rehearsals know better."), f.dial(pace)),
		setting(lang.L("On stage it takes"), lang.L("than in a rehearsal: laughter, a sip, a second thought."), f.dial(live)))
}

// setTextSize makes all text larger or smaller.
func (w *Window) setTextSize(size float32) {
	w.prefs.SetTextSize(size)
	w.theme.TextScale = w.prefs.TextSize()
	w.app.Settings().SetTheme(w.theme)
}

// setPace measures the talk by another pace.
func (w *Window) setPace(wordsAMinute int) {
	w.prefs.SetPace(wordsAMinute)
	if w.rehearse != nil {
		w.rehearse.SetPace(w.prefs.Pace())
	}
	w.changed("")
	w.listTalks()
}

// askFolder asks for a folder, in the words of a title and of the button that takes it.
func (w *Window) askFolder(title, take, from string, then func(path string)) {
	d := dialog.NewFolderOpen(func(chosen fyne.ListableURI, err error) {
		switch {
		case err != nil:
			w.fail(lang.L("The folder could not be opened."), err)
		case chosen != nil:
			then(chosen.Path())
		}
	}, w.win)
	d.SetTitleText(title)
	d.SetConfirmText(take)
	w.startIn(d, from)
	w.present(d, nil)
	d.Resize(w.most()) // not before: Fyne's file dialog has no size until it is shown
}

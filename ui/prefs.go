package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"talkgiver/talk"
	"talkgiver/talk/library"
	"talkgiver/ui/slides"
	"talkgiver/ui/theme"
)

// The names of the preferences. They stay in people's files for ever.
const (
	keyAppearance = "appearance"
	keyPace       = "pace"
	keyRecent     = "recent-files"
	keyStarted    = "started-before"
	keyScriptSize = "script-size"
	keyShowTalks  = "show-talks"
	keyNumbers    = "numbers"
	keyFlavour    = "slides-flavour"
	keyNoNotes    = "slides-without-notes"
	keyTimes      = "slides-times"
	keyTitle      = "slides-title"
	keyClosing    = "slides-closing"
	keySplit      = "slides-split"
	keyExported   = "slides-files"
	keyCounting   = "count-writing"
)

// Bounds of preferences that are numbers.
const (
	minPace, maxPace             = 60, 260  // words a minute
	minScriptSize, maxScriptSize = 0.5, 3.0 // times the size as designed
)

// Prefs are the settings of this person on this machine. Talks never live here.
type Prefs struct{ store fyne.Preferences }

// Appearance is light, dark, or as the desktop has it.
func (p Prefs) Appearance() theme.Mode {
	switch p.store.String(keyAppearance) {
	case "light":
		return theme.Light
	case "dark":
		return theme.Dark
	}
	return theme.System
}

// SetAppearance chooses light, dark, or what the desktop has.
func (p Prefs) SetAppearance(m theme.Mode) {
	p.store.SetString(keyAppearance, map[theme.Mode]string{theme.Light: "light", theme.Dark: "dark"}[m])
}

// Pace is how many words this person says a minute.
func (p Prefs) Pace() int {
	return min(max(p.store.IntWithFallback(keyPace, talk.DefaultPace), minPace), maxPace)
}

// ScriptSize is how large the script is on the big screen, 1 as designed.
func (p Prefs) ScriptSize() float32 {
	size := p.store.FloatWithFallback(keyScriptSize, 1)
	return float32(min(max(size, minScriptSize), maxScriptSize))
}

// SetScriptSize keeps the size of the script.
func (p Prefs) SetScriptSize(size float32) { p.store.SetFloat(keyScriptSize, float64(size)) }

// Started reports whether the app was started before.
func (p Prefs) Started() bool { return p.store.Bool(keyStarted) }

// SetStarted notes that the app was started.
func (p Prefs) SetStarted() { p.store.SetBool(keyStarted, true) }

// ShowTalks reports whether the list of talks is unfolded.
func (p Prefs) ShowTalks() bool { return p.store.BoolWithFallback(keyShowTalks, true) }

// SetShowTalks folds or unfolds the list of talks.
func (p Prefs) SetShowTalks(show bool) { p.store.SetBool(keyShowTalks, show) }

// Recent returns the files that were open, the last one first.
func (p Prefs) Recent() []string { return p.store.StringList(keyRecent) }

// AddRecent puts a file at the top of the recent ones.
func (p Prefs) AddRecent(path string) {
	p.store.SetStringList(keyRecent, library.Recent(p.Recent()).With(path))
}

// RemoveRecent forgets a file that is gone.
func (p Prefs) RemoveRecent(path string) {
	p.store.SetStringList(keyRecent, library.Recent(p.Recent()).Without(path))
}

// Numbers reports whether figures are shown beside the advice.
func (p Prefs) Numbers() bool { return p.store.BoolWithFallback(keyNumbers, true) }

// SetNumbers shows figures beside the advice, or the advice alone.
func (p Prefs) SetNumbers(show bool) { p.store.SetBool(keyNumbers, show) }

// Slides is how slides were exported last.
func (p Prefs) Slides() slides.Choice {
	return slides.Choice{
		Flavour: p.store.String(keyFlavour),
		NoNotes: p.store.Bool(keyNoNotes),
		Times:   p.store.Bool(keyTimes),
		Title:   p.store.BoolWithFallback(keyTitle, true),
		Closing: p.store.Bool(keyClosing),
		Split:   p.store.Bool(keySplit),
	}
}

// SetSlides keeps how slides were exported.
func (p Prefs) SetSlides(c slides.Choice) {
	p.store.SetString(keyFlavour, c.Flavour)
	p.store.SetBool(keyNoNotes, c.NoNotes)
	p.store.SetBool(keyTimes, c.Times)
	p.store.SetBool(keyTitle, c.Title)
	p.store.SetBool(keyClosing, c.Closing)
	p.store.SetBool(keySplit, c.Split)
}

// mostExported is for how many talks the file of the last export is kept.
const mostExported = 50

// Exported returns the file that a talk's slides were last written to.
func (p Prefs) Exported(talk string) (file string, ok bool) {
	for _, entry := range p.store.StringList(keyExported) {
		if of, to, ok := strings.Cut(entry, exportedSign); ok && of == talk && talk != "" {
			return to, true
		}
	}
	return "", false
}

// exportedSign stands between a talk and its slides: no path has it.
const exportedSign = "\x00"

// SetExported keeps the file that a talk's slides were written to.
func (p Prefs) SetExported(talk, file string) {
	if talk == "" {
		return
	}
	list := []string{talk + exportedSign + file}
	for _, entry := range p.store.StringList(keyExported) {
		if !strings.HasPrefix(entry, talk+exportedSign) && len(list) < mostExported {
			list = append(list, entry)
		}
	}
	p.store.SetStringList(keyExported, list)
}

// Counting reports whether the time of writing goes into the journal.
func (p Prefs) Counting() bool { return p.store.Bool(keyCounting) }

// SetCounting lets the time of writing go into the journal, or not.
func (p Prefs) SetCounting(on bool) { p.store.SetBool(keyCounting, on) }

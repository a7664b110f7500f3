package ui

import (
	"fyne.io/fyne/v2"

	"talkgiver/talk"
	"talkgiver/talk/library"
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
	keyAutosave   = "autosave"
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

// Autosave reports whether a talk is saved by itself when typing pauses.
func (p Prefs) Autosave() bool { return p.store.BoolWithFallback(keyAutosave, true) }

// SetAutosave lets talks be saved by themselves, or only when asked to.
func (p Prefs) SetAutosave(on bool) { p.store.SetBool(keyAutosave, on) }

package ui

import (
	"math"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"talkgiver/talk"
	"talkgiver/talk/library"
	engine "talkgiver/talk/rehearse"
	panel "talkgiver/ui/library"
	"talkgiver/ui/rehearse"
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
	keyReminders  = "reminders"
	keyReminded   = "reminded" // the day, and the talks of which something was said then
	keyAutosave   = "autosave"
	keyTextSize   = "text-size"
	keyLanguage   = "language"
	keyFolder     = "library-folder"
	keyLiveFactor = "live-factor"
	keyChosen     = "chosen-before"
	keyTalksOrder = "talks-order"
	keyTalksShown = "talks-shown"
	keyTalksIn    = "talks-folder"
	keyByHand     = "clock-by-hand"
	keyCountIn    = "clock-count-in"
	keyCards      = "cue-cards"
	keyScroll     = "script-scrolls"
	keyAlarms     = "warnings"
)

// Bounds of preferences that are numbers, and what they are to begin with.
const (
	minPace, maxPace = 60, 260 // words a minute; talk.DefaultPace to begin with

	minScriptSize, maxScriptSize, defaultScriptSize = 0.5, 3.0, 1.0 // times the size as designed
	minTextSize, maxTextSize, defaultTextSize       = 0.8, 1.6, 1.0 // times the size as designed
	minLiveFactor, maxLiveFactor, defaultLiveFactor = 1.0, 1.6, 1.2 // times a rehearsal

	mostChosen  = 8  // of what was chosen in the palette
	mostCountIn = 10 // seconds
	mostAlarms  = 20
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

// SetPace keeps how many words this person says a minute.
func (p Prefs) SetPace(wordsAMinute int) {
	p.store.SetInt(keyPace, min(max(wordsAMinute, minPace), maxPace))
}

// LiveFactor is how much longer a talk of this person takes on stage than in a
// rehearsal: 1.2 is a fifth longer. Forecasts use it.
func (p Prefs) LiveFactor() float64 {
	return p.number(keyLiveFactor, minLiveFactor, maxLiveFactor, defaultLiveFactor)
}

// SetLiveFactor keeps how much longer a talk takes on stage.
func (p Prefs) SetLiveFactor(factor float64) {
	p.setNumber(keyLiveFactor, factor, minLiveFactor, maxLiveFactor, defaultLiveFactor)
}

// number reads a number within its bounds; what is none is as it is to begin with.
func (p Prefs) number(key string, least, most, otherwise float64) float64 {
	return within(p.store.FloatWithFallback(key, otherwise), least, most, otherwise)
}

// setNumber keeps a number within its bounds.
func (p Prefs) setNumber(key string, value, least, most, otherwise float64) {
	p.store.SetFloat(key, within(value, least, most, otherwise))
}

func within(value, least, most, otherwise float64) float64 {
	if math.IsNaN(value) {
		return otherwise
	}
	return min(max(value, least), most)
}

// TextSize is how large the text of the window is, 1 as designed.
func (p Prefs) TextSize() float32 {
	return float32(p.number(keyTextSize, minTextSize, maxTextSize, defaultTextSize))
}

// SetTextSize keeps how large the text of the window is.
func (p Prefs) SetTextSize(size float32) {
	p.setNumber(keyTextSize, float64(size), minTextSize, maxTextSize, defaultTextSize)
}

// Language is the language of the window, one that it has words in, or "" for
// that of the system.
func (p Prefs) Language() string {
	if code := p.store.String(keyLanguage); slices.Contains(languages(), code) {
		return code
	}
	return ""
}

// SetLanguage chooses the language of the window; "" is that of the system. The
// next start speaks it.
func (p Prefs) SetLanguage(code string) { p.store.SetString(keyLanguage, code) }

// Folder is the folder of the library that was chosen, or "".
func (p Prefs) Folder() string { return p.store.String(keyFolder) }

// SetFolder chooses the folder of the library; "" is the one that Talkgiver
// chooses itself. The next start reads it.
func (p Prefs) SetFolder(path string) { p.store.SetString(keyFolder, path) }

// Autosave reports whether a talk is saved by itself while it is written.
func (p Prefs) Autosave() bool { return p.store.BoolWithFallback(keyAutosave, true) }

// SetAutosave saves talks by themselves while they are written, or when asked alone.
func (p Prefs) SetAutosave(on bool) { p.store.SetBool(keyAutosave, on) }

// Chosen are the titles of what was chosen in the palette, the last one first.
func (p Prefs) Chosen() []string { return p.store.StringList(keyChosen) }

// AddChosen puts a title at the top of what was chosen in the palette.
func (p Prefs) AddChosen(title string) {
	others := slices.DeleteFunc(slices.Clone(p.Chosen()), func(t string) bool { return t == title })
	list := append([]string{title}, others...)
	p.store.SetStringList(keyChosen, list[:min(len(list), mostChosen)])
}

// ScriptSize is how large the script is on the big screen, 1 as designed.
func (p Prefs) ScriptSize() float32 {
	return float32(p.number(keyScriptSize, minScriptSize, maxScriptSize, defaultScriptSize))
}

// SetScriptSize keeps the size of the script.
func (p Prefs) SetScriptSize(size float32) {
	p.setNumber(keyScriptSize, float64(size), minScriptSize, maxScriptSize, defaultScriptSize)
}

// Habits is how this person rehearses. A warning that cannot be read is left out.
func (p Prefs) Habits() rehearse.Habits {
	h := rehearse.Habits{
		ByHand:  p.store.Bool(keyByHand),
		CountIn: time.Duration(min(max(p.store.Int(keyCountIn), 0), mostCountIn)) * time.Second,
		Cards:   p.store.Bool(keyCards),
		Scroll:  p.store.Bool(keyScroll),
	}
	switch texts := p.store.StringList(keyAlarms); {
	case len(texts) == 1 && texts[0] == noAlarms:
		h.Alarms = engine.Alarms{}
	default:
		for _, text := range texts[:min(len(texts), mostAlarms)] {
			var alarm engine.Alarm
			if alarm.UnmarshalText([]byte(text)) == nil {
				h.Alarms = append(h.Alarms, alarm)
			}
		}
	}
	if h.Alarms == nil {
		h.Alarms = engine.DefaultAlarms()
	}
	return h
}

// noAlarms stands for a list of warnings that is empty because it is wished so.
const noAlarms = "none"

// SetHabits keeps how this person rehearses.
func (p Prefs) SetHabits(h rehearse.Habits) {
	p.store.SetBool(keyByHand, h.ByHand)
	p.store.SetInt(keyCountIn, int(h.CountIn/time.Second))
	p.store.SetBool(keyCards, h.Cards)
	p.store.SetBool(keyScroll, h.Scroll)
	texts := []string{}
	for _, alarm := range h.Alarms {
		if text, err := alarm.MarshalText(); err == nil {
			texts = append(texts, string(text))
		}
	}
	if len(texts) == 0 {
		texts = []string{noAlarms}
	}
	p.store.SetStringList(keyAlarms, texts)
}

// Started reports whether the app was started before.
func (p Prefs) Started() bool { return p.store.Bool(keyStarted) }

// SetStarted notes that the app was started.
func (p Prefs) SetStarted() { p.store.SetBool(keyStarted, true) }

// ShowTalks reports whether the list of talks is unfolded.
func (p Prefs) ShowTalks() bool { return p.store.BoolWithFallback(keyShowTalks, true) }

// SetShowTalks folds or unfolds the list of talks.
func (p Prefs) SetShowTalks(show bool) { p.store.SetBool(keyShowTalks, show) }

// TalksView is how the list of talks was last looked at.
func (p Prefs) TalksView() panel.View {
	return panel.View{Order: panel.Order(p.store.String(keyTalksOrder)), Filter: panel.Filter(p.store.String(keyTalksShown)), Folder: p.store.String(keyTalksIn)}
}

// SetTalksView keeps how the list of talks is looked at.
func (p Prefs) SetTalksView(v panel.View) {
	p.store.SetString(keyTalksOrder, string(v.Order))
	p.store.SetString(keyTalksShown, string(v.Filter))
	p.store.SetString(keyTalksIn, v.Folder)
}

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

// Reminders reports whether the speaker is reminded to rehearse.
func (p Prefs) Reminders() bool { return p.store.Bool(keyReminders) }

// SetReminders lets the speaker be reminded to rehearse, or not.
func (p Prefs) SetReminders(on bool) { p.store.SetBool(keyReminders, on) }

// Reminded are the files of the talks of which the speaker was reminded on a day.
func (p Prefs) Reminded(day time.Time) []string {
	list := p.store.StringList(keyReminded)
	if len(list) == 0 || list[0] != day.Format(time.DateOnly) {
		return nil
	}
	return list[1:]
}

// AddReminded notes that the speaker was reminded of a talk on a day. What was
// said on other days is forgotten.
func (p Prefs) AddReminded(day time.Time, path string) {
	list := append([]string{day.Format(time.DateOnly)}, p.Reminded(day)...)
	p.store.SetStringList(keyReminded, append(list, path))
}

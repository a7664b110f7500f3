package slides

import (
	"strconv"
	"strings"
)

// htmlWords are the words of the HTML deck around the slides.
type htmlWords struct {
	Lang   string // in which they are
	Slides string // a deck without a title
	Slide  string // {n} is its number, {of} how many there are
	Notes  string
	End    string
	Now    string

	Controls, Back, Next, Overview, Speaker, Full, Print, Keys, Blank, Close, Cancel string

	Blocked, NoSlide, Touch                             string // {n} is what was typed
	PrintSlides, PrintNotes                             string
	Talk, ThisSlide, Of, Ends, Late, OnScreen, ThenNext string // {time}
	Behind, Ahead, OnTime, Paused, Ready, Lost          string // {time}
	Start, Pause, Reset, Smaller, Larger, NoNotes       string

	KeyList []htmlKeys
}

// htmlKeys says what some keys do.
type htmlKeys struct {
	Keys []string
	Does string
}

// slide names a slide.
func (w htmlWords) slide(n, of int) string {
	return strings.NewReplacer("{n}", strconv.Itoa(n), "{of}", strconv.Itoa(of)).Replace(w.Slide)
}

// htmlWordsFor returns the words for a talk in this language: German ones for
// German, English ones for all others.
func htmlWordsFor(lang string) htmlWords {
	if primary, _, _ := strings.Cut(htmlLang(lang), "-"); strings.EqualFold(primary, "de") {
		return htmlGerman()
	}
	return htmlEnglish()
}

// htmlLang returns the language of a talk as HTML takes it. A talk that does
// not say, or not in the form of BCP 47, is in English.
func htmlLang(lang string) string {
	for i, part := range strings.Split(lang, "-") {
		if i == 0 && (len(part) < 2 || len(part) > 3) || part == "" || len(part) > 8 {
			return "en"
		}
		for _, r := range part {
			letter := 'a' <= r|0x20 && r|0x20 <= 'z'
			if !letter && (i == 0 || r < '0' || r > '9') {
				return "en"
			}
		}
	}
	return lang
}

// htmlDirection returns how the text of a language runs: "rtl" or "ltr".
func htmlDirection(lang string) string {
	primary, _, _ := strings.Cut(lang, "-")
	switch strings.ToLower(primary) {
	case "ar", "arc", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi":
		return "rtl"
	}
	return "ltr"
}

func htmlEnglish() htmlWords {
	return htmlWords{
		Lang: "en", Slides: "Slides", Slide: "Slide {n} of {of}", Notes: "Notes", End: "The end", Now: "now",
		Controls: "Move through the slides", Back: "Back", Next: "Next", Overview: "Overview", Speaker: "Speaker", Full: "Full screen",
		Print: "Print", Keys: "Keys", Blank: "Blank", Close: "Close", Cancel: "Cancel",
		Blocked: "The browser blocked the speaker window. Allow pop-ups for this page.", NoSlide: "There is no slide {n}",
		Touch:       "On a touch screen, swipe. A clicker works as it is.",
		PrintSlides: "Slides, one on a page", PrintNotes: "Slides with notes below",
		Talk: "talk", ThisSlide: "this slide", Of: "of {time}", Ends: "end {time}", Late: "{time} over", OnScreen: "on the screen", ThenNext: "next",
		Behind: "{time} behind", Ahead: "{time} ahead", OnTime: "on time", Paused: "paused",
		Ready: "The clock starts with the next slide", Lost: "The window with the slides is closed",
		Start: "Start the clock", Pause: "Pause", Reset: "Clock to zero", Smaller: "Smaller notes", Larger: "Larger notes", NoNotes: "No notes here.",
		KeyList: []htmlKeys{
			{[]string{"→", "↓", "Space", "Page down"}, "next slide"},
			{[]string{"←", "↑", "Page up"}, "back"},
			{[]string{"Home", "End"}, "first, last slide"},
			{[]string{"1 2", "Enter"}, "slide 12"},
			{[]string{"O"}, "overview"},
			{[]string{"S"}, "speaker window with notes and clock"},
			{[]string{"B", "."}, "blank screen, and back"},
			{[]string{"F", "F5"}, "full screen"},
			{[]string{"P"}, "print, or save as PDF"},
			{[]string{"T", "R"}, "in the speaker window: start or pause the clock, set it to zero"},
			{[]string{"+", "−"}, "in the speaker window: larger, smaller notes"},
			{[]string{"Esc"}, "close what is open"},
			{[]string{"?"}, "these keys"},
		},
	}
}

func htmlGerman() htmlWords {
	return htmlWords{
		Lang: "de", Slides: "Folien", Slide: "Folie {n} von {of}", Notes: "Notizen", End: "Das Ende", Now: "jetzt",
		Controls: "Durch die Folien gehen", Back: "Zurück", Next: "Weiter", Overview: "Übersicht", Speaker: "Vortragsansicht", Full: "Vollbild",
		Print: "Drucken", Keys: "Tasten", Blank: "Schwarz", Close: "Schließen", Cancel: "Abbrechen",
		Blocked: "Der Browser hat das Fenster blockiert. Erlaub Pop-ups für diese Seite.", NoSlide: "Eine Folie {n} gibt es nicht",
		Touch:       "Auf einem Touchscreen wischst du. Ein Presenter geht, wie er ist.",
		PrintSlides: "Folien, eine je Seite", PrintNotes: "Folien mit Notizen darunter",
		Talk: "Vortrag", ThisSlide: "diese Folie", Of: "von {time}", Ends: "Ende {time}", Late: "{time} zu lang", OnScreen: "auf der Leinwand", ThenNext: "danach",
		Behind: "{time} zu spät", Ahead: "{time} zu früh", OnTime: "in der Zeit", Paused: "angehalten",
		Ready: "Die Uhr läuft mit der nächsten Folie los", Lost: "Das Fenster mit den Folien ist zu",
		Start: "Uhr starten", Pause: "Anhalten", Reset: "Uhr auf null", Smaller: "Kleinere Notizen", Larger: "Größere Notizen", NoNotes: "Hier sind keine Notizen.",
		KeyList: []htmlKeys{
			{[]string{"→", "↓", "Leertaste", "Bild ab"}, "nächste Folie"},
			{[]string{"←", "↑", "Bild auf"}, "zurück"},
			{[]string{"Pos1", "Ende"}, "erste, letzte Folie"},
			{[]string{"1 2", "Enter"}, "Folie 12"},
			{[]string{"O"}, "Übersicht"},
			{[]string{"S"}, "Fenster mit Notizen und Uhr"},
			{[]string{"B", "."}, "schwarzer Bildschirm und zurück"},
			{[]string{"F", "F5"}, "Vollbild"},
			{[]string{"P"}, "drucken oder als PDF sichern"},
			{[]string{"T", "R"}, "im Fenster mit den Notizen: Uhr starten oder anhalten, auf null stellen"},
			{[]string{"+", "−"}, "im Fenster mit den Notizen: größer, kleiner"},
			{[]string{"Esc"}, "schließen, was offen ist"},
			{[]string{"?"}, "diese Tasten"},
		},
	}
}

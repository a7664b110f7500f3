package ui

import (
	"io/fs"
	"strings"

	"fyne.io/fyne/v2/lang"

	"talkgiver/assets"
)

// loadWords loads the words of the window. Where there are none for the
// system's language, English stands in: Fyne speaks more languages than
// Talkgiver, and would else look for words that are not there.
func loadWords() error {
	if err := lang.AddTranslationsFS(assets.I18N(), "i18n"); err != nil {
		return err
	}
	locale := lang.SystemLocale()
	language, _, _ := strings.Cut(locale.LanguageString(), "-")
	if _, err := fs.Stat(assets.I18N(), "i18n/"+language+".json"); err == nil {
		return nil
	}
	english, err := fs.ReadFile(assets.I18N(), "i18n/en.json")
	if err != nil {
		return err
	}
	return lang.AddTranslationsForLocale(english, locale)
}

// language is the language of the window, named by its words: one that speaks
// two at once would be worse than one that speaks English.
func language() string { return lang.L("language code") }

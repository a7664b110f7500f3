package ui

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"talkgiver/assets"
)

// loadWords loads the words of the window, in the language that was chosen or,
// with "", in that of the system. Where there are none in it English stands in:
// Fyne speaks more languages than Talkgiver, and would else look for words that
// are not there.
//
// Fyne speaks what the system does, and has no way to choose. Where the system is
// asked by the environment, it names our language for the moment in which Fyne
// asks; elsewhere our words are loaded as if they were the system's.
func loadWords(chosen string) error {
	code := speakable(chosen)
	restore, err := pretend(code)
	if err != nil {
		return err
	}
	err = lang.AddTranslationsFS(assets.I18N(), "i18n")
	if locale := lang.SystemLocale(); err == nil && languageOf(locale) != code {
		err = standIn(code, locale)
	}
	return errors.Join(err, restore())
}

// speakable returns the language that was chosen, or the system's, or English.
func speakable(chosen string) string {
	for _, code := range []string{chosen, languageOf(lang.SystemLocale())} {
		if slices.Contains(languages(), code) {
			return code
		}
	}
	return "en"
}

func languageOf(l fyne.Locale) string {
	code, _, _ := strings.Cut(l.LanguageString(), "-")
	return code
}

// pretend lets the environment name a language, until restore is called.
func pretend(code string) (restore func() error, err error) {
	var undo []func() error
	for _, name := range []string{"LC_ALL", "LANGUAGE"} {
		if before, ok := os.LookupEnv(name); ok {
			undo = append(undo, func() error { return os.Setenv(name, before) })
		} else {
			undo = append(undo, func() error { return os.Unsetenv(name) })
		}
		err = errors.Join(err, os.Setenv(name, code))
	}
	return func() error {
		var err error
		for _, f := range undo {
			err = errors.Join(err, f())
		}
		return err
	}, err
}

// standIn loads the words of a language as if they were those of a locale, which
// may count otherwise: what a language has no form for it says as for many.
func standIn(code string, locale fyne.Locale) error {
	data, err := fs.ReadFile(assets.I18N(), "i18n/"+code+".json")
	if err != nil {
		return err
	}
	var words map[string]any
	if err := json.Unmarshal(data, &words); err != nil {
		return err
	}
	for _, entry := range words {
		if forms, ok := entry.(map[string]any); ok {
			for _, form := range []string{"zero", "two", "few", "many"} {
				forms[form] = forms["other"]
			}
		}
	}
	if data, err = json.Marshal(words); err != nil {
		return err
	}
	return lang.AddTranslationsForLocale(data, locale)
}

// language is the language of the window, named by its words: one that speaks
// two at once would be worse than one that speaks English.
func language() string { return lang.L("language code") }

// languages are those that the window has words in.
func languages() []string {
	files, err := fs.Glob(assets.I18N(), "i18n/*.json")
	if err != nil {
		return nil // cannot be: the pattern is well formed
	}
	codes := make([]string, len(files))
	for i, file := range files {
		codes[i] = strings.TrimSuffix(path.Base(file), ".json")
	}
	return codes
}

package ui

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk/library"
	"talkgiver/talk/markdown"
)

// fail says in a sentence what could not be done, and why; the log has the
// system's own words. Without an error it does nothing.
func (w *Window) fail(what string, err error) {
	if err == nil {
		return
	}
	fyne.LogError(what, err)
	w.ask(what, sentence(err), answer{text: lang.L("Close"), main: true})
}

// sentence says what went wrong. The library's own errors are sentences already.
func sentence(err error) string {
	var own *library.Error
	if errors.As(err, &own) {
		return own.Error()
	}
	return lang.L("The system says: {{.Error}}", map[string]any{"Error": err.Error()})
}

// editRefused says why an edit could not be done.
func (w *Window) editRefused(err error) string {
	var refused *markdown.EditError
	if !errors.As(err, &refused) {
		return sentence(err)
	}
	switch refused.Key {
	case markdown.NoFrontMatter:
		return lang.L("The front matter of this file cannot be read. Mend it in an editor first.")
	case markdown.WouldSwallow:
		return lang.L("An open code fence or comment would take the sections behind it. Close it first.")
	case markdown.NoHeading:
		return lang.L("The opening has no heading of its own. Give it a title first.")
	case markdown.NoPlace:
		return lang.L("It cannot stand at this place of the text.")
	case markdown.NotReadAgain:
		return lang.L("This text would mean something else in the file.")
	}
	return lang.L("That cannot be done here.")
}

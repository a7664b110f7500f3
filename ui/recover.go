package ui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk/library"
	"talkgiver/talk/markdown"
	"talkgiver/ui/work"
)

// keep brings the recovery copy to what is not saved now: all that was typed,
// also what a field still holds back. What is saved needs none.
func (w *Window) keep() {
	s, whole := w.session, w.draft.Whole()
	if !s.Dirty() && whole == s.Document() {
		w.keeper.drop()
		return
	}
	w.keeper.keep(library.Copy{Path: s.Path(), Base: s.saved, Text: whole.Bytes(), At: w.now(), Saving: w.auto.ahead})
}

// notKept says that there is no recovery copy.
func (w *Window) notKept(err error) {
	fyne.LogError("the recovery copy", err)
	w.frame.tell(lang.L("No copy of what you type can be kept: save often. {{.Why}}", map[string]any{"Why": sentence(err)}))
}

// opened tells other windows which file is open here, and says when one of them
// has it open already. What saves that were killed have left beside it goes.
func (w *Window) opened() {
	recovery, path := w.keeper.recovery, w.session.Path()
	if recovery == nil {
		return
	}
	work.Go(w.runner, "opened", func(context.Context) bool {
		if err := recovery.Opened(path); err != nil && !errors.Is(err, os.ErrClosed) {
			fyne.LogError("which talk is open", err) // other windows do not know; merging still helps
		}
		if path == "" {
			return false
		}
		library.CleanUp(filepath.Dir(path), time.Now())
		return recovery.OpenElsewhere(path)
	}, func(elsewhere bool) {
		if elsewhere && path == w.session.Path() {
			w.frame.tell(lang.L("This talk is open in another window too. What you change in both is put together when it is saved."))
		}
	})
}

// offerLeft offers what windows have left behind that ended without saving, one
// after the other. What the files have already is no loss.
func (w *Window) offerLeft(left []library.Copy) {
	if len(left) == 0 {
		return
	}
	c, rest := left[0], left[1:]
	session, err := openLeft(c)
	if err != nil { // its folder is not there now, or may not be read: another time
		fyne.LogError("a recovery copy of "+c.Path, err)
		w.offerLeft(rest)
		return
	}
	file := session.Document().Bytes()
	merged := library.Merge(c.Common(file), c.Text, file)
	differences := library.Compare(file, merged.Bytes(nil))
	if len(differences) == 0 && !session.gone {
		w.discard(c)
		w.offerLeft(rest)
		return
	}
	w.askLeft(session, c, differences, func() { w.bringBack(session, c, merged, func() { w.offerLeft(rest) }) }, func() { w.offerLeft(rest) })
}

// askLeft asks what to do with one copy.
func (w *Window) askLeft(session *Session, c library.Copy, differences []library.Difference, take, next func()) {
	title := session.Title()
	if title == "" {
		title = lang.L("New talk")
	}
	text := lang.L("Talkgiver ended at {{.Time}} before this was saved.", map[string]any{"Time": c.At.Local().Format("15:04")})
	keepFile := lang.L("Keep the file as it is")
	switch {
	case session.gone:
		text += " " + lang.L("The file “{{.File}}” is no longer there.", map[string]any{"File": filepath.Base(c.Path)})
		keepFile = lang.L("Throw it away")
	case c.Path == "":
		text += " " + lang.L("The talk has no file yet.")
		keepFile = lang.L("Throw it away")
	case string(c.Common(session.Document().Bytes())) != string(session.Document().Bytes()):
		text += " " + lang.L("The file has changed since; both are put together.")
	}
	answers := []answer{{text: lang.L("Bring it back"), main: true, run: take}}
	if c.Path != "" {
		answers = append(answers, answer{text: lang.L("Save it as another talk"), run: func() { w.keepBoth(c, title, next) }})
	}
	answers = append(answers,
		answer{text: keepFile, run: func() { w.discard(c); next() }},
		answer{text: lang.L("Later"), run: next})
	w.askWith(lang.L("“{{.Title}}” has text that was not saved", map[string]any{"Title": title}),
		w.differencesView(text, differences), versionsWidth, nil, answers...)
}

// bringBack opens what was left behind, on top of the file as it is now. Undo
// takes it out again. The copy goes when this window has one of its own.
func (w *Window) bringBack(session *Session, c library.Copy, merged library.Merged, next func()) {
	take := func(choose func(int) library.Choice) {
		w.guard(func() {
			w.take(session)
			if err := session.Do(markdown.Replace{Source: merged.Bytes(choose)}, "", w.now()); err != nil {
				w.fail(lang.L("The text could not be brought back."), err)
				return
			}
			w.keep()
			w.keeper.flush()
			w.discard(c)
			w.show(placeDraft)
			w.focusDraft()
			w.frame.tellUndo(lang.L("It is back. Undo takes it out again."))
			next()
		})
	}
	if len(merged.Conflicts()) == 0 {
		take(nil)
		return
	}
	w.askVersions(lang.L("Which version shall stand?"),
		lang.L("At these places the file has other text than what was not saved."),
		lang.L("Not saved"), lang.L("In the file"), merged.Conflicts(), take,
		answer{text: lang.L("Later"), run: next})
}

// keepBoth saves a copy as a talk of its own beside the other.
func (w *Window) keepBoth(c library.Copy, title string, next func()) {
	file, err := library.Create(filepath.Dir(c.Path), lang.L("{{.Title}} recovered", map[string]any{"Title": title}), c.Text)
	if err != nil {
		w.fail(lang.L("The talk is not saved"), err)
		return
	}
	w.discard(c)
	w.listTalks()
	w.frame.tell(lang.L("Saved as “{{.File}}”.", map[string]any{"File": filepath.Base(file.Path)}))
	next()
}

func (w *Window) discard(c library.Copy) {
	if err := w.keeper.recovery.Discard(c); err != nil {
		fyne.LogError("a recovery copy", err) // it is offered again, that is all
	}
}

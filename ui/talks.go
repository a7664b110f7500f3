package ui

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"time"

	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	"talkgiver/talk/library"
	"talkgiver/talk/markdown"
	"talkgiver/talk/score"
	"talkgiver/ui/work"
)

// talkList is what the window knows of the library's folder.
type talkList struct {
	index   *library.Index
	watcher *library.Watcher // nil when nothing is watched
	file    *library.Watcher // of the open talk, which may lie elsewhere
	watched string           // its path
	lost    bool             // the watcher is of no use any more
	changed []string         // files that may have changed since they were listed
	all     bool             // any may have
}

// weighFor is how long talks are weighed before the list shows what is known.
const weighFor = 300 * time.Millisecond

// listTalks reads what has changed in the library's folder, away from the UI
// goroutine, shows the list and then weighs what has to be weighed. Paths are
// what may have changed; without any it is everything.
func (w *Window) listTalks(paths ...string) {
	l := &w.list
	l.all = l.all || len(paths) == 0
	l.changed = append(l.changed, paths...)
	if l.all {
		l.changed = nil
	}
	// A call that another one overtakes is not applied: the later one asks for
	// all that the earlier one did.
	changed := slices.Clone(l.changed)
	in := score.Inputs{Pace: w.prefs.Pace(), Today: w.now()}
	work.Go(w.runner, "talks", func(ctx context.Context) *library.Talks { return l.index.Scan(ctx, in, changed...) }, func(talks *library.Talks) {
		l.changed, l.all = nil, false
		w.showTalks(talks)
		if w.hourly == nil { // the talks are known now
			w.hourly = w.runner.Settle(remindEvery, 0, w.remind)
			w.remind()
		}
		// A disk that was pulled out takes what watched it along.
		l.lost = l.lost || errors.Is(talks.Err, library.ErrNoFolder)
		if talks.Err == nil {
			w.watchAgain()
		}
	})
}

// showTalks shows the list, and while balances are missing goes on weighing.
func (w *Window) showTalks(talks *library.Talks) {
	w.talks.Show(talks)
	if talks.Stale() {
		work.Go(w.runner, "talks", func(ctx context.Context) *library.Talks { return w.list.index.Weigh(ctx, weighFor) }, w.showTalks)
	}
}

// watch begins to watch the library's folder.
func (w *Window) watch() {
	w.list.lost = false
	w.list.watcher = library.Watch(w.folder,
		func(paths []string) { w.onUI(func() { w.talksChanged(paths) }) },
		func(err error) { w.onUI(func() { w.watchLost(err) }) })
	w.watchOpen()
}

// watchOpen watches the open talk's file where it lies, in the library or not.
func (w *Window) watchOpen() {
	l, path := &w.list, w.session.Path()
	if l.watcher == nil || l.watched == path {
		return
	}
	if l.file != nil {
		l.file.Close()
	}
	l.file, l.watched = nil, path
	if path != "" {
		l.file = library.WatchFile(path, func() { w.onUI(func() { w.openChanged(path) }) })
	}
}

// watchAgain watches the folder again after it was gone.
func (w *Window) watchAgain() {
	if w.list.watcher == nil || !w.list.lost {
		return
	}
	w.list.watcher.Close()
	w.watch()
}

// watchLost says that changes are no longer seen as they happen. The window
// looks again when a person comes back to it.
func (w *Window) watchLost(err error) {
	if w.list.lost = errors.Is(err, library.ErrNoFolder); !w.list.lost { // the list says so itself
		w.talks.Warn(sentence(err))
	}
	w.listTalks()
}

// stopWatching ends the watching.
func (w *Window) stopWatching() {
	if w.list.watcher != nil {
		w.list.watcher.Close()
		w.list.watcher = nil
	}
	if w.list.file != nil {
		w.list.file.Close()
		w.list.file, w.list.watched = nil, ""
	}
}

// talksChanged follows what somebody has changed in the folder: perhaps we.
func (w *Window) talksChanged(paths []string) {
	w.listTalks(paths...)
	for _, path := range paths {
		w.openChanged(path)
	}
}

// openChanged follows what somebody has changed in the open talk's file, if this is
// its path.
func (w *Window) openChanged(path string) {
	s := w.session
	if path != s.Path() {
		return
	}
	look := s.ChangedOutside()
	work.Go(w.runner, "touched", func(context.Context) bool { return look() }, func(changed bool) {
		if changed && s == w.session {
			w.lookOutside()
		}
	})
}

// openAt opens a talk and goes to a line of it.
func (w *Window) openAt(path string, line int) {
	w.frame.setPeek(false)
	if path != w.session.Path() {
		w.open(path)
	}
	if line == 0 || path != w.session.Path() { // a question stands first
		return
	}
	w.show(placeDraft)
	w.draft.GoTo(lineOf(w.session.Talk().Source, line), 0)
}

// lineOf returns the place of a line, from 1, in a talk's bytes.
func lineOf(source []byte, line int) talk.Span {
	start := 0
	for text := range bytes.Lines(source) {
		if line--; line == 0 {
			return talk.Span{Start: start, End: start + len(bytes.TrimRight(text, "\r\n"))}
		}
		start += len(text)
	}
	return talk.Span{Start: len(source), End: len(source)}
}

// makeFolder makes the library's folder where it is not there.
func (w *Window) makeFolder() {
	if err := os.MkdirAll(w.folder, 0o755); err != nil {
		w.fail(lang.L("The folder could not be made."), err)
		return
	}
	w.listTalks()
}

// duplicate makes a talk of a talk: of the open one as it is on the screen.
func (w *Window) duplicate(e library.Entry) {
	title := lang.L("{{.Title}} (copy)", map[string]any{"Title": e.Title})
	var err error
	if w.draft.Flush(); e.Path == w.session.Path() {
		_, err = library.Create(filepath.Dir(e.Path), title, library.Retitled(w.session.Document().Bytes(), title))
	} else {
		_, err = library.Duplicate(e.Path, title)
	}
	if err != nil {
		w.fail(lang.L("The talk could not be duplicated."), err)
		return
	}
	w.listTalks()
	w.frame.tell(lang.L("“{{.Title}}” is in the list now.", map[string]any{"Title": title}))
}

// rename gives a talk another title, and its file the name of it if wanted. The
// title of the open talk is changed as by hand: it can be undone.
func (w *Window) rename(e library.Entry, title string, follow bool) {
	isOpen := e.Path == w.session.Path()
	w.draft.Flush()
	if title != "" && title != e.Title {
		var err error
		if isOpen {
			if !w.do(markdown.SetField{Field: markdown.FieldTitle, Text: title}, "") {
				return
			}
		} else if err = library.Retitle(e.Path, title); err != nil {
			w.fail(lang.L("The talk could not be renamed."), err)
			return
		}
	}
	if follow && title != "" {
		w.auto.finish()
		w.journal.flush() // what has just happened goes along
		path, err := library.Rename(e.Path, title)
		if err != nil {
			w.fail(lang.L("The talk could not be renamed."), err)
			return
		}
		if path != e.Path {
			w.moved(e.Path, path)
		}
	}
	w.listTalks()
}

// moved follows a talk's file to its new name.
func (w *Window) moved(from, to string) {
	if slices.Contains(w.prefs.Recent(), from) {
		w.prefs.RemoveRecent(from)
		w.prefs.AddRecent(to)
	}
	w.talks.Moved(from, to)
	if from == w.session.Path() {
		w.session.path.set(to)
		w.watchOpen()
		w.talks.Select(to, w.session.Title())
		w.frame.showStatus()
	}
	w.buildMenu()
}

// trash moves a talk to the trash, if that is meant: one key is pressed sooner
// than one sees on which talk the keyboard is. What of the open one is not in its
// file yet goes there first, so that the trash has all of it.
func (w *Window) trash(e library.Entry) {
	open := e.Path == w.session.Path()
	if open {
		w.draft.Flush()
		w.auto.finish()
		e.Title = w.title()
	}
	title := lang.L("Move “{{.Title}}” to the trash?", map[string]any{"Title": e.Title})
	if !open || !w.session.Dirty() {
		throw := func() { w.throwIfThere(e) }
		w.ask(title, lang.L("Its rehearsals and notes go along. You can get all of it back from the trash."),
			answer{text: lang.L("Move to the trash"), main: true, run: throw}, answer{text: lang.L("Cancel")})
		return
	}
	w.ask(title,
		lang.L("It is open and has changes that are not in its file yet."),
		answer{text: lang.L("Save and move to the trash"), main: true, run: func() { w.save(func() { w.throwOpen(e) }) }},
		answer{text: lang.L("Cancel")})
}

// throwIfThere moves a talk to the trash as it is by the time that it was said:
// it may have been opened, or typed into, meanwhile.
func (w *Window) throwIfThere(e library.Entry) {
	switch {
	case e.Path != w.session.Path():
		w.throw(e)
	case w.session.Dirty():
		w.trash(e)
	default:
		w.throwOpen(e)
	}
}

// throwOpen moves the open talk, which is saved, to the trash and begins a new one.
func (w *Window) throwOpen(e library.Entry) {
	if e.Path != w.session.Path() {
		return // it was saved as another
	}
	w.finishRun()
	w.journal.flush()
	if w.throw(e) {
		w.take(NewSession(nil))
	}
}

// throw moves a talk and its journal to the trash. It reports whether it could.
func (w *Window) throw(e library.Entry) bool {
	if err := library.Trash(e.Path, w.now()); err != nil {
		w.fail(lang.L("The talk is not in the trash."), err)
		return false
	}
	w.prefs.RemoveRecent(e.Path)
	w.buildMenu()
	w.listTalks()
	w.frame.tell(lang.L("“{{.Title}}” is in the trash now.", map[string]any{"Title": e.Title}))
	return true
}

// reveal shows a talk's file in the file manager, which may take its time.
func (w *Window) reveal(e library.Entry) {
	work.Go(w.runner, "reveal", func(context.Context) error { return library.Reveal(e.Path) }, func(err error) {
		w.fail(lang.L("The file manager could not be opened."), err)
	})
}

// searchTalks puts the cursor into the search over all talks.
func (w *Window) searchTalks() {
	if w.place != placeDraft {
		w.show(placeDraft)
	}
	if !w.prefs.ShowTalks() {
		w.toggleTalks()
	}
	w.frame.setPeek(w.frame.isNarrow())
	w.talks.FocusSearch()
}

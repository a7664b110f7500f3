package ui

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/storage"

	"talkgiver/assets"
	"talkgiver/talk"
	"talkgiver/talk/journal"
	"talkgiver/talk/library"
	"talkgiver/talk/score"
	"talkgiver/ui/work"
)

// openFirst opens the talk that was asked for, else the last one, and at the
// very first start a sample.
func (w *Window) openFirst(o Options) {
	first := ""
	if !w.prefs.Started() {
		first = w.addSamples(o.Samples)
		w.prefs.SetStarted()
	}
	w.listTalks()
	candidates := append([]string{o.File, first}, w.prefs.Recent()...)
	for _, path := range candidates {
		if path == "" {
			continue
		}
		session, err := OpenSession(path)
		if err == nil {
			w.take(session)
			if path == first {
				w.frame.tell(lang.L("A sample to look around in. {{.Key}} begins your own.", map[string]any{"Key": w.keyOf(lang.L("New talk"))}))
			}
			return
		}
		if path == o.File {
			w.take(NewSession(nil))
			w.fail(lang.L("The talk could not be opened."), err)
			return
		}
	}
	w.take(NewSession(nil))
}

// addSamples puts the sample talks into a new library and returns the path of
// the first. A library that has talks already is left alone.
func (w *Window) addSamples(samples []assets.Sample) string {
	if entries, _ := library.List(w.folder); len(entries) > 0 {
		return ""
	}
	first := ""
	for _, s := range samples {
		file, err := library.Create(w.folder, strings.TrimSuffix(s.Name, library.Extension), s.Data)
		if err != nil {
			w.fail(lang.L("The sample talks could not be written."), err)
			return first
		}
		if first == "" {
			first = file.Path
		}
	}
	return first
}

// open is the one way to open a file: by argument, dialog, drop, list or menu.
func (w *Window) open(path string) {
	w.guard(func() {
		session, err := OpenSession(path)
		if err != nil {
			if errors.Is(err, library.ErrMissing) || errors.Is(err, library.ErrGone) {
				w.prefs.RemoveRecent(path)
				w.buildMenu()
			}
			w.fail(lang.L("The talk could not be opened."), err)
			return
		}
		w.take(session)
		if w.place == placeDraft {
			w.focusDraft()
		}
	})
}

// newTalk begins a talk that has no file yet.
func (w *Window) newTalk() {
	w.guard(func() {
		w.take(NewSession(nil))
		w.show(placeDraft)
		w.focusDraft()
	})
}

// take makes a session the open one.
func (w *Window) take(s *Session) {
	w.finishRun()
	w.noteWork()
	if w.journey != nil {
		w.journey.Leave(w.session.Path())
	}
	w.session.OnChange = nil
	w.session = s
	w.auto.failed, w.auto.undecided = nil, false
	s.OnChange, s.Cursor = w.changed, w.draft.Cursor
	w.facts, w.scorer = score.Inputs{}, new(score.Scorer)
	if s.Path() != "" {
		w.prefs.AddRecent(s.Path())
	}
	w.draft.Open(s.Document())
	w.log, w.report, w.before = journalLog{}, score.Report{}, s.Document().Bytes()
	w.cut, w.offersRun = freshCut{}, true
	w.takeBeginning()
	if w.rehearse != nil {
		w.rehearse.Begin(s.Talk())
	}
	if w.slides != nil {
		w.slides.Begin(s.Talk())
	}
	if w.journey != nil {
		w.journey.Begin(s.Talk(), s.Path())
	}
	w.talks.Select(s.Path(), s.Title())
	w.watchOpen()
	w.frame.showStatus()
	w.buildMenu()
	w.readJournal()
	w.weigh()
	w.keep()
	w.opened()
}

// readJournal reads what happened to the talk so far, away from the UI
// goroutine and behind everything that is still to be written.
func (w *Window) readJournal() {
	path := w.session.Path()
	if path == "" {
		w.setLog(journalLog{})
		return
	}
	w.journal.then(func() {
		work.Go(w.runner, "journal", func(context.Context) journalLog { return readLog(journal.Path(path)) }, func(log journalLog) {
			if path != w.session.Path() {
				return
			}
			w.setLog(log)
			w.facts = log.facts
			w.weigh()
		})
	})
}

// readLog reads a journal; one that cannot be read is empty.
func readLog(path string) journalLog {
	held := journal.Held(path) // before and after: a run may begin or end meanwhile
	log, err := journal.Read(path)
	if err != nil {
		return journalLog{}
	}
	return journalLog{journal.Live(log.Events), journal.Runs(log.Events), factsOf(log.Events), held || journal.Held(path)}
}

// journalLog is what a journal tells of a talk.
type journalLog struct {
	events []talk.Event // those that count, oldest first
	runs   []talk.Run   // that they make, oldest first
	facts  score.Inputs // for the score
	held   bool         // a window is in the middle of a run
}

// cutOff is the run that a program was stopped in. One that goes on in a window is
// none.
func (l journalLog) cutOff() (run talk.Run, last time.Time, ok bool) {
	if l.held {
		return talk.Run{}, time.Time{}, false
	}
	return journal.CutOff(l.events)
}

// appendEvents writes what happened to the talk into its journal. A talk
// without a file has none; its runs last as long as the window.
func (w *Window) appendEvents(events ...talk.Event) {
	if path := w.session.Path(); path != "" {
		w.journal.append(path, events...)
	}
}

// factsOf is what the score wants to know of a journal.
func factsOf(events []talk.Event) score.Inputs {
	var in score.Inputs
	in.Know(journal.Live(events), journal.Runs(events))
	return in
}

// openDialog asks for a file.
func (w *Window) openDialog() {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil {
			w.fail(lang.L("The talk could not be opened."), err)
			return
		}
		if r == nil {
			return
		}
		path := r.URI().Path()
		if err := r.Close(); err != nil {
			w.fail(lang.L("The talk could not be opened."), err)
			return
		}
		w.open(path)
	}, w.win)
	d.SetTitleText(lang.L("Open a talk"))
	d.SetFilter(storage.NewExtensionFileFilter([]string{".md", ".markdown", ".txt"}))
	w.startIn(d, w.currentFolder())
	w.present(d, nil)
	d.Resize(w.most()) // not before: Fyne's file dialog has no size until it is shown
}

// currentFolder is where a file dialog begins: beside the open talk.
func (w *Window) currentFolder() string {
	if p := w.session.Path(); p != "" {
		return filepath.Dir(p)
	}
	return w.folder
}

// startIn lets a file dialog begin in a folder, when there is one.
func (w *Window) startIn(d *dialog.FileDialog, folder string) {
	if uri, err := storage.ListerForURI(storage.NewFileURI(folder)); err == nil {
		d.SetLocation(uri)
	}
}

// most is the size of a dialog that needs room.
func (w *Window) most() fyne.Size {
	size := w.win.Canvas().Size()
	return fyne.NewSize(size.Width*0.85, size.Height*0.85)
}

// dropped opens the first file that was dropped on the window.
func (w *Window) dropped(_ fyne.Position, uris []fyne.URI) {
	for _, uri := range uris {
		if uri.Scheme() == "file" {
			if !w.droppedText(uri.Path()) && !w.droppedDeck(uri.Path()) {
				w.open(uri.Path())
			}
			return
		}
	}
}

// lookOutside looks whether other programs have written the open talk or its
// neighbours while the window was away, or have put a picture there.
func (w *Window) lookOutside() {
	w.listTalks()
	if w.place == placeSlides {
		w.slides.Update(w.session.Talk())
	}
	s, look := w.session, w.session.ChangedOutside()
	work.Go(w.runner, "outside", func(context.Context) bool { return look() }, func(changed bool) {
		w.draft.Flush()
		if w.auto.saving != nil {
			w.auto.look = true // it is not known yet what of it was written here
			return
		}
		if changed && s == w.session && !w.onStage && !w.asks() && s.ChangedOutside()() {
			w.changedOutside()
		}
	})
}

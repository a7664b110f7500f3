// Package ui is the window: the open talk, the places where it is worked on,
// and what a person can ask for. It composes; the talk's own rules live in
// package talk, and each place draws itself.
package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"talkgiver/assets"
	"talkgiver/talk/library"
	"talkgiver/talk/markdown"
	engine "talkgiver/talk/rehearse"
	"talkgiver/talk/say"
	"talkgiver/talk/score"
	"talkgiver/ui/beginning"
	"talkgiver/ui/draft"
	"talkgiver/ui/journey"
	panel "talkgiver/ui/library"
	"talkgiver/ui/rehearse"
	"talkgiver/ui/slides"
	"talkgiver/ui/theme"
	"talkgiver/ui/work"
)

// Options are what main gives the window.
type Options struct {
	App    fyne.App
	Folder string // the library's folder
	// Recovery is the folder for copies of what is not saved yet.
	Recovery string
	File     string // the talk to open; "" is the one that was open last
	// Cache is a folder for what can be computed again; "" keeps nothing.
	Cache string
	// Watch follows what other programs do in the library's folder.
	Watch bool
	// Samples are put into a new library, and the first start opens the first.
	Samples []assets.Sample
	// Do runs a function on the UI goroutine: fyne.Do, or a queue in tests.
	Do func(func())
	// Now is the wall clock. It is called on several goroutines.
	Now func() time.Time
}

// place is what the window shows.
type place int

const (
	placeDraft place = iota
	placeRehearse
	placeSlides
	placeJourney
)

// Window is the app's window. It is for the UI goroutine.
type Window struct {
	app     fyne.App
	win     fyne.Window
	prefs   Prefs
	theme   *theme.Theme
	runner  *work.Runner
	words   say.Speaker
	now     func() time.Time
	folder  string
	started time.Time // of the clock that never jumps
	onUI    func(func())
	browse  browser
	list    talkList

	session *Session
	scorer  *score.Scorer // of the open talk
	facts   score.Inputs  // what the journal knows of the talk
	journal *journalWriter
	keeper  *keeper
	auto    *autosave
	left    []library.Copy // what windows have left behind that ended without saving
	place   place
	onStage bool
	past    bool      // the speaker has gone past the page on which a talk begins
	began   time.Time // when that was shown; what is typed there is one step of undo

	guarding bool // the question whether to save stands
	closed   bool // the app is ending

	dialogs   []standing // the last one on top
	table     []command
	menu      *fyne.MainMenu
	frame     *frame
	beginning *beginning.Page
	talks     *panel.Panel
	draft     *draft.Place
	rehearse  *rehearse.Place // nil until it is first gone to
	slides    *slides.Place   // so is this
	journey   *journey.Place  // and this
	log       journalLog      // what the journal has of the open talk
	cut       freshCut        // its run that was cut off just now
	offersRun bool            // such a run is still to be offered
	audience  *audience       // the window with the slides, while a talk is given
	hourly    *work.Settle    // looks for talks that want a rehearsal
	live      engine.Live     // how much longer this person takes on stage, once other talks have told
	report    score.Report    // its score as it was last weighed
	writing   stopwatch       // how long the open talk was written on
	before    []byte          // its bytes as it was opened
}

// NewWindow makes the window and opens the talk. Run the app afterwards.
func NewWindow(o Options) (*Window, error) {
	o.Do = work.Batch(o.Do)
	prefs := Prefs{o.App.Preferences()}
	if err := loadWords(prefs.Language()); err != nil {
		return nil, err
	}
	w := &Window{
		app: o.App, prefs: prefs, runner: work.New(o.Do), now: o.Now, folder: o.Folder, started: time.Now(), onUI: o.Do, browse: systemBrowser(o.App),
		words: say.For(language()),
	}
	w.theme = theme.New(w.prefs.Appearance())
	w.theme.TextScale = w.prefs.TextSize()
	o.App.Settings().SetTheme(w.theme)
	w.win = o.App.NewWindow("Talkgiver")
	w.win.SetPadded(false)
	w.win.SetMaster()
	w.journal = newJournalWriter(o.Do, func(err error) { w.fail(lang.L("The journal could not be written."), err) })
	recovery, noRecovery := library.OpenRecovery(o.Recovery)
	w.keeper = newKeeper(recovery, w.runner, o.Do, w.keep, w.notKept)
	w.auto = newAutosave(w)
	w.session, w.scorer = NewSession(nil), new(score.Scorer)
	w.list.index = library.NewIndex(o.Folder, o.Cache)
	w.build()
	w.win.Resize(fyne.NewSize(1280, 800))
	w.win.SetCloseIntercept(w.quit)
	w.win.SetOnDropped(w.dropped)
	w.win.Canvas().AddShortcut(&fyne.ShortcutRedo{}, func(fyne.Shortcut) { w.redo() }) // Ctrl+Y, for those who know it from elsewhere
	w.win.Canvas().AddShortcut(&fyne.ShortcutPaste{}, w.pasteOutside)
	w.win.Canvas().SetOnTypedKey(w.typedKey)
	w.win.Canvas().SetOnTypedRune(w.typedRune)
	o.App.Lifecycle().SetOnEnteredForeground(w.lookOutside)
	o.App.Lifecycle().SetOnExitedForeground(w.auto.leave)
	w.openFirst(o)
	if chosen := w.prefs.Folder(); chosen != "" && chosen != w.folder && !isFolder(chosen) {
		w.frame.tell(lang.L("Your folder {{.Folder}} is not there.", map[string]any{"Folder": chosen}))
	}
	if o.Watch {
		w.watch()
		o.App.Lifecycle().SetOnStopped(w.stopWatching)
	}
	if noRecovery != nil {
		w.notKept(noRecovery)
	} else {
		w.left = recovery.Left()
	}
	return w, nil
}

// build makes the places and the frame around them.
func (w *Window) build() {
	w.draft = draft.New(draft.Config{
		Do:    w.do,
		Break: func() { w.session.Break() },
		Held:  w.keeper.settle.Touch,
		Undo:  w.undo,
		Redo:  w.redo,
		Help:  w.showKeys,
		Focus: func(f fyne.Focusable) { w.win.Canvas().Focus(f) },
		ShowMenu: func(menu *fyne.Menu, at fyne.Position) {
			showMenu(w.win.Canvas(), menu, at)
		},
		OnView: func() {
			w.frame.showPlace()
			w.updateMenu()
		},
		AskReason:   w.askReason,
		NoteMessage: w.noteMessage,
		Now:         w.now,
		Words:       w.words,
		Numbers:     w.prefs.Numbers,
		Pace:        w.prefs.Pace,
		Settle:      w.runner.Settle,
	})
	w.table = w.commands()
	w.talks = panel.New(panel.Config{
		Open: w.openAt, New: w.newTalk, NewKey: w.keyOf(lang.L("New talk")), Words: w.words, Today: w.now, Runner: w.runner,
		ShowMenu:  func(menu *fyne.Menu, at fyne.Position) { showMenu(w.win.Canvas(), menu, at) },
		Focus:     func(f fyne.Focusable) { w.win.Canvas().Focus(f) },
		Duplicate: w.duplicate, Rename: w.askRename, Trash: w.trash, Reveal: w.reveal,
		LookAgain: func() { w.listTalks() }, MakeFolder: w.makeFolder,
		View: w.prefs.TalksView(), ViewChanged: w.prefs.SetTalksView,
	})
	w.beginning = w.newBeginning()
	w.frame = newFrame(w)
	w.win.SetContent(w.frame.content)
	w.buildMenu()
}

// Show shows the window, and what earlier ones have left behind.
func (w *Window) Show() {
	w.win.Show()
	w.focusDraft()
	w.offerLeft(w.left)
	w.left = nil
}

// do applies an edit that comes from a field. It reports whether it could be
// done; if not, the bar says why.
func (w *Window) do(edit markdown.Edit, origin string) bool {
	if err := w.session.Do(edit, origin, w.now()); err != nil {
		w.frame.tell(w.editRefused(err))
		w.draft.Show(w.session.Document(), "")
		return false
	}
	return true
}

// changed follows a change of the document into everything that shows it.
func (w *Window) changed(origin string) {
	w.draft.Show(w.session.Document(), origin)
	if w.audience != nil {
		w.audience.show.Update(w.session.Talk())
	}
	switch w.place {
	case placeRehearse:
		w.rehearse.Update(w.session.Talk())
	case placeSlides:
		w.slides.Update(w.session.Talk())
	case placeJourney:
		w.journey.Update(w.session.Talk())
	}
	w.writing.touch(w.now())
	w.keep()
	w.auto.touch()
	w.frame.showStatus()
	w.updateMenu()
	w.weigh()
	w.lookForBeginning()
}

// weigh computes the score away from the UI goroutine. What is no longer asked
// for by the time its turn comes is not computed: the runner drops it.
func (w *Window) weigh() {
	scorer, d, in := w.scorer, w.session.Document(), w.inputs()
	work.Go(w.runner, "score", func(ctx context.Context) score.Report {
		if ctx.Err() != nil {
			return score.Report{}
		}
		return scorer.Of(d.Talk(), in)
	}, func(r score.Report) {
		w.report = r
		w.draft.ShowReport(d, r)
		if w.journey != nil {
			w.journey.ShowReport(r)
		}
	})
}

// inputs is what the score needs beside the talk.
func (w *Window) inputs() score.Inputs {
	in := w.facts
	in.Pace, in.Today = w.prefs.Pace(), w.now()
	return in
}

// show goes to a place.
func (w *Window) show(p place) {
	if w.place == p {
		if p == placeRehearse {
			w.rehearse.Home()
		}
		return
	}
	if w.place == placeRehearse {
		w.rehearse.Leave()
	}
	w.place = p
	switch p {
	case placeRehearse:
		w.rehearsal()
	case placeSlides:
		w.showSlides()
	case placeJourney:
		w.showJourney()
	}
	w.frame.showPlace()
	w.frame.showStatus()
	switch p {
	case placeDraft:
		w.backToDraft()
	case placeSlides, placeJourney:
		w.win.Canvas().Unfocus()
	case placeRehearse:
		w.rehearsal().Update(w.session.Talk())
		w.win.Canvas().Unfocus()
		w.rehearse.Focus()
		w.learnLive()
	}
	w.updateMenu()
}

// undo takes the last step back, with the cursor where it was before it.
func (w *Window) undo() {
	w.draft.Flush()
	w.step(w.session.Undo, w.session.UndoCursor(), w.beginning.Undo)
}

// redo does again what was undone, with the cursor behind it.
func (w *Window) redo() {
	w.draft.Flush()
	w.step(w.session.Redo, nil, w.beginning.Redo)
}

// step takes a step of the talk back or does it again. On the page where a talk
// begins the steps are those of its fields.
func (w *Window) step(move func() error, cursor any, inField func()) {
	if w.place == placeDraft && w.frame.beginning() {
		inField()
		return
	}
	before := w.session.Document()
	if err := move(); err != nil {
		w.fail(lang.L("That could not be taken back."), err)
		return
	}
	w.frame.stepped()
	if w.place == placeDraft && !w.frame.beginning() && !w.draft.GoToCursor(cursor) {
		w.draft.GoToChange(before)
	}
}

// setAppearance chooses light or dark.
func (w *Window) setAppearance(m theme.Mode) {
	w.theme.Mode = m
	w.prefs.SetAppearance(m)
	w.app.Settings().SetTheme(w.theme)
	w.updateMenu()
}

// toggleNumbers shows figures beside the advice, or the advice alone.
func (w *Window) toggleNumbers() {
	w.prefs.SetNumbers(!w.prefs.Numbers())
	w.weigh()
	w.updateMenu()
}

// toggleTalks folds or unfolds the list of talks. A narrow window shows it for
// as long as it is needed.
func (w *Window) toggleTalks() {
	if w.frame.isNarrow() && w.prefs.ShowTalks() {
		w.frame.setPeek(!w.frame.peek)
		w.turnToTalks(w.frame.peek)
		return
	}
	w.prefs.SetShowTalks(!w.prefs.ShowTalks())
	w.frame.showPlace()
	w.updateMenu()
	w.turnToTalks(w.prefs.ShowTalks() && w.place == placeDraft)
}

// turnToTalks gives the keyboard to a list that was asked for, and takes it from
// one that went out of sight: nobody sees what is typed there.
func (w *Window) turnToTalks(shown bool) {
	switch canvas := w.win.Canvas(); {
	case shown:
		w.talks.FocusSearch()
	case w.talks.Holds(canvas.Focused()):
		canvas.Unfocus()
	}
}

// keyOf returns the keys of the command with this title, as they are written.
func (w *Window) keyOf(title string) string {
	for _, c := range w.table {
		if c.title == title {
			return c.keys()
		}
	}
	return ""
}

// title is the name of the open talk, for the window and for questions.
func (w *Window) title() string {
	if t := w.session.Title(); t != "" {
		return t
	}
	return lang.L("New talk")
}

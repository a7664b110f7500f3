package ui

import (
	"bytes"
	"context"
	"io"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	"talkgiver/talk/journal"
	"talkgiver/talk/library"
	"talkgiver/talk/markdown"
	engine "talkgiver/talk/rehearse"
	"talkgiver/talk/say"
	"talkgiver/ui/work"
)

// appendRun writes what happened in the rehearsal, with which a run that was cut
// off is seen to. What takes a run back changes what the journey and the score know.
func (w *Window) appendRun(events ...talk.Event) {
	w.cut = freshCut{}
	w.appendEvents(events...)
	for _, e := range events {
		if _, ok := e.Body.(talk.Deletion); ok {
			w.readJournal()
		}
	}
}

// openRun shows the report of a run.
func (w *Window) openRun(id string) {
	w.show(placeRehearse)
	w.rehearse.OpenRun(id)
}

// debrief asks what is to be said of a talk that was given.
func (w *Window) debrief(run string) {
	w.show(placeJourney)
	w.journey.OpenDebrief(run)
}

// editTold applies an edit that was not made in the draft, as a step of its own,
// and tells how to take it back.
func (w *Window) editTold(edit markdown.Edit) bool {
	w.session.Break()
	done := w.do(edit, "")
	if done {
		w.frame.tellUndo(lang.L("The talk has it now. {{.Key}} takes it back.", map[string]any{"Key": w.keyOf(lang.L("Undo"))}))
	}
	return done
}

// askYes asks a question that something hangs on.
func (w *Window) askYes(title, text, yes string, then func()) {
	w.ask(title, text, answer{text: lang.L("Cancel"), main: true}, answer{text: yes, run: then})
}

// exportRuns asks for a file, beside the talk unless the person says otherwise,
// and writes runs there.
func (w *Window) exportRuns(extension string, write func(io.Writer) error) {
	name := strings.TrimSuffix(library.FileName(w.title()), library.Extension)
	if p := w.session.Path(); p != "" {
		name = strings.TrimSuffix(filepath.Base(p), filepath.Ext(p))
	}
	w.askFile(lang.L("Save the runs as"), name+"-"+lang.L("runs")+extension, extension, func(path string) {
		if w.isOwn(path) {
			w.ask(lang.L("That is the talk's own file"), lang.L("Runs in its place would lose what you say. Choose another name."),
				answer{text: lang.L("Choose another name"), main: true, run: func() { w.exportRuns(extension, write) }})
			return
		}
		var data bytes.Buffer
		err := write(&data)
		if err == nil {
			_, err = library.Overwrite(path, data.Bytes())
		}
		if err != nil {
			w.fail(lang.L("The runs could not be saved."), err)
			return
		}
		w.frame.tell(lang.L("Saved in {{.File}}", map[string]any{"File": filepath.Base(path)}))
	})
}

// printCards opens the card for the listeners of a run in the browser, from
// where it can be printed; nil is the talk as it will be given.
func (w *Window) printCards(run *talk.Run) {
	deal := w.session.Talk().Deal
	card := say.Card{Title: w.session.Title(), Event: deal.Event.Text}
	if deal.Date.Given() {
		card.Date = deal.Date.Day
	}
	if run != nil {
		card.Event = run.Event
		card.Date = run.Started
		if day, err := time.Parse(time.DateOnly, run.Date); err == nil {
			card.Date = day
		}
	}
	page, err := w.words.Card(card)
	failed := lang.L("The cards could not be opened in the browser.")
	if err != nil {
		w.fail(failed, err)
		return
	}
	w.openPage("cards.html", page, failed)
}

// stageFactor is how much longer this person takes on stage, as far as the
// setting and the other talks tell.
func (w *Window) stageFactor() engine.Live {
	if w.live == (engine.Live{}) {
		return engine.LiveFactor(w.prefs.LiveFactor())
	}
	return w.live
}

// learnLive reads the other talks' journals for how much longer they took on
// stage, away from the UI goroutine.
func (w *Window) learnLive() {
	own, start := w.session.Path(), w.prefs.LiveFactor()
	var paths []string
	for _, e := range w.talks.Talks() {
		if e.Path != own {
			paths = append(paths, e.Path)
		}
	}
	work.Go(w.runner, "live", func(ctx context.Context) engine.Live {
		return engine.LiveFactor(start, runsOf(ctx, paths)...)
	}, func(live engine.Live) {
		if live == w.stageFactor() {
			return
		}
		w.live = live
		w.rehearse.Refresh()
	})
}

// runsOf reads the runs of talks from their journals. A talk without one that
// can be read has none.
func runsOf(ctx context.Context, paths []string) [][]talk.Run {
	var talks [][]talk.Run
	for _, path := range paths {
		if ctx.Err() != nil {
			break
		}
		if log, err := journal.Read(journal.Path(path)); err == nil {
			talks = append(talks, journal.Runs(log.Events))
		}
	}
	return talks
}

package ui

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"talkgiver/assets"
	"talkgiver/talk/markdown"
	"talkgiver/ui/beginning"
	"talkgiver/ui/work"
)

// fromBeginning is the origin of the edits that come from the beginning.
const fromBeginning = "beginning"

// newBeginning makes the page on which a talk begins.
func (w *Window) newBeginning() *beginning.Page {
	return beginning.New(beginning.Config{
		Templates: templates(),
		Changed: func(d *markdown.Document) {
			// The talk is there from the first key on, so that whatever keeps a
			// talk keeps this one. All of it is one step of undo.
			if err := w.session.Do(markdown.Replace{Source: d.Bytes()}, fromBeginning, w.began); err != nil {
				w.frame.tell(w.editRefused(err))
			}
		},
		Begin:    func() { w.begin(w.beginning.Document()) },
		Choose:   w.begin,
		Help:     w.showKeys,
		Focus:    func(f fyne.Focusable) { w.win.Canvas().Focus(f) },
		Pace:     w.prefs.Pace,
		BeginKey: w.keyOf(lang.L("Add a section")),
	})
}

// templates are the templates in the language of the window.
func templates() []beginning.Template {
	titles := map[string][2]string{
		"a-problem-solved": {lang.L("A problem solved"), lang.L("You found a way that spares them a problem.")},
		"a-true-story":     {lang.L("A true story"), lang.L("Something happened to you that they will not forget.")},
		"what-we-learned":  {lang.L("What we learned"), lang.L("You believed something, and found out that it is otherwise.")},
		"lightning-talk":   {lang.L("Lightning talk"), lang.L("Five minutes, one thing.")},
	}
	var list []beginning.Template
	for _, t := range assets.Templates(language()) {
		list = append(list, beginning.Template{Title: titles[t.Name][0], Purpose: titles[t.Name][1], Data: t.Data})
	}
	return list
}

// isEmpty reports whether the open talk has nothing in it and no file.
func (w *Window) isEmpty() bool {
	return w.session.Path() == "" && len(strings.TrimSpace(string(w.session.Document().Bytes()))) == 0
}

// lookForBeginning shows the beginning where a talk has nothing in it, unless
// the speaker has gone past it.
func (w *Window) lookForBeginning() {
	if w.isEmpty() && !w.past {
		w.frame.showBeginning(true)
	}
}

// begin goes from the beginning to the draft. Undo leads back from there, unless
// there is nothing to go back to.
func (w *Window) begin(d *markdown.Document) {
	w.past = true
	w.do(markdown.Replace{Source: d.Bytes()}, "")
	w.past = w.isEmpty()
	w.frame.showBeginning(false)
	w.draft.Open(w.session.Document())
	w.weigh()
	w.draft.FocusFirst()
	w.updateMenu()
}

// takeBeginning begins or ends the beginning with a talk that is opened.
func (w *Window) takeBeginning() {
	w.past, w.began = !w.isEmpty(), w.now()
	w.beginning.Clear()
	w.frame.showBeginning(!w.past)
	if !w.past {
		w.beginning.FocusFirst()
	}
}

// backToDraft puts the cursor where it was before another place.
func (w *Window) backToDraft() {
	if w.frame.beginning() {
		w.beginning.FocusFirst()
		return
	}
	w.draft.FocusCurrent()
}

// focusDraft puts the cursor where a writer would begin.
func (w *Window) focusDraft() {
	if w.frame.beginning() {
		w.beginning.FocusFirst()
		return
	}
	w.draft.FocusFirst()
}

// addSection adds a section to the draft. From the beginning it leads there;
// what is written there has sections of its own.
func (w *Window) addSection() {
	if w.frame.beginning() {
		empty := w.beginning.Empty()
		w.begin(w.beginning.Document())
		if !empty {
			return
		}
	}
	w.draft.AddSection()
}

// pasteOutside takes a text that is pasted while no field has the cursor: an
// empty talk begins with it.
func (w *Window) pasteOutside(fyne.Shortcut) {
	if w.place == placeDraft && w.isEmpty() && w.win.Canvas().Overlays().Top() == nil {
		if text := w.app.Clipboard().Content(); strings.TrimSpace(text) != "" {
			w.beginWith(text)
		}
	}
}

// beginWith begins a talk with a text.
func (w *Window) beginWith(text string) {
	w.past = false
	w.frame.showBeginning(true)
	w.show(placeDraft)
	w.beginning.Paste(text)
}

// droppedText takes a file that is no talk, but has a text or an outline in it.
// It reports whether the file is one of those.
func (w *Window) droppedText(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".txt", ".text", ".opml", ".org", ".rst":
	default:
		return false
	}
	type found struct {
		text string
		ok   bool
		err  error
	}
	work.Go(w.runner, "text", func(context.Context) found {
		data, err := os.ReadFile(path)
		text, ok := markdown.ReadText(data)
		return found{text, ok, err}
	}, func(f found) {
		switch {
		case f.err != nil:
			w.fail(lang.L("The text could not be read."), f.err)
		case !f.ok:
			w.ask(lang.L("The text could not be read."), lang.L("“{{.File}}” is no plain text. Open it where it was written, copy the text and paste it here.", map[string]any{"File": filepath.Base(path)}),
				answer{text: lang.L("Close"), main: true})
		case w.frame.beginning():
			w.beginWith(f.text)
		default:
			w.guard(func() {
				w.take(NewSession(nil))
				w.beginWith(f.text)
			})
		}
	})
	return true
}

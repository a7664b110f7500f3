package ui

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	"talkgiver/talk/library"
	deck "talkgiver/talk/slides"
	"talkgiver/ui/slides"
)

// showSlides makes the place where the deck is seen when it is first gone to,
// and brings it to what the talk is now: at the section that was worked on.
func (w *Window) showSlides() {
	if w.slides == nil {
		w.slides = slides.New(slides.Config{
			Runner: w.runner,
			Folder: w.talkFolder,
			Pace:   w.prefs.Pace,
			Export: w.export,
			Import: w.importDialog,
			Edit: func(section int) {
				w.show(placeDraft)
				w.draft.GoTo(talk.Span{}, section)
			},
			Choice: w.prefs.Slides,
			Chosen: w.prefs.SetSlides,
		})
		w.slides.Begin(w.session.Talk())
		w.frame.rooms[placeSlides].Add(w.slides.Content())
	}
	w.slides.Update(w.session.Talk())
	w.slides.GoToSection(w.draft.Current())
}

// talkFolder is the folder of the talk's file, or "" when it has none yet.
func (w *Window) talkFolder() string {
	if p := w.session.Path(); p != "" {
		return filepath.Dir(p)
	}
	return ""
}

// export sends the talk's slides, written for a tool, where the person wants
// them.
func (w *Window) export(f deck.Flavour, opt deck.Options, to slides.Target) {
	switch to {
	case slides.ToFile:
		w.exportFile(f, opt)
	case slides.ToClipboard:
		w.app.Clipboard().SetContent(string(f.Bytes(deck.New(w.session.Talk(), opt))))
		w.frame.tell(lang.L("The slides for {{.Tool}} are in the clipboard.", map[string]any{"Tool": f.Title}))
	case slides.ToBrowser:
		w.exportBrowser(opt)
	}
}

// exportFile asks for a file, beside the talk unless the person says otherwise,
// and writes the deck there.
func (w *Window) exportFile(f deck.Flavour, opt deck.Options) {
	name := strings.TrimSuffix(library.FileName(w.title()), library.Extension)
	if p := w.session.Path(); p != "" {
		name = strings.TrimSuffix(filepath.Base(p), filepath.Ext(p))
	}
	title := lang.L("Export slides for {{.Tool}}", map[string]any{"Tool": f.Title})
	w.askFile(title, name+"-"+f.Name+f.Extension, f.Extension, func(path string) {
		if w.isOwn(path) {
			w.ask(lang.L("That is the talk's own file"), lang.L("Slides in its place would lose what you say. Choose another name."),
				answer{text: lang.L("Choose another name"), main: true, run: func() { w.exportFile(f, opt) }})
			return
		}
		w.writeDeck(f, opt, path)
	})
}

// writeDeck writes the deck to a file, and remembers which one.
func (w *Window) writeDeck(f deck.Flavour, opt deck.Options, path string) {
	d := deck.New(w.session.Talk(), opt)
	if _, err := library.Overwrite(path, f.Bytes(d)); err != nil {
		w.fail(lang.L("The slides could not be written."), err)
		return
	}
	w.prefs.SetExported(w.session.Path(), path)
	w.frame.tell(lang.N("{{.Count}} slides written to {{.File}}", len(d.Slides), map[string]any{"Count": len(d.Slides), "File": filepath.Base(path)}))
}

// exportAgain writes the deck where it was written last, in the same flavour,
// and asks where there was no last time.
func (w *Window) exportAgain() {
	choice := w.prefs.Slides()
	f := choice.Tool()
	path, ok := w.prefs.Exported(w.session.Path())
	if _, err := os.Stat(path); !ok || err != nil || filepath.Ext(path) != f.Extension || w.isOwn(path) {
		w.exportFile(f, choice.Options(w.prefs.Pace()))
		return
	}
	w.writeDeck(f, choice.Options(w.prefs.Pace()), path)
}

// exportBrowser opens the deck in the browser: one file in the cache, which the
// next one replaces.
func (w *Window) exportBrowser(opt deck.Options) {
	f, ok := deck.ByName("html")
	if !ok {
		return
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		w.fail(lang.L("The slides could not be written."), err)
		return
	}
	path := filepath.Join(cache, "talkgiver", "deck"+f.Extension)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		w.fail(lang.L("The slides could not be written."), err)
		return
	}
	if _, err := library.Overwrite(path, f.Bytes(deck.New(w.session.Talk(), opt))); err != nil {
		w.fail(lang.L("The slides could not be written."), err)
		return
	}
	if err := w.app.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}); err != nil {
		w.fail(lang.L("The browser could not be opened."), err)
	}
}

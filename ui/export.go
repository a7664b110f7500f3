package ui

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/lang"

	"talkgiver/talk/library"
	"talkgiver/talk/slides"
)

// export writes the talk's slides for a tool, beside the talk unless the person
// says otherwise.
func (w *Window) export(f slides.Flavour) {
	name := strings.TrimSuffix(library.FileName(w.title()), library.Extension)
	if p := w.session.Path(); p != "" {
		name = strings.TrimSuffix(filepath.Base(p), filepath.Ext(p))
	}
	title := lang.L("Export slides for {{.Tool}}", map[string]any{"Tool": f.Title})
	w.askFile(title, name+"-"+f.Name+f.Extension, f.Extension, func(path string) {
		if w.isOwn(path) {
			w.ask(lang.L("That is the talk's own file"), lang.L("Slides in its place would lose what you say. Choose another name."),
				answer{text: lang.L("Choose another name"), main: true, run: func() { w.export(f) }})
			return
		}
		deck := slides.New(w.session.Talk(), slides.Options{Pace: w.prefs.Pace()})
		if _, err := library.Overwrite(path, f.Bytes(deck)); err != nil {
			w.fail(lang.L("The slides could not be written."), err)
			return
		}
		w.frame.tell(lang.N("{{.Count}} slides written to {{.File}}", len(deck.Slides), map[string]any{"Count": len(deck.Slides), "File": filepath.Base(path)}))
	})
}

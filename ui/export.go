package ui

import (
	"cmp"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	"talkgiver/talk/library"
	deck "talkgiver/talk/slides"
	"talkgiver/ui/slides"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
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
			Counted: w.frame.showStatus,
			Choice:  w.prefs.Slides,
			Chosen: func(c slides.Choice) {
				w.prefs.SetSlides(c)
				w.frame.showStatus() // it counts the slides
			},
		})
		w.slides.Begin(w.session.Talk())
		w.frame.rooms[placeSlides].Add(w.slides.Content())
	}
	w.slides.Update(w.session.Talk())
	w.slides.GoToSection(w.draft.Current())
}

// exportSlides goes to where slides are exported from; there it asks for the file.
func (w *Window) exportSlides() {
	if w.place == placeSlides {
		w.slides.ExportAs()
		return
	}
	w.show(placeSlides)
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
	if !w.isWhole() {
		return
	}
	switch to {
	case slides.ToFile:
		if w.canMake(f) {
			w.exportFile(f, opt)
		}
	case slides.ToFolder:
		if w.canMake(f) {
			w.exportFolder(f, opt)
		}
	case slides.ToClipboard:
		w.exportClipboard(f, opt)
	case slides.ToBrowser:
		w.exportBrowser(opt)
	}
}

// pandocPage is where one gets pandoc.
const pandocPage = "https://pandoc.org/installing.html"

// canMake reports whether the program is installed that makes a flavour's file,
// and else says so before anything else is asked.
func (w *Window) canMake(f deck.Flavour) bool {
	if f.Through == "" {
		return true
	}
	_, err := exec.LookPath(f.Through)
	if err == nil {
		return true
	}
	w.ask(lang.L("{{.Tool}} needs {{.Program}}", map[string]any{"Tool": slides.ToolName(f), "Program": f.Through}),
		lang.L("That program makes the file, and it is not installed on this machine. It is free:")+"\n\n"+pandocPage,
		answer{text: lang.L("Copy the address"), main: true, run: func() {
			w.app.Clipboard().SetContent(pandocPage)
			w.frame.tell(lang.L("It is in the clipboard."))
		}},
		answer{text: lang.L("Close")})
	return false
}

// exportFile asks for a file, beside the talk unless the person says otherwise,
// and writes the deck there.
func (w *Window) exportFile(f deck.Flavour, opt deck.Options) {
	name := strings.TrimSuffix(library.FileName(w.title()), library.Extension)
	if p := w.session.Path(); p != "" {
		name = strings.TrimSuffix(filepath.Base(p), filepath.Ext(p))
	}
	if f.Extension != "."+f.Name { // else the extension says it
		name += "-" + f.Name
	}
	title := lang.L("Export slides: {{.Tool}}", map[string]any{"Tool": slides.ToolName(f)})
	w.askFile(title, name+f.Extension, f.Extension, func(path string) {
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
	from := deck.Publication{Talk: w.session.Path(), Folder: filepath.Dir(path)}
	w.publish(f, d, from, func(file []byte) error {
		_, err := library.Overwrite(path, file)
		return err
	}, func() {
		w.prefs.SetExported(from.Talk, path)
		w.toldSlides(len(d.Slides), filepath.Base(path))
	})
}

// toldSlides says what was written.
func (w *Window) toldSlides(n int, file string) {
	w.frame.tell(lang.N("{{.Count}} slides written to {{.File}}", n, map[string]any{"Count": n, "File": file}))
}

// publish makes the file of a deck, away from the UI goroutine since pandoc or a
// slow disk take their time, and writes it. What could not be embedded is told.
func (w *Window) publish(f deck.Flavour, d *deck.Deck, to deck.Publication, write func(file []byte) error, then func()) {
	w.writeSlides(f, func(ctx context.Context) ([]deck.MissingImage, error) {
		file, missing, err := f.Publish(ctx, d, to)
		if err == nil {
			err = ctx.Err() // what was cancelled is not written
		}
		if err == nil {
			err = write(file)
		}
		return missing, err
	}, then)
}

// writeSlides makes and writes slides away from the UI goroutine. It tells why it could
// not be done, or which pictures are missing, and then goes on.
func (w *Window) writeSlides(f deck.Flavour, write func(context.Context) ([]deck.MissingImage, error), then func()) {
	type made struct {
		missing []deck.MissingImage
		err     error
	}
	doing := lang.L("Writing the slides: {{.Tool}}", map[string]any{"Tool": slides.ToolName(f)})
	progress(w, "export", doing, func(ctx context.Context) made {
		missing, err := write(ctx)
		return made{missing, err}
	}, func(m made) {
		switch {
		case m.err != nil:
			w.fail(lang.L("The slides could not be written."), m.err)
		case len(m.missing) > 0:
			w.tellMissing(m.missing, then) // one word after the other
		default:
			then()
		}
	})
}

// exportClipboard puts the deck's text into the clipboard: Pandoc's Markdown for
// what pandoc makes a file of.
func (w *Window) exportClipboard(f deck.Flavour, opt deck.Options) {
	f.Through = ""
	var text []byte
	w.publish(f, deck.New(w.session.Talk(), opt), deck.Publication{Talk: w.session.Path()}, func(file []byte) error {
		text = file
		return nil
	}, func() {
		w.app.Clipboard().SetContent(string(text))
		w.frame.tell(lang.L("The slides are in the clipboard: {{.Tool}}.", map[string]any{"Tool": slides.ToolName(f)}))
	})
}

// tellMissing lists the pictures that are not there, each with the reason,
// and goes on once that is read.
func (w *Window) tellMissing(all []deck.MissingImage, then func()) {
	const width = 480
	rows := widgets.Column(theme.SizeNameSpace3, widgets.Soft(lang.L("Their words stand in their place.")))
	for _, image := range all {
		name := lang.N("Slides {{.Slides}}: {{.Picture}}", len(image.Slides), map[string]any{"Slides": image.Numbers(lang.L("and")), "Picture": image.Name()})
		rows.Add(widgets.Column(theme.SizeNameSpace1, widgets.Strong(name), widgets.Soft(cmp.Or(slides.WhyMissing(image.Reason), sentence(image.Reason)))))
	}
	rows.Resize(fyne.NewSize(width, rows.MinSize().Height))
	scroll := container.NewVScroll(rows)
	scroll.SetMinSize(fyne.NewSize(width, min(320, rows.MinSize().Height)))
	d := w.askWith(lang.L("Some pictures are not there"), scroll, width+40, nil, answer{text: lang.L("All right"), main: true})
	d.SetOnClosed(then)
}

// exportFolder asks for a folder and writes the deck into one of its own there,
// with the pictures that it shows.
func (w *Window) exportFolder(f deck.Flavour, opt deck.Options) {
	title := lang.L("A folder for the slides: {{.Tool}}", map[string]any{"Tool": slides.ToolName(f)})
	w.askFolder(title, lang.L("Save here"), w.currentFolder(), func(path string) { w.writeFolder(f, opt, path) })
}

// writeFolder writes the deck into a new folder inside another one.
func (w *Window) writeFolder(f deck.Flavour, opt deck.Options, inside string) {
	d := deck.New(w.session.Talk(), opt)
	from := deck.Publication{Talk: w.session.Path()}
	name := strings.TrimSuffix(library.FileName(w.title()), library.Extension) + "-" + f.Name
	w.writeSlides(f, func(ctx context.Context) ([]deck.MissingImage, error) {
		file, copies, missing, err := f.Gather(ctx, d, from)
		if err == nil {
			err = ctx.Err() // what was cancelled is not written
		}
		if err != nil {
			return missing, err
		}
		folder, err := newFolder(filepath.Join(inside, name))
		if err != nil {
			return missing, err
		}
		if err := copyPictures(copies, folder); err != nil {
			return missing, err
		}
		_, err = library.Overwrite(filepath.Join(folder, name+f.Extension), file)
		return missing, err
	}, func() { w.toldSlides(len(d.Slides), name) })
}

// newFolder makes a folder that was not there: where there is one of its name
// it gets a number, so that nothing in it is replaced.
func newFolder(path string) (string, error) {
	for n := 1; ; n++ {
		folder := path
		if n > 1 {
			folder += "-" + strconv.Itoa(n)
		}
		err := os.Mkdir(folder, 0o755)
		if err == nil || !errors.Is(err, os.ErrExist) || n > 999 {
			return folder, err
		}
	}
}

// copyPictures copies pictures into a deck's folder. One that is not there is no
// error: the deck has its words, and it is told of.
func copyPictures(copies []deck.Copy, folder string) error {
	for _, c := range copies {
		data, err := os.ReadFile(c.From)
		if errors.Is(err, os.ErrNotExist) {
			continue
		} else if err != nil {
			return err
		}
		to := filepath.Join(folder, filepath.FromSlash(c.To))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(to, data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// exportAgain writes the deck where it was written last, in the same flavour,
// and asks where there was no last time.
func (w *Window) exportAgain() {
	choice := w.prefs.Slides()
	f := choice.Tool()
	if !w.isWhole() || !w.canMake(f) {
		return
	}
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
	var page []byte
	w.publish(f, deck.New(w.session.Talk(), opt), deck.Publication{Talk: w.session.Path()}, func(file []byte) error {
		page = file
		return nil
	}, func() {
		w.openPage("deck"+f.Extension, page, lang.L("The slides could not be opened in the browser."))
	})
}

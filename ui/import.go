package ui

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/storage"

	"talkgiver/talk/library"
	"talkgiver/talk/markdown"
	deck "talkgiver/talk/slides"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
	"talkgiver/ui/work"
)

// deckFiles are how the files of decks end.
func deckFiles() []string { return []string{".md", ".markdown", ".mkd", ".qmd", ".txt", ".opml"} }

// importDialog asks for a deck to make a talk of.
func (w *Window) importDialog() {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err == nil && r == nil {
			return
		}
		if err == nil {
			err = r.Close()
		}
		if err != nil {
			w.fail(lang.L("The deck could not be read."), err)
			return
		}
		w.importDeck(r.URI().Path())
	}, w.win)
	d.SetTitleText(lang.L("Make a talk of a deck"))
	d.SetFilter(storage.NewExtensionFileFilter(deckFiles()))
	w.startIn(d, w.currentFolder())
	w.present(d, nil)
	d.Resize(w.most()) // not before: Fyne's file dialog has no size until it is shown
}

// readDeck is a deck that was read, or why it was not.
type readDeck struct {
	*deck.Reading
	err error
}

// importDeck makes a talk of a deck's file. The talk has no file yet; the deck
// stays as it is.
func (w *Window) importDeck(path string) {
	doing := lang.L("Making a talk of “{{.File}}”", map[string]any{"File": filepath.Base(path)})
	folder := w.folder // where the talk will lie once it is saved
	progress(w, "import", doing, func(ctx context.Context) readDeck {
		file, err := library.Load(path)
		if err != nil {
			return readDeck{err: err}
		}
		read, err := deck.ReadInto(ctx, "", file.Data, filepath.Dir(path), folder)
		return readDeck{read, err}
	}, func(read readDeck) {
		switch {
		case errors.Is(read.err, deck.ErrNoText):
			w.ask(lang.L("The deck could not be read."), lang.L("“{{.File}}” is no text. Export it as Markdown where it was made.", map[string]any{"File": filepath.Base(path)}),
				answer{text: lang.L("Close"), main: true})
		case errors.Is(read.err, deck.ErrWebPage):
			w.ask(lang.L("The deck could not be read."), lang.L("“{{.File}}” is a web page. Choose the text that its slides were made of: for reveal.js its Markdown file, or what stands in the page’s data-markdown section, in a file of its own.", map[string]any{"File": filepath.Base(path)}),
				answer{text: lang.L("Close"), main: true})
		case read.err != nil:
			w.fail(lang.L("The deck could not be read."), read.err)
		case len(bytes.TrimSpace(read.Talk)) == 0:
			w.ask(lang.L("There is nothing to make a talk of."), lang.L("“{{.File}}” is empty.", map[string]any{"File": filepath.Base(path)}), answer{text: lang.L("Close"), main: true})
		default:
			w.guard(func() { w.takeDeck(read.Reading) })
		}
	})
}

// takeDeck opens what a deck became, and says what of it has no place in a talk.
func (w *Window) takeDeck(read *deck.Reading) {
	w.take(NewSession(nil))
	w.show(placeDraft)
	w.begin(markdown.Parse(read.Talk))
	if read.Flavour == deck.Outline {
		w.frame.tell(lang.L("The outline is a talk now. It is not saved yet."))
	} else {
		w.frame.tell(lang.N("{{.Count}} slides of {{.Tool}} are a talk now. It is not saved yet.", read.Slides, map[string]any{"Count": read.Slides, "Tool": toolTitle(read.Flavour)}))
	}
	if len(read.Kept) > 0 {
		w.tellKept(read.Kept)
	}
}

// toolTitle is what people call the tool of a flavour.
func toolTitle(name string) string {
	f, _ := deck.ByName(name)
	return f.Title
}

// tellKept lists what stands in the talk as comments.
func (w *Window) tellKept(all []deck.Kept) {
	rows := widgets.Column(theme.SizeNameSpace2)
	for place, kept := range byPlace(all) {
		if len(kept) == 0 {
			continue
		}
		title := lang.L("Settings")
		if place > 0 {
			title = lang.L("Slide {{.Number}}", map[string]any{"Number": place})
		}
		rows.Add(widgets.Column(theme.SizeNameSpace1, widgets.Caption(title), widgets.Soft(strings.Join(kept, "\n"))))
	}
	scroll := container.NewVScroll(rows)
	scroll.SetMinSize(fyne.NewSize(0, min(320, rows.MinSize().Height)))
	about := widgets.Soft(lang.L("They have no place in a talk, and stay in its file as comments, each where it was."))
	content := container.NewBorder(about, nil, nil, nil, scroll)
	w.askWith(lang.N("{{.Count}} pieces of the deck are kept", len(all), map[string]any{"Count": len(all)}), content, 520, nil, answer{text: lang.L("Good"), main: true})
}

// byPlace sorts what is kept by its slides; that of the whole deck comes first.
func byPlace(all []deck.Kept) [][]string {
	last := 0
	for _, kept := range all {
		last = max(last, kept.Slide)
	}
	places := make([][]string, last+1)
	for _, kept := range all {
		places[kept.Slide] = append(places[kept.Slide], shortened(kept.Text))
	}
	return places
}

// shortened returns the first line of a text, and no more of it than can be read
// at a glance.
func shortened(text string) string {
	line, _, more := strings.Cut(text, "\n")
	if runes := []rune(line); len(runes) > 70 {
		line, more = string(runes[:70]), true
	}
	if more {
		line += " …"
	}
	return line
}

// droppedDeck asks what to do with a file that a tool makes slides of. Any other
// is opened, and so is what is no text. It reports whether the file may be one.
func (w *Window) droppedDeck(path string) bool {
	if !slices.Contains([]string{".md", ".markdown", ".mkd", ".qmd"}, strings.ToLower(filepath.Ext(path))) {
		return false
	}
	work.Go(w.runner, "dropped", func(context.Context) string {
		file, err := library.Load(path)
		if err != nil {
			return "" // which opening it will say
		}
		if name, sure := deck.Detect(file.Data); sure {
			return name
		}
		return ""
	}, func(name string) {
		if name == "" {
			w.open(path)
			return
		}
		w.ask(lang.L("“{{.File}}” has slides for {{.Tool}}", map[string]any{"File": filepath.Base(path), "Tool": toolTitle(name)}),
			lang.L("A talk of them is a file of its own: slides become sections, notes become what you say. The slides stay as they are."),
			answer{text: lang.L("Make a talk of them"), main: true, run: func() { w.importDeck(path) }},
			answer{text: lang.L("Open the file as it is"), run: func() { w.open(path) }},
			answer{text: lang.L("Cancel")})
	})
	return true
}

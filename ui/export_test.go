package ui

import (
	"context"
	"errors"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	deck "talkgiver/talk/slides"
	"talkgiver/ui/slides"
	"talkgiver/ui/uitest"
	"talkgiver/ui/widgets"
)

func TestExport(t *testing.T) {
	path := talkFile(t, "## One\n\n- shown\n\nsaid\n")
	d := newDesk(t, path)
	d.exportAgain()
	d.answer("Save")
	d.settle()
	written := filepath.Join(filepath.Dir(path), "talk-marp.md")
	if !strings.Contains(onDisk(t, written), "shown") {
		t.Errorf("the slides are %q", onDisk(t, written))
	}
	if d.frame.told != "1 slide written to talk-marp.md" {
		t.Errorf("it tells %q", d.frame.told)
	}
	d.write("more ")
	d.exportAgain() // the same file, without a question
	d.settle()
	if len(d.words()) > 0 || !strings.Contains(onDisk(t, written), "more") {
		t.Errorf("exported again the slides are %q", onDisk(t, written))
	}
	d.show(placeSlides)
	d.slides.ExportAs()
	d.fill("talk.md")
	d.answer("Save")
	if !has(d.words(), "That is the talk's own file") {
		t.Fatalf("it asks %q", d.words())
	}
	if got := onDisk(t, path); got != "## One\n\n- shown\n\nsaid\n" {
		t.Errorf("the talk became %q", got)
	}
}

// The bar counts the slides as they are chosen.
func TestExport_SlidesAreCounted(t *testing.T) {
	d := newDesk(t, talkFile(t, "## One\n\n"+strings.Repeat("- a point\n", 20)))
	d.show(placeSlides)
	if d.frame.status.Text != "1 slide · 1 too full" {
		t.Fatalf("the bar says %q", d.frame.status.Text)
	}
	for _, o := range uitest.Visible(d.win.Content()) {
		if chip, ok := o.(*widgets.Chip); ok && chip.Text == "Split full slides" {
			test.Tap(chip)
		}
	}
	if d.frame.status.Text != "2 slides" || !d.prefs.Slides().Split {
		t.Errorf("split, the bar says %q", d.frame.status.Text)
	}
}

// A picture that was put beside the talk is seen when one comes back.
func TestSlides_PictureIsPutThere(t *testing.T) {
	path := talkFile(t, "## One\n\n- a\n\n![pot](pot.png)\n")
	d := newDesk(t, path)
	d.show(placeSlides)
	d.settle()
	warned := func() bool {
		for _, o := range uitest.Visible(d.win.Content()) {
			if text, ok := o.(*widgets.Text); ok && len(text.Spans) > 1 && strings.Contains(text.Spans[0].Text, "shows words instead of pot.png") {
				return true
			}
		}
		return false
	}
	if !warned() {
		t.Fatal("nothing is said of a picture that is not there")
	}
	f, err := os.Create(filepath.Join(filepath.Dir(path), "pot.png"))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(png.Encode(f, image.NewGray(image.Rect(0, 0, 4, 3))), f.Close()); err != nil {
		t.Fatal(err)
	}
	d.lookOutside()
	d.settle()
	if warned() {
		t.Error("it is put there, and said not to be there")
	}
}

// The key for the export leads to the slides, and there to the file. A file whose
// extension says what it is for is proposed with the name of the talk.
func TestExport_ByItsKey(t *testing.T) {
	for flavour, want := range map[string]string{"marp": "talk-marp.md", "html": "talk.html", "csv": "talk.csv"} {
		path := talkFile(t, "## One\n\n- shown\n\nsaid\n")
		d := newDesk(t, path)
		choice := d.prefs.Slides()
		choice.Flavour = flavour
		d.prefs.SetSlides(choice)
		var export command
		for _, c := range d.table {
			if c.title == "Export slides…" {
				export = c
			}
		}
		d.perform(export)
		if d.place != placeSlides || len(d.words()) > 0 {
			t.Fatalf("the key leads to place %v and asks %q", d.place, d.words())
		}
		d.perform(export)
		f, _ := deck.ByName(flavour)
		if !has(d.words(), "Export slides: "+f.Title) {
			t.Fatalf("pressed again, it asks %q", d.words())
		}
		d.answer("Save")
		d.settle()
		if got := onDisk(t, filepath.Join(filepath.Dir(path), want)); !strings.Contains(got, "One") {
			t.Errorf("%s holds %q", want, got)
		}
	}
}

// Where a merge has left two versions no slides are written: the marks would be on
// them.
func TestExport_TwoVersions(t *testing.T) {
	path := talkFile(t, "## One\n\n<<<<<<< ours\n- shown\n=======\n- seen\n>>>>>>> theirs\n")
	d := newDesk(t, path)
	d.show(placeSlides)
	for _, to := range []slides.Target{slides.ToFile, slides.ToFolder, slides.ToClipboard, slides.ToBrowser} {
		f, _ := deck.ByName("marp")
		d.export(f, deck.Options{}, to)
		d.settle()
		if !has(d.words(), "Two versions stand in the talk") {
			t.Fatalf("to %v it asks %q", to, d.words())
		}
		d.answer("Close")
	}
	d.exportAgain()
	d.answer("Go there")
	if d.place != placeDraft {
		t.Errorf("it leads to place %v", d.place)
	}
	if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) != 1 {
		t.Errorf("beside the talk stand %v, %v", entries, err)
	}
}

func TestExport_Folder(t *testing.T) {
	path := talkFile(t, "# Pots\n\n## One\n\n![a pot](pot.png)\n\n![gone](gone.png)\n")
	picture := filepath.Join(filepath.Dir(path), "pot.png")
	if err := os.WriteFile(picture, []byte("\x89PNG"), 0o644); err != nil {
		t.Fatal(err)
	}
	d := newDesk(t, path)
	inside := t.TempDir()
	marp, _ := deck.ByName("marp")
	for _, name := range []string{"pots-marp", "pots-marp-2"} { // a second time it replaces nothing
		d.writeFolder(marp, slides.Choice{Title: true}.Options(0), inside)
		d.settle()
		if words := d.words(); !has(words, "Some pictures are not there") || !has(words, "Slide 2: gone.png") || has(words, "pot.png") {
			t.Errorf("it says %q", words)
		}
		d.answer("All right")
		if got := onDisk(t, filepath.Join(inside, name, "images", "pot.png")); got != "\x89PNG" {
			t.Errorf("%s has the picture %q", name, got)
		}
		if got := onDisk(t, filepath.Join(inside, name, "pots-marp.md")); !strings.Contains(got, "](images/pot.png)") {
			t.Errorf("the deck in %s is %q", name, got)
		}
	}
}

// One file holds its pictures wherever it is written to.
func TestExport_FolderOfOneFile(t *testing.T) {
	path := talkFile(t, "# Pots\n\n## One\n\n![a pot](pot.png)\n")
	if err := os.WriteFile(filepath.Join(filepath.Dir(path), "pot.png"), []byte("\x89PNG\r\n\x1a\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	d := newDesk(t, path)
	inside := t.TempDir()
	html, _ := deck.ByName("html")
	d.writeFolder(html, slides.Choice{Title: true}.Options(0), inside)
	d.settle()
	if got := onDisk(t, filepath.Join(inside, "pots-html", "pots-html.html")); !strings.Contains(got, `<img src="data:image/png`) || d.question() != "" {
		t.Errorf("it asks %q, and the deck has no picture", d.question())
	}
}

// The question for a folder says what it is for.
func TestExport_AsksForAFolder(t *testing.T) {
	d := newDesk(t, talkFile(t, "## One\n\ntext\n"))
	marp, _ := deck.ByName("marp")
	d.export(marp, deck.Options{}, slides.ToFolder)
	var buttons []string
	for _, o := range d.overlay() {
		if b, ok := o.(*widget.Button); ok {
			buttons = append(buttons, b.Text)
		}
	}
	if words := d.words(); !has(words, "A folder for the slides: Marp") || !has(buttons, "Save here") {
		t.Errorf("it asks %q, with %q", words, buttons)
	}
}

func TestExport_PicturesThatAreNotThere(t *testing.T) {
	for _, flavour := range []string{"html", "marp"} {
		path := talkFile(t, "# Pots\n\n## One\n\n![gone](gone.png)\n\n## Two ![gone](gone.png)\n\n## Three\n\n- ![gone](gone.png)\n")
		d := newDesk(t, path)
		f, _ := deck.ByName(flavour)
		d.writeDeck(f, deck.Options{}, filepath.Join(filepath.Dir(path), "deck"))
		d.settle()
		if words := d.words(); !has(words, "Slides 2, 3 and 4: gone.png") || !has(words, "There is no such file.") || !has(words, "Their words stand in their place.") {
			t.Errorf("%s: it says %q", flavour, words)
		}
		d.answer("All right")
		if got := onDisk(t, filepath.Join(filepath.Dir(path), "deck")); !strings.Contains(got, "gone") {
			t.Errorf("%s: the deck does not show the picture's words", flavour)
		}
		d.export(f, deck.Options{}, slides.ToClipboard)
		d.settle()
		d.answer("All right")
		if got := d.app.Clipboard().Content(); !strings.Contains(got, "Three") || !strings.Contains(d.frame.told, "are in the clipboard") {
			t.Errorf("%s: it tells %q, and in the clipboard is %q", flavour, d.frame.told, got)
		}
	}
}

func TestExport_CannotBeWritten(t *testing.T) {
	d := newDesk(t, talkFile(t, "## One\n\ntext\n"))
	marp, _ := deck.ByName("marp")
	d.writeDeck(marp, deck.Options{}, filepath.Join(t.TempDir(), "gone", "deck.md"))
	d.settle()
	if !has(d.words(), "The slides could not be written.") {
		t.Errorf("it says %q", d.words())
	}
}

// Without pandoc there is no PowerPoint: that is said before a file is asked for.
func TestExport_WithoutPandoc(t *testing.T) {
	d := newDesk(t, talkFile(t, "## One\n\ntext\n"))
	t.Setenv("PATH", t.TempDir())
	pptx, _ := deck.ByName("pptx")
	d.prefs.SetSlides(slides.Choice{Flavour: "pptx"})
	for name, ask := range map[string]func(){
		"a file":    func() { d.export(pptx, deck.Options{}, slides.ToFile) },
		"a folder":  func() { d.export(pptx, deck.Options{}, slides.ToFolder) },
		"once more": d.exportAgain,
	} {
		ask()
		if got := d.question(); got != "PowerPoint needs pandoc" {
			t.Errorf("%s: it asks %q", name, got)
		}
		d.answer("Copy the address")
		if got := d.app.Clipboard().Content(); got != pandocPage {
			t.Errorf("%s: in the clipboard is %q", name, got)
		}
	}
}

// What pandoc takes long for can be cancelled, and then nothing is written.
func TestExport_Cancelled(t *testing.T) {
	d := newDesk(t, talkFile(t, "## One\n\ntext\n"))
	pptx, _ := deck.ByName("pptx")
	slow := func(ctx context.Context, _ string, _ []byte, _ string, _ ...string) ([]byte, error) {
		<-ctx.Done()
		return []byte("too late"), nil
	}
	written, told := false, false
	d.publish(pptx, deck.New(d.session.Talk(), deck.Options{}), deck.Publication{Run: slow}, func([]byte) error {
		written = true
		return nil
	}, func() { told = true })
	d.waitFor("Writing the slides: PowerPoint")
	d.answer("Cancel")
	d.settle()
	if d.question() != "" || told {
		t.Errorf("cancelled, %q stands, and it tells %v", d.question(), told)
	}
	d.end() // waits for all that runs
	if written {
		t.Error("what was cancelled is written")
	}
}

package ui

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"talkgiver/assets"
	"talkgiver/talk/library"
	"talkgiver/ui/uitest"
	"talkgiver/ui/widgets"
	"talkgiver/ui/work/worktest"
)

// desk is a window on a library of its own, with a UI goroutine that the test
// runs by hand.
type desk struct {
	*Window
	t       testing.TB
	queue   *worktest.Queue
	clock   time.Time
	browsed []string // pages that were opened in the browser
}

func newDesk(t testing.TB, file string, samples ...assets.Sample) *desk {
	t.Helper()
	return startDesk(t, test.NewTempApp(t), filepath.Join(t.TempDir(), "Talks"), file, samples...)
}

// startDesk starts the window on the app and the folder of an earlier start.
func startDesk(t testing.TB, a fyne.App, folder, file string, samples ...assets.Sample) *desk {
	t.Helper()
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	d := &desk{t: t, queue: &worktest.Queue{}, clock: time.Date(2027, 4, 20, 10, 0, 0, 0, time.UTC)}
	// Most tests are about what a person asks for; those of saving by itself turn it on.
	Prefs{a.Preferences()}.SetAutosave(false)
	var err error
	d.Window, err = NewWindow(Options{
		App: a, Folder: folder, Recovery: filepath.Join(filepath.Dir(folder), "recovery"), File: file, Samples: samples,
		Do: d.queue.Do, Now: func() time.Time { return d.clock },
	})
	if err != nil {
		t.Fatal(err)
	}
	d.browse = func(_ context.Context, path string) error { // the worker has one page at a time
		d.browsed = append(d.browsed, path)
		return nil
	}
	d.Show()
	d.settle()
	t.Cleanup(d.end)
	return d
}

// end lets go of the window without asking.
func (d *desk) end() {
	d.runner.Close()
	d.runner.Wait()
	if !d.closed {
		d.closed = true
		d.journal.close()
		if err := d.keeper.close(); err != nil {
			d.t.Error(err)
		}
	}
	d.queue.Run()
}

// settle lets everything finish that was begun.
func (d *desk) settle() {
	if !d.closed {
		d.journal.flush()
		d.keeper.flush()
	}
	d.queue.Finish(d.runner)
}

// talkFile writes a talk and returns its path.
func talkFile(t testing.TB, content string) string {
	t.Helper()
	return writeTalk(t, t.TempDir(), "talk.md", content)
}

func writeTalk(t testing.TB, folder, name, content string) string {
	t.Helper()
	path := filepath.Join(folder, name)
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// write types into the text of the first section.
func (d *desk) write(text string) {
	d.t.Helper()
	d.draft.GoTo(d.session.Talk().Sections[0].Body, 1)
	focused := d.win.Canvas().Focused()
	if focused == nil {
		d.t.Fatal("no field has the cursor")
	}
	for _, r := range text {
		focused.TypedRune(r)
	}
}

// question returns the title of the question that stands, or "".
func (d *desk) question() string {
	words := d.words()
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1] // Fyne draws a dialog's title last
}

// words are all words of the question that stands.
func (d *desk) words() []string {
	var words []string
	for _, o := range d.overlay() {
		switch o := o.(type) {
		case *widget.Label:
			words = append(words, o.Text)
		case *widgets.Text:
			words = append(words, o.Text)
		case *canvas.Text:
			if o.Text != "" {
				words = append(words, o.Text)
			}
		}
	}
	return words
}

// overlay is what can be seen of the question that stands.
func (d *desk) overlay() []fyne.CanvasObject {
	if top := d.win.Canvas().Overlays().Top(); top != nil {
		return uitest.Visible(top)
	}
	return nil
}

// answer presses a button of the question that stands.
func (d *desk) answer(text string) {
	d.t.Helper()
	for _, o := range d.overlay() {
		if b, ok := o.(*askButton); ok && b.Text == text {
			test.Tap(b)
			d.settle()
			return
		}
	}
	d.t.Fatalf("no answer %q to %q", text, d.words())
}

// choose picks an option of the question that stands.
func (d *desk) choose(option string) {
	d.t.Helper()
	for _, o := range d.overlay() {
		if r, ok := o.(*widget.RadioGroup); ok {
			r.SetSelected(option)
			return
		}
	}
	d.t.Fatalf("no option %q in %q", option, d.words())
}

// fill writes into the field of the question that stands.
func (d *desk) fill(text string) {
	d.t.Helper()
	for _, o := range d.overlay() {
		if e, ok := o.(*askEntry); ok {
			e.SetText(text)
			return
		}
	}
	d.t.Fatalf("no field to write %q into", text)
}

// command performs a command by its title, as menu and shortcut do.
func (d *desk) command(title string) {
	d.t.Helper()
	for _, m := range d.menu.Items {
		for _, item := range m.Items {
			if item.Label == title {
				item.Action()
				d.settle()
				return
			}
		}
	}
	d.t.Fatalf("no command %q", title)
}

// drop drops a file on the window.
func (d *desk) drop(path string) {
	d.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)})
	d.settle()
}

// listed are the titles in the list of talks.
func (d *desk) listed() []string {
	var names []string
	entries, err := library.List(d.folder)
	if err != nil {
		d.t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name)
	}
	return names
}

// has reports whether one of the texts holds another.
func has(texts []string, part string) bool {
	return strings.Contains(strings.Join(texts, "\n"), part)
}

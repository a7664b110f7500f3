package ui

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"talkgiver/assets"
	"talkgiver/talk"
	"talkgiver/talk/journal"
)

func TestFirstStart(t *testing.T) {
	a, folder := test.NewTempApp(t), filepath.Join(t.TempDir(), "Talks")
	samples := assets.Samples()
	d := startDesk(t, a, folder, "", samples...)
	if got := len(d.listed()); got != len(samples) {
		t.Errorf("%d talks in the library, want the %d samples", got, len(samples))
	}
	if got := filepath.Base(d.session.Path()); got != assets.FirstSample {
		t.Errorf("%s is open, want %s", got, assets.FirstSample)
	}
	if got := d.frame.status.Text; got != "A sample to look around in. Ctrl+N begins your own." {
		t.Errorf("the first start says %q", got)
	}
	for _, s := range samples {
		if got := onDisk(t, filepath.Join(folder, s.Name)); got != string(s.Data) {
			t.Errorf("%s is not the sample", s.Name)
		}
	}
	if d.session.Dirty() {
		t.Error("the sample is called changed")
	}
	other := filepath.Join(folder, samples[1].Name)
	d.open(other)
	d.settle()
	d.end()

	if err := os.Remove(filepath.Join(folder, samples[2].Name)); err != nil {
		t.Fatal(err)
	}
	d = startDesk(t, a, folder, "", samples...)
	if d.session.Path() != other {
		t.Errorf("the second start opens %q, want the last talk %q", d.session.Path(), other)
	}
	if got := len(d.listed()); got != len(samples)-1 {
		t.Errorf("%d talks: the second start wrote samples again", got)
	}
	d.end()

	if err := os.Remove(other); err != nil {
		t.Fatal(err)
	}
	d = startDesk(t, a, folder, "")
	if want := filepath.Join(folder, assets.FirstSample); d.session.Path() != want {
		t.Errorf("with the last talk gone %q is open, want the one before, %q", d.session.Path(), want)
	}
	if d.question() != "" {
		t.Errorf("it asks %q", d.question())
	}
}

func TestFirstStart_WithTalks(t *testing.T) {
	folder := t.TempDir()
	writeTalk(t, folder, "mine.md", "## Mine\n")
	d := startDesk(t, test.NewTempApp(t), folder, "", assets.Samples()...)
	if got := d.listed(); !slices.Equal(got, []string{"mine"}) {
		t.Errorf("samples were put beside a person's own talks: %v", got)
	}
	if d.session.Path() != "" || d.session.Dirty() {
		t.Errorf("%q is open", d.session.Path())
	}
}

func TestFirstStart_FolderCannotBeWritten(t *testing.T) {
	folder := t.TempDir()
	if err := os.Chmod(folder, 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(folder, 0o755) }) // else it cannot be cleaned up
	d := startDesk(t, test.NewTempApp(t), folder, "", assets.Samples()...)
	if !has(d.words(), "The sample talks could not be written") {
		t.Errorf("it says %q", d.words())
	}
	d.answer("Close")
	d.draft.AddSection()
	if len(d.session.Talk().Sections) != 1 {
		t.Error("the window cannot be used")
	}
}

func TestStart_WithAFile(t *testing.T) {
	path := talkFile(t, "## One\n\ntext\n")
	d := newDesk(t, path, assets.Samples()...)
	if d.session.Path() != path {
		t.Errorf("%q is open, want %q", d.session.Path(), path)
	}
	if got := d.win.Title(); got != "talk.md – Talkgiver" {
		t.Errorf("the window is called %q", got)
	}
	if d.question() != "" {
		t.Errorf("it asks %q", d.question())
	}
}

func TestStart_WithAFileThatIsNotThere(t *testing.T) {
	d := newDesk(t, filepath.Join(t.TempDir(), "none.md"), assets.Samples()...)
	if !has(d.words(), "The talk could not be opened") || !has(d.words(), "none.md") {
		t.Errorf("it says %q", d.words())
	}
	d.answer("Close")
	d.command("Add a section")
	d.win.Canvas().Focused().TypedRune('x')
	if s := d.session.Talk().Sections; len(s) != 1 || s[0].Title != "x" {
		t.Error("the window cannot be used")
	}
}

// Every way to another talk asks what to do with the changes of this one.
func TestWaysToAnotherTalk(t *testing.T) {
	ways := map[string]func(d *desk, other string){
		"list":   func(d *desk, other string) { d.open(other) },
		"recent": func(d *desk, other string) { d.prefs.AddRecent(other); d.recentCommands()[0].run() },
		"drop":   func(d *desk, other string) { d.drop(other) },
		"dialog": func(d *desk, other string) { d.open(other) },
		"new":    func(d *desk, other string) { d.command("New talk") },
	}
	for name, way := range ways {
		for answer, want := range map[string]struct{ saved, gone bool }{
			"Save": {true, true}, "Do not save": {false, true}, "Cancel": {false, false},
		} {
			t.Run(name+", "+answer, func(t *testing.T) {
				path := talkFile(t, "## One\n\ntext\n")
				other := talkFile(t, "## Other\n")
				d := newDesk(t, path)
				d.write("x")
				way(d, other)
				d.settle()
				if !has(d.words(), "Save “talk.md” first?") {
					t.Fatalf("it asks %q", d.words())
				}
				if d.session.Path() != path {
					t.Fatal("it did not wait for the answer")
				}
				d.answer(answer)
				if got := onDisk(t, path) != "## One\n\ntext\n"; got != want.saved {
					t.Errorf("saved: %v, want %v", got, want.saved)
				}
				next := other
				if name == "new" {
					next = ""
				}
				if !want.gone {
					next = path
				}
				if d.session.Path() != next {
					t.Errorf("%q is open, want %q", d.session.Path(), next)
				}
				if dirty := d.session.Dirty(); dirty == want.gone {
					t.Errorf("changed: %v", dirty)
				}
				if d.question() != "" {
					t.Errorf("it still asks %q", d.question())
				}
			})
		}
	}
	for name, way := range ways {
		t.Run(name+", nothing to lose", func(t *testing.T) {
			other := talkFile(t, "## Other\n")
			d := newDesk(t, talkFile(t, "## One\n"))
			way(d, other)
			d.settle()
			if name == "new" {
				other = ""
			}
			if d.question() != "" || d.session.Path() != other {
				t.Errorf("it asks %q, and %q is open", d.question(), d.session.Path())
			}
		})
	}
}

func TestOpen_WhatCannotBe(t *testing.T) {
	path := talkFile(t, "## One\n")
	d := newDesk(t, path)
	gone := filepath.Join(t.TempDir(), "gone.md")
	d.prefs.AddRecent(gone)
	d.open(gone)
	if !has(d.words(), "gone.md") || d.session.Path() != path {
		t.Errorf("it says %q, and %q is open", d.words(), d.session.Path())
	}
	if slices.Contains(d.prefs.Recent(), gone) {
		t.Error("a file that is gone stays among the recent ones")
	}
	d.answer("Close")
	d.drop(t.TempDir())
	if !has(d.words(), "not a file") || d.session.Path() != path {
		t.Errorf("a folder was dropped: it says %q", d.words())
	}
	d.answer("Close")
	slides := writeTalk(t, t.TempDir(), "slides.pptx", "PK\x03\x04 and more")
	d.open(slides)
	if !has(d.words(), "slides.pptx is no text, and was not touched") || d.session.Path() != path {
		t.Errorf("slides were opened: it says %q, and %q is open", d.words(), d.session.Path())
	}
}

// A talk that another program changed is shown as it is now, unless something
// would be lost.
func TestLookOutside(t *testing.T) {
	path := talkFile(t, "## One\n\ntext\n")
	d := newDesk(t, path)
	writeTalk(t, filepath.Dir(path), "talk.md", "## One\n\ntheirs\n")
	d.lookOutside()
	d.settle()
	if got := string(d.session.Document().Bytes()); got != "## One\n\ntheirs\n" {
		t.Errorf("it shows %q", got)
	}
	d.command("Undo")
	if got := string(d.session.Document().Bytes()); got != "## One\n\ntext\n" {
		t.Errorf("undone, it is %q", got)
	}
	d.command("Redo")

	// What is not saved here and what was saved there are one step together.
	path = talkFile(t, "## One\n\ntext\n\n## Two\n\nmore\n")
	d.open(path)
	d.settle()
	d.write("x")
	writeTalk(t, filepath.Dir(path), "talk.md", "## One\n\ntext\n\n## Two\n\nmuch more\n")
	d.lookOutside()
	d.settle()
	if got := string(d.session.Document().Bytes()); got != "## One\n\nxtext\n\n## Two\n\nmuch more\n" || !d.session.Dirty() {
		t.Errorf("together they are %q", got)
	}
	d.command("Undo")
	if got := string(d.session.Document().Bytes()); got != "## One\n\nxtext\n\n## Two\n\nmore\n" {
		t.Errorf("undone, it is %q", got)
	}

	// Where both changed the same line, it asks, once.
	d.command("Redo")
	d.command("Save")
	d.write("y")
	writeTalk(t, filepath.Dir(path), "talk.md", "## One\n\ntheirs\n\n## Two\n\nmuch more\n")
	d.lookOutside()
	d.lookOutside()
	d.settle()
	if !has(d.words(), "Which version of the rest shall stand?") {
		t.Fatalf("it asks %q", d.words())
	}
	d.choose("In the file")
	d.answer("Take it like this")
	if got := string(d.session.Document().Bytes()); got != onDisk(t, path) || d.question() != "" {
		t.Errorf("with theirs it is %q, and it asks %q", got, d.words())
	}

	// A file that is gone does not come back by itself.
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	d.lookOutside()
	d.settle()
	if !has([]string{d.frame.told}, "moved or deleted") || !d.session.Dirty() {
		t.Errorf("the file is gone, and the bar says %q", d.frame.told)
	}
}

func TestJournalOfTheOpenTalk(t *testing.T) {
	path := talkFile(t, "---\nslot: 10m\n---\n\n## One\n\n- a #story\n- b #story\n- c #story\n")
	d := newDesk(t, path)
	d.appendEvents(talk.Event{ID: "x", At: d.clock, Body: talk.Prep{Spent: 3_600_000_000_000}})
	d.readJournal()
	d.settle()
	if d.facts.Preparation == 0 {
		t.Error("the score does not know what the journal has")
	}
	d.command("Save as…")
	d.fill("other.md")
	d.appendEvents(talk.Event{ID: "y", At: d.clock, Body: talk.Prep{Spent: 60_000_000_000}}) // still on its way to the disk
	d.answer("Save")
	if d.session.Path() == path {
		t.Fatalf("it says %q", d.words())
	}
	if log, err := journal.Read(journal.Path(d.session.Path())); err != nil || len(log.Events) != 2 {
		t.Errorf("the journal did not go along: %v, %v", log.Events, err)
	}
}

package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"talkgiver/talk"
	"talkgiver/talk/journal"
)

// Every way out asks, and each answer does what it says.
func TestQuit(t *testing.T) {
	for name, quit := range map[string]func(*desk){
		"command": func(d *desk) { d.command("Quit") },
		"X":       func(d *desk) { d.quit(); d.settle() },
		"X twice": func(d *desk) { d.quit(); d.quit(); d.settle() },
	} {
		for answer, want := range map[string]struct{ saved, closed bool }{
			"Save": {true, true}, "Do not save": {false, true}, "Cancel": {false, false},
		} {
			t.Run(name+", "+answer, func(t *testing.T) {
				path := talkFile(t, "## One\n\ntext\n")
				d := newDesk(t, path)
				d.write("x")
				quit(d)
				if d.closed {
					t.Fatal("it went without asking")
				}
				d.answer(answer)
				if d.closed != want.closed {
					t.Errorf("closed: %v, want %v", d.closed, want.closed)
				}
				if got := strings.Contains(onDisk(t, path), "xtext"); got != want.saved {
					t.Errorf("saved: %v, want %v", got, want.saved)
				}
				if d.question() != "" {
					t.Errorf("it still asks %q", d.words())
				}
				if !want.closed { // it can be asked again
					d.quit()
					d.answer("Do not save")
					if !d.closed {
						t.Error("asked again, it does not go")
					}
				}
			})
		}
	}
}

func TestQuit_NothingToLose(t *testing.T) {
	d := newDesk(t, talkFile(t, "## One\n"))
	d.quit()
	if !d.closed || d.question() != "" {
		t.Errorf("closed: %v, it asks %q", d.closed, d.words())
	}
	d.quit() // the window manager may ask once more before the app is gone
}

// What was typed but is not in the document yet is asked about, too.
func TestQuit_WithALineThatWaits(t *testing.T) {
	d := newDesk(t, talkFile(t, "## One\n"))
	d.write("## New")
	if d.session.Dirty() {
		t.Fatal("the line does not wait")
	}
	d.quit()
	if d.closed {
		t.Fatal("a heading that was being typed is lost")
	}
}

func TestQuit_SavingFails(t *testing.T) {
	path := talkFile(t, "## One\n\ntext\n")
	d := newDesk(t, path)
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	d.write("x")
	d.quit()
	d.answer("Save")
	if d.closed {
		t.Fatal("it went although nothing was saved")
	}
	if !has(d.words(), "The talk is not saved") || !has(d.words(), "read-only") {
		t.Errorf("it says %q", d.words())
	}
	d.answer("Save as…")
	d.fill("mine.md")
	d.answer("Save")
	if want := filepath.Join(filepath.Dir(path), "mine.md"); !d.closed || !strings.Contains(onDisk(t, want), "xtext") {
		t.Errorf("saved elsewhere, closed: %v", d.closed)
	}
}

func TestQuit_WhileARunIsUnderWay(t *testing.T) {
	path := talkFile(t, "---\nslot: 10m\n---\n\n## One\n\n- a #story\n\nSome words.\n\n## Two\n\n- b\n")
	d := newDesk(t, path)
	d.command("Rehearse")
	d.rehearsal().TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight}) // begins
	d.clock = d.clock.Add(30_000_000_000)
	d.rehearsal().TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if !d.rehearsal().UnderWay() {
		t.Fatal("no run is under way")
	}
	d.quit()
	if !d.closed {
		t.Fatalf("it asks %q", d.words())
	}
	log, err := journal.Read(journal.Path(path))
	if err != nil {
		t.Fatal(err)
	}
	ended := false
	for _, e := range log.Events {
		if _, ok := e.Body.(talk.RunEnd); ok {
			ended = true
		}
	}
	if !ended {
		t.Errorf("the run is not kept: %d events", len(log.Events))
	}
}

// Each answer to "another program has changed this file", where both have
// changed the same line.
func TestSave_ChangedOutside(t *testing.T) {
	const theirs = "## One\n\ntheirs\n"
	tests := map[string]struct {
		choice, answer string
		file           string
		closed         bool
	}{
		"mine":   {"Here", "Take it like this", "## One\n\nxtext\n", true},
		"theirs": {"In the file", "Take it like this", theirs, true},
		"both":   {"", "Take it like this", "## One\n\nxtext\ntheirs\n", true},
		"none":   {"Here", "Cancel", theirs, false},
	}
	for name, want := range tests {
		t.Run(name, func(t *testing.T) {
			path := talkFile(t, "## One\n\ntext\n")
			d := newDesk(t, path)
			d.write("x")
			writeTalk(t, filepath.Dir(path), "talk.md", theirs)
			d.quit()
			d.answer("Save")
			if !has(d.words(), "Another program has changed this file") {
				t.Fatalf("it asks %q", d.words())
			}
			if want.choice != "" {
				d.choose(want.choice)
			}
			d.answer(want.answer)
			if got := onDisk(t, path); got != want.file {
				t.Errorf("the file is %q, want %q", got, want.file)
			}
			if d.closed != want.closed {
				t.Errorf("closed: %v, want %v", d.closed, want.closed)
			}
			if !want.closed && string(d.session.Document().Bytes()) != "## One\n\nxtext\n" {
				t.Errorf("it shows %q", d.session.Document().Bytes())
			}
		})
	}
	t.Run("different places", func(t *testing.T) {
		path := talkFile(t, "## One\n\ntext\n\n## Two\n\nmore\n")
		d := newDesk(t, path)
		d.write("x")
		writeTalk(t, filepath.Dir(path), "talk.md", "## One\n\ntext\n\n## Two\n\nmuch more\n")
		d.command("Save")
		const both = "## One\n\nxtext\n\n## Two\n\nmuch more\n"
		if got := onDisk(t, path); got != both || d.session.Dirty() || d.question() != "" {
			t.Errorf("the file is %q, it asks %q", got, d.words())
		}
		if !has([]string{d.frame.told}, "put together") {
			t.Errorf("the bar says %q", d.frame.told)
		}
		d.command("Undo")
		if got := string(d.session.Document().Bytes()); got != "## One\n\nxtext\n\n## Two\n\nmore\n" {
			t.Errorf("undo brings %q", got)
		}
	})
	t.Run("Save mine as…", func(t *testing.T) {
		path := talkFile(t, "## One\n\ntext\n")
		d := newDesk(t, path)
		d.write("x")
		writeTalk(t, filepath.Dir(path), "talk.md", theirs)
		d.command("Save")
		d.answer("Save mine as…")
		d.fill("mine")
		d.answer("Save")
		mine := filepath.Join(filepath.Dir(path), "mine.md")
		if onDisk(t, path) != theirs || onDisk(t, mine) != "## One\n\nxtext\n" || d.session.Path() != mine {
			t.Errorf("%q is open: %q", d.session.Path(), d.words())
		}
	})
	t.Run("moved", func(t *testing.T) {
		path := talkFile(t, "## One\n\ntext\n")
		d := newDesk(t, path)
		d.write("x")
		moved := filepath.Join(filepath.Dir(path), "other.md")
		if err := os.Rename(path, moved); err != nil {
			t.Fatal(err)
		}
		d.command("Save")
		if !has(d.words(), "It is called “other.md” now.") {
			t.Fatalf("it says %q", d.words())
		}
		d.answer("Save it there")
		if _, err := os.Stat(path); err == nil || onDisk(t, moved) != "## One\n\nxtext\n" || d.session.Path() != moved || d.session.Dirty() {
			t.Errorf("%q is open, changed %v", d.session.Path(), d.session.Dirty())
		}
	})
	t.Run("gone", func(t *testing.T) {
		path := talkFile(t, "## One\n\ntext\n")
		d := newDesk(t, path)
		d.write("x")
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
		d.command("Save")
		d.answer("Save it anyway")
		if onDisk(t, path) != "## One\n\nxtext\n" {
			t.Error("it is not back")
		}
	})
}

// A disk that was pulled out is said to be gone, and the talk waits for it.
func TestSave_FolderUnplugged(t *testing.T) {
	stick := filepath.Join(t.TempDir(), "stick")
	if err := os.Mkdir(stick, 0o755); err != nil {
		t.Fatal(err)
	}
	path := writeTalk(t, stick, "talk.md", "## One\n\ntext\n")
	d := newDesk(t, path)
	if err := os.Rename(stick, stick+" in a pocket"); err != nil {
		t.Fatal(err)
	}
	d.lookOutside()
	d.settle()
	if !has([]string{d.frame.told}, "moved or deleted") {
		t.Errorf("the bar says %q", d.frame.told)
	}
	d.write("x")
	d.command("Save")
	d.answer("Save it anyway")
	if !has(d.words(), "plug its disk in") {
		t.Errorf("it says %q", d.words())
	}
	d.answer("Cancel")
	if err := os.Rename(stick+" in a pocket", stick); err != nil {
		t.Fatal(err)
	}
	d.command("Save")
	if got := onDisk(t, path); got != "## One\n\nxtext\n" || d.session.Dirty() {
		t.Errorf("plugged in again, the file is %q, and it asks %q", got, d.words())
	}
}

func TestSave_NewTalk(t *testing.T) {
	d := newDesk(t, "")
	d.command("Add a section")
	for _, r := range "Doors" {
		d.win.Canvas().Focused().TypedRune(r)
	}
	d.command("Save")
	if d.session.Dirty() || filepath.Dir(d.session.Path()) != d.folder {
		t.Fatalf("saved to %q, it says %q", d.session.Path(), d.words())
	}
	if got := onDisk(t, d.session.Path()); got != "## Doors\n" {
		t.Errorf("the file is %q", got)
	}
	first := d.session.Path()
	d.command("New talk")
	d.command("Add a section")
	d.command("Save")
	if d.session.Path() == first || onDisk(t, first) != "## Doors\n" {
		t.Errorf("the second new talk went to %q", d.session.Path())
	}
	if got := len(d.listed()); got != 2 {
		t.Errorf("%d talks in the library, want 2", got)
	}
}

func TestSaveAs_Names(t *testing.T) {
	dir := t.TempDir()
	path := writeTalk(t, dir, "talk.md", "## One\n\ntext\n")
	other := writeTalk(t, dir, "other.md", "## Other\n")
	d := newDesk(t, path)

	for _, name := range []string{"", "  ", ".", "..", "/"} {
		d.command("Save as…")
		d.fill(name)
		d.answer("Save")
		if d.question() == "" {
			t.Errorf("%q is taken as a name: %q", name, d.session.Path())
		}
		d.answer("Cancel")
	}
	if entries, _ := os.ReadDir(filepath.Dir(dir)); len(entries) != 1 && has(namesOf(entries), ".md") {
		t.Errorf("a file beside the folder: %v", namesOf(entries))
	}

	d.command("Save as…")
	d.fill("other")
	d.answer("Save")
	if !has(d.words(), "is there already") {
		t.Fatalf("it asks %q", d.words())
	}
	d.answer("Cancel")
	if onDisk(t, other) != "## Other\n" || d.session.Path() != path {
		t.Error("cancelled, and yet it was replaced")
	}
	d.command("Save as…")
	d.fill("other")
	d.answer("Save")
	d.answer("Choose another name")
	d.fill("third")
	d.answer("Save")
	if want := filepath.Join(dir, "third.md"); d.session.Path() != want || onDisk(t, want) != "## One\n\ntext\n" {
		t.Errorf("%q is open", d.session.Path())
	}
	d.command("Save as…")
	d.fill("other.md")
	d.answer("Save")
	d.answer("Replace it")
	if d.session.Path() != other || onDisk(t, other) != "## One\n\ntext\n" {
		t.Errorf("%q is open", d.session.Path())
	}
}

func namesOf(entries []os.DirEntry) []string {
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// Enter presses the main answer, Escape none; commands wait for the answer.
func TestQuestionByKeyboard(t *testing.T) {
	path := talkFile(t, "## One\n\ntext\n")
	d := newDesk(t, path)
	d.write("x")
	d.quit()
	d.command("Save")
	d.command("New talk")
	if onDisk(t, path) != "## One\n\ntext\n" || d.session.Path() != path {
		t.Error("a command went past the question")
	}
	d.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if d.question() != "" || d.closed {
		t.Fatalf("Escape leaves %q, closed %v", d.words(), d.closed)
	}
	d.quit()
	d.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	d.settle()
	if !d.closed || onDisk(t, path) != "## One\n\nxtext\n" {
		t.Errorf("Enter did not save and go: closed %v", d.closed)
	}

	d = newDesk(t, path)
	d.command("Save as…")
	field := d.win.Canvas().Focused()
	if _, ok := field.(*askEntry); !ok {
		t.Fatalf("the focus is on %T", field)
	}
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if d.question() != "" {
		t.Error("Escape does not leave the question for a file")
	}
	d.command("Save as…")
	d.fill("new")
	d.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if filepath.Base(d.session.Path()) != "new.md" {
		t.Error("Enter does not save")
	}
}

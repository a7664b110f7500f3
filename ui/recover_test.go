package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"talkgiver/talk/library"
)

// crash ends the window as a kill does: nothing asks, nothing is tidied up. What
// was typed has had the time that the copy is allowed to be behind.
func (d *desk) crash() {
	d.t.Helper()
	d.keeper.settle.Flush()
	d.settle()
	d.end()
}

// again starts the window anew on the same folders.
func (d *desk) again() *desk {
	d.t.Helper()
	next := startDesk(d.t, d.app, d.folder, "")
	return next
}

func (d *desk) text() string { return string(d.session.Document().Bytes()) }

const savedTalk = "## One\n\ntext\n\n## Two\n\nmore\n"

func crashed(t *testing.T, content, typed string) (d *desk, path string) {
	t.Helper()
	path = talkFile(t, content)
	d = newDesk(t, path)
	d.write(typed)
	d.crash()
	if got := onDisk(t, path); got != content {
		t.Fatalf("the file holds %q already", got)
	}
	return d.again(), path
}

func TestRecover(t *testing.T) {
	t.Run("bring it back", func(t *testing.T) {
		d, path := crashed(t, savedTalk, "typed ")
		if !has(d.words(), "has text that was not saved") || !has(d.words(), "Talkgiver ended at") || !has(d.words(), "typed ") {
			t.Fatalf("it says %q", d.words())
		}
		d.answer("Bring it back")
		if want := "## One\n\ntyped text\n\n## Two\n\nmore\n"; d.text() != want || d.session.Path() != path || !d.session.Dirty() {
			t.Errorf("%q is open: %q", d.session.Path(), d.text())
		}
		if onDisk(t, path) != savedTalk {
			t.Error("the file was written before anybody saved")
		}
		d.command("Undo")
		if d.text() != savedTalk {
			t.Errorf("undone, it is %q", d.text())
		}
		d.command("Redo")
		d.crash() // killed again before anything was saved
		d = d.again()
		d.answer("Bring it back")
		d.command("Save")
		if got := onDisk(t, path); !strings.Contains(got, "typed text") {
			t.Errorf("saved, it is %q", got)
		}
		d.crash()
		if d = d.again(); d.question() != "" {
			t.Errorf("all is saved, and it asks %q", d.words())
		}
	})
	t.Run("keep the file", func(t *testing.T) {
		d, path := crashed(t, savedTalk, "typed ")
		d.answer("Keep the file as it is")
		if d.text() != savedTalk || onDisk(t, path) != savedTalk {
			t.Errorf("it shows %q", d.text())
		}
		d.crash()
		if d = d.again(); d.question() != "" {
			t.Errorf("it asks again: %q", d.words())
		}
	})
	t.Run("keep both", func(t *testing.T) {
		d, path := crashed(t, "# Belts\n\n"+savedTalk, "typed ")
		d.answer("Save it as another talk")
		other := filepath.Join(filepath.Dir(path), "belts-recovered.md")
		if got := onDisk(t, other); got != "# Belts\n\n## One\n\ntyped text\n\n## Two\n\nmore\n" {
			t.Errorf("the other talk is %q", got)
		}
		if onDisk(t, path) != "# Belts\n\n"+savedTalk {
			t.Error("the file has changed")
		}
	})
	t.Run("later", func(t *testing.T) {
		d, _ := crashed(t, savedTalk, "typed ")
		d.answer("Later")
		d.crash()
		if d = d.again(); !has(d.words(), "has text that was not saved") {
			t.Errorf("it says %q", d.words())
		}
	})
}

func TestRecover_TheFileHasChanged(t *testing.T) {
	t.Run("elsewhere", func(t *testing.T) {
		path := talkFile(t, savedTalk)
		d := newDesk(t, path)
		d.write("typed ")
		d.crash()
		writeTalk(t, filepath.Dir(path), "talk.md", strings.Replace(savedTalk, "more", "much more", 1))
		d = d.again()
		if !has(d.words(), "The file has changed since; both are put together.") {
			t.Errorf("it says %q", d.words())
		}
		d.answer("Bring it back")
		if want := "## One\n\ntyped text\n\n## Two\n\nmuch more\n"; d.text() != want {
			t.Errorf("it is %q", d.text())
		}
	})
	t.Run("at the same place", func(t *testing.T) {
		path := talkFile(t, savedTalk)
		d := newDesk(t, path)
		d.write("typed ")
		d.crash()
		writeTalk(t, filepath.Dir(path), "talk.md", strings.Replace(savedTalk, "text", "their text", 1))
		d = d.again()
		d.answer("Bring it back")
		if !has(d.words(), "Which version shall stand?") {
			t.Fatalf("it asks %q", d.words())
		}
		d.choose("Not saved")
		d.answer("Take it like this")
		if want := "## One\n\ntyped text\n\n## Two\n\nmore\n"; d.text() != want {
			t.Errorf("it is %q", d.text())
		}
	})
	t.Run("gone", func(t *testing.T) {
		path := talkFile(t, savedTalk)
		d := newDesk(t, path)
		d.write("typed ")
		d.crash()
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
		d = d.again()
		if !has(d.words(), "is no longer there") {
			t.Errorf("it says %q", d.words())
		}
		d.answer("Bring it back")
		d.command("Save")
		d.answer("Save it anyway")
		if got := onDisk(t, path); got != "## One\n\ntyped text\n\n## Two\n\nmore\n" {
			t.Errorf("saved, it is %q", got)
		}
	})
	t.Run("saved before the kill", func(t *testing.T) {
		path := talkFile(t, savedTalk)
		d := newDesk(t, path)
		d.write("typed ")
		text := d.text()
		d.crash()
		writeTalk(t, filepath.Dir(path), "talk.md", text)
		if d = d.again(); d.question() != "" {
			t.Errorf("nothing is lost, and it asks %q", d.words())
		}
	})
}

func TestRecover_ATalkWithoutAFile(t *testing.T) {
	d := newDesk(t, "")
	d.command("Add a section")
	for _, r := range "Doors" {
		d.win.Canvas().Focused().TypedRune(r)
	}
	d.crash()
	d = d.again()
	if !has(d.words(), "The talk has no file yet.") {
		t.Fatalf("it says %q", d.words())
	}
	d.answer("Bring it back")
	if d.session.Path() != "" || d.text() != "## Doors\n" {
		t.Errorf("%q is open: %q", d.session.Path(), d.text())
	}
}

// What a field holds back is in the copy, too, and stays held back.
func TestRecover_WhatAFieldHoldsBack(t *testing.T) {
	d := newDesk(t, talkFile(t, "## One\n"))
	d.write("## New")
	if d.session.Dirty() {
		t.Fatal("the line does not wait")
	}
	if !d.keeper.settle.Pending() {
		t.Error("no copy is due")
	}
	d.keeper.settle.Flush()
	if d.session.Dirty() {
		t.Error("the copy has taken the line from the field")
	}
	d.crash()
	d = d.again()
	d.answer("Bring it back")
	if got := d.session.Talk().Sections; len(got) != 2 || got[1].Title != "New" {
		t.Errorf("it is %q", d.text())
	}
}

// A window that runs keeps its copy to itself, and says who else has the talk.
func TestRecover_TwoWindows(t *testing.T) {
	path := talkFile(t, savedTalk)
	first := newDesk(t, path)
	first.write("typed ")
	first.keeper.settle.Flush()
	first.settle()
	second := startDesk(t, test.NewTempApp(t), first.folder, path)
	if second.question() != "" {
		t.Errorf("the second window offers what the first is writing: %q", second.words())
	}
	if !has([]string{second.frame.told}, "open in another window too") {
		t.Errorf("the second window says %q", second.frame.told)
	}
	first.command("Save")
	second.draft.GoTo(second.session.Talk().Sections[1].Body, 2)
	second.win.Canvas().Focused().TypedRune('x')
	second.command("Save")
	if got := onDisk(t, path); got != "## One\n\ntyped text\n\n## Two\n\nxmore\n" {
		t.Errorf("the file of both is %q, and it asks %q", got, second.words())
	}
}

// What a killed save has left beside a talk goes when the talk is opened.
func TestOpen_CleansUpHalfSaves(t *testing.T) {
	path := talkFile(t, savedTalk)
	half := writeTalk(t, filepath.Dir(path), ".talk.md1234567890", "## One\n\nte")
	long := time.Now().Add(-time.Hour)
	if err := os.Chtimes(half, long, long); err != nil {
		t.Fatal(err)
	}
	newDesk(t, path)
	if _, err := os.Stat(half); err == nil {
		t.Error("it is still there")
	}
}

func TestRecover_NoFolderForCopies(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "Talks")
	writeTalk(t, filepath.Dir(folder), "recovery", "a file where the folder should be")
	d := startDesk(t, test.NewTempApp(t), folder, talkFile(t, savedTalk))
	if !has([]string{d.frame.told}, "No copy of what you type can be kept") {
		t.Errorf("the bar says %q", d.frame.told)
	}
	d.write("x")
	d.keeper.settle.Flush()
	d.command("Save")
	if !strings.Contains(onDisk(t, d.session.Path()), "xtext") {
		t.Error("saving does not work")
	}
}

// leftCopies counts the copies that the next start would find.
func leftCopies(t *testing.T, d *desk) int {
	t.Helper()
	r, err := library.OpenRecovery(filepath.Join(filepath.Dir(d.folder), "recovery"))
	if err != nil {
		t.Fatal(err)
	}
	left := r.Left()
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	return len(left)
}

// The copy does not wait until the UI goroutine comes round again, which takes
// long on a busy machine.
func TestRecover_EachKeyHandsItsCopyOver(t *testing.T) {
	d := newDesk(t, talkFile(t, savedTalk))
	for i, r := range "busy" {
		d.write(string(r))
		d.keeper.flush()
		if got, want := copyOf(t, d), d.text(); !strings.HasSuffix(got, want) {
			t.Errorf("after key %d the copy is %q, want %q", i+1, got, want)
		}
	}
}

// A kill between a save and the news of it: the file has what the window was
// writing, and what was typed on since comes on top of it without a question
// about versions.
func TestRecover_KilledBehindASave(t *testing.T) {
	path := talkFile(t, savedTalk)
	d := newDesk(t, path)
	d.write("x")
	d.save(nil)
	<-d.auto.saving.done // and the UI goroutine has not heard of it
	if got := onDisk(t, path); !strings.Contains(got, "\nxtext") {
		t.Fatalf("the file is %q", got)
	}
	d.write("y")
	d.keeper.flush()
	d.runner.Close() // it never will
	want := d.text()
	d.crash()
	d = d.again()
	d.answer("Bring it back")
	if d.question() != "" || d.text() != want {
		t.Errorf("it asks %q and shows %q, want %q", d.words(), d.text(), want)
	}
}

package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
)

// autosaving is a window that saves by itself, as it does unless one says
// otherwise.
func autosaving(t *testing.T, file string) *desk {
	t.Helper()
	d := newDesk(t, file)
	d.prefs.SetAutosave(true)
	return d
}

// pause lets the time pass that typing must rest.
func (d *desk) pause() {
	d.auto.settle.Flush()
	d.keeper.settle.Flush()
	d.settle()
}

func TestAutosave_IsOn(t *testing.T) {
	p := Prefs{test.NewTempApp(t).Preferences()}
	if !p.Autosave() {
		t.Error("it is off to begin with")
	}
	p.SetAutosave(false)
	if p.Autosave() {
		t.Error("it cannot be turned off")
	}
}

func TestAutosave(t *testing.T) {
	path := talkFile(t, savedTalk)
	d := autosaving(t, path)
	d.write("x")
	if d.frame.status.Text != "Changed · saved in a moment" || onDisk(t, path) != savedTalk {
		t.Errorf("the bar says %q", d.frame.status.Text)
	}
	d.pause()
	if got := onDisk(t, path); got != "## One\n\nxtext\n\n## Two\n\nmore\n" || d.session.Dirty() || d.frame.status.Text != "Saved" {
		t.Errorf("the file is %q, the bar says %q", got, d.frame.status.Text)
	}
	d.command("Undo")
	if d.text() != savedTalk {
		t.Errorf("undo across a save gives %q", d.text())
	}
	d.pause()
	if onDisk(t, path) != savedTalk {
		t.Error("what was undone is not saved")
	}

	d.prefs.SetAutosave(false)
	d.write("y")
	d.pause()
	d.auto.leave()
	if onDisk(t, path) != savedTalk {
		t.Error("turned off, it saves")
	}
}

// With it on, leaving needs no question.
func TestAutosave_Leaving(t *testing.T) {
	for name, leave := range map[string]func(*desk){
		"quit":         func(d *desk) { d.quit() },
		"another talk": func(d *desk) { d.open(talkFile(t, "## Other\n")) },
		"new":          func(d *desk) { d.newTalk() },
		"focus":        func(d *desk) { d.auto.leave() },
	} {
		t.Run(name, func(t *testing.T) {
			path := talkFile(t, savedTalk)
			d := autosaving(t, path)
			d.write("x")
			leave(d)
			d.settle()
			if d.question() != "" || !strings.Contains(onDisk(t, path), "xtext") {
				t.Errorf("it asks %q, the file is %q", d.words(), onDisk(t, path))
			}
			if name == "quit" && !d.closed {
				t.Error("it does not go")
			}
		})
	}
}

// A save that is under way is waited for, and neither lost nor done twice.
func TestAutosave_UnderWay(t *testing.T) {
	path := talkFile(t, savedTalk)
	d := autosaving(t, path)
	d.write("x")
	d.auto.settle.Flush()
	if d.auto.saving == nil {
		t.Fatal("no save is under way")
	}
	d.write("y")
	d.command("Save")
	if got := onDisk(t, path); !strings.Contains(got, "yxtext") || d.question() != "" || d.session.Dirty() {
		t.Errorf("the file is %q, it asks %q", got, d.words())
	}
	d.write("z")
	d.auto.settle.Flush()
	d.quit()
	if !d.closed || !strings.Contains(onDisk(t, path), "zyxtext") {
		t.Errorf("closed %v, the file is %q", d.closed, onDisk(t, path))
	}
}

// Who asks to save types on meanwhile: the disk may be slow. What is typed until
// the save has ended is changed, and a second wish has it saved.
func TestSave_UnderWay(t *testing.T) {
	path := talkFile(t, savedTalk)
	d := newDesk(t, path)
	d.write("x")
	d.save(nil)
	if d.auto.saving == nil || !d.session.Dirty() {
		t.Fatal("the UI goroutine has waited for the disk")
	}
	d.write("y")
	d.settle()
	if got := onDisk(t, path); !strings.Contains(got, "\nxtext") || !d.session.Dirty() || !strings.HasPrefix(d.frame.status.Text, "Changed") {
		t.Errorf("the file is %q, the bar says %q", got, d.frame.status.Text)
	}
	d.pause()
	if left := copyOf(t, d); !strings.Contains(left, "yxtext") {
		t.Errorf("what was typed meanwhile has the copy %q", left)
	}

	d.save(nil)
	d.write("z")
	d.save(nil)
	d.save(nil)
	d.settle()
	if got := onDisk(t, path); !strings.Contains(got, "zyxtext") || d.session.Dirty() || d.frame.status.Text != "Saved" {
		t.Errorf("asked again meanwhile, the file is %q, the bar says %q", got, d.frame.status.Text)
	}
	d.settle() // the copy goes once it is known that all is saved
	if left := copyOf(t, d); left != "" {
		t.Errorf("all is saved, and there is the copy %q", left)
	}

	d.write("q")
	d.save(nil)
	d.quit()
	if !d.closed || !strings.Contains(onDisk(t, path), "qzyxtext") {
		t.Errorf("quitting does not wait for the save: closed %v, the file is %q", d.closed, onDisk(t, path))
	}
}

// A save that was asked for and fails says why once it has ended; quitting
// meanwhile asks with a way out.
func TestSave_UnderWayFails(t *testing.T) {
	path := talkFile(t, savedTalk)
	d := autosaving(t, path)
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	d.write("x")
	d.save(nil)
	if d.question() != "" {
		t.Fatalf("it asks %q before the save has ended", d.words())
	}
	d.settle()
	if !has(d.words(), "read-only") {
		t.Errorf("it says %q", d.words())
	}
	d.answer("Cancel")

	d.save(nil)
	d.quit()
	d.settle()
	if d.closed || !has(d.words(), "read-only") {
		t.Fatalf("closed %v, it says %q", d.closed, d.words())
	}
	d.answer("Do not save")
	if !d.closed {
		t.Error("it cannot be left")
	}
}

// A look at the file while it is being saved takes our own save for nobody
// else's, and finds afterward what another program has written.
func TestSave_UnderWayAndLookedAt(t *testing.T) {
	path := talkFile(t, savedTalk)
	d := autosaving(t, path)
	d.write("x")
	d.save(nil)
	<-d.auto.saving.done
	d.lookOutside()
	writeTalk(t, filepath.Dir(path), "talk.md", strings.Replace(savedTalk, "text", "theirs", 1))
	d.settle()
	if d.question() != "" || !strings.Contains(d.text(), "theirs") {
		t.Errorf("it asks %q and shows %q", d.words(), d.text())
	}
}

// What another program has written is merged or asked about, never overwritten.
func TestAutosave_ChangedOutside(t *testing.T) {
	path := talkFile(t, savedTalk)
	d := autosaving(t, path)
	d.write("x")
	writeTalk(t, filepath.Dir(path), "talk.md", strings.Replace(savedTalk, "more", "much more", 1))
	d.pause()
	d.pause() // the merged talk is a change, and is saved in turn
	const both = "## One\n\nxtext\n\n## Two\n\nmuch more\n"
	if got := onDisk(t, path); got != both || d.text() != both {
		t.Errorf("the file is %q, it shows %q", got, d.text())
	}

	d.write("y")
	theirs := strings.Replace(both, "xtext", "theirs", 1)
	writeTalk(t, filepath.Dir(path), "talk.md", theirs)
	d.pause()
	if onDisk(t, path) != theirs || !has(d.words(), "Another program has changed this file") {
		t.Errorf("the file is %q, it asks %q", onDisk(t, path), d.words())
	}
	d.pause()
	d.answer("Cancel")
	if onDisk(t, path) != theirs || !strings.Contains(d.text(), "yxtext") {
		t.Errorf("cancelled, the file is %q and it shows %q", onDisk(t, path), d.text())
	}

	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	d.write("z")
	d.pause()
	if _, err := os.Stat(path); err == nil {
		t.Error("a deleted file came back by itself")
	}
	d.frame.quiet.Flush()
	if !strings.HasPrefix(d.frame.status.Text, "Not saved") {
		t.Errorf("the bar says %q", d.frame.status.Text)
	}
	d.quit()
	if d.closed {
		t.Fatal("it went although nothing was saved")
	}
	d.answer("Do not save")
	if !d.closed {
		t.Error("it cannot be left")
	}
}

func TestAutosave_CannotBeWritten(t *testing.T) {
	path := talkFile(t, savedTalk)
	d := autosaving(t, path)
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	d.write("x")
	d.pause()
	if d.question() != "" || !strings.HasPrefix(d.frame.status.Text, "Not saved") {
		t.Errorf("it asks %q, the bar says %q", d.words(), d.frame.status.Text)
	}
	d.command("Save")
	if !has(d.words(), "read-only") {
		t.Errorf("asked to save, it says %q", d.words())
	}
	d.answer("Cancel")
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	d.write("y")
	d.pause()
	if d.frame.status.Text != "Saved" || !strings.Contains(onDisk(t, path), "yxtext") {
		t.Errorf("allowed again, the bar says %q", d.frame.status.Text)
	}
}

// A new talk gets no file from a title that is still being typed, and one as
// soon as it is left.
func TestAutosave_NewTalk(t *testing.T) {
	d := autosaving(t, "")
	d.command("Add a section")
	d.pause()
	d.auto.leave()
	if len(d.listed()) != 0 {
		t.Errorf("an empty section has made the file %q", d.listed())
	}
	for _, r := range "Doors" {
		d.win.Canvas().Focused().TypedRune(r)
	}
	d.pause()
	if len(d.listed()) != 0 || d.question() != "" {
		t.Errorf("half a title has made the file %q", d.listed())
	}
	d.auto.leave()
	d.settle()
	if got := d.listed(); len(got) != 1 || d.session.Path() == "" || onDisk(t, d.session.Path()) != "## Doors\n" {
		t.Errorf("left, it has the files %q", got)
	}
}

// copyOf returns the copy of what is not saved as it lies on the disk, "" when
// there is none.
func copyOf(t *testing.T, d *desk) string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(filepath.Dir(d.folder), "recovery", "*.talk"))
	if err != nil {
		t.Fatal(err)
	}
	if len(names) == 0 {
		return ""
	}
	return onDisk(t, names[0])
}

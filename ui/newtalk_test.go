package ui

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// keys types into whatever has the cursor; "\t" is Tab and "\n" Enter.
func (d *desk) keys(text string) {
	d.t.Helper()
	for _, r := range text {
		focused := d.win.Canvas().Focused()
		switch r {
		case '\t':
			d.win.Canvas().FocusNext()
		case '\n':
			focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		default:
			focused.TypedRune(r)
		}
	}
	d.settle()
}

// A talk begins on a page of its own, is there from the first key on, and is
// one step of undo.
func TestNewTalk(t *testing.T) {
	d := newDesk(t, talkFile(t, "## Old\n"))
	if d.frame.beginning() {
		t.Fatal("a talk that is open begins")
	}
	d.command("New talk")
	if !d.frame.beginning() || d.draft.Content().Visible() {
		t.Fatal("no page to begin on")
	}
	d.keys("roof\n\tmakers\nSay it early.\n20")
	want := "---\nslot: 20m\naudience: makers\nmessage: Say it early.\n---\n\nroof\n"
	if got := string(d.session.Document().Bytes()); got != want || !d.session.Dirty() {
		t.Fatalf("before it begins, the talk is\n%s", got)
	}
	d.command("Undo")
	if got := string(d.session.Document().Bytes()); got != strings.Replace(want, "slot: 20m\n", "", 1) {
		t.Errorf("Undo is not that of the field:\n%s", got)
	}
	d.command("Redo")
	d.keys("\n")
	if d.frame.beginning() || !d.draft.Content().Visible() {
		t.Fatal("it has not begun")
	}
	if got := string(d.session.Document().Bytes()); got != want {
		t.Errorf("the talk is\n%s", got)
	}
	d.command("Undo")
	if !d.frame.beginning() || !d.isEmpty() || d.beginning.Empty() {
		t.Fatalf("undone, the talk is %q, and the page empty: %v", d.session.Document().Bytes(), d.beginning.Empty())
	}
	d.command("Add a section") // the key that begins
	if got := string(d.session.Document().Bytes()); got != want || d.frame.beginning() {
		t.Errorf("begun again, the talk is\n%s", got)
	}
	d.command("Save")
	if got := onDisk(t, d.session.Path()); got != want {
		t.Errorf("the file is\n%s", got)
	}
}

// Whoever wants an empty page gets one, with one key.
func TestNewTalk_Empty(t *testing.T) {
	d := newDesk(t, "")
	if !d.frame.beginning() {
		t.Fatal("an empty window does not teach how to begin")
	}
	d.keys("\t\t\t\n")
	if d.frame.beginning() || len(d.session.Document().Bytes()) > 0 || d.session.Dirty() {
		t.Fatalf("the page is not empty but %q", d.session.Document().Bytes())
	}
	d.keys("m\b")
	d.command("New talk")
	if d.frame.beginning() {
		d.t.Fatal("a changed talk is gone without a question")
	}
	d.answer("Do not save")
	if !d.frame.beginning() || !d.beginning.Empty() {
		t.Error("the next talk does not begin")
	}
}

// What is written where a talk begins is not lost on any way out.
func TestNewTalk_NothingLost(t *testing.T) {
	d := newDesk(t, "")
	d.keys("the roof")
	d.open(talkFile(t, "## Other\n"))
	d.settle()
	d.answer("Save")
	if d.session.Talk().Sections[0].Title != "Other" || d.frame.beginning() {
		t.Error("the other talk is not open")
	}
	saved := filepath.Join(d.folder, d.listed()[0]+".md")
	if got := onDisk(t, saved); got != "the roof\n" {
		t.Errorf("saved is %q", got)
	}
}

func TestNewTalk_Template(t *testing.T) {
	d := newDesk(t, "")
	d.keys("\tmakers\tm\t10")
	for range 7 { // five slots and the button lie between
		d.win.Canvas().FocusNext()
	}
	d.keys("\n")
	deal := d.session.Talk().Deal
	if n := len(d.session.Talk().Sections); n != 5 || deal.Audience.Text != "makers" || deal.Slot.Minutes() != 10 || d.frame.beginning() {
		t.Errorf("the talk is\n%s", d.session.Document().Bytes())
	}
}

func TestDroppedText(t *testing.T) {
	folder := t.TempDir()
	const utf16 = "\xff\xfea\x00\n\x00\t\x00b\x00\n\x00c\x00\n\x00\t\x00d\x00"
	notes := writeTalk(t, folder, "notes.txt", utf16)
	broken := writeTalk(t, folder, "broken.txt", "a\x00b")
	d := newDesk(t, "")
	d.drop(notes)
	if got := string(d.session.Document().Bytes()); got != "## a\n\n- b\n\n## c\n\n- d\n" || !d.frame.beginning() {
		t.Fatalf("dropped on an empty talk, it is %q", got)
	}
	d.begin(d.beginning.Document())
	d.drop(notes)
	if !strings.HasPrefix(d.question(), "Save “") {
		t.Fatalf("it asks %q", d.question())
	}
	d.answer("Do not save")
	if !d.frame.beginning() || !strings.HasPrefix(string(d.session.Document().Bytes()), "## a") {
		t.Error("the dropped text does not begin a talk")
	}
	d.drop(broken)
	if !has(d.words(), "broken.txt") {
		t.Errorf("it says %q", d.words())
	}
	d.answer("Close")
	d.drop(filepath.Join(folder, "none.txt"))
	if !has(d.words(), "The text could not be read.") {
		t.Errorf("it says %q", d.words())
	}
	d.answer("Close")
	if got := onDisk(t, notes); got != utf16 {
		t.Errorf("the dropped file has changed: %q", got)
	}
	if !strings.HasPrefix(string(d.session.Document().Bytes()), "## a") {
		t.Error("what was there is gone")
	}
}

// A text that is pasted while no field has the cursor begins an empty talk, and
// no other.
func TestPasteOutside(t *testing.T) {
	d := newDesk(t, "")
	d.app.Clipboard().SetContent("a\n\tb\nc\n\td\n")
	d.begin(d.beginning.Document())
	d.win.Canvas().Unfocus()
	d.pasteOutside(&fyne.ShortcutPaste{})
	want := "## a\n\n- b\n\n## c\n\n- d\n"
	if got := string(d.session.Document().Bytes()); got != want || !d.frame.beginning() {
		t.Fatalf("the talk is %q", got)
	}
	d.pasteOutside(&fyne.ShortcutPaste{})
	if got := string(d.session.Document().Bytes()); got != want {
		t.Errorf("a talk that is not empty has become %q", got)
	}
}

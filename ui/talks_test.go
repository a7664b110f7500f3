package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"talkgiver/talk"
	"talkgiver/talk/journal"
	"talkgiver/talk/library"
	panel "talkgiver/ui/library"
	"talkgiver/ui/uitest"
)

// entry is a talk of the desk's library.
func (d *desk) entry(name string) library.Entry {
	d.t.Helper()
	entries, err := library.List(d.folder)
	if err != nil {
		d.t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name == name {
			return e
		}
	}
	d.t.Fatalf("no talk %q among %v", name, d.listed())
	return library.Entry{}
}

// shelfDesk has two talks in its library; the first, with a journal, is open.
func shelfDesk(t *testing.T) (d *desk, path string) {
	t.Helper()
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	d = newDesk(t, "")
	path = writeTalk(t, d.folder, "belts.md", "---\ntitle: Belts\n---\n\n## One\n\ntext\n")
	writeTalk(t, d.folder, "other.md", "# Other\n")
	if err := journal.Append(journal.Path(path), talk.Event{ID: "x", At: d.clock, Body: talk.Prep{Spent: time.Hour}}); err != nil {
		t.Fatal(err)
	}
	d.listTalks()
	d.open(path)
	d.settle()
	return d, path
}

// trashed are the names in the trash.
func trashed(t *testing.T) []string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Join(os.Getenv("XDG_DATA_HOME"), "Trash", "files"))
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestDuplicateTalk(t *testing.T) {
	d, path := shelfDesk(t)
	d.write("unsaved ")
	d.duplicate(d.entry("belts"))
	d.duplicate(d.entry("other"))
	d.settle()
	if got := d.listed(); !slices.Equal(got, []string{"belts", "belts-copy", "other", "other-copy"}) {
		t.Fatalf("the library has %v", got)
	}
	if got := onDisk(t, filepath.Join(d.folder, "belts-copy.md")); got != "---\ntitle: Belts (copy)\n---\n\n## One\n\nunsaved text\n" {
		t.Errorf("the copy of the open talk is %q", got)
	}
	if d.session.Path() != path || !d.session.Dirty() {
		t.Error("another talk is open, or the text was saved")
	}
	if d.frame.told == "" {
		t.Error("nothing says where the copy is")
	}
}

func TestRenameTalk(t *testing.T) {
	d, path := shelfDesk(t)
	d.write("unsaved ")
	d.askRename(d.entry("belts"))
	d.fill("Seat belts")
	d.answer("Rename")
	now := filepath.Join(d.folder, "seat-belts.md")
	if d.session.Path() != now || !d.session.Dirty() || d.session.Title() != "Seat belts" {
		t.Fatalf("%q is open, its title %q, dirty: %v", d.session.Path(), d.session.Title(), d.session.Dirty())
	}
	if log, err := journal.Read(journal.Path(now)); err != nil || len(log.Events) != 1 {
		t.Errorf("the journal did not go along: %v, %v", log.Events, err)
	}
	if slices.Contains(d.prefs.Recent(), path) || d.prefs.Recent()[0] != now {
		t.Errorf("recent are %v", d.prefs.Recent())
	}
	d.command("Save")
	if got := onDisk(t, now); got != "---\ntitle: Seat belts\n---\n\n## One\n\nunsaved text\n" {
		t.Errorf("saved, it is %q", got)
	}
	d.command("Undo")
	if d.session.Title() != "Belts" {
		t.Errorf("undone, the title is %q", d.session.Title())
	}

	// A talk that is not open, its file as it is.
	d.askRename(d.entry("other"))
	for _, o := range d.overlay() {
		if c, ok := o.(*widget.Check); ok {
			if !c.Checked || !strings.Contains(c.Text, "other.md") {
				t.Errorf("the question offers %q, chosen: %v", c.Text, c.Checked)
			}
			c.SetChecked(false)
		}
	}
	d.fill("Another")
	d.answer("Rename")
	if e := d.entry("other"); e.Title != "Another" {
		t.Errorf("the other talk is %+v", e)
	}
	d.askRename(d.entry("other"))
	d.fill("   ")
	d.answer("Rename")
	if e := d.entry("other"); e.Title != "Another" {
		t.Errorf("without a title it is %+v", e)
	}
	e := d.entry("other")
	if err := os.Remove(e.Path); err != nil {
		t.Fatal(err)
	}
	d.rename(e, "Gone", true)
	if !has(d.words(), "could not be renamed") {
		t.Errorf("it says %q", d.words())
	}
}

// The keyboard stays on a talk that was renamed, wherever the list puts it now,
// and the key for the trash asks for that one.
func TestRename_KeyboardFollows(t *testing.T) {
	d, _ := shelfDesk(t)
	writeTalk(t, d.folder, "zebra.md", "---\ntitle: Zebra\ndate: 2001-01-01\n---\n")
	d.listTalks()
	d.settle()
	d.command("Search all talks")
	key := func(name fyne.KeyName) {
		d.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
		d.settle()
	}
	key(fyne.KeyDown)
	key(fyne.KeyEnd)
	for _, title := range []string{"Zebra two", "Aardvark"} {
		key(fyne.KeyF2)
		d.fill(title)
		d.answer("Rename")
		key(fyne.KeyDelete)
		if want := "Move “" + title + "” to the trash?"; d.question() != want {
			t.Fatalf("it asks %q, want %q", d.question(), want)
		}
		key(fyne.KeyEscape)
	}
}

func TestTrashTalk(t *testing.T) {
	d, path := shelfDesk(t)
	d.prefs.AddRecent(filepath.Join(d.folder, "other.md"))
	d.trash(d.entry("other"))
	d.settle()
	if d.question() != "Move “Other” to the trash?" || len(trashed(t)) != 0 {
		t.Fatalf("it asks %q, and the trash has %v", d.question(), trashed(t))
	}
	d.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	d.settle()
	if d.question() != "" || len(trashed(t)) != 0 || len(d.listed()) != 2 {
		t.Fatalf("kept, it asks %q, and the trash has %v", d.question(), trashed(t))
	}
	d.trash(d.entry("other"))
	d.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	d.settle()
	if d.question() != "" || d.session.Path() != path || !slices.Equal(trashed(t), []string{"other.md"}) {
		t.Errorf("it asks %q, %q is open, and the trash has %v", d.question(), d.session.Path(), trashed(t))
	}
	if len(d.prefs.Recent()) != 1 {
		t.Errorf("recent are %v", d.prefs.Recent())
	}

	d.write("unsaved ")
	e := d.entry("belts")
	d.trash(e)
	d.answer("Cancel")
	if onDisk(t, path) == "" || len(trashed(t)) != 1 {
		t.Fatal("cancelled, it is in the trash")
	}
	d.trash(e)
	d.answer("Save and move to the trash")
	if d.session.Path() != "" || d.session.Dirty() {
		t.Errorf("%q is open, dirty: %v", d.session.Path(), d.session.Dirty())
	}
	if got := trashed(t); !slices.Equal(got, []string{"belts.journal.jsonl", "belts.md", "other.md"}) {
		t.Errorf("the trash has %v", got)
	}
	if got := onDisk(t, filepath.Join(os.Getenv("XDG_DATA_HOME"), "Trash", "files", "belts.md")); !strings.Contains(got, "unsaved text") {
		t.Errorf("what was not saved is not in the trash: %q", got)
	}
	if len(d.listed()) != 0 {
		t.Errorf("the library has %v", d.listed())
	}
	d.trash(e)
	d.answer("Move to the trash")
	if !has(d.words(), "not in the trash") {
		t.Errorf("it says %q", d.words())
	}
}

// The open talk, saved, goes with its journal; typed into while it was asked, it
// is asked again.
func TestTrashTheOpenTalk(t *testing.T) {
	d, _ := shelfDesk(t)
	d.write("meanwhile ")
	d.throwIfThere(d.entry("belts"))
	if len(trashed(t)) != 0 || !has(d.words(), "changes that are not in its file yet") {
		t.Fatalf("it says %q, and the trash has %v", d.words(), trashed(t))
	}
	d.answer("Cancel")
	d.command("Save")
	d.trash(d.entry("belts"))
	d.answer("Move to the trash")
	if d.question() != "" || d.session.Path() != "" || len(trashed(t)) != 2 {
		t.Errorf("it asks %q, %q is open, and the trash has %v", d.question(), d.session.Path(), trashed(t))
	}
}

func TestOpenAtALine(t *testing.T) {
	d, path := shelfDesk(t)
	other := writeTalk(t, d.folder, "long.md", "## One\n\nfirst\n\n## Two\n\nsecond\n")
	d.openAt(other, 7)
	d.settle()
	d.win.Canvas().Focused().TypedRune('x')
	if got := string(d.session.Document().Bytes()); got != "## One\n\nfirst\n\n## Two\n\nxsecond\n" {
		t.Errorf("typed there, it is %q", got)
	}
	d.openAt(path, 1) // a question stands first
	if d.session.Path() != other || d.question() == "" {
		t.Errorf("%q is open", d.session.Path())
	}
	d.answer("Do not save")
	d.openAt(path, 99)
	if d.session.Path() != path {
		t.Errorf("%q is open", d.session.Path())
	}
}

// Two changes, of which the second is asked for while the first is still read:
// the list has both.
func TestListTalks_OvertakenChangesCount(t *testing.T) {
	d, path := shelfDesk(t)
	other := writeTalk(t, d.folder, "other.md", "# Another title\n")
	writeTalk(t, d.folder, "belts.md", "# New title\n")
	d.listTalks(other)
	d.listTalks(path)
	d.settle()
	talks := d.list.index.Scan(t.Context(), d.inputs(), other)
	if got := fmt.Sprint(talks.Entries[0].Title, ", ", talks.Entries[1].Title); got != "New title, Another title" {
		t.Errorf("the list has %s", got)
	}
}

func TestSearchCommand(t *testing.T) {
	d, _ := shelfDesk(t)
	d.command("List of talks")
	d.command("Rehearse")
	d.command("Search all talks")
	if !d.prefs.ShowTalks() || d.place != placeDraft {
		t.Error("the list cannot be seen")
	}
	test.Type(d.win.Canvas().Focused(), "oth")
	d.settle()
	d.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	d.settle()
	if filepath.Base(d.session.Path()) != "other.md" {
		t.Errorf("%q is open", d.session.Path())
	}
}

// Shown by its key, the list is one arrow away; hidden, it hears nothing.
func TestToggleTalks_Keyboard(t *testing.T) {
	d, _ := shelfDesk(t)
	d.command("List of talks")
	d.command("List of talks")
	focused := d.win.Canvas().Focused()
	if !d.talks.Holds(focused) {
		t.Fatalf("%T has the keyboard", focused)
	}
	focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if list := d.win.Canvas().Focused(); list == focused || !d.talks.Holds(list) {
		t.Errorf("below the search %T has the keyboard", list)
	}
	d.command("List of talks")
	if d.win.Canvas().Focused() != nil {
		t.Errorf("out of sight, %T has the keyboard", d.win.Canvas().Focused())
	}
}

// A narrow window shows the list when it is asked for, until a talk is open.
func TestTheListInANarrowWindow(t *testing.T) {
	d, _ := shelfDesk(t)
	at := func() float32 { return d.talks.Content().Position().X }
	d.win.Resize(fyne.NewSize(1280, 800))
	if at() != 0 {
		t.Errorf("in a wide window the list is at %v", at())
	}
	d.win.Resize(fyne.NewSize(900, 600))
	if right := at() + d.talks.Content().Size().Width; right > 0 {
		t.Errorf("in a narrow window %v of the list can be seen", right)
	}
	d.command("List of talks")
	if at() != 0 || !d.prefs.ShowTalks() {
		t.Errorf("asked for, it is at %v", at())
	}
	d.command("List of talks")
	if at() >= 0 {
		t.Errorf("asked away, it is at %v", at())
	}
	d.command("Search all talks")
	d.openAt(filepath.Join(d.folder, "other.md"), 1)
	if at() >= 0 {
		t.Errorf("with a talk open it is at %v", at())
	}
}

// Whatever the window's width, nothing that can be seen has a size below nothing,
// nor has the list of talks while it is out of sight: painting that panics.
func TestNoSizeIsNegative(t *testing.T) {
	a := test.NewTempApp(t)
	folder := t.TempDir()
	for _, name := range []string{"one.md", "two.md"} {
		writeTalk(t, folder, name, "---\ntitle: A talk with a title of more than one line\nslot: 10m\n---\n\n## One\n\n- text #story\n")
	}
	d := startDesk(t, a, folder, filepath.Join(folder, "one.md"))
	look := func(when string) {
		t.Helper()
		d.settle()
		d.talks.Warn("Something is the matter.")
		d.talks.Warn("")
		for _, o := range append(uitest.Visible(d.frame.content), test.LaidOutObjects(d.talks.Content())...) {
			if size := o.Size(); size.Width < 0 || size.Height < 0 {
				t.Errorf("%s a %T has the size %v", when, o, size)
			}
		}
		if size := d.win.Canvas().Capture().Bounds(); size.Empty() {
			t.Errorf("%s there is no picture", when)
		}
	}
	for _, width := range []float32{640, 900, 999, 1000, 1280} {
		d.win.Resize(fyne.NewSize(width, 600))
		look(fmt.Sprintf("%v wide", width))
		d.command("List of talks")
		look(fmt.Sprintf("%v wide, the list asked for or away,", width))
		d.command("List of talks")
	}
}

// The watcher's calls come from a goroutine of its own.
func TestWatchedFolder(t *testing.T) {
	d, path := shelfDesk(t)
	d.watch()
	t.Cleanup(d.stopWatching)
	want := "---\ntitle: Belts\n---\n\n## One\n\ntheirs\n"
	late := time.After(20 * time.Second)
	for string(d.session.Document().Bytes()) != want {
		writeTalk(t, d.folder, "belts.md", want)
		select {
		case <-time.After(50 * time.Millisecond):
			d.settle()
		case <-late:
			t.Fatalf("what another program wrote is not shown; open is %q", d.session.Document().Bytes())
		}
	}
	if d.session.Dirty() || d.session.Path() != path {
		t.Errorf("dirty: %v, open: %q", d.session.Dirty(), d.session.Path())
	}
	if err := os.RemoveAll(d.folder); err != nil {
		t.Fatal(err)
	}
	for !d.list.lost {
		select {
		case <-time.After(20 * time.Millisecond):
			d.settle()
		case <-late:
			t.Fatal("nobody noticed that the folder is gone")
		}
	}
	d.makeFolder()
	d.settle()
	if d.list.lost {
		t.Error("the folder is there again, and is not watched")
	}
}

// How the list is looked at outlasts the window.
func TestTheViewOfTheListIsKept(t *testing.T) {
	d, _ := shelfDesk(t)
	if got := d.prefs.TalksView(); got != (panel.View{}) {
		t.Errorf("at first it is %+v", got)
	}
	want := panel.View{Order: panel.LastChanged, Filter: panel.InFolder, Folder: "2027/may"}
	d.prefs.SetTalksView(want)
	if got := d.prefs.TalksView(); got != want {
		t.Errorf("it is %+v, want %+v", got, want)
	}
}

// A talk that lies outside of the library's folder is followed, too, and from where
// it is saved as another one.
func TestWatchedFileElsewhere(t *testing.T) {
	d, _ := shelfDesk(t)
	d.watch()
	t.Cleanup(d.stopWatching)
	folder := t.TempDir()
	path := writeTalk(t, folder, "elsewhere.md", "## Mine\n")
	follows := func(path, want string) {
		t.Helper()
		late := time.After(20 * time.Second)
		for string(d.session.Document().Bytes()) != want {
			writeTalk(t, filepath.Dir(path), filepath.Base(path), want)
			select {
			case <-time.After(50 * time.Millisecond):
				d.settle()
			case <-late:
				t.Fatalf("what another program wrote is not shown; open is %q", d.session.Document().Bytes())
			}
		}
	}
	d.open(path)
	d.settle()
	follows(path, "## Theirs\n")
	other := filepath.Join(folder, "other.md")
	if err := d.session.SaveAs(other); err != nil {
		t.Fatal(err)
	}
	d.saved(nil)
	d.settle()
	follows(other, "## Theirs again\n")
	d.stopWatching()
	if d.list.file != nil || d.list.watcher != nil {
		t.Error("it still watches")
	}
}

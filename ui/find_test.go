package ui

import (
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkgiver/ui/palette"
)

// find types into the palette and presses keys there.
func (d *desk) findAndPress(typed string, keys ...fyne.KeyName) {
	d.t.Helper()
	d.command("Find anything…")
	if _, ok := d.win.Canvas().Overlays().Top().(*palette.Palette); !ok {
		d.t.Fatal("the palette is not open")
	}
	test.Type(d.win.Canvas().Focused(), typed)
	for _, key := range keys {
		d.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
	}
	d.settle()
}

const twoSections = "## The first one (2m)\n\ntext\n\n## Another story\n\nmore text\n"

func TestFind_Command(t *testing.T) {
	d := newDesk(t, talkFile(t, twoSections))
	d.findAndPress("reh", fyne.KeyReturn)
	if d.place != placeRehearse || d.win.Canvas().Overlays().Top() != nil {
		t.Error("the palette does not do what was chosen")
	}
	if !slices.Equal(d.prefs.Chosen(), []string{"Rehearse"}) {
		t.Errorf("%q was chosen", d.prefs.Chosen())
	}
	d.findAndPress("", fyne.KeyReturn) // what was chosen lately is at the top
	if !slices.Equal(d.prefs.Chosen(), []string{"Rehearse"}) {
		t.Errorf("%q was chosen", d.prefs.Chosen())
	}
	d.findAndPress("draft", fyne.KeyEscape)
	if d.place != placeRehearse || d.win.Canvas().Overlays().Top() != nil {
		t.Error("Escape does not leave the palette alone")
	}
	for _, item := range d.commandItems() {
		if item.Title == "Add a section" {
			t.Error("the palette has what means nothing here")
		}
	}
}

func TestFind_Section(t *testing.T) {
	d := newDesk(t, talkFile(t, twoSections))
	d.command("Rehearse")
	d.findAndPress("story", fyne.KeyReturn)
	if d.place != placeDraft {
		t.Fatal("the section is not gone to")
	}
	d.win.Canvas().Focused().TypedRune('X')
	if got := string(d.session.Document().Bytes()); got != "## The first one (2m)\n\ntext\n\n## Another story\n\nXmore text\n" && got != "## The first one (2m)\n\ntext\n\n## Another story\n\nmore textX\n" {
		t.Errorf("the cursor is not in the section: %q", got)
	}
	items := d.sectionItems()
	if len(items) != 2 || items[0].Note != "Section · 2:00" || items[1].Note != "Section" {
		t.Errorf("%+v", items)
	}
}

func TestFind_Talk(t *testing.T) {
	a := test.NewTempApp(t)
	folder := t.TempDir()
	open := writeTalk(t, folder, "open.md", "# The open one\n\n## One\n\ntext\n")
	other := writeTalk(t, folder, "other.md", "---\ntitle: Belts existed\nevent: Product Days\n---\n\n## One\n\ntext\n")
	d := startDesk(t, a, folder, open)
	items := d.talkItems()
	if len(items) != 1 || items[0].Title != "Belts existed" || items[0].Note != "Talk · Product Days" {
		t.Fatalf("%+v", items)
	}
	d.findAndPress("product bel", fyne.KeyEnter)
	if d.session.Path() != other {
		t.Errorf("%s is open, want %s", filepath.Base(d.session.Path()), filepath.Base(other))
	}
}

// While a question stands, the keys are for the question.
func TestFind_NotOverAQuestion(t *testing.T) {
	d := newDesk(t, talkFile(t, twoSections))
	d.command("Settings…")
	d.command("Find anything…")
	if _, ok := d.win.Canvas().Overlays().Top().(*palette.Palette); ok {
		t.Error("the palette lies over a question")
	}
}

package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"talkgiver/ui/rehearse"
	"talkgiver/ui/widgets"
)

func press(o fyne.Focusable, key fyne.KeyName) { o.TypedKey(&fyne.KeyEvent{Name: key}) }

// pressAnywhere is a key with no field to hear it.
func (d *desk) pressAnywhere(key fyne.KeyName) {
	d.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: key})
}

// After a click beside a question nothing in it has the focus. Escape leaves it
// all the same.
func TestEscape_AfterAClickBeside(t *testing.T) {
	d := newDesk(t, talkFile(t, "## One\n\ntext\n"))
	for _, title := range []string{"Open…", "Save as…", "Settings…", "Keys", "About Talkgiver"} {
		d.command(title)
		if d.win.Canvas().Overlays().Top() == nil {
			t.Fatalf("%q asks nothing", title)
		}
		d.win.Canvas().Unfocus()
		d.pressAnywhere(fyne.KeyF1) // means nothing here
		d.pressAnywhere(fyne.KeyEscape)
		if d.win.Canvas().Overlays().Top() != nil || len(d.dialogs) != 0 {
			t.Errorf("Escape does not leave %q", title)
		}
	}
	d.pressAnywhere(fyne.KeyEscape) // nothing is open
}

// One question over another: Escape leaves one at a time.
func TestEscape_OneAtATime(t *testing.T) {
	d := newDesk(t, talkFile(t, "## One\n\ntext\n"))
	d.command("Settings…")
	for _, o := range d.overlay() {
		if b, ok := o.(*widgets.Button); ok && b.Text == "Other folder…" {
			test.Tap(b)
		}
	}
	if len(d.dialogs) != 2 {
		t.Fatalf("%d questions stand, want 2", len(d.dialogs))
	}
	d.pressAnywhere(fyne.KeyEscape)
	if !has(d.words(), "Settings") || len(d.dialogs) != 1 {
		t.Errorf("%d questions stand: %q", len(d.dialogs), d.words())
	}
	d.pressAnywhere(fyne.KeyEscape)
	if d.win.Canvas().Overlays().Top() != nil {
		t.Error("Escape does not leave the settings")
	}
}

// The keys are shown by F1 and "?", whatever has the focus but a field.
func TestKeys_FromAnywhere(t *testing.T) {
	d := newDesk(t, talkFile(t, "## One\n\ntext\n"))
	shown := func(how string) {
		t.Helper()
		if d.question() != "Keys" {
			t.Fatalf("%s does not show the keys", how)
		}
		d.pressAnywhere(fyne.KeyEscape)
	}
	d.win.Canvas().Unfocus()
	d.pressAnywhere(fyne.KeyF1)
	shown("F1")
	d.win.Canvas().OnTypedRune()('?')
	shown("?")
	d.win.Canvas().Focus(d.frame.places)
	press(d.frame.places, fyne.KeyF1)
	shown("F1 from the places")
	d.frame.places.TypedRune('?')
	shown("? from the places")
	d.command("Rehearse")
	press(d.win.Canvas().Focused(), fyne.KeyF1)
	shown("F1 before a run")
	d.win.Canvas().Focused().TypedRune('?')
	shown("? before a run")
	d.command("Draft")
	d.write("?")
	if d.win.Canvas().Overlays().Top() != nil {
		t.Error("a question mark cannot be written")
	}
}

// The sheet has every key of the stage, and all of it is to be seen.
func TestKeys_Sheet(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 1280, Height: 800}, {Width: 900, Height: 600}} {
		d := newDesk(t, talkFile(t, "## One\n\ntext\n"))
		d.win.Resize(size)
		d.command("Keys")
		words := d.words()
		for _, k := range rehearse.Keys() {
			if !has(words, k.Does) {
				t.Errorf("%q is not on the sheet", k.Does)
			}
		}
		for _, g := range d.keyGroups() {
			if !has(words, g.title) || len(g.lines) == 0 {
				t.Errorf("the group %q has %d keys", g.title, len(g.lines))
			}
		}
	}
}

// In a small window, the sheet is read by keys too, and a setting that gets the
// focus can be seen.
func TestQuestions_ScrollByKeys(t *testing.T) {
	d := newDesk(t, talkFile(t, "## One\n\ntext\n"))
	d.win.Resize(fyne.NewSize(900, 500))
	d.command("Keys")
	scroll := d.dialogs[0].scroll
	least := scroll.Content.MinSize().Height - scroll.Size().Height
	if least <= 0 {
		t.Fatalf("the sheet fits into %v", scroll.Size())
	}
	for _, c := range []struct {
		key  fyne.KeyName
		want float32
	}{
		{fyne.KeyDown, lineStep}, {fyne.KeyUp, 0}, {fyne.KeyUp, 0}, {fyne.KeyEnd, least}, {fyne.KeyPageDown, least}, {fyne.KeyHome, 0},
		{fyne.KeyPageDown, min(scroll.Size().Height-lineStep, least)}, {fyne.KeyPageUp, 0},
	} {
		press(d.win.Canvas().Focused(), c.key)
		if scroll.Offset.Y != c.want {
			t.Errorf("after %s the sheet is scrolled by %v, want %v", c.key, scroll.Offset.Y, c.want)
		}
	}
	press(d.win.Canvas().Focused(), fyne.KeyEscape)

	d.command("Settings…")
	scroll = d.dialogs[0].scroll
	for range 12 {
		d.win.Canvas().(interface{ FocusNext() }).FocusNext()
		o := d.win.Canvas().Focused().(fyne.CanvasObject)
		if _, ok := o.(*askButton); ok {
			continue
		}
		driver := fyne.CurrentApp().Driver()
		top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(scroll).Y
		if top < -0.5 || top+o.Size().Height > scroll.Size().Height+0.5 {
			t.Errorf("%T has the focus out of sight, at %v of %v", o, top, scroll.Size().Height)
		}
	}
}

// Tab goes nowhere that cannot be seen: a narrow window hides the list of talks.
func TestFrame_NarrowHidesTheTalks(t *testing.T) {
	d := newDesk(t, talkFile(t, "## One\n\ntext\n"))
	for _, c := range []struct {
		width float32
		want  bool
	}{{1280, true}, {900, false}, {1000, true}} {
		d.win.Resize(fyne.NewSize(c.width, 700))
		d.frame.showPlace()
		if d.talks.Content().Visible() != c.want {
			t.Errorf("%v wide, the list of talks is shown: %v", c.width, !c.want)
		}
	}
	d.setTextSize(maxTextSize)
	d.win.Resize(fyne.NewSize(1001, 700))
	if d.talks.Content().Visible() {
		t.Error("large text leaves no room for the list")
	}
}

// boxes are objects of a height, for layouts.
func boxes(heights ...float32) []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, h := range heights {
		box := &canvas.Rectangle{}
		box.SetMinSize(fyne.NewSize(10, h))
		all = append(all, box)
	}
	return all
}

func TestSheetLayout(t *testing.T) {
	for _, c := range []struct {
		width   float32
		heights []float32
		columns []int // of each block
		height  float32
	}{
		{320, []float32{50, 50, 50}, []int{0, 1, 2}, 50},
		{210, []float32{50, 50, 50}, []int{0, 0, 1}, 110},
		{210, []float32{50, 50, 150}, []int{0, 0, 1}, 150},
		{210, []float32{100, 20, 20}, []int{0, 1, 1}, 100},
		{99, []float32{50, 50}, []int{0, 0}, 110},
		{2000, []float32{50, 50}, []int{0, 1}, 50},
		{320, nil, nil, 0},
	} {
		l, blocks := &sheetLayout{gap: 10, least: 100}, boxes(c.heights...)
		l.Layout(blocks, fyne.NewSize(c.width, 0))
		if got := l.MinSize(blocks).Height; got != c.height {
			t.Errorf("%v in %v: %v high, want %v", c.heights, c.width, got, c.height)
		}
		column, x := 0, float32(0)
		for i, o := range blocks {
			if o.Position().X > x {
				column, x = column+1, o.Position().X
			}
			if column != c.columns[i] || o.Position().X+o.Size().Width > max(c.width, 100)+0.01 {
				t.Errorf("%v in %v: block %d is in column %d at %v", c.heights, c.width, i, column, o.Position())
			}
		}
	}
}

package draft

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

func TestSectionActions(t *testing.T) {
	type action = func(*desk)
	menu := func(section int, label string) action {
		return func(d *desk) {
			d.cards[section-1].showMenu()
			d.choose(label)
		}
	}
	tests := map[string]struct {
		do     action
		titles string
		focus  int // the section whose title has the cursor after it
	}{
		"add behind the current": {func(d *desk) { d.in(d.cards[1].title, "Two"); d.AddSection() }, "One||Two||| Three", 3},
		"move up":                {menu(2, "Move up"), "Two|One|Three", 1},
		"move down":              {menu(2, "Move down"), "One|Three|Two", 3},
		"move with the keyboard": {func(d *desk) {
			d.in(d.cards[2].title, "Three")
			d.MoveCurrent(-1)
			d.MoveCurrent(-1)
			d.MoveCurrent(-1)
		}, "Three|One|Two", 1},
		"duplicate":        {menu(2, "Duplicate"), "One|Two|Two|Three", 3},
		"delete the first": {menu(1, "Delete"), "Two|Three", 1},
		"delete the last":  {menu(3, "Delete"), "One|Two", 2},
		"split": {func(d *desk) {
			d.in(d.cards[0].body.entry, "- shown here #story\n")
			menu(1, "Split")(d)
		}, "One||Two|Three", 2},
		"join": {menu(2, "Join"), "One|Two", 0},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, small)
			test.do(d)
			d.agrees()
			var titles []string
			for _, s := range d.document.Talk().Sections {
				titles = append(titles, s.Title)
			}
			want := test.titles
			if name == "add behind the current" {
				want = "One|Two||Three"
			}
			if got := strings.Join(titles, "|"); got != want {
				t.Errorf("the sections are %s, want %s", got, want)
			}
			if test.focus > 0 && d.focused() != d.cards[test.focus-1].title {
				t.Errorf("the cursor is in %q, want it in the title of section %d", d.focused().Text, test.focus)
			}
			d.cfg.Undo()
			for d.history.CanUndo() {
				d.cfg.Undo()
			}
			d.agrees()
			if d.source() != small {
				t.Errorf("undone, the file is\n%s", d.source())
			}
			if f := d.win.Canvas().Focused(); f != nil {
				before := d.source()
				f.TypedRune('x')
				d.agrees()
				if strings.Count(d.source(), "x") > strings.Count(before, "x")+1 {
					t.Errorf("typing on changes more than one place:\n%s", d.source())
				}
			}
		})
	}
}

// A card that is gone may still have the keyboard; what is typed into it goes
// nowhere, least of all into another section.
func TestGoneCardIsDeaf(t *testing.T) {
	d := newDesk(t, small)
	c := d.cards[0]
	d.in(c.body.entry, "Said here.")
	d.cards[0].showMenu()
	d.choose("Delete")
	before := d.source()
	c.body.entry.TypedRune('x')
	c.title.TypedRune('x')
	c.gives.TypedRune('x')
	c.title.FocusLost()
	if d.source() != before {
		t.Errorf("a card that is gone has changed the file:\n%s", d.source())
	}
	d.agrees()
}

func TestSectionTags(t *testing.T) {
	for label, tag := range map[string]string{"Core": "#core", "Extra": "#extra", "Leave out": "#skip", "Keep for": "#backup"} {
		d := newDesk(t, small)
		toggle := func() {
			d.cards[1].showMenu()
			for _, item := range d.menu.Items {
				if checked := strings.Contains(d.source(), tag); strings.HasPrefix(item.Label, label) && item.Checked != checked {
					t.Errorf("%s is checked: %v", label, item.Checked)
				}
			}
			d.choose(label)
			d.agrees()
		}
		toggle()
		if !strings.Contains(d.source(), "## Two "+tag+"\n") {
			t.Errorf("%s does not tag the section:\n%s", label, d.source())
		}
		toggle()
		if d.source() != small {
			t.Errorf("%s twice gives\n%s", label, d.source())
		}
	}
}

func TestAnOpeningStaysWhatItIs(t *testing.T) {
	d := newDesk(t, "An opening.\n\n## One\n\ntext\n")
	d.cards[0].showMenu()
	for _, item := range d.menu.Items {
		wants := item.Label == "Delete" || strings.HasPrefix(item.Label, "Split") || strings.HasPrefix(item.Label, "Fold") || strings.HasPrefix(item.Label, "This section alone")
		if !item.IsSeparator && item.Disabled == wants {
			t.Errorf("%q is disabled: %v", item.Label, item.Disabled)
		}
	}
	if d.cards[0].foot.Visible() || !d.cards[1].foot.Visible() {
		t.Error("a section without a heading has no place for what it gives, and the others have")
	}
	d.in(d.cards[0].body.entry, "").write("x")
	d.in(d.cards[1].body.entry, "text")
	d.MoveCurrent(-1)
	d.agrees()
	if want := "xAn opening.\n\n## One\n\ntext\n"; d.source() != want {
		t.Errorf("the file is %q, want %q", d.source(), want)
	}
	d.in(d.cards[0].title, "").write("y")
	d.agrees()
}

func TestAnEmptyTalk(t *testing.T) {
	d := newDesk(t, "")
	if !d.empty.Visible() {
		t.Error("nothing says what to do with an empty talk")
	}
	d.FocusFirst()
	if d.focused() != d.deal.message {
		t.Error("a new talk does not begin with its message")
	}
	d.AddSection()
	d.write("First\n- text #story")
	d.AddSection()
	d.write("Second")
	d.agrees()
	if want := "## First\n\n- text #story\n\n## Second\n"; d.source() != want {
		t.Errorf("the file is %q, want %q", d.source(), want)
	}
	if d.empty.Visible() {
		t.Error("the hint for an empty talk stays")
	}
	for d.history.CanUndo() {
		d.cfg.Undo()
		d.agrees()
	}
	if d.source() != "" || !d.empty.Visible() {
		t.Errorf("undone, the file is %q", d.source())
	}
	d.MoveCurrent(1)
	d.MoveCurrent(-1)
	d.GoTo(d.document.Talk().Deal.Span, 3)
}

// Undo and redo of the keyboard are the talk's, in a field or not.
func TestUndoInAField(t *testing.T) {
	d := newDesk(t, small)
	d.in(d.cards[0].title, "One").write("x")
	d.in(d.cards[1].body.entry, "Only said.").write("y")
	d.focused().TypedShortcut(&fyne.ShortcutUndo{})
	d.agrees()
	if got := d.cards[1].body.entry.Text; got != "Only said." {
		t.Errorf("undone, the field shows %q", got)
	}
	d.focused().TypedShortcut(&fyne.ShortcutUndo{})
	d.agrees()
	if got := d.cards[0].title.Text; got != "One" {
		t.Errorf("undone from another field, the title shows %q", got)
	}
	d.focused().TypedShortcut(&fyne.ShortcutRedo{})
	if got := d.cards[0].title.Text; got != "Onex" {
		t.Errorf("redone, the title shows %q", got)
	}
}

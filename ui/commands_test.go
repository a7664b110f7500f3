package ui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"talkgiver/ui/palette"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// The table has each shortcut once, and the menu is made of it.
func TestCommands(t *testing.T) {
	d := newDesk(t, talkFile(t, "## One\n\ntext\n"))
	seen := map[string]string{}
	for _, c := range d.table {
		s := c.shortcut()
		if s == nil {
			continue
		}
		if other := seen[c.keys()]; other != "" {
			t.Errorf("%q and %q have the keys %s", other, c.title, c.keys())
		}
		seen[c.keys()] = c.title
		k, ok := s.(fyne.KeyboardShortcut)
		if !ok || k.Key() != c.key || k.Mod() != c.mods {
			t.Errorf("%q is said to have the keys %s, and has others", c.title, c.keys())
		}
		// Fyne makes shortcuts of its own of these keys; a custom one would
		// never be asked.
		if _, custom := s.(*desktop.CustomShortcut); custom && c.mods == ctrl {
			switch c.key {
			case fyne.KeyZ, fyne.KeyY, fyne.KeyX, fyne.KeyC, fyne.KeyV, fyne.KeyA:
				t.Errorf("%q never hears its keys", c.title)
			}
		}
		// Without a modifier, or with Shift alone, keys go to the field.
		if c.mods&^fyne.KeyModifierShift == 0 && (c.key < "F1" || c.key > "F9" && len(c.key) != 3) {
			t.Errorf("%q takes a key that fields need", c.title)
		}
	}
	i := 0
	for _, m := range d.win.MainMenu().Items {
		for _, item := range m.Items {
			c := d.table[i]
			i++
			if item.IsSeparator != (c.title == "") || item.Label != c.title && !item.IsSeparator || m.Label != c.menu {
				t.Errorf("the menu has %q in %q where the table has %q", item.Label, m.Label, c.title)
			}
			if item.Action == nil && item.ChildMenu == nil && !item.IsSeparator {
				t.Errorf("%q does nothing", item.Label)
			}
		}
	}
	if i != len(d.table) {
		t.Errorf("%d items for %d commands", i, len(d.table))
	}
	if last := d.menu.Items[0].Items[len(d.menu.Items[0].Items)-1]; !last.IsQuit {
		t.Error("Fyne would add a Quit that does not ask")
	}
	d.draft.GoTo(d.session.Talk().Sections[0].Body, 1)
	d.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
	keys := map[string]bool{}
	for _, o := range d.overlay() {
		if hint, ok := o.(*widgets.KeyHint); ok {
			keys[hint.Key] = true
		}
	}
	for k, title := range seen {
		if !keys[k] {
			t.Errorf("%s, for %q, is not listed", k, title)
		}
	}
}

// Whatever is in the table can be found in the palette, when it means something.
func TestCommands_InThePalette(t *testing.T) {
	d := newDesk(t, talkFile(t, "## One\n\ntext\n"))
	d.write("x") // so that there is something to undo
	found := map[string]palette.Item{}
	for _, item := range d.commandItems() {
		if _, twice := found[item.Title]; twice {
			t.Errorf("%q is in the palette twice", item.Title)
		}
		found[item.Title] = item
	}
	check := func(menu, title string, c command) {
		item, ok := found[title]
		delete(found, title)
		if can := c.run != nil && (c.enabled == nil || c.enabled()); can != ok {
			t.Errorf("%q can be done: %v, is in the palette: %v", title, can, ok)
		} else if ok && (item.Keys != c.keys() || item.Note != menu || item.Run == nil) {
			t.Errorf("%q is in the palette as %+v", title, item)
		}
	}
	for _, c := range d.table {
		switch {
		case c.title == "" && (c.run != nil || c.key != "" || c.children != nil):
			t.Errorf("a command in %q has no title", c.menu)
		case c.title != "" && c.run == nil && c.children == nil:
			t.Errorf("%q does nothing", c.title)
		case c.title == "":
		case c.children == nil:
			check(c.menu, c.title, c)
		default:
			for _, child := range c.children() {
				check(c.menu, c.title+": "+child.title, child)
			}
		}
	}
	for title := range found {
		t.Errorf("%q is in the palette and not in the table", title)
	}
}

// What a text field does with keys of its own stays its own.
func TestCommands_LeaveFieldsTheirKeys(t *testing.T) {
	d := newDesk(t, talkFile(t, "## One\n\ntext\n"))
	own := map[fyne.KeyModifier][]fyne.KeyName{
		ctrl:                         {fyne.KeyA, fyne.KeyC, fyne.KeyV, fyne.KeyX, fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd, fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyInsert},
		fyne.KeyModifierShift:        {fyne.KeyInsert, fyne.KeyDelete, fyne.KeyTab},
		fyne.KeyModifierShift | ctrl: {fyne.KeyLeft, fyne.KeyRight},
	}
	for _, c := range d.table {
		if slices.Contains(own[c.mods], c.key) {
			t.Errorf("%q takes %s from the fields", c.title, c.keys())
		}
	}
}

func (d *desk) item(title string) *fyne.MenuItem {
	for _, m := range d.menu.Items {
		for _, item := range m.Items {
			if item.Label == title {
				return item
			}
		}
	}
	d.t.Fatalf("no command %q", title)
	return nil
}

func TestCommands_Follow(t *testing.T) {
	d := newDesk(t, talkFile(t, "## One\n\ntext\n"))
	if !d.item("Undo").Disabled || !d.item("Redo").Disabled {
		t.Error("there is nothing to undo, and yet it can be")
	}
	d.item("Undo").Action() // a shortcut comes through all the same
	d.write("x")
	if d.item("Undo").Disabled || !d.item("Redo").Disabled {
		t.Error("undo does not follow typing")
	}
	d.command("Undo")
	if !d.item("Undo").Disabled || d.item("Redo").Disabled || d.session.Dirty() {
		t.Error("undo and redo do not follow undo")
	}
	if !d.item("Draft").Checked || d.item("Rehearse").Checked || d.item("Add a section").Disabled {
		t.Error("the marks are not those of the draft")
	}
	d.command("Rehearse")
	if d.item("Draft").Checked || !d.item("Rehearse").Checked || !d.item("Add a section").Disabled {
		t.Error("the marks do not follow the place")
	}
	sections := len(d.session.Talk().Sections)
	d.command("Add a section")
	if len(d.session.Talk().Sections) != sections {
		t.Error("a command that means nothing here did something")
	}
	d.command("Draft")
	for title, mode := range map[string]theme.Mode{"Light": theme.Light, "Dark": theme.Dark, "As the desktop": theme.System} {
		d.command(title)
		if d.theme.Mode != mode || d.prefs.Appearance() != mode || !d.item(title).Checked {
			t.Errorf("%q: the theme is %v, checked %v", title, d.theme.Mode, d.item(title).Checked)
		}
	}
	shown := d.prefs.ShowTalks()
	d.command("List of talks")
	if d.prefs.ShowTalks() == shown || d.item("List of talks").Checked == shown || d.talks.Content().Visible() == shown {
		t.Error("the list of talks is not folded")
	}
}

package draft

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// mark selects in the text of a section what stands between two cursors, or
// puts the cursor at one.
func (d *desk) mark(e *entry, text string) {
	d.t.Helper()
	plain, from, to := marked(d.t, text)
	if e.Text != plain {
		e.do(textEdit{end: len(e.Text), text: plain, from: from, to: to})
	}
	d.win.Canvas().Focus(e)
	e.selectRange(from, to)
}

// hold presses keys while Shift is down.
func (d *desk) hold(keys ...fyne.KeyName) {
	d.focused().KeyDown(shiftKey)
	d.press(keys...)
	if e, ok := d.win.Canvas().Focused().(*entry); ok {
		e.KeyUp(shiftKey)
	}
}

// What is selected is found from what Fyne tells, also where the same words
// stand on both sides of the cursor.
func TestSelection(t *testing.T) {
	for _, text := range []string{"‸", "one‸ two", "‸one‸ two", "one ‸two‸", "aa‸aa‸aa", "‸a‸a", "a‸a‸",
		"über ‸naïve 👩🏽‍🚀‸ x", "one\n‸two\n\nth‸ree", strings.Repeat("long words ", 20) + "‸" + strings.Repeat("go on ", 30) + "‸and on"} {
		d := newDesk(t, small)
		e := d.cards[1].body.entry
		d.mark(e, text)
		if from, to := e.selection(); withMarks(e.Text, from, to) != text {
			t.Errorf("selected is %q, want %q", withMarks(e.Text, from, to), text)
		}
		if from, to := e.selection(); withMarks(e.Text, from, to) != text {
			t.Errorf("asked again, selected is %q, want %q", withMarks(e.Text, from, to), text)
		}
		// The cursor may be at the beginning of what is selected.
		plain, from, to := marked(t, text)
		e.goTo(len([]rune(plain[:to])))
		d.focused().KeyDown(shiftKey)
		for range []rune(plain[from:to]) {
			d.press(fyne.KeyLeft)
		}
		if from, to := e.selection(); withMarks(e.Text, from, to) != text {
			t.Errorf("backwards, selected is %q, want %q", withMarks(e.Text, from, to), text)
		}
		d.focused().KeyUp(shiftKey)
	}
}

func TestKeysInAText(t *testing.T) {
	clip := fyne.CurrentApp
	tests := map[string]struct {
		text string
		do   func(*desk)
		want string
	}{
		"Enter in a list":      {"- one‸", func(d *desk) { d.write("\ntwo\n\nsaid") }, "- one\n- two\n\nsaid‸"},
		"Enter over words":     {"- one ‸two‸", func(d *desk) { d.write("\nx") }, "- one \n- x‸"},
		"Enter in a paragraph": {"one ‸two‸", func(d *desk) { d.write("\nx") }, "one \nx‸"},
		"Shift+Enter":          {"- one‸", func(d *desk) { d.hold(fyne.KeyReturn); d.write("x") }, "- one\n  x‸"},
		"Shift+Enter in words": {"one‸ two", func(d *desk) { d.hold(fyne.KeyReturn) }, "one\n‸ two"},
		"Tab":                  {"- one\n- two‸", func(d *desk) { d.press(fyne.KeyTab); d.write("x") }, "- one\n  - twox‸"},
		"Shift+Tab":            {"- one\n  - two‸", func(d *desk) { d.hold(fyne.KeyTab) }, "- one\n- two‸"},
		"Tab over several":     {"- one\n- ‸two\n- three‸", func(d *desk) { d.press(fyne.KeyTab) }, "- one\n  - ‸two\n  - three‸"},
		"strong":               {"one ‸two‸", func(d *desk) { d.Emphasize("**") }, "one **‸two‸**"},
		"strong and back":      {"one ‸two‸", func(d *desk) { d.Emphasize("**"); d.Emphasize("**") }, "one ‸two‸"},
		"stressed":             {"one tw‸o", func(d *desk) { d.Emphasize("*") }, "one *‸two‸*"},
		"typed over strong":    {"one ‸two‸", func(d *desk) { d.Emphasize("**"); d.write("x") }, "one **x‸**"},
		"strong, to be typed":  {"one ‸", func(d *desk) { d.Emphasize("**"); d.write("x") }, "one **x‸**"},
		"pasted": {"- one\n- ‸", func(d *desk) {
			clip().Clipboard().SetContent("•\u00a0two\r\n•\u00a0three\r\n")
			d.focused().TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip().Clipboard()})
		}, "- one\n- two\n- three‸"},
		"pasted over words": {"a ‸b‸ c", func(d *desk) {
			clip().Clipboard().SetContent("x")
			d.focused().TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip().Clipboard()})
		}, "a x‸ c"},
		"nothing to paste": {"a ‸b‸ c", func(d *desk) {
			clip().Clipboard().SetContent("")
			d.focused().TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip().Clipboard()})
		}, "a ‸b‸ c"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, small)
			e := d.cards[1].body.entry
			d.mark(e, test.text)
			before, source := d.history.Document(), d.source()
			test.do(d)
			from, to := e.selection()
			if got := withMarks(e.Text, from, to); got != test.want {
				t.Fatalf("got\n%s\nwant\n%s", got, test.want)
			}
			d.agrees()
			if plain, _, _ := marked(t, test.want); d.document.BodyText(d.document.Talk().Sections[1]) != plain {
				t.Errorf("the file has\n%s", d.source())
			}
			if e.shift {
				t.Error("Shift stays down")
			}
			for d.history.Document() != before && d.history.CanUndo() && d.source() != source {
				d.cfg.Undo()
				d.agrees()
			}
			if d.source() != source {
				t.Errorf("undone, the file is\n%s", d.source())
			}
		})
	}
}

// Tab leaves a text where it does not move an item, so that no key is a trap.
func TestTabLeavesAText(t *testing.T) {
	d := newDesk(t, small)
	e := d.cards[1].body.entry
	for text, stays := range map[string][2]bool{
		"said‸":            {false, false},
		"- one‸":           {false, false},
		"- one\n- two‸":    {true, false},
		"- one\n  - two‸":  {false, true},
		"- a\n  - b\n- c‸": {true, false},
	} {
		d.mark(e, text)
		if got := e.AcceptsTab(); got != stays[0] {
			t.Errorf("%q: Tab stays in the field: %v", text, got)
		}
		e.KeyDown(shiftKey)
		if got := e.AcceptsTab(); got != stays[1] {
			t.Errorf("%q: Shift+Tab stays in the field: %v", text, got)
		}
		e.KeyUp(shiftKey)
	}
	if d.cards[0].title.AcceptsTab() {
		t.Error("a field of one line keeps Tab")
	}
}

// What is pasted, wrapped or moved is a step of undo of its own, and undone in
// one; the cursor is back where it was.
func TestOneStepEach(t *testing.T) {
	tests := map[string]func(*desk){
		"paste": func(d *desk) { d.focused().paste("one\ntwo\nthree") },
		"Tab":   func(d *desk) { d.press(fyne.KeyTab) },
		"bold":  func(d *desk) { d.Emphasize("**") },
	}
	for name, do := range tests {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, small)
			e := d.cards[1].body.entry
			d.mark(e, "- one\n- tw‸o")
			edits, breaks, source := d.edits, d.breaks, d.source()
			do(d)
			if d.edits != edits+1 || d.breaks != breaks+2 {
				t.Errorf("%d edits with %d breaks, want one between two", d.edits-edits, d.breaks-breaks)
			}
			d.in(d.cards[0].title, "One")
			d.cfg.Undo()
			if from, to := e.selection(); d.source() != source || d.focused() != e || withMarks(e.Text, from, to) != "- one\n- tw‸o" {
				t.Errorf("undone, the field is %q in\n%s", withMarks(e.Text, from, to), d.source())
			}
		})
	}
}

// A heading that is pasted begins a section, and the cursor goes along.
func TestPastedHeading(t *testing.T) {
	d := newDesk(t, small)
	d.mark(d.cards[1].body.entry, "Only said.‸")
	d.focused().paste("\r\n\r\n## New\r\n\r\n•\u00a0one\r\n•\u00a0two\r\n\r\n## Newer\r\n\r\ntext")
	d.agrees()
	if want := "## Two\n\nOnly said.\n\n## New\n\n- one\n- two\n\n## Newer\n\ntext\n\n## Three (2m)\n"; !strings.Contains(d.source(), want) {
		t.Errorf("the file is\n%s", d.source())
	}
	if before, behind := d.cursorAt(); before != "text" || behind != "" || d.Current() != 4 {
		t.Errorf("the cursor is in section %d behind %q before %q", d.Current(), before, behind)
	}
	d.cfg.Undo()
	d.agrees()
	if d.source() != small || d.focused() != d.cards[1].body.entry {
		t.Errorf("undone, the file is\n%s", d.source())
	}
}

// A title stays one line, whatever is pasted.
func TestPasteIntoATitle(t *testing.T) {
	d := newDesk(t, small)
	d.in(d.cards[1].title, "Two").focused().paste(" and\r\nmore\u00a0yet\n")
	if got := d.cards[1].title.Text; got != "Two and more yet" {
		t.Errorf("the title is %q", got)
	}
	d.agrees()
}

// A field's menu works on the field and has no undo of its own.
func TestMenuOfAField(t *testing.T) {
	d := newDesk(t, small)
	e := d.cards[1].body.entry
	d.mark(e, "Only ‸said‸.")
	clip := fyne.CurrentApp().Clipboard()
	clip.SetContent("sung")
	e.TappedSecondary(&fyne.PointEvent{AbsolutePosition: fyne.NewPos(9, 9)})
	for _, item := range d.menu.Items {
		if strings.HasPrefix(item.Label, "Undo") {
			t.Error("the menu has an undo that is not the talk's")
		}
	}
	d.choose("Paste")
	if e.Text != "Only sung." {
		t.Errorf("pasted, the field is %q", e.Text)
	}
	d.mark(e, "Only ‸sung‸.")
	e.TappedSecondary(&fyne.PointEvent{})
	d.choose("Cut")
	if e.Text != "Only ." || clip.Content() != "sung" {
		t.Errorf("cut, the field is %q and the clipboard %q", e.Text, clip.Content())
	}
	d.agrees()
}

// The cursor is back where it was, in row and column, whatever is undone.
func TestUndoBringsTheCursorBack(t *testing.T) {
	type at struct {
		card, field int
		text        string
	}
	long := strings.Replace(small, "Only said.", strings.Repeat("A long line that wraps. ", 12)+"\n\nThe end.", 1)
	tests := map[string]struct {
		where at
		do    func(*desk)
	}{
		"a letter":        {at{1, 2, "The"}, func(d *desk) { d.write("x") }},
		"Backspace":       {at{1, 2, "The"}, func(d *desk) { d.write("\b") }},
		"Delete":          {at{1, 2, "The"}, func(d *desk) { d.press(fyne.KeyDelete) }},
		"Enter":           {at{1, 2, "A long line that wraps."}, func(d *desk) { d.write("\n") }},
		"a title":         {at{0, 0, "On"}, func(d *desk) { d.write("x") }},
		"what it gives":   {at{0, 3, "a thing"}, func(d *desk) { d.write("x") }},
		"moved":           {at{1, 2, "The"}, func(d *desk) { d.MoveCurrent(-1) }},
		"a new section":   {at{1, 2, "The"}, func(d *desk) { d.AddSection(); d.write("Neu") }},
		"deleted":         {at{1, 2, "The"}, func(d *desk) { d.remove(2) }},
		"split":           {at{1, 2, "The"}, func(d *desk) { d.split(2) }},
		"a tag elsewhere": {at{1, 2, "The"}, func(d *desk) { d.cards[0].showMenu(); d.choose("Core") }},
		"far away":        {at{0, 2, "Said"}, func(d *desk) { d.write("x"); d.in(d.cards[2].body.entry, "last") }},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, long)
			card := d.cards[test.where.card]
			d.in(card.fields()[test.where.field], test.where.text)
			row, column := d.focused().CursorRow, d.focused().CursorColumn
			test.do(d)
			if d.source() == long {
				t.Fatal("nothing was done")
			}
			for d.history.CanUndo() {
				d.cfg.Undo()
			}
			e := d.focused()
			if want := d.cards[test.where.card].fields()[test.where.field]; e != want {
				t.Fatalf("the cursor is in %q", e.Text)
			}
			if e.CursorRow != row || e.CursorColumn != column {
				t.Errorf("the cursor is in row %d, column %d; it was in %d, %d", e.CursorRow, e.CursorColumn, row, column)
			}
			d.agrees()
			d.seesCursor()
		})
	}
}

var _ desktop.Keyable = (*entry)(nil)

// What is undone where it can be seen does not move the page.
func TestUndoLeavesThePage(t *testing.T) {
	d := newDeskOf(t, longTalk(3), fyne.NewSize(700, 300))
	c := d.cards[1]
	d.in(c.body.entry, "does when somebody").write("x")
	offset := d.page.Offset
	if c.object.Size().Height < d.page.Size().Height || offset.Y == 0 {
		t.Fatal("the card is not higher than the page, or nothing has scrolled")
	}
	d.cfg.Undo()
	if d.page.Offset != offset {
		t.Errorf("the page moves from %v to %v", offset, d.page.Offset)
	}
}

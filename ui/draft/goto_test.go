package draft

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"talkgiver/talk"
)

// A place of the file is a place in a field.
func TestGoTo(t *testing.T) {
	source := strings.Replace(everything, "Only said.", "A line.\n\nAnother, and the "+strings.Repeat("long ", 60)+"end here.", 1)
	tests := map[string]struct {
		text  string // that the finding is about
		field func(*desk) *entry
		at    string // what stands behind the cursor
	}{
		"title":      {"Two", func(d *desk) *entry { return d.cards[1].title }, "Two"},
		"in a title": {"ne (4m)", func(d *desk) *entry { return d.cards[0].title }, "ne"},
		"gives":      {"thing to take", func(d *desk) *entry { return d.cards[0].gives }, "thing to take"},
		"first line": {"- shown", func(d *desk) *entry { return d.cards[0].body.entry }, "- shown here #story\n\nSaid here, and more."},
		"in a line":  {"and more", func(d *desk) *entry { return d.cards[0].body.entry }, "and more."},
		"wrapped":    {"end here", func(d *desk) *entry { return d.cards[1].body.entry }, "end here."},
		"message":    {"and mean", func(d *desk) *entry { return d.deal.message }, "and mean it."},
		"need":       {"second", func(d *desk) *entry { return d.deal.lists[0].entries[1] }, "second need"},
		"in a truth": {"truth", func(d *desk) *entry { return d.deal.lists[2].entries[0] }, "truth"},
		"slot":       {"10m", func(d *desk) *entry { return fieldsOf(d)["slot"] }, "10m"},
		"links":      {"need 2", func(d *desk) *entry { return d.cards[0].gives }, ""},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			d := newDeskOf(t, source, fyne.NewSize(900, 500))
			start := strings.Index(source, test.text)
			if name == "in a truth" {
				start = strings.Index(source, "one truth") + 4
			}
			d.GoTo(talk.Span{Start: start, End: start + len(test.text)}, 0)
			if d.focused() != test.field(d) {
				t.Fatalf("the cursor is in %q", d.focused().Text)
			}
			if _, behind := d.cursorAt(); behind != test.at {
				t.Errorf("behind the cursor stands %q, want %q", behind, test.at)
			}
			d.seesCursor()
		})
	}
	t.Run("a section", func(t *testing.T) {
		d := newDesk(t, source)
		d.GoTo(talk.Span{}, 2)
		if d.focused() != d.cards[1].body.entry {
			t.Errorf("the cursor is in %q", d.focused().Text)
		}
	})
	t.Run("the deal", func(t *testing.T) {
		d := newDesk(t, source)
		d.GoTo(talk.Span{}, 0)
		if d.focused() != d.deal.message {
			t.Errorf("the cursor is in %q", d.focused().Text)
		}
	})
	t.Run("no such section", func(t *testing.T) {
		newDesk(t, source).GoTo(talk.Span{}, 9)
	})
}

// seesCursor checks that the cursor is where it can be seen.
func (d *desk) seesCursor() {
	d.t.Helper()
	e := d.focused()
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(e).Y + e.CursorPosition().Y
	view := driver.AbsolutePositionForObject(d.page).Y
	if top < view || top+15 > view+d.page.Size().Height {
		d.t.Errorf("the cursor is at %v, the page shows %v to %v", top, view, view+d.page.Size().Height)
	}
}

// While one writes, the page follows the cursor.
func TestPageFollowsTheCursor(t *testing.T) {
	d := newDeskOf(t, everything, fyne.NewSize(900, 420))
	d.in(d.cards[1].body.entry, "Only said.")
	d.seesCursor()
	for range 60 {
		d.write("\nmore")
		d.seesCursor()
	}
	d.press(fyne.KeyPageUp)
	d.seesCursor()
	for range 20 {
		d.press(fyne.KeyDown)
		d.seesCursor()
	}
	d.page.ScrollToTop()
	d.write("x")
	d.seesCursor()

	// From field to field, too.
	d.page.ScrollToTop()
	d.win.Canvas().Unfocus()
	for range 60 {
		d.win.Canvas().FocusNext()
		if e, ok := d.win.Canvas().Focused().(*entry); ok && e != nil {
			d.seesCursor()
		}
	}
	// The wheel moves the page away from the cursor, and it stays there.
	d.in(d.cards[1].body.entry, "Only")
	d.page.ScrollToTop()
	d.weigh()
	if d.page.Offset.Y != 0 {
		t.Error("a new score scrolls the page")
	}
}

// TestFocusFirst_ShowsTheDeal opens a talk whose first section is higher than the window.
func TestFocusFirst_ShowsTheDeal(t *testing.T) {
	d := newDesk(t, "---\nmessage: Call today.\nslot: 20m\n---\n\n## One\n\n"+strings.Repeat("A paragraph.\n\n", 60)+"## Two\n\ntext\n")
	d.FocusFirst()
	if d.page.Offset.Y != 0 || !d.cards[0].body.entry.hasFocus {
		t.Errorf("the page begins at %v, the cursor is in the first section: %v", d.page.Offset.Y, d.cards[0].body.entry.hasFocus)
	}
	d.GoTo(talk.Span{}, 2)
	d.FocusCurrent()
	if !d.cards[1].body.entry.hasFocus {
		t.Error("the cursor left the section that had it")
	}
}

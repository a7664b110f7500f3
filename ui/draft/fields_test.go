package draft

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkgiver/talk/markdown"
	"talkgiver/ui/uitest"
	"talkgiver/ui/widgets"
)

const everything = `---
title: A small talk
event: An evening
date: 2027-05-04
slot: 10m
questions: 2m
audience: people who listen
listeners: 30
needs:
  - first need
  - second need
message: Say less, and mean it.
promises:
  - one promise
truths:
  - one truth
knows: API, standup
---

## One (4m)
gives: a thing to take
meets: need 2

- shown here #story

Said here, and more.

## Two

Only said.
`

// fieldsOf returns every field of the draft by a name.
func fieldsOf(d *desk) map[string]*entry {
	fields := map[string]*entry{"title": d.cards[0].title, "body": d.cards[0].body.entry, "gives": d.cards[0].gives}
	for _, f := range d.deal.fields {
		fields[string(f.field)] = f.entry
	}
	for _, l := range d.deal.lists {
		for i, e := range l.entries {
			fields[fmt.Sprintf("%s %d", l.list, i+1)] = e
		}
	}
	return fields
}

// What is typed into the middle of a field reaches the file, and the cursor
// stays behind the letter that was typed: the field never hears its own echo.
func TestTypingInTheMiddle(t *testing.T) {
	names := fieldsOf(newDesk(t, everything))
	if len(names) != 15 {
		t.Fatalf("%d fields, want 15", len(names))
	}
	for name := range names {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, everything)
			d.openDeal()
			e := fieldsOf(d)[name]
			text := e.Text
			middle := len(text) / 2
			d.in(e, text[:middle]).write("7")
			d.weigh()
			if want := text[:middle] + "7" + text[middle:]; e.Text != want {
				t.Fatalf("the field has %q, want %q", e.Text, want)
			}
			if before, _ := d.cursorAt(); before != text[:middle]+"7" {
				t.Errorf("the cursor is behind %q, want it behind %q", before, text[:middle]+"7")
			}
			if d.origin != e.id {
				t.Errorf("the edit is said to come from %q, want %q", d.origin, e.id)
			}
			if d.edits != 1 {
				t.Errorf("one key made %d edits", d.edits)
			}
			changed := 0
			old, now := strings.Split(everything, "\n"), strings.Split(d.source(), "\n")
			for i := range min(len(old), len(now)) {
				if old[i] != now[i] {
					changed++
					if strings.ReplaceAll(now[i], "7", "") != strings.ReplaceAll(old[i], "7", "") && !strings.Contains(now[i], `"`) {
						t.Errorf("line %d is %q, it was %q", i+1, now[i], old[i])
					}
				}
			}
			if changed != 1 || len(old) != len(now) {
				t.Errorf("%d lines changed, %d became %d", changed, len(old), len(now))
			}
			d.agrees()
			d.cfg.Undo()
			if e.Text != text {
				t.Errorf("undone, the field shows %q, want %q", e.Text, text)
			}
			if d.source() != everything {
				t.Errorf("undone, the file is\n%s", d.source())
			}
		})
	}
}

// Letter by letter, with spaces at the end of words, nothing is lost or moved.
func TestTypingOn(t *testing.T) {
	for name := range fieldsOf(newDesk(t, everything)) {
		switch name {
		case "slot", "questions", "date", "listeners":
			continue // no words belong there
		}
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, everything)
			d.openDeal()
			e := fieldsOf(d)[name]
			text := e.Text
			d.in(e, text).write(" and so: on, “ünd” #weiter")
			if want := text + " and so: on, “ünd” #weiter"; e.Text != want {
				t.Errorf("the field has %q, want %q", e.Text, want)
			}
			d.win.Canvas().Unfocus()
			d.agrees()
			for range " and so: on, “ünd” #weiter" {
				d.cfg.Undo()
			}
			if e.Text != text || d.source() != everything {
				t.Errorf("undone, the field shows %q and the file is\n%s", e.Text, d.source())
			}
		})
	}
}

func TestMinutes(t *testing.T) {
	tests := map[string]struct {
		typed   string
		heading string
	}{
		"a time":        {"\b\b5m", "## One (5m)"},
		"clock":         {"\b\b2:30", "## One (2:30)"},
		"nothing":       {"\b\b", "## One"},
		"half a time":   {"\b\b3x", "## One (3m)"},
		"no time":       {"\b\bten", "## One"},
		"only a figure": {"\b\b7", "## One (7m)"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, everything)
			d.in(d.cards[0].minutes, "4m").write(test.typed)
			d.win.Canvas().Unfocus()
			d.agrees()
			line := d.document.Talk().Text(d.document.Talk().Sections[0].HeadSpan)
			s := d.document.Talk().Sections[0]
			if name == "clock" {
				if s.Time.Duration.Seconds() != 150 {
					t.Errorf("the heading is %q", line)
				}
			} else if strings.Split(line, "\n")[0] != test.heading {
				t.Errorf("the heading is %q, want %q", line, test.heading)
			}
			if got := d.cards[0].minutes.Text; s.Time.Given() == (got == "") {
				t.Errorf("the field is left with %q", got)
			}
		})
	}
}

func TestDealLists(t *testing.T) {
	list := func(d *desk) *dealList { return d.deal.lists[0] }
	tests := map[string]struct {
		do    func(*desk)
		needs string
		links string
	}{
		"add by Enter":   {func(d *desk) { d.in(list(d).add, "").write("third\nfourth\n") }, "first need|second need|third|fourth", "need 2"},
		"add by leaving": {func(d *desk) { d.in(list(d).add, "").write("third"); d.win.Canvas().Unfocus() }, "first need|second need|third", "need 2"},
		"add by saving":  {func(d *desk) { d.in(list(d).add, "").write("third"); d.Flush() }, "first need|second need|third", "need 2"},
		"nothing to add": {func(d *desk) { d.in(list(d).add, "").write("  \n"); d.Flush() }, "first need|second need", "need 2"},
		"empty and leave": {func(d *desk) {
			d.in(list(d).entries[0], "first need").write(strings.Repeat("\b", 10))
			d.win.Canvas().Focus(list(d).entries[1])
			d.write("x")
		}, "xsecond need", "need 1"},
		"empty and save": {func(d *desk) { d.in(list(d).entries[0], "first need").write(strings.Repeat("\b", 10)); d.Flush() }, "second need", "need 1"},
		"empty the last": {func(d *desk) {
			d.in(list(d).entries[1], "second need").write(strings.Repeat("\b", 11))
			d.win.Canvas().Focus(list(d).entries[0])
			d.write("x")
		}, "xfirst need", ""},
		"remove by the chip": {func(d *desk) { tapRow(d, list(d), 0, "×") }, "second need", "need 1"},
		"up by the chip":     {func(d *desk) { tapRow(d, list(d), 1, "↑") }, "second need|first need", "need 1"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, everything)
			d.openDeal()
			test.do(d)
			d.agrees()
			tk := d.document.Talk()
			var needs []string
			for _, v := range tk.Deal.Needs {
				needs = append(needs, v.Text)
			}
			if got := strings.Join(needs, "|"); got != test.needs {
				t.Errorf("the needs are %s, want %s", got, test.needs)
			}
			var links []string
			for _, l := range tk.Sections[0].Meets {
				links = append(links, fmt.Sprintf("need %d", l.Number))
			}
			if got := strings.Join(links, "|"); got != test.links {
				t.Errorf("the section meets %q, want %q", got, test.links)
			}
		})
	}
}

// What a field cannot carry it shows, and leaves alone.
func TestBytesThatNoFieldCarries(t *testing.T) {
	const bad = "a \xff b"
	source := "---\ntitle: Good\nneeds:\n  - fine\n---\n\n## One " + bad + "\n\ntext\n\n## Two\n\n- " + bad + "\n\n## Three\ngives: " + bad + "\n\nnul \x00 here\n\n## Four\n\nlone\rreturn\r\nand on\n"
	d := newDesk(t, source)
	for name, e := range map[string]*entry{"title": d.cards[0].title, "body": d.cards[1].body.entry, "gives": d.cards[2].gives, "body with NUL": d.cards[2].body.entry} {
		if !e.Disabled() {
			t.Errorf("the %s with bytes that are no text can be written into", name)
		}
		d.win.Canvas().Focus(e)
		e.TypedRune('x')
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
		e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
		if d.source() != source {
			t.Fatalf("the %s has changed the file to %q", name, d.source())
		}
	}
	for i, want := range []bool{true, true, true, false} {
		if got := d.cards[i].note.Visible(); got != want {
			t.Errorf("card %d says why: %v, want %v", i+1, got, want)
		}
	}
	// The rest can be written, and every other byte stays.
	d.in(d.cards[0].body.entry, "text").write("!")
	d.in(d.cards[3].body.entry, "and on").write("!")
	want := strings.Replace(strings.Replace(source, "text", "text!", 1), "and on", "and on!", 1)
	if d.source() != want {
		t.Errorf("the file is\n%q, want\n%q", d.source(), want)
	}
	// A text that has become good can be written again.
	d.do(markdown.Replace{Source: []byte("## One\n\n- good\n")}, "")
	if d.cards[0].title.Disabled() || d.cards[0].body.entry.Disabled() || d.cards[0].note.Visible() {
		t.Error("a section that has become good stays closed")
	}
}

// tapRow taps a chip in a row of a list.
func tapRow(d *desk, l *dealList, row int, chip string) {
	d.t.Helper()
	for _, o := range uitest.Visible(l.object.Objects[row+1]) {
		if c, ok := o.(*widgets.Chip); ok && c.Text == chip {
			test.Tap(c)
			return
		}
	}
	d.t.Fatalf("row %d has no %s", row+1, chip)
}

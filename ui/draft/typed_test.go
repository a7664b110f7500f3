package draft

import (
	"testing"

	"fyne.io/fyne/v2"
)

const small = `---
title: A small talk
slot: 10m
message: Say less.
needs:
  - first need
  - second need
---

## One (4m)
gives: a thing to take

- shown here #story

Said here.

## Two

Only said.

## Three (2m)

- last
`

// What is typed into a text may be on its way to something else. No state on
// the way loses a section, and in the end the file has what was meant.
func TestTypingStructure(t *testing.T) {
	tests := map[string]struct {
		behind, typed string
		sections      int
		before        string // the cursor, in the field that has it
		behindCursor  string
		title, body   string // of the section that has the cursor
	}{
		"a section":                     {"Said here.", "\n\n## New\n", 4, "", "", "New", ""},
		"a section, left by Enter":      {"Said here.", "\n\n## New\nand on", 4, "and on", "", "New", "and on"},
		"a section before a text":       {"- shown here #story\n", "\n## New\n", 4, "", "Said here.", "New", "Said here."},
		"a slide":                       {"Said here.", "\n\n### A slide\nand on", 3, "- shown here #story\n\nSaid here.\n\n### A slide\nand on", "", "One", "- shown here #story\n\nSaid here.\n\n### A slide\nand on"},
		"an item below a paragraph":     {"Said here.", "\n- an item", 3, "- shown here #story\n\nSaid here.\n- an item", "", "One", "- shown here #story\n\nSaid here.\n- an item"},
		"a break":                       {"Said here.", "\n\n---\nand on", 3, "- shown here #story\n\nSaid here.\n\n---\nand on", "", "One", "- shown here #story\n\nSaid here.\n\n---\nand on"},
		"a fence, open":                 {"Said here.", "\n\n```go\nx", 3, "- shown here #story\n\nSaid here.\n\n```go\nx", "", "One", "- shown here #story\n\nSaid here.\n\n```go\nx\n```"},
		"a fence, closed":               {"Said here.", "\n\n```go\nx\n```\nand on", 3, "- shown here #story\n\nSaid here.\n\n```go\nx\n```\nand on", "", "One", "- shown here #story\n\nSaid here.\n\n```go\nx\n```\nand on"},
		"a comment, open":               {"Said here.", "\n\n<!-- x", 3, "- shown here #story\n\nSaid here.\n\n<!-- x", "", "One", "- shown here #story\n\nSaid here.\n\n<!-- x\n-->"},
		"blank lines":                   {"Said here.", "\n\n\n", 3, "- shown here #story\n\nSaid here.\n\n\n", "", "One", "- shown here #story\n\nSaid here."},
		"a heading that was no heading": {"Said here.", "\n\n##\b\bNo", 3, "- shown here #story\n\nSaid here.\n\nNo", "", "One", "- shown here #story\n\nSaid here.\n\nNo"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, small)
			d.in(d.cards[0].body.entry, test.behind).write(test.typed)
			if before, behind := d.cursorAt(); before != test.before || behind != test.behindCursor {
				t.Errorf("the cursor is at %q|%q, want %q|%q", before, behind, test.before, test.behindCursor)
			}
			d.agrees()
			sections := d.document.Talk().Sections
			if len(sections) != test.sections {
				t.Fatalf("%d sections, want %d:\n%s", len(sections), test.sections, d.source())
			}
			s := sections[d.Current()-1]
			if s.Title != test.title || d.document.BodyText(s) != test.body {
				t.Errorf("the cursor is in %q with the text\n%q, want %q with\n%q", s.Title, d.document.BodyText(s), test.title, test.body)
			}
			if last := sections[len(sections)-1]; last.Title != "Three" || d.document.BodyText(last) != "- last" {
				t.Errorf("the last section is %q now:\n%s", last.Title, d.source())
			}
			for d.history.CanUndo() {
				d.cfg.Undo()
				d.agrees()
			}
			if d.source() != small {
				t.Errorf("undone, the file is\n%s", d.source())
			}
		})
	}
}

// A line that waits is in the document as soon as it is asked for, or left.
func TestWaitingLineIsNeverLost(t *testing.T) {
	leave := map[string]func(*desk){
		"Flush":         func(d *desk) { d.Flush() },
		"another field": func(d *desk) { d.win.Canvas().Focus(d.cards[2].title) },
		"no field":      func(d *desk) { d.win.Canvas().Unfocus() },
		"a line up":     func(d *desk) { d.press(fyne.KeyUp) },
		"the window":    func(d *desk) { d.focused().FocusLost() },
	}
	for name, leave := range leave {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, small)
			d.in(d.cards[0].body.entry, "Said here.").write("\n\n## New")
			if n := len(d.document.Talk().Sections); n != 3 {
				t.Fatalf("%d sections while the heading is typed, want 3", n)
			}
			leave(d)
			d.agrees()
			if s := d.document.Talk().Sections; len(s) != 4 || s[1].Title != "New" {
				t.Fatalf("the heading did not become a section:\n%s", d.source())
			}
		})
	}
}

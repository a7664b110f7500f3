package ui

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// Who opens a talk can write in it at once, whichever way it was opened.
func TestOpen_WriteAtOnce(t *testing.T) {
	for name, open := range map[string]func(d *desk, path string){
		"at the start": func(d *desk, _ string) {},
		"from the list": func(d *desk, path string) {
			d.talks.FocusSearch()
			d.openAt(path, 0)
		},
		"as another program does": func(d *desk, path string) { d.drop(path) },
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, talkFile(t, "---\nmessage: Say less.\n---\n\n## One\n\nfirst\n"))
			path := talkFile(t, "---\nmessage: Say less.\n---\n\n## One\n\nsecond\n")
			open(d, path)
			d.settle()
			focused := d.win.Canvas().Focused()
			if focused == nil {
				t.Fatal("nothing has the cursor")
			}
			focused.TypedRune('x')
			if got := d.text(); !strings.Contains(got, "\nxfirst\n") && !strings.Contains(got, "\nxsecond\n") {
				t.Errorf("what is typed makes %q", got)
			}
		})
	}
}

// Tab goes from the search over the list to the deal and through every card, and
// comes back: nothing holds it.
func TestTab_GoesRound(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"one.md", "two.md"} {
		writeTalk(t, folder, name, "---\ntitle: "+name+"\nmessage: Say less.\nslot: 10m\n---\n\n## One\n\n- text #story\n\n## Two\n\nmore\n")
	}
	d := startDesk(t, test.NewTempApp(t), folder, filepath.Join(folder, "one.md"))
	d.win.Resize(fyne.NewSize(1280, 800))
	d.settle()
	c := d.win.Canvas()
	stop := func() string { return strings.TrimPrefix(fmt.Sprintf("%T", c.Focused()), "*") }
	d.talks.FocusSearch()
	first := c.Focused()
	stops := []string{stop()}
	for c.FocusNext(); c.Focused() != first; c.FocusNext() {
		if c.Focused() == nil || len(stops) > 200 {
			t.Fatalf("after %d stops Tab is nowhere or held: %q", len(stops), stops)
		}
		stops = append(stops, stop())
	}
	at := -1
	for _, want := range []string{"library.searchEntry", "widgets.Chip", "widgets.Chip", "widgets.Rows", "widgets.Button", "draft.entry", "draft.entry"} {
		next := slices.Index(stops[at+1:], want)
		if next < 0 {
			t.Fatalf("Tab does not come to %s behind stop %d of %q", want, at, stops)
		}
		at += 1 + next
	}
	if n := slices.Index(stops, "draft.entry"); slices.Contains(stops[n:], "widgets.Rows") {
		t.Errorf("the list comes again within the draft: %q", stops)
	}
	texts := 0
	d.talks.FocusSearch()
	for range stops {
		c.FocusNext()
		if text, ok := c.Focused().(interface{ SelectedText() string }); ok && text != nil {
			texts++
		}
	}
	if texts < 5 { // the search, and of each card its title and its text
		t.Errorf("Tab comes to %d fields", texts)
	}
}

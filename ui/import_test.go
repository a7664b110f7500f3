package ui

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
)

// marpDeck is a deck with settings, notes and a layout.
const marpDeck = "---\nmarp: true\ntitle: Lids\npaginate: true\n---\n\n# Lids\n\n---\n\n## Cover the pot\n\n<!-- _class: invert -->\n\n- it boils sooner\n\n<!-- I say how soon. -->\n"

const marpTalk = "---\ntitle: \"Lids\"\n---\n\n# Lids\n\n<!-- marp: paginate: true -->\n\n## Cover the pot\n\n<!-- marp: _class: invert -->\n\n- it boils sooner\n\nI say how soon.\n"

func deckFile(t *testing.T, content string) string {
	t.Helper()
	return writeTalk(t, t.TempDir(), "deck.md", content)
}

// A deck that is dropped is a talk of its own once the person says so.
func TestDropADeck(t *testing.T) {
	path := deckFile(t, marpDeck)
	d := newDesk(t, talkFile(t, "## Old\n"))
	d.drop(path)
	if got := d.question(); got != "“deck.md” has slides for Marp" {
		t.Fatalf("the question is %q", got)
	}
	d.answer("Make a talk of them")
	if got := string(d.session.Document().Bytes()); got != marpTalk {
		t.Errorf("the talk is\n%s\nwant\n%s", got, marpTalk)
	}
	if d.session.Path() != "" || !d.session.Dirty() || d.frame.beginning() {
		t.Errorf("the talk has the file %q, is unsaved: %v, begins: %v", d.session.Path(), d.session.Dirty(), d.frame.beginning())
	}
	if got := d.question(); got != "2 pieces of the deck are kept" {
		t.Errorf("the list is called %q", got)
	}
	for _, want := range []string{"Settings", "paginate: true", "Slide 2", "<!-- _class: invert -->"} {
		if !has(d.words(), want) {
			t.Errorf("no %q in %q", want, d.words())
		}
	}
	d.answer("Good")
	if got := d.frame.status.Text; got != "2 slides of Marp are a talk now. It is not saved yet." {
		t.Errorf("the bar says %q", got)
	}
	if got := onDisk(t, path); got != marpDeck {
		t.Errorf("the deck is\n%s", got)
	}
}

func TestDropADeck_AsItIs(t *testing.T) {
	path := deckFile(t, marpDeck)
	d := newDesk(t, talkFile(t, "## Old\n"))
	d.drop(path)
	d.answer("Cancel")
	if d.session.Path() == path {
		t.Error("cancelled, the deck is open")
	}
	d.drop(path)
	d.answer("Open the file as it is")
	if d.session.Path() != path || string(d.session.Document().Bytes()) != marpDeck {
		t.Errorf("%s is open with\n%s", d.session.Path(), d.session.Document().Bytes())
	}
}

// A talk that is dropped is opened without a question, whatever it looks like.
func TestDropATalk(t *testing.T) {
	for _, content := range []string{"# A talk\n\n## One\n\n- a\n", "---\ntitle: x\nslot: 20m\n---\n\n## One\n\n---\n\nSaid.\n", marpTalk} {
		path := deckFile(t, content)
		d := newDesk(t, "")
		d.drop(path)
		if d.question() != "" || d.session.Path() != path {
			t.Errorf("%q: the question is %q, open is %q", content, d.question(), d.session.Path())
		}
		d.end()
	}
}

func TestImport_Fails(t *testing.T) {
	tests := []struct{ name, content, want string }{
		{"no text", "a\x00b", "“deck.md” is no text. Export it as Markdown where it was made."},
		{"a web page", "<!doctype html>\n<title>A</title>\n", "“deck.md” is a web page. Choose the text that its slides were made of: for reveal.js its Markdown file, or what stands in the page’s data-markdown section, in a file of its own."},
		{"nothing", "", "“deck.md” is empty."},
		{"white space", "\ufeff \r\n\n", "“deck.md” is empty."},
		{"not there", "", "There is no file"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			path := deckFile(t, test.content)
			if test.name == "not there" {
				if err := os.Remove(path); err != nil {
					t.Fatal(err)
				}
			}
			d := newDesk(t, talkFile(t, "## Old\n"))
			d.importDeck(path)
			d.settle()
			if !has(d.words(), test.want) || d.session.Path() == "" {
				t.Errorf("the window says %q, open is %q", d.words(), d.session.Path())
			}
		})
	}
}

// The pictures of a deck are found from where the talk will lie.
func TestImport_Pictures(t *testing.T) {
	d := newDesk(t, talkFile(t, "## Old\n"))
	path := deckFile(t, "---\nmarp: true\n---\n\n## A\n\n![how long](latency.png)\n")
	picture := writeTalk(t, filepath.Dir(path), "latency.png", "picture")
	d.importDeck(path)
	d.settle()
	_, after, _ := strings.Cut(string(d.session.Document().Bytes()), "![how long](")
	destination, _, _ := strings.Cut(after, ")")
	if got := filepath.Join(d.folder, filepath.FromSlash(destination)); got != picture {
		t.Errorf("the picture is looked for in %s (%q), and lies in %s", got, destination, picture)
	}
}

// An outline is a talk without a word about a tool.
func TestImport_Outline(t *testing.T) {
	d := newDesk(t, talkFile(t, "## Old\n"))
	d.importDeck(deckFile(t, "Lids\n\n- why\n- how\n"))
	d.settle()
	if d.question() != "" || !strings.Contains(string(d.session.Document().Bytes()), "- why") {
		t.Errorf("the question is %q, the talk is %q", d.question(), d.session.Document().Bytes())
	}
	if got := d.frame.status.Text; got != "The outline is a talk now. It is not saved yet." {
		t.Errorf("the bar says %q", got)
	}
}

// The command asks for a file, beside the open talk.
func TestImportCommand(t *testing.T) {
	d := newDesk(t, talkFile(t, "## Old\n"))
	d.command(lang.L("Make a talk of a deck…"))
	if len(d.dialogs) != 1 {
		t.Fatalf("%d dialogs are open", len(d.dialogs))
	}
	if _, ok := d.dialogs[0].Dialog.(*dialog.FileDialog); !ok {
		t.Errorf("the dialog is a %T", d.dialogs[0].Dialog)
	}
}

// waitFor waits until a question stands.
func (d *desk) waitFor(question string) {
	d.t.Helper()
	for end := time.Now().Add(10 * time.Second); d.question() != question; d.queue.Run() {
		if time.Now().After(end) {
			d.t.Fatalf("%q is not seen, but %q", question, d.words())
		}
		time.Sleep(5 * time.Millisecond)
	}
}

// What takes long says so, and can be cancelled.
func TestProgress(t *testing.T) {
	d := newDesk(t, "")
	release := make(chan struct{})
	applied := ""
	begin := func() {
		progress(d.Window, "long", "Thinking", func(ctx context.Context) string {
			select {
			case <-release:
				return "done"
			case <-ctx.Done():
				return "cancelled"
			}
		}, func(s string) { applied = s })
	}
	begin()
	d.waitFor("Thinking")
	d.answer("Cancel")
	if applied != "" || d.question() != "" || d.runner.Busy("long") {
		t.Errorf("cancelled, %q is applied and %q stands", applied, d.question())
	}
	begin()
	d.waitFor("Thinking")
	close(release)
	d.settle()
	if applied != "done" || d.question() != "" {
		t.Errorf("done, %q is applied and %q stands", applied, d.question())
	}
	applied = ""
	begin() // at once
	d.settle()
	if applied != "done" || d.question() != "" {
		t.Errorf("at once, %q is applied and %q stands", applied, d.question())
	}
}

// A list of what is kept never grows beyond the window.
func TestKeptIsShort(t *testing.T) {
	d := newDesk(t, "")
	d.importDeck(deckFile(t, "---\nmarp: true\n---\n\n# A\n"+strings.Repeat("\n<!-- _class: "+strings.Repeat("very-long-", 30)+" -->\n", 60)))
	d.settle()
	if got := d.question(); got != "60 pieces of the deck are kept" {
		t.Fatalf("the list is called %q", got)
	}
	if size := d.win.Canvas().Overlays().Top().MinSize(); size.Height > 600 || size.Width > 900 {
		t.Errorf("the list needs %v", size)
	}
	if !has(d.words(), "…") || filepath.Ext(d.session.Path()) != "" {
		t.Errorf("%q", d.words())
	}
}

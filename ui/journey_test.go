package ui

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkgiver/talk"
	"talkgiver/talk/journal"
	"talkgiver/ui/uitest"
)

// What is typed into a form of the journey stays with its talk, wherever one goes
// meanwhile and whatever its file is called by then.
func TestJourney_KeepsWhatWasTyped(t *testing.T) {
	for way, leave := range map[string]func(d *desk, path string){
		"another place":    func(d *desk, _ string) { d.show(placeDraft) },
		"Escape, a place":  func(d *desk, _ string) { uitest.Press(d.t, d.win, fyne.KeyEscape); d.show(placeDraft) },
		"another talk":     func(d *desk, path string) { d.open(talkFile(d.t, "## Another\n")); d.settle(); d.open(path) },
		"a talk, no place": func(d *desk, path string) { d.newTalk(); d.settle(); d.open(path) },
		"another name": func(d *desk, path string) {
			moved := filepath.Join(filepath.Dir(path), "moved.md")
			d.saveAs(nil)
			d.fill(filepath.Base(moved))
			d.answer("Save")
			d.open(talkFile(d.t, "## Another\n"))
			d.settle()
			d.open(moved)
		},
	} {
		t.Run(way, func(t *testing.T) {
			path := talkFile(t, twoThings)
			id := addRun(t, path, talk.RunGiven, time.Date(2027, 4, 18, 9, 0, 0, 0, time.UTC), 80*time.Second, 150*time.Second)
			d := newDesk(t, path)
			d.debrief(id)
			uitest.Write(t, d.win, "It went well")
			leave(d, path)
			d.settle()
			d.debrief(id)
			uitest.Write(t, d.win, "!")
			test.Tap(find(t, d, "Keep it"))
			d.settle()
			log, err := journal.Read(journal.Path(d.session.Path()))
			if err != nil {
				t.Fatal(err)
			}
			got, ok := log.Events[len(log.Events)-1].Body.(talk.Debrief)
			if !ok || got.Run != id || len(got.Asked) != 1 || got.Asked[0] != "It went well!" {
				t.Errorf("the journal has %+v", log.Events[len(log.Events)-1].Body)
			}
		})
	}
}

// What is typed into a form and not saved does not go with the window unasked,
// whichever talk it belongs to.
func TestQuit_WithAForm(t *testing.T) {
	const question = "Save what you typed first?"
	at := time.Date(2027, 4, 18, 9, 0, 0, 0, time.UTC)
	path, other := talkFile(t, twoThings), talkFile(t, twoThings)
	id := addRun(t, path, talk.RunGiven, at, 80*time.Second, 150*time.Second)
	second := addRun(t, other, talk.RunGiven, at, 80*time.Second, 150*time.Second)
	d := newDesk(t, path)
	quit := func(want, then string) {
		t.Helper()
		d.quit()
		d.quit() // who asks twice has the question before them
		d.settle()
		if d.closed || d.question() != want {
			t.Fatalf("closed: %v, it asks %q", d.closed, d.words())
		}
		d.answer(then)
	}
	seen := func(id, file, want string) {
		t.Helper()
		if d.place != placeJourney || d.session.Path() != file {
			t.Errorf("place %d of %s is shown", d.place, d.session.Path())
		}
		if got := test.RenderObjectToMarkup(d.journey.Content()); !strings.Contains(got, want) {
			t.Errorf("%q is not to be seen in\n%s", want, got)
		}
	}
	d.debrief(id)
	uitest.Write(t, d.win, "Gas?")
	d.show(placeDraft)
	quit(question, "Cancel")
	quit(question, "Show the form")
	seen(id, path, "Gas?")
	uitest.Press(t, d.win, fyne.KeyEscape)
	d.open(other)
	d.settle()
	d.debrief(second)
	uitest.Write(t, d.win, "Glass?")
	uitest.Press(t, d.win, fyne.KeyEscape)
	quit(question, "Show the form")
	seen(second, other, "Glass?")
	test.Tap(find(t, d, "Keep it"))
	d.settle()
	quit(question, "Show the form") // of the first talk
	seen(id, path, "Gas?")
	d.quit()
	d.answer("Throw it away")
	if !d.closed || d.question() != "" {
		t.Errorf("closed: %v, it asks %q", d.closed, d.words())
	}
}

// A form that holds nothing new is no reason to ask.
func TestQuit_WithAnEmptyForm(t *testing.T) {
	path := talkFile(t, twoThings)
	id := addRun(t, path, talk.RunGiven, time.Date(2027, 4, 18, 9, 0, 0, 0, time.UTC), 80*time.Second, 150*time.Second)
	d := newDesk(t, path)
	d.debrief(id)
	uitest.Write(t, d.win, "x")
	uitest.Press(t, d.win, fyne.KeyEscape)
	d.debrief(id)
	uitest.Press(t, d.win, fyne.KeyEnd)
	uitest.Write(t, d.win, "\b")
	d.quit()
	if !d.closed {
		t.Errorf("it asks %q", d.words())
	}
}

// Thrown away, the forms of one talk lead to the question about the next.
func TestQuit_WithFormsOfSeveralTalks(t *testing.T) {
	at := time.Date(2027, 4, 18, 9, 0, 0, 0, time.UTC)
	folder := t.TempDir()
	one, two := writeTalk(t, folder, "one.md", twoThings), writeTalk(t, folder, "two.md", "---\ntitle: The second\n---\n\n## One\n\n- first\n\n## Two\n\n- second\n")
	d := newDesk(t, one)
	for _, path := range []string{one, two} {
		id := addRun(t, path, talk.RunGiven, at, 80*time.Second, 150*time.Second)
		d.open(path)
		d.settle()
		d.debrief(id)
		uitest.Write(t, d.win, "Gas?")
	}
	d.quit()
	for _, name := range []string{"“The second”", "“one”"} {
		if d.closed || !has(d.words(), name) {
			t.Fatalf("closed: %v, it asks %q", d.closed, d.words())
		}
		d.answer("Throw it away")
	}
	if !d.closed {
		t.Errorf("it asks %q", d.words())
	}
}

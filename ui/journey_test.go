package ui

import (
	"path/filepath"
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

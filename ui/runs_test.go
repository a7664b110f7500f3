package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkgiver/talk"
	"talkgiver/talk/journal"
	engine "talkgiver/talk/rehearse"
	"talkgiver/ui/rehearse"
	"talkgiver/ui/uitest"
	"talkgiver/ui/widgets"
)

const twoThings = "---\ntitle: Two things\nslot: 5m\nevent: A night\ndate: 2027-05-04\n---\n\n## One (1m)\n\n- first\n\n## Two (2m)\n\n- second\n"

// addRun writes a whole run of a talk into its journal, and returns its ID.
func addRun(t *testing.T, path string, kind talk.RunKind, at time.Time, spoken ...time.Duration) string {
	t.Helper()
	s, err := OpenSession(path)
	if err != nil {
		t.Fatal(err)
	}
	plan, _ := engine.NewPlan(s.Talk(), 0)
	start := journal.NewEvent(at, talk.RunStart{Kind: kind, Title: s.Talk().Title(), Plan: plan})
	m := talk.RunMeasure{}
	for i, d := range spoken {
		m.Spoken = append(m.Spoken, talk.SpokenTime{Slide: i, Spoken: d})
	}
	if err := journal.Append(journal.Path(path), start, journal.NewEvent(at.Add(10*time.Minute), talk.RunEnd{Run: start.ID, RunMeasure: m})); err != nil {
		t.Fatal(err)
	}
	return start.ID
}

func TestRuns_OpenedFromTheJourney(t *testing.T) {
	path := talkFile(t, twoThings)
	at := time.Date(2027, 4, 18, 9, 0, 0, 0, time.UTC)
	first := addRun(t, path, talk.RunPractice, at, 80*time.Second, 120*time.Second)
	addRun(t, path, talk.RunPractice, at.Add(time.Hour), 70*time.Second, 110*time.Second)
	d := newDesk(t, path)
	d.show(placeJourney)
	d.openRun(first)
	if got := test.RenderObjectToMarkup(d.rehearse.Content()); !strings.Contains(got, "Run 1: 3:20") {
		t.Errorf("the report is not to be seen in\n%s", got)
	}
}

// TestRuns_TimesAsThePlan takes the times over in one step, in the file's bytes.
func TestRuns_TimesAsThePlan(t *testing.T) {
	path := talkFile(t, twoThings)
	id := addRun(t, path, talk.RunPractice, time.Date(2027, 4, 18, 9, 0, 0, 0, time.UTC), 80*time.Second, 150*time.Second)
	d := newDesk(t, path)
	d.openRun(id)
	button := find(t, d, "Take these times as the plan")
	test.Tap(button)
	if got := string(d.session.Document().Bytes()); !strings.Contains(got, "## One (80s)") || !strings.Contains(got, "## Two (2:30)") {
		t.Fatalf("the talk is\n%s", got)
	}
	if !strings.Contains(d.frame.told, "takes it back") {
		t.Errorf("it tells %q", d.frame.told)
	}
	d.undo()
	if got := string(d.session.Document().Bytes()); got != twoThings {
		t.Errorf("one step back it is\n%s", got)
	}
	if strings.Contains(d.frame.told, "takes it back") || strings.Contains(d.frame.status.Text, "takes it back") {
		t.Errorf("taken back, it tells %q", d.frame.told)
	}
	d.frame.tell("Saved in a file") // which no step makes untrue
	d.redo()
	if d.frame.told != "Saved in a file" {
		t.Errorf("after a step it tells %q", d.frame.told)
	}
}

func TestRuns_DeleteAndSave(t *testing.T) {
	path := talkFile(t, twoThings)
	at := time.Date(2027, 4, 18, 9, 0, 0, 0, time.UTC)
	addRun(t, path, talk.RunPractice, at, 80*time.Second, 150*time.Second)
	id := addRun(t, path, talk.RunPractice, at.Add(time.Hour), 80*time.Second, 150*time.Second)
	d := newDesk(t, path)
	d.openRun(id)
	test.Tap(find(t, d, "Save as CSV…"))
	d.answer("Save")
	data, err := os.ReadFile(filepath.Join(filepath.Dir(path), "talk-runs.csv"))
	if err != nil || !strings.Contains(string(data), id+",practice") {
		t.Errorf("%v: %s", err, data)
	}
	test.Tap(find(t, d, "Delete this run…"))
	d.answer("Cancel")
	d.settle()
	if len(d.log.runs) != 2 {
		t.Fatalf("%d runs after Cancel", len(d.log.runs))
	}
	test.Tap(find(t, d, "Delete this run…"))
	d.answer("Delete it")
	d.settle()
	log, err := journal.Read(journal.Path(path))
	if err != nil || len(journal.Runs(log.Events)) != 1 || len(d.log.runs) != 1 {
		t.Errorf("%v: %d runs are left in the journal, %d in the window", err, len(journal.Runs(log.Events)), len(d.log.runs))
	}
}

// TestRuns_OtherTalksTeach learns the live factor from what other talks took.
func TestRuns_OtherTalksTeach(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "Talks")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	own, other := writeTalk(t, folder, "own.md", twoThings), writeTalk(t, folder, "other.md", twoThings)
	at := time.Date(2027, 4, 10, 9, 0, 0, 0, time.UTC)
	addRun(t, other, talk.RunPractice, at, 60*time.Second, 120*time.Second)
	addRun(t, other, talk.RunGiven, at.AddDate(0, 0, 1), 90*time.Second, 180*time.Second)
	addRun(t, own, talk.RunPractice, at, 60*time.Second, 120*time.Second)
	d := startDesk(t, test.NewTempApp(t), folder, own)
	if d.stageFactor().Times != 0 {
		t.Error("it is known before it was read")
	}
	d.show(placeRehearse)
	d.settle()
	if live := d.stageFactor(); live.Times != 1 || live.Factor() <= 1.2 {
		t.Errorf("it is %+v", live)
	}
	if got := test.RenderObjectToMarkup(d.rehearse.Content()); !strings.Contains(got, "stage you take") {
		t.Errorf("nothing is said of it in\n%s", got)
	}
}

func TestRuns_CardsForListeners(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	path := talkFile(t, twoThings)
	d := newDesk(t, path)
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		run  *talk.Run
		want string
	}{
		{nil, "A night, "},
		{&talk.Run{RunStart: talk.RunStart{Event: "Another night", Date: "2027-06-01"}}, "Another night, "},
	} {
		d.printCards(c.run)
		d.settle()
		page, err := os.ReadFile(filepath.Join(cache, "talkgiver", "cards.html"))
		if err != nil || !strings.Contains(string(page), c.want) || !strings.Contains(string(page), "Two things") {
			t.Errorf("%v: the card has no %q in\n%s", err, c.want, page)
		}
	}
}

// TestAudience_Follows shows the slides in a window of their own, whose keys are
// those of the stage.
func TestAudience_Follows(t *testing.T) {
	d := newDesk(t, talkFile(t, twoThings))
	d.show(placeRehearse)
	closed := 0
	a := d.openAudience(rehearse.OwnWindow, func() { closed++ }).(*audience)
	sees := func(want string) {
		t.Helper()
		if got := test.RenderObjectToMarkup(a.show.Content()); !strings.Contains(got, want) {
			t.Errorf("%q is not to be seen in\n%s", want, got)
		}
	}
	a.Title()
	sees("Two things")
	a.Show(1, 0)
	sees("second")
	a.Show(9, 0) // of a talk that was longer
	sees("second")
	if a.win.Canvas().Focused() != nil {
		t.Error("something in it has the focus")
	}
	a.typedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	if !d.rehearse.UnderWay() {
		t.Error("its keys do not reach the stage")
	}
	a.typedRune('f')
	if !a.win.FullScreen() {
		t.Error("F does not fill the screen")
	}
	a.typedKey(&fyne.KeyEvent{Name: fyne.KeyF11})
	if a.win.FullScreen() {
		t.Error("F11 does not take it back")
	}
	a.Close()
	a.Close()
	if d.audience != nil || closed != 0 || !d.rehearse.UnderWay() {
		t.Error("closing it ended more than the slides")
	}
}

func TestDebrief_OfAGivenTalk(t *testing.T) {
	path := talkFile(t, twoThings)
	id := addRun(t, path, talk.RunGiven, time.Date(2027, 4, 18, 9, 0, 0, 0, time.UTC), 80*time.Second, 150*time.Second)
	d := newDesk(t, path)
	d.openRun(id)
	test.Tap(find(t, d, "Debrief…"))
	if got := test.RenderObjectToMarkup(d.journey.Content()); d.place != placeJourney || !strings.Contains(got, "What did they ask?") {
		t.Errorf("place %d shows\n%s", d.place, got)
	}
}

// find is the button of the place with these words.
func find(t *testing.T, d *desk, text string) *widgets.Button {
	t.Helper()
	for _, o := range uitest.Visible(d.win.Content()) {
		if b, ok := o.(*widgets.Button); ok && b.Text == text {
			return b
		}
	}
	t.Fatalf("there is no button %q", text)
	return nil
}

package ui

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkgiver/talk"
	"talkgiver/talk/journal"
	"talkgiver/talk/markdown"
	engine "talkgiver/talk/rehearse"
)

const onStage = "---\ntitle: A talk\nslot: 5m\n---\n\n## One (2m)\n\n- a point\n\nFirst words.\n\n## Two (2m)\n\nMore words.\n"

// A sentence that is changed on the stage is changed in the talk, by one step of
// undo, and the run goes on.
func TestStage_EditsTheTalk(t *testing.T) {
	d := newDesk(t, talkFile(t, onStage))
	d.show(placeRehearse)
	place := d.rehearsal()
	place.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	place.TypedRune('e')
	field := d.win.Canvas().Focused()
	if field == nil {
		t.Fatal("no field has the keys")
	}
	for _, r := range " Indeed." {
		field.TypedRune(r)
	}
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	want := strings.Replace(onStage, "First words.", "First words. Indeed.", 1)
	if got := string(d.session.Document().Bytes()); got != want {
		t.Fatalf("the talk is\n%s", got)
	}
	if !place.UnderWay() {
		t.Error("the run does not go on")
	}
	d.undo()
	if got := string(d.session.Document().Bytes()); got != onStage {
		t.Errorf("one step back the talk is\n%s", got)
	}
}

// The tab of the place leads from a report back to where a run begins, and leaves
// a run alone.
func TestStage_TabLeadsBackToTheStart(t *testing.T) {
	d := newDesk(t, talkFile(t, onStage))
	d.show(placeRehearse)
	place := d.rehearsal()
	tap := func() {
		places := d.frame.places
		width := places.MinSize().Width / float32(len(places.Items))
		places.Tapped(&fyne.PointEvent{Position: fyne.NewPos(1.5*width, 10)})
	}
	place.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	tap()
	if !place.UnderWay() {
		t.Fatal("the tab ends a run")
	}
	place.Finish()
	place.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if place.UnderWay() {
		t.Fatal("there is no report")
	}
	tap()
	place.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if !place.UnderWay() {
		t.Error("the tab does not lead back to where a run begins")
	}
}

// What a speaker likes stays.
func TestStage_RemembersHabits(t *testing.T) {
	d := newDesk(t, talkFile(t, onStage))
	d.show(placeRehearse)
	d.rehearsal().TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	d.rehearsal().TypedRune('c')
	d.rehearsal().TypedRune('a')
	if h := d.prefs.Habits(); !h.Cards || !h.Scroll || h.ByHand {
		t.Errorf("kept is %+v", h)
	}
}

// A run that a killed program leaves is offered when its talk is opened again.
func TestStage_OffersTheRunThatWasCutOff(t *testing.T) {
	file := talkFile(t, onStage)
	began := time.Now().Add(-time.Hour)
	start := journal.NewEvent(began, talk.RunStart{Kind: talk.RunPractice, Plan: planOf(onStage)})
	part := journal.NewEvent(began.Add(time.Minute), talk.RunPart{Run: start.ID, RunMeasure: talk.RunMeasure{
		Slide: 1, Spoken: []talk.SpokenTime{{Slide: 0, Spoken: 40 * time.Second}, {Slide: 1, Spoken: 20 * time.Second}},
	}})
	if err := journal.Append(journal.Path(file), start, part); err != nil {
		t.Fatal(err)
	}
	d := newDesk(t, file)
	d.show(placeRehearse)
	d.settle()
	d.rehearsal().TypedRune('k')
	d.journal.flush()
	log, err := journal.Read(journal.Path(file))
	if err != nil {
		t.Fatal(err)
	}
	runs := journal.Runs(log.Events)
	if len(runs) != 1 || runs[0].Ended.IsZero() || runs[0].Total() != time.Minute {
		t.Errorf("the journal has %+v", runs)
	}
}

// TestStage_PointsToAFreshRun opens the place for a talk that was cut off on stage;
// of a rehearsal, and where the writer is at something else, the bar tells.
func TestStage_PointsToAFreshRun(t *testing.T) {
	now := time.Date(2027, 4, 20, 10, 0, 0, 0, time.UTC) // of the desk
	for _, c := range []struct {
		kind  talk.RunKind
		ago   time.Duration
		place place
		tells string
	}{
		{talk.RunGiven, 40 * time.Second, placeRehearse, ""},
		{talk.RunPractice, 2 * time.Hour, placeDraft, "A run was cut off at "},
		{talk.RunGiven, 26 * time.Hour, placeDraft, "Saved"},
		{talk.RunPractice, 26 * time.Hour, placeDraft, "Saved"},
	} {
		file := talkFile(t, onStage)
		start := journal.NewEvent(now.Add(-c.ago-time.Minute), talk.RunStart{Kind: c.kind, Plan: planOf(onStage)})
		part := journal.NewEvent(now.Add(-c.ago), talk.RunPart{Run: start.ID, RunMeasure: talk.RunMeasure{
			Spoken: []talk.SpokenTime{{Slide: 0, Spoken: time.Minute}},
		}})
		if err := journal.Append(journal.Path(file), start, part); err != nil {
			t.Fatal(err)
		}
		d := newDesk(t, file)
		if d.place != c.place || !strings.Contains(d.frame.status.Text, c.tells) {
			t.Errorf("%s, %v ago: place %d, the bar says %q", c.kind, c.ago, d.place, d.frame.status.Text)
		}
		if c.place != placeRehearse {
			continue
		}
		if got := test.RenderObjectToMarkup(d.rehearse.Content()); !strings.Contains(got, "A run was cut off") {
			t.Errorf("it is not offered in\n%s", got)
		}
		d.show(placeDraft)
		if got := d.frame.status.Text; !strings.Contains(got, "Your talk was cut off at ") {
			t.Errorf("back in the draft the bar says %q", got)
		}
		d.readJournal()
		d.settle()
		if d.place != placeDraft {
			t.Error("it is offered again though the speaker has gone away")
		}
		d.show(placeRehearse)
		d.rehearse.TypedRune('k')
		d.show(placeDraft)
		if got := d.frame.status.Text; got != "Saved" {
			t.Errorf("it is seen to, and the bar says %q", got)
		}
	}
}

// A run that goes on in another window was not cut off, until that window is gone.
func TestStage_TheRunOfAnotherWindowIsNotOffered(t *testing.T) {
	file := talkFile(t, onStage)
	first := newDesk(t, file)
	first.show(placeRehearse)
	first.rehearsal().TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	first.journal.flush()
	log := readLog(journal.Path(file))
	if _, _, ok := log.cutOff(); ok || len(log.runs) != 1 {
		t.Errorf("of %d runs one was cut off: %v", len(log.runs), ok)
	}
	first.journal.close() // as the end of the process does, without an end of the run
	if _, _, ok := readLog(journal.Path(file)).cutOff(); !ok {
		t.Error("the run of a window that is gone was not cut off")
	}
	first.journal = newJournalWriter(func(func()) {}, func(err error) { t.Error(err) }) // for the end of the test
}

// A run that has ended holds nothing any more.
func TestStage_ARunThatHasEndedIsLetGo(t *testing.T) {
	file := talkFile(t, onStage)
	d := newDesk(t, file)
	d.show(placeRehearse)
	d.rehearsal().TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	d.rehearsal().Finish()
	d.journal.flush()
	if journal.Held(journal.Path(file)) {
		t.Error("it is held")
	}
}

// The weight of an item is what its seconds give.
func TestWorth(t *testing.T) {
	d := newDesk(t, talkFile(t, "---\nslot: 5m\n---\n\n## One (2m)\n\n- a story #story\n\nWords that give.\n\n- buy it #pitch\n\nWords that take.\n\n- a bridge #bridge\n\nSo.\n"))
	d.settle()
	worth := d.worth()
	var got []int
	for _, item := range d.session.Talk().Sections[0].Items() {
		got = append(got, worth(item))
	}
	if len(got) != 3 || got[0] <= got[2] || got[1] != 0 || got[2] <= 0 {
		t.Errorf("story, pitch and bridge are worth %v", got)
	}
}

func planOf(text string) talk.RunPlan {
	plan, _ := engine.NewPlan(markdown.Parse([]byte(text)).Talk(), 0)
	return plan
}

// One numbering for all: what the stage shows is the number that the place of the
// slides, and so every export, has for the slide.
func TestStage_CountsAsTheDeckDoes(t *testing.T) {
	text := strings.Replace(onStage, "## Two", "## Asked #backup\n\n- kept\n\n## Two", 1)
	for source, want := range map[string][]int{
		text: {2, 3, 4}, // behind the title
		strings.Replace(text, "title: A talk\n", "", 1):             {1, 2, 3},
		strings.Replace(text, "## One", "Hello, all.\n\n## One", 1): {1, 2, 3, 4}, // said to the title
	} {
		written := markdown.Parse([]byte(source)).Talk()
		_, places := engine.NewPlan(written, 0)
		got, of := deckNumbers(written, places)
		if !slices.Equal(got, want) || of != want[len(want)-1] {
			t.Errorf("the slides are %v of %d, want %v of\n%s", got, of, want, source)
		}
	}
	d := newDesk(t, talkFile(t, text))
	d.show(placeRehearse)
	place := d.rehearsal()
	place.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	place.TypedRune('3')
	place.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := test.RenderObjectToMarkup(place.Content()); !strings.Contains(got, "slide 3 of 4") || !strings.Contains(got, "More words.") {
		t.Errorf("3 does not lead to what is slide 3:\n%s", got)
	}
	d.finishRun()
}

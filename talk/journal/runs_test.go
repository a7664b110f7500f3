package journal

import (
	"bytes"
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"talkgiver/talk"
)

// start is a run of two slides.
func start() talk.RunStart {
	return talk.RunStart{Kind: talk.RunPractice, Plan: talk.RunPlan{
		Sections: []string{"One"},
		Slides:   []talk.PlannedSlide{{Title: "a", Planned: 60 * s}, {Title: "b", Planned: 60 * s}},
	}}
}

func at(n int) time.Time { return evening.Add(time.Duration(n) * s) }

// aRun is a run of forty seconds on the first slide and nineteen on the second,
// with a part every second.
func aRun(id string) []talk.Event {
	events := []talk.Event{{ID: id, At: at(0), Body: start()}}
	for i := 1; i < 60; i++ {
		first, second := min(i, 40), max(0, i-40)
		m := talk.RunMeasure{Spoken: []talk.SpokenTime{{Slide: 0, Spoken: time.Duration(first) * s}}}
		if second > 0 {
			m.Slide = 1
			m.Spoken = append(m.Spoken, talk.SpokenTime{Slide: 1, Spoken: time.Duration(second) * s})
		}
		if i >= 30 {
			m.Marks = []talk.RunMark{{Kind: "landed", Slide: 0, At: 30 * s}}
		}
		events = append(events, talk.Event{ID: fmt.Sprint(id, "-", i), At: at(i), Body: talk.RunPart{Run: id, RunMeasure: m}})
	}
	return events
}

func ended(id string) talk.Event {
	return talk.Event{ID: id + "-end", At: at(60), Body: talk.RunEnd{Run: id, RunMeasure: talk.RunMeasure{
		Slide: 1, Spoken: []talk.SpokenTime{{Slide: 0, Spoken: 40 * s}, {Slide: 1, Spoken: 20 * s}}, Paused: 2 * s,
	}}}
}

func TestRuns(t *testing.T) {
	runs := Runs(append(aRun("R"), ended("R")))
	want := talk.Run{
		ID: "R", RunStart: start(), Started: at(0), Ended: at(60), Slide: 1,
		Spoken: []time.Duration{40 * s, 20 * s}, Paused: 2 * s,
		Marks: []talk.RunMark{{Kind: "landed", Slide: 0, At: 30 * s}},
	}
	if len(runs) != 1 || !reflect.DeepEqual(runs[0], want) {
		t.Errorf("got\n%+v, want\n%+v", runs, want)
	}
}

// Of a run that was cut off, any line may be torn.
func TestARunWithoutItsEnd(t *testing.T) {
	events := aRun("R")
	for torn := 1; torn < len(events); torn++ {
		rest := append(events[:torn:torn], events[torn+1:]...)
		runs := Runs(rest)
		least := 59 * s
		if torn == len(events)-1 {
			least = 58 * s
		}
		if len(runs) != 1 || runs[0].Whole() != least || !runs[0].Ended.IsZero() || runs[0].Slide != 1 || len(runs[0].Marks) != 1 {
			t.Fatalf("without line %d: %+v", torn+1, runs)
		}
	}
	lost := Runs(events[1:])
	if len(lost) != 1 || lost[0].ID != "R" || lost[0].Whole() != 59*s || !lost[0].Started.Equal(at(1)) || lost[0].Slide != 1 {
		t.Errorf("without its start: %+v", lost)
	}
}

// A run has the plans that took the place of its own, wherever their lines are.
func TestRunsHaveTheirReplans(t *testing.T) {
	replan := func(id string, second int) talk.Event {
		return talk.Event{ID: id, At: at(second), Body: talk.RunReplan{Run: "R", Replan: talk.Replan{
			At: time.Duration(second) * s, Slot: time.Duration(second) * 10 * s, Planned: []time.Duration{9 * s, 8 * s}, Skipped: []int{1},
		}}}
	}
	events := append([]talk.Event{replan("late", 30)}, aRun("R")...)
	events = append(events, replan("early", 20), ended("R"))
	runs := Runs(events)
	if len(runs) != 1 || len(runs[0].Replans) != 2 || runs[0].Replans[0].At != 20*s {
		t.Fatalf("%+v", runs)
	}
	now := runs[0].Current()
	if now.Slot != 300*s || now.Slides[0].Planned != 9*s || !now.Slides[1].Skipped || now.Slides[0].Skipped {
		t.Errorf("the plan at the end is %+v", now)
	}
	if runs[0].Plan.Slides[0].Planned != 60*s || runs[0].Plan.Slides[1].Skipped {
		t.Errorf("the plan at the start became %+v", runs[0].Plan)
	}
	if lost := Runs(events[2:]); len(lost) != 1 || len(lost[0].Replans) != 0 {
		t.Errorf("without its start a run has a new plan: %+v", lost)
	}
	gone := talk.Event{ID: "D", At: at(99), Body: talk.Deletion{Of: "R"}}
	if left := Live(append(events, gone)); len(left) != 0 {
		t.Errorf("of a run taken back there is left %+v", left)
	}
}

func TestCutOff(t *testing.T) {
	if _, _, ok := CutOff(nil); ok {
		t.Error("an empty journal has a run that was cut off")
	}
	run, last, ok := CutOff(aRun("R"))
	if !ok || run.ID != "R" || run.Whole() != 59*s || !last.Equal(at(59)) {
		t.Errorf("%+v, last at %v, %v", run, last, ok)
	}
	if _, _, ok := CutOff(append(aRun("R"), ended("R"))); ok {
		t.Error("a run that has ended was cut off")
	}
	if _, _, ok := CutOff(append(aRun("R"), talk.Event{ID: "D", At: at(99), Body: talk.Deletion{Of: "R"}})); ok {
		t.Error("a run taken back was cut off")
	}
	later := aRun("L")
	for i := range later {
		later[i].At = later[i].At.Add(time.Hour)
	}
	end := ended("L")
	end.At = end.At.Add(time.Hour)
	if run, _, ok := CutOff(append(append(aRun("R"), later...), end)); ok {
		t.Errorf("before a run that has ended there is one to go on with: %+v", run)
	}
	// Keeping it is one line more.
	kept := append(aRun("R"), talk.Event{ID: "E", At: at(500), Body: talk.RunEnd{Run: "R", RunMeasure: run.Measure()}})
	if runs := Runs(kept); len(runs) != 1 || runs[0].Whole() != 59*s || runs[0].Ended.IsZero() {
		t.Errorf("kept as %+v", runs)
	}
}

func TestRunsAreInOrderAndApart(t *testing.T) {
	later := aRun("L")
	for i := range later {
		later[i].At = later[i].At.Add(time.Hour)
	}
	runs := Runs(append(later, append(aRun("E"), ended("E"))...))
	if len(runs) != 2 || runs[0].ID != "E" || runs[1].ID != "L" {
		t.Fatalf("%+v", runs)
	}
	if runs[0].Whole() != 62*s || runs[1].Whole() != 59*s {
		t.Errorf("%v and %v", runs[0].Whole(), runs[1].Whole())
	}
}

func TestTakenBack(t *testing.T) {
	prep := talk.Event{ID: "P", At: at(0), Body: talk.Prep{Spent: s}}
	deletion := func(of string) talk.Event {
		return talk.Event{ID: "D" + of, At: at(99), Body: talk.Deletion{Of: of}}
	}
	all := append(append(aRun("R"), ended("R")), prep)
	if got := Live(append(all[:len(all):len(all)], deletion("P"))); len(got) != len(all)-1 {
		t.Errorf("%d events live, want %d", len(got), len(all)-1)
	}
	// The tombstone may come first, from another machine.
	got := append([]talk.Event{deletion("R")}, all...)
	if live := Live(got); len(live) != 1 || live[0].ID != "P" {
		t.Errorf("of a run taken back there is left %+v", live)
	}
	if runs := Runs(got); len(runs) != 0 {
		t.Errorf("a run taken back: %+v", runs)
	}
}

func TestMergeTakesEachEventOnce(t *testing.T) {
	folder := t.TempDir()
	mine, theirs := filepath.Join(folder, "mine"), filepath.Join(folder, "theirs")
	common := everyKind()
	appendAll(t, mine, common...)
	appendAll(t, theirs, common...)
	appendAll(t, mine, aRun("M")...)
	appendAll(t, theirs, append(aRun("T"), talk.Event{ID: "D", At: at(99), Body: talk.Deletion{Of: "M"}})...)
	a := content(t, mine) + `{"id":"torn` + "\n"
	b := content(t, theirs) + "<<<<<<< theirs\n"

	merged := Merge([]byte(a), []byte(b))
	for _, line := range strings.Split(strings.TrimSpace(a+b), "\n") {
		if n := bytes.Count(merged, []byte(line+"\n")); n != 1 {
			t.Errorf("%d times in the merge: %s", n, line)
		}
	}
	log := Parse(merged)
	if want := len(common) + 60 + 60 + 1; len(log.Events) != want || len(log.Problems) != 2 {
		t.Errorf("%d events and %d problems, want %d and 2", len(log.Events), len(log.Problems), want)
	}
	if runs := Runs(log.Events); len(runs) != 2 || runs[0].ID != "T" || runs[1].ID != "ID4" {
		t.Errorf("runs %+v", runs)
	}
	third := []byte(`{"id":"X","at":"2020-01-01T00:00:00Z","kind":"prep"}`)
	if x, y := Merge(merged, third), Merge([]byte(a), Merge([]byte(b), third)); !bytes.Equal(x, y) {
		t.Error("of three journals the order of merging matters")
	}
}

func TestMergeOfAnEventThatSomebodyEdited(t *testing.T) {
	short := []byte(`{"id":"A","kind":"prep","spent":1}` + "\n")
	long := []byte(`{"id":"A","kind":"prep","spent":1,"what":"typed in later"}` + "\n")
	for _, got := range [][]byte{Merge(short, long), Merge(long, short)} {
		if !bytes.Equal(got, long) {
			t.Errorf("merged %s, want the line that says more", got)
		}
	}
}

func BenchmarkAppend(b *testing.B) {
	path := filepath.Join(b.TempDir(), "talk.journal.jsonl")
	part := aRun("R")[50]
	for b.Loop() {
		if err := Append(path, part); err != nil {
			b.Fatal(err)
		}
	}
}

// Ten runs of twenty minutes, a part each second.
func BenchmarkReadTenRuns(b *testing.B) {
	var data bytes.Buffer
	for r := range 10 {
		for i := range 20 {
			for _, e := range aRun(fmt.Sprint(r, "-", i)) {
				line, err := encode(e)
				if err != nil {
					b.Fatal(err)
				}
				data.Write(append(line, '\n'))
			}
		}
	}
	b.SetBytes(int64(data.Len()))
	b.ReportAllocs()
	for b.Loop() {
		Runs(Parse(data.Bytes()).Events)
	}
}

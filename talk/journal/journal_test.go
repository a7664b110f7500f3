package journal

import (
	"bytes"
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"talkgiver/talk"
)

var update = flag.Bool("update", false, "write the golden files anew")

const s = time.Second

var evening = time.Date(2027, 4, 20, 21, 3, 11, 0, time.FixedZone("", 2*3600))

// everyKind has an event of each kind, with every field filled.
func everyKind() []talk.Event {
	measure := talk.RunMeasure{
		Slide:  1,
		Spoken: []talk.SpokenTime{{Slide: 0, Spoken: 61*s + 250*time.Millisecond}, {Slide: 1, Spoken: 1}},
		Paused: 4 * s, Questions: 5 * s, Suspended: time.Hour,
		Marks: []talk.RunMark{{Kind: "stumbled", Slide: 1, At: 62 * s}},
	}
	bodies := []talk.EventBody{
		talk.Prep{Spent: 90 * time.Minute, What: "read the reports, <all> & twice", Counted: true},
		talk.MessageChange{From: "Old", To: "New\nand “better”", Reason: "new figures"},
		talk.ScoreTaken{
			Balance: &talk.ScorePoints{Points: -3125, Low: -9000, High: 40},
			Value:   &talk.ScorePoints{Points: 58000, Low: 44000, High: 71500},
			Effort:  nil,
			Clarity: &talk.ScorePoints{},
		},
		talk.RunStart{
			Kind: talk.RunGiven, Title: "Belts", Event: "Product Days", Date: "2027-05-04", Listeners: 150,
			Plan: talk.RunPlan{
				Slot: 20 * time.Minute, Questions: 5 * time.Minute, Sections: []string{"Before", "After"},
				Slides: []talk.PlannedSlide{
					{Title: "No belts", Section: 0, Planned: 90 * s, Words: 210},
					{Title: "Belts", Section: 1, Planned: 2500 * time.Millisecond},
					{Title: "In case", Section: 1, Backup: true},
				},
			},
		},
		talk.RunPart{Run: "ID4", RunMeasure: measure},
		talk.RunEnd{Run: "ID4", RunMeasure: measure},
		talk.Feedback{
			Run: "ID4", Name: "a listener", Took: "one question", Said: "more of it", Worth: 5,
			Rubric: talk.Rubric{New: 4, Relevant: 5, Concrete: 3, Usable: 1, Clear: 2},
		},
		talk.Deletion{Of: "ID1"},
		talk.UnknownEvent{Kind: "applause", JSON: []byte(`{"id":"ID9","at":"2027-04-20T21:03:19+02:00","kind":"applause","seconds":9,"loud":{"db":91.5}}`)},
		talk.RunReplan{Run: "ID4", Replan: talk.Replan{
			At: 70 * s, Left: 650 * s, Slide: 1, Spoken: []time.Duration{62 * s, 250 * time.Millisecond}, Slot: 12 * time.Minute, Questions: 90 * s, Planned: []time.Duration{62 * s, 1500 * time.Millisecond, 0},
			Skipped: []int{1}, Won: -2500 * time.Millisecond,
		}},
		talk.Debrief{
			Run: "ID4", Asked: []string{"What does it cost?", "Why now?"}, Change: "begin with the belt",
			Promises: []talk.PromiseKept{{Promise: "one question", Kept: talk.KeptWhole}, {Promise: "a figure"}},
		},
	}
	var events []talk.Event
	for i, b := range bodies {
		events = append(events, talk.Event{ID: "ID" + string(rune('1'+i)), At: evening.Add(time.Duration(i) * s), Body: b})
	}
	return events
}

func appendAll(t *testing.T, path string, events ...talk.Event) {
	t.Helper()
	if err := Append(path, events...); err != nil {
		t.Fatal(err)
	}
}

func content(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// wantEvents compares events; times by the moment and the zone's distance.
func wantEvents(t *testing.T, got, want []talk.Event) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%d events, want %d", len(got), len(want))
	}
	for i := range want {
		_, gotZone := got[i].At.Zone()
		_, wantZone := want[i].At.Zone()
		if !got[i].At.Equal(want[i].At) || gotZone != wantZone {
			t.Errorf("event %d at %v, want %v", i, got[i].At, want[i].At)
		}
		if got[i].ID != want[i].ID || !reflect.DeepEqual(got[i].Body, want[i].Body) {
			t.Errorf("event %d is\n%+v, want\n%+v", i, got[i], want[i])
		}
	}
}

func TestEveryKindIsWrittenAsItAlwaysWas(t *testing.T) {
	path := filepath.Join(t.TempDir(), "talk.journal.jsonl")
	events := everyKind()
	appendAll(t, path, events...)
	golden := filepath.Join("testdata", "kinds.jsonl")
	if *update {
		if err := os.WriteFile(golden, []byte(content(t, path)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, want := content(t, path), content(t, golden); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	log, err := Read(path)
	if err != nil || len(log.Problems) > 0 {
		t.Fatal(err, log.Problems)
	}
	wantEvents(t, log.Events, events)
}

func TestAppendAddsAndReadsBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "talk.journal.jsonl")
	if log, err := Read(path); err != nil || len(log.Events)+len(log.Problems) != 0 {
		t.Fatalf("a journal that is not there: %+v, %v", log, err)
	}
	var want []talk.Event
	for _, e := range everyKind() {
		appendAll(t, path, e)
		want = append(want, e)
		log, err := Read(path)
		if err != nil {
			t.Fatal(err)
		}
		wantEvents(t, log.Events, want)
	}
	before := content(t, path)
	appendAll(t, path)
	if content(t, path) != before {
		t.Error("nothing to append changed the file")
	}
}

// A journal cut at any byte, then added to, has lost the line of the cut at most.
func TestATornTailCostsOneLine(t *testing.T) {
	folder := t.TempDir()
	whole := filepath.Join(folder, "whole.journal.jsonl")
	events := everyKind()[:4]
	appendAll(t, whole, events...)
	data := content(t, whole)
	later := talk.Event{ID: "LATER", At: evening, Body: talk.Prep{Spent: s}}
	path := filepath.Join(folder, "torn.journal.jsonl")
	for cut := range len(data) + 1 {
		if err := os.WriteFile(path, []byte(data[:cut]), 0o644); err != nil {
			t.Fatal(err)
		}
		appendAll(t, path, later)
		if got := content(t, path); !strings.HasPrefix(got, data[:cut]) {
			t.Fatalf("cut at %d: what was there has changed", cut)
		}
		log, err := Read(path)
		if err != nil {
			t.Fatal(err)
		}
		kept := strings.Count(data[:cut], "\n")
		torn := cut > 0 && data[cut-1] != '\n'
		if torn && data[cut] == '\n' { // all but the line's end
			kept, torn = kept+1, false
		}
		if len(log.Events) != kept+1 || log.Events[kept].ID != "LATER" {
			t.Fatalf("cut at %d: %d events, want %d", cut, len(log.Events), kept+1)
		}
		if wantProblems := map[bool]int{true: 1, false: 0}[torn]; len(log.Problems) != wantProblems {
			t.Fatalf("cut at %d: problems %v", cut, log.Problems)
		}
	}
}

func TestProblemsHaveTheirLine(t *testing.T) {
	good := `{"id":"A","at":"2027-04-20T21:03:11Z","kind":"prep","spent":1}`
	tests := []struct{ line, want string }{
		{`{"id":"B","at":"2027-04-20T21:03:11Z","ki`, "it is not whole, or not JSON"},
		{`<<<<<<< HEAD`, "it is not whole, or not JSON"},
		{`[1]`, "it is not a JSON object"},
		{`"text"`, "it is not a JSON object"},
		{`{"at":"2027-04-20T21:03:11Z","kind":"prep"}`, "it has no id"},
		{`{"id":"B"}`, "it has no kind"},
		{`{"id":7,"kind":"prep"}`, `"id" cannot be a number`},
		{`{"id":"B","at":"yesterday","kind":"prep"}`, `"yesterday" is no time`},
		{`{"id":"B","kind":"prep","spent":-1}`, "-1 is no length of time in seconds"},
		{`{"id":"B","kind":"prep","spent":"long"}`, `"long" is no number that fits here`},
		{`{"id":"B","kind":"prep","spent":1e300}`, `1e300 is no number that fits here`},
		{`{"id":"B","kind":"prep","spent":99999999}`, `99999999 is no length of time in seconds`},
		{`{"id":"B","kind":"score","value":{"points":9999999999}}`, `9999999999 is no score`},
		{`{"id":"B","kind":"run-part","run":"A","slide":99999999}`, "it names a slide that no talk has"},
		{`{"id":"B","kind":"run-end","run":"A","slide":-1}`, "it names a slide that no talk has"},
		{`{"id":"B","kind":"run-part","run":"A","spoken":{"99999999":3}}`, "it names a slide that no talk has"},
		{`{"id":"B","kind":"run-part","run":"A","spoken":{"-1":3}}`, "it names a slide that no talk has"},
		{`{"id":"B","kind":"run-part","run":"A","marks":[{"slide":-1}]}`, "it names a slide that no talk has"},
		{`{"id":"B","kind":"run-start","slides":[{"section":1}]}`, "it has no section 1"},
		{`{"id":"B","kind":"feedback","worth":6}`, "the worth of 6 is not between 1 and 5"},
		{`{"id":"B","kind":"feedback","clear":-1}`, "a rating of -1 is not between 1 and 5"},
		{`{"id":"B","kind":"run-plan","run":"A","skipped":[-1]}`, "it names a slide that no talk has"},
		{`{"id":"B","kind":"run-plan","run":"A","slide":-1}`, "it names a slide that no talk has"},
		{`{"id":"B","kind":"run-plan","run":"A","spoken":[-1]}`, "-1 is no length of time in seconds"},
		{`{"id":"B","kind":"run-plan","run":"A","planned":[-1]}`, "-1 is no length of time in seconds"},
		{`{"id":"B","kind":"run-plan","run":"A","won":-99999999}`, "-99999999 is no length of time in seconds"},
	}
	for _, tt := range tests {
		log := Parse([]byte(good + "\n\n" + tt.line + "\r\n" + strings.Replace(good, "A", "C", 1)))
		if len(log.Events) != 2 {
			t.Errorf("%s: %d events beside it, want 2", tt.line, len(log.Events))
		}
		if len(log.Problems) != 1 || log.Problems[0] != (Problem{3, tt.want}) {
			t.Errorf("%s: %+v, want %q in line 3", tt.line, log.Problems, tt.want)
		}
	}
}

func TestWhatOthersMayWrite(t *testing.T) {
	data := "\ufeff" + `  {"kind":"prep","spent":1.5e2,"id":"A","future":[1,{}]} ` + "\r\n" +
		`{"id":"B","at":"2027-04-20T21:03:11.25Z","kind":"prep","spent":null}` + "\n" +
		`{"id":"A","kind":"prep","spent":2}` + "\n"
	log := Parse([]byte(data))
	if len(log.Problems) > 0 || len(log.Events) != 2 {
		t.Fatalf("%+v", log)
	}
	if got := log.Events[0].Body; got != (talk.Prep{Spent: 150 * s}) {
		t.Errorf("the line that says more counts; got %+v", got)
	}
	if got := log.Events[1]; got.Body != (talk.Prep{}) || got.At.Nanosecond() != 250e6 {
		t.Errorf("got %+v", got)
	}
}

func TestLengthsAreExact(t *testing.T) {
	for _, d := range []time.Duration{0, 1, 999999999, s, 10 * s, 41*s + 250*time.Millisecond, 5401*s + 7, maxLength} {
		text, err := seconds(d).MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		var got seconds
		if err := got.UnmarshalJSON(text); err != nil || time.Duration(got) != d {
			t.Errorf("%v is written %s and read %v (%v)", d, text, time.Duration(got), err)
		}
	}
	for n, want := range map[points]string{0: "0", -5: "-0.005", 31000: "31", -12340: "-12.34"} {
		if got, err := n.MarshalJSON(); err != nil || string(got) != want {
			t.Errorf("%d is written %s (%v), want %s", int(n), got, err, want)
		}
	}
}

func TestNewEvent(t *testing.T) {
	at := evening.Add(1234567)
	a, b := NewEvent(at, talk.Prep{}), NewEvent(at, talk.Prep{})
	if a.ID == b.ID || len(a.ID) != idLength {
		t.Errorf("ids %q and %q", a.ID, b.ID)
	}
	if !a.At.Equal(evening.Add(time.Millisecond)) {
		t.Errorf("at %v", a.At)
	}
}

func TestPath(t *testing.T) {
	for talkFile, want := range map[string]string{
		"belts.md":                         "belts.journal.jsonl",
		"belts":                            "belts.journal.jsonl",
		filepath.Join("a.b", "v1.2.md"):    filepath.Join("a.b", "v1.2.journal.jsonl"),
		filepath.Join("talks", "größe.MD"): filepath.Join("talks", "größe.journal.jsonl"),
	} {
		if got := Path(talkFile); got != want {
			t.Errorf("the journal of %s is %s, want %s", talkFile, got, want)
		}
	}
}

func TestAJournalOutOfReach(t *testing.T) {
	folder := t.TempDir()
	closed := filepath.Join(folder, "closed.journal.jsonl")
	if err := os.WriteFile(closed, []byte("x"), 0o444); err != nil {
		t.Fatal(err)
	}
	event := talk.Event{ID: "A", Body: talk.Prep{}}
	for _, tt := range []struct {
		path  string
		cause error
	}{
		{filepath.Join(folder, "none", "a.journal.jsonl"), fs.ErrNotExist},
		{closed, fs.ErrPermission},
	} {
		err := Append(tt.path, event)
		var e *Error
		if !errors.As(err, &e) || !errors.Is(err, tt.cause) {
			t.Fatalf("got %v, want %v", err, tt.cause)
		}
		if text := err.Error(); !strings.Contains(text, filepath.Base(tt.path)) || strings.Contains(text, folder) {
			t.Errorf("%q does not name the file, or more than that", text)
		}
	}
	if got := content(t, closed); got != "x" {
		t.Errorf("the closed journal holds %q", got)
	}
	if _, err := Read(folder); err == nil {
		t.Error("a folder was read as a journal")
	}
	if err := Append(closed, talk.Event{ID: "A"}); err == nil {
		t.Error("an event without a body was appended")
	}
}

func FuzzParse(f *testing.F) {
	golden, err := os.ReadFile(filepath.Join("testdata", "kinds.jsonl"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(golden, golden[:len(golden)/2])
	f.Add([]byte(`{"id":"A","kind":"run-part","run":"B","slide":1,"spoken":{"0":1}}`), []byte("\ufeff{}\r\n\x00"))
	f.Fuzz(func(t *testing.T, a, b []byte) {
		log := Parse(a)
		for _, p := range log.Problems {
			if p.Line < 1 || p.Line > bytes.Count(a, []byte("\n"))+1 || p.What == "" {
				t.Fatalf("problem %+v", p)
			}
		}
		for _, run := range Runs(log.Events) {
			if run.Whole() < 0 || run.Total() < 0 || len(run.Spoken) > maxSlides {
				t.Fatalf("run %+v", run)
			}
		}
		// What is read is written so that it reads the same.
		for _, e := range log.Events {
			line, err := encode(e)
			if err != nil {
				t.Fatalf("%+v cannot be written: %v", e, err)
			}
			again, err := decode(line)
			if err != nil || again.ID != e.ID || !again.At.Equal(e.At) {
				t.Fatalf("%s reads %+v (%v)", line, again, err)
			}
			if _, unknown := e.Body.(talk.UnknownEvent); !unknown && !reflect.DeepEqual(again.Body, e.Body) {
				t.Fatalf("%s reads %+v, want %+v", line, again.Body, e.Body)
			}
		}
		merged := Merge(a, b)
		if other := Merge(b, a); !bytes.Equal(merged, other) {
			t.Fatalf("merged\n%q\n or the other way\n%q", merged, other)
		}
		if again := Merge(merged, a); !bytes.Equal(merged, again) {
			t.Fatalf("merged\n%q\nand again\n%q", merged, again)
		}
	})
}

package rehearse

import (
	"bytes"
	"encoding/json"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"talkgiver/talk"
	"talkgiver/talk/journal"
	"talkgiver/talk/markdown"
	engine "talkgiver/talk/rehearse"
	"talkgiver/ui/widgets"
)

// ran is a whole run of a talk on some day, each slide by so much longer or
// shorter than planned.
func ran(id, text string, day int, factors ...float64) talk.Run {
	t := parse(text)
	plan, _ := engine.NewPlan(t, 0)
	at := time.Date(2027, 5, 1+day, 9, 0, 0, 0, time.UTC)
	run := talk.Run{ID: id, RunStart: talk.RunStart{Kind: talk.RunPractice, Title: t.Title(), Plan: plan},
		Started: at, Ended: at.Add(10 * time.Minute), Spoken: make([]time.Duration, len(plan.Slides))}
	for i, slide := range plan.Slides {
		if !slide.Backup {
			run.Spoken[i] = time.Duration(float64(slide.Planned) * factors[i%len(factors)]).Round(time.Second)
			run.Slide = i
		}
	}
	return run
}

// reported opens the report of the last of some runs of the bread talk.
func reported(tb testing.TB, runs []talk.Run, change ...func(*Config)) *bench {
	tb.Helper()
	b := open(tb, bread, change...)
	b.SetRuns(runs)
	if !b.OpenRun(runs[len(runs)-1].ID) {
		tb.Fatal("there is no report")
	}
	return b
}

func three() []talk.Run {
	return []talk.Run{ran("a", bread, 0, 1.5), ran("b", bread, 1, 1, 1.4), ran("c", bread, 2, 1.2, 1, 0.8)}
}

// TestReport_TakeTimes makes the times of a run the plan, in one step.
func TestReport_TakeTimes(t *testing.T) {
	history := markdown.NewHistory(markdown.Parse([]byte(bread)))
	var b *bench
	b = reported(t, three(), func(c *Config) {
		c.Do = func(edit markdown.Edit) bool {
			if err := history.Do(edit); err != nil {
				t.Fatal(err)
			}
			b.Update(history.Document().Talk())
			return true
		}
	})
	b.sees("Take these times as the plan")
	if got := b.report.legend.Text; strings.Contains(got, "another one by now") {
		t.Errorf("before, the legend says %q", got)
	}
	line := slices.Clone(b.report.course.Points)
	if !slices.ContainsFunc(line, func(p widgets.DriftPoint) bool { return p.Off != 0 }) {
		t.Fatalf("the line is flat: %+v", line)
	}
	b.report.takeTimes("c")
	b.sees("planned 7:00 ·")
	if got := b.report.legend.Text; !strings.HasSuffix(got, "The run began with this plan; the talk has another one by now.") {
		t.Errorf("the legend says %q", got)
	}
	if got := b.report.course.Points; !slices.Equal(got, line) { // the run went as it did
		t.Errorf("the line became %+v from %+v", got, line)
	}
	got := string(history.Document().Bytes())
	if !strings.Contains(got, "## Flour is cheap (3:30)\n") || !strings.Contains(got, "## Time does the work (3:45)\n") {
		t.Errorf("the talk is\n%s", got)
	}
	plan, _ := engine.NewPlan(history.Document().Talk(), 0)
	if off := plan.Total() - b.runs[2].Total(); off.Abs() > 15*time.Second {
		t.Errorf("the plan is %v and the run was %v", plan.Total(), b.runs[2].Total())
	}
	b.misses("Take these times as the plan") // they are
	if err := history.Undo(); err != nil || history.CanUndo() {
		t.Errorf("it is not one step: %v", err)
	}
	b.Update(history.Document().Talk())
	b.sees("Take these times as the plan")
}

// A run of seconds, or of half the sections, is offered as no plan, and it is said
// why.
func TestReport_WhatIsNoPlan(t *testing.T) {
	part := ran("a", bread, 0, 1.5)
	part.Spoken[2], part.Slide = 0, 1 // the second section has two slides
	for why, run := range map[string]talk.Run{
		"the run took less than half": ran("a", bread, 0, 0.02),
		"not every section was said":  part,
	} {
		b := reported(t, []talk.Run{run})
		b.sees("No plan can be made of these times: ", why)
		b.misses("Take these times as the plan")
	}
}

func TestReport_Compare(t *testing.T) {
	b := reported(t, three())
	b.sees("Run 3: ", "compare with Run 2", "words a minute")
	test.Tap(b.report.compare)
	b.sees("Grey is Run 2, colour is Run 3.", "plan now", "this run alone")
	b.misses("Grey is the plan")
	if rows := b.report.bars.Rows; len(rows) != 2 || rows[0].Actual-rows[0].Planned != int((spokenIn(&b.runs[2], "Flour is cheap")-spokenIn(&b.runs[1], "Flour is cheap"))/time.Second) {
		t.Errorf("the bars are %+v", rows)
	}
	b.report.runs.choose(0) // any other one
	b.sees("Grey is Run 1, colour is Run 3.")
	b.report.choose(2) // not with itself
	b.sees("Grey is Run 1, colour is Run 3.")
	runs := slices.Clone(b.runs)
	b.SetRuns(runs) // the journal was read anew
	b.sees("Grey is Run 1, colour is Run 3.")
	b.SetRuns(runs[1:]) // and the other one was deleted elsewhere
	b.sees("Run 2: ", "compare with Run 1")
	test.Tap(b.report.compare)
	test.Tap(b.report.compare)
	b.sees("Grey is the plan")
	b.report.runs.choose(0)
	b.sees("Run 1: ", "compare with Run 2")
	b.SetRuns(runs[1:2])
	b.misses("compare with")
}

func TestReport_Delete(t *testing.T) {
	var asked []string
	var yes func()
	b := reported(t, three(), func(c *Config) {
		c.Ask = func(title, _, _ string, then func()) { asked, yes = append(asked, title), then }
	})
	b.report.askDelete("c")
	if len(b.runs) != 3 || len(b.events) != 0 || !slices.Equal(asked, []string{"Delete Run 3?"}) {
		t.Fatalf("without an answer %d runs are left, and it asked %q", len(b.runs), asked)
	}
	yes()
	yes() // a second answer deletes nothing more
	if len(b.runs) != 2 || len(b.events) != 1 || b.events[0].Body != (talk.Deletion{Of: "c"}) {
		t.Fatalf("%d runs are left, written is %+v", len(b.runs), b.events)
	}
	b.sees("Run 2: ")
	b.deleteRun("a")
	b.deleteRun("b")
	if len(b.runs) != 0 || b.mode != modeReady {
		t.Errorf("%d runs are left, in mode %d", len(b.runs), b.mode)
	}
	b.begin()
	b.wait(time.Second)
	b.SetRuns(three())
	b.deleteRun("a")
	if len(b.runs) != 3 || b.OpenRun("a") {
		t.Error("a run under way gave way")
	}
}

func TestReport_Export(t *testing.T) {
	saved := map[string][]byte{}
	b := reported(t, three(), func(c *Config) {
		c.Export = func(extension string, write func(io.Writer) error) {
			var data bytes.Buffer
			if err := write(&data); err != nil {
				t.Error(err)
			}
			saved[extension] = data.Bytes()
		}
	})
	b.sees("Save as CSV…", "Save as JSON…")
	b.report.export(csvFile)
	if got := string(saved[".csv"]); !strings.Contains(got, "c,practice,") || strings.Contains(got, "b,practice,") {
		t.Errorf("the table is\n%s", got)
	}
	b.report.toggleCompare()
	b.report.export(jsonFile)
	var runs []struct{ Run string }
	if err := json.Unmarshal(saved[".json"], &runs); err != nil || len(runs) != 2 || runs[0].Run != "c" || runs[1].Run != "b" {
		t.Errorf("%v: %s", err, saved[".json"])
	}
}

func TestReport_OpenRun(t *testing.T) {
	b := open(t, bread)
	if b.OpenRun("a") || b.mode != modeReady {
		t.Error("there is a report of no run")
	}
	b.SetRuns(three())
	if !b.OpenRun("b") || b.report.index != 1 || b.mode != modeReport {
		t.Error("it is another run")
	}
	b.press("Up")
	b.sees("Run 3: ")
}

func TestReport_MarksStandOnTheCourse(t *testing.T) {
	runs := three()
	run := &runs[2]
	at := run.Spoken[0] + run.Spoken[1]/2
	run.Marks = []talk.RunMark{{Kind: talk.MarkStumbled, Slide: 1, At: at}}
	b := reported(t, runs)
	b.sees("stumbled: ", "stumbled at "+talk.Clock(at))
	marks := b.report.course.Marks
	if len(marks) != 1 || marks[0].At < 0.1 || marks[0].At > 0.9 {
		t.Errorf("the marks are %+v", marks)
	}
	if got, want := float64(marks[0].At), at.Seconds()/run.Total().Seconds(); got < want-0.01 || got > want+0.01 {
		t.Errorf("the mark is at %.3f, want %.3f", got, want)
	}
}

func TestFit_WithHonesty(t *testing.T) {
	b := open(t, bread)
	b.sees("Will it fit?", "Rehearse it once, whole and aloud, to get a forecast")
	if b.ready.fit.curve.Visible() {
		t.Error("there is a picture of nothing")
	}
	b.SetRuns(three()[:1])
	b.sees("A first guess from 1 whole run", "Last rehearsed whole 3 days ago", "Cut ", "and it is 6 in 10.")
	b.SetRuns(three())
	b.sees("From 3 whole runs.", "Last rehearsed whole yesterday", "it is counted 1.20 times as")
	if c := b.ready.fit.curve; !c.Visible() || !c.HasLimit || c.LimitText != "8:00" || c.Limit <= 0 || c.Limit >= 1 {
		t.Errorf("the picture is %+v", b.ready.fit.curve)
	}
	b.SetRuns([]talk.Run{ran("a", bread, 0, 1, 1, 1), ran("b", bread, 1, 1, 1, 2)})
	b.sees("“Time does the work” takes ", "practise it or cut it")
}

func TestFit_LearnsFromOtherTalks(t *testing.T) {
	live := engine.LiveFactor(0)
	b := open(t, bread, func(c *Config) { c.Live = func() engine.Live { return live } })
	b.SetRuns(three())
	b.sees("it is counted 1.20 times")
	given := ran("g", bread, 5, 1.5)
	given.Kind = talk.RunGiven
	live = engine.LiveFactor(0, append(three(), given))
	if live.Times != 1 {
		t.Fatalf("%+v", live)
	}
	b.Refresh()
	b.sees("as your talks say")
}

func TestFit_OffersYourPace(t *testing.T) {
	text := "---\ntitle: Words\nslot: 5m\n---\n\n## One (3m)\n\n" + strings.Repeat("word ", 300) + "\n"
	var paces []int
	b := open(t, text, func(c *Config) { c.OnPace = func(words int) { paces = append(paces, words) } })
	b.SetRuns([]talk.Run{ran("a", text, 0, 1)})
	b.sees("Your runs say 100 words a minute. Estimates use 130.", "use 100")
	b.OpenRun("a")
	test.Tap(b.report.fit.paceUse)
	if !slices.Equal(paces, []int{100}) || b.config.Pace != 100 {
		t.Errorf("the paces are %v", paces)
	}
	b.misses("Your runs say")
	own := strings.Replace(text, "slot: 5m", "slot: 5m\npace: 150", 1)
	b.Begin(parse(own))
	b.SetPace(130)
	b.SetRuns([]talk.Run{ran("a", own, 0, 1)})
	b.misses("Your runs say") // the talk says it itself
}

// A run at the speed of a clicker does not count, and it is said why.
func TestRunList_TooFast(t *testing.T) {
	b := open(t, bread)
	b.SetRuns([]talk.Run{ran("a", bread, 0, 0.1)})
	b.sees("Not rehearsed whole yet: Run 1 was too fast to count")
	b.SetRuns([]talk.Run{ran("a", bread, 0, 0.1), ran("b", bread, 1, 1)})
	b.misses("too fast")
	part := ran("a", bread, 0, 1)
	part.Spoken[1] = 0
	b.SetRuns([]talk.Run{part})
	b.sees("Not rehearsed whole yet")
	b.misses("too fast")
}

func TestRunList_AllOfThem(t *testing.T) {
	b := open(t, bread)
	var runs []talk.Run
	for i := range 20 {
		runs = append(runs, ran(string(rune('a'+i)), bread, i, 1))
	}
	drill, given := &runs[18], &runs[19]
	drill.Kind = talk.RunDrill
	given.Kind, given.Event, given.Listeners = talk.RunGiven, "Bakers' night", 40
	b.SetRuns(runs)
	b.OpenRun("t")
	b.sees("Drill 1", "Run 18", "Bakers' night", "40 listeners", "and 8 earlier")
	b.misses("Run 8")
	b.report.runs.listAll()
	b.sees("Run 8", "Run 1")
	b.misses("earlier")
}

// TestReport_FromTheJournal shows a run that was read from its journal.
func TestReport_FromTheJournal(t *testing.T) {
	b := open(t, bread)
	b.begin()
	b.wait(200 * time.Second)
	b.press("Right")
	b.wait(time.Minute)
	b.press("Right")
	b.wait(3 * time.Minute)
	b.press("End", "k")
	runs := journal.Runs(b.events)
	again := reported(t, runs)
	again.sees("Run 1: 7:20", "3:20 of 3:00")
}

// BenchmarkOpenReport opens the report among 200 runs of a talk of 30 sections.
func BenchmarkOpenReport(b *testing.B) {
	var text strings.Builder
	text.WriteString("---\nslot: 60m\n---\n\n")
	for range 30 {
		text.WriteString("## A section with a title that says something (1:40)\n\n- Shown\n\nAnd some words.\n\n")
	}
	var runs []talk.Run
	for i := range 200 {
		runs = append(runs, ran(string(rune('a'+i)), text.String(), i, 1, 1.1, 0.9))
	}
	p := open(b, text.String())
	p.SetRuns(runs)
	b.ReportAllocs()
	for n := 0; b.Loop(); n++ {
		p.OpenRun(runs[n%2*100].ID)
	}
}

// TestReport_CompareWithoutAWord sets a section that one run did not say, or not
// to its end, beside one that did: that is no difference.
func TestReport_CompareWithoutAWord(t *testing.T) {
	runs := three()
	runs[1].Spoken[0] = 0 // jumped over
	runs[2].Slide, runs[2].Spoken[1], runs[2].Spoken[2] = 1, 3*time.Second, 0
	b := reported(t, runs)
	test.Tap(b.report.compare)
	rows := b.report.bars.Rows
	if len(rows) != 2 || rows[0].Note != talk.Clock(spokenIn(&runs[2], "Flour is cheap"))+" · –" || rows[1].Note != "0:03 · broken off" {
		t.Errorf("the bars are %+v", rows)
	}
	b.misses("0:00")
	b.report.open(1)
	b.report.other = runs[2].ID
	b.report.refresh()
	if rows := b.report.bars.Rows; len(rows) != 2 || rows[0].Note != "not spoken" || !strings.HasSuffix(rows[1].Note, " · –") {
		t.Errorf("the other way round the bars are %+v", rows)
	}
}

// TestReport_BackToTheStart leads from the report to the plan, where the warnings
// are set and the talk is given.
func TestReport_BackToTheStart(t *testing.T) {
	for name, back := range map[string]func(*bench){
		"Escape": func(b *bench) { b.press("Escape") },
		"F5":     func(b *bench) { b.press("F5") },
		"tab":    func(b *bench) { b.Home() },
		"button": func(b *bench) {
			for _, o := range b.report.next.Objects {
				if button, ok := o.(*widgets.Button); ok && button.Key == "Esc" {
					test.Tap(button)
				}
			}
		},
	} {
		b := reported(t, three())
		b.sees("Rehearse again or give it…")
		back(b)
		if b.mode != modeReady {
			t.Errorf("%s leads to mode %v", name, b.mode)
		}
		b.sees("Give it…", "How you rehearse")
		b.begin()
		b.Home()
		if !b.UnderWay() || b.mode != modeStage {
			t.Errorf("%s: the tab ends a run that is under way", name)
		}
	}
}

package rehearse

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"talkgiver/talk"
	engine "talkgiver/talk/rehearse"
	"talkgiver/ui/theme"
)

func TestReport_OfARun(t *testing.T) {
	b := open(t, bread)
	b.begin()
	b.wait(200 * time.Second) // 3:00 planned
	b.press("Right")
	b.wait(60 * time.Second)
	b.press("q")
	b.wait(70 * time.Second)
	b.press("q", "Right")
	b.wait(time.Second)
	b.press("m")
	b.wait(179 * time.Second)
	b.press("p")
	b.wait(15 * time.Second)
	b.press("p", "End", "k")
	b.sees("Run 1: 7:20", "planned 7:00 · +0:20", "today 14:00 · questions 1:10 apart · paused 0:15 · ",
		"Flour is cheap", "3:20 of 3:00 · +0:20", "Time does the work", "4:00 of 4:00 · 0:00",
		"You needed 0:20 more than planned.", "“Flour is cheap”: 0:20 more than planned",
		"stumbled at 4:21: In the cold", "today 14:00", "7:20 · +0:20", "Rehearse again or give it…", "Back to the draft")
	b.misses("What if it does not rise?")
}

func rows(over ...time.Duration) *engine.Report {
	r := &engine.Report{}
	for i, o := range over {
		row := engine.Row{Title: string(rune('A' + i)), Planned: 4 * time.Minute, Actual: 4*time.Minute + o, Before: r.Total.Over()}
		r.Sections = append(r.Sections, row)
		r.Total.Planned += row.Planned
		r.Total.Actual += row.Actual
	}
	return r
}

func TestReport_DriftSentence(t *testing.T) {
	complete := &talk.Run{Spoken: []time.Duration{1}}
	short := &talk.Run{Spoken: []time.Duration{1, 0}, RunStart: talk.RunStart{Plan: talk.RunPlan{
		Sections: []string{"A"}, Slides: []talk.PlannedSlide{{Section: 0}, {Section: 0}},
	}}}
	s, p := time.Second, &Place{config: withDefaults(Config{})}
	for _, c := range []struct {
		name  string
		run   *talk.Run
		over  []time.Duration
		drift engine.Drift
		want  string
	}{
		{"on time", complete, []time.Duration{3 * s, -2 * s}, engine.Drift{Kind: engine.OnTime}, "You ended on time."},
		{"over", complete, []time.Duration{30 * s, 80 * s, -20 * s}, engine.Drift{Kind: engine.Behind, By: 90 * s},
			"You needed 1:30 more than planned. Most of the time went in “B”: 1:20 more than planned. You made up 0:20 in “C”."},
		{"made up more than was late", complete, []time.Duration{30 * s, -80 * s}, engine.Drift{Kind: engine.Ahead, By: 50 * s},
			"You needed 0:50 less than planned. Most of the time went in “A”: 0:30 more than planned. You made up 0:30 in “B”."},
		{"under", complete, []time.Duration{-30 * s, -80 * s}, engine.Drift{Kind: engine.Ahead, By: 30 * s},
			"You needed 1:50 less than planned. “B” was quickest: 1:20 less than planned."},
		{"cut short", short, []time.Duration{48 * s}, engine.Drift{Kind: engine.Behind, By: 48 * s},
			"The run ended in “A”, 0:48 behind the plan. Most of the time went in “A”: 0:48 more than planned."},
		{"cut short early", short, []time.Duration{5 * s}, engine.Drift{Kind: engine.Behind, By: 5 * s}, "The run ended in “A”, on time until there."},
		{"ahead", short, []time.Duration{-50 * s}, engine.Drift{Kind: engine.Ahead, By: 50 * s}, "The run ended in “A”, 0:50 ahead of the plan."},
		{"no plan", complete, nil, engine.Drift{}, "This talk has no times to be measured against."},
	} {
		r := rows(c.over...)
		r.Drift, r.Complete = c.drift, c.run == complete
		if got := p.driftSentence(c.run, r); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestReport_Rows(t *testing.T) {
	r := rows(78*time.Second, -4*time.Second)
	r.Sections = append(r.Sections, engine.Row{Title: "kept for questions"}, engine.Row{Actual: 20 * time.Second})
	got := compareRows(&talk.Run{}, r)
	if len(got) != 3 {
		t.Fatalf("%d rows, want 3: one that neither was planned nor happened is none", len(got))
	}
	for i, want := range []struct {
		title, note string
		tone        theme.Tone
	}{{"A", "5:18 of 4:00 · +1:18", theme.Take}, {"B", "3:56 of 4:00 · −0:04", theme.Give}, {"Opening", "0:20", theme.Give}} {
		if got[i].Title != want.title || got[i].Note != want.note || got[i].Tone != want.tone {
			t.Errorf("row %d is %+v, want %+v", i, got[i], want)
		}
	}
}

// cutShort gives the bread talk late, is told to have less time, and leaves out what
// is advised for it.
func cutShort(t *testing.T) *bench {
	t.Helper()
	b, _, _ := inHall(t, false)
	b.press("g", "Return", "Right")
	b.wait(4 * time.Minute) // a minute over
	b.press("p")
	b.wait(10 * time.Second)
	b.press("p", "Right")
	b.wait(time.Minute)
	b.press("t", "2", "Return") // of one for the rest, one of the next slide and two for questions
	b.wait(50 * time.Second)
	b.press("p")
	b.wait(40 * time.Second)
	b.press("p")
	b.press("End", "k")
	return b
}

// After “you now have” one plan counts in all of the report: the one that held when
// a section was said.
func TestReport_AfterYouNowHave(t *testing.T) {
	b := cutShort(t)
	run := b.runs[len(b.runs)-1]
	r := engine.NewReport(run).Rounded()
	second := r.Sections[1]
	if r.Sections[0].Over() != time.Minute || second.Over() <= 0 || r.Total.Over() != second.Over() {
		t.Fatalf("the report is %+v", r)
	}
	over := difference(second.Over())
	b.sees(
		"4:00 of 3:00 · +1:00", "Forgiven", "−1:00", over+" until there",
		"of the plan were still to come when the run ended",
		"a new one began with 2:00 left at 5:10.",
		talk.Clock(second.Over())+" behind the plan.",
		"Pauses of 0:40 come on top: in all "+talk.Clock(second.Over()+40*time.Second)+" behind.",
	)
	b.misses("in the end", "Pauses of 0:50")
	if words := b.texts(); strings.Count(words, over) < 3 { // bar, section and sum
		t.Errorf("%s is not in all rows:\n%s", over, words)
	}
	points := b.report.course.Points
	if got := points[len(points)-1].Off; got != float32(engine.NewReport(run).Total.Over().Seconds()) {
		t.Errorf("the line ends %v off", got)
	}
	if marks := b.report.course.Marks; len(marks) != 1 || marks[0].Text != "2:00 left at 5:10" {
		t.Errorf("the line has %+v", marks)
	}
}

// What another plan left out is told from what was not said.
func TestReport_LeftOut(t *testing.T) {
	run := ran("a", bread, 0, 1)
	run.Spoken[0], run.Spoken[1], run.Slide = 4*time.Minute, 0, 2
	b := reported(t, []talk.Run{run})
	b.sees("The run ended in “In the cold”")
	run.Replans = []talk.Replan{{Planned: []time.Duration{3 * time.Minute, 0, run.Plan.Slides[2].Planned, 0}, Skipped: []int{1}, Won: run.Plan.Slides[1].Planned}}
	b = reported(t, []talk.Run{run})
	b.misses("The run ended in")
	run.Spoken[0], run.Spoken[1], run.Spoken[2], run.Slide = 4*time.Minute, 0, 0, 0
	run.Replans[0].Skipped, run.Replans[0].Planned[2] = []int{1, 2}, 0
	b = reported(t, []talk.Run{run})
	b.sees("left out · −4:00", "4:00 of 3:00 · +1:00", "You needed 3:00 less than planned.")
	b.misses("not spoken")
}

// Rows in whole seconds add up for who reads them.
func TestReport_RowsAddUp(t *testing.T) {
	run := ran("a", bread, 0, 1)
	for i := range 3 {
		run.Spoken[i] += 400 * time.Millisecond
	}
	other := ran("b", bread, 1, 1)
	b := reported(t, []talk.Run{other, run})
	b.sees("Run 2: 7:01", "planned 7:00 · +0:01", "3:00 of 3:00 · 0:00", "4:01 of 4:00 · +0:01")
	test.Tap(b.report.compare)
	if rows := b.report.bars.Rows; rows[0].Note != "3:00 · 0:00" || rows[1].Note != "4:01 · +0:01" {
		t.Errorf("beside the other run: %+v", rows)
	}
	run.Spoken[1], run.Spoken[2] = 0, 0
	b = reported(t, []talk.Run{other, run})
	test.Tap(b.report.compare)
	if cells := b.report.figures.rows.Objects; !strings.HasSuffix(strings.Join(visibleTexts(cells[len(cells)-1]), " "), "–") {
		t.Errorf("the sum of runs that did not say the same is %q", visibleTexts(cells[len(cells)-1]))
	}
}

func TestDayOf(t *testing.T) {
	p := &Place{config: withDefaults(Config{})}
	now := time.Date(2027, 3, 1, 0, 10, 0, 0, time.UTC)
	for _, c := range []struct {
		at   time.Time
		want string
	}{
		{now.Add(-5 * time.Minute), "today 00:05"},
		{now.Add(-15 * time.Minute), "yesterday 23:55"},
		{now.AddDate(0, 0, -2), "27 Feb, 00:10"},
		{now.AddDate(0, -3, 0), "1 Dec 2026, 00:10"},
		{time.Time{}, ""},
	} {
		if got := p.dayOf(c.at, now); got != c.want {
			t.Errorf("%v is %q, want %q", c.at, got, c.want)
		}
	}
}

package rehearse

import (
	"testing"
	"time"

	"talkgiver/talk"
	engine "talkgiver/talk/rehearse"
	"talkgiver/talk/say"
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
		row := engine.Row{Title: string(rune('A' + i)), Planned: 4 * time.Minute, Actual: 4*time.Minute + o}
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
	s := time.Second
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
		{"under", complete, []time.Duration{-30 * s, -80 * s}, engine.Drift{Kind: engine.Ahead, By: 30 * s},
			"You needed 1:50 less than planned. You made up 1:20 in “B”."},
		{"cut short", short, []time.Duration{48 * s}, engine.Drift{Kind: engine.Behind, By: 48 * s},
			"The run ended in “A”, 0:48 behind the plan. Most of the time went in “A”: 0:48 more than planned."},
		{"cut short early", short, []time.Duration{5 * s}, engine.Drift{Kind: engine.Behind, By: 5 * s}, "The run ended in “A”, on time until there."},
		{"ahead", short, []time.Duration{0}, engine.Drift{Kind: engine.Ahead, By: 50 * s}, "The run ended in “A”, 0:50 ahead of the plan."},
		{"no plan", complete, nil, engine.Drift{}, "This talk has no times to be measured against."},
	} {
		r := rows(c.over...)
		r.Drift = c.drift
		if got := driftSentence(c.run, r, say.For("en").Run); got != c.want {
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

package ui

import (
	"path/filepath"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkgiver/talk"
	"talkgiver/talk/journal"
)

// wholeRun is a whole rehearsal on some day.
func wholeRun(at time.Time) talk.Run {
	return talk.Run{RunStart: talk.RunStart{Kind: talk.RunPractice, Plan: talk.RunPlan{Slides: []talk.PlannedSlide{{Planned: time.Minute}}}},
		Started: at, Ended: at.Add(time.Minute), Spoken: []time.Duration{time.Minute}}
}

func TestRemindersOf(t *testing.T) {
	now := time.Date(2027, 4, 20, 23, 30, 0, 0, time.FixedZone("", 2*3600))
	day := func(n int) time.Time { return time.Date(2027, 4, 20+n, 0, 0, 0, 0, time.UTC) }
	ago := func(n int) []talk.Run { return []talk.Run{wholeRun(now.AddDate(0, 0, -n))} }
	drill := ago(0)
	drill[0].Kind = talk.RunDrill
	for _, c := range []struct {
		name string
		day  time.Time
		runs []talk.Run
		said []string
		want bool
	}{
		{"never rehearsed", day(5), nil, nil, true},
		{"today", day(0), nil, nil, true},
		{"in a week", day(7), nil, nil, true},
		{"in eight days", day(8), nil, nil, false},
		{"yesterday", day(-1), nil, nil, false},
		{"no day", time.Time{}, nil, nil, false},
		{"rehearsed today", day(3), ago(0), nil, false},
		{"two days ago", day(3), ago(2), nil, false},
		{"three days ago", day(3), ago(3), nil, true},
		{"only a drill", day(3), drill, nil, true},
		{"said today", day(3), nil, []string{"other.md", "talk.md"}, false},
		{"another one said today", day(3), nil, []string{"other.md"}, true},
	} {
		got := remindersOf(now, []dated{{"talk.md", "A talk", c.day, c.runs}}, c.said)
		if (len(got) == 1) != c.want {
			t.Errorf("%s: %+v", c.name, got)
		}
		if len(got) == 1 && got[0].words() == "" {
			t.Errorf("%s: without a word", c.name)
		}
	}
}

// TestReminders sends one a day for each talk that wants it, and none unasked.
func TestReminders(t *testing.T) {
	a := test.NewTempApp(t)
	folder := filepath.Join(t.TempDir(), "Talks")
	d := startDesk(t, a, folder, "")
	soon := writeTalk(t, folder, "soon.md", "---\ntitle: Soon\ndate: 2027-04-23\n---\n\n## One\n\n- shown\n")
	fresh := writeTalk(t, folder, "fresh.md", "---\ntitle: Fresh\ndate: 2027-04-23\n---\n\n## One (1m)\n\n- shown\n")
	run := wholeRun(d.clock.AddDate(0, 0, -1))
	start := journal.NewEvent(run.Started, run.RunStart)
	if err := journal.Append(journal.Path(fresh), start, journal.NewEvent(run.Ended, talk.RunEnd{Run: start.ID, RunMeasure: run.Measure()})); err != nil {
		t.Fatal(err)
	}
	d.listTalks()
	d.settle()
	look := func() {
		d.remind()
		d.settle()
	}
	test.AssertNotificationSent(t, nil, look) // nobody asked for it
	said := fyne.NewNotification("Talkgiver", "“Soon” is in 3 days. Rehearse it once, whole and aloud.")
	test.AssertNotificationSent(t, said, func() {
		d.toggleReminders()
		d.settle()
	})
	if !d.prefs.Reminders() || !slices.Equal(d.prefs.Reminded(d.clock), []string{soon}) {
		t.Errorf("on: %v, noted are %q", d.prefs.Reminders(), d.prefs.Reminded(d.clock))
	}
	test.AssertNotificationSent(t, nil, look) // once a day
	d.clock = d.clock.AddDate(0, 0, 2)
	d.onStage = true
	test.AssertNotificationSent(t, nil, look) // not while somebody speaks
	d.onStage = false
	test.AssertNotificationSent(t, fyne.NewNotification("Talkgiver", "“Soon” is tomorrow. Rehearse it once, whole and aloud."), look)
	d.clock = d.clock.AddDate(0, 0, 1)
	d.toggleReminders()
	d.settle()
	test.AssertNotificationSent(t, nil, look)
}

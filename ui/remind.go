package ui

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	engine "talkgiver/talk/rehearse"
	"talkgiver/ui/work"
)

// When a talk is worth a reminder: its day is near, and it is not fresh.
const (
	remindEvery  = time.Hour
	remindWithin = 7 // days before the talk
	remindAfter  = 2 // days since the last whole rehearsal
)

// dated is a talk with a day.
type dated struct {
	path, title string
	day         time.Time // midnight UTC
	runs        []talk.Run
}

// reminder is what is said of a talk.
type reminder struct {
	path, title string
	days        int // to the talk
}

// remindersOf decides which talks a speaker is reminded of now: those of the next
// days that were not rehearsed whole of late, and of which nothing was said
// today.
func remindersOf(now time.Time, talks []dated, saidToday []string) []reminder {
	var list []reminder
	year, month, date := now.Date()
	today := time.Date(year, month, date, 0, 0, 0, 0, time.UTC)
	for _, t := range talks {
		days := int(t.day.Sub(today) / (24 * time.Hour))
		since, rehearsed := engine.Fresh(t.runs, now)
		if t.day.IsZero() || days < 0 || days > remindWithin || rehearsed && since <= remindAfter || slices.Contains(saidToday, t.path) {
			continue
		}
		list = append(list, reminder{t.path, t.title, days})
	}
	return list
}

// words say when the talk is, and what would help.
func (r reminder) words() string {
	title := map[string]any{"Title": r.title}
	switch r.days {
	case 0:
		return lang.L("“{{.Title}}” is today. Rehearse it once, whole and aloud.", title)
	case 1:
		return lang.L("“{{.Title}}” is tomorrow. Rehearse it once, whole and aloud.", title)
	}
	return lang.N("“{{.Title}}” is in {{.Count}} days. Rehearse it once, whole and aloud.", r.days, map[string]any{"Title": r.title, "Count": r.days})
}

// toggleReminders lets the speaker be reminded to rehearse, or not.
func (w *Window) toggleReminders() {
	w.prefs.SetReminders(!w.prefs.Reminders())
	w.updateMenu()
	if w.hourly != nil {
		w.remind()
	}
}

// remind looks for talks that want a rehearsal, away from the UI goroutine, and
// says so once a day for each. In an hour it looks again.
func (w *Window) remind() {
	w.hourly.Touch()
	if !w.prefs.Reminders() || w.onStage {
		return
	}
	now := w.now()
	entries := w.talks.Talks()
	work.Go(w.runner, "remind", func(ctx context.Context) []dated {
		var talks []dated
		for _, e := range entries {
			if e.Date.IsZero() || e.Date.Before(now.AddDate(0, 0, -1)) {
				continue // no journal is read for what is over
			}
			if runs := runsOf(ctx, []string{e.Path}); len(runs) == 1 {
				talks = append(talks, dated{e.Path, e.Title, e.Date, runs[0]})
			} else {
				talks = append(talks, dated{e.Path, e.Title, e.Date, nil})
			}
		}
		return talks
	}, func(talks []dated) {
		for _, r := range remindersOf(now, talks, w.prefs.Reminded(now)) {
			w.prefs.AddReminded(now, r.path)
			w.app.SendNotification(fyne.NewNotification("Talkgiver", r.words()))
		}
	})
}

package ui

import (
	"context"

	"talkgiver/talk/journal"
	"talkgiver/talk/library"
	"talkgiver/talk/score"
	panel "talkgiver/ui/library"
	"talkgiver/ui/work"
)

// listTalks reads the library's folder away from the UI goroutine, with the
// balance of each talk.
func (w *Window) listTalks() {
	type found struct {
		talks []panel.Talk
		err   error
	}
	folder := w.folder
	in := score.Inputs{Pace: w.prefs.Pace(), Today: w.now()}
	work.Go(w.runner, "talks", func(ctx context.Context) found {
		entries, err := library.List(folder)
		talks := make([]panel.Talk, len(entries))
		for i, e := range entries {
			if ctx.Err() != nil {
				break
			}
			talks[i] = weighed(e, in)
		}
		return found{talks, err}
	}, func(f found) { w.talks.Show(f.talks, f.err) })
}

// weighed adds a talk's balance to its entry.
func weighed(e library.Entry, in score.Inputs) panel.Talk {
	t := panel.Talk{Entry: e}
	session, err := OpenSession(e.Path)
	if e.Err != nil || err != nil {
		return t
	}
	if log, err := journal.Read(journal.Path(e.Path)); err == nil {
		facts := factsOf(log.Events)
		facts.Pace, facts.Today = in.Pace, in.Today
		in = facts
	}
	r := score.Of(session.Talk(), in)
	t.Weighed, t.Balance = r.Rated, int(r.Balance.Middle()/score.Point)
	return t
}

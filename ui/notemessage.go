package ui

import (
	"talkgiver/talk"
	"talkgiver/talk/journal"
	"talkgiver/ui/draft"
)

// noteMessage notes in the talk's journal that its message has changed, at once:
// a reason that is given later takes the place of the note without one. A talk
// without a file has no journal.
func (w *Window) noteMessage(from, to string) *draft.MessageNote {
	path := w.session.Path()
	if path == "" {
		return nil
	}
	note := journal.NewEvent(w.now(), talk.MessageChange{From: from, To: to})
	write := func(events ...talk.Event) {
		w.journal.append(path, events...)
		if path == w.session.Path() {
			w.readJournal() // the score knows of changes
		}
	}
	takeBack := func() talk.Event { return journal.NewEvent(w.now(), talk.Deletion{Of: note.ID}) }
	write(note)
	return &draft.MessageNote{
		Reason: func(reason string) {
			write(takeBack(), journal.NewEvent(note.At, talk.MessageChange{From: from, To: to, Reason: reason}))
		},
		Withdraw: func() { write(takeBack()) },
	}
}

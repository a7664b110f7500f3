package score

import "talkgiver/talk"

// Know takes over what a talk's journal tells: its events that count, and the
// runs they make. A rehearsal is whole when something was said on every slide;
// the talk as given is no rehearsal of itself.
func (in *Inputs) Know(events []talk.Event, runs []talk.Run) {
	for _, e := range events {
		switch b := e.Body.(type) {
		case talk.Prep:
			in.Preparation += max(0, b.Spent)
		case talk.MessageChange:
			in.Messages = append(in.Messages, MessageChange{Day: e.At, From: b.From, To: b.To, Reason: b.Reason})
		}
	}
	for _, run := range runs {
		if run.Kind == talk.RunPractice && run.Rehearsed() {
			in.Rehearsals = append(in.Rehearsals, run.Started)
		}
	}
}

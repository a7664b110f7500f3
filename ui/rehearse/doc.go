// Package rehearse is the place where a talk is rehearsed. It has three
// screens: the plan before a run, the stage while the clock goes, and the
// report after it, where this run stands beside the earlier ones.
//
// All of it lives on the UI goroutine, but for the heartbeat that brings a run to
// the journal while that is busy. The place has no clock, no timer and no file of
// its own: its Config brings the time, the ticks, and somewhere for the run to be
// written.
//
// A window uses it like this:
//
//	place := rehearse.New(rehearse.Config{Now: …, Every: …, Append: …})
//	content.Add(place.Content())
//	place.Begin(talk)    // another talk is open: the screen before a run
//	place.SetRuns(runs)  // what its journal has, as soon as that is read
//	place.SetCutOff(…)   // a run in it that the program was stopped in
//	place.Update(talk)   // the same talk was edited, or the reader comes back
//	place.Focus()        // the place is looked at: keys go to it
//	place.Leave()        // it is no longer looked at: a run under way pauses
//	place.Finish()       // the talk closes: a run under way ends, and is kept
//
// Keys reach the place by the focus, or from the window by TypedKey and
// TypedRune where nothing has it.
package rehearse

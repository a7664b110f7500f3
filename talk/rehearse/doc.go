// Package rehearse holds the clock that a talk is rehearsed and given against:
// the plan, the run as it is measured, how far it is from the plan, and what
// runs teach.
//
// Everything here is plain data and arithmetic: no goroutine, no timer, no
// time.Now. Whoever has a clock and a keyboard calls Tick and the actions, one at
// a time. Sentences are talk.Phrase values; talk/say has the words.
//
// Before a run:
//
//	plan, places := NewPlan(talk, pace)      // the slides as a clicker goes through them
//	Drill(start, places, section)            // or one section of it alone
//	Weights(talk, places, value)             // what may be left out, for Advise
//
// While it goes:
//
//	clock := New(start, Options{CountIn: …}) // or Continue(run) after a crash
//	clock.Tick(mono, wall)                   // before each action, and a few times a second
//	clock.Start, Next, Back, Jump, JumpSection, SkipSection, Pause, Question, Mark, End
//	clock.Have(12 * time.Minute)             // "you now have twelve minutes"
//	clock.Skip(slides...)                    // what Advise or AdviseFor says
//	clock.Read()                             // all that a stage shows
//	alarms.At(spoken, whole)                 // the warning that holds
//	recorder.Part(clock), Replans(clock)     // what the journal is due
//
// After it:
//
//	NewReport(run)                           // against its plan, by slide and section
//	Compare(plan, runs...)                   // beside other runs and the plan as it is now
//	Retimes(talk, run)                       // its times as the plan: edits of the talk
//	WriteCSV, WriteJSON
//
// And from all of them:
//
//	NewForecast(plan, runs, LiveFactor(…))   // how long it will take on stage
//	Pace(runs), Spread(plan, runs), Fresh(runs, day)
package rehearse

package talk

import "time"

// An Event is something that happened to a talk over time: one line of the
// journal beside its file. Events are never changed; a mistake is taken back
// with a Deletion.
type Event struct {
	// ID is unique among the events of a talk, on every machine that writes
	// to its journal.
	ID string
	// At is when it happened, to the millisecond, in the zone of the machine
	// that wrote it: the day that a person remembers.
	At time.Time
	// Body is what happened.
	Body EventBody
}

// An EventBody is what happened: a Prep, MessageChange, ScoreTaken, RunStart,
// RunPart, RunReplan, RunEnd, Feedback, Debrief, Deletion or UnknownEvent.
type EventBody interface {
	// EventKind is the word for it in the journal.
	EventKind() string
}

// The kinds of events, as the journal names them.
const (
	EventPrep      = "prep"
	EventMessage   = "message"
	EventScore     = "score"
	EventRunStart  = "run-start"
	EventRunPart   = "run-part"
	EventRunReplan = "run-plan"
	EventRunEnd    = "run-end"
	EventFeedback  = "feedback"
	EventDebrief   = "debrief"
	EventDelete    = "delete"
)

// Prep is time that the speaker put into the talk away from the clock.
type Prep struct {
	// Spent is how long it took, never negative.
	Spent time.Duration
	// What was done, in the speaker's words; may be empty.
	What string
	// Counted says that the app counted it while the speaker was drafting;
	// otherwise the speaker typed it in.
	Counted bool
}

// MessageChange is a new message, noted when its field is left.
type MessageChange struct {
	From, To string
	// Reason is why it changed; empty when the speaker gave none.
	Reason string
}

// ScoreTaken is the talk's score on one day. What is not known is nil.
type ScoreTaken struct {
	Balance, Value, Effort, Clarity *ScorePoints
}

// ScorePoints is a score with its range, all three in thousandths of a point.
type ScorePoints struct {
	Points, Low, High int
}

// RunStart begins a run: what was planned when the clock started. The event's
// ID is the run's.
type RunStart struct {
	Kind RunKind
	// Title is the talk's title at the time.
	Title string
	// Event, Date (as the talk file writes it) and Listeners are those of
	// this giving; a talk is given many times. Zero when not known.
	Event, Date string
	Listeners   int
	Plan        RunPlan
}

// RunKind tells practice from the real thing.
type RunKind string

// The kinds of runs.
const (
	RunPractice RunKind = "practice" // a rehearsal
	RunDrill    RunKind = "drill"    // one section alone, never a whole rehearsal
	RunGiven    RunKind = "given"    // the talk before an audience
)

// RunPlan is what a run is measured against.
type RunPlan struct {
	// Slot is the whole time on stage, Questions included; zero when not known.
	Slot time.Duration
	// Questions is the part of the slot that is kept for questions.
	Questions time.Duration
	// Sections are the titles of the sections.
	Sections []string
	// Slides are in the order of the talk.
	Slides []PlannedSlide
}

// PlannedSlide is one slide of a plan.
type PlannedSlide struct {
	Title string
	// Section is an index into the plan's Sections.
	Section int
	// Planned is the time meant for it, never negative.
	Planned time.Duration
	// Words are how many are said on it; 0 when nothing is written out, or not
	// known.
	Words int
	// Backup marks a slide after the end that waits for a question.
	Backup bool
	// Skipped marks a slide that a Replan leaves out.
	Skipped bool
}

// Total is the time planned for speaking: the sum over the slides.
func (p RunPlan) Total() time.Duration {
	var sum time.Duration
	for _, s := range p.Slides {
		sum += s.Planned
	}
	return sum
}

// RunPart is what a run has come to so far.
type RunPart struct {
	// Run is the ID of the run's RunStart event.
	Run string
	RunMeasure
}

// RunEnd is what a run came to in the end.
type RunEnd struct {
	// Run is the ID of the run's RunStart event.
	Run string
	RunMeasure
}

// RunMeasure holds what a clock has measured, counted from the start of the
// run. None of its figures ever falls while a run goes on, so of several
// measures the greatest figure is the truth, and a lost one costs nothing that
// a later one repeats.
type RunMeasure struct {
	// Slide is where the run stands: an index into the plan's slides.
	Slide int
	// Spoken has the time spoken on slides; a slide that is not named has not
	// changed of late.
	Spoken []SpokenTime
	// Paused, Questions and Suspended are times without speaking: the clock
	// stopped by hand, questions from the audience, the machine asleep.
	Paused, Questions, Suspended time.Duration
	// Marks are the marks set of late.
	Marks []RunMark
}

// SpokenTime is the time spoken on one slide.
type SpokenTime struct {
	// Slide is an index into the plan's slides.
	Slide  int
	Spoken time.Duration
}

// Kinds of marks that have a word of their own.
const (
	MarkStumbled = "stumbled" // the speaker lost the thread here
	MarkLanded   = "landed"   // the audience was with it here
)

// RunMark is a moment that the speaker marked. Two marks that are equal are
// one mark.
type RunMark struct {
	// Kind is a word such as MarkStumbled or MarkLanded.
	Kind string
	// Slide is an index into the plan's slides.
	Slide int
	// At is the time spoken in the whole run until then.
	At time.Duration
}

// Deletion takes an event back: its tombstone. When the event is a RunStart the
// whole run goes.
type Deletion struct {
	// Of is the ID of the event that no longer counts.
	Of string
}

// UnknownEvent is an event of a kind that this version does not know.
type UnknownEvent struct {
	Kind string
	// JSON is the whole line.
	JSON []byte
}

// EventKind is "prep".
func (Prep) EventKind() string { return EventPrep }

// EventKind is "message".
func (MessageChange) EventKind() string { return EventMessage }

// EventKind is "score".
func (ScoreTaken) EventKind() string { return EventScore }

// EventKind is "run-start".
func (RunStart) EventKind() string { return EventRunStart }

// EventKind is "run-part".
func (RunPart) EventKind() string { return EventRunPart }

// EventKind is "run-end".
func (RunEnd) EventKind() string { return EventRunEnd }

// EventKind is "delete".
func (Deletion) EventKind() string { return EventDelete }

// EventKind is the word that the journal has.
func (u UnknownEvent) EventKind() string { return u.Kind }

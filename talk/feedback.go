package talk

// RatingMost is the best that a listener can rate; the least is 1.
const RatingMost = 5

// Feedback is what one listener said on a card.
type Feedback struct {
	// Run is the run that the listener heard; may be empty.
	Run string
	// Name of the listener; may be empty.
	Name string
	// Took is what the listener took home, Said anything else.
	Took, Said string
	// Worth is from 1 (a waste) to 5 (would pay for it); 0 when not answered.
	Worth int
	Rubric
}

// Rubric is how a listener rates a talk, each from 1 to 5 and 0 when not
// answered. The first four are what the speaker answers about each section
// when the talk is scored, so that both can stand beside each other.
type Rubric struct {
	New      int // they heard something new
	Relevant int // it was about something that they need
	Concrete int // they could see it before them
	Usable   int // they know what to do with it
	Clear    int // they could say in one sentence what it was about
}

// Values are the ratings in the order of the fields.
func (r Rubric) Values() [5]int { return [5]int{r.New, r.Relevant, r.Concrete, r.Usable, r.Clear} }

// Debrief is what the speaker says after the talk was given. Of several of one
// run the last one counts.
type Debrief struct {
	// Run is the run that it is about; may be empty.
	Run string
	// Promises says of each promise whether it was kept, in the words it had then.
	Promises []PromiseKept
	// Asked are the questions that came.
	Asked []string
	// Change is what the speaker would change.
	Change string
}

// PromiseKept says whether the talk kept a promise.
type PromiseKept struct {
	Promise string
	Kept    Kept
}

// Kept is how well a promise was kept.
type Kept string

// How well a promise was kept; the empty word is not answered.
const (
	KeptWhole  Kept = "kept"
	KeptPartly Kept = "partly"
	KeptNot    Kept = "not"
)

// EventKind is "feedback".
func (Feedback) EventKind() string { return EventFeedback }

// EventKind is "debrief".
func (Debrief) EventKind() string { return EventDebrief }

package talk

import "time"

// Deal is what speaker and audience agree on before the first slide: the talk
// file's front matter.
type Deal struct {
	Span  Span // the whole front matter with its --- lines; empty when there is none
	Title Value
	Event Value
	Date  Date

	Slot      Duration // how long the stage is theirs, questions included
	Questions Duration // the part of the slot kept for questions

	Audience  Value
	Listeners Number // how many people

	Needs    []Value // what the audience came for
	Message  Value   // the one sentence that stays
	Promises []Value // what the speaker promises them
	Truths   []Value // what a listener would want to know before saying yes
	Stance   Stance
	Knows    []Value // words that this audience knows

	Pace     Number // said words a minute; none means the speaker's own
	Lang     Value  // the language of the talk, such as "en"
	Variants []Variant
	Silences []Silence // findings about the deal that are silenced
}

// Value is a text of the front matter and where it stands.
type Value struct {
	Text string
	Span Span // the value without its key
}

// Given reports whether the file has the value, and it is not empty.
func (v Value) Given() bool { return v.Text != "" }

// Number is a whole number of the front matter, never negative.
type Number struct {
	N    int
	Span Span
}

// Given reports whether the file has the number.
func (n Number) Given() bool { return !n.Span.Empty() }

// Duration is a planned time and where it stands.
type Duration struct {
	time.Duration
	Span Span // in a heading the parenthesis with its brackets
}

// Given reports whether the file has the time.
func (d Duration) Given() bool { return !d.Span.Empty() }

// Date is the day of the talk.
type Date struct {
	Day  time.Time // midnight UTC
	Span Span
}

// Given reports whether the file has the date.
func (d Date) Given() bool { return !d.Span.Empty() }

// Stance is how the message meets the audience.
type Stance struct {
	Way  Way
	Span Span
}

// Way is a stance's word.
type Way string

// The stances. The empty one is undecided.
const (
	Adapt   Way = "adapt"   // the message is adapted to the audience
	Attract Way = "attract" // the message attracts its audience
)

// Variant is a version of the talk for another slot: what is tagged
// #skip-NAME is left out of it.
type Variant struct {
	Name Value
	Slot Duration // none when the file gives only the name
}

// Silence hides a finding at its place, with the speaker's reason. It never
// changes a figure.
type Silence struct {
	Rule   string
	Reason string
	Span   Span // the comment, or the entry of the front matter
	Covers Span // the lines in which the finding is hidden
}

package talk

// Problem is something in a talk file that cannot be read as it was meant. It
// never stops a talk from opening, and the text stays as it is. Its sentence
// is made by talk/say.
type Problem struct {
	Key   ProblemKey
	Arg   string // the text in question
	Meant string // what may be meant by it, where that is told
	Span  Span
}

// ProblemKey names a sort of problem.
type ProblemKey string

// The problems that reading a talk can find.
const (
	BadFrontMatter ProblemKey = "bad-front-matter" // Arg: what the YAML reader says
	BadDuration    ProblemKey = "bad-duration"     // Arg: the text that is no time
	BadDate        ProblemKey = "bad-date"         // Arg: the text that is no date
	BadNumber      ProblemKey = "bad-number"       // Arg: the text that is no number
	BadStance      ProblemKey = "bad-stance"       // Arg: neither adapt nor attract
	BadValue       ProblemKey = "bad-value"        // Arg: the key whose value has another form
	DoubleKey      ProblemKey = "double-key"       // Arg: the key that is there twice; the first counts
	UnknownKey     ProblemKey = "unknown-key"      // Arg: a key close to a known one
	BadLink        ProblemKey = "bad-link"         // Arg: the text that is no link
	MissingNeed    ProblemKey = "missing-need"     // Arg: the number that is not there
	MissingPromise ProblemKey = "missing-promise"
	MissingTruth   ProblemKey = "missing-truth"
	MissingSection ProblemKey = "missing-section"
	BadAnswer      ProblemKey = "bad-answer"    // Arg: the text that is no answer from 0 to 4
	SecondKind     ProblemKey = "second-kind"   // Arg: the tag that comes too late; the first counts
	ShownCue       ProblemKey = "shown-cue"     // Arg: a cue such as [pause] in a text that is shown
	LoneTag        ProblemKey = "lone-tag"      // Arg: a tag with nothing above it
	OpenSay        ProblemKey = "open-say"      // a say mark without its end
	StraySay       ProblemKey = "stray-say"     // an end without its say mark
	BadSilence     ProblemKey = "bad-silence"   // Arg: a silence without rule or reason
	NotUTF8        ProblemKey = "not-utf8"      // bytes that are no text
	TooDeep        ProblemKey = "too-deep"      // nested beyond what can be read
	MergeMarks     ProblemKey = "merge-marks"   // Arg: the mark of a merge that has left both versions
	NearKeyLine    ProblemKey = "near-key-line" // Arg: a word where key lines stand; Meant: the key it may be
	NoKeyLine      ProblemKey = "no-key-line"   // Arg: a word where key lines stand, above one
)

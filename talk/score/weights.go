package score

import "talkgiver/talk"

// Mark says what a criterion rests on.
type Mark string

// The marks.
const (
	Evidence  Mark = "evidence"  // measured on real talks
	Principle Mark = "principle" // the idea of giving; nobody has measured it
)

// Weight is what something counts, and why it counts that much.
type Weight struct {
	Points Points // of a criterion the most; of a take what a minute costs, 1 being all of it
	Mark   Mark
	Reason string // in English; talk/say has the others
	Source Source
}

// Source is where a weight comes from. Its text is in English; talk/say has the
// others.
type Source struct{ ID, Text string }

// Where weights come from.
var (
	fromPlan     = Source{"plan", "the design of Talkgiver: what a talk gives, less what it takes"}
	fromRubrics  = Source{"rubrics", "speaking rubrics: contest sheets put speech value, support and organisation before style"}
	fromCoaching = Source{"coaching", "coaches' rules of thumb"}
	fromTalks    = Source{"talks", "1,071 recorded talks and what 2.5 million votes of their listeners said"}
)

// NamedWeight is a weight with the id of what it is about: a criterion, a kind
// of take, "overtime", "hidden", or a score's part of what they get, such as
// "give-value".
type NamedWeight struct {
	ID string
	Weight
}

// Weights returns all weights, those of criteria first, in the order in which
// they are shown.
func Weights() []NamedWeight {
	var all []NamedWeight
	for i := range criteria {
		all = append(all, NamedWeight{criteria[i].id, criteria[i].weight})
	}
	return append(all, balanceWeights()...)
}

// balanceWeights are the weights of the balance itself.
func balanceWeights() []NamedWeight {
	return []NamedWeight{
		{"give-value", Weight{giveValue * Point / 100, Principle, "what they get by the minute is what they came for", fromPlan}},
		{"give-effort", Weight{giveEffort * Point / 100, Principle, "the bare minimum is taking; effort is a cost of yours and no value of theirs, so it counts half of value", fromPlan}},
		{"give-clarity", Weight{giveClarity * Point / 100, Principle, "what nobody can follow is not received", fromPlan}},
		{string(talk.Pitch), Weight{costPitch, Principle, "it takes their time and asks for their money", fromPlan}},
		{string(talk.Brag), Weight{costBrag, Principle, "it asks for applause, and leaves an idea of who speaks", fromPlan}},
		{string(talk.Bio), Weight{costBio, Principle, "it asks for approval, and leaves an idea of who speaks", fromPlan}},
		{string(talk.Hype), Weight{costHype, Principle, "it asks for belief and gives no reason", fromPlan}},
		{string(talk.Ask), Weight{costAsk, Principle, "it is fair once it is earned: free when a third of the slot was of value", fromPlan}},
		{string(talk.Apology), Weight{costApology, Principle, "it is short, and sometimes needed", fromPlan}},
		{string(talk.Housekeeping), Weight{costHousekeeping, Principle, "it is short, and sometimes needed", fromPlan}},
		{"overtime", Weight{costOvertime, Principle, "it is taken from the next speaker and from the break, so it counts twice", fromPlan}},
		{"hidden", Weight{hiddenAll / 60, Principle, "what they would want to know before saying yes is worth a minute of theirs", fromPlan}},
	}
}

// The value score: sixty points for value per minute, in the proportions of its
// formula (25, 30, 20 and 25 of 100), and forty for when it begins and whether
// the deal is kept.
var (
	weightNew        = Weight{15 * Point, Principle, "what they knew before is worth little to them", fromRubrics}
	weightRelevant   = Weight{18 * Point, Principle, "the first thing a listener asks: is this for me?", fromPlan}
	weightConcrete   = Weight{12 * Point, Principle, "stories, examples and evidence are what is kept", fromRubrics}
	weightUsable     = Weight{15 * Point, Principle, "what they can do afterwards outlives the talk", fromPlan}
	weightFirstValue = Weight{15 * Point, Principle, "attention is lent for a minute", fromCoaching}
	weightNeeds      = Weight{10 * Point, Principle, "needs are part of what value per minute counts already", fromPlan}
	weightPromises   = Weight{15 * Point, Principle, "a promise that is kept is the deal", fromPlan}
)

// The effort score. Rehearsals weigh most, since nothing else shows the speaker
// what the listeners will hear.
var (
	weightRehearsals  = Weight{30 * Point, Principle, "a talk is heard before it is given", fromCoaching}
	weightPreparation = Weight{20 * Point, Principle, "an hour for each minute is what good speakers report", fromCoaching}
	weightTailored    = Weight{20 * Point, Principle, "made for these people, not for any people", fromPlan}
	weightFirstHand   = Weight{20 * Point, Principle, "only the speaker can bring it", fromPlan}
	weightFreshness   = Weight{10 * Point, Principle, "a rehearsal fades within weeks", fromCoaching}
)

// The clarity score of a talk without a stance. Language weighs most: it alone
// is measured.
var (
	weightMessage   = Weight{20 * Point, Principle, "one sentence is what people retell", fromPlan}
	weightStructure = Weight{20 * Point, Principle, "a listener cannot leaf back", fromRubrics}
	weightHeadings  = Weight{10 * Point, Principle, "a heading that says something is a slide that says something", fromCoaching}
	weightLanguage  = Weight{30 * Point, Evidence, "talks with these signs were called long-winded or confusing less often", fromTalks}
	weightJargon    = Weight{10 * Point, Principle, "a word they do not know is the speaker's debt", fromPlan}
	weightClose     = Weight{10 * Point, Principle, "the end is what they carry out of the room", fromCoaching}
)

// clarityMaxima is what the criteria of clarity count by stance: without one as
// above; who adapts counts insider words double, who attracts counts the
// message double, and the others make room in their proportions, in whole
// points.
func clarityMaxima(way talk.Way) clarityWeights {
	switch way {
	case talk.Adapt:
		return clarityWeights{18 * Point, 17 * Point, 9 * Point, 27 * Point, 20 * Point, 9 * Point}
	case talk.Attract:
		return clarityWeights{40 * Point, 15 * Point, 7 * Point, 22 * Point, 8 * Point, 8 * Point}
	}
	return clarityWeights{weightMessage.Points, weightStructure.Points, weightHeadings.Points,
		weightLanguage.Points, weightJargon.Points, weightClose.Points}
}

type clarityWeights struct{ message, structure, headings, language, jargon, close Points }

// The balance: half of the give is what the talk is worth to them by the
// minute, a quarter each the work behind it and how easy it is to follow. All
// three in hundredths.
const (
	giveValue   = 50
	giveEffort  = 25
	giveClarity = 25
)

// What a minute of a take costs, in thousandths of a minute. A pitch costs all
// of it. A bio, a brag and hype leave a listener at least with an idea of who
// speaks. An ask is fair once it is earned. Apologies and housekeeping are
// short, and sometimes needed.
const (
	costPitch        = 1000
	costBrag         = 800
	costBio          = 800
	costHype         = 800
	costAsk          = 600
	costApology      = 300
	costHousekeeping = 300
)

// cost returns what a minute of a kind costs; the ask at its full price.
func cost(k talk.Kind) int {
	switch k {
	case talk.Pitch:
		return costPitch
	case talk.Brag:
		return costBrag
	case talk.Bio:
		return costBio
	case talk.Hype:
		return costHype
	case talk.Ask:
		return costAsk
	case talk.Apology:
		return costApology
	case talk.Housekeeping:
		return costHousekeeping
	}
	return 0
}

// Of an ask, all is earned when the value before it comes to this part of the
// slot: a third.
const earnedPart = 3

// What time costs that is not theirs to lose, in thousandths of a minute for a
// minute: overtime is taken from the next speaker and from the break, so it
// counts twice.
const costOvertime = 2000

// What hiding all truths costs: one minute. With no truth named it may be
// nothing or twice that, so that naming one is never dearer than naming none.
const (
	hiddenAll     = 60_000 // milliseconds
	hiddenUnknown = 2
)

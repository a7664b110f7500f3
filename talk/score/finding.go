package score

import (
	"cmp"
	"slices"
	"time"

	"talkgiver/talk"
	"talkgiver/talk/lexicon"
)

// Finding is something that costs the audience, its place, and what mending it
// would gain. Its sentences are made by talk/say from Words.
type Finding struct {
	Rule    string
	Words   Phrase
	Span    talk.Span // empty when it has no place, as something that is missing
	Section int       // its number, from 1; 0 for the deal and the whole talk
	// Points is what the balance gains when this alone is mended; gains do not
	// add up. It is 0 for what no figure depends on, and unknown without a score.
	Points   Points
	Silenced bool
	Reason   string // of the silence
}

// Args is what a sentence puts in its places; which ones, its key decides.
type Args struct {
	Text  string
	Other string
	N, Of int
	Time  time.Duration
	Than  time.Duration
	Signs SignSet // of a passage that is hard on the ear
}

// rule looks for findings of one sort.
type rule struct {
	id   string
	find func(*finder)
	// variants are the other keys that its sentences can have, such as
	// "hype.phrase".
	variants []string
}

// keys puts a rule's id before the names of its variants.
func keys(id string, names ...string) []string {
	for i, name := range names {
		names[i] = id + "." + name
	}
	return names
}

// rules is the table of all rules. Among findings of equal points and place the
// order here decides.
var rules = [...]rule{
	{"no-slot", noSlot, nil},
	{"few-items", fewItems, nil},
	{"message-missing", messageMissing, nil},
	{"message-long", messageLong, keys("message-long", "sentences")},
	{"message-unsaid", messageUnsaid, nil},
	{"message-late", messageLate, keys("message-late", "once")},
	{"message-differs", messageDiffers, nil},
	{"message-changed", messageChanged, nil},
	{"needs-missing", needsMissing, nil},
	{"need-unmet", needUnmet, nil},
	{"promise-missing", promiseMissing, nil},
	{"promise-unkept", promiseUnkept, nil},
	{"promise-safe", promiseSafe, nil},
	{"truths-missing", truthsMissing, nil},
	{"truth-untold", truthUntold, nil},
	{"late-value", lateValue, keys("late-value", "never")},
	{"unearned-ask", unearnedAsk, keys("unearned-ask", "detected", "phrase")},
	{"pitch", takesOf(lexicon.Pitch), keys("pitch", "detected", "phrase")},
	{"brag", takesOf(lexicon.Brag), keys("brag", "detected", "phrase")},
	{"bio", takesOf(lexicon.Bio), keys("bio", "detected", "phrase")},
	{"hype", takesOf(lexicon.Hype), keys("hype", "detected", "phrase")},
	{"pressure", takesOf(lexicon.Pressure), keys("pressure", "phrase")},
	{"objection", takesOf(lexicon.Objection), keys("objection", "phrase")},
	{"agenda-opening", takesOf(lexicon.Agenda), keys("agenda-opening", "phrase")},
	{"apology", takesOf(lexicon.Apology), keys("apology", "opening", "detected", "phrase")},
	{"housekeeping", takesOf(lexicon.Housekeeping), keys("housekeeping", "detected", "phrase")},
	{"section-leaves-nothing", leavesNothing, keys("section-leaves-nothing", "thin", "opening")},
	{"section-for-nobody", forNobody, keys("section-for-nobody", "opening")},
	{"story-alone", storyAlone, nil},
	{"label-heading", labelHeading, nil},
	{"over-section", overSection, nil},
	{"overtime", overtime, keys("overtime", "questions", "all", "questions-all")},
	{"no-questions-time", noQuestionsTime, nil},
	{"acronym", acronym, nil},
	{"insider", insider, nil},
	{"abstract", hardTo("abstract"), nil},
	{"padded", hardTo("padded"), nil},
	{"long-winded", hardTo("long-winded"), nil},
	{"no-close", noClose, keys("no-close", "nothing")},
	{"rehearsal-old", rehearsalOld, nil},
}

// Rules returns the ids of all rules, in the order of their table.
func Rules() []string {
	ids := make([]string, len(rules))
	for i, r := range rules {
		ids[i] = r.id
	}
	return ids
}

// FindingKeys returns the keys of all sentences that findings can need.
func FindingKeys() []string {
	var keys []string
	for _, r := range rules {
		keys = append(keys, r.id)
		keys = append(keys, r.variants...)
	}
	return keys
}

// finder is what rules work with.
type finder struct {
	t        *talk.Talk
	r        *reading
	f        *facts
	g        *figures
	rule     string
	variants []string // of the rule's keys
	list     []Finding

	work       int   // items and sections weighed so far
	mended     facts // memory for weighing again
	weighed    figures
	candidates []candidate // of questions
}

// mostWork is how many items and sections are weighed for the points of all
// findings: a hundred times what a long talk needs, and some tens of
// milliseconds.
const mostWork = 4_000_000

// find runs all rules and puts their findings in order.
func (f *finder) find(t *talk.Talk, r *reading, g *figures) []Finding {
	f.t, f.r, f.f, f.g = t, r, &r.facts, g
	f.list, f.work = f.list[:0], 0
	for _, rule := range rules {
		f.rule, f.variants = rule.id, rule.variants
		rule.find(f)
	}
	f.silence()
	slices.SortStableFunc(f.list, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(b.Points, a.Points), cmp.Compare(a.Span.Start, b.Span.Start))
	})
	return append([]Finding(nil), f.list...)
}

// add reports a finding. Mend changes the facts to what they would be without
// it; nil when no figure depends on it.
func (f *finder) add(span talk.Span, section int, words Phrase, mend func(*facts)) {
	f.put(span, section, words, f.gain(mend))
}

// put reports a finding whose gain is known.
func (f *finder) put(span talk.Span, section int, words Phrase, gain Points) {
	if words.Key == "" {
		words.Key = f.rule
	}
	f.list = append(f.list, Finding{Rule: f.rule, Words: words, Span: span, Section: section, Points: gain})
}

// variant returns the key of one of the rule's sentences from the table: putting
// it together anew for each finding would cost memory each time.
func (f *finder) variant(name string) string {
	for _, key := range f.variants {
		if key[len(f.rule)+1:] == name {
			return key
		}
	}
	return f.rule
}

// gain returns what the balance wins by a change of the facts. Where everything
// is taken, one mended thing moves nothing that is shown, and still is a step: it
// is what the balance wins before it is held to −100, and at most half of its
// range, since in a slot of seconds it could be any number.
func (f *finder) gain(mend func(*facts)) Points {
	if mend == nil || !f.f.rated {
		return 0
	}
	// A file with thousands of sections is no talk, and each finding of it would
	// be weighed against all of them.
	if f.work += len(f.f.sections) + len(f.f.items); f.work > mostWork {
		return 0
	}
	f.f.copyInto(&f.mended)
	mend(&f.mended)
	f.weighed.weigh(&f.mended)
	before, after := f.g.free(), f.weighed.free()
	return max(0, hold(after)-hold(before), min(after-before, 100*Point))
}

// silence marks the findings that the speaker has silenced: in the text those
// that a silence covers, in the front matter those about the deal.
func (f *finder) silence() {
	for i := range f.list {
		fd := &f.list[i]
		for _, s := range f.t.Silences {
			if s.Rule == fd.Rule && (s.Covers.Overlaps(fd.Span) || fd.Span.Empty() && s.Covers.Start <= fd.Span.Start && fd.Span.Start < s.Covers.End) {
				fd.Silenced, fd.Reason = true, s.Reason
			}
		}
		if fd.Section > 0 {
			continue
		}
		for _, s := range f.t.Deal.Silences {
			if s.Rule == fd.Rule {
				fd.Silenced, fd.Reason = true, s.Reason
			}
		}
	}
}

// deal is the place of what is missing in the deal: the front matter's first
// line.
func (f *finder) deal() talk.Span {
	return f.firstLine(f.t.Deal.Span)
}

// firstLine is the first line of a place, without its line ending.
func (f *finder) firstLine(s talk.Span) talk.Span {
	if s.Empty() {
		return s
	}
	end := s.Start
	for end < s.End && f.t.Source[end] != '\n' && f.t.Source[end] != '\r' {
		end++
	}
	return talk.Span{Start: s.Start, End: end}
}

// head is the place of a section: its heading, or its first line without one.
func (f *finder) head(section int) talk.Span {
	s := f.r.sections[section]
	if !s.HeadSpan.Empty() {
		return s.HeadSpan
	}
	return f.firstLine(s.Span)
}

// title is the section's title, shortened as in a sentence.
func (f *finder) title(section int) string { return f.r.titles[section].short }

// short cuts a text at a word so that it fits into a sentence.
func short(s string) string {
	const most = 48 // code points
	n, cut := 0, 0
	for i, r := range s {
		if n++; n > most {
			return s[:cut] + "…"
		}
		if r == ' ' {
			cut = i
		} else if cut == 0 || n == most {
			// A single long word is cut where it must be.
			if cut == 0 && n == most {
				cut = i
			}
		}
	}
	return s
}

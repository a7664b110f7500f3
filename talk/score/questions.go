package score

import (
	"cmp"
	"slices"

	"talkgiver/talk"
)

// Question is something that only the speaker can answer, and that would make
// the balance's range narrower. Its sentences are made by talk/say from Words.
type Question struct {
	Words   Phrase    // the key names what is asked: see QuestionKeys
	Section int       // its number, from 1; 0 for the deal and the whole talk
	Span    talk.Span // where the answer would stand; empty for the journal
	// Narrows is how much narrower the balance's range gets by an answer in the
	// middle.
	Narrows Points
}

// What can be asked. The first four are about a section, Kind about an item, the
// others about the deal and the journal.
const (
	askNew         = "new"
	askRelevant    = "relevant"
	askGives       = "gives"
	askKind        = "kind"
	askMessage     = "message"
	askNeeds       = "needs"
	askPromises    = "promises"
	askTruths      = "truths"
	askRehearsals  = "rehearsals"
	askPreparation = "preparation"
	askTailored    = "tailored"
	askFirstHand   = "first-hand"
)

// QuestionKeys returns the keys of all questions.
func QuestionKeys() []string {
	return []string{askNew, askRelevant, askGives, askKind, askMessage, askNeeds, askPromises, askTruths,
		askRehearsals, askPreparation, askTailored, askFirstHand}
}

// mostQuestions is how many questions a report asks. Nobody answers more at once,
// and each answer changes which is next.
const mostQuestions = 3

// candidate is a question that could be asked. Its guess is what it narrows
// apart from what hangs on it, and only the best guesses are weighed.
type candidate struct {
	key   string
	index int // of the section or the item
	guess Points
}

// questions returns the questions whose answers would narrow the balance's range
// most, those that narrow it most first.
func (f *finder) questions() []Question {
	if !f.f.rated {
		return nil
	}
	f.candidates = f.candidates[:0]
	f.askSections()
	f.askItems()
	f.askDeal()
	f.askJournal()
	slices.SortStableFunc(f.candidates, func(a, b candidate) int { return cmp.Compare(b.guess, a.guess) })
	const weighed = 3 * mostQuestions
	out := make([]Question, 0, weighed)
	for _, c := range f.candidates[:min(weighed, len(f.candidates))] {
		if q := f.question(c); q.Narrows > 0 {
			out = append(out, q)
		}
	}
	slices.SortStableFunc(out, func(a, b Question) int { return cmp.Compare(b.Narrows, a.Narrows) })
	return out[:min(mostQuestions, len(out))]
}

// ask adds a candidate whose answer is worth some points of a score that counts
// for a part of the balance, in hundredths.
func (f *finder) ask(key string, index int, points Points, hundredths Points) {
	if points > 0 {
		f.candidates = append(f.candidates, candidate{key, index, points * hundredths / 100})
	}
}

func (f *finder) askSections() {
	for i := range f.f.sections {
		s, g := &f.f.sections[i], &f.g.sections[i]
		share := func(most Points, width Points) Points {
			return part(most, int64(g.give.High)*int64(width), f.f.total*1000)
		}
		f.ask(askNew, i, share(weightNew.Points, g.new.Width()), giveValue)
		if !s.answered {
			f.ask(askRelevant, i, share(weightRelevant.Points, g.relevant.Width()), giveValue)
		}
		f.ask(askGives, i, share(weightUsable.Points, g.usable.Width()), giveValue)
	}
}

func (f *finder) askItems() {
	for i := range f.f.items {
		if it := &f.f.items[i]; it.from == Detected && it.kind.Side() == talk.Take {
			f.ask(askKind, i, Points(100*it.time*int64(cost(it.kind))/f.f.slot), 100)
		}
	}
}

func (f *finder) askDeal() {
	way := clarityMaxima(f.f.way)
	if !f.f.message.given {
		f.ask(askMessage, 0, way.message, giveClarity)
	}
	if len(f.f.needs) == 0 {
		f.ask(askNeeds, 0, weightNeeds.Points, giveValue)
	}
	if len(f.f.promises) == 0 {
		f.ask(askPromises, 0, weightPromises.Points, giveValue)
	}
	if len(f.f.truths) == 0 {
		f.ask(askTruths, 0, f.f.hidden().Width(), 100)
	}
}

func (f *finder) askJournal() {
	for i := range criteria {
		open := f.g.criteria[i].Width()
		switch c := &criteria[i]; c.id {
		case rehearsals.id:
			if !f.f.effort.fresh {
				open += weightFreshness.Points
			}
			f.ask(askRehearsals, 0, open, giveEffort)
		case preparation.id, tailored.id, firstHand.id:
			f.ask(c.id, 0, open, giveEffort)
		}
	}
}

// question weighs the facts again as if a question were answered.
func (f *finder) question(c candidate) Question {
	f.f.copyInto(&f.mended)
	f.answer(&f.mended, c)
	f.weighed.weigh(&f.mended)
	q := Question{
		Words:   Phrase{Key: c.key},
		Narrows: f.g.open() - f.weighed.open(),
	}
	switch c.key {
	case askNew, askRelevant, askGives:
		q.Section, q.Span = f.f.sections[c.index].number, f.head(c.index)
		q.Words.Args = Args{Text: f.r.sectionName(c.index), N: q.Section}
	case askKind:
		it := &f.f.items[c.index]
		q.Section, q.Span = f.f.sections[it.section].number, f.r.items[c.index].Span
		q.Words.Args = Args{Text: f.name(c.index), Other: string(it.kind)}
	case askMessage, askNeeds, askPromises, askTruths:
		q.Span = f.deal()
	}
	return q
}

// answer changes the facts to what they are with an answer in the middle, and
// with all where only more can be known.
func (f *finder) answer(m *facts, c candidate) {
	const middle = 500
	switch c.key {
	case askNew:
		m.sections[c.index].new = exactly(middle)
	case askRelevant:
		m.sections[c.index].answered, m.sections[c.index].relevant = true, middle
	case askGives:
		m.sections[c.index].gives = true
	case askKind:
		m.items[c.index].from = Tagged
	case askMessage:
		m.message = perfect
	case askNeeds:
		m.needs = append(m.needs, true)
	case askPromises:
		m.promises, m.safe = append(m.promises, true), append(m.safe, false)
	case askTruths:
		m.truths = append(m.truths, true)
	case askRehearsals:
		m.effort.rehearsals, m.effort.fresh = rehearsalDays, true
	case askPreparation:
		m.effort.prep = prepPerTalk * m.total
	case askTailored:
		m.effort.allTailored = true
	case askFirstHand:
		m.effort.allFirstHand = true
	}
}

// open is how wide the balance's range is before it is held to its ends.
func (g *figures) open() Points { return g.give.Width() + g.take.Width() }

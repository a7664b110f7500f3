package score

import (
	"time"

	"talkgiver/talk"
)

// Rules about time.

func millis(ms int64) time.Duration { return time.Duration(ms) * time.Millisecond }

// lateValue: attention is lent for a minute.
func lateValue(f *finder) {
	if !f.f.rated {
		return
	}
	mend := func(m *facts) { m.atOnce = true }
	first := f.g.firstValue.middle
	switch {
	case first < 0:
		f.add(f.head(0), f.f.sections[0].number, Phrase{Key: "late-value.never"}, mend)
	case first > max(firstMinute, f.f.slot/fullPart):
		item := f.g.firstValue.item
		f.add(f.r.items[item].Span, f.f.sections[f.f.items[item].section].number, Phrase{Args: Args{Time: millis(first)}}, mend)
	}
}

// overSection: the words of a section take longer than its plan: by a fifth,
// and by half a minute at least, since a plan in whole minutes is no promise of
// seconds.
func overSection(f *finder) {
	const margin = 30_000 // milliseconds
	for i := range f.f.sections {
		s := &f.f.sections[i]
		if s.planned && s.estimate > s.time+margin && s.estimate*5 > s.time*6 {
			f.add(f.head(i), s.number, Phrase{Args: Args{Text: f.title(i), Time: millis(s.estimate), Than: millis(s.time)}}, nil)
		}
	}
}

func overtime(f *finder) {
	over := f.f.overtime()
	if !f.t.Deal.Slot.Given() || over == 0 {
		return
	}
	words := Phrase{Args: Args{Time: millis(over), Than: millis(f.f.speaking)}}
	questions, spare := f.f.speaking < f.f.slot, f.spare()
	switch {
	case spare < 0 && questions:
		words.Key = f.variant("questions-all")
	case spare < 0:
		words.Key = f.variant("all")
	case questions:
		words.Key = f.variant("questions")
	}
	if spare >= 0 {
		words.Args.Text = f.title(spare)
	}
	f.add(f.t.Deal.Slot.Span, 0, words, func(m *facts) { m.speaking = m.total })
}

// spare is the section that they can spare most: of those that are cut first,
// else of those that may be cut, the one that gives least. It is −1 without a
// choice.
func (f *finder) spare() int {
	best, most := -1, int64(0)
	for _, first := range []bool{true, false} {
		for i, s := range f.r.sections {
			if s.Title == "" || s.Tags.Has(talk.TagCore) || first && !s.Tags.Has(talk.TagExtra) {
				continue
			}
			g := &f.g.sections[i]
			gives := int64(g.give.Middle()) * int64(g.value.Middle())
			if best < 0 || gives < most {
				best, most = i, gives
			}
		}
		if best >= 0 && len(f.r.sections) > 1 {
			return best
		}
	}
	return -1
}

// noQuestionsTime: with nothing kept for questions and the slot full, the
// audience has no turn.
func noQuestionsTime(f *finder) {
	if f.t.Deal.Slot.Given() && !f.t.Deal.Questions.Given() && f.f.total*10 > f.f.slot*9 {
		f.add(f.t.Deal.Slot.Span, 0, Phrase{Args: Args{Time: millis(f.f.total), Than: millis(f.f.slot)}}, nil)
	}
}

// rehearsalOld: after a month a talk is new to its speaker.
func rehearsalOld(f *finder) {
	const month = 30
	if e := &f.f.effort; e.fresh && e.age > month {
		f.add(f.deal(), 0, Phrase{Args: Args{N: e.age}}, func(m *facts) { m.effort.age = 0 })
	}
}

// acronym and insider: words that this audience may not know, each where it
// comes first.
func acronym(f *finder) { f.jargon(true) }
func insider(f *finder) { f.jargon(false) }

func (f *finder) jargon(short bool) {
	for _, j := range f.r.jargon {
		if j.short == short {
			f.add(j.span, f.sectionAt(j.span), Phrase{Args: Args{Text: j.text, Other: j.plainer}}, func(m *facts) { m.jargon-- })
		}
	}
}

// sectionAt returns the number of the section that a place stands in.
func (f *finder) sectionAt(s talk.Span) int {
	for _, sec := range f.r.sections {
		if sec.Span.Overlaps(s) {
			return sec.Number
		}
	}
	return 0
}

package score

import "talkgiver/talk"

// Rules about the deal: what the talk says, what they came for, what they are
// promised, and what they would want to know before they say yes.

func noSlot(f *finder) {
	if !f.t.Deal.Slot.Given() {
		f.add(f.deal(), 0, Phrase{}, nil)
	}
}

// fewItems: a score of fewer than three items would be about the outline, and
// not about the talk.
func fewItems(f *finder) {
	if n := len(f.f.items); n < MinItems {
		f.add(f.deal(), 0, Phrase{Args: Args{N: n, Of: MinItems}}, nil)
	}
}

// perfect is a message with all points.
var perfect = messageFacts{given: true, words: messageWords, sentences: 1, said: 1 + messageReturns, early: true}

func messageMissing(f *finder) {
	if !f.f.message.given {
		f.add(f.deal(), 0, Phrase{}, func(m *facts) { m.message = perfect })
	}
}

func messageLong(f *finder) {
	m := &f.f.message
	if m.given && !m.short() {
		words := Phrase{Args: Args{N: m.words, Of: messageWords}}
		if m.words <= messageWords {
			words = Phrase{"message-long.sentences", Args{N: m.sentences}}
		}
		f.add(f.t.Deal.Message.Span, 0, words, func(m *facts) {
			m.message.words, m.message.sentences = messageWords, 1
		})
	}
}

// messageUnsaid: in an outline without words nothing is said yet, so that is no
// finding.
func messageUnsaid(f *finder) {
	if m := &f.f.message; m.given && m.said == 0 && f.f.read && f.f.language.words > 0 {
		f.add(f.t.Deal.Message.Span, 0, Phrase{Args: Args{Text: short(f.t.Deal.Message.Text)}}, func(m *facts) {
			m.message.early, m.message.said = true, 1+messageReturns
		})
	}
}

func messageLate(f *finder) {
	m := &f.f.message
	if !m.given || m.said == 0 {
		return
	}
	switch {
	case !m.early:
		f.add(f.t.Deal.Message.Span, 0, Phrase{}, func(m *facts) { m.message.early = true })
	case m.returns() < messageReturns:
		f.add(f.t.Deal.Message.Span, 0, Phrase{"message-late.once", Args{N: m.said}}, func(m *facts) { m.message.said = 1 + messageReturns })
	}
}

// messageDiffers: said in other words each time, a message is not known again.
// Only a sentence with most of its content words is meant; one with a few of
// them is about the same thing, as all of the talk is.
func messageDiffers(f *finder) {
	m := &f.f.message
	if !m.given {
		return
	}
	for i := range f.f.items {
		for _, p := range f.r.passagesOf(i) {
			if p.quote || !p.said && f.r.texts[i].words > 0 {
				continue
			}
			for _, n := range p.nearly {
				start, end := int(p.tokens[n.First].Start), int(p.tokens[n.Last].End)
				words := Phrase{Args: Args{Text: short(p.text[start:end]), Other: f.t.Deal.Message.Text}}
				var mend func(*facts)
				if m.returns() < messageReturns {
					mend = func(m *facts) { m.message.said++ }
				}
				f.add(p.span(start, end), f.f.sections[f.f.items[i].section].number, words, mend)
			}
		}
	}
}

// messageChanged: a message that changes often without new data confuses
// people. Three changes without a reason are often.
func messageChanged(f *finder) {
	const often = 3
	n := 0
	for _, c := range f.r.messages {
		if c.Reason == "" && c.From != "" {
			n++
		}
	}
	if n >= often {
		f.add(f.t.Deal.Message.Span, 0, Phrase{Args: Args{N: n}}, nil)
	}
}

func needsMissing(f *finder) {
	if len(f.f.needs) == 0 {
		f.add(f.deal(), 0, Phrase{}, func(m *facts) { m.needs = append(m.needs, true) })
	}
}

func needUnmet(f *finder) {
	f.open(f.t.Deal.Needs, f.f.needs, func(m *facts) []bool { return m.needs })
}

func promiseMissing(f *finder) {
	if len(f.f.promises) == 0 {
		f.add(f.deal(), 0, Phrase{}, func(m *facts) { m.promises, m.safe = append(m.promises, true), append(m.safe, false) })
	}
}

func promiseUnkept(f *finder) {
	f.open(f.t.Deal.Promises, f.f.promises, func(m *facts) []bool { return m.promises })
}

// promiseSafe: a promise that anybody can keep is no reason to listen. The place
// is the phrase that takes the promise back.
func promiseSafe(f *finder) {
	for _, s := range f.r.safeAt {
		v := f.t.Deal.Promises[s.promise]
		words := Phrase{Args: Args{Text: short(v.Text), Other: v.Text[s.start:s.end], N: s.promise + 1}}
		f.add(within(v, s.start, s.end), 0, words, func(m *facts) { m.safe[s.promise] = false })
	}
}

// within is the place of a part of a value's text: the whole value where its
// letters are not those of the file.
func within(v talk.Value, start, end int) talk.Span {
	if v.Span.End-v.Span.Start != len(v.Text) {
		return v.Span
	}
	return talk.Span{Start: v.Span.Start + start, End: v.Span.Start + end}
}

func truthsMissing(f *finder) {
	if len(f.f.truths) == 0 {
		f.add(f.deal(), 0, Phrase{}, func(m *facts) { m.truths = append(m.truths, true) })
	}
}

func truthUntold(f *finder) {
	f.open(f.t.Deal.Truths, f.f.truths, func(m *facts) []bool { return m.truths })
}

// open reports the entries of a list that nothing in the talk answers.
func (f *finder) open(values []talk.Value, done []bool, of func(*facts) []bool) {
	for i, v := range values {
		if !done[i] {
			f.add(v.Span, 0, Phrase{Args: Args{Text: short(v.Text), N: i + 1}}, func(m *facts) { of(m)[i] = true })
		}
	}
}

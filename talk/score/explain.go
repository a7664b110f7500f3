package score

import (
	"cmp"
	"slices"

	"talkgiver/talk"
)

// Explain returns what a criterion has read in a talk, or the take has, a phrase
// an input: package say has a sentence for each, see InputKeys. It reports false
// for an id that is none of ExplainedIDs.
//
// It reads the talk anew; it is meant for the moment in which somebody asks.
func Explain(t *talk.Talk, in Inputs, id string) ([]Phrase, bool) {
	if !slices.Contains(ExplainedIDs(), id) {
		return nil, false
	}
	var e explainer
	e.r.read(t, in)
	e.f = &e.r.facts
	e.g.weigh(e.f)
	e.t = t
	e.explain(id)
	return e.list, true
}

// ExplainedIDs returns what can be explained: all criteria, the three scores, the
// balance and the take.
func ExplainedIDs() []string {
	var ids []string
	for d := Value; d < dimensions; d++ {
		ids = append(append(ids, d.String()), CriterionIDs(d)...)
	}
	return append(ids, "balance", "take")
}

// InputKeys returns the keys of all inputs.
func InputKeys() []string {
	return []string{"section", "section.range", "worth", "worth.range", "total", "slot", "met", "unmet", "kept", "safe",
		"unkept", "told", "untold", "days", "prepared", "item", "age", "no-rehearsal", "message", "message.early", "message.late",
		"serves", "serves-nothing", "says", "label", "words", "word", "leaves", "leaves-nothing", "doing", "doing-nothing",
		"taken", "taken.detected", "overtime"}
}

// explainer collects inputs.
type explainer struct {
	t    *talk.Talk
	r    reading
	f    *facts
	g    figures
	list []Phrase
}

func (e *explainer) add(key string, args Args) { e.list = append(e.list, Phrase{key, args}) }

func (e *explainer) explain(id string) {
	d := &e.t.Deal
	switch id {
	case newness.id:
		e.sections(func(s *sectionFigures) Range { return s.new })
	case relevance.id:
		e.sections(func(s *sectionFigures) Range { return s.relevant })
	case concrete.id:
		e.sections(func(s *sectionFigures) Range { return s.concrete })
		e.items(func(it *itemFacts) bool { return vivid(it.kind) && !it.unspoken })
	case usable.id:
		e.sections(func(s *sectionFigures) Range { return s.usable })
		e.items(func(it *itemFacts) bool { return it.kind == talk.HowTo && !it.unspoken })
	case early.id:
		e.worth()
	case needs.id:
		e.entries(d.Needs, e.f.needs, "met", "unmet")
	case promises.id:
		e.promises()
	case rehearsals.id:
		e.add("days", Args{N: e.f.effort.rehearsals})
	case preparation.id:
		e.add("prepared", Args{Time: millis(e.f.effort.prep), Than: millis(e.f.total)})
	case tailored.id:
		e.items(func(it *itemFacts) bool { return isTailored(e.f, it) })
		e.add("total", Args{Time: millis(e.f.total)})
	case firstHand.id:
		e.items(func(it *itemFacts) bool { return isFirstHand(e.f, it) })
		e.add("total", Args{Time: millis(e.f.total)})
	case freshness.id:
		if e.f.effort.fresh {
			e.add("age", Args{N: e.f.effort.age})
		} else {
			e.add("no-rehearsal", Args{})
		}
	case message.id:
		e.message()
	case structure.id:
		e.eachSection(func(s *sectionFacts) bool { return s.serves }, "serves", "serves-nothing")
	case headings.id:
		e.eachSection(func(s *sectionFacts) bool { return s.sentence }, "says", "label")
	case language.id:
		e.add("words", Args{N: e.f.language.words})
	case jargon.id:
		for _, j := range e.r.jargon {
			e.add("word", Args{Text: j.text})
		}
	case closing.id:
		e.either(e.f.ends.usable, "leaves", "leaves-nothing")
		e.either(e.f.ends.doing, "doing", "doing-nothing")
	case "take":
		e.take()
	}
}

func (e *explainer) either(is bool, yes, no string) {
	if !is {
		yes = no
	}
	e.add(yes, Args{})
}

// percent is a range of thousandths in whole percents.
func percent(r Range) (low, high int) { return int(r.Low+5) / 10, int(r.High+5) / 10 }

// sections adds each section with the minutes of its gives and its answer.
func (e *explainer) sections(answer func(*sectionFigures) Range) {
	for i := range e.g.sections {
		s := &e.g.sections[i]
		e.section("section", int64(s.give.High), answer(s), i)
	}
	e.add("total", Args{Time: millis(e.f.total)})
}

func (e *explainer) section(key string, time int64, r Range, i int) {
	low, high := percent(r)
	if low != high {
		key += ".range"
	}
	e.add(key, Args{Text: e.r.sectionName(i), Time: millis(time), N: low, Of: high})
}

// worth adds when each section with a give begins, and what it is worth.
func (e *explainer) worth() {
	last := -1
	for i := range e.f.items {
		it := &e.f.items[i]
		if it.section == last || !e.g.items[i].giveBest {
			continue
		}
		last = it.section
		v := e.g.sections[it.section].value
		e.section("worth", it.start, Range{v.Low / 100, v.High / 100}, it.section)
	}
	e.add("slot", Args{Time: millis(e.f.slot), Than: millis(e.f.speaking)})
}

func (e *explainer) items(are func(*itemFacts) bool) {
	for i := range e.f.items {
		if it := &e.f.items[i]; are(it) {
			e.add("item", Args{Text: e.r.name(i), Time: millis(it.time)})
		}
	}
}

func (e *explainer) entries(values []talk.Value, done []bool, yes, no string) {
	for i, v := range values {
		key := yes
		if !done[i] {
			key = no
		}
		e.add(key, Args{N: i + 1, Text: short(v.Text)})
	}
}

func (e *explainer) promises() {
	for i, v := range e.t.Deal.Promises {
		key := "kept"
		switch {
		case !e.f.promises[i]:
			key = "unkept"
		case e.f.safe[i]:
			key = "safe"
		}
		e.add(key, Args{N: i + 1, Text: short(v.Text)})
	}
}

func (e *explainer) message() {
	m := &e.f.message
	if !m.given {
		return
	}
	e.add("message", Args{N: m.words, Of: m.sentences, Text: short(e.t.Deal.Message.Text)})
	if m.early {
		e.add("message.early", Args{N: m.said})
	} else {
		e.add("message.late", Args{N: m.said})
	}
}

func (e *explainer) eachSection(is func(*sectionFacts) bool, yes, no string) {
	for i := range e.f.sections {
		key := yes
		if !is(&e.f.sections[i]) {
			key = no
		}
		e.add(key, Args{Text: e.r.sectionName(i)})
	}
}

// take adds the time of every kind of take, the dearest first, with its price in
// percent of a minute; Other is the kind.
func (e *explainer) take() {
	type sum struct {
		kind     talk.Kind
		detected bool
		time     int64
	}
	var sums []sum
	for i := range e.f.items {
		it := &e.f.items[i]
		if it.kind.Side() != talk.Take {
			continue
		}
		k := slices.IndexFunc(sums, func(s sum) bool { return s.kind == it.kind && s.detected == (it.from == Detected) })
		if k < 0 {
			k = len(sums)
			sums = append(sums, sum{kind: it.kind, detected: it.from == Detected})
		}
		sums[k].time += it.time
	}
	slices.SortStableFunc(sums, func(a, b sum) int {
		return cmp.Or(cmp.Compare(cost(b.kind), cost(a.kind)), cmp.Compare(b.time, a.time))
	})
	for _, s := range sums {
		key := "taken"
		if s.detected {
			key = "taken.detected"
		}
		e.add(key, Args{Time: millis(s.time), Other: string(s.kind), N: cost(s.kind) / 10})
	}
	if over := e.f.overtime(); over > 0 && e.f.slot > 0 {
		e.add("overtime", Args{Time: millis(over), N: costOvertime / 10})
	}
	e.entries(e.t.Deal.Truths, e.f.truths, "told", "untold")
	e.add("slot", Args{Time: millis(e.f.slot), Than: millis(e.f.speaking)})
}

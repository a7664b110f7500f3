package score

import (
	"talkgiver/talk"
	"talkgiver/talk/lexicon"
)

// Rules about what is taken from the audience.

// takesOf reports what is taken by one sort of phrases: items that sound like it
// or are tagged as it, neighbours together, and such phrases inside items that
// are something else.
func takesOf(sort lexicon.Sort) func(*finder) {
	return func(f *finder) {
		f.takeItems(sort)
		f.takePhrases(sort)
	}
}

// taken reports whether an item is a take of this sort. Several sorts make one
// kind, such as hype, pressure and objections; the kind's tag stands for the
// sort of its own name.
func (f *finder) taken(item int, sort lexicon.Sort) bool {
	it := &f.f.items[item]
	switch {
	case it.kind != kindOf[sort]:
		return false
	case it.from == Detected:
		n := f.r.countSigns(f.r.texts[item])
		sign := n.take()
		// Later in the talk, an agenda is one more announcement.
		if sign == lexicon.Agenda && !f.opens(item) {
			sign = lexicon.Housekeeping
		}
		return sign == sort
	}
	return string(it.kind) == sort.String()
}

func (f *finder) takeItems(sort lexicon.Sort) {
	items := f.f.items
	for i := 0; i < len(items); i++ {
		if !f.taken(i, sort) {
			continue
		}
		end := i + 1
		for end < len(items) && items[end].section == items[i].section && items[end].from == items[i].from && f.taken(end, sort) {
			end++
		}
		var time int64
		for _, it := range items[i:end] {
			time += it.time
		}
		from := i
		words := Phrase{Args: Args{Text: f.name(i), Time: millis(time)}}
		if sort == lexicon.Apology && f.opens(i) {
			words.Key = f.variant("opening")
		} else if items[i].from == Detected && string(kindOf[sort]) == sort.String() {
			words.Key = f.variant("detected")
		}
		span := talk.Span{Start: f.r.items[i].Span.Start, End: f.r.items[end-1].Span.End}
		f.add(span, f.f.sections[items[i].section].number, words, func(m *facts) {
			for k := from; k < end; k++ {
				m.items[k].kind = talk.Bridge
			}
		})
		i = end - 1
	}
}

// name is what an item is called in a sentence: its first words.
func (f *finder) name(item int) string { return f.r.name(item) }

// takePhrases reports phrases in items that are something else. No figure
// depends on them. Where the list has a plainer way to say it, that is the way
// out.
func (f *finder) takePhrases(sort lexicon.Sort) {
	for i := range f.f.items {
		if f.f.items[i].kind.Side() == talk.Take || sort == lexicon.Agenda && !f.opens(i) {
			continue
		}
		for k := range f.r.passagesOf(i) {
			f.takePhrasesIn(i, &f.r.passagesOf(i)[k], sort)
		}
	}
}

func (f *finder) takePhrasesIn(item int, p *passage, sort lexicon.Sort) {
	if p.quote {
		return
	}
	for _, m := range p.matches {
		text := p.text[m.Start:m.End]
		if p.sortOf(m) != sort || m.Quoted || f.r.knows(text) {
			continue
		}
		key := f.variant("phrase")
		if sort == lexicon.Apology && f.opens(item) {
			key = f.variant("opening")
		}
		f.add(p.span(int(m.Start), int(m.End)), f.f.sections[f.f.items[item].section].number,
			Phrase{key, Args{Text: text, Other: f.r.lex.Plainer(m)}}, nil)
	}
}

// opens reports whether an item begins in the first minute.
func (f *finder) opens(item int) bool { return f.f.items[item].start < firstMinute }

// unearnedAsk: an ask is fair once the audience has had its value: a third of
// the slot in value-minutes.
func unearnedAsk(f *finder) {
	for i := range f.f.items {
		it := &f.f.items[i]
		if it.kind != talk.Ask {
			continue
		}
		// Without a score nobody knows what has been earned.
		gain := f.gain(func(m *facts) { m.items[i].kind = talk.Bridge })
		if gain == 0 {
			continue
		}
		words := Phrase{Args: Args{Text: f.name(i), Time: millis(it.start)}}
		if it.from == Detected {
			words.Key = f.variant("detected")
		}
		f.put(f.r.items[i].Span, f.f.sections[it.section].number, words, gain)
	}
	f.takePhrases(lexicon.Ask)
}

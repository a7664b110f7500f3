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
		return n.take() == sort
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
		if items[i].from == Detected && string(kindOf[sort]) == sort.String() {
			words.Key = f.rule + ".detected"
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

// name is what an item is called in a sentence: its first words, shortened.
func (f *finder) name(item int) string {
	for _, p := range f.r.passagesOf(item) {
		return p.shortName()
	}
	return f.title(f.f.items[item].section)
}

// takePhrases reports phrases in items that are something else. No figure
// depends on them. Where the list has a plainer way to say it, that is the way
// out.
func (f *finder) takePhrases(sort lexicon.Sort) {
	key := f.rule + ".phrase"
	for i := range f.f.items {
		it := &f.f.items[i]
		if it.kind.Side() == talk.Take {
			continue
		}
		for _, p := range f.r.passagesOf(i) {
			if p.quote {
				continue
			}
			for _, m := range p.matches {
				text := p.text[m.Start:m.End]
				if m.Sort != sort || m.Quoted || f.r.knows(text) {
					continue
				}
				words := Phrase{key, Args{Text: text, Other: f.r.lex.Plainer(m)}}
				f.add(p.span(int(m.Start), int(m.End)), f.f.sections[it.section].number, words, nil)
			}
		}
	}
}

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
			words.Key = f.rule + ".detected"
		}
		f.put(f.r.items[i].Span, f.f.sections[it.section].number, words, gain)
	}
	f.takePhrases(lexicon.Ask)
}

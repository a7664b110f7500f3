package score

import (
	"strings"

	"talkgiver/talk"
	"talkgiver/talk/lexicon"
)

// Rules about what is taken from the audience.

// takesOf reports the items of one kind, neighbours together, and phrases of
// that kind inside items that are none.
func takesOf(kind talk.Kind) func(*finder) {
	return func(f *finder) {
		f.takeItems(kind)
		f.takePhrases(kind)
	}
}

func (f *finder) takeItems(kind talk.Kind) {
	items := f.f.items
	for i := 0; i < len(items); i++ {
		if items[i].kind != kind {
			continue
		}
		end := i + 1
		for end < len(items) && items[end].kind == kind && items[end].section == items[i].section && items[end].from == items[i].from {
			end++
		}
		var time int64
		for _, it := range items[i:end] {
			time += it.time
		}
		from := i
		words := Phrase{Args: Args{Text: short(f.name(i)), Time: millis(time)}}
		if items[i].from == Detected {
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

// name is what an item is called in a sentence: its first words.
func (f *finder) name(item int) string {
	for _, p := range f.r.passagesOf(item) {
		return strings.Trim(p.text, "\"“”„«» ")
	}
	return f.title(f.f.items[item].section)
}

// takePhrases reports phrases in items that are something else. No figure
// depends on them.
func (f *finder) takePhrases(kind talk.Kind) {
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
				if !m.Quoted && m.Sort <= lexicon.Housekeeping && kindOf[m.Sort] == kind {
					f.add(p.span(int(m.Start), int(m.End)), f.f.sections[it.section].number,
						Phrase{f.rule + ".phrase", Args{Text: p.text[m.Start:m.End]}}, nil)
				}
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
		mend := func(m *facts) { m.items[i].kind = talk.Bridge }
		// Without a score nobody knows what has been earned.
		if !f.f.rated || f.gain(mend) == 0 {
			continue
		}
		words := Phrase{Args: Args{Text: short(f.name(i)), Time: millis(it.start)}}
		if it.from == Detected {
			words.Key = f.rule + ".detected"
		}
		f.add(f.r.items[i].Span, f.f.sections[it.section].number, words, mend)
	}
	f.takePhrases(talk.Ask)
}

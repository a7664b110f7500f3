package score

import "talkgiver/talk"

// Rules about sections.

// leavesNothing: a section without a "gives:" line has not said what it is for.
func leavesNothing(f *finder) {
	for i := range f.f.sections {
		if s := &f.f.sections[i]; !s.gives {
			words, at := Phrase{Args: Args{Text: f.title(i), Time: millis(s.time)}}, f.head(i)
			switch gives := &f.r.sections[i].Gives; {
			case gives.Given():
				words, at = Phrase{"section-leaves-nothing.thin", Args{Text: f.title(i), Other: short(gives.Text), Time: millis(s.time)}}, gives.Span
			case !s.headed:
				words.Key = "section-leaves-nothing.opening"
			}
			f.add(at, s.number, words, func(m *facts) {
				m.sections[i].gives, m.sections[i].serves = true, true
			})
		}
	}
}

// forNobody: where needs are named, a section that meets none and is not said
// to be relevant is for nobody.
func forNobody(f *finder) {
	if len(f.f.needs) == 0 {
		return
	}
	for i := range f.f.sections {
		if s := &f.f.sections[i]; !s.need && !s.answered {
			words := Phrase{Args: Args{Text: f.title(i)}}
			if !s.headed {
				words.Key = "section-for-nobody.opening"
			}
			f.add(f.head(i), s.number, words, func(m *facts) {
				m.sections[i].need, m.sections[i].serves = true, true
			})
		}
	}
}

func labelHeading(f *finder) {
	if f.r.lex == nil {
		return
	}
	for i := range f.f.sections {
		if s := &f.f.sections[i]; s.headed && !s.sentence {
			f.add(f.head(i), s.number, Phrase{Args: Args{Text: f.title(i)}}, func(m *facts) { m.sections[i].sentence = true })
		}
	}
}

// storyAlone: a story shows something; until somebody says what it means for the
// listeners, it is about the speaker. It means something for them when, until
// the end of its section, the speaker turns to them or anything but further
// pictures follows. No figure depends on it: talks that tell what the speaker
// did are called inspiring more often, so this is advice.
func storyAlone(f *finder) {
	if f.r.lex == nil {
		return
	}
	items := f.f.items
	for i := 0; i < len(items); i++ {
		if items[i].kind != talk.Story || f.r.texts[i].words == 0 {
			continue
		}
		alone, end := true, i
		for ; end < len(items) && items[end].section == items[i].section; end++ {
			turns := items[end].kind.Side() == talk.Give && !vivid(items[end].kind)
			alone = alone && !turns && !f.r.turnsToThem(&f.r.texts[end])
		}
		if alone {
			f.add(f.r.items[i].Span, f.f.sections[items[i].section].number, Phrase{Args: Args{Text: short(f.name(i))}}, nil)
			i = end - 1
		}
	}
}

func noClose(f *finder) {
	e := &f.f.ends
	n := len(f.f.sections)
	if n == 0 || !f.f.read || e.usable && e.doing {
		return
	}
	words := Phrase{Args: Args{Text: f.title(n - 1)}}
	if !e.usable && !e.doing {
		words.Key = "no-close.nothing"
	}
	f.add(f.head(n-1), f.f.sections[n-1].number, words, func(m *facts) { m.ends = closeFacts{doing: true, usable: true} })
}

package score

// Rules about sections.

// leavesNothing: a section without a "gives:" line has not said what it is for.
func leavesNothing(f *finder) {
	for i := range f.f.sections {
		if s := &f.f.sections[i]; !s.gives {
			words := Phrase{Args: Args{Text: f.title(i), Time: millis(s.time)}}
			if !s.headed {
				words.Key = "section-leaves-nothing.opening"
			}
			f.add(f.head(i), s.number, words, func(m *facts) {
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

package slides

import "talkgiver/talk/slides"

// spot is a slide of a deck, by which it is found in a deck of the same talk that
// was made by another choice: numbers change where a slide is split, or comes before.
type spot struct {
	index   int          // where the deck has no such slide
	begin   slides.Slide // the slide with which it begins
	further int          // how many slides it has gone on for
}

// spotOf returns the spot of a slide by its index.
func spotOf(d *slides.Deck, index int) spot {
	at := spot{index: index}
	if index >= len(d.Slides) {
		return at
	}
	for d.Slides[index].Part < 0 && index > 0 && goesOn(d.Slides[index-1], d.Slides[index]) {
		index--
		at.further++
	}
	at.begin = *d.Slides[index]
	return at
}

// in returns the index of the slide in a deck; for one that is not there any more,
// such as the closing slide, that of the one in its place.
func (s spot) in(d *slides.Deck) int {
	for i, slide := range d.Slides {
		if !sameKind(&s.begin, slide) || slide.Part != s.begin.Part {
			continue
		}
		for n := 0; n < s.further && i+1 < len(d.Slides) && goesOn(slide, d.Slides[i+1]); n++ {
			i++
		}
		return i
	}
	return max(0, min(s.index, len(d.Slides)-1))
}

// goesOn reports whether a slide is the rest of the one before it, which was too
// full.
func goesOn(before, slide *slides.Slide) bool { return slide.Part < 0 && sameKind(before, slide) }

// sameKind reports whether two slides are of one section, or both the title or the
// closing slide, and both for questions or not.
func sameKind(a, b *slides.Slide) bool {
	return a.Section == b.Section && a.Opening == b.Opening && a.Closing == b.Closing && a.Backup == b.Backup
}

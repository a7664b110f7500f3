package rehearse

import (
	"slices"

	"talkgiver/talk"
	engine "talkgiver/talk/rehearse"
)

// numbering is how the slides of a plan are counted for people: as the deck does
// that the audience sees, whose first slide is the title.
type numbering struct {
	numbers []int // of the plan's slides
	of      int   // how many the deck has
}

// numbered counts slides of a talk; where nobody tells, as the plan has them.
func (p *Place) numbered(t *talk.Talk, places []engine.Place) numbering {
	if p.config.Numbers != nil {
		if numbers, of := p.config.Numbers(t, places); len(numbers) == len(places) && of > 0 {
			return numbering{numbers, of}
		}
	}
	n := numbering{of: len(places)}
	for i := range places {
		n.numbers = append(n.numbers, i+1)
	}
	return n
}

// number is that of a slide of the plan.
func (n *numbering) number(slide int) int {
	if slide < 0 || slide >= len(n.numbers) {
		return slide + 1
	}
	return n.numbers[slide]
}

// slide is the one of the plan that has a number, or -1.
func (n *numbering) slide(number int) int { return slices.Index(n.numbers, number) }

// ends are the least and the greatest number.
func (n *numbering) ends() (first, last int) { return slices.Min(n.numbers), slices.Max(n.numbers) }

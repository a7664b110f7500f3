package rehearse

import "strings"

// cardWords is how many words of a passage a cue card has: enough to find the
// thread, too few to read aloud.
const cardWords = 5

// cardOf leaves of a passage what stands on a cue card: its first words and its
// cues. What is shown is all there.
func cardOf(p passage) passage {
	if p.shown {
		return p
	}
	card := passage{span: p.span}
	left, more := cardWords, -1 // more is the part that goes on behind its end
	for _, part := range p.parts {
		words := strings.Fields(part.text)
		switch {
		case part.cue:
			if n := len(card.parts); n > 0 && !strings.HasSuffix(card.parts[n-1].text, " ") {
				card.parts[n-1].text += " "
			}
			card.parts = append(card.parts, part)
		case left > 0 && len(words) > left:
			lead := part.text[:len(part.text)-len(strings.TrimLeft(part.text, " "))]
			part.text = lead + goesOn(strings.Join(words[:left], " "))
			card.parts, left = append(card.parts, part), 0
		case left > 0 && len(words) > 0:
			card.parts, left = append(card.parts, part), left-len(words)
		case len(words) > 0 && more < 0:
			more = len(card.parts)
		}
	}
	for i := more - 1; i >= 0; i-- {
		if last := &card.parts[i]; !last.cue {
			if text := strings.TrimRight(last.text, " "); !strings.HasSuffix(text, "…") {
				last.text = text + " … "
			}
			break
		}
	}
	return card
}

// goesOn marks words that go on. Behind the end of a sentence the mark stands
// apart: it is no part of it.
func goesOn(text string) string {
	if strings.ContainsAny(text[len(text)-1:], ".!?") {
		return text + " …"
	}
	return text + "…"
}

package score

import (
	"cmp"
	"slices"
	"strings"

	"talkgiver/talk"
	"talkgiver/talk/lexicon"
)

// Rules about language: passages that are abstract, padded or long-winded.

// mostPassages is how many passages of a talk are pointed at: the worst ones. A
// speaker mends three, and not thirty.
const mostPassages = 3

// hardPassage is a passage of the talk that is hard on the ear.
type hardPassage struct {
	*unclear
	in      *passage
	section int // its number
}

// readPassages finds the worst passages that are said, the worst first. Quotations
// are left alone, and so are words that this audience knows.
func (r *reading) readPassages() {
	all := r.hard[:0]
	for i := range r.texts {
		for j := range r.passagesOf(i) {
			p := &r.passagesOf(i)[j]
			if !p.said || p.quote {
				continue
			}
			found := p.unclear
			if len(r.known) > 0 && slices.ContainsFunc(found, func(u unclear) bool { return r.knowsAny(p, &u) }) {
				found = unclearOf(r.lex, p.paragraph, r.lex.Hits(nil, p.text, p.tokens, p.matches), &r.memory.unclear, r.isKnown)
			}
			for k := range found {
				all = append(all, hardPassage{&found[k], p, r.facts.sections[r.facts.items[i].section].number})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b hardPassage) int { return cmp.Compare(b.strength, a.strength) })
	r.hard = all[:min(len(all), mostPassages)]
}

// isKnown reports whether a word is one that this audience knows, also among
// others and with an ending: "model" lets "models" and "the model of" pass.
func (r *reading) isKnown(text string) bool {
	for w := range strings.FieldsSeq(text) {
		for _, v := range r.known {
			for k := range strings.FieldsSeq(v.Text) {
				if len(w) >= len(k) && len(w) <= len(k)+2 && sameWord(w[:len(k)], k) {
					return true
				}
			}
		}
	}
	return false
}

// knowsAny reports whether this audience knows a word that makes a passage hard.
func (r *reading) knowsAny(p *passage, u *unclear) bool {
	return slices.ContainsFunc(u.hits, func(h lexicon.Hit) bool { return r.isKnown(p.text[h.Start:h.End]) })
}

func sameWord(a, b string) bool { return strings.EqualFold(a, b) }

// span is the passage with the end of its last sentence.
func (h *hardPassage) span() talk.Span {
	start, end := int(h.in.tokens[h.first].Start), int(h.in.tokens[h.last-1].End)
	rest := h.in.text[end:]
	if h.last < len(h.in.tokens) {
		rest = h.in.text[end:h.in.tokens[h.last].Start]
	}
	if mark := strings.LastIndexAny(rest, ".!?…:"); mark >= 0 && mark <= 4 {
		end += mark + 1
	}
	return h.in.span(start, end)
}

// hardTo reports the worst passages of one trouble. Mending one leaves the talk
// with the signs of its other words.
func hardTo(rule string) func(*finder) {
	return func(f *finder) {
		for i := range f.r.hard {
			h := &f.r.hard[i]
			if h.trouble.rule != rule {
				continue
			}
			words := Phrase{Args: Args{Text: strings.Join(h.examples(f.r.lex, h.in.paragraph), ", "), N: h.words, Of: h.longest, Signs: h.signs}}
			f.add(h.span(), h.section, words, f.without(h))
		}
	}
}

// without returns what the facts would be without a passage; nil when there
// would be too few words to tell.
func (f *finder) without(h *hardPassage) func(*facts) {
	said := f.r.said()
	said.Sub(h.in.counts)
	rest := prose(h.in.text, slices.Concat(h.in.tokens[:h.first], h.in.tokens[h.last:]))
	said.Add(f.r.lex.Count(h.in.text, rest, f.r.lex.Matches(nil, rest)))
	language := forTheEar(f.r.lex, &said)
	if !f.f.language.known || !language.known {
		return nil
	}
	return func(m *facts) { m.language = language }
}

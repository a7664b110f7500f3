package score

import (
	"cmp"
	"slices"
	"strings"

	"talkgiver/talk/lexicon"
)

// Where a text is hard on the ear. One word says nothing: a passage of about 60
// words is pointed at when several signs of the same trouble meet in it, each of
// them as dense as in one in ten to one in fifty passages of recorded talks.
// Passages point, they do not score: the figure is that of the whole text. In
// those talks a passage in 80 is abstract, one in 160 padded and one in 140
// long-winded, and the talks that have more of them were called long-winded or
// confusing more often (by .22, .15 and .21).

// passageWords is how many words a passage has at least. Sentences are added
// until it has so many.
const passageWords = 45

// mostMarked is how many words are marked at most where neighbouring passages
// have the same trouble.
const mostMarked = 120

// passageSign is a sign of a passage.
type passageSign struct {
	id string
	// hits are the words that it counts.
	hits []lexicon.Sign
	// none turns it around: there are at most so many of them.
	none bool
}

// The signs of passages.
const (
	byIdeas = iota
	byShells
	byOfs
	byUnseen
	byUneventful
	byPadding
	bySortOf
	byHedges
	byThinking
	byStarts
	bySentences
	byRelating
)

var passageSigns = [...]passageSign{
	byIdeas:      {"ideas", []lexicon.Sign{lexicon.Ideas}, false},
	byShells:     {"shells", []lexicon.Sign{lexicon.Shells}, false},
	byOfs:        {"of", []lexicon.Sign{lexicon.Ofs}, false},
	byUnseen:     {"unseen", []lexicon.Sign{lexicon.Things}, true},
	byUneventful: {"uneventful", []lexicon.Sign{lexicon.Lived, lexicon.Did, lexicon.Smalls}, true},
	byPadding:    {"padding", []lexicon.Sign{lexicon.Paddings}, false},
	bySortOf:     {"sort-of", []lexicon.Sign{lexicon.SortOfs}, false},
	byHedges:     {"hedges", []lexicon.Sign{lexicon.Hedges}, false},
	byThinking:   {"thinking", []lexicon.Sign{lexicon.Thinkings}, false},
	byStarts:     {"starts", []lexicon.Sign{lexicon.EmptyStarts}, false},
	bySentences:  {"sentences", nil, false}, // measured, not counted
	byRelating:   {"relating", []lexicon.Sign{lexicon.Relatings}, false},
}

// SignSet is which signs meet in a passage, one bit each.
type SignSet uint16

// IDs returns the ids of the signs in the set, in a fixed order.
func (s SignSet) IDs() []string {
	var ids []string
	for i, sign := range passageSigns {
		if s&(1<<i) != 0 {
			ids = append(ids, sign.id)
		}
	}
	return ids
}

// AllSigns is the set of all signs that can meet in a passage.
const AllSigns = SignSet(1<<len(passageSigns) - 1)

// passageMark is how dense a sign must be: in tenths per hundred words, or at
// least so many.
type passageMark struct {
	sign  int
	dense int // tenths per hundred words; of a sign of absence the most of it
	least int
}

// trouble is one way to be hard on the ear.
type trouble struct {
	rule  string
	marks []passageMark
	need  int // how many marks must meet; all that a language has, where it has fewer
	core  int // how many of the first marks are its core: one of them must be there
	total int // how many words of its signs there must be in all, in tenths per hundred
	// length and longest are the words of its sentences: in the mean, or of the
	// longest one; 0 when they do not matter.
	length, longest int
}

// troubles is the table of what passages are pointed at for.
var troubles = [...]trouble{
	{rule: "abstract", need: 4, core: 2, marks: []passageMark{
		{byIdeas, 80, 1}, {byShells, 70, 1}, {byOfs, 50, 1}, {byUnseen, 22, 0}, {byUneventful, 0, 0}}},
	{rule: "padded", need: 3, core: 2, total: 80, marks: []passageMark{
		{byPadding, 0, 1}, {bySortOf, 0, 1}, {byHedges, 0, 1}, {byThinking, 0, 2}, {byStarts, 0, 2}}},
	{rule: "long-winded", need: 3, core: 5, length: 30, longest: 50, marks: []passageMark{
		{byOfs, 40, 1}, {byRelating, 30, 1}, {byPadding, 0, 1}, {byIdeas, 60, 1}, {byShells, 60, 1}}},
}

// unclear is a passage that is hard on the ear.
type unclear struct {
	trouble     *trouble
	first, last int // its sentences, as numbers of their first tokens; last is the token behind it
	words       int
	longest     int // words of its longest sentence
	signs       SignSet
	strength    int // how much beyond the marks it is, in thousandths
	hits        []lexicon.Hit
}

// sentenceSigns is what a sentence has of each sign.
type sentenceSigns struct {
	first, end int32 // tokens
	quoted     int32 // how many of its words are somebody else's
	counts     signCounts
}

// signCounts is how often each sign is there.
type signCounts [lexicon.Signs]int32

// unclearMemory is memory that is used for one paragraph after another.
type unclearMemory struct {
	sentences []sentenceSigns
	found     []unclear
}

// unclearOf returns the passages of a paragraph that are hard on the ear, by
// their place; none overlaps another. Words that are quoted and those that skip
// says to leave alone are no sign of anything. A last sentence without an end is
// still being written and is left alone as well. The hits are those of the
// paragraph, and are changed.
func unclearOf(l *lexicon.Lexicon, p *paragraph, hits []lexicon.Hit, m *unclearMemory, skip func(word string) bool) []unclear {
	if len(p.tokens) < passageWords {
		return nil
	}
	hits = slices.DeleteFunc(hits, func(h lexicon.Hit) bool {
		return p.tokens[h.Token].Quoted || h.Sign != lexicon.Things && h.Sign != lexicon.LongSentences && skip != nil && skip(p.text[h.Start:h.End])
	})
	m.readSentences(p, hits)
	m.find(l)
	if len(m.found) == 0 {
		return nil
	}
	// The worst one stays where two overlap.
	slices.SortStableFunc(m.found, func(a, b unclear) int { return cmp.Or(b.strength-a.strength, a.first-b.first) })
	var out []unclear
	for _, u := range m.found {
		if !slices.ContainsFunc(out, func(o unclear) bool { return u.first < o.last && o.first < u.last }) {
			u.hits = hitsIn(hits, &u)
			out = append(out, u)
		}
	}
	slices.SortFunc(out, func(a, b unclear) int { return a.first - b.first })
	return out
}

// readSentences counts the signs of each sentence. Hits come in the order of
// their first words, those of phrases once more from the beginning.
func (m *unclearMemory) readSentences(p *paragraph, hits []lexicon.Hit) {
	m.sentences = m.sentences[:0]
	for i, t := range p.tokens {
		if t.First {
			m.sentences = append(m.sentences, sentenceSigns{first: int32(i)})
		}
		s := &m.sentences[len(m.sentences)-1]
		s.end = int32(i + 1)
		if t.Quoted {
			s.quoted++
		}
	}
	at := 0
	for _, h := range hits {
		if h.Token < m.sentences[at].first {
			at = 0
		}
		for h.Token >= m.sentences[at].end {
			at++
		}
		m.sentences[at].counts[h.Sign]++
	}
	if !ended(p.text[p.tokens[len(p.tokens)-1].End:]) {
		m.sentences = m.sentences[:len(m.sentences)-1]
	}
}

// ended reports whether what follows a last word ends its sentence.
func ended(rest string) bool { return strings.ContainsAny(rest, ".!?…:") }

// find looks for all troubles, neighbouring passages of one trouble together.
func (m *unclearMemory) find(l *lexicon.Lexicon) {
	m.found = m.found[:0]
	var last [len(troubles)]int // the number of each trouble's last passage, plus one
	for from := range m.sentences {
		to, passage := from, unclear{first: int(m.sentences[from].first)}
		var counts signCounts
		quoted := 0
		for to < len(m.sentences) && passage.words < passageWords {
			s := &m.sentences[to]
			length := int(s.end - s.first)
			passage.words += length
			passage.longest = max(passage.longest, length)
			passage.last = int(s.end)
			quoted += int(s.quoted)
			for i, n := range s.counts {
				counts[i] += n
			}
			to++
		}
		if passage.words < passageWords {
			return
		}
		if 4*quoted > passage.words {
			continue
		}
		for i := range troubles {
			u := passage
			u.trouble = &troubles[i]
			if !u.trouble.meets(l, &u, to-from, &counts) {
				continue
			}
			u.trouble.trim(&u, m.sentences[from:to])
			if last[i] > 0 {
				if o := &m.found[last[i]-1]; u.first < o.last && u.last-o.first <= mostMarked {
					o.last = max(o.last, u.last)
					o.words = o.last - o.first
					o.longest, o.signs, o.strength = max(o.longest, u.longest), o.signs|u.signs, max(o.strength, u.strength)
					continue
				}
			}
			m.found = append(m.found, u)
			last[i] = len(m.found)
		}
	}
}

// trim takes the sentences without any of the words off both ends.
func (t *trouble) trim(u *unclear, sentences []sentenceSigns) {
	clean := func(s *sentenceSigns) bool {
		for _, m := range t.marks {
			for _, h := range passageSigns[m.sign].hits {
				if s.counts[h] > 0 && !passageSigns[m.sign].none {
					return false
				}
			}
		}
		return true
	}
	for len(sentences) > 1 && clean(&sentences[0]) {
		sentences = sentences[1:]
	}
	for len(sentences) > 1 && clean(&sentences[len(sentences)-1]) {
		sentences = sentences[:len(sentences)-1]
	}
	u.first, u.last = int(sentences[0].first), int(sentences[len(sentences)-1].end)
	u.words = u.last - u.first
}

// meets reports whether enough signs meet in a passage, and notes which and how
// strong they are.
func (t *trouble) meets(l *lexicon.Lexicon, u *unclear, sentences int, counts *signCounts) bool {
	if t.length > 0 {
		length, longest := t.length, t.longest
		if l.Lang() == "de" { // its compounds make a tenth fewer words
			length, longest = length*9/10, longest*9/10
		}
		if u.words < length*sentences && u.longest < longest {
			return false
		}
		u.signs |= 1 << bySentences
		u.strength = 1000 * max(u.words/sentences*1000/length, u.longest*1000/longest) / 1000
	}
	readable, met, total := 0, 0, 0
	core := false
	for i, m := range t.marks {
		s := &passageSigns[m.sign]
		n, reads := 0, true
		for _, h := range s.hits {
			n += int(counts[h])
			reads = reads && (l.Reads(h) || h == lexicon.Ideas)
		}
		if !reads {
			continue
		}
		readable++
		if s.none {
			if 1000*n > m.dense*u.words {
				continue
			}
			u.strength += 1000
		} else {
			total += n
			if n < m.least || 1000*n < m.dense*u.words {
				continue
			}
			const most = 3000
			u.strength += min(most, 1000*n*1000/max(m.dense*u.words, 1000*m.least))
			core = core || i < t.core
		}
		met++
		u.signs |= 1 << m.sign
	}
	u.strength /= t.need
	return core && met >= min(t.need, readable) && 1000*total >= t.total*u.words
}

// hitsIn returns the words of a passage's signs, in the order of its marks.
func hitsIn(hits []lexicon.Hit, u *unclear) []lexicon.Hit {
	var out []lexicon.Hit
	for _, m := range u.trouble.marks {
		s := &passageSigns[m.sign]
		if u.signs&(1<<m.sign) == 0 || s.none {
			continue
		}
		for _, h := range hits {
			if slices.Contains(s.hits, h.Sign) && int(h.Token) >= u.first && int(h.Token) < u.last {
				out = append(out, h)
			}
		}
	}
	return out
}

// examples returns up to three different words of a passage's signs, one of each
// sign before a second one of any.
func (u *unclear) examples(l *lexicon.Lexicon, p *paragraph) []string {
	const most = 3
	var out []string
	for round := 0; round < most && len(out) < most; round++ {
		var seen [lexicon.Signs]int
		for _, h := range u.hits {
			if seen[h.Sign]++; seen[h.Sign] != round+1 || len(out) == most {
				continue
			}
			if w := example(l, p, h); !slices.ContainsFunc(out, func(o string) bool { return sameWord(o, w) }) {
				out = append(out, w)
			}
		}
	}
	return out
}

// example is what stands for a sign in a sentence: its words, with those around
// "of", which is nothing alone, and the word behind an empty beginning.
func example(l *lexicon.Lexicon, p *paragraph, h lexicon.Hit) string {
	from, to := int(h.Token), int(h.Token)
	goesOn := func() bool { return to+1 < len(p.tokens) && !p.tokens[to+1].First }
	switch h.Sign {
	case lexicon.Ofs:
		if !p.tokens[from].First {
			from--
		}
		for goesOn() && to < int(h.Token)+3 {
			to++
			if l.Class(p.tokens[to])&(lexicon.Determiner|lexicon.Preposition) == 0 {
				break
			}
		}
	case lexicon.EmptyStarts:
		if goesOn() {
			to++
		}
	default:
		return p.text[h.Start:h.End]
	}
	return p.text[p.tokens[from].Start:p.tokens[to].End]
}

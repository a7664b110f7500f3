package score

import (
	"math"

	"talkgiver/talk"
	"talkgiver/talk/lexicon"
)

// Language: is it made for the ear? Fourteen plain signs in four groups of equal
// weight are compared with those of 1,071 recorded talks: concrete words, things
// that happened, plain sentences, little padding. A sign at the middle of those
// talks brings nothing; each standard deviation beyond it, up to two, brings or
// takes up to 3.3 of a hundred around fifty. A talk of 2,000 words with 1.5 small
// counts in a hundred, where talks have 0.4: (1.5 − 0.39) / 0.29 is more than two,
// a third of its group, a quarter of all, 40 times: 2 / 3 / 4 · 40 · 2000/2150 of
// the text's weight = 6.7 of 100.
//
// It measures how clear a text is to hear, and never how useful it is: talks
// with a high figure were called informative less often. Below 300 words it is
// not known, and below 900 it is rough. The talks were English. In German the
// signs without a list (how concrete nouns are, chains of "of") may be anything,
// and each other sign may be half a standard deviation off; in another language
// nothing is known.
var language = criterion{
	id: "language", dimension: Clarity, weight: weightLanguage, text: true,
	stance: func(w clarityWeights) Points { return w.language },
	points: func(f *facts, g *figures, most Points) Range {
		if !f.language.known {
			return unknown(most)
		}
		return Range{part(most, f.language.low, languageMost), part(most, f.language.high, languageMost)}
	},
	variants: []string{"few", "other", "rough", "german"},
	why: func(f *facts, g *figures) Phrase {
		l := &f.language
		switch {
		case !f.read:
			return Phrase{Key: "language.other"}
		case !l.known:
			return Phrase{"language.few", Args{N: l.words, Of: fewWords}}
		case l.low < l.high:
			return Phrase{"language.german", Args{N: l.low / 1000, Of: l.high / 1000}}
		case l.words < roughWords:
			return Phrase{"language.rough", Args{N: l.low / 1000, Of: l.words}}
		}
		return Phrase{"language", Args{N: l.low / 1000, Of: l.words}}
	},
	read: func(t *talk.Talk, r *reading) []talk.Span {
		return keyLines(r, func(to []talk.Span, s *talk.Section) []talk.Span { return append(to, s.Body) })
	},
}

// languageFacts is what the signs of everything that is said come to.
type languageFacts struct {
	words     int
	known     bool // there are enough words, in a language with lists
	low, high int  // of languageMost
}

// How many words it takes to say anything, and to say it well. Two halves of
// one talk agree by .76 below 900 words and by .90 above 1,500.
const (
	fewWords     = 300
	roughWords   = 900
	languageMost = 100_000
)

// sign is something in a text that goes with what listeners said, with its mean
// and standard deviation over the talks it was measured on.
type sign struct {
	id       string
	hit      lexicon.Sign // what stands at its places
	of       func(*lexicon.Counts) float64
	good     float64 // +1 when more of it is better, −1 when less
	mean, sd float64
	speech   bool // it vanishes in edited text, so having none of it is no merit
}

// signs are the fourteen signs in their four groups.
var signs = [4][]sign{
	{ // concrete words
		{id: "concrete", hit: lexicon.Things, of: func(c *lexicon.Counts) float64 { return ratio(c.Concrete, 9*c.Nouns) }, good: +1, mean: 0.3873, sd: 0.08314},
		{id: "ideas", hit: lexicon.Ideas, of: func(c *lexicon.Counts) float64 { return c.Per100(c.LongVague) / 9 }, good: -1, mean: 3.04, sd: 1.211},
		{id: "shells", hit: lexicon.Shells, of: func(c *lexicon.Counts) float64 { return c.Per100(c.Shells) }, good: -1, mean: 3.051, sd: 1.096},
	},
	{ // things that happened
		{id: "lived", hit: lexicon.Lived, of: lived, good: +1, mean: 0.5921, sd: 0.1562},
		{id: "did", hit: lexicon.Did, of: func(c *lexicon.Counts) float64 { return c.Per100(c.Did) }, good: +1, mean: 1.061, sd: 0.956},
		{id: "counts", hit: lexicon.Smalls, of: func(c *lexicon.Counts) float64 { return c.Per100(c.Smalls) }, good: +1, mean: 0.3945, sd: 0.2877},
	},
	{ // plain sentences
		{id: "of", hit: lexicon.Ofs, of: func(c *lexicon.Counts) float64 { return c.Per100(c.Ofs) }, good: -1, mean: 1.988, sd: 0.6965},
		{id: "sentences", hit: lexicon.LongSentences, of: func(c *lexicon.Counts) float64 { return ratio(c.LogLength, c.Sentences) / 1e6 }, good: -1, mean: 2.557, sd: 0.2137},
		{id: "starts", hit: lexicon.EmptyStarts, of: func(c *lexicon.Counts) float64 { return ratio(c.Starts, c.Sentences) }, good: -1, mean: 0.1248, sd: 0.05604},
		{id: "relating", hit: lexicon.Relatings, of: func(c *lexicon.Counts) float64 { return c.Per100(c.Relatings) }, good: -1, mean: 1.001, sd: 0.4615},
	},
	{ // little padding
		{id: "padding", hit: lexicon.Paddings, of: func(c *lexicon.Counts) float64 { return math.Sqrt(c.Per100(c.Paddings)) }, good: -1, mean: 0.3288, sd: 0.2028},
		{id: "sort-of", hit: lexicon.SortOfs, of: func(c *lexicon.Counts) float64 { return math.Sqrt(c.Per100(c.SortOfs)) }, good: -1, mean: 0.3333, sd: 0.2338, speech: true},
		{id: "hedges", hit: lexicon.Hedges, of: func(c *lexicon.Counts) float64 { return math.Sqrt(c.Per100(c.Hedges)) }, good: -1, mean: 0.5418, sd: 0.223, speech: true},
		{id: "thinking", hit: lexicon.Thinkings, of: func(c *lexicon.Counts) float64 { return c.Per100(c.Thinkings) }, good: -1, mean: 0.6927, sd: 0.3621},
	},
}

// signGroups names the groups, in their order.
var signGroups = [len(signs)]string{"concrete", "events", "plain", "padding"}

// SignIDs returns the ids of the signs of easy language, in the order in which
// they are shown.
func SignIDs() []string {
	var ids []string
	for _, group := range signs {
		for _, s := range group {
			ids = append(ids, s.id)
		}
	}
	return ids
}

func ratio(n, of int) float64 { return float64(n) / float64(max(1, of)) }

// lived is how many of the times that a text names were lived: days and hours
// against centuries. The constants keep a text without any in the middle.
func lived(c *lexicon.Counts) float64 {
	return (c.Per100(c.Clocks) + 0.2) / (c.Per100(c.Clocks) + c.Per100(c.Eras) + 0.4)
}

// How much a sign can count, in standard deviations, and how far the reference
// of English talks may be off in another language.
const (
	mostDeviation = 2.0
	foreign       = 0.5
)

// German says the same in about a tenth fewer words, since its compounds are
// one word, so that its sentences have fewer.
const germanLength = -0.105 // of a natural logarithm

// worth returns what a sign of a text brings, in 1/languageMost: of hundred
// points each of the four groups has 40 for a mean of one standard deviation,
// and its signs share them. Short texts are drawn to the middle. Every sign is
// rounded, so that every machine gets the same figure, and all is the sum of
// the signs.
func (s *sign) worth(l *lexicon.Lexicon, c *lexicon.Counts, group int) (low, high int) {
	most := mostDeviation
	if s.speech {
		most = 0 // a script has none of it, which says nothing
	}
	worth := func(z float64) int { return worthOf(min(max(z, -mostDeviation), most), group) }
	if !l.Reads(s.hit) {
		return worth(-mostDeviation), worth(mostDeviation)
	}
	mean, slack := s.mean, 0.0
	if l.Lang() != "en" {
		slack = foreign
		if s.hit == lexicon.LongSentences {
			mean += germanLength
		}
	}
	enough := float64(c.Words) / float64(c.Words+150)
	z := s.good * (s.of(c) - mean) / s.sd * enough
	return worth(z - slack), worth(z + slack)
}

// worthOf is what a deviation of a sign is worth in its group.
func worthOf(z float64, group int) int {
	return int(math.Round(z * 40 * 1000 / float64(len(signs)*len(signs[group]))))
}

// forTheEar returns what the signs of a text come to.
func forTheEar(l *lexicon.Lexicon, c *lexicon.Counts) languageFacts {
	f := languageFacts{words: c.Words}
	if l == nil || c.Words < fewWords {
		return f
	}
	f.known, f.low, f.high = true, languageMost/2, languageMost/2
	for g, group := range signs {
		for i := range group {
			low, high := group[i].worth(l, c, g)
			f.low += low
			f.high += high
		}
	}
	f.low, f.high = min(max(f.low, 0), languageMost), min(max(f.high, 0), languageMost)
	return f
}

// said returns the counts of everything that is said.
func (r *reading) said() lexicon.Counts {
	var c lexicon.Counts
	for i := range r.texts {
		c.Add(r.texts[i].counts)
	}
	return c
}

// Sign is one of the fourteen signs of easy language, as a talk has it.
type Sign struct {
	ID    string
	Group string // "concrete", "events", "plain" or "padding"
	Known bool   // there is a list for it in the talk's language
	// Value is as its formula says: for most signs how many there are in a
	// hundred words, and for padding, sort-of and hedges the square root of that.
	// Mean and SD are those of recorded talks.
	Value, Mean, SD float64
	Good            int // +1 when more of it is better, −1 when less
	// Range is what the sign adds to fifty of a hundred points, in thousandths,
	// and Most the most that it can add or take.
	Range
	Most Points
	// Words are its places in the talk, in their order: what to look at, and
	// where less is better, what to change. Those of lived times are the good
	// ones; long sentences are those of more than 30 words.
	Words []talk.Span
}

// Signs returns the signs of what a talk says, in the order of SignIDs; none for
// a text that is too short, or in a language that is not read.
func Signs(t *talk.Talk) []Sign {
	var r reading
	r.read(t, Inputs{})
	c := r.said()
	if !r.facts.language.known {
		return nil
	}
	var places [lexicon.Signs][]talk.Span
	var hits []lexicon.Hit
	for i := range r.passages {
		p := &r.passages[i]
		if !p.said {
			continue
		}
		hits = r.lex.Hits(hits[:0], p.text, p.tokens, p.matches)
		for _, h := range hits {
			places[h.Sign] = append(places[h.Sign], p.span(int(h.Start), int(h.End)))
		}
	}
	var out []Sign
	for g, group := range signs {
		for i := range group {
			s := &group[i]
			low, high := s.worth(r.lex, &c, g)
			out = append(out, Sign{
				ID: s.id, Group: signGroups[g], Known: r.lex.Reads(s.hit),
				Value: s.of(&c), Mean: s.mean, SD: s.sd, Good: int(s.good),
				Range: Range{Points(low), Points(high)}, Most: Points(worthOf(mostDeviation, g)),
				Words: places[s.hit],
			})
		}
	}
	return out
}

package score

import (
	"math"

	"talkgiver/talk"
	"talkgiver/talk/lexicon"
)

// Language: is it made for the ear? Plain signs in four groups of equal weight
// are compared with those of 1,071 recorded talks: concrete words, things that
// happened, plain sentences, little padding. Fifty of a hundred is the middle
// of those talks, and each standard deviation of the mean is worth about
// eighteen.
//
// It measures how clear a text is to hear, and never how useful it is: talks
// with a high figure were called informative less often. Below 300 words it is
// not known, and below 900 it is rough. Another language than English leaves it
// unknown too, since the talks that it was measured on were English.
var language = criterion{
	id: "language", dimension: Clarity, weight: weightLanguage, text: true,
	stance: func(w clarityWeights) Points { return w.language },
	points: func(f *facts, g *figures, most Points) Range {
		if !f.language.known {
			return unknown(most)
		}
		return exactly(part(most, f.language.share, languageMost))
	},
	variants: []string{"few", "other", "rough"},
	why: func(f *facts, g *figures) Phrase {
		l := &f.language
		switch {
		case !l.known && l.words < fewWords:
			return Phrase{"language.few", Args{N: l.words, Of: fewWords}}
		case !l.known:
			return Phrase{Key: "language.other"}
		case l.words < roughWords:
			return Phrase{"language.rough", Args{N: l.share / 1000, Of: l.words}}
		}
		return Phrase{"language", Args{N: l.share / 1000, Of: l.words}}
	},
	read: func(t *talk.Talk, r *reading) []talk.Span {
		return keyLines(r, func(to []talk.Span, s *talk.Section) []talk.Span { return append(to, s.Body) })
	},
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
	of       func(*lexicon.Counts) float64
	good     float64 // +1 when more of it is better, −1 when less
	mean, sd float64
	speech   bool // it vanishes in edited text, so having none of it is no merit
}

// signs are the fourteen signs in their four groups.
var signs = [4][]sign{
	{ // concrete words
		{of: func(c *lexicon.Counts) float64 { return ratio(c.Concrete, 9*c.Nouns) }, good: +1, mean: 0.3873, sd: 0.08314},
		{of: func(c *lexicon.Counts) float64 { return c.Per100(c.LongVague) / 9 }, good: -1, mean: 3.04, sd: 1.211},
		{of: func(c *lexicon.Counts) float64 { return c.Per100(c.Shells) }, good: -1, mean: 3.051, sd: 1.096},
	},
	{ // things that happened
		{of: lived, good: +1, mean: 0.5921, sd: 0.1562},
		{of: func(c *lexicon.Counts) float64 { return c.Per100(c.Did) }, good: +1, mean: 1.061, sd: 0.956},
		{of: func(c *lexicon.Counts) float64 { return c.Per100(c.Smalls) }, good: +1, mean: 0.3945, sd: 0.2877},
	},
	{ // plain sentences
		{of: func(c *lexicon.Counts) float64 { return c.Per100(c.Ofs) }, good: -1, mean: 1.988, sd: 0.6965},
		{of: func(c *lexicon.Counts) float64 { return ratio(c.LogLength, c.Sentences) / 1e6 }, good: -1, mean: 2.557, sd: 0.2137},
		{of: func(c *lexicon.Counts) float64 { return ratio(c.Starts, c.Sentences) }, good: -1, mean: 0.1248, sd: 0.05604},
		{of: func(c *lexicon.Counts) float64 { return c.Per100(c.Relatings) }, good: -1, mean: 1.001, sd: 0.4615},
	},
	{ // little padding
		{of: func(c *lexicon.Counts) float64 { return math.Sqrt(c.Per100(c.Paddings)) }, good: -1, mean: 0.3288, sd: 0.2028},
		{of: func(c *lexicon.Counts) float64 { return math.Sqrt(c.Per100(c.SortOfs)) }, good: -1, mean: 0.3333, sd: 0.2338, speech: true},
		{of: func(c *lexicon.Counts) float64 { return math.Sqrt(c.Per100(c.Hedges)) }, good: -1, mean: 0.5418, sd: 0.223, speech: true},
		{of: func(c *lexicon.Counts) float64 { return c.Per100(c.Thinkings) }, good: -1, mean: 0.6927, sd: 0.3621},
	},
}

func ratio(n, of int) float64 { return float64(n) / float64(max(1, of)) }

// lived is how many of the times that a text names were lived: days and hours
// against centuries. The constants keep a text without any in the middle.
func lived(c *lexicon.Counts) float64 {
	return (c.Per100(c.Clocks) + 0.2) / (c.Per100(c.Clocks) + c.Per100(c.Eras) + 0.4)
}

// forTheEar returns the share of the most, in 1/languageMost, that the signs of
// a text come to. Short texts are drawn to the middle, and no sign alone counts
// for more than two standard deviations. Each sign is rounded to a millionth,
// so that every machine gets the same figure.
func forTheEar(c *lexicon.Counts) int {
	const millionth = 1_000_000
	enough := float64(c.Words) / float64(c.Words+150)
	sum := 0
	for _, group := range signs {
		inGroup := 0
		for _, s := range group {
			z := s.good * (s.of(c) - s.mean) / s.sd * enough
			most := 2.0
			if s.speech {
				most = 0 // a script has none of it, which says nothing
			}
			inGroup += int(math.Round(min(max(z, -2), most) * millionth))
		}
		sum += inGroup / len(group)
	}
	// 50 + 40 · mean, of a hundred.
	share := languageMost/2 + sum/len(signs)*40/1000
	return min(max(share, 0), languageMost)
}

package lexicon

import "math"

// Counts is what the signs of easy language are made of: sums over a text, so
// that the counts of two texts can be added.
type Counts struct {
	Words     int
	Sentences int
	LogLength int // natural logarithm of each sentence's words, in millionths, summed

	Nouns     int // words that are mostly nouns, names aside
	Concrete  int // how concrete these are, in ninths, summed
	LongVague int // how abstract those of three syllables and more are, in ninths
	Shells    int // nouns whose content stands elsewhere
	Clocks    int // times that were lived
	Eras      int // times that nobody lived through
	Did       int // "I went", "we built"
	Smalls    int // small counts in words
	Ofs       int // "of" outside set phrases
	Starts    int // sentences with an empty beginning
	Relatings int // words that relate two things
	Paddings  int // phrases that could go
	SortOfs   int // kind of, sort of
	Hedges    int // words that take something back
	Thinkings int // believe, consider, mean
}

// Add adds the counts of another text.
func (c *Counts) Add(o Counts) {
	c.Words += o.Words
	c.Sentences += o.Sentences
	c.LogLength += o.LogLength
	c.Nouns += o.Nouns
	c.Concrete += o.Concrete
	c.LongVague += o.LongVague
	c.Shells += o.Shells
	c.Clocks += o.Clocks
	c.Eras += o.Eras
	c.Did += o.Did
	c.Smalls += o.Smalls
	c.Ofs += o.Ofs
	c.Starts += o.Starts
	c.Relatings += o.Relatings
	c.Paddings += o.Paddings
	c.SortOfs += o.SortOfs
	c.Hedges += o.Hedges
	c.Thinkings += o.Thinkings
}

// Sub takes the counts of a text out that is part of this one.
func (c *Counts) Sub(o Counts) {
	c.Words -= o.Words
	c.Sentences -= o.Sentences
	c.LogLength -= o.LogLength
	c.Nouns -= o.Nouns
	c.Concrete -= o.Concrete
	c.LongVague -= o.LongVague
	c.Shells -= o.Shells
	c.Clocks -= o.Clocks
	c.Eras -= o.Eras
	c.Did -= o.Did
	c.Smalls -= o.Smalls
	c.Ofs -= o.Ofs
	c.Starts -= o.Starts
	c.Relatings -= o.Relatings
	c.Paddings -= o.Paddings
	c.SortOfs -= o.SortOfs
	c.Hedges -= o.Hedges
	c.Thinkings -= o.Thinkings
}

// Per100 returns how many there are in a hundred words.
func (c *Counts) Per100(n int) float64 { return 100 * float64(n) / float64(max(1, c.Words)) }

// Sign is something that a listener feels in single words or sentences of a
// text. The signs of easy language are made of them.
type Sign uint8

// The signs, each with what stands at its places.
const (
	Things        Sign = iota // a noun that names something to see or to touch
	Ideas                     // a noun of three syllables or more that names nothing of the kind
	Shells                    // a noun whose content stands elsewhere
	Lived                     // a time that was lived
	Eras                      // a time that nobody lived through
	Did                       // what I or we did
	Smalls                    // a small count in words
	Ofs                       // "of" outside set phrases
	LongSentences             // a sentence of more than 30 words
	EmptyStarts               // an empty beginning of a sentence
	Relatings                 // a word that relates two things
	Paddings                  // a phrase that could go
	SortOfs                   // a phrase that blurs the noun behind it
	Hedges                    // a word that takes something back
	Thinkings                 // a verb of thinking about something
	signs
)

// Signs is how many signs there are.
const Signs = int(signs)

// Hit is a place in a text that has a sign.
type Hit struct {
	Sign       Sign
	Token      int32 // the number of its first word
	Start, End int32 // bytes of the text
}

// Reads reports whether a sign can be measured in the language. Of German nouns no
// list under a free licence says how concrete they are, so that Hits finds only
// those Ideas that have the ending of one, and German seldom says "of".
func (l *Lexicon) Reads(s Sign) bool {
	switch s {
	case Things, Ideas:
		return len(l.nouns.slots) > 0
	case Ofs:
		return l.lang == "en"
	}
	return true
}

// Count reads the words of a text and the phrases found in it.
func (l *Lexicon) Count(text string, tokens []Token, matches []Match) Counts {
	s := scan{l: l, text: text, tokens: tokens}
	s.read(matches)
	return s.counts
}

// CountHits does the work of Count and of Hits in one go.
func (l *Lexicon) CountHits(dst []Hit, text string, tokens []Token, matches []Match) (Counts, []Hit) {
	s := scan{l: l, text: text, tokens: tokens, hits: dst, list: true}
	s.read(matches)
	return s.counts, s.hits
}

// Hits appends the places that Count counts, sentence by sentence; the phrases
// follow behind all words.
func (l *Lexicon) Hits(dst []Hit, text string, tokens []Token, matches []Match) []Hit {
	_, hits := l.CountHits(dst, text, tokens, matches)
	return hits
}

// scan reads a text once.
type scan struct {
	l      *Lexicon
	text   string
	tokens []Token
	counts Counts
	hits   []Hit
	list   bool // the places are asked for
	start  int  // the first word of the sentence
	did    bool // German: "ich habe" waits for what I did
}

// longSentence is the number of words beyond which a sentence is long. A tenth
// of the sentences of recorded talks are.
const longSentence = 30

// A noun of up to 4 ninths is more an idea than a thing; from 7 on it is a thing.
const (
	mostIdea   = 4
	leastThing = 7
)

func (s *scan) read(matches []Match) {
	s.counts.Words = len(s.tokens)
	for i := range s.tokens {
		if s.tokens[i].First {
			s.endSentence(i)
		}
		s.word(i)
	}
	s.endSentence(len(s.tokens))
	for _, m := range matches {
		switch m.Sort {
		case Padding:
			s.counts.Paddings++
			s.hit(Paddings, int32(m.Token), m.Start, m.End)
		case SortOf:
			s.counts.SortOfs++
			s.hit(SortOfs, int32(m.Token), m.Start, m.End)
		}
	}
}

func (s *scan) endSentence(next int) {
	if length := next - s.start; length > 0 {
		s.counts.Sentences++
		// Whole millionths are the same on every machine, which a sum of
		// floating-point numbers need not be.
		s.counts.LogLength += int(math.Round(1e6 * math.Log(float64(length))))
		if length > longSentence {
			s.hit(LongSentences, int32(s.start), s.tokens[s.start].Start, s.tokens[next-1].End)
		}
	}
	s.start, s.did = next, false
}

// at notes that a word has a sign.
func (s *scan) at(sign Sign, i int) {
	s.hit(sign, int32(i), s.tokens[i].Start, s.tokens[i].End)
}

func (s *scan) hit(sign Sign, token, start, end int32) {
	if s.list {
		s.hits = append(s.hits, Hit{sign, token, start, end})
	}
}

// of returns a word as it is written.
func (s *scan) of(i int) string { return s.text[s.tokens[i].Start:s.tokens[i].End] }

// before returns the classes of the word n words before, none when that is in
// another sentence.
func (s *scan) before(i, n int) Class {
	if i-n < s.start {
		return 0
	}
	return s.l.Class(s.tokens[i-n])
}

// word reads a word.
func (s *scan) word(i int) {
	t := s.tokens[i]
	class := s.l.Class(t)
	w := s.of(i)
	name := t.Capital && !t.First && s.l.tongue.name(w)
	c := &s.counts
	if t.First && class&Starter != 0 && s.l.tongue.empty(s, i) {
		c.Starts++
		s.at(EmptyStarts, i)
	}
	if !name {
		if class&Function == 0 {
			s.noun(i, w)
		}
		if s.l.tongue.did(s, i, class, w) {
			c.Did++
			s.at(Did, i)
		}
	}
	if class == 0 {
		return
	}
	if class&Clock != 0 {
		c.Clocks++
		s.at(Lived, i)
	}
	if class&Era != 0 {
		c.Eras++
		s.at(Eras, i)
	}
	if class&Small != 0 {
		c.Smalls++
		s.at(Smalls, i)
	}
	if class&Relating != 0 {
		c.Relatings++
		s.at(Relatings, i)
	}
	if class&Hedge != 0 {
		c.Hedges++
		s.at(Hedges, i)
	}
	if class&Thinking != 0 && !s.l.tongue.youKnow(s, i) {
		c.Thinkings++
		s.at(Thinkings, i)
	}
	if class&Shell != 0 && s.l.tongue.shell(t, w, name) {
		c.Shells++
		s.at(Shells, i)
	}
	if class&Preposition != 0 && s.before(i, 1)&OfBefore == 0 && s.l.tongue.of(w) {
		c.Ofs++
		s.at(Ofs, i)
	}
}

// noun reads a word that may be a noun.
func (s *scan) noun(i int, w string) {
	ninths := int(s.tokens[i].noun)
	if ninths < 0 {
		if s.l.tongue.idea(s.tokens[i], s.l.Class(s.tokens[i]), w) {
			s.at(Ideas, i)
		}
		return
	}
	c := &s.counts
	c.Nouns++
	c.Concrete += ninths
	if ninths >= leastThing {
		s.at(Things, i)
	}
	if ninths < 9 && s.l.tongue.syllables(w) >= 3 {
		c.LongVague += 9 - ninths
		if ninths <= mostIdea {
			s.at(Ideas, i)
		}
	}
}

package lexicon

import (
	"math"
	"strings"
)

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

// Per100 returns how many there are in a hundred words.
func (c *Counts) Per100(n int) float64 { return 100 * float64(n) / float64(max(1, c.Words)) }

// Count reads the words of a text and the phrases found in it.
func (l *Lexicon) Count(text string, tokens []Token, matches []Match) Counts {
	var c Counts
	c.Words = len(tokens)
	var one Token // the word before, in the same sentence
	var oneClass, twoClass Class
	oneWe, twoWe := false, false
	length := 0
	for _, t := range tokens {
		if t.First {
			c.endSentence(length)
			length = 0
			one, oneClass, twoClass, oneWe, twoWe = Token{}, 0, 0, false, false
		}
		length++
		class := l.Class(t)
		w := text[t.Start:t.End]
		i := isI(w)
		name := t.Capital && !t.First && !i
		if t.First && class&Starter != 0 {
			c.Starts++
		}
		if !name {
			if ninths, ok := l.nouns.concrete(w); ok {
				c.Nouns++
				c.Concrete += ninths
				if ninths < 9 && syllables(w) >= 3 {
					c.LongVague += 9 - ninths
				}
			}
		}
		if class != 0 {
			c.count(class, name, text, one, oneClass, w)
		}
		if !name && (oneWe || twoWe) && (oneClass|twoClass)&BeHave == 0 && oneClass&Determiner == 0 && past(class, w) {
			c.Did++
		}
		twoClass, twoWe = oneClass, oneWe
		one, oneClass, oneWe = t, class, strings.EqualFold(w, "i") || strings.EqualFold(w, "we")
	}
	c.endSentence(length)
	for _, m := range matches {
		switch m.Sort {
		case Padding:
			c.Paddings++
		case SortOf:
			c.SortOfs++
		}
	}
	return c
}

func (c *Counts) endSentence(length int) {
	if length > 0 {
		c.Sentences++
		// Whole millionths are the same on every machine, which a sum of
		// floating-point numbers need not be.
		c.LogLength += int(math.Round(1e6 * math.Log(float64(length))))
	}
}

// count adds a word that is on a list. One is the word before it in its
// sentence.
func (c *Counts) count(class Class, name bool, text string, one Token, oneClass Class, w string) {
	if class&Clock != 0 {
		c.Clocks++
	}
	if class&Era != 0 {
		c.Eras++
	}
	if class&Small != 0 {
		c.Smalls++
	}
	if class&Relating != 0 {
		c.Relatings++
	}
	if class&Hedge != 0 {
		c.Hedges++
	}
	if class&Thinking != 0 && !(strings.EqualFold(w, "know") && strings.EqualFold(text[one.Start:one.End], "you")) {
		c.Thinkings++
	}
	if class&Shell != 0 && (!name || emptiest(w)) {
		c.Shells++
	}
	if class&Preposition != 0 && oneClass&OfBefore == 0 && strings.EqualFold(w, "of") {
		c.Ofs++
	}
}

// emptiest reports whether a word is so empty that even as a name it is a shell.
func emptiest(w string) bool {
	for _, e := range []string{"thing", "things", "way", "ways", "kind", "kinds", "sort", "sorts"} {
		if strings.EqualFold(w, e) {
			return true
		}
	}
	return false
}

// isI reports whether a word is I, I'm, I've and the like: no name, though it
// has a capital.
func isI(w string) bool {
	return w[0] == 'I' && (len(w) == 1 || w[1] == '\'' || strings.HasPrefix(w[1:], "’"))
}

// past reports whether a word is a past tense form.
func past(class Class, w string) bool {
	return class&PastForm != 0 || len(w) > 3 && strings.HasSuffix(w, "ed") && class&NotPast == 0
}

// syllables estimates how many syllables an English word has: its groups of one
// or two vowels, without a silent ending ("named", "baked", "home").
func syllables(w string) int {
	if len(w) > longestWord {
		return 3
	}
	var buf [longestWord]byte
	n := 0
	for i := 0; i < len(w); i++ {
		c := w[i] | 0x20
		if c >= 'a' && c <= 'z' {
			buf[n] = c
			n++
		}
	}
	s := buf[:n]
	if n <= 3 {
		return 1
	}
	s = s[:n-silent(s)]
	if s[0] == 'y' {
		s = s[1:]
	}
	groups := 0
	for i := 0; i < len(s); i++ {
		if isVowel(s[i]) {
			groups++
			if i+1 < len(s) && isVowel(s[i+1]) {
				i++
			}
		}
	}
	return max(1, groups)
}

// silent returns how many letters at the end of a word make no syllable: the es
// of "hides", the ed of "asked", the e of "home".
func silent(s []byte) int {
	n := len(s)
	last, before := s[n-1], s[n-2]
	switch {
	case before == 'l' && last == 'e':
		return 0
	case before == 'e' && last == 's' && strings.IndexByte("laeiouy", s[n-3]) < 0:
		return 2
	case before == 'e' && last == 'd' && s[n-3] != 't' && s[n-3] != 'd':
		return 2
	case last == 'e' && strings.IndexByte("laeiouy", before) < 0:
		return 1
	}
	return 0
}

func isVowel(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}

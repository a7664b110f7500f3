package lexicon

import "strings"

// Gist is what a sentence says, as far as its content words carry it: enough to
// find the sentence again where it is said in other words around them.
type Gist struct {
	stems []string
	need  int // how many of the stems make it said
	width int // within how many words
}

// NewGist reads the content words of a sentence. Five in six of them, within
// twice the sentence's length, make it said again.
func (l *Lexicon) NewGist(sentence string) Gist {
	var g Gist
	tokens := l.Tokens(nil, sentence)
	for pass := 0; pass < 2 && len(g.stems) == 0; pass++ {
		for _, t := range tokens {
			// A message of function words only is known by all its words.
			if pass == 0 && l.Class(t)&(Function|Auxiliary) != 0 {
				continue
			}
			var buf [longestWord]byte
			if s := string(stem(buf[:], sentence[t.Start:t.End])); len(g.stems) < longestGist && !contains(g.stems, s) {
				g.stems = append(g.stems, s)
			}
		}
	}
	g.need = (5*len(g.stems) + 5) / 6
	g.width = max(8, 2*len(tokens))
	return g
}

// longestGist is how many content words are looked for. Nobody says a message
// with more of them a second time.
const longestGist = 32

// Find returns the places, as token numbers, at which the gist is said. Places
// do not overlap.
func (g Gist) Find(dst []int, text string, tokens []Token) []int {
	if len(g.stems) == 0 {
		return dst
	}
	// last[i] is where stem i was last seen.
	var few [32]int
	last := few[:0]
	for range g.stems {
		last = append(last, -1)
	}
	from := 0
	for i, t := range tokens {
		which := g.index(text[t.Start:t.End])
		if which < 0 {
			continue
		}
		last[which] = i
		seen, first := 0, i
		for _, at := range last {
			if at >= from && at > i-g.width {
				seen++
				first = min(first, at)
			}
		}
		if seen >= g.need {
			dst = append(dst, first)
			from = i + 1
		}
	}
	return dst
}

// Nearly is a place at which most of a gist is said in other words: the tokens
// from First to Last.
type Nearly struct{ First, Last int }

// FindNearly returns the sentences that say most of the gist and not enough of
// it: two in three of its stems, three at least, in a sentence that is no more
// than twice as long. Of a gist with few stems nothing is nearly said.
func (g Gist) FindNearly(dst []Nearly, text string, tokens []Token) []Nearly {
	const few = 3
	most := max(few, (2*len(g.stems)+2)/3)
	if most >= g.need {
		return dst
	}
	for start := 0; start < len(tokens); {
		end := start + 1
		for end < len(tokens) && !tokens[end].First {
			end++
		}
		if end-start <= g.width {
			if n, first, last := g.count(text, tokens[start:end]); n >= most && n < g.need {
				dst = append(dst, Nearly{start + first, start + last})
			}
		}
		start = end
	}
	return dst
}

// count returns how many of the stems are among tokens, and the first and the
// last of them.
func (g Gist) count(text string, tokens []Token) (n, first, last int) {
	var seen [longestGist]bool
	first = -1
	for i, t := range tokens {
		which := g.index(text[t.Start:t.End])
		if which < 0 || t.Quoted {
			continue
		}
		if first < 0 {
			first = i
		}
		last = i
		if !seen[which] {
			seen[which] = true
			n++
		}
	}
	return n, first, last
}

// index returns which of the stems a word has, or -1.
func (g Gist) index(w string) int {
	var buf [longestWord]byte
	for i, s := range g.stems {
		// Most words differ in their first letter, which is cheap to see.
		if (w[0]|0x20) == s[0] && len(w) >= len(s) && strings.EqualFold(w[:len(s)], s) && string(stem(buf[:], w)) == s {
			return i
		}
	}
	return -1
}

// stem cuts the endings off a word that a plural, a past tense or an adverb
// has, so that "hides" and "hiding" meet in "hid". It is crude, and good enough
// to find one known sentence. The result stands in buf where it has room.
func stem(buf []byte, w string) []byte {
	s, _ := lower(buf[:0], w)
	for _, end := range []string{"'s", "ingly", "ing", "edly", "ed", "ies", "es", "ly", "s", "e", "y"} {
		if cut := len(s) - len(end); cut >= 3 && string(s[cut:]) == end {
			return s[:cut]
		}
	}
	return s
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

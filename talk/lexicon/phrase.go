package lexicon

// Match is a phrase found in a text.
type Match struct {
	Sort       Sort
	Start, End int32 // bytes of the text
	Token      int   // the place of its first word among the tokens
	Quoted     bool  // somebody is quoted with it
	plain      int32 // the place of its plainer way
}

// Plainer returns a plainer way to say a phrase, in the language of the text; an
// ellipsis in it is for the speaker to fill. It returns "" when there is none.
func (l *Lexicon) Plainer(m Match) string { return l.plain[m.plain] }

// Matches appends the phrases that the tokens of one text hold, in the order of
// the text. A phrase never reaches across the end of a sentence.
func (l *Lexicon) Matches(dst []Match, tokens []Token) []Match {
	for i, t := range tokens {
		if t.word < 0 {
			continue
		}
		for _, p := range l.words[t.word].phrases {
			if end := i + len(p.rest); follows(tokens[i+1:], p.rest) {
				dst = append(dst, Match{Sort: p.sort, Start: t.Start, End: tokens[end].End, Token: i, Quoted: t.Quoted, plain: p.plain})
			}
		}
	}
	return dst
}

// follows reports whether the tokens begin with these words, all in the
// sentence of the token before.
func follows(tokens []Token, words []int32) bool {
	if len(words) > len(tokens) {
		return false
	}
	for i, w := range words {
		if tokens[i].word != w || tokens[i].First {
			return false
		}
	}
	return true
}

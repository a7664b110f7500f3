package lexicon

import "strings"

// Sentence reports whether a heading says something, as a sentence does, or
// only names a drawer: "Silence spends days that belong to somebody else" says
// something, "Company history" and "Our awards and customers" do not.
//
// A heading of three words or more says something when it is a question, has an
// auxiliary or a word that clauses have, begins with an order ("Take one thing
// from the drawer"), or when a determiner stands behind a
// word that is neither a preposition nor a determiner nor "and" or "or": that
// word is then most likely a verb ("Close the door").
func (l *Lexicon) Sentence(heading string) bool {
	var few [24]Token
	tokens := l.Tokens(few[:0], heading)
	if len(tokens) < 3 {
		return false
	}
	if strings.HasSuffix(strings.TrimSpace(heading), "?") {
		return true
	}
	if l.order(tokens[0]) {
		return true
	}
	for i, t := range tokens {
		class := l.Class(t)
		if l.lang == "de" && i > 0 && t.Capital && class&Function == 0 {
			continue // a noun: "die Kosten", not "sie kosten"
		}
		if class&Auxiliary != 0 || class&Clause != 0 && (i > 0 || class&Function != 0) {
			return true
		}
		// A German noun may stand in front of it too: "Die Geschichte der Firma".
		noun := l.lang == "de" && i > 0 && tokens[i-1].Capital
		if class&Determiner != 0 && i > 0 && !noun && l.Class(tokens[i-1])&(Preposition|Determiner|Function) == 0 {
			return true
		}
		if class&PastForm != 0 {
			return true
		}
	}
	return false
}

// order reports whether a word alone is an order, such as "take".
func (l *Lexicon) order(t Token) bool {
	if t.word < 0 {
		return false
	}
	for _, p := range l.words[t.word].phrases {
		if p.sort == Imperative && len(p.rest) == 0 {
			return true
		}
	}
	return false
}

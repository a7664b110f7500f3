package lexicon

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// deutsch is what lists cannot say of German.
type deutsch struct{}

// name: every noun has a capital, so a capital is no sign of a name.
func (deutsch) name(string) bool { return false }

// empty: "das" and its kin may also announce a noun ("Das Haus brennt"). They
// are empty in front of a verb such as "ist".
func (deutsch) empty(s *scan, i int) bool {
	if s.l.Class(s.tokens[i])&Determiner == 0 {
		return true
	}
	next := i + 1
	return next < len(s.tokens) && !s.tokens[next].First && s.l.Class(s.tokens[next])&(Auxiliary|BeHave) != 0
}

// did: a simple past beside "ich" or "wir" ("ich ging", "gestern sagten wir"),
// or the participle that "ich habe" or "wir sind" wait for ("ich habe den Brief
// geschrieben").
func (deutsch) did(s *scan, i int, class Class, w string) bool {
	if t := s.tokens[i]; t.Capital && !t.First {
		return false // a noun: "der Stand"
	}
	simple := class&PastForm != 0 || class&(NotPast|Function|Auxiliary|BeHave) == 0 && weakPast(w)
	if simple && s.besideWe(i) {
		return true
	}
	if class&BeHave != 0 && s.besideWe(i) {
		s.did = true
		return false
	}
	if !s.did || !participle(w) || strings.EqualFold(s.of(i-1), "zu") {
		return false
	}
	s.did = false
	return true
}

// besideWe reports whether "ich" or "wir" stands right before or behind a word.
func (s *scan) besideWe(i int) bool {
	we := func(k int) bool {
		w := s.of(k)
		return strings.EqualFold(w, "ich") || strings.EqualFold(w, "wir")
	}
	return i > s.start && we(i-1) || i+1 < len(s.tokens) && !s.tokens[i+1].First && we(i+1)
}

// weakPast reports whether a word looks like the past tense of a regular verb:
// "machte", "sagten".
func weakPast(w string) bool {
	return len(w) >= 5 && (strings.HasSuffix(w, "te") || strings.HasSuffix(w, "ten"))
}

// participle reports whether a word looks like a past participle: "gesehen",
// "aufgemacht", "verstanden", "probiert".
func participle(w string) bool {
	if len(w) < 5 || !strings.HasSuffix(w, "t") && !strings.HasSuffix(w, "en") {
		return false
	}
	if strings.HasSuffix(w, "iert") {
		return true
	}
	for _, start := range []string{"be", "ent", "er", "ge", "ver", "zer", "miss"} {
		if strings.HasPrefix(w, start) {
			return true
		}
	}
	for _, off := range []string{"ab", "an", "auf", "aus", "bei", "ein", "fest", "heim", "her", "hin", "los", "mit", "nach", "statt", "um", "unter", "vor", "weg", "weiter", "wieder", "zu", "zurück", "zusammen", "über"} {
		if cut, ok := strings.CutPrefix(w, off); ok && strings.HasPrefix(cut, "ge") {
			return true
		}
	}
	return false
}

// youKnow: "wissen Sie", "weißt du", "wisst ihr".
func (deutsch) youKnow(s *scan, i int) bool {
	if i+1 >= len(s.tokens) || s.tokens[i+1].First {
		return false
	}
	w, next := s.of(i), s.of(i+1)
	return strings.EqualFold(w, "wissen") && next == "Sie" ||
		strings.EqualFold(w, "weißt") && strings.EqualFold(next, "du") ||
		strings.EqualFold(w, "wisst") && strings.EqualFold(next, "ihr")
}

// shell: a noun has a capital: "Weg" is one, "weg" is not.
func (deutsch) shell(t Token, _ string, _ bool) bool { return t.Capital && !t.First }

// of: "von" does other work than "of" as well, so nothing is counted.
func (deutsch) of(string) bool { return false }

// ideaEndings are endings of nouns that name an idea.
var ideaEndings = [...]string{"ung", "ungen", "heit", "heiten", "keit", "keiten", "ität", "itäten", "tion", "tionen", "ismus", "ismen", "schaft", "schaften", "enz", "enzen", "nis", "nisse", "nissen"}

// idea: a noun of three syllables with such an ending, but "Zeitung" is a thing.
func (d deutsch) idea(t Token, class Class, w string) bool {
	return t.Capital && class&(Thing|Shell) == 0 && slices.ContainsFunc(ideaEndings[:], func(end string) bool {
		return strings.HasSuffix(w, end)
	}) && d.syllables(w) >= 3
}

// forms: German plurals follow no rule, so the list has them.
func (deutsch) forms(string) []string { return nil }

// diphthongs are two letters that make one vowel.
var diphthongs = [...]string{"aa", "ai", "au", "ei", "ee", "eu", "ey", "ie", "oo", "äu"}

// syllables counts vowels, where two letters of a diphthong and the u of "qu" are
// none of their own; "ie" in "-tion" is none of these.
func (deutsch) syllables(word string) int {
	var buf [longestWord]byte
	if len(word) > longestWord {
		return 3
	}
	w, _ := lower(buf[:0], word)
	n := 0
	for i := 0; i < len(w); {
		r, size := utf8.DecodeRune(w[i:])
		switch {
		case r == 'q':
			size = min(2, len(w)-i)
		case strings.ContainsRune("aeiouyäöü", r):
			n++
			next := i + size
			if slices.ContainsFunc(diphthongs[:], func(d string) bool { return strings.HasPrefix(string(w[i:]), d) }) {
				_, more := utf8.DecodeRune(w[next:])
				size += more
			}
		}
		i += size
	}
	return max(1, n)
}

package lexicon

import "strings"

// anglo is what lists cannot say of English.
type anglo struct{}

// name: I, I'm, I've and the like have a capital and are none.
func (anglo) name(w string) bool {
	return !(w[0] == 'I' && (len(w) == 1 || w[1] == '\'' || strings.HasPrefix(w[1:], "’")))
}

func (anglo) empty(*scan, int) bool { return true }

// did: a past tense one or two words behind I or we, without be or have between
// ("I was asked") and not behind a determiner ("we a tired crew").
func (anglo) did(s *scan, i int, class Class, w string) bool {
	if class&PastForm == 0 && !(len(w) > 3 && strings.HasSuffix(w, "ed") && class&NotPast == 0) {
		return false
	}
	we := false
	for n := 1; n <= 2 && i-n >= s.start; n++ {
		before := s.of(i - n)
		we = we || strings.EqualFold(before, "i") || strings.EqualFold(before, "we")
	}
	return we && (s.before(i, 1)|s.before(i, 2))&BeHave == 0 && s.before(i, 1)&Determiner == 0
}

// youKnow: "know" behind "you".
func (anglo) youKnow(s *scan, i int) bool {
	return i > s.start && strings.EqualFold(s.of(i), "know") && strings.EqualFold(s.of(i-1), "you")
}

// shell: a name is none, but the emptiest are so even as names.
func (anglo) shell(_ Token, w string, name bool) bool {
	if !name {
		return true
	}
	for _, e := range []string{"thing", "things", "way", "ways", "kind", "kinds", "sort", "sorts"} {
		if strings.EqualFold(w, e) {
			return true
		}
	}
	return false
}

// idea: English has the table.
func (anglo) idea(Token, Class, string) bool { return false }

func (anglo) of(w string) bool { return strings.EqualFold(w, "of") }

// forms returns the plural of a regular noun: issue, issues; basis, bases;
// capacity, capacities; process, processes.
func (anglo) forms(w string) []string {
	switch {
	case strings.HasSuffix(w, "is"):
		return []string{w[:len(w)-2] + "es"}
	case strings.HasSuffix(w, "non"):
		return []string{w[:len(w)-2] + "a"}
	case strings.HasSuffix(w, "y") && !strings.ContainsAny(w[len(w)-2:len(w)-1], "aeiou"):
		return []string{w[:len(w)-1] + "ies"}
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "x"):
		return []string{w + "es"}
	}
	return []string{w + "s"}
}

// syllables counts groups of one or two vowels, without a silent ending ("named",
// "baked", "home").
func (anglo) syllables(w string) int {
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

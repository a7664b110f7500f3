package library

import (
	"slices"
	"strings"
)

// query is what somebody looks for: every term has to be in a talk.
type query []term

// term is a word, or several in quotes, in each of the ways it may be written.
type term []spelling

// spelling is a folded text. Where umlauts has a place in it, the talk must have
// a vowel with two dots there.
type spelling struct {
	text    string
	umlauts []int
}

// maxUmlauts is how many "ae", "oe" and "ue" of a word are tried as umlauts.
const maxUmlauts = 3

// parseQuery reads what was typed. A quote that is not closed yet goes to the end.
func parseQuery(typed string) query {
	var q query
	for i, part := range strings.Split(quotes.Replace(typed), `"`) {
		words := []string{part}
		if i%2 == 0 {
			words = strings.Fields(part)
		}
		for _, word := range words {
			if t := parseTerm(strings.TrimSpace(word)); t != nil {
				q = append(q, t)
			}
		}
	}
	return q
}

// quotes are the signs that people put around words.
var quotes = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`)

func parseTerm(word string) term {
	f := fold(word)
	if f.text == "" {
		return nil
	}
	t := term{{text: f.text}}
	if len(f.umlauts) > 0 { // "ü" finds "ue"
		var b strings.Builder
		for i := range len(f.text) {
			b.WriteByte(f.text[i])
			if slices.Contains(f.umlauts, int32(i)) {
				b.WriteByte('e')
			}
		}
		t = append(t, spelling{text: b.String()})
	}
	var pairs []int // where an "e" stands that may be two dots
	for i := 1; i < len(f.text) && len(pairs) < maxUmlauts; i++ {
		if f.text[i] == 'e' && strings.IndexByte("aou", f.text[i-1]) >= 0 {
			pairs = append(pairs, i)
		}
	}
	for choice := 1; choice < 1<<len(pairs); choice++ { // "ue" finds "ü"
		var s spelling
		for i := range len(f.text) {
			if n := slices.Index(pairs, i); n >= 0 && choice&(1<<n) != 0 {
				s.umlauts = append(s.umlauts, len(s.text)-1)
				continue
			}
			s.text += f.text[i : i+1]
		}
		t = append(t, s)
	}
	return t
}

// in finds a term in a text: at the beginning of a word, else anywhere. It
// returns where it begins and ends, or -1.
func (t term) in(f folded) (from, to int, atWord bool) {
	from = -1
	for _, s := range t {
		if len(s.umlauts) > 0 && len(f.umlauts) == 0 {
			continue
		}
		for start := 0; ; {
			at := strings.Index(f.text[start:], s.text)
			if at < 0 {
				break
			}
			at += start
			start = at + 1
			if !s.fits(f, at) {
				continue
			}
			if at == 0 || !isLetter(f.text[at-1]) {
				return at, at + len(s.text), true
			}
			if from < 0 {
				from, to = at, at+len(s.text)
			}
		}
	}
	return from, to, false
}

// fits reports whether the text has its umlauts where the spelling at a place
// wants them.
func (s spelling) fits(f folded, at int) bool {
	for _, u := range s.umlauts {
		if _, has := slices.BinarySearch(f.umlauts, int32(at+u)); !has {
			return false
		}
	}
	return true
}

// isLetter reports whether a byte is inside a word.
func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 0x80 }

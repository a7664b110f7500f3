package lexicon

import "strings"

// Acronym reports whether a word is a short form that a listener may not know:
// two to six signs, at least two of them capitals, no more than one small
// letter, such as "ROI", "E2E" or "IoT". Those that everybody says are none.
func (l *Lexicon) Acronym(text string, t Token) bool {
	w := strings.TrimSuffix(text[t.Start:t.End], "s") // a plural: APIs
	if len(w) < 2 || len(w) > 6 || t.Number || l.Class(t)&Known != 0 {
		return false
	}
	capitals, small := 0, 0
	for i := 0; i < len(w); i++ {
		switch c := w[i]; {
		case c >= 'A' && c <= 'Z':
			capitals++
		case c >= 'a' && c <= 'z':
			small++
		case c < '0' || c > '9':
			return false
		}
	}
	if capitals < 2 || small > 1 {
		return false
	}
	var buf [longestWord]byte
	i, ok := l.index.find(lower(buf[:0], w))
	return !ok || l.words[i].class&Known == 0
}

// Explained reports whether the text around a short form says what it stands
// for: a parenthesis on either side ("ROI (what you get back)", "what you get
// back (ROI)"), or words such as "stands for", "that is" or "means" right
// behind it.
func Explained(text string, t Token) bool {
	before := strings.TrimRight(text[:t.Start], " ")
	after := strings.TrimLeft(text[t.End:], ` ,"”:`)
	if strings.HasPrefix(after, "(") || strings.HasSuffix(before, "(") && strings.HasPrefix(text[t.End:], ")") {
		return true
	}
	for _, sign := range []string{"stands for ", "is short for ", "short for ", "means ", "that is", "that's", "which is ", "or ", "steht für ", "heißt ", "das ist ", "also "} {
		if strings.HasPrefix(after, sign) {
			return true
		}
	}
	return false
}

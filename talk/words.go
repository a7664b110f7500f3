package talk

import (
	"unicode"
	"unicode/utf8"
)

// CountWords returns how many words s has when it is said: runs without white
// space that hold a letter or a digit. In scripts that put no spaces between
// words, two signs count as one word (Japanese and Chinese speakers say about
// twice as many signs a minute as English speakers say words).
func CountWords(s string) int {
	words, signs := 0, 0
	inWord, counted := false, false
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		i += size
		switch {
		case r < utf8.RuneSelf && (r == ' ' || '\t' <= r && r <= '\r'), r >= utf8.RuneSelf && unicode.IsSpace(r):
			inWord, counted = false, false
			continue
		case r >= 0x0E00 && unicode.In(r, unicode.Thai, unicode.Han, unicode.Hiragana, unicode.Katakana):
			signs++
			inWord, counted = false, false
			continue
		}
		if !inWord {
			inWord, counted = true, false
		}
		if !counted && ('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' ||
			r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r))) {
			words++
			counted = true
		}
	}
	return words + (signs+1)/2
}

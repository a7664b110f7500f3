package library

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// folded is a text as it is searched: whoever looks for "grosse oel" finds
// "Große Öl-Krise", and "cafe" finds "Café". It has no case, no accents, plain
// quotes and dashes, and one space for any white space, so that words are found
// together wherever the lines break.
type folded struct {
	text string
	// umlauts are the places in text of vowels that had two dots: people write
	// "ue" for "ü" where a keyboard has none.
	umlauts []int32
}

func fold(text string) folded {
	f := folding{source: text, out: make([]byte, 0, len(text)+len(text)/32)}
	for f.at < len(text) {
		if c := text[f.at]; c < utf8.RuneSelf && plainASCII[c] != 0 { // nearly all of it
			f.out = append(f.out, plainASCII[c])
			f.at++
			continue
		}
		f.step()
	}
	return folded{string(f.out), f.umlauts}
}

// plainASCII has what a byte becomes, whatever stands around it; 0 is for the others.
var plainASCII = func() (table [utf8.RuneSelf]byte) {
	for c := byte('!'); c < utf8.RuneSelf; c++ {
		table[c] = c
		if c >= 'A' && c <= 'Z' {
			table[c] += 'a' - 'A'
		}
	}
	return table
}()

// unfold returns the place in a text whose folded form has come to length bytes.
func unfold(text string, length int) int {
	f := folding{source: text}
	done := 0 // bytes before those in f.out, of which only the last one matters
	for f.at < len(text) && done+len(f.out) < length {
		if c := text[f.at]; c < utf8.RuneSelf && plainASCII[c] != 0 {
			done += len(f.out)
			f.out = append(f.out[:0], plainASCII[c])
			f.at++
			continue
		}
		f.step()
	}
	return f.at
}

// folding is a text on its way.
type folding struct {
	source  string
	at      int // what of source is done
	out     []byte
	umlauts []int32
}

// step folds the next character.
func (f *folding) step() {
	if c := f.source[f.at]; c < utf8.RuneSelf {
		f.at++
		f.add(rune(c))
		return
	}
	r, size := utf8.DecodeRuneInString(f.source[f.at:])
	from := f.source[f.at : f.at+size]
	f.at += size
	if plain, ok := plainLetters[r]; ok {
		f.out = append(f.out, plain...)
		return
	}
	if parts := norm.NFKD.PropertiesString(from).Decomposition(); parts != nil {
		for len(parts) > 0 {
			r, size := utf8.DecodeRune(parts)
			parts = parts[size:]
			f.add(r)
		}
		return
	}
	f.add(r)
}

// add adds a character that stands for itself.
func (f *folding) add(r rune) {
	switch {
	case r < utf8.RuneSelf && plainASCII[r] != 0:
		f.out = append(f.out, plainASCII[r])
	case unicode.IsSpace(r):
		if n := len(f.out); n > 0 && f.out[n-1] != ' ' {
			f.out = append(f.out, ' ')
		}
	case r == diaeresis:
		if n := len(f.out); n > 0 && strings.IndexByte("aou", f.out[n-1]) >= 0 {
			f.umlauts = append(f.umlauts, int32(n-1))
		}
	case r >= firstAccent && r <= lastAccent, r >= utf8.RuneSelf && unicode.Is(unicode.Cf, r):
	case r < utf8.RuneSelf:
		f.out = append(f.out, byte(r))
	default:
		if plain, ok := plainLetters[r]; ok { // of a letter with an accent
			f.out = append(f.out, plain...)
			return
		}
		f.out = utf8.AppendRune(f.out, unicode.ToLower(r))
	}
}

// Accents that stand behind the letter they belong to.
const (
	firstAccent = '\u0300'
	diaeresis   = '\u0308'
	lastAccent  = '\u036f'
)

// plainLetters are what people type who do not have the letter or the sign on
// their keyboard, where Unicode knows no simpler form of it.
var plainLetters = map[rune]string{
	'ß': "ss", 'ẞ': "ss", 'æ': "ae", 'Æ': "ae", 'œ': "oe", 'Œ': "oe", 'ø': "o", 'Ø': "o",
	'ł': "l", 'Ł': "l", 'đ': "d", 'Đ': "d", 'ð': "d", 'Ð': "d", 'þ': "th", 'Þ': "th", 'ı': "i",
	'’': "'", '‘': "'", '‚': "'", '‛': "'", '“': `"`, '”': `"`, '„': `"`, '«': `"`, '»': `"`,
	'–': "-", '—': "-", '‐': "-", '‑': "-", '‒': "-", '―': "-",
}

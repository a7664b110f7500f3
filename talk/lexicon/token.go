package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Token is one word of a text.
type Token struct {
	Start, End int32 // bytes of the text
	First      bool  // it begins a sentence
	Capital    bool  // its first letter is upper case
	Number     bool  // it begins with a figure
	Quoted     bool  // it stands between quotation marks
	noun       int8  // how concrete it is in ninths, or noNoun
	word       int32 // its number in the lexicon; -1 when no list has it
}

// Class returns the word classes of a token; none for a word that no list has.
func (l *Lexicon) Class(t Token) Class {
	if t.word < 0 {
		return 0
	}
	return l.words[t.word].class
}

// Tokens appends the words of a paragraph to dst. A word is letters with
// apostrophes inside, or a figure with the letters that hang on it: "don't",
// "2,000", "60s". Stage marks are no words: "(Laughter)", "[pause]", music
// notes, and a speaker's name with a colon at the paragraph's start.
func (l *Lexicon) Tokens(dst []Token, text string) []Token {
	first := true
	quoted := false
	prev := 0 // end of the word before
	for at := opening(text); at < len(text); {
		c := text[at]
		switch {
		case c == '(' || c == '[' || c == 0xe2:
			if n := stageMark(text[at:]); n > 0 {
				at += n
				continue
			}
		}
		switch {
		case isASCIILetter(c), c >= '0' && c <= '9':
		case c < utf8.RuneSelf:
			if c == '"' {
				quoted = !quoted
			}
			at++
			continue
		default:
			r, size := utf8.DecodeRuneInString(text[at:])
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				switch r {
				case '„':
					quoted = true
				case '“', '»', '«': // “ and « close a German quotation, and open others
					quoted = !quoted
				case '”':
					quoted = false
				}
				at += size
				continue
			}
		}
		end := at + wordLength(text[at:])
		t := Token{Start: int32(at), End: int32(end), Quoted: quoted, noun: noNoun, word: -1}
		t.Number = c >= '0' && c <= '9'
		if c < utf8.RuneSelf {
			t.Capital = c >= 'A' && c <= 'Z'
		} else {
			r, _ := utf8.DecodeRuneInString(text[at:])
			t.Capital = unicode.IsUpper(r)
		}
		if end-at <= longestWord {
			var buf [longestWord]byte
			w, h := lower(buf[:0], text[at:end])
			t.word, _ = l.index.find(w, h)
			if l.Class(t)&Function == 0 {
				t.noun = l.nouns.concrete(w, h)
			}
		}
		t.First = first || (t.Capital || t.Number) && endsSentence(text[prev:at]) && !(text[prev] == '.' && l.goesOn(text, dst, t))
		dst = append(dst, t)
		first = false
		prev, at = end, end
	}
	return dst
}

// goesOn reports whether a sentence goes on behind the full stop of its last
// word so far, with next: behind an abbreviation ("Dr. Amsel"), a single letter
// ("J. Amsel", "z. B. Amseln") or a German ordinal ("am 3. Mai"). Where a
// function word follows, the stop most likely ends a sentence all the same.
func (l *Lexicon) goesOn(text string, before []Token, next Token) bool {
	last := before[len(before)-1]
	if l.Class(last)&Abbreviation != 0 {
		return true
	}
	if l.Class(next)&Function != 0 {
		return false
	}
	w := text[last.Start:last.End]
	switch {
	case last.Number:
		announced := len(before) > 1 && l.Class(before[len(before)-2])&(Determiner|Preposition) != 0
		return l.lang == "de" && len(w) <= 2 && (announced || l.Class(next)&(Clock|Era) != 0)
	case w == "I":
		return false
	}
	return utf8.RuneCountInString(w) == 1
}

// longestWord is the length in bytes beyond which a word is on no list.
const longestWord = 48

// endsSentence reports whether a sentence ends in the gap between two words: a
// full stop, question or exclamation mark, closing marks, white space, and at
// most one opening mark.
func endsSentence(gap string) bool {
	if n := len(gap); n > 0 && strings.IndexByte(`"'(`, gap[n-1]) >= 0 {
		gap = gap[:n-1]
	} else {
		gap = cutOne(gap, "“", "„", "‘", "‚", "«", "»", "‹", "›")
	}
	cut := dropMarks(gap)
	if len(cut) == len(gap) {
		return false // no white space: "e.g.This"
	}
	for {
		shorter := strings.TrimRight(cutOne(cut, "”", "’", "“", "‘", "»", "«", "›", "‹"), `"')`)
		if len(shorter) == len(cut) {
			break
		}
		cut = shorter
	}
	return cut != "" && strings.IndexByte(".!?", cut[len(cut)-1]) >= 0
}

// cutOne takes the first of the marks that s ends with off its end.
func cutOne(s string, marks ...string) string {
	for _, m := range marks {
		if cut, ok := strings.CutSuffix(s, m); ok {
			return cut
		}
	}
	return s
}

// dropMarks takes white space and stage marks off the end of a gap.
func dropMarks(gap string) string {
	for {
		cut := strings.TrimRightFunc(gap, unicode.IsSpace)
		if n := len(cut); n > 0 && (cut[n-1] == ')' || cut[n-1] == ']') {
			if open := strings.LastIndexAny(cut, "(["); open >= 0 && stageMark(cut[open:]) == n-open {
				gap = cut[:open]
				if gap == "" {
					return gap
				}
				continue
			}
		}
		return cut
	}
}

// stageMark returns the length of the stage mark at the start of s, or 0: a
// parenthesis that begins with a capital, or any bracket, of up to 80 signs, or
// what stands between two music notes.
func stageMark(s string) int {
	const longest = 80
	const note = "♫"
	switch {
	case strings.HasPrefix(s, note):
		if end := strings.Index(s[len(note):], note); end >= 0 {
			return len(note) + end + len(note)
		}
		return len(note)
	case s[0] == '(':
		if len(s) < 3 || !(s[1] >= 'A' && s[1] <= 'Z') && !strings.HasPrefix(s[1:], note) {
			return 0
		}
		end := strings.IndexAny(s[1:min(len(s), longest+3)], "()")
		if end < 0 || s[1+end] != ')' {
			return 0
		}
		return 1 + end + 1
	case s[0] == '[':
		end := strings.IndexByte(s[:min(len(s), longest+2)], ']')
		if end < 0 {
			return 0
		}
		return end + 1
	}
	return 0
}

// opening returns the length of what stands in front of a paragraph's words:
// stage marks and a speaker's name.
func opening(text string) int {
	at := 0
	for at < len(text) {
		n := len(text) - at - len(strings.TrimLeftFunc(text[at:], unicode.IsSpace))
		if at += n; at == len(text) {
			break
		}
		if n = stageMark(text[at:]); n == 0 {
			break
		}
		at += n
	}
	return at + label(text[at:])
}

// label returns the length of a speaker's name with its colon at the start of a
// paragraph: one to four words that begin with a capital.
func label(text string) int {
	colon := strings.IndexByte(text[:min(len(text), 80)], ':')
	if colon <= 0 || colon+1 >= len(text) || text[colon+1] != ' ' && text[colon+1] != '\n' {
		return 0
	}
	names := strings.Split(text[:colon], " ")
	if len(names) > 4 {
		return 0
	}
	for _, n := range names {
		if n == "" || n[0] < 'A' || n[0] > 'Z' {
			return 0
		}
		for i := 1; i < len(n); i++ {
			if c := n[i]; !isASCIILetter(c) && c != '.' && c != '-' && c != '\'' {
				return 0
			}
		}
	}
	return colon + 2
}

// wordLength returns the length in bytes of the word at the start of s, which
// begins with a letter or a figure.
func wordLength(s string) int {
	i := 0
	figures := s[0] >= '0' && s[0] <= '9'
	for i < len(s) {
		c := s[i]
		switch {
		case isASCIILetter(c):
			i++
		case c >= '0' && c <= '9':
			figures = true
			i++
		case figures && (c == ',' || c == '.') && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9':
			i++
		case figures && c == '%':
			return i + 1
		case c == '\'':
			if i+1 >= len(s) || !isASCIILetter(s[i+1]) || figures {
				return i
			}
			i++
		case c < utf8.RuneSelf:
			return i
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			if r == '’' || r == '‘' {
				if i+size >= len(s) || !isASCIILetter(s[i+size]) || figures {
					return i
				}
			} else if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
				return i
			}
			i += size
		}
	}
	return i
}

// nextWord returns the place of the first word in s; two equal figures when
// there is none.
func nextWord(s string) (start, end int) {
	for i, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return i, i + wordLength(s[i:])
		}
	}
	return 0, 0
}

func isASCIILetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// lowerSigns appends the lower-case form of a word with signs beyond ASCII.
func lowerSigns(dst []byte, w string) []byte {
	for i := 0; i < len(w); {
		c := w[i]
		if c < utf8.RuneSelf {
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(w[i:])
		i += size
		if r == '’' || r == '‘' {
			dst = append(dst, '\'')
			continue
		}
		dst = utf8.AppendRune(dst, unicode.ToLower(r))
	}
	return dst
}

package slides

import (
	"strings"
	"unicode"
)

// mostColoured is how much code is coloured: more than fits on any slide.
// Beyond it colours cost time and nobody could read them.
const mostColoured = 8 << 10

// CodeLook is how a piece of code stands out.
type CodeLook int

// The looks of code. A slide needs these and no more: the libraries that know
// hundreds of languages cost five megabytes of memory in every window, slides
// or not.
const (
	PlainCode CodeLook = iota
	CodeComment
	CodeString
	CodeNumber
	CodeKeyword
)

// CodePart is a piece of code that looks one way.
type CodePart struct {
	Look CodeLook
	Text string
}

// ColourCode returns code in parts, which put together are the code again.
// info is what its fence says, from which the language is known. Code in a
// language that is not named, or not known, is one part.
func ColourCode(info, code string) []CodePart {
	l, known := languageOf(info)
	p := painter{language: l}
	if !known || len(code) > mostColoured {
		p.add(code, PlainCode)
		return p.parts
	}
	for rest := code; rest != ""; {
		text, look := p.next(rest)
		p.add(text, look)
		rest = rest[len(text):]
	}
	return p.parts
}

// languageOf returns the language that the fence of code names, if it is known.
func languageOf(info string) (l codeLanguage, known bool) {
	name, _, _ := strings.Cut(strings.TrimSpace(info), " ")
	l, known = codeLanguages[strings.ToLower(strings.Trim(name, "{}."))]
	return l, known
}

// painter puts the pieces of code together to parts.
type painter struct {
	language codeLanguage
	parts    []CodePart
}

// add adds a piece; neighbours of one look are one part.
func (p *painter) add(text string, look CodeLook) {
	if n := len(p.parts); n > 0 && p.parts[n-1].Look == look {
		p.parts[n-1].Text += text
	} else if text != "" {
		p.parts = append(p.parts, CodePart{look, text})
	}
}

// next returns the piece that code begins with.
func (p *painter) next(code string) (string, CodeLook) {
	l := p.language
	for _, mark := range l.lines {
		if strings.HasPrefix(code, mark) {
			text, _, _ := strings.Cut(code, "\n")
			return text, CodeComment
		}
	}
	for _, block := range l.blocks {
		if strings.HasPrefix(code, block[0]) {
			return upTo(code, block[0], block[1], false), CodeComment
		}
	}
	for _, quote := range l.quotes {
		if strings.HasPrefix(code, quote) {
			return upTo(code, quote, quote, quote != "`"), CodeString
		}
	}
	first := rune(code[0])
	switch {
	case isNamePart(first) && !unicode.IsDigit(first), first >= 0x80:
		word := while(code, func(r rune) bool { return isNamePart(r) || r >= 0x80 })
		if l.isKeyword(word) {
			return word, CodeKeyword
		}
		return word, PlainCode
	case unicode.IsDigit(first):
		return while(code, func(r rune) bool { return isNamePart(r) || r == '.' }), CodeNumber
	}
	return code[:1], PlainCode
}

// upTo returns code up to the end of what begins with a mark; where it has no end
// that is all of it, or the line where it cannot be longer.
func upTo(code, begin, end string, oneLine bool) string {
	for i := len(begin); i < len(code); i++ {
		switch {
		case strings.HasPrefix(code[i:], end):
			return code[:i+len(end)]
		case code[i] == '\\' && oneLine:
			i++ // what it escapes
		case code[i] == '\n' && oneLine && len(end) == 1:
			return code[:i]
		}
	}
	return code
}

// while returns the runes that code begins with, as long as they are of a kind.
func while(code string, kind func(rune) bool) string {
	for i, r := range code {
		if !kind(r) {
			return code[:i]
		}
	}
	return code
}

// isNamePart reports whether r can stand in the name of something.
func isNamePart(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }

package slides

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// mostHighlighted is how much code is coloured: more than fits on any slide.
// Beyond it colours cost time and nobody could read them.
const mostHighlighted = 8 << 10

// highlight returns the lines of code with comments, strings, numbers and
// keywords in colours. Code in a language that is not named, or not known, has
// one colour.
//
// A slide needs these four and no more. The libraries that know hundreds of
// languages cost five megabytes of memory in every window, slides or not.
func highlight(info, code string) []widgets.Span {
	code = strings.ReplaceAll(strings.ReplaceAll(code, "\r\n", "\n"), "\t", "    ")
	name, _, _ := strings.Cut(strings.TrimSpace(info), " ")
	l, known := languages[strings.ToLower(strings.Trim(name, "{}."))]
	p := painter{language: l}
	if !known || len(code) > mostHighlighted {
		p.add(code, plainCode)
		return p.spans
	}
	for rest := code; rest != ""; {
		text, look := p.next(rest)
		p.add(text, look)
		rest = rest[len(text):]
	}
	return p.spans
}

// codeLook is how a piece of code stands out.
type codeLook int

const (
	plainCode codeLook = iota
	comment
	literal // a string
	number
	keyword
)

// painter puts the pieces of code together to spans.
type painter struct {
	language language
	spans    []widgets.Span
	last     codeLook
}

// add adds a piece; neighbours of one look are one span.
func (p *painter) add(text string, look codeLook) {
	if n := len(p.spans); n > 0 && p.last == look {
		p.spans[n-1].Text += text
		return
	}
	span := widgets.Span{Text: text, Style: fyne.TextStyle{Monospace: true}}
	switch look {
	case comment:
		span.ColorName = theme.ColorNameSoftInk
	case literal:
		span.ColorName = theme.ColorNameGiveInk
	case number:
		span.ColorName = theme.ColorNameMessageInk
	case keyword:
		span.ColorName, span.Style.Bold = theme.ColorNameClarityInk, true
	case plainCode:
	}
	if text != "" {
		p.spans, p.last = append(p.spans, span), look
	}
}

// next returns the piece that code begins with.
func (p *painter) next(code string) (string, codeLook) {
	l := p.language
	for _, mark := range l.lines {
		if strings.HasPrefix(code, mark) {
			text, _, _ := strings.Cut(code, "\n")
			return text, comment
		}
	}
	for _, block := range l.blocks {
		if strings.HasPrefix(code, block[0]) {
			return upTo(code, block[0], block[1], false), comment
		}
	}
	for _, quote := range l.quotes {
		if strings.HasPrefix(code, quote) {
			return upTo(code, quote, quote, quote != "`"), literal
		}
	}
	first := rune(code[0])
	switch {
	case isWord(first) && !unicode.IsDigit(first), first >= 0x80:
		word := run(code, func(r rune) bool { return isWord(r) || r >= 0x80 })
		if l.isKeyword(word) {
			return word, keyword
		}
		return word, plainCode
	case unicode.IsDigit(first):
		return run(code, func(r rune) bool { return isWord(r) || r == '.' }), number
	}
	return code[:1], plainCode
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

// run returns the runes that code begins with, as long as they are of a kind.
func run(code string, kind func(rune) bool) string {
	for i, r := range code {
		if !kind(r) {
			return code[:i]
		}
	}
	return code
}

func isWord(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }

package widgets

import (
	"math"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// unbounded is a width that no text reaches.
const unbounded = float32(math.MaxFloat32)

// ellipsis ends what was cut.
const ellipsis = "…"

// measured is a span with the size that the theme gives it.
type measured struct {
	Span
	size float32
}

func measure(spans []Span, l look) []measured {
	out := make([]measured, len(spans))
	for i, s := range spans {
		size := s.size
		if size == 0 {
			size = l.size(s.SizeName)
		}
		out[i] = measured{s, size}
	}
	return out
}

func (m *measured) extent(text string) (size fyne.Size, baseline float32) {
	return fyne.CurrentApp().Driver().RenderedTextSize(text, m.size, m.Style, nil)
}

// textPiece is a run of one look within a line.
type textPiece struct {
	text                          string
	span                          *measured
	size, width, height, baseline float32
}

// textLine is one line of set text; y is set by whoever stacks the lines.
type textLine struct {
	pieces                     []textPiece
	width, height, baseline, y float32
}

// lineBreaker fills lines word by word.
type lineBreaker struct {
	width   float32
	lines   []textLine
	current []textPiece // of the line being filled; neighbours of one span are one piece
	filled  float32
}

// breakLines sets the spans in lines no wider than width, at most limit of them (0 is all), the last one with an ellipsis if there was more.
func breakLines(spans []measured, width float32, limit int) []textLine {
	b := lineBreaker{width: width}
	more := false // is there text that was not even measured
	for i := range spans {
		span := &spans[i]
		for n, paragraph := range strings.Split(plainSpace(span.Text), "\n") {
			if n > 0 {
				b.end(span)
			}
			if width == unbounded {
				b.add(span, paragraph)
				continue
			}
			if limit == 1 {
				seen := span.beginning(paragraph, width)
				b.add(span, seen)
				more = more || seen != paragraph
				continue
			}
			for paragraph != "" {
				var word string
				word, paragraph = cutWord(paragraph)
				b.addWord(span, word)
			}
		}
	}
	b.end(&spans[len(spans)-1])
	if limit > 0 && len(b.lines) > limit {
		b.lines = b.lines[:limit]
		b.lines[limit-1].shorten(width, true)
	} else if limit == 1 {
		b.lines[0].shorten(width, more)
	}
	return b.lines
}

// plainSpace has spaces for tabs, whose width would depend on where in the line they stand, and newlines alone.
func plainSpace(text string) string {
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\t", " ")
}

// longWord is the most bytes that are measured as one word. Measuring a word of a megabyte again for each of its lines would take for ever.
const longWord = 200

// cutWord splits text behind its first word and the spaces before that, or behind as much of the word as is measured at once.
func cutWord(text string) (word, rest string) {
	end := len(text)
	if start := strings.IndexFunc(text, notSpace); start >= 0 {
		if length := strings.IndexByte(text[start:], ' '); length >= 0 {
			end = start + length
		}
	}
	if end > longWord {
		end = longWord
		for end > longWord-utf8.UTFMax && !utf8.RuneStart(text[end]) {
			end--
		}
	}
	return text[:end], text[end:]
}

// narrowest is the width of the narrowest letter in sizes of the text; no more of them than fit are measured.
const narrowest = 0.2

// beginning is as much of text as could be seen in a width.
func (m *measured) beginning(text string, width float32) string {
	most := int(width/(m.size*narrowest)) + 2
	for i := range text {
		if most--; most < 0 {
			return text[:i]
		}
	}
	return text
}

func notSpace(r rune) bool { return r != ' ' }

func (b *lineBreaker) addWord(span *measured, word string) {
	size, _ := span.extent(word)
	if b.filled+size.Width > b.width && b.filled > 0 && word != "" {
		bare := strings.TrimLeft(word, " ")
		if bare == word && b.joined() {
			b.takeBack(span, word)
			return
		}
		if bare == "" {
			return
		}
		b.end(span)
		word = bare
		size, _ = span.extent(word)
	}
	for size.Width > b.width && utf8.RuneCountInString(word) > 1 {
		head := fitting(span, word, b.width)
		b.add(span, head)
		b.end(span)
		word = word[len(head):]
		size, _ = span.extent(word)
	}
	b.add(span, word)
}

// joined reports whether the next word continues the last one, in another span and without a space between.
func (b *lineBreaker) joined() bool {
	last := b.current[len(b.current)-1].text
	return !strings.HasSuffix(last, " ") && strings.Contains(strings.TrimLeft(last, " "), " ")
}

// takeBack carries the last word of the line over to the next one, where the word that continues it follows.
func (b *lineBreaker) takeBack(span *measured, word string) {
	last := b.current[len(b.current)-1]
	cut := strings.LastIndexByte(last.text, ' ')
	b.current = b.current[:len(b.current)-1]
	b.add(last.span, last.text[:cut])
	b.end(span)
	b.add(last.span, last.text[cut+1:])
	b.addWord(span, word)
}

// fitting is the longest beginning of text, at least one rune, that is no wider than width. It adds up single runes: Fyne remembers their
// widths, while a text measured as a whole looks for the font of every rune again, which takes long for those that no font has.
func fitting(span *measured, text string, width float32) string {
	filled := float32(0)
	for i, r := range text {
		size, _ := span.extent(string(r))
		filled += size.Width
		if filled > width && i > 0 {
			return text[:i]
		}
	}
	return text
}

func (b *lineBreaker) add(span *measured, text string) {
	if text == "" {
		return
	}
	if n := len(b.current); n > 0 && b.current[n-1].span == span {
		b.current[n-1].text += text
	} else {
		b.current = append(b.current, textPiece{span: span})
		b.current[n].text = text
	}
	size, _ := span.extent(text)
	b.filled += size.Width
}

// end closes the line; span is the look that an empty one has the height of.
func (b *lineBreaker) end(span *measured) {
	if len(b.current) == 0 {
		b.current = []textPiece{{span: span}}
	}
	line := textLine{pieces: b.current}
	line.fit()
	b.lines = append(b.lines, line)
	b.current, b.filled = nil, 0
}

// fit measures the pieces and puts them on a common baseline.
func (l *textLine) fit() {
	l.width = 0
	var below float32
	for i := range l.pieces {
		p := &l.pieces[i]
		size, baseline := p.span.extent(p.text)
		p.size, p.width, p.height, p.baseline = p.span.size, size.Width, size.Height, baseline
		l.width += size.Width
		l.baseline = max(l.baseline, baseline)
		below = max(below, size.Height-baseline)
	}
	l.height = l.baseline + below
}

// shorten ends the line in an ellipsis where it is too wide, or where more follows.
func (l *textLine) shorten(width float32, more bool) {
	if l.width <= width && !more {
		return
	}
	for n := len(l.pieces) - 1; n >= 0; n-- {
		p := &l.pieces[n]
		dots, _ := p.span.extent(ellipsis)
		room := width - dots.Width
		for _, before := range l.pieces[:n] {
			room -= before.width
		}
		if room <= 0 && n > 0 {
			l.pieces = l.pieces[:n]
			continue
		}
		if p.width > room {
			p.text = fitting(p.span, p.text, room)
		}
		p.text = strings.TrimRight(p.text, " ") + ellipsis
		break
	}
	l.fit()
}

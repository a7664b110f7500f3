package widgets

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/bidi"
)

// Fyne draws a word that runs from right to left with its letters in their order, but
// the parts of a line in the order in which they are read: Hebrew around an English
// word, a number in Hebrew, and a comma that comes from another font would stand on the
// wrong sides. Here a line is cut where the direction or the kind of signs changes, and
// the parts are put in the order in which they are seen, by the Unicode Bidirectional
// Algorithm (UAX #9).

// The marks that make a line one of a direction, whatever it begins with.
const (
	leftToRightMark = "\u200e"
	rightToLeftMark = "\u200f"
)

// bidiRun is a part of a line in one direction.
type bidiRun struct {
	start, end int // bytes
	level      int // as in UAX #9: odd runs from right to left
}

// bidiRuns cuts a line where its direction changes; nil when all of it runs from left
// to right, as its paragraph does. The levels are those that come about without marks
// for embedding: 0 and 1, and 2 in 1.
func bidiRuns(line string, rtl bool) []bidiRun {
	if !rtl && !strings.ContainsFunc(line, isRightToLeft) {
		return nil
	}
	// The line may be in the middle of its paragraph: the direction is that of the
	// paragraph, not of the first letter.
	before, direction := leftToRightMark, bidi.LeftToRight
	if rtl {
		before, direction = rightToLeftMark, bidi.RightToLeft
	}
	var p bidi.Paragraph
	if _, err := p.SetString(before+line, bidi.DefaultDirection(direction)); err != nil {
		return nil
	}
	order, err := p.Order()
	if err != nil {
		return nil
	}
	signs := []rune(line)
	places := make([]int, 0, len(signs)+1) // of the signs, in bytes
	for at := range line {
		places = append(places, at)
	}
	places = append(places, len(line))
	var runs []bidiRun
	add := func(start, end, level int) {
		if start < end {
			runs = append(runs, bidiRun{places[start], places[end], level})
		}
	}
	for i := range order.NumRuns() {
		run := order.Run(i)
		start, last := run.Pos() // the first sign is the mark before
		start, end := max(start-1, 0), min(last, len(signs))
		switch {
		case run.Direction() == bidi.RightToLeft:
			add(start, end, 1)
		case rtl:
			add(start, end, 2)
		default:
			// A number behind words that run from right to left is a part of them.
			number := start
			if len(runs) > 0 {
				number += numberAt(signs[start:end])
			}
			add(start, number, 2)
			add(number, end, 0)
		}
	}
	return runs
}

// isRightToLeft reports whether a sign runs from right to left by itself.
func isRightToLeft(r rune) bool {
	if r < 0x590 { // which is where Hebrew begins
		return false
	}
	class := classOf(r)
	return class == bidi.R || class == bidi.AL || class == bidi.AN
}

func classOf(r rune) bidi.Class {
	properties, _ := bidi.LookupRune(r)
	return properties.Class()
}

// numberAt returns how long the number is that a text begins with, with the signs that
// are a part of it, such as those of 1,000.5 and 100%.
func numberAt(text []rune) int {
	digit := func(i int) bool {
		return i >= 0 && i < len(text) && (classOf(text[i]) == bidi.EN || classOf(text[i]) == bidi.AN)
	}
	end, digits := 0, false
	for end < len(text) {
		switch class := classOf(text[end]); {
		case digit(end):
			digits = true
		case class == bidi.ET, class == bidi.NSM, class == bidi.BN:
		case (class == bidi.ES || class == bidi.CS) && digit(end-1) && digit(end+1):
		default:
			if !digits {
				return 0
			}
			return end
		}
		end++
	}
	if !digits {
		return 0
	}
	return end
}

// inOrderSeen puts things that have levels in the order in which they are seen from
// left to right: rule L2.
func inOrderSeen[T any](all []T, level func(T) int) {
	highest := 0
	for _, x := range all {
		highest = max(highest, level(x))
	}
	for l := highest; l > 0; l-- {
		for start := 0; start < len(all); start++ {
			end := start
			for end < len(all) && level(all[end]) >= l {
				end++
			}
			slices.Reverse(all[start:end])
			start = end
		}
	}
}

// seen puts the pieces of a line in the order in which they are seen.
func (l *textLine) seen(rtl bool) {
	var text strings.Builder
	for _, p := range l.pieces {
		text.WriteString(p.text)
	}
	runs := bidiRuns(text.String(), rtl)
	if len(runs) == 0 {
		return
	}
	type part struct {
		textPiece
		level int
	}
	var parts []part
	at := 0
	for _, p := range l.pieces {
		for _, run := range runs {
			start, end := max(run.start, at), min(run.end, at+len(p.text))
			if start >= end {
				continue
			}
			words := []string{p.text[start-at : end-at]}
			if run.level%2 == 1 {
				words = drawnRightToLeft(words[0])
			}
			for _, word := range words {
				cut := part{p, run.level}
				cut.text = word
				parts = append(parts, cut)
			}
		}
		at += len(p.text)
	}
	inOrderSeen(parts, func(p part) int { return p.level })
	l.pieces = make([]textPiece, len(parts))
	for i, p := range parts {
		l.pieces[i] = p.textPiece
	}
	l.fit()
}

// drawnRightToLeft cuts text that runs from right to left into words, which Fyne
// draws as such, and the signs between them, which it would draw from left to right:
// these are turned round, brackets too.
func drawnRightToLeft(text string) []string {
	var parts []string
	start, inWord := 0, false
	cut := func(end int) {
		switch {
		case start == end:
		case inWord:
			// The mark is of the font of the words around, so that they all stand on
			// the baseline of that.
			parts = append(parts, leftToRightMark+text[start:end])
		default:
			parts = append(parts, bidi.ReverseString(text[start:end]))
		}
		start = end
	}
	for at, r := range text {
		class := classOf(r)
		word := class == bidi.R || class == bidi.AL || inWord && class == bidi.NSM
		if word != inWord {
			cut(at)
			inWord = word
		}
	}
	cut(len(text))
	return parts
}

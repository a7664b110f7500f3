package widgets

import "unicode"

// slideWide is the shape of a picture that is too wide to stand beside words, its
// width over its height.
const slideWide = 1.9

// besides divides parts into words and the one picture that goes with them, which
// comes first or last. picture is nil where there is no such picture, or what
// goes with it needs the whole width.
func besides(parts []SlidePart) (words []SlidePart, picture *SlidePart, first bool) {
	if len(parts) < 2 {
		return nil, nil, false
	}
	last := len(parts) - 1
	switch {
	case parts[last].Form == SlideImage:
		words, picture = parts[:last], &parts[last]
	case parts[0].Form == SlideImage:
		words, picture, first = parts[1:], &parts[0], true
	default:
		return nil, nil, false
	}
	if len(picture.Picture) == 0 {
		return nil, nil, false
	}
	if b := picture.Picture[0].Bounds(); float32(b.Dx()) > slideWide*float32(b.Dy()) {
		return nil, nil, false
	}
	for _, part := range words {
		if part.Form == SlideImage || part.Form == SlideCode || part.Form == SlideTable {
			return nil, nil, false
		}
	}
	return words, picture, first
}

// drawBeside puts words and a picture beside each other, in the order in which
// they come.
func (p *page) drawBeside(words []SlidePart, picture *SlidePart, first bool, scale, left, width, y, bottom float32) float32 {
	between := 56 * p.unit
	half := (width - between) / 2
	wordsAt, pictureAt := left, left+half+between
	if first {
		wordsAt, pictureAt = pictureAt, wordsAt
	}
	end := p.stack(words, scale, wordsAt, half, y, 0)
	height := p.picture(*picture, p.unit*scale, pictureAt, half, y, bottom-y)
	return max(end, y+height)
}

// isQuote reports whether parts are a quote and nothing else.
func isQuote(parts []SlidePart) bool {
	for _, part := range parts {
		if !part.Quoted || part.Form != SlideText || part.Marker != "" {
			return false
		}
	}
	return len(parts) > 0
}

// runsRightToLeft reports whether the first letter of a text is of a script that
// does, which is how browsers tell, too.
func runsRightToLeft(spans []Span) bool {
	rtl, _ := directionOf(spans)
	return rtl
}

// sidesOf returns for each part whether its side is the right one, as it is for what
// runs from right to left. A list has one side, which is that of its first words.
func sidesOf(parts []SlidePart) []bool {
	sides := make([]bool, len(parts))
	for i := 0; i < len(parts); {
		end := i + 1
		for isEntry(parts[i]) && end < len(parts) && isEntry(parts[end]) {
			end++
		}
		for _, part := range parts[i:end] {
			if rtl, sure := directionOf(part.Spans); sure {
				for n := i; n < end; n++ {
					sides[n] = rtl
				}
				break
			}
		}
		i = end
	}
	return sides
}

// isEntry reports whether a part is of a list.
func isEntry(part SlidePart) bool { return part.Marker != "" || part.Indent > 0 }

// directionOf reports whether words run from right to left, by their first letter, and
// whether there is one.
func directionOf(spans []Span) (rtl, sure bool) {
	for _, span := range spans {
		for _, r := range span.Text {
			if unicode.IsLetter(r) {
				return unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Adlam), true
			}
		}
	}
	return false, false
}

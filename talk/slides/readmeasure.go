package slides

import "strings"

// maxSigns is how much of a deck is read: as many lines, with the levels that they
// are deep, and signs that could be marks. That is eight times what a deck of a
// megabyte has. What comes behind is kept as it stands. Each sign may become a node
// of four trees, of which a hostile file of ten megabytes would have ten million.
const maxSigns = 400_000

// deepest is how many levels of lists and quotes are read: see markdown.
const deepest = 100

// cutBeyond cuts a deck where it goes beyond all measure, at the end of a line.
func cutBeyond(text string) (rest, beyond string) {
	if len(text) <= maxSigns/deepest {
		return text, ""
	}
	signs, depth := 0, 0
	for at := 0; at < len(text); {
		end := strings.IndexByte(text[at:], '\n') + 1
		if end == 0 {
			end = len(text) - at
		}
		line := text[at : at+end]
		if strings.TrimSpace(line) != "" { // else the lists around go on
			var begun, indent int
			depth, begun, indent = levelsOf(line)
			signs += 2 * begun             // each is a list, and an entry of it
			signs += depth * indent / 1000 // the indentation is looked at for each level
		}
		signs += 1 + depth
		for i := range len(line) {
			switch {
			case isHeading(line[i:]): // it may be a slide
				signs += 4
			case isSign(line[i:]):
				signs++
			}
		}
		if signs > maxSigns {
			return text[:at], text[at:]
		}
		at += end
	}
	return text, ""
}

// keepBeyond keeps what was cut off the end of a deck.
func (s *source) keepBeyond(text string) {
	if len(s.pages) == 0 {
		s.front = strings.TrimSpace(s.front + "\n" + text)
		return
	}
	s.pages[len(s.pages)-1].keep(text)
}

// levelsOf returns how many lists and quotes a line may be in, how many of them may
// begin in it, and how far it is indented, by their marks too.
func levelsOf(line string) (depth, begun, indent int) {
	width := 0
	for i := range len(line) {
		switch line[i] {
		case '\t':
			width += 4
		case '>', '-', '+', '*', '.', ')':
			width++
			begun++
		case ' ', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
			width++
		default:
			return min(width/2, deepest), min(begun, deepest), width
		}
	}
	return min(width/2, deepest), min(begun, deepest), width
}

// isHeading reports whether a text may begin with the last mark of a heading.
func isHeading(s string) bool { return strings.HasPrefix(s, "# ") }

// isSign reports whether a tool may read the first byte of a text as a mark. What
// addresses, numbers and encoded pictures are full of is none by itself.
func isSign(s string) bool {
	switch c := s[0]; c {
	case '*', '<', '[', '\\', '^', '_', '`', '|', '~', ':', '=', '\'':
		return true
	case '-', '.':
		return len(s) > 1 && s[1] == c
	case '(':
		return len(s) > 1 && strings.IndexByte("cCrRtT", s[1]) >= 0
	}
	return false
}

package palette

import (
	"slices"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// How well a text answers what was typed is a sum of points, in the way of fzf's
// (junegunn/fzf, src/algo/algo.go): the letters of a term stand in the text in
// their order, with anything between them, and of all the ways to find them the
// best one counts.
//
//   - Every letter found earns pointsLetter, so that more letters typed and found
//     weigh more than anything else.
//   - A letter that begins the text, a word, or a part of a name written
//     likeThis or like2 earns a bonus: initials find long titles. What a term
//     begins with counts double, since people begin at a beginning.
//   - A letter next to the one before earns as much as the beginning of its run,
//     and at least pointsNext: a word typed whole beats letters strewn about.
//   - A gap costs costGap and costGapMore for each further letter. Where gaps cost
//     more than the letters earn, the text does not answer.
//
// Of two texts with the same points the shorter is the better: more of it was
// typed.
const (
	pointsLetter = 16
	pointsStart  = 10 // the first letter of the text
	pointsWord   = 8  // the first of a word
	pointsPart   = 6  // the first of a part of a name
	pointsNext   = 4
	firstTimes   = 2

	costGap     = 3
	costGapMore = 1
)

// longest is how many letters of a text are looked at.
const longest = 200

// text is what is searched, made ready once for many searches.
type text struct {
	letters []rune  // folded, one for each letter of what is shown
	bonus   []int32 // for a term's letter that is found there
}

// newText makes a text ready.
func newText(s string) text {
	shown := []rune(s)
	shown = shown[:min(len(shown), longest)]
	t := text{letters: make([]rune, len(shown)), bonus: make([]int32, len(shown))}
	before := other
	for i, r := range shown {
		t.letters[i] = fold(r)
		now := classOf(r)
		switch {
		case i == 0:
			t.bonus[i] = pointsStart
		case now == other:
		case before == other:
			t.bonus[i] = pointsWord
		case now == upper && before == small, now == digit && before != digit:
			t.bonus[i] = pointsPart
		}
		before = now
	}
	return t
}

// class is what words and parts of names are told by.
type class int

const (
	other class = iota
	small       // and letters that are neither small nor not
	upper
	digit
)

func classOf(r rune) class {
	switch {
	case r >= 'a' && r <= 'z':
		return small
	case r >= 'A' && r <= 'Z':
		return upper
	case r >= '0' && r <= '9':
		return digit
	case r < 0x80:
		return other
	case unicode.IsUpper(r):
		return upper
	case unicode.IsLetter(r):
		return small
	case unicode.IsDigit(r):
		return digit
	}
	return other
}

// fold returns what a letter is searched as: small, and without its accents.
func fold(r rune) rune {
	switch {
	case r >= 'A' && r <= 'Z':
		return r + 'a' - 'A'
	case r < 0x80:
		return r
	default:
		var buf [4]byte
		for _, first := range string(norm.NFD.AppendString(buf[:0], string(r))) {
			r = first
			break
		}
	}
	return unicode.ToLower(r)
}

// foldAll folds what was typed. Accents that come as signs of their own are left
// out, as they are from the letters of a text that has them built in.
func foldAll(s string) []rune {
	var folded []rune
	for _, r := range s {
		if !unicode.Is(unicode.Mn, r) {
			folded = append(folded, fold(r))
		}
	}
	return folded
}

// matcher matches one text after another, in the same room.
type matcher struct{ cells []cell }

// cell is one letter of a term at one place of a text: the points of the best
// way to find it there and all before it, the bonus that its run began with, and
// where the letter before stands in that way.
type cell struct{ points, run, from int32 }

// none are the points of a way that there is not.
const none = -1 << 20

// points returns the points of a text for a term; one that does not answer has
// none. It takes time and room in proportion to the letters of both, multiplied.
func (m *matcher) points(t text, term []rune) int {
	points, _, _ := m.match(t, term)
	return points
}

// places returns where the letters of a term stand in a text, in order, or nil.
func (m *matcher) places(t text, term []rune) []int {
	points, first, end := m.match(t, term)
	if points == 0 {
		return nil
	}
	at := make([]int, len(term))
	width := len(m.cells) / len(term)
	for i, j := len(term)-1, end; i >= 0; i-- {
		at[i] = first + j
		j = int(m.cells[i*width+j].from)
	}
	return at
}

// match fills the cells, and returns the points of the best way, where the cells
// of the text begin, and the cell in which that way ends.
func (m *matcher) match(t text, term []rune) (points, first, end int) {
	first, last := t.bounds(term)
	if last < 0 {
		return 0, 0, 0
	}
	width := last - first
	m.cells = slices.Grow(m.cells[:0], len(term)*width)[:len(term)*width]
	var before []cell // the row of the letter before
	for i, letter := range term {
		row := m.cells[i*width : (i+1)*width]
		gap := cell{points: none} // the best way that ends before the place, with the gap paid
		for j := range row {
			if i > 0 && j >= 2 {
				gap.points -= costGapMore
				if p := before[j-2].points - costGap; p >= gap.points {
					gap = cell{points: p, from: int32(j - 2)}
				}
			}
			row[j] = cell{points: none}
			if t.letters[first+j] != letter {
				continue
			}
			bonus := t.bonus[first+j]
			if i == 0 {
				row[j] = cell{points: pointsLetter + firstTimes*bonus, run: bonus}
				continue
			}
			if gap.points > none/2 {
				row[j] = cell{gap.points + pointsLetter + bonus, bonus, gap.from}
			}
			if j > 0 && before[j-1].points > none/2 {
				run := max(before[j-1].run, bonus)
				if p := before[j-1].points + pointsLetter + max(run, pointsNext); p >= row[j].points {
					row[j] = cell{p, run, int32(j - 1)}
				}
			}
		}
		before = row
	}
	for j := range before {
		if before[j].points > before[end].points {
			end = j
		}
	}
	return max(0, int(before[end].points)), first, end
}

// bounds returns where the letters of a term may stand: from the first place of
// its first one to behind the last place of its last. A term that is not there
// ends at -1. Most texts are told from most terms here, for next to nothing.
func (t text) bounds(term []rune) (first, last int) {
	i := 0
	for j, r := range t.letters {
		if i < len(term) && r == term[i] {
			if i == 0 {
				first = j
			}
			i++
		}
	}
	if i < len(term) || len(term) == 0 {
		return 0, -1
	}
	last = len(t.letters)
	for t.letters[last-1] != term[len(term)-1] {
		last--
	}
	return first, last
}

package library

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// unit is a thing of which a version has several in an order: a section, a key
// of the front matter, an entry of a list, a key line.
type unit struct {
	name   string // its title or key, "" for none
	text   string // what of it is compared
	number int    // from 1 in its version
	links  int    // of an entry: how many links lead to it
}

// trio is one unit in the three versions; nil where a version has none.
type trio struct{ base, ours, theirs *unit }

// gone reports whether one side has taken the unit away and the other has left
// it as it was, without a new link to it.
func (t trio) gone() bool {
	left := func(u *unit) bool { return u == nil || u.text == t.base.text && u.links <= t.base.links }
	return t.base != nil && (t.ours == nil && left(t.theirs) || t.theirs == nil && left(t.ours))
}

// texts returns the three texts, "" for a version without one.
func (t trio) texts() (base, ours, theirs string) {
	text := func(u *unit) string {
		if u == nil {
			return ""
		}
		return u.text
	}
	return text(t.base), text(t.ours), text(t.theirs)
}

// merge merges the unit as a whole.
func (t trio) merge() []part {
	base, ours, theirs := t.texts()
	switch {
	case t.ours == nil && theirs == base: // it is still there because it is needed
		return []part{{text: theirs}}
	case t.theirs == nil && ours == base:
		return []part{{text: ours}}
	}
	return mergeText(base, ours, theirs)
}

// align finds the units of the versions that are the same one, and the order
// that keeps what either side has moved, added or taken away. match returns for
// each unit of b its place in a, or -1.
func align(base, ours, theirs []unit, match func(a, b []unit) []int) []trio {
	trios := make([]trio, len(base))
	for i := range base {
		trios[i].base = &base[i]
	}
	idsO, idsT := match(base, ours), match(base, theirs)
	var newO, newT []unit
	var newIDs []int // of newO
	for i, id := range idsO {
		if id < 0 {
			idsO[i] = len(trios)
			newO, newIDs = append(newO, ours[i]), append(newIDs, len(trios))
			trios = append(trios, trio{})
		}
		trios[idsO[i]].ours = &ours[i]
	}
	for i, id := range idsT {
		if id < 0 {
			newT = append(newT, theirs[i])
		}
	}
	// What both have added is one.
	both := match(newO, newT)
	for i, id := range idsT {
		if id < 0 {
			if both[0] >= 0 {
				idsT[i] = newIDs[both[0]]
			} else {
				idsT[i] = len(trios)
				trios = append(trios, trio{})
			}
			both = both[1:]
		}
		trios[idsT[i]].theirs = &theirs[i]
	}
	var row []trio
	for _, id := range order(trios, idsO, idsT) {
		row = append(row, trios[id])
	}
	return row
}

// order puts the units of theirs among those of ours: what they have added or
// moved goes behind the unit that it follows there.
func order(trios []trio, ours, theirs []int) []int {
	shared := func(ids []int) []int {
		var out []int
		for _, id := range ids {
			if t := trios[id]; t.base != nil && t.ours != nil && t.theirs != nil {
				out = append(out, id)
			}
		}
		return out
	}
	movedO, movedT := moved(shared(ours)), moved(shared(theirs))
	var out []int
	in := make([]bool, len(trios))
	for _, id := range ours {
		if !trios[id].gone() && (!movedT[id] || movedO[id]) {
			out, in[id] = append(out, id), true
		}
	}
	for i, id := range theirs {
		if in[id] || trios[id].gone() {
			continue
		}
		in[id] = true
		at := 0
		for _, before := range slices.Backward(theirs[:i]) {
			if j := slices.Index(out, before); j >= 0 {
				at = j + 1
				break
			}
		}
		// Where both have added something, ours comes first.
		for at < len(out) && trios[out[at]].base == nil && trios[out[at]].theirs == nil {
			at++
		}
		out = slices.Insert(out, at, id)
	}
	return out
}

// moved returns which of the numbers, each there once, stand out of their
// order: those beside a longest row that does not.
func moved(ids []int) map[int]bool {
	// tails[n] is the place of the smallest end of a rising row of n+1.
	var tails []int
	before := make([]int, len(ids))
	for i, id := range ids {
		n, _ := slices.BinarySearchFunc(tails, id, func(at, id int) int { return cmp.Compare(ids[at], id) })
		before[i] = -1
		if n > 0 {
			before[i] = tails[n-1]
		}
		if n == len(tails) {
			tails = append(tails, i)
		}
		tails[n] = i
	}
	out := make(map[int]bool, len(ids))
	for _, id := range ids {
		out[id] = true
	}
	if len(tails) > 0 {
		for i := tails[len(tails)-1]; i >= 0; i = before[i] {
			delete(out, ids[i])
		}
	}
	return out
}

// matching is which units of b are those of a.
type matching struct {
	a, b  []unit
	of    []int  // for each of b its place in a, or -1
	taken []bool // which of a have a partner
}

func newMatching(a, b []unit) *matching {
	return &matching{a, b, slices.Repeat([]int{-1}, len(b)), make([]bool, len(a))}
}

func (m *matching) pair(i, j int) { m.of[j], m.taken[i] = i, true }

// pairBy matches those that have the same sign and no partner yet, of several
// the first with the first; "" is no sign.
func (m *matching) pairBy(sign func(unit) string) {
	free := map[string][]int{}
	for i, u := range m.a {
		if s := sign(u); s != "" && !m.taken[i] {
			free[s] = append(free[s], i)
		}
	}
	for j, u := range m.b {
		if s := sign(u); m.of[j] < 0 && len(free[s]) > 0 {
			m.pair(free[s][0], j)
			free[s] = free[s][1:]
		}
	}
}

// byName matches units that have the same name.
func byName(a, b []unit) []int {
	m := newMatching(a, b)
	m.pairBy(func(u unit) string { return "=" + u.name })
	return m.of
}

// alike is the share of words that two texts must have in common to be the
// same one in two versions: with less, more is new than has stayed.
const alike = 0.5

// maxPairs bounds how many texts are compared with each other.
const maxPairs = 40_000

// byLikeness matches units with the same text, then those with the same name,
// then those that have most of their words in common, the most alike first.
func byLikeness(a, b []unit) []int {
	m := newMatching(a, b)
	m.pairBy(func(u unit) string { return "=" + u.text })
	m.pairBy(func(u unit) string { return u.name })
	type likeness struct {
		a, b  int
		share float64
	}
	var found []likeness
	words := make([]map[string]int, len(a))
	compared := 0
	for j := range b {
		if m.of[j] >= 0 || compared >= maxPairs {
			continue
		}
		wordsB := wordsOf(b[j].text)
		for i := range a {
			if m.taken[i] {
				continue
			}
			compared++
			if words[i] == nil {
				words[i] = wordsOf(a[i].text)
			}
			if s := share(words[i], wordsB); s >= alike {
				found = append(found, likeness{i, j, s})
			}
		}
	}
	slices.SortStableFunc(found, func(x, y likeness) int { return cmp.Compare(y.share, x.share) })
	for _, l := range found {
		if m.of[l.b] < 0 && !m.taken[l.a] {
			m.pair(l.a, l.b)
		}
	}
	return m.of
}

// wordsOf counts the words of a text.
func wordsOf(text string) map[string]int {
	words := map[string]int{}
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }) {
		words[w]++
	}
	return words
}

// share returns which part of the words of two texts they have in common, from
// 0 to 1 (the Sørensen–Dice coefficient).
func share(a, b map[string]int) float64 {
	common, all := 0, 0
	for w, n := range a {
		common += 2 * min(n, b[w])
		all += n
	}
	for _, n := range b {
		all += n
	}
	return float64(common) / float64(max(all, 1))
}

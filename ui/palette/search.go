// Package palette finds a command, a talk or a section by a few letters of its
// name. The search is plain code; Palette shows it over the window.
package palette

import (
	"slices"
	"strings"
)

// Kind is what an item is, in the order in which equals stand.
type Kind int

// The kinds of items.
const (
	Command Kind = iota
	Section
	Talk
)

// Item is something that can be found.
type Item struct {
	Kind  Kind
	Title string
	// Note says more in a few words: a menu, an event, a time. It is searched
	// too, and counts half.
	Note string
	// Keys are the shortcut that does the same, as it is written; may be empty.
	Keys string
	// On marks a command that is switched on.
	On bool
	// Run does it, once the palette is closed.
	Run func()
}

// Found is an item that was searched for.
type Found struct {
	Item
	// InTitle and InNote are the letters (not bytes) that answered, in order.
	InTitle, InNote []int
}

// index is what is searched: the items, ready for many searches.
type index struct {
	entries []entry
	matcher matcher
}

type entry struct {
	Item
	title, note text
	recent      int // 1 is the latest; behind all when it was never chosen
}

// newIndex makes items ready to be searched. recent are the titles of those that
// were chosen before, the latest first.
func newIndex(items []Item, recent []string) *index {
	x := &index{entries: make([]entry, len(items))}
	for i, item := range items {
		e := entry{Item: item, title: newText(item.Title), note: newText(item.Note), recent: len(recent) + 1}
		if at := slices.Index(recent, item.Title); at >= 0 {
			e.recent = at + 1
		}
		x.entries[i] = e
	}
	return x
}

// results are the items that a search found, the best first.
type results struct {
	index *index
	terms [][]rune
	hits  []hit
}

type hit struct {
	entry  *entry
	points int
}

// search finds the items that have every word of a query in their title or
// note. Among equals those chosen lately come first, then by kind, then the
// shorter title, then as they were given. Without a word it is all of them:
// those chosen lately, then the others as they were given.
func (x *index) search(query string) results {
	r := results{index: x}
	for _, word := range strings.Fields(query) {
		if term := foldAll(word); len(term) > 0 {
			r.terms = append(r.terms, term)
		}
	}
	for i := range x.entries {
		if points, ok := x.answer(&x.entries[i], r.terms); ok {
			r.hits = append(r.hits, hit{&x.entries[i], points})
		}
	}
	slices.SortStableFunc(r.hits, func(a, b hit) int {
		switch {
		case a.points != b.points:
			return b.points - a.points
		case a.entry.recent != b.entry.recent:
			return a.entry.recent - b.entry.recent
		case len(r.terms) == 0:
			return 0
		case a.entry.Kind != b.entry.Kind:
			return int(a.entry.Kind - b.entry.Kind)
		}
		return len(a.entry.title.letters) - len(b.entry.title.letters)
	})
	return r
}

// answer says whether an item has all terms, and with how many points.
func (x *index) answer(e *entry, terms [][]rune) (points int, ok bool) {
	for _, term := range terms {
		inTitle, inNote := x.weigh(e, term)
		if inTitle == 0 && inNote == 0 {
			return 0, false
		}
		points += max(inTitle, inNote)
	}
	return points, true
}

// weigh returns the points that a term has in a title, and in a note.
func (x *index) weigh(e *entry, term []rune) (inTitle, inNote int) {
	return x.matcher.points(e.title, term), x.matcher.points(e.note, term) / 2
}

// count is how many items were found.
func (r results) count() int { return len(r.hits) }

// at returns the item at a place, with the letters that answered.
func (r results) at(i int) Found {
	e, x := r.hits[i].entry, r.index
	found := Found{Item: e.Item}
	for _, term := range r.terms {
		if inTitle, inNote := x.weigh(e, term); inNote > inTitle {
			found.InNote = append(found.InNote, x.matcher.places(e.note, term)...)
		} else {
			found.InTitle = append(found.InTitle, x.matcher.places(e.title, term)...)
		}
	}
	found.InTitle, found.InNote = inOrder(found.InTitle), inOrder(found.InNote)
	return found
}

// inOrder sorts places and has each once.
func inOrder(at []int) []int {
	slices.Sort(at)
	return slices.Compact(at)
}

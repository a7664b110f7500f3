package score

import (
	"maps"
	"slices"
	"testing"
)

// What a round asks for is kept for the next; what it does not ask for is
// forgotten, so that a long day of writing does not fill the memory.
func TestShelf(t *testing.T) {
	var k shelf[int]
	for _, round := range []struct{ ask, read []string }{
		{ask: []string{"a", "b", "a"}, read: []string{"a", "b"}},
		{ask: []string{"b", "c"}, read: []string{"c"}},
		{ask: []string{"c", "b"}},
		{ask: []string{"a", "c"}, read: []string{"a"}},
		{},
		{ask: []string{"c"}, read: []string{"c"}},
	} {
		k.begin()
		var read []string
		for _, text := range round.ask {
			n, kept, isNew := k.get([]byte(text))
			if isNew {
				read = append(read, text)
				*n = len(text) + int(text[0])
			}
			if kept != text || *n != len(text)+int(text[0]) {
				t.Errorf("of %q it keeps %q, %d", text, kept, *n)
			}
		}
		k.end()
		if !slices.Equal(read, round.read) {
			t.Errorf("asked for %q it reads %q, want %q", round.ask, read, round.read)
		}
		asked := slices.Sorted(slices.Values(round.ask))
		if left := slices.Sorted(maps.Keys(k.of)); !slices.Equal(left, slices.Compact(asked)) {
			t.Errorf("after a round with %q it keeps %q", round.ask, left)
		}
	}
	k.forget()
	k.begin()
	if _, _, isNew := k.get([]byte("c")); !isNew {
		t.Error("it forgets nothing")
	}
}

package lexicon

import "unicode/utf8"

// wordTable numbers words and finds them again. It is a hash table of its own,
// since each word of a text is looked up twice, in the lists and among the
// nouns, and so is hashed once for both.
type wordTable struct {
	words  []string
	hashes []uint32
	slots  []int32 // a word's number plus one; 0 is empty
}

// firstSlots is room for the lists of a language.
const firstSlots = 8192

// find returns the number of a word, given in lower case with its hash.
func (t *wordTable) find(word []byte, hash uint32) (int32, bool) {
	mask := uint32(len(t.slots) - 1)
	for i := hash & mask; t.slots[i] != 0; i = (i + 1) & mask {
		if n := t.slots[i] - 1; t.hashes[n] == hash && t.words[n] == string(word) {
			return n, true
		}
	}
	return -1, false
}

// add returns the number of a word, a new one if need be.
func (t *wordTable) add(word string) int32 {
	if 2*len(t.words) >= len(t.slots) {
		t.slots = make([]int32, max(firstSlots, 2*len(t.slots)))
		for n, h := range t.hashes {
			t.put(h, int32(n))
		}
	}
	h := hash([]byte(word))
	if n, ok := t.find([]byte(word), h); ok {
		return n
	}
	n := int32(len(t.words))
	t.words, t.hashes = append(t.words, word), append(t.hashes, h)
	t.put(h, n)
	return n
}

func (t *wordTable) put(hash uint32, n int32) {
	mask := uint32(len(t.slots) - 1)
	i := hash & mask
	for t.slots[i] != 0 {
		i = (i + 1) & mask
	}
	t.slots[i] = n + 1
}

// FNV-1a with 32 bits.
const (
	hashStart uint32 = 2166136261
	hashPrime uint32 = 16777619
)

func hash(word []byte) uint32 {
	h := hashStart
	for _, c := range word {
		h = (h ^ uint32(c)) * hashPrime
	}
	return h
}

// lower appends the lower-case form of a word with straight apostrophes, and
// returns its hash too; dst is empty.
func lower(dst []byte, w string) ([]byte, uint32) {
	h := hashStart
	for i := 0; i < len(w); i++ {
		c := w[i]
		if c >= utf8.RuneSelf {
			dst = lowerSigns(dst, w[i:])
			return dst, hash(dst)
		}
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		dst = append(dst, c)
		h = (h ^ uint32(c)) * hashPrime
	}
	return dst, h
}

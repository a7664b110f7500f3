package lexicon

import (
	_ "embed"
	"strings"
)

//go:generate sh -c "go run ./internal/nouns en > nouns.tmp && mv nouns.tmp en/nouns.txt"

//go:embed en/nouns.txt
var englishNouns string

// nounTable says of word forms that are mostly nouns how concrete they are. It
// is a hash table of places in the embedded text, so that fifty thousand words
// cost no memory of their own but four bytes a slot.
type nounTable struct {
	text  string
	slots []uint32 // place of a word and its figure; 0 is empty
}

// A slot has the place in its lower bits and the figure above them.
const (
	placeBits = 20
	placeMask = 1<<placeBits - 1
)

// loadNouns reads the table of a language; a language without one has an empty
// table. Each line of the text has a figure from 0 to 9 and the words that have
// it; words end with a space or the line.
func loadNouns(lang string) nounTable {
	if lang != "en" {
		return nounTable{}
	}
	t := nounTable{text: englishNouns, slots: make([]uint32, 1<<17)}
	at := 0
	for line := range strings.Lines(t.text) {
		if line[0] != '#' {
			figure := uint32(line[0] - '0')
			for start := 2; start < len(line); {
				length := strings.IndexAny(line[start:], " \n")
				if length <= 0 {
					break
				}
				t.add(at+start, line[start:start+length], figure)
				start += length + 1
			}
		}
		at += len(line)
	}
	return t
}

func (t *nounTable) add(at int, word string, figure uint32) {
	i := hash([]byte(word)) & uint32(len(t.slots)-1)
	for t.slots[i] != 0 {
		i = (i + 1) & uint32(len(t.slots)-1)
	}
	t.slots[i] = figure<<placeBits | uint32(at)
}

// concrete returns how concrete a noun is, from 0 (an idea) to 9 (a thing), and
// false for a word that is no noun.
func (t *nounTable) concrete(word string) (int, bool) {
	if len(t.slots) == 0 || len(word) > longestWord {
		return 0, false
	}
	var buf [longestWord]byte
	w := lower(buf[:0], word)
	for i := hash(w) & uint32(len(t.slots)-1); t.slots[i] != 0; i = (i + 1) & uint32(len(t.slots)-1) {
		at := int(t.slots[i] & placeMask)
		if end := at + len(w); end < len(t.text) && t.text[at:end] == string(w) && (t.text[end] == ' ' || t.text[end] == '\n') {
			return int(t.slots[i] >> placeBits), true
		}
	}
	return 0, false
}

// hash is FNV-1a with 32 bits.
func hash(word []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range word {
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

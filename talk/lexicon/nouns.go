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
	text := t.text
	for at := 0; at < len(text); {
		if text[at] == '#' {
			at += strings.IndexByte(text[at:], '\n') + 1
			continue
		}
		figure := uint32(text[at] - '0')
		at += 2
		// Words are hashed as they are met: this loop is most of the time that a
		// short command takes.
		for start, h := at, hashStart; ; at++ {
			if c := text[at]; c != ' ' && c != '\n' {
				h = (h ^ uint32(c)) * hashPrime
				continue
			}
			if at > start {
				t.add(start, h, figure)
			}
			if start, h = at+1, hashStart; text[at] == '\n' {
				at++
				break
			}
		}
	}
	return t
}

func (t *nounTable) add(at int, hash, figure uint32) {
	mask := uint32(len(t.slots) - 1)
	i := hash & mask
	for t.slots[i] != 0 {
		i = (i + 1) & mask
	}
	t.slots[i] = figure<<placeBits | uint32(at)
}

// noNoun is what concrete returns for a word that is no noun.
const noNoun int8 = -1

// concrete returns how concrete a noun is, from 0 (an idea) to 9 (a thing). The
// word is given in lower case with its hash.
func (t *nounTable) concrete(word []byte, hash uint32) int8 {
	if len(t.slots) == 0 {
		return noNoun
	}
	mask := uint32(len(t.slots) - 1)
	for i := hash & mask; t.slots[i] != 0; i = (i + 1) & mask {
		at := int(t.slots[i] & placeMask)
		if end := at + len(word); end < len(t.text) && t.text[at:end] == string(word) && (t.text[end] == ' ' || t.text[end] == '\n') {
			return int8(t.slots[i] >> placeBits)
		}
	}
	return noNoun
}

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// small is a dictionary in WordNet's format, of a few words, made for this test.
// Its senses: 1930 is what can be touched, 2137 is what cannot; a dog and a tool
// come under the first, a notion under the second, a mouth-organ under both.
var small = map[string]string{
	"data.noun": "  1 a licence line\n" +
		"00001930 03 n 01 physical_entity 0 000 | x\n" +
		"00002137 03 n 01 abstraction 0 000 | x\n" +
		"00000010 03 n 01 dog 0 001 @ 00001930 n 0000 | x\n" +
		"00000020 03 n 02 notion 0 idea 0 001 @ 00002137 n 0000 | x\n" +
		"00000030 03 n 01 half 0 002 @ 00001930 n 0000 @i 00002137 n 0000 | x\n",
	"data.verb":   "",
	"index.noun":  "dog n 2 1 @ 2 0 00000010 00000020\nnotion n 1 1 @ 1 0 00000020\nhalf n 1 1 @ 1 0 00000030\nwalk n 1 1 @ 1 0 00000020\nchild n 1 1 @ 1 0 00000020\nhot_dog n 1 1 @ 1 0 00000010\n",
	"index.verb":  "walk v 1 1 @ 1 0 00000040\n",
	"index.adj":   "",
	"index.adv":   "",
	"noun.exc":    "children child\n",
	"verb.exc":    "",
	"adj.exc":     "",
	"adv.exc":     "",
	"cntlist.rev": "dog%1:05:00:: 1 9\nwalk%1:04:00:: 1 2\nwalk%2:38:00:: 1 20\nchild%1:18:00:: 1 5\n",
}

func TestRun(t *testing.T) {
	wordnet, scowl, folder := t.TempDir(), t.TempDir(), t.TempDir()
	write := func(dir, name, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, text := range small {
		write(wordnet, name, text)
	}
	write(scowl, "english-words.10", "dog\ndogs\nnotion\nwalk\nchildren\nthe\nDog's\n")
	write(scowl, "english-words.35", "half\nunheard\ndog\n")
	write(scowl, "english-words.95", "notions\n")
	write(folder, "words/function.txt", "# no nouns\nthe\n")
	write(folder, "words/shell.txt", "# empty\nnotion\n")
	write(folder, "words/people.txt", "# people\nchildren\n")

	var out, again bytes.Buffer
	for _, b := range []*bytes.Buffer{&out, &again} {
		if err := run(b, wordnet, scowl, folder); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(out.Bytes(), again.Bytes()) {
		t.Error("two runs differ")
	}
	// A dog's first sense is a thing and its second, which counts half, is none:
	// two thirds of nine. Half of the other is one. To walk is mostly a verb.
	want := "0 notion\n1 \n2 \n3 \n4 \n5 half\n6 dog dogs\n7 \n8 \n9 children\n"
	var lines strings.Builder
	for line := range strings.Lines(out.String()) {
		if line[0] != '#' {
			lines.WriteString(line)
		}
	}
	if lines.String() != want {
		t.Errorf("got\n%swant\n%s", lines.String(), want)
	}
	if err := run(&out, t.TempDir(), scowl, folder); err == nil {
		t.Error("no WordNet is no error")
	}
	if err := run(&out, wordnet, t.TempDir(), folder); err == nil {
		t.Error("no word lists are no error")
	}
}

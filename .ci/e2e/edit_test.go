package e2e

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"talkgiver/assets"
)

// word is what the tests type: it stands in no sample.
const word = "Zebra"

func TestTypingChangesOnlyItsLine(t *testing.T) {
	for _, sample := range assets.Samples() {
		t.Run(sample.Name, func(t *testing.T) {
			d := newDisplay(t, "1280x800")
			file := d.sample(t, sample.Name)
			w := d.open(t, talkgiver, file)
			w.typeIntoTheTalk(file)

			before, after := lines(sample.Data), lines(read(t, file))
			if len(before) != len(after) {
				t.Fatalf("%d lines became %d", len(before), len(after))
			}
			changed := 0
			for i := range before {
				if bytes.Equal(before[i], after[i]) {
					continue
				}
				changed++
				if got := bytes.Replace(after[i], []byte(word), nil, 1); !bytes.Equal(got, before[i]) {
					t.Errorf("line %d became %q, it was %q", i+1, after[i], before[i])
				}
			}
			if changed != 1 {
				t.Errorf("%d lines changed, want the one that was typed into", changed)
			}

			until(t, "undo and save bring back the same bytes", func() bool {
				w.press("ctrl+z", "ctrl+s")
				return bytes.Equal(read(t, file), sample.Data)
			})
		})
	}
}

func TestQuittingLosesNothing(t *testing.T) {
	d := newDisplay(t, "1280x800")
	file := d.sample(t, assets.FirstSample)
	w := d.open(t, talkgiver, file)

	// The file does not lie in the library: another program's change is seen all the same.
	theirs := regexp.MustCompile(`(?m)^title: .*$`).ReplaceAll(read(t, file), []byte("title: Giraffe"))
	if err := os.WriteFile(file+".new", theirs, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(file+".new", file); err != nil {
		t.Fatal(err)
	}
	until(t, "another program's change is seen", func() bool { return strings.Contains(w.title(), "Giraffe") })

	w.typeIntoTheTalk(file)
	saved := read(t, file)

	w.write(word)
	w.press("alt+F4") // the window manager asks it to go: it saves, and goes
	until(t, "it has ended", w.hasEnded)
	if !w.command.ProcessState.Success() {
		t.Errorf("it ended with %v", w.command.ProcessState)
	}
	if !bytes.Contains(saved, []byte("Giraffe")) {
		t.Errorf("another program's change is gone:\n%s", saved)
	}
	if got := bytes.Count(read(t, file), []byte(word)); got != 2 {
		t.Errorf("the talk has the word %d times, want 2; before it was\n%s", got, saved)
	}
	if left := recovery(t, d); len(left) != 0 {
		t.Errorf("all is saved, and it left a copy of %s", left[0].Path)
	}
}

// typeIntoTheTalk types at once, as somebody does who has just opened a talk, and
// saves.
func (w *window) typeIntoTheTalk(file string) {
	w.t.Helper()
	before := read(w.t, file)
	w.write(word)
	until(w.t, "what was typed is saved", func() bool {
		w.press("ctrl+s")
		return !bytes.Equal(before, read(w.t, file))
	})
	if !bytes.Contains(read(w.t, file), []byte(word)) {
		w.t.Fatal("the talk changed, but not by the word that was typed")
	}
}

func read(t *testing.T, file string) []byte {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func lines(data []byte) [][]byte {
	return bytes.SplitAfter(data, []byte("\n"))
}

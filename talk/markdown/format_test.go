package markdown

import (
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write what the files in testdata mean now")

// TestFormat reads the tables in testdata/format: the talk file's format, a
// sentence at a time. A case is its name behind three hyphens, the file as a
// quoted string, and what it means, as describe writes it.
func TestFormat(t *testing.T) {
	files, err := filepath.Glob("testdata/format/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no tables: %v", err)
	}
	for _, file := range files {
		table, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var now strings.Builder
		for c := range strings.SplitSeq(strings.TrimPrefix(string(table), "--- "), "\n--- ") {
			name, rest, _ := strings.Cut(c, "\n")
			quoted, want, _ := strings.Cut(rest, "\n")
			text, err := strconv.Unquote(quoted)
			if err != nil {
				t.Fatalf("%s: %s: %v", file, name, err)
			}
			lossless(t, []byte(text))
			got := strings.TrimSuffix(describe(Parse([]byte(text)).Talk()), "\n")
			now.WriteString("--- " + name + "\n" + strings.TrimSuffix(quoted+"\n"+got, "\n") + "\n")
			if want = strings.TrimSuffix(want, "\n"); got != want && !*update {
				t.Errorf("%s: %s\n%s\ngot:\n%s\nwant:\n%s", filepath.Base(file), name, quoted, got, want)
			}
		}
		if *update {
			if err := os.WriteFile(file, []byte(now.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestDecks reads files that were written for other tools, or for none: they
// open without loss and mean something.
func TestDecks(t *testing.T) {
	files, err := filepath.Glob("testdata/decks/*.md")
	if err != nil || len(files) == 0 {
		t.Fatalf("no decks: %v", err)
	}
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		lossless(t, source)
		endingsAlike(t, source)
		got := describe(Parse(source).Talk())
		golden := strings.TrimSuffix(file, ".md") + ".want"
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want, err := os.ReadFile(golden); err != nil || got != string(want) {
			t.Errorf("%s means (%v)\n%s", file, err, got)
		}
	}
}

//go:build !windows

package library

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"
)

func TestFileName(t *testing.T) {
	long := strings.Repeat("word ", 40)
	for title, want := range map[string]string{
		"The question nobody asks":       "the-question-nobody-asks.md",
		"  What's new?  (really) ":       "whats-new-really.md",
		"Größe & Übermut":                "größe-übermut.md",
		"日本語の話":                          "日本語の話.md",
		"हिन्दी में":                     "हिन्दी-में.md",
		"e\u0301te\u0301":                "e\u0301te\u0301.md",
		"\u0301 accent without a letter": "accent-without-a-letter.md",
		"../../etc/passwd":               "etc-passwd.md",
		"C:\\talks\\x":                   "c-talks-x.md",
		".hidden.":                       "hidden.md",
		"a\x00b\nc":                      "a-b-c.md",
		"bad \xff bytes":                 "bad-bytes.md",
		"":                               "talk.md",
		"🎉🎉":                             "talk.md",
		"---":                            "talk.md",
		"CON":                            "talk-con.md",
		"aux":                            "talk-aux.md",
		"COM1":                           "talk-com1.md",
		"LPT²":                           "talk-lpt².md",
		"CONIN$":                         "talk-conin.md",
		"COM12":                          "com12.md",
		"Console":                        "console.md",
		"com":                            "com.md",
		"zero\u200bwidth":                "zerowidth.md",
		long:                             strings.TrimSuffix(strings.Repeat("word-", 24), "-") + ".md",
		strings.Repeat("x", 300):         strings.Repeat("x", maxName) + ".md",
		strings.Repeat("ü", 300):         strings.Repeat("ü", maxName/2) + ".md",
		strings.Repeat("y", 100) + " " + "zzzzzzzzzzzzzzzzzzzzzzzzzz": strings.Repeat("y", 100) + ".md",
	} {
		if got := FileName(title); got != want {
			t.Errorf("%q becomes %q, want %q", title, got, want)
		}
	}
}

func FuzzFileName(f *testing.F) {
	for _, title := range []string{"The question", "CON", "a\x00/b", "é\u0301", strings.Repeat("word ", 99)} {
		f.Add(title)
	}
	f.Fuzz(func(t *testing.T, title string) {
		name := FileName(title)
		base := strings.TrimSuffix(name, Extension)
		if base == "" || len(base) > maxName+len(nameless)+1 || !utf8.ValidString(name) {
			t.Fatalf("%q becomes %q", title, name)
		}
		if strings.ContainsAny(base, "/\\:*?\"<>|.\x00 \n") || strings.HasPrefix(base, "-") || strings.HasSuffix(base, "-") {
			t.Fatalf("%q becomes %q", title, name)
		}
		if again := FileName(base); again != name {
			t.Fatalf("%q becomes %q, and that %q", title, name, again)
		}
	})
}

func TestCreateNeverOverwrites(t *testing.T) {
	folder := t.TempDir()
	write(t, filepath.Join(folder, "belts.md"), before)
	for _, want := range []string{"belts-2.md", "belts-3.md"} {
		f, err := Create(folder, "Belts!", []byte(after))
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Base(f.Path) != want || string(f.Data) != after {
			t.Errorf("made %s with %q, want %s", f.Path, f.Data, want)
		}
		if _, err := Save(f.Path, []byte(before), f.Seen); err != nil {
			t.Errorf("saving a new talk: %v", err)
		}
	}
	wantFile(t, filepath.Join(folder, "belts.md"), before)

	_, err := Create(filepath.Join(folder, "none"), "Belts", nil)
	wantError(t, err, ErrNoFolder, "none")
	if err := os.Chmod(folder, 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(folder, 0o755)
	_, err = Create(folder, "Other", nil)
	wantError(t, err, ErrReadOnlyFolder, filepath.Base(folder))
}

func TestCreateAtOnce(t *testing.T) {
	folder := t.TempDir()
	var wg sync.WaitGroup
	for i := range 20 {
		wg.Go(func() {
			if _, err := Create(folder, "Same", fmt.Appendf(nil, "# Talk %d\n", i)); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	entries, err := List(folder)
	if err != nil {
		t.Fatal(err)
	}
	titles := make(map[string]bool)
	for _, e := range entries {
		titles[e.Title] = true
	}
	if len(entries) != 20 || len(titles) != 20 {
		t.Errorf("%d files with %d titles, want 20", len(entries), len(titles))
	}
}

func TestList(t *testing.T) {
	outside := write(t, filepath.Join(t.TempDir(), "elsewhere.md"), "# From elsewhere\n")
	folder := t.TempDir()
	for name, text := range map[string]string{
		"question.md":            dealt,
		"2027/spring/belts.MD":   "# Belts",
		"untitled.md":            "just words",
		"question.journal.jsonl": "{}",
		"notes.txt":              "no talk",
		".hidden.md":             "# Hidden",
		".git/readme.md":         "# Git",
		"folder.md/inner.md":     "# Inner",
	} {
		write(t, filepath.Join(folder, filepath.FromSlash(name)), text)
	}
	big := write(t, filepath.Join(folder, "big.md"), "")
	if err := os.Truncate(big, MaxSize+1); err != nil {
		t.Fatal(err)
	}
	for name, to := range map[string]string{"link.md": outside, "nowhere.md": "none.md", "circle": folder} {
		if err := os.Symlink(to, filepath.Join(folder, name)); err != nil {
			t.Fatal(err)
		}
	}
	entries, err := List(folder)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name+": "+e.Title)
		if e.Modified.IsZero() {
			t.Errorf("%s has no time", e.Name)
		}
		if want := filepath.FromSlash(e.Name); !strings.HasPrefix(e.Path, filepath.Join(folder, want)+".") {
			t.Errorf("%s has the path %s", e.Name, e.Path)
		}
	}
	want := []string{
		"2027/spring/belts: Belts", "big: big", "folder.md/inner: Inner", "link: From elsewhere",
		"question: The question nobody asks", "untitled: untitled",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	q := entries[4]
	if q.Event != "Product Days" || !q.Date.Equal(time.Date(2027, 5, 4, 0, 0, 0, 0, time.UTC)) || q.Slot != 20*time.Minute {
		t.Errorf("the deal reads %+v", q)
	}
	wantError(t, entries[1].Err, ErrTooBig, "big.md")
}

func TestListAFolderThatIsALink(t *testing.T) {
	folder := t.TempDir()
	write(t, filepath.Join(folder, "real", "a.md"), "# A")
	link := filepath.Join(folder, "link")
	if err := os.Symlink("real", link); err != nil {
		t.Fatal(err)
	}
	entries, err := List(link)
	if err != nil || len(entries) != 1 || entries[0].Path != filepath.Join(link, "a.md") {
		t.Errorf("got %+v, %v", entries, err)
	}
	_, err = List(filepath.Join(folder, "none"))
	wantError(t, err, ErrNoFolder, "none")
}

func TestRecent(t *testing.T) {
	var r Recent
	for i := range 12 {
		r = r.With(fmt.Sprint(i))
	}
	old := slices.Clone(r)
	if want := (Recent{"11", "10", "9", "8", "7", "6", "5", "4", "3", "2"}); !slices.Equal(r, want) {
		t.Errorf("got %v, want %v", r, want)
	}
	if got := r.With("5"); len(got) != 10 || got[0] != "5" || got[1] != "11" || slices.Contains(got[1:], "5") {
		t.Errorf("opened again: %v", got)
	}
	if got := r.Without("11"); len(got) != 9 || got[0] != "10" {
		t.Errorf("forgotten: %v", got)
	}
	if !slices.Equal(r, old) {
		t.Error("the list itself was changed")
	}
}

// A hundred talks of two thousand words.
func BenchmarkList(b *testing.B) {
	folder := b.TempDir()
	text := dealt + strings.Repeat("\n## Another section (2m)\n\n- shown\n\n"+strings.Repeat("some words that are said ", 40)+"\n", 10)
	for i := range 100 {
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprint(i, ".md")), []byte(text), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		if entries, err := List(folder); err != nil || len(entries) != 100 {
			b.Fatal(len(entries), err)
		}
	}
}

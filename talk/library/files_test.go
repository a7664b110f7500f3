//go:build !windows

package library

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"talkgiver/talk/journal"
)

// holds returns the files of a folder and its sub-folders with what is in them.
func holds(t *testing.T, folder string) map[string]string {
	t.Helper()
	all := make(map[string]string)
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(folder, path)
		if err != nil {
			return err
		}
		data, err := os.ReadFile(path)
		all[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func wantHolds(t *testing.T, folder string, want map[string]string) {
	t.Helper()
	got := holds(t, folder)
	for name, text := range want {
		if got[name] != text {
			t.Errorf("%s holds %q, want %q", name, got[name], text)
		}
		delete(got, name)
	}
	for name := range got {
		t.Errorf("%s is there too", name)
	}
}

func TestRename(t *testing.T) {
	tests := map[string]struct {
		files map[string]string
		title string
		want  map[string]string // "" is the talk's path
		path  string
	}{
		"alone": {map[string]string{"old.md": "talk"}, "The New One", map[string]string{"the-new-one.md": "talk"}, "the-new-one.md"},
		"with its journal": {map[string]string{"old.md": "talk", "old.journal.jsonl": "events", "older.journal.jsonl": "others"}, "New",
			map[string]string{"new.md": "talk", "new.journal.jsonl": "events", "older.journal.jsonl": "others"}, "new.md"},
		"the name is taken": {map[string]string{"old.md": "talk", "old.journal.jsonl": "events", "new.md": "other", "new-2.md": "another"}, "New",
			map[string]string{"new-3.md": "talk", "new-3.journal.jsonl": "events", "new.md": "other", "new-2.md": "another"}, "new-3.md"},
		"the journal's name is taken": {map[string]string{"old.md": "talk", "old.journal.jsonl": "events", "new.journal.jsonl": "others"}, "New",
			map[string]string{"new-2.md": "talk", "new-2.journal.jsonl": "events", "new.journal.jsonl": "others"}, "new-2.md"},
		"an old journal of that name": {map[string]string{"old.md": "talk", "new.journal.jsonl": "others"}, "New",
			map[string]string{"new-2.md": "talk", "new.journal.jsonl": "others"}, "new-2.md"},
		"called so already": {map[string]string{"new.md": "talk", "new.journal.jsonl": "events"}, "New", map[string]string{"new.md": "talk", "new.journal.jsonl": "events"}, "new.md"},
		"called so with a number": {map[string]string{"new.md": "other", "new-2.md": "talk", "new-2.journal.jsonl": "events"}, "New",
			map[string]string{"new.md": "other", "new-2.md": "talk", "new-2.journal.jsonl": "events"}, "new-2.md"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			from := "old.md"
			for file, text := range test.files {
				write(t, filepath.Join(folder, file), text)
				if text == "talk" {
					from = file
				}
			}
			got, err := Rename(filepath.Join(folder, from), test.title)
			if err != nil {
				t.Fatal(err)
			}
			if got != filepath.Join(folder, test.path) {
				t.Errorf("it is called %s, want %s", got, test.path)
			}
			wantHolds(t, folder, test.want)
		})
	}
}

func TestRenameALink(t *testing.T) {
	folder := t.TempDir()
	target := write(t, filepath.Join(folder, "cloud", "real.md"), "talk")
	link := filepath.Join(folder, "link.md")
	must(t, os.Symlink(target, link))
	got, err := Rename(link, "New")
	must(t, err)
	if to, err := os.Readlink(got); err != nil || to != target || filepath.Base(got) != "new.md" {
		t.Errorf("%s leads to %q (%v)", got, to, err)
	}
	wantFile(t, target, "talk")
}

func TestRenameRefuses(t *testing.T) {
	folder := t.TempDir()
	_, err := Rename(filepath.Join(folder, "none.md"), "New")
	wantError(t, err, ErrMissing, "none.md")
	path := write(t, filepath.Join(folder, "closed", "old.md"), "talk")
	write(t, journal.Path(path), "events")
	must(t, os.Chmod(filepath.Dir(path), 0o555))
	defer os.Chmod(filepath.Dir(path), 0o755)
	_, err = Rename(path, "New")
	wantError(t, err, ErrReadOnlyFolder, "closed")
	wantHolds(t, folder, map[string]string{"closed/old.md": "talk", "closed/old.journal.jsonl": "events"})
}

// When the talk cannot follow its journal, the journal comes back.
func TestMoveBothOrNone(t *testing.T) {
	folder := t.TempDir()
	from := write(t, filepath.Join(folder, "old.md"), "talk")
	write(t, journal.Path(from), "events")
	to := write(t, filepath.Join(folder, "new.md"), "taken in the meantime")
	if err := move(from, to); !errors.Is(err, fs.ErrExist) {
		t.Errorf("moving onto another file: %v", err)
	}
	wantHolds(t, folder, map[string]string{"old.md": "talk", "old.journal.jsonl": "events", "new.md": "taken in the meantime"})
}

func TestDuplicate(t *testing.T) {
	folder := t.TempDir()
	path := write(t, filepath.Join(folder, "sub", "belts.md"), "---\r\ntitle: Belts # why\r\nslot: 20m\r\n---\r\n\r\n## One\r\n")
	write(t, journal.Path(path), "events")
	write(t, filepath.Join(folder, "sub", "belts-copy.journal.jsonl"), "of a talk that is gone")
	f, err := Duplicate(path, "Belts (copy)")
	must(t, err)
	if f.Path != filepath.Join(folder, "sub", "belts-copy-2.md") {
		t.Errorf("the copy is %s", f.Path)
	}
	if got, want := string(f.Data), "---\r\ntitle: Belts (copy) # why\r\nslot: 20m\r\n---\r\n\r\n## One\r\n"; got != want {
		t.Errorf("the copy holds %q, want %q", got, want)
	}
	if _, err := os.Lstat(journal.Path(f.Path)); !errors.Is(err, fs.ErrNotExist) {
		t.Error("the copy has a past")
	}
	broken := write(t, filepath.Join(folder, "broken.md"), "---\n{title\n---\n\ntext \xff\n")
	f, err = Duplicate(broken, "Copy")
	must(t, err)
	if string(f.Data) != "---\n{title\n---\n\ntext \xff\n" {
		t.Errorf("a copy of what cannot be read holds %q", f.Data)
	}
	_, err = Duplicate(filepath.Join(folder, "none.md"), "Copy")
	wantError(t, err, ErrMissing, "none.md")
}

func TestRetitle(t *testing.T) {
	path := write(t, filepath.Join(t.TempDir(), "a.md"), "---\ntitle: Old\n---\n\n## One\n")
	must(t, Retitle(path, "Größer: neu"))
	wantFile(t, path, "---\ntitle: \"Größer: neu\"\n---\n\n## One\n")
	wantError(t, Retitle(filepath.Join(filepath.Dir(path), "none.md"), "x"), ErrMissing, "none.md")
}

// Many renames to one title at once: every talk keeps its text and its journal.
func TestRenameAtOnce(t *testing.T) {
	folder := t.TempDir()
	var names []string
	for c := 'a'; c < 'm'; c++ {
		name := strings.Repeat(string(c), 3)
		names = append(names, name)
		write(t, filepath.Join(folder, name+".md"), name)
		write(t, filepath.Join(folder, name+".journal.jsonl"), "of "+name)
	}
	done := make(chan error)
	for _, name := range names {
		go func() {
			_, err := Rename(filepath.Join(folder, name+".md"), "Same")
			done <- err
		}()
	}
	for range names {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	all := holds(t, folder)
	var kept []string
	for file, text := range all {
		if strings.HasSuffix(file, Extension) {
			kept = append(kept, text)
			if got := all[strings.TrimSuffix(file, Extension)+journal.Suffix]; got != "of "+text {
				t.Errorf("%s is %q and has a journal %q", file, text, got)
			}
		}
	}
	slices.Sort(kept)
	if !slices.Equal(kept, names) {
		t.Errorf("of %v there are %v", names, kept)
	}
}

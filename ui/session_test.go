package ui

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"talkgiver/talk"
	"talkgiver/talk/journal"
	"talkgiver/talk/library"
	"talkgiver/talk/markdown"
)

func openSession(t *testing.T, content string) *Session {
	t.Helper()
	s, err := OpenSession(talkFile(t, content))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func edit(t *testing.T, s *Session, e markdown.Edit) {
	t.Helper()
	if err := s.Do(e, "", time.Time{}); err != nil {
		t.Fatal(err)
	}
}

func onDisk(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// An edit changes its line; whatever else is in the file stays, byte for byte.
func TestSession_SaveKeepsEveryOtherByte(t *testing.T) {
	for name, content := range map[string]string{
		"LF":            "## One\n\ntext\n",
		"CRLF":          "## One\r\n\r\ntext\r\n\r\n## Two\r\n",
		"lone CR":       "## One\r\rtext\r\r## Two\r",
		"mixed":         "## One\r\n\ntext\r\n## Two\n\nx\r\n",
		"BOM":           "\ufeff## One\n\ntext\n",
		"invalid UTF-8": "## One\n\ntext\n\n## Two \xff\n\n\xc3\x28 \x00\n",
		"no end":        "## One\n\ntext\n\n## Two",
		"odd front":     "---\nkey: [1, 2\n: bad\n---\n\n## One\n\ntext\n\t\n",
		"tabs":          "## One\n\ntext\n\n\t\tcode  \n   \n",
	} {
		t.Run(name, func(t *testing.T) {
			s := openSession(t, content)
			if s.Dirty() {
				t.Error("just opened, it is called changed")
			}
			if err := s.Save(); err != nil {
				t.Fatal(err)
			}
			if got := onDisk(t, s.Path()); got != content {
				t.Fatalf("saved without an edit the file is %q, want %q", got, content)
			}
			body := s.Document().BodyText(s.Talk().Sections[0])
			edit(t, s, markdown.SetBody{Section: 1, Text: strings.Replace(body, "text", "word", 1)})
			if !s.Dirty() {
				t.Error("edited, it is not called changed")
			}
			if err := s.Save(); err != nil {
				t.Fatal(err)
			}
			if got, want := onDisk(t, s.Path()), strings.Replace(content, "text", "word", 1); got != want {
				t.Errorf("the file is %q, want %q", got, want)
			}
			if s.Dirty() {
				t.Error("saved, it is still called changed")
			}
			if err := s.Undo(); err != nil {
				t.Fatal(err)
			}
			if string(s.Document().Bytes()) != content || !s.Dirty() {
				t.Errorf("undone, it is %q, changed: %v", s.Document().Bytes(), s.Dirty())
			}
		})
	}
}

func TestSession_QuickKeysAreOneStep(t *testing.T) {
	type key struct {
		text   string
		origin string
		after  time.Duration
	}
	tests := map[string]struct {
		keys  []key
		steps int
	}{
		"one word":             {[]key{{"a", "body", 0}, {"ab", "body", 100 * time.Millisecond}, {"abc", "body", 200 * time.Millisecond}}, 1},
		"a pause":              {[]key{{"a", "body", 0}, {"ab", "body", 100 * time.Millisecond}, {"abc", "body", time.Second}}, 2},
		"another field":        {[]key{{"a", "body", 0}, {"ab", "other", 100 * time.Millisecond}}, 2},
		"no field":             {[]key{{"a", "", 0}, {"ab", "", 10 * time.Millisecond}}, 2},
		"nothing new":          {[]key{{"a", "body", 0}, {"a", "body", 100 * time.Millisecond}}, 1},
		"slowly, but steadily": {[]key{{"a", "body", 0}, {"ab", "body", 800 * time.Millisecond}, {"abc", "body", 800 * time.Millisecond}}, 1},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			s := NewSession([]byte("## One\n"))
			var origins []string
			s.OnChange = func(origin string) { origins = append(origins, origin) }
			now := time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC)
			for _, k := range test.keys {
				now = now.Add(k.after)
				if err := s.Do(markdown.SetBody{Section: 1, Text: k.text}, k.origin, now); err != nil {
					t.Fatal(err)
				}
			}
			steps := 0
			for ; s.CanUndo(); steps++ {
				if err := s.Undo(); err != nil {
					t.Fatal(err)
				}
			}
			if steps != test.steps {
				t.Errorf("%d steps of undo, want %d", steps, test.steps)
			}
			if got := string(s.Document().Bytes()); got != "## One\n" {
				t.Errorf("undone, it is %q", got)
			}
			for s.CanRedo() {
				if err := s.Redo(); err != nil {
					t.Fatal(err)
				}
			}
			last := test.keys[len(test.keys)-1].text
			if got := s.Document().BodyText(s.Talk().Sections[0]); got != last {
				t.Errorf("redone, the text is %q, want %q", got, last)
			}
			if len(origins) == 0 || origins[0] != test.keys[0].origin || origins[len(origins)-1] != "" {
				t.Errorf("changes are said to come from %q", origins)
			}
			// What is typed right after an undo is a step of its own.
			if err := s.Do(markdown.SetBody{Section: 1, Text: "new"}, "body", now); err != nil {
				t.Fatal(err)
			}
			if err := s.Undo(); err != nil {
				t.Fatal(err)
			}
			if got := s.Document().BodyText(s.Talk().Sections[0]); got != last {
				t.Errorf("the key after an undo took %q along, want %q", got, last)
			}
		})
	}
}

func TestSession_ChangedOutside(t *testing.T) {
	s := openSession(t, "## One\n\ntext\n")
	if s.ChangedOutside()() {
		t.Error("untouched, it is called changed outside")
	}
	edit(t, s, markdown.SetBody{Section: 1, Text: "mine"})
	if err := os.WriteFile(s.Path(), []byte("## One\n\ntheirs\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if !s.ChangedOutside()() {
		t.Error("another program's change goes unseen")
	}
	if err := s.Save(); !errors.Is(err, library.ErrChanged) {
		t.Fatalf("saving over another program's change: %v", err)
	}
	if got := onDisk(t, s.Path()); got != "## One\n\ntheirs\n" || !s.Dirty() {
		t.Errorf("refused, the file is %q, changed %v", got, s.Dirty())
	}
	if err := s.Reload(time.Time{}); err != nil {
		t.Fatal(err)
	}
	if got := string(s.Document().Bytes()); got != "## One\n\ntheirs\n" || s.Dirty() {
		t.Errorf("loaded again it is %q, changed %v", got, s.Dirty())
	}
	if err := s.Undo(); err != nil {
		t.Fatal(err)
	}
	if got := string(s.Document().Bytes()); got != "## One\n\nmine\n" || !s.Dirty() {
		t.Errorf("one undo brings %q, want mine; changed %v", got, s.Dirty())
	}
	if err := s.Save(); err != nil {
		t.Errorf("their change was seen, yet saving says %v", err)
	}
	if err := os.Remove(s.Path()); err != nil {
		t.Fatal(err)
	}
	if !s.ChangedOutside()() {
		t.Error("a file that is gone goes unseen")
	}
	edit(t, s, markdown.SetBody{Section: 1, Text: "again"})
	if err := s.Save(); !errors.Is(err, library.ErrGone) {
		t.Errorf("saving a file that is gone: %v", err)
	}
	if err := s.Reload(time.Time{}); err == nil || !s.Dirty() {
		t.Errorf("loading a file that is gone: %v, changed %v", err, s.Dirty())
	}
	if err := s.Overwrite(); err != nil || onDisk(t, s.Path()) != "## One\n\nagain\n" {
		t.Errorf("saving it anyway: %v", err)
	}
}

func TestSession_ReadOnly(t *testing.T) {
	for name, lock := range map[string]func(string) (reason error){
		"file": func(path string) error {
			if err := os.Chmod(path, 0o444); err != nil {
				t.Fatal(err)
			}
			return library.ErrReadOnly
		},
		"folder": func(path string) error {
			if err := os.Chmod(filepath.Dir(path), 0o555); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = os.Chmod(filepath.Dir(path), 0o755) }) // else the folder cannot be cleaned up
			return library.ErrReadOnlyFolder
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := openSession(t, "## One\n\ntext\n")
			want := lock(s.Path())
			edit(t, s, markdown.SetBody{Section: 1, Text: "mine"})
			err := s.Save()
			if !errors.Is(err, want) {
				t.Fatalf("saving says %v, want %v", err, want)
			}
			if sentence(err) == "" || strings.Contains(sentence(err), "Error") {
				t.Errorf("it is told as %q", sentence(err))
			}
			if got := onDisk(t, s.Path()); got != "## One\n\ntext\n" || !s.Dirty() {
				t.Errorf("the file is %q, changed %v", got, s.Dirty())
			}
			other := filepath.Join(t.TempDir(), "other.md")
			if err := s.SaveAs(other); err != nil || onDisk(t, other) != "## One\n\nmine\n" || s.Path() != other || s.Dirty() {
				t.Errorf("saved elsewhere: %v, at %q", err, s.Path())
			}
		})
	}
}

func TestSession_NoFile(t *testing.T) {
	s := NewSession(nil)
	if s.Dirty() || s.Title() != "" || s.ChangedOutside()() {
		t.Error("an empty talk has something to lose")
	}
	if err := s.Save(); !errors.Is(err, errNoFile) {
		t.Errorf("saving a talk without a file: %v", err)
	}
	edit(t, s, markdown.AddSection{Number: 1, Title: "One"})
	if !s.Dirty() {
		t.Error("a talk without a file that holds something is not called changed")
	}
	if _, err := OpenSession(filepath.Join(t.TempDir(), "none.md")); !errors.Is(err, library.ErrMissing) {
		t.Errorf("opening a file that is not there: %v", err)
	}
	if _, err := OpenSession(t.TempDir()); !errors.Is(err, library.ErrNotAFile) {
		t.Errorf("opening a folder: %v", err)
	}
}

func TestCopyJournal(t *testing.T) {
	dir := t.TempDir()
	from, to := filepath.Join(dir, "a.md"), filepath.Join(dir, "b.md")
	if err := copyJournal(from, to); err != nil {
		t.Fatalf("a talk without a journal: %v", err)
	}
	if _, err := os.Stat(journal.Path(to)); !errors.Is(err, fs.ErrNotExist) {
		t.Error("a journal was made of none")
	}
	at := time.Date(2027, 1, 1, 12, 0, 0, 0, time.UTC)
	mine := talk.Event{ID: "one", At: at, Body: talk.Prep{Spent: time.Hour}}
	theirs := talk.Event{ID: "two", At: at, Body: talk.Prep{Spent: time.Minute}}
	for path, e := range map[string]talk.Event{from: mine, to: theirs} {
		if err := journal.Append(journal.Path(path), e); err != nil {
			t.Fatal(err)
		}
	}
	for range 2 {
		if err := copyJournal(from, to); err != nil {
			t.Fatal(err)
		}
		log, err := journal.Read(journal.Path(to))
		if err != nil || len(log.Events) != 2 {
			t.Fatalf("the journal has %d events (%v), want both", len(log.Events), err)
		}
	}
	if err := copyJournal(from, from); err != nil {
		t.Error(err)
	}
}

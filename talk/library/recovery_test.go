package library

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

func openRecovery(t *testing.T, folder string) *Recovery {
	t.Helper()
	r, err := OpenRecovery(folder)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// killed leaves a copy behind as a process does that is killed: the system
// takes its lock, and nothing else happens.
func killed(t *testing.T, folder string, c Copy) {
	t.Helper()
	r := openRecovery(t, folder)
	if err := r.Keep(c); err != nil {
		t.Fatal(err)
	}
	if err := r.lock.Close(); err != nil {
		t.Fatal(err)
	}
}

var noon = time.Date(2027, 4, 20, 12, 0, 0, 0, time.UTC)

func TestRecovery(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "state", "recovery")
	old := Copy{Path: "/talks/a.md", Base: []byte("base\xff\n"), Text: []byte("text\r\n\x00"), At: noon}
	young := Copy{Text: []byte("no file yet"), At: noon.Add(time.Minute)}
	killed(t, folder, old)
	killed(t, folder, young)
	running := openRecovery(t, folder)
	if err := running.Keep(Copy{Path: "/talks/b.md", Text: []byte("running")}); err != nil {
		t.Fatal(err)
	}

	r := openRecovery(t, folder)
	left := r.Left()
	if len(left) != 2 {
		t.Fatalf("%d copies were left, want 2: %+v", len(left), left)
	}
	for i, want := range []Copy{young, old} {
		got := left[i]
		if got.Path != want.Path || !bytes.Equal(got.Base, want.Base) || (got.Base == nil) != (want.Base == nil) || !bytes.Equal(got.Text, want.Text) || !got.At.Equal(want.At) {
			t.Errorf("copy %d is %+v, want %+v", i, got, want)
		}
	}
	if other := openRecovery(t, folder).Left(); len(other) != 0 {
		t.Errorf("a second window is offered the same: %+v", other)
	}
	if again := r.Left(); len(again) != 2 {
		t.Errorf("asked again, it has %d", len(again))
	}
	if err := r.Discard(left[0]); err != nil {
		t.Fatal(err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	r = openRecovery(t, folder)
	if left = r.Left(); len(left) != 1 || left[0].Path != old.Path {
		t.Errorf("the next start finds %+v", left)
	}

	if err := running.Drop(); err != nil {
		t.Fatal(err)
	}
	if err := running.Drop(); err != nil {
		t.Errorf("dropping nothing: %v", err)
	}
	if err := running.Close(); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(folder); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the folder is for everybody: %v, %v", info.Mode(), err)
	}
}

// The lock is the system's, so a process that is killed lets go of it.
func TestRecovery_OfAnotherProcess(t *testing.T) {
	if folder := os.Getenv("TALKGIVER_TEST_RECOVERY"); folder != "" {
		r := openRecovery(t, folder)
		if err := errors.Join(r.Opened("/talks/a.md"), r.Keep(Copy{Path: "/talks/a.md", Text: []byte("theirs")})); err != nil {
			t.Fatal(err)
		}
		_, _ = os.Stdout.WriteString("kept\n")
		time.Sleep(time.Minute) // until it is killed
	}
	folder := t.TempDir()
	command := exec.Command(os.Args[0], "-test.run=^TestRecovery_OfAnotherProcess$")
	command.Env = append(os.Environ(), "TALKGIVER_TEST_RECOVERY="+folder)
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := out.Read(make([]byte, 5)); err != nil {
		t.Fatal(err)
	}
	r := openRecovery(t, folder)
	if left := r.Left(); len(left) != 0 {
		t.Errorf("the copy of a running process is offered: %+v", left)
	}
	if !r.OpenElsewhere("/talks/a.md") || r.OpenElsewhere("/talks/b.md") {
		t.Error("which talk the other process has open is not known")
	}
	if err := command.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = command.Wait() // it was killed
	if left := r.Left(); len(left) != 1 || string(left[0].Text) != "theirs" {
		t.Errorf("killed, it left %+v", left)
	}
	if r.OpenElsewhere("/talks/a.md") {
		t.Error("a killed process has the talk open")
	}
}

func TestRecovery_BrokenCopies(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{
		"empty": "", "torn": `{"path":"a.md","base":3,"text":30}` + "\nbas", "noise": "\x00\xff\n", "mad": `{"base":-7,"text":-1}` + "\n",
	} {
		write(t, filepath.Join(folder, name+copySuffix), text)
	}
	r := openRecovery(t, folder)
	if left := r.Left(); len(left) != 0 {
		t.Errorf("found %+v", left)
	}
	if _, err := os.Stat(filepath.Join(folder, "torn"+copySuffix)); err != nil {
		t.Errorf("what cannot be read was removed: %v", err)
	}
}

func TestRecovery_NoFolder(t *testing.T) {
	folder := t.TempDir()
	file := write(t, filepath.Join(folder, "file"), "")
	if _, err := OpenRecovery(filepath.Join(file, "recovery")); err == nil {
		t.Error("a folder inside a file")
	}
}

func TestCleanUp(t *testing.T) {
	folder := t.TempDir()
	long := time.Now().Add(-time.Hour)
	files := map[string]bool{ // stays
		"talk.md": true, "talk.journal.jsonl": true,
		".talk.md123456789":            false,
		".talk.md8526346253446":        false,
		".talk.journal.jsonl987654321": false,
		".talk.md12":                   true, // a person's own
		".other.md123456789":           true, // nothing stands there whole
		".talk.md123456789~":           true,
		"talk.md123456789":             true,
		".young.md123456789":           true,
		"young.md":                     true,
	}
	for name := range files {
		path := write(t, filepath.Join(folder, name), name)
		if name != ".young.md123456789" {
			if err := os.Chtimes(path, long, long); err != nil {
				t.Fatal(err)
			}
		}
	}
	CleanUp(folder, time.Now())
	for name, stays := range files {
		if _, err := os.Stat(filepath.Join(folder, name)); (err == nil) != stays {
			t.Errorf("%s is there: %v, want %v", name, err == nil, stays)
		}
	}
}

func TestCompare(t *testing.T) {
	before := "# T\n\n## One\n\ntext here\n\n## Two\n\nstays\n"
	after := "# T\n\n## One\n\ntext there\n\n## New\n\nmore\n\n## Two\n\nstays\n"
	got := Compare([]byte(before), []byte(after))
	if len(got) != 2 || got[0] != (Difference{"One", "text here\n", "text there\n\n"}) || got[1].Section != "New" || got[1].Old != "" {
		t.Errorf("got %q", got)
	}
	a, b := Runs("we ask him why\n", "we ask her why\n")
	if len(a) != 3 || a[1] != (Run{"him ", true}) || len(b) != 3 || b[1] != (Run{"her ", true}) || b[2] != (Run{"why\n", false}) {
		t.Errorf("runs %+v and %+v", a, b)
	}
	if len(Compare([]byte(before), []byte(before))) != 0 {
		t.Error("a talk differs from itself")
	}
}

// FuzzParseCopy shows that any file is read without harm, and a copy whole.
func FuzzParseCopy(f *testing.F) {
	f.Add([]byte(`{"path":"a.md","base":3,"text":4}` + "\nbastext"))
	f.Add([]byte("{\"base\":-1,\"text\":0}"))
	f.Add([]byte("\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, ok := parseCopy(data)
		if !ok {
			return
		}
		if _, rest, _ := bytes.Cut(data, []byte("\n")); string(rest) != string(c.Base)+string(c.Text) {
			t.Fatalf("%q is read as %q and %q", data, c.Base, c.Text)
		}
	})
}

package library

import (
	"bytes"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"testing"
)

// room is what a full disk takes. Go's own log of what the tests open has to fit
// under the same limit.
const room = 1 << 20

// fullDisk returns a folder on a disk that has room for about 1 MB: a real one
// where we may mount it, else one where the system allows no bigger file.
func fullDisk(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	if err := syscall.Mount("talkgiver-test", folder, "tmpfs", 0, "size=1m"); err == nil {
		t.Log("on a tmpfs of 1 MB")
		t.Cleanup(func() {
			if err := syscall.Unmount(folder, 0); err != nil {
				t.Error(err)
			}
		})
		return folder
	}
	t.Log("with files of at most 1 MB")
	limitFiles(t, room)
	return folder
}

// limitFiles lets the test make no file beyond size.
func limitFiles(t *testing.T, size uint64) {
	t.Helper()
	signal.Ignore(syscall.SIGXFSZ)
	var old syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &old); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: size, Max: old.Max}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &old); err != nil {
			t.Error(err)
		}
		signal.Reset(syscall.SIGXFSZ)
	})
}

func TestAFullDiskLosesNothing(t *testing.T) {
	t.Run("disk", func(t *testing.T) { fillUp(t, fullDisk(t)) })
	t.Run("limit", func(t *testing.T) {
		limitFiles(t, room)
		fillUp(t, t.TempDir())
	})
}

func fillUp(t *testing.T, folder string) {
	path := filepath.Join(folder, "talk.md")
	seen, err := Save(path, []byte(before), Fingerprint{})
	if err != nil {
		t.Fatal(err)
	}
	_, err = Save(path, bytes.Repeat([]byte("too much\n"), room/8), seen)
	wantError(t, err, ErrFull, "talk.md")
	wantFile(t, path, before)
	if _, err := Save(path, []byte(after), seen); err != nil {
		t.Fatalf("with room again: %v", err)
	}
	wantFile(t, path, after)
	if _, err := Save(filepath.Join(folder, "new.md"), bytes.Repeat([]byte("x"), room+1), Fingerprint{}); err == nil {
		t.Error("a new file that does not fit was saved")
	}
	if _, err := os.Lstat(filepath.Join(folder, "new.md")); err == nil {
		t.Error("a new file that could not be saved is there")
	}
}

// Where the disk tells case apart, two talks can have one name.
func TestIndex_TwoOfOneName(t *testing.T) {
	folder := t.TempDir()
	loud := write(t, filepath.Join(folder, "a.MD"), "# Loud\n")
	quiet := write(t, filepath.Join(folder, "a.md"), "# Quiet\n")
	x := NewIndex(folder, "")
	if got := titlesOf(settled(t, x, someDay)); got != "Loud|Quiet" {
		t.Errorf("it lists %s", got)
	}
	write(t, loud, "# Louder\n")
	write(t, quiet, "# More quiet\n")
	if got := titlesOf(settled(t, x, someDay, loud, quiet)); got != "Louder|More quiet" {
		t.Errorf("changed, it lists %s", got)
	}
}

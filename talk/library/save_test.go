//go:build !windows

package library

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestLoadThenSave(t *testing.T) {
	path := write(t, filepath.Join(t.TempDir(), "talk.md"), before)
	f := load(t, path)
	if string(f.Data) != before || f.Path != path || f.Target != path {
		t.Errorf("loaded %+v", f)
	}
	seen, err := Save(path, []byte(after), f.Seen)
	if err != nil {
		t.Fatal(err)
	}
	wantFile(t, path, after)
	if seen != load(t, path).Seen {
		t.Error("the fingerprint after saving is not that of the file")
	}
	if _, err := Save(path, []byte(before), seen); err != nil {
		t.Fatalf("saving a second time: %v", err)
	}
	wantFile(t, path, before)
}

func TestSaveANewFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new.md")
	if _, err := Save(path, []byte(after), Fingerprint{}); err != nil {
		t.Fatal(err)
	}
	wantFile(t, path, after)
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if got := info.Mode().Perm(); got&0o600 != 0o600 || got&0o133 != 0 {
		t.Errorf("mode %v, want 0644 less the umask", got)
	}
	_, err = Save(path, []byte(before), Fingerprint{})
	wantError(t, err, ErrExists, "new.md")
	wantFile(t, path, after)
}

func TestSaveKeepsTheMode(t *testing.T) {
	for _, mode := range []fs.FileMode{0o600, 0o640, 0o664, 0o666, 0o700, 0o222 | 0o444} {
		path := write(t, filepath.Join(t.TempDir(), "talk.md"), before)
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		if _, err := Save(path, []byte(after), load(t, path).Seen); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm() != mode {
			t.Errorf("mode %v, want %v", info.Mode().Perm(), mode)
		}
	}
}

func TestSaveFollowsLinks(t *testing.T) {
	folder := t.TempDir()
	target := write(t, filepath.Join(folder, "cloud", "talks", "talk.md"), before)
	if err := os.Mkdir(filepath.Join(folder, "desk"), 0o755); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(folder, "desk", "link.md")
	chain := []struct{ to, name string }{
		{filepath.Join("..", "cloud", "short.md"), link},
		{filepath.Join("talks", "talk.md"), filepath.Join(folder, "cloud", "short.md")},
	}
	for _, c := range chain {
		if err := os.Symlink(c.to, c.name); err != nil {
			t.Fatal(err)
		}
	}
	f := load(t, link)
	if f.Target != target || f.Path != link {
		t.Errorf("loaded %s by %s", f.Target, f.Path)
	}
	if _, err := Save(link, []byte(after), f.Seen); err != nil {
		t.Fatal(err)
	}
	wantFile(t, target, after)
	if to, err := os.Readlink(link); err != nil || to != chain[0].to {
		t.Errorf("the link leads to %q (%v)", to, err)
	}
}

// A link in a linked folder starts from where the folder really is.
func TestSaveFollowsALinkInALinkedFolder(t *testing.T) {
	folder := t.TempDir()
	target := write(t, filepath.Join(folder, "disk", "talk.md"), before)
	inner := filepath.Join(folder, "disk", "inner")
	if err := errors.Join(os.Mkdir(inner, 0o755), os.Symlink("../talk.md", filepath.Join(inner, "link.md")),
		os.Symlink(inner, filepath.Join(folder, "shortcut"))); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(folder, "shortcut", "link.md")
	if _, err := Save(link, []byte(after), load(t, link).Seen); err != nil {
		t.Fatal(err)
	}
	wantFile(t, target, after)
}

func TestLinksToNothingAndInCircles(t *testing.T) {
	folder := t.TempDir()
	dangling, loop := filepath.Join(folder, "dangling.md"), filepath.Join(folder, "loop.md")
	if err := errors.Join(os.Symlink("later.md", dangling), os.Symlink("loop.md", loop)); err != nil {
		t.Fatal(err)
	}
	_, err := Load(dangling)
	wantError(t, err, ErrMissing, "dangling.md")
	if _, err := Save(dangling, []byte(after), Fingerprint{}); err != nil {
		t.Fatal(err)
	}
	wantFile(t, filepath.Join(folder, "later.md"), after)
	_, err = Load(loop)
	wantError(t, err, ErrNotAFile, "loop.md")
	_, err = Overwrite(loop, []byte(after))
	wantError(t, err, ErrNotAFile, "loop.md")
}

func TestSaveRefusesWhatChangedOnDisk(t *testing.T) {
	folder := t.TempDir()
	path := write(t, filepath.Join(folder, "talk.md"), before)
	f := load(t, path)
	other := strings.ToUpper(before)
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	write(t, path, other)
	// As programs do that sync folders: same size, same time.
	if err := os.Chtimes(path, info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
	if now, err := Look(path); err != nil || now == f.Seen {
		t.Errorf("a look does not see the change (%v)", err)
	}
	_, err = Save(path, []byte(after), f.Seen)
	wantError(t, err, ErrChanged, "talk.md")
	wantFile(t, path, other)

	if err := os.Truncate(path, MaxSize+1); err != nil {
		t.Fatal(err)
	}
	_, err = Save(path, []byte(after), f.Seen)
	wantError(t, err, ErrChanged, "talk.md")

	seen, err := Overwrite(path, []byte(after))
	if err != nil {
		t.Fatal(err)
	}
	wantFile(t, path, after)

	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	_, err = Save(path, []byte(before), seen)
	wantError(t, err, ErrGone, "talk.md")
	if now, err := Look(path); err != nil || now.Exists() {
		t.Errorf("a look at a file that is gone: %v, %v", now.Exists(), err)
	}
	if _, err := Overwrite(path, []byte(after)); err != nil {
		t.Fatal(err)
	}
	wantFile(t, path, after)
}

func TestTouchedIsNotChanged(t *testing.T) {
	path := write(t, filepath.Join(t.TempDir(), "talk.md"), before)
	f := load(t, path)
	write(t, path, before)
	if _, err := Save(path, []byte(after), f.Seen); err != nil {
		t.Errorf("a file written with the same bytes: %v", err)
	}
}

func TestSaveRefusesReadOnly(t *testing.T) {
	folder := t.TempDir()
	path := write(t, filepath.Join(folder, "talk.md"), before)
	f := load(t, path)
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	_, err := Save(path, []byte(after), f.Seen)
	wantError(t, err, ErrReadOnly, "talk.md")
	_, err = Overwrite(path, []byte(after))
	wantError(t, err, ErrReadOnly, "talk.md")
	wantFile(t, path, before)

	closed := filepath.Join(folder, "closed")
	inside := write(t, filepath.Join(closed, "talk.md"), before)
	if err := os.Chmod(closed, 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(closed, 0o755)
	_, err = Save(inside, []byte(after), FingerprintOf([]byte(before)))
	wantError(t, err, ErrReadOnlyFolder, "closed")
	wantFile(t, inside, before)
}

func TestWhatIsNoFile(t *testing.T) {
	folder := t.TempDir()
	pipe := filepath.Join(folder, "pipe.md")
	if err := syscall.Mkfifo(pipe, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{folder, pipe} {
		_, err := Load(path)
		wantError(t, err, ErrNotAFile, filepath.Base(path))
		_, err = Overwrite(path, []byte(after))
		wantError(t, err, ErrNotAFile, filepath.Base(path))
	}
	big := write(t, filepath.Join(folder, "big.md"), "")
	if err := os.Truncate(big, MaxSize+1); err != nil {
		t.Fatal(err)
	}
	_, err := Load(big)
	wantError(t, err, ErrTooBig, "big.md")
	if err := os.Truncate(big, MaxSize); err != nil {
		t.Fatal(err)
	}
	if f := load(t, big); len(f.Data) != MaxSize {
		t.Errorf("%d bytes of the biggest file", len(f.Data))
	}
	_, err = Load(filepath.Join(folder, "none.md"))
	wantError(t, err, ErrMissing, "none.md")
	_, err = Save(filepath.Join(folder, "none", "talk.md"), nil, Fingerprint{})
	wantError(t, err, ErrNoFolder, "none")
}

// badDisk is a disk that fails: at the n-th byte, on its flush or at the rename.
type badDisk struct {
	pending
	room   int
	commit error
	reason error
}

func (b *badDisk) Write(p []byte) (int, error) {
	if len(p) <= b.room {
		return b.pending.Write(p)
	}
	n, err := b.pending.Write(p[:b.room])
	return n, errors.Join(err, &fs.PathError{Op: "write", Path: "x", Err: b.reason})
}

func (b *badDisk) CloseAtomicallyReplace() error {
	if b.commit != nil {
		return b.commit
	}
	return b.pending.CloseAtomicallyReplace()
}

func TestAFailingDiskLosesNothing(t *testing.T) {
	tests := []struct {
		name   string
		room   int
		write  error
		commit error
		want   error
	}{
		{"full at once", 0, syscall.ENOSPC, nil, ErrFull},
		{"full in the middle", 7, syscall.ENOSPC, nil, ErrFull},
		{"quota", 3, syscall.EDQUOT, nil, ErrFull},
		{"full when flushed", 100, nil, &fs.PathError{Op: "sync", Path: "x", Err: syscall.ENOSPC}, ErrFull},
		{"broken when flushed", 100, nil, &fs.PathError{Op: "sync", Path: "x", Err: syscall.EIO}, ErrFailed},
		{"no rename", 100, nil, &os.LinkError{Op: "rename", Old: "x", New: "y", Err: syscall.EACCES}, ErrReadOnly},
		{"short write", 5, io.ErrShortWrite, nil, ErrFailed},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := write(t, filepath.Join(t.TempDir(), "talk.md"), before)
			disk := saver{func(target string, old fs.FileInfo) (pending, error) {
				p, err := newPending(target, old)
				return &badDisk{p, tt.room, tt.commit, tt.write}, err
			}}
			seen := FingerprintOf([]byte(before))
			_, err := disk.save(path, []byte(after), &seen)
			wantError(t, err, tt.want, "talk.md")
			wantFile(t, path, before)
		})
	}
}

func TestEveryReasonIsASentence(t *testing.T) {
	for _, reason := range []error{
		ErrChanged, ErrExists, ErrGone, ErrMissing, ErrNoFolder, ErrReadOnly, ErrReadOnlyFolder,
		ErrUnreadable, ErrFull, ErrBusy, ErrNotAFile, ErrTooBig, ErrNoTrash, ErrNotWatched, ErrFailed,
	} {
		err := &Error{Reason: reason, Path: filepath.Join("talks", "talk.md"), Cause: fs.ErrInvalid}
		wantError(t, err, reason, "talk.md")
		if !errors.Is(err, fs.ErrInvalid) {
			t.Errorf("%v hides its cause", reason)
		}
	}
}

func BenchmarkSave(b *testing.B) {
	path := filepath.Join(b.TempDir(), "talk.md")
	data := bytes.Repeat([]byte("nine thousand words of a talk\n"), 1800)
	seen, err := Save(path, data, Fingerprint{})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if seen, err = Save(path, data, seen); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	path := filepath.Join(b.TempDir(), "talk.md")
	data := bytes.Repeat([]byte("nine thousand words of a talk\n"), 1800)
	if _, err := Save(path, data, Fingerprint{}); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Load(path); err != nil {
			b.Fatal(err)
		}
	}
}

package library

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"golang.org/x/sys/windows"
)

func TestRenameIsTriedAgainWhileTheFileIsHeld(t *testing.T) {
	tests := []struct {
		name    string
		err     error
		failing int
		tries   int
		ok      bool
	}{
		{"free", nil, 0, 1, true},
		{"held for a moment", windows.ERROR_SHARING_VIOLATION, 3, 4, true},
		{"scanned for a moment", windows.ERROR_ACCESS_DENIED, 2, 3, true},
		{"held for good", windows.ERROR_SHARING_VIOLATION, 99, renameTries, false},
		{"another fault", windows.ERROR_DISK_FULL, 1, 1, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			target := write(t, filepath.Join(t.TempDir(), "talk.md"), before)
			p, err := newPending(target, nil)
			if err != nil {
				t.Fatal(err)
			}
			file := p.(*pendingFile)
			if _, err := file.Write([]byte(after)); err != nil {
				t.Fatal(err)
			}
			tries := 0
			file.wait = func(time.Duration) {}
			file.rename = func(from, to string) error {
				if tries++; tries <= tt.failing {
					return &os.LinkError{Op: "rename", Old: from, New: to, Err: tt.err}
				}
				return os.Rename(from, to)
			}
			err = file.CloseAtomicallyReplace()
			if (err == nil) != tt.ok || tries != tt.tries {
				t.Errorf("%v after %d tries", err, tries)
			}
			if !tt.ok {
				if err := file.Cleanup(); err != nil {
					t.Error(err)
				}
				wantFile(t, target, before)
				return
			}
			wantFile(t, target, after)
		})
	}
	if !errors.Is(failure("x", windows.ERROR_SHARING_VIOLATION, fs.ErrPermission), ErrBusy) {
		t.Error("a file in use is not called busy")
	}
}

//go:build !windows

package library

import (
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"github.com/google/renameio/v2"
)

// newPending makes the file that is to take the place of target. It stands in
// the same folder, so that the rename never crosses disks, and is hidden.
func newPending(target string, old fs.FileInfo) (pending, error) {
	// A file with its final mode from the first byte on: what is private is
	// never readable, not even for a moment.
	file, err := renameio.NewPendingFile(target,
		renameio.WithTempDir(filepath.Dir(target)),
		renameio.WithPermissions(newMode),
		renameio.WithExistingPermissions())
	if err != nil {
		return nil, err
	}
	if old == nil {
		return file, nil
	}
	if stat, ok := old.Sys().(*syscall.Stat_t); ok && (int(stat.Uid) != os.Geteuid() || int(stat.Gid) != os.Getegid()) {
		// Only root may give files away, and others may give them to their own
		// groups; for everybody else the new file is simply theirs. A change of
		// owner can take mode bits away.
		if file.Chown(int(stat.Uid), int(stat.Gid)) == nil {
			if err := file.Chmod(old.Mode().Perm()); err != nil {
				_ = file.Cleanup()
				return nil, err
			}
		}
	}
	return file, nil
}

// closed reports whether nobody has leave to write into a folder, which does not
// stop root by itself.
func closed(folder string) bool {
	info, err := os.Stat(folder)
	return err == nil && info.Mode().Perm()&0o222 == 0
}

// flushFolder makes a rename outlast a power cut. Not every disk can; then the
// name leads to the old file or the new one, each of them whole.
func flushFolder(folder string) {
	f, err := os.Open(folder)
	if err != nil {
		return
	}
	defer f.Close()
	_ = f.Sync()
}

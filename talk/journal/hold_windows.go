package journal

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// lockAt is the byte that stands for the lock: far behind the lines of a journal,
// which others could not write otherwise.
const lockAt = 1 << 30

// lock shares a file's lock, for as long as it is open. It waits for those who
// only look, which takes them no time.
func lock(f *os.File) error {
	return windows.LockFileEx(windows.Handle(f.Fd()), 0, 0, 1, 0, &windows.Overlapped{Offset: lockAt})
}

// isLocked reports whether somebody shares a file's lock.
func isLocked(f *os.File) bool {
	err := windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0,
		&windows.Overlapped{Offset: lockAt})
	return errors.Is(err, windows.ERROR_LOCK_VIOLATION)
}

package library

import (
	"os"

	"golang.org/x/sys/windows"
)

// lockAt is the byte that stands for the lock: far behind the text of a file,
// which others could not read otherwise.
const lockAt = 1 << 30

// tryLock takes a file's lock for as long as it is open, unless somebody has it.
func tryLock(f *os.File) bool {
	return windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0,
		&windows.Overlapped{Offset: lockAt}) == nil
}

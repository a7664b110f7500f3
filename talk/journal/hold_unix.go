//go:build !windows

package journal

import (
	"errors"
	"os"
	"syscall"
)

// lock shares a file's lock, for as long as it is open. It waits for those who
// only look, which takes them no time.
func lock(f *os.File) error {
	for {
		if err := syscall.Flock(int(f.Fd()), syscall.LOCK_SH); !errors.Is(err, syscall.EINTR) {
			return err
		}
	}
}

// isLocked reports whether somebody shares a file's lock.
func isLocked(f *os.File) bool {
	return errors.Is(syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB), syscall.EWOULDBLOCK)
}

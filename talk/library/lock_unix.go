//go:build !windows

package library

import (
	"os"
	"syscall"
)

// tryLock takes a file's lock for as long as it is open, unless somebody has it.
func tryLock(f *os.File) bool {
	return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil
}

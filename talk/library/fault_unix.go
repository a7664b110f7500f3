//go:build !windows

package library

import (
	"errors"
	"syscall"
)

// isFull reports whether there was no room: on the disk, in a quota, or up to
// the size that the system lets files have.
func isFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EFBIG)
}

// isReadOnlyDisk reports whether the whole disk takes no changes.
func isReadOnlyDisk(err error) bool { return errors.Is(err, syscall.EROFS) }

// isBusy reports whether another program holds the file, which nobody can here.
func isBusy(error) bool { return false }

package library

import "os/exec"

// Reveal shows a file in the Finder. Errors are an *Error.
func Reveal(path string) error {
	if err := exec.Command("/usr/bin/open", "-R", path).Start(); err != nil {
		return failure(path, err, ErrUnreadable)
	}
	return nil
}

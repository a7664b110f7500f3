package library

import (
	"os/exec"
	"path/filepath"
	"syscall"
)

// Reveal shows a file in the Explorer. Errors are an *Error.
func Reveal(path string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return failure(path, err, ErrUnreadable)
	}
	command := exec.Command("explorer.exe")
	// Explorer splits its line at commas and wants quotes around the path alone,
	// which cannot be in the name of a file.
	command.SysProcAttr = &syscall.SysProcAttr{CmdLine: `explorer.exe /select,"` + path + `"`}
	if err := command.Start(); err != nil {
		return failure(path, err, ErrUnreadable)
	}
	return nil
}

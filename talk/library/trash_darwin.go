package library

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// macTrash is the person's trash on a Mac.
type macTrash struct {
	folder string
	finder func(file string) error
}

func systemTrash() trashCan {
	home, err := os.UserHomeDir()
	if err != nil {
		return macTrash{finder: finderTrash}
	}
	return macTrash{folder: filepath.Join(home, ".Trash"), finder: finderTrash}
}

// put moves a file into the trash. That of another disk, or one that the system
// keeps from us, is left to the Finder.
func (t macTrash) put(file string, _ time.Time) (func() error, error) {
	file, err := filepath.Abs(file)
	if err != nil {
		return nil, err
	}
	var to string
	err = freeName(file, func(name string) error {
		to = filepath.Join(t.folder, name)
		return moveFile(file, to)
	})
	if err == nil {
		return func() error { return moveFile(to, file) }, nil
	}
	if err := t.finder(file); err != nil {
		return nil, err
	}
	return func() error { return errors.New("only the Finder can bring it back") }, nil
}

// finderTrash asks the Finder, which may ask the person.
func finderTrash(file string) error {
	return exec.Command("/usr/bin/osascript",
		"-e", "on run argv",
		"-e", `tell application "Finder" to delete (POSIX file (item 1 of argv) as alias)`,
		"-e", "end run", file).Run()
}

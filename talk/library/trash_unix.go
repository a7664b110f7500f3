//go:build !windows

package library

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"time"
)

// discard moves files to the trash, all or none.
func discard(files []string, at time.Time) error { return discardEach(files, at, systemTrash()) }

// trashCan takes a file and returns how to get it back.
type trashCan interface {
	put(file string, at time.Time) (back func() error, err error)
}

func discardEach(files []string, at time.Time, can trashCan) error {
	var undo []func() error
	for _, file := range files {
		back, err := can.put(file, at)
		if err != nil {
			for _, back := range undo {
				err = errors.Join(err, back())
			}
			return err
		}
		undo = append(undo, back)
	}
	return nil
}

// freeName calls try with the name of a file, then with numbers in it, until it
// takes one.
func freeName(file string, try func(name string) error) error {
	name := filepath.Base(file)
	extension := filepath.Ext(name)
	for n := 1; ; n++ {
		tried := name
		if n > 1 {
			tried = fmt.Sprintf("%s.%d%s", strings.TrimSuffix(name, extension), n, extension)
		}
		if err := try(tried); !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
}

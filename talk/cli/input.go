package cli

import (
	"errors"
	"fmt"
	"slices"

	"talkgiver/talk/library"
)

// standardInput stands for a file on the command line, and stdinName for it in what
// is told.
const (
	standardInput = "-"
	stdinName     = "<stdin>"
)

// standardOutput stands for the file to write where it is the one that is meant anyway.
const standardOutput = "-"

// nameOf is what a file of the command line is called in what is told.
func nameOf(file string) string {
	if file == standardInput {
		return stdinName
	}
	return file
}

// onceFromStdin is a misuse when standard input stands for more than one file: the
// second one would be empty.
func onceFromStdin(files []string) error {
	first := slices.Index(files, standardInput)
	if first >= 0 && slices.Contains(files[first+1:], standardInput) {
		return misuse("standard input (-) can be read but once")
	}
	return nil
}

// told is what is said of an error: a file is called as on the command line.
func told(err error) string {
	if own, ok := err.(*library.Error); ok {
		return own.WithPath()
	}
	return err.Error()
}

// load reads a file.
func (sys System) load(file string) ([]byte, error) {
	if file == standardInput {
		f, err := library.From(stdinName, sys.Stdin)
		return f.Data, err
	}
	f, err := library.Load(file)
	return f.Data, err
}

// loadTalk reads a talk's file.
func (sys System) loadTalk(file string) ([]byte, error) {
	var f library.File
	var err error
	if file == standardInput {
		f, err = library.TalkFrom(stdinName, sys.Stdin)
	} else {
		f, err = library.LoadTalk(file)
	}
	switch {
	case errors.Is(err, library.ErrUTF16):
		return nil, fmt.Errorf("%s:1: the file is in UTF-16: save it as UTF-8", nameOf(file))
	case errors.Is(err, library.ErrNoText):
		return nil, fmt.Errorf("%s:1: this is no text", nameOf(file))
	}
	return f.Data, err
}

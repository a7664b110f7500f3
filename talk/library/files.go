package library

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"talkgiver/talk/journal"
	"talkgiver/talk/markdown"
)

// Retitled returns the text of a talk under another title. Where its front
// matter cannot be read, the text stays as it is.
func Retitled(data []byte, title string) []byte {
	changed, _, err := markdown.SetField{Field: markdown.FieldTitle, Text: title}.Apply(markdown.Parse(data))
	if err != nil {
		return data
	}
	return changed.Bytes()
}

// Retitle gives a talk's file another title. Errors are an *Error; then the file
// is as it was.
func Retitle(path, title string) error {
	file, err := Load(path)
	if err != nil {
		return err
	}
	_, err = Save(path, Retitled(file.Data, title), file.Seen)
	return err
}

// Duplicate makes a new talk beside a file, with the same text under another
// title. Its journal begins empty: the copy was neither prepared nor rehearsed.
// Errors are an *Error; then there is no new file.
func Duplicate(path, title string) (File, error) {
	file, err := Load(path)
	if err != nil {
		return File{}, err
	}
	return Create(filepath.Dir(path), title, Retitled(file.Data, title))
}

// Rename names a talk's file after a title, as Create does, and its journal with
// it, and returns the new path. A file that is called so already, perhaps with a
// number, keeps its name. Nothing is overwritten. Errors are an *Error; then
// both have their old names.
func Rename(path, title string) (string, error) {
	if _, err := os.Lstat(path); err != nil {
		return "", failure(path, err, ErrUnreadable)
	}
	folder := filepath.Dir(path)
	if closed(folder) {
		return "", &Error{Reason: ErrReadOnlyFolder, Path: folder, Cause: fs.ErrPermission}
	}
	base := baseName(title)
	for n := 1; ; n++ {
		to := numbered(folder, base, n)
		if sameFile(path, to) {
			return path, nil
		}
		free, err := isFree(to)
		if err != nil {
			return "", err
		}
		if !free {
			continue
		}
		err = move(path, to)
		if errors.Is(err, fs.ErrExist) {
			continue // somebody was faster
		}
		if err != nil {
			return "", failure(path, err, ErrReadOnlyFolder)
		}
		return to, nil
	}
}

// numbered is the n-th name that a talk file may get.
func numbered(folder, base string, n int) string {
	if n > 1 {
		base = fmt.Sprintf("%s-%d", base, n)
	}
	return filepath.Join(folder, base+Extension)
}

// sameFile reports whether two paths are those of one file, as they are where
// the disk does not tell case apart. Links are files of their own.
func sameFile(a, b string) bool {
	first, err := os.Lstat(a)
	if err != nil {
		return false
	}
	second, err := os.Lstat(b)
	return err == nil && os.SameFile(first, second)
}

// isFree reports whether neither a talk nor a journal is where a talk could be.
// A journal that another talk left behind would tell of what never happened.
func isFree(path string) (bool, error) {
	for _, p := range []string{path, journal.Path(path)} {
		_, err := os.Lstat(p)
		if err == nil {
			return false, nil
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return false, failure(p, err, ErrUnreadable)
		}
	}
	return true, nil
}

// move moves a talk and its journal, both or none.
func move(from, to string) error {
	events, newEvents := journal.Path(from), journal.Path(to)
	err := moveFile(events, newEvents)
	if errors.Is(err, fs.ErrNotExist) {
		return moveFile(from, to)
	}
	if err != nil {
		return err
	}
	if err := moveFile(from, to); err != nil {
		return errors.Join(err, moveFile(newEvents, events))
	}
	return nil
}

// moveFile gives a file another name and takes it from no other file: it makes an
// empty file of that name, which no other program can then make, and replaces it.
func moveFile(from, to string) error {
	if _, err := os.Lstat(from); err != nil {
		return err
	}
	claim, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, newMode)
	if err != nil {
		return err
	}
	if err := claim.Close(); err != nil {
		return err
	}
	if err := os.Rename(from, to); err != nil {
		return errors.Join(err, os.Remove(to))
	}
	flushFolder(filepath.Dir(to))
	return nil
}

package library

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"talkgiver/talk/markdown"
)

// Entry is a talk in the library's folder, with what a list shows of it.
type Entry struct {
	// Path is the talk's file. Name is its path from the library's folder, with
	// slashes and without the extension, such as "2027/belts".
	Path, Name string
	// Title is the talk's title, or the file's name when it has none.
	Title string
	// Event, Date (midnight UTC) and Slot are the deal's; zero when not given.
	Event string
	Date  time.Time
	Slot  time.Duration
	// Modified is when the file was last written.
	Modified time.Time
	// Err is why the file could not be read, an *Error; then there is only Path,
	// Name, Title and Modified.
	Err error
}

// List returns the talks in a folder and its sub-folders, in the order of their
// names. Hidden files and folders are left out. Links to files are followed,
// links to folders are not: they could lead in circles.
//
// The error is an *Error for the folder itself, or joins those of the
// sub-folders that could not be read; the talks that were found are returned
// with it.
func List(folder string) ([]Entry, error) {
	var entries []Entry
	var faults []error
	// A library that is a link is a folder all the same.
	root := filepath.Clean(folder)
	if real, err := filepath.EvalSymlinks(root); err == nil {
		root = real
	}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && path == root:
			return err
		case err != nil:
			faults = append(faults, failure(path, err, ErrUnreadable))
			return nil
		case path != root && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir() || !strings.EqualFold(filepath.Ext(path), Extension):
			return nil
		}
		within, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		info, err := os.Stat(path)
		if err == nil && info.Mode().IsRegular() {
			entries = append(entries, describe(filepath.Join(folder, within), within, info))
		}
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &Error{Reason: ErrNoFolder, Path: folder, Cause: err}
	}
	if err != nil {
		return nil, failure(folder, err, ErrUnreadable)
	}
	slices.SortFunc(entries, func(a, b Entry) int { return cmp.Compare(a.Name, b.Name) })
	return entries, errors.Join(faults...)
}

// describe reads what a list shows of a talk.
func describe(path, within string, info fs.FileInfo) Entry {
	name := strings.TrimSuffix(within, filepath.Ext(within))
	e := Entry{
		Path: path, Name: filepath.ToSlash(name), Title: filepath.Base(name), Modified: info.ModTime(),
	}
	file, err := Load(path)
	if err != nil {
		e.Err = err
		return e
	}
	t := markdown.Parse(file.Data).Talk()
	if title := t.Title(); title != "" {
		e.Title = title
	}
	e.Event, e.Date, e.Slot = t.Deal.Event.Text, t.Deal.Date.Day, t.Deal.Slot.Duration
	return e
}

package library

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"talkgiver/talk"
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
	// Balance is what the talk gives less what it takes, from -100 to 100, when
	// Rated: without a slot and three items it has none. Only an Index knows it.
	Balance int
	Rated   bool
	// Modified is when the file was last written.
	Modified time.Time
	// Err is why the file could not be read, an *Error; then there is only Path,
	// Name, Title and Modified.
	Err error

	titleFolded string // as an Index has it
}

// CompareTitles compares the titles of two talks as a person looks for them:
// without case and accents.
func CompareTitles(a, b Entry) int { return cmp.Compare(a.foldedTitle(), b.foldedTitle()) }

func (e Entry) foldedTitle() string {
	if e.titleFolded != "" {
		return e.titleFolded
	}
	return fold(e.Title).text
}

// List returns the talks in a folder and its sub-folders, in the order of their
// names, without their balance. Hidden files and folders are left out. Links to
// files are followed, links to folders are not: they could lead in circles.
//
// The error is an *Error for the folder itself, or joins those of the
// sub-folders that could not be read; the talks that were found are returned
// with it.
func List(folder string) ([]Entry, error) {
	found, err := walk(context.Background(), folder)
	entries := make([]Entry, len(found))
	for i, f := range found {
		file, err := Load(f.Path)
		if f.Err = err; err == nil {
			f.describe(markdown.Parse(file.Data).Talk())
		}
		entries[i] = f
	}
	return entries, err
}

// walk finds the talks for List, with nothing read yet.
func walk(ctx context.Context, folder string) ([]Entry, error) {
	var entries []Entry
	var faults []error
	// A library that is a link is a folder all the same.
	root := filepath.Clean(folder)
	if real, err := filepath.EvalSymlinks(root); err == nil {
		root = real
	}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case ctx.Err() != nil:
			return fs.SkipAll
		case err != nil && path == root:
			return err
		case err != nil:
			faults = append(faults, failure(path, err, ErrUnreadable))
			return nil
		case path != root && isHidden(path):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir() || !isTalk(path):
			return nil
		}
		within, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		if e, ok := entryOf(folder, within); ok {
			entries = append(entries, e)
		}
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &Error{Reason: ErrNoFolder, Path: folder, Cause: err}
	}
	if err != nil {
		return nil, failure(folder, err, ErrUnreadable)
	}
	slices.SortFunc(entries, inOrder)
	return entries, errors.Join(faults...)
}

// isHidden reports whether a file or folder is out of people's sight, as those
// of git are and the pending copies of a save.
func isHidden(path string) bool { return strings.HasPrefix(filepath.Base(path), ".") }

// isTalk reports whether a file is a talk by its name.
func isTalk(path string) bool { return strings.EqualFold(filepath.Ext(path), Extension) }

// inOrder compares entries for a list. Two files may have one name, "a.md" and "a.MD".
func inOrder(a, b Entry) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Path, b.Path)) }

// entryOf makes the entry of a file within the library's folder, with its name
// for a title. It reports whether there is such a file.
func entryOf(folder, within string) (Entry, bool) {
	name := strings.TrimSuffix(within, filepath.Ext(within))
	e := Entry{Path: filepath.Join(folder, within), Name: filepath.ToSlash(name), Title: filepath.Base(name)}
	info, err := os.Stat(e.Path)
	if err != nil || !info.Mode().IsRegular() {
		return e, false
	}
	e.Modified = info.ModTime()
	return e, true
}

// describe takes over what a list shows of a talk.
func (e *Entry) describe(t *talk.Talk) {
	if title := t.Title(); title != "" {
		e.Title = title
	}
	e.Event, e.Date, e.Slot = t.Deal.Event.Text, t.Deal.Date.Day, t.Deal.Slot.Duration
}

// Folder returns the sub-folder that the talk is in, with slashes; "" is the
// library's own.
func (e Entry) Folder() string {
	if folder := path.Dir(e.Name); folder != "." {
		return folder
	}
	return ""
}

package library

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
)

// What can be wrong with a file. An *Error is one of these for errors.Is.
var (
	// ErrChanged: the file is not as it was when it was last loaded or saved.
	ErrChanged = errors.New("the file has changed on disk")
	// ErrExists: there is a file of this name already.
	ErrExists = errors.New("there is a file of this name already")
	// ErrGone: the file was there and no longer is.
	ErrGone = errors.New("the file is gone")
	// ErrMissing: there is no such file.
	ErrMissing = errors.New("there is no such file")
	// ErrNoFolder: there is no such folder.
	ErrNoFolder = errors.New("there is no such folder")
	// ErrReadOnly: the file may not be written.
	ErrReadOnly = errors.New("the file is read-only")
	// ErrReadOnlyFolder: no file may be made in the folder.
	ErrReadOnlyFolder = errors.New("the folder is read-only")
	// ErrUnreadable: the file may not be read.
	ErrUnreadable = errors.New("the file may not be read")
	// ErrFull: the disk, or this person's part of it, is full.
	ErrFull = errors.New("the disk is full")
	// ErrBusy: another program holds the file (on Windows).
	ErrBusy = errors.New("the file is in use")
	// ErrNotAFile: it is a folder, a device or a loop of links.
	ErrNotAFile = errors.New("not a file")
	// ErrTooBig: no talk is that big.
	ErrTooBig = errors.New("the file is too big")
	// ErrNoText: no talk is in such a file.
	ErrNoText = errors.New("this is no text")
	// ErrUTF16: the file's text is written in two bytes a sign.
	ErrUTF16 = errors.New("the file is in UTF-16")
	// ErrNoTrash: the file could not be moved to the trash.
	ErrNoTrash = errors.New("the file cannot be moved to the trash")
	// ErrNotWatched: nobody tells when something in the folder changes.
	ErrNotWatched = errors.New("the folder cannot be watched")
	// ErrFailed: something else, which the Error's Cause tells.
	ErrFailed = errors.New("the disk failed")
)

// Error is what went wrong with one file or folder. Nothing was lost: a file
// that could not be saved is as it was.
type Error struct {
	// Reason is one of the errors of this package, such as ErrReadOnly.
	Reason error
	// Path is the file or folder that the sentence names.
	Path string
	// Cause is what the system said; may be nil.
	Cause error
}

// Unwrap makes both reason and cause known to errors.Is.
func (e *Error) Unwrap() []error {
	if e.Cause == nil {
		return []error{e.Reason}
	}
	return []error{e.Reason, e.Cause}
}

// Error is one sentence that names the file and a way out. The folder is left
// out where a window shows it.
func (e *Error) Error() string { return e.sentence(filepath.Base(e.Path)) }

// WithPath is the same sentence with the whole path, for a command line, where
// it is what was typed.
func (e *Error) WithPath() string { return e.sentence(e.Path) }

func (e *Error) sentence(name string) string {
	switch e.Reason {
	case ErrChanged:
		return fmt.Sprintf("%s was changed by another program in the meantime: load it again, or save your version under another name.", name)
	case ErrExists:
		return fmt.Sprintf("There is a file %s already: choose another name, or replace it.", name)
	case ErrGone:
		return fmt.Sprintf("%s was moved or deleted in the meantime: save it anyway to bring it back, or under another name.", name)
	case ErrMissing:
		return fmt.Sprintf("There is no file %s: look whether its name is right or it was moved.", name)
	case ErrNoFolder:
		return fmt.Sprintf("The folder %s is not there: make it or plug its disk in, or choose another folder.", e.Path)
	case ErrReadOnly:
		return fmt.Sprintf("%s is read-only: allow writing to it, or save under another name.", name)
	case ErrReadOnlyFolder:
		return fmt.Sprintf("Nothing can be written into the folder %s: allow writing to it, or save into another one.", e.Path)
	case ErrUnreadable:
		return fmt.Sprintf("%s may not be read: ask its owner, or open another file.", name)
	case ErrFull:
		return fmt.Sprintf("There is no room left on the disk for %s: free some, or save to another disk.", name)
	case ErrBusy:
		return fmt.Sprintf("Another program holds %s: close it there and try again, or save under another name.", name)
	case ErrNotAFile:
		return fmt.Sprintf("%s is not a file: choose one that holds text.", name)
	case ErrNoTrash:
		return fmt.Sprintf("%s could not be moved to the trash and is where it was: move it in the file manager.", name)
	case ErrNotWatched:
		return fmt.Sprintf("Changes by other programs in %s are seen only when you come back to this window: the system watches no more folders.", name)
	case ErrNoText:
		return fmt.Sprintf("%s is no text, and was not touched: choose a talk, or export the slides as Markdown where they were made.", name)
	case ErrUTF16:
		return fmt.Sprintf("%s is in UTF-16, and was not touched: save it as UTF-8 where it was written.", name)
	case ErrTooBig:
		return fmt.Sprintf("%s is bigger than any talk: choose a file of at most %d MB.", name, MaxSize>>20)
	}
	return fmt.Sprintf("%s could not be reached (%v): try again, or use another folder.", name, e.Cause)
}

// failure makes an Error of what the system said about a path.
func failure(path string, err error, denied error) error {
	reason := ErrFailed
	switch {
	case isFull(err):
		reason = ErrFull
	case isBusy(err):
		reason = ErrBusy
	case isReadOnlyDisk(err), errors.Is(err, fs.ErrPermission):
		reason = denied
	case errors.Is(err, fs.ErrNotExist):
		reason = ErrMissing
	}
	return &Error{Reason: reason, Path: path, Cause: err}
}

package library

import (
	"os"
	"time"

	"talkgiver/talk/journal"
)

// Trash moves a talk and its journal to the trash of the system, from which a
// person gets them back as any other file; both or none. at is the moment that
// is written beside them. Nothing is ever deleted: where there is no trash, the
// error is an *Error and the files stay.
func Trash(path string, at time.Time) error {
	if _, err := os.Lstat(path); err != nil {
		return failure(path, err, ErrNoTrash)
	}
	files := []string{path}
	if events := journal.Path(path); events != path {
		if _, err := os.Lstat(events); err == nil {
			files = []string{events, path}
		}
	}
	if err := discard(files, at); err != nil {
		return &Error{Reason: ErrNoTrash, Path: path, Cause: err}
	}
	return nil
}

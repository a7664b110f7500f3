package library

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// newMode is the mode of a new file before the umask.
const newMode fs.FileMode = 0o644

// Save writes data to a file that the caller has last seen as seen, whole or not
// at all: into a hidden file beside it, flushed to the disk, that then takes its
// name. It returns the fingerprint for the next Save.
//
// A link stays, and what it leads to is replaced. The file keeps its mode, and
// its owner where the system allows that. Save refuses with an *Error
//
//   - when the file is not as it was seen: ErrChanged, or ErrGone. A zero seen
//     says that there is no file yet, and if there is: ErrExists;
//   - when nobody has leave to write it (also for root, whom the system would
//     let), or we do not: ErrReadOnly; ErrReadOnlyFolder for its folder;
//   - when there is no room: ErrFull, and so on.
//
// Then the old file is untouched, and nothing is left beside it. A change made
// between the look and the replacement, some milliseconds, goes unseen.
func Save(path string, data []byte, seen Fingerprint) (Fingerprint, error) {
	return saver{newPending}.save(path, data, &seen)
}

// Overwrite is Save whatever the file has become in the meantime: for a person
// who was asked.
func Overwrite(path string, data []byte) (Fingerprint, error) {
	return saver{newPending}.save(path, data, nil)
}

// pending is a new file that waits to take the place of another.
type pending interface {
	io.Writer
	// CloseAtomicallyReplace flushes the file and gives it its name.
	CloseAtomicallyReplace() error
	// Cleanup removes the file unless it was given its name.
	Cleanup() error
}

// saver saves through pending files. A test gives it a disk that fails.
type saver struct {
	create func(target string, old fs.FileInfo) (pending, error)
}

func (s saver) save(path string, data []byte, seen *Fingerprint) (Fingerprint, error) {
	target, old, err := follow(path)
	if err != nil {
		return Fingerprint{}, err
	}
	if err := writable(path, target, old); err != nil {
		return Fingerprint{}, err
	}
	if seen != nil {
		if err := unchanged(path, target, old, *seen); err != nil {
			return Fingerprint{}, err
		}
	}
	if err := s.replace(path, target, old, data); err != nil {
		return Fingerprint{}, err
	}
	return FingerprintOf(data), nil
}

// writable reports whether the target, if there is one, is a file that we may
// write. A rename alone would not ask.
func writable(path, target string, old fs.FileInfo) error {
	switch {
	case old == nil:
		return nil
	case !old.Mode().IsRegular():
		return &Error{Reason: ErrNotAFile, Path: path}
	case old.Mode().Perm()&0o222 == 0:
		return &Error{Reason: ErrReadOnly, Path: path, Cause: fs.ErrPermission}
	}
	f, err := os.OpenFile(target, os.O_WRONLY, 0)
	if err != nil {
		return failure(path, err, ErrReadOnly)
	}
	return f.Close()
}

// unchanged reports whether the target is as it was seen.
func unchanged(path, target string, old fs.FileInfo, seen Fingerprint) error {
	var now Fingerprint
	if old != nil {
		var err error
		now, err = look(path, target, old)
		if errors.Is(err, ErrTooBig) { // what has grown beyond any talk has changed, too
			now, err = Fingerprint{exists: true}, nil
		}
		if err != nil {
			return err
		}
	}
	switch {
	case now == seen:
		return nil
	case !seen.exists:
		return &Error{Reason: ErrExists, Path: path, Cause: fs.ErrExist}
	case !now.exists:
		return &Error{Reason: ErrGone, Path: path, Cause: fs.ErrNotExist}
	}
	return &Error{Reason: ErrChanged, Path: path}
}

func (s saver) replace(path, target string, old fs.FileInfo, data []byte) (err error) {
	folder := filepath.Dir(target)
	if closed(folder) {
		return &Error{Reason: ErrReadOnlyFolder, Path: folder, Cause: fs.ErrPermission}
	}
	file, err := s.create(target, old)
	switch {
	case err == nil:
	case errors.Is(err, fs.ErrNotExist):
		return &Error{Reason: ErrNoFolder, Path: folder, Cause: err}
	case isReadOnlyDisk(err), errors.Is(err, fs.ErrPermission):
		return &Error{Reason: ErrReadOnlyFolder, Path: folder, Cause: err}
	default:
		return failure(path, err, ErrReadOnlyFolder)
	}
	defer func() {
		if err != nil {
			// What is wrong is the disk, and that is being said already.
			_ = file.Cleanup()
		}
	}()
	if _, err := file.Write(data); err != nil {
		return failure(path, err, ErrReadOnly)
	}
	if err := file.CloseAtomicallyReplace(); err != nil {
		return failure(path, err, ErrReadOnly)
	}
	flushFolder(folder)
	return nil
}

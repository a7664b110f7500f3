package library

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// MaxSize is the most bytes that are loaded as a talk. The longest books have a
// few megabytes of text.
const MaxSize = 32 << 20

// File is a file as it was loaded.
type File struct {
	// Path is the path it was loaded by, and Target the file behind it when
	// that is a link; else they are equal.
	Path, Target string
	Data         []byte
	Mode         fs.FileMode
	// Seen tells Save what the file was like.
	Seen Fingerprint
}

// Fingerprint is what the content of a file was like: two are equal when the
// files are, byte for byte. The zero Fingerprint is that of no file at all.
//
// It looks at the bytes alone. Times tell less: programs that sync folders set
// them back, and a change within a tick of the disk's clock leaves them alone.
type Fingerprint struct {
	exists bool
	sum    [sha256.Size]byte
}

// FingerprintOf returns the fingerprint of a file that holds data.
func FingerprintOf(data []byte) Fingerprint {
	return Fingerprint{exists: true, sum: sha256.Sum256(data)}
}

// Exists reports whether there was a file.
func (f Fingerprint) Exists() bool { return f.exists }

// Load reads a file, following links. Errors are an *Error.
func Load(path string) (File, error) {
	target, info, err := follow(path)
	if err != nil {
		return File{}, err
	}
	if info == nil {
		return File{}, &Error{Reason: ErrMissing, Path: path, Cause: fs.ErrNotExist}
	}
	data, err := read(path, target, info)
	if err != nil {
		return File{}, err
	}
	return File{Path: path, Target: target, Data: data, Mode: info.Mode(), Seen: FingerprintOf(data)}, nil
}

// From reads what has no file, such as standard input. Errors are an *Error, and call
// it by its name.
func From(name string, r io.Reader) (File, error) {
	data, err := readAll(name, r, 0)
	if err != nil {
		return File{}, err
	}
	return File{Path: name, Data: data, Seen: FingerprintOf(data)}, nil
}

// Look returns the fingerprint that a file has now, for a look whether another
// program has changed it. That of a file that is not there is zero and no error.
func Look(path string) (Fingerprint, error) {
	target, info, err := follow(path)
	if err != nil || info == nil {
		return Fingerprint{}, err
	}
	return look(path, target, info)
}

func look(path, target string, info fs.FileInfo) (Fingerprint, error) {
	data, err := read(path, target, info)
	if errors.Is(err, ErrMissing) {
		return Fingerprint{}, nil
	}
	if err != nil {
		return Fingerprint{}, err
	}
	return FingerprintOf(data), nil
}

// read reads the target of path. info keeps it from waiting for a pipe or
// filling the memory; the file may still grow while it is read.
func read(path, target string, info fs.FileInfo) ([]byte, error) {
	if !info.Mode().IsRegular() {
		return nil, &Error{Reason: ErrNotAFile, Path: path}
	}
	if info.Size() > MaxSize {
		return nil, &Error{Reason: ErrTooBig, Path: path}
	}
	f, err := os.Open(target)
	if err != nil {
		return nil, failure(path, err, ErrUnreadable)
	}
	defer f.Close()
	return readAll(path, f, info.Size())
}

// readAll reads what is about so many bytes long.
func readAll(path string, r io.Reader, size int64) ([]byte, error) {
	var data bytes.Buffer
	data.Grow(int(size) + bytes.MinRead)
	if _, err := data.ReadFrom(io.LimitReader(r, MaxSize+1)); err != nil {
		return nil, failure(path, err, ErrUnreadable)
	}
	if data.Len() > MaxSize {
		return nil, &Error{Reason: ErrTooBig, Path: path}
	}
	return data.Bytes(), nil
}

// maxLinks is how many links may follow each other, as on Linux.
const maxLinks = 40

// follow returns the file that a path leads to through any links, and what is
// there: nil when there is nothing, so that it can be made. Folders on the way
// are the system's affair.
func follow(path string) (string, fs.FileInfo, error) {
	target := path
	for range maxLinks {
		info, err := os.Lstat(target)
		if errors.Is(err, fs.ErrNotExist) {
			return target, nil, nil
		}
		if err != nil {
			return "", nil, failure(path, err, ErrUnreadable)
		}
		if info.Mode()&fs.ModeSymlink == 0 {
			return target, info, nil
		}
		next, err := os.Readlink(target)
		if err != nil {
			return "", nil, failure(path, err, ErrUnreadable)
		}
		if !filepath.IsAbs(next) {
			next = filepath.Join(realFolder(target), next)
		}
		target = next
	}
	return "", nil, &Error{Reason: ErrNotAFile, Path: path}
}

// realFolder returns the folder of a file without links in its path, since the
// ".." of a link starts from there.
func realFolder(path string) string {
	folder := filepath.Dir(path)
	if real, err := filepath.EvalSymlinks(folder); err == nil {
		return real
	}
	return folder
}

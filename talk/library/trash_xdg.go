//go:build !windows && !darwin

package library

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"time"
)

// xdgTrash is the trash of the desktops on Linux and the BSDs, as version 1.0 of
// the trash specification of freedesktop.org has it.
type xdgTrash struct {
	home   string // the trash in the person's home
	uid    int
	device func(path string) (uint64, error)
	rename func(from, to string) error
}

func systemTrash() trashCan {
	data := os.Getenv("XDG_DATA_HOME")
	if !filepath.IsAbs(data) {
		home, err := os.UserHomeDir()
		if err != nil {
			home = string(filepath.Separator) // no trash can be made there, and that is said
		}
		data = filepath.Join(home, ".local", "share")
	}
	return xdgTrash{home: filepath.Join(data, "Trash"), uid: os.Getuid(), device: deviceOf, rename: os.Rename}
}

// deviceOf tells disks apart.
func deviceOf(path string) (uint64, error) {
	info, err := os.Lstat(path)
	if err != nil {
		return 0, err
	}
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return 0, errors.New("the system does not say on which disk a file is")
	}
	return uint64(stat.Dev), nil
}

// put moves a file into the trash of its disk, or, where that has none, a copy
// of it into the one at home.
func (t xdgTrash) put(file string, at time.Time) (func() error, error) {
	file, err := filepath.Abs(file)
	if err != nil {
		return nil, err
	}
	if closed(filepath.Dir(file)) {
		return nil, fs.ErrPermission
	}
	homeErr := makeTrash(t.home)
	here, err := t.device(file)
	if err != nil {
		return nil, err
	}
	if homeErr == nil {
		if home, err := t.device(t.home); err == nil && home == here {
			back, err := t.into(t.home, file, file, at, t.rename)
			if !errors.Is(err, syscall.EXDEV) { // one disk, mounted twice
				return back, err
			}
		}
	}
	if back, err := t.onDisk(file, here, at); err == nil {
		return back, nil
	}
	if homeErr != nil {
		return nil, homeErr
	}
	return t.into(t.home, file, file, at, copyOver)
}

// onDisk moves a file into the trash of a disk that is not that of the home.
func (t xdgTrash) onDisk(file string, device uint64, at time.Time) (func() error, error) {
	top := filepath.Dir(file)
	for top != filepath.Dir(top) {
		if above, err := t.device(filepath.Dir(top)); err != nil || above != device {
			break
		}
		top = filepath.Dir(top)
	}
	original, err := filepath.Rel(top, file)
	if err != nil {
		return nil, err
	}
	id := strconv.Itoa(t.uid)
	// The administrator's, when it is safe, else our own.
	if info, err := os.Lstat(filepath.Join(top, ".Trash")); err == nil && sticky(info) {
		if trash := filepath.Join(top, ".Trash", id); makeTrash(trash) == nil {
			if back, err := t.into(trash, file, original, at, t.rename); err == nil {
				return back, nil
			}
		}
	}
	trash := filepath.Join(top, ".Trash-"+id)
	if err := makeTrash(trash); err != nil {
		return nil, err
	}
	return t.into(trash, file, original, at, t.rename)
}

// makeTrash makes the folders of a trash, for this person alone.
func makeTrash(trash string) error {
	for _, folder := range []string{"files", "info"} {
		if err := os.MkdirAll(filepath.Join(trash, folder), 0o700); err != nil {
			return err
		}
	}
	// What somebody else has put there in its place is no trash.
	info, err := os.Lstat(trash)
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return fs.ErrInvalid
	}
	return nil
}

// into moves a file into a trash. The note beside it comes first: its name is
// what keeps others from taking the same.
func (t xdgTrash) into(trash, file, original string, at time.Time, move func(from, to string) error) (func() error, error) {
	text := fmt.Sprintf("[Trash Info]\nPath=%s\nDeletionDate=%s\n", (&url.URL{Path: original}).EscapedPath(), at.Local().Format("2006-01-02T15:04:05"))
	var note, to string
	err := freeName(file, func(name string) error {
		note, to = filepath.Join(trash, "info", name+".trashinfo"), filepath.Join(trash, "files", name)
		if _, err := os.Lstat(to); err == nil {
			return fs.ErrExist // without a note; it stays all the same
		}
		f, err := os.OpenFile(note, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if err != nil {
			return err
		}
		_, err = f.WriteString(text)
		if err = errors.Join(err, f.Close()); err == nil {
			err = move(file, to)
		}
		if err != nil {
			return errors.Join(err, os.Remove(note))
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return func() error {
		if err := moveFile(to, file); err != nil {
			if !errors.Is(err, syscall.EXDEV) {
				return err
			}
			if err := copyOver(to, file); err != nil {
				return err
			}
		}
		return os.Remove(note)
	}, nil
}

// copyOver moves a file to another disk: the old one goes when the new one is
// whole and on the disk.
func copyOver(from, to string) error {
	info, err := os.Lstat(from)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return fs.ErrInvalid
	}
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, info.Mode().Perm()|0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		return errors.Join(err, os.Remove(to))
	}
	_ = os.Chtimes(to, info.ModTime(), info.ModTime())
	if err := os.Remove(from); err != nil {
		return errors.Join(err, os.Remove(to))
	}
	return nil
}

// sticky reports whether a folder is one in which everybody has files and nobody
// can take those of others.
func sticky(info fs.FileInfo) bool { return info.IsDir() && info.Mode()&os.ModeSticky != 0 }

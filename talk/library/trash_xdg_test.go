//go:build !windows && !darwin

package library

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"talkgiver/talk/journal"
)

var thrown = time.Date(2027, 5, 4, 10, 30, 7, 0, time.Local)

// disks is a machine whose folder "usb" is another disk.
type disks struct {
	root  string
	trash xdgTrash
}

func newDisks(t *testing.T) disks {
	t.Helper()
	d := disks{root: t.TempDir()}
	must(t, os.MkdirAll(filepath.Join(d.root, "usb"), 0o755), os.MkdirAll(filepath.Join(d.root, "home"), 0o755))
	isUSB := func(path string) bool { return strings.HasPrefix(path+"/", filepath.Join(d.root, "usb")+"/") }
	d.trash = xdgTrash{home: filepath.Join(d.root, "home", "Trash"), uid: 1000,
		device: func(path string) (uint64, error) {
			if _, err := os.Lstat(path); err != nil {
				return 0, err
			}
			if isUSB(path) {
				return 2, nil
			}
			return 1, nil
		},
		rename: func(from, to string) error {
			if isUSB(from) != isUSB(to) {
				return &os.LinkError{Op: "rename", Old: from, New: to, Err: syscall.EXDEV}
			}
			return os.Rename(from, to)
		}}
	return d
}

func note(path string) string {
	return "[Trash Info]\nPath=" + path + "\nDeletionDate=2027-05-04T10:30:07\n"
}

func TestTrash(t *testing.T) {
	home := func(d disks, path string) string { return note(filepath.Join(d.root, path)) }
	tests := map[string]struct {
		prepare func(d disks)
		file    string
		want    func(d disks) map[string]string
	}{
		"at home": {nil, "home/talk.md", func(d disks) map[string]string {
			return map[string]string{"home/Trash/files/talk.md": "text", "home/Trash/info/talk.md.trashinfo": home(d, "home/talk.md")}
		}},
		"a name with more than letters": {nil, "home/größer 100%?.md", func(d disks) map[string]string {
			return map[string]string{"home/Trash/files/größer 100%?.md": "text",
				"home/Trash/info/größer 100%?.md.trashinfo": home(d, "home/gr%C3%B6%C3%9Fer%20100%25%3F.md")}
		}},
		"the name is in the trash already": {func(d disks) {
			write(t, filepath.Join(d.root, "home/Trash/files/talk.md"), "older")
			write(t, filepath.Join(d.root, "home/Trash/info/talk.md.trashinfo"), "older")
			write(t, filepath.Join(d.root, "home/Trash/files/talk.2.md"), "without a note")
			write(t, filepath.Join(d.root, "home/Trash/info/talk.3.md.trashinfo"), "without a file")
		}, "home/talk.md", func(d disks) map[string]string {
			return map[string]string{
				"home/Trash/files/talk.md": "older", "home/Trash/info/talk.md.trashinfo": "older",
				"home/Trash/files/talk.2.md": "without a note", "home/Trash/info/talk.3.md.trashinfo": "without a file",
				"home/Trash/files/talk.4.md": "text", "home/Trash/info/talk.4.md.trashinfo": home(d, "home/talk.md")}
		}},
		"on another disk": {nil, "usb/talks/talk.md", func(disks) map[string]string {
			return map[string]string{"usb/.Trash-1000/files/talk.md": "text", "usb/.Trash-1000/info/talk.md.trashinfo": note("talks/talk.md")}
		}},
		"on another disk with a trash for all": {func(d disks) {
			must(t, os.Mkdir(filepath.Join(d.root, "usb/.Trash"), 0o777), os.Chmod(filepath.Join(d.root, "usb/.Trash"), 0o777|os.ModeSticky))
		}, "usb/talks/talk.md", func(disks) map[string]string {
			return map[string]string{"usb/.Trash/1000/files/talk.md": "text", "usb/.Trash/1000/info/talk.md.trashinfo": note("talks/talk.md")}
		}},
		"on another disk with a trash that anybody could take": {func(d disks) {
			must(t, os.Mkdir(filepath.Join(d.root, "usb/.Trash"), 0o777))
		}, "usb/talks/talk.md", func(disks) map[string]string {
			return map[string]string{"usb/.Trash-1000/files/talk.md": "text", "usb/.Trash-1000/info/talk.md.trashinfo": note("talks/talk.md")}
		}},
		"on another disk without a trash": {func(d disks) {
			write(t, filepath.Join(d.root, "usb/.Trash-1000"), "in the way")
		}, "usb/talks/talk.md", func(d disks) map[string]string {
			return map[string]string{"usb/.Trash-1000": "in the way",
				"home/Trash/files/talk.md": "text", "home/Trash/info/talk.md.trashinfo": home(d, "usb/talks/talk.md")}
		}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			d := newDisks(t)
			if test.prepare != nil {
				test.prepare(d)
			}
			path := write(t, filepath.Join(d.root, test.file), "text")
			must(t, discardEach([]string{path}, thrown, d.trash))
			wantHolds(t, d.root, test.want(d))
		})
	}
}

func TestTrash_BothOrNone(t *testing.T) {
	d := newDisks(t)
	path := write(t, filepath.Join(d.root, "home/talk.md"), "text")
	write(t, journal.Path(path), "events")
	rename := d.trash.rename
	d.trash.rename = func(from, to string) error {
		if from == path {
			return syscall.EACCES
		}
		return rename(from, to)
	}
	if err := discardEach([]string{journal.Path(path), path}, thrown, d.trash); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("got %v", err)
	}
	wantHolds(t, d.root, map[string]string{"home/talk.md": "text", "home/talk.journal.jsonl": "events"})
}

// The trash of this very system, in a home of the test's own.
func TestTrash_OfTheSystem(t *testing.T) {
	home := t.TempDir()
	t.Setenv("XDG_DATA_HOME", filepath.Join(home, "data"))
	path := write(t, filepath.Join(home, "talks", "talk.md"), "text")
	write(t, journal.Path(path), "events")
	write(t, filepath.Join(home, "talks", "talk-2.md"), "other")
	must(t, Trash(path, thrown))
	wantHolds(t, home, map[string]string{
		"talks/talk-2.md":                              "other",
		"data/Trash/files/talk.md":                     "text",
		"data/Trash/files/talk.journal.jsonl":          "events",
		"data/Trash/info/talk.md.trashinfo":            note(path),
		"data/Trash/info/talk.journal.jsonl.trashinfo": note(journal.Path(path)),
	})
	info, err := os.Stat(filepath.Join(home, "data/Trash"))
	must(t, err)
	if info.Mode().Perm() != 0o700 {
		t.Errorf("others may look into the trash: %v", info.Mode())
	}
	wantError(t, Trash(path, thrown), ErrMissing, "talk.md")

	write(t, path, "again")
	must(t, os.Chmod(filepath.Dir(path), 0o555))
	defer os.Chmod(filepath.Dir(path), 0o755)
	wantError(t, Trash(path, thrown), ErrNoTrash, "talk.md")
	wantFile(t, path, "again")
}

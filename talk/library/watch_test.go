package library

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"

	"talkgiver/talk/journal"
)

// seen gathers what a watcher tells.
type seen struct {
	t       *testing.T
	folder  string
	changes chan []string
	faults  chan error
	watcher *Watcher
	known   map[string]bool // what it may tell of: a change can be told in two parts
}

func newSeen(t *testing.T, folder string, quiet time.Duration) *seen {
	t.Helper()
	s := &seen{t: t, folder: folder, changes: make(chan []string, 100), faults: make(chan error, 10), known: make(map[string]bool)}
	s.watcher = watch(folder, func(paths []string) { s.changes <- paths }, func(err error) { s.faults <- err }, quiet, 10*time.Second)
	t.Cleanup(s.watcher.Close)
	s.ready()
	return s
}

// ready waits until the folder is watched: a file comes again and again until it
// is told of.
func (s *seen) ready() {
	s.t.Helper()
	path := filepath.Join(s.folder, "ready.md")
	for range 1000 {
		write(s.t, path, time.Now().String())
		select {
		case <-s.changes:
			must(s.t, os.Remove(path))
			s.until(path)
			return
		case err := <-s.faults:
			s.t.Fatal(err)
		case <-time.After(2*s.watcher.quiet + 10*time.Millisecond):
		}
	}
	s.t.Fatal("it does not watch")
}

// until waits until all these paths were told of, and fails for others than it
// has waited for so far.
func (s *seen) until(paths ...string) {
	s.t.Helper()
	for _, path := range paths {
		s.known[path] = true
	}
	late := time.After(20 * time.Second)
	missing := slices.Clone(paths)
	for len(missing) > 0 {
		select {
		case told := <-s.changes:
			for _, path := range told {
				if !s.known[path] {
					s.t.Errorf("it tells of %s", path)
				}
				missing = slices.DeleteFunc(missing, func(p string) bool { return p == path })
			}
		case err := <-s.faults:
			s.t.Fatal(err)
		case <-late:
			s.t.Fatalf("it never told of %v", missing)
		}
	}
}

func TestWatch(t *testing.T) {
	folder := t.TempDir()
	old := write(t, filepath.Join(folder, "2027", "old.md"), before)
	hidden := filepath.Join(folder, ".git")
	must(t, os.Mkdir(hidden, 0o755))
	s := newSeen(t, folder, 20*time.Millisecond)

	write(t, old, after)
	s.until(old)
	_, err := Save(old, []byte(before), FingerprintOf([]byte(after)))
	must(t, err)
	s.until(old) // and not of the hidden file that it wrote first
	write(t, journal.Path(old), "{}\n")
	s.until(journal.Path(old))

	// What is no talk is nobody's business; the talk after it shows that all
	// before it was seen.
	write(t, filepath.Join(hidden, "x.md"), "")
	write(t, filepath.Join(folder, ".hidden.md"), "")
	write(t, filepath.Join(folder, "picture.png"), "")
	fresh := write(t, filepath.Join(folder, "fresh.md"), before)
	s.until(fresh)

	// Folders in new folders are watched too.
	deep := filepath.Join(folder, "new", "deep")
	s.known[deep], s.known[filepath.Join(folder, "new")] = true, true
	must(t, os.MkdirAll(deep, 0o755))
	s.until(filepath.Join(folder, "new"))
	s.until(write(t, filepath.Join(deep, "inside.md"), before))
	inside := filepath.Join(deep, "inside.md")

	moved := filepath.Join(folder, "moved.md")
	must(t, os.Rename(inside, moved))
	s.until(inside, moved)
	must(t, os.Remove(moved))
	s.until(moved)
	must(t, os.RemoveAll(filepath.Join(folder, "new")))
	s.until(filepath.Join(folder, "new"), deep)
}

func TestWatch_ManyAtOnceAreToldTogether(t *testing.T) {
	folder := t.TempDir()
	s := newSeen(t, folder, 500*time.Millisecond)
	var paths []string
	for _, name := range []string{"a", "b", "c", "d", "e", "f", "g", "h"} {
		paths = append(paths, write(t, filepath.Join(folder, name+".md"), before))
	}
	calls := 0
	for told := 0; told < len(paths); calls++ {
		select {
		case now := <-s.changes:
			told += len(now)
		case <-time.After(20 * time.Second):
			t.Fatal("it never told of them")
		}
	}
	if calls == len(paths) {
		t.Error("each change is told for itself")
	}
}

func TestWatch_FolderIsGone(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "usb")
	must(t, os.Mkdir(folder, 0o755))
	s := newSeen(t, folder, 20*time.Millisecond)
	must(t, os.Remove(folder))
	select {
	case err := <-s.faults:
		wantError(t, err, ErrNoFolder, "usb")
	case <-time.After(20 * time.Second):
		t.Fatal("it never said that the folder is gone")
	}
	s.until(folder)
	s.watcher.Close()
	if len(s.faults) != 0 {
		t.Errorf("it says it again: %v", <-s.faults)
	}
}

func TestWatch_FolderIsNotThere(t *testing.T) {
	faults := make(chan error, 1)
	w := Watch(filepath.Join(t.TempDir(), "none"), func(paths []string) { t.Errorf("it tells of %v", paths) }, func(err error) { faults <- err })
	select {
	case err := <-faults:
		wantError(t, err, ErrNoFolder, "none")
	case <-time.After(20 * time.Second):
		t.Fatal("it says nothing")
	}
	w.Close()
}

// What the system says when it has no more to give: the first is told, an
// overflow means that everything is to be looked at.
func TestWatch_Faults(t *testing.T) {
	folder := t.TempDir()
	s := newSeen(t, folder, 20*time.Millisecond)
	s.watcher.notify.Errors <- fsnotify.ErrEventOverflow
	s.until(folder)
	s.watcher.notify.Errors <- errors.New("no more watches")
	s.watcher.notify.Errors <- errors.New("still none")
	select {
	case err := <-s.faults:
		wantError(t, err, ErrNotWatched, filepath.Base(folder))
	case <-time.After(20 * time.Second):
		t.Fatal("it says nothing")
	}
	path := write(t, filepath.Join(folder, "a.md"), before)
	s.until(path)
	s.watcher.Close()
	if len(s.faults) != 0 {
		t.Errorf("it says %v too", <-s.faults)
	}
}

// Of one file everything is told, whatever way it is written, and of its neighbours
// nothing.
func TestWatchFile(t *testing.T) {
	for name, place := range map[string]func(t *testing.T) (path, written string){
		"a file": func(t *testing.T) (string, string) {
			path := write(t, filepath.Join(t.TempDir(), "talk.md"), before)
			return path, path
		},
		"a link": func(t *testing.T) (string, string) {
			written, path := write(t, filepath.Join(t.TempDir(), "talk.md"), before), filepath.Join(t.TempDir(), "link.md")
			must(t, os.Symlink(written, path))
			return path, written
		},
		"a hidden one without an ending": func(t *testing.T) (string, string) {
			path := write(t, filepath.Join(t.TempDir(), ".talk"), before)
			return path, path
		},
	} {
		t.Run(name, func(t *testing.T) {
			path, written := place(t)
			told := make(chan bool, 100)
			w := watchFile(path, func() { told <- true }, 20*time.Millisecond, 10*time.Second)
			defer w.Close()
			wait := func(what string) {
				t.Helper()
				select {
				case <-told:
				case <-time.After(20 * time.Second):
					t.Fatalf("it was not told that the file was %s", what)
				}
			}
			write(t, written, after)
			wait("written")
			write(t, written+".new", before)
			write(t, filepath.Join(filepath.Dir(written), "neighbour.md"), before)
			select {
			case <-told:
				t.Error("it was told of a neighbour")
			case <-time.After(5 * w.quiet):
			}
			must(t, os.Rename(written+".new", written))
			wait("replaced")
			f, err := os.OpenFile(written, os.O_APPEND|os.O_WRONLY, 0)
			must(t, err)
			_, err = f.WriteString("- more\n")
			must(t, err)
			must(t, f.Close())
			wait("added to")
			must(t, os.Remove(written))
			wait("removed")
		})
	}
	w := WatchFile(filepath.Join(t.TempDir(), "none", "talk.md"), func() { t.Error("there is nothing to tell of") })
	w.Close()
}

package library

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"

	"talkgiver/talk/journal"
)

// Watcher tells when talks in a folder and its sub-folders change, whoever
// changes them. It may miss some, as on disks in a network; who relies on the
// list looks again when a person comes back to it.
type Watcher struct {
	folder   string
	files    []string // when it is for a file: that, and the one behind it when it is a link
	onChange func(paths []string)
	onFault  func(error)

	notify  *fsnotify.Watcher
	quiet   time.Duration
	most    time.Duration
	done    sync.WaitGroup
	faulted bool // what is wrong was said
}

// How long changes are gathered: until nothing has changed for settleFor, as
// programs write a file in several steps, but no longer than settleMost.
const (
	settleFor  = 150 * time.Millisecond
	settleMost = time.Second
)

// Watch begins to watch a folder. onChange gets the talks, journals and folders
// that have changed, come or gone since the last call. onFault gets an *Error at
// most once: when the folder is gone or the system watches no more folders; what
// is watched by then stays so. Both are called on a goroutine of the Watcher,
// one call at a time, and not after Close.
func Watch(folder string, onChange func(paths []string), onFault func(error)) *Watcher {
	return watch(folder, onChange, onFault, settleFor, settleMost)
}

func watch(folder string, onChange func(paths []string), onFault func(error), quiet, most time.Duration) *Watcher {
	w := &Watcher{folder: filepath.Clean(folder), onChange: onChange, onFault: onFault, quiet: quiet, most: most}
	notify, err := fsnotify.NewWatcher()
	if err != nil {
		w.done.Go(func() { w.fault(&Error{Reason: ErrNotWatched, Path: folder, Cause: err}) })
		return w
	}
	w.notify = notify
	w.done.Go(w.run)
	return w
}

// WatchFile begins to watch one file, wherever it is, and none beside it. onChange is
// called when it has changed, come or gone, as that of Watch. A file that cannot be
// watched is never told of: who relies on it looks again when a person comes back.
func WatchFile(path string, onChange func()) *Watcher {
	return watchFile(path, onChange, settleFor, settleMost)
}

func watchFile(path string, onChange func(), quiet, most time.Duration) *Watcher {
	path = filepath.Clean(path)
	files := []string{path}
	if target, _, err := follow(path); err == nil && target != path {
		files = append(files, filepath.Clean(target))
	}
	w := &Watcher{folder: filepath.Dir(path), files: files, onChange: func([]string) { onChange() }, quiet: quiet, most: most}
	notify, err := fsnotify.NewWatcher()
	if err != nil {
		return w
	}
	w.notify = notify
	// The folders are watched: a file that another one is renamed to is a new one.
	for _, file := range files {
		_ = notify.Add(filepath.Dir(file)) // see above
	}
	w.done.Go(w.run)
	return w
}

// Close ends the watching and waits until no call is under way. It must not be
// called by onChange or onFault.
func (w *Watcher) Close() {
	if w.notify != nil {
		_ = w.notify.Close() // there is nothing that it could lose
	}
	w.done.Wait()
}

// run gathers what happens until the watching ends.
func (w *Watcher) run() {
	if w.files == nil {
		w.add(w.folder)
	}
	changed := make(map[string]bool)
	var first time.Time
	timer := time.NewTimer(time.Hour)
	timer.Stop()
	note := func(path string) {
		now := time.Now()
		if len(changed) == 0 {
			first = now
		}
		changed[path] = true
		timer.Reset(max(0, min(w.quiet, w.most-now.Sub(first))))
	}
	for {
		select {
		case event, open := <-w.notify.Events:
			if !open {
				return
			}
			w.take(event, note)
		case err, open := <-w.notify.Errors:
			if !open {
				return
			}
			if errors.Is(err, fsnotify.ErrEventOverflow) {
				note(w.folder) // so much at once that some was lost
				continue
			}
			if w.files == nil {
				w.fault(&Error{Reason: ErrNotWatched, Path: w.folder, Cause: err})
			}
		case <-timer.C:
			paths := make([]string, 0, len(changed))
			for path := range changed {
				paths = append(paths, path)
			}
			clear(changed)
			slices.Sort(paths)
			w.onChange(paths)
		}
	}
}

// take decides what an event means.
func (w *Watcher) take(event fsnotify.Event, note func(path string)) {
	path := filepath.Clean(event.Name)
	if w.files != nil {
		if slices.Contains(w.files, path) && event.Op != fsnotify.Chmod {
			note(path)
		}
		return
	}
	gone := event.Has(fsnotify.Remove) || event.Has(fsnotify.Rename)
	if path == w.folder {
		if _, err := os.Stat(path); gone && err != nil {
			note(path)
			w.fault(&Error{Reason: ErrNoFolder, Path: path, Cause: err})
		}
		return
	}
	switch {
	case isHidden(path), event.Op == fsnotify.Chmod:
	case isTalk(path), strings.HasSuffix(path, journal.Suffix):
		note(path)
	case event.Has(fsnotify.Create):
		if info, err := os.Lstat(path); err == nil && info.IsDir() {
			w.add(path)
			note(path)
		}
	case gone && filepath.Ext(path) == "": // it may have been a folder
		note(path)
	}
}

// add watches a folder and those below it. A file that comes while a folder is
// not watched yet is seen by whoever looks at the folder when it is told of.
func (w *Watcher) add(folder string) {
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && path == folder:
			return err
		case err != nil, !d.IsDir() && path != folder:
			return nil
		case path != w.folder && isHidden(path):
			return fs.SkipDir
		}
		return w.notify.Add(path)
	})
	switch {
	case err == nil, errors.Is(err, fsnotify.ErrClosed):
	case errors.Is(err, fs.ErrNotExist) && folder != w.folder: // gone again
	case errors.Is(err, fs.ErrNotExist):
		w.fault(&Error{Reason: ErrNoFolder, Path: folder, Cause: err})
	default:
		w.fault(&Error{Reason: ErrNotWatched, Path: w.folder, Cause: err})
	}
}

// fault says once what is wrong.
func (w *Watcher) fault(err error) {
	if !w.faulted {
		w.faulted = true
		w.onFault(err)
	}
}

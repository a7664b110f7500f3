package library

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"
)

// Recovery keeps, in a folder of its own, a copy of what a window has not saved
// yet, so that a window that is killed loses nothing. Each window has one copy
// at most, and a lock that the system lets go of with the process: so a copy
// whose window still runs is never taken for one that was left behind.
//
// Its methods may be called from any goroutine, but Keep and Drop only from one
// at a time.
type Recovery struct {
	folder  string
	id      string
	lock    *os.File
	claimed map[string]*os.File // the locks of windows whose copies are offered here, by their identities
	mu      sync.Mutex          // of claimed: looks at the other windows come from other goroutines
}

// Copy is what a window had not saved.
type Copy struct {
	Path string    // the talk's file, "" for a talk without one
	Base []byte    // the file as the window had last read or written it
	Text []byte    // the talk as it was
	At   time.Time // when the copy was made
	// Saving is what the window was about to write into the file, if anything:
	// a kill may come before it knows that it did.
	Saving Fingerprint
	id     string // of the window that made it
}

// Common returns what the copy and a file have in common: what the file held
// when the window last knew, or all of it where the window had just saved it.
func (c Copy) Common(file []byte) []byte {
	if c.Saving.Exists() && c.Saving == FingerprintOf(file) {
		return file
	}
	return c.Base
}

// The names of the files in the folder: a window's identity and one of these.
const (
	copySuffix = ".talk"
	lockSuffix = ".lock"
)

// copyHead is the first line of a copy's file; base and text follow as they are,
// so that a person can read them there.
type copyHead struct {
	Path string    `json:"path"`
	At   time.Time `json:"at"`
	Base int       `json:"base"` // bytes; -1 when there was no file
	Text int       `json:"text"`
	// Saving is the sum of what was being saved, in hexadecimal digits.
	Saving string `json:"saving,omitempty"`
}

// OpenRecovery makes a window known in the recovery folder, which is made where
// it is not there: for this person alone, since talks can be private.
func OpenRecovery(folder string) (*Recovery, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, failure(folder, err, ErrReadOnlyFolder)
	}
	r := &Recovery{folder: folder, claimed: map[string]*os.File{}}
	for range 10 {
		r.id = rand.Text()[:12]
		lock, err := os.OpenFile(r.file(lockSuffix), os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
		if err != nil {
			return nil, failure(folder, err, ErrReadOnlyFolder)
		}
		r.lock = lock
		if tryLock(lock) && isAt(lock, r.file(lockSuffix)) {
			return r, nil
		}
		// Another window looked at the new file in this very moment and took it
		// for one that was left behind. Or the disk knows no locks, as some
		// networks': there, copies look left behind while their window runs,
		// and offering them is better than losing them.
	}
	return r, nil
}

// isAt reports whether a path still leads to an open file.
func isAt(f *os.File, path string) bool {
	here, err := f.Stat()
	if err != nil {
		return false
	}
	there, err := os.Stat(path)
	return err == nil && os.SameFile(here, there)
}

func (r *Recovery) file(suffix string) string { return filepath.Join(r.folder, r.id+suffix) }

// Keep writes the window's copy in place of the one before, whole or not at all.
func (r *Recovery) Keep(c Copy) error {
	head := copyHead{Path: c.Path, At: c.At, Base: len(c.Base), Text: len(c.Text)}
	if c.Base == nil {
		head.Base = -1
	}
	if c.Saving.exists {
		head.Saving = hex.EncodeToString(c.Saving.sum[:])
	}
	line, err := json.Marshal(head)
	if err != nil {
		return err
	}
	data := slices.Concat(line, []byte("\n"), c.Base, c.Text)
	_, err = Overwrite(r.file(copySuffix), data)
	return err
}

// Drop removes the window's copy: all is saved, or nobody wants it.
func (r *Recovery) Drop() error {
	err := os.Remove(r.file(copySuffix))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// Opened tells the other windows which file this one has open, "" for none.
func (r *Recovery) Opened(path string) error {
	if err := r.lock.Truncate(0); err != nil {
		return err
	}
	_, err := r.lock.WriteAt([]byte(path), 0)
	return err
}

// OpenElsewhere reports whether another window that runs has a file open.
func (r *Recovery) OpenElsewhere(path string) bool {
	for _, id := range r.ids(lockSuffix) {
		if id == r.id || r.hasClaimed(id) {
			continue
		}
		if data, err := os.ReadFile(filepath.Join(r.folder, id+lockSuffix)); err == nil && string(data) == path && r.runs(id) {
			return true
		}
	}
	return false
}

// Left returns the copies of windows that no longer run, the newest first. They
// are this window's to offer until it is closed: no other gets them meanwhile.
// What else such windows left in the folder is cleaned up.
func (r *Recovery) Left() []Copy {
	var left []Copy
	for _, id := range r.ids(copySuffix) {
		if id == r.id || !r.hasClaimed(id) && !r.claim(id) {
			continue
		}
		data, err := os.ReadFile(r.copyOf(id))
		if err != nil {
			continue
		}
		if c, ok := parseCopy(data); ok {
			c.id = id
			left = append(left, c)
		}
	}
	slices.SortFunc(left, func(a, b Copy) int { return b.At.Compare(a.At) })
	for _, id := range r.ids(lockSuffix) {
		if id != r.id && !r.hasClaimed(id) && !r.runs(id) {
			_ = os.Remove(filepath.Join(r.folder, id+lockSuffix)) // it costs a look again, no more
		}
	}
	CleanUp(r.folder, time.Now())
	return left
}

// claim takes the lock of a window that no longer runs.
func (r *Recovery) claim(id string) bool {
	lock, err := os.OpenFile(filepath.Join(r.folder, id+lockSuffix), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return false
	}
	if !tryLock(lock) {
		_ = lock.Close() // nothing was written
		return false
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.claimed[id] = lock
	return true
}

// hasClaimed reports whether a window's copy is this one's to offer.
func (r *Recovery) hasClaimed(id string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.claimed[id] != nil
}

func (r *Recovery) copyOf(id string) string { return filepath.Join(r.folder, id+copySuffix) }

// parseCopy reads a copy's file. One that is not whole is no copy; Keep leaves
// none such behind.
func parseCopy(data []byte) (Copy, bool) {
	line, rest, _ := bytes.Cut(data, []byte("\n"))
	var head copyHead
	if json.Unmarshal(line, &head) != nil || head.Base < -1 || head.Text < 0 || max(head.Base, 0)+head.Text != len(rest) {
		return Copy{}, false
	}
	c := Copy{Path: head.Path, At: head.At, Text: rest[max(head.Base, 0):]}
	if head.Base >= 0 {
		c.Base = rest[:head.Base:head.Base]
	}
	if sum, err := hex.DecodeString(head.Saving); err == nil && len(sum) == len(c.Saving.sum) {
		c.Saving = Fingerprint{exists: true, sum: [sha256.Size]byte(sum)}
	}
	return c, true
}

// Discard removes a copy that was left behind.
func (r *Recovery) Discard(c Copy) error {
	err := os.Remove(r.copyOf(c.id))
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	r.mu.Lock()
	lock := r.claimed[c.id]
	delete(r.claimed, c.id)
	r.mu.Unlock()
	if lock != nil {
		err = errors.Join(err, os.Remove(lock.Name()), lock.Close())
	}
	return err
}

// Close takes the window off the books. A copy that was not dropped stays, and
// so do those that were left behind and not discarded.
func (r *Recovery) Close() error {
	err := errors.Join(os.Remove(r.file(lockSuffix)), r.lock.Close())
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, lock := range r.claimed {
		err = errors.Join(err, lock.Close())
	}
	return err
}

// ids returns the windows of which a file with this suffix is in the folder.
func (r *Recovery) ids(suffix string) []string {
	entries, err := os.ReadDir(r.folder)
	if err != nil {
		return nil
	}
	var ids []string
	for _, e := range entries {
		if id, ok := strings.CutSuffix(e.Name(), suffix); ok && !strings.HasPrefix(id, ".") {
			ids = append(ids, id)
		}
	}
	return ids
}

// runs reports whether a window's process holds its lock.
func (r *Recovery) runs(id string) bool {
	lock, err := os.OpenFile(filepath.Join(r.folder, id+lockSuffix), os.O_RDWR, 0)
	if err != nil {
		return !errors.Is(err, fs.ErrNotExist)
	}
	defer lock.Close() // lets go of it at once
	return !tryLock(lock)
}

// half is the name of a file that a save was killed over: that of the talk, or
// of its journal, hidden and with a random number.
var half = regexp.MustCompile(`^\.(.+\.(?:md|markdown|txt|jsonl|talk))\d{6,}$`)

// halfAfter is how old such a file must be: no save takes this long.
const halfAfter = 10 * time.Minute

// CleanUp removes what saves that were killed have left in a folder: hidden
// files named after one that is there whole. A younger one may still be on its
// way.
func CleanUp(folder string, now time.Time) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return // nothing to see, nothing to clean up
	}
	for _, e := range entries {
		m := half.FindStringSubmatch(e.Name())
		if m == nil || !e.Type().IsRegular() {
			continue
		}
		info, err := e.Info()
		if err != nil || now.Sub(info.ModTime()) < halfAfter {
			continue
		}
		whole, err := os.Stat(filepath.Join(folder, m[1]))
		if err == nil && whole.Mode().IsRegular() {
			_ = os.Remove(filepath.Join(folder, e.Name())) // it is tried again next time
		}
	}
}

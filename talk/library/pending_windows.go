package library

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"golang.org/x/sys/windows"
)

// Virus scanners, search indexers and cloud folders open a file right after it
// was written, for some hundred milliseconds as a rule.
const (
	renameTries = 10
	firstWait   = 5 * time.Millisecond // doubles from try to try: 2.5 s in all
)

// pendingFile is a file that waits to take the place of target.
type pendingFile struct {
	*os.File
	target string
	closed bool
	rename func(from, to string) error
	wait   func(time.Duration)
}

// newPending makes the file that is to take the place of target, in the same
// folder. It gets the folder's access list, as every new file does.
func newPending(target string, _ fs.FileInfo) (pending, error) {
	f, err := os.CreateTemp(filepath.Dir(target), "."+filepath.Base(target)+"*")
	if err != nil {
		return nil, err
	}
	return &pendingFile{File: f, target: target, rename: os.Rename, wait: time.Sleep}, nil
}

// CloseAtomicallyReplace flushes the file and gives it its name, trying again
// while another program holds the old one.
func (p *pendingFile) CloseAtomicallyReplace() error {
	if err := p.Sync(); err != nil {
		return err
	}
	p.closed = true
	if err := p.Close(); err != nil {
		return err
	}
	wait := firstWait
	for try := 1; ; try++ {
		err := p.rename(p.Name(), p.target)
		if err == nil || !held(err) || try == renameTries {
			return err
		}
		p.wait(wait)
		wait *= 2
	}
}

// held reports whether a rename failed because somebody has the file open.
// Windows says "access denied" for some of these.
func held(err error) bool {
	return isBusy(err) || errors.Is(err, windows.ERROR_ACCESS_DENIED)
}

// Cleanup removes the file.
func (p *pendingFile) Cleanup() error {
	var err error
	if !p.closed {
		err = p.Close()
	}
	return errors.Join(err, os.Remove(p.Name()))
}

// closed is false: the read-only attribute of a folder, which Documents often
// has, only says that Explorer shows it in a special way.
func closed(string) bool { return false }

// flushFolder has nothing to do: NTFS keeps its names in a journal.
func flushFolder(string) {}

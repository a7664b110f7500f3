package journal

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"talkgiver/talk"
)

// Suffix ends the name of every journal.
const Suffix = ".journal.jsonl"

// idLength is how much of a random text is an ID: 80 bits. Among a million events
// two are alike once in 10^12 journals.
const idLength = 16

// Path returns the path of a talk's journal.
func Path(talkFile string) string {
	return strings.TrimSuffix(talkFile, filepath.Ext(talkFile)) + Suffix
}

// NewEvent makes an event with an ID of its own. A run's ID is that of the event
// that starts it.
func NewEvent(at time.Time, body talk.EventBody) talk.Event {
	// Whoever reads the file has no use for a clock's nanoseconds.
	return talk.Event{ID: rand.Text()[:idLength], At: at.Round(0).Truncate(time.Millisecond), Body: body}
}

// Error is a journal that could not be written or read.
type Error struct {
	Path  string
	Cause error
}

// Unwrap returns what the system said.
func (e *Error) Unwrap() error { return e.Cause }

// Error is one sentence that names the file and a way out.
func (e *Error) Error() string {
	cause := e.Cause
	var sys *fs.PathError
	if errors.As(cause, &sys) {
		cause = sys.Err // the sentence has the path
	}
	return fmt.Sprintf("The journal %s is out of reach (%v): look whether its folder is there, may be written and has room.",
		filepath.Base(e.Path), cause)
}

// Append writes events to the end of a journal, each a line, and returns when
// they are on the disk. It makes the file when there is none. All lines go in
// one write, so that several programs can append at once.
//
// When the last line has no end, since a program or a machine stopped while it
// was written, the events begin on a new line. An error, always an *Error, can
// leave such a line behind; the events can be appended again.
func Append(path string, events ...talk.Event) error {
	if err := appendTo(path, events); err != nil {
		return &Error{path, err}
	}
	return nil
}

func appendTo(path string, events []talk.Event) (err error) {
	var lines bytes.Buffer
	for _, e := range events {
		line, err := encode(e)
		if err != nil {
			return err
		}
		lines.Write(line)
		lines.WriteByte('\n')
	}
	if lines.Len() == 0 {
		return nil
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_APPEND|os.O_CREATE, 0o644)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if info.Mode().Perm()&0o222 == 0 { // which does not stop root by itself
		return fs.ErrPermission
	}
	data := lines.Bytes()
	if whole, err := endsWhole(f, info.Size()); err != nil {
		return err
	} else if !whole {
		data = append([]byte{'\n'}, data...)
	}
	if _, err := f.Write(data); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if info.Size() == 0 {
		flushFolder(filepath.Dir(path))
	}
	return nil
}

// endsWhole reports whether a file is empty or ends in a newline.
func endsWhole(f *os.File, size int64) (bool, error) {
	if size == 0 {
		return true, nil
	}
	last := make([]byte, 1)
	_, err := f.ReadAt(last, size-1)
	return last[0] == '\n', err
}

// flushFolder makes the name of a new file outlast a power cut, where the system
// can do that.
func flushFolder(folder string) {
	if f, err := os.Open(folder); err == nil {
		_ = f.Sync()
		_ = f.Close()
	}
}

// Log is what a journal holds.
type Log struct {
	// Events are in the order of the file, each ID once; also those that were
	// taken back, see Live.
	Events []talk.Event
	// Problems are the lines that could not be read. They stay in the file.
	Problems []Problem
}

// Problem is a line that could not be read.
type Problem struct {
	Line int    // from 1
	What string // such as "it has no id"
}

// Read reads a journal. One that is not there is empty. The error is an *Error
// and speaks of the file as a whole; bad lines are problems in the Log.
func Read(path string) (Log, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Log{}, nil
	}
	if err != nil {
		return Log{}, &Error{path, err}
	}
	return Parse(data), nil
}

// Parse reads the text of a journal.
func Parse(data []byte) Log {
	var log Log
	at := make(map[string]int) // where in Events an ID is
	raw := make(map[string][]byte)
	for number, line := range lines(data) {
		e, err := decode(line)
		if err != nil {
			log.Problems = append(log.Problems, Problem{number, err.Error()})
			continue
		}
		if i, twice := at[e.ID]; twice {
			if prefer(line, raw[e.ID]) {
				log.Events[i], raw[e.ID] = e, line
			}
			continue
		}
		at[e.ID], raw[e.ID] = len(log.Events), line
		log.Events = append(log.Events, e)
	}
	return log
}

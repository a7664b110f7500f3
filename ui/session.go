package ui

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"time"

	"talkgiver/talk"
	"talkgiver/talk/journal"
	"talkgiver/talk/library"
	"talkgiver/talk/markdown"
)

// Session is the open talk: its document with its history, its file and what
// of it is not saved. It is for the UI goroutine only.
type Session struct {
	history *markdown.History
	path    filePath            // "" for a talk that has no file yet
	seen    library.Fingerprint // what the file was like when it was last read or written
	saved   []byte              // the bytes of the file
	gone    bool                // the file was moved or deleted since
	origin  string              // which field the last edit came from
	edited  time.Time           // when

	// OnChange is called after every change of the document, with the field
	// that it came from ("" for none) so that a field never hears its own echo.
	OnChange func(origin string)
	// Cursor returns where the cursor was before an edit: it goes back there
	// when the edit is undone.
	Cursor func() any
}

// joinWithin is the time within which edits of one field are one step of undo:
// longer than the pause between two keys, shorter than a thought.
const joinWithin = 900 * time.Millisecond

// errNoFile is returned by Save for a talk that has no file yet.
var errNoFile = errors.New("the talk has no file yet")

// NewSession opens a talk that has no file yet.
func NewSession(source []byte) *Session {
	return &Session{history: markdown.NewHistory(markdown.Parse(source))}
}

// OpenSession opens a talk's file.
func OpenSession(path string) (*Session, error) {
	file, err := library.LoadTalk(path)
	if err != nil {
		return nil, err
	}
	if path, err = filepath.Abs(path); err != nil {
		return nil, err
	}
	s := NewSession(file.Data)
	s.path.set(path)
	s.seen, s.saved = file.Seen, file.Data
	return s, nil
}

// Document returns the talk as it is now.
func (s *Session) Document() *markdown.Document { return s.history.Document() }

// Talk returns what the document means.
func (s *Session) Talk() *talk.Talk { return s.history.Document().Talk() }

// Path returns the talk's file, or "" when it has none yet. Any goroutine may ask.
func (s *Session) Path() string { return s.path.get() }

// Title returns the talk's title, else the name of its file, else "".
func (s *Session) Title() string {
	if title := s.Talk().Title(); title != "" {
		return title
	}
	if path := s.Path(); path != "" {
		return filepath.Base(path)
	}
	return ""
}

// Dirty reports whether the document differs from its file. A talk without a
// file is dirty as soon as it holds anything.
func (s *Session) Dirty() bool {
	return s.gone || !bytes.Equal(s.Document().Bytes(), s.saved)
}

// Do applies an edit that comes from a field at a moment. Edits of the same
// field that follow each other closely are one step of undo.
func (s *Session) Do(edit markdown.Edit, origin string, now time.Time) error {
	before := s.Document()
	if err := s.history.Do(edit); err != nil {
		return err
	}
	if s.Document() == before {
		return nil
	}
	if s.Cursor != nil {
		s.history.Mark(s.Cursor())
	}
	if origin != "" && origin == s.origin && now.Sub(s.edited) < joinWithin {
		s.history.Join()
	}
	s.origin, s.edited = origin, now
	s.changed(origin)
	return nil
}

// Break makes the next edit a step of its own, whatever comes before it.
func (s *Session) Break() { s.origin = "" }

// UndoCursor returns where the cursor was before the step that Undo takes back.
func (s *Session) UndoCursor() any { return s.history.Marked() }

// CanUndo reports whether there is a step to take back.
func (s *Session) CanUndo() bool { return s.history.CanUndo() }

// CanRedo reports whether there is a step to do again.
func (s *Session) CanRedo() bool { return s.history.CanRedo() }

// Undo takes the last step back.
func (s *Session) Undo() error { return s.step(s.history.Undo) }

// Redo does again what Undo took back.
func (s *Session) Redo() error { return s.step(s.history.Redo) }

func (s *Session) step(move func() error) error {
	s.origin = ""
	if err := move(); err != nil {
		return err
	}
	s.changed("")
	return nil
}

func (s *Session) changed(origin string) {
	if s.OnChange != nil {
		s.OnChange(origin)
	}
}

// Save writes the talk to its file. It refuses with library.ErrChanged when
// another program has written the file since.
func (s *Session) Save() error {
	if s.Path() == "" {
		return errNoFile
	}
	data := s.Document().Bytes()
	seen, err := library.Save(s.Path(), data, s.seen)
	if err != nil {
		return err
	}
	s.wrote(data, seen)
	return nil
}

// Overwrite writes the talk to its file, whatever has happened to the file.
func (s *Session) Overwrite() error {
	data := s.Document().Bytes()
	seen, err := library.Overwrite(s.Path(), data)
	if err != nil {
		return err
	}
	s.wrote(data, seen)
	return nil
}

// SaveAs writes the talk to another file, which becomes its own.
func (s *Session) SaveAs(path string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	data := s.Document().Bytes()
	seen, err := library.Overwrite(path, data)
	if err != nil {
		return err
	}
	s.path.set(path)
	s.wrote(data, seen)
	return nil
}

// copyJournal adds the journal of one talk file to that of another, since it
// is the talk's history.
func copyJournal(from, to string) error {
	if from == "" || from == to {
		return nil
	}
	theirs, err := os.ReadFile(journal.Path(from))
	if errors.Is(err, os.ErrNotExist) {
		return nil
	} else if err != nil {
		return err
	}
	ours, err := os.ReadFile(journal.Path(to))
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	_, err = library.Overwrite(journal.Path(to), journal.Merge(ours, theirs))
	return err
}

// ChangedOutside returns a look whether another program has written the file
// since it was last read or written here, for any goroutine. A file that is
// gone has changed too; a talk without a file never has.
func (s *Session) ChangedOutside() func() bool {
	path, seen := s.Path(), s.seen
	return func() bool {
		if path == "" {
			return false
		}
		now, err := library.Look(path)
		return err != nil || now != seen
	}
}

// Reload takes over the file's bytes as one step that can be undone. Where it
// fails, nothing has changed.
func (s *Session) Reload(now time.Time) error {
	file, err := library.Load(s.Path())
	if err != nil {
		return err
	}
	return s.takeOver(file, file.Data, now)
}

// Outside reads what another program has written into the file, and merges it
// with what has changed here since both were the same.
func (s *Session) Outside() (library.File, library.Merged, error) {
	file, err := library.Load(s.Path())
	if err != nil {
		return library.File{}, library.Merged{}, err
	}
	return file, library.Merge(s.saved, s.Document().Bytes(), file.Data), nil
}

// takeOver makes source the document, as one step that can be undone, and
// remembers what the file was like that it comes from.
func (s *Session) takeOver(file library.File, source []byte, now time.Time) error {
	s.wrote(file.Data, file.Seen)
	return s.Do(markdown.Replace{Source: source}, "", now)
}

// wrote notes that the file holds data now.
func (s *Session) wrote(data []byte, seen library.Fingerprint) {
	s.seen, s.saved, s.gone = seen, data, false
}

// follow goes on with the file where it was moved to.
func (s *Session) follow(path string) {
	s.path.set(path)
	s.gone = false
}

// HoldsSomething reports whether there is anything that a person would miss:
// a title, a message, or words in a section.
func (s *Session) HoldsSomething() bool {
	t := s.Talk()
	if t.Title() != "" || t.Deal.Message.Given() {
		return true
	}
	for _, section := range t.Sections {
		if section.Title != "" || !section.Body.Empty() {
			return true
		}
	}
	return false
}

// adopt makes a file that holds the document the session's own.
func (s *Session) adopt(file library.File) {
	s.path.set(file.Path)
	s.wrote(s.Document().Bytes(), file.Seen)
}

// openLeft opens the talk that a copy belongs to, as its file is now. One whose
// file is gone stays the talk of that file, with what the file last held.
func openLeft(c library.Copy) (*Session, error) {
	if c.Path == "" {
		return NewSession(nil), nil
	}
	s, err := OpenSession(c.Path)
	if errors.Is(err, library.ErrMissing) {
		s = NewSession(c.Base)
		s.path.set(c.Path)
		s.gone = true
		s.seen, s.saved = library.FingerprintOf(c.Base), c.Base
		return s, nil
	}
	return s, err
}

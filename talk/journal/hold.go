package journal

import "os"

// Hold tells every other program that a run is being written to a journal, until
// release is called or this program ends, however it does. Several may hold the
// same one. The journal must be there.
//
// A lock says it, and not how old the last event is: after a kill a speaker wants
// to go on at once, not when some time has passed, and a laptop that was shut for
// an hour still rehearses. A lock needs no file of its own, and the system takes it
// back. It is known on one machine only; a journal that another one is writing to
// right now looks cut off here, until the rest has come.
func Hold(path string) (release func(), err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, &Error{path, err}
	}
	if err := lock(f); err != nil {
		_ = f.Close() // it was only read
		return nil, &Error{path, err}
	}
	return func() { _ = f.Close() }, nil
}

// Held reports whether anybody holds a journal, this program included. One that
// cannot be asked is held by nobody.
func Held(path string) bool {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return false
	}
	held := isLocked(f)
	_ = f.Close() // nothing was written
	return held
}

package ui

import "sync/atomic"

// filePath is the path of a file that may get another one, for any goroutine. The
// zero filePath is "".
type filePath struct{ path atomic.Pointer[string] }

func (f *filePath) set(path string) { f.path.Store(&path) }

func (f *filePath) get() string {
	if path := f.path.Load(); path != nil {
		return *path
	}
	return ""
}

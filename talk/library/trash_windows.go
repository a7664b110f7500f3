package library

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
	"unicode/utf16"
	"unsafe"

	"golang.org/x/sys/windows"
)

// shFileOperation has the fields of SHFILEOPSTRUCTW as far as they are used; the
// rest is empty.
type shFileOperation struct {
	window   uintptr
	function uint32
	from, to *uint16
	flags    uint16
	rest     [64]byte // "aborted" among them, whose place differs; see discard
}

// See the documentation of SHFileOperationW.
const (
	foDelete          = 0x0003
	fofSilent         = 0x0004
	fofNoConfirmation = 0x0010
	fofAllowUndo      = 0x0040
	fofWantNukeWarn   = 0x4000 // Windows asks before it deletes what no recycle bin can take
)

var shell32 = windows.NewLazySystemDLL("shell32.dll")

// discard moves files to the recycle bin.
func discard(files []string, _ time.Time) error {
	var list []uint16 // each path ends in a zero, the list in another
	for _, file := range files {
		file, err := filepath.Abs(file)
		if err != nil {
			return err
		}
		list = append(append(list, utf16.Encode([]rune(file))...), 0)
	}
	list = append(list, 0)
	operation := shFileOperation{function: foDelete, from: &list[0], flags: fofSilent | fofNoConfirmation | fofAllowUndo | fofWantNukeWarn}
	call := shell32.NewProc("SHFileOperationW")
	if err := call.Find(); err != nil {
		return err
	}
	if code, _, _ := call.Call(uintptr(unsafe.Pointer(&operation))); code != 0 {
		return fmt.Errorf("the recycle bin says %d", code)
	}
	for _, file := range files {
		if _, err := os.Lstat(file); err == nil {
			return fs.ErrExist // the person said no
		}
	}
	return nil
}

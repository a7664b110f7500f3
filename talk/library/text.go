package library

import (
	"bytes"
	"io"
	"unicode/utf8"
)

// LoadTalk reads a file as Load does, and takes only what can be a talk: a file in
// UTF-16 would be one long line of signs, and a program, a picture or another
// program's slides would be spoiled by the first change. Errors are an *Error.
func LoadTalk(path string) (File, error) {
	return onlyTalk(Load(path))
}

// TalkFrom reads a talk from where it comes from as From does, and takes only what
// LoadTalk takes. Errors are an *Error.
func TalkFrom(name string, r io.Reader) (File, error) {
	return onlyTalk(From(name, r))
}

func onlyTalk(f File, err error) (File, error) {
	switch {
	case err != nil:
		return File{}, err
	case bytes.HasPrefix(f.Data, []byte("\xff\xfe")) || bytes.HasPrefix(f.Data, []byte("\xfe\xff")):
		return File{}, &Error{Reason: ErrUTF16, Path: f.Path}
	case !isText(f.Data):
		return File{}, &Error{Reason: ErrNoText, Path: f.Path}
	}
	return f, nil
}

// beginnings are how files begin that are opened by mistake, however short: zip
// archives (and so slides of PowerPoint, Keynote and Impress), PDF, old Office files
// and pictures.
var beginnings = [][]byte{
	[]byte("PK\x03\x04"), []byte("%PDF-"), []byte("\xd0\xcf\x11\xe0"), []byte("\x89PNG"), []byte("\xff\xd8\xff"), []byte("GIF8"),
}

// isText reports whether data is text for the most part: a talk may have broken
// signs, a picture has little else. A file of a few lines is given the benefit of
// the doubt.
func isText(data []byte) bool {
	for _, beginning := range beginnings {
		if bytes.HasPrefix(data, beginning) {
			return false
		}
	}
	broken := 0
	for rest := data; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		if r == 0 || r == utf8.RuneError && size == 1 {
			broken++
		}
		rest = rest[size:]
	}
	return len(data) < 512 || 10*broken <= len(data)
}

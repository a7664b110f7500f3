package library

import (
	"bytes"
	"unicode/utf8"
)

// LoadTalk reads a file as Load does, and takes only what can be a talk: a file in
// UTF-16 would be one long line of signs, and a program, a picture or another
// program's slides would be spoiled by the first change. Errors are an *Error.
func LoadTalk(path string) (File, error) {
	f, err := Load(path)
	switch {
	case err != nil:
		return File{}, err
	case bytes.HasPrefix(f.Data, []byte("\xff\xfe")) || bytes.HasPrefix(f.Data, []byte("\xfe\xff")):
		return File{}, &Error{Reason: ErrUTF16, Path: path}
	case !isText(f.Data):
		return File{}, &Error{Reason: ErrNoText, Path: path}
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

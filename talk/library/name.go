package library

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Extension ends the name of every talk file.
const Extension = ".md"

// maxName is the most bytes that a name has before its number and extension.
// Disks take 255, and the journal, a hidden copy while saving and a sync
// program's additions need some of them.
const maxName = 120

// nameless is the name of a talk whose title has nothing to make a name of.
const nameless = "talk"

// FileName makes a file name of a title: "The question nobody asks" becomes
// "the-question-nobody-asks.md". Letters, digits and their accents stay as they
// are, in any script; all else is a dash. The name works on every system.
func FileName(title string) string { return baseName(title) + Extension }

func baseName(title string) string {
	var name strings.Builder
	dash := false
	for _, r := range title {
		switch {
		case unicode.IsLetter(r), unicode.IsNumber(r), unicode.IsMark(r) && name.Len() > 0 && !dash:
			r = unicode.ToLower(r)
			size := utf8.RuneLen(r)
			if dash {
				size++
			}
			if name.Len()+size > maxName {
				return cutName(name.String(), dash)
			}
			if dash {
				name.WriteByte('-')
				dash = false
			}
			name.WriteRune(r)
		case r == '\'', r == '’', unicode.Is(unicode.Cf, r):
			// Inside a word, and invisible: nobody's becomes nobodys.
		default:
			dash = name.Len() > 0
		}
	}
	return allowed(name.String())
}

// cutName ends a name that got too long: before its last word, unless that is
// most of it or the name ends in a whole word already.
func cutName(name string, whole bool) string {
	if last := strings.LastIndexByte(name, '-'); !whole && last > maxName/2 {
		name = name[:last]
	}
	return allowed(name)
}

// allowed returns the name, or another where it is empty or belongs to a device
// on Windows.
func allowed(name string) string {
	if name == "" {
		return nameless
	}
	device := strings.NewReplacer("¹", "1", "²", "2", "³", "3").Replace(name)
	switch device {
	case "con", "prn", "aux", "nul", "conin", "conout":
		return nameless + "-" + name
	}
	if port, digit := device[:min(3, len(device))], device[min(3, len(device)):]; port == "com" || port == "lpt" {
		if len(digit) == 1 && digit >= "0" && digit <= "9" {
			return nameless + "-" + name
		}
	}
	return name
}

// Create makes a new talk file in a folder, named after a title, and returns it.
// It never overwrites one: a name that is taken gets a number, -2, -3 and so on.
// Errors are an *Error; then there is no new file.
func Create(folder, title string, data []byte) (File, error) {
	if closed(folder) {
		return File{}, &Error{Reason: ErrReadOnlyFolder, Path: folder, Cause: fs.ErrPermission}
	}
	path, err := claim(folder, baseName(title))
	if err != nil {
		return File{}, err
	}
	if _, err := Save(path, data, FingerprintOf(nil)); err != nil {
		_ = os.Remove(path) // what is wrong with the disk is being said already
		return File{}, err
	}
	return Load(path)
}

// claim makes an empty file with a name that is free, so that no other program
// takes it. The disk itself says what is free: some do not tell case or accents
// apart.
func claim(folder, base string) (string, error) {
	for n := 1; ; n++ {
		path := numbered(folder, base, n)
		if free, err := isFree(path); err == nil && !free {
			continue
		}
		f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, newMode)
		switch {
		case err == nil:
			if err := f.Close(); err != nil {
				return "", failure(path, err, ErrReadOnlyFolder)
			}
			return path, nil
		case errors.Is(err, fs.ErrExist):
			continue
		case errors.Is(err, fs.ErrNotExist):
			return "", &Error{Reason: ErrNoFolder, Path: folder, Cause: err}
		case isReadOnlyDisk(err), errors.Is(err, fs.ErrPermission):
			return "", &Error{Reason: ErrReadOnlyFolder, Path: folder, Cause: err}
		default:
			return "", failure(path, err, ErrReadOnlyFolder)
		}
	}
}

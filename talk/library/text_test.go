package library

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestLoadTalk(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		want error
	}{
		"a talk":                      {"# A talk\n", nil},
		"nothing":                     {"", nil},
		"a broken sign":               {"# A talk\n\na\xffb\n", nil},
		"a few broken signs":          {strings.Repeat("\xff", 400), nil},
		"many broken signs":           {strings.Repeat("a\xff", 400), ErrNoText},
		"zeros":                       {strings.Repeat("a\x00", 400), ErrNoText},
		"slides of another program":   {"PK\x03\x04\x14\x00", ErrNoText},
		"a small page to be printed":  {"%PDF-1.7\n%%EOF\n", ErrNoText},
		"a small picture":             {"\x89PNG\r\n", ErrNoText},
		"UTF-16":                      {"\xff\xfe#\x00", ErrUTF16},
		"UTF-16, the other way round": {"\xfe\xff\x00#", ErrUTF16},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "talk.md")
			if err := os.WriteFile(path, []byte(c.data), 0o644); err != nil {
				t.Fatal(err)
			}
			f, err := LoadTalk(path)
			if !errors.Is(err, c.want) {
				t.Fatalf("error %v, want %v", err, c.want)
			}
			if err == nil && string(f.Data) != c.data {
				t.Errorf("it holds %q", f.Data)
			}
		})
	}
	if _, err := LoadTalk(filepath.Join(t.TempDir(), "gone.md")); !errors.Is(err, ErrMissing) {
		t.Errorf("a file that is not there: %v", err)
	}
}

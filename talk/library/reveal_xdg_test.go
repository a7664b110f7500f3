//go:build !windows && !darwin

package library

import (
	"errors"
	"path/filepath"
	"testing"
)

func TestReveal(t *testing.T) {
	no := errors.New("no")
	file := "/talks/größer 100%?/talk #1.md"
	for name, test := range map[string]struct {
		item, folder error
		want         string
		fails        bool
	}{
		"a file manager that can": {nil, no, "file:///talks/gr%C3%B6%C3%9Fer%20100%25%3F/talk%20%231.md", false},
		"one that cannot":         {no, nil, "/talks/größer 100%?", false},
		"none":                    {no, no, "/talks/größer 100%?", true},
	} {
		t.Run(name, func(t *testing.T) {
			shown := ""
			err := revealer{
				func(uri string) error { shown = uri; return test.item },
				func(folder string) error { shown = folder; return test.folder },
			}.reveal(file)
			if shown != test.want {
				t.Errorf("it shows %q, want %q", shown, test.want)
			}
			if test.fails {
				wantError(t, err, ErrFailed, filepath.Base(filepath.Dir(file)))
			} else if err != nil {
				t.Error(err)
			}
		})
	}
}

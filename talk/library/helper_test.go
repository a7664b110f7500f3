package library

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const (
	before = "# Before\n"
	after  = "# After\n\nand more\n"
)

// write makes a file for a test.
func write(t *testing.T, path, text string) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func load(t *testing.T, path string) File {
	t.Helper()
	f, err := Load(path)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// wantFile checks what a file holds, and that nothing else is in its folder.
func wantFile(t *testing.T, path, text string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(data) != text {
		t.Errorf("%s holds %q, want %q", filepath.Base(path), data, text)
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			t.Errorf("%s was left behind", e.Name())
		}
	}
}

// wantError checks the reason of an error and that it is one sentence that names
// the file and a way out.
func wantError(t *testing.T, err, reason error, name string) {
	t.Helper()
	if !errors.Is(err, reason) {
		t.Fatalf("got the error %v, want %v", err, reason)
	}
	var e *Error
	if !errors.As(err, &e) {
		t.Fatalf("%T is no *Error", err)
	}
	text := err.Error()
	// Folders may have dots in their names, and so may the one that the tests run in.
	stops := strings.Count(strings.ReplaceAll(strings.ReplaceAll(text, e.Path, ""), name, ""), ".")
	if !strings.Contains(text, name) || !strings.Contains(text, ": ") || stops != 1 || strings.Contains(text, "\n") {
		t.Errorf("%q is no sentence that names %s and a way out", text, name)
	}
}

const dealt = `---
title: The question nobody asks
event: Product Days
date: 2027-05-04
slot: 20m
---

## One (4m)
`

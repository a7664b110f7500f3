// Package e2e tries the program the way a person does: in a real window, with a
// keyboard, and with a look at the files afterward. Each test has its own
// screen in memory (Xvfb), window manager and home folder, and waits for what
// it needs to see, never for a time.
//
//	go test ./.ci/e2e
//
// What a failing test saw lies in .ci/work afterward, as a picture.
package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// talkgiver and empty are the programs under test, built once for all tests:
// ours, and an empty Fyne window to measure it against.
var talkgiver, empty string

func TestMain(m *testing.M) {
	os.Exit(buildAndRun(m))
}

func buildAndRun(m *testing.M) int {
	dir, err := os.MkdirTemp("", "talkgiver-e2e-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	talkgiver, empty = filepath.Join(dir, "talkgiver"), filepath.Join(dir, "empty")
	for program, source := range map[string]string{talkgiver: "../..", empty: "./testdata/empty"} {
		if output, err := exec.Command("go", "build", "-o", program, source).CombinedOutput(); err != nil {
			fmt.Fprintf(os.Stderr, "go build %s: %v\n%s", source, err, output)
			return 1
		}
	}
	return m.Run()
}

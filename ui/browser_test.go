package ui

import (
	"context"
	"errors"
	"io/fs"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	deck "talkgiver/talk/slides"
)

func TestBrowser(t *testing.T) {
	cache := t.TempDir()
	t.Setenv("XDG_CACHE_HOME", cache)
	d := newDesk(t, talkFile(t, "## One\n\n- shown\n"))
	d.exportBrowser(deck.Options{})
	d.settle()
	page := filepath.Join(cache, "talkgiver", "deck.html")
	if len(d.browsed) != 1 || d.browsed[0] != page || !strings.Contains(onDisk(t, page), "shown") {
		t.Fatalf("in the browser is %q", d.browsed)
	}
	if d.frame.told != "In the browser: deck.html" || len(d.words()) > 0 {
		t.Errorf("it tells %q and asks %q", d.frame.told, d.words())
	}
}

func TestBrowser_DoesNotComeUp(t *testing.T) {
	cache := t.TempDir()
	t.Setenv("XDG_CACHE_HOME", cache)
	d := newDesk(t, talkFile(t, "## One\n\n- shown\n"))
	d.browse = func(context.Context, string) error { return errors.New("exit status 3") }
	d.exportBrowser(deck.Options{})
	d.settle()
	page := filepath.Join(cache, "talkgiver", "deck.html")
	if words := d.words(); !has(words, "The slides could not be opened in the browser.") || !has(words, "No browser came up. Open this file in one yourself:\n\n"+page) {
		t.Fatalf("it says %q", words)
	}
	d.answer("Copy where it is")
	if got := d.app.Clipboard().Content(); got != page {
		t.Errorf("in the clipboard is %q", got)
	}
}

// TestListen waits for a command as for a browser: for as long as it may fail.
// What is missing is read before the browser comes up, or does not: one word after
// the other.
func TestBrowser_AfterWhatIsMissing(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	d := newDesk(t, talkFile(t, "## One\n\n![gone](gone.png)\n"))
	d.browse = func(context.Context, string) error { return errors.New("exit status 3") }
	d.exportBrowser(deck.Options{})
	d.settle()
	if words := d.words(); !has(words, "Some pictures are not there") || len(d.dialogs) != 1 {
		t.Fatalf("%d questions stand, on top %q", len(d.dialogs), words)
	}
	d.win.Canvas().Unfocus() // a click beside it; Enter is for its only answer all the same
	d.pressAnywhere(fyne.KeyReturn)
	d.settle()
	if words := d.words(); !has(words, "The slides could not be opened in the browser.") || len(d.dialogs) != 1 {
		t.Errorf("%d questions stand, on top %q", len(d.dialogs), words)
	}
}

func TestListen(t *testing.T) {
	command := func(name string) *exec.Cmd {
		c := exec.Command("sh", "-c", name)
		in, err := c.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = in.Close() })
		return c
	}
	var exit *exec.ExitError
	if err := listen(t.Context(), command("exit 3"), time.Minute); !errors.As(err, &exit) || exit.ExitCode() != 3 {
		t.Errorf("a browser that is not there: %v", err)
	}
	if err := listen(t.Context(), command("exit 0"), time.Minute); err != nil {
		t.Errorf("one that is: %v", err)
	}
	if err := listen(t.Context(), command("cat"), time.Millisecond); err != nil {
		t.Errorf("one that stays: %v", err)
	}
	ended, end := context.WithCancel(t.Context())
	end()
	if err := listen(ended, command("cat"), time.Minute); err != nil {
		t.Errorf("when the window closes: %v", err)
	}
	if err := listen(t.Context(), exec.Command(filepath.Join(t.TempDir(), "gone")), time.Minute); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no such program: %v", err)
	}
}

func TestFileURL(t *testing.T) {
	for path, want := range map[string]string{"/home/a b/deck.html": "file:///home/a%20b/deck.html", "C:/a/deck.html": "file:///C:/a/deck.html", "/a/#1?.html": "file:///a/%231%3F.html"} {
		if got := fileURL(path).String(); got != want {
			t.Errorf("%s is %s, want %s", path, got, want)
		}
	}
}

package ui

import (
	"context"
	"errors"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk/library"
	"talkgiver/ui/work"
)

// opening is how long the system gets to say that it has no browser. When it has
// one it may not end before the browser does.
const opening = 5 * time.Second

// browser opens a page's file in the browser of this machine.
type browser func(ctx context.Context, path string) error

// systemBrowser opens pages as the system does. On the systems of
// freedesktop.org Fyne starts xdg-open and does not hear what becomes of it: here
// it is listened to, since a browser that does not come up is a surprise at the
// worst of times.
func systemBrowser(app fyne.App) browser {
	return func(ctx context.Context, path string) error {
		opener, err := exec.LookPath("xdg-open")
		if runtime.GOOS == "darwin" || runtime.GOOS == "windows" || err != nil {
			return app.OpenURL(fileURL(path))
		}
		return listen(ctx, exec.Command(opener, fileURL(path).String()), opening)
	}
}

// listen runs a command, and returns why it failed, if it did within a time.
// Afterwards it goes on by itself.
func listen(ctx context.Context, command *exec.Cmd, within time.Duration) error {
	if err := command.Start(); err != nil {
		return err
	}
	done := make(chan error, 1)
	go func() { done <- command.Wait() }()
	timer := time.NewTimer(within)
	defer timer.Stop()
	select {
	case err := <-done:
		return err
	case <-timer.C:
	case <-ctx.Done():
	}
	return nil
}

// fileURL is the address of a file.
func fileURL(path string) *url.URL {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // a drive
	}
	return &url.URL{Scheme: "file", Path: path}
}

// openPage opens a page in the browser: one file in the cache, which the next
// one of its name replaces. Where no browser comes up it says where the file is;
// failed is what it calls that.
func (w *Window) openPage(name string, page []byte, failed string) {
	var path string
	work.Go(w.runner, "browser", func(ctx context.Context) error {
		var err error
		if path, err = writePage(name, page); err != nil {
			return err
		}
		if err := w.browse(ctx, path); err != nil {
			return errors.Join(errNoBrowser, err)
		}
		return nil
	}, func(err error) {
		switch {
		case errors.Is(err, errNoBrowser):
			fyne.LogError(failed, err)
			w.ask(failed, lang.L("No browser came up. Open this file in one yourself:")+"\n\n"+path,
				answer{text: lang.L("Copy where it is"), main: true, run: func() {
					w.app.Clipboard().SetContent(path)
					w.frame.tell(lang.L("It is in the clipboard."))
				}},
				answer{text: lang.L("Close")})
		case err != nil:
			w.fail(failed, err)
		default:
			w.frame.tell(lang.L("In the browser: {{.File}}", map[string]any{"File": filepath.Base(path)}))
		}
	})
}

var errNoBrowser = errors.New("no browser came up")

// writePage writes a page into the cache and returns where it is.
func writePage(name string, page []byte) (path string, err error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	path = filepath.Join(cache, "talkgiver", name)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", err
	}
	_, err = library.Overwrite(path, page)
	return path, err
}

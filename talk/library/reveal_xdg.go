//go:build !windows && !darwin

package library

import (
	"context"
	"net/url"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/godbus/dbus/v5"
)

// Reveal shows a file in the file manager of the desktop: selected in its folder
// where the desktop can do that, else the folder. Errors are an *Error.
func Reveal(path string) error {
	return revealer{showItem, func(folder string) error { return exec.Command("xdg-open", folder).Start() }}.reveal(path)
}

// revealer has the two ways to a file manager.
type revealer struct {
	showItem   func(uri string) error
	openFolder func(folder string) error
}

func (r revealer) reveal(path string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return failure(path, err, ErrUnreadable)
	}
	if r.showItem((&url.URL{Scheme: "file", Path: path}).String()) == nil {
		return nil
	}
	if err := r.openFolder(filepath.Dir(path)); err != nil {
		return failure(filepath.Dir(path), err, ErrUnreadable)
	}
	return nil
}

// showItemWithin is how long a file manager has to answer, which it may have to
// be started for.
const showItemWithin = 5 * time.Second

// showItem asks whichever file manager answers to org.freedesktop.FileManager1.
func showItem(uri string) error {
	ctx, cancel := context.WithTimeout(context.Background(), showItemWithin)
	defer cancel()
	bus, err := dbus.ConnectSessionBus(dbus.WithContext(ctx))
	if err != nil {
		return err
	}
	defer bus.Close()
	return bus.Object("org.freedesktop.FileManager1", "/org/freedesktop/FileManager1").
		CallWithContext(ctx, "org.freedesktop.FileManager1.ShowItems", 0, []string{uri}, "").Err
}

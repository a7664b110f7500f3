//go:build !ci

package ui

import (
	"errors"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// errNoDisplay is why there can be no window.
var errNoDisplay = errors.New("there is no display for the window")

// Display reports why no window can be opened, or nil. Fyne logs and panics
// where there is no display, so it is asked before Fyne starts.
func Display() error {
	switch runtime.GOOS {
	case "linux", "freebsd", "netbsd", "openbsd":
	default:
		return nil // the desktop is always there
	}
	if socket := os.Getenv("WAYLAND_DISPLAY"); socket != "" {
		if !filepath.IsAbs(socket) {
			socket = filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), socket)
		}
		if answers("unix", socket) {
			return nil
		}
	}
	if xAnswers(os.Getenv("DISPLAY")) {
		return nil
	}
	return errNoDisplay
}

// xAnswers reports whether an X server answers at a display such as ":0",
// ":1.0", "host:10" or "unix:0".
func xAnswers(display string) bool {
	host, number, ok := strings.Cut(display, ":")
	if !ok || number == "" {
		return false
	}
	number, _, _ = strings.Cut(number, ".")
	if host == "" || host == "unix" {
		socket := "/tmp/.X11-unix/X" + number
		return answers("unix", socket) || answers("unix", "@"+socket)
	}
	port := "60" + number
	if len(number) < 2 {
		port = "600" + number
	}
	return answers("tcp", net.JoinHostPort(host, port))
}

func answers(network, address string) bool {
	conn, err := net.DialTimeout(network, address, 2*time.Second)
	if err != nil {
		return false
	}
	return conn.Close() == nil
}

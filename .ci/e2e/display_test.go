package e2e

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// patience is how long a condition may take to come true on a busy machine.
const patience = 30 * time.Second

// until waits for a condition and ends the test when it does not come true.
func until(t *testing.T, what string, condition func() bool) {
	t.Helper()
	for deadline := time.Now().Add(patience); !condition(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("waited %v in vain: %s", patience, what)
		}
	}
}

// display is a screen in memory with a window manager, for one test.
type display struct {
	name    string // ":7"
	home    string // a fresh home folder for whatever runs on it
	plugged bool   // the second monitor was plugged in once
}

// newDisplay starts a screen of a size like "1280x800".
func newDisplay(t *testing.T, size string) *display {
	t.Helper()
	d := serve(t, func(tell string) *exec.Cmd {
		return exec.Command("Xvfb", "-displayfd", tell, "-screen", "0", size+"x24", "-noreset", "-nolisten", "tcp", "+extension", "GLX")
	})
	d.manageWindows(t)
	return d
}

// serve starts an X server, which picks a display number that nobody has and
// tells it through a file of the number that it is given. It must not begin anew
// when the only program on it goes: a window manager that comes up just then is
// thrown out.
func serve(t *testing.T, command func(tell string) *exec.Cmd) *display {
	t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	server := command("3")
	server.ExtraFiles = []*os.File{write}
	startProcess(t, server)
	if err := write.Close(); err != nil {
		t.Fatal(err)
	}
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatalf("%s names no display: %v", server.Path, err)
	}
	if err := read.Close(); err != nil {
		t.Fatal(err)
	}
	return newHome(t, ":"+strings.TrimSpace(number))
}

// newHome makes a fresh home for a display.
func newHome(t *testing.T, name string) *display {
	t.Helper()
	d := &display{name: name, home: t.TempDir()}
	for _, dir := range []string{"Documents", ".config", ".cache", ".local/share", ".local/state", "run"} {
		if err := os.MkdirAll(filepath.Join(d.home, dir), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

// manageWindows starts a window manager and waits for it.
func (d *display) manageWindows(t *testing.T) {
	t.Helper()
	startProcess(t, d.command("openbox"))
	until(t, "the window manager is ready", func() bool {
		output, err := d.command("xprop", "-root", "_NET_SUPPORTING_WM_CHECK").Output()
		return err == nil && strings.Contains(string(output), "window id")
	})
}

// command prepares a program that sees this display and this home and nothing
// of the person who runs the tests.
func (d *display) command(name string, args ...string) *exec.Cmd {
	command := exec.Command(name, args...)
	command.Dir = d.home
	command.Env = []string{
		"PATH=" + os.Getenv("PATH"),
		"DISPLAY=" + d.name,
		"HOME=" + d.home,
		"XDG_CONFIG_HOME=" + filepath.Join(d.home, ".config"),
		"XDG_CACHE_HOME=" + filepath.Join(d.home, ".cache"),
		"XDG_DATA_HOME=" + filepath.Join(d.home, ".local/share"),
		"XDG_STATE_HOME=" + filepath.Join(d.home, ".local/state"),
		"XDG_RUNTIME_DIR=" + filepath.Join(d.home, "run"),
		"DBUS_SESSION_BUS_ADDRESS=disabled:",
		"LANG=en_US.UTF-8",
		"LIBGL_ALWAYS_SOFTWARE=1",
		"FYNE_THEME=light",
	}
	return command
}

// startProcess starts a program and ends it with the test.
func startProcess(t *testing.T, command *exec.Cmd) {
	t.Helper()
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if command.ProcessState == nil {
			// Both fail when it has ended by itself, and that is fine here.
			_ = command.Process.Kill()
			_ = command.Wait()
		}
	})
}

package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// twoMonitors is a server whose graphics card is in memory, and whose monitors
// can be plugged in and out. Xvfb has just one.
const twoMonitors = `Section "Device"
  Identifier "memory"
  Driver "dummy"
  VideoRam 64000
EndSection
Section "Screen"
  Identifier "screen"
  Device "memory"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Virtual 2560 1600
  EndSubSection
EndSection
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoAddGPU" "false"
EndSection
`

// The monitors: the speaker's, and that of the audience.
const (
	speakers  = "DUMMY0"
	audiences = "DUMMY1"
	mode      = "1024x768"
)

// newMonitors starts a screen with one monitor of 1024x768, and a plug for
// another one.
func newMonitors(t *testing.T) *display {
	t.Helper()
	folder := t.TempDir()
	config := filepath.Join(folder, "xorg.conf")
	if err := os.WriteFile(config, []byte(twoMonitors), 0o600); err != nil {
		t.Fatal(err)
	}
	d := serve(t, func(tell string) *exec.Cmd {
		return exec.Command("Xorg", "-displayfd", tell, "-config", config, "-logfile", filepath.Join(folder, "log"),
			"-noreset", "-nolisten", "tcp", "-novtswitch", "-sharevts")
	})
	d.xrandr(t, "--output", speakers, "--mode", mode, "--primary")
	d.manageWindows(t)
	return d
}

// plug plugs the audience's monitor in, at the right of the speaker's or at the
// left.
func (d *display) plug(t *testing.T, side string) {
	t.Helper()
	if !d.plugged {
		d.xrandr(t, "--newmode", "projector", "65", "1024", "1048", "1184", "1344", "768", "771", "777", "806")
		d.xrandr(t, "--addmode", audiences, "projector")
		d.plugged = true
	}
	d.xrandr(t, "--output", audiences, "--mode", "projector", "--"+side+"-of", speakers)
	// A real card tells the server of what is plugged in. This one has to be asked,
	// which is what xrandr does when it has nothing else to do.
	d.xrandr(t)
}

// unplug takes the audience's monitor away.
func (d *display) unplug(t *testing.T) {
	t.Helper()
	d.xrandr(t, "--output", audiences, "--off")
}

func (d *display) xrandr(t *testing.T, args ...string) {
	t.Helper()
	if output, err := d.command("xrandr", args...).CombinedOutput(); err != nil {
		t.Fatalf("xrandr %s: %v\n%s", strings.Join(args, " "), err, output)
	}
}

// windows are the program's windows that can be seen.
func (w *window) windows() []string {
	output, err := w.display.command("xdotool", "search", "--onlyvisible", "--pid", strconv.Itoa(w.command.Process.Pid)).Output()
	if err != nil {
		return nil // that is how xdotool says that there is none
	}
	return strings.Fields(string(output))
}

// slides is the window that the audience sees, or nothing.
func (w *window) slides() string {
	for _, id := range w.windows() {
		if id != w.id {
			return id
		}
	}
	return ""
}

// where is what a window covers, and nothing of one that is gone.
func (w *window) where(id string) area {
	output, err := w.display.command("xdotool", "getwindowgeometry", "--shell", id).Output()
	if err != nil {
		return area{}
	}
	var a area
	for line := range strings.Lines(string(output)) {
		name, figure, _ := strings.Cut(strings.TrimSpace(line), "=")
		if n, err := strconv.Atoi(figure); err == nil {
			switch name {
			case "X":
				a.x = n
			case "Y":
				a.y = n
			case "WIDTH":
				a.width = n
			case "HEIGHT":
				a.height = n
			}
		}
	}
	return a
}

func (a area) String() string { return fmt.Sprintf("%dx%d+%d+%d", a.width, a.height, a.x, a.y) }

// within reports whether an area is in the middle of another one.
func (a area) within(b area) bool {
	x, y := a.x+a.width/2, a.y+a.height/2
	return x >= b.x && x < b.x+b.width && y >= b.y && y < b.y+b.height
}

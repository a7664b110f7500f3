package e2e

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// window is a program with its window on a display.
type window struct {
	t       *testing.T
	display *display
	command *exec.Cmd
	log     *bytes.Buffer // what it wrote; whole once it has ended
	ended   chan struct{} // closed when the process has ended
	id      string        // of the X window
	visible time.Duration // from the start of the process until its window was there
}

// open starts a program and waits for its window to be seen and to have the
// keyboard.
func (d *display) open(t *testing.T, program string, args ...string) *window {
	t.Helper()
	w := &window{t: t, display: d, command: d.command(program, args...), log: new(bytes.Buffer), ended: make(chan struct{})}
	w.command.Stdout, w.command.Stderr = w.log, w.log
	begin := time.Now()
	if err := w.command.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		_ = w.command.Wait() // how it ended is in ProcessState
		close(w.ended)
	}()
	t.Cleanup(func() {
		if t.Failed() {
			w.shoot(filepath.Join("..", "work", strings.ReplaceAll(t.Name(), "/", "-")+".png"))
		}
		_ = w.command.Process.Kill() // fails when it has ended, and that is fine
		<-w.ended
		if t.Failed() {
			t.Logf("%s said:\n%s", filepath.Base(program), w.log)
		}
	})
	until(t, "the window of "+filepath.Base(program)+" can be seen", func() bool {
		select {
		case <-w.ended:
			t.Fatalf("%s ended before it had a window: %v\n%s", filepath.Base(program), w.command.ProcessState, w.log)
		default:
		}
		w.id = w.find()
		return w.id != ""
	})
	w.visible = time.Since(begin)
	w.focus()
	return w
}

// find returns the program's visible window, or nothing.
func (w *window) find() string {
	output, err := w.display.command("xdotool", "search", "--onlyvisible", "--pid", strconv.Itoa(w.command.Process.Pid)).Output()
	if err != nil {
		return "" // that is how xdotool says that there is none
	}
	ids := strings.Fields(string(output))
	return ids[len(ids)-1]
}

// focus gives the window the keyboard.
func (w *window) focus() {
	w.t.Helper()
	until(w.t, "the window has the keyboard", func() bool {
		w.xdotool("windowactivate", w.id)
		return w.hasKeys(w.id)
	})
}

// hasKeys reports whether a window has the keyboard.
func (w *window) hasKeys(id string) bool {
	output, err := w.display.command("xdotool", "getwindowfocus").Output()
	return err == nil && strings.TrimSpace(string(output)) == id
}

// press presses keys in the names of X, with their modifiers: "ctrl+s".
func (w *window) press(keys ...string) {
	w.t.Helper()
	w.xdotool(append([]string{"key", "--clearmodifiers", "--delay", "20"}, keys...)...)
}

// write types a text.
func (w *window) write(text string) {
	w.t.Helper()
	w.xdotool("type", "--clearmodifiers", "--delay", "20", "--", text)
}

// title returns what the window's title bar says.
func (w *window) title() string {
	output, err := w.display.command("xdotool", "getwindowname", w.id).Output()
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(output))
}

// hasEnded says whether the program is gone.
func (w *window) hasEnded() bool {
	select {
	case <-w.ended:
		return true
	default:
		return false
	}
}

// memory returns what the program keeps in memory, in bytes, as ps tells it. What
// falls to it of shared pages would depend on who else draws by the same library: the
// screen, or a test beside it. It waits until the figure has settled.
func (w *window) memory() int {
	w.t.Helper()
	// This many times in a row within a hundredth: for two seconds, since a window
	// that has just opened gives back what opening took within that time.
	const rounds = 40
	figure, calm := 0, 0
	until(w.t, "the memory has settled", func() bool {
		now, err := residentSetSize(w.command.Process.Pid)
		if err != nil {
			w.t.Fatal(err)
		}
		if abs(now-figure) <= figure/100 {
			calm++
		} else {
			figure, calm = now, 0
		}
		time.Sleep(50 * time.Millisecond) // between two readings; nothing hangs on its length
		return calm >= rounds
	})
	return figure
}

func abs(n int) int {
	return max(n, -n)
}

// residentSetSize reads what Linux tells about a process, in bytes.
func residentSetSize(pid int) (int, error) {
	name := fmt.Sprintf("/proc/%d/smaps_rollup", pid)
	data, err := os.ReadFile(name)
	if err != nil {
		return 0, err
	}
	for line := range strings.Lines(string(data)) {
		if value, ok := strings.CutPrefix(line, "Rss:"); ok {
			kilobytes, err := strconv.Atoi(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(value), "kB")))
			return kilobytes * 1024, err
		}
	}
	return 0, fmt.Errorf("%s has no line Rss", name)
}

// shoot takes a picture of the whole screen, for people to look at.
func (w *window) shoot(file string) {
	absolute, err := filepath.Abs(file)
	if err != nil {
		w.t.Log(err)
		return
	}
	if err := os.MkdirAll(filepath.Dir(absolute), 0o755); err != nil {
		w.t.Log(err)
		return
	}
	if output, err := w.display.command("import", "-window", "root", absolute).CombinedOutput(); err != nil {
		w.t.Logf("no picture of the screen: %v\n%s", err, output)
		return
	}
	w.t.Logf("the screen: %s", absolute)
}

func (w *window) xdotool(args ...string) {
	w.t.Helper()
	if output, err := w.display.command("xdotool", args...).CombinedOutput(); err != nil {
		w.t.Fatalf("xdotool %s: %v\n%s", strings.Join(args, " "), err, output)
	}
}

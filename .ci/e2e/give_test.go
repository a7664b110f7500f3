package e2e

import (
	"bufio"
	"image"
	_ "image/png" // what import writes
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"talkgiver/talk"
	"talkgiver/talk/journal"
)

// twoMonitors is a screen with two monitors side by side.
const twoMonitors = `Section "Device"
  Identifier "dummy"
  Driver "dummy"
  VideoRam 64000
EndSection
Section "Screen"
  Identifier "screen"
  Device "dummy"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Virtual 2560 800
  EndSubSection
EndSection
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoAddGPU" "false"
EndSection
`

// newTwoDisplays starts a screen with two monitors of 1280 by 800 each, the
// primary one at the left: a real X server that draws into memory, since Xvfb
// has one monitor only.
func newTwoDisplays(t *testing.T) *display {
	t.Helper()
	dir := t.TempDir()
	config := filepath.Join(dir, "xorg.conf")
	write(t, config, twoMonitors)
	read, in, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	server := exec.Command("Xorg", "-displayfd", "3", "-config", config, "-logfile", filepath.Join(dir, "log"),
		"-noreset", "-nolisten", "tcp", "-novtswitch", "-sharevts")
	server.ExtraFiles = []*os.File{in}
	said, err := os.Create(filepath.Join(dir, "said"))
	if err != nil {
		t.Fatal(err)
	}
	server.Stdout, server.Stderr = said, said
	startProcess(t, server)
	for _, file := range []*os.File{in, said} {
		if err := file.Close(); err != nil {
			t.Fatal(err)
		}
	}
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatalf("Xorg names no display: %v\n%s\n%s", err, readAll(filepath.Join(dir, "said")), readAll(filepath.Join(dir, "log")))
	}
	if err := read.Close(); err != nil {
		t.Fatal(err)
	}
	d := newHome(t, ":"+strings.TrimSpace(number))
	for _, args := range []string{
		"--newmode 1280x800 100 1280 1300 1320 1400 800 810 820 840",
		"--addmode DUMMY0 1280x800",
		"--addmode DUMMY1 1280x800",
		"--output DUMMY0 --mode 1280x800 --pos 0x0 --primary --output DUMMY1 --mode 1280x800 --pos 1280x0",
	} {
		if output, err := d.command("xrandr", strings.Fields(args)...).CombinedOutput(); err != nil {
			t.Fatalf("xrandr %s: %v\n%s", args, err, output)
		}
	}
	d.manageWindows(t)
	return d
}

// readAll is what a file holds, for a message.
func readAll(file string) string {
	data, err := os.ReadFile(file)
	if err != nil {
		return err.Error()
	}
	return string(data)
}

// geometry is where a window is on the screen, without its frame.
func (d *display) geometry(id string) image.Rectangle {
	output, err := d.command("xwininfo", "-id", id).Output()
	if err != nil {
		return image.Rectangle{}
	}
	figure := func(label string) int {
		_, rest, _ := strings.Cut(string(output), label)
		line, _, _ := strings.Cut(rest, "\n")
		n, err := strconv.Atoi(strings.TrimSpace(line))
		if err != nil {
			return 0
		}
		return n
	}
	x, y := figure("Absolute upper-left X:"), figure("Absolute upper-left Y:")
	return image.Rect(x, y, x+figure("Width:"), y+figure("Height:"))
}

// second takes a picture of the second monitor.
func (w *window) second(name string) image.Image {
	w.t.Helper()
	file := filepath.Join(w.display.home, name+".png")
	output, err := w.display.command("import", "-window", "root", "-crop", "1280x800+1280+0", "+repage", file).CombinedOutput()
	if err != nil {
		w.t.Fatalf("import: %v\n%s", err, output)
	}
	f, err := os.Open(file)
	if err != nil {
		w.t.Fatal(err)
	}
	defer f.Close()
	picture, _, err := image.Decode(f)
	if err != nil {
		w.t.Fatal(err)
	}
	return picture
}

// inked counts the pixels of a picture that are not as its first one, and
// differing those in which two pictures differ.
func inked(p image.Image) int {
	return differing(p, image.NewUniform(p.At(p.Bounds().Min.X, p.Bounds().Min.Y)))
}

func differing(p, q image.Image) int {
	n := 0
	for y := p.Bounds().Min.Y; y < p.Bounds().Max.Y; y++ {
		for x := p.Bounds().Min.X; x < p.Bounds().Max.X; x++ {
			r, g, b, _ := p.At(x, y).RGBA()
			s, h, c, _ := q.At(x, y).RGBA()
			if abs(int(r)-int(s))+abs(int(g)-int(h))+abs(int(b)-int(c)) > 0x3000 {
				n++
			}
		}
	}
	return n
}

// written is more pixels than a cursor or an edge has, and fewer than a line of
// a slide.
const written = 2000

// pressUntil presses keys and waits for what they lead to; where it does not come
// they were lost on a window that was still coming up, and are pressed again.
func (w *window) pressUntil(what string, keys []string, condition func() bool) {
	w.t.Helper()
	until(w.t, what, func() bool {
		w.press(keys...)
		for deadline := time.Now().Add(3 * time.Second); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
			if condition() {
				return true
			}
		}
		return false
	})
}

// TestATalkIsGivenOnTwoDisplays gives a sample with clicker keys: the audience
// sees the slides on the second display, the speaker the script on the first.
func TestATalkIsGivenOnTwoDisplays(t *testing.T) {
	d := newTwoDisplays(t)
	file := d.sample(t, "read-it-aloud-once.md")
	w := d.open(t, talkgiver, file)
	speaker := w.id
	w.press("ctrl+2")
	other := func() string {
		output, err := d.command("xdotool", "search", "--onlyvisible", "--pid", strconv.Itoa(w.command.Process.Pid)).Output()
		if err != nil {
			return ""
		}
		for _, id := range strings.Fields(string(output)) {
			if id != speaker && d.geometry(id).Dx() > 100 {
				return id
			}
		}
		return ""
	}
	var audience string
	w.pressUntil("the audience has a window", []string{"g", "Return"}, func() bool {
		audience = other()
		return audience != ""
	})
	monitor := image.Rect(1280, 0, 2560, 800)
	// A display that the window did not know yet is seen when it is asked again.
	w.pressUntil("the slides fill the second monitor", []string{"Escape", "Return"}, func() bool {
		audience = other()
		return audience != "" && d.geometry(audience) == monitor
	})
	if at := d.geometry(speaker); !at.In(image.Rect(0, 0, 1280, 800)) {
		t.Errorf("the speaker's window is at %v", at)
	}
	title := w.second("title")
	until(t, "the title can be seen, and stays as it is", func() bool {
		before := title
		title = w.second("title")
		return inked(title) > written && differing(title, before) == 0
	})
	w.focus()

	runs := func() []talk.Run {
		log, err := journal.Read(journal.Path(file))
		if err != nil {
			return nil
		}
		return journal.Runs(log.Events)
	}
	var first, second image.Image
	w.pressUntil("the clicker starts the clock", []string{"Next"}, func() bool { return len(runs()) == 1 })
	until(t, "the first slide is up", func() bool {
		first = w.second("first")
		return inked(first) > written && differing(first, title) > written
	})
	w.pressUntil("the clicker goes on to the second slide", []string{"Next"}, func() bool { return runs()[0].Slide == 1 })
	until(t, "the second slide is up", func() bool {
		second = w.second("second")
		return inked(second) > written && differing(second, first) > written
	})
	w.pressUntil("the second monitor is blank", []string{"b"}, func() bool { return inked(w.second("blank")) == 0 })
	w.pressUntil("the slides are back", []string{"b"}, func() bool { return differing(w.second("back"), second) < written })

	// The keyboard may be at the audience's window: it steers all the same.
	w.xdotool("windowactivate", audience)
	until(t, "the audience's window has the keyboard", func() bool {
		output, err := d.command("xdotool", "getwindowfocus").Output()
		return err == nil && strings.TrimSpace(string(output)) == audience
	})
	w.pressUntil("a key there goes back", []string{"Prior"}, func() bool { return runs()[0].Slide == 0 })
	until(t, "the first slide is up again", func() bool { return differing(w.second("again"), first) < written })

	w.focus()
	w.pressUntil("the run has ended", []string{"e", "k"}, func() bool { return !runs()[0].Ended.IsZero() })
	run := runs()[0]
	if len(runs()) != 1 || run.Kind != talk.RunGiven || run.Event == "" || run.Plan.Slot == 0 {
		t.Errorf("the journal has %d runs, the first one %+v", len(runs()), run.RunStart)
	}
	if run.Total() <= 0 || run.Total() > time.Minute {
		t.Errorf("%v were spoken", run.Total())
	}
	until(t, "the slides are gone", func() bool { return other() == "" })
}

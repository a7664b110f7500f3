package e2e

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"talkgiver/talk"
)

// What a rehearsal may take of a core. It is allowed three times as much on a busy
// machine without a graphics card before that is a fault of the program.
const (
	share     = 0.05
	allowance = 3
)

// TestARehearsalIsQuietAndQuick measures what the window takes of a processor
// while one speaks, and how long a key takes until the screen has changed: 50 ms
// are meant, but on a busy machine that says more of the machine, so it is told
// and not asked for.
func TestARehearsalIsQuietAndQuick(t *testing.T) {
	d := newDisplay(t, "1280x800")
	file := filepath.Join(d.home, "Documents", "talk.md")
	write(t, file, "---\ntitle: A talk\nslot: 10m\n---\n\n## One (5m)\n\nWords.\n\n## Two (5m)\n\nMore.\n")
	w, p := d.open(t, talkgiver, file), d.pixels(t)
	w.press("ctrl+2", "Right")
	untilRun(t, file, 1, "the clock goes", func(r talk.Run) bool { return r.Spoken[0] > 0 })
	title := area{300, 160, 600, 240}
	w.untilCalm(p, title, "the stage is there")

	const quiet = 30 * time.Second
	begin, used := time.Now(), w.processorTime()
	time.Sleep(quiet)
	took := float64(w.processorTime()-used) / float64(time.Since(begin))
	t.Logf("rehearsing takes %.1f %% of a core", 100*took)
	if took > allowance*share {
		t.Errorf("rehearsing takes %.1f %% of a core, %.0f %% are meant", 100*took, 100*share)
	}

	var waits []time.Duration
	for i := range 20 { // back and forth
		shown := w.untilCalm(p, title, "the slide is there")
		key := "Right"
		if i%2 == 1 {
			key = "Left"
		}
		pressed := time.Now()
		p.press(key)
		for bytes.Equal(p.of(title), shown) {
			if time.Since(pressed) > patience {
				t.Fatalf("%s changes nothing", key)
			}
		}
		waits = append(waits, time.Since(pressed))
	}
	t.Logf("from a key to another slide: %v in the middle, %v to %v", middle(waits), slices.Min(waits), slices.Max(waits))
}

// processorTime is what the program has taken of all processors until now.
func (w *window) processorTime() time.Duration {
	w.t.Helper()
	data, err := os.ReadFile("/proc/" + strconv.Itoa(w.command.Process.Pid) + "/stat")
	if err != nil {
		w.t.Fatal(err)
	}
	// The name, in brackets, may have spaces; user and system time are the 14th
	// and 15th field, in hundredths of a second.
	fields := bytes.Fields(data[bytes.LastIndexByte(data, ')')+1:])
	var sum time.Duration
	for _, field := range fields[11:13] {
		n, err := strconv.Atoi(string(field))
		if err != nil {
			w.t.Fatal(err)
		}
		sum += time.Duration(n) * 10 * time.Millisecond
	}
	return sum
}

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

// What a rehearsal may take: of one core, also without a graphics card, and from a
// key to the screen that it has changed.
const (
	share  = 0.05
	prompt = 50 * time.Millisecond
)

// TestARehearsalIsQuietAndQuick measures what the window takes of a processor
// while one speaks, and how long a key takes until the screen has changed. Of the
// keys the one in the middle counts: a machine has other things to do at times.
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
	if took > share {
		t.Errorf("rehearsing takes %.1f %% of a core, more than %.0f %%", 100*took, 100*share)
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
	if middle(waits) > prompt {
		t.Errorf("a key takes %v to another slide, more than %v", middle(waits), prompt)
	}
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

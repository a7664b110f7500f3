package e2e

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"talkgiver/talk/library"
)

// kills is how often the window is killed while one types: as often as
// TALKGIVER_KILLS says.
func kills(t *testing.T) int {
	t.Helper()
	text := os.Getenv("TALKGIVER_KILLS")
	if text == "" {
		return 20
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		t.Fatalf("TALKGIVER_KILLS is %q, no number of kills", text)
	}
	return n
}

// keyDelay is the time between two keys, in milliseconds: three times as fast as
// a fast typist, who writes a hundred words a minute.
const keyDelay = 40

// behind is how far what is left after a kill may be behind the keyboard.
const behind = time.Second

// draft is the talk that is typed into: at its very end, so that whatever is on
// the disk must be a beginning of it with all that was typed.
const draft = "---\ntitle: A talk\nmessage: One sentence.\n---\n\n## One\n\n- shown #story\n\n## Two\n\nIt ends here."

// TestAKillLosesASecondAtMost types into the window, saves now and then, and
// kills the process at a random moment, also in the middle of a save: the file
// is whole, and file or recovery copy has all but the last second.
func TestAKillLosesASecondAtMost(t *testing.T) {
	d := newDisplay(t, "1280x800")
	file := filepath.Join(d.home, "Documents", "talk.md")
	seed := uint64(time.Now().UnixNano())
	r := rand.New(rand.NewPCG(seed, 1))
	t.Logf("seed %d", seed)
	copies, saved, worst := 0, 0, time.Duration(0)
	n, tabs := kills(t), 0
	for round := range n {
		write(t, file, draft)
		w := d.open(t, talkgiver, file)
		tabs = w.goToTheEnd(tabs)
		typing := w.typeUntilKilled(r)

		onDisk := string(read(t, file))
		left := recovery(t, d)
		best := onDisk
		if len(left) > 0 {
			best = string(left[0].Text)
			copies++
		}
		if onDisk != draft {
			saved++
		}
		for what, text := range map[string]string{"file": onDisk, "recovery copy": best} {
			if text != draft && (!strings.HasPrefix(text, strings.TrimRight(draft, ".")) || !strings.HasPrefix(draft+typing.all(), strings.TrimRight(text, " \n"))) {
				t.Fatalf("round %d: the %s is torn:\n%q\nwhat was typed:\n%q", round, what, text, typing.all())
			}
		}
		lost := typing.lost(strings.TrimRight(best, " \n"))
		worst = max(worst, lost)
		if lost > behind {
			t.Fatalf("round %d: %v of typing are lost; left is\n%q\nof\n%q", round, lost, best, draft+typing.all())
		}
		if round%10 == 0 {
			w = d.open(t, talkgiver, file)
			if len(left) > 0 && best != onDisk {
				w.bringBack(file, best)
			}
			w.kill()
		}
		forget(t, d)
	}
	t.Logf("%d kills: %d left a recovery copy, in %d the file had been saved, at most %v of typing were lost", n, copies, saved, worst.Round(time.Millisecond))
	if copies == 0 || n >= 20 && saved == 0 {
		t.Error("no kill came between the saves, or none after one")
	}
}

// Where nothing can be saved, nothing is lost either: the file stays as it was,
// and a kill leaves what was typed.
func TestNothingIsLostWhereNothingCanBeSaved(t *testing.T) {
	for name, spoil := range map[string]func(t *testing.T, folder string) (mend func()){
		"full disk":        fillDisk,
		"read-only folder": sealFolder,
	} {
		t.Run(name, func(t *testing.T) {
			d := newDisplay(t, "1280x800")
			folder := filepath.Join(d.home, "Documents", "talks")
			if err := os.Mkdir(folder, 0o755); err != nil {
				t.Fatal(err)
			}
			mend := spoil(t, folder)
			file := filepath.Join(folder, "talk.md")
			if got := string(read(t, file)); got != draft {
				t.Fatalf("the talk is %q to begin with", got)
			}
			w := d.open(t, talkgiver, file)
			w.goToTheEnd(0)
			w.write(" zebra")
			w.press("ctrl+s") // it cannot be saved, and says so
			var left []library.Copy
			until(t, "the recovery copy has what was typed", func() bool {
				left = copiesOf(t, d)
				return len(left) == 1 && strings.HasSuffix(strings.TrimRight(string(left[0].Text), "\n"), "here. zebra")
			})
			w.kill()
			if got := string(read(t, file)); got != draft {
				t.Errorf("the file is %q", got)
			}
			entries, err := os.ReadDir(folder)
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range entries {
				if strings.HasPrefix(e.Name(), ".") {
					t.Errorf("%s was left behind", e.Name())
				}
			}
			mend()
			w = d.open(t, talkgiver, file)
			w.bringBack(file, string(left[0].Text))
		})
	}
}

// fillDisk puts the talk on a disk that is full: a real one where we may mount
// it, else in a folder that takes no new file.
func fillDisk(t *testing.T, folder string) func() {
	t.Helper()
	if err := syscall.Mount("talkgiver-e2e", folder, "tmpfs", 0, "size=64k"); err != nil {
		t.Logf("no disk can be mounted here (%v): a read-only folder stands in", err)
		return sealFolder(t, folder)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(folder, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	write(t, filepath.Join(folder, "talk.md"), draft)
	filler := filepath.Join(folder, "filler")
	f, err := os.Create(filler)
	if err != nil {
		t.Fatal(err)
	}
	for err == nil {
		_, err = f.Write(make([]byte, 512))
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return func() {
		if err := os.Remove(filler); err != nil {
			t.Fatal(err)
		}
	}
}

// sealFolder takes away the leave to write into the folder of the talk.
func sealFolder(t *testing.T, folder string) func() {
	t.Helper()
	write(t, filepath.Join(folder, "talk.md"), draft)
	mode := func(m os.FileMode) {
		if err := os.Chmod(folder, m); err != nil {
			t.Fatal(err)
		}
	}
	mode(0o555)
	t.Cleanup(func() { mode(0o755) })
	return func() { mode(0o755) }
}

// typing is what was typed, and when.
type typing struct {
	words  []string
	at     []time.Time // when the word had been typed
	killed time.Time
}

func (y *typing) all() string { return strings.Join(y.words, "") }

// lost returns how long before the kill the first word was typed that a text
// does not have.
func (y *typing) lost(text string) time.Duration {
	whole := draft
	for i, word := range y.words {
		whole += word
		if len(strings.TrimRight(whole, " ")) > len(text) {
			return max(0, y.killed.Sub(y.at[i]))
		}
	}
	return 0
}

// typeUntilKilled types word after word, saves now and then, and kills the
// process at a random moment while it goes on typing, every other time right
// after it was told to save.
func (w *window) typeUntilKilled(r *rand.Rand) *typing {
	w.t.Helper()
	// The clock of the keyboard begins when the window has come up and takes keys.
	y := &typing{words: []string{" begins"}}
	w.write(y.words[0])
	until(w.t, "what is typed has a copy", func() bool {
		copies := copiesOf(w.t, w.display) // there may be one yet of how the cursor came here
		return len(copies) == 1 && strings.TrimRight(string(copies[0].Text), " \n") == draft+y.words[0]
	})
	y.at = []time.Time{time.Now()}
	deadline := time.Now().Add(time.Duration(300+r.IntN(3200)) * time.Millisecond)
	savePlan := r.Perm(12)[:4] // after which words
	inSave, delay := r.IntN(2) == 0, time.Duration(r.IntN(60))*time.Millisecond
	saves := make(chan struct{}, len(savePlan))
	var killer sync.WaitGroup
	killer.Go(func() {
		select { // the random moment: any, or in the middle of a save
		case <-time.After(time.Until(deadline)):
		case <-saves:
			time.Sleep(delay)
		}
		y.killed = time.Now()
		_ = w.command.Process.Kill() // it runs: nothing else ends it
	})
	for i := 1; !w.hasEnded() && time.Now().Before(deadline); i++ {
		word := fmt.Sprintf(" w%03d", i)
		y.words = append(y.words, word)
		y.at = append(y.at, time.Time{})
		if w.tries("type", "--delay", strconv.Itoa(keyDelay), "--", word) {
			y.at[i] = time.Now()
		}
		for _, save := range savePlan {
			if save == i {
				if w.tries("key", "ctrl+s") && inSave {
					saves <- struct{}{}
				}
			}
		}
	}
	killer.Wait()
	<-w.ended
	for i := range y.at {
		if y.at[i].IsZero() || y.at[i].After(y.killed) {
			y.at[i] = y.killed
		}
	}
	return y
}

// tries runs xdotool on a window that may be gone any moment.
func (w *window) tries(args ...string) bool {
	return w.display.command("xdotool", args...).Run() == nil
}

// kill ends the process as nothing can prepare for.
func (w *window) kill() {
	w.t.Helper()
	if err := w.command.Process.Kill(); err != nil {
		w.t.Fatal(err)
	}
	<-w.ended
}

// goToTheEnd puts the cursor behind the last word of the talk: a section is added
// and taken back, which leaves the cursor in the last one, and so many times Tab
// from there is its text. It returns how many; with 0 it finds out, field by
// field.
func (w *window) goToTheEnd(tabs int) int {
	w.t.Helper()
	w.press("ctrl+Return", "ctrl+z")
	for range tabs {
		w.press("Tab")
	}
	if tabs > 0 {
		w.press("End")
		return tabs
	}
	for tabs = 1; tabs <= 12; tabs++ {
		w.press("Tab", "End")
		w.write("q")
		for deadline := time.Now().Add(time.Second); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
			if copies := copiesOf(w.t, w.display); len(copies) == 1 && strings.TrimRight(string(copies[0].Text), "\n") == draft+"q" {
				w.press("BackSpace")
				return tabs
			}
		}
		w.press("BackSpace")
	}
	w.t.Fatal("no field has the end of the talk")
	return 0
}

// bringBack takes what is offered after a kill, and saves it.
func (w *window) bringBack(file, want string) {
	w.t.Helper()
	w.press("Return") // the answer that has the focus
	until(w.t, "what was brought back is saved", func() bool {
		w.press("ctrl+s")
		return string(read(w.t, file)) == want
	})
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func recoveryFolder(d *display) string {
	return filepath.Join(d.home, ".local", "state", "talkgiver", "recovery")
}

// recovery returns what killed windows have left.
func recovery(t *testing.T, d *display) []library.Copy {
	t.Helper()
	r, err := library.OpenRecovery(recoveryFolder(d))
	if err != nil {
		t.Fatal(err)
	}
	left := r.Left()
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	return left
}

// forget removes what is left, for the next round.
func forget(t *testing.T, d *display) {
	t.Helper()
	if err := os.RemoveAll(recoveryFolder(d)); err != nil {
		t.Fatal(err)
	}
}

// copiesOf returns the copies also of windows that run, from a folder without
// their locks.
func copiesOf(t *testing.T, d *display) []library.Copy {
	t.Helper()
	there := t.TempDir()
	if err := os.CopyFS(there, os.DirFS(recoveryFolder(d))); err != nil {
		return nil // a copy is being written; it is looked at again
	}
	r, err := library.OpenRecovery(there)
	if err != nil {
		t.Fatal(err)
	}
	left := r.Left()
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	return left
}

package journal

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"talkgiver/talk"
)

// holds names the journal of a process that holds it until it is killed.
const holds = "TALKGIVER_TEST_HOLDS"

// TestMain holds a journal, where this process is one that a test started.
func TestMain(m *testing.M) {
	if path := os.Getenv(holds); path != "" {
		if _, err := Hold(path); err != nil {
			panic(err)
		}
		if _, err := os.Stdout.WriteString("held\n"); err != nil {
			panic(err)
		}
		time.Sleep(time.Minute)
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func begun(t *testing.T) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "talk"+Suffix)
	if err := Append(path, NewEvent(time.Now(), talk.RunStart{Kind: talk.RunPractice})); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestHold(t *testing.T) {
	path := begun(t)
	is := func(want bool, when string) {
		t.Helper()
		if Held(path) != want {
			t.Errorf("held is %v %s", !want, when)
		}
	}
	is(false, "before")
	first, err := Hold(path)
	if err != nil {
		t.Fatal(err)
	}
	second, err := Hold(path)
	if err != nil {
		t.Fatal(err)
	}
	is(true, "by two")
	if err := Append(path, NewEvent(time.Now(), talk.RunPart{})); err != nil {
		t.Errorf("held, it takes no event: %v", err)
	}
	if log, err := Read(path); err != nil || len(log.Events) != 2 {
		t.Errorf("held, it cannot be read: %v", err)
	}
	first()
	is(true, "by the other one")
	second()
	is(false, "afterwards")

	none := filepath.Join(t.TempDir(), "none"+Suffix)
	if _, err := Hold(none); err == nil || Held(none) {
		t.Errorf("a journal that is not there is held: %v", err)
	}
}

// Who is killed holds nothing any more, at once.
func TestHold_EndsWithAKill(t *testing.T) {
	path := begun(t)
	process := exec.Command(os.Args[0])
	process.Env = append(os.Environ(), holds+"="+path)
	out, err := process.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := process.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); err != nil || line != "held\n" {
		t.Fatalf("%q, %v", line, err)
	}
	if !Held(path) {
		t.Error("another program does not hold it")
	}
	if err := process.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = process.Wait() // it was killed, which is an error
	if Held(path) {
		t.Error("who was killed holds it")
	}
}

package e2e

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"talkgiver/assets"
)

// run runs the program without a display and returns what it wrote and its
// exit code.
func run(t *testing.T, dir string, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	command := exec.Command(talkgiver, args...)
	command.Dir = dir
	command.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + dir, "LANG=en_US.UTF-8"}
	var out, complaints bytes.Buffer
	command.Stdout, command.Stderr = &out, &complaints
	err := command.Run()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return out.String(), complaints.String(), command.ProcessState.ExitCode()
}

func TestWithoutADisplayItSaysSoInOneSentence(t *testing.T) {
	stdout, stderr, code := run(t, t.TempDir())
	if code != 1 {
		t.Errorf("it ended with %d, want 1", code)
	}
	if stdout != "" {
		t.Errorf("standard output has %q, want nothing", stdout)
	}
	if strings.Count(stderr, "\n") != 1 || !strings.Contains(stderr, "score") || !strings.Contains(stderr, "export") {
		t.Errorf("it said %q, want one line that names the commands that work", stderr)
	}
}

func TestTheSampleScoresTellThemApart(t *testing.T) {
	dir := t.TempDir()
	points := map[string]float64{}
	for _, sample := range assets.Samples() {
		if err := os.WriteFile(filepath.Join(dir, sample.Name), sample.Data, 0o600); err != nil {
			t.Fatal(err)
		}
		stdout, stderr, code := run(t, dir, "score", "--json", sample.Name)
		if code != 0 || stderr != "" {
			t.Fatalf("score %s ended with %d and said %q", sample.Name, code, stderr)
		}
		var report struct {
			File    string
			Balance struct{ Points *float64 }
		}
		if err := json.Unmarshal([]byte(stdout), &report); err != nil {
			t.Fatalf("score %s: %v", sample.Name, err)
		}
		if report.File != sample.Name || report.Balance.Points == nil {
			t.Fatalf("score %s says %s", sample.Name, stdout)
		}
		points[sample.Name] = *report.Balance.Points
	}
	const taking = "the-future-of-doors.md"
	for name, balance := range points {
		if name == taking && balance > -30 {
			t.Errorf("%s takes, but its balance is %.0f", name, balance)
		}
		if name != taking && balance < 30 {
			t.Errorf("%s gives, but its balance is %.0f", name, balance)
		}
	}
}

func TestExportLeavesTheTalkAlone(t *testing.T) {
	dir := t.TempDir()
	for _, sample := range assets.Samples() {
		t.Run(sample.Name, func(t *testing.T) {
			file, deck := filepath.Join(dir, sample.Name), filepath.Join(dir, "deck-"+sample.Name)
			if err := os.WriteFile(file, sample.Data, 0o600); err != nil {
				t.Fatal(err)
			}
			if _, stderr, code := run(t, dir, "export", "--to", "marp", "-o", deck, file); code != 0 {
				t.Fatalf("export ended with %d and said %q", code, stderr)
			}
			exported, err := os.ReadFile(deck)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Contains(exported, []byte("marp: true")) {
				t.Errorf("the deck is not for Marp: %.200s", exported)
			}
			_, stderr, code := run(t, dir, "export", "--to", "marp", "-o", deck, file)
			if code == 0 {
				t.Error("a second export wrote over the first without --force")
			}
			if strings.Count(stderr, "\n") != 1 {
				t.Errorf("the refusal is %q, want one line", stderr)
			}
			after, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(after, sample.Data) {
				t.Error("the talk itself has changed")
			}
		})
	}
}

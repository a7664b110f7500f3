package cli

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// asProgram makes the test binary be talkgiver itself, for git to start.
const asProgram = "TALKGIVER_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		os.Exit(Run(os.Args[1:], System{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, Now: time.Now}))
	}
	os.Exit(m.Run())
}

const (
	mergeBase   = "---\nneeds:\n  - one\n---\n\n## Why (2m)\nmeets: need 1\n\nI was there.\n\n## How (3m)\n\nLike this.\n"
	mergeOurs   = "---\nneeds:\n  - zero\n  - one\n---\n\n## Why (2m)\nmeets: need 2\n\nI was there myself.\n\n## How (3m)\n\nLike this.\n"
	mergeTheirs = "---\nneeds:\n  - one\n  - two\n---\n\n## How (4m)\nmeets: need 2\n\nLike this.\n\n## Why (2m)\nmeets: need 1\n\nI was there.\n"
	mergeClean  = "---\nneeds:\n  - zero\n  - one\n  - two\n---\n\n## How (4m)\nmeets: need 3\n\nLike this.\n\n## Why (2m)\nmeets: need 2\n\nI was there myself.\n"
	mergeOther  = "---\nneeds:\n  - one\n---\n\n## Why (2m)\nmeets: need 1\n\nI was not there.\n\n## How (3m)\n\nLike this.\n"
	mergeMarked = "---\nneeds:\n  - zero\n  - one\n---\n\n## Why (2m)\nmeets: need 2\n\n<<<<<<< ours\nI was there myself.\n=======\nI was not there.\n>>>>>>> theirs\n\n## How (3m)\n\nLike this.\n"
	mergeLine   = `:10: both sides have changed the section "Why": choose between the marks` + "\n"
)

func runMerge(t *testing.T, dir string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, problems bytes.Buffer
	for i, arg := range args {
		args[i] = strings.ReplaceAll(arg, "DIR", dir)
	}
	code = mergeCommand().start(args, System{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &problems})
	return code, out.String(), problems.String()
}

func mergeFolder(t *testing.T, base, ours, theirs string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{"base.md": base, "ours.md": ours, "theirs.md": theirs} {
		write(t, filepath.Join(dir, name), text)
	}
	return dir
}

func TestMergeWritesOurs(t *testing.T) {
	dir := mergeFolder(t, mergeBase, mergeOurs, mergeTheirs)
	code, stdout, stderr := runMerge(t, dir, "DIR/base.md", "DIR/ours.md", "DIR/theirs.md")
	if code != OK || stdout+stderr != "" || read(t, filepath.Join(dir, "ours.md")) != mergeClean {
		t.Errorf("exit %d, said %q, merged\n%s", code, stdout+stderr, read(t, filepath.Join(dir, "ours.md")))
	}

	dir = mergeFolder(t, mergeBase, mergeOurs, mergeOther)
	code, stdout, stderr = runMerge(t, dir, "DIR/base.md", "DIR/ours.md", "DIR/theirs.md")
	if want := filepath.Join(dir, "ours.md") + mergeLine; code != Failed || stdout != "" || stderr != want || read(t, filepath.Join(dir, "ours.md")) != mergeMarked {
		t.Errorf("exit %d, said %q, merged\n%s", code, stdout+stderr, read(t, filepath.Join(dir, "ours.md")))
	}
	if line := strings.Split(mergeMarked, "\n")[9]; line != "<<<<<<< ours" {
		t.Errorf("line 10 is %q", line)
	}
}

func TestMergeToAnotherFile(t *testing.T) {
	dir := mergeFolder(t, mergeBase, mergeOurs, mergeTheirs)
	out := filepath.Join(dir, "out.md")
	if code, _, stderr := runMerge(t, dir, "-o", "DIR/out.md", "DIR/base.md", "DIR/ours.md", "DIR/theirs.md"); code != OK || read(t, out) != mergeClean || read(t, filepath.Join(dir, "ours.md")) != mergeOurs {
		t.Errorf("exit %d, said %q", code, stderr)
	}
	write(t, out, "mine")
	if code, _, stderr := runMerge(t, dir, "-o", "DIR/out.md", "DIR/base.md", "DIR/ours.md", "DIR/theirs.md"); code != Failed || !strings.Contains(stderr, "--force replaces it") || read(t, out) != "mine" {
		t.Errorf("over a file: exit %d, said %q", code, stderr)
	}
	if code, _, stderr := runMerge(t, dir, "DIR/base.md", "--force", "-o=DIR/out.md", "DIR/ours.md", "DIR/theirs.md"); code != OK || read(t, out) != mergeClean {
		t.Errorf("with --force: exit %d, said %q", code, stderr)
	}
}

func TestMergeRefuses(t *testing.T) {
	dir := mergeFolder(t, mergeBase, mergeOurs, "\x89PNG"+strings.Repeat("\x00\xff", 400))
	for _, tt := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"DIR/base.md", "DIR/ours.md"}, Misuse, "three files"},
		{[]string{"DIR/base.md", "DIR/ours.md", "DIR/none.md"}, Failed, "none.md"},
		{[]string{"DIR/base.md", "DIR/ours.md", "DIR/theirs.md"}, Failed, "theirs.md:1: this is no text"},
		{[]string{"--hep"}, Misuse, "usage:"},
	} {
		code, _, stderr := runMerge(t, dir, tt.args...)
		if code != tt.code || !strings.Contains(stderr, tt.says) || read(t, filepath.Join(dir, "ours.md")) != mergeOurs {
			t.Errorf("%v: exit %d, said %q", tt.args, code, stderr)
		}
	}
	if code, stdout, _ := runMerge(t, dir, "--help"); code != OK || !strings.Contains(stdout, "talkgiver merge --as %P %O %A %B") || !strings.Contains(stdout, ".gitattributes") {
		t.Errorf("the help says %q", stdout)
	}
}

func TestMergeJournals(t *testing.T) {
	line := func(id, minute string) string {
		return `{"id":"` + id + `","at":"2027-04-20T10:` + minute + `:00Z","kind":"prep","spent":60}` + "\n"
	}
	dir := t.TempDir()
	for name, text := range map[string]string{
		"base": line("a", "01"), "ours": line("a", "01") + line("c", "03"), "theirs": line("a", "01") + line("b", "02") + "torn",
	} {
		write(t, filepath.Join(dir, name), text)
	}
	code, _, stderr := runMerge(t, dir, "--as", "talk.journal.jsonl", "DIR/base", "DIR/ours", "DIR/theirs")
	if want := line("a", "01") + line("b", "02") + line("c", "03") + "torn\n"; code != OK || read(t, filepath.Join(dir, "ours")) != want {
		t.Errorf("exit %d, said %q, merged\n%s", code, stderr, read(t, filepath.Join(dir, "ours")))
	}
}

// Git itself merges branches of a talk and its journal with it.
func TestMergeWithGit(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	git := func(args ...string) (string, error) {
		command := exec.Command("git", args...)
		command.Dir = dir
		command.Env = append(os.Environ(), asProgram+"=1", "HOME="+dir, "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL="+filepath.Join(dir, ".none"),
			"GIT_AUTHOR_NAME=Speaker", "GIT_AUTHOR_EMAIL=speaker@example.org", "GIT_COMMITTER_NAME=Speaker", "GIT_COMMITTER_EMAIL=speaker@example.org")
		output, err := command.CombinedOutput()
		return string(output), err
	}
	must := func(args ...string) string {
		t.Helper()
		output, err := git(args...)
		if err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, output)
		}
		return output
	}
	talk, log := filepath.Join(dir, "talk.md"), filepath.Join(dir, "talk.journal.jsonl")
	commit := func(branch, text, event string) {
		t.Helper()
		must("checkout", "-q", "-B", branch, "main")
		write(t, talk, text)
		write(t, log, `{"id":"a","at":"2027-04-20T10:00:00Z","kind":"prep","spent":60}`+"\n"+event)
		must("add", ".")
		must("commit", "-q", "-m", branch)
	}
	event := func(id string) string {
		return `{"id":"` + id + `","at":"2027-04-20T10:0` + id + `:00Z","kind":"prep","spent":60}` + "\n"
	}
	must("init", "-q", "-b", "main")
	must("config", "merge.talkgiver.driver", "'"+self+"' merge --as %P %O %A %B")
	write(t, filepath.Join(dir, ".gitattributes"), "*.md merge=talkgiver\n*.journal.jsonl merge=talkgiver\n")
	must("add", ".")
	must("commit", "-q", "-m", "attributes")
	commit("start", mergeBase, "")
	must("branch", "-f", "main", "start")
	commit("laptop", mergeOurs, event("1"))
	commit("desk", mergeTheirs, event("2"))
	commit("train", mergeOther, event("3"))

	must("checkout", "-q", "laptop")
	must("merge", "-q", "-m", "both", "desk")
	if got := read(t, talk); got != mergeClean {
		t.Errorf("git merged\n%s", got)
	}
	if got, want := read(t, log), event("1")+event("2"); !strings.HasSuffix(got, want) {
		t.Errorf("git merged the journals to\n%s", got)
	}
	if status := must("status", "--porcelain"); status != "" {
		t.Errorf("git is left with %q", status)
	}

	must("checkout", "-q", "-B", "again", "laptop~1")
	output, err := git("merge", "-m", "both", "train")
	if err == nil || !strings.Contains(output, "talk.md"+mergeLine) || read(t, talk) != mergeMarked {
		t.Errorf("git merged a conflict: %v\n%s\n%s", err, output, read(t, talk))
	}
	if status := must("status", "--porcelain"); !strings.Contains(status, "UU talk.md") || strings.Contains(status, "UU talk.journal") {
		t.Errorf("git sees %q", status)
	}
}

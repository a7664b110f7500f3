package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const imported = "---\nmarp: true\ntheme: gaia\n---\n\n# Lids\n\n---\n\n## Why\n\n<!-- _class: invert -->\n\n- one\n\n<!-- I was there. -->\n"

const asTalk = "---\ntitle: \"Lids\"\n---\n\n# Lids\n\n<!-- marp: theme: gaia -->\n\n## Why\n\n<!-- marp: _class: invert -->\n\n- one\n\nI was there.\n"

func runImport(dir string, args ...string) (code int, stdout, stderr string) {
	for i, arg := range args {
		args[i] = strings.Replace(arg, "DIR", dir, 1)
	}
	var out, problems bytes.Buffer
	code = Run(append([]string{"import"}, args...), System{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &problems})
	return code, out.String(), problems.String()
}

func TestImport(t *testing.T) {
	dir := talkFolder(t, imported)
	kept := "DIR/talk.md: settings: kept as a comment: theme: gaia\nDIR/talk.md: slide 2: kept as a comment: <!-- _class: invert -->\n"
	kept = strings.ReplaceAll(kept, "DIR", dir)
	for _, args := range [][]string{{"DIR/talk.md"}, {"--from", "marp", "DIR/talk.md"}, {"DIR/talk.md", "--from=marp"}} {
		if code, stdout, stderr := runImport(dir, args...); code != OK || stdout != asTalk || stderr != kept {
			t.Errorf("%q: exit %d, stderr\n%s\nstdout\n%s", args, code, stderr, stdout)
		}
	}
}

func TestImportWritesFiles(t *testing.T) {
	dir := talkFolder(t, imported)
	out := filepath.Join(dir, "new.md")
	if code, stdout, _ := runImport(dir, "-o", "DIR/new.md", "DIR/talk.md"); code != OK || stdout != "" || read(t, out) != asTalk {
		t.Fatalf("exit %d, stdout %q, wrote\n%s", code, stdout, read(t, out))
	}
	write(t, out, "mine")
	code, _, stderr := runImport(dir, "-o", "DIR/new.md", "DIR/talk.md")
	if want := out + " is there already: --force replaces it\n"; code != Failed || stderr != want || read(t, out) != "mine" {
		t.Errorf("over a file: exit %d, said %q, left %q", code, stderr, read(t, out))
	}
	if code, _, _ := runImport(dir, "--force", "-o", "DIR/new.md", "DIR/talk.md"); code != OK || read(t, out) != asTalk {
		t.Errorf("with --force: exit %d, left %q", code, read(t, out))
	}
	code, _, stderr = runImport(dir, "--force", "-o", "DIR/talk.md", "DIR/talk.md")
	if code != Failed || !strings.Contains(stderr, "the deck itself") || read(t, filepath.Join(dir, "talk.md")) != imported {
		t.Errorf("over the deck: exit %d, said %q", code, stderr)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 2 {
		t.Errorf("%d files are in the folder, want the deck and the talk: %v", len(entries), err)
	}
}

// A talk in another folder shows the pictures of its deck.
func TestImportFindsPictures(t *testing.T) {
	const deck = "---\nmarp: true\n---\n\n## A\n\n![how long](latency.png)\n"
	dir := talkFolder(t, deck)
	for _, folder := range []string{"decks", "other"} {
		if err := os.Mkdir(filepath.Join(dir, folder), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	write(t, filepath.Join(dir, "decks", "d.md"), deck)
	write(t, filepath.Join(dir, "decks", "latency.png"), "picture")
	for out, want := range map[string]string{"other/t.md": "../decks/latency.png", "t.md": "decks/latency.png", "decks/t.md": "latency.png"} {
		code, _, stderr := runImport(dir, "-o", "DIR/"+out, "DIR/decks/d.md")
		if made := read(t, filepath.Join(dir, out)); code != OK || !strings.Contains(made, "![how long]("+want+")") {
			t.Errorf("%s: exit %d, said %q, wrote\n%s", out, code, stderr, made)
		}
		if got := read(t, filepath.Join(dir, filepath.Dir(out), filepath.FromSlash(want))); got != "picture" {
			t.Errorf("%s: %s is no picture", out, want)
		}
	}
	if _, stdout, _ := runImport(dir, "DIR/decks/d.md"); !strings.Contains(stdout, "![how long](latency.png)") {
		t.Errorf("on standard output the talk is\n%s", stdout)
	}
}

func TestImportSaysWhatIsWrong(t *testing.T) {
	tests := []struct {
		name, deck string
		args       []string
		code       int
		want       string // in stderr, DIR for the folder
	}{
		{"no file", imported, nil, Misuse, "one deck can be imported at a time, not 0"},
		{"two files", imported, []string{"a", "b"}, Misuse, "not 2"},
		{"unknown flavour", imported, []string{"--from", "keynote", "DIR/talk.md"}, Misuse, `no deck of "keynote" can be read; there is: marp, slidev`},
		{"a flavour that is only written", imported, []string{"--from", "html", "DIR/talk.md"}, Misuse, `no deck of "html" can be read`},
		{"unknown flag", imported, []string{"--nope"}, Misuse, "nope"},
		{"missing", imported, []string{"DIR/gone.md"}, Failed, "gone.md"},
		{"a folder", imported, []string{"DIR"}, Failed, "not a file"},
		{"no text", "# A\n\na\x00b\n", []string{"DIR/talk.md"}, Failed, "DIR/talk.md:3: this is no text\n"},
		{"a web page", "<!doctype html>\n<title>A</title>\n", []string{"-o", "DIR/new.md", "DIR/talk.md"}, Failed, "DIR/talk.md:1: this is a web page, not the text that slides are made of; for reveal.js, import the Markdown file, or the text inside the page's data-markdown section, without its indentation\n"},
		{"nothing", "", []string{"-o", "DIR/new.md", "DIR/talk.md"}, Failed, "DIR/talk.md: there are no slides in it\n"},
		{"white space", "\ufeff \r\n\n", []string{"DIR/talk.md"}, Failed, "DIR/talk.md: there are no slides in it\n"},
		{"no such folder for the talk", imported, []string{"-o", "DIR/no/new.md", "DIR/talk.md"}, Failed, "no"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := talkFolder(t, test.deck)
			code, stdout, stderr := runImport(dir, test.args...)
			want := strings.ReplaceAll(test.want, "DIR", dir)
			if code != test.code || stdout != "" || !strings.Contains(stderr, want) {
				t.Errorf("exit %d, stdout %q, stderr %q, want %q", code, stdout, stderr, want)
			}
			if code == Failed && strings.Count(stderr, "\n") != 1 {
				t.Errorf("it takes more than a line to say: %q", stderr)
			}
		})
	}
}

// The help says that reveal.js is read as Markdown, before a page of it is refused.
func TestImportHelpNamesRevealsText(t *testing.T) {
	code, stdout, _ := runImport(t.TempDir(), "--help")
	if code != OK || !strings.Contains(stdout, " reveal reveal-md ") || !strings.Contains(stdout, "reveal is the Markdown of reveal.js, not its HTML page") {
		t.Errorf("exit %d, the help is\n%s", code, stdout)
	}
}

// What is kept is told in a line, however much it is.
func TestImportTellsInALine(t *testing.T) {
	dir := talkFolder(t, "---\nmarp: true\n---\n\n# A\n\n<style>\np { color: red }\n</style>\n\n<!-- _class: "+strings.Repeat("x", 200)+" -->\n")
	_, _, stderr := runImport(dir, "DIR/talk.md")
	want := dir + "/talk.md: slide 1: kept as a comment: <style> …\n" + dir + "/talk.md: slide 1: kept as a comment: <!-- _class: " + strings.Repeat("x", 67) + " …\n"
	if stderr != want {
		t.Errorf("it says\n%swant\n%s", stderr, want)
	}
}

// Ctrl+C ends an import before anything is written.
func TestImportIsInterrupted(t *testing.T) {
	for _, args := range [][]string{{"DIR/talk.md"}, {"-o", "DIR/new.md", "DIR/talk.md"}, {"--force", "-o", "DIR/old.md", "DIR/talk.md"}} {
		dir := talkFolder(t, imported)
		write(t, filepath.Join(dir, "old.md"), "mine")
		for i := range args {
			args[i] = strings.Replace(args[i], "DIR", dir, 1)
		}
		var out, problems bytes.Buffer
		stopped := false
		code := Run(append([]string{"import"}, args...), System{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &problems,
			Interruptible: func() (context.Context, context.CancelFunc) {
				ctx, cancel := context.WithCancel(t.Context())
				cancel()
				return ctx, func() { stopped = true }
			}})
		if want := "talkgiver import: it was interrupted, and nothing is written\n"; code != Interrupted || out.Len() > 0 || problems.String() != want || !stopped {
			t.Errorf("%q: exit %d, stdout %q, stderr %q (stopped: %v)", args, code, &out, &problems, stopped)
		}
		entries, err := os.ReadDir(dir)
		if err != nil || len(entries) != 2 || read(t, filepath.Join(dir, "old.md")) != "mine" {
			t.Errorf("%q: %d files are in the folder, want the deck and the old talk: %v", args, len(entries), err)
		}
	}
}

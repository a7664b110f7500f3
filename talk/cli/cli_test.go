package cli

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// runOn runs a command with something on standard input.
func runOn(stdin string, args ...string) (code int, stdout, stderr string) {
	var out, problems bytes.Buffer
	code = Run(args, System{
		Stdin: strings.NewReader(stdin), Stdout: &out, Stderr: &problems, Version: "1.2.3",
		Now: func() time.Time { return time.Date(2027, 3, 1, 12, 0, 0, 0, time.UTC) },
	})
	return code, out.String(), problems.String()
}

const small = "---\ntitle: Lids\nslot: 5m\n---\n\n## Why\n\n- one #story\n\nI was there.\n"

// A pipeline has what it would have of a file.
func TestStandardInput(t *testing.T) {
	dir := talkFolder(t, small)
	file, out := filepath.Join(dir, "talk.md"), filepath.Join(dir, "new.md")
	write(t, filepath.Join(dir, "theirs.md"), strings.Replace(small, "one", "two", 1))
	for _, test := range []struct {
		name, stdin string
		args        []string // FILE is the talk or the deck
	}{
		{"score", small, []string{"score", "FILE"}},
		{"score as JSON", small, []string{"score", "--json", "FILE"}},
		{"an explanation", small, []string{"score", "--explain", "take", "FILE"}},
		{"export", small, []string{"export", "--to", "marp", "FILE"}},
		{"export to standard output by its name", small, []string{"export", "--to", "marp", "-o", "-", "FILE"}},
		{"import", imported, []string{"import", "FILE"}},
		{"import to standard output by its name", imported, []string{"import", "--from", "marp", "-o", "-", "FILE"}},
		{"merge", small, []string{"merge", "-o", "-", file, "FILE", filepath.Join(dir, "theirs.md")}},
	} {
		t.Run(test.name, func(t *testing.T) {
			from := filepath.Join(dir, "deck.md")
			write(t, from, test.stdin)
			with := func(file string) []string {
				args := append([]string{}, test.args...)
				for i := range args {
					if args[i] == "FILE" {
						args[i] = file
					}
				}
				return args
			}
			wantCode, want, wantErr := runOn("", with(from)...)
			code, stdout, stderr := runOn(test.stdin, with("-")...)
			if code != OK || wantCode != OK || want == "" || stdout != strings.ReplaceAll(want, from, stdinName) || stderr != strings.ReplaceAll(wantErr, from, stdinName) {
				t.Errorf("exit %d, stderr %q, want %q, stdout\n%s\nwant\n%s", code, stderr, wantErr, stdout, want)
			}
		})
	}
	if code, stdout, stderr := runOn(imported, "import", "-o", out, "-"); code != OK || stdout != "" || read(t, out) != asTalk || !strings.Contains(stderr, "<stdin>: settings: kept") {
		t.Errorf("to a file: exit %d, stderr %q, wrote\n%s", code, stderr, read(t, out))
	}
	if code, _, stderr := runOn(small, "export", "--to", "marp", "-o", out, "-"); code != Failed || !strings.Contains(stderr, "--force replaces it") {
		t.Errorf("over a file: exit %d, %q", code, stderr)
	}
	if code, stdout, _ := runOn(small, "merge", file, "-", file); code != OK || stdout != small {
		t.Errorf("merged without a file of ours: exit %d\n%s", code, stdout)
	}
	if _, err := os.Stat("-"); err == nil {
		t.Error("there is a file called -")
	}
}

func TestStandardInputIsWrong(t *testing.T) {
	file := filepath.Join(talkFolder(t, small), "talk.md")
	for _, test := range []struct {
		name, stdin string
		args        []string
		code        int
		say         string
	}{
		{"twice", small, []string{"score", "-", "-"}, Misuse, "standard input (-) can be read but once"},
		{"twice in a merge", small, []string{"merge", file, "-", "-"}, Misuse, "standard input (-) can be read but once"},
		{"no text", "a\n\x00", []string{"import", "-"}, Failed, "<stdin>:2: this is no text\n"},
		{"no text to score", "\x89PNG", []string{"score", "-"}, Failed, "<stdin>:1: this is no text\n"},
		{"front matter", "---\n: [\n---\n", []string{"export", "--to", "marp", "-"}, Failed, "<stdin>:2: "},
		{"nothing", "", []string{"import", "-"}, Failed, "<stdin>: there are no slides in it\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			code, stdout, stderr := runOn(test.stdin, test.args...)
			if code != test.code || stdout != "" || !strings.Contains(stderr, test.say) {
				t.Errorf("exit %d, stdout %q, stderr %q", code, stdout, stderr)
			}
		})
	}
	var out bytes.Buffer
	code := Run([]string{"score", "-"}, System{Stdin: io.MultiReader(strings.NewReader(small), brokenReader{}), Stdout: &out, Stderr: &out, Now: time.Now})
	if code != Failed || !strings.Contains(out.String(), "<stdin>") || strings.Count(out.String(), "\n") != 1 {
		t.Errorf("input that breaks off: exit %d, %q", code, &out)
	}
}

type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, syscall.EIO }

func TestVersion(t *testing.T) {
	for _, arg := range []string{"version", "--version", "-version"} {
		if !Understands([]string{arg}) {
			t.Errorf("%s is for the window", arg)
		}
		if code, stdout, stderr := runOn("", arg); code != OK || stdout != "talkgiver 1.2.3\n" || stderr != "" {
			t.Errorf("%s: exit %d, %q, %q", arg, code, stdout, stderr)
		}
	}
}

// A word that is neither a command nor a file is told of as that, with what it may
// have been meant for.
func TestUnknownWords(t *testing.T) {
	for _, test := range []struct {
		args []string
		code int
		say  string // all of it
	}{
		{[]string{"exprot"}, Misuse, "talkgiver: there is no command or talk \"exprot\"; did you mean export?\n"},
		{[]string{"exprot", "--to", "marp", "talk.md"}, Misuse, "talkgiver: there is no command or talk \"exprot\"; did you mean export?\n"},
		{[]string{"improt"}, Misuse, "talkgiver: there is no command or talk \"improt\"; did you mean import?\n"},
		{[]string{"socre"}, Misuse, "talkgiver: there is no command or talk \"socre\"; did you mean score?\n"},
		{[]string{"mege"}, Misuse, "talkgiver: there is no command or talk \"mege\"; did you mean merge?\n"},
		{[]string{"hlep"}, Misuse, "talkgiver: there is no command or talk \"hlep\"; did you mean help?\n"},
		{[]string{"help", "scor"}, Misuse, "talkgiver: there is no command or talk \"scor\"; did you mean score?\n"},
		{[]string{"rehearse"}, Misuse, "talkgiver: there is no command or talk \"rehearse\"; talkgiver --help lists the commands\n"},
		{[]string{""}, Misuse, "talkgiver: there is no command or talk \"\"; talkgiver --help lists the commands\n"},
		{[]string{"gone.md"}, Failed, "talkgiver: there is no file \"gone.md\"\n"},
		{[]string{"talks/gone"}, Failed, "talkgiver: there is no file \"talks/gone\"\n"},
	} {
		if !Understands(test.args) {
			t.Errorf("%q is for the window", test.args)
		}
		if code, stdout, stderr := runOn("", test.args...); code != test.code || stdout != "" || stderr != test.say {
			t.Errorf("%q: exit %d, %q, %q, want %q", test.args, code, stdout, stderr, test.say)
		}
	}
	dir := talkFolder(t, small)
	for _, args := range [][]string{nil, {filepath.Join(dir, "talk.md")}, {dir}, {"--library", dir}, {"-nosuch"}} {
		if Understands(args) {
			t.Errorf("%q is not for the window", args)
		}
	}
}

// The help of each command names every flag that it takes, and no other.
func TestHelpIsComplete(t *testing.T) {
	_, all, _ := runOn("", "--help")
	for _, c := range commands() {
		flags := flag.NewFlagSet(c.name, flag.ContinueOnError)
		flags.SetOutput(io.Discard)
		if err := c.run(System{Now: time.Now}, flags, []string{"--help"}); !errors.Is(err, flag.ErrHelp) {
			t.Fatalf("%s: %v", c.name, err)
		}
		code, help, stderr := runOn("", c.name, "--help")
		if again, same, _ := runOn("", "help", c.name); code != OK || again != OK || stderr != "" || same != help {
			t.Errorf("%s: exit %d and %d, %q, help %s is\n%s", c.name, code, again, stderr, c.name, same)
		}
		told := map[string]bool{}
		for line := range strings.Lines(help) {
			if word, ok := strings.CutPrefix(line, "  -"); ok {
				name, _, _ := strings.Cut(strings.TrimLeft(word, "-"), " ")
				told[strings.TrimSpace(name)] = true
			}
			if n := len([]rune(strings.TrimRight(line, "\n"))); n > 100 && !strings.HasPrefix(line, "usage:") {
				t.Errorf("%s: a line of the help has %d signs: %q", c.name, n, line)
			}
		}
		flags.VisitAll(func(f *flag.Flag) {
			if !told[f.Name] {
				t.Errorf("%s: the help does not tell of --%s", c.name, f.Name)
			}
			delete(told, f.Name)
		})
		if len(told) > 0 {
			t.Errorf("%s: the help tells of %v, which there is not", c.name, told)
		}
		if !strings.Contains(all, "  talkgiver "+c.name+" "+c.usage+"\n") {
			t.Errorf("%s is not in the help for all", c.name)
		}
	}
	if !strings.Contains(all, "talkgiver [--library FOLDER] [FILE]\n") || !strings.Contains(all, "talkgiver version\n") {
		t.Errorf("the help is\n%s", all)
	}
}

// When nobody reads on, a command says so in a line, and does not panic.
func TestBrokenPipe(t *testing.T) {
	file := filepath.Join(talkFolder(t, small), "talk.md")
	for _, args := range [][]string{{"score", file, file}, {"score", "--json", file}, {"score", "--explain", "take"}, {"export", "--to", "html", file}, {"import", file}, {"merge", "-o", "-", file, file, file}} {
		r, w, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
		var problems bytes.Buffer
		code := Run(args, System{Stdin: strings.NewReader(""), Stdout: w, Stderr: &problems, Now: time.Now})
		if code != Failed || strings.Count(problems.String(), "\n") != 1 || !strings.Contains(problems.String(), "pipe") {
			t.Errorf("%q: exit %d, %q", args, code, &problems)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

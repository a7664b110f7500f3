package cli

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

const exported = "---\ntitle: Belts\n---\n\n## Why (2m)\n\n- Ready, and missing #story\n\nI was there. [pause]\n"

// runExport runs export with the paths of a folder that holds talk.md.
func runExport(t *testing.T, dir string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, problems bytes.Buffer
	for i, arg := range args {
		args[i] = strings.ReplaceAll(arg, "DIR", dir)
	}
	code = exportCommand().start(args, System{
		Stdin:  strings.NewReader(""),
		Stdout: &out,
		Stderr: &problems,
		Getenv: func(string) string { return "" },
		Now:    func() time.Time { return time.Date(2027, 5, 4, 0, 0, 0, 0, time.UTC) },
	})
	return code, out.String(), problems.String()
}

func talkFolder(t *testing.T, talk string) string {
	t.Helper()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "talk.md"), talk)
	return dir
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestExportWritesToStandardOutput(t *testing.T) {
	dir := talkFolder(t, exported)
	code, stdout, stderr := runExport(t, dir, "--to", "marp", "DIR/talk.md")
	const want = "---\nmarp: true\ntitle: \"Belts\"\n---\n\n<!-- _class: lead -->\n\n# Belts\n\n---\n\n## Why\n\n- Ready, and missing\n\n<!--\nI was there.\n-->\n"
	if code != OK || stdout != want || stderr != "" {
		t.Errorf("exit %d, stderr %q, stdout\n%s\nwant\n%s", code, stderr, stdout, want)
	}
	code, stdout, _ = runExport(t, dir, "DIR/talk.md", "--no-notes", "--to=marp")
	if code != OK || strings.Contains(stdout, "I was there") || !strings.Contains(stdout, "- Ready") {
		t.Errorf("without notes: exit %d and\n%s", code, stdout)
	}
}

func TestExportWritesFiles(t *testing.T) {
	dir := talkFolder(t, exported)
	out := filepath.Join(dir, "slides.md")
	if code, stdout, stderr := runExport(t, dir, "--to", "marp", "-o", "DIR/slides.md", "DIR/talk.md"); code != OK || stdout+stderr != "" {
		t.Fatalf("exit %d, said %q", code, stdout+stderr)
	}
	first := read(t, out)
	if !strings.Contains(first, "# Belts") {
		t.Fatalf("wrote\n%s", first)
	}

	write(t, out, "mine")
	code, _, stderr := runExport(t, dir, "--to", "marp", "-o", "DIR/slides.md", "DIR/talk.md")
	if want := out + " is there already: --force replaces it\n"; code != Failed || stderr != want || read(t, out) != "mine" {
		t.Errorf("over a file: exit %d, said %q, left %q", code, stderr, read(t, out))
	}
	if code, _, stderr := runExport(t, dir, "--to", "marp", "--force", "-o", "DIR/slides.md", "DIR/talk.md"); code != OK || read(t, out) != first {
		t.Errorf("with --force: exit %d, said %q, left %q", code, stderr, read(t, out))
	}
	for _, path := range []string{"DIR/talk.md", "DIR/../" + filepath.Base(dir) + "/talk.md"} {
		code, _, stderr := runExport(t, dir, "--to", "marp", "--force", "-o", path, "DIR/talk.md")
		if code != Failed || !strings.Contains(stderr, "the talk itself") || read(t, filepath.Join(dir, "talk.md")) != exported {
			t.Errorf("over the talk: exit %d, said %q", code, stderr)
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 2 {
		t.Errorf("%d files are in the folder, want the talk and the slides: %v", len(entries), err)
	}
}

// The HTML deck holds the pictures of the talk's folder, and tells of the others.
func TestExportEmbedsPictures(t *testing.T) {
	dir := talkFolder(t, "## A\n\n![a square](square.png) ![gone](gone.png) ![far](../far.png)\n")
	write(t, filepath.Join(dir, "square.png"), "\x89PNG\r\n\x1a\n")
	code, stdout, stderr := runExport(t, dir, "--to", "html", "-o", "DIR/deck.html", "DIR/talk.md")
	file := filepath.Join(dir, "talk.md")
	want := file + `: slide 1 shows words instead of the picture "gone.png": no such file or directory` + "\n" +
		file + `: slide 1 shows words instead of the picture "../far.png": it is outside the talk's folder` + "\n"
	if code != OK || stdout != "" || stderr != want {
		t.Errorf("exit %d, stdout %q, stderr\n%swant\n%s", code, stdout, stderr, want)
	}
	deck := read(t, filepath.Join(dir, "deck.html"))
	if !strings.Contains(deck, `<img src="data:image/png;base64,iVBORw0KGgo=" alt="a square"> <span class="missing">gone</span> <span class="missing">far</span></p>`) {
		t.Errorf("the deck is\n%s", deck)
	}
}

// A deck that names its pictures tells of those that are not there, and is written.
func TestExportTellsOfPicturesThatAreNotThere(t *testing.T) {
	dir := talkFolder(t, "## A\n\n![a square](square.png) ![gone](gone.png)\n\n## B\n\n- ![gone](gone.png)\n")
	write(t, filepath.Join(dir, "square.png"), "\x89PNG\r\n\x1a\n")
	want := filepath.Join(dir, "talk.md") + `: slides 1 and 2 show words instead of the picture "gone.png": no such file or directory` + "\n"
	for _, out := range [][]string{{"-o", "DIR/deck.md"}, nil} {
		code, stdout, stderr := runExport(t, dir, append(out, "--to", "marp", "DIR/talk.md")...)
		if code != OK || stderr != want {
			t.Errorf("exit %d, stderr %q, want %q", code, stderr, want)
		}
		if out != nil {
			stdout = read(t, filepath.Join(dir, "deck.md"))
		}
		if !strings.Contains(stdout, "](gone.png)") {
			t.Errorf("the deck is\n%s", stdout)
		}
	}
}

// A talk for Slidev says what its build leaves behind.
func TestExportTellsWhatIsLeftBehind(t *testing.T) {
	dir := talkFolder(t, "## A\n\n![a](50%25.png) [b](#2 \"second\") #show\n")
	code, _, stderr := runExport(t, dir, "--to", "slidev", "-o", "DIR/slides.md", "DIR/talk.md")
	file := filepath.Join(dir, "talk.md")
	want := file + ": slide 1 has a link to a slide without its title\n" +
		file + `: slide 1 shows words instead of the picture "50%25.png": the tool takes no file along whose name has %, #, ? or \` + "\n"
	if code != OK || stderr != want {
		t.Errorf("exit %d, stderr\n%swant\n%s", code, stderr, want)
	}
}

func TestExportSaysWhatIsWrong(t *testing.T) {
	tests := []struct {
		name, talk string
		args       []string
		code       int
		want       string // in stderr, DIR for the folder
	}{
		{"no flavour", exported, []string{"DIR/talk.md"}, Misuse, "--to needs a flavour: marp"},
		{"unknown flavour", exported, []string{"--to", "keynote", "DIR/talk.md"}, Misuse, `there is no flavour "keynote"; there is: marp, slidev, reveal, reveal-md, html`},
		{"no file", exported, []string{"--to", "marp"}, Misuse, "one file can be exported at a time, not 0"},
		{"two files", exported, []string{"--to", "marp", "a", "b"}, Misuse, "not 2"},
		{"unknown flag", exported, []string{"--nope"}, Misuse, "nope"},
		{"missing", exported, []string{"--to", "marp", "DIR/gone.md"}, Failed, "gone.md"},
		{"a folder", exported, []string{"--to", "marp", "DIR"}, Failed, "DIR is not a file"},
		{"no such folder for the slides", exported, []string{"--to", "marp", "-o", "DIR/no/slides.md", "DIR/talk.md"}, Failed, "no"},
		{"UTF-16", "\xff\xfe#\x00", []string{"--to", "marp", "DIR/talk.md"}, Failed, "DIR/talk.md:1: the file is in UTF-16: save it as UTF-8"},
		{"front matter", "---\nevent: x\ntitle: \"never closed\n---\n\n## A\n", []string{"--to", "marp", "DIR/talk.md"}, Failed, "DIR/talk.md:3: the lines between --- and --- cannot be read: "},
		{"a line that is none", "---\nevent: x\nwhat is this\n---\n\n## A\n", []string{"--to", "marp", "DIR/talk.md"}, Failed, "DIR/talk.md:3: the lines between --- and --- cannot be read: what is this\n"},
		{"both sides of a merge", mergeMarked, []string{"--to", "marp", "DIR/talk.md"}, Failed, "DIR/talk.md:10: “<<<<<<<”: a merge has left two versions here; keep one, "},
		{"both sides in the front matter", "---\ntitle: A\n<<<<<<< ours\nslot: 20m\n=======\nslot: 30m\n>>>>>>> theirs\n---\n\n## A\n", []string{"--to", "marp", "DIR/talk.md"}, Failed, "DIR/talk.md:3: “<<<<<<<”: "},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := talkFolder(t, test.talk)
			code, stdout, stderr := runExport(t, dir, test.args...)
			want := strings.ReplaceAll(test.want, "DIR", dir)
			if code != test.code || stdout != "" || !strings.Contains(stderr, want) {
				t.Errorf("exit %d, want %d; stdout %q; stderr %q, want %q", code, test.code, stdout, stderr, want)
			}
			if test.code == Failed && strings.Count(stderr, "\n") != 1 {
				t.Errorf("more than one line: %q", stderr)
			}
		})
	}
}

// A file's name that promises another kind of file is told of; it is written.
func TestExportTellsOfMisnamedFiles(t *testing.T) {
	tests := []struct{ to, out, want string }{
		{"reveal", "a.html", "this is a .md file, as reveal.js has them; --to html makes a .html file"},
		{"csv", "b.MD", "this is a .csv file, as "},
		{"marp", "c.pdf", "this is a .md file, as Marp has them\n"},
		{"marp", "d.markdown", ""},
		{"quarto", "e.qmd", ""},
		{"quarto", "f.md", ""},
		{"html", "g.HTM", ""},
		{"marp", "h", ""},
	}
	dir := talkFolder(t, "# T\n\n## A\n\n- a\n")
	for _, test := range tests {
		code, _, stderr := runExport(t, dir, "--to", test.to, "-o", "DIR/"+test.out, "DIR/talk.md")
		out := filepath.Join(dir, test.out)
		if told := out + ": " + test.want; code != OK || test.want == "" && stderr != "" || test.want != "" && !strings.HasPrefix(stderr, told) {
			t.Errorf("%s as %s: exit %d, said %q, want %q", test.to, test.out, code, stderr, test.want)
		}
		if read(t, out) == "" {
			t.Errorf("%s is not written", test.out)
		}
	}
}

// A slide that nobody sees anything on is told of.
func TestExportTellsOfBlankSlides(t *testing.T) {
	dir := talkFolder(t, "# T\n\n## A\n\n- a\n\n---\n\nOnly said.\n\n## B\n")
	code, _, stderr := runExport(t, dir, "--to", "marp", "-o", "DIR/out.md", "DIR/talk.md")
	if want := dir + "/talk.md: slide 3 shows nothing\n"; code != OK || stderr != want {
		t.Errorf("exit %d, said %q, want %q", code, stderr, want)
	}
}

func TestExportHelpListsFlavours(t *testing.T) {
	code, stdout, _ := runExport(t, "", "--help")
	if code != OK || !strings.Contains(stdout, "marp ") || !strings.Contains(stdout, "--no-notes") ||
		!strings.Contains(stdout, "reveal           .md    reveal.js") || !strings.Contains(stdout, "html             .html  ") {
		t.Errorf("exit %d and\n%s", code, stdout)
	}
}

func TestExportOptions(t *testing.T) {
	dir := talkFolder(t, "---\ntitle: Belts\nmessage: Ask first.\n---\n\n## Why (2m)\ngives: a question\n\n- Ready\n\nI was there.\n\n- No #skip-short\n")
	tests := []struct {
		args        []string
		want, never string
	}{
		{[]string{"--times"}, "(2:00)\n\nI was there.", "## Ask first."},
		{[]string{"--no-title"}, "## Why", "# Belts"},
		{[]string{"--closing"}, "## Ask first.\n\n- a question\n", "(2:00)"},
		{[]string{"--variant", "short"}, "- Ready", "- No"},
	}
	for _, test := range tests {
		code, stdout, stderr := runExport(t, dir, append(test.args, "--to", "handout", "DIR/talk.md")...)
		if code != OK || !strings.Contains(stdout, test.want) || strings.Contains("\n"+stdout, "\n"+test.never+"\n") {
			t.Errorf("%q: exit %d, stderr %q, stdout\n%s", test.args, code, stderr, stdout)
		}
	}
	code, stdout, _ := runExport(t, dir, "--help")
	for _, want := range []string{"--times", "--closing", "--split", "slidev", "(notes, times, images, tables)", "by its documentation", "through pandoc"} {
		if code != OK || !strings.Contains(stdout, want) {
			t.Errorf("help does not say %q:\n%s", want, stdout)
		}
	}
}

func TestExportFindsImagesFromAnotherFolder(t *testing.T) {
	dir := talkFolder(t, "## A\n\n![a](img/a.png)\n\n![b](https://example.com/b.png)\n\n![c](/c.png)\n\n![d](data:image/png;base64,AA)\n\n![e](./e.png)\n")
	for _, folder := range []string{"out", "a b#c"} {
		if err := os.Mkdir(filepath.Join(dir, folder), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if code, _, stderr := runExport(t, dir, "--to", "marp", "-o", "DIR/out/slides.md", "DIR/talk.md"); code != OK {
		t.Fatal(stderr)
	}
	got := read(t, filepath.Join(dir, "out", "slides.md"))
	for _, want := range []string{"](../img/a.png)", "](https://example.com/b.png)", "](/c.png)", "](data:image/png;base64,AA)", "](../e.png)"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	write(t, filepath.Join(dir, "a b#c", "talk.md"), "![a](a.png)\n")
	if code, _, stderr := runExport(t, dir, "--to", "marp", "-o", "DIR/slides.md", "DIR/a b#c/talk.md"); code != OK {
		t.Fatal(stderr)
	}
	if got, want := read(t, filepath.Join(dir, "slides.md")), "](<a b%23c/a.png>)"; !strings.Contains(got, want) {
		t.Errorf("no %q in\n%s", want, got)
	}
}

func TestExportThroughPandoc(t *testing.T) {
	dir := talkFolder(t, exported)
	var ran []string
	start := func(run func(context.Context, string, []byte, string, ...string) ([]byte, error)) (int, string, string) {
		var out, problems bytes.Buffer
		code := exportCommand().start([]string{"--to", "pptx", filepath.Join(dir, "talk.md")}, System{Stdout: &out, Stderr: &problems, Exec: run})
		return code, out.String(), problems.String()
	}
	code, stdout, stderr := start(func(_ context.Context, folder string, stdin []byte, name string, args ...string) ([]byte, error) {
		ran = append([]string{folder, name}, args...)
		return append([]byte("made of "), stdin...), nil
	})
	if code != OK || !strings.HasPrefix(stdout, "made of ---\n") || !strings.Contains(stdout, "## Why") || stderr != "" {
		t.Errorf("exit %d, stderr %q, stdout %q", code, stderr, stdout)
	}
	if want := []string{dir, "pandoc", "--from", "markdown", "--to", "pptx", "--output", "-"}; !slices.Equal(ran, want) {
		t.Errorf("ran %q, want %q", ran, want)
	}
	code, stdout, stderr = start(func(context.Context, string, []byte, string, ...string) ([]byte, error) { return nil, exec.ErrNotFound })
	if want := "pptx needs pandoc, which is not installed: https://pandoc.org/installing.html\n"; code != Failed || stdout != "" || stderr != want {
		t.Errorf("exit %d, stdout %q, stderr %q", code, stdout, stderr)
	}
	code, _, stderr = start(func(context.Context, string, []byte, string, ...string) ([]byte, error) {
		return nil, errors.New("out of ink")
	})
	if code != Failed || stderr != "pandoc could not make pptx: out of ink\n" {
		t.Errorf("exit %d, stderr %q", code, stderr)
	}
}

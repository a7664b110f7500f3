package cli

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "write the golden files anew")

// run runs a command as a person does, on the first of March 2027.
func run(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, err bytes.Buffer
	code = Run(args, System{
		Stdin: strings.NewReader(""), Stdout: &out, Stderr: &err,
		Getenv: func(string) string { return "" },
		Now:    func() time.Time { return time.Date(2027, 3, 1, 12, 0, 0, 0, time.UTC) },
	})
	return code, out.String(), err.String()
}

// golden compares with a file in testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; look at it and run the test with -update.\ngot:\n%s\nwant:\n%s", name, got, want)
	}
}

func TestScoreGolden(t *testing.T) {
	talks, err := filepath.Glob("testdata/*.md")
	if err != nil || len(talks) < 4 {
		t.Fatalf("%d talks, %v", len(talks), err)
	}
	for _, talk := range talks {
		name := strings.TrimSuffix(filepath.Base(talk), ".md")
		t.Run(name, func(t *testing.T) {
			code, out, stderr := run(t, "score", talk)
			if code != OK || stderr != "" {
				t.Errorf("code %d, stderr %q", code, stderr)
			}
			golden(t, name+".txt", out)
			code, out, stderr = run(t, "score", "--json", talk)
			if code != OK || stderr != "" {
				t.Errorf("code %d, stderr %q", code, stderr)
			}
			if strings.Count(out, "\n") != 1 {
				t.Errorf("JSON of %d lines", strings.Count(out, "\n"))
			}
			var pretty bytes.Buffer
			if err := json.Indent(&pretty, []byte(out), "", "  "); err != nil {
				t.Fatal(err)
			}
			golden(t, name+".json", pretty.String())
		})
	}
}

// sample writes a sample talk into a folder of its own and returns its path.
func sample(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "assets", "samples", name))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// asJSON scores files and decodes the lines.
func asJSON(t *testing.T, args ...string) []jsonReport {
	t.Helper()
	code, out, stderr := run(t, append([]string{"score", "--json"}, args...)...)
	if code != OK {
		t.Fatalf("code %d: %s", code, stderr)
	}
	var reports []jsonReport
	for line := range strings.Lines(out) {
		var r jsonReport
		dec := json.NewDecoder(strings.NewReader(line))
		dec.DisallowUnknownFields()
		if err := dec.Decode(&r); err != nil {
			t.Fatal(err)
		}
		reports = append(reports, r)
	}
	return reports
}

// UnmarshalJSON reads points for the tests.
func (n *thousandths) UnmarshalJSON(b []byte) error {
	var f float64
	err := json.Unmarshal(b, &f)
	*n = thousandths(f*1000 + 0.5)
	if f < 0 {
		*n = thousandths(f*1000 - 0.5)
	}
	return err
}

// The samples are a talk that gives, one that takes, and a short one. Their
// scores tell them apart, and what is said first about the taking one is true.
func TestScoreTellsTheSamplesApart(t *testing.T) {
	r := asJSON(t, sample(t, "say-it-while-it-is-small.md"), sample(t, "the-future-of-doors.md"), sample(t, "read-it-aloud-once.md"))
	good, taking, short := r[0], r[1], r[2]
	if b := *good.Balance.Low; b < 50_000 {
		t.Errorf("the good talk's balance is %d at its worst", b)
	}
	if b := *short.Balance.Low; b < 40_000 {
		t.Errorf("the lightning talk's balance is %d at its worst", b)
	}
	if b := *taking.Balance.High; b > -30_000 {
		t.Errorf("the taking talk's balance is %d at its best", b)
	}
	first := []string{}
	for _, f := range taking.Findings[:5] {
		first = append(first, f.Rule)
	}
	if s := strings.Join(first, " "); !strings.Contains(s, "pitch") || !strings.Contains(s, "overtime") {
		t.Errorf("the taking talk's first findings are %s", s)
	}
	for _, f := range good.Findings {
		if *f.Points > 2_500 {
			t.Errorf("the good talk has a finding of %d points: %s", *f.Points, f.Title)
		}
	}
}

func TestScoreKeepsTheOrderOfFiles(t *testing.T) {
	a, b := sample(t, "the-future-of-doors.md"), sample(t, "read-it-aloud-once.md")
	r := asJSON(t, b, a, b)
	if len(r) != 3 || r[0].File != b || r[1].File != a || r[2].File != b {
		t.Errorf("got %d reports", len(r))
	}
	if *r[0].Balance.Points != *r[2].Balance.Points {
		t.Error("one talk, two scores")
	}
}

func TestScoreReadsTheJournal(t *testing.T) {
	talk := sample(t, "read-it-aloud-once.md")
	before := asJSON(t, talk)[0]
	journal := strings.TrimSuffix(talk, ".md") + ".journal.jsonl"
	line := `{"id":"A1","at":"2027-02-20T10:00:00Z","kind":"prep","spent":7200,"what":"wrote it"}` + "\n"
	if err := os.WriteFile(journal, []byte(line), 0o644); err != nil {
		t.Fatal(err)
	}
	after := asJSON(t, talk)[0]
	for _, c := range after.Scores.Effort.Criteria {
		if c.ID == "preparation" && (*c.Low <= 0 || c.Why != "At least 2:00:00 of preparation; 4:30:00 counts full, an hour for a minute.") {
			t.Errorf("%s, at least %d", c.Why, *c.Low)
		}
	}
	if *after.Balance.Low <= *before.Balance.Low {
		t.Error("two hours of preparation changed nothing")
	}
}

func TestScoreBadInput(t *testing.T) {
	dir := t.TempDir()
	utf16 := filepath.Join(dir, "utf16.md")
	if err := os.WriteFile(utf16, []byte("\xff\xfe#\x00 \x00A\x00"), 0o644); err != nil {
		t.Fatal(err)
	}
	picture := filepath.Join(dir, "picture.md")
	if err := os.WriteFile(picture, []byte("\x89PNG\r\n"+strings.Repeat("\x00\xff\x8a# ", 300)), 0o644); err != nil {
		t.Fatal(err)
	}
	torn := filepath.Join(dir, "torn.md") // a talk with broken signs is still a talk
	if err := os.WriteFile(torn, []byte("---\nslot: 5m\n---\n\n## A\n\n"+strings.Repeat("Said here, and gr\xfc\xdfe too.\n", 40)), 0o644); err != nil {
		t.Fatal(err)
	}
	good := sample(t, "read-it-aloud-once.md")
	for _, test := range []struct {
		name string
		args []string
		code int
		say  string
		out  bool
	}{
		{"a picture", []string{"score", picture}, Failed, "picture.md:1: this is no text", false},
		{"broken signs", []string{"score", torn}, OK, "", true},
		{"no file", []string{"score"}, Misuse, "it needs a talk's file", false},
		{"missing", []string{"score", filepath.Join(dir, "none.md")}, Failed, "There is no file " + filepath.Join(dir, "none.md") + ":", false},
		{"folder", []string{"score", dir}, Failed, dir + " is not a file", false},
		{"one of two", []string{"score", filepath.Join(dir, "none.md"), good}, Failed, "none.md", true},
		{"utf-16", []string{"score", utf16}, Failed, "utf16.md:1: the file is in UTF-16", false},
		{"date", []string{"score", "--today", "soon", good}, Failed, `"soon" is no date`, false},
		{"flag", []string{"score", "--jsn", good}, Misuse, "jsn", false},
		{"command", []string{"scroe"}, Misuse, `no command or talk "scroe"; did you mean score?`, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			code, out, stderr := run(t, test.args...)
			if code != test.code || !strings.Contains(stderr, test.say) || (out != "") != test.out {
				t.Errorf("code %d, stderr %q, stdout %q", code, stderr, out)
			}
			if code == Failed && strings.Count(stderr, "\n") != 1 {
				t.Errorf("more than one line: %q", stderr)
			}
		})
	}
}

func TestScoreHelp(t *testing.T) {
	for _, args := range [][]string{{"score", "--help"}, {"score", "-h"}, {"score", "x.md", "--help"}} {
		code, out, stderr := run(t, args...)
		if code != OK || stderr != "" || !strings.HasPrefix(out, "usage: talkgiver score [--json] [--today DATE] [--lang en|de] [--fail-under N] [--explain ID] FILE...\n") {
			t.Errorf("%v: code %d, %q, %q", args, code, out, stderr)
		}
	}
}

// escapes are what colours a page.
var escapes = regexp.MustCompile("\x1b\\[[0-9]*m")

func TestScoreNeedsNoRoom(t *testing.T) {
	var out bytes.Buffer
	talk := sample(t, "the-future-of-doors.md")
	for _, width := range []int{10, 40, 60, 100, 300} {
		out.Reset()
		code := Run([]string{"score", talk}, System{Stdout: &out, Stderr: &out, Width: width, Now: time.Now})
		if code != OK {
			t.Fatal(out.String())
		}
		for line := range strings.Lines(escapes.ReplaceAllString(out.String(), "")) {
			// Only a path or a drawing may be longer than the page.
			if n := len([]rune(line)); n > (System{Width: width}).look().width+1 && !strings.Contains(line, ".md:") && !strings.Contains(line, "┃") {
				t.Errorf("width %d: %d signs in %q", width, n, line)
			}
		}
	}
}

// The first lines say what goes past the time to speak, and then what could not
// be read: nothing that follows counts there.
func TestTheHeadSaysWhatIsWrong(t *testing.T) {
	for _, test := range []struct{ talk, want string }{
		{"slot: 15m\nquestions: 3m\n---\n\n## One (15m)\n", "15:00 planned of 15:00, 3:00 for questions, 3:00 over\n\n  No score"},
		{"slot: 15m\n---\n\n## One (15m)\n", "15:00 planned of 15:00\n\n  No score"},
		{"slot: 15m\n---\n\n## One (16m)\n", "16:00 planned of 15:00, 1:00 over\n\n  No score"},
		{"slot: 15m\nquestions: 3m\n---\n\n## One (12m)\n<<<<<<< ours\n- a\n=======\n- b\n>>>>>>> theirs\n", "12:00 planned of 15:00, 3:00 for questions\n\nWhat cannot be read as it was meant\n  FILE:8: “<<<<<<<”:"},
	} {
		file := filepath.Join(t.TempDir(), "t.md")
		write(t, file, "---\ntitle: T\n"+test.talk)
		code, out, _ := run(t, "score", file)
		if want := "T\n" + test.want; code != OK || !strings.HasPrefix(strings.ReplaceAll(out, file, "FILE"), want) {
			t.Errorf("code %d, and not %q:\n%s", code, want, out)
		}
	}
}

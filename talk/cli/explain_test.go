package cli

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"talkgiver/talk/score"
)

// runIn runs a command in an environment, on a terminal of some width.
func runIn(env map[string]string, width int, args ...string) (code int, stdout, stderr string) {
	var out, err bytes.Buffer
	code = Run(args, System{
		Stdin: strings.NewReader(""), Stdout: &out, Stderr: &err, Width: width,
		Getenv: func(name string) string { return env[name] },
		Now:    func() time.Time { return time.Date(2027, 3, 1, 12, 0, 0, 0, time.UTC) },
	})
	return code, out.String(), err.String()
}

// Everything that counts can be explained, with a talk and without, in both
// languages, with no place left open.
func TestExplainEverything(t *testing.T) {
	file := sample(t, "the-future-of-doors.md")
	open := regexp.MustCompile(`\{[a-z]+`)
	for _, lang := range []string{"en", "de"} {
		for _, id := range explainable() {
			code, alone, stderr := runIn(nil, 0, "score", "--lang", lang, "--explain", id)
			if code != OK || stderr != "" || strings.Count(alone, "\n") < 4 || !strings.Contains(alone, "("+id+")") {
				t.Errorf("%s %s: code %d, %q, %q", lang, id, code, stderr, alone)
			}
			_, here, _ := runIn(nil, 0, "score", "--lang", lang, "--explain", id, file)
			if !strings.HasPrefix(here, alone) || slices.Contains(score.ExplainedIDs(), id) != (len(here) > len(alone)) {
				t.Errorf("%s %s: a talk makes it %q", lang, id, here)
			}
			if m := open.FindString(here); m != "" {
				t.Errorf("%s %s: %s is left open", lang, id, m)
			}
		}
	}
	code, out, stderr := runIn(nil, 0, "score", "--explain", "vibes", file)
	if code != Failed || out != "" || strings.Count(stderr, "\n") != 1 || !strings.Contains(stderr, "first-value, ") || !strings.Contains(stderr, "overtime") {
		t.Errorf("an unknown id: code %d, %q, %q", code, out, stderr)
	}
}

func TestExplainGolden(t *testing.T) {
	for _, id := range []string{"usable", "take", "balance", "promises"} {
		_, out, _ := runIn(nil, 0, "score", "--explain", id, "testdata/takes.md")
		golden(t, "explain-"+id+".txt", out)
	}
	_, out, _ := runIn(map[string]string{"LANG": "de_AT.UTF-8", "NO_COLOR": "1"}, 40, "score", "testdata/gives.md")
	golden(t, "gives-de-40.txt", out)
}

func TestFailUnder(t *testing.T) {
	good, taking := sample(t, "read-it-aloud-once.md"), sample(t, "the-future-of-doors.md")
	for _, test := range []struct {
		name string
		args []string
		code int
		say  string
	}{
		{"above", []string{"--fail-under", "50", good}, OK, ""},
		{"below", []string{"--fail-under", "0", taking}, Failed, "the balance is −"},
		{"flag last", []string{taking, "--fail-under", "-100"}, OK, ""},
		{"one of two", []string{"--fail-under", "50", taking, good}, Failed, "doors.md: the balance is −"},
		{"not known", []string{"--fail-under", "-100", "testdata/outline.md"}, Failed, "not known, which counts as below -100"},
		{"no number", []string{"--fail-under", "high", good}, Failed, "no whole number"},
	} {
		t.Run(test.name, func(t *testing.T) {
			code, out, stderr := runIn(nil, 0, append([]string{"score"}, test.args...)...)
			if code != test.code || !strings.Contains(stderr, test.say) || strings.Count(stderr, "\n") != min(1, test.code) {
				t.Errorf("code %d, %q", code, stderr)
			}
			if (out == "") != (test.name == "no number") {
				t.Errorf("the report is %q", out)
			}
		})
	}
}

// Colour stands on a terminal only, and it changes nothing but the colour.
func TestColour(t *testing.T) {
	file := sample(t, "read-it-aloud-once.md")
	_, coloured, _ := runIn(nil, 80, "score", file)
	_, asked, _ := runIn(map[string]string{"NO_COLOR": "1"}, 80, "score", file)
	_, dumb, _ := runIn(map[string]string{"TERM": "dumb"}, 80, "score", file)
	_, piped, _ := runIn(nil, 0, "score", file)
	if !strings.Contains(coloured, "\x1b[") {
		t.Error("no colour on a terminal")
	}
	for name, out := range map[string]string{"NO_COLOR": asked, "a dumb terminal": dumb, "a pipe": piped} {
		if strings.Contains(out, "\x1b") {
			t.Errorf("%s is coloured", name)
		}
		if escapes.ReplaceAllString(coloured, "") != out {
			t.Errorf("%s has other words", name)
		}
	}
}

func TestLanguageOfThePage(t *testing.T) {
	for _, test := range []struct {
		env  map[string]string
		args []string
		say  string
	}{
		{nil, nil, "What would help most"},
		{map[string]string{"LANG": "de_DE.UTF-8"}, nil, "Was am meisten hilft"},
		{map[string]string{"LANG": "de_DE", "LC_ALL": "C"}, nil, "What would help most"},
		{map[string]string{"LC_MESSAGES": "de", "LANG": "fr"}, nil, "Was am meisten hilft"},
		{map[string]string{"LANG": "fr_FR"}, nil, "What would help most"},
		{map[string]string{"LANG": "de_DE"}, []string{"--lang", "en"}, "What would help most"},
	} {
		_, out, _ := runIn(test.env, 0, append(append([]string{"score"}, test.args...), "testdata/takes.md")...)
		if !strings.Contains(out, test.say) {
			t.Errorf("%v %v: %q", test.env, test.args, out[:60])
		}
	}
	if code, _, stderr := runIn(nil, 0, "score", "--lang", "fr", "testdata/takes.md"); code != Failed || !strings.Contains(stderr, `"fr"`) {
		t.Errorf("--lang fr: code %d, %q", code, stderr)
	}
}

// The speaker's language changes sentences, and no figure, place or order.
func TestLocaleChangesNoFigure(t *testing.T) {
	for _, name := range []string{"read-it-aloud-once.md", "the-future-of-doors.md"} {
		file := sample(t, name)
		figures := func(lang string) any {
			_, out, _ := runIn(map[string]string{"LANG": lang}, 0, "score", "--json", file)
			var v any
			if err := json.Unmarshal([]byte(out), &v); err != nil {
				t.Fatal(err)
			}
			return silent(v)
		}
		en, _ := json.Marshal(figures("en_US.UTF-8"))
		de, _ := json.Marshal(figures("de_DE.UTF-8"))
		if !bytes.Equal(en, de) {
			t.Errorf("%s: German figures differ", name)
		}
	}
}

// silent takes the sentences out of a report.
func silent(v any) any {
	switch v := v.(type) {
	case map[string]any:
		maps.DeleteFunc(v, func(key string, _ any) bool { return slices.Contains([]string{"why", "fix", "ask", "how"}, key) })
		if _, ok := v["rule"]; ok {
			delete(v, "title")
		}
		for _, x := range v {
			silent(x)
		}
	case []any:
		for _, x := range v {
			silent(x)
		}
	}
	return v
}

func TestSilencedAreCounted(t *testing.T) {
	text, err := os.ReadFile("testdata/takes.md")
	if err != nil {
		t.Fatal(err)
	}
	file := sample(t, "read-it-aloud-once.md")
	silenced := strings.Replace(string(text), "## About us (3m)", "## About us (3m) <!-- silence label-heading: it is their name -->", 1)
	if err := os.WriteFile(file, []byte(silenced), 0o644); err != nil {
		t.Fatal(err)
	}
	if r := asJSON(t, file)[0]; r.Silenced != 1 {
		t.Errorf("%d silenced in the JSON", r.Silenced)
	}
	_, out, _ := runIn(nil, 0, "score", file)
	if !strings.Contains(out, "1 silenced, with a reason.") {
		t.Error("the page does not count them")
	}
}

// The day comes in as an argument, and the machine's clock has no say.
func TestTodayIsAnArgument(t *testing.T) {
	file := sample(t, "read-it-aloud-once.md")
	lines := `{"id":"A","at":"2027-01-02T10:00:00Z","kind":"run-start","as":"practice","slides":[{"title":"a","section":0,"planned":300}],"sections":["a"]}` + "\n" +
		`{"id":"B","at":"2027-01-02T10:05:00Z","kind":"run-end","run":"A","slide":0,"spoken":{"0":280}}` + "\n"
	if err := os.WriteFile(strings.TrimSuffix(file, ".md")+".journal.jsonl", []byte(lines), 0o644); err != nil {
		t.Fatal(err)
	}
	freshness := func(args ...string) int {
		for _, c := range asJSON(t, append(args, file)...)[0].Scores.Effort.Criteria {
			if c.ID == "freshness" {
				return int(*c.Points)
			}
		}
		return -1
	}
	// The talk is on 11 February: forty days after the rehearsal. Now is March.
	early, late, now := freshness("--today", "2027-01-05"), freshness("--today", "2027-02-09"), freshness()
	if early != 10_000 || late >= early || late <= 0 || now > late {
		t.Errorf("fresh by %d, %d and %d", early, late, now)
	}
}

// The order of the files changes the order of the reports, and nothing in them.
func TestOrderOfFilesChangesNoFigure(t *testing.T) {
	a, b, c := sample(t, "read-it-aloud-once.md"), sample(t, "the-future-of-doors.md"), sample(t, "say-it-while-it-is-small.md")
	lines := func(files ...string) []string {
		_, out, _ := runIn(nil, 0, append([]string{"score", "--json"}, files...)...)
		all := strings.Split(strings.TrimSpace(out), "\n")
		slices.Sort(all)
		return all
	}
	if !slices.Equal(lines(a, b, c), lines(c, a, b)) {
		t.Error("another order, other figures")
	}
}

package score_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
	"talkgiver/talk/score"
)

// A template asks and promises nothing by itself: what it finds is only what
// the speaker has not said yet.
func TestTemplates(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "..", "assets", "templates", "*", "*.md"))
	if err != nil || len(files) < 8 {
		t.Fatalf("%d templates, %v; want four in two languages", len(files), err)
	}
	open := []string{"message-missing", "needs-missing", "promise-missing", "truths-missing", "few-items"}
	for _, file := range files {
		t.Run(filepath.Base(filepath.Dir(file))+"/"+filepath.Base(file), func(t *testing.T) {
			source, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			d := markdown.Parse(source)
			tk := d.Talk()
			for _, p := range tk.Problems {
				t.Errorf("it has the problem %v", p)
			}
			if got, want := tk.Deal.Lang.Text, filepath.Base(filepath.Dir(file)); got != want {
				t.Errorf("its language is %q, want %q", got, want)
			}
			timing := tk.Timing(0)
			if timing.Total != tk.Deal.Speaking() || timing.Total == 0 {
				t.Errorf("its sections take %v of %v", timing.Total, tk.Deal.Speaking())
			}
			for i, s := range tk.Sections {
				if !s.Gives.Given() || !timing.Sections[i].Planned {
					t.Errorf("%q has no purpose or no time", s.Title)
				}
				if s.Words() > 0 || len(s.Items()) > 0 {
					t.Errorf("%q has %d words and %d items, and the prompts must be neither shown nor said", s.Title, s.Words(), len(s.Items()))
				}
				if body := d.BodyText(s); !strings.HasPrefix(body, "<!-- ") || !strings.HasSuffix(body, " -->") {
					t.Errorf("%q has no prompt but\n%s", s.Title, body)
				}
			}
			r := score.Of(tk, score.Inputs{})
			if r.Rated {
				t.Error("it has a score before anything is said")
			}
			for _, f := range r.Findings {
				if !slices.Contains(open, string(f.Rule)) {
					t.Errorf("it causes %s", f.Rule)
				}
			}
			if len(r.Findings) < len(open) {
				t.Errorf("it says of %d things only that they are unknown: %v", len(r.Findings), r.Findings)
			}

			// With words in it, it still causes nothing by itself, and can be weighed.
			var edit markdown.Edit
			for i, s := range tk.Sections {
				edit = markdown.SetBody{Section: i + 1, Text: d.BodyText(s) + "\n\n- one\n\n- two\n"}
				if d, _, err = edit.Apply(d); err != nil {
					t.Fatal(err)
				}
			}
			r = score.Of(d.Talk(), score.Inputs{})
			if !r.Rated || r.Balance.Range.Low == r.Balance.Range.High {
				t.Errorf("filled, it is weighed: %v, from %v to %v", r.Rated, r.Balance.Range.Low, r.Balance.Range.High)
			}
			for _, f := range r.Findings {
				if slices.Contains([]string{"label-heading", "section-leaves-nothing", "section-for-nobody", "over-section", "overtime", "no-questions-time", "acronym", "insider"}, string(f.Rule)) {
					t.Errorf("filled, it causes %s", f.Rule)
				}
			}
			for _, it := range r.Items {
				if it.Kind.Side() == talk.Take {
					t.Errorf("filled, it takes: %v", it)
				}
			}
		})
	}
}

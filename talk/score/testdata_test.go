package score_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"talkgiver/talk/markdown"
	"talkgiver/talk/score"
)

// The talks in testdata are good but for one flaw, which their file is named
// for. It is what is said of them first.
func TestTheOneFlawComesFirst(t *testing.T) {
	files, err := filepath.Glob("testdata/*.md")
	if err != nil || len(files) != 10 {
		t.Fatalf("%d talks, %v", len(files), err)
	}
	for _, file := range files {
		want := strings.TrimSuffix(filepath.Base(file), ".md")
		t.Run(want, func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			tk := markdown.Parse(data).Talk()
			if len(tk.Problems) > 0 {
				t.Errorf("problems: %v", tk.Problems)
			}
			r := score.Of(tk, score.Inputs{})
			if len(r.Findings) == 0 || r.Findings[0].Rule != want {
				t.Errorf("found %v", rulesOf(r))
			}
			// It is good otherwise: what else there is to say is small.
			for _, f := range r.Findings[min(1, len(r.Findings)):] {
				if f.Points > score.Point {
					t.Errorf("%s is worth %d too", f.Words.Key, f.Points)
				}
			}
			if !r.Rated || r.Scores[score.Value].Middle() < 70*score.Point {
				t.Errorf("value %v", r.Scores[score.Value].Range)
			}
		})
	}
}

package score_test

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"sync"
	"testing"
	"time"

	"talkgiver/talk/markdown"
	"talkgiver/talk/score"
)

// same scores a talk with a Scorer that has read others before, and tells where
// it differs from the plain score.
func same(t *testing.T, s *score.Scorer, source []byte, in score.Inputs) score.Report {
	t.Helper()
	tk := markdown.Parse(source).Talk()
	got, want := s.Of(tk, in), score.Of(tk, in)
	if reflect.DeepEqual(got, want) {
		return got
	}
	for i := range want.Scores {
		for j, c := range want.Scores[i].Criteria {
			if !reflect.DeepEqual(got.Scores[i].Criteria[j], c) {
				t.Errorf("criterion %v, want %v", got.Scores[i].Criteria[j], c)
			}
		}
	}
	for i := range want.Findings {
		if i >= len(got.Findings) || got.Findings[i] != want.Findings[i] {
			t.Errorf("finding %d of %d is not %v", i, len(got.Findings), want.Findings[i])
			break
		}
	}
	t.Fatalf("a Scorer says other than Of about %q", source)
	return got
}

// pieces are what is typed and pasted: words that the score looks for, and marks
// that change what the text around them means.
var pieces = []string{
	"a", " ", "\n", "\n\n", ".", "?", "Our ROI was fine.", "ROI (what comes back)", "It is a game changer. ", "Follow us.", "\n\n- Ask me #ask\n\n", "\n- x #story\n",
	"\n\n## A title (2m)\n", "\n## Why it broke\ngives: a reason\nnew: 2\nmeets: need 1\n\n", "\n### And then\n", "**", "`", "> ", "\"", "“", "<!-- ", " -->", "```\n", "- ", "\t",
	"It is sort of the perspective of the aspect of the process of the significance of the relationship between the assumption and the consideration. ",
	"The day you know is the cheapest day to say it.", "On Tuesday I went home and I cut two boards and I built a table.", "[pause]", "(Laughter)", "[ref]", "\n\n[ref]: https://example.org\n\n",
	"#pitch", " #firsthand", "#skip", "The stakeholders said so.", "ü", "\xff", "\r\n", "\\", "&amp;", "| a |\n|---|\n| b |\n", "Nachdem wir das Dokument auf Deutsch und nicht für alle geschrieben haben, ist es gut. ",
}

// typeSomething changes the bytes of a talk as a person or another program may.
func typeSomething(r *rand.Rand, source []byte) []byte {
	at := r.IntN(len(source) + 1)
	end := min(len(source), at+[]int{0, 0, 0, 1, 3, 40, 400}[r.IntN(7)])
	text := []byte(pieces[r.IntN(len(pieces))])
	switch r.IntN(8) {
	case 0:
		text = nil
	case 1: // copied or moved from elsewhere
		from := r.IntN(len(source) + 1)
		text = bytes.Clone(source[from:min(len(source), from+r.IntN(600))])
	case 2, 3, 4:
		const keys = "abcdefghijklmnopqrstuvwxyzIWT0123 .,\n#-"
		text = []byte{keys[r.IntN(len(keys))]}
	}
	return slices.Concat(source[:at], text, source[end:])
}

// editSomething changes a talk as the app's fields do.
func editSomething(r *rand.Rand, source []byte) []byte {
	d := markdown.Parse(source)
	section := 1 + r.IntN(len(d.Talk().Sections)+1)
	text := pieces[r.IntN(len(pieces))]
	edits := []markdown.Edit{
		markdown.SetField{Field: markdown.FieldMessage, Text: []string{"", "Say it early.", "The day you know is the cheapest day to say it.", text}[r.IntN(4)]},
		markdown.SetField{Field: markdown.FieldLang, Text: []string{"", "en", "de", "fr"}[r.IntN(4)]},
		markdown.SetField{Field: markdown.FieldStance, Text: []string{"", "adapt", "attract"}[r.IntN(3)]},
		markdown.SetField{Field: markdown.FieldSlot, Text: []string{"", "5m", "20m"}[r.IntN(3)]},
		markdown.AddEntry{List: markdown.ListKnows, Number: 1, Text: []string{"ROI", "stakeholders", "api", "perspective", "aspect", "process"}[r.IntN(6)]},
		markdown.AddEntry{List: markdown.ListNeeds, Number: 1, Text: text},
		markdown.RemoveEntry{List: markdown.ListKnows, Number: 1},
		markdown.MoveSection{From: section, To: 1 + r.IntN(len(d.Talk().Sections)+1)},
		markdown.DuplicateSection{Section: section},
		markdown.DeleteSection{Section: section},
		markdown.RenameSection{Section: section, Title: text},
		markdown.SetBody{Section: section, Text: text},
		markdown.MergeSection{Section: section},
	}
	after, _, err := edits[r.IntN(len(edits))].Apply(d)
	if err != nil {
		return source
	}
	return after.Bytes()
}

// someInputs are what the journal and the day may tell.
func someInputs(r *rand.Rand) score.Inputs {
	day := time.Date(2027, 3, 1, 0, 0, 0, 0, time.UTC)
	in := score.Inputs{Pace: []int{0, 0, 100, 180}[r.IntN(4)]}
	if r.IntN(2) == 0 {
		in.Today = day.AddDate(0, 0, r.IntN(60))
		in.Rehearsals = []time.Time{day, day.AddDate(0, 0, -r.IntN(9))}[:r.IntN(3)]
		in.Preparation = time.Duration(r.IntN(9)) * time.Hour
	}
	if r.IntN(4) == 0 {
		in.Messages = []score.MessageChange{{From: "a", To: "b"}, {From: "b", To: "c"}, {From: "c", To: "d"}}
	}
	return in
}

// samples are the talks of the project, and some that need more.
func samples(tb testing.TB) map[string][]byte {
	tb.Helper()
	talks := map[string][]byte{"good": []byte(good), "long": []byte(long())}
	for _, pattern := range []string{"../../assets/samples/*.md", "../cli/testdata/*.md"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			tb.Fatalf("no talks in %s: %v", pattern, err)
		}
		for _, file := range files {
			source, err := os.ReadFile(file)
			if err != nil {
				tb.Fatal(err)
			}
			talks[filepath.Base(file)] = source
		}
	}
	return talks
}

// A Scorer that has followed a talk through any edits says of it what Of says
// that sees it for the first time, in every field; and what it has said of
// earlier talks stays as it was.
func TestScorerEqualsOf(t *testing.T) {
	for name, first := range samples(t) {
		t.Run(name, func(t *testing.T) {
			r := rand.New(rand.NewPCG(3, uint64(len(first))))
			rounds := 400
			if len(first) > 20_000 {
				rounds = 60
			}
			var s score.Scorer
			source := first
			in := someInputs(r)
			before, kept := same(t, &s, source, in), score.Of(markdown.Parse(source).Talk(), in)
			for range rounds {
				switch r.IntN(12) {
				case 0:
					source = first
				case 1:
					in = someInputs(r)
				case 2, 3, 4:
					source = editSomething(r, source)
				default:
					source = typeSomething(r, source)
				}
				now := same(t, &s, source, in)
				if !reflect.DeepEqual(before, kept) {
					t.Fatal("a later score changed an earlier report")
				}
				before, kept = now, score.Of(markdown.Parse(source).Talk(), in)
			}
		})
	}
}

// One Scorer can be asked for several talks in turn; it never mixes them up.
func TestScorerOfManyTalks(t *testing.T) {
	var s score.Scorer
	talks := samples(t)
	for range 2 {
		for _, source := range talks {
			same(t, &s, source, score.Inputs{})
		}
	}
}

// An older computation may still run when a newer one begins.
func TestScorerAtTheSameTime(t *testing.T) {
	var s score.Scorer
	var wg sync.WaitGroup
	for _, tk := range typing(t)[:8] {
		wg.Go(func() {
			want := score.Of(tk, score.Inputs{})
			for range 20 {
				if !reflect.DeepEqual(s.Of(tk, score.Inputs{}), want) {
					t.Error("two scores at the same time differ")
					return
				}
			}
		})
	}
	wg.Wait()
}

// Typing a character reads one paragraph again: what it takes does not grow with
// what is written already.
func TestRescoringAllocatesLittle(t *testing.T) {
	typed := typing(t)
	var s score.Scorer
	i := 0
	allocs := testing.AllocsPerRun(len(typed), func() {
		s.Of(typed[i%len(typed)], score.Inputs{})
		i++
	})
	const most = 200
	if allocs > most {
		t.Errorf("%.0f allocations for one character of %d words, want at most %d", allocs, typed[0].Words(), most)
	}
}

// FuzzScorer: two versions of a file, one after the other.
func FuzzScorer(f *testing.F) {
	f.Add([]byte(good), []byte("x"), uint16(700), uint16(0))
	f.Add([]byte(good), []byte("message: Mend it.\n"), uint16(100), uint16(60))
	f.Add([]byte("---\nlang: de\n---\n- a\n- [b]\n- c"), []byte("\n\n[b]: c\n"), uint16(30), uint16(0))
	f.Add([]byte("- a ROI\n\n> ROI\n"), []byte("ROI (the return)\n"), uint16(0), uint16(9))
	f.Fuzz(func(t *testing.T, source, typed []byte, at, cut uint16) {
		var s score.Scorer
		same(t, &s, source, score.Inputs{})
		start := min(int(at), len(source))
		end := min(start+int(cut), len(source))
		same(t, &s, slices.Concat(source[:start], typed, source[end:]), score.Inputs{})
		same(t, &s, source, score.Inputs{})
	})
}

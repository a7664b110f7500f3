package library

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"talkgiver/talk/score"
)

func TestFold(t *testing.T) {
	for text, want := range map[string]string{
		"Ready in the Workshop":        "ready in the workshop",
		"  two\r\n\r\n\tlines \n":      "two lines ",
		"Größe & Übermut":              "grosse & ubermut",
		"STRASSE straße STRAẞE":        "strasse strasse strasse",
		"Café cafe\u0301":              "cafe cafe",
		"naïve œuvre Ærø Łódź":         "naive oeuvre aero lodz",
		"İstanbul ısı":                 "istanbul isi",
		"nobody’s “word” „Wort“ «mot»": `nobody's "word" "wort" "mot"`,
		"one–two — three":              "one-two - three",
		"ﬁne ｗｉｄｅ Ⅳ":                   "fine wide iv",
		"soft\u00adhyphen zero\u200bw": "softhyphen zerow",
		"Ёлка Ελλάδα":                  "елка ελλαδα",
		"हिन्दी":                       "हिन्दी",
		"Ǿ":                            "o",
		"":                             "",
	} {
		if got := fold(text).text; got != want {
			t.Errorf("%q is folded to %q, want %q", text, got, want)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, text := range []string{"Größe", "a\u0308 o\u0308", "bad \xff bytes \xc3", "ﬁne 한국어", " \u00a0x\u2028y", "ÄÖÜ ae"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 300 {
			return // every length is tried
		}
		once := fold(text)
		if again := fold(once.text).text; again != once.text && utf8.ValidString(text) {
			t.Fatalf("%q is folded to %q, and that to %q", text, once.text, again)
		}
		for _, u := range once.umlauts {
			if !strings.ContainsRune("aou", rune(once.text[u])) {
				t.Fatalf("%q has an umlaut at %d of %q", text, u, once.text)
			}
		}
		for length := range len(once.text) + 1 {
			if at := unfold(text, length); at < 0 || at > len(text) || len(fold(text[:at]).text) < length {
				t.Fatalf("%q: the first %d bytes of %q come from the first %d", text, length, once.text, at)
			}
		}
		r := record{text: text, folded: once}
		for _, word := range strings.Fields(text) {
			if strings.ContainsAny(word, `"“”„«»`) || fold(word).text == "" {
				continue
			}
			hit, ok := parseQuery(word).search(&r)
			if !ok {
				t.Fatalf("%q is not found in %q", word, text)
			}
			if s := hit.Snippet(); !utf8.ValidString(s.Before+s.Match+s.After) || strings.ContainsAny(s.Before+s.Match+s.After, "\n\r") || s.Line < 1 {
				t.Fatalf("the snippet of %q in %q is %+v", word, text, s)
			}
		}
	})
}

func TestSearch(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{
		"belts.md": "---\ntitle: Why belts came late\nevent: Product Days\nneeds:\n  - know which fact to surface\n---\n\n## Belts existed\n\n" +
			"- Ready in the workshop, missing\n  on the road #story\n\nIn the summer the engineer took his own car\nto the test track.\n",
		"2027/strasse.md":  "---\ntitle: Die Straße\n---\n\n## Über die Brücke\n\nEine neue Öffnung für größere Lastwagen. Wir glauben an Mueller.\n",
		"2027/truth.md":    "# The truth\n\n## Trust\n\nA **party** of plain words about art.\n",
		"2028/question.md": "# A question\n\n## One\n\nThe café was naïve.\n",
	} {
		write(t, filepath.Join(folder, filepath.FromSlash(name)), text)
	}
	talks := NewIndex(folder, "").Scan(t.Context(), score.Inputs{})
	for typed, want := range map[string]string{
		"":                       "",
		"   ":                    "",
		`"`:                      "",
		"BELTS":                  "belts/title",
		"late belts":             "belts/title",
		"product":                "belts/head",
		"belts product":          "belts/head",
		"2027":                   "2027/strasse/head 2027/truth/head",
		"engineer":               "belts/text",
		"gineer":                 "belts/inside",
		"own car to":             "belts/text",
		`"own car to the"`:       "belts/text",
		`"car own"`:              "",
		`“own car`:               "belts/text",
		"fact summer":            "belts/text",
		"workshop nowhere":       "",
		"story":                  "belts/text",
		"strasse":                "2027/strasse/title",
		"Straße":                 "2027/strasse/title",
		"bruecke":                "2027/strasse/text",
		"brucke":                 "2027/strasse/text",
		"Brücke":                 "2027/strasse/text",
		"groessere":              "2027/strasse/text",
		"Ueber oeffnung":         "2027/strasse/text",
		"müller":                 "2027/strasse/text",
		"mueller":                "2027/strasse/text",
		"muller":                 "",
		"neu":                    "2027/strasse/text",
		"true":                   "", // no umlaut in "truth"
		"tru":                    "2027/truth/title",
		"art":                    "2027/truth/text",
		"part":                   "2027/truth/text",
		"NAIVE cafe":             "2028/question/text",
		"que":                    "2028/question/title",
		"e\u0301":                "belts/title 2027/strasse/title 2027/truth/title 2028/question/title",
		strings.Repeat("ue", 50): "",
	} {
		var got []string
		for _, h := range talks.Search(t.Context(), typed) {
			got = append(got, h.Name+"/"+[]string{"title", "head", "text", "inside"}[h.Found])
		}
		wanted := strings.Fields(want)
		slices.Sort(got)
		slices.Sort(wanted)
		if !slices.Equal(got, wanted) {
			t.Errorf("%q finds %v, want %v", typed, got, wanted)
		}
	}
	hits := talks.Search(t.Context(), "t")
	for i := range hits[1:] {
		if hits[i].Found > hits[i+1].Found {
			t.Errorf("%s comes before %s", hits[i].Name, hits[i+1].Name)
		}
	}
	ended, end := context.WithCancel(t.Context())
	end()
	if hits := talks.Search(ended, "belts"); len(hits) != 0 {
		t.Errorf("a search that nobody waits for goes on: %v", hits)
	}
}

func TestSnippet(t *testing.T) {
	text := "---\ntitle: T\nneeds:\n  - know which *uncomfortable* fact to surface\n---\n\n## Über den Fluss (4m)\n\n" +
		"- Ready in the workshop,\n  missing on the road #story\n\nIn the summer the engineer took his own car to the test track,\n" +
		"fitted with the belt that no customer could order.\r\nHe drove it home, too, because he knew, and he said so for a very long time in many words without an end.\n\n" +
		"> quoted words\n\nCafe\u0301 at the end"
	folder := t.TempDir()
	write(t, filepath.Join(folder, "x.md"), text)
	talks := NewIndex(folder, "").Scan(t.Context(), score.Inputs{})
	for typed, want := range map[string]Snippet{
		"fact":        {"…which *uncomfortable* ", "fact", " to surface", 4},
		"ueber":       {"", "Über", " den Fluss (4m)", 7},
		"missing":     {"Ready in the workshop, ", "missing", " on the road #story", 10},
		"fitted":      {"…car to the test track, ", "fitted", " with the belt that no customer could order. He drove it home, too, because he knew, and h…", 13},
		"quoted":      {"", "quoted", " words", 16},
		"cafe":        {"", "Café", " at the end", 18},
		"end":         {"…many words without an ", "end", ".", 14},
		`"order. he"`: {"…that no customer could ", "order. He", " drove it home, too, because he knew, and he said so for a very long time in many words wi…", 13},
		"T":           {},
	} {
		hits := talks.Search(t.Context(), typed)
		if len(hits) != 1 {
			t.Fatalf("%q finds %d", typed, len(hits))
		}
		got := hits[0].Snippet()
		got.Match = strings.ReplaceAll(got.Match, "e\u0301", "é")
		if typed == "end" { // the first of two
			got.Before, want.Before = "", ""
		}
		if got != want {
			t.Errorf("%q is shown as\n%+v, want\n%+v", typed, got, want)
		}
	}
}

var someDay = score.Inputs{Pace: 130, Today: time.Date(2027, 1, 2, 9, 0, 0, 0, time.UTC)}

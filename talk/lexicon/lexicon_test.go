package lexicon

import (
	"math"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// words returns the tokens as words, a bar before each that begins a sentence.
func words(text string, tokens []Token) string {
	var b strings.Builder
	for _, t := range tokens {
		if t.First {
			b.WriteString("|")
		}
		b.WriteString(text[t.Start:t.End] + " ")
	}
	return strings.TrimSpace(b.String())
}

func TestTokens(t *testing.T) {
	for text, want := range map[string]string{
		"":                                 "",
		"One two. Three?":                  "|One two |Three",
		"Don’t stop, isn't it":             "|Don’t stop isn't it",
		`He said "Go." Then he went.`:      "|He said Go |Then he went",
		"e.g. this is one":                 "|e g this is one",
		"It costs 2,000. 60% of them":      "|It costs 2,000 |60% of them",
		"In 2010. Then we":                 "|In 2010 |Then we",
		"Yes (Laughter) it is. [pause] Go": "|Yes it is |Go",
		"Yes (he said) it is":              "|Yes he said it is",
		"♫ la la ♫ and on":                 "|and on",
		"The Narrator: once":               "|once",
		"The result: once":                 "|The result once",
		"“Nein”, sagte „Ürsel“. Über":      "|Nein sagte Ürsel |Über",
		"a (b":                             "|a b",
		"...":                              "",
	} {
		if got := words(text, For("en").Tokens(nil, text)); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestQuoted(t *testing.T) {
	text := `I say "you do" and “they do” and „wir tun“ it`
	var quoted []string
	for _, tok := range For("en").Tokens(nil, text) {
		if tok.Quoted {
			quoted = append(quoted, text[tok.Start:tok.End])
		}
	}
	if got := strings.Join(quoted, " "); got != "you do they do wir tun" {
		t.Errorf("quoted: %q", got)
	}
}

// FuzzTokens: any text gives words in order, inside the text and cut between
// signs, in bounded time.
func FuzzTokens(f *testing.F) {
	for _, s := range []string{"", "One. Two", "(Laughter", "[", "♫", "\xff\xfe", "a’b", "“a”", "2,0.0%", strings.Repeat("(A", 100), strings.Repeat("[", 100)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, lang := range []string{"en", "de"} {
			checkReading(t, For(lang), text)
		}
	})
}

// checkReading checks what holds for any text.
func checkReading(t *testing.T, l *Lexicon, text string) {
	t.Helper()
	tokens := l.Tokens(nil, text)
	end := int32(0)
	for i, tok := range tokens {
		if tok.Start < end || tok.End <= tok.Start || int(tok.End) > len(text) {
			t.Fatalf("token %d: %+v after %d in %q", i, tok, end, text)
		}
		if i == 0 && !tok.First {
			t.Fatalf("the first word begins no sentence: %q", text)
		}
		if word := text[tok.Start:tok.End]; utf8.ValidString(text) && !utf8.ValidString(word) {
			t.Fatalf("a sign is cut in %q", text)
		} else if l.Syllables(word) < 1 {
			t.Fatalf("%q has no syllable", word)
		}
		end = tok.End
	}
	matches := l.Matches(nil, tokens)
	last := int32(0)
	for _, m := range matches {
		if m.Start < last || m.End <= m.Start || int(m.End) > len(text) {
			t.Fatalf("%+v", m)
		}
		last = m.Start
	}
	c := l.Count(text, tokens, matches)
	if c.Words != len(tokens) || c.Sentences > c.Words || c.Nouns > c.Words {
		t.Fatalf("%+v", c)
	}
	var places [Signs]int
	for _, h := range l.Hits(nil, text, tokens, matches) {
		if h.End <= h.Start || int(h.End) > len(text) || int(h.Token) >= len(tokens) || tokens[h.Token].Start != h.Start {
			t.Fatalf("%+v in %q", h, text)
		}
		places[h.Sign]++
	}
	// What is counted is what can be pointed at.
	for sign, n := range map[Sign]int{
		Shells: c.Shells, Lived: c.Clocks, Eras: c.Eras, Did: c.Did, Smalls: c.Smalls, Ofs: c.Ofs, EmptyStarts: c.Starts,
		Relatings: c.Relatings, Paddings: c.Paddings, SortOfs: c.SortOfs, Hedges: c.Hedges, Thinkings: c.Thinkings,
	} {
		if places[sign] != n {
			t.Fatalf("sign %d: %d counted, %d places in %q", sign, n, places[sign], text)
		}
	}
	l.Sentence(text)
}

func TestMatches(t *testing.T) {
	text := "We're proud to announce it. Please follow us. I went to follow. Us too. A game-changer, in terms of doors."
	l := For("en")
	var got []string
	for _, m := range l.Matches(nil, l.Tokens(nil, text)) {
		got = append(got, m.Sort.String()+": "+text[m.Start:m.End])
	}
	want := []string{"pitch: proud to announce", "ask: follow us", "hype: game-changer", "padding: in terms of"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// Three times in a row is praise of somebody who won, and else a count.
func TestThreeTimesInARow(t *testing.T) {
	l := For("en")
	for text, want := range map[string]bool{
		"We won three times in a row.":                       true,
		"We won it three times in a row.":                    true,
		"Winner three times in a row":                        true,
		"An award three times in a row":                      true,
		"Nobody acted on it three times in a row.":           false,
		"The alarm rang three times in a row, and we slept.": false,
	} {
		got := slices.ContainsFunc(l.Matches(nil, l.Tokens(nil, text)), func(m Match) bool { return m.Sort == Brag })
		if got != want {
			t.Errorf("%q praises: %v", text, got)
		}
	}
}

func TestSentence(t *testing.T) {
	en := For("en")
	for heading, want := range map[string]bool{
		"Silence spends days that belong to somebody else": true,
		"Your mouth finds what your eyes forgive":          true,
		"Three sentences carry any bad news":               true,
		"Close the door and read your next one":            true,
		"Take one thing from the drawer":                   true,
		"Tonight is still the day you know":                true,
		"I ran out of breath at my grandfather's grave":    true,
		"What if they punish whoever brings bad news?":     true,
		"Nobody ever wished I had called later":            true,
		"Welcome":                                          false,
		"About me":                                         false,
		"Our awards and customers":                         false,
		"Company history":                                  false,
		"Next steps":                                       false,
		"The state of the union":                           false,
		"Cost savings for the year":                        false,
		"":                                                 false,
	} {
		if got := en.Sentence(heading); got != want {
			t.Errorf("%q: %v", heading, got)
		}
	}
	de := For("de")
	for heading, want := range map[string]bool{
		"Schweigen kostet andere ihre Tage": true,
		"Was tun, wenn es brennt?":          true,
		"Über uns":                          false,
		"Die Geschichte der Firma":          false,
	} {
		if got := de.Sentence(heading); got != want {
			t.Errorf("%q: %v", heading, got)
		}
	}
}

func TestAcronym(t *testing.T) {
	l := For("en")
	for text, want := range map[string]string{
		"The ROI is high":                   "ROI",
		"APIs and IoT and E2E":              "APIs IoT E2E",
		"NASA sent a TV to the UK, I am OK": "",
		"The ROI (what comes back) is high": "",
		"What comes back (ROI) is high":     "",
		"ROI means what comes back":         "",
		"SHOUTING, eBay, HTML5, McDonald":   "HTML5",
	} {
		var got []string
		for _, tok := range l.Tokens(nil, text) {
			if l.Acronym(text, tok) && !Explained(text, tok) {
				got = append(got, text[tok.Start:tok.End])
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: %q, want %q", text, s, want)
		}
	}
}

func TestGist(t *testing.T) {
	l := For("en")
	g := l.NewGist("The day you know is the cheapest day to say it.")
	for text, want := range map[string]int{
		"The day you know is the cheapest day to say it.":                                               1,
		"So say it on the day you know: that day is the cheapest one.":                                  1,
		"The day you know is the cheapest day. Say it. The day you know is the cheapest day to say it.": 2,
		"I know that day. It was cheap.":                                                                0,
		"":                                                                                              0,
	} {
		if got := len(g.Find(nil, text, l.Tokens(nil, text))); got != want {
			t.Errorf("%q: %d times, want %d", text, got, want)
		}
	}
}

func TestGuess(t *testing.T) {
	for text, want := range map[string]string{
		"The day you know is the cheapest day to say it.":      "en",
		"Am billigsten ist es an dem Tag, an dem du es weißt.": "de",
		"Le jour où vous le savez est le moins cher.":          "",
		"": "",
	} {
		if got := Guess(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestFor(t *testing.T) {
	for lang, want := range map[string]bool{"en": true, "EN_us": true, "de-AT": true, "fr": false, "": false, "english": false} {
		if got := For(lang) != nil; got != want {
			t.Errorf("%q: %v", lang, got)
		}
	}
}

// Every list of the folders is read, and none of them is empty.
func TestListsAreRead(t *testing.T) {
	for _, lang := range []string{"en", "de"} {
		for _, kind := range []string{"words", "phrases"} {
			entries, err := data.ReadDir(lang + "/" + kind)
			if err != nil || len(entries) < 5 {
				t.Fatalf("%s/%s: %d files, %v", lang, kind, len(entries), err)
			}
			for _, e := range entries {
				name := strings.TrimSuffix(e.Name(), ".txt")
				known := slices.ContainsFunc(classFiles, func(f struct {
					file  string
					class Class
				}) bool {
					return kind == "words" && f.file == name
				}) || slices.ContainsFunc(sortFiles, func(f struct {
					file string
					sort Sort
				}) bool {
					return kind == "phrases" && f.file == name
				})
				if !known {
					t.Errorf("nobody reads %s/%s/%s", lang, kind, e.Name())
				}
				text, err := data.ReadFile(lang + "/" + kind + "/" + e.Name())
				if err != nil || !strings.HasPrefix(string(text), "# ") || len(lines(lang+"/"+kind+"/"+e.Name())) == 0 {
					t.Errorf("%s/%s/%s has no comment or no words", lang, kind, e.Name())
				}
			}
		}
	}
}

func TestNouns(t *testing.T) {
	n := loadNouns("en")
	for word, want := range map[string]int{"table": 6, "Hammer": 7, "idea": 0, "children": 9, "aspects": 0, "went": -1, "the": -1, "zzz": -1, "": -1} {
		got := int(n.concrete(lower(nil, word)))
		if want < 0 && got >= 0 || want == 0 && got != 0 || want > 0 && got < want-2 {
			t.Errorf("%q: %d, want about %d", word, got, want)
		}
	}
	if count := strings.Count(englishNouns, " "); count < 50_000 {
		t.Errorf("only %d nouns", count)
	}
	if len(englishNouns) > placeMask {
		t.Errorf("%d bytes do not fit into a slot", len(englishNouns))
	}
}

func TestSyllables(t *testing.T) {
	for word, want := range map[string]int{"cat": 1, "table": 2, "named": 1, "wanted": 2, "idea": 2, "hides": 1, "opportunity": 5, "home": 1, "house": 1, "yellow": 2} {
		if got := (anglo{}).syllables(word); got != want {
			t.Errorf("%q: %d, want %d", word, got, want)
		}
	}
}

// The signs of a text are those that the reference implementation of the
// definition, with WordNet's full morphology, finds in the same text.
func TestSignsAgreeWithTheReference(t *testing.T) {
	text, err := os.ReadFile("testdata/spoken.txt")
	if err != nil {
		t.Fatal(err)
	}
	l := For("en")
	var c Counts
	for p := range strings.SplitSeq(string(text), "\n\n") {
		tokens := l.Tokens(nil, p)
		c.Add(l.Count(p, tokens, l.Matches(nil, tokens)))
	}
	for _, sign := range []struct {
		name              string
		got, want, margin float64
	}{
		{"words", float64(c.Words), 1145.00000, 2},
		{"concrete", float64(c.Concrete) / float64(9*c.Nouns), 0.39471, 0.015},
		{"long and vague", c.Per100(c.LongVague) / 9, 1.04186, 0.15},
		{"shells", c.Per100(c.Shells), 1.57205, 0.08},
		{"clock", c.Per100(c.Clocks), 3.14410, 0.005},
		{"era", c.Per100(c.Eras), 0.34934, 0.005},
		{"did", c.Per100(c.Did), 2.88210, 0.08},
		{"small counts", c.Per100(c.Smalls), 2.70742, 0.005},
		{"of", c.Per100(c.Ofs), 1.57205, 0.005},
		{"sentence length", float64(c.LogLength) / 1e6 / float64(c.Sentences), 2.09117, 0.005},
		{"starts", float64(c.Starts) / float64(c.Sentences), 0.08850, 0.001},
		{"relating", c.Per100(c.Relatings), 0.69869, 0.005},
		{"padding", math.Sqrt(c.Per100(c.Paddings)), 0.66082, 0.005},
		{"sort of", math.Sqrt(c.Per100(c.SortOfs)), 0.51187, 0.005},
		{"hedges", math.Sqrt(c.Per100(c.Hedges)), 0.72389, 0.005},
		{"thinking", c.Per100(c.Thinkings), 0.61135, 0.005},
	} {
		if math.Abs(sign.got-sign.want) > sign.margin {
			t.Errorf("%s is %.4f, the reference has %.4f", sign.name, sign.got, sign.want)
		}
	}
}

func BenchmarkCount(b *testing.B) {
	text, err := os.ReadFile("testdata/spoken.txt")
	if err != nil {
		b.Fatal(err)
	}
	l, s := For("en"), string(text)
	var tokens []Token
	var matches []Match
	words := 0
	for b.Loop() {
		tokens = l.Tokens(tokens[:0], s)
		matches = l.Matches(matches[:0], tokens)
		words += l.Count(s, tokens, matches).Words
	}
	b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		load("en")
	}
}

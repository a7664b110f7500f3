package lexicon

import (
	"math"
	"os"
	"slices"
	"strings"
	"testing"
)

func TestGermanTokens(t *testing.T) {
	for text, want := range map[string]string{
		"Wir fahren am 3. Mai. Dann ist Ruhe.":        "|Wir fahren am 3 Mai |Dann ist Ruhe",
		"Im 19. Jahrhundert war das so. Heute nicht.": "|Im 19 Jahrhundert war das so |Heute nicht",
		"Es waren 3. Alle gingen.":                    "|Es waren 3 |Alle gingen",
		"Tiere, z. B. Hunde, bellen. Katzen nicht.":   "|Tiere z B Hunde bellen |Katzen nicht",
		"Dr. Amsel kam, bzw. Frau Amsel. Er blieb.":   "|Dr Amsel kam bzw Frau Amsel |Er blieb",
		"„Kommst du?“ „Nein.“ Sie ging.":              "|Kommst du |Nein |Sie ging",
		"»Komm!« Er kam. ›Gut.‹ Ende":                 "|Komm |Er kam |Gut |Ende",
		"Über Öl und Äpfel. Übrigens: ja":             "|Über Öl und Äpfel |Übrigens ja",
		"Das geht's. (Lachen) Weiter [Pause] so":      "|Das geht's |Weiter so",
		"Nr. 5 lebt. J. Amsel auch. Ich. Du":          "|Nr 5 lebt |J Amsel auch |Ich |Du",
	} {
		if got := words(text, For("de").Tokens(nil, text)); got != want {
			t.Errorf("%q:\n got %q\nwant %q", text, got, want)
		}
	}
}

func TestGermanQuoted(t *testing.T) {
	text := `Er rief „komm her“ und »lauf weg« und "bleib da" noch`
	var quoted []string
	for _, tok := range For("de").Tokens(nil, text) {
		if tok.Quoted {
			quoted = append(quoted, text[tok.Start:tok.End])
		}
	}
	if got := strings.Join(quoted, " "); got != "komm her lauf weg bleib da" {
		t.Errorf("quoted: %q", got)
	}
}

func TestGermanSyllables(t *testing.T) {
	for word, want := range map[string]int{
		"Haus": 1, "Bäume": 2, "Leute": 2, "Quelle": 2, "Theater": 3, "Möglichkeit": 3, "Überraschung": 4,
		"Liebe": 2, "See": 1, "Zusammenarbeit": 5, "Straße": 2, "ja": 1, "Psychologie": 4, "zzz": 1,
	} {
		if got := For("de").Syllables(word); got != want {
			t.Errorf("%q: %d, want %d", word, got, want)
		}
	}
}

// hits returns the words at which a text has a sign.
func hits(l *Lexicon, text string, sign Sign) string {
	tokens := l.Tokens(nil, text)
	var out []string
	for _, h := range l.Hits(nil, text, tokens, l.Matches(nil, tokens)) {
		if h.Sign == sign {
			out = append(out, text[h.Start:h.End])
		}
	}
	return strings.Join(out, " ")
}

func TestGermanSigns(t *testing.T) {
	l := For("de")
	for _, test := range []struct {
		sign       Sign
		text, want string
	}{
		{Did, "Gestern ging ich heim, und wir kochten Suppe.", "ging kochten"},
		{Did, "Ich habe den Brief dreimal gelesen und dann verbrannt.", "gelesen"},
		{Did, "Wir sind am Montag losgefahren.", "losgefahren"},
		{Did, "Ich möchte arbeiten, wir warten, ich heute nicht, der Stand, wir Leute.", ""},
		{Did, "Ich habe zu verstehen gegeben, was gilt.", "gegeben"},
		{Did, "Er ging, sie sagten nichts.", ""},
		{Lived, "Am Montag, eine Woche später, abends um acht.", "Montag Woche abends"},
		{Eras, "Im letzten Jahrhundert und in der Zukunft.", "Jahrhundert Zukunft"},
		{Smalls, "Zwei Hunde und zwölf Katzen, ein Haus.", "Zwei zwölf"},
		{Shells, "Der Aspekt ist ein Weg. Geh weg. Wir fragen nach dem Ziel.", "Aspekt Weg Ziel"},
		{EmptyStarts, "Es regnet. Das ist gut. Das Haus steht. Diese Stadt wächst.", "Es Das"},
		{Relatings, "Zwischen beiden liegt ein anderer Ort.", "Zwischen beiden anderer"},
		{Paddings, "Im Rahmen der Feier und im Hinblick auf morgen.", "Im Rahmen der im Hinblick auf"},
		{SortOfs, "Das war eine Art Tisch.", "eine Art"},
		{Hedges, "Vielleicht war es fast sechs.", "Vielleicht fast"},
		{Thinkings, "Ich glaube, wissen Sie, wir verstehen das.", "glaube verstehen"},
		{Ofs, "Das Ende von der Geschichte von uns.", ""},
		{Things, "Der Tisch und die Idee.", ""},
		{Ideas, "Die Verantwortung für die Gestaltung, die Zeitung, die Wohnungen, der Sprung, die Übung.", "Verantwortung Gestaltung"},
	} {
		if got := hits(l, test.text, test.sign); got != test.want {
			t.Errorf("%q has %q, want %q", test.text, got, test.want)
		}
	}
	var unread []Sign
	for s := range Sign(Signs) {
		if !l.Reads(s) {
			unread = append(unread, s)
		}
	}
	if want := []Sign{Things, Ideas, Ofs}; !slices.Equal(unread, want) {
		t.Errorf("unread are %v, want %v", unread, want)
	}
}

// A told text and one from an office differ in every sign that German has.
func TestGermanTextsDiffer(t *testing.T) {
	read := func(file string) Counts {
		text, err := os.ReadFile("testdata/" + file)
		if err != nil {
			t.Fatal(err)
		}
		l := For("de")
		if got := Guess(string(text)); got != "de" {
			t.Errorf("%s is taken for %q", file, got)
		}
		var c Counts
		for p := range strings.SplitSeq(string(text), "\n\n") {
			tokens := l.Tokens(nil, p)
			c.Add(l.Count(p, tokens, l.Matches(nil, tokens)))
		}
		return c
	}
	told, office := read("erzaehlt.txt"), read("amtlich.txt")
	if told.Words < 250 || office.Words < 150 {
		t.Fatalf("%d and %d words", told.Words, office.Words)
	}
	length := func(c *Counts) float64 { return float64(c.LogLength) / 1e6 / float64(c.Sentences) }
	for _, sign := range []struct {
		name         string
		more, fewer  float64
		atLeastTimes float64
	}{
		{"did", told.Per100(told.Did), office.Per100(office.Did), 4},
		{"lived", told.Per100(told.Clocks), office.Per100(office.Clocks), 2},
		{"small counts", told.Per100(told.Smalls), office.Per100(office.Smalls), 2},
		{"shells", office.Per100(office.Shells), told.Per100(told.Shells), 4},
		{"relating", office.Per100(office.Relatings), told.Per100(told.Relatings), 2},
		{"padding", office.Per100(office.Paddings), told.Per100(told.Paddings), 4},
		{"hedges", office.Per100(office.Hedges), told.Per100(told.Hedges), 2},
		{"empty starts", office.Per100(office.Starts), told.Per100(told.Starts), 1.5},
		{"sentence length", math.Exp(length(&office)), math.Exp(length(&told)), 1.8},
	} {
		if sign.more < sign.atLeastTimes*sign.fewer || sign.more == 0 {
			t.Errorf("%s: %.2f and %.2f", sign.name, sign.more, sign.fewer)
		}
	}
}

func TestGermanHeadings(t *testing.T) {
	l := For("de")
	for heading, want := range map[string]bool{
		"Wer schweigt, zahlt doppelt":         true,
		"Ein Satz am Montag kostet nichts":    true,
		"Ich ging ohne Karte los":             true,
		"Am Ende bleibt ein Satz":             true,
		"Der Stand der Dinge":                 false,
		"Unsere Kosten im Überblick":          false,
		"Alle Termine der Woche":              false,
		"Über mich und meine Firma":           false,
		"Ziele und Maßnahmen für das Jahr":    false,
		"Was wir am Montag anders machen":     true,
		"Die Folgen und die Lage der Branche": false,
	} {
		if got := l.Sentence(heading); got != want {
			t.Errorf("%q: %v", heading, got)
		}
	}
}

package palette

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// bracketed writes a text with the letters that a term found in [ ].
func bracketed(s, term string) string {
	at := new(matcher).places(newText(s), foldAll(term))
	if at == nil {
		return ""
	}
	var b strings.Builder
	for i, r := range []rune(s) {
		if len(at) > 0 && at[0] == i {
			b.WriteString("[" + string(r) + "]")
			at = at[1:]
		} else {
			b.WriteRune(r)
		}
	}
	return strings.ReplaceAll(b.String(), "][", "")
}

func TestMatch_FindsTheBestWay(t *testing.T) {
	for _, c := range []struct{ text, term, want string }{
		{"Save as…", "save", "[Save] as…"},
		{"Export slides: Marp…", "es", "[E]xport [s]lides: Marp…"},
		{"Export slides: Marp…", "exmarp", "[Ex]port slides: [Marp]…"},
		{"As the desktop", "desk", "As the [desk]top"},
		{"Asides and a side", "side", "Asides and a [side]"}, // a word's beginning is better
		{"Aside, and sides", "side", "Aside, and [side]s"},
		{"a long story about rest", "st", "a long [st]ory about rest"},
		{"crash-test.md", "ct", "[c]rash-[t]est.md"},
		{"myCrashTest", "ct", "my[C]rash[T]est"},
		{"talk2027", "2", "talk[2]027"},
		{"Ünder Öl", "uo", "[Ü]nder [Ö]l"},
		{"Ünder Öl", "öl", "Ünder [Öl]"},
		{"Straße", "STRA", "[Stra]ße"},
		{"Cafe", "cafe\u0301", "[Cafe]"},
		{"日本語のトーク", "のト", "日本語[のト]ーク"},
		{"Save", "savee", ""},
		{"Save", "vs", ""},
		{"", "a", ""},
		{"Save", "", ""},
		{"a" + strings.Repeat(" ", 150) + "z", "az", ""}, // the gap costs more than two letters
		{strings.Repeat("x", 300) + "z", "z", ""},        // not looked at
	} {
		if got := bracketed(c.text, c.term); got != c.want {
			t.Errorf("%q in %q: %q, want %q", c.term, c.text, got, c.want)
		}
	}
}

func pointsOf(s, term string) int { return new(matcher).points(newText(s), foldAll(term)) }

// Each text is better than the next one: what begins with the term, then where a
// word does, then initials, then the middle of a word.
func TestMatch_Ranks(t *testing.T) {
	for term, texts := range map[string][]string{
		"dra":  {"Draft", "A draft", "Do run again", "Hydra"},
		"save": {"Save", "To save", "Say a vow early", "Unsaved", "Not as vast as these"},
		"sa":   {"Save as", "Move section at", "Ask Ada"},
		"ms":   {"Move section up", "Mended last", "Terms"},
		"new":  {"New talk", "What is new", "No end of words", "Renewal"},
	} {
		for i := 1; i < len(texts); i++ {
			better := pointsOf(texts[i-1], term)
			worse := pointsOf(texts[i], term)
			if better <= worse {
				t.Errorf("%q: %q has %d points, and %q has %d", term, texts[i-1], better, texts[i], worse)
			}
		}
	}
}

// More letters typed and found never make a text worse.
func TestMatch_MoreIsMore(t *testing.T) {
	for _, title := range []string{"Move section down", "Export slides: Deckset…", "Take these times as the plan"} {
		before := 0
		for n := range utf8.RuneCountInString(title) {
			term := foldAll(string([]rune(title)[:n+1]))
			points, at := pointsOf(title, string(term)), new(matcher).places(newText(title), term)
			if points <= before || len(at) != n+1 || at[n] != n {
				t.Errorf("%q of %q has %d points at %v, after %d", string(term), title, points, at, before)
			}
			before = points
		}
	}
}

// The best way that is found is the best of all ways there are.
func TestMatch_AgainstAllWays(t *testing.T) {
	for _, title := range []string{"aab ab aBab", "ab-aab bab", "bba aBb ab", "a b a b ab"} {
		for _, term := range []string{"a", "ab", "aab", "bab", "abab", "bb"} {
			got := pointsOf(title, term)
			if want := best(newText(title), foldAll(term), 0, -1, 0); got != max(want, 0) {
				t.Errorf("%q in %q: %d points, want %d", term, title, got, want)
			}
		}
	}
}

// best tries all ways: the points of the rest of a term, with the letter before
// it at last in a run that began with the bonus run.
func best(t text, term []rune, from, last, run int) int {
	if len(term) == 0 {
		return 0
	}
	most := -1 << 20
	for j := from; j < len(t.letters); j++ {
		if t.letters[j] != term[0] {
			continue
		}
		bonus := int(t.bonus[j])
		points, next := pointsLetter+bonus, bonus
		switch {
		case last < 0:
			points = pointsLetter + firstTimes*bonus
		case j == last+1:
			next = max(run, bonus)
			points = pointsLetter + max(next, pointsNext)
		default:
			points -= costGap + costGapMore*(j-last-2)
		}
		most = max(most, points+best(t, term[1:], j+1, j, next))
	}
	return most
}

func FuzzMatch(f *testing.F) {
	f.Add("Move section up", "msu")
	f.Add("Ünder Öl\xff", "öl")
	f.Add(strings.Repeat("ab", 200), "bbbb")
	f.Fuzz(func(t *testing.T, title, query string) {
		made, term := newText(title), foldAll(query)
		if len(term) > 40 {
			return
		}
		points, at := new(matcher).points(made, term), new(matcher).places(made, term)
		if (points > 0) != (at != nil) || at != nil && len(at) != len(term) {
			t.Fatalf("%d points for %v", points, at)
		}
		for i, j := range at {
			if made.letters[j] != term[i] || i > 0 && j <= at[i-1] {
				t.Fatalf("%q in %q at %v", query, title, at)
			}
		}
	})
}

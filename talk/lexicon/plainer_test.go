package lexicon

import (
	"slices"
	"testing"
)

// Whoever is told that a phrase sells, praises or presses is told a plainer way
// in the same breath.
func TestEverySuchPhraseHasAPlainerWay(t *testing.T) {
	sorts := []Sort{Bio, Pitch, Brag, Hype, Pressure, Objection, Insider}
	for _, lang := range []string{"en", "de"} {
		l := For(lang)
		found := map[Sort]int{}
		for i := range l.words {
			for _, p := range l.words[i].phrases {
				if slices.Contains(sorts, p.sort) {
					found[p.sort]++
					if l.plain[p.plain] == "" {
						t.Errorf("%s: a phrase of %v has none", lang, p.sort)
					}
				}
			}
		}
		for _, s := range sorts {
			if found[s] < 8 {
				t.Errorf("%s: only %d phrases of %v", lang, found[s], s)
			}
		}
	}
}

func TestPlainer(t *testing.T) {
	for lang, test := range map[string][2]string{
		"en": {"This is state-of-the-art.", "as good as any I know"},
		"de": {"Das ist ein Paradigmenwechsel.", "jetzt … man, statt zu …"},
	} {
		l := For(lang)
		tokens := l.Tokens(nil, test[0])
		m := l.Matches(nil, tokens)
		if len(m) != 1 || l.Plainer(m[0]) != test[1] {
			t.Errorf("%s: %v", lang, m)
		}
	}
	l := For("en")
	if m := l.Matches(nil, l.Tokens(nil, "Can everybody hear me?")); len(m) != 1 || l.Plainer(m[0]) != "" {
		t.Errorf("an announcement has no plainer way: %v", m)
	}
}

// Most of a message in other words is nearly it; all of it, or a few words of it,
// is not.
func TestFindNearly(t *testing.T) {
	l := For("en")
	g := l.NewGist("Look at it for one minute before you throw it away.")
	for text, want := range map[string]string{
		"Look at it for one minute before you throw it away.":             "",
		"Give it one minute and look, then throw it.":                     "minute and look, then throw",
		"We went home. Throw nothing away within one minute! We slept.":   "Throw nothing away within one minute",
		"One minute is a long time.":                                      "",
		`She said: "Give it one minute and look, then throw it." I went.`: "",
		"You look at the hall, and at all the people who came here tonight in spite of the rain, and for one long minute, for the length of a song, nobody throws anything at anybody.": "",
	} {
		tokens := l.Tokens(nil, text)
		got := ""
		for _, n := range g.FindNearly(nil, text, tokens) {
			got += text[tokens[n.First].Start:tokens[n.Last].End]
		}
		if got != want {
			t.Errorf("%q: nearly %q, want %q", text, got, want)
		}
	}
	short := l.NewGist("Mend it.")
	if n := short.FindNearly(nil, "You mend things.", l.Tokens(nil, "You mend things.")); len(n) > 0 {
		t.Error("of a short message something is nearly said")
	}
}

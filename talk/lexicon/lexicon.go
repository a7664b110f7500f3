// Package lexicon reads what a text is like: its sentences and words with their
// places, phrases of a sort (a pitch, an apology, a way to do something), short
// forms, and the fourteen signs of a text that is easy on the ear.
//
// What it knows of a language stands in that language's folder: words and
// phrases in small files, written by hand, with a comment that says what they
// are. It reads and counts; what a count is worth is package score's business.
package lexicon

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"
)

// Class is a set of word classes, one bit each.
type Class uint32

// The classes of words. A word can be in several.
const (
	Clock        Class = 1 << iota // a time that was lived: day, Monday, minute
	Era                            // a time that nobody lived through: century, age
	Small                          // a small count in words: two, forty
	Shell                          // a noun whose content stands elsewhere: aspect, issue
	Person                         // a word for people
	Relating                       // relates two things: between, other, whether
	Thinking                       // a verb of thinking about something
	Hedge                          // takes back a part of what is said
	OfBefore                       // "of" after it belongs to a set phrase: one of
	Starter                        // an empty beginning of a sentence: it, there, this
	PastForm                       // an irregular past tense
	NotPast                        // ends in -ed and is no past tense
	BeHave                         // a form of be or have
	Determiner                     // announces a noun
	Preposition                    // as its name says
	Auxiliary                      // makes a heading a sentence
	Clause                         // makes a heading a sentence when it stands inside
	Function                       // carries no content
	Known                          // a short form that everybody says
	You                            // speaks to the listeners
	Polite                         // does so with a capital letter that the sentence does not ask for
	Abbreviation                   // its full stop ends no sentence
	Self                           // speaks of the speaker
	Thing                          // names something to see, though its form is an idea's
)

// Sort is what a phrase is a sign of. Those named like a kind of item suggest
// that kind.
type Sort uint8

// The sorts of phrases.
const (
	NoSort Sort = iota
	Bio
	Pitch
	Ask
	Brag
	Hype
	Pressure  // leaves no choice
	Objection // argues a doubt away that nobody has had yet
	Apology
	Housekeeping
	Agenda // tells what will be told
	Example
	HowTo
	Evidence
	Demo
	Doing      // the audience is told what it can do
	Imperative // the same as an order; counts where its sentence begins
	Insider    // office words
	Padding    // could go, or could be one word
	SortOf     // blurs the noun behind it

	AgendaTitle // the same as an agenda; counts where it is a whole title or line
	Safe        // makes a promise that cannot be broken
	sorts
)

// Sorts is how many sorts there are, none among them.
const Sorts = int(sorts)

// classFiles and sortFiles say which file of a language's folder holds what.
var (
	classFiles = []struct {
		file  string
		class Class
	}{
		{"clock", Clock}, {"era", Era}, {"counts", Small}, {"shell", Shell}, {"people", Person},
		{"relating", Relating}, {"thinking", Thinking}, {"hedges", Hedge}, {"of-before", OfBefore},
		{"starts", Starter}, {"past", PastForm}, {"not-past", NotPast}, {"be-have", BeHave},
		{"determiners", Determiner}, {"prepositions", Preposition}, {"auxiliaries", Auxiliary},
		{"clause", Clause}, {"function", Function}, {"known-acronyms", Known},
		{"you", You}, {"polite", Polite}, {"abbreviations", Abbreviation}, {"things", Thing}, {"self", Self},
	}
	sortFiles = []struct {
		file string
		sort Sort
	}{
		{"bio", Bio}, {"pitch", Pitch}, {"ask", Ask}, {"brag", Brag}, {"hype", Hype},
		{"pressure", Pressure}, {"objection", Objection}, {"apology", Apology}, {"housekeeping", Housekeeping}, {"agenda", Agenda},
		{"example", Example}, {"howto", HowTo}, {"evidence", Evidence},
		{"demo", Demo}, {"doing", Doing}, {"imperative", Imperative}, {"insider", Insider}, {"padding", Padding}, {"sort-of", SortOf},
		{"agenda-title", AgendaTitle}, {"safe", Safe},
	}
)

//go:embed en/words en/phrases de/words de/phrases
var data embed.FS

// Lexicon is what is known of one language. It never changes, so any number of
// goroutines can read it.
type Lexicon struct {
	lang   string
	tongue tongue
	index  wordTable // numbers the words of the lists
	words  []word
	plain  []string // plainer ways to say phrases; the first is none
	nouns  nounTable
}

// word is what the lists say of a word.
type word struct {
	class   Class
	phrases []phrase // the phrases that begin with it
}

// phrase is the words that follow a phrase's first one.
type phrase struct {
	sort  Sort
	plain int32 // its place in plain
	rest  []int32
}

// The lexicons are read from their files when they are first asked for.
var (
	english = sync.OnceValue(func() *Lexicon { return load("en") })
	german  = sync.OnceValue(func() *Lexicon { return load("de") })
)

// For returns the lexicon of a language, named as in "en", "de" or "de-AT". It
// returns nil for a language that it does not know.
func For(lang string) *Lexicon {
	base, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(lang, "_", "-")), "-")
	switch strings.TrimSpace(base) {
	case "en":
		return english()
	case "de":
		return german()
	}
	return nil
}

// Lang returns the language, such as "en".
func (l *Lexicon) Lang() string { return l.lang }

// load reads the language's folder. Its files are part of the program, and a
// test reads them all, so a file that is not there is a language without that
// list.
func load(lang string) *Lexicon {
	l := &Lexicon{lang: lang, tongue: tongueOf(lang), plain: []string{""}}
	for _, f := range classFiles {
		for _, line := range lines(path.Join(lang, "words", f.file+".txt")) {
			for _, w := range strings.Fields(line) {
				l.add(w).class |= f.class
				if f.class == Shell {
					for _, form := range l.tongue.forms(w) {
						l.add(form).class |= f.class
					}
				}
			}
		}
	}
	for _, f := range sortFiles {
		for _, line := range lines(path.Join(lang, "phrases", f.file+".txt")) {
			line, plain, _ := strings.Cut(line, " = ")
			words := strings.Fields(line)
			p := phrase{sort: f.sort, plain: l.addPlain(plain)}
			for _, w := range words[1:] {
				l.add(w)
				p.rest = append(p.rest, l.index.add(w))
			}
			first := l.add(words[0])
			first.phrases = append(first.phrases, p)
		}
	}
	l.nouns = loadNouns(lang)
	return l
}

// add returns the entry of a word, a new one if need be. The pointer is good
// until the next call.
func (l *Lexicon) add(w string) *word {
	i := l.index.add(w)
	if int(i) == len(l.words) {
		l.words = append(l.words, word{})
	}
	return &l.words[i]
}

// addPlain keeps a plainer way to say a phrase. Neighbours in a list often share
// one.
func (l *Lexicon) addPlain(s string) int32 {
	last := len(l.plain) - 1
	switch s {
	case "":
		return 0
	case l.plain[last]:
		return int32(last)
	}
	l.plain = append(l.plain, s)
	return int32(last + 1)
}

// lines returns the lines of an embedded file without comments and empty ones.
func lines(name string) []string {
	text, err := fs.ReadFile(data, name)
	if err != nil {
		return nil
	}
	var out []string
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

// Guess returns the language that a text is most likely written in: the one of
// "en" and "de" of which more than one word in six is a function word, or "".
// It reads two hundred words, which decide as well as all of them.
func Guess(text string) string {
	const enough = 200
	best, most, words := "", 0, 0
	for _, lang := range []string{"en", "de"} {
		l := For(lang)
		var buf [64]byte
		hits, n := 0, 0
		for rest := text; n < enough; n++ {
			start, end := nextWord(rest)
			if start == end {
				break
			}
			if i, ok := l.index.find(lower(buf[:0], rest[start:end])); ok && l.words[i].class&Function != 0 {
				hits++
			}
			rest = rest[end:]
		}
		if hits > most {
			best, most, words = lang, hits, n
		}
	}
	if most*6 <= words {
		return ""
	}
	return best
}

// String names the sort as its file is named.
func (s Sort) String() string {
	for _, f := range sortFiles {
		if f.sort == s {
			return f.file
		}
	}
	return fmt.Sprintf("Sort(%d)", uint8(s))
}

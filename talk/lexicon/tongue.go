package lexicon

// tongue is what lists cannot say of a language.
type tongue interface {
	// name reports whether a word with a capital inside a sentence is a name.
	name(word string) bool
	// empty reports whether a sentence that begins with a Starter begins empty.
	empty(s *scan, i int) bool
	// did reports whether a word says what I or we did.
	did(s *scan, i int, class Class, word string) bool
	// youKnow reports whether a word of thinking is only said to the listeners.
	youKnow(s *scan, i int) bool
	// shell reports whether a word of the class Shell is one here.
	shell(t Token, word string, name bool) bool
	// of reports whether a preposition is the one that chains nouns.
	of(word string) bool
	// idea reports whether a word that no table has names an idea by its form.
	idea(t Token, class Class, word string) bool
	// syllables estimates how many syllables a word has.
	syllables(word string) int
	// forms returns the forms that a noun of the class Shell has beside its own.
	forms(noun string) []string
}

// tongueOf returns what lists cannot say of a language.
func tongueOf(lang string) tongue {
	if lang == "de" {
		return deutsch{}
	}
	return anglo{}
}

// Syllables estimates how many syllables a word has.
func (l *Lexicon) Syllables(word string) int { return l.tongue.syllables(word) }

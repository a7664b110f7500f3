package score

import (
	"strings"

	"talkgiver/talk/lexicon"
)

// What is no speech says nothing about how easy the speech is on the ear. Speech
// repeats a sentence for its effect, and it has short sentences; but it does not
// say one sentence over and over, and it is no list of single words.
const (
	oftenSaid    = 2  // the third time within one stretch, a sentence is stuffing
	stretch      = 12 // sentences
	fragment     = 2  // words: a sentence that is none
	mostInARow   = 5  // as many fragments can follow each other in speech
	fewSentences = 3  // below that there is nothing to repeat
)

// prose returns the words of a paragraph without those that only stuff it: the
// third and later time that a sentence comes within twelve, and runs of more
// than five sentences of one or two words. It returns the tokens themselves when
// there is nothing to leave out, which is so for nearly every paragraph.
func prose(text string, tokens []lexicon.Token) []lexicon.Token {
	sentences := 0
	for _, t := range tokens {
		if t.First {
			sentences++
		}
	}
	if sentences < fewSentences {
		return tokens
	}
	spans := make([]sentence, 0, sentences)
	for start := 0; start < len(tokens); {
		end := start + 1
		for end < len(tokens) && !tokens[end].First {
			end++
		}
		spans = append(spans, sentence{words: tokens[start:end]})
		start = end
	}
	left := 0
	for i := 0; i < len(spans); {
		end := i // of what is left out from here
		for end < len(spans) && len(spans[end].words) <= fragment {
			end++
		}
		if end-i <= mostInARow {
			end = i
			if stuffed(text, spans, i) {
				end++
			}
		}
		left += end - i
		for k := i; k < end; k++ {
			spans[k].out = true
		}
		i = max(end, i+1)
	}
	if left == 0 {
		return tokens
	}
	kept := make([]lexicon.Token, 0, len(tokens))
	for _, s := range spans {
		if !s.out {
			kept = append(kept, s.words...)
		}
	}
	return kept
}

// sentence is one of a paragraph.
type sentence struct {
	words []lexicon.Token
	out   bool // it only stuffs the paragraph
}

// stuffed reports whether a sentence has come twice shortly before.
func stuffed(text string, spans []sentence, at int) bool {
	n := 0
	for i := max(0, at-stretch); i < at; i++ {
		if same(text, spans[i].words, spans[at].words) {
			n++
		}
	}
	return n >= oftenSaid
}

// same reports whether two sentences have the same words.
func same(text string, a, b []lexicon.Token) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !strings.EqualFold(text[a[i].Start:a[i].End], text[b[i].Start:b[i].End]) {
			return false
		}
	}
	return true
}

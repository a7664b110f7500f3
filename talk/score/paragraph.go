package score

import (
	"strings"

	"talkgiver/talk/lexicon"
)

// paragraph is what has been read of a passage's text. It depends on that text
// and the language alone, so that a Scorer can keep it: no place in the file and
// nothing of the deal belongs here.
type paragraph struct {
	text    string
	tokens  []lexicon.Token
	matches []lexicon.Match
	counts  lexicon.Counts
	jargon  []jargonSign
	doing   bool // it tells the audience what it can do
	asks    bool // it asks for something for the speaker

	name string // see shortName; empty until it is asked for

	// Where the message is said, as token numbers, and which message that was.
	// The first message has number 1.
	message int
	said    []int
	nearly  []lexicon.Nearly // where most of it is said in other words
	unclear []unclear        // where it is hard on the ear
}

// jargonSign is a word of a paragraph that an audience may not know.
type jargonSign struct {
	word       string
	lower      string // by which the same word is known again
	start, end int32  // bytes of the text
	short      bool   // a short form; otherwise an insider word
	explained  bool
	plainer    string // what says the same; may be empty
}

// read reads the words of a text. The reader's tokens and matches are memory to
// work in.
func (p *paragraph) read(l *lexicon.Lexicon, text string, m *paragraphMemory) {
	p.text = text
	m.tokens = l.Tokens(m.tokens[:0], text)
	m.matches = l.Matches(m.matches[:0], m.tokens)
	p.tokens = append([]lexicon.Token(nil), m.tokens...)
	p.matches = append([]lexicon.Match(nil), m.matches...)
	speech, matches := prose(text, p.tokens), p.matches
	if len(speech) < len(p.tokens) {
		matches = l.Matches(nil, speech)
	}
	p.counts, m.hits = l.CountHits(m.hits[:0], text, speech, matches)
	if len(speech) < len(p.tokens) {
		m.hits = l.Hits(m.hits[:0], text, p.tokens, p.matches)
	}
	p.unclear = unclearOf(l, p, m.hits, &m.unclear, nil)
	for _, m := range matches {
		p.doing = p.doing || m.Sort == lexicon.Doing || m.Sort == lexicon.Imperative && speech[m.Token].First
		p.asks = p.asks || m.Sort == lexicon.Ask || m.Sort == lexicon.Pitch || m.Sort == lexicon.Pressure
	}
	for _, tok := range p.tokens {
		if tok.Capital && !tok.Quoted && l.Acronym(text, tok) {
			w := strings.TrimSuffix(text[tok.Start:tok.End], "s")
			p.jargon = append(p.jargon, jargonSign{w, strings.ToLower(w), tok.Start, tok.End, true, lexicon.Explained(text, tok), ""})
		}
	}
	for _, m := range p.matches {
		if m.Sort == lexicon.Insider && !m.Quoted {
			w := text[m.Start:m.End]
			p.jargon = append(p.jargon, jargonSign{w, strings.ToLower(w), m.Start, m.End, false, false, l.Plainer(m)})
		}
	}
}

// shortName is what the paragraph is called in a sentence: its first words.
func (p *paragraph) shortName() string {
	if p.name == "" {
		p.name = short(strings.Trim(p.text, "\"“”„«» "))
	}
	return p.name
}

// paragraphMemory is memory that is used for one paragraph after another.
type paragraphMemory struct {
	hits    []lexicon.Hit
	unclear unclearMemory
	tokens  []lexicon.Token
	matches []lexicon.Match
}

// find returns where the message with this number is said.
func (p *paragraph) find(message int, gist *lexicon.Gist) []int {
	if p.message != message {
		p.message = message
		p.said = gist.Find(p.said[:0], p.text, p.tokens)
		p.nearly = gist.FindNearly(p.nearly[:0], p.text, p.tokens)
	}
	return p.said
}

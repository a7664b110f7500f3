package score

import (
	"strings"
	"unicode"

	"talkgiver/talk"
	"talkgiver/talk/lexicon"
)

// What is written down only to be counted counts for nothing: a tag without
// anything behind it, a "gives:" line of a letter, the same line under every
// heading. These are the tests of substance.

// empty reports whether an item has nothing in it: nothing is said, and what is
// shown is fewer than three letters, no picture, code or table. It takes no time
// and is worth nothing, whatever its tags say.
func empty(it *talk.Item) bool { return it.Words == 0 && !hasLetters(it.Shown, 3) }

// copied reports whether everything that an item says or shows stood in the talk
// before, word for word. It counts as empty: saying it again may help, but it is
// worth nothing new. It remembers the item's paragraphs.
func (r *reading) copied(text *itemText) bool {
	if r.met == nil {
		r.met = make(map[*paragraph]bool)
	}
	copied := text.to > text.from
	for i := text.from; i < text.to; i++ {
		p := r.passages[i].paragraph
		copied = copied && r.met[p]
		r.met[p] = true
	}
	return copied
}

// hasLetters reports whether a block shows at least some letters, or something
// that is no text.
func hasLetters(b talk.Block, n int) bool {
	switch b := b.(type) {
	case *talk.ListItem:
		return anyHasLetters(b.Blocks, n)
	case *talk.List:
		for _, it := range b.Items {
			if anyHasLetters(it.Blocks, n) {
				return true
			}
		}
		return false
	case *talk.Quote:
		return anyHasLetters(b.Blocks, n)
	case *talk.Paragraph:
		return inlineLetters(b.Inlines, n)
	case *talk.Heading:
		return inlineLetters(b.Inlines, n)
	case *talk.Code:
		return letters(b.Text) >= n
	case *talk.Table:
		return letters(talk.BlockText(b)) >= 2*n
	}
	return false
}

func anyHasLetters(blocks []talk.Block, n int) bool {
	for _, b := range blocks {
		if hasLetters(b, n) {
			return true
		}
	}
	return false
}

func inlineLetters(inlines []talk.Inline, n int) bool {
	found := 0
	for _, in := range inlines {
		switch in := in.(type) {
		case *talk.Text:
			found += letters(in.Text)
		case *talk.Emphasis:
			found += letters(talk.PlainText(in.Children))
		case *talk.Anchor:
			found += letters(talk.PlainText(in.Children))
		case *talk.CodeSpan:
			found += letters(in.Text)
		case *talk.Image:
			return true
		}
	}
	return found >= n
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// takesHome reports whether a "gives:" line says something: two words and eight
// letters at least, and no line that stands under an earlier heading too.
func (r *reading) takesHome(s *talk.Section) bool {
	text := s.Gives.Text
	if talk.CountWords(text) < 2 || letters(text) < 8 {
		return false
	}
	for _, before := range r.sections {
		if strings.EqualFold(before.Gives.Text, text) {
			return false
		}
	}
	return true
}

// claims reports whether a heading says something that no earlier one says.
func (r *reading) claims(s *talk.Section) bool {
	if !r.title(s).sentence {
		return false
	}
	for _, before := range r.sections {
		if strings.EqualFold(before.Title, s.Title) {
			return false
		}
	}
	return true
}

// speaksOfItself reports whether an item's words bear out that it is first-hand:
// somebody in it says I or we. In a language that we cannot read the tag is taken
// at its word.
func (r *reading) speaksOfItself(text *itemText) bool {
	return r.lex == nil || r.says(text, lexicon.Self)
}

// says reports whether the speaker's own words in an item hold one of a class.
func (r *reading) says(text *itemText, class lexicon.Class) bool {
	for i := text.from; i < text.to; i++ {
		p := &r.passages[i]
		if p.quote || !p.said && text.words > 0 {
			continue
		}
		for _, tok := range p.tokens {
			if !tok.Quoted && r.lex.Class(tok)&class != 0 {
				return true
			}
		}
	}
	return false
}

// glance is how long a picture is looked at while somebody speaks of something
// else.
const glance = 5_000 // milliseconds

// turnsToThem reports whether the speaker's own words in an item speak to the
// listeners. German Sie is told from they by its capital letter alone.
func (r *reading) turnsToThem(text *itemText) bool {
	if r.says(text, lexicon.You) {
		return true
	}
	for i := text.from; i < text.to; i++ {
		p := &r.passages[i]
		if p.quote {
			continue
		}
		for _, tok := range p.tokens {
			if tok.Capital && !tok.First && !tok.Quoted && r.lex.Class(tok)&lexicon.Polite != 0 {
				return true
			}
		}
	}
	return false
}

// scripted reports whether the words of a slide fill at least half of its time:
// then what nothing is said to is read in passing, and is no more than that. In
// a talk of which a quarter is written out each slide with words counts so, since
// who writes that much writes what matters; else a thin script with a tagged line
// in each section would earn the minutes that the script leaves open.
func (r *reading) scripted(sl *talk.Slide, length int64) bool {
	words := sl.Words()
	return 2*r.readAloud(words) >= length || r.writtenOut && words > 0
}

// readAloud is how long words take, in milliseconds.
func (r *reading) readAloud(words int) int64 { return int64(words) * 60_000 / int64(r.timing.Pace) }

// retime gives the time of a slide's items, from an index of all items on, to
// those that have something in them. An empty one has none; on a scripted slide
// one without words has what it takes to read it. Kinds do not matter here, so
// that no kind can lend its time to another.
func (r *reading) retime(from int) {
	items := r.facts.items[from:]
	var lost, kept int64
	for i := range items {
		if it := &items[i]; it.empty || it.unspoken {
			lost += it.time - r.ownTime(from+i)
		} else {
			kept += it.time
		}
	}
	if lost == 0 || kept == 0 {
		return
	}
	var before, given int64
	for i := range items {
		it := &items[i]
		if it.empty || it.unspoken {
			it.time = r.ownTime(from + i)
			continue
		}
		before += it.time
		share := int64(part(Points(lost), before, kept)) - given
		given += share
		it.time += share
	}
}

// ownTime is the time of an item to which nothing is said.
func (r *reading) ownTime(item int) int64 {
	it := &r.facts.items[item]
	if it.empty {
		return 0
	}
	return min(it.time, max(glance, r.readAloud(shownWords(r.items[item].Shown))))
}

// shownWords returns how many words there are to read in a block, whatever it is: a
// table, code or a quote is read as a point of a list is.
func shownWords(b talk.Block) int {
	entry, ok := b.(*talk.ListItem)
	if !ok {
		return talk.CountWords(talk.BlockText(b))
	}
	words := 0
	for _, b := range entry.Blocks {
		words += shownWords(b)
	}
	return words
}

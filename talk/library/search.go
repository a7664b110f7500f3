package library

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Found is where a talk has what was looked for.
type Found int

// The places, the best first.
const (
	FoundTitle  Found = iota // all words are in the title
	FoundHead                // in title, event and file name
	FoundText                // some are in the text, at the beginning of a word
	FoundInside              // some are in the text, inside other words
)

// Hit is a talk that a search found.
type Hit struct {
	Entry
	Found Found

	text     string
	from, to int // in the folded text
}

// Search returns the talks that have all words of a query, those with the words
// in the title first, else in the order of the list. Case and accents do not
// matter; words in quotes belong together. An empty query finds nothing. A
// search whose context ends returns what it has so far. It may run beside others.
func (t *Talks) Search(ctx context.Context, typed string) []Hit {
	q := parseQuery(typed)
	if len(q) == 0 {
		return nil
	}
	var hits []Hit
	for i := range t.Entries {
		if ctx.Err() != nil {
			break
		}
		if hit, ok := q.search(t.records[i]); ok {
			hit.Entry = t.Entries[i]
			hits = append(hits, hit)
		}
	}
	slices.SortStableFunc(hits, func(a, b Hit) int { return cmp.Compare(a.Found, b.Found) })
	return hits
}

// search looks for the query in one talk.
func (q query) search(r *record) (Hit, bool) {
	hit := Hit{text: r.text}
	for _, t := range q {
		if from, _, _ := t.in(r.title); from >= 0 {
			continue
		}
		if from, _, _ := t.in(r.head); from >= 0 {
			hit.Found = max(hit.Found, FoundHead)
			continue
		}
		from, to, atWord := t.in(r.folded)
		if from < 0 {
			return Hit{}, false
		}
		if hit.Found < FoundText { // the first word that is not in the head is shown
			hit.from, hit.to = from, to
		}
		if atWord {
			hit.Found = max(hit.Found, FoundText)
		} else {
			hit.Found = FoundInside
		}
	}
	return hit, true
}

// Snippet is the passage of a talk in which something was found.
type Snippet struct {
	Before, Match, After string
	Line                 int // of the match in the file, from 1; 0 when it is not in the text
}

// Snippet returns the passage around what was found in the text; what was found
// in title, event or name has none.
func (h Hit) Snippet() Snippet {
	if h.Found < FoundText {
		return Snippet{}
	}
	from := unfold(h.text, h.from)
	from += len(h.text[from:]) - len(strings.TrimLeft(h.text[from:], " \t\r\n"))
	to := from + unfold(h.text[from:], h.to-h.from)
	for _, r := range h.text[to:] {
		if r < firstAccent || r > lastAccent { // they belong to the last letter
			break
		}
		to += utf8.RuneLen(r)
	}
	start, end := passage(h.text, from, to)
	return Snippet{
		Before: lastRunes(strings.TrimLeft(oneLine(h.text[start:from]), "#-*+>| "), snippetBefore),
		Match:  oneLine(h.text[from:to]),
		After:  firstRunes(strings.TrimRight(oneLine(h.text[to:end]), " "), snippetAfter),
		Line:   1 + strings.Count(h.text[:from], "\n"),
	}
}

// How much of a passage is returned around the match, in characters.
const (
	snippetBefore = 24
	snippetAfter  = 90
)

// passage returns the paragraph around a place, or as much of it as can be shown.
func passage(text string, from, to int) (start, end int) {
	const far = 4 * (snippetBefore + snippetAfter) // bytes
	start, end = lineStart(text, from), lineEnd(text, to)
	for start > 0 && from-start < far && !begins(text[start:]) {
		line := lineStart(text, start-1)
		if isBlank(text[line:start]) {
			break
		}
		start = line
	}
	for end < len(text) && end-to < far && !isBlank(firstLine(text[end+1:])) && !begins(text[end+1:]) {
		end = lineEnd(text, end+1)
	}
	return start, end
}

func lineStart(text string, at int) int { return 1 + strings.LastIndexByte(text[:at], '\n') }

func lineEnd(text string, at int) int { return at + len(firstLine(text[at:])) }

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}

// begins reports whether a line begins something of its own: a heading, an item,
// a row, a quote, a fence or a field.
func begins(line string) bool {
	line = strings.TrimLeft(firstLine(line), " \t")
	if line == "" || strings.ContainsRune("#-*+>|`~<", rune(line[0])) {
		return true
	}
	word, _, found := strings.Cut(line, ":")
	return found && !strings.ContainsAny(word, " \t")
}

// oneLine has one space for any white space, and nothing that is no text.
func oneLine(text string) string {
	var b strings.Builder
	space := false
	for _, r := range strings.ToValidUTF8(text, "\uFFFD") {
		if unicode.IsSpace(r) || unicode.IsControl(r) {
			space = true
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	if space {
		b.WriteByte(' ')
	}
	return b.String()
}

// lastRunes returns the end of a text, from a word's beginning if it is cut.
func lastRunes(text string, most int) string {
	n := utf8.RuneCountInString(text)
	if n <= most {
		return text
	}
	for range n - most {
		_, size := utf8.DecodeRuneInString(text)
		text = text[size:]
	}
	if space := strings.IndexByte(text, ' '); space >= 0 && space < len(text)-1 {
		text = text[space+1:]
	}
	return "…" + text
}

// firstRunes returns the beginning of a text.
func firstRunes(text string, most int) string {
	for i := range text {
		if most--; most < 0 {
			return text[:i] + "…"
		}
	}
	return text
}

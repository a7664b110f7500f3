package library

import (
	"strings"
	"unicode"

	"talkgiver/talk/markdown"
)

// Difference is a place where two versions of a talk are not the same.
type Difference struct {
	// Section is the title of the section that it is in, "" for the front
	// matter and what else stands before the first section.
	Section string
	// Old and New are whole lines; one may be empty.
	Old, New string
}

// Compare returns where a talk has become another one, in the order of the new
// version.
func Compare(before, after []byte) []Difference {
	a, b := splitLines(string(before)), splitLines(string(after))
	titlesA, titlesB := titles(before, len(a)), titles(after, len(b))
	var out []Difference
	for _, h := range diff(a, b) {
		d := Difference{Section: titlesA[h.a0], Old: lines(a[h.a0:h.a1]).text}
		if isBlank(d.Old) && h.b0 < h.b1 {
			d.Section = titlesB[h.b0]
		}
		// What is new goes by its own sections; its first line is what an old
		// one has become, also where that is a heading.
		for i := h.b0; i < h.b1; i++ {
			if i > h.b0 && titlesB[i] != titlesB[i-1] {
				out = appendUnlessBlank(out, d)
				d = Difference{Section: titlesB[i]}
			}
			d.New += b[i]
		}
		out = appendUnlessBlank(out, d)
	}
	return out
}

func appendUnlessBlank(out []Difference, d Difference) []Difference {
	if isBlank(d.Old) && isBlank(d.New) {
		return out
	}
	return append(out, d)
}

func isBlank(text string) bool { return strings.TrimSpace(text) == "" }

// titles returns for each of n lines the title of the section that it is in.
func titles(source []byte, n int) []string {
	t := markdown.Parse(source).Talk()
	out := make([]string, n+1)
	for i, s := range t.Sections {
		last := n + 1
		if i+1 < len(t.Sections) {
			last = t.Lines.Line(s.Span.End) - 1
		}
		for line := t.Lines.Line(s.Span.Start); line <= min(last, n+1); line++ {
			out[line-1] = s.Title
		}
	}
	return out
}

// Run is a part of a text that another version has too, or not.
type Run struct {
	Text string
	New  bool // the other version does not have it
}

// Runs splits two texts at the words that only one of them has.
func Runs(a, b string) (ofA, ofB []Run) {
	wordsA, wordsB := splitWords(a), splitWords(b)
	add := func(runs []Run, words []string, isNew bool) []Run {
		if text := strings.Join(words, ""); text != "" {
			runs = append(runs, Run{text, isNew})
		}
		return runs
	}
	atA, atB := 0, 0
	for _, h := range append(diff(wordsA, wordsB), hunk{len(wordsA), len(wordsA), len(wordsB), len(wordsB)}) {
		ofA = add(add(ofA, wordsA[atA:h.a0], false), wordsA[h.a0:h.a1], true)
		ofB = add(add(ofB, wordsB[atB:h.b0], false), wordsB[h.b0:h.b1], true)
		atA, atB = h.a1, h.b1
	}
	return ofA, ofB
}

// splitWords splits a text into words, each with the space behind it.
func splitWords(text string) []string {
	var out []string
	start, space := 0, false
	for i, r := range text {
		if isSpace := unicode.IsSpace(r); space && !isSpace {
			out, start = append(out, text[start:i]), i
			space = false
		} else {
			space = isSpace
		}
	}
	if start < len(text) {
		out = append(out, text[start:])
	}
	return out
}

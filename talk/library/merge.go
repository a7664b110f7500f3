package library

import (
	"bytes"
	"strings"
)

// Merged is what became of two versions of a talk that began as one.
type Merged struct{ parts []part }

// part is a piece of the merged file: a text, or what the two sides disagree
// about.
type part struct {
	text     string
	conflict *Conflict
}

// lines is a part of whole lines.
func lines(lines []string) part { return part{text: strings.Join(lines, "")} }

// Conflict is a place that both sides have changed, each in its own way. Its
// texts are whole lines; one is empty where a side has taken the lines away.
type Conflict struct {
	// Section is the title of the section, or "". Key is the key of the front
	// matter that it is about, or "".
	Section, Key       string
	Base, Ours, Theirs string
}

// Choice says which version stands where both sides have changed something.
type Choice int

// The choices of a conflict.
const (
	Ours Choice = iota
	Theirs
	Both // first ours, then theirs
)

// Merge merges two versions of a talk file that have a common ancestor. It
// works by what a talk is made of:
//
//   - Sections are found again by their words, wherever they went; added,
//     moved and removed ones are so in the result. Where both sides have
//     changed one, its title, its time and tags, its key lines and the lines of
//     its text are merged each for itself.
//   - The front matter is merged key by key, lists entry by entry, and the
//     links into them follow, as after-links follow their sections.
//
// What only one side has changed is as that side wrote it, byte for byte; what
// neither has, as it was. Nothing that a side has written is lost: where the
// two contradict each other, and where one has changed what the other took away,
// there is a Conflict.
//
// What is no talk, such as a broken front matter or noise, is merged line by
// line.
func Merge(base, ours, theirs []byte) Merged {
	switch {
	case bytes.Equal(base, theirs), bytes.Equal(ours, theirs):
		return Merged{[]part{{text: string(ours)}}}
	case bytes.Equal(base, ours):
		return Merged{[]part{{text: string(theirs)}}}
	}
	// A side that only changed how lines end, as git does for some, has not
	// changed the lines.
	ending := endingOf(base)
	wanted := three(ending, endingOf(ours), endingOf(theirs))
	if ending == "" || wanted == "" {
		ending, wanted = "", ""
	}
	parts := mergeTalks(base, withEnding(ours, ending), withEnding(theirs, ending))
	if wanted == ending {
		return Merged{parts}
	}
	for i := range parts {
		p := &parts[i]
		p.text = string(withEnding([]byte(p.text), wanted))
		if c := p.conflict; c != nil {
			c.Base, c.Ours, c.Theirs = string(withEnding([]byte(c.Base), wanted)), string(withEnding([]byte(c.Ours), wanted)), string(withEnding([]byte(c.Theirs), wanted))
		}
	}
	return Merged{parts}
}

// Conflicts returns where the two sides contradict each other, in the order of
// the file.
func (m Merged) Conflicts() []Conflict {
	var out []Conflict
	for _, p := range m.parts {
		if p.conflict != nil {
			out = append(out, *p.conflict)
		}
	}
	return out
}

// Bytes returns the merged file with the n-th conflict, from 0, as choose says;
// with a nil choose both versions stand there.
func (m Merged) Bytes(choose func(n int) Choice) []byte {
	var out bytes.Buffer
	n := 0
	for _, p := range m.parts {
		out.WriteString(p.text)
		if p.conflict == nil {
			continue
		}
		choice := Both
		if choose != nil {
			choice = choose(n)
		}
		if choice != Theirs {
			out.WriteString(p.conflict.Ours)
		}
		if choice != Ours {
			out.WriteString(p.conflict.Theirs)
		}
		n++
	}
	return out.Bytes()
}

// Marked returns the merged file with each conflict between the marks that git
// uses, and the line, from 1, on which each begins.
func (m Merged) Marked(ours, theirs string) ([]byte, []int) {
	var out bytes.Buffer
	var at []int
	nl := endingOf(m.Bytes(nil))
	if nl == "" {
		nl = "\n"
	}
	mark := func(text string) {
		if b := out.Bytes(); len(b) > 0 && b[len(b)-1] != '\n' && b[len(b)-1] != '\r' {
			out.WriteString(nl)
		}
		out.WriteString(text + nl)
	}
	for _, p := range m.parts {
		out.WriteString(p.text)
		if c := p.conflict; c != nil {
			start := out.Len()
			mark("<<<<<<< " + ours)
			at = append(at, 1+len(splitLines(string(out.Bytes()[:start]))))
			out.WriteString(c.Ours)
			mark("=======")
			out.WriteString(c.Theirs)
			mark(">>>>>>> " + theirs)
		}
	}
	return out.Bytes(), at
}

// three merges values of which each is one of its own: what one side changed
// wins, and ours where both did.
func three[T comparable](base, ours, theirs T) T {
	if ours == base {
		return theirs
	}
	return ours
}

// mergeText merges texts that are more than lines: what one side changed wins;
// where both did, ours and theirs are a conflict, unless they are the same.
func mergeText(base, ours, theirs string) []part {
	if ours == base || ours == theirs || theirs == base {
		return []part{{text: three(base, ours, theirs)}}
	}
	return disagree(splitLines(base), splitLines(ours), splitLines(theirs))
}

// mergeBody merges texts line by line.
func mergeBody(base, ours, theirs string) []part {
	if ours == base || ours == theirs || theirs == base {
		return []part{{text: three(base, ours, theirs)}}
	}
	return mergeLines(splitLines(base), splitLines(ours), splitLines(theirs))
}

// splitLines splits a text behind every line ending, as Markdown knows them.
func splitLines(text string) []string {
	var out []string
	for start := 0; start < len(text); {
		end := start + strings.IndexAny(text[start:], "\r\n") + 1
		switch {
		case end == start:
			end = len(text)
		case text[end-1] == '\r' && end < len(text) && text[end] == '\n':
			end++
		}
		out = append(out, text[start:end])
		start = end
	}
	return out
}

// endingOf returns the line ending of a text whose lines all end alike, else "".
func endingOf(text []byte) string {
	found := ""
	for _, line := range splitLines(string(text)) {
		nl := line[len(strings.TrimRight(line, "\r\n")):]
		if strings.HasSuffix(line, "\n") || strings.HasSuffix(line, "\r") {
			// A line is cut at its ending, so what is trimmed is one ending.
			if found != "" && nl != found {
				return ""
			}
			found = nl
		}
	}
	return found
}

// withEnding gives the lines of a text whose lines all end alike another
// ending. With "" it stays.
func withEnding(text []byte, ending string) []byte {
	own := endingOf(text)
	if own == "" || ending == "" || own == ending {
		return text
	}
	return []byte(strings.ReplaceAll(string(text), own, ending))
}

package markdown

import (
	"bytes"
	"context"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"talkgiver/talk"
)

// FromText makes a talk file of any text: prose, notes, an outline with tabs or
// bullets, an email. What has Markdown headings or a deal of its own is a talk
// already and stays as it is, byte for byte; only where every chapter has a #,
// they all become sections, with a # more.
//
// No word is lost, and all stay in their order, but for the greeting and the
// signature of an email: a last section has them, which is left out. A marker such as "•" or "1."
// becomes that of Markdown. A section begins at what looks like a heading; where
// there is none, at the top entries of a nested outline, at wide gaps, or else
// after every few paragraphs, and then has the words for its title that it begins
// with. What would be structure by accident, such as a line of hyphens below a
// sentence, is escaped.
//
// The lines above an email's text, such as From and Date, become a comment, and its
// subject the title, where the text has none.
func FromText(text string) []byte { return FromTextUntil(context.Background(), text) }

// FromTextUntil is FromText until the context ends: then there is no talk, nil.
func FromTextUntil(ctx context.Context, text string) []byte {
	head, text, mailed := cutMailHead(text)
	structured := hasStructure(text)
	switch {
	case ctx.Err() != nil:
		return nil
	case structured && !mailed:
		return sectionsOfChapters([]byte(text))
	case structured:
		head.keepSubject()
		made := sectionsOfChapters([]byte(withLF.Replace(text)))
		return append(bytes.TrimSpace(made), "\n\n"+head.comment()...)
	}
	text = strings.TrimPrefix(text, "\ufeff")
	text = withLF.Replace(text)
	lines, aside := setAside(strings.Split(text, "\n"))
	o := readOutline(ctx, lines)
	for _, step := range []func(){o.keepNumbers, o.unwrap, o.nestByMarkers, o.findHeadings} {
		if ctx.Err() != nil { // of megabytes each takes its time
			return nil
		}
		step()
	}
	if o.title == "" {
		o.title = head.subject
	} else {
		head.keepSubject()
	}
	o.comment = head.comment()
	o.leaveOut(aside)
	if ctx.Err() != nil {
		return nil
	}
	return o.write()
}

var (
	sharpHeading = regexp.MustCompile(`^ {0,3}(#{1,6})[ \t]+\S`)
	codeFence    = regexp.MustCompile("^ {0,3}(```+|~~~+)")
	ruleLine     = regexp.MustCompile(`^(?:-{3,}|={3,}|_{3,}|\*{3,}|(?:[-*_] ){2,}[-*_])$`)
	bulletMark   = regexp.MustCompile(`^([-+*•‣◦▪▫●○■□–—·∙⁃➢➤►→]|o\t)[ \t\x{00A0}]*`)
	numberMark   = regexp.MustCompile(`^([0-9]{1,2})[.)][ \t\x{00A0}]+`)
	partName     = regexp.MustCompile(`(?i)^(?:slide|part|section|chapter|act|folie|teil|abschnitt|kapitel) [0-9]{1,2}\b`)
	boldLine     = regexp.MustCompile(`^(?:\*\*[^*]+\*\*|__[^_]+__):?$`)
)

// withLF ends lines as Markdown is written here.
var withLF = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// hasStructure reports whether a text is a talk already: it has fields of a
// deal, or headings. One heading that is no more than the title is none.
func hasStructure(text string) bool {
	if hasDeal(readFront([]byte(text))) {
		return true
	}
	titles, fence := 0, ""
	for line := range strings.Lines(strings.ReplaceAll(text, "\r", "\n")) {
		line = strings.TrimRight(line, "\n")
		if fence != "" {
			if closesFence(line, fence) {
				fence = ""
			}
			continue
		}
		if m := codeFence.FindStringSubmatch(line); m != nil {
			fence = m[1]
			continue
		}
		if m := sharpHeading.FindStringSubmatch(line); m != nil {
			if len(m[1]) > 1 {
				return true
			}
			titles++
		}
	}
	return titles > 1
}

// hasDeal reports whether a front matter has a field of a talk's deal.
func hasDeal(f front) bool {
	return slices.ContainsFunc(f.entries, func(e entry) bool { return slices.Contains(frontOrder(), e.key) })
}

func closesFence(line, fence string) bool {
	line = strings.TrimSpace(line)
	return len(line) >= len(fence) && strings.Trim(line, fence[:1]) == ""
}

// chunk is a piece of a text: a paragraph, an entry of a list, a heading or code.
type chunk struct {
	kind   chunkKind
	lines  []string // without indentation and marker
	indent []int    // of each line, in columns
	marker string   // of an entry
	number int      // of a numbered entry
	whole  string   // the first line with its marker
	gap    int      // blank lines above it

	leftOut bool // a heading of what does not belong to the talk
}

type chunkKind int

const (
	paragraph chunkKind = iota
	listEntry
	heading
	code
)

func (c *chunk) text() string { return strings.Join(c.lines, " ") }

// outline is a text on its way to a talk.
type outline struct {
	title   string
	comment string // below the title
	chunks  []chunk
}

// readOutline takes a text apart, as far as it comes until the context ends.
func readOutline(ctx context.Context, lines []string) *outline {
	o := &outline{}
	fences := fenceFinder{lines: lines, open: map[byte]int{}}
	gap := 1
	for i := 0; i < len(lines) && ctx.Err() == nil; i++ {
		line := strings.TrimRightFunc(lines[i], unicode.IsSpace)
		text := strings.TrimLeftFunc(line, unicode.IsSpace)
		indent := columns(line[:len(line)-len(text)])
		last := len(o.chunks) - 1
		switch {
		case text == "":
			gap++
			continue
		case codeFence.MatchString(line):
			if end := fences.end(i); end > i {
				o.chunks = append(o.chunks, chunk{kind: code, lines: lines[i : end+1], gap: gap})
				i, gap = end, 1
				continue
			}
		case ruleLine.MatchString(text) && gap > 0, text == "--":
			gap += 2 // a line between two parts, or above a signature
			continue
		case ruleLine.MatchString(text) && strings.ContainsAny(text, "=-") && o.chunks[last].kind == paragraph && len(o.chunks[last].lines) == 1 && short(o.chunks[last].lines[0], 12):
			o.chunks[last].kind = heading
			gap = 1
			continue
		}
		if m := sharpHeading.FindStringSubmatch(line); m != nil && len(m[1]) == 1 {
			words := strings.TrimSpace(strings.TrimLeft(text, "#"))
			if len(o.chunks) == 0 && o.title == "" {
				o.title = words
			} else {
				o.chunks = append(o.chunks, chunk{kind: heading, lines: []string{words}, gap: gap})
			}
			gap = 1
			continue
		}
		c := chunk{lines: []string{text}, indent: []int{indent}, gap: gap}
		if rest, marker, number := mark(text); marker != "" {
			c.kind, c.lines[0], c.marker, c.number, c.whole = listEntry, rest, marker, number, text
			o.chunks = append(o.chunks, c)
			gap = 0
			continue
		}
		if gap == 0 {
			switch before := &o.chunks[last]; {
			case before.kind == paragraph, before.kind == listEntry && indent > before.indent[0]:
				before.lines = append(before.lines, text)
				before.indent = append(before.indent, indent)
				continue
			}
		}
		o.chunks = append(o.chunks, c)
		gap = 0
	}
	return o
}

// columns returns how far a line is indented.
func columns(space string) int {
	n := 0
	for _, r := range space {
		if n++; r == '\t' {
			n = (n + 3) / 4 * 4
		}
	}
	return n
}

// fenceFinder finds the ends of code in lines, of which it is asked in their order.
type fenceFinder struct {
	lines []string
	open  map[byte]int // how long the shortest fence of a kind is that nothing closes
}

// end returns the line that closes the code which begins at line i, or i.
func (f *fenceFinder) end(i int) int {
	fence := codeFence.FindStringSubmatch(f.lines[i])[1]
	if shortest, ok := f.open[fence[0]]; ok && len(fence) >= shortest {
		return i // what closes this one would have closed that one, too
	}
	for n := i + 1; n < len(f.lines); n++ {
		if closesFence(f.lines[n], fence) {
			return n
		}
	}
	f.open[fence[0]] = len(fence)
	return i
}

// mark takes the marker of a list's entry off a line.
func mark(text string) (rest, marker string, number int) {
	if m := numberMark.FindStringSubmatch(text); m != nil {
		if rest = text[len(m[0]):]; rest != "" {
			return rest, "1.", int(count2(m[1]))
		}
	}
	m := bulletMark.FindStringSubmatch(text)
	if m == nil {
		return text, "", 0
	}
	rest = text[len(m[0]):]
	plain := strings.ContainsAny(m[1], "-+*–—→·")
	if rest == "" || plain && len(m[0]) == len(m[1]) || !hasWord(rest) { // "-5", "*this*" and "– –" are text
		return text, "", 0
	}
	return rest, m[1], 0
}

// count2 reads one or two figures.
func count2(figures string) (n int) {
	for _, r := range figures {
		n = 10*n + int(r-'0')
	}
	return n
}

func hasWord(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// keepNumbers makes text of what is numbered but counts nothing, such as "19. was
// a good year": a list would show other numbers.
func (o *outline) keepNumbers() {
	last := map[int]int{} // by indentation
	for i := range o.chunks {
		c := &o.chunks[i]
		if c.kind != listEntry || c.number == 0 {
			continue
		}
		if c.number != 1 && c.number != last[c.indent[0]]+1 {
			c.kind, c.lines[0], c.marker, c.number = paragraph, c.whole, "", 0
			continue
		}
		last[c.indent[0]] = c.number
	}
}

// unwrap decides what the lines of a paragraph are: one sentence after the other
// in a column, each a paragraph, or each a point.
func (o *outline) unwrap() {
	var list []chunk
	for _, c := range o.chunks {
		if c.kind != paragraph || len(c.lines) == 1 || wrapped(c.lines) || strings.HasPrefix(c.lines[0], ">") || strings.Contains(c.lines[0], "|") {
			list = append(list, c)
			continue
		}
		points := true
		for _, line := range c.lines {
			points = points && short(line, 14) && !strings.HasSuffix(line, ",")
		}
		for i, line := range c.lines {
			one := chunk{lines: []string{line}, indent: []int{c.indent[i]}}
			if points {
				one.kind, one.marker = listEntry, "-"
			} else {
				one.gap = 1
			}
			if i == 0 {
				one.gap = c.gap
			}
			list = append(list, one)
		}
	}
	o.chunks = list
}

// wrapped reports whether lines are broken only because a column was full.
func wrapped(lines []string) bool {
	full, longest, ended := 0, 0, 0
	for _, line := range lines[:len(lines)-1] {
		n := utf8.RuneCountInString(line)
		longest = max(longest, n)
		if n >= 45 {
			full++
		}
		if endsSentence(line) {
			ended++
		}
	}
	n := len(lines) - 1
	return longest <= 110 && 2*full > n && 3*ended <= 2*n
}

func endsSentence(line string) bool {
	return strings.HasSuffix(strings.TrimRight(line, `"'”’»)`), ".") || strings.HasSuffix(line, "!") || strings.HasSuffix(line, "?")
}

// short reports whether a line is no sentence: at most so many words, and no end
// that a sentence has.
func short(line string, words int) bool {
	n := talk.CountWords(line)
	return n > 0 && n <= words && utf8.RuneCountInString(line) <= 110 && !strings.ContainsAny(line[len(line)-1:], ".,;") && !strings.HasSuffix(line, "…")
}

// nestByMarkers gives a list back its levels that has lost its indentation on
// the way from a word processor, but not its markers.
func (o *outline) nestByMarkers() {
	var kinds []string
	for _, c := range o.chunks {
		if c.kind != listEntry {
			continue
		}
		if c.indent[0] > 0 || c.marker == "-" {
			return
		}
		if !slices.Contains(kinds, c.marker) {
			kinds = append(kinds, c.marker)
		}
	}
	for i := range o.chunks {
		if c := &o.chunks[i]; c.kind == listEntry {
			c.indent[0] = 4 * slices.Index(kinds, c.marker)
		}
	}
}

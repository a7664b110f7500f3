package slides

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"talkgiver/talk"
)

// pandoc is Pandoc's Markdown (https://pandoc.org), for its slides in reveal.js,
// Beamer and others. Every slide has a heading of one level, so that pandoc
// makes slides where the deck has them, whatever it makes.
func pandoc() Flavour {
	return Flavour{
		Name:      "pandoc",
		Title:     "Pandoc",
		Extension: ".md",
		Carries:   Carries{Notes: MarkdownNotes, Slides: true, Images: true, Tables: true},
		write: func(out *bytes.Buffer, d *Deck) {
			writePandoc(out, d, pandocHead(d, "slide-level: 2\n"), "::: notes")
		},
		read: readPandoc,
	}
}

// quarto is Quarto (https://quarto.org), which is built on Pandoc.
func quarto() Flavour {
	return Flavour{
		Name:            "quarto",
		Title:           "Quarto",
		Extension:       ".qmd",
		ByDocumentation: true,
		Carries:         Carries{Notes: MarkdownNotes, Slides: true, Images: true, Tables: true},
		write: func(out *bytes.Buffer, d *Deck) {
			writePandoc(out, d, pandocHead(d, "format:\n  revealjs:\n    slide-level: 2\n"), "::: {.notes}")
		},
		read: readPandoc,
	}
}

// pandocHead writes the front matter. A title slide without notes is made of
// it; one with notes is a slide like the others, since pandoc has no place for
// what is said to the title.
func pandocHead(d *Deck, settings string) string {
	var b strings.Builder
	b.WriteString("---\n")
	switch {
	case titleFromHead(d):
		b.WriteString("title: " + yamlString(pandocLine(d.Slides[0])) + "\n")
		if below := plainNotes(d.Slides[0].Blocks); below != "" {
			b.WriteString("subtitle: " + yamlString(escapePandocText(below)) + "\n")
		}
	case d.Title != "":
		b.WriteString("pagetitle: " + yamlString(escapePandocText(d.Title)) + "\n")
	}
	if isLanguage(d.Lang) {
		b.WriteString("lang: " + d.Lang + "\n")
	}
	b.WriteString(settings + "---\n")
	return b.String()
}

// titleFromHead reports whether the front matter makes the title slide.
func titleFromHead(d *Deck) bool {
	return len(d.Slides) > 0 && d.Slides[0].Opening && len(d.Slides[0].Notes) == 0 && pandocLine(d.Slides[0]) != ""
}

// pandocLine returns the heading of a slide as one line of Markdown.
func pandocLine(s *Slide) string {
	written := pandocDialect().render(1, s.Title, nil)
	return strings.TrimSpace(strings.TrimPrefix(string(written), "#"))
}

// escapePandocText returns text as one line of Markdown.
func escapePandocText(text string) string {
	return pandocLine(&Slide{Title: words(collapse(text))})
}

func writePandoc(out *bytes.Buffer, d *Deck, head, notes string) {
	out.WriteString(head)
	dialect := pandocDialect()
	slides := d.Slides
	if titleFromHead(d) {
		slides = slides[1:]
	}
	below, level, deeper := 0, false, false // where the first heading ends, and what pandoc finds
	for _, s := range slides {
		title := dialect.render(2, s.Title, nil)
		untitled := title == nil
		if untitled {
			title = []byte("---\n")
		}
		out.WriteByte('\n')
		out.Write(title)
		if below == 0 && !untitled {
			below = out.Len()
		}
		// What is said stands first: behind a picture or a table pandoc would make a
		// further slide of it in PowerPoint.
		said := dialect.render(0, nil, withoutHeadings(s.Notes))
		if said != nil {
			out.WriteString("\n" + notes + "\n")
			out.Write(said)
			out.WriteString(":::\n")
		}
		shown := dialect.render(0, nil, s.Blocks)
		if shown == nil && said == nil && untitled { // pandoc leaves out a slide without anything
			shown = []byte(zeroWidth + "\n")
		}
		if shown != nil {
			out.WriteByte('\n')
			out.Write(shown)
		}
		heading := bytes.HasPrefix(shown, []byte("#"))
		deeper = deeper || heading || bytes.Contains(shown, []byte("\n#"))
		level = level || !untitled && (said != nil || shown != nil && !heading)
	}
	if deeper && !level {
		markLevel(out, len(head), below)
	}
}

// markLevel writes a comment below the first heading. Pandoc begins slides at the
// highest level of the headings that something else follows, whatever the front
// matter says. Where no slide has a title the first gets an empty one.
func markLevel(out *bytes.Buffer, head, below int) {
	const mark = "\n<!-- -->\n"
	written := bytes.Clone(out.Bytes())
	if below > 0 {
		out.Truncate(below)
		out.WriteString(mark)
		out.Write(written[below:])
		return
	}
	out.Truncate(head)
	out.WriteString("\n##\n" + mark)
	out.Write(bytes.TrimPrefix(written[head:], []byte("\n---\n")))
}

// withoutHeadings returns what is said with paragraphs for headings: pandoc makes
// a slide of notes that begin with one.
func withoutHeadings(blocks []talk.Block) []talk.Block {
	flat := make([]talk.Block, len(blocks))
	for i, block := range blocks {
		flat[i] = block
		switch b := block.(type) {
		case *talk.Heading:
			flat[i] = &talk.Paragraph{BlockCommon: b.BlockCommon, Inlines: b.Inlines}
		case *talk.Quote:
			flat[i] = &talk.Quote{BlockCommon: b.BlockCommon, Blocks: withoutHeadings(b.Blocks)}
		}
	}
	return flat
}

func pandocDialect() dialect {
	return dialect{
		escape:    escapePandoc,
		noTags:    true,
		spaced:    true,
		between:   "<!-- -->",
		cellPipe:  "|",
		trimsCode: true,
		fenced:    withoutTabs,
		lineBreak: "\\",
		loneImage: "<!-- -->", // else it becomes a figure, whose words are seen
	}.whole()
}

// withoutTabs writes the tabs that a line of code begins with as spaces where Pandoc
// would make fewer of them: behind spaces, and in a list or a quote, since it counts
// from the beginning of the file's line.
func withoutTabs(line string, inside bool) string {
	bare := strings.TrimLeft(line, " \t")
	indent := line[:len(line)-len(bare)]
	if !inside && !strings.Contains(indent, " \t") {
		return line
	}
	return strings.ReplaceAll(indent, "\t", "    ") + bare
}

// escapePandoc escapes what Pandoc's Markdown reads beyond CommonMark: smart
// quotes and dashes, mathematics, citations, attributes, super- and subscripts
// and more kinds of lists.
func escapePandoc(b *strings.Builder, s string, i int, first bool) int {
	c := s[i]
	escape := false
	switch c {
	case '[': // a task to do, which pandoc looks for after all escapes are gone
		if first && task.MatchString(s) {
			b.WriteString(`\[` + zeroWidth)
			return 1
		}
	case openingMarks[0]:
		if mark := s[i:min(i+len("\u2018"), len(s))]; mark == "\u2018" || mark == "\u201c" {
			if pair := pairOfMarks(s, i); pair > 0 {
				b.WriteString(s[i : i+pair])
				return pair
			}
			b.WriteString(`\` + mark)
			return len(mark)
		}
	case '`': // where pandoc looks for comments in an entry, an escaped one begins code
		b.WriteString("&#96;")
		return 1
	case '$', '^', '~', '@', '"', '\'', '|', '{', '}', '<', '>', '_', '#':
		escape = c != '_' || i == 0 || i+1 == len(s) || !alphanumeric(s[i-1]) || !alphanumeric(s[i+1])
	case '.':
		escape = strings.HasPrefix(s[i:], "..") || first || isMarker(s[:i]) ||
			// ". . ." is a pause
			strings.HasPrefix(s[i:], ". .")
	case ')':
		escape = isMarker(strings.TrimPrefix(s[:i], "("))
	case '-':
		escape = first || strings.HasPrefix(s[i:], "--") || i > 0 && s[i-1] == '-'
	case '+', '=', ':', '%', '!':
		escape = first || c == '!' && i+1 == len(s)
	case '(':
		escape = first
	case ' ': // of a pause, when a soft break has joined it
		if i > 0 && s[i-1] == '.' && strings.HasPrefix(s[i:], " .") {
			b.WriteString(`\ `)
			return 1
		}
	}
	if !escape {
		return 0
	}
	b.WriteByte('\\')
	b.WriteByte(c)
	return 1
}

// openingMarks are the quotation marks that pandoc pairs with others: one that it
// finds no other for is turned, and the white space within a pair is taken off.
const openingMarks = "\u2018\u201c"

// quoted is a text in quotation marks that pandoc is sure to read as that.
var quoted = regexp.MustCompile(`^(?:\x{201c}[\pL\pN](?:[\pL\pN ,;\x{2019}]*[\pL\pN\x{2019}])?[.?!]?\x{201d}|\x{2018}[\pL\pN](?:[\pL\pN ,;]*[\pL\pN])?[.?!]?\x{2019})`)

// pairOfMarks returns how long the text in quotation marks at s[i] is that needs no
// escape, so that the file stays readable; 0 when there is none.
func pairOfMarks(s string, i int) int {
	n := len(quoted.FindString(s[i:]))
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+n:])
	if isWord(before) || isWord(after) { // a mark in a word is an apostrophe
		return 0
	}
	return n
}

// task is what makes an entry of a list a task.
var task = regexp.MustCompile(`^\[[ xX]\](?:\s|$)`)

// isMarker reports whether s may be the number of an entry: figures, a letter,
// or a roman number.
func isMarker(s string) bool {
	if s == "" || len(s) > maxLabel {
		return false
	}
	for i := range len(s) {
		if !alphanumeric(s[i]) {
			return false
		}
	}
	return len(s) == 1 || strings.Trim(s, "0123456789") == "" || strings.Trim(strings.ToLower(s), "ivxlcdm") == ""
}

package slides

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/gomarkdown/markdown/ast"
)

// reveal is Markdown for the plugin of reveal.js (https://revealjs.com): marked,
// with separators and notes that are found by regular expressions before it.
// The file is right for the plugin's own settings and for the usual ones:
//
//	data-separator="^\r?\n---\r?\n$" data-separator-notes="^Note:"
func reveal() Flavour {
	return Flavour{
		Name:      "reveal",
		Title:     "reveal.js",
		Extension: ".md",
		Carries:   Carries{Notes: MarkdownNotes, Times: true, Slides: true, Images: true, Tables: true},
		write:     func(out *bytes.Buffer, d *Deck) { writeReveal(out, d, revealDialect(revealSpoils)) },
		read:      readReveal,
	}
}

// noteLabel is what begins the notes of reveal.js with its own setting, which
// means to look for white space before it and finds the letter s.
var noteLabel = regexp.MustCompile(`^(?i)s*notes?:`)

// revealDialect is the Markdown of reveal.js. spoils reports whether it shows this
// code wrong in a fence.
func revealDialect(spoils func(code string) bool) dialect {
	return dialect{
		escape:     escapeReveal,
		bareImages: true,
		inScript:   true,
		classed:    true,
		fence:      revealLanguage,
		spoils:     spoils,
		tagged: func(n ast.Node) bool {
			if code, ok := n.(*ast.CodeBlock); ok {
				return spoils(strings.TrimSuffix(string(code.Literal), "\n"))
			}
			return extraordinary(n)
		},
	}.whole()
}

func writeReveal(out *bytes.Buffer, d *Deck, dialect dialect) {
	inNotes := dialect
	inNotes.codeLine = "&#10;" // they are read once more, and a blank line would end them
	// What a line holds behind the end of code goes with it then, and the next line of
	// other code would be Markdown.
	inNotes.spoils = func(code string) bool { return strings.Contains(code, "\n") || dialect.spoils(code) }
	for i, s := range d.Slides {
		if i > 0 {
			out.WriteString("\n---\n\n")
		}
		if s.Time > 0 && !dialect.noTimes {
			out.WriteString(`<!-- .slide: data-timing="` + strconv.Itoa(int(s.Time/time.Second)) + "\" -->\n\n")
		}
		out.Write(dialect.render(s.Level, s.Title, s.Blocks))
		if notes := inNotes.render(0, nil, s.Notes); notes != nil {
			out.WriteString("\nNote:\n\n")
			out.Write(notes)
		}
	}
}

// plainCode is the language of code that is in none. The plugin that colours code
// would try out all of its languages, which takes seconds for long code, and
// colours it as the one that fits best.
const plainCode = "text"

// revealLanguage names the language of every fence.
func revealLanguage(language string) string {
	if language == "" {
		return plainCode
	}
	return language
}

// escapeReveal escapes what the plugin reads beyond CommonMark.
func escapeReveal(b *strings.Builder, s string, i int, first bool) int {
	if lineSeparator(b, s, i) {
		return 3
	}
	switch s[i] {
	case ':':
		if i < maxLabel && noteLabel.MatchString(s[:i+1]) {
			b.WriteString(`\:`)
			return 1
		}
	case '<':
		if scriptMark.MatchString(s[i:]) {
			b.WriteString("&lt;")
			return 1
		}
	case '~': // one on each side is enough to strike out
		b.WriteString(`\~`)
		return 1
	case '.': // an address without a scheme
		if i >= 3 && strings.EqualFold(s[i-3:i], "www") {
			b.WriteString(`\.`)
			return 1
		}
	}
	return escapeAddress(b, s, i)
}

// maxLabel is how far into a line a label of notes is looked for.
const maxLabel = 100

// scriptMark begins what the page's reader looks for in the script that the plugin
// puts each slide into (https://html.spec.whatwg.org/#script-data-state): its end,
// or what keeps it open beyond that.
var scriptMark = regexp.MustCompile(`^<(?:!--|/?(?i:script))`)

// scriptMarks are those in code. The plugin itself knows the one that it takes out.
func scriptMarks(code string) bool {
	code = strings.ReplaceAll(code, "</script>", "")
	for i := range len(code) {
		if code[i] == '<' && scriptMark.MatchString(code[i:]) {
			return true
		}
	}
	return false
}

// revealSpoils reports whether the plugin would find a separator or notes in
// code, or the end of the notes, since it shows them in HTML once more, or whether
// the page would lose the slide's end to it.
func revealSpoils(code string) bool {
	if scriptMarks(code) {
		return true
	}
	for line := range strings.SplitSeq(code, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.ContainsAny(line, "\u2028\u2029") || strings.HasPrefix(line, "--") || noteLabel.MatchString(line) {
			return true
		}
	}
	return false
}

// lineSeparator writes an entity for a sign that JavaScript takes for a line's
// end, as all of its regular expressions do.
func lineSeparator(b *strings.Builder, s string, i int) bool {
	if !strings.HasPrefix(s[i:], "\u2028") && !strings.HasPrefix(s[i:], "\u2029") {
		return false
	}
	b.WriteString(entities.Replace(s[i : i+len("\u2028")]))
	return true
}

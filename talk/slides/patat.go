package slides

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
)

// patat is patat (https://github.com/jaspervdj/patat), slides in a terminal:
// Pandoc with few of its extensions.
func patat() Flavour {
	return Flavour{
		Name:      "patat",
		Title:     "patat",
		Extension: ".md",
		Carries:   Carries{Notes: PlainNotes, NotesFrom: "0.9", Slides: true, Tables: true},
		write:     writePatat,
		read:      readPatat,
	}
}

func writePatat(out *bytes.Buffer, d *Deck) {
	head := ""
	if d.Title != "" {
		head = "title: " + yamlString(escapeEach(d.Title, escapePatat)) + "\n"
	}
	if len(d.Slides) == 1 { // without a rule headings would part it
		head += "patat:\n  slideLevel: 1\n"
	}
	if head != "" {
		out.WriteString("---\n" + head + "---\n\n")
	}
	dialect := dialect{
		escape:      escapePatat,
		noTags:      true,
		bareURLs:    true,
		spaced:      true,
		between:     "<!-- -->",
		cellPipe:    "|",
		trimsCode:   true,
		fenced:      withoutTabs,
		lineBreak:   "  ",
		bulletWidth: 4,
		noImages:    true,
	}.whole()
	for i, s := range d.Slides {
		if i > 0 {
			out.WriteString("\n---\n\n")
		}
		shown := dialect.render(s.Level, s.Title, s.Blocks)
		if shown == nil { // patat leaves out a slide without anything
			shown = []byte(zeroWidth + "\n")
		}
		out.Write(shown)
		if note := plainNotes(s.Notes); note != "" {
			out.WriteString("\n<!--\n" + plainComment(note) + "\n-->\n")
		}
	}
}

// spacedCommentEnd is what ends a comment to Pandoc's reader of tags alone, which
// then shows all of it, since it is none to Pandoc.
var spacedCommentEnd = regexp.MustCompile(`(--\s+)>`)

// plainComment writes a note so that an HTML comment holds it. Pandoc takes the
// line that begins the comment for a heading, a table's or a term when the next
// one looks like that.
func plainComment(note string) string {
	note = spacedCommentEnd.ReplaceAllString(commentEnd.Replace(note), "${1}"+zeroWidth+">")
	if strings.IndexByte("-=:~|+", note[0]) >= 0 {
		note = zeroWidth + note
	}
	return note
}

// escapeEach writes a text with the escapes of a tool alone.
func escapeEach(s string, escape func(*strings.Builder, string, int, bool) int) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		if n := escape(&b, s, i, i == 0); n > 0 {
			i += n
			continue
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String()
}

// escapePatat writes an entity wherever patat could find something: not all
// signs can be escaped.
func escapePatat(b *strings.Builder, s string, i int, first bool) int {
	c := s[i]
	if c == ' ' && i > 0 && s[i-1] == '.' && strings.HasPrefix(s[i:], " .") { // of a pause, whatever its dots are
		b.WriteString("&#160;")
		return 1
	}
	special := strings.IndexByte("\\`*_~[]{}<>&|#$^\"'@", c) >= 0
	switch c {
	case '-', '+', '=', ':', '%', '(':
		special = first || c == '-' && i > 0 && s[i-1] == '-'
	case '!':
		special = i+1 == len(s)
	case '.':
		special = first || isMarker(s[:i]) || strings.HasPrefix(s[i:], ". .")
	case ')':
		special = isMarker(strings.TrimPrefix(s[:i], "("))
	}
	if !special {
		return 0
	}
	b.WriteString("&#" + strconv.Itoa(int(c)) + ";")
	return 1
}

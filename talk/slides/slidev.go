package slides

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"github.com/gomarkdown/markdown/ast"

	"talkgiver/talk"
)

// slidev is Slidev (https://sli.dev): a markdown-it behind a splitter of its
// own, and Vue behind it; notes are the last comment of a slide.
func slidev() Flavour {
	return Flavour{
		Name:      "slidev",
		Title:     "Slidev",
		Extension: ".md",
		Carries:   Carries{Notes: MarkdownNotes, Cues: true, Slides: true, Images: true, Tables: true},
		write:     writeSlidev,
		read:      readSlidev,
	}
}

func writeSlidev(out *bytes.Buffer, d *Deck) {
	out.WriteString("---\ntheme: default\n")
	if d.Title != "" {
		out.WriteString("title: " + strings.ReplaceAll(yamlString(d.Title), "---", `\u002d--`) + "\n")
	}
	if length := d.Length(); length > 0 {
		fmt.Fprintf(out, "duration: %dmin\n", int((length+30*time.Second)/time.Minute))
	}
	out.WriteString("preloadImages: false\n") // a build fails at the first address that is none of a file's
	if isLanguage(d.Lang) {
		out.WriteString("htmlAttrs:\n  lang: " + d.Lang + "\n")
	}
	if len(d.Slides) > 0 && !d.Slides[0].Opening {
		out.WriteString("layout: default\n")
	}
	out.WriteString("---\n")
	shown := dialect{
		nesting:    marpNesting,
		escape:     escapeSlidev,
		bareImages: true,
		attribute:  " v-pre",
		spoils:     slidevSpoils,
		tagged:     slidevTags,
		refuses:    markdownItRefuses,
		fence:      slidevLanguage,
	}.whole()
	said := shown
	said.escape = escapeSlidevNote
	said.attribute = ""
	for i, s := range d.Slides {
		if i > 0 {
			out.WriteString("\n---\n")
		}
		out.WriteByte('\n')
		out.Write(shown.render(s.Level, s.Title, s.Blocks))
		if notes := said.render(0, nil, withCues(s.Notes, func(cue *talk.Cue) bool { return cue.Click })); notes != nil {
			out.WriteString("\n<!--\n")
			out.Write(bytes.ReplaceAll(notes, []byte("-->"), []byte(`-\->`))) // of an address or a title
			out.WriteString("-->\n")
		}
	}
}

// escapeSlidev escapes what Slidev and Vue read beyond CommonMark.
func escapeSlidev(b *strings.Builder, s string, i int, first bool) int {
	switch s[i] {
	case '$': // mathematics
		b.WriteString(`\$`)
		return 1
	case '{': // an expression of Vue
		if strings.HasPrefix(s[i:], "{{") {
			b.WriteString("<span v-pre>{{</span>")
			return 2
		}
	case '<': // a comment, to the splitter
		if strings.HasPrefix(s[i:], "<!") {
			b.WriteString(`\<\!`)
			return 2
		}
	case '-':
		if strings.HasPrefix(s[i:], "-->") {
			b.WriteString(`\-\-\>`)
			return 3
		}
	}
	if typographic(s, i) {
		b.WriteByte('\\')
		b.WriteByte(s[i])
		return 1
	}
	return escapeAddress(b, s, i)
}

// typographic reports whether the sign at s[i] is one that Slidev sets in type
// instead: an apostrophe, dashes, dots and signs in brackets.
func typographic(s string, i int) bool {
	c, near := s[i], func(signs string) bool {
		return i > 0 && strings.IndexByte(signs, s[i-1]) >= 0 || i+1 < len(s) && strings.IndexByte(signs, s[i+1]) >= 0
	}
	switch c {
	case '\'':
		return true
	case '-':
		return near("-+")
	case '.', ',':
		return near(".,?!")
	case '?', '!':
		return near("?!.")
	case '(':
		end := strings.IndexByte(s[i:min(len(s), i+4)], ')')
		return end > 1
	}
	return false
}

// escapeSlidevNote escapes what Slidev reads in notes.
func escapeSlidevNote(b *strings.Builder, s string, i int, first bool) int {
	if n := writeCue(b, s, i, first); n > 0 {
		return n
	}
	if strings.HasPrefix(s[i:], "{{") { // Vue does not read notes
		b.WriteString("{{")
		return 2
	}
	return escapeSlidev(b, s, i, first)
}

// slidevSpoils reports whether the splitter takes something in code for a
// comment, or its backticks for a fence.
func slidevSpoils(code string) bool {
	return strings.Contains(code, "<!--") || strings.Contains(code, "-->") || !strings.Contains(code, "\n") && strings.Contains(code, "``")
}

// slidevTags reports whether a block stands in HTML, since the splitter would
// read its Markdown wrong.
func slidevTags(n ast.Node) bool {
	found := false
	ast.WalkFunc(n, func(n ast.Node, entering bool) ast.WalkStatus {
		switch n := n.(type) {
		case *ast.Link:
			found = found || bytes.Contains(n.Destination, []byte("<!")) || bytes.Contains(n.Title, []byte("<!")) || bytes.Contains(n.Title, []byte("-->"))
		case *ast.Image:
			found = found || bytes.Contains(n.Destination, []byte("<!")) || bytes.Contains(n.Title, []byte("<!")) || bytes.Contains(n.Title, []byte("-->"))
		case *ast.ListItem: // a fence behind a point ends where the splitter sees it begin
			if _, ok := ast.GetFirstChild(n).(*ast.CodeBlock); ok {
				found = true
			}
		}
		return ast.GoToNext
	})
	return found
}

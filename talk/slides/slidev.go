package slides

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
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
	if len(d.Slides) == 0 {
		writeSlidevHead(out, d, false)
	}
	shown := dialect{
		nesting:    marpNesting,
		escape:     escapeSlidev,
		bareImages: true,
		attribute:  " v-pre",
		spoils:     slidevSpoils,
		tagged:     slidevTags,
		refuses:    markdownItRefuses,
		fence:      slidevLanguage,
		untitled:   leadsToSlide,
	}.whole()
	said := shown
	said.escape = escapeSlidevNote
	said.attribute = ""
	said.spoils = func(code string) bool { return slidevSpoils(code) || clickMark.MatchString(code) }
	said.tagged = func(n ast.Node) bool { return slidevTags(n) || marksClick(n) }
	for i, s := range d.Slides {
		var pictures slidevPictures
		shown.source = pictures.source
		body := shown.render(s.Level, s.Title, s.Blocks)
		if script := pictures.script(); script != "" {
			body = append(append(body, '\n'), script...)
		}
		notes := said.render(0, nil, withCues(s.Notes, func(cue *talk.Cue) bool { return cue.Click }))
		// The settings stand beside the notes and the title when UnoCSS reads those.
		unstyledNotes := isStyled(notes) || slices.ContainsFunc(headingLine.FindAll(body, -1), isStyled)
		switch {
		case i == 0:
			writeSlidevHead(out, d, unstyledNotes)
		case unstyledNotes:
			out.WriteString("\n---\n" + unstyledSetting + "---\n")
		default:
			out.WriteString("\n---\n")
		}
		out.WriteByte('\n')
		if isStyled(body) {
			out.WriteString("<!-- " + unstyled + " -->\n\n")
		}
		out.Write(body)
		if notes != nil {
			out.WriteString("\n<!--\n")
			out.Write(bytes.ReplaceAll(notes, []byte("-->"), []byte(`-\->`))) // of an address or a title
			out.WriteString("-->\n")
		}
	}
}

// writeSlidevHead writes the settings of the deck, which are those of its first
// slide too.
func writeSlidevHead(out *bytes.Buffer, d *Deck, unstyled bool) {
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
	if unstyled {
		out.WriteString(unstyledSetting)
	}
	out.WriteString("---\n")
}

// unstyled tells UnoCSS (https://unocss.dev), which Slidev runs over every slide's
// source for the names of styles, to leave a slide alone.
const unstyled = "@unocss-ignore"

// headingLine is what Slidev finds a slide's title in.
var headingLine = regexp.MustCompile(`(?m)^#+ .*$`)

// unstyledSetting tells it to leave a slide's title and notes alone, which stand
// in a script beside the slide's settings.
const unstyledSetting = "unocss: \"" + unstyled + "\"\n"

// styled is what UnoCSS takes for more than a name: it writes "n-(k-1)" as
// "n-k-1", in code too, and makes styles of what is in brackets, which end the
// build where they are none.
var styled = regexp.MustCompile("[-:]\\\\?[($]|[^\\s!(]\\[\\S|\\[[^\\s\\]]*[:='\"`&@{}$;<>\\\\|*+^%#~?!]")

// isStyled reports whether there is such a thing in a text: on one of its lines,
// and never without one of three signs.
func isStyled(text []byte) bool {
	for line := range bytes.Lines(text) {
		if bytes.ContainsAny(line, "[($") && styled.Match(line) {
			return true
		}
	}
	return false
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

// clickMark is what Slidev takes for a click in notes, before it reads them.
var clickMark = regexp.MustCompile(`(?i)\[click(?::\d+)?\]`)

// marksClick reports whether a link or an image would be written as a click.
func marksClick(n ast.Node) bool {
	found := false
	ast.WalkFunc(n, func(n ast.Node, entering bool) ast.WalkStatus {
		var destination, title []byte
		switch n := n.(type) {
		case *ast.Link:
			destination, title = n.Destination, n.Title
		case *ast.Image:
			destination, title = n.Destination, n.Title
		default:
			return ast.GoToNext
		}
		text := ""
		if first, ok := ast.GetFirstChild(n).(*ast.Text); ok && len(n.GetChildren()) == 1 {
			text = string(first.Literal)
		}
		found = found || clickMark.MatchString("["+strings.TrimSpace(text)+"]") || clickMark.Match(destination) || clickMark.Match(title)
		return ast.GoToNext
	})
	return found
}

// slidevSpoils reports whether the splitter takes something in code for a
// comment, or its backticks for a fence.
func slidevSpoils(code string) bool {
	return strings.Contains(code, "<!--") || strings.Contains(code, "-->") || !strings.Contains(code, "\n") && strings.Contains(code, "``")
}

// leadsToSlide reports whether Slidev takes a link for one to a slide.
func leadsToSlide(destination string) bool {
	return destination != "" && (strings.IndexByte("./#", destination[0]) >= 0 || strings.Trim(destination, "0123456789") == "")
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

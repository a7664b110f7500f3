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
		bundles:   slidevBundles,
		untitled:  true,
	}
}

func writeSlidev(out *bytes.Buffer, d *Deck) {
	if len(d.Slides) == 0 {
		writeSlidevHead(out, d, dialect{}.whole(), nil)
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
		trimsCode:  true, // by Vue
		trimsTags:  true,
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
		var settings []string
		if isStyled(notes) {
			settings = append(settings, unstyledSetting)
		}
		if title := slidevTitle(body); isStyled(body[title[0]:title[1]]) {
			if title[0] > 0 { // what looks like a heading may be none
				settings = append(settings, unstyledTitle)
			} else {
				mark := bytes.IndexByte(body, ' ') + 1
				body = slices.Insert(body, mark, []byte(unstyledMark)...)
			}
		}
		switch {
		case i == 0:
			writeSlidevHead(out, d, shown, settings)
		case len(settings) > 0:
			out.WriteString("\n---\n" + strings.Join(settings, "") + "---\n")
		default:
			out.WriteString("\n---\n")
		}
		out.WriteByte('\n')
		if isStyled(body) && !bytes.Contains(body, []byte(unstyled)) {
			out.WriteString(unstyledComment + "\n\n")
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
// slide too. The title is Markdown, and a part of a program of Vue's.
func writeSlidevHead(out *bytes.Buffer, d *Deck, dialect dialect, settings []string) {
	out.WriteString("---\ntheme: default\n")
	plain := d.Title
	if styled.MatchString(plain) { // the page that holds all slides has it, too
		plain = unstyledWords.Replace(plain)
	}
	title := strings.TrimSuffix(string(dialect.render(0, nil, []talk.Block{&talk.Paragraph{Inlines: words(plain)}})), "\n")
	if title != "" {
		out.WriteString("title: " + strings.ReplaceAll(yamlString(title), "---", `\u002d--`) + "\n")
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
	for _, setting := range settings {
		if setting != unstyledTitle { // the deck's is the first slide's, too
			out.WriteString(setting)
		}
	}
	out.WriteString("---\n")
}

// unstyled tells UnoCSS (https://unocss.dev), which Slidev runs over every slide's
// source for the names of styles, to leave a slide alone.
const unstyled = "@unocss-ignore"

const unstyledComment = "<!-- " + unstyled + " -->"

// unstyledMark stands in a title. A comment at the beginning of a line would make
// HTML of all of it.
const unstyledMark = zeroWidth + unstyledComment

// unstyledSetting tells it to leave a slide's notes alone, which stand in a
// program beside the slide's settings.
const unstyledSetting = "unocss: \"" + unstyled + "\"\n"

// unstyledTitle tells it to leave the titles of all slides alone, which are a
// program of their own.
const unstyledTitle = "title: \"" + unstyledComment + "\"\n"

// unstyledWords breaks what would be a style.
var unstyledWords = strings.NewReplacer("[", zeroWidth+"["+zeroWidth, "$", zeroWidth+"$", "(", zeroWidth+"(")

var (
	slidevCode    = regexp.MustCompile("(?ms)^```.+?^```")
	slidevHeading = regexp.MustCompile(`(?m)^#+ .*$`)
)

// slidevTitle returns where Slidev finds the title of a slide in its text.
func slidevTitle(body []byte) []int {
	bare := slidevCode.ReplaceAllFunc(body, func(code []byte) []byte { return bytes.Repeat([]byte{' '}, len(code)) })
	if at := slidevHeading.FindIndex(bare); at != nil {
		return at
	}
	return []int{0, 0}
}

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
	if lineSeparator(b, s, i) { // where a title would end
		return 3
	}
	switch s[i] {
	case '$': // mathematics
		b.WriteString(`\$`)
		return 1
	case '^': // a footnote, when a link follows
		if i+1 == len(s) {
			b.WriteString(`\^`)
			return 1
		}
	case ':': // alone on a line a place in a layout, and a title stands alone where all titles are
		if i == 0 && strings.HasPrefix(s, "::") {
			b.WriteString(`\:`)
			return 1
		}
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
	return strings.ContainsAny(code, "\u2028\u2029") || strings.Contains(code, "<!--") || strings.Contains(code, "-->") || !strings.Contains(code, "\n") && strings.Contains(code, "``")
}

// slidevReads reports whether the splitter finds a comment, or the end of a
// heading, in where something leads or in its title.
func slidevReads(destination, title []byte) bool {
	return bytes.Contains(destination, []byte("<!")) || bytes.Contains(destination, []byte("--")) || bytes.Contains(title, []byte("<!")) || bytes.Contains(title, []byte("-->")) ||
		bytes.ContainsAny(destination, "\u2028\u2029") || bytes.ContainsAny(title, "\u2028\u2029")
}

// leadsToSlide reports whether Slidev takes a link for one to a slide.
func leadsToSlide(destination string) bool {
	destination = strings.TrimSpace(destination)
	return destination != "" && (strings.IndexByte("./#", destination[0]) >= 0 || strings.Trim(destination, "0123456789") == "")
}

// slidevTags reports whether a block stands in HTML, since the splitter would
// read its Markdown wrong.
func slidevTags(n ast.Node) bool {
	found := false
	ast.WalkFunc(n, func(n ast.Node, entering bool) ast.WalkStatus {
		switch n := n.(type) {
		case *ast.Link:
			found = found || slidevReads(n.Destination, n.Title)
		case *ast.Image:
			found = found || slidevReads(n.Destination, n.Title)
		case *ast.ListItem: // a fence behind a point ends where the splitter sees it begin
			if _, ok := ast.GetFirstChild(n).(*ast.CodeBlock); ok {
				found = true
			}
		}
		return ast.GoToNext
	})
	return found
}

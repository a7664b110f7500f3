package slides

import (
	"bytes"
	"context"
	"regexp"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"talkgiver/talk"
)

// readPandoc reads slides in Pandoc's Markdown: a heading of the slides' level or
// above begins one, and so does a rule.
func readPandoc(ctx context.Context, text string) *source {
	s := &source{}
	front, body, ok := cutFront(text)
	if !ok {
		front, body = percentTitle(text)
	}
	found := s.readFront(front)
	s.titled = found["title"] != ""
	g := &grammar{ctx: ctx, engine: newEngine(pandocInline()...)}
	if s.titled {
		s.title = g.titleText(found["title"])
		s.titled = s.title != ""
	}
	for _, key := range []string{"subtitle", "author", "institute", "date"} {
		s.addBelow(g.titleText(found[key]))
	}
	level, _ := strconv.Atoi(found["slide-level"])
	if level == 0 {
		level, _ = strconv.Atoi(found["format.revealjs.slide-level"])
	}
	body, notes, marks := cutDivs(body)
	g.comment = g.markedComment(notes, marks)
	source := []byte(body)
	root := g.markdown.ParseUntil(ctx, source)
	if level < 1 || level > 6 {
		level = slideLevel(root)
	}
	ruled := false // a rule has begun the slide, whatever comes
	s.tree(g, source, root, func(n ast.Node, begun bool) (ends, skip bool) {
		before := begun || ruled
		switch n := n.(type) {
		case *ast.ThematicBreak:
			ruled = true
			return before, true
		case *ast.Heading:
			if n.Level <= level {
				ruled = false
				return before, false
			}
		}
		return false, false
	})
	if s.titled && len(s.pages) == 1 {
		p := s.pages[0]
		p.ready()
		if !p.shows() && len(p.notes) == 0 {
			s.front = strings.TrimSpace(s.front + keptOf(p))
			s.pages = nil
		}
	}
	return s
}

// keptOf returns what is kept of a page, each on a line behind what was before.
func keptOf(p *page) string {
	all := ""
	for _, part := range p.parts {
		if part.kept != "" {
			all += "\n" + part.kept
		}
	}
	return all
}

// percentTitle takes the title off that stands behind percent signs.
func percentTitle(text string) (front, rest string) {
	keys := []string{"title", "author", "date"}
	for len(keys) > 0 {
		line, more, _ := strings.Cut(text, "\n")
		value, ok := strings.CutPrefix(line, "%")
		if !ok {
			break
		}
		if value = strings.TrimSpace(value); value != "" {
			front += keys[0] + ": " + strconv.Quote(value) + "\n"
		}
		keys, text = keys[1:], more
	}
	return front, text
}

// titleText returns the words of a line that stands in the settings.
func (g *grammar) titleText(line string) string {
	line = oneLineOf(line)
	p := &page{}
	g.markdownPage(p, "# "+endSharps.ReplaceAllString(line, `$1\$2`))
	if h, _ := p.heading(); h != nil {
		if text := oneLineOf(talk.PlainText(h.Inlines)); text != "" {
			return text
		}
	}
	return line
}

// endSharps are what ends a heading of Markdown, and is a title's own.
var endSharps = regexp.MustCompile(`(^| )(#+)$`)

// slideLevel is the level at which slides begin when nobody says it: the highest
// that has something right below it that is no heading.
func slideLevel(root ast.Node) int {
	level := 0
	var before *ast.Heading
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		h, ok := n.(*ast.Heading)
		if !ok && before != nil && n.Kind() != ast.KindThematicBreak && (level == 0 || before.Level < level) {
			level = before.Level
		}
		before = h
	}
	return max(level, 1)
}

// headingAttributes are what Pandoc reads at the end of a heading. An escaped
// bracket is text.
var headingAttributes = regexp.MustCompile(`[ \t]+\{(?:[#.][\w:-]+|[\w-]+=(?:"[^"]*"|[^\s}"\\]+)|-|[ \t])+\}[ \t]*$`)

// divLine is the beginning or the end of a div, with what it is.
var divLine = regexp.MustCompile(`^ {0,3}(:{3,})\s*(.*?)\s*:*\s*$`)

// mark is a comment that stands for something which was taken out of a text.
func mark(kind byte, i int) string {
	return "\n\n<!--\uFDD0" + string(kind) + strconv.Itoa(i) + "\uFDD1-->\n\n"
}

// marksInLine are marks that stand in a line.
var marksInLine = util.Prioritized(signParser{'<', func(line []byte) (int, string) {
	rest, ok := bytes.CutPrefix(line, []byte("<\uFDD0"))
	end := bytes.Index(rest, []byte("\uFDD1>"))
	if !ok || end < 0 {
		return 0, ""
	}
	return len("<\uFDD0") + end + len("\uFDD1>"), "<!--\uFDD0" + string(rest[:end]) + "\uFDD1-->"
}}, 52)

// cutDivs takes divs and pauses out of a text: notes are read on their own, and
// the others keep their content.
func cutDivs(text string) (rest string, notes, marks []string) {
	var b, note strings.Builder
	var f fence
	depth := 0 // of divs in notes; 0 outside of them
	inComment := false
	for line := range strings.SplitSeq(text, "\n") {
		to := &b
		if depth > 0 {
			to = &note
		}
		bare := strings.TrimSpace(line)
		if f.open == "" {
			inComment = commentOpen(bare, inComment) && (inComment || strings.HasPrefix(bare, "<!--"))
		}
		if inComment || f.code(line) {
			to.WriteString(line + "\n")
			continue
		}
		var m []string
		if strings.HasPrefix(bare, ":::") {
			m = divLine.FindStringSubmatch(line)
		}
		switch {
		case m != nil && depth > 0:
			if m[2] != "" {
				depth++
				continue
			}
			if depth--; depth == 0 {
				b.WriteString(mark('n', len(notes)))
				notes = append(notes, note.String())
				note.Reset()
			}
		case m != nil && isNotesDiv(m[2]):
			depth = 1
		case m != nil || bare == ". . .":
			b.WriteString(mark('k', len(marks)))
			marks = append(marks, bare)
		case depth == 0 && strings.HasPrefix(line, "#") && headingAttributes.MatchString(line):
			at := headingAttributes.FindStringIndex(line)[0]
			b.WriteString(line[:at] + mark('k', len(marks)))
			marks = append(marks, strings.TrimSpace(line[at:]))
		default:
			to.WriteString(pipesInCode(line) + "\n")
		}
	}
	if depth > 0 { // it has no end
		b.WriteString(mark('n', len(notes)))
		notes = append(notes, note.String())
	}
	return b.String(), notes, marks
}

// tableRow is the beginning of a row, in whatever lists and quotes.
var tableRow = regexp.MustCompile(`^(?:[ \t>]|[-+*][ \t]|[0-9]{1,9}[.)][ \t])*\|`)

// pipesInCode escapes the strokes in the code of a table's row, where they part
// no cells in Pandoc.
func pipesInCode(line string) string {
	if !strings.Contains(line, "`") || !strings.Contains(line, "|") || !tableRow.MatchString(line) {
		return line
	}
	var b strings.Builder
	for i := 0; i < len(line); {
		switch {
		case line[i] == '`':
			n := codeSpan(line[i:])
			b.WriteString(strings.ReplaceAll(line[i:i+n], "|", `\|`))
			i += n
		case line[i] == '\\' && i+1 < len(line):
			b.WriteString(line[i : i+2])
			i += 2
		default:
			b.WriteByte(line[i])
			i++
		}
	}
	return b.String()
}

func isNotesDiv(name string) bool {
	return name == "notes" || name == "{.notes}" || name == "{.speaker-notes}"
}

// markedComment puts what was taken out of a text back: notes, and what is kept.
func (g *grammar) markedComment(notes, marks []string) func(p *page, text string) string {
	inner := *g
	return func(p *page, text string) string {
		name, ok := strings.CutPrefix(text, "\uFDD0")
		if !ok {
			return whole(text)
		}
		i, err := strconv.Atoi(strings.TrimSuffix(name[1:], "\uFDD1"))
		if err != nil {
			return whole(text)
		}
		if name[0] == 'n' {
			inner.markdownNotes(p, notes[i])
			return ""
		}
		return marks[i]
	}
}

// fence follows fences of code from line to line.
type fence struct{ open string }

var fenceStart = regexp.MustCompile("^(?:[ \t>]|[-+*][ \t]|[0-9]{1,9}[.)][ \t])*(?:(`{3,})[^`]*|(~{3,}).*)$")

// code reports whether a line is of a fence of code.
func (f *fence) code(line string) bool {
	if f.open != "" {
		bare := strings.Trim(line, " \t>")
		if len(bare) >= len(f.open) && strings.Trim(bare, f.open[:1]) == "" {
			f.open = ""
		}
		return true
	}
	if !strings.Contains(line, "```") && !strings.Contains(line, "~~~") {
		return false
	}
	if m := fenceStart.FindStringSubmatch(line); m != nil {
		f.open = m[1] + m[2]
		return true
	}
	return false
}

// readPatat reads a deck of patat: rules end slides, or headings where there are
// no rules; comments are notes.
func readPatat(ctx context.Context, text string) *source {
	s := &source{}
	front, body, _ := cutFront(text)
	found := s.readFront(front)
	g := &grammar{ctx: ctx, engine: newEngine(pandocInline()...)}
	s.title = g.titleText(s.title)
	level, _ := strconv.Atoi(found["patat.slideLevel"])
	body, notes, marks := cutDivs(body)
	marked := g.markedComment(notes, marks)
	g.comment = func(p *page, text string) string {
		bare := strings.TrimSpace(text)
		switch {
		case bare == "" || strings.HasPrefix(text, "\uFDD0"):
			return marked(p, text)
		case strings.HasPrefix(bare, "config:"):
			return whole(text)
		}
		p.say(plainNote(uncomment(text))...)
		return ""
	}
	source := []byte(body)
	root := g.markdown.ParseUntil(ctx, source)
	rules := false
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		rules = rules || n.Kind() == ast.KindThematicBreak
	}
	if level == 0 {
		level = slideLevel(root)
	}
	s.tree(g, source, root, func(n ast.Node, begun bool) (ends, skip bool) {
		switch n := n.(type) {
		case *ast.ThematicBreak:
			return true, true
		case *ast.Heading:
			return begun && !rules && n.Level <= level, false
		}
		return false, false
	})
	return s
}

package slides

import (
	"context"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"talkgiver/talk"
)

// readSlidev reads a deck of Slidev. Its splitter knows fences and comments; each
// slide may have settings, and its last comment is its notes.
func readSlidev(ctx context.Context, text string) *source {
	s := &source{}
	shown, said := &grammar{ctx: ctx, engine: newEngine(append(commonInline(), typography()...)...), comment: slidevRemark}, &grammar{ctx: ctx, engine: newEngine(slidevInline()...)}
	lines := strings.Split(text, "\n")
	start, inComment := 0, false
	endless := map[string]bool{} // the fences that nothing closes
	slice := func(end int) {
		if start != end {
			s.slidevSlide(shown, said, strings.Join(lines[start:end], "\n"))
			start = end + 1
		}
	}
	for i := 0; i < len(lines) && ctx.Err() == nil; i++ {
		line := strings.TrimRight(lines[i], " \t")
		switch {
		case inComment:
			inComment = commentOpen(lines[i], true)
		case strings.HasPrefix(line, "---"):
			slice(i)
			if !strings.HasPrefix(line, "----") && i+1 < len(lines) && strings.TrimSpace(lines[i+1]) != "" {
				start = i
				for i++; i < len(lines) && strings.TrimRight(lines[i], " \t") != "---"; i++ {
				}
			}
		case strings.HasPrefix(strings.TrimLeft(line, " \t"), "```"):
			marks := leadingBackticks.FindString(line)
			if endless[marks] {
				break
			}
			end := i + 1
			for end < len(lines) && !strings.HasPrefix(lines[end], marks) {
				end++
			}
			if end < len(lines) {
				i = end
			} else {
				endless[marks] = true
			}
		default:
			inComment = commentOpen(lines[i], false)
		}
	}
	if start <= len(lines)-1 {
		slice(len(lines))
	}
	return s
}

// plain returns the words of a line of Markdown.
func (g *grammar) plain(line string) string {
	p := &page{}
	g.markdownPage(p, line)
	for _, part := range p.parts {
		if paragraph, ok := part.block.(*talk.Paragraph); ok {
			return talk.PlainText(paragraph.Inlines)
		}
	}
	return line
}

// slidevRemark keeps a comment, but not the one that only tells UnoCSS to stay away.
func slidevRemark(p *page, text string) string {
	if strings.TrimSpace(text) == unstyled {
		return ""
	}
	return keepComment(p, text)
}

var leadingBackticks = regexp.MustCompile("^\\s*`+")

// commentOpen reports whether a comment is open behind a line.
func commentOpen(line string, open bool) bool {
	for {
		sign := "<!--"
		if open {
			sign = "-->"
		}
		_, rest, ok := strings.Cut(line, sign)
		if !ok {
			return open
		}
		line, open = rest, !open
	}
}

var yamlFence = regexp.MustCompile("(?s)^```(?:yaml|yml)[ \t]*\n(.*?)\n```")

// endComment returns where the comment begins that a text ends with, or -1.
func endComment(text string) int {
	for at := 0; ; {
		start := strings.Index(text[at:], "<!--")
		if start < 0 {
			return -1
		}
		at += start
		end := strings.Index(text[at+len("<!--"):], "-->")
		if end < 0 {
			return -1
		}
		if next := at + len("<!--") + end + len("-->"); next < len(text) {
			at = next
			continue
		}
		return at
	}
}

// tagLine is a line that may be one of HTML, in which Markdown looks for nothing.
var tagLine = regexp.MustCompile(`(?m)^[ \t>]*</?[a-zA-Z][^\n]*`)

// clicksInTags makes cues of the clicks in HTML, as Slidev does before it reads
// its notes.
func clicksInTags(note string) string {
	if !clickMark.MatchString(note) {
		return note // as most are; to look for tags takes longer
	}
	return tagLine.ReplaceAllStringFunc(note, func(line string) string {
		return clickMark.ReplaceAllLiteralString(line, "<!--"+cueTag+"-->")
	})
}

// slidevSlide reads one slide.
func (s *source) slidevSlide(shown, said *grammar, raw string) {
	p := &page{}
	front, body, ok := cutFront(raw)
	if !ok {
		if m := yamlFence.FindStringSubmatchIndex(strings.TrimLeft(raw, "\n")); m != nil {
			trimmed := strings.TrimLeft(raw, "\n")
			front, body = trimmed[m[2]:m[3]], trimmed[m[1]:]
		}
	}
	var found settings
	if len(s.pages) == 0 {
		found = s.readFront(front)
		s.title = strings.ReplaceAll(shown.plain(s.title), zeroWidth, "")
		layout := found["layout"]
		p.opening = layout == "" || layout == "cover" || layout == "intro"
	} else {
		found = readSettings(front)
		p.keep(withoutUnstyled.Replace(front + "\n"))
	}
	p.hidden = found["hide"] == "true" || found["disabled"] == "true"
	body = strings.TrimSpace(body)
	note := ""
	if at := endComment(body); at >= 0 {
		note, body = body[at+len("<!--"):len(body)-len("-->")], strings.TrimSpace(body[:at])
	}
	p.read = func() {
		shown.markdownPage(p, keepSlots(p.withoutScript(strings.ReplaceAll(body, unstyledMark, ""))))
		said.markdownNotes(p, clicksInTags(note))
	}
	s.pages = append(s.pages, p)
}

// withoutUnstyled takes what only tells UnoCSS to stay away out of settings.
var withoutUnstyled = strings.NewReplacer(unstyledSetting, "", unstyledTitle, "")

var slotLine = regexp.MustCompile(`^::[\w.-]+::[ \t]*$`)

// keepSlots makes comments of the lines that say where on a slide the next ones
// stand, such as ::right::, so that they are kept.
func keepSlots(body string) string {
	if !strings.Contains(body, "::") {
		return body
	}
	var b strings.Builder
	var f fence
	for line := range strings.SplitSeq(body, "\n") {
		if !f.code(line) && slotLine.MatchString(line) {
			line = "\n<!-- " + strings.TrimSpace(line) + " -->\n"
		}
		b.WriteString(line + "\n")
	}
	return b.String()
}

// readDeckset reads a deck of Deckset: settings at the very top, lines of notes
// that begin with ^.
func readDeckset(ctx context.Context, text string) *source {
	s := &source{}
	var front strings.Builder
	for {
		m := decksetSetting.FindString(text)
		if m == "" {
			break
		}
		front.WriteString(m)
		text = text[len(m):]
	}
	divider := s.readFront(front.String())["slide-dividers"]
	divides := map[string]bool{}
	for mark := range strings.SplitSeq(divider, ",") {
		divides[strings.TrimSpace(mark)] = true
	}
	var b, note strings.Builder
	var notes, marks []string
	var f fence
	endNote := func() {
		if note.Len() > 0 {
			b.WriteString(mark('n', len(notes)))
			notes = append(notes, note.String())
			note.Reset()
		}
	}
	begun := false
	for line := range strings.SplitSeq(text, "\n") {
		if f.code(line) {
			endNote()
			b.WriteString(line + "\n")
			continue
		}
		bare := strings.TrimSpace(line)
		sharp, _, _ := strings.Cut(bare, " ")
		switch said, isNote := strings.CutPrefix(line, "^"); {
		case isNote:
			note.WriteString(strings.TrimPrefix(said, " ") + "\n")
			continue
		case decksetCommand.MatchString(bare):
			b.WriteString(mark('k', len(marks)))
			marks = append(marks, bare)
		case begun && strings.HasPrefix(sharp, "#") && divides[sharp]:
			endNote()
			b.WriteString("\n---\n\n" + line + "\n")
		default:
			endNote()
			b.WriteString(line + "\n")
		}
		begun = begun || bare != ""
	}
	endNote()
	g := &grammar{ctx: ctx, engine: newEngine(append(commonInline(), shortcodes)...), keyword: decksetKeyword.MatchString}
	g.comment = g.markedComment(notes, marks)
	source := []byte(b.String())
	s.tree(g, source, g.markdown.ParseUntil(ctx, source), rulesEnd)
	return s
}

var (
	decksetSetting = regexp.MustCompile(`^(?:theme|footer|slidenumbers|slide-dividers|autoscale|build-lists|slidecount|slide-transition|code-language|background-color|header|text|text-strong|text-emphasis|fit-header|code|link|quote|table|list|presenter-notes|footer-style|slidenumber-style)[\w-]*:[^\n]*(?:\n|$)`)
	decksetCommand = regexp.MustCompile(`^\[\.[\w-]+(?::[^\]]*)?\]$`)
)

func slidevInline() []util.PrioritizedValue {
	return []util.PrioritizedValue{clickCues, tildes, brokenLines}
}

// rulesEnd reports that a rule ends a slide.
func rulesEnd(n ast.Node, _ bool) (ends, skip bool) {
	rule := n.Kind() == ast.KindThematicBreak
	return rule, rule
}

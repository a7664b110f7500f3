package slides

import (
	"context"
	"html"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/util"
)

func pandocInline() []util.PrioritizedValue {
	return []util.PrioritizedValue{smallSign('~', "sub"), smallSign('^', "sup"), hardSpaces, escapedSymbols, tildes, brokenLines, attributes}
}

func commonInline() []util.PrioritizedValue { return []util.PrioritizedValue{tildes, brokenLines} }

// readReveal reads Markdown for reveal.js: slides are parted before Markdown is
// read, so that code does not protect a separator.
func readReveal(ctx context.Context, text string) *source {
	s := &source{}
	s.reveal(ctx, text, revealDefaults())
	return s
}

// parting are the regular expressions by which reveal.js parts a file.
type parting struct{ slide, vertical, notes *regexp.Regexp }

func revealDefaults() parting {
	return parting{
		slide:    regexp.MustCompile(`\n---\n`),
		vertical: regexp.MustCompile(`\n----?\n|\n--\n`),
		notes:    regexp.MustCompile(`(?mi)^\s*notes?:`),
	}
}

// readRevealMD reads a deck of reveal-md: the page holds it as HTML does, and
// its front matter may have parting of its own.
func readRevealMD(ctx context.Context, text string) *source {
	s := &source{}
	front, body, _ := cutFront(text)
	found := s.readFront(front)
	s.title = html.UnescapeString(s.title)
	with := revealDefaults()
	with.vertical = regexp.MustCompile(`\n----\n`)
	for key, to := range map[string]**regexp.Regexp{"separator": &with.slide, "verticalSeparator": &with.vertical, "notesSeparator": &with.notes} {
		flags := "(?m)"
		if key == "notesSeparator" {
			flags = "(?mi)"
		}
		if own, err := regexp.Compile(flags + strings.ReplaceAll(found[key], `\r?`, "")); found[key] != "" && err == nil {
			*to = own
		}
	}
	s.reveal(ctx, html.UnescapeString(body), with)
	return s
}

// reveal parts a text and reads its slides.
func (s *source) reveal(ctx context.Context, text string, with parting) {
	at := 0
	continued := false
	g := &grammar{ctx: ctx, engine: newEngine(brokenLines), comment: func(p *page, text string) string { return p.revealComment(text) }}
	slide := func(text string) {
		p := &page{continued: continued}
		text, notes := unindented(text), ""
		if label := with.notes.FindStringIndex(text); label != nil {
			text, notes = text[:label[0]], text[label[1]:]
		}
		p.read = func() {
			g.markdownPage(p, text)
			g.markdownNotes(p, notes)
		}
		s.pages = append(s.pages, p)
	}
	next, down := newFinder(with.slide, text), newFinder(with.vertical, text)
	for ctx.Err() == nil {
		start, end := next.from(at)
		below := false
		if from, to := down.from(at); from < start {
			start, end, below = from, to, true
		}
		if start == len(text) {
			slide(text[at:])
			return
		}
		slide(text[at:start])
		at, continued = end, below
	}
}

// unindented takes the white space that a slide begins with off all of its lines, as
// reveal.js does, since the text of a page is indented as the page is. Where a line
// has it further on, reveal.js breaks the line there.
func unindented(text string) string {
	inner := strings.TrimPrefix(text, "\n")
	indent := inner[:len(inner)-len(strings.TrimLeft(inner, "\t"))]
	if indent == "" {
		n := len(inner) - len(strings.TrimLeft(inner, " \t\n"))
		if n < 2 {
			return text
		}
		indent = strings.Repeat(" ", n)
	}
	var b strings.Builder
	for i, line := range strings.Split(text, "\n") {
		before, behind, found := strings.Cut(line, indent)
		if i > 0 && !(found && before == "") {
			b.WriteByte('\n')
		}
		b.WriteString(before)
		if found {
			b.WriteString("\n" + behind)
		}
	}
	return b.String()
}

// finder finds the matches of an expression one after the other.
type finder struct {
	expression *regexp.Regexp
	text       string
	start, end int // of the match that was found last
}

func newFinder(expression *regexp.Regexp, text string) *finder {
	return &finder{expression: expression, text: text, start: -1}
}

// from returns the first match that begins at a place or behind it, or the end
// of the text. One of nothing parts nothing, and is none.
func (f *finder) from(at int) (start, end int) {
	if f.start >= at {
		return f.start, f.end
	}
	f.start, f.end = len(f.text), len(f.text)
	if m := f.expression.FindStringIndex(f.text[at:]); m != nil && m[0] < m[1] {
		f.start, f.end = at+m[0], at+m[1]
	}
	return f.start, f.end
}

var dataTiming = regexp.MustCompile(`\s*data-timing="(\d{1,6})"`)

// revealComment takes the time of a slide out of a comment with its attributes.
func (p *page) revealComment(text string) string {
	attributes, ok := strings.CutPrefix(strings.TrimSpace(text), ".slide:")
	if !ok {
		return whole(text)
	}
	m := dataTiming.FindStringSubmatch(attributes)
	if m == nil {
		return whole(text)
	}
	if p.time = seconds(m[1]); p.time == 0 {
		return whole(text)
	}
	if rest := strings.TrimSpace(dataTiming.ReplaceAllString(attributes, "")); rest != "" {
		return "<!-- .slide: " + rest + " -->"
	}
	return ""
}

// readRemark reads a deck of remark: lines of three hyphens part slides, and three
// question marks a slide from its notes. Two hyphens are steps: remark shows the
// slide again with what follows added to it. Here it is one slide with all of it,
// and each step is kept.
func readRemark(ctx context.Context, text string) *source {
	s := &source{}
	g := &grammar{ctx: ctx, engine: newEngine(append(commonInline(), marksInLine)...), comment: keepComment}
	var body, notes strings.Builder
	var f fence
	var steps []remarkStep // of the slide that is being read
	inNotes := false
	step := func(more bool) {
		steps = append(steps, remarkStep{body.String(), notes.String()})
		body.Reset()
		notes.Reset()
		inNotes = false
		if more {
			return
		}
		p, all := &page{}, steps
		p.read = func() { g.steps(p, all) }
		s.pages = append(s.pages, p)
		steps = nil
	}
	for line := range strings.SplitSeq(text, "\n") {
		to := &body
		if inNotes {
			to = &notes
		}
		switch {
		case f.code(line):
			to.WriteString(line + "\n")
		case line == "---":
			step(false)
		case line == "--":
			step(true)
		case line == "???" && !inNotes:
			inNotes = true
		default:
			to.WriteString(line + "\n")
		}
	}
	step(false)
	return s
}

// remarkStep is what stands up to a separator.
type remarkStep struct{ body, notes string }

// steps reads the steps of a slide of remark.
func (g *grammar) steps(p *page, steps []remarkStep) {
	for i, step := range steps {
		if i > 0 { // it is the same slide, on which more is shown now
			p.keep("--")
		}
		opening, hidden := p.opening, p.hidden
		text := p.properties(step.body)
		if i > 0 { // and as a whole what it began as
			p.opening, p.hidden = opening, hidden
		}
		text, marks := unclass(text)
		inner := *g
		inner.comment = g.markedComment(nil, marks)
		inner.markdownPage(p, text)
		inner.markdownNotes(p, step.notes)
	}
}

var remarkProperty = regexp.MustCompile(`^([-\w]+):([^\n]*)(?:\n|$)`)

// properties takes the lines off the top of a slide that say how it looks.
func (p *page) properties(text string) string {
	text = strings.TrimLeft(text, "\n")
	for {
		m := remarkProperty.FindStringSubmatch(text)
		if m == nil {
			return text
		}
		text = text[len(m[0]):]
		key, value := m[1], strings.TrimSpace(m[2])
		switch {
		case key == "class" && value == "center, middle":
			p.opening = true
		case key == "exclude" && value == "true", key == "layout" && value == "true":
			p.hidden = true
			fallthrough
		default:
			p.keep(strings.TrimSpace(m[0]))
		}
	}
}

// className is what begins remark's text of a class: .left[ and .red.big[.
var className = regexp.MustCompile(`^(?:\.[a-zA-Z_-][\w-]*)+\[`)

// unclass takes the classes of remark off a text and keeps their names.
func unclass(text string) (rest string, marks []string) {
	if !strings.Contains(text, "[") {
		return text, nil
	}
	var b strings.Builder
	var f fence
	var open []bool // for each bracket that is open, whether it is a class's
	for line := range strings.SplitAfterSeq(text, "\n") {
		if f.code(strings.TrimSuffix(line, "\n")) {
			b.WriteString(line)
			continue
		}
		for i := 0; i < len(line); {
			switch c := line[i]; {
			case c == '`':
				n := codeSpan(line[i:])
				b.WriteString(line[i : i+n])
				i += n
				continue
			case c == '\\' && i+1 < len(line):
				b.WriteString(line[i : i+2])
				i += 2
				continue
			case c == '.':
				if at := className.FindStringIndex(line[i:]); at != nil {
					b.WriteString("<\uFDD0k" + strconv.Itoa(len(marks)) + "\uFDD1>")
					if strings.TrimSpace(line[:i]) == "" && strings.TrimSpace(line[i+at[1]:]) == "" {
						b.WriteString("\n\n")
					}
					marks = append(marks, line[i:i+at[1]]+"]")
					open = append(open, true)
					i += at[1]
					continue
				}
			case c == '[':
				open = append(open, false)
			case c == ']' && len(open) > 0:
				class := open[len(open)-1]
				open = open[:len(open)-1]
				if class {
					i++
					continue
				}
			}
			b.WriteByte(line[i])
			i++
		}
	}
	if slices.Contains(open, true) { // it has no end: then it is text
		return text, nil
	}
	return b.String(), marks
}

// codeSpan returns how long the code span is that s begins with, or the marks
// when they begin none.
func codeSpan(s string) int {
	marks := len(s) - len(strings.TrimLeft(s, "`"))
	for at := marks; at < len(s); {
		start := strings.IndexByte(s[at:], '`')
		if start < 0 {
			break
		}
		at += start
		run := len(s[at:]) - len(strings.TrimLeft(s[at:], "`"))
		at += run
		if run == marks {
			return at
		}
	}
	return marks
}

package markdown

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"talkgiver/talk"
)

// reader makes a talk's sections of goldmark's tree.
type reader struct {
	source  []byte
	content string // source again, so that texts are parts of it and no copies
	begin   int    // offset of the first byte behind the front matter
	talk    *talk.Talk
	section *talk.Section // being read; nil before the first
	slide   *talk.Slide   // being read
	item    *talk.Item    // that what is said next belongs to
	before  int           // start of what stands before the first block of an opening; -1 when nothing does
	say     talk.Span     // the say mark that is open
	last    talk.Block    // right above, for a tag line
}

// readBody reads what stands behind the front matter.
func readBody(t *talk.Talk, front int) {
	begin := bodyStart(t.Source, front)
	plain, tooDeep := forGoldmark(t.Source, begin)
	r := &reader{source: t.Source, content: string(t.Source), begin: begin, talk: t, before: -1}
	if tooDeep >= 0 {
		r.problem(talk.TooDeep, "", talk.Span{Start: tooDeep, End: tooDeep + 1})
	}
	pc := parser.NewContext()
	root := newParser().Parse(text.NewReader(plain), parser.WithContext(pc))
	if at, ok := pc.Get(tooManyKey).(int); ok && tooDeep < 0 {
		r.problem(talk.TooDeep, "", talk.Span{Start: at, End: at + 1})
	}
	r.conflicts(root)
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		r.top(n)
	}
	r.endSection(len(t.Source))
}

// bodyStart is where Markdown begins: behind the front matter, or behind the
// mark that says that a file is UTF-8.
func bodyStart(source []byte, front int) int {
	if front == 0 && strings.HasPrefix(string(source[:min(len(source), 3)]), "\xef\xbb\xbf") {
		return 3
	}
	return front
}

// top reads one top-level block.
func (r *reader) top(n ast.Node) {
	start := r.start(n)
	switch n := n.(type) {
	case *ast.Heading:
		switch {
		case n.Level == 1 && !beginsSection(n):
			r.title(n)
		case n.Level <= 2:
			r.endSection(start)
			r.beginSection(n, start)
		case n.Level == 3:
			r.beginSlide(n, start)
		default:
			r.block(n)
		}
	case *ast.ThematicBreak:
		if r.breaks(n) {
			r.beginSlide(n, start)
		}
	case *keyLine:
		r.keyLine(start)
	case *tagLine:
		r.tagLine(start)
	case *ast.HTMLBlock:
		r.html(n)
	case *ast.LinkReferenceDefinition:
		r.unseen(start)
	default:
		r.block(n)
	}
}

// unseen notes a comment or a link's definition: right before an opening it
// belongs to the opening's text.
func (r *reader) unseen(start int) {
	if r.section == nil && r.before < 0 {
		r.before = start
	}
}

// start returns where the first line of a block starts. A table has the place
// of the paragraph that it was made of, which can begin before it.
func (r *reader) start(n ast.Node) int {
	if n.Kind() == extast.KindTable {
		n = n.FirstChild()
	}
	pos := n.Pos()
	if n.Type() == ast.TypeBlock && n.Lines() != nil && n.Lines().Len() > 0 {
		if first := n.Lines().At(0).Start; pos < 0 || first < pos {
			pos = first
		}
	}
	// Behind a tab goldmark's position can be off by the spaces that it stands for.
	return max(lineStart(r.source, min(max(pos, 0), len(r.source))), r.begin)
}

// span returns the lines of a block, from the first byte of its first to the
// end of its last.
func (r *reader) span(n ast.Node) talk.Span {
	return talk.Span{Start: r.start(n), End: r.endOf(n)}
}

// endOf returns the end of the last line of a block: the line before the next
// block that is not blank.
func (r *reader) endOf(n ast.Node) int {
	end := len(r.source)
	for c := n; c != nil; c = c.Parent() {
		if next := c.NextSibling(); next != nil {
			end = r.start(next)
			break
		}
	}
	return r.trimEnd(r.start(n), end)
}

// trimEnd returns the end of the last line of a span that is not blank.
func (r *reader) trimEnd(start, end int) int {
	for end > start && isSpace(r.source[end-1]) {
		end--
	}
	return min(lineEnd(r.source, end), len(r.source))
}

// title reads the heading of the whole talk. It belongs to no section.
func (r *reader) title(n *ast.Heading) {
	in := inlineReader{reader: r, places: tagsAtEnd}
	r.talk.Heading = talk.Heading{Level: 1, Inlines: in.read(n)}
	r.talk.Heading.Span = talk.Span{Start: r.start(n), End: headingEnd(r.source, n, r.start(n))}
	r.talk.Heading.Tags = in.tags
	r.talk.TitleSpan = titleSpan(r.source, n, &in, r.talk.Heading.Span.End)
	r.before = -1
}

// atxHeading is the start of a heading that is marked with # signs.
var atxHeading = regexp.MustCompile(`^ {0,3}#{1,6}(?:[ \t\r\n]|$)`)

// headingEnd returns the end of a heading's last line, without its line ending:
// for a setext heading that is its underline.
func headingEnd(source []byte, n *ast.Heading, start int) int {
	if n.Lines().Len() == 0 || atxHeading.Match(source[start:lineEnd(source, start)]) {
		return lineEnd(source, start)
	}
	last := lineStart(source, n.Lines().At(n.Lines().Len()-1).Start)
	return lineEnd(source, nextLine(source, last))
}

// open makes sure that there is a section and a slide: an opening without a
// heading when the talk begins without one.
func (r *reader) open(start int) {
	if r.section == nil {
		if r.before >= 0 {
			start = r.before
		}
		r.section = &talk.Section{Number: len(r.talk.Sections) + 1, Span: talk.Span{Start: start}}
		r.section.HeadSpan = talk.Span{Start: start, End: start}
		r.section.TitleSpan = r.section.HeadSpan
		r.section.Body = talk.Span{Start: start, End: start}
		r.talk.Sections = append(r.talk.Sections, r.section)
		r.slide = &talk.Slide{Span: talk.Span{Start: start}}
		r.section.Slides = []*talk.Slide{r.slide}
	}
}

// beginSection starts a section at a heading.
func (r *reader) beginSection(n *ast.Heading, start int) {
	in := inlineReader{reader: r, places: tagsAtEnd, timed: true}
	inlines := in.read(n)
	end := headingEnd(r.source, n, start)
	s := &talk.Section{
		Number: len(r.talk.Sections) + 1, Level: n.Level,
		Title: strings.TrimSpace(talk.PlainText(inlines)), Inlines: inlines,
		Tags: in.tags, Time: in.time,
		Span:     talk.Span{Start: start},
		HeadSpan: talk.Span{Start: start, End: end},
	}
	s.TitleSpan = titleSpan(r.source, n, &in, end)
	s.Body.Start = nextLine(r.source, end)
	r.section = s
	r.talk.Sections = append(r.talk.Sections, s)
	r.slide = &talk.Slide{Level: n.Level, Title: s.Title, Inlines: inlines, Tags: in.tags, Time: in.time, Span: talk.Span{Start: start}}
	s.Slides = []*talk.Slide{r.slide}
	r.item, r.last = nil, nil
}

// titleSpan returns the words of a heading in the source: without its marks,
// tags, time and comments.
func titleSpan(source []byte, n *ast.Heading, in *inlineReader, headEnd int) talk.Span {
	lines := n.Lines()
	if lines.Len() == 0 {
		return talk.Span{Start: headEnd, End: headEnd}
	}
	s := talk.Span{Start: lines.At(0).Start, End: lines.At(lines.Len() - 1).Stop}
	for _, t := range in.tags {
		s.End = min(s.End, t.Span.Start)
	}
	if in.time.Given() {
		s.End = min(s.End, in.time.Span.Start)
	}
	if in.tail >= 0 {
		s.End = min(s.End, in.tail)
	}
	for s.End > s.Start && isSpace(source[s.End-1]) {
		s.End--
	}
	return s
}

// endSection closes the section that is being read at the offset end.
func (r *reader) endSection(end int) {
	s := r.section
	if s == nil {
		return
	}
	r.closeSay()
	s.Span.End = end
	if s.Level == 0 && s.Span.Start > s.Body.Start {
		s.Body.Start = s.Span.Start
	}
	s.Body = trimBlank(r.source, talk.Span{Start: min(s.Body.Start, end), End: end})
	for i, slide := range s.Slides {
		slide.Span.End = end
		if i+1 < len(s.Slides) {
			slide.Span.End = s.Slides[i+1].Span.Start
		}
	}
	r.section, r.slide, r.item, r.last = nil, nil, nil, nil
}

// trimBlank takes the blank lines off both ends of a span, and the last line
// ending. A span of blank lines only is empty, at its start.
func trimBlank(source []byte, s talk.Span) talk.Span {
	start := s.Start
	for s.Start < s.End {
		next := min(nextLine(source, s.Start), s.End)
		if !isBlank(source[s.Start:next]) {
			break
		}
		s.Start = next
	}
	if s.Start == s.End {
		return talk.Span{Start: start, End: start}
	}
	for s.End > s.Start {
		last := lineStart(source, s.End)
		if last == s.End && s.End > s.Start { // behind a line ending
			last = lineStart(source, s.End-lineEndingSize(source, s.End))
		}
		if !isBlank(source[max(last, s.Start):s.End]) {
			break
		}
		s.End = max(last, s.Start)
	}
	for s.End > s.Start && (source[s.End-1] == '\n' || source[s.End-1] == '\r') {
		s.End--
	}
	return s
}

// lineEndingSize returns how many bytes the line ending before offset has.
func lineEndingSize(source []byte, offset int) int {
	switch {
	case offset >= 2 && source[offset-1] == '\n' && source[offset-2] == '\r':
		return 2
	case offset >= 1 && (source[offset-1] == '\n' || source[offset-1] == '\r'):
		return 1
	}
	return 0
}

// breaks reports whether a thematic break makes a slide: not right before a
// heading that begins one, not at the end, and not where nothing came before.
func (r *reader) breaks(n *ast.ThematicBreak) bool {
	if r.section == nil {
		return false
	}
	for next := n.NextSibling(); next != nil; next = next.NextSibling() {
		switch next := next.(type) {
		case *ast.Heading:
			return next.Level > 3
		case *ast.LinkReferenceDefinition:
			continue
		case *ast.HTMLBlock:
			if _, rest := splitComments(htmlText(next, r.source)); rest == "" {
				continue
			}
		}
		return true
	}
	return false
}

// beginSlide starts a further slide at a ### heading or a break.
func (r *reader) beginSlide(n ast.Node, start int) {
	r.open(start)
	r.slide = &talk.Slide{Span: talk.Span{Start: start}}
	if h, ok := n.(*ast.Heading); ok {
		in := inlineReader{reader: r, places: tagsAtEnd, timed: true}
		r.slide.Level, r.slide.Inlines = h.Level, in.read(h)
		r.slide.Title = strings.TrimSpace(talk.PlainText(r.slide.Inlines))
		r.slide.Tags, r.slide.Time = in.tags, in.time
	}
	r.section.Slides = append(r.section.Slides, r.slide)
	r.item, r.last = nil, nil
}

// block reads a shown or said block into the slide.
func (r *reader) block(n ast.Node) {
	span := r.span(n)
	r.open(span.Start)
	if n.Kind() == ast.KindParagraph {
		r.mistakenKeys(n.PreviousSibling(), span)
	}
	b := r.convert(n, span, !r.say.Empty())
	if p, ok := b.(*talk.Paragraph); ok && len(p.Inlines) == 0 {
		r.loneTags(p.Tags)
		return
	}
	if b != nil {
		r.add(b)
	}
}

// oneEnding makes LF of every line ending.
func oneEnding(s string) string {
	if strings.IndexByte(s, '\r') < 0 {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

func (r *reader) problem(key talk.ProblemKey, arg string, span talk.Span) {
	r.talk.Problems = append(r.talk.Problems, talk.Problem{Key: key, Arg: scalarText(arg), Span: span})
}

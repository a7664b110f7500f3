package markdown

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
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
	root := newParser().Parse(text.NewReader(plain))
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
	b := r.convert(n, span, !r.say.Empty())
	if p, ok := b.(*talk.Paragraph); ok && len(p.Inlines) == 0 {
		r.loneTags(p.Tags)
		return
	}
	if b != nil {
		r.add(b)
	}
}

// add puts a block on the slide and into its item.
func (r *reader) add(b talk.Block) {
	c := b.Common()
	r.slide.Blocks = append(r.slide.Blocks, b)
	r.last = b
	list, isList := b.(*talk.List)
	switch {
	case c.Said:
		if r.item == nil {
			r.newItem(nil, c.Span)
		}
		r.item.Said = append(r.item.Said, b)
		r.item.Span.End = c.Span.End
		r.item.Words += saidWords(b)
		r.tagItem(c.Tags)
		if isList {
			for _, li := range list.Items {
				r.tagItem(li.Tags)
			}
		}
	case isList:
		for _, li := range list.Items {
			r.newItem(li, li.Span)
			r.tagItem(li.Tags)
		}
	default:
		r.newItem(b, c.Span)
		r.tagItem(c.Tags)
	}
}

func (r *reader) newItem(shown talk.Block, span talk.Span) {
	r.item = &talk.Item{Shown: shown, Span: span}
	r.slide.Items = append(r.slide.Items, r.item)
}

// tagItem gives tags to the item that is being read. It has one kind; a second
// one stays in the text and is a problem.
func (r *reader) tagItem(tags talk.Tags) {
	for _, t := range tags {
		if k := t.Kind(); k != "" {
			if have := r.item.Tags.Kind(); have != "" {
				if have != k {
					r.problem(talk.SecondKind, "#"+t.Name, t.Span)
				}
				continue
			}
		}
		r.item.Tags = append(r.item.Tags, t)
	}
}

// saidWords counts the words of what is said.
func saidWords(b talk.Block) int { return talk.CountWords(talk.BlockText(b)) }

// tagLine gives the tags of a line to the block right above it.
func (r *reader) tagLine(start int) {
	tags := r.lineTags(start)
	if r.last == nil || r.item == nil {
		r.loneTags(tags)
		return
	}
	end := lineEnd(r.source, start)
	common := r.last.Common()
	if list, ok := r.last.(*talk.List); ok && len(list.Items) > 0 {
		common = list.Items[len(list.Items)-1].Common()
		r.last.Common().Span.End = end
	}
	common.Tags = append(common.Tags, tags...)
	common.Span.End = end
	r.item.Span.End = end
	r.tagItem(tags)
}

// loneTags notes tags that have nothing above them that they could be about.
func (r *reader) loneTags(tags talk.Tags) {
	for _, t := range tags {
		r.problem(talk.LoneTag, "#"+t.Name, t.Span)
	}
}

// lineTags reads the tags of a line that holds nothing else.
func (r *reader) lineTags(start int) talk.Tags {
	var tags talk.Tags
	end := lineEnd(r.source, start)
	if i := strings.Index(r.content[start:end], "<!--"); i >= 0 {
		r.comment(strings.TrimSpace(r.content[start+i:end]), talk.Span{Start: start + i, End: end})
		end = start + i
	}
	for i := start; i < end; i++ {
		if r.source[i] != '#' {
			continue
		}
		from := i
		for i++; i < end && isTagByte(r.source[i]); i++ {
		}
		if tag, ok := talk.ParseTag(r.content[from+1 : i]); ok {
			tags = append(tags, placed(tag, talk.Span{Start: from, End: i}))
		}
	}
	return tags
}

// html reads an HTML block: comments are kept and not seen, say marks begin and
// end what is said, and other HTML is text, letter by letter.
func (r *reader) html(n *ast.HTMLBlock) {
	start := r.start(n)
	end := r.endOf(n)
	comments, rest := splitComments(htmlText(n, r.source))
	for _, c := range comments {
		switch strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(c, "<!--"), "-->")) {
		case "say":
			r.closeSay()
			r.open(start)
			r.say = talk.Span{Start: start, End: end}
		case "/say":
			if r.say.Empty() {
				r.problem(talk.StraySay, "", talk.Span{Start: start, End: end})
			}
			r.say = talk.Span{}
		default:
			r.comment(c, talk.Span{Start: start, End: end})
		}
	}
	if rest == "" {
		r.unseen(start)
		return
	}
	r.open(start)
	r.add(&talk.Paragraph{
		BlockCommon: talk.BlockCommon{Span: talk.Span{Start: start, End: end}, Said: true},
		Inlines:     literal(rest, talk.Span{Start: start, End: end}),
	})
}

// literal makes text of raw HTML, letter by letter.
func literal(raw string, span talk.Span) []talk.Inline {
	var out []talk.Inline
	for i, line := range strings.Split(oneEnding(clean(raw)), "\n") {
		if i > 0 {
			out = append(out, &talk.LineBreak{})
		}
		out = append(out, &talk.Text{Text: strings.TrimRight(line, " \t"), Span: span})
	}
	return out
}

// oneEnding makes LF of every line ending.
func oneEnding(s string) string {
	if strings.IndexByte(s, '\r') < 0 {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

// closeSay ends what is said at the end of a section, when no mark did.
func (r *reader) closeSay() {
	if !r.say.Empty() {
		r.problem(talk.OpenSay, "", r.say)
	}
	r.say = talk.Span{}
}

func htmlText(n *ast.HTMLBlock, source []byte) string {
	var b strings.Builder
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		b.Write(source[line.Start:line.Stop])
	}
	if n.HasClosure() {
		b.Write(source[n.ClosureLine.Start:n.ClosureLine.Stop])
	}
	return strings.TrimSpace(oneEnding(b.String()))
}

// splitComments takes the comments out of raw HTML.
func splitComments(raw string) (comments []string, rest string) {
	var b strings.Builder
	for {
		i := strings.Index(raw, "<!--")
		if i < 0 {
			break
		}
		b.WriteString(raw[:i])
		end := strings.Index(raw[i:], "-->")
		if end < 0 { // never closed: the rest of the file is a comment
			comments = append(comments, raw[i:])
			raw = ""
			break
		}
		comments = append(comments, raw[i:i+end+3])
		raw = raw[i+end+3:]
	}
	b.WriteString(raw)
	return comments, strings.TrimSpace(b.String())
}

var silenceComment = regexp.MustCompile(`(?s)^<!--\s*silence\b\s*(?:([a-z][a-z0-9.-]*)\s*:)?\s*(.*?)\s*-->$`)

// comment reads a comment. Only one that silences a finding means something:
// it covers its own line, or on a line of its own the block right above.
func (r *reader) comment(raw string, span talk.Span) {
	m := silenceComment.FindStringSubmatch(strings.TrimSpace(raw))
	if m == nil {
		return
	}
	if m[1] == "" || m[2] == "" {
		r.problem(talk.BadSilence, strings.TrimSpace(raw), span)
		return
	}
	line := lineStart(r.source, span.Start)
	covers := talk.Span{Start: line, End: lineEnd(r.source, span.End)}
	if isBlank(r.source[line:span.Start]) && !blankBefore(r.source, line) && r.slide != nil {
		covers.Start = r.slide.Span.Start
		if r.last != nil {
			covers.Start = r.last.Common().Span.Start
		}
	}
	r.talk.Silences = append(r.talk.Silences, talk.Silence{Rule: m[1], Reason: scalarText(m[2]), Span: span, Covers: covers})
}

func (r *reader) problem(key talk.ProblemKey, arg string, span talk.Span) {
	r.talk.Problems = append(r.talk.Problems, talk.Problem{Key: key, Arg: scalarText(arg), Span: span})
}

// convert makes a talk's block of goldmark's, whose lines are span. It returns
// nil for what is not seen.
func (r *reader) convert(n ast.Node, span talk.Span, said bool) talk.Block {
	common := talk.BlockCommon{Span: span, Said: said}
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		return r.paragraph(n, common)
	case *ast.Heading:
		in := inlineReader{reader: r, places: tagsAtEnd, cues: said}
		h := &talk.Heading{BlockCommon: common, Level: n.Level, Inlines: in.read(n)}
		h.Tags = in.tags
		return h
	case *ast.List:
		l := &talk.List{BlockCommon: common, Ordered: n.IsOrdered(), Start: n.Start, Tight: n.IsTight}
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			li := &talk.ListItem{BlockCommon: talk.BlockCommon{Span: clamp(r.span(c), span), Said: said}}
			// The tags of all its lines are the entry's own.
			li.Blocks, li.Tags = r.inner(c, li.Span, said)
			l.Items = append(l.Items, li)
		}
		return l
	case *ast.FencedCodeBlock:
		c := &talk.Code{BlockCommon: common, Text: r.code(n)}
		if n.Info != nil {
			c.Info = strings.TrimSpace(clean(segmentText(r.source, n.Info.Segment)))
		}
		return c
	case *ast.CodeBlock:
		return &talk.Code{BlockCommon: common, Text: r.code(n)}
	case *ast.Blockquote:
		q := &talk.Quote{BlockCommon: common}
		q.Blocks, q.Tags = r.inner(n, span, said)
		return q
	case *extast.Table:
		return r.table(n, common)
	case *ast.HTMLBlock:
		comments, rest := splitComments(htmlText(n, r.source))
		for _, c := range comments {
			r.comment(c, span)
		}
		if rest == "" {
			return nil
		}
		return &talk.Paragraph{BlockCommon: common, Inlines: literal(rest, span)}
	}
	// Inside a list or a quote a break is only a line; nothing is read there.
	return nil
}

// clamp holds a span within another. Behind a tab goldmark's positions can be
// off by the spaces that the tab stands for.
func clamp(s, outer talk.Span) talk.Span {
	start := min(max(s.Start, outer.Start), outer.End)
	return talk.Span{Start: start, End: min(max(s.End, start), outer.End)}
}

// paragraph reads text. At the top level it is said, unless it holds only
// images or ends with #show; inside a shown block it is shown.
func (r *reader) paragraph(n ast.Node, common talk.BlockCommon) talk.Block {
	p := &talk.Paragraph{BlockCommon: common}
	said := common.Said
	top := n.Parent().Kind() == ast.KindDocument
	in := inlineReader{reader: r, places: tagsAtEnd, cues: top || said}
	if !top {
		in.places = tagsAtLineEnds
	}
	p.Inlines = in.read(n)
	p.Tags = in.tags
	p.Said = said || top && !onlyImages(p.Inlines) && !in.tags.Has(talk.TagShow)
	if in.cues && !p.Said {
		// A shown text has no cues: read it again as it stands.
		again := inlineReader{reader: &reader{source: r.source, content: r.content, talk: &talk.Talk{}}, places: in.places}
		p.Inlines = again.read(n)
	}
	return p
}

// onlyImages reports whether a line holds at least one image, which may be a
// link, and nothing else.
func onlyImages(inlines []talk.Inline) bool {
	images := 0
	for _, in := range inlines {
		switch in := in.(type) {
		case *talk.Image:
			images++
		case *talk.Anchor:
			if !onlyImages(in.Children) {
				return false
			}
			images++
		case *talk.LineBreak:
		case *talk.Text:
			if strings.TrimSpace(in.Text) != "" {
				return false
			}
		default:
			return false
		}
	}
	return images > 0
}

// inner reads the blocks inside a list item or a quote and collects their tags.
func (r *reader) inner(n ast.Node, outer talk.Span, said bool) ([]talk.Block, talk.Tags) {
	var blocks []talk.Block
	var tags talk.Tags
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() == kindTagLine {
			tags = append(tags, r.lineTags(r.start(c))...)
			continue
		}
		b := r.convert(c, clamp(r.span(c), outer), said)
		if b == nil {
			continue
		}
		tags = append(tags, b.Common().Tags...)
		if l, ok := b.(*talk.List); ok {
			for _, li := range l.Items {
				tags = append(tags, li.Tags...)
			}
		}
		blocks = append(blocks, b)
	}
	return blocks, tags
}

// code returns the lines of a code block as they stand, each with \n.
func (r *reader) code(n ast.Node) string {
	var b strings.Builder
	for i := range n.Lines().Len() {
		b.WriteString(strings.TrimRight(segmentText(r.source, n.Lines().At(i)), "\r\n"))
		b.WriteByte('\n')
	}
	return clean(b.String())
}

// segmentText returns what a segment of goldmark's holds. The segment's own
// Value would write a line ending into the bytes that it is given.
func segmentText(source []byte, s text.Segment) string {
	return strings.Repeat(" ", s.Padding) + string(source[s.Start:s.Stop])
}

func (r *reader) table(n *extast.Table, common talk.BlockCommon) talk.Block {
	t := &talk.Table{BlockCommon: common}
	for _, a := range n.Alignments {
		align := talk.AlignNone
		switch a {
		case extast.AlignLeft:
			align = talk.AlignLeft
		case extast.AlignCenter:
			align = talk.AlignCenter
		case extast.AlignRight:
			align = talk.AlignRight
		}
		t.Align = append(t.Align, align)
	}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		var cells [][]talk.Inline
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			in := inlineReader{reader: r, cues: common.Said}
			cells = append(cells, in.read(cell))
		}
		if _, ok := row.(*extast.TableHeader); ok {
			t.Header = cells
		} else {
			t.Rows = append(t.Rows, cells)
		}
	}
	return t
}

// number reads the digits at the end of a link, such as "need 2". It is 0 for
// one too large to be anything.
func number(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return n
}

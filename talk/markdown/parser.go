package markdown

import (
	"bytes"
	"regexp"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"talkgiver/talk"
)

// newParser returns goldmark's CommonMark parser with tables and strikethrough,
// and with the two kinds of lines that only a talk file has.
func newParser() parser.Parser {
	// Before everything that could take the line: a key line must not become a
	// paragraph, and the line below it no setext heading.
	return newGoldmark([]util.PrioritizedValue{util.Prioritized(keyLineParser{}, 50), util.Prioritized(tagLineParser{}, 60)}, nil)
}

// setextParser takes underlined headings, but not the line below a table that
// goes on from a paragraph: goldmark would make a heading of the lines above
// the table and put it below.
type setextParser struct{ parser.BlockParser }

func (p setextParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if open := pc.LastOpenedBlock().Node; open != nil && ast.IsParagraph(open) && open.Parent() == parent {
		if tableIn(open, reader, pc).above {
			return nil, parser.NoChildren
		}
	}
	return p.BlockParser.Open(parent, reader, pc)
}

var (
	kindKeyLine = ast.NewNodeKind("KeyLine")
	kindTagLine = ast.NewNodeKind("TagLine")
)

// keyLine is a line such as "gives: a question" right below a section heading.
type keyLine struct{ ast.BaseBlock }

func (*keyLine) Kind() ast.NodeKind              { return kindKeyLine }
func (k *keyLine) Dump(source []byte, depth int) { ast.DumpHelper(k, source, depth, nil, nil) }

// tagLine is a line that holds only tags, right below what they are about.
type tagLine struct{ ast.BaseBlock }

func (*tagLine) Kind() ast.NodeKind              { return kindTagLine }
func (t *tagLine) Dump(source []byte, depth int) { ast.DumpHelper(t, source, depth, nil, nil) }

// keyLineStart is the start of a key line: the key and its colon.
var keyLineStart = regexp.MustCompile(`^ {0,3}(gives|meets|makes|new|relevant|after):`)

// keyLineParser takes key lines: they stand directly below a heading that
// begins a section, or below another key line, without a blank line between.
type keyLineParser struct{}

func (keyLineParser) Trigger() []byte { return []byte("gmnra") }

func (keyLineParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	if parent.Kind() != ast.KindDocument || !keyLineStart.Match(line) || blankBefore(reader.Source(), segment.Start) {
		return nil, parser.NoChildren
	}
	switch last := parent.LastChild().(type) {
	case *keyLine:
	case *ast.Heading:
		if !beginsSection(last) {
			return nil, parser.NoChildren
		}
	default:
		return nil, parser.NoChildren
	}
	reader.AdvanceToEOL()
	return &keyLine{}, parser.NoChildren
}

func (keyLineParser) Continue(ast.Node, text.Reader, parser.Context) parser.State {
	return parser.Close
}
func (keyLineParser) Close(ast.Node, text.Reader, parser.Context) {}
func (keyLineParser) CanInterruptParagraph() bool                 { return false }
func (keyLineParser) CanAcceptIndentedLine() bool                 { return false }

// tagLineParser takes lines of nothing but tags. CommonMark would read such a
// line as part of the quote, the list or the table above it, so it may end
// them. At the end of a paragraph it is left to the paragraph, which reads the
// tags at its end by itself.
type tagLineParser struct{}

func (tagLineParser) Trigger() []byte { return []byte{'#'} }

func (tagLineParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	source := reader.Source()
	if kind := parent.Kind(); kind != ast.KindDocument && kind != ast.KindListItem {
		return nil, parser.NoChildren
	}
	if !onlyTags(line) || blankBefore(source, segment.Start) {
		return nil, parser.NoChildren
	}
	if open := pc.LastOpenedBlock().Node; open != nil && ast.IsParagraph(open) {
		if open.Parent() == parent {
			if !tableIn(open, reader, pc).isTable {
				return nil, parser.NoChildren
			}
		}
	} else if last := parent.LastChild(); last == nil || !canCarryTagLine(last) {
		return nil, parser.NoChildren
	}
	reader.AdvanceToEOL()
	return &tagLine{}, parser.NoChildren
}

func (tagLineParser) Continue(ast.Node, text.Reader, parser.Context) parser.State {
	return parser.Close
}
func (tagLineParser) Close(ast.Node, text.Reader, parser.Context) {}
func (tagLineParser) CanInterruptParagraph() bool                 { return true }
func (tagLineParser) CanAcceptIndentedLine() bool                 { return false }

// canCarryTagLine reports whether a closed block can have tags on the line
// below it. A heading has its tags at its own end.
func canCarryTagLine(n ast.Node) bool {
	switch n.Kind() {
	case ast.KindHeading, ast.KindThematicBreak, ast.KindHTMLBlock, kindKeyLine:
		return false
	}
	return true
}

// onlyTags reports whether a line holds known tags and nothing else, but for a
// comment at its end.
func onlyTags(line []byte) bool {
	if i := bytes.Index(line, []byte("<!--")); i > 0 && bytes.HasSuffix(bytes.TrimSpace(line), []byte("-->")) {
		line = line[:i]
	}
	words := bytes.Fields(line)
	for _, w := range words {
		if w[0] != '#' {
			return false
		}
		if _, ok := talk.ParseTag(string(w[1:])); !ok {
			return false
		}
	}
	return len(words) > 0
}

// beginsSection reports whether a heading can begin a section: one of level 2,
// or of level 1 when another of level 1 came before.
func beginsSection(h *ast.Heading) bool {
	switch h.Level {
	case 2:
		return true
	case 1:
		for n := h.PreviousSibling(); n != nil; n = n.PreviousSibling() {
			if other, ok := n.(*ast.Heading); ok && other.Level <= 2 {
				return true
			}
		}
	}
	return false
}

// blankBefore reports whether the line before the one at start is blank or not there.
func blankBefore(source []byte, start int) bool {
	start = lineStart(source, start)
	if start == 0 {
		return true
	}
	before := start - 1
	if source[before] == '\n' && before > 0 && source[before-1] == '\r' {
		before--
	}
	return isBlank(source[lineStart(source, before):before])
}

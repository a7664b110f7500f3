package markdown

import (
	"bytes"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// newGoldmark returns goldmark's CommonMark parser with tables and strikethrough,
// with what a dialect adds, whose time grows with the size of what it reads and
// no faster.
func newGoldmark(moreBlocks, moreInline []util.PrioritizedValue) parser.Parser {
	blocks := parser.DefaultBlockParsers()
	for i, b := range blocks {
		switch b.Priority {
		case setextPriority:
			blocks[i].Value = setextParser{parser.NewSetextHeadingParser()}
		case listPriority:
			blocks[i].Value = listParser{parser.NewListParser()}
		}
	}
	inline := parser.DefaultInlineParsers()
	for i, p := range inline {
		switch p.Priority {
		case codePriority:
			inline[i].Value = codeParser{parser.NewCodeSpanParser()}
		case linkPriority:
			inline[i].Value = linkParser{parser.NewLinkParser()}
		case rawPriority:
			inline[i].Value = rawParser{parser.NewRawHTMLParser()}
		}
	}
	return goldmark.New(
		goldmark.WithParser(parser.NewParser(
			parser.WithBlockParsers(append(blocks, moreBlocks...)...),
			parser.WithInlineParsers(append(inline, moreInline...)...),
			parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
			parser.WithASTTransformers(util.Prioritized(strokes{}, afterTables)),
		)),
		goldmark.WithExtensions(extension.Table, extension.Strikethrough),
	).Parser()
}

// Where goldmark has its parsers of underlined headings, of lists, of code in a
// line, of links and of raw HTML.
const (
	setextPriority = 100
	codePriority   = 100
	listPriority   = 300
	linkPriority   = 200
	rawPriority    = 400
	afterTables    = 1000
)

// listParser reads lists. Below an empty entry and a blank line goldmark ends all
// lists around, not only the one that the entry is of.
type listParser struct{ parser.BlockParser }

// Continue implements parser.BlockParser.
func (p listParser) Continue(n ast.Node, reader text.Reader, pc parser.Context) parser.State {
	state := p.BlockParser.Continue(n, reader, pc)
	item, ok := n.LastChild().(*ast.ListItem)
	if state != parser.Close || !ok || item.ChildCount() == 0 {
		return state
	}
	line, _ := reader.PeekLine()
	if indent, _ := util.IndentWidth(line, reader.LineOffset()); indent < item.Offset {
		return state
	}
	return parser.Continue | parser.HasChildren // what stands so far in is the entry's
}

// linkParser reads links. At each "]" goldmark looks for the line of its "[", and
// at each "](" for the end of a destination, which is that of the line when no
// bracket closes it. Where that was too often, the other brackets of the block
// are text.
type linkParser struct{ parser.InlineParser }

var (
	lookedKey  = parser.NewContextKey() // how much of the block was looked at, an int; -1 when it is enough
	tooManyKey = parser.NewContextKey() // where brackets have become text first, an int
)

// A block may be looked at maxLooks times from end to end, and freeLooks bytes of
// it more.
const (
	maxLooks  = 50
	freeLooks = 10_000
)

// Parse implements parser.InlineParser.
func (p linkParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	looks, _ := pc.Get(lookedKey).(int)
	if looks < 0 {
		return nil
	}
	n := p.InlineParser.Parse(parent, block, pc)
	if line[0] != ']' {
		return n
	}
	lines := parent.Lines()
	first, last := lines.At(0).Start, lines.At(lines.Len()-1).Stop
	looks += lines.Len()
	if n == nil && len(line) > 1 && line[1] == '(' {
		looks += looked(line[2:], last-segment.Start)
	}
	if looks > freeLooks+maxLooks*(last-first) {
		if pc.Get(tooManyKey) == nil {
			pc.Set(tooManyKey, segment.Start)
		}
		looks = -1
	}
	pc.Set(lookedKey, looks)
	return n
}

// looked returns how many bytes were looked at for the destination of a link,
// and for its title, which may go on to the end of the block.
func looked(line []byte, rest int) int {
	if bytes.HasPrefix(line, []byte("<")) {
		return len(line)
	}
	end := bytes.IndexAny(line, " \t\n")
	if end < 0 {
		return len(line)
	}
	if behind := bytes.TrimLeft(line[end:], " \t\n"); len(behind) == 0 || bytes.IndexByte([]byte(`"'(`), behind[0]) >= 0 {
		return rest
	}
	return end
}

// CloseBlock implements parser.CloseBlocker.
func (p linkParser) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	pc.Set(lookedKey, nil)
	if closer, ok := p.InlineParser.(parser.CloseBlocker); ok {
		closer.CloseBlock(parent, block, pc)
	}
}

// rawParser reads raw HTML. All of it ends with an angle, for which goldmark looks
// sign by sign; where none comes there is nothing to look at.
type rawParser struct{ parser.InlineParser }

// angleKey is where in the block the last closing angle is, an int.
var angleKey = parser.NewContextKey()

// Parse implements parser.InlineParser.
func (p rawParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	last, ok := pc.Get(angleKey).(int)
	if !ok {
		last = lastAngle(parent.Lines(), block.Source())
		pc.Set(angleKey, last)
	}
	if _, segment := block.PeekLine(); last < segment.Start {
		return nil
	}
	return p.InlineParser.Parse(parent, block, pc)
}

// CloseBlock implements parser.CloseBlocker.
func (rawParser) CloseBlock(_ ast.Node, _ text.Reader, pc parser.Context) { pc.Set(angleKey, nil) }

// lastAngle returns the place of the last closing angle, or -1.
func lastAngle(lines *text.Segments, source []byte) int {
	for i := lines.Len() - 1; i >= 0; i-- {
		line := lines.At(i)
		if at := bytes.LastIndexByte(source[line.Start:line.Stop], '>'); at >= 0 {
			return line.Start + at
		}
	}
	return -1
}

// codeParser reads code in a line. Goldmark looks to the end of the block for the
// backticks that close it; those that nothing closes are found here at once.
type codeParser struct{ parser.InlineParser }

// ticksKey is where in the block the last backticks of each number begin, a
// map[int]int.
var ticksKey = parser.NewContextKey()

// Parse implements parser.InlineParser.
func (p codeParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	last, ok := pc.Get(ticksKey).(map[int]int)
	if !ok {
		last = lastTicks(parent.Lines(), block.Source())
		pc.Set(ticksKey, last)
	}
	line, segment := block.PeekLine()
	n := ticks(line)
	if last[n] > segment.Start {
		return p.InlineParser.Parse(parent, block, pc)
	}
	block.Advance(n)
	return ast.NewTextSegment(segment.WithStop(segment.Start + n))
}

// CloseBlock implements parser.CloseBlocker.
func (codeParser) CloseBlock(_ ast.Node, _ text.Reader, pc parser.Context) { pc.Set(ticksKey, nil) }

func lastTicks(lines *text.Segments, source []byte) map[int]int {
	last := map[int]int{}
	for i := range lines.Len() {
		line := lines.At(i)
		for at := line.Start; at < line.Stop; at++ {
			if n := ticks(source[at:line.Stop]); n > 0 {
				last[n] = at
				at += n
			}
		}
	}
	return last
}

// ticks returns with how many backticks a line begins.
func ticks(line []byte) int {
	n := 0
	for n < len(line) && line[n] == '`' {
		n++
	}
	return n
}

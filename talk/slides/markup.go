package slides

import (
	"io"
	"regexp"
	"strconv"
	"strings"

	"github.com/gomarkdown/markdown"
	"github.com/gomarkdown/markdown/ast"

	"talkgiver/talk"
)

// dialect is how the Markdown of one tool differs from CommonMark with tables.
type dialect struct {
	// nesting is how deep the tool reads lists and quotes; see tree.
	nesting int
	// escape writes the escape of what stands at s[i], when the tool takes it
	// for more than text, and returns how many bytes it has dealt with; 0 leaves
	// them to CommonMark's escapes. It is not asked for letters and figures.
	escape func(out *strings.Builder, s string, i int, first bool) int
	// keyword reports whether the tool takes this word of an image's
	// alternative text for a setting.
	keyword func(word string) bool
	// bareImages says that the tool knows no escapes in alternative texts, so
	// that one which needs any stands in an HTML tag.
	bareImages bool
	// spoils reports whether the tool shows this text wrong as code, so that
	// it stands in HTML tags.
	spoils func(code string) bool
	// imagePrefix stands before the alternative text of each image.
	imagePrefix string
	// loneImage stands behind an image that is all of a paragraph.
	loneImage string
	// noImages says that the tool shows an image as its source, so that its
	// alternative text stands there alone.
	noImages bool
	// bareURLs says that the tool shows the marks of an address in the text.
	bareURLs bool
	// noTimes says that the tool has no place for the time of a slide.
	noTimes bool
	// refuses reports whether the tool shows a link or an image with this
	// destination as the characters it is written with.
	refuses func(destination string) bool
	// untitled reports whether the tool shows the title of a link with this
	// destination instead of its text.
	untitled func(destination string) bool
	// maxSpaces is how many spaces there can be in a row in a line of code; 0 for any
	// number. Code with more stands in HTML.
	maxSpaces int
	// tagged reports whether this block of a slide stands in HTML as a whole,
	// since the tool would read its Markdown wrong.
	tagged func(block ast.Node) bool
	// attribute stands in the HTML tag around a block of code, with a space before
	// it.
	attribute string
	// inScript says that the slides stand in a script of HTML, where "</script" ends
	// it and a "<!--" may keep it open, whatever sign of Markdown is before it.
	inScript bool
	// classed says that the tag around code names its language as a class.
	classed bool
	// source writes where an image is as an attribute of its tag, for an image
	// that Markdown would show wrong; "" for any other.
	source func(destination string) string
	// codeLine ends a line of code in HTML; else a line feed does.
	codeLine string
	// noTags says that the tool reads no HTML: emphasis that its Markdown cannot
	// show is left out, and text is all that there is in an image that it cannot
	// show.
	noTags bool
	// spaced says that the tool needs a blank line between all blocks but a
	// text and the list below it.
	spaced bool
	// between ends a list so that the next one is another; else a definition
	// that nothing uses does.
	between string
	// lineBreak ends a line that the next one follows in the same block; else
	// a backslash does.
	lineBreak string
	// cellPipe is how a stroke in a code span in a table is written; else with
	// a backslash before it.
	cellPipe string
	// fence returns the words behind a fence of code for its language.
	fence func(language string) string
	// fenced writes a line of code in a fence, which stands in a list or a quote
	// or not.
	fenced func(line string, inside bool) string
	// bulletWidth is how wide the mark of a list's entry is with the spaces
	// behind it; else two, and more for a number.
	bulletWidth int
	// trimsCode says that the tool takes white space off the ends of code spans.
	trimsCode bool
	// trimsTags says that it takes white space out of the ends of any tag where no
	// word is beside it.
	trimsTags bool
}

// whole returns the dialect with all that it leaves out as in CommonMark.
func (d dialect) whole() dialect {
	never := func(string) bool { return false }
	if d.nesting == 0 {
		d.nesting = commonNesting
	}
	if d.escape == nil {
		d.escape = func(*strings.Builder, string, int, bool) int { return 0 }
	}
	if d.keyword == nil {
		d.keyword = never
	}
	if d.spoils == nil {
		d.spoils = never
	}
	if d.refuses == nil {
		d.refuses = never
	}
	if d.untitled == nil {
		d.untitled = never
	}
	if d.source == nil {
		d.source = func(string) string { return "" }
	}
	if d.tagged == nil {
		d.tagged = func(ast.Node) bool { return false }
	}
	if d.between == "" {
		d.between = "[-]: #"
	}
	if d.lineBreak == "" {
		d.lineBreak = "\\"
	}
	if d.codeLine == "" {
		d.codeLine = "\n"
	}
	if d.cellPipe == "" {
		d.cellPipe = `\|`
	}
	if d.fenced == nil {
		d.fenced = func(line string, _ bool) string { return line }
	}
	if d.fence == nil {
		d.fence = func(language string) string { return language }
	}
	return d
}

// commonNesting is deeper than anybody writes, and no tool stops before it.
const commonNesting = 19

// render writes the heading and the blocks of a slide as Markdown of one tool,
// nothing when there is nothing to show.
func (d dialect) render(level int, title []talk.Inline, blocks []talk.Block) []byte {
	doc := tree(nil, 0)
	addHeading(doc, level, title)
	addBlocks(doc, blocks, d.nesting)
	if len(doc.Children) == 0 {
		return nil
	}
	return markdown.Render(doc, newMarkup(d))
}

// markup writes gomarkdown's syntax tree as Markdown in which all text is only
// text. It is a markdown.Renderer for one tree at a time.
type markup struct {
	dialect
	lead   string   // what the next line begins with
	prefix string   // what the lines after it begin with
	open   []inside // the containers that are being written
	line   line     // the text that is being written
	row    strings.Builder
	done   ast.Node // the block that was written as a whole
}

// inside is a container of blocks that is being written.
type inside struct {
	node   ast.Node
	last   ast.Node // the block before, nil at the beginning
	prefix string   // to go back to
	number int      // of the next entry, for an ordered list
}

func newMarkup(d dialect) *markup { return &markup{dialect: d, line: line{dialect: d}} }

// RenderHeader writes nothing.
func (m *markup) RenderHeader(io.Writer, ast.Node) {}

// RenderFooter writes nothing.
func (m *markup) RenderFooter(io.Writer, ast.Node) {}

// RenderNode writes a node: a container when entering and once more when leaving.
func (m *markup) RenderNode(w io.Writer, node ast.Node, entering bool) ast.WalkStatus {
	if len(m.open) == 1 && entering && m.tagged(node) {
		m.separate(w, node)
		for line := range strings.SplitSeq(taggedBlock(node, m.dialect), "\n") {
			m.write(w, line)
		}
		m.done = node
		return ast.SkipChildren
	}
	if node == m.done { // left
		return ast.GoToNext
	}
	switch n := node.(type) {
	case *ast.Document:
		m.container(n, "", "", entering)
	case *ast.BlockQuote:
		if entering {
			m.separate(w, n)
		}
		m.container(n, "> ", "> ", entering)
	case *ast.List:
		if entering {
			m.separate(w, n)
		}
		m.container(n, "", "", entering)
	case *ast.ListItem:
		m.item(w, n, entering)
	case *ast.Paragraph:
		if entering {
			m.separate(w, n)
			break
		}
		for _, text := range m.line.lines(m.lineBreak) {
			m.write(w, text)
		}
	case *ast.Heading:
		if entering {
			m.separate(w, n)
			m.line.heading = true
			break
		}
		m.write(w, strings.Repeat("#", n.Level)+" "+m.oneLine())
		m.line.heading = false
	case *ast.CodeBlock:
		m.separate(w, n)
		m.code(w, n)
	case *ast.Table:
		if entering {
			m.separate(w, n)
		}
		m.line.cell = entering
	case *ast.TableHeader, *ast.TableBody:
	case *ast.TableRow:
		m.tableRow(w, n, entering)
	case *ast.TableCell:
		if !entering {
			m.row.WriteString(" " + m.oneLine() + " |")
		}
	default:
		return m.line.render(node, entering)
	}
	return ast.GoToNext
}

// write writes one line below what is open.
func (m *markup) write(w io.Writer, text string) {
	start := m.lead
	if text == "" {
		start = strings.TrimRight(start, " ")
	}
	for _, s := range []string{start, text, "\n"} {
		io.WriteString(w, s) // a bytes.Buffer has no errors
	}
	m.lead = m.prefix
}

// oneLine returns the text where there can be no second line.
func (m *markup) oneLine() string {
	if m.noTags {
		return strings.Join(m.line.lines(""), " ")
	}
	return strings.Join(m.line.lines(""), "<br>")
}

// container opens or closes what holds blocks. Its first line begins with
// first, the others with rest.
func (m *markup) container(n ast.Node, first, rest string, entering bool) {
	if !entering {
		top := m.open[len(m.open)-1]
		m.open = m.open[:len(m.open)-1]
		m.prefix = top.prefix
		m.lead = top.prefix
		return
	}
	top := inside{node: n, prefix: m.prefix}
	if list, ok := n.(*ast.List); ok {
		top.number = list.Start
		// Nine digits are all that CommonMark reads.
		if top.number < 0 || top.number+len(list.Children) > 999_999_999 {
			top.number = 1
		}
	}
	m.open = append(m.open, top)
	m.lead += first
	m.prefix += rest
}

// separate writes what must stand between a block and the one before it.
func (m *markup) separate(w io.Writer, n ast.Node) {
	top := &m.open[len(m.open)-1]
	before := top.last
	top.last = n
	if before == nil {
		return
	}
	if item, ok := top.node.(*ast.ListItem); ok && item.Tight && follows(before, n, m.spaced) {
		return
	}
	m.write(w, "")
	_, afterList := before.(*ast.List)
	if _, isList := n.(*ast.List); isList && afterList {
		// Two lists are not one. A definition that nothing uses ends the first.
		m.write(w, m.between)
		m.write(w, "")
	}
}

// follows reports whether a block needs no blank line after the one before it.
// In a tight list a blank line would move all entries apart.
func follows(before, n ast.Node, spaced bool) bool {
	if _, isList := n.(*ast.List); spaced && !isList {
		return false
	}
	switch before.(type) {
	case *ast.Paragraph, *ast.Heading, *ast.CodeBlock:
	default:
		return false
	}
	switch n := n.(type) {
	case *ast.CodeBlock, *ast.Heading, *ast.BlockQuote:
		return true
	case *ast.List: // an empty entry, or a number but 1, would go on with the text
		_, startsWithText := ast.GetFirstChild(ast.GetFirstChild(n)).(*ast.Paragraph)
		return startsWithText && (n.ListFlags&ast.ListTypeOrdered == 0 || n.Start == 1)
	}
	return false
}

func (m *markup) item(w io.Writer, n *ast.ListItem, entering bool) {
	if !entering {
		if m.open[len(m.open)-1].last == nil {
			m.write(w, "")
		}
		m.container(n, "", "", false)
		return
	}
	list := &m.open[len(m.open)-1]
	if list.last != nil && !n.Tight {
		m.write(w, "")
	}
	list.last = n
	marker := "- "
	if n.ListFlags&ast.ListTypeOrdered != 0 {
		marker = strconv.Itoa(list.number) + ". "
		list.number++
	}
	if short := m.bulletWidth - len(marker); short > 0 {
		marker += strings.Repeat(" ", short)
	}
	m.container(n, marker, strings.Repeat(" ", len(marker)), true)
	if _, ok := ast.GetFirstChild(n).(*ast.Paragraph); !ok && m.spaced && len(n.Children) > 0 {
		// Such a tool reads nothing but a text behind the mark of an entry.
		m.write(w, zeroWidth)
		m.write(w, "")
	}
}

// code writes a fence that is longer than any inside it.
func (m *markup) code(w io.Writer, n *ast.CodeBlock) {
	text := strings.TrimSuffix(string(n.Literal), "\n")
	if m.spoils(text) {
		end := m.codeLine
		if len(m.open) > 1 && blankLine.MatchString(text) { // which ends HTML in a list, to markdown-it
			end = "&#10;"
		}
		for line := range strings.SplitSeq(m.preformatted(text, string(n.Info), end), "\n") {
			m.write(w, line)
		}
		return
	}
	name := language(string(n.Info))
	least := 3
	if name == "yaml" || name == "yml" { // Slidev takes three for the settings of a slide
		least = 4
	}
	fence := strings.Repeat("`", max(least, longestRun(text, '`')+1))
	m.write(w, fence+m.fence(name))
	for line := range strings.SplitSeq(text, "\n") {
		m.write(w, m.fenced(line, len(m.open) > 1))
	}
	m.write(w, fence)
}

var blankLine = regexp.MustCompile(`(?:^|\n)[ \t]*(?:\n|$)`)

// language returns the first word behind a fence, when it can be the name of a
// language and nothing else.
func language(info string) string {
	word, _, _ := strings.Cut(strings.TrimSpace(info), " ")
	for _, r := range word {
		if !isWord(r) && !strings.ContainsRune("+-#._", r) {
			return ""
		}
	}
	return word
}

func (m *markup) tableRow(w io.Writer, n *ast.TableRow, entering bool) {
	if entering {
		m.row.Reset()
		m.row.WriteByte('|')
		return
	}
	m.write(w, m.row.String())
	if _, ok := n.GetParent().(*ast.TableHeader); !ok {
		return
	}
	m.row.Reset()
	m.row.WriteByte('|')
	for _, c := range n.Children {
		mark := "---|"
		if cell, ok := c.(*ast.TableCell); ok {
			switch cell.Align {
			case ast.TableAlignmentLeft:
				mark = ":--|"
			case ast.TableAlignmentCenter:
				mark = ":-:|"
			case ast.TableAlignmentRight:
				mark = "--:|"
			}
		}
		m.row.WriteString(mark)
	}
	m.write(w, m.row.String())
}

// longestRun returns how often c stands in a row at most.
func longestRun(s string, c byte) int {
	longest, run := 0, 0
	for i := range len(s) {
		if s[i] != c {
			run = 0
			continue
		}
		run++
		longest = max(longest, run)
	}
	return longest
}

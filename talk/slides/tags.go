package slides

import (
	"strconv"
	"strings"

	"github.com/gomarkdown/markdown/ast"
)

// taggedBlock writes a block as HTML without a blank line, which would end it
// in Markdown.
func taggedBlock(n ast.Node, d dialect) string {
	t := &tags{dialect: d}
	t.node(n)
	return t.String()
}

// tags writes gomarkdown's syntax tree as HTML that may stand in Markdown.
type tags struct {
	strings.Builder
	dialect
}

func (t *tags) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.Paragraph:
		t.element("p", n)
	case *ast.Heading:
		t.element("h"+strconv.Itoa(n.Level), n)
	case *ast.BlockQuote:
		t.element("blockquote", n)
	case *ast.List:
		switch {
		case n.ListFlags&ast.ListTypeOrdered == 0:
			t.element("ul", n)
		case n.Start != 1:
			t.element("ol", n, ` start="`+strconv.Itoa(n.Start)+`"`)
		default:
			t.element("ol", n)
		}
	case *ast.ListItem:
		t.item(n)
	case *ast.CodeBlock:
		line := t.codeLine
		if t.Len() > 0 { // a blank line in it would end the block
			line = "&#10;"
		}
		t.WriteString(t.preformatted(strings.TrimSuffix(string(n.Literal), "\n"), string(n.Info), line))
	case *ast.Table:
		t.element("table", n)
	case *ast.TableHeader:
		t.element("thead", n)
	case *ast.TableBody:
		t.element("tbody", n)
	case *ast.TableRow:
		t.element("tr", n)
	case *ast.TableCell:
		if n.IsHeader {
			t.element("th", n)
		} else {
			t.element("td", n)
		}
	default:
		t.inline(n)
	}
}

// element writes a tag and what is in it.
func (t *tags) element(name string, n ast.Node, attributes ...string) {
	t.WriteString("<" + name + strings.Join(attributes, "") + ">")
	for _, child := range n.AsContainer().Children {
		t.node(child)
	}
	t.WriteString("</" + name + ">")
}

// item writes an entry; the text of a tight one stands in no paragraph.
func (t *tags) item(n *ast.ListItem) {
	t.WriteString("<li>")
	for i, child := range n.Children {
		p, ok := child.(*ast.Paragraph)
		if !ok || !n.Tight || i > 0 {
			t.node(child)
			continue
		}
		for _, inner := range p.Children {
			t.node(inner)
		}
	}
	t.WriteString("</li>")
}

func (t *tags) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		if t.blank(n.Literal) {
			return
		}
		t.WriteString(cueMarks.Replace(entities.Replace(collapse(string(n.Literal)))))
	case *ast.Softbreak:
		if hasWords(ast.GetPrevNode(n)) || hasWords(ast.GetNextNode(n)) || !t.blank([]byte(" ")) {
			t.WriteByte(' ')
		}
	case *ast.Hardbreak:
		t.WriteString("<br>")
	case *ast.Code:
		if t.blank(n.Literal) {
			return
		}
		t.WriteString("<code>" + entities.Replace(collapse(string(n.Literal))) + "</code>")
	case *ast.Emph:
		t.element("em", n)
	case *ast.Strong:
		t.element("strong", n)
	case *ast.Del:
		t.element("del", n)
	case *ast.Link:
		t.WriteString(`<a href="` + entities.Replace(collapse(string(n.Destination))) + `"`)
		if title := strings.TrimSpace(collapse(string(n.Title))); title != "" {
			t.WriteString(` title="` + entities.Replace(title) + `"`)
		}
		t.WriteByte('>')
		for _, child := range n.Children {
			t.node(child)
		}
		t.WriteString("</a>")
	case *ast.Image:
		alt := ""
		if text, ok := ast.GetFirstChild(n).(*ast.Text); ok {
			alt = collapse(string(text.Literal))
		}
		t.WriteString(imageTag(t.source(string(n.Destination)), string(n.Destination), alt, string(n.Title)))
	}
}

// blank writes white space that a tool would take out where there is nothing else
// in a tag, and reports whether the text is that.
func (t *tags) blank(text []byte) bool {
	if !t.trimsTags || collapse(string(text)) != " " {
		return false
	}
	t.WriteString(" " + zeroWidth)
	return true
}

// hasWords reports whether a node is text that is more than white space.
func hasWords(n ast.Node) bool {
	text, ok := n.(*ast.Text)
	return ok && strings.TrimSpace(collapse(string(text.Literal))) != ""
}

// preformatted writes code in HTML, where no line is taken for a separator, a
// note or a blank line.
func (d dialect) preformatted(text, info, codeLine string) string {
	attribute := d.attribute
	if d.classed {
		attribute = ` class="language-` + d.fence(language(info)) + `"`
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if lines[i] = guarded(line); d.maxSpaces > 0 {
			most := strings.Repeat(" ", d.maxSpaces)
			lines[i] = strings.ReplaceAll(lines[i], most+" ", most+"&#32;")
		}
	}
	return "<pre><code" + attribute + ">" + strings.Join(lines, codeLine) + "</code></pre>"
}

// guarded writes a line of code in HTML, with an entity for the first sign when
// a tool could find something in the line that it looks for before all else.
func guarded(line string) string {
	trimmed := strings.TrimLeft(line, " \t")
	indent := line[:len(line)-len(trimmed)]
	if trimmed == "" {
		return indent
	}
	if c := trimmed[0]; c < 0x80 && (!alphanumeric(c) || noteLabel.MatchString(trimmed)) {
		return indent + "&#" + strconv.Itoa(int(c)) + ";" + entities.Replace(trimmed[1:])
	}
	return indent + entities.Replace(trimmed)
}

package markdown

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// strokes mends code with an escaped stroke in a table's first row. Where what
// follows could begin a second table, goldmark takes the escape out twice, and
// leaves a text that ends before it begins.
type strokes struct{}

// Transform implements parser.ASTTransformer.
func (strokes) Transform(doc *ast.Document, _ text.Reader, _ parser.Context) {
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) { // the walker has no errors
		switch n.Kind() {
		case ast.KindParagraph, ast.KindTextBlock, ast.KindHeading:
			return ast.WalkSkipChildren, nil
		case extast.KindTableCell:
			if entering {
				mendCode(n)
			}
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
}

// mendCode takes out of the code in a node what ends before it begins.
func mendCode(n ast.Node) {
	for c := n.FirstChild(); c != nil; {
		next := c.NextSibling()
		if t, ok := c.(*ast.Text); ok && n.Kind() == ast.KindCodeSpan && t.Segment.Stop < t.Segment.Start {
			n.RemoveChild(n, c)
		}
		mendCode(c)
		c = next
	}
}

package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// openTable is what is known of an open paragraph that may become a table.
type openTable struct {
	paragraph ast.Node
	read      int  // lines that have been looked at
	isTable   bool // goldmark will make a table of it
	above     bool // and its first lines stay a paragraph above the table
}

var openTableKey = parser.NewContextKey()

// tableIn returns what is known of an open paragraph. The first line that could
// be the one below a table's header decides, so each line is looked at once.
func tableIn(paragraph ast.Node, reader text.Reader, pc parser.Context) openTable {
	known, _ := pc.Get(openTableKey).(openTable)
	if known.paragraph != paragraph {
		known = openTable{paragraph: paragraph, read: 1}
	}
	lines := paragraph.Lines()
	for i := known.read; !known.isTable && i < lines.Len(); i++ {
		known.read = i // the last line may read otherwise when more follow
		line := reader.Source()[lines.At(i).Start:lines.At(i).Stop]
		if bytes.IndexByte(line, '-') < 0 || len(bytes.Trim(line, "|:- \t\r\n")) > 0 {
			continue
		}
		trial, root := ast.NewParagraph(), ast.NewDocument()
		trial.Lines().AppendAll(lines.Sliced(0, min(i+2, lines.Len())))
		root.AppendChild(root, trial)
		parser.NewParagraphParser().Close(trial, reader, pc)
		extension.NewTableParagraphTransformer().Transform(trial, reader, pc)
		known.isTable = root.LastChild().Kind() == extast.KindTable
		known.above = known.isTable && trial.Parent() != nil
	}
	pc.Set(openTableKey, known)
	return known
}

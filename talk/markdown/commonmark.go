package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// CommonMark reads Markdown that is no talk file: CommonMark with tables and
// struck out words, without the lines that only a talk has, and within the
// limits of a talk file. Several goroutines may use it at once.
type CommonMark struct{ parser parser.Parser }

// NewCommonMark returns a reader of Markdown. More inline parsers read what a
// dialect adds.
func NewCommonMark(more ...util.PrioritizedValue) *CommonMark {
	return &CommonMark{newGoldmark(nil, more)}
}

// Parse returns the syntax tree of source, whose lines end with LF. The nodes'
// places are places in source.
func (c *CommonMark) Parse(source []byte) ast.Node {
	plain, _ := forGoldmark(source, 0)
	return c.parser.Parse(text.NewReader(plain))
}

package markdown

import (
	"context"

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
	return c.ParseUntil(context.Background(), source)
}

// ParseUntil is Parse until the context ends: then the tree has what stands before
// the line that it had come to.
func (c *CommonMark) ParseUntil(ctx context.Context, source []byte) ast.Node {
	plain, _ := forGoldmark(source, 0)
	return c.parser.Parse(&endingReader{Reader: text.NewReader(plain), ctx: ctx})
}

// endingReader is a reader of lines that has no more of them once its context ends.
// It ends between two lines, as a file does: parsers look at one more than once.
type endingReader struct {
	text.Reader
	ctx   context.Context
	ended bool
}

// PeekLine implements text.Reader.
func (r *endingReader) PeekLine() ([]byte, text.Segment) {
	line, segment := r.Reader.PeekLine()
	if r.ended {
		return nil, segment
	}
	return line, segment
}

// AdvanceLine implements text.Reader.
func (r *endingReader) AdvanceLine() {
	r.Reader.AdvanceLine()
	r.ended = r.ctx.Err() != nil
}

// SkipBlankLines implements text.Reader.
func (r *endingReader) SkipBlankLines() (text.Segment, int, bool) {
	segment, lines, ok := r.Reader.SkipBlankLines()
	r.ended = r.ctx.Err() != nil
	return segment, lines, ok && !r.ended
}

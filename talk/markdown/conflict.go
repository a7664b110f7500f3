package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"

	"talkgiver/talk"
)

// The marks that git and others leave around two versions of the same lines. A
// line of equals signs between them is none of its own: it underlines headings.
var (
	oursMark   = []byte("<<<<<<<")
	theirsMark = []byte(">>>>>>>")
)

// conflicts notes each place where a merge has left both versions, at the mark
// that begins it, and a mark at the end that is left without one. CommonMark
// takes the marks for text, so they would be on slides. What is in a code block
// of the tree may be about such marks.
func (r *reader) conflicts(root ast.Node) {
	if !bytes.Contains(r.source, oursMark) && !bytes.Contains(r.source, theirsMark) {
		return
	}
	code := codeLines(root)
	open := false
	for start := bodyStart(r.source, 0); start < len(r.source); start = nextLine(r.source, start) {
		line := r.source[start:lineEnd(r.source, start)]
		begins, ends := isMark(line, oursMark), isMark(line, theirsMark)
		if !begins && !ends {
			continue
		}
		for len(code) > 0 && code[0].End <= start {
			code = code[1:]
		}
		if len(code) > 0 && code[0].Start <= start {
			continue
		}
		if begins || !open {
			r.problem(talk.MergeMarks, string(line[:len(oursMark)]), talk.Span{Start: start, End: start + len(line)})
		}
		open = begins
	}
}

// isMark reports whether a line is the mark, by itself or before a name.
func isMark(line, mark []byte) bool {
	name, ok := bytes.CutPrefix(line, mark)
	return ok && (len(name) == 0 || name[0] == ' ')
}

// codeLines returns the lines inside all code blocks, in their order.
func codeLines(root ast.Node) []talk.Span {
	var code []talk.Span
	// The walk fails only where the function does.
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch {
		case n.Type() == ast.TypeInline:
			return ast.WalkSkipChildren, nil
		case !entering:
		case n.Kind() == ast.KindFencedCodeBlock || n.Kind() == ast.KindCodeBlock:
			if lines := n.Lines(); lines.Len() > 0 {
				code = append(code, talk.Span{Start: lines.At(0).Start, End: lines.At(lines.Len() - 1).Stop})
			}
		}
		return ast.WalkContinue, nil
	})
	return code
}

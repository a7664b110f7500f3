package markdown

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"talkgiver/talk"
)

// commentRun is a row of comments inside a block.
type commentRun struct {
	until    ast.Node // the node behind it
	endsLine bool     // nothing else follows it on its line
}

// takeEnd takes the tags and, of a heading, the time off the end of a run.
func (r *inlineReader) takeEnd(run talk.Span, atLineStart, blockEnds bool) talk.Span {
	before := len(r.tags)
	run = r.takeTags(run, atLineStart)
	if r.timed && blockEnds {
		if timed, ok := r.takeTime(run, atLineStart); ok {
			run = r.takeTags(timed, atLineStart)
		}
	}
	slices.Reverse(r.tags[before:]) // they were taken from the last to the first
	return run
}

// placed returns a tag that stands at a place, and its link with it.
func placed(tag talk.Tag, span talk.Span) talk.Tag {
	tag.Span = span
	if tag.Class == talk.LinkTag {
		tag.Link.Span = span
	}
	return tag
}

// takeTags takes known tags off the end of a run, from the last to the first.
func (r *inlineReader) takeTags(run talk.Span, atLineStart bool) talk.Span {
	for {
		end := r.trimSpace(run)
		start := end
		for start > run.Start && isTagByte(r.source[start-1]) {
			start--
		}
		if start == end || start == run.Start || r.source[start-1] != '#' {
			return run
		}
		start--
		if start == run.Start && !atLineStart || start > run.Start && !isSpace(r.source[start-1]) {
			return run
		}
		tag, ok := talk.ParseTag(r.content[start+1 : end])
		if !ok {
			return run
		}
		r.tags = append(r.tags, placed(tag, talk.Span{Start: start, End: end}))
		run.End = r.trimSpace(talk.Span{Start: run.Start, End: start})
	}
}

// takeTime takes a parenthesis that is a time off the end of a run.
func (r *inlineReader) takeTime(run talk.Span, atLineStart bool) (talk.Span, bool) {
	end := r.trimSpace(run)
	if end == run.Start || r.source[end-1] != ')' {
		return run, false
	}
	open := bytes.LastIndexByte(r.source[run.Start:end], '(')
	if open < 0 {
		return run, false
	}
	open += run.Start
	if escaped(r.source[run.Start:end], open-run.Start) || open == run.Start && !atLineStart {
		return run, false
	}
	inner := r.content[open+1 : end-1]
	span := talk.Span{Start: open, End: end}
	d, ok := talk.ParseDuration(inner)
	if !ok {
		if talk.LooksLikeDuration(inner) {
			r.problem(talk.BadDuration, inner, span)
		}
		return run, false
	}
	r.time = talk.Duration{Duration: d, Span: span}
	return talk.Span{Start: run.Start, End: r.trimSpace(talk.Span{Start: run.Start, End: open})}, true
}

// trimSpace returns the end of a span without the white space at its end.
func (r *inlineReader) trimSpace(s talk.Span) int {
	for s.End > s.Start && isSpace(r.source[s.End-1]) {
		s.End--
	}
	return s.End
}

// isCommentOrBlank reports whether an inline node is a comment or white space.
func isCommentOrBlank(n ast.Node, source []byte) bool {
	switch n := n.(type) {
	case *ast.RawHTML:
		return isComment(rawText(n, source))
	case *ast.Text:
		return isBlank(source[n.Segment.Start:n.Segment.Stop])
	}
	return false
}

// endsLine reports whether nothing but comments stands from n on in its line.
func (r *inlineReader) endsLine(n ast.Node) bool {
	if r.run.until != nil && n.Pos() < r.run.until.Pos() {
		return r.run.endsLine // a later one of the same row
	}
	r.run = commentRun{endsLine: true}
	for ; n != nil; n = n.NextSibling() {
		if !isCommentOrBlank(n, r.source) {
			r.run = commentRun{until: n}
			break
		}
		if t, ok := n.(*ast.Text); ok && (t.SoftLineBreak() || t.HardLineBreak()) {
			r.run.until = n.NextSibling()
			break
		}
	}
	return r.run.endsLine
}

func rawText(n *ast.RawHTML, source []byte) string {
	var b strings.Builder
	for i := range n.Segments.Len() {
		b.WriteString(segmentText(source, n.Segments.At(i)))
	}
	return b.String()
}

func rawSpan(n *ast.RawHTML) talk.Span {
	if n.Segments.Len() == 0 {
		return talk.Span{}
	}
	return talk.Span{Start: n.Segments.At(0).Start, End: n.Segments.At(n.Segments.Len() - 1).Stop}
}

func isComment(raw string) bool { return strings.HasPrefix(raw, "<!--") }

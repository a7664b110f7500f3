package slides

import (
	"bytes"

	"github.com/yuin/goldmark-emoji/definition"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// sign is something inline that a tool reads and CommonMark does not: a cue, or
// a space that does not break.
type sign struct {
	ast.BaseInline
	html string
}

var kindSign = ast.NewNodeKind("Sign")

// Kind implements ast.Node.
func (*sign) Kind() ast.NodeKind { return kindSign }

// Dump implements ast.Node.
func (s *sign) Dump(source []byte, level int) { ast.DumpHelper(s, source, level, nil, nil) }

func renderSign(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		_, _ = w.WriteString(n.(*sign).html)
	}
	return ast.WalkContinue, nil
}

// signParser reads signs that begin with one byte.
type signParser struct {
	first byte
	read  func(line []byte) (size int, html string)
}

// Trigger implements parser.InlineParser.
func (p signParser) Trigger() []byte { return []byte{p.first} }

// Parse implements parser.InlineParser.
func (p signParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, _ := block.PeekLine()
	size, html := p.read(line)
	if size == 0 {
		return nil
	}
	block.Advance(size)
	return &sign{html: html}
}

// cueTag is a comment by which a cue goes through HTML: between two signs that
// are none of Unicode's, which no deck holds once it is clean.
const cueTag = "\uFDD0click\uFDD1"

// clickCues are the cues of Slidev's notes: [click] and [click:2].
var clickCues = util.Prioritized(signParser{'[', func(line []byte) (int, string) {
	rest, ok := bytes.CutPrefix(line, []byte("[click"))
	if !ok {
		return 0, ""
	}
	end := bytes.IndexByte(rest, ']')
	if end < 0 || end > 0 && (rest[0] != ':' || len(bytes.Trim(rest[1:end], "0123456789")) > 0) {
		return 0, ""
	}
	return len("[click") + end + 1, "<!--" + cueTag + "-->"
}}, 50)

// tildes strike out with two on each side. Goldmark's own parser takes one, too,
// and none behind a tilde that is text.
var tildes = util.Prioritized(tildeParser{}, 50)

type tildeParser struct{}

// Trigger implements parser.InlineParser.
func (tildeParser) Trigger() []byte { return []byte{'~'} }

// Parse implements parser.InlineParser.
func (tildeParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	n := len(line) - len(bytes.TrimLeft(line, "~"))
	if n != 2 {
		block.Advance(n)
		return &sign{html: string(line[:n])}
	}
	node := parser.ScanDelimiter(line, before, 2, tildeProcessor{})
	if node == nil {
		return nil
	}
	node.Segment = segment.WithStop(segment.Start + node.OriginalLength)
	block.Advance(node.OriginalLength)
	pc.PushDelimiter(node)
	return node
}

type tildeProcessor struct{}

func (tildeProcessor) IsDelimiter(b byte) bool { return b == '~' }
func (tildeProcessor) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}
func (tildeProcessor) OnMatch(int) ast.Node { return extast.NewStrikethrough() }

// brokenLines are backslashes at the end of a line. Goldmark leaves one behind
// another to the text, escaped or not.
var brokenLines = util.Prioritized(signParser{'\\', func(line []byte) (int, string) {
	if len(line) == 2 && line[1] == '\n' {
		return 1, "<br>"
	}
	return 0, ""
}}, 51)

// hardSpaces are pandoc's escaped spaces.
var hardSpaces = util.Prioritized(signParser{'\\', func(line []byte) (int, string) {
	if len(line) > 2 && line[1] == ' ' {
		return 2, "&#160;"
	}
	return 0, ""
}}, 50)

// shortcodes are the names of emoji between colons, which some tools show as the
// emoji.
var shortcodes = util.Prioritized(signParser{':', func(line []byte) (int, string) {
	name := line[1:min(len(line), maxLabel)]
	end := bytes.IndexByte(name, ':')
	if end < 1 {
		return 0, ""
	}
	emoji, ok := definition.Github().Get(string(name[:end]))
	if !ok || !emoji.IsUnicode() {
		return 0, ""
	}
	return end + 2, string(emoji.Unicode)
}}, 50)

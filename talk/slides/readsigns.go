package slides

import (
	"bytes"
	"html"
	"regexp"
	"unicode"
	"unicode/utf8"

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

// escapedSymbols are Pandoc's escapes beyond ASCII: of whatever is no letter and no
// figure, such as quotation marks.
var escapedSymbols = util.Prioritized(signParser{'\\', func(line []byte) (int, string) {
	r, n := utf8.DecodeRune(line[1:])
	if r < utf8.RuneSelf || r == utf8.RuneError || unicode.IsLetter(r) || unicode.IsNumber(r) {
		return 0, ""
	}
	return 1 + n, string(r)
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

// attributes are Pandoc's behind an image, a link or code: they are kept.
var attributes = util.Prioritized(attributeParser{}, 50)

type attributeParser struct{}

var inlineAttributes = regexp.MustCompile(`^\{(?:[#.][\w:-]+|[\w-]+=(?:"[^"]*"|[^\s}"\\]+)|=\w+|[ \t])+\}`)

// Trigger implements parser.InlineParser.
func (attributeParser) Trigger() []byte { return []byte{'{'} }

// Parse implements parser.InlineParser.
func (attributeParser) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	switch parent.LastChild().(type) {
	case *ast.Image, *ast.Link, *ast.CodeSpan:
	default:
		return nil
	}
	line, _ := block.PeekLine()
	found := inlineAttributes.Find(line)
	if found == nil || bytes.Contains(found, []byte("--")) {
		return nil
	}
	block.Advance(len(found))
	return &sign{html: "<!--" + html.EscapeString(string(found)) + "-->"}
}

// smallSign is a sub- or superscript of Pandoc's, which is a word.
func smallSign(mark byte, tag string) util.PrioritizedValue {
	return util.Prioritized(signParser{mark, func(line []byte) (int, string) {
		end := bytes.IndexByte(line[1:min(len(line), maxLabel)], mark)
		if end < 1 {
			return 0, ""
		}
		if word := line[1 : end+1]; bytes.IndexFunc(word, func(r rune) bool { return !isWord(r) && r != '+' && r != '-' }) < 0 {
			return end + 2, "<" + tag + ">" + string(word) + "</" + tag + ">"
		}
		return 0, ""
	}}, 49)
}

// typography are the signs that Slidev sets in type, as markdown-it's replacements
// do: dots, dashes, signs in brackets, and apostrophes inside words.
func typography() []util.PrioritizedValue {
	return []util.PrioritizedValue{
		util.Prioritized(apostropheParser{}, 50),
		util.Prioritized(signParser{'.', func(line []byte) (int, string) {
			if dots := len(line) - len(bytes.TrimLeft(line, ".")); dots > 1 {
				return dots, "…"
			}
			return 0, ""
		}}, 50),
		util.Prioritized(dashParser{}, 50),
		util.Prioritized(signParser{'(', func(line []byte) (int, string) {
			for name, sign := range map[string]string{"(c)": "©", "(r)": "®", "(tm)": "™"} {
				if len(line) >= len(name) && bytes.EqualFold(line[:len(name)], []byte(name)) {
					return len(name), sign
				}
			}
			return 0, ""
		}}, 50),
	}
}

type apostropheParser struct{}

// Trigger implements parser.InlineParser.
func (apostropheParser) Trigger() []byte { return []byte{'\''} }

// Parse implements parser.InlineParser.
func (apostropheParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, _ := block.PeekLine()
	if next, _ := utf8.DecodeRune(line[1:]); !isWord(block.PrecendingCharacter()) || !isWord(next) {
		return nil
	}
	block.Advance(1)
	return &sign{html: "’"}
}

type dashParser struct{}

// Trigger implements parser.InlineParser.
func (dashParser) Trigger() []byte { return []byte{'-'} }

// Parse implements parser.InlineParser. Three dashes are a long one; two are a
// short one between words, or between spaces.
func (dashParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, _ := block.PeekLine()
	n := len(line) - len(bytes.TrimLeft(line, "-"))
	after := ' '
	if n < len(line) {
		after, _ = utf8.DecodeRune(line[n:])
	}
	written := string(line[:n])
	switch {
	case n == 1:
		return nil
	case n == 2 && unicode.IsSpace(before) == unicode.IsSpace(after):
		written = "–"
	case n == 3:
		written = "—"
	}
	block.Advance(n)
	return &sign{html: html.EscapeString(written)}
}

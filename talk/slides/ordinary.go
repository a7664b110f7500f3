package slides

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/gomarkdown/markdown/ast"
)

// extraordinary reports whether a block holds what readers that are not built
// on CommonMark's algorithm, but on regular expressions, may read wrong, however
// it is escaped. What most talks hold is ordinary.
func extraordinary(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.Heading, *ast.TableCell:
		return oddLine(n)
	case *ast.BlockQuote:
		for _, child := range n.Children {
			if p, ok := child.(*ast.Paragraph); !ok || oddLine(p) {
				return true
			}
		}
	case *ast.List:
		return oddList(n, 0)
	case *ast.Table, *ast.TableHeader, *ast.TableBody, *ast.TableRow:
		for _, child := range n.AsContainer().Children {
			if extraordinary(child) {
				return true
			}
		}
	}
	return false
}

// ordinaryDepth is how deep lists are nested in most talks.
const ordinaryDepth = 3

// oddList reports whether a list is more than points with points below them.
func oddList(list *ast.List, depth int) bool {
	if depth >= ordinaryDepth || !list.Tight {
		return true
	}
	for _, item := range list.Children {
		for i, child := range item.AsContainer().Children {
			switch child := child.(type) {
			case *ast.Paragraph:
				if i > 0 || oddLine(child) {
					return true
				}
			case *ast.List:
				if i != 1 || oddList(child, depth+1) {
					return true
				}
			default:
				return true
			}
		}
		if len(item.AsContainer().Children) == 0 {
			return true
		}
	}
	return false
}

// oddLine reports whether a text has marks and, beside or in them, signs that
// are marks or may be.
func oddLine(n ast.Node) bool {
	marks, breaks, signs, odd := 0, 0, false, false
	var walk func(ast.Node, int)
	walk = func(n ast.Node, depth int) {
		switch n := n.(type) {
		case *ast.Text:
			signs = signs || bytes.ContainsAny(n.Literal, "\\`*_~[]<>&|!#^$@{}\"") || bytes.IndexFunc(n.Literal, unseen) >= 0 ||
				bytes.Contains(n.Literal, []byte("://"))
		case *ast.Softbreak:
		case *ast.Hardbreak:
			breaks++
		case *ast.Code:
			marks++
			odd = odd || bytes.ContainsAny(n.Literal, "`|\\<&") || bytes.IndexFunc(n.Literal, unseen) >= 0
		case *ast.Link:
			marks++
			odd = odd || !ordinaryTarget(n.Destination, n.Title)
			for _, child := range n.Children {
				if text, ok := child.(*ast.Text); ok {
					walk(text, depth)
				} else {
					odd = true
				}
			}
		case *ast.Image:
			marks++
			odd = odd || !ordinaryTarget(n.Destination, n.Title)
			for _, child := range n.Children {
				walk(child, depth)
			}
		case *ast.Emph, *ast.Strong, *ast.Del:
			marks++
			children := n.AsContainer().Children
			odd = odd || depth > 0 || !standsAlone(n)
			for _, child := range children {
				walk(child, depth+1)
			}
		}
	}
	for _, child := range n.AsContainer().Children {
		walk(child, 0)
	}
	if _, ok := n.(*ast.Paragraph); !ok && breaks > 0 {
		return true
	}
	return odd || marks > 0 && (signs || breaks > 0)
}

// standsAlone reports whether emphasis holds one text, from a letter to a letter
// or the end of a sentence, with a space or nothing before it, and one of them
// or a comma behind it.
func standsAlone(n ast.Node) bool {
	children := n.AsContainer().Children
	if len(children) != 1 {
		return false
	}
	text, ok := children[0].(*ast.Text)
	if !ok {
		return false
	}
	first, _ := utf8.DecodeRune(text.Literal)
	last, _ := utf8.DecodeLastRune(text.Literal)
	if !isWord(first) || !isWord(last) && !strings.ContainsRune("?.!%", last) {
		return false
	}
	parent := n.GetParent()
	switch parent.(type) {
	case *ast.Emph, *ast.Strong, *ast.Del, *ast.Link:
		return false
	}
	siblings := parent.AsContainer().Children
	for i, sibling := range siblings {
		if sibling != n {
			continue
		}
		if i > 0 && !textBeside(siblings[i-1], bytes.HasSuffix, " ") {
			return false
		}
		if i+1 < len(siblings) {
			for _, sign := range []string{" ", ",", ".", ";", ":", "?"} {
				if textBeside(siblings[i+1], bytes.HasPrefix, sign) {
					return isWord(last) || sign == " "
				}
			}
			return false
		}
	}
	return true
}

// textBeside reports whether a node is text that begins or ends so.
func textBeside(n ast.Node, has func(text, sign []byte) bool, sign string) bool {
	text, ok := n.(*ast.Text)
	return ok && has(text.Literal, []byte(sign))
}

// ordinaryTarget reports whether a link or an image leads somewhere that every
// reader reads alike.
func ordinaryTarget(destination, title []byte) bool {
	if len(destination) == 0 || bytes.IndexFunc(title, unseen) >= 0 || bytes.ContainsAny(title, "\"'\\&<>()[]`*_|") {
		return false
	}
	for _, c := range destination {
		if !alphanumeric(c) && strings.IndexByte("-./:#?=", c) < 0 {
			return false
		}
	}
	return true
}

// unseen reports whether r is white space beyond ASCII, or no sign at all, which
// readers treat in different ways.
func unseen(r rune) bool {
	return r >= 0x80 && (trimmed(r) || r == '\u0085' || r == '\uFFFD' || '\u200B' <= r && r <= '\u200F' || '\u202A' <= r && r <= '\u202E' || '\u2060' <= r && r <= '\u206F')
}

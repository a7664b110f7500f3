package slides

import (
	"strings"
	"unicode/utf8"

	"github.com/gomarkdown/markdown/ast"

	"talkgiver/talk"
)

// tree builds gomarkdown's syntax tree of blocks. What has nothing to show is
// left out, and so is what a tree cannot nest: a link inside a link is its text.
//
// nesting is how deep lists and quotes may go, counting a list as two and a
// quote as one, since tools stop reading somewhere; what goes deeper stays, but
// is not indented any further.
func tree(blocks []talk.Block, nesting int) *ast.Document {
	doc := &ast.Document{}
	addBlocks(doc, blocks, nesting)
	return doc
}

func addBlocks(parent ast.Node, blocks []talk.Block, nesting int) {
	for _, block := range blocks {
		addBlock(parent, block, nesting)
	}
}

func addBlock(parent ast.Node, block talk.Block, nesting int) {
	switch b := block.(type) {
	case *talk.Paragraph:
		if n := (&ast.Paragraph{}); addInlines(n, b.Inlines, false) {
			ast.AppendChild(parent, n)
		}
	case *talk.Heading:
		addHeading(parent, b.Level, b.Inlines)
	case *talk.Code:
		ast.AppendChild(parent, &ast.CodeBlock{
			IsFenced: true,
			Info:     []byte(clean(b.Info)),
			Leaf:     ast.Leaf{Literal: []byte(clean(lineEnds.Replace(b.Text)))},
		})
	case *talk.Quote:
		if nesting < 1 {
			addBlocks(parent, b.Blocks, nesting)
			return
		}
		n := &ast.BlockQuote{}
		if addBlocks(n, b.Blocks, nesting-1); len(n.Children) > 0 {
			ast.AppendChild(parent, n)
		}
	case *talk.ListItem:
		addBlocks(parent, b.Blocks, nesting)
	case *talk.List:
		addList(parent, b, nesting)
	case *talk.Table:
		addTable(parent, b)
	}
}

// addHeading adds a heading, unless it has nothing to show.
func addHeading(parent ast.Node, level int, inlines []talk.Inline) {
	if n := (&ast.Heading{Level: min(max(level, 1), 6)}); addInlines(n, inlines, false) {
		ast.AppendChild(parent, n)
	}
}

func addList(parent ast.Node, list *talk.List, nesting int) {
	if nesting < 2 {
		for _, item := range list.Items {
			addBlocks(parent, item.Blocks, nesting)
		}
		return
	}
	n := &ast.List{Tight: list.Tight, BulletChar: '-'}
	if list.Ordered {
		n.ListFlags, n.Delimiter, n.Start = ast.ListTypeOrdered, '.', list.Start
	}
	for _, item := range list.Items {
		i := &ast.ListItem{ListFlags: n.ListFlags, Tight: n.Tight, BulletChar: n.BulletChar, Delimiter: n.Delimiter}
		// A point without words is no point, but the numbers of the others stay.
		if addBlocks(i, item.Blocks, nesting-2); len(i.Children) > 0 || list.Ordered {
			ast.AppendChild(n, i)
		}
	}
	if len(n.Children) > 0 {
		ast.AppendChild(parent, n)
	}
}

func addTable(parent ast.Node, table *talk.Table) {
	columns := len(table.Align)
	if columns == 0 {
		return
	}
	row := func(cells [][]talk.Inline, header bool) *ast.TableRow {
		r := &ast.TableRow{}
		for i, align := range table.Align {
			c := &ast.TableCell{IsHeader: header, Align: alignment(align)}
			if i < len(cells) {
				addInlines(c, cells[i], false)
			}
			ast.AppendChild(r, c)
		}
		return r
	}
	n, head, body := &ast.Table{}, &ast.TableHeader{}, &ast.TableBody{}
	ast.AppendChild(head, row(table.Header, true))
	ast.AppendChild(n, head)
	ast.AppendChild(n, body)
	for _, cells := range table.Rows {
		ast.AppendChild(body, row(cells, false))
	}
	ast.AppendChild(parent, n)
}

func alignment(a talk.Align) ast.CellAlignFlags {
	switch a {
	case talk.AlignLeft:
		return ast.TableAlignmentLeft
	case talk.AlignCenter:
		return ast.TableAlignmentCenter
	case talk.AlignRight:
		return ast.TableAlignmentRight
	}
	return 0
}

// addInlines reports whether there is anything to see among the inlines, which
// stand in a link or not.
func addInlines(parent ast.Node, inlines []talk.Inline, linked bool) bool {
	seen := false
	for _, in := range inlines {
		switch in := in.(type) {
		case *talk.Text:
			text := clean(in.Text)
			seen = seen || strings.TrimSpace(text) != ""
			ast.AppendChild(parent, &ast.Text{Leaf: ast.Leaf{Literal: []byte(text)}})
		case *talk.CodeSpan:
			if text := clean(in.Text); text != "" {
				seen = true
				ast.AppendChild(parent, &ast.Code{Leaf: ast.Leaf{Literal: []byte(text)}})
			}
		case *talk.Emphasis:
			seen = wrap(parent, emphasis(in.Level), in.Children, linked) || seen
		case *talk.Anchor:
			if linked {
				seen = addInlines(parent, in.Children, true) || seen
				continue
			}
			link := &ast.Link{Destination: []byte(clean(in.Destination)), Title: []byte(clean(in.Title))}
			seen = wrap(parent, link, in.Children, true) || seen
		case *talk.Image:
			seen = true
			image := &ast.Image{Destination: []byte(clean(in.Destination)), Title: []byte(clean(in.Title))}
			ast.AppendChild(image, &ast.Text{Leaf: ast.Leaf{Literal: []byte(clean(in.Alt))}})
			ast.AppendChild(parent, image)
		case *talk.LineBreak:
			if in.Hard {
				ast.AppendChild(parent, &ast.Hardbreak{})
			} else {
				ast.AppendChild(parent, &ast.Softbreak{})
			}
		case *cueText:
			seen = true
			ast.AppendChild(parent, &ast.Text{Leaf: ast.Leaf{Literal: []byte(in.Text.Text)}})
		case *talk.Cue: // nothing to look at
		}
	}
	return seen
}

// wrap adds the inlines inside n. Around nothing but white space there is no n,
// and the white space stays.
func wrap(parent, n ast.Node, inlines []talk.Inline, linked bool) bool {
	if addInlines(n, inlines, linked) {
		ast.AppendChild(parent, n)
		return true
	}
	addInlines(parent, inlines, linked)
	return false
}

func emphasis(level int) ast.Node {
	switch level {
	case 0:
		return &ast.Del{}
	case 1:
		return &ast.Emph{}
	}
	return &ast.Strong{}
}

// lineEnds makes every line end a line feed.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// clean makes text that any tool can read: valid UTF-8 without NUL, which is
// read as U+FFFD, as CommonMark says, and without the other control characters,
// which nobody sees and which XML does not allow.
func clean(s string) string {
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	if strings.IndexFunc(s, isControl) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == 0, r >= 0xFDD0 && isControl(r):
			return '\uFFFD'
		case r == '\v', r == '\f':
			return ' '
		case isControl(r):
			return -1
		}
		return r
	}, s)
}

// isControl reports whether r is a control character that is no white space, or
// one of the code points that are no character. Pandoc takes some of those beyond
// ASCII for the quotation marks and dashes that Windows has in their place.
func isControl(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' || 0x7F <= r && r < 0xA0 && r != 0x85 || 0xFDD0 <= r && r <= 0xFDEF || r&0xFFFE == 0xFFFE
}

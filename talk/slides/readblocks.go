package slides

import (
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"talkgiver/talk"
)

func (r *bodyReader) list(n *html.Node) {
	r.noteTag(withoutAttribute(n, "start"))
	list := &talk.List{Ordered: n.DataAtom == atom.Ol, Start: 1, Tight: true}
	if start, ok := attributeOf(n, "start"); ok {
		if number, err := strconv.Atoi(start); err == nil && number >= 0 {
			list.Start = number
		}
	}
	for c := n.FirstChild; c != nil && r.ctx.Err() == nil; c = c.NextSibling {
		switch {
		case c.DataAtom == atom.Li:
			for p := c.FirstChild; p != nil; p = p.NextSibling {
				list.Tight = list.Tight && p.DataAtom != atom.P
			}
			list.Items = append(list.Items, &talk.ListItem{Blocks: r.within(c)})
		case c.Type == html.CommentNode:
			r.inline(nil, c)
		case c.Type != html.TextNode || strings.TrimSpace(c.Data) != "":
			holder := &html.Node{Type: html.ElementNode, FirstChild: c, LastChild: c}
			sibling := c.NextSibling
			c.NextSibling = nil
			list.Items = append(list.Items, &talk.ListItem{Blocks: r.within(holder)})
			c.NextSibling = sibling
		}
	}
	if len(list.Items) > 0 {
		r.add(list)
	}
}

func (r *bodyReader) code(n *html.Node) {
	info, ok := attributeOf(n, "data-info")
	rest := withoutAttribute(n, "data-info")
	if code := n.FirstChild; !ok && code != nil && code.DataAtom == atom.Code {
		if class, has := attributeOf(code, "class"); has {
			info = strings.TrimPrefix(class, "language-")
		}
	}
	r.noteTag(rest)
	info = strings.TrimSpace(info)
	if m := fenceClass.FindStringSubmatch(info); m != nil {
		if info != "{."+m[1]+"}" {
			r.keep("```" + info)
		}
		info = m[1]
	}
	text := textOf(n)
	if text != "" && !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	r.add(&talk.Code{Info: info, Text: text})
}

// fenceClass is Pandoc's way to name the language behind a fence.
var fenceClass = regexp.MustCompile(`^\{\s*\.([\w+#-]+)[^}]*\}$`)

func (r *bodyReader) table(n *html.Node) {
	r.noteTag(n)
	table := &talk.Table{}
	var rows func(*html.Node)
	rows = func(n *html.Node) {
		for c := n.FirstChild; c != nil && r.ctx.Err() == nil; c = c.NextSibling {
			if c.Type == html.ElementNode && c.DataAtom != atom.Tr {
				rows(c)
				continue
			}
			if c.Type == html.CommentNode {
				r.inline(nil, c)
			}
			if c.DataAtom != atom.Tr {
				continue
			}
			var cells [][]talk.Inline
			for cell := c.FirstChild; cell != nil; cell = cell.NextSibling {
				if cell.DataAtom != atom.Td && cell.DataAtom != atom.Th {
					continue
				}
				cells = append(cells, r.line(cell))
				if len(table.Align) < len(cells) {
					table.Align = append(table.Align, alignOf(cell))
				}
			}
			if table.Header == nil {
				table.Header = cells
			} else {
				table.Rows = append(table.Rows, cells)
			}
		}
	}
	rows(n)
	columns := len(table.Align)
	if columns == 0 || columns > maxColumns {
		r.keep(outer(n))
		return
	}
	fill := func(cells [][]talk.Inline) [][]talk.Inline {
		return append(cells, make([][]talk.Inline, columns-len(cells))...)
	}
	table.Header = fill(table.Header)
	for i, row := range table.Rows {
		table.Rows[i] = fill(row)
	}
	r.add(table)
}

// maxColumns is how wide a table of a talk file can be.
const maxColumns = 100

func alignOf(cell *html.Node) talk.Align {
	style, _ := attributeOf(cell, "style")
	align, _ := attributeOf(cell, "align")
	switch {
	case align == "left" || strings.Contains(style, "text-align:left"):
		return talk.AlignLeft
	case align == "center" || strings.Contains(style, "text-align:center"):
		return talk.AlignCenter
	case align == "right" || strings.Contains(style, "text-align:right"):
		return talk.AlignRight
	}
	return talk.AlignNone
}

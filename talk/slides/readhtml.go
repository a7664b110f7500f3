package slides

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"talkgiver/talk"
)

// bodyReader makes blocks of HTML.
type bodyReader struct {
	*grammar
	page    *page
	parts   []part
	inlines []talk.Inline // of the paragraph that is being read
	at      *[]part       // where what has no place goes; nil when that is parts
}

// keep keeps what has no place in a talk, in front of the block that it is in.
func (r *bodyReader) keep(text string) {
	text = strings.TrimSpace(text)
	switch {
	case text == "":
	case r.at != nil:
		*r.at = append(*r.at, part{kept: text})
	default:
		r.parts = append(r.parts, part{kept: text})
	}
}

// flush ends the paragraph that is being read.
func (r *bodyReader) flush() {
	inlines := trimLine(r.inlines)
	r.inlines = nil
	if len(inlines) > 0 {
		r.add(&talk.Paragraph{Inlines: inlines})
	}
}

func (r *bodyReader) add(b talk.Block) { r.parts = append(r.parts, part{block: b}) }

// within reads the blocks in a node.
func (r *bodyReader) within(n *html.Node) []talk.Block {
	inner := bodyReader{grammar: r.grammar, page: r.page, at: r.at}
	if inner.at == nil {
		inner.at = &r.parts
	}
	inner.children(n)
	inner.flush()
	var blocks []talk.Block
	for _, p := range inner.parts {
		blocks = append(blocks, p.block)
	}
	return blocks
}

func (r *bodyReader) children(n *html.Node) {
	for c := n.FirstChild; c != nil && r.ctx.Err() == nil; c = c.NextSibling {
		r.node(c)
	}
}

func (r *bodyReader) node(n *html.Node) {
	if n.Type != html.ElementNode {
		r.inlines = r.inline(r.inlines, n)
		return
	}
	switch n.DataAtom {
	case atom.P:
		r.flush()
		r.noteTag(n)
		r.children(n)
		r.flush()
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		r.flush()
		r.noteTag(n)
		r.add(&talk.Heading{Level: int(n.Data[1] - '0'), Inlines: r.line(n)})
	case atom.Blockquote:
		r.flush()
		r.noteTag(n)
		if blocks := r.within(n); blocks != nil {
			r.add(&talk.Quote{Blocks: blocks})
		}
	case atom.Ul, atom.Ol:
		r.flush()
		r.list(n)
	case atom.Pre:
		r.flush()
		r.code(n)
	case atom.Table:
		r.flush()
		r.table(n)
	case atom.Hr:
		r.flush()
		r.keep("***")
	case atom.Script, atom.Style, atom.Svg, atom.Iframe, atom.Video, atom.Audio, atom.Object, atom.Template, atom.Noscript, atom.Math, atom.Link, atom.Meta, atom.Base, atom.Title:
		r.flush()
		r.keep(outer(n))
	default:
		if !isInline(n) {
			r.flush()
			r.noteTag(n)
			r.children(n)
			r.flush()
			return
		}
		r.inlines = r.inline(r.inlines, n)
	}
}

// isInline reports whether an element stands in a line: it is one of HTML's, or
// has no blocks in it.
func isInline(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Div, atom.Section, atom.Article, atom.Header, atom.Footer, atom.Main, atom.Aside, atom.Nav, atom.Center, atom.Figure, atom.Figcaption, atom.Details, atom.Summary, atom.Dl, atom.Dt, atom.Dd, atom.Address, atom.Form, atom.Fieldset, atom.Li:
		return false
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.DataAtom {
		case atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Blockquote, atom.Ul, atom.Ol, atom.Pre, atom.Table, atom.Div:
			return false
		}
		if c.Type == html.ElementNode && c.DataAtom == 0 {
			return false
		}
	}
	return true
}

// noteTag keeps a tag that says more than its name.
func (r *bodyReader) noteTag(n *html.Node) {
	for _, a := range n.Attr {
		if a.Key != "v-pre" {
			r.keep(tagOf(n))
			return
		}
	}
	switch n.DataAtom {
	case 0, atom.Center, atom.Details, atom.Small, atom.Big, atom.Sub, atom.Sup, atom.U, atom.Ins, atom.Mark, atom.Font:
		r.keep(tagOf(n))
	}
}

// whole returns a comment with its marks, or nothing when there is nothing in it.
func whole(comment string) string {
	if strings.TrimSpace(comment) == "" {
		return ""
	}
	return "<!--" + comment + "-->"
}

// keepComment keeps a comment.
func keepComment(_ *page, text string) string { return whole(text) }

// line reads what stands in one line.
func (r *bodyReader) line(n *html.Node) []talk.Inline {
	return trimLine(r.inner(n))
}

// inner reads what stands in a line inside an element.
func (r *bodyReader) inner(n *html.Node) []talk.Inline {
	var inlines []talk.Inline
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		inlines = r.inline(inlines, c)
	}
	return inlines
}

// inline adds a node to a line.
func (r *bodyReader) inline(to []talk.Inline, n *html.Node) []talk.Inline {
	switch n.Type {
	case html.TextNode:
		text := n.Data
		if isTag(n.PrevSibling, atom.Img) { // which a sign that is not seen keeps in its line
			text = strings.TrimPrefix(text, zeroWidth)
		}
		for i, line := range strings.Split(text, "\n") {
			if i > 0 {
				to = append(to, &talk.LineBreak{})
			}
			if line != "" {
				to = append(to, &talk.Text{Text: line})
			}
		}
		return to
	case html.CommentNode:
		switch {
		case n.Data == cueTag:
			return append(to, &talk.Cue{Click: true})
		case r.comment != nil:
			r.keep(r.comment(r.page, n.Data))
		default:
			r.keep(whole(n.Data))
		}
		return to
	case html.ElementNode:
	default:
		return to
	}
	wrapped := func(level int) []talk.Inline {
		if children := r.inner(n); len(children) > 0 {
			return append(to, &talk.Emphasis{Level: level, Children: children})
		}
		return to
	}
	switch n.DataAtom {
	case atom.Em, atom.I:
		return wrapped(1)
	case atom.Strong, atom.B:
		return wrapped(2)
	case atom.Del, atom.S, atom.Strike:
		return wrapped(0)
	case atom.Br:
		return append(to, &talk.LineBreak{Hard: true})
	case atom.Code, atom.Kbd, atom.Samp, atom.Tt:
		if text := strings.ReplaceAll(textOf(n), "\n", " "); text != "" {
			return append(to, &talk.CodeSpan{Text: text})
		}
		return to
	case atom.A:
		if destination, ok := attributeOf(n, "href"); ok {
			title, _ := attributeOf(n, "title")
			link := &talk.Anchor{Destination: destination, Title: title, Children: r.inner(n)}
			if len(trimLine(link.Children)) == 0 && destination != "" { // nobody sees it
				r.keep("[](" + destination + ")")
			}
			return append(to, link)
		}
	case atom.Img:
		return append(to, r.image(n))
	case atom.Script, atom.Style, atom.Svg, atom.Iframe, atom.Video, atom.Audio, atom.Object, atom.Template, atom.Math, atom.Link, atom.Meta, atom.Base, atom.Title:
		r.keep(outer(n))
		return to
	}
	r.noteTag(n)
	return append(to, r.inner(n)...)
}

// isTag reports whether a node is an element of HTML that stood in the text, which
// Markdown has not made.
func isTag(n *html.Node, name atom.Atom) bool {
	if n == nil || n.DataAtom != name {
		return false
	}
	_, made := attributeOf(n, markdownImage)
	return !made
}

func (r *bodyReader) image(n *html.Node) talk.Inline {
	source, _ := attributeOf(n, "src")
	alt, _ := attributeOf(n, "alt")
	title, _ := attributeOf(n, "title")
	bound, _ := attributeOf(n, ":src")
	if file, ok := r.page.picture(bound); ok {
		source = file
	}
	for _, a := range n.Attr {
		if a.Key != "src" && a.Key != "alt" && a.Key != "title" && a.Key != markdownImage && (a.Key != ":src" || source == "" && bound != "''") {
			r.keep(tagOf(n))
			break
		}
	}
	if _, ok := attributeOf(n, markdownImage); ok && r.keyword != nil {
		var words []string
		for _, word := range strings.Fields(alt) {
			if !r.keyword(word) {
				words = append(words, word)
			}
		}
		if bare := strings.Join(words, " "); bare != strings.Join(strings.Fields(alt), " ") {
			if alt != "inline" && alt != "inline "+bare { // which the exporter writes
				r.keep("![" + alt + "](" + source + ")")
			}
			alt = bare
		}
	}
	return &talk.Image{Destination: source, Title: title, Alt: alt}
}

func attributeOf(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

// withoutAttribute returns a copy of an element's tag without one attribute.
func withoutAttribute(n *html.Node, name string) *html.Node {
	bare := &html.Node{Type: n.Type, Data: n.Data, DataAtom: n.DataAtom}
	for _, a := range n.Attr {
		if a.Key != name {
			bare.Attr = append(bare.Attr, a)
		}
	}
	return bare
}

// textOf returns the text in a node.
func textOf(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case n.DataAtom == atom.Br:
			b.WriteByte('\n')
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return b.String()
}

// outer returns a node as HTML.
func outer(n *html.Node) string {
	var b bytes.Buffer
	if err := html.Render(&b, n); err != nil { // such as for text behind a tag that has none
		return tagOf(n) + textOf(n)
	}
	return b.String()
}

// trimLine takes breaks and white space off both ends of a line, and returns nil
// when nothing is left.
func trimLine(inlines []talk.Inline) []talk.Inline {
	blank := func(in talk.Inline) bool {
		switch in := in.(type) {
		case *talk.LineBreak:
			return true
		case *talk.Text:
			return strings.Trim(in.Text, " \t\n\r\f") == ""
		}
		return false
	}
	for len(inlines) > 0 && blank(inlines[0]) {
		inlines = inlines[1:]
	}
	for len(inlines) > 0 && blank(inlines[len(inlines)-1]) {
		inlines = inlines[:len(inlines)-1]
	}
	return inlines
}

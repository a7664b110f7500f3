package slides

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer"
	gohtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"talkgiver/talk/markdown"
)

// grammar is what a tool reads beyond CommonMark, for its reader. Several pages
// may be read by it at once.
type grammar struct {
	*engine
	ctx context.Context // of the reading: what takes long ends with it
	// comment takes a comment and returns what of it has no place; nil keeps all.
	comment func(p *page, text string) (kept string)
	// keyword reports whether a word of an image's alternative text is a setting.
	keyword func(word string) bool
}

// engine is what reads Markdown by a grammar.
type engine struct {
	markdown *markdown.CommonMark
	renderer [2]renderer.Renderer // of HTML as it is, and as text
	papers   sync.Pool            // of *paper
}

// paper is what a page is written on in HTML.
type paper struct {
	html   bytes.Buffer
	writer *bufio.Writer // to html: goldmark makes one a page where it gets none
}

// newEngine returns what reads Markdown with more inline parsers.
func newEngine(inline ...util.PrioritizedValue) *engine {
	return &engine{
		markdown: markdown.NewCommonMark(inline...),
		renderer: [2]renderer.Renderer{pageRenderer(false), pageRenderer(true)},
		papers:   sync.Pool{New: func() any { return &paper{writer: bufio.NewWriter(nil)} }},
	}
}

// markdownPage adds Markdown to a page.
func (g *grammar) markdownPage(p *page, text string) {
	source := []byte(text)
	g.blocks(p, source, g.markdown.ParseUntil(g.ctx, source))
}

// markdownNotes makes notes of Markdown. What has no place is kept on the page.
func (g *grammar) markdownNotes(p *page, text string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	notes := &page{}
	plain := *g
	plain.comment = nil
	plain.markdownPage(notes, text)
	p.say(notes.parts...)
}

// blocks adds the blocks of a document to a page: as the HTML that a tool makes of
// them, with the HTML that stands among them.
func (g *grammar) blocks(p *page, source []byte, doc ast.Node) {
	if !doc.HasChildren() || g.ctx.Err() != nil {
		return
	}
	literal := rawTags(doc, source) > maxTags
	page, err := g.parsePage(source, doc, literal)
	if err != nil { // the context has ended, or it is nested deeper than browsers read
		if page, err = g.parsePage(source, doc, true); err != nil {
			p.keep(string(source))
			return
		}
	}
	r := bodyReader{grammar: g, page: p}
	r.children(page)
	r.flush()
	p.parts = append(p.parts, r.parts...)
}

// maxTags is how much raw HTML on a slide is read as such: beyond that it is
// text, since HTML's rules for what is not closed take a time that grows with
// the square.
const maxTags = 3000

// rawTags counts what may be a tag of raw HTML in a block.
func rawTags(n ast.Node, source []byte) int {
	count := 0
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) { // the walker has no errors
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.RawHTML:
			count += n.Segments.Len()
		case *ast.HTMLBlock:
			for i := range n.Lines().Len() {
				line := n.Lines().At(i)
				count += bytes.Count(source[line.Start:line.Stop], []byte("<"))
			}
		}
		return ast.WalkContinue, nil
	})
	return count
}

// parsePage renders Markdown as HTML and reads that as a browser does.
func (g *grammar) parsePage(source []byte, doc ast.Node, literal bool) (*html.Node, error) {
	kind := 0
	if literal {
		kind = 1
	}
	paper := g.papers.Get().(*paper)
	defer g.papers.Put(paper)
	paper.html.Reset()
	paper.writer.Reset(&paper.html)
	if err := g.renderer[kind].Render(paper.writer, source, doc); err != nil {
		return nil, err
	}
	body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragment(endingReader{g.ctx, &paper.html}, body)
	if err != nil {
		return nil, err
	}
	for _, n := range nodes {
		body.AppendChild(n)
	}
	return body, nil
}

// endingReader is a reader that ends with a context.
type endingReader struct {
	ctx context.Context
	io.Reader
}

// Read implements io.Reader.
func (r endingReader) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.Reader.Read(p)
}

// pageRenderer is goldmark's, but that it keeps all that stands behind a fence.
func pageRenderer(literal bool) renderer.Renderer {
	return renderer.NewRenderer(renderer.WithNodeRenderers(
		util.Prioritized(&keepingRenderer{literal}, 100),
		util.Prioritized(extension.NewTableHTMLRenderer(), 500),
		util.Prioritized(extension.NewStrikethroughHTMLRenderer(), 500),
		util.Prioritized(gohtml.NewRenderer(gohtml.WithUnsafe()), 1000),
	))
}

type keepingRenderer struct{ literal bool }

// RegisterFuncs implements renderer.NodeRenderer.
func (k *keepingRenderer) RegisterFuncs(to renderer.NodeRendererFuncRegisterer) {
	to.Register(ast.KindFencedCodeBlock, renderFence)
	to.Register(ast.KindImage, renderImage)
	to.Register(ast.KindLink, renderLink)
	to.Register(kindSign, renderSign)
	to.Register(ast.KindRawHTML, k.renderRaw)
	to.Register(ast.KindHTMLBlock, k.renderRaw)
}

func renderFence(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	code := n.(*ast.FencedCodeBlock)
	_, _ = w.WriteString(`<pre data-info="`) // a buffer has no errors
	if code.Info != nil {
		_, _ = w.WriteString(html.EscapeString(resolved(code.Info.Segment.Value(source))))
	}
	_, _ = w.WriteString(`"><code>`)
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		_, _ = w.Write(util.EscapeHTML(line.Value(source)))
	}
	_, _ = w.WriteString("</code></pre>\n")
	return ast.WalkContinue, nil
}

// markdownImage marks an image that Markdown has written, since only there are
// words of its text settings.
const markdownImage = "data-\uFDD0"

func renderImage(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	image := n.(*ast.Image)
	_, _ = fmt.Fprintf(w, `<img %s src="%s" alt="%s"`, markdownImage, html.EscapeString(resolved(image.Destination)), html.EscapeString(altOf(n, source)))
	writeTitle(w, image.Title)
	return ast.WalkSkipChildren, nil
}

func renderLink(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		_, _ = w.WriteString("</a>")
		return ast.WalkContinue, nil
	}
	link := n.(*ast.Link)
	_, _ = fmt.Fprintf(w, `<a href="%s"`, html.EscapeString(resolved(link.Destination)))
	writeTitle(w, link.Title)
	return ast.WalkContinue, nil
}

func writeTitle(w util.BufWriter, title []byte) {
	if len(title) > 0 {
		_, _ = fmt.Fprintf(w, ` title="%s"`, html.EscapeString(resolved(title)))
	}
	_ = w.WriteByte('>')
}

// altOf returns the words of an image.
func altOf(n ast.Node, source []byte) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			if text := c.Segment.Value(source); n.Kind() == ast.KindCodeSpan {
				b.Write(text)
			} else {
				b.WriteString(resolved(text))
			}
			if c.SoftLineBreak() || c.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.AutoLink:
			b.Write(c.Label(source))
		case *sign:
			b.WriteString(html.UnescapeString(c.html))
		default:
			b.WriteString(altOf(c, source))
		}
	}
	return b.String()
}

// resolved takes the escapes out of a text.
func resolved(text []byte) string {
	var out bytes.Buffer
	w := bufio.NewWriter(&out)
	gohtml.DefaultWriter.Write(w, text)
	_ = w.Flush() // to memory
	return html.UnescapeString(out.String())
}

// renderRaw writes raw HTML as it is, or as text. The parser of HTML resolves
// what it takes for entities in comments, where there are none.
func (k *keepingRenderer) renderRaw(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	raw := ""
	switch n := n.(type) {
	case *ast.RawHTML:
		raw = string(n.Segments.Value(source))
	case *ast.HTMLBlock:
		raw = blockText(n, source)
	}
	if k.literal {
		raw = html.EscapeString(raw)
		if n.Kind() == ast.KindHTMLBlock {
			raw = "<p>" + raw + "</p>\n"
		}
		_, _ = w.WriteString(raw)
		return ast.WalkSkipChildren, nil
	}
	for {
		before, comment, ok := strings.Cut(raw, "<!--")
		_, _ = w.WriteString(before)
		if !ok {
			break
		}
		inner, rest, closed := strings.Cut(comment, "-->")
		_, _ = w.WriteString("<!--" + strings.ReplaceAll(inner, "&", "&amp;"))
		if closed {
			_, _ = w.WriteString("-->")
		}
		raw = rest
	}
	return ast.WalkSkipChildren, nil
}

// tagOf returns an element's opening tag.
func tagOf(n *html.Node) string {
	var b strings.Builder
	b.WriteString("<" + n.Data)
	for _, a := range n.Attr {
		if a.Key != "v-pre" {
			b.WriteString(" " + a.Key)
			if a.Val != "" {
				b.WriteString(`="` + html.EscapeString(a.Val) + `"`)
			}
		}
	}
	b.WriteString(">")
	return b.String()
}

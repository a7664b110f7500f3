package slides

import (
	"bytes"
	"encoding/base64"
	"html/template"
	"io"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/gomarkdown/markdown/ast"
	"github.com/gomarkdown/markdown/html"
	"github.com/microcosm-cc/bluemonday"

	"talkgiver/talk"
)

// htmlNesting is how deep lists and quotes are shown inside each other, as tree
// counts it. Nobody in an audience sees an eighth level; browsers see 512.
const htmlNesting = 16

// linkSchemes are the addresses that a link may lead to. Whatever else a link
// says, such as a script or a file, only its text is shown.
var linkSchemes = []string{"http", "https", "mailto", "tel"}

// htmlWriter writes blocks as HTML. gomarkdown writes them, bluemonday lets
// through only what a slide consists of.
type htmlWriter struct {
	images   map[string]Image
	renderer *html.Renderer
	policy   *bluemonday.Policy
	level    int // of the heading of the slide that is written
}

func newHTMLWriter(images map[string]Image) *htmlWriter {
	w := &htmlWriter{images: images, policy: htmlElements()}
	w.renderer = html.NewRenderer(html.RendererOptions{RenderNodeHook: w.node})
	return w
}

// htmlElements allows what a slide consists of: no script, no style, no class,
// no frame, no form, nothing that is loaded.
func htmlElements() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowElements("h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "em", "strong", "del", "code", "pre",
		"blockquote", "ul", "ol", "li", "table", "thead", "tbody", "tr")
	p.AllowNoAttrs().OnElements("th", "td")
	p.AllowAttrs("class").Matching(regexp.MustCompile("^bare$")).OnElements("li") // an entry that is a picture needs no bullet
	p.AllowAttrs("start").Matching(bluemonday.Integer).OnElements("ol")
	p.AllowAttrs("align").Matching(bluemonday.CellAlign).OnElements("th", "td")
	p.AllowAttrs("title").OnElements("a", "img")
	p.AllowAttrs("href").OnElements("a")
	p.AllowAttrs("src", "alt").OnElements("img")
	p.RequireParseableURLs(true)
	p.AllowURLSchemes(linkSchemes...)
	p.AllowURLSchemeWithCustomPolicy("data", isEmbedded)
	p.RequireNoReferrerOnFullyQualifiedLinks(true)
	p.AddTargetBlankToFullyQualifiedLinks(true)
	return p
}

// isEmbedded reports whether a data address holds a picture as Embed writes it.
// A link never has one: link has refused it before.
func isEmbedded(u *url.URL) bool {
	kind, data, ok := strings.Cut(u.Opaque, ";base64,")
	return ok && slices.Contains(imageTypes, kind) && u.RawQuery == "" && u.Fragment == "" &&
		strings.Trim(data, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=") == ""
}

// slide writes what the audience sees.
func (w *htmlWriter) slide(s *Slide) template.HTML {
	w.level = s.Level
	if s.Level == 0 {
		w.level = 2
	}
	doc := &ast.Document{}
	addHeading(doc, w.level, s.Title)
	title := len(doc.Children)
	addBlocks(doc, s.Blocks, htmlNesting)
	for _, block := range doc.Children[title:] {
		// Headings inside a slide begin one level below its own.
		ast.WalkFunc(block, func(node ast.Node, entering bool) ast.WalkStatus {
			if h, ok := node.(*ast.Heading); ok && entering {
				h.Level = min(max(w.level+h.Level-3, w.level+1), 6)
			}
			return ast.GoToNext
		})
	}
	return w.write(doc)
}

// blocks writes what is said.
func (w *htmlWriter) blocks(blocks []talk.Block) template.HTML {
	return w.write(tree(blocks, htmlNesting))
}

func (w *htmlWriter) write(doc ast.Node) template.HTML {
	var raw bytes.Buffer
	ast.WalkFunc(doc, func(node ast.Node, entering bool) ast.WalkStatus {
		return w.renderer.RenderNode(&raw, node, entering)
	})
	// The sanitizer has the last word on every byte that is in a talk.
	return template.HTML(w.policy.SanitizeBytes(raw.Bytes()))
}

// node writes what gomarkdown would write differently from what the talk holds:
// it resolves entities in links and their text once more, begins no list with 0,
// joins the paragraphs of a tight entry, and takes a fence's info for a class.
func (w *htmlWriter) node(out io.Writer, node ast.Node, entering bool) (ast.WalkStatus, bool) {
	var b bytes.Buffer
	status := ast.GoToNext
	switch n := node.(type) {
	case *ast.Text:
		html.EscapeHTML(&b, n.Literal)
	case *ast.Softbreak:
		b.WriteByte('\n')
	case *ast.Link:
		if !leadsSomewhere(string(n.Destination)) {
			break
		}
		if !entering {
			b.WriteString("</a>")
			break
		}
		b.WriteString("<a")
		attribute(&b, "href", n.Destination)
		if len(n.Title) > 0 {
			attribute(&b, "title", n.Title)
		}
		b.WriteByte('>')
	case *ast.Image:
		if entering {
			w.image(&b, n)
		}
		status = ast.SkipChildren
	case *ast.ListItem:
		if !entering || !w.isPicture(n) {
			return status, false
		}
		b.WriteString(`<li class="bare">`)
	case *ast.CodeBlock:
		b.WriteString("<pre><code>")
		html.EscapeHTML(&b, n.Literal)
		b.WriteString("</code></pre>\n")
	case *ast.List:
		if entering && n.ListFlags&ast.ListTypeOrdered != 0 && n.Start == 0 {
			n.Attribute = &ast.Attribute{Attrs: map[string][]byte{"start": []byte("0")}}
		}
		return status, false
	case *ast.Paragraph:
		switch {
		case loneInTightEntry(n):
		case entering:
			b.WriteString("<p>")
		default:
			b.WriteString("</p>\n")
		}
	default:
		return status, false
	}
	// A buffer takes every byte.
	_, _ = out.Write(b.Bytes())
	return status, true
}

// isPicture reports whether a list entry is nothing but a picture that the deck holds.
func (w *htmlWriter) isPicture(n *ast.ListItem) bool {
	if len(n.Children) != 1 || len(n.Children[0].GetChildren()) != 1 {
		return false
	}
	image, ok := n.Children[0].GetChildren()[0].(*ast.Image)
	if ok {
		_, ok = w.images[string(image.Destination)]
	}
	return ok
}

// image writes a picture that the deck holds, or else its alternative text.
func (w *htmlWriter) image(b *bytes.Buffer, n *ast.Image) {
	var alt []byte
	for _, child := range n.Children {
		alt = append(alt, child.AsLeaf().Literal...)
	}
	image, ok := w.images[string(n.Destination)]
	if !ok {
		html.EscapeHTML(b, alt)
		return
	}
	b.WriteString(`<img src="data:` + image.Type + ";base64,")
	b.WriteString(base64.StdEncoding.EncodeToString(image.Data))
	b.WriteByte('"')
	attribute(b, "alt", alt)
	if len(n.Title) > 0 {
		attribute(b, "title", n.Title)
	}
	b.WriteByte('>')
}

func attribute(b *bytes.Buffer, name string, value []byte) {
	b.WriteString(" " + name + `="`)
	html.EscapeHTML(b, value)
	b.WriteByte('"')
}

// loneInTightEntry reports whether a paragraph is all the text of a list entry
// that stands close to its neighbours.
func loneInTightEntry(p *ast.Paragraph) bool {
	if !html.SkipParagraphTags(p) {
		return false
	}
	for _, sibling := range p.Parent.GetChildren() {
		if _, ok := sibling.(*ast.Paragraph); ok && sibling != ast.Node(p) {
			return false
		}
	}
	return true
}

// leadsSomewhere reports whether a link's destination is an address that a page
// on its own can lead to.
func leadsSomewhere(destination string) bool {
	u, err := url.Parse(destination)
	if err != nil || !slices.Contains(linkSchemes, u.Scheme) {
		return false
	}
	return u.Host != "" || u.Opaque != ""
}

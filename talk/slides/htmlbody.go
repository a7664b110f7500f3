package slides

import (
	"bytes"
	"encoding/base64"
	"html/template"
	"io"
	"maps"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

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
	rtl      bool // the page runs from right to left
	renderer *html.Renderer
	policy   *bluemonday.Policy
	level    int // of the heading of the slide that is written
}

func newHTMLWriter(images map[string]Image, direction string) *htmlWriter {
	w := &htmlWriter{images: images, rtl: direction == "rtl", policy: htmlElements()}
	w.renderer = html.NewRenderer(html.RendererOptions{RenderNodeHook: w.node})
	return w
}

// The classes of what is on a slide. No talk can name another one.
const (
	htmlBare    = "bare"    // an entry that is a picture needs no bullet
	htmlRow     = "row"     // a list of pictures, which stand beside each other
	htmlMissing = "missing" // the words of a picture that the deck does not hold
	htmlCue     = "cue"     // a cue for the speaker
	htmlBy      = "by"      // who has said what is quoted
	htmlShown   = "shown"   // pictures that have a line to themselves
)

// htmlCode are the classes of code.
var htmlCode = map[CodeLook]string{CodeComment: "code-comment", CodeString: "code-string", CodeNumber: "code-number", CodeKeyword: "code-keyword"}

// htmlElements allows what a slide consists of: no script, no style, no class but
// ours, no frame, no form, nothing that is loaded.
var htmlElements = sync.OnceValue(func() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowElements("h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "em", "strong", "del", "code", "pre",
		"blockquote", "ul", "ol", "li", "table", "thead", "tbody", "tr")
	p.AllowNoAttrs().OnElements("th", "td")
	p.AllowAttrs("class").Matching(regexp.MustCompile("^" + htmlBare + "$")).OnElements("li")
	p.AllowAttrs("class").Matching(regexp.MustCompile("^"+htmlRow+"$")).OnElements("ul", "ol")
	p.AllowAttrs("class").Matching(regexp.MustCompile("^(" + htmlBy + "|" + htmlShown + ")$")).OnElements("p")
	p.AllowAttrs("class").Matching(regexp.MustCompile("^(" + strings.Join(append(slices.Sorted(maps.Values(htmlCode)), htmlMissing, htmlCue), "|") + ")$")).OnElements("span")
	p.AllowAttrs("dir").Matching(regexp.MustCompile("^auto$")).OnElements("ul", "ol", "blockquote", "table")
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
})

// isEmbedded reports whether a data address holds a picture as Embed writes it.
// A link never has one: link has refused it before.
func isEmbedded(u *url.URL) bool {
	kind, data, ok := strings.Cut(u.Opaque, ";base64,")
	return ok && slices.Contains(imageTypes, kind) && u.RawQuery == "" && u.Fragment == "" &&
		strings.Trim(data, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=") == ""
}

// slide writes what the audience sees: the heading, and what is below it or, where
// a picture goes with words, beside each other.
func (w *htmlWriter) slide(s *Slide) template.HTML {
	w.level = s.Level
	if s.Level == 0 {
		w.level = 2
	}
	title := &ast.Document{}
	addHeading(title, w.level, s.Title)
	parts := [][]talk.Block{s.Blocks}
	if words, picture, first := besides(s.Blocks, w.images); picture != nil && first {
		parts = [][]talk.Block{picture, words}
	} else if picture != nil {
		parts = [][]talk.Block{words, picture}
	}
	body := w.write(title)
	if len(parts) == 1 {
		return body + w.part(parts[0])
	}
	body += `<div class="beside">` + "\n"
	for _, part := range parts {
		body += "<div>\n" + w.part(part) + "</div>\n"
	}
	return body + "</div>\n"
}

// part writes blocks that stand below the slide's heading.
func (w *htmlWriter) part(blocks []talk.Block) template.HTML {
	doc := tree(withSources(blocks), htmlNesting)
	ast.WalkFunc(doc, func(node ast.Node, entering bool) ast.WalkStatus {
		// Headings inside a slide begin one level below its own.
		if h, ok := node.(*ast.Heading); ok && entering {
			h.Level = min(max(w.level+h.Level-3, w.level+1), 6)
		}
		return ast.GoToNext
	})
	return w.write(doc)
}

// notes writes what is said, with its cues.
func (w *htmlWriter) notes(blocks []talk.Block) template.HTML {
	return w.write(tree(withCues(blocks, func(*talk.Cue) bool { return true }), htmlNesting))
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
		writeText(&b, n.Literal)
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
		if !entering || !isPictureEntry(n) {
			return status, false
		}
		b.WriteString(`<li class="` + htmlBare + `">`)
	case *ast.CodeBlock:
		b.WriteString("<pre><code>")
		for _, part := range ColourCode(string(n.Info), string(n.Literal)) {
			if part.Look == PlainCode {
				html.EscapeHTML(&b, []byte(part.Text))
				continue
			}
			span(&b, htmlCode[part.Look], []byte(part.Text))
		}
		b.WriteString("</code></pre>\n")
	case *ast.List, *ast.BlockQuote, *ast.Table:
		if entering {
			w.describe(n)
		}
		return status, false
	case *ast.Paragraph:
		switch {
		case loneInTightEntry(n):
		case entering && namesSource(n):
			b.WriteString(`<p class="` + htmlBy + `">`)
		case entering && w.holdsPictures(n):
			b.WriteString(`<p class="` + htmlShown + `">`)
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

// writeText writes text, and a cue so that it stands out.
func writeText(b *bytes.Buffer, text []byte) {
	cue, ok := bytes.CutPrefix(text, []byte(cueBegin))
	if !ok {
		html.EscapeHTML(b, text)
		return
	}
	span(b, htmlCue, []byte("["+string(bytes.TrimSuffix(cue, []byte(cueEnd)))+"]"))
}

// describe gives a block the attributes that gomarkdown does not: the number 0, a
// direction where text may run otherwise than the page, and pictures in a row. A list
// has one direction with all that is in it, so that its bullets stand on one side.
func (w *htmlWriter) describe(node ast.Node) {
	attributes := map[string][]byte{}
	var classes [][]byte
	if !inList(node) && (w.rtl || runsRightToLeft(node)) {
		attributes["dir"] = []byte("auto")
	}
	if list, ok := node.(*ast.List); ok {
		if list.ListFlags&ast.ListTypeOrdered != 0 && list.Start == 0 {
			attributes["start"] = []byte("0")
		}
		if len(list.Children) > 1 && !slices.ContainsFunc(list.Children, func(entry ast.Node) bool { return !isPictureEntry(entry) }) {
			classes = [][]byte{[]byte(htmlRow)}
		}
	}
	if len(attributes) > 0 || classes != nil {
		node.AsContainer().Attribute = &ast.Attribute{Attrs: attributes, Classes: classes}
	}
}

// inList reports whether a block stands in a list.
func inList(node ast.Node) bool {
	for p := node.GetParent(); p != nil; p = p.GetParent() {
		if _, ok := p.(*ast.List); ok {
			return true
		}
	}
	return false
}

// runsRightToLeft reports whether there is text of a script that does, such as
// Hebrew or Arabic.
func runsRightToLeft(node ast.Node) bool {
	found := false
	ast.WalkFunc(node, func(node ast.Node, _ bool) ast.WalkStatus {
		if text, ok := node.(*ast.Text); ok && bytes.ContainsFunc(text.Literal, isRightToLeft) {
			found = true
			return ast.Terminate
		}
		return ast.GoToNext
	})
	return found
}

// isRightToLeft reports whether r is in one of the blocks that Unicode keeps for
// scripts that run from right to left.
func isRightToLeft(r rune) bool {
	return 0x590 <= r && r <= 0x8FF || 0xFB1D <= r && r <= 0xFDFF || 0xFE70 <= r && r <= 0xFEFC || 0x10800 <= r && r <= 0x10FFF || 0x1E800 <= r && r <= 0x1EFFF
}

// isPictureEntry reports whether a list entry is nothing but a picture.
func isPictureEntry(node ast.Node) bool {
	children := node.GetChildren()
	if len(children) != 1 || len(children[0].GetChildren()) != 1 {
		return false
	}
	_, ok := children[0].GetChildren()[0].(*ast.Image)
	return ok
}

// holdsPictures reports whether a paragraph that is in nothing else has pictures that
// the deck holds, and no words.
func (w *htmlWriter) holdsPictures(p *ast.Paragraph) bool {
	if _, ok := p.Parent.(*ast.Document); !ok {
		return false
	}
	pictures := 0
	for _, child := range p.Children {
		switch n := child.(type) {
		case *ast.Image:
			if _, held := w.images[string(n.Destination)]; !held {
				return false
			}
			pictures++
		case *ast.Softbreak, *ast.Hardbreak:
		case *ast.Text:
			if len(bytes.TrimSpace(n.Literal)) > 0 {
				return false
			}
		default:
			return false
		}
	}
	return pictures > 0
}

// namesSource reports whether a paragraph ends a quote and begins with a dash, as
// those do that say who has said it.
func namesSource(p *ast.Paragraph) bool {
	if _, ok := p.Parent.(*ast.BlockQuote); !ok || len(p.Children) == 0 {
		return false
	}
	siblings := p.Parent.GetChildren()
	text, ok := p.Children[0].(*ast.Text)
	return ok && len(siblings) > 1 && siblings[len(siblings)-1] == ast.Node(p) &&
		slices.ContainsFunc([]string{"—", "–", "―", "-- "}, func(dash string) bool { return bytes.HasPrefix(text.Literal, []byte(dash)) })
}

// image writes a picture that the deck holds, or else its words: an audience
// reads them, and who made the talk sees that there is no picture.
func (w *htmlWriter) image(b *bytes.Buffer, n *ast.Image) {
	var alt []byte
	for _, child := range n.Children {
		alt = append(alt, child.AsLeaf().Literal...)
	}
	image, ok := w.images[string(n.Destination)]
	if !ok {
		if len(bytes.TrimSpace(alt)) == 0 && !hasScheme(string(n.Destination)) {
			alt = []byte(path.Base(string(n.Destination)))
		}
		span(b, htmlMissing, alt)
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

// span writes text of a class.
func span(b *bytes.Buffer, class string, text []byte) {
	b.WriteString(`<span class="` + class + `">`)
	html.EscapeHTML(b, text)
	b.WriteString("</span>")
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

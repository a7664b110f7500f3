package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// sectionsOfChapters makes sections of the chapters of a text that was written
// elsewhere. A talk file has one # heading, its title, and sections with ##. In
// other Markdown every chapter has #, and what is below it ##: all of them go one
// level down, and a short line alone at the top becomes the title. A talk, and
// what can be read as one, stays as it is; and nothing is ever taken away.
func sectionsOfChapters(source []byte) []byte {
	front := readFront(source)
	if hasDeal(front) {
		return source
	}
	begin := bodyStart(source, front.span.End)
	plain, _ := forGoldmark(source, begin)
	root := newParser().Parse(text.NewReader(plain))
	r := &reader{source: source, begin: begin}
	var heads []*ast.Heading
	var chapters []int // in heads
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *keyLine:
			return source // only a talk has them
		case *ast.Heading:
			if n.Level == 1 && r.isSharp(n) {
				chapters = append(chapters, len(heads))
			}
			heads = append(heads, n)
		}
	}
	if len(chapters) < 2 || heads[0].Level == 1 && (chapters[0] > 0 || titles(root, heads, chapters)) {
		return source
	}
	var b bytes.Buffer
	done := 0 // of the source
	put := func(at int, mark string) {
		b.Write(source[done:at])
		b.WriteString(mark)
		done = at
	}
	if at := r.titleLine(root); at >= 0 {
		put(at, "# ")
	}
	for _, n := range heads {
		if r.isSharp(n) && n.Level < 6 {
			put(r.words(n), "#")
		}
	}
	b.Write(source[done:])
	return b.Bytes()
}

// titles reports whether the first of several # headings is the title, and no
// chapter: it is the first of all, has nothing of its own below it, and either
// another one comes next or it alone has ## headings below it.
func titles(root ast.Node, heads []*ast.Heading, chapters []int) bool {
	if firstSeen(root.FirstChild()) != heads[0] {
		return false
	}
	next, ok := firstSeen(heads[0].NextSibling()).(*ast.Heading)
	if !ok || next.Level > 2 {
		return false
	}
	for _, n := range heads[chapters[1]:] {
		if n.Level == 2 && next.Level == 2 {
			return false
		}
	}
	return true
}

// firstSeen returns the first block from n on that is more than a line between
// slides, a comment or a link's definition; nil when there is none.
func firstSeen(n ast.Node) ast.Node {
	for ; n != nil; n = n.NextSibling() {
		switch n.(type) {
		case *ast.ThematicBreak, *ast.HTMLBlock, *ast.LinkReferenceDefinition:
		default:
			return n
		}
	}
	return nil
}

// titleLine returns where the title begins in a text that does not begin with a
// heading: a short line with a blank line below it; -1 when there is none.
func (r *reader) titleLine(root ast.Node) int {
	n, ok := firstSeen(root.FirstChild()).(*ast.Paragraph)
	if !ok {
		return -1
	}
	at := r.words(n)
	end := lineEnd(r.source, at)
	line := strings.TrimSpace(string(r.source[at:end]))
	next := nextLine(r.source, end)
	if !isBlank(r.source[next:lineEnd(r.source, next)]) || !short(line, 14) || !hasWord(line) ||
		strings.ContainsAny(line[:1], "![<`") || strings.HasSuffix(line, "#") || strings.Contains(line, "<!--") {
		return -1
	}
	return at
}

// isSharp reports whether a heading is marked with # signs, and not underlined.
func (r *reader) isSharp(n *ast.Heading) bool {
	start := r.start(n)
	return atxHeading.Match(r.source[start:lineEnd(r.source, start)])
}

// words returns where the first line of a block begins, behind its indentation.
func (r *reader) words(n ast.Node) int {
	at := r.start(n)
	for at < len(r.source) && (r.source[at] == ' ' || r.source[at] == '\t') {
		at++
	}
	return at
}

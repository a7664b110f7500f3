package slides

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"

	"github.com/gomarkdown/markdown/ast"
)

// remark is remark (https://remarkjs.com): an early version of marked, behind a
// lexer of its own for separators, classes, variables and macros.
func remark() Flavour {
	return Flavour{
		Name:      "remark",
		Title:     "remark",
		Extension: ".md",
		Carries:   Carries{Notes: MarkdownNotes, Slides: true, Images: true, Tables: true},
		write:     writeRemark,
		read:      readRemark,
	}
}

func writeRemark(out *bytes.Buffer, d *Deck) {
	dialect := dialect{
		escape:     escapeRemark,
		bareImages: true,
		spoils:     remarkSpoils,
		tagged:     remarkTags,
		between:    "<!-- -->",
		lineBreak:  "<br>",
	}.whole()
	for i, s := range d.Slides {
		if i > 0 {
			out.WriteString("\n---\n\n")
		}
		if s.Opening {
			out.WriteString("class: center, middle\n\n")
		}
		out.Write(dialect.render(s.Level, s.Title, s.Blocks))
		if notes := dialect.render(0, nil, s.Notes); notes != nil {
			out.WriteString("\n???\n\n")
			out.Write(notes)
		}
	}
}

// remarkKey is what begins a property of a slide.
var remarkKey = regexp.MustCompile(`^[-\w]+$`)

// escapeRemark writes an entity wherever remark could find something: it knows
// few escapes.
func escapeRemark(b *strings.Builder, s string, i int, first bool) int {
	c := s[i]
	special := strings.IndexByte("\\`*_~[]{}<&|#", c) >= 0
	switch {
	case first:
		special = special || strings.IndexByte("-+=>?:.!$^@%", c) >= 0
	case c == ':':
		special = strings.HasPrefix(s[i:], "://") || i < maxLabel && remarkKey.MatchString(s[:i])
	case c == '.': // of a number, however long
		special = 0 < i && i < maxLabel && strings.Trim(s[:i], "0123456789") == ""
	case c == '!' && i+1 == len(s): // an image may follow
		special = true
	}
	if special {
		b.WriteString("&#" + strconv.Itoa(int(c)) + ";")
		return 1
	}
	if c >= 0x80 {
		for _, sign := range []string{"\u2028", "\u2029", "\u2424"} {
			if strings.HasPrefix(s[i:], sign) {
				b.WriteString(entities.Replace(sign))
				return len(sign)
			}
		}
	}
	return 0
}

// remarkSpoils reports whether remark would read on in code.
func remarkSpoils(code string) bool {
	for _, sign := range []string{"```", "~~~", "<!--", "{{", "\u2028", "\u2029", "\u2424"} {
		if strings.Contains(code, sign) {
			return true
		}
	}
	return strings.TrimSpace(code) == "" || strings.HasPrefix(code, "\n") || len(code) > maxRemarkCode
}

// maxRemarkCode is how much code on a slide its regular expressions are let
// search through.
const maxRemarkCode = 2000

// remarkTags reports whether a block stands in HTML: early regular expressions
// read only what is simple.
func remarkTags(n ast.Node) bool {
	if code, ok := n.(*ast.CodeBlock); ok {
		return remarkSpoils(string(code.Literal))
	}
	return extraordinary(n) || linkInWord(n)
}

// linkInWord reports whether a link follows text without a space, as behind the
// name of a class.
func linkInWord(n ast.Node) bool {
	if n.AsContainer() == nil {
		return false
	}
	children := n.AsContainer().Children
	for i, child := range children {
		if linkInWord(child) {
			return true
		}
		if image, ok := child.(*ast.Image); ok { // a macro
			if alt, ok := ast.GetFirstChild(image).(*ast.Text); ok && bytes.HasPrefix(bytes.TrimSpace(alt.Literal), []byte(":")) {
				return true
			}
		}
		switch child.(type) {
		case *ast.Link, *ast.Image, *ast.Code:
			if i == 0 {
				continue
			}
			if text, ok := children[i-1].(*ast.Text); !ok || !bytes.HasSuffix(text.Literal, []byte(" ")) {
				return true
			}
		}
	}
	return false
}

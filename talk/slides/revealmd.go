package slides

import (
	"bytes"
	"regexp"
	"strings"
)

// revealMD is reveal-md (https://github.com/webpro/reveal-md): reveal.js with a
// front matter. It puts the deck into a page, so that the browser reads the
// entities of HTML before the Markdown is read.
func revealMD() Flavour {
	return Flavour{
		Name:      "reveal-md",
		Title:     "reveal-md",
		Extension: ".md",
		Carries:   Carries{Notes: MarkdownNotes, Times: true, Slides: true, Images: true, Tables: true},
		write:     writeRevealMD,
	}
}

func writeRevealMD(out *bytes.Buffer, d *Deck) {
	dialect := revealDialect()
	dialect.fence = withoutDiagrams
	var body bytes.Buffer
	writeReveal(&body, d, dialect)
	var front strings.Builder
	if d.Title != "" { // which stands in the page as it is
		front.WriteString("title: " + yamlString(entities.Replace(d.Title)) + "\n")
	}
	if bytes.ContainsAny(body.Bytes(), `$\`) {
		front.WriteString("revealOptions:\n  math:\n    tex2jax:\n      inlineMath: []\n      displayMath: []\n      processEnvironments: false\n")
	}
	if front.Len() > 0 {
		out.WriteString("---\n" + front.String() + "---\n\n")
	}
	out.Write(inTextArea(body.Bytes()))
}

// inPage is what a browser reads in a text area: the beginning of an entity,
// with its end or, for those of old, without, and the end of the area.
var inPage = regexp.MustCompile(`&[#A-Za-z]|</[Tt][Ee][Xx][Tt][Aa][Rr][Ee][Aa]`)

// inTextArea writes text so that a text area of HTML holds it.
func inTextArea(text []byte) []byte {
	return inPage.ReplaceAllFunc(text, func(found []byte) []byte {
		if found[0] == '&' {
			return append([]byte("&amp;"), found[1:]...)
		}
		return append([]byte("&lt;"), found[1:]...)
	})
}

// withoutDiagrams leaves out the languages that a tool draws instead of showing
// them.
func withoutDiagrams(language string) string {
	switch strings.ToLower(language) {
	case "mermaid", "plantuml":
		return ""
	}
	return language
}

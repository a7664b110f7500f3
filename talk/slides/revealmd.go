package slides

import (
	"bytes"
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
		read:      readRevealMD,
	}
}

// pageIndent is how far in the deck stands in reveal-md's page. reveal.js takes as
// many spaces off its lines, or breaks them there, where they have as many.
const pageIndent = 12

func writeRevealMD(out *bytes.Buffer, d *Deck) {
	indent := strings.Repeat(" ", pageIndent)
	dialect := revealDialect(func(code string) bool { return revealSpoils(code) || strings.Contains(code, indent) })
	dialect.fence = withoutDiagrams
	dialect.maxSpaces = pageIndent - 1
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

// inTextArea writes text so that a text area of HTML holds it: a browser reads
// the beginning of an entity in it, with an end or, for those of old, without,
// and the end of the area.
func inTextArea(text []byte) []byte {
	written := make([]byte, 0, len(text)+len(text)/50)
	for i, c := range text {
		next := byte(0)
		if i+1 < len(text) {
			next = text[i+1]
		}
		switch {
		case c == '&' && (next == '#' || alphanumeric(next)):
			written = append(written, "&amp;"...)
		case c == '<' && next == '/':
			written = append(written, "&lt;"...)
		default:
			written = append(written, c)
		}
	}
	return written
}

// withoutDiagrams leaves out the languages that a tool draws instead of showing
// them.
func withoutDiagrams(language string) string {
	switch strings.ToLower(language) {
	case "mermaid", "plantuml":
		return plainCode
	}
	return revealLanguage(language)
}

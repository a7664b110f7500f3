package slides

import (
	"bytes"
	"fmt"
	"strings"
	"time"
)

// advancedSlides is Advanced Slides, a plugin of Obsidian's
// (https://github.com/MSzturc/obsidian-advanced-slides): reveal.js with
// Obsidian's own Markdown before it.
func advancedSlides() Flavour {
	return Flavour{
		Name:            "advanced-slides",
		Title:           "Obsidian Advanced Slides",
		Extension:       ".md",
		ByDocumentation: true,
		Carries:         Carries{Notes: MarkdownNotes, Slides: true, Images: true, Tables: true},
		write:           writeAdvancedSlides,
	}
}

func writeAdvancedSlides(out *bytes.Buffer, d *Deck) {
	out.WriteString("---\n")
	if d.Title != "" {
		out.WriteString("title: " + yamlString(entities.Replace(d.Title)) + "\n")
	}
	if length := d.Length(); length > 0 {
		fmt.Fprintf(out, "timeForPresentation: %d\n", int(length/time.Second))
	}
	out.WriteString("separator: \"\\r?\\n---\\r?\\n\"\nnotesSeparator: \"note:\"\n---\n\n")
	dialect := revealDialect(revealSpoils)
	dialect.escape = escapeAdvanced
	dialect.fence = withoutDiagrams
	dialect.noTimes = true
	writeReveal(out, d, dialect)
}

// escapeAdvanced escapes what Obsidian and the plugin read before reveal.js.
func escapeAdvanced(b *strings.Builder, s string, i int, first bool) int {
	switch s[i] {
	case '$', '^': // mathematics and names of blocks
		b.WriteByte('\\')
		b.WriteByte(s[i])
		return 1
	case '%', '=': // comments and marks
		if strings.HasPrefix(s[i+1:], s[i:i+1]) || i > 0 && s[i-1] == s[i] {
			b.WriteByte('\\')
			b.WriteByte(s[i])
			return 1
		}
	case ':':
		if strings.HasPrefix(s[i:], ":::") && first {
			b.WriteString(`\:`)
			return 1
		}
		if strings.HasSuffix(strings.ToLower(s[:i]), "note") { // anywhere in a line
			b.WriteString(`\:`)
			return 1
		}
		if isShortcode(s[i:]) {
			b.WriteString(":" + zeroWidth)
			return 1
		}
	}
	return escapeReveal(b, s, i, first)
}

package slides

import (
	"bytes"
	"strings"
)

// terminalSlides is slides (https://github.com/maaslalani/slides), in a
// terminal: it splits before it reads Markdown, and hides lines that begin with
// three strokes, which is where what is said stays.
func terminalSlides() Flavour {
	return Flavour{
		Name:            "slides",
		Title:           "slides",
		Extension:       ".md",
		ByDocumentation: true,
		Carries:         Carries{Slides: true, Tables: true},
		write:           writeTerminalSlides,
	}
}

func writeTerminalSlides(out *bytes.Buffer, d *Deck) {
	out.WriteString("---\npaging: \"%d / %d\"\n---\n")
	dialect := dialect{
		noTags: true,
		escape: func(b *strings.Builder, s string, i int, first bool) int {
			if first && strings.HasPrefix(s, "///") {
				b.WriteString(`\/`)
				return 1
			}
			return 0
		},
		fenced: func(line string, _ bool) string {
			switch {
			case line == "---": // the end of a slide, but for the space behind it
				return "--- "
			case strings.HasPrefix(line, "///"):
				return " " + line
			}
			return line
		},
	}.whole()
	for i, s := range d.Slides {
		if i > 0 {
			out.WriteString("\n---\n")
		}
		out.WriteByte('\n')
		out.Write(dialect.render(s.Level, s.Title, s.Blocks))
		if note := plainNotes(s.Notes); note != "" {
			out.WriteByte('\n')
			for line := range strings.SplitSeq(note, "\n") {
				out.WriteString(strings.TrimRight("/// "+line, " ") + "\n")
			}
		}
	}
}

package slides

import (
	"bytes"
	"strings"

	"talkgiver/talk"
)

// iaPresenter is iA Presenter (https://ia.net/presenter): the file is what is
// said, and what is shown are headings and what a tab stands before.
func iaPresenter() Flavour {
	return Flavour{
		Name:            "ia-presenter",
		Title:           "iA Presenter",
		Extension:       ".md",
		ByDocumentation: true,
		Carries:         Carries{Notes: MarkdownNotes, Slides: true, Images: true, Tables: true},
		write:           writeIAPresenter,
	}
}

func writeIAPresenter(out *bytes.Buffer, d *Deck) {
	dialect := dialect{
		noTags: true,
		escape: func(b *strings.Builder, s string, i int, first bool) int {
			if first && strings.HasPrefix(s, "//") { // a comment
				b.WriteString(`\/`)
				return 1
			}
			return 0
		},
	}.whole()
	for i, s := range d.Slides {
		if i > 0 {
			out.WriteString("\n---\n\n")
		}
		out.Write(dialect.render(s.Level, s.Title, nil))
		for _, block := range s.Blocks {
			shown := dialect.render(0, nil, []talk.Block{block})
			if shown == nil {
				continue
			}
			out.WriteByte('\n')
			for line := range strings.SplitSeq(strings.TrimSuffix(string(shown), "\n"), "\n") {
				if line != "" {
					line = "\t" + line
				}
				out.WriteString(line + "\n")
			}
		}
		if notes := dialect.render(0, nil, s.Notes); notes != nil {
			out.WriteByte('\n')
			out.Write(notes)
		}
	}
}

package slides

import (
	"bytes"
	"strings"

	"talkgiver/talk"
)

// presenterm is presenterm (https://github.com/mfontanini/presenterm), slides in
// a terminal: CommonMark whose comments are commands.
func presenterm() Flavour {
	return Flavour{
		Name:            "presenterm",
		Title:           "presenterm",
		Extension:       ".md",
		ByDocumentation: true,
		Carries:         Carries{Notes: PlainNotes, Slides: true, Images: true, Tables: true},
		write:           writePresenterm,
		read:            readPresenterm,
	}
}

func writePresenterm(out *bytes.Buffer, d *Deck) {
	slides := d.Slides
	out.WriteString("---\n")
	if titleFromHead(d) { // the tool makes a slide of it
		out.WriteString("title: " + yamlString(talk.PlainText(slides[0].Title)) + "\n")
		if below := plainNotes(slides[0].Blocks); below != "" {
			out.WriteString("sub_title: " + yamlString(below) + "\n")
		}
		slides = slides[1:]
	}
	out.WriteString("options:\n  end_slide_shorthand: false\n---\n")
	dialect := dialect{
		keyword: func(word string) bool { return strings.HasPrefix(word, "image:") },
		noTags:  true,
	}.whole()
	for i, s := range slides {
		if i > 0 {
			out.WriteString("\n<!-- end_slide -->\n")
		}
		if title := dialect.render(0, nil, []talk.Block{&talk.Paragraph{Inlines: onOneLine(s.Title)}}); title != nil {
			out.WriteByte('\n')
			out.Write(title)
			out.WriteString("===\n")
		}
		if shown := dialect.render(0, nil, s.Blocks); shown != nil {
			out.WriteByte('\n')
			out.Write(shown)
		}
		if note := plainNotes(s.Notes); note != "" {
			out.WriteString("\n<!--\nspeaker_note: |\n")
			for line := range strings.SplitSeq(plainComment(note), "\n") {
				out.WriteString(strings.TrimRight("  "+line, " ") + "\n")
			}
			out.WriteString("-->\n")
		}
	}
}

// onOneLine returns a text without line breaks.
func onOneLine(inlines []talk.Inline) []talk.Inline {
	flat := make([]talk.Inline, len(inlines))
	for i, in := range inlines {
		flat[i] = in
		switch in := in.(type) {
		case *talk.LineBreak:
			flat[i] = &talk.LineBreak{}
		case *talk.Emphasis:
			flat[i] = &talk.Emphasis{Level: in.Level, Children: onOneLine(in.Children)}
		case *talk.Anchor:
			flat[i] = &talk.Anchor{Destination: in.Destination, Title: in.Title, Children: onOneLine(in.Children)}
		}
	}
	return flat
}

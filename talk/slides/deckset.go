package slides

import (
	"bytes"
	"regexp"
	"strings"

	"talkgiver/talk"
)

// deckset is Deckset (https://www.deckset.com), for the Mac: lines that begin
// with ^ are notes, and settings stand at the top without marks around them.
func deckset() Flavour {
	return Flavour{
		Name:            "deckset",
		Title:           "Deckset",
		Extension:       ".md",
		ByDocumentation: true,
		Carries:         Carries{Notes: MarkdownNotes, Slides: true, Images: true, Tables: true},
		write:           writeDeckset,
		read:            readDeckset,
	}
}

var decksetKeyword = regexp.MustCompile(`(?i)^(?:inline|fit|fill|original|left|right|filtered|corner-radius\(.*|autoplay|loop|mute|hide|[\d.]+%)$`)

func writeDeckset(out *bytes.Buffer, d *Deck) {
	out.WriteString("slidenumbers: true\nautoscale: true\n")
	dialect := dialect{
		escape:      escapeDeckset,
		keyword:     decksetKeyword.MatchString,
		imagePrefix: "inline ", // else it is a background
		noTags:      true,
	}.whole()
	for i, s := range d.Slides {
		if i > 0 {
			out.WriteString("\n---\n")
		}
		out.WriteByte('\n')
		out.Write(dialect.render(s.Level, s.Title, s.Blocks))
		for _, block := range s.Notes {
			note := dialect.render(0, nil, []talk.Block{block})
			if note == nil {
				continue
			}
			out.WriteByte('\n')
			for line := range strings.SplitSeq(strings.TrimSuffix(string(note), "\n"), "\n") {
				out.WriteString(strings.TrimRight("^ "+line, " ") + "\n")
			}
		}
	}
}

// escapeDeckset escapes what Deckset reads beyond CommonMark.
func escapeDeckset(b *strings.Builder, s string, i int, first bool) int {
	switch s[i] {
	case '^':
		if !first {
			return 0
		}
	case '$':
	case ':':
		if isShortcode(s[i:]) {
			b.WriteString(":" + zeroWidth)
			return 1
		}
		return 0
	default:
		return 0
	}
	b.WriteByte('\\')
	b.WriteByte(s[i])
	return 1
}

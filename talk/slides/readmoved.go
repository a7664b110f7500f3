package slides

import (
	"regexp"
	"strings"

	"talkgiver/talk"
)

// relocate gives each picture of a source another destination, as a talk in
// another folder needs it. What is kept as a comment stays as it was.
func (s *source) relocate(destination func(string) string) {
	move := relocation(func(image *talk.Image) talk.Inline {
		return &talk.Image{Destination: destination(image.Destination), Title: image.Title, Alt: image.Alt}
	})
	for _, p := range s.pages {
		for _, parts := range [][]part{p.parts, p.notes} {
			for i, part := range parts {
				if part.block != nil {
					parts[i].block = move.block(part.block)
				}
			}
		}
	}
}

// imageStart is an image up to the end of its destination.
var imageStart = regexp.MustCompile(`^!\[[^\[\]\n]*\]\([ \t]*(<[^<>\n]*>|[^\s()<>]+)`)

// bareDestination writes what would end a destination without brackets.
var bareDestination = strings.NewReplacer(" ", "%20", "(", "%28", ")", "%29", "<", "%3C", ">", "%3E")

// relocateText gives the pictures of Markdown that is taken as it stands other
// destinations, but for those in code. Every other byte stays.
func relocateText(text []byte, destination func(string) string) []byte {
	var b strings.Builder
	var f fence
	for line := range strings.SplitAfterSeq(string(text), "\n") {
		if f.code(strings.TrimRight(line, "\r\n")) {
			b.WriteString(line)
			continue
		}
		for i := 0; i < len(line); {
			n := 1
			switch line[i] {
			case '\\':
				n = min(2, len(line)-i)
			case '`':
				n = codeSpan(line[i:])
			case '!':
				if m := imageStart.FindStringSubmatchIndex(line[i:]); m != nil {
					b.WriteString(line[i : i+m[2]])
					where := line[i+m[2] : i+m[3]]
					if bare, ok := strings.CutPrefix(where, "<"); ok {
						b.WriteString("<" + destination(strings.TrimSuffix(bare, ">")) + ">")
					} else if moved := destination(where); moved != where {
						b.WriteString(bareDestination.Replace(moved))
					} else {
						b.WriteString(where)
					}
					i += m[3]
					continue
				}
			}
			b.WriteString(line[i : i+n])
			i += n
		}
	}
	return []byte(b.String())
}

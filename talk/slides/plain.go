package slides

import (
	"strings"

	"talkgiver/talk"
)

// plainNotes returns what is said as text without marks, a paragraph for each
// block. Cues are left out: a tool with plain notes cannot act on them, and to
// a speaker who reads "click" there is nothing on the slide to click on.
func plainNotes(blocks []talk.Block) string {
	var notes []string
	for _, block := range blocks {
		if text := strings.TrimSpace(plainBlock(block)); text != "" {
			notes = append(notes, text)
		}
	}
	return strings.Join(notes, "\n\n")
}

// plainBlock returns the words of a block, one line for each line, list entry,
// table row and line of code.
func plainBlock(block talk.Block) string {
	switch b := block.(type) {
	case *talk.Paragraph:
		return plainLine(b.Inlines)
	case *talk.Heading:
		return plainLine(b.Inlines)
	case *talk.Code:
		return strings.TrimSuffix(clean(lineEnds.Replace(b.Text)), "\n")
	case *talk.Quote:
		return plainLines(b.Blocks)
	case *talk.ListItem:
		return plainLines(b.Blocks)
	case *talk.List:
		lines := make([]string, 0, len(b.Items))
		for _, item := range b.Items {
			lines = append(lines, plainLines(item.Blocks))
		}
		return strings.Join(lines, "\n")
	case *talk.Table:
		lines := make([]string, 0, 1+len(b.Rows))
		for _, row := range append([][][]talk.Inline{b.Header}, b.Rows...) {
			cells := make([]string, len(row))
			for i, cell := range row {
				cells[i] = plainLine(cell)
			}
			lines = append(lines, strings.Join(cells, " "))
		}
		return strings.Join(lines, "\n")
	}
	return ""
}

func plainLines(blocks []talk.Block) string {
	lines := make([]string, 0, len(blocks))
	for _, block := range blocks {
		if text := plainBlock(block); text != "" {
			lines = append(lines, text)
		}
	}
	return strings.Join(lines, "\n")
}

// plainLine returns the words of a line. Only a hard break ends it.
func plainLine(inlines []talk.Inline) string {
	var b strings.Builder
	var write func([]talk.Inline)
	write = func(inlines []talk.Inline) {
		for _, in := range inlines {
			switch in := in.(type) {
			case *talk.Text:
				b.WriteString(collapse(in.Text))
			case *talk.CodeSpan:
				b.WriteString(collapse(in.Text))
			case *talk.Emphasis:
				write(in.Children)
			case *talk.Anchor:
				write(in.Children)
			case *talk.Image:
				b.WriteString(collapse(in.Alt))
			case *talk.LineBreak:
				if in.Hard {
					b.WriteByte('\n')
				} else {
					b.WriteByte(' ')
				}
			case *talk.Cue:
			}
		}
	}
	write(inlines)
	lines := strings.Split(clean(b.String()), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimSpace(collapse(line))
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

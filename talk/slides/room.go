package slides

import (
	"strings"
	"unicode/utf8"

	"talkgiver/talk"
)

// What a slide has room for is an estimate: the default themes of Marp, Slidev
// and reveal.js show about fourteen lines of some fifty signs below a heading
// of one line, at the size that is read from the last row.
const (
	slideLines   = 14
	lineSigns    = 50
	titleSigns   = 30 // a heading's letters are larger
	codeSigns    = 70 // and those of code smaller
	imageLines   = 8  // an image that is worth its place takes half of the slide
	entryIndent  = 3  // signs that each level of a list takes
	fewestOfText = 12 // signs that are left however deep it is
)

// Lines estimates how many lines what the slide shows takes, below its heading.
// A slide has room for fourteen.
func (s *Slide) Lines() int {
	n := s.titleLines()
	for _, b := range s.Blocks {
		n += blockLines(b, lineSigns)
	}
	return n
}

// Images returns the images that the slide shows below its heading. Each of them
// takes the room of eight Lines.
func (s *Slide) Images() []*talk.Image {
	var all []*talk.Image
	relocation(func(image *talk.Image) talk.Inline {
		all = append(all, image)
		return image
	}).blocks(s.Blocks)
	return all
}

// TextLines returns how many of its Lines are not those of its images.
func (s *Slide) TextLines() int { return max(0, s.Lines()-imageLines*len(s.Images())) }

// titleLines estimates how many lines more than one the heading takes.
func (s *Slide) titleLines() int {
	return linesOf(utf8.RuneCountInString(talk.PlainText(s.Title)), titleSigns) - 1
}

// Overflows reports whether the slide shows more than it has room for.
func (s *Slide) Overflows() bool { return s.Lines() > slideLines }

// linesOf returns how many lines so many signs take, at least one.
func linesOf(signs, width int) int { return max(1, (signs+width-1)/width) }

// blockLines estimates the lines of a block, of so many signs each.
func blockLines(block talk.Block, width int) int {
	width = max(width, fewestOfText)
	n := 0
	switch b := block.(type) {
	case *talk.Paragraph:
		n = inlineLines(b.Inlines, width)
	case *talk.Heading:
		n = inlineLines(b.Inlines, width)
	case *talk.Code:
		for line := range strings.SplitSeq(strings.TrimSuffix(b.Text, "\n"), "\n") {
			n += codeLines(line, width)
		}
	case *talk.Quote:
		for _, inner := range b.Blocks {
			n += blockLines(inner, width-entryIndent)
		}
	case *talk.ListItem:
		for _, inner := range b.Blocks {
			n += blockLines(inner, width-entryIndent)
		}
	case *talk.List:
		for _, item := range b.Items {
			n += max(1, blockLines(item, width))
		}
	case *talk.Table:
		n = rowLines(b.Header, len(b.Align), width)
		for _, row := range b.Rows {
			n += rowLines(row, len(b.Align), width)
		}
	}
	return n
}

// codeLines estimates the lines of a line of code.
func codeLines(line string, width int) int {
	return linesOf(utf8.RuneCountInString(line), max(width, codeSigns))
}

// rowLines estimates the lines of a row in a table of so many columns.
func rowLines(row [][]talk.Inline, columns, width int) int {
	most := 1
	for _, cell := range row {
		most = max(most, inlineLines(cell, max(width/max(1, columns), fewestOfText)))
	}
	return most
}

// inlineLines estimates the lines of a text with its images.
func inlineLines(inlines []talk.Inline, width int) (lines int) {
	signs, blank := 0, true // of the line; white space beside an image takes none
	count := func(text string) {
		signs += utf8.RuneCountInString(text)
		blank = blank && strings.TrimSpace(text) == ""
	}
	var walk func([]talk.Inline)
	walk = func(inlines []talk.Inline) {
		for _, in := range inlines {
			switch in := in.(type) {
			case *talk.Text:
				count(in.Text)
			case *talk.CodeSpan:
				count(in.Text)
			case *talk.Emphasis:
				walk(in.Children)
			case *talk.Anchor:
				walk(in.Children)
			case *talk.Image:
				lines += imageLines
			case *talk.LineBreak:
				signs++
				if in.Hard {
					lines += linesOf(signs, width)
					signs, blank = 0, true
				}
			case *talk.Cue:
			}
		}
	}
	walk(inlines)
	if !blank {
		lines += linesOf(signs, width)
	}
	return lines
}

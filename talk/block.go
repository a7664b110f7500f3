package talk

import (
	"strconv"
	"strings"
)

// Block is a piece of a slide: *Paragraph, *Heading, *List, *Code, *Quote or
// *Table; the *ListItem of a list is one too.
type Block interface{ Common() *BlockCommon }

// BlockCommon is what every block has.
type BlockCommon struct {
	Span Span // from the first byte of its first line to the end of its last, without the line ending
	Said bool // spoken; otherwise shown on the slide
	Tags Tags // tags at its end or on the line right below it; those of a list stand on its items
}

// Common returns c itself, so that a block gives access to what all have.
func (c *BlockCommon) Common() *BlockCommon { return c }

// Paragraph is text. It is said, unless it holds only images or its end has #show.
type Paragraph struct {
	BlockCommon
	Inlines []Inline
}

// Heading is a heading inside a slide, level 4 to 6.
type Heading struct {
	BlockCommon
	Level   int
	Inlines []Inline
}

// List is a bullet or numbered list.
type List struct {
	BlockCommon
	Ordered bool
	Start   int  // the first number of an ordered list
	Tight   bool // no blank lines between its items
	Items   []*ListItem
}

// ListItem is one entry of a list with everything below it.
type ListItem struct {
	BlockCommon
	Blocks []Block
}

// Code is a fenced or indented code block.
type Code struct {
	BlockCommon
	Info string // what stands behind the opening fence, such as "go"
	Text string // the lines, each with \n
}

// Quote is a block quotation.
type Quote struct {
	BlockCommon
	Blocks []Block
}

// Align is how a table's column is aligned.
type Align int

// The alignments of a column.
const (
	AlignNone Align = iota
	AlignLeft
	AlignCenter
	AlignRight
)

// Table has a header and rows; every row has as many cells as Align.
type Table struct {
	BlockCommon
	Align  []Align
	Header [][]Inline
	Rows   [][][]Inline
}

// Inline is a piece of a line: *Text, *Emphasis, *CodeSpan, *Link, *Image,
// *LineBreak or *Cue. A link is named Anchor here, since Link is a talk's own.
type Inline interface{ inline() }

// Text is words as they are read: escapes and entities are resolved. Where it
// has as many bytes as its Span, it stands in the source letter by letter.
type Text struct {
	Text string
	Span Span
}

// Emphasis is *emphasis* (level 1), **strong emphasis** (level 2) or
// ~~struck out~~ (level 0).
type Emphasis struct {
	Level    int
	Children []Inline
}

// CodeSpan is `code` inside a line.
type CodeSpan struct {
	Text string
	Span Span
}

// Anchor is a link to somewhere else.
type Anchor struct {
	Destination string
	Title       string
	Children    []Inline
}

// Image is a picture with its alternative text.
type Image struct {
	Destination string
	Title       string
	Alt         string
}

// LineBreak is the end of a line inside a paragraph; a hard one is seen.
type LineBreak struct{ Hard bool }

// Cue is a stage direction in what is said: [click], [pause] or [pause 3]. It
// is seen when rehearsing and is never counted as a word.
type Cue struct {
	Click   bool // advance something on the slide; otherwise a pause
	Seconds int  // of a pause; 0 when none are given
	Span    Span
}

func (*Text) inline()      {}
func (*Emphasis) inline()  {}
func (*CodeSpan) inline()  {}
func (*Anchor) inline()    {}
func (*Image) inline()     {}
func (*LineBreak) inline() {}
func (*Cue) inline()       {}

// String returns the cue as a talk file writes it.
func (c *Cue) String() string {
	switch {
	case c.Click:
		return "[click]"
	case c.Seconds > 0:
		return "[pause " + strconv.Itoa(c.Seconds) + "]"
	}
	return "[pause]"
}

// OnlyImages reports whether a line holds at least one image, which may be a
// link, and nothing else: such a paragraph is shown.
func OnlyImages(inlines []Inline) bool {
	images := 0
	for _, in := range inlines {
		switch in := in.(type) {
		case *Image:
			images++
		case *Anchor:
			if !OnlyImages(in.Children) {
				return false
			}
			images++
		case *LineBreak:
		case *Text:
			if strings.TrimSpace(in.Text) != "" {
				return false
			}
		default:
			return false
		}
	}
	return images > 0
}

// PlainText returns the words of a line without any markup: an image gives its
// alternative text, a cue nothing, a line break one space.
func PlainText(inlines []Inline) string {
	if len(inlines) == 1 {
		if t, ok := inlines[0].(*Text); ok {
			return t.Text
		}
	}
	var b strings.Builder
	writePlain(&b, inlines)
	return b.String()
}

func writePlain(b *strings.Builder, inlines []Inline) {
	for _, in := range inlines {
		switch in := in.(type) {
		case *Text:
			b.WriteString(in.Text)
		case *CodeSpan:
			b.WriteString(in.Text)
		case *Emphasis:
			writePlain(b, in.Children)
		case *Anchor:
			writePlain(b, in.Children)
		case *Image:
			b.WriteString(in.Alt)
		case *LineBreak:
			b.WriteByte(' ')
		case *Cue:
		}
	}
}

// BlockText returns the words of a block without markup, one line for each
// line, list entry, table row or line of code.
func BlockText(block Block) string {
	switch b := block.(type) {
	case *Paragraph:
		return PlainText(b.Inlines)
	case *Heading:
		return PlainText(b.Inlines)
	case *Code:
		return strings.TrimSuffix(b.Text, "\n")
	case *Quote:
		return joinBlocks(b.Blocks)
	case *List:
		lines := make([]string, len(b.Items))
		for i, item := range b.Items {
			lines[i] = joinBlocks(item.Blocks)
		}
		return strings.Join(lines, "\n")
	case *Table:
		lines := make([]string, 0, 1+len(b.Rows))
		for _, row := range append([][][]Inline{b.Header}, b.Rows...) {
			cells := make([]string, len(row))
			for i, cell := range row {
				cells[i] = PlainText(cell)
			}
			lines = append(lines, strings.Join(cells, " "))
		}
		return strings.Join(lines, "\n")
	}
	return ""
}

func joinBlocks(blocks []Block) string {
	lines := make([]string, len(blocks))
	for i, b := range blocks {
		lines[i] = BlockText(b)
	}
	return strings.Join(lines, "\n")
}

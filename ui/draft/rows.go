package draft

import (
	"strings"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// rows counts the rows that lines of text take when they are wrapped the way
// an entry wraps them. It asks Fyne's own text for each line and remembers the
// answer, so that a key costs the line it was typed into.
type rows struct {
	text   *widget.RichText
	seg    *widget.TextSegment
	width  float32
	height float32 // of one row
	pad    float32 // above and below the rows
	known  map[string]int
}

func newRows() *rows {
	seg := &widget.TextSegment{Style: widget.RichTextStyleInline}
	text := widget.NewRichText(seg)
	text.Wrapping = fyne.TextWrapWord
	return &rows{text: text, seg: seg, known: map[string]int{}}
}

// measureFor sets the width of the entry and the theme that it is drawn in.
func (r *rows) measureFor(width float32, th fyne.Theme) {
	height := fyne.MeasureText("M", th.Size(fynetheme.SizeNameText), fyne.TextStyle{}).Height
	if width == r.width && height == r.height {
		return
	}
	r.width, r.height, r.pad = width, height, th.Size(fynetheme.SizeNameInnerPadding)-bleed
	clear(r.known)
}

// of returns how many rows a line without line breaks takes.
func (r *rows) of(line string) int {
	if n, ok := r.known[line]; ok {
		return n
	}
	n := 1
	// A line that fits by far needs no layout: no letter is wider than it is high.
	if float32(len(line))*r.height > r.width {
		r.seg.Text = line
		r.text.Resize(fyne.NewSize(r.width+2*bleed, 10))
		r.text.Refresh()
		th := r.text.Theme()
		n = max(1, int((r.text.MinSize().Height-2*th.Size(fynetheme.SizeNameInnerPadding))/r.height+0.5))
	}
	if len(r.known) > 4000 { // lines that were typed and changed again
		clear(r.known)
	}
	r.known[line] = n
	return n
}

// count returns how many rows a text takes.
func (r *rows) count(text string) int {
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		n += r.of(line)
	}
	return n
}

// place returns the row and the column of a byte offset in a text.
func (r *rows) place(text string, offset int) (row, column int) {
	offset = min(max(offset, 0), len(text))
	start := strings.LastIndexByte(text[:offset], '\n') + 1
	if start > 0 {
		row = r.count(text[:start-1])
	}
	end := len(text)
	if i := strings.IndexByte(text[offset:], '\n'); i >= 0 {
		end = offset + i
	}
	line, at := text[start:end], offset-start
	within := r.of(line[:wordEnd(line, at)])
	// The row begins at the first word that makes as many rows.
	begin := 0
	for i := 0; i <= at && within > 1; i++ {
		if i > 0 && line[i-1] == ' ' && r.of(line[:wordEnd(line, i)]) == within {
			begin = i
			break
		}
	}
	return row + within - 1, len([]rune(line[begin:at]))
}

func wordEnd(line string, at int) int {
	if i := strings.IndexByte(line[at:], ' '); i >= 0 {
		return at + i
	}
	return len(line)
}

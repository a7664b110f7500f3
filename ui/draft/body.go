package draft

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"talkgiver/talk"
	"talkgiver/talk/score"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// body is a section's text with what each item of it is: a coloured strip at
// its left edge and the kind's word at the right, both beside the item's lines.
type body struct {
	*fyne.Container
	place  *Place
	entry  *entry
	strip  *widgets.GutterStrip
	chips  *fyne.Container
	rows   int // that the entry has room for
	marks  []mark
	of     string // the text that the marks are about, without blank lines around it
	onKind func(mark int, at fyne.Position)
}

// mark is where an item stands in the text and what it is.
type mark struct {
	first, last int // lines of the text, from 0
	kind        talk.Kind
	from        score.From
	out         bool
}

const (
	stripWidth = 5
	chipsWidth = 104
	fewRows    = 2 // that a text takes at least
)

func newBody(p *Place, id, hint string) *body {
	b := &body{place: p, entry: newEntry(p, id, hint, true), strip: &widgets.GutterStrip{}}
	b.rows = fewRows
	b.entry.SetMinRowsVisible(fewRows)
	b.chips = container.NewWithoutLayout()
	field := onPaper(b.entry)
	b.Container = container.New(&bodyLayout{b: b, field: field}, b.strip, field, b.chips)
	return b
}

// fit gives the entry as many rows as its text takes. It reports whether it is
// higher or lower now.
func (b *body) fit() bool {
	if b.entry.Size().Width == 0 {
		return false // it has not been wrapped yet
	}
	rows := max(fewRows, len(b.entry.rowStarts()))
	if rows == b.rows {
		return false
	}
	b.rows = rows
	b.entry.SetMinRowsVisible(rows)
	return true
}

// rowHeight is how high a row of the entry is, and rowsTop where the first begins.
func (b *body) rowHeight() float32 {
	return fyne.MeasureText("M", b.entry.Theme().Size(fynetheme.SizeNameText), b.entry.TextStyle).Height
}

func (b *body) rowsTop() float32 {
	return b.entry.Theme().Size(fynetheme.SizeNameInnerPadding) - bleed
}

// setMarks shows what the items are.
func (b *body) setMarks(marks []mark) {
	b.of = core(b.entry.Text)
	if !slices.Equal(marks, b.marks) {
		b.marks = marks
		b.showChips()
	}
	b.placeMarks()
}

// carry moves the marks along with the text that they stand beside: what the
// items are is only known again when typing pauses, where they are is.
func (b *body) carry() {
	old, now := b.of, core(b.entry.Text)
	b.of = now
	if len(b.marks) == 0 {
		return
	}
	// The end first: behind Enter in a list stands what stood there before.
	back := 0
	for back < len(old) && back < len(now) && old[len(old)-1-back] == now[len(now)-1-back] {
		back++
	}
	front := 0
	for front < len(old)-back && front < len(now)-back && old[front] == now[front] {
		front++
	}
	line := strings.Count(old[:front], "\n")
	by := strings.Count(now, "\n") - strings.Count(old, "\n")
	gone := strings.Count(old[front:len(old)-back], "\n")
	atStart, atEnd := front == 0 || old[front-1] == '\n', front == len(old) || old[front] == '\n'
	move := func(at int, along bool) int {
		switch {
		case at < line || at == line && !along:
			return at
		case at > line && at < line+gone:
			return line
		}
		return max(line, at+by)
	}
	marks := slices.Clone(b.marks)
	for i, m := range marks {
		marks[i].first = move(m.first, atStart)
		marks[i].last = max(marks[i].first, move(m.last, atStart && m.first == line || !atEnd && m.last == line))
	}
	b.marks = marks
	b.placeMarks()
}

// showChips makes a chip for each mark.
func (b *body) showChips() {
	b.chips.RemoveAll()
	for i, m := range b.marks {
		chip := &widgets.Chip{Text: b.place.cfg.Words.Kind(m.kind), Tone: kindTone(m.kind), Detected: m.from == score.Detected, Aside: true}
		if m.kind == "" {
			chip.Text, chip.Tone = "+", theme.Neutral
		}
		if m.out {
			chip.Tone = theme.Neutral
		}
		chip.OnTapped = func() { b.onKind(i, b.place.below(chip)) }
		b.chips.Add(chip)
	}
}

// chipGap is between the chips of two lines.
const chipGap = 2

// placeMarks lays strip and chips beside their lines.
func (b *body) placeMarks() {
	if b.entry.Size().Width == 0 {
		return
	}
	height, pad := b.rowHeight(), b.rowsTop()
	rows := lineRows(b.entry.Text, b.entry.rowStarts())
	lines := len(rows) - 1
	lead := leadingBlank(b.entry.Text)
	segments := make([]widgets.GutterSegment, 0, len(b.marks))
	below := float32(0) // where the last chip ends
	line := func(i int) int { return min(i+lead, lines-1) }
	for i, m := range b.marks {
		first, last := line(m.first), line(m.last)
		top := pad + float32(rows[first])*height
		segment := widgets.GutterSegment{Top: top, Height: float32(rows[last+1]-rows[first]) * height, Tone: kindTone(m.kind), Shade: widgets.ShadeFull}
		if m.from != score.Tagged {
			segment.Shade = widgets.ShadeSoft
		}
		if m.out {
			segment.Tone = theme.Neutral
		}
		segments = append(segments, segment)
		chip := b.chips.Objects[i]
		size := chip.MinSize()
		// Where items stand close, above or below, their chips are as low as a row.
		for _, other := range []int{i - 1, i + 1} {
			if other >= 0 && other < len(b.marks) {
				room := float32(rows[line(b.marks[max(i, other)].first)]-rows[line(b.marks[min(i, other)].first)]) * height
				size.Height = min(size.Height, max(height, room)-chipGap)
			}
		}
		y := max(top+(height-size.Height)/2, below)
		chip.Resize(size)
		chip.Move(fyne.NewPos(chipsWidth-size.Width, y))
		below = y + size.Height
	}
	if !slices.Equal(b.strip.Segments, segments) {
		b.strip.Segments = segments
		b.strip.Refresh()
	}
}

// leadingBlank counts the blank lines at the beginning of a text. They stand in
// the field alone while someone writes there; the file leaves them out.
func leadingBlank(text string) int {
	n := 0
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) != "" {
			return n
		}
		n++
	}
	return 0
}

// core is a text without the blank lines around it, as the file keeps it.
func core(text string) string {
	for range leadingBlank(text) {
		_, text, _ = strings.Cut(text, "\n")
	}
	trimmed := strings.TrimRight(text, " \t\r\n")
	if i := strings.IndexByte(text[len(trimmed):], '\n'); i >= 0 {
		text = text[:len(trimmed)+i]
	}
	return text
}

// bodyLayout puts the strip on the card's edge, the text beside it, and the
// chips at the right.
type bodyLayout struct {
	b     *body
	field fyne.CanvasObject
}

// MinSize implements fyne.Layout.
func (l *bodyLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(200, l.field.MinSize().Height)
}

// Layout implements fyne.Layout. A new width wraps the text anew, and then it
// asks for another height.
func (l *bodyLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.field.Resize(fyne.NewSize(max(0, size.Width-stripWidth-chipsWidth-4-edge), size.Height))
	l.field.Move(fyne.NewPos(stripWidth+4, 0))
	l.b.fit()
	l.b.strip.Resize(fyne.NewSize(stripWidth, size.Height))
	l.b.strip.Move(fyne.NewPos(0, 0))
	l.b.chips.Resize(fyne.NewSize(chipsWidth, size.Height))
	l.b.chips.Move(fyne.NewPos(size.Width-chipsWidth-edge, 0))
	l.b.placeMarks()
}

// kindTone is the colour of a kind: what it does for the audience.
func kindTone(k talk.Kind) theme.Tone {
	switch k.Side() {
	case talk.Take:
		return theme.Take
	case talk.Neither:
		return theme.Bridge
	}
	return theme.Give
}

// goTo puts the cursor at a place of the text as the file has it.
func (b *body) goTo(offset int) {
	text := b.entry.Text
	for range leadingBlank(text) {
		line, rest, _ := strings.Cut(text, "\n")
		offset += len(line) + 1
		text = rest
	}
	offset = min(offset, len(b.entry.Text))
	b.entry.goTo(len([]rune(b.entry.Text[:offset])))
}

// cursor returns where the cursor is in the text as the file has it; one more
// than its length is in a line below it.
func (b *body) cursor() int {
	at, text := b.entry.offset(), b.entry.Text
	for range leadingBlank(text) {
		line, rest, _ := strings.Cut(text, "\n")
		at -= len(line) + 1
		text = rest
	}
	return min(max(at, 0), len(core(b.entry.Text))+1)
}

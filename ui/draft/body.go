package draft

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

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
	rows   *rows
	marks  []mark
	onKind func(item int, at fyne.Position)
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
)

func newBody(p *Place, id, hint string) *body {
	b := &body{place: p, entry: newEntry(id, hint, true), strip: &widgets.GutterStrip{}, rows: newRows()}
	b.chips = container.NewWithoutLayout()
	field := onPaper(b.entry)
	b.Container = container.New(&bodyLayout{b: b, field: field}, b.strip, field, b.chips)
	return b
}

// setText shows a text that does not come from the keyboard.
func (b *body) setText(text string) {
	if b.entry.Text == text {
		return
	}
	b.entry.set(text)
	b.textChanged()
}

// textChanged makes room for the rows of the text.
func (b *body) textChanged() bool {
	before := b.entry.MinSize().Height
	b.fit()
	return b.entry.MinSize().Height != before
}

// fit gives the entry as many rows as its text takes.
func (b *body) fit() {
	if b.rows.width == 0 {
		return
	}
	b.entry.SetMinRowsVisible(max(2, b.rows.count(b.entry.Text)))
}

// setMarks shows what the items are. It reports whether anything changed.
func (b *body) setMarks(marks []mark) {
	same := len(marks) == len(b.marks)
	for i := 0; same && i < len(marks); i++ {
		same = marks[i] == b.marks[i]
	}
	b.marks = marks
	if !same {
		b.showChips()
	}
	b.placeMarks()
}

// showChips makes a chip for each mark.
func (b *body) showChips() {
	b.chips.RemoveAll()
	for i, m := range b.marks {
		chip := &widgets.Chip{Text: b.place.cfg.Words.Kind(m.kind), Tone: kindTone(m.kind)}
		if m.from == score.Detected {
			chip.Detected = true
		}
		if m.kind == "" {
			chip.Text, chip.Tone = "+", theme.Neutral
		}
		if m.out {
			chip.Tone = theme.Neutral
		}
		chip.OnTapped = func() {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(chip)
			b.onKind(i, at.AddXY(0, chip.Size().Height))
		}
		b.chips.Add(chip)
	}
}

// placeMarks lays strip and chips beside their lines.
func (b *body) placeMarks() {
	if b.rows.width == 0 {
		return
	}
	lines := strings.Split(b.entry.Text, "\n")
	tops := make([]int, len(lines)+1) // the row at which each line begins
	for i, line := range lines {
		tops[i+1] = tops[i] + b.rows.of(line)
	}
	segments := make([]widgets.GutterSegment, 0, len(b.marks))
	below := float32(0) // where the last chip ends
	for i, m := range b.marks {
		first, last := min(m.first, len(lines)-1), min(m.last, len(lines)-1)
		top := b.rows.pad + float32(tops[first])*b.rows.height
		segment := widgets.GutterSegment{Top: top, Height: float32(tops[last+1]-tops[first]) * b.rows.height, Tone: kindTone(m.kind), Shade: widgets.ShadeFull}
		if m.from != score.Tagged {
			segment.Shade = widgets.ShadeSoft
		}
		if m.out {
			segment.Tone = theme.Neutral
		}
		segments = append(segments, segment)
		chip := b.chips.Objects[i]
		size := chip.MinSize()
		y := max(top+(b.rows.height-size.Height)/2, below)
		chip.Resize(size)
		chip.Move(fyne.NewPos(chipsWidth-size.Width, y))
		below = y + size.Height + 2
	}
	if !sameSegments(b.strip.Segments, segments) {
		b.strip.Segments = segments
		b.strip.Refresh()
	}
}

func sameSegments(a, b []widgets.GutterSegment) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
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

// Layout implements fyne.Layout.
func (l *bodyLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	width := size.Width - stripWidth - chipsWidth - 4 - edge
	if width != l.b.rows.width {
		l.b.rows.measureFor(width, l.b.entry.Theme())
		l.b.fit()
	}
	l.b.strip.Resize(fyne.NewSize(stripWidth, size.Height))
	l.b.strip.Move(fyne.NewPos(0, 0))
	l.field.Resize(fyne.NewSize(width, size.Height))
	l.field.Move(fyne.NewPos(stripWidth+4, 0))
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

// goTo puts the cursor at a place of the text.
func (b *body) goTo(offset int) {
	if b.rows.width == 0 {
		return
	}
	b.entry.CursorRow, b.entry.CursorColumn = b.rows.place(b.entry.Text, offset)
	b.entry.Refresh()
}

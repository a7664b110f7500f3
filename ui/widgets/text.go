package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
)

// Flow says what text does that is longer than its place.
type Flow int

const (
	FlowLine     Flow = iota // stays one line and asks for the width it needs
	FlowEllipsis             // stays one line and ends in "…" where the place ends
	FlowWrap                 // goes on in the next line
)

// Span is a run of text in one look. An empty colour is ink, an empty size is body text.
type Span struct {
	Text      string
	ColorName fyne.ThemeColorName
	SizeName  fyne.ThemeSizeName
	Style     fyne.TextStyle
	// Struck words have a line through them; only a Slide draws it.
	Struck bool
	size   float32 // in place of SizeName, where text is fitted into its room
}

// Text shows words in the sizes and colours of the theme. The zero Text is one empty line.
type Text struct {
	widget.BaseWidget

	// Text, ColorName, SizeName and Style are the usual case of one look.
	Text      string
	ColorName fyne.ThemeColorName
	SizeName  fyne.ThemeSizeName
	Style     fyne.TextStyle
	// Spans, if any, are shown in place of Text, on a common baseline.
	Spans []Span

	Flow  Flow
	Align fyne.TextAlign
	// Lines is the most lines that FlowWrap shows, the last one with an ellipsis; 0 is all.
	Lines int
	// Leading is the distance of lines over the font's own; 0 is 1.15.
	Leading float32
}

var _ fyne.Widget = (*Text)(nil)

// defaultLeading makes lines of 18 from body text of 13.
const defaultLeading = 1.15

// Heading is the title of a card or of a list.
func Heading(text string) *Text {
	return &Text{Text: text, SizeName: theme.SizeNameTitle, Style: fyne.TextStyle{Bold: true}, Flow: FlowEllipsis}
}

// Strong is body text in bold.
func Strong(text string) *Text {
	return &Text{Text: text, Style: fyne.TextStyle{Bold: true}, Flow: FlowEllipsis}
}

// Soft is body text that explains, and wraps.
func Soft(text string) *Text {
	return &Text{Text: text, ColorName: theme.ColorNameSoftInk, Flow: FlowWrap}
}

// Caption is a small soft label.
func Caption(text string) *Text {
	return &Text{Text: text, ColorName: theme.ColorNameSoftInk, SizeName: theme.SizeNameCaption, Flow: FlowEllipsis}
}

// SetText shows another text in the same look.
func (t *Text) SetText(text string) {
	if t.Text == text && len(t.Spans) == 0 {
		return
	}
	t.Text, t.Spans = text, nil
	t.Refresh()
}

// SetSpans shows other spans.
func (t *Text) SetSpans(spans ...Span) {
	t.Spans = spans
	t.Refresh()
}

// MinSize implements fyne.CanvasObject. The height of wrapped text is that for the width it has now.
func (t *Text) MinSize() fyne.Size {
	t.ExtendBaseWidget(t)
	return t.BaseWidget.MinSize()
}

// CreateRenderer implements fyne.Widget.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	r := &textRenderer{text: t}
	r.Refresh()
	return r
}

// spans returns what to show, with every look spelled out.
func (t *Text) spans() []Span {
	spans := t.Spans
	if len(spans) == 0 {
		spans = []Span{{Text: t.Text}}
	}
	full := make([]Span, len(spans))
	for i, s := range spans {
		if s.ColorName == "" {
			s.ColorName = t.ColorName
		}
		if s.ColorName == "" {
			s.ColorName = theme.ColorNameInk
		}
		if s.SizeName == "" {
			s.SizeName = t.SizeName
		}
		if s.SizeName == "" {
			s.SizeName = theme.SizeNameBody
		}
		if len(t.Spans) == 0 {
			s.Style = t.Style
		}
		full[i] = s
	}
	return full
}

// set returns the lines for a width and the size they take.
func (t *Text) set(width float32) ([]textLine, fyne.Size) {
	l := lookOf(t)
	limit := 1
	if t.Flow == FlowWrap {
		limit = t.Lines
	}
	if t.Flow == FlowLine || width <= 0 {
		width, limit = unbounded, 1
	}
	spans := t.spans()
	lines, rtl := breakLines(measure(spans, l), width, limit), runsRightToLeft(spans)
	leading := t.Leading
	if leading == 0 {
		leading = defaultLeading
	}
	var size fyne.Size
	for i := range lines {
		line := &lines[i]
		line.seen(rtl)
		line.y = size.Height
		size.Width = max(size.Width, line.width)
		if i == len(lines)-1 {
			size.Height += line.height
		} else {
			size.Height += line.height * leading
		}
	}
	return lines, size
}

// LineWidth is how wide all of its words are in one line, in the size that they have where they stand.
func (t *Text) LineWidth() float32 {
	t.ExtendBaseWidget(t)
	_, size := t.set(0)
	return size.Width
}

// heightFor returns the height that the text takes in a width.
func (t *Text) heightFor(width float32) float32 {
	_, size := t.set(width)
	return size.Height
}

type textRenderer struct {
	scene
	text *Text
	used fyne.Size // the size of the lines as they are set
}

func (r *textRenderer) MinSize() fyne.Size {
	switch r.text.Flow {
	case FlowLine:
		return r.used
	default:
		// Room for an ellipsis is all it asks for.
		return fyne.NewSize(min(r.used.Width, lookOf(r.text).size(theme.SizeNameBody)), r.used.Height)
	}
}

func (r *textRenderer) Layout(size fyne.Size) {
	var lines []textLine
	lines, r.used = r.text.set(size.Width)
	l := lookOf(r.text)
	n, top := 0, float32(0)
	if r.text.Flow != FlowWrap { // one line stands in the middle of its row
		top = max(0, (size.Height-r.used.Height)/2)
	}
	for _, line := range lines {
		x := float32(0)
		switch r.text.Align {
		case fyne.TextAlignCenter:
			x = (size.Width - line.width) / 2
		case fyne.TextAlignTrailing:
			x = size.Width - line.width
		}
		for _, piece := range line.pieces {
			if n == len(r.objects) {
				r.objects = append(r.objects, &canvas.Text{})
			}
			text := r.objects[n].(*canvas.Text)
			n++
			text.Text, text.TextStyle = piece.text, piece.span.Style
			text.Color, text.TextSize = l.color(piece.span.ColorName), piece.size
			place(text, x, top+line.y+line.baseline-piece.baseline, piece.width, piece.height)
			x += piece.width
		}
	}
	clear(r.objects[n:])
	r.objects = r.objects[:n]
}

func (r *textRenderer) Refresh() {
	r.Layout(r.text.Size())
	canvas.Refresh(r.text)
}

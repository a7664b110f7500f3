package library

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	"talkgiver/talk/say"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// Sizes of a row.
const (
	rowWidth   = Width - 2*gap - 1 - 2*widgets.RowInset
	rowGap     = 4
	mostLines  = 2 // of a title and of a snippet
	lineHeight = 1.15
)

// newTalkRow makes the content of a row: title, event and day, what was found,
// balance.
func newTalkRow() fyne.CanvasObject {
	title, found := widgets.Strong(""), widgets.Caption("")
	title.Flow, found.Flow, found.Lines = widgets.FlowWrap, widgets.FlowWrap, mostLines
	return widgets.Column(theme.SizeNameSpace1, title, widgets.Caption(""), found, &widgets.BalanceBar{})
}

// talkRow is the content of a row, taken apart.
type talkRow struct {
	title, facts, found *widgets.Text
	bar                 *widgets.BalanceBar
}

func partsOf(content fyne.CanvasObject) talkRow {
	o := content.(*fyne.Container).Objects
	return talkRow{o[0].(*widgets.Text), o[1].(*widgets.Text), o[2].(*widgets.Text), o[3].(*widgets.BalanceBar)}
}

// fillRow shows an item in a row.
func (p *Panel) fillRow(i int, content fyne.CanvasObject) {
	t, r := p.items[i], partsOf(content)
	r.title.Lines, r.title.Text = p.titleLines(t), name(t)
	r.title.Refresh()
	r.facts.SetText(p.facts(t))
	r.bar.Balance, r.bar.Known = t.Balance, t.Rated
	r.bar.Refresh()
	if s := t.snippet; s.Line > 0 {
		r.found.SetSpans(widgets.Span{Text: s.Before},
			widgets.Span{Text: s.Match, ColorName: theme.ColorNameInk, Style: fyne.TextStyle{Bold: true}}, widgets.Span{Text: s.After})
		r.found.Show()
		r.bar.Hide()
	} else {
		r.found.Hide()
		r.bar.Show()
	}
	column := content.(*fyne.Container)
	column.Layout.Layout(column.Objects, column.Size())
}

// rowHeight is the height of a row, without making it.
func (p *Panel) rowHeight(i int) float32 {
	t := p.items[i]
	size := fyne.CurrentApp().Settings().Theme().Size
	body, caption := p.letters.height(size(theme.SizeNameBody), true), p.letters.height(size(theme.SizeNameCaption), false)
	lines := func(n int, height float32) float32 { return height * (1 + lineHeight*float32(n-1)) }
	height := 2*widgets.RowInset + lines(p.titleLines(t), body) + rowGap + caption + rowGap
	if t.snippet.Line > 0 {
		return height + lines(p.letters.lines(t.snippet.Before+t.snippet.Match+t.snippet.After, size(theme.SizeNameCaption), false), caption)
	}
	return height + barHeight
}

// barHeight is that of the balance.
const barHeight = 4

// titleLines is how many lines a title takes.
func (p *Panel) titleLines(t item) int {
	return p.letters.lines(name(t), fyne.CurrentApp().Settings().Theme().Size(theme.SizeNameBody), true)
}

// name is the title of a talk, as the list has it.
func name(t item) string {
	if t.Title == "" {
		return lang.L("New talk")
	}
	return t.Title
}

// facts is the line below a title: the event, as much of it as there is room
// for, and then the days to go and the slot, which one looks for.
func (p *Panel) facts(t item) string {
	if t.Err != nil {
		return lang.L("cannot be read")
	}
	if t.Path == "" {
		return lang.L("not saved yet")
	}
	when := p.days(t.Date)
	if t.Slot > 0 {
		when += " · " + talk.FormatDuration(t.Slot)
	}
	if t.Event == "" {
		return when
	}
	return p.letters.shorten(t.Event, " · "+when, fyne.CurrentApp().Settings().Theme().Size(theme.SizeNameCaption))
}

// days says how far away a day is.
func (p *Panel) days(day time.Time) string {
	if day.IsZero() {
		return lang.L("no date")
	}
	today := p.cfg.Today()
	if say.DaysTo(day, today) < 0 {
		return lang.L("given {{.Date}}", map[string]any{"Date": p.cfg.Words.ShortDay(day, today)})
	}
	return p.cfg.Words.Away(day, today)
}

// letters are the widths of letters, and the heights of lines, to tell for a
// thousand titles how many lines each takes: setting them all would be felt.
type letters map[letter]float32

type letter struct {
	r    rune // tall for the height of a line
	size float32
	bold bool
}

const tall = rune(-1)

// width is that of a letter.
func (l letters) width(r rune, size float32, bold bool) float32 {
	key := letter{r, size, bold}
	width, known := l[key]
	if !known {
		width = fyne.MeasureText(string(r), size, fyne.TextStyle{Bold: bold}).Width
		l[key] = width
	}
	return width
}

// height is that of a line.
func (l letters) height(size float32, bold bool) float32 {
	key := letter{tall, size, bold}
	height, known := l[key]
	if !known {
		height = fyne.MeasureText("A", size, fyne.TextStyle{Bold: bold}).Height
		l[key] = height
	}
	return height
}

// lines is how many lines a text takes, mostLines at most.
func (l letters) lines(text string, size float32, bold bool) int {
	width := float32(0)
	for _, r := range text {
		if width += l.width(r, size, bold); width > rowWidth-1 {
			return mostLines
		}
	}
	return 1
}

// shorten returns a text and its end in one line, the text cut where both are too long.
func (l letters) shorten(text, end string, size float32) string {
	room := float32(rowWidth - 1)
	for _, r := range end {
		room -= l.width(r, size, false)
	}
	dots := l.width('…', size, false)
	width, cut := float32(0), 0
	for i, r := range text {
		if width+dots <= room {
			cut = i
		}
		if width += l.width(r, size, false); width > room {
			return strings.TrimRight(text[:cut], " ") + "…" + end
		}
	}
	return text + end
}

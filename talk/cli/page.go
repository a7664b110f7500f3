package cli

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"talkgiver/talk/score"
)

// look is how a page is set.
type look struct {
	width  int
	colour bool
}

// narrow is the width below which a page saves room.
const narrow = 70

// look returns how pages are set on this system: as wide as the terminal, but
// never so wide that the eye loses its line, and never so narrow that words do
// not fit; in colour on a terminal only, and not where NO_COLOR is set.
func (sys System) look() look {
	const usual, narrowest, widest = 80, 40, 100
	l := look{width: usual}
	if sys.Width > 0 {
		l.width = min(max(sys.Width, narrowest), widest)
		l.colour = sys.env("NO_COLOR") == "" && sys.env("TERM") != "dumb"
	}
	return l
}

// env is a variable of the environment; "" where there is none.
func (sys System) env(name string) string {
	if sys.Getenv == nil {
		return ""
	}
	return sys.Getenv(name)
}

// style is an ANSI escape sequence.
type style string

// The styles of a page. Colour only repeats what the signs say already.
const (
	plain  style = ""
	bold   style = "\x1b[1m"
	dim    style = "\x1b[2m"
	green  style = "\x1b[32m"
	yellow style = "\x1b[33m"
	reset  style = "\x1b[0m"
)

// page is a report being set.
type page struct {
	bytes.Buffer
	look
	style style // of what is written next
}

// styled sets the style of what is written next.
func (p *page) styled(s style) *page {
	p.style = s
	return p
}

// paint puts a style around signs, where there is colour.
func (p *page) paint(s style, text string) string {
	if !p.colour || s == plain || text == "" {
		return text
	}
	return string(s) + text + string(reset)
}

func (p *page) heading(s string) {
	p.WriteByte('\n')
	p.styled(bold).para(0, s)
}

// line writes a line as it is, without spaces at its end.
func (p *page) line(indent int, s string) {
	p.WriteString(strings.Repeat(" ", indent) + p.paint(p.style, strings.TrimRight(strings.Map(printable, s), " ")) + "\n")
	p.style = plain
}

// para writes words in lines that fit.
func (p *page) para(indent int, s string) { p.hanging(indent, "", s) }

// hanging writes words behind a first mark, further lines below the words. Lines
// of the talk can hold control signs, which a terminal would obey.
func (p *page) hanging(indent int, mark, s string) {
	style := p.style
	p.style = plain
	hang := indent + utf8.RuneCountInString(mark)
	if hang > p.width/2 || p.width < narrow && hang > p.width/4 {
		hang = indent + 2
	}
	p.WriteString(strings.Repeat(" ", indent) + mark)
	column := indent + utf8.RuneCountInString(mark)
	var line []string
	for _, w := range strings.Fields(strings.Map(printable, s)) {
		n := utf8.RuneCountInString(w)
		if len(line) > 0 && column+1+n > p.width {
			p.WriteString(p.paint(style, strings.Join(line, " ")) + "\n" + strings.Repeat(" ", hang))
			line, column = line[:0], hang
		}
		if len(line) > 0 {
			column++
		}
		line = append(line, w)
		column += n
	}
	p.WriteString(p.paint(style, strings.Join(line, " ")) + "\n")
}

// beam draws what is given against what is taken, the words on its sides. Both
// are in thousandths of a hundred.
func (p *page) beam(give, take string, given, taken int) {
	const most, margins = 12, 9
	half := min(most, max(2, (p.width-margins-utf8.RuneCountInString(give+take))/2))
	full := 100 * int(score.Point)
	left := min(half, max(0, given*half/full))
	right := min(half, (taken*half+full-1)/full)
	p.WriteString("  " + give + "  " + strings.Repeat("·", half-left) + p.paint(green, strings.Repeat("█", left)) + "┃" +
		p.paint(yellow, strings.Repeat("▒", right)) + strings.Repeat("·", half-right) + "  " + take + "\n")
}

// score draws one of the scores: full to the low end of its range, light to the
// high end.
func (p *page) score(name string, r score.Range, between string) {
	const long, short = 20, 10
	length := long
	if p.width < narrow {
		length = short
	}
	full := int(100 * score.Point)
	low, high := int(r.Low)*length/full, (int(r.High)*length+full-1)/full
	head := name + strings.Repeat(" ", max(0, 17-utf8.RuneCountInString(name)))
	bar := p.paint(green, strings.Repeat("█", low)+strings.Repeat("░", high-low)) + strings.Repeat("·", length-high)
	p.WriteString("  " + head + " " + pad(round(r.Middle())) + "  " + bar)
	switch {
	case between == "":
	case p.width < narrow:
		p.WriteString("\n" + strings.Repeat(" ", 20) + between)
	default:
		p.WriteString("  " + between)
	}
	p.WriteByte('\n')
}

// pad sets a whole number in three columns.
func pad(n int) string {
	const columns = 3
	s := strconv.Itoa(n)
	return strings.Repeat(" ", max(0, columns-len(s))) + s
}

// printable turns control signs into spaces.
func printable(r rune) rune {
	if r < ' ' || r >= 0x7f && r < 0xa0 {
		return ' '
	}
	return r
}

package slides

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// anyTalk writes a talk file by chance, of about n slides, as nobody would: Markdown,
// its look-alikes of other tools, and signs that are not seen, each wherever it may
// stand. Unlike anyDeck it makes only what a talk file can hold.
func anyTalk(seed uint64, n int) []byte {
	w := &talkWriter{Rand: rand.New(rand.NewPCG(seed, 2)), pieces: append(wild(), lineTexts()...)}
	var b strings.Builder
	b.WriteString("# " + w.line(3) + "\n")
	for range n {
		b.WriteString("\n")
		switch w.IntN(8) {
		case 0:
			b.WriteString("---\n")
		case 1, 2:
			b.WriteString("### " + w.line(4) + "\n")
		case 3:
			b.WriteString("## " + w.line(3) + " #core (2m)\ngives: much\n")
		default:
			b.WriteString("## " + w.line(4) + w.one("", "", " (2m)", " #core", " (1:30) #story") + "\n")
		}
		for range w.IntN(5) {
			b.WriteString("\n" + strings.Join(w.block(3), "\n") + "\n")
		}
	}
	text := b.String()
	if seed%5 == 4 { // as an editor on Windows writes it
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	return []byte(text)
}

// lineTexts are the hostile texts of one line.
func lineTexts() []string {
	return slices.DeleteFunc(short(hostile()), func(s string) bool { return strings.ContainsAny(s, "\n\r") })
}

// talkWriter writes a talk's Markdown by chance.
type talkWriter struct {
	*rand.Rand
	pieces []string
}

func (w *talkWriter) one(of ...string) string { return of[w.IntN(len(of))] }

func (w *talkWriter) piece() string { return w.one(w.pieces...) }

// line returns inlines of one line, with up to as many pieces.
func (w *talkWriter) line(pieces int) string {
	var b strings.Builder
	for i := range 1 + w.IntN(pieces) {
		if i > 0 {
			b.WriteString(w.one("", "", " ", " ", " ", "  ", "\t", "\u00a0", "word", "word ", " word"))
		}
		b.WriteString(w.inline())
	}
	return b.String()
}

// inline returns a piece with the marks of an inline around it, or without.
func (w *talkWriter) inline() string {
	s := w.piece()
	switch w.IntN(20) {
	case 0:
		return "*" + s + "*"
	case 1:
		return "**" + s + "**"
	case 2:
		return "~~" + s + "~~"
	case 3:
		return "_" + s + "_"
	case 4:
		return "***" + s + "***"
	case 5:
		return "***" + s + "** " + w.piece() + "*"
	case 6:
		return "`" + s + "`"
	case 7:
		return "`` " + s + " ``"
	case 8:
		return "[" + s + "](" + w.target() + ")"
	case 9:
		return w.image(s)
	case 10:
		return "**[" + s + "](" + w.target() + ")**" + w.piece()
	case 11:
		return "[*" + s + "* `" + w.piece() + "`](<" + w.piece() + ">)"
	case 12:
		return "[" + w.image(s) + "](" + w.target() + ")" + w.one("", " ") + w.piece()
	case 13:
		return `\` + s
	case 14:
		var b strings.Builder // each sign as a number
		for _, r := range s {
			fmt.Fprintf(&b, "&#%d;", r)
		}
		return b.String()
	}
	return s
}

func (w *talkWriter) image(text string) string { return "![" + text + "](" + w.target() + ")" }

// target is where a link or an image leads, and its title.
func (w *talkWriter) target() string {
	to := w.one("https://example.com/", "https://example.com/a?b=c&d#e", "https://example.com/a_(b)?c=1&d=2#e", "https://example.com/:smile:",
		"HTTPS://EXAMPLE.COM/x.png", "//example.com/x.png", "http://[::1]/", "mailto:a@b.example", "javascript:alert(1)", "data:image/png;base64,AA", "virtual:x",
		"cat.png", "../x.png", "./x.png?raw", "/abs.png", "a_b_c.png", "b%20c.jpg", "a%20b.svg", "x.mp4", "x.png#only", "C:/a.png", "@/x.png", "~/x.png", `\\x`,
		"..", "?x", "#top", "", "&amp;", "{{x}}", "<a b.png>", "<x -->", `<a"b'c.png>`, "<"+w.piece()+">")
	switch w.IntN(6) {
	case 0:
		return to + ` "` + strings.ReplaceAll(w.piece(), `"`, `\"`) + `"`
	case 1:
		return to + ` 'it "is"'`
	}
	return to
}

// lines returns a text of some lines, each ended as Markdown can end one.
func (w *talkWriter) lines() []string {
	lines := []string{w.line(5)}
	for range w.IntN(3) {
		lines[len(lines)-1] += w.one("", "", "  ", `\`)
		lines = append(lines, w.line(5))
	}
	return lines
}

// block returns the lines of a block, in which others stand that many levels deep.
func (w *talkWriter) block(depth int) []string {
	kind := w.IntN(17)
	if depth == 0 {
		kind = w.IntN(7)
	}
	switch kind {
	case 0: // shown
		lines := w.lines()
		lines[len(lines)-1] += " #show"
		return lines
	case 1:
		return []string{"    " + w.piece(), "    " + w.piece()}
	case 2:
		return w.fence()
	case 3:
		return []string{w.image(w.line(2))}
	case 4, 5, 6: // said, or shown where it stands in a list or a quote
		return w.lines()
	case 7, 8:
		var lines []string
		for i := range 1 + w.IntN(2) {
			if i > 0 {
				lines = append(lines, "")
			}
			lines = append(lines, w.block(depth-1)...)
		}
		return indent(lines, "> ", "> ")
	case 9:
		return w.table()
	case 10:
		return []string{w.one("#### ", "##### ", "###### ") + w.line(3)}
	case 11:
		lines := append([]string{w.one("<!-- show -->", "<!-- say -->"), ""}, w.block(depth-1)...)
		return append(lines, "", w.one("<!-- /show -->", "<!-- /say -->", "<!-- a remark -->"))
	}
	return w.list(depth)
}

func (w *talkWriter) fence() []string {
	fence := w.one("```", "````", "~~~", "``````")
	info := w.one("", "", "go", "text", "c++", "yaml", "html", "md", "vue", "nosuch", "mermaid", "plantuml", "{.go}", "{.r #x}", "{r, echo=FALSE}", "=html", "{=html}",
		"{1,3}", "c++ {1,3}", "js {all|1}", "js{1}", "js [title] {1}", "ts {monaco}", "ts twoslash", "md magic-move", `python title="x"`, `diff "x"`, "<b>", w.piece())
	lines := []string{fence + w.one("", "", " ") + info}
	for range w.IntN(5) {
		line := w.line(4)
		if strings.HasPrefix(strings.TrimSpace(line), fence) { // which would end it
			line = "code"
		}
		lines = append(lines, w.one("", "", "  ", "\t", "    ")+line)
	}
	return append(lines, fence)
}

func (w *talkWriter) table() []string {
	columns := 1 + w.IntN(3)
	row := func(cell func() string) string {
		s := "|"
		for range columns {
			s += " " + cell() + " |"
		}
		return s
	}
	text := func() string { return strings.ReplaceAll(w.line(3), "|", `\|`) }
	lines := []string{row(text), row(func() string { return w.one("---", ":--", ":-:", "--:") })}
	for range w.IntN(3) {
		lines = append(lines, row(text))
	}
	return lines
}

func (w *talkWriter) list(depth int) []string {
	bullet, loose := w.one("- ", "- ", "* ", "+ ", "1. ", "7) ", "-   "), w.IntN(3) == 0
	var all []string
	for range 1 + w.IntN(4) {
		lines := w.lines()
		lines[0] = w.one("", "", "", "[ ] ", "[x] ") + lines[0]
		lines[len(lines)-1] += w.one("", "", "", " #skip", " #backup")
		for range w.IntN(depth + 1) {
			if loose || w.IntN(2) == 0 {
				lines = append(lines, "")
			}
			lines = append(lines, w.block(depth-1)...)
		}
		if loose && len(all) > 0 {
			all = append(all, "")
		}
		all = append(all, indent(lines, bullet, strings.Repeat(" ", len(bullet)))...)
	}
	return all
}

// indent begins the first line and the others with something.
func indent(lines []string, first, rest string) []string {
	for i, line := range lines {
		if lines[i] = rest + line; i == 0 {
			lines[i] = first + line
		}
	}
	return lines
}

package slides

import (
	"regexp"
	"strings"
	"testing"
	"unicode"

	"talkgiver/talk"
	"talkgiver/talk/slides"
)

// compareTerminal compares what patat prints, word for word, with what the deck
// shows, and the notes with those that its reader finds. Between the words may stand the marks of headings, lists and quotes and
// the rules of tables, and nothing else; where lines end is up to the tool.
func compareTerminal(t *testing.T, deck *slides.Deck, got []shown) {
	t.Helper()
	if len(got) != len(deck.Slides) {
		t.Errorf("%d slides are shown, the talk has %d", len(got), len(deck.Slides))
	}
	wrong := 0
	for i, slide := range deck.Slides[:min(len(got), len(deck.Slides))] {
		all := ""
		for _, b := range got[i].Blocks {
			all += b.Text + "\n"
		}
		if printed, held, ok := samePrinted(all, slide); !ok {
			t.Errorf("slide %d\n%s", i+1, difference(printed, held))
			wrong++
		}
		if a, b := strings.Join(texts(got[i].Notes), " "), strings.Join(holds(slide).Notes, " "); a != b {
			t.Errorf("slide %d has other notes\n%s", i+1, difference(a, b))
			wrong++
		}
		if wrong > 10 {
			t.Fatal("and so on")
		}
	}
}

// ornament is what a terminal shows around text: the marks of a heading, a list, a
// quote, and the rules of a table.
var ornament = regexp.MustCompile(`^(?:#{1,6}|[-*>]|\d+\.|-+)$`)

// samePrinted reports whether what was printed of a slide is what it holds, and
// where not, from which words on they differ.
func samePrinted(all string, slide *slides.Slide) (printed, held string, same bool) {
	lines := strings.Split(strings.TrimSpace(all), "\n")
	if len(lines) < 2 {
		return all, "a header and a footer", false
	}
	lines = lines[1 : len(lines)-1] // the deck's title and the slide's number
	var p printer
	p.inlines(slide.Title)
	for _, b := range slide.Blocks {
		p.block(b)
	}
	now, want := terminalWords(strings.Join(lines, "\n")), terminalWords(p.String())
	for len(want) > 0 {
		switch {
		case len(now) > 0 && now[0] == want[0]:
			now, want = now[1:], want[1:]
		case len(now) > 0 && ornament.MatchString(now[0]):
			now = now[1:]
		default:
			return strings.Join(now, " "), strings.Join(want, " "), false
		}
	}
	for len(now) > 0 && ornament.MatchString(now[0]) {
		now = now[1:]
	}
	// The links of a slide are listed below it, each with its address.
	below := strings.Join(now, " ")
	for i, link := range p.links {
		if !strings.HasPrefix(below, link) {
			return below, "a list of links with " + link, false
		}
		next := len(below)
		if i+1 < len(p.links) {
			next = strings.Index(below, " "+p.links[i+1]) + 1
		}
		below = below[next:]
	}
	return below, "", below == ""
}

// terminalWords returns the words of a text without the marks around what is struck
// out, which patat prints where the flavour could write them.
func terminalWords(s string) []string {
	return strings.Fields(visible(strings.NewReplacer("~~", "", codePad+codePad, "", codePad, " ").Replace(s)))
}

// codePad stands for the space around code, which remains inside the brackets of a link.
const codePad = "\ue0f0"

// printer writes what a terminal shows of text: code between spaces, links in
// brackets.
type printer struct {
	strings.Builder
	links  []string
	linked bool // inside a link, where another one is its text
}

func (p *printer) block(block talk.Block) {
	p.WriteByte('\n')
	switch b := block.(type) {
	case *talk.Paragraph:
		p.inlines(b.Inlines)
	case *talk.Heading:
		p.inlines(b.Inlines)
	case *talk.Code:
		p.WriteString(b.Text)
	case *talk.Quote:
		for _, inner := range b.Blocks {
			p.block(inner)
		}
	case *talk.List:
		for _, item := range b.Items {
			for _, inner := range item.Blocks {
				p.block(inner)
			}
		}
	case *talk.Table:
		for _, row := range append([][][]talk.Inline{b.Header}, b.Rows...) {
			for _, cell := range row {
				p.WriteByte('\n')
				p.inlines(cell)
			}
		}
	}
	p.WriteByte('\n')
}

func (p *printer) inlines(inlines []talk.Inline) {
	for _, in := range inlines {
		switch in := in.(type) {
		case *talk.Emphasis:
			p.inlines(in.Children)
		case *talk.Anchor:
			if p.linked {
				p.inlines(in.Children)
				continue
			}
			inner := printer{linked: true}
			inner.inlines(in.Children)
			words := printable(inner.String())
			text := strings.Trim(words, " \t\n\v\f\r")
			if strings.TrimSpace(text) == "" { // of whatever width
				p.WriteString(words)
				continue
			}
			before, after, _ := strings.Cut(words, text)
			if text == in.Destination && oneWord.MatchString(text) && !entityLike.MatchString(text) {
				text = "<" + text + ">"
			} else {
				text = "[" + text + "]"
				p.links = append(p.links, strings.Join(terminalWords(text+"("), " "))
			}
			p.WriteString(before + text + after)
		case *talk.CodeSpan:
			text := strings.TrimSpace(printable(in.Text))
			if text == "" {
				if printable(in.Text) != "" { // else there is no code at all
					p.WriteByte(' ')
				}
				continue
			}
			before, after, _ := strings.Cut(printable(in.Text), text)
			if before != "" {
				p.WriteByte(' ')
			}
			p.WriteString(codePad + text + codePad)
			if after != "" {
				p.WriteByte(' ')
			}
		default:
			p.WriteString(talk.PlainText([]talk.Inline{in}))
		}
	}
}

// printable returns text without control characters.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !unicode.IsSpace(r) && r != 0 {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}

// oneWord is an address that is written as it is, unless an entity is in it.
var oneWord = regexp.MustCompile(`^[A-Za-z0-9\-._~:/?#@+,;=%*&]+$`)

var entityLike = regexp.MustCompile(`&#?[A-Za-z0-9]+;`)

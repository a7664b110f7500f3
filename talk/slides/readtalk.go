package slides

import (
	"bytes"
	"context"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"talkgiver/talk"
)

// talkWriter writes a source as a talk file.
type talkWriter struct {
	*pen
	source *source

	titled bool        // the talk has a title
	began  bool        // something is said to the title, or stands below it
	titles map[int]int // how many slides have a title of each level
}

func (w *talkWriter) write(ctx context.Context) ([]byte, error) {
	s := w.source
	pages := s.pages
	w.titles = map[int]int{}
	for _, p := range pages {
		if h, _ := p.heading(); h != nil {
			w.titles[h.Level]++
		}
	}
	title, front := w.title()
	w.titled = front.given
	w.front(front)
	if title != "" {
		w.out.WriteString(title)
	}
	settings := s.front
	if !front.given && s.title != "" {
		settings = strings.TrimSpace("title: " + s.title + "\n" + settings)
	}
	w.keep(0, settings)
	if front.page {
		w.titlePage(pages[0], front)
		pages = pages[1:]
	} else {
		for _, b := range front.shown {
			w.began = w.shown(1, b) || w.began
		}
	}
	if err := w.slides(ctx, pages, len(s.pages)-len(pages)+1); err != nil {
		return nil, err
	}
	if w.out.Len() == 0 {
		return nil, nil
	}
	return append(bytes.TrimRight(w.out.Bytes(), "\n"), '\n'), nil
}

// inARow is how many slides are written in a row, while others are beside them.
const inARow = 16

// slides writes slides, the first of which has a number.
func (w *talkWriter) slides(ctx context.Context, pages []*page, first int) error {
	how := w.begins(pages)
	rows := make([]*pen, (len(pages)+inARow-1)/inARow)
	err := each(ctx, len(rows), func(row int) {
		rows[row] = newPen(w.name)
		for i := row * inARow; i < min(len(pages), (row+1)*inARow); i++ {
			rows[row].slide(ctx, pages[i], first+i, how[i])
		}
	})
	if err != nil {
		return err
	}
	size := 0
	for _, row := range rows {
		size += 1 + row.out.Len()
	}
	w.out.Grow(size)
	for _, row := range rows {
		w.gap()
		w.out.Write(row.out.Bytes())
		w.kept = append(w.kept, row.kept...)
	}
	return nil
}

// head is what the front matter of a talk says.
type head struct {
	given bool // there is a title
	page  bool // it is that of the first slide, which is the title slide
	title string
	event string
	date  string
	lines int          // how many of the lines below the title are the event and its date
	shown []talk.Block // the others
}

// maxBelow is how many signs may stand below a title, so that it is a title slide
// that a talk can have.
const maxBelow = 200

// title returns the heading of the talk, and what its front matter says: that of
// the slide with the title, if there is one that a talk would show alike.
func (w *talkWriter) title() (string, head) {
	s := w.source
	if s.titled && s.title != "" {
		h := head{given: true, title: s.title}
		var below []talk.Block
		for _, line := range s.below {
			below = append(below, &talk.Paragraph{Inlines: words(line)})
		}
		h.below(below)
		return "# " + titleDialect().text(s.title) + "\n", h
	}
	if len(s.pages) == 0 {
		if s.title == "" {
			return "", head{}
		}
		return "# " + titleDialect().text(s.title) + "\n", head{given: true, title: s.title}
	}
	p := s.pages[0]
	heading, _ := p.heading()
	if heading == nil || p.hidden || p.time > 0 && len(p.notes) == 0 || heading.Level > 2 || heading.Level == 2 && (w.titles[1] > 0 || w.titles[2] > 1 && !p.opening && s.title == "") {
		return "", head{}
	}
	words := oneLineOf(talk.PlainText(heading.Inlines))
	if words == "" {
		return "", head{}
	}
	var below []talk.Block
	signs := 0
	for _, part := range p.parts {
		if part.block == nil || part.block == talk.Block(heading) {
			continue
		}
		text, ok := besideTitle(part.block)
		if !ok {
			return "", head{}
		}
		below, signs = append(below, part.block), signs+utf8.RuneCountInString(text)
	}
	h := head{given: true, page: true, title: words}
	h.below(below)
	if signs > maxBelow || len(h.shown) > 0 && !w.standsAlone(p, heading, words) {
		return "", head{}
	}
	return string(titleDialect().render(1, onOneLine(sure(heading.Inlines)), nil)), h
}

// standsAlone reports whether a heading with text below it is a title: no other
// slide has one like it, or the tool says so.
func (w *talkWriter) standsAlone(p *page, heading *talk.Heading, words string) bool {
	return p.opening || w.source.title == words || heading.Level == 1 && (w.titles[1] == 1 || w.titles[2] > 0)
}

// endDate is a date at the end of what stands below a title.
var endDate = regexp.MustCompile(`^(?:(.*) · )?(\d{4}-\d\d-\d\d)$`)

// below puts what stands below a title where a talk has it. Lines are surely an
// event only as our own export writes one, with its day at the end: else they are
// often a subtitle or a name.
func (h *head) below(blocks []talk.Block) {
	h.shown = blocks
	var lines []string
	for i, block := range blocks {
		p, ok := block.(*talk.Paragraph)
		if !ok {
			return
		}
		line := oneLineOf(talk.PlainText(p.Inlines))
		m := endDate.FindStringSubmatch(line)
		if m == nil {
			lines = append(lines, line)
			continue
		}
		if _, err := time.Parse(time.DateOnly, m[2]); err != nil {
			return
		}
		lines = slices.DeleteFunc(append(lines, m[1]), func(s string) bool { return s == "" })
		h.event, h.date, h.lines, h.shown = strings.Join(lines, dot), m[2], i+1, blocks[i+1:]
		return
	}
}

// front writes the front matter.
func (w *talkWriter) front(h head) {
	var b strings.Builder
	if h.given {
		b.WriteString("title: " + yamlString(h.title) + "\n")
	}
	if h.event != "" {
		b.WriteString("event: " + yamlString(h.event) + "\n")
	}
	if h.date != "" {
		b.WriteString("date: " + h.date + "\n")
	}
	if w.source.slot > 0 {
		b.WriteString("slot: " + talk.FormatDuration(w.source.slot) + "\n")
	}
	if w.source.lang != "" {
		b.WriteString("lang: " + yamlString(w.source.lang) + "\n")
	}
	if b.Len() > 0 {
		w.out.WriteString("---\n" + b.String() + "---\n\n")
	}
}

// titlePage writes what else there is on the title slide: what stands below the
// title, what a talk has no place for, and what is said.
func (w *talkWriter) titlePage(p *page, h head) {
	heading, _ := p.heading()
	line := 0
	for _, part := range p.parts {
		switch {
		case part.block == nil:
			w.keep(1, part.kept)
		case part.block == talk.Block(heading):
			continue
		case line < h.lines:
			w.keepLinks(1, part.block)
			line++
		default:
			w.began = w.shown(1, part.block) || w.began
		}
	}
	if p.time > 0 {
		w.keep(1, "time: "+talk.FormatDuration(p.time))
	}
	w.notes(1, p)
	w.began = w.began || len(p.notes) > 0
}

// keepLinks keeps where the links of a text lead that becomes plain words.
func (w *talkWriter) keepLinks(slide int, b talk.Block) {
	if p, ok := b.(*talk.Paragraph); ok {
		for _, in := range p.Inlines {
			if a, ok := in.(*talk.Anchor); ok && a.Destination != talk.PlainText(a.Children) {
				w.keep(slide, "["+talk.PlainText(a.Children)+"]("+a.Destination+")")
			}
		}
	}
}

// beginning is how a slide begins in a talk file.
type beginning struct {
	level int // 2 with a section, 3 with a heading, 0 with a break, -1 with nothing at all
	time  time.Duration
}

// begins decides how each slide begins. Those with a title begin a section, but
// for titles of the third level where there are others, and for those that go on
// with the slide before.
func (w *talkWriter) begins(pages []*page) []beginning {
	all := make([]beginning, len(pages))
	section := -1 // the slide that began it
	for i, p := range pages {
		heading, _ := p.heading()
		shows := heading == nil && writes(p.parts)
		empty := !shows && heading == nil && !writes(p.notes)
		level := 0
		switch {
		case heading != nil && !p.continued && (heading.Level <= 2 || w.titles[1]+w.titles[2] == 0):
			level = 2
		case section < 0 && w.began: // the title is what it could go on with
			level = 0
			if heading != nil || p.hidden || p.time > 0 || empty {
				level = 2
			}
		case section < 0 && shows && !p.hidden && p.time == 0 && !(w.titled && onlyLines(p.parts)):
			level = -1
		case section < 0:
			level = 2
		case w.alone(pages[section], p):
			level = 2
		case heading != nil, p.hidden, p.time > 0, empty:
			level = 3
		}
		all[i] = beginning{level, p.time}
		if level != 0 && level != 3 || section < 0 {
			section = i
		}
	}
	// The time of a section is that of all its slides.
	for i := range all {
		for j := i + 1; all[i].level == 2 && all[i].time > 0 && j < len(all) && all[j].level != 2; j++ {
			all[i].time += pages[j].time
		}
	}
	return all
}

// writes reports whether there is anything to write among the blocks: a list of
// nothing is nothing.
func writes(parts []part) bool {
	return slices.ContainsFunc(parts, func(p part) bool {
		return p.block != nil && len(tree([]talk.Block{plainer(p.block)}, commonNesting).Children) > 0
	})
}

// onlyLines reports whether a talk would show all of it on its title slide.
func onlyLines(parts []part) bool {
	return !slices.ContainsFunc(parts, func(p part) bool {
		if !writes([]part{p}) {
			return false
		}
		_, ok := besideTitle(p.block)
		return !ok
	})
}

// alone reports whether a slide cannot be one of a section that another began:
// that one is hidden, or their times would not be theirs.
func (w *talkWriter) alone(first, p *page) bool {
	return first.hidden || first.time > 0 && (p.time == 0 || !first.holdsItems()) ||
		first.time == 0 && p.time > 0
}

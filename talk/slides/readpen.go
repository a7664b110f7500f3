package slides

import (
	"bytes"
	"context"
	"strings"

	"github.com/gomarkdown/markdown"

	"talkgiver/talk"
)

// pen writes slides of a talk file.
type pen struct {
	name string // of the flavour that the deck was read as
	out  bytes.Buffer
	kept []Kept

	inTitle, inBody, inNotes *markup
}

func newPen(name string) *pen {
	return &pen{name: name, inTitle: newMarkup(titleDialect()), inBody: newMarkup(bodyDialect()), inNotes: newMarkup(saidDialect())}
}

// render writes like a dialect's render, with what has written other pieces before.
func render(m *markup, level int, title []talk.Inline, blocks []talk.Block) []byte {
	doc := tree(nil, 0)
	addHeading(doc, level, title)
	addBlocks(doc, blocks, m.nesting)
	if len(doc.Children) == 0 {
		return nil
	}
	return markdown.Render(doc, m)
}

// slide writes a slide, as far as it comes until the context ends.
func (w *pen) slide(ctx context.Context, p *page, number int, how beginning) {
	heading, at := p.heading()
	w.gap()
	switch how.level {
	case 0:
		w.out.WriteString("---\n")
	case 2, 3:
		w.out.WriteString(strings.Repeat("#", how.level))
		if heading != nil {
			if title := render(w.inTitle, 1, onOneLine(sure(heading.Inlines)), nil); title != nil {
				w.out.Write(bytes.TrimRight(title[1:], "\n"))
			}
		}
		if how.time > 0 {
			w.out.WriteString(" (" + talk.FormatDuration(how.time) + ")")
		}
		if p.hidden {
			w.out.WriteString(" #" + talk.TagSkip)
		}
		w.out.WriteByte('\n')
	}
	for i, part := range p.parts {
		if ctx.Err() != nil {
			return
		}
		if heading != nil && i == at {
			continue
		}
		if part.block == nil {
			w.keep(number, part.kept)
			continue
		}
		w.shown(number, part.block)
	}
	w.notes(number, p)
}

// gap writes the blank line between two blocks.
func (w *pen) gap() {
	if w.out.Len() > 0 && !bytes.HasSuffix(w.out.Bytes(), []byte("\n\n")) {
		w.out.WriteByte('\n')
	}
}

// keep writes what has no place as a comment.
func (w *pen) keep(slide int, text string) {
	if text = strings.TrimSpace(text); text == "" {
		return
	}
	w.kept = append(w.kept, Kept{slide, text})
	w.gap()
	text = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(text, "<!--"), "-->"))
	text = commentEnd.Replace(text)
	if strings.Contains(text, "\n") {
		w.out.WriteString("<!-- " + w.name + "\n" + text + "\n-->\n")
		return
	}
	w.out.WriteString("<!-- " + w.name + ": " + text + " -->\n")
}

// shown writes a block that is shown, and reports whether there was anything to write.
func (w *pen) shown(slide int, b talk.Block) bool {
	if code, ok := b.(*talk.Code); ok && code.Info != language(code.Info) {
		w.keep(slide, "```"+code.Info)
	}
	written := render(w.inBody, 0, nil, []talk.Block{plainer(b)})
	if written == nil {
		return false
	}
	w.gap()
	p, ok := b.(*talk.Paragraph)
	w.out.Write(bytes.TrimRight(written, "\n"))
	if ok && !talk.OnlyImages(p.Inlines) {
		w.out.WriteString(" #" + talk.TagShow)
	}
	w.out.WriteByte('\n')
	return true
}

// notes writes what is said.
func (w *pen) notes(slide int, p *page) {
	marked := false
	end := func() {
		if marked {
			w.gap()
			w.out.WriteString("<!-- /say -->\n")
			marked = false
		}
	}
	for _, part := range p.notes {
		if part.block == nil {
			end()
			w.keep(slide, part.kept)
			continue
		}
		written := render(w.inNotes, 0, nil, []talk.Block{plainer(part.block)})
		if written == nil {
			continue
		}
		paragraph, ok := part.block.(*talk.Paragraph)
		if ok = ok && !talk.OnlyImages(paragraph.Inlines); ok {
			end()
		}
		w.gap()
		if !ok && !marked {
			w.out.WriteString("<!-- say -->\n\n")
			marked = true
		}
		w.out.Write(bytes.TrimRight(written, "\n"))
		w.out.WriteByte('\n')
	}
	end()
}

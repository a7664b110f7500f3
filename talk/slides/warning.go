package slides

import (
	"fmt"
	"strings"

	"talkgiver/talk"
)

// Warning is something in a deck that a flavour's tool shows in another way than
// the deck has it.
type Warning struct {
	Kind  WarningKind
	Slide int // its number, from 1; 0 for the deck as a whole
}

// WarningKind names a sort of warning.
type WarningKind string

// The warnings.
const (
	Overflow     WarningKind = "overflow"      // the slide shows more than it has room for
	NoImages     WarningKind = "no-images"     // an image is shown by its words
	NoTables     WarningKind = "no-tables"     // a table is shown as text
	NotesHidden  WarningKind = "notes-hidden"  // the tool has no notes; they are in the file only
	NotesPlain   WarningKind = "notes-plain"   // marks in the notes are left out
	CuesLeftOut  WarningKind = "cues-left-out" // the cues in the notes are
	BecomesMore  WarningKind = "becomes-more"  // the tool makes several slides of it
	NoLinkTitle  WarningKind = "no-link-title" // a link to a slide is without its title
	NothingShown WarningKind = "nothing-shown" // there is nothing to see on it
)

// String tells of what is otherwise on a slide, or in the whole deck, in one line.
func (w Warning) String() string {
	told := map[WarningKind]string{
		Overflow:     "shows more than it has room for",
		NoImages:     "shows words instead of a picture",
		NoTables:     "shows lines instead of a table",
		NotesHidden:  "has notes that only the file holds",
		NotesPlain:   "has notes without their marks",
		CuesLeftOut:  "has notes without their cues",
		BecomesMore:  "becomes several slides",
		NoLinkTitle:  "has a link to a slide without its title",
		NothingShown: "shows nothing",
	}[w.Kind]
	if w.Slide == 0 {
		return "the deck " + told
	}
	return fmt.Sprintf("slide %d %s", w.Slide, told)
}

// Warnings returns what the tool of this flavour shows otherwise, in the order
// of the slides; what is about the whole deck comes first.
func (f Flavour) Warnings(d *Deck) []Warning {
	var all []Warning
	var notes, marks, cues bool
	for _, s := range d.Slides {
		notes = notes || len(s.Notes) > 0
		for _, b := range s.Notes {
			said := lookInto(b)
			marks, cues = marks || said.marks, cues || said.cues
		}
	}
	for _, w := range []struct {
		kind WarningKind
		is   bool
	}{
		{NotesHidden, notes && f.Carries.Notes == NoNotes && f.Carries.Slides},
		{NotesPlain, marks && f.Carries.Notes == PlainNotes},
		{CuesLeftOut, cues && !f.Carries.Cues && f.Carries.Notes != NoNotes},
	} {
		if w.is {
			all = append(all, Warning{Kind: w.kind})
		}
	}
	if !f.Carries.Slides {
		return all
	}
	for i, s := range d.Slides {
		var has contents
		for _, b := range s.Blocks {
			has = has.with(lookInto(b))
		}
		empty := len(s.Blocks) == 0 && len(s.Title) == 0
		blocks := s.Blocks
		var words contents
		if f.Through == "pandoc" {
			blocks = picturesApart(blocks)
			words = wordsInstead(blocks)
			words.images = words.images || lookIntoLine(s.Title).images
		}
		for _, w := range []struct {
			kind WarningKind
			is   bool
		}{
			{Overflow, !f.Paper && s.Overflows()},
			{NoImages, has.images && !f.Carries.Images || words.images},
			{NoTables, has.tables && !f.Carries.Tables || words.tables},
			{BecomesMore, f.Through == "pandoc" && goesOn(blocks)},
			{NoLinkTitle, f.untitled && (has.titles || lookIntoLine(s.Title).titles)},
			{NothingShown, empty && !f.Paper},
		} {
			if w.is {
				all = append(all, Warning{w.kind, i + 1})
			}
		}
	}
	return all
}

// goesOn reports whether Pandoc, which ends a slide of PowerPoint behind a picture
// or a table, makes further slides of blocks.
func goesOn(blocks []talk.Block) bool {
	for i, block := range blocks {
		last := i == len(blocks)-1
		switch b := block.(type) {
		case *talk.Table:
			if !last {
				return true
			}
		case *talk.Paragraph:
			if beginsWithImage(b) && !(last && len(seen(b.Inlines)) == 1) {
				return true
			}
		}
	}
	return false
}

// beginsWithImage reports whether Pandoc shows the picture at the beginning of a
// paragraph, and not only its words.
func beginsWithImage(p *talk.Paragraph) bool {
	inlines := seen(p.Inlines)
	if len(inlines) == 0 {
		return false
	}
	switch first := inlines[0].(type) {
	case *talk.Image:
		return true
	case *talk.Anchor:
		return beginsWithImage(&talk.Paragraph{Inlines: first.Children})
	}
	return false
}

// seen returns inlines without those at their ends that are nothing but white space.
func seen(inlines []talk.Inline) []talk.Inline {
	for len(inlines) > 0 && isBlank(inlines[0]) {
		inlines = inlines[1:]
	}
	for len(inlines) > 0 && isBlank(inlines[len(inlines)-1]) {
		inlines = inlines[:len(inlines)-1]
	}
	return inlines
}

// isBlank reports whether an inline is nothing but white space.
func isBlank(in talk.Inline) bool {
	switch in := in.(type) {
	case *talk.Text:
		return strings.TrimSpace(in.Text) == ""
	case *talk.CodeSpan:
		return strings.TrimSpace(in.Text) == ""
	case *talk.LineBreak, *talk.Cue:
		return true
	case *talk.Emphasis:
		return len(seen(in.Children)) == 0
	case *talk.Anchor:
		return len(seen(in.Children)) == 0
	}
	return false
}

// wordsInstead looks for what Pandoc shows as words in PowerPoint: pictures inside
// of a line, a list, a quote or a table, and tables that are inside of another block.
func wordsInstead(blocks []talk.Block) (c contents) {
	for _, block := range blocks {
		switch b := block.(type) {
		case *talk.Table:
			c.images = c.images || lookInto(b).images
		case *talk.Paragraph:
			rest := seen(b.Inlines)
			for beginsWithImage(&talk.Paragraph{Inlines: rest}) {
				rest = seen(rest[1:])
			}
			c.images = c.images || lookIntoLine(rest).images
		default:
			c = c.with(lookInto(b))
		}
	}
	return c
}

// contents is what there is in a block.
type contents struct {
	images, tables, marks, cues bool
	titles                      bool // of links to slides
}

func (c contents) with(more contents) contents {
	return contents{c.images || more.images, c.tables || more.tables, c.marks || more.marks, c.cues || more.cues, c.titles || more.titles}
}

func lookInto(block talk.Block) contents {
	var c contents
	lines := func(inlines []talk.Inline) { c = c.with(lookIntoLine(inlines)) }
	switch b := block.(type) {
	case *talk.Paragraph:
		lines(b.Inlines)
	case *talk.Heading:
		lines(b.Inlines)
	case *talk.Quote:
		for _, inner := range b.Blocks {
			c = c.with(lookInto(inner))
		}
	case *talk.ListItem:
		for _, inner := range b.Blocks {
			c = c.with(lookInto(inner))
		}
	case *talk.List:
		for _, item := range b.Items {
			c = c.with(lookInto(item))
		}
	case *talk.Table:
		c.tables = true
		for _, row := range append([][][]talk.Inline{b.Header}, b.Rows...) {
			for _, cell := range row {
				lines(cell)
			}
		}
	}
	return c
}

func lookIntoLine(inlines []talk.Inline) contents {
	var c contents
	for _, in := range inlines {
		switch in := in.(type) {
		case *talk.Emphasis:
			c.marks = true
			c = c.with(lookIntoLine(in.Children))
		case *talk.Anchor:
			c.marks = true
			c.titles = c.titles || in.Title != "" && leadsToSlide(in.Destination)
			c = c.with(lookIntoLine(in.Children))
		case *talk.CodeSpan:
			c.marks = true
		case *talk.Image:
			c.images = true
		case *talk.Cue:
			c.cues = true
		}
	}
	return c
}

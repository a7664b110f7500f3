package slides

import (
	"strings"
	"time"
	"unicode/utf8"

	"talkgiver/talk"
)

// What a slide has room for is an estimate: the default themes of Marp, Slidev
// and reveal.js show about fourteen lines of some fifty signs below a heading
// of one line, at the size that is read from the last row.
const (
	slideLines   = 14
	lineSigns    = 50
	titleSigns   = 30 // a heading's letters are larger
	codeSigns    = 70 // and those of code smaller
	imageLines   = 8  // an image that is worth its place takes half of the slide
	entryIndent  = 3  // signs that each level of a list takes
	fewestOfText = 12 // signs that are left however deep it is
)

// Lines estimates how many lines what the slide shows takes, below its heading.
// A slide has room for fourteen.
func (s *Slide) Lines() int {
	n := max(0, linesOf(utf8.RuneCountInString(talk.PlainText(s.Title)), titleSigns)-1)
	for _, b := range s.Blocks {
		n += blockLines(b, lineSigns)
	}
	return n
}

// Overflows reports whether the slide shows more than it has room for.
func (s *Slide) Overflows() bool { return s.Lines() > slideLines }

// linesOf returns how many lines so many signs take, at least one.
func linesOf(signs, width int) int { return max(1, (signs+width-1)/width) }

// blockLines estimates the lines of a block, of so many signs each.
func blockLines(block talk.Block, width int) int {
	width = max(width, fewestOfText)
	n := 0
	switch b := block.(type) {
	case *talk.Paragraph:
		n = inlineLines(b.Inlines, width)
	case *talk.Heading:
		n = inlineLines(b.Inlines, width)
	case *talk.Code:
		for line := range strings.SplitSeq(strings.TrimSuffix(b.Text, "\n"), "\n") {
			n += linesOf(utf8.RuneCountInString(line), max(width, codeSigns))
		}
	case *talk.Quote:
		for _, inner := range b.Blocks {
			n += blockLines(inner, width-entryIndent)
		}
	case *talk.ListItem:
		for _, inner := range b.Blocks {
			n += blockLines(inner, width-entryIndent)
		}
	case *talk.List:
		for _, item := range b.Items {
			n += max(1, blockLines(item, width))
		}
	case *talk.Table:
		columns := max(1, len(b.Align))
		for _, row := range append([][][]talk.Inline{b.Header}, b.Rows...) {
			most := 1
			for _, cell := range row {
				most = max(most, inlineLines(cell, max(width/columns, fewestOfText)))
			}
			n += most
		}
	}
	return n
}

// inlineLines estimates the lines of a text with its images.
func inlineLines(inlines []talk.Inline, width int) (lines int) {
	signs := 0
	var walk func([]talk.Inline)
	walk = func(inlines []talk.Inline) {
		for _, in := range inlines {
			switch in := in.(type) {
			case *talk.Text:
				signs += utf8.RuneCountInString(in.Text)
			case *talk.CodeSpan:
				signs += utf8.RuneCountInString(in.Text)
			case *talk.Emphasis:
				walk(in.Children)
			case *talk.Anchor:
				walk(in.Children)
			case *talk.Image:
				lines += imageLines
			case *talk.LineBreak:
				signs++
				if in.Hard {
					lines += linesOf(signs, width)
					signs = 0
				}
			case *talk.Cue:
			}
		}
	}
	walk(inlines)
	if signs > 0 {
		lines += linesOf(signs, width)
	}
	return lines
}

// split makes of each slide that would overflow several, between its blocks or
// the entries of its lists. What is said goes with what it is said to. All of
// them have its heading, and its time by what is said to each.
func split(slides []*Slide) []*Slide {
	var all []*Slide
	for _, s := range slides {
		if !s.Overflows() {
			all = append(all, s)
			continue
		}
		all = append(all, s.parts()...)
	}
	return all
}

// parts returns the slides that a slide with too much on it becomes.
func (s *Slide) parts() []*Slide {
	room := slideLines - max(0, linesOf(utf8.RuneCountInString(talk.PlainText(s.Title)), titleSigns)-1)
	part := &Slide{Level: s.Level, Title: s.Title, Section: s.Section, Part: s.Part, Opening: s.Opening, Closing: s.Closing, Backup: s.Backup}
	parts := []*Slide{part}
	used, unit := 0, 0
	notes := 0
	// next counts a unit of so many lines and begins a slide when it has no place.
	next := func(lines int) (began bool) {
		if used > 0 && used+lines > room {
			for notes < len(s.Notes) && s.noteAt[notes] <= unit {
				part.addNote(s.Notes[notes], 0)
				notes++
			}
			part = &Slide{Level: s.Level, Title: s.Title, Section: s.Section, Part: -1, Closing: s.Closing, Backup: s.Backup}
			parts, used, began = append(parts, part), 0, true
		}
		used += lines
		unit++
		return began
	}
	for _, block := range s.Blocks {
		list, ok := block.(*talk.List)
		if !ok {
			next(blockLines(block, lineSigns))
			part.Blocks = append(part.Blocks, block)
			continue
		}
		var piece *talk.List
		for i, item := range list.Items {
			if next(max(1, blockLines(item, lineSigns))) || piece == nil {
				piece = &talk.List{BlockCommon: list.BlockCommon, Ordered: list.Ordered, Start: list.Start + i, Tight: list.Tight}
				part.Blocks = append(part.Blocks, piece)
			}
			piece.Items = append(piece.Items, item)
		}
	}
	for ; notes < len(s.Notes); notes++ {
		part.addNote(s.Notes[notes], 0)
	}
	shareTime(s.Time, parts)
	return parts
}

// addNote adds what is said after so many of the slide's blocks and entries.
func (s *Slide) addNote(block talk.Block, at int) {
	s.Notes = append(s.Notes, block)
	s.noteAt = append(s.noteAt, at)
}

// shareTime shares a time among slides by the words that are said to them, in
// whole seconds that add up to it.
func shareTime(whole time.Duration, slides []*Slide) {
	words := make([]int, len(slides))
	sum := 0
	for i, s := range slides {
		for _, b := range s.Notes {
			words[i] += talk.CountWords(talk.BlockText(b))
		}
		words[i]++ // a slide without a word is looked at too
		sum += words[i]
	}
	run, before := 0, time.Duration(0)
	for i, s := range slides {
		run += words[i]
		end := (whole * time.Duration(run) / time.Duration(sum)).Truncate(time.Second)
		if i == len(slides)-1 {
			end = whole
		}
		s.Time = end - before
		before = end
	}
}

package slides

import (
	"slices"
	"strings"
	"time"

	"talkgiver/talk"
)

// split makes of each slide that would overflow several: as few as have room for
// all of it, and these as even as can be. All of them have its heading.
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

// unit is what stands on one slide whatever happens: a block, an entry of a list,
// or a piece of a block that no slide has room for.
type unit struct {
	block talk.Block     // the list, for an entry
	item  *talk.ListItem // nil for what is no entry
	entry int            // which of the list's it is, from 0
	lines int
	seen  int  // how many of the slide's blocks and entries end with it, as in noteAt
	leads bool // what comes next belongs to it
}

// parts returns the slides that a slide with too much on it becomes.
func (s *Slide) parts() []*Slide {
	room := max(1, slideLines-s.titleLines())
	units := s.units(room)
	toWhole := s.toWhole(units)
	var parts []*Slide
	var sizes []int // by which they share the time
	notes := 0
	for i, piece := range evenly(together(units, room), room, linesTogether) {
		part := &Slide{Level: s.Level, Title: s.Title, Section: s.Section, Part: -1, Closing: s.Closing, Backup: s.Backup}
		if i == 0 {
			part.Part, part.Opening = s.Part, s.Opening
		}
		size, seen := 0, 0
		for _, group := range piece {
			for _, u := range group {
				part.addUnit(u)
				size, seen = size+u.lines, u.seen
			}
		}
		for ; notes < len(s.Notes) && (toWhole || s.noteAt[notes] <= seen); notes++ {
			part.addNote(s.Notes[notes], 0)
		}
		parts, sizes = append(parts, part), append(sizes, max(1, size))
	}
	if !toWhole {
		sizes = wordsOf(parts)
	}
	shareTime(s.Time, parts, sizes)
	return parts
}

// toWhole reports whether nothing is said to one of the units more than to another:
// all of it stands before or behind them. Then the speaker says it to the first
// slide, and moves on as what is shown goes on.
func (s *Slide) toWhole(units []unit) bool {
	for _, at := range s.noteAt {
		if at > 0 && at < units[len(units)-1].seen {
			return false
		}
	}
	return true
}

// units returns what is on the slide, one by one. What has no room on a slide is
// taken to pieces where it can be.
func (s *Slide) units(room int) []unit {
	var units []unit
	seen := 0
	for i, block := range s.Blocks {
		if list, ok := block.(*talk.List); ok {
			for i, item := range list.Items {
				seen++
				units = append(units, unit{block: list, item: item, entry: i, lines: max(1, blockLines(item, lineSigns)), seen: seen})
			}
			continue
		}
		seen++
		for _, piece := range pieces(block, room) {
			units = append(units, unit{block: piece, lines: max(1, blockLines(piece, lineSigns)), seen: seen})
		}
		units[len(units)-1].leads = i+1 < len(s.Blocks) && leads(block, s.Blocks[i+1])
	}
	return units
}

// leads reports whether a block belongs to the one behind it: a heading, the words
// that introduce a list, and a picture with a line below it.
func leads(block, next talk.Block) bool {
	switch b := block.(type) {
	case *talk.Heading:
		return true
	case *talk.Paragraph:
		if pictureOf(b) != nil {
			below, ok := next.(*talk.Paragraph)
			return ok && !lookInto(below).images && blockLines(below, lineSigns) == 1
		}
		_, ok := next.(*talk.List)
		return ok || strings.HasSuffix(strings.TrimSpace(talk.PlainText(b.Inlines)), ":")
	}
	return false
}

// together groups what belongs together, as far as one slide has room for it.
func together(units []unit, room int) [][]unit {
	var groups [][]unit
	for begin := 0; begin < len(units); {
		end, lines := begin+1, units[begin].lines
		for end < len(units) && units[end-1].leads && lines+units[end].lines <= room {
			lines += units[end].lines
			end++
		}
		groups = append(groups, units[begin:end])
		begin = end
	}
	return groups
}

func linesTogether(group []unit) int {
	lines := 0
	for _, u := range group {
		lines += u.lines
	}
	return lines
}

// evenly divides things into pieces with room for so many lines each: into as few
// as can be, and of all ways to do so the most even one, whose lines have the least
// sum of squares. What is longer by itself is a piece of its own. lines says how
// many lines a thing takes, one at the least.
func evenly[T any](things []T, room int, lines func(T) int) [][]T {
	// A way to divide the first things, as many as its index says.
	type way struct {
		pieces, squares int
		begin           int // of its last piece
	}
	ways := make([]way, len(things)+1)
	for end := 1; end < len(ways); end++ {
		used := 0
		for begin := end - 1; begin >= 0; begin-- {
			if used += lines(things[begin]); used > room && begin < end-1 {
				break
			}
			before := ways[begin]
			w := way{before.pieces + 1, before.squares + used*used, begin}
			if best := ways[end]; begin == end-1 || w.pieces < best.pieces || w.pieces == best.pieces && w.squares < best.squares {
				ways[end] = w
			}
		}
	}
	pieces := make([][]T, max(1, ways[len(things)].pieces)) // of nothing one piece, too
	for i, end := len(pieces)-1, len(things); end > 0; i-- {
		begin := ways[end].begin
		pieces[i] = things[begin:end]
		end = begin
	}
	return pieces
}

// pieces divides a block that a slide has no room for: code between its lines, a
// table between its rows, with its header in each piece. Other blocks stay whole,
// and so does code in no language that is known here, which may be the description
// of a diagram, and code whose fence says more, which may be about some of its lines.
func pieces(block talk.Block, room int) []talk.Block {
	if blockLines(block, lineSigns) <= room {
		return []talk.Block{block}
	}
	var all []talk.Block
	switch b := block.(type) {
	case *talk.Code:
		if _, known := languageOf(b.Info); b.Info != "" && (!known || strings.ContainsAny(b.Info, " {")) {
			break
		}
		lines := slices.Collect(strings.Lines(b.Text))
		for _, piece := range evenly(lines, room, func(line string) int { return codeLines(strings.TrimSuffix(line, "\n"), lineSigns) }) {
			all = append(all, &talk.Code{BlockCommon: b.BlockCommon, Info: b.Info, Text: strings.Join(piece, "")})
		}
		return all
	case *talk.Table:
		header := rowLines(b.Header, len(b.Align), lineSigns)
		if header >= room || len(b.Rows) == 0 {
			break
		}
		for _, rows := range evenly(b.Rows, room-header, func(row [][]talk.Inline) int { return rowLines(row, len(b.Align), lineSigns) }) {
			all = append(all, &talk.Table{BlockCommon: b.BlockCommon, Align: b.Align, Header: b.Header, Rows: rows})
		}
		return all
	}
	return []talk.Block{block}
}

// addUnit shows a unit behind what the slide shows already. An entry goes on with
// the list of the one before it.
func (s *Slide) addUnit(u unit) {
	if u.item == nil {
		s.Blocks = append(s.Blocks, u.block)
		return
	}
	from := u.block.(*talk.List)
	if n := len(s.Blocks); n > 0 && u.entry > 0 {
		if list, ok := s.Blocks[n-1].(*talk.List); ok {
			list.Items = append(list.Items, u.item)
			return
		}
	}
	s.Blocks = append(s.Blocks, &talk.List{BlockCommon: from.BlockCommon, Ordered: from.Ordered, Start: from.Start + u.entry, Tight: from.Tight, Items: []*talk.ListItem{u.item}})
}

// addNote adds what is said after so many of the slide's blocks and entries.
func (s *Slide) addNote(block talk.Block, at int) {
	s.Notes = append(s.Notes, block)
	s.noteAt = append(s.noteAt, at)
}

// wordsOf returns how many words are said to each slide, and one more: a slide
// without a word is looked at too.
func wordsOf(slides []*Slide) []int {
	words := make([]int, len(slides))
	for i, s := range slides {
		words[i] = 1
		for _, b := range s.Notes {
			words[i] += talk.CountWords(talk.BlockText(b))
		}
	}
	return words
}

// shareTime shares a time among slides by their sizes, none of which is 0, in whole
// seconds that add up to it.
func shareTime(whole time.Duration, slides []*Slide, sizes []int) {
	sum := 0
	for _, size := range sizes {
		sum += size
	}
	run, before := 0, time.Duration(0)
	for i, s := range slides {
		run += sizes[i]
		end := (whole * time.Duration(run) / time.Duration(sum)).Truncate(time.Second)
		if i == len(slides)-1 {
			end = whole
		}
		s.Time = end - before
		before = end
	}
}

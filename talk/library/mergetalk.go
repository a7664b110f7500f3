package library

import (
	"bytes"
	"cmp"
	"strings"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
)

// version is one of three texts that are merged, as the lines that it has.
// Every line has an ending; cut says that the file's last line has none.
type version struct {
	doc *markdown.Document
	bom string
	cut bool
}

const bom = "\xef\xbb\xbf"

func newVersion(source []byte) version {
	var v version
	text := string(source)
	if strings.HasPrefix(text, bom) {
		v.bom, text = bom, text[len(bom):]
	}
	if v.cut = text != "" && !strings.HasSuffix(text, "\n") && !strings.HasSuffix(text, "\r"); v.cut {
		nl := endingOf([]byte(text))
		if nl == "" {
			nl = "\n"
		}
		text += nl
	}
	v.doc = markdown.Parse([]byte(text))
	return v
}

// apply does an edit that only ever renumbers links.
func (v *version) apply(e markdown.Edit) {
	if d, _, err := e.Apply(v.doc); err == nil {
		v.doc = d
	}
}

// part returns the bytes between two places.
func (v *version) part(start, end int) string { return string(v.doc.Bytes()[start:end]) }

// body returns where the first section with a heading begins, and what comes
// between the front matter and there: the title's heading and the opening.
func (v *version) body() (head, opening string, sections []*talk.Section) {
	t := v.doc.Talk()
	at, end := t.Deal.Span.End, len(v.doc.Bytes())
	sections = t.Sections
	if len(sections) == 0 {
		return v.part(at, end), "", nil
	}
	head = v.part(at, sections[0].Span.Start)
	if sections[0].Level == 0 {
		opening = v.part(sections[0].Span.Start, sections[0].Span.End)
		sections = sections[1:]
	}
	return head, opening, sections
}

// mergeTalks merges three texts that all differ.
func mergeTalks(base, ours, theirs []byte) []part {
	b, o, t := newVersion(base), newVersion(ours), newVersion(theirs)
	front := mergeFront(&b, &o, &t)
	parts := []part{{text: three(b.bom, o.bom, t.bom)}}
	parts = append(parts, front...)
	parts = append(parts, mergeSections(&b, &o, &t)...)
	if three(b.cut, o.cut, t.cut) {
		for i := len(parts) - 1; i >= 0; i-- {
			if last := &parts[i]; last.conflict != nil {
				break
			} else if last.text != "" {
				last.text = strings.TrimSuffix(strings.TrimSuffix(last.text, "\n"), "\r")
				break
			}
		}
	}
	return parts
}

// section is a section as it is merged: its text up to the last line that is
// not blank, and the blank lines behind it.
type section struct {
	unit
	lead, title, tail string // the heading: its marks, its words, its time and tags with the line ending
	keys              []unit
	body              string // what stands below
	gap               string
}

func (v *version) sections(from []*talk.Section) ([]unit, []section) {
	units, sections := make([]unit, len(from)), make([]section, len(from))
	for i, s := range from {
		text := v.part(s.Span.Start, s.Span.End)
		content := contentOf(text)
		units[i] = unit{name: strings.TrimSpace(s.Title), text: text[:content], number: s.Number}
		heading := lineBehind(text, s.HeadSpan.End-s.Span.Start)
		sec := section{
			unit:  units[i],
			lead:  v.part(s.Span.Start, s.TitleSpan.Start),
			title: v.part(s.TitleSpan.Start, s.TitleSpan.End),
			tail:  v.part(s.TitleSpan.End, s.Span.Start+heading),
			gap:   text[content:],
		}
		at := heading
		for j, k := range s.Keys {
			end := lineBehind(text, k.Span.End-s.Span.Start)
			sec.keys = append(sec.keys, unit{name: k.Key, text: text[at:end], number: j})
			at = end
		}
		sec.body = text[min(at, content):content]
		sections[i] = sec
	}
	return units, sections
}

// contentOf returns the end of the last line of a text that is not blank.
func contentOf(text string) int {
	return lineBehind(text, len(strings.TrimRight(text, " \t\r\n")))
}

// lineBehind returns where the line after the one at offset begins.
func lineBehind(text string, offset int) int {
	if offset == 0 {
		return 0
	}
	rest := text[offset:]
	if i := strings.IndexAny(rest, "\r\n"); i >= 0 {
		if strings.HasPrefix(rest[i:], "\r\n") {
			i++
		}
		return offset + i + 1
	}
	return len(text)
}

// mergeSections merges what stands behind the front matter.
func mergeSections(b, o, t *version) []part {
	versions := [3]*version{b, o, t}
	var units [3][]unit
	for side, v := range versions {
		_, _, from := v.body()
		units[side], _ = v.sections(from)
	}
	row := align(units[0], units[1], units[2], byLikeness)
	followSections(row, versions)

	var head, opening [3]string
	var all [3][]section
	var followed, sectioned [3]bool
	ending := "\n"
	for side, v := range versions {
		var from []*talk.Section
		head[side], opening[side], from = v.body()
		_, all[side] = v.sections(from)
		sectioned[side] = len(from) > 0
		followed[side] = sectioned[side] || opening[side] != ""
		if nl := endingOf(v.doc.Bytes()); nl != "" && ending == "\n" {
			ending = nl
		}
	}
	parts := mergeBlock(head, followed, len(row) > 0 || contentOf(opening[1]+opening[2]) > 0, ending)
	parts = append(parts, mergeBlock(opening, sectioned, len(row) > 0, ending)...)
	for i, trio := range row {
		sb, so, st := find(all[0], trio.base), find(all[1], trio.ours), find(all[2], trio.theirs)
		merged := mergeSection(sb, so, st)
		for j := range merged {
			if c := merged[j].conflict; c != nil {
				c.Section = cmp.Or(nameOf(so), nameOf(st))
			}
		}
		gap := gapBehind([3]*section{sb, so, st}, all, i+1 == len(row), ending)
		if sb != nil && (so == nil || st == nil) { // a conflict about the whole section, and the place that it takes
			c := merged[0].conflict
			c.Base += gap
			if so == nil {
				c.Theirs += gap
			} else {
				c.Ours += gap
			}
			gap = ""
		}
		parts = append(append(parts, merged...), part{text: gap})
	}
	return parts
}

// find returns the section of a unit, or nil.
func find(sections []section, u *unit) *section {
	if u == nil {
		return nil
	}
	return &sections[u.number-sections[0].number]
}

func nameOf(s *section) string {
	if s == nil {
		return ""
	}
	return s.name
}

// mergeBlock merges a text without a heading: line by line, and the blank lines
// at its end as those versions have them in which, as now, something follows or
// nothing does.
func mergeBlock(texts [3]string, followed [3]bool, follows bool, ending string) []part {
	var content, gaps [3]string
	var has [3]bool
	for side, text := range texts {
		end := contentOf(text)
		content[side], gaps[side] = text[:end], text[end:]
		has[side] = followed[side] == follows && text != ""
	}
	parts := mergeBody(content[0], content[1], content[2])
	if content[1]+content[2] == "" {
		ending = ""
	}
	return append(parts, part{text: gapOf(gaps, has, ending)})
}

// followSections makes the after-links of the three versions count the sections
// as the merged talk has them.
func followSections(row []trio, versions [3]*version) {
	first := 1
	for _, v := range versions {
		if _, opening, _ := v.body(); opening != "" {
			first = 2
		}
	}
	var to [3]map[int]int
	for side := range to {
		to[side] = map[int]int{}
	}
	for i, trio := range row {
		for side, u := range []*unit{trio.base, trio.ours, trio.theirs} {
			if u != nil {
				to[side][u.number] = i + first
			}
		}
	}
	for side, v := range versions {
		for _, s := range v.doc.Talk().Sections {
			if _, stays := to[side][s.Number]; !stays && s.Level > 0 {
				to[side][s.Number] = first + len(row) + s.Number // a link to it leads nowhere, and a finding says so
			}
		}
		v.apply(markdown.RenumberSections{To: to[side]})
	}
}

// gapBehind returns the blank lines behind a section. They belong to the place,
// so those of a section that was last say nothing about one that no longer is.
func gapBehind(versions [3]*section, all [3][]section, last bool, ending string) string {
	var gaps [3]string
	var has [3]bool
	for side, s := range versions {
		switch n := len(all[side]); {
		case last && n > 0:
			gaps[side], has[side] = all[side][n-1].gap, true
		case !last && s != nil && s.number != all[side][n-1].number:
			gaps[side], has[side] = s.gap, true
		}
	}
	if last {
		ending = ""
	}
	return gapOf(gaps, has, ending)
}

// gapOf merges blank lines of which not every version knows. Where none does,
// there is one.
func gapOf(gaps [3]string, has [3]bool, ending string) string {
	switch {
	case has[0] && has[1] && has[2]:
		return three(gaps[0], gaps[1], gaps[2])
	case has[1]:
		return gaps[1]
	case has[2]:
		return gaps[2]
	case has[0]:
		return gaps[0]
	}
	return ending
}

// mergeSection merges a section that both sides may have changed.
func mergeSection(b, o, t *section) []part {
	empty := &section{}
	text := func(s *section) string {
		if s == nil {
			return ""
		}
		return s.text
	}
	switch {
	case o == nil && t == nil:
		return nil
	case o == nil && b != nil, t == nil && b != nil: // one has changed it, the other has taken it away
		return []part{{conflict: &Conflict{Base: text(b), Ours: text(o), Theirs: text(t)}}}
	case o == nil:
		return []part{{text: t.text}}
	case t == nil, o.text == t.text:
		return []part{{text: o.text}}
	}
	if b == nil {
		b = empty
	}
	if o.text == b.text || t.text == b.text {
		return []part{{text: three(b.text, o.text, t.text)}}
	}
	parts := mergeHeading(b, o, t)
	parts = append(parts, mergeUnits(b.keys, o.keys, t.keys)...)
	return append(parts, mergeBody(b.body, o.body, t.body)...)
}

// mergeHeading merges the words of a heading and its time and tags each for
// itself; only a whole line can be a conflict.
func mergeHeading(b, o, t *section) []part {
	whole := func(s *section) string { return s.lead + s.title + s.tail }
	var line bytes.Buffer
	for _, p := range [][3]string{{b.lead, o.lead, t.lead}, {b.title, o.title, t.title}, {b.tail, o.tail, t.tail}} {
		for _, merged := range mergeText(p[0], p[1], p[2]) {
			if merged.conflict != nil {
				return mergeText(whole(b), whole(o), whole(t))
			}
			line.WriteString(merged.text)
		}
	}
	return []part{{text: line.String()}}
}

// mergeUnits merges rows of named texts of which each is merged for itself.
func mergeUnits(base, ours, theirs []unit) []part {
	var parts []part
	for _, t := range align(base, ours, theirs, byName) {
		parts = append(parts, t.merge()...)
	}
	return parts
}

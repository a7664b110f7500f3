package slides

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"talkgiver/talk"
)

// bodyDialect is the Markdown of a talk file.
func bodyDialect() dialect {
	return dialect{escape: escapeTalk, between: "<!-- -->", lineBreak: "  "}.whole()
}

// saidDialect is that of what is said: cues are marks, not text.
func saidDialect() dialect {
	d := bodyDialect()
	d.escape = func(b *strings.Builder, s string, i int, first bool) int {
		if n := writeCue(b, s, i, first); n > 0 {
			return n
		}
		return escapeTalk(b, s, i, first)
	}
	return d
}

// titleDialect is that of a heading, whose last parenthesis may be a time.
func titleDialect() dialect {
	d := bodyDialect()
	d.escape = func(b *strings.Builder, s string, i int, first bool) int {
		if s[i] == '(' {
			inner, _, ok := strings.Cut(s[i+1:min(len(s), i+maxLabel)], ")")
			if _, isTime := talk.ParseDuration(inner); ok && (isTime || talk.LooksLikeDuration(inner)) {
				b.WriteString(`\(`)
				return 1
			}
		}
		return escapeTalk(b, s, i, first)
	}
	return d
}

// text returns one line of text in a dialect.
func (d dialect) text(s string) string {
	return strings.TrimSpace(strings.TrimPrefix(string(d.render(1, words(collapse(s)), nil)), "#"))
}

// escapeTalk escapes what a talk file reads beyond CommonMark: tags.
func escapeTalk(b *strings.Builder, s string, i int, _ bool) int {
	if s[i] == '~' { // one on each side strikes out
		b.WriteString(`\~`)
		return 1
	}
	if s[i] != '#' || i > 0 && s[i-1] != ' ' {
		return 0
	}
	word := s[i+1 : min(len(s), i+maxLabel)]
	end := strings.IndexFunc(word, func(r rune) bool { return r >= utf8.RuneSelf || !alphanumeric(byte(r)) && r != '-' })
	if end >= 0 {
		word = word[:end]
	}
	if _, ok := talk.ParseTag(word); !ok {
		return 0
	}
	b.WriteString(`\#`)
	return 1
}

// plainer returns a block as a talk file can hold it: headings that begin no
// slide, one line where there can be no second, cues on their way, and emphasis
// only where CommonMark is sure to read its marks, since HTML is text in a talk.
func plainer(block talk.Block) talk.Block {
	switch b := block.(type) {
	case *talk.Paragraph:
		return &talk.Paragraph{Inlines: sure(b.Inlines)}
	case *talk.Heading:
		return &talk.Heading{Level: max(b.Level, 4), Inlines: onOneLine(sure(b.Inlines))}
	case *talk.Quote:
		return &talk.Quote{Blocks: plainerAll(b.Blocks)}
	case *talk.List:
		list := &talk.List{Ordered: b.Ordered, Start: b.Start, Tight: b.Tight}
		for _, item := range b.Items {
			list.Items = append(list.Items, &talk.ListItem{Blocks: plainerAll(item.Blocks)})
		}
		return list
	case *talk.Table:
		table := &talk.Table{Align: b.Align}
		row := func(cells [][]talk.Inline) [][]talk.Inline {
			flat := make([][]talk.Inline, len(cells))
			for i, cell := range cells {
				flat[i] = onOneLine(sure(cell))
			}
			return flat
		}
		table.Header = row(b.Header)
		for _, cells := range b.Rows {
			table.Rows = append(table.Rows, row(cells))
		}
		return table
	}
	return block
}

func plainerAll(blocks []talk.Block) []talk.Block {
	all := make([]talk.Block, len(blocks))
	for i, b := range blocks {
		all[i] = plainer(b)
	}
	return all
}

// sure returns a line with the emphasis that is sure to be read.
func sure(inlines []talk.Inline) []talk.Inline { return surely(inlines, ' ', ' ', map[int]bool{}) }

// surely does it for a line between two signs, inside emphasis of some levels.
func surely(inlines []talk.Inline, before, after rune, open map[int]bool) []talk.Inline {
	var line []talk.Inline
	for i, in := range inlines {
		left, right := before, after
		if len(line) > 0 {
			left = edge(line[len(line)-1], false)
		}
		if i+1 < len(inlines) {
			right = edge(inlines[i+1], true)
		}
		switch in := in.(type) {
		case *talk.Emphasis:
			nested := open[in.Level]
			open[in.Level] = true
			children := surely(in.Children, '*', '*', open)
			open[in.Level] = nested
			switch {
			case len(children) == 0:
			case nested || left == '*' || right == '*' || !sureMarks(children, left, right):
				line = append(line, children...)
			default:
				line = append(line, &talk.Emphasis{Level: in.Level, Children: children})
			}
		case *talk.Anchor:
			// White space is seen outside of a link as well as in it.
			start, within, end := splitSpace(surely(in.Children, '[', ']', open))
			line = append(line, start...)
			if len(within) > 0 {
				line = append(line, &talk.Anchor{Destination: in.Destination, Title: in.Title, Children: within})
			}
			line = append(line, end...)
		case *talk.Cue:
			line = append(line, newCueText(in))
		default:
			line = append(line, in)
		}
	}
	return joined(line)
}

// joined returns a line with one text where several are beside each other, which
// may be an address together.
func joined(inlines []talk.Inline) []talk.Inline {
	var line []talk.Inline
	var run strings.Builder
	flush := func() {
		if run.Len() > 0 {
			line = append(line, &talk.Text{Text: run.String()})
			run.Reset()
		}
	}
	for _, in := range inlines {
		if text, ok := in.(*talk.Text); ok {
			run.WriteString(text.Text)
			continue
		}
		flush()
		line = append(line, in)
	}
	flush()
	return line
}

// splitSpace parts the white space at both ends of a line from what it holds.
func splitSpace(inlines []talk.Inline) (start, within, end []talk.Inline) {
	within = trimLine(inlines)
	if len(within) == 0 {
		if len(inlines) > 0 {
			start = words(" ")
		}
		return start, nil, nil
	}
	within = slices.Clone(within)
	last := len(within) - 1
	before := slices.Index(inlines, within[0])
	if text, ok := within[0].(*talk.Text); before > 0 || ok && strings.HasPrefix(collapse(text.Text), " ") {
		start = words(" ")
	}
	if text, ok := within[last].(*talk.Text); before+last+1 < len(inlines) || ok && strings.HasSuffix(collapse(text.Text), " ") {
		end = words(" ")
	}
	for _, i := range []int{0, last} {
		if text, ok := within[i].(*talk.Text); ok {
			trimmed := text.Text
			if i == 0 {
				trimmed = strings.TrimLeft(trimmed, " \t\n\r\f")
			}
			if i == last {
				trimmed = strings.TrimRight(trimmed, " \t\n\r\f")
			}
			within[i] = &talk.Text{Text: trimmed}
		}
	}
	return start, within, end
}

// sureMarks reports whether marks around a line are read between two signs.
func sureMarks(children []talk.Inline, left, right rune) bool {
	first, last := edge(children[0], true), edge(children[len(children)-1], false)
	within := func(inner, outer rune) bool {
		return unicode.IsLetter(inner) || unicode.IsDigit(inner) || !unicode.IsSpace(inner) && inner != utf8.RuneError && inner != unsure && separates(outer)
	}
	// Beside marks of its own kind a mark would be another one, and at the start
	// of a line one of a quote would count as that.
	marks := func(r rune) bool { return strings.ContainsRune("*~>", r) }
	return within(first, left) && within(last, right) && !marks(first) && !marks(last) && left != '~' && right != '~'
}

// edge returns the first or the last sign that is written for an inline.
func edge(in talk.Inline, first bool) rune {
	switch in := in.(type) {
	case *talk.Text:
		text := collapse(clean(in.Text))
		if text == "" {
			return utf8.RuneError
		}
		if i := strings.LastIndexByte(text, ' '); first && urlAt(text, 0) != "" || !first && strings.Contains(text[i+1:], "://") {
			return unsure
		}
		if first {
			r, _ := utf8.DecodeRuneInString(text)
			return r
		}
		r, _ := utf8.DecodeLastRuneInString(text)
		return r
	case *talk.Image: // the white space at the ends of its text stands outside
		before, _, after := cutSpace(collapse(clean(in.Alt)))
		if first && before != "" {
			r, _ := utf8.DecodeRuneInString(before)
			return r
		}
		if !first && after != "" {
			r, _ := utf8.DecodeLastRuneInString(after)
			return r
		}
	case *talk.LineBreak:
		return ' '
	case *talk.Emphasis:
		return '*'
	}
	return '`'
}

// unsure is the edge of an address, which is written in one of several ways.
const unsure = -1

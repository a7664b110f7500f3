package markdown

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"talkgiver/talk"
)

// front is the front matter as lines: its top-level entries in the order of the
// file. Each entry is read as YAML on its own, so that one that cannot be read
// costs the speaker that one only.
type front struct {
	source  []byte
	span    talk.Span // with both --- lines and the last line ending; empty without one
	inner   talk.Span // between the --- lines
	entries []entry
	stray   []talk.Span // lines that belong to no entry
}

// entry is a key of the front matter with all its lines.
type entry struct {
	key    string
	span   talk.Span // its lines up to the last that is not blank or a comment, without the last line ending
	colon  int       // offset behind the key's colon
	values []scalar  // one for a scalar, each for a list
	list   listStyle
	node   *yaml.Node // nil when the entry is no YAML
	err    string     // what the YAML reader says
}

// scalar is a text of the front matter.
type scalar struct {
	text string
	span talk.Span // as it stands, with quotes
	line talk.Span // of an item in a block list: its lines from the dash on
}

type listStyle int

const (
	noList    listStyle = iota
	blockList           // one "- " line each
	flowList            // [a, b]
)

var frontKey = regexp.MustCompile(`^( *)(?:([A-Za-z_][A-Za-z0-9_.-]*)|"([^"\\\r\n]*)"|'([^'\r\n]*)')[ \t]*(:)(?:[ \t]|\r|\n|$)`)

// readFront finds the front matter: a first line of three hyphens, directly
// followed by text, up to the next such line.
func readFront(source []byte) front {
	f := front{source: source}
	start := 0
	if bytes.HasPrefix(source, []byte("\xef\xbb\xbf")) {
		start = 3
	}
	if !isFence(source[start:lineEnd(source, start)]) {
		return f
	}
	first := nextLine(source, start)
	if isBlank(source[first:lineEnd(source, first)]) {
		return f
	}
	for at := first; at < len(source); at = nextLine(source, at) {
		if isFence(source[at:lineEnd(source, at)]) {
			f.inner = talk.Span{Start: first, End: at}
			f.span = talk.Span{Start: start, End: nextLine(source, at)}
			f.readEntries()
			return f
		}
	}
	return f
}

// isFence reports whether a line begins or ends front matter.
func isFence(line []byte) bool {
	return bytes.HasPrefix(line, []byte("---")) && isBlank(line[3:])
}

// readEntries splits the front matter at its keys. All keys are indented alike.
func (f *front) readEntries() {
	indent := -1
	var current *entry
	for at := f.inner.Start; at < f.inner.End; at = nextLine(f.source, at) {
		line := f.source[at:lineEnd(f.source, at)]
		trimmed := bytes.TrimSpace(line)
		if len(trimmed) == 0 || trimmed[0] == '#' {
			continue // blank, or a comment: it stays where it is
		}
		m := frontKey.FindSubmatchIndex(f.source[at:f.inner.End])
		if m != nil && (indent < 0 || m[3]-m[2] == indent) {
			indent = m[3] - m[2]
			f.entries = append(f.entries, entry{
				key:   string(firstGroup(f.source[at:], m[4:10])),
				span:  talk.Span{Start: at, End: at + len(line)},
				colon: at + m[11],
			})
			current = &f.entries[len(f.entries)-1]
			continue
		}
		own := len(line) - len(bytes.TrimLeft(line, " "))
		if current == nil || own < max(indent, 0) || own == indent && trimmed[0] != '-' {
			f.stray = append(f.stray, talk.Span{Start: at, End: at + len(line)})
			continue
		}
		current.span.End = at + len(line)
	}
	for i := range f.entries {
		f.entries[i].read(f.source)
	}
}

func firstGroup(text []byte, groups []int) []byte {
	for i := 0; i+1 < len(groups); i += 2 {
		if groups[i] >= 0 {
			return text[groups[i]:groups[i+1]]
		}
	}
	return nil
}

// read reads the entry's YAML. What is none is taken as the text that it is; a
// sentence with a colon is none to YAML, but no problem to a speaker.
func (e *entry) read(source []byte) {
	text := source[e.span.Start:e.span.End]
	var doc yaml.Node
	if err := yaml.Unmarshal(text, &doc); err != nil || len(doc.Content) != 1 || len(doc.Content[0].Content) != 2 {
		e.values = e.rawValue(source)
		if err != nil && !e.isSentence(source) {
			e.err = strings.TrimPrefix(strings.TrimPrefix(err.Error(), "yaml: "), "line 1: ")
		}
		return
	}
	e.node = doc.Content[0].Content[1]
	at := yamlOffsets(text, e.span.Start)
	switch e.node.Kind {
	case yaml.ScalarNode:
		if e.node.Tag == "!!null" && e.node.Value == "" {
			return
		}
		span := scalarSpan(source, at(e.node), e.span.End, e.node)
		e.values = []scalar{{text: scalarText(e.node.Value), span: span}}
	case yaml.SequenceNode:
		e.list = blockList
		if e.node.Style&yaml.FlowStyle != 0 {
			e.list = flowList
		}
		e.readItems(source, at)
	default:
		e.values = e.rawValue(source)
	}
}

// readItems reads the entries of a list. One that is more than a text, as
// "- what to do: first" is to YAML, is the text that it is to a reader.
func (e *entry) readItems(source []byte, at func(*yaml.Node) int) {
	for i, n := range e.node.Content {
		start, end := at(n), e.span.End
		if i+1 < len(e.node.Content) {
			end = at(e.node.Content[i+1])
		}
		s := scalar{}
		if e.list == blockList {
			dash := dashBefore(source, start, e.span.Start)
			if i+1 < len(e.node.Content) {
				end = lineStart(source, dashBefore(source, end, e.span.Start))
			}
			s.line = talk.Span{Start: dash, End: contentEnd(source, dash, end)}
			end = s.line.End
			start = max(start, dash+1)
		}
		s.span = scalarSpan(source, start, end, n)
		s.text = scalarText(n.Value)
		if n.Kind != yaml.ScalarNode {
			s.span = talk.Span{Start: start, End: max(start, contentEnd(source, start, end))}
			if e.list == flowList {
				s.span.End = start + flowEnd(source[start:end])
			}
			s.text = scalarText(string(source[s.span.Start:s.span.End]))
		}
		e.values = append(e.values, s)
	}
}

// flowEnd returns where the value ends that begins a text: behind the bracket
// that closes it, or before what ends a value inside brackets.
func flowEnd(text []byte) int {
	depth := 0
	for i := 0; i < len(text); i++ {
		switch b := text[i]; b {
		case '"', '\'':
			if i > 0 && !bytes.ContainsRune([]byte(" \t\r\n[{,:"), rune(text[i-1])) {
				continue // inside a word
			}
			for i++; i < len(text) && text[i] != b; i++ {
				if b == '"' && text[i] == '\\' {
					i++
				}
			}
		case '#':
			if i > 0 && isSpace(text[i-1]) {
				i = lineEnd(text, i)
			}
		case '[', '{':
			depth++
		case ']', '}', ',':
			if depth == 0 {
				return len(bytes.TrimRight(text[:i], " \t\r\n"))
			}
			if b != ',' {
				depth--
			}
			if depth == 0 {
				return i + 1
			}
		}
	}
	return len(bytes.TrimRight(text, " \t\r\n"))
}

// rawValue is the entry's value as it stands, when it is no scalar and no list.
func (e *entry) rawValue(source []byte) []scalar {
	span := talk.Span{Start: e.colon, End: e.span.End}
	for span.Start < span.End && (source[span.Start] == ' ' || source[span.Start] == '\t') {
		span.Start++
	}
	if span.Empty() {
		return nil
	}
	s := scalar{span: span}
	if e.isSentence(source) {
		if i := bytes.Index(source[span.Start:span.End], []byte(" #")); i > 0 {
			s.span.End = span.Start + len(bytes.TrimRight(source[span.Start:span.Start+i], " \t"))
		}
	}
	s.text = scalarText(strings.Trim(string(source[s.span.Start:s.span.End]), "\"'"))
	return []scalar{s}
}

// isSentence reports whether the value is one line that begins like a word.
func (e *entry) isSentence(source []byte) bool {
	value := bytes.TrimSpace(source[e.colon:e.span.End])
	return len(value) > 0 && !bytes.ContainsAny(value, "\r\n") && utf8.Valid(value) && !bytes.ContainsAny(value[:1], "[]{}&*!|>'\"%@`#,?-:")
}

// scalarText makes one line of a value: a talk's values are sentences.
func scalarText(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }

// dashBefore returns the place of the dash that begins a list's item.
func dashBefore(source []byte, start, least int) int {
	for i := min(start, len(source)-1); i >= least; i-- {
		if source[i] == '-' && (i+1 == len(source) || isSpace(source[i+1])) && isBlank(source[lineStart(source, i):i]) {
			return i
		}
	}
	return start
}

// contentEnd returns the end of the last line in [start, end) that is neither
// blank nor a comment, without its line ending.
func contentEnd(source []byte, start, end int) int {
	last := lineEnd(source, start)
	for at := start; at < end; at = nextLine(source, at) {
		line := bytes.TrimSpace(source[at:lineEnd(source, at)])
		if len(line) > 0 && line[0] != '#' {
			last = lineEnd(source, at)
		}
	}
	return min(max(last, start), max(end, start))
}

// scalarSpan returns where a scalar ends, which YAML does not tell.
func scalarSpan(source []byte, start, end int, n *yaml.Node) talk.Span {
	start = min(start, end)
	text := source[start:end]
	switch {
	case n.Anchor != "" || n.Style&yaml.TaggedStyle != 0 || n.Kind == yaml.AliasNode:
	case n.Style&yaml.DoubleQuotedStyle != 0:
		for i := 1; i < len(text); i++ {
			if text[i] == '\\' {
				i++
			} else if text[i] == '"' {
				return talk.Span{Start: start, End: start + i + 1}
			}
		}
	case n.Style&yaml.SingleQuotedStyle != 0:
		for i := 1; i < len(text); i++ {
			if text[i] == '\'' {
				if i+1 < len(text) && text[i+1] == '\'' {
					i++
					continue
				}
				return talk.Span{Start: start, End: start + i + 1}
			}
		}
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) == 0 && bytes.HasPrefix(text, []byte(n.Value)):
		return talk.Span{Start: start, End: start + len(n.Value)}
	}
	return talk.Span{Start: start, End: contentEnd(source, start, end)}
}

// yamlOffsets returns a function from a node to its byte offset. YAML counts
// columns in code points, and more line ends than Markdown does.
func yamlOffsets(text []byte, base int) func(*yaml.Node) int {
	starts := []int{0}
	for i := 0; i < len(text); i++ {
		size := 0
		switch {
		case text[i] == '\r' && i+1 < len(text) && text[i+1] == '\n':
			size = 2
		case text[i] == '\r' || text[i] == '\n':
			size = 1
		case bytes.HasPrefix(text[i:], []byte("\u0085")):
			size = 2
		case bytes.HasPrefix(text[i:], []byte("\u2028")), bytes.HasPrefix(text[i:], []byte("\u2029")):
			size = 3
		}
		if size > 0 {
			i += size - 1
			starts = append(starts, i+1)
		}
	}
	// Nodes come in the order of the file, so each goes on where the last was.
	line, column, offset := 1, 1, 0
	return func(n *yaml.Node) int {
		if n.Line < 1 || n.Line > len(starts) {
			return base
		}
		if n.Line != line || n.Column < column {
			line, column, offset = n.Line, 1, starts[n.Line-1]
		}
		for ; column < n.Column && offset < len(text); column++ {
			offset++
			for offset < len(text) && text[offset]&0xC0 == 0x80 {
				offset++
			}
		}
		return base + offset
	}
}

// find returns the first entry with this key.
func (f *front) find(key string) *entry {
	for i := range f.entries {
		if f.entries[i].key == key {
			return &f.entries[i]
		}
	}
	return nil
}
